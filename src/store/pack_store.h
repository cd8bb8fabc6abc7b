/* Events into the table: packs of a new issuer one after the other, those of one that has events
 * already taken apart and put together again where new events fall. */
#ifndef STORE_PACK_STORE_H
#define STORE_PACK_STORE_H

#include "store/scan.h"

/* Bytes at which a pack is full. A row of the table of up to 2030 stays in its page of 8 KiB. */
enum { SL_PACK_FULL = 1700, SL_PACK_MOST = 2000 };

/* Encoded rows, one after the other. */
struct sl_row_list {
    struct sl_buffer bytes;
    size_t *ends;
    size_t count, capacity;
};

/* All zero but for `database` and `funding` is empty. */
struct sl_pack_store {
    struct sl_database *database;
    bool funding; /* the table of what rounds and deals are made of, not the log */
    struct sl_statement insert, drop, before, after, load;
    struct sl_pack pack;
    int64_t issuer;
    bool open;  /* events of `issuer` were added and are not all stored yet */
    bool apart; /* a stored pack was taken apart: the events go to `rows` first */
    bool stored, bounded;
    struct sl_pack_key old, limit; /* that pack; where the next one begins */
    struct sl_row_list rows;       /* in order: those before the last one that was added */
    struct sl_row_list rest;       /* of the old pack */
    size_t rest_next;
    struct sl_buffer encoded;
};

/* Adds an event that is not stored yet, in the order of the table. `fresh_issuer`: there are no
 * events of its issuer in the table. What is stored shows in the table after sl_pack_store_end. */
enum sl_status sl_pack_store_add(struct sl_pack_store *store, const struct sl_row *row,
                                 bool fresh_issuer, struct sl_error *err);
/* Stores what is not stored yet. */
enum sl_status sl_pack_store_end(struct sl_pack_store *store, struct sl_error *err);
/* Takes the events with first <= seq < end out of a pack. */
enum sl_status sl_pack_store_drop(struct sl_pack_store *store, const struct sl_pack_key *key,
                                  int64_t first_seq, int64_t end_seq, struct sl_error *err);
void sl_pack_store_release(struct sl_pack_store *store);

/* The log, and beside it what rounds and deals are made of. */
struct sl_event_store {
    struct sl_pack_store log, funding;
};

/* As those of one table; all zero is one that was not begun. */
void sl_event_store_begin(struct sl_event_store *store, struct sl_database *database);
enum sl_status sl_event_store_add(struct sl_event_store *store, const struct sl_row *row,
                                  bool fresh_issuer, struct sl_error *err);
enum sl_status sl_event_store_end(struct sl_event_store *store, struct sl_error *err);
void sl_event_store_release(struct sl_event_store *store);

#endif
