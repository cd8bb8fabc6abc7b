/* Events out of the table, pack by pack: those of one issuer, or all. */
#ifndef STORE_SCAN_H
#define STORE_SCAN_H

#include "store/pack.h"
#include "store/statement.h"

enum sl_scan_scope {
    SL_SCAN_ALL,    /* in the table's order: issuer, day, seq */
    SL_SCAN_BACK,   /* pack by pack from the last to the first */
    SL_SCAN_ISSUER, /* one issuer's, by day and seq */
    SL_SCAN_UP_TO   /* those of one issuer's packs that begin on a day or before, the last first */
};

/* All zero but for `scope` and `details` is one that was not begun. The statement is kept from one
 * beginning to the next. */
struct sl_scan {
    enum sl_scan_scope scope;
    bool details; /* false: only what positions need, see sl_pack_next */
    bool funding; /* of the table of what rounds and deals are made of, not of the log */
    struct sl_statement statement;
    bool in_memory;
    const struct sl_pack_bytes *packs; /* where they are in memory already */
    size_t pack_count;
    struct sl_pack_reader reader;
    bool in_pack;
    struct sl_arena memory; /* of the rows' texts */
};

/* The key of a pack, or where to look for one. */
struct sl_pack_key {
    int64_t issuer, day, seq;
};

/* Begins, also anew; `issuer` and `day` as the scope asks for them. */
enum sl_status sl_scan_begin(struct sl_scan *scan, struct sl_database *database, int64_t issuer,
                             int64_t day, struct sl_error *err);
/* SL_OK and the next row; SL_NOTHING at the end. Its text lives until the first row of the next
 * pack; where the scan is of an issuer's events until it begins anew. */
enum sl_status sl_scan_next(struct sl_scan *scan, struct sl_row *row, struct sl_error *err);
/* To the next pack: SL_OK, SL_NOTHING at the end. sl_scan_next then hands out its rows. */
enum sl_status sl_scan_pack(struct sl_scan *scan, struct sl_pack_key *key, struct sl_error *err);
/* The next row of the pack; SL_NOTHING at its end. */
enum sl_status sl_scan_row(struct sl_scan *scan, struct sl_row *row, struct sl_error *err);
/* As sl_scan_next, of a scan without details: the next event that is wished for. */
enum sl_status sl_scan_event(struct sl_scan *scan, const struct sl_pack_wish *wish,
                             struct sl_event *event, struct sl_error *err);
/* Begins with packs in memory, which outlive it; the claims alone. */
void sl_scan_begin_packs(struct sl_scan *scan, const struct sl_pack_bytes *packs, size_t count);
void sl_scan_reset(struct sl_scan *scan);
void sl_scan_release(struct sl_scan *scan);

#endif
