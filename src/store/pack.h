/* Packs: events of one issuer in the order of (day, arrival), encoded together as one row of the
 * table. schema.sql says how they are encoded. */
#ifndef STORE_PACK_H
#define STORE_PACK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "store/event_row.h"

enum {
    SL_PACK_WORDS = 64,        /* texts that a pack refers to instead of repeating them */
    SL_PACK_WORD_LENGTH = 255, /* bytes of the longest such text */
    SL_PACK_DETAIL_TEXTS = 3   /* url, note, extra: each is written as it differs from the last */
};

/* The table that packs are in: the log, or what rounds and deals are made of. */
static inline const char *sl_pack_table(bool funding)
{
    return funding ? "funding" : "pack";
}

struct sl_pack_word {
    const char *text; /* reading */
    size_t offset;    /* writing: in `claims` */
    size_t length;
};

/* A pack being encoded. All zero is an empty one; the buffers fail as buffers do. */
struct sl_pack {
    struct sl_buffer claims, details;
    size_t count;
    int64_t issuer, day, seq; /* of the first event: the key of the pack */
    int64_t last_day, last_seq, last_line;
    struct sl_pack_word words[SL_PACK_WORDS];
    size_t word_count;
    struct sl_buffer texts[SL_PACK_DETAIL_TEXTS];
};

/* Empties the pack and keeps its memory. */
void sl_pack_clear(struct sl_pack *pack);
/* Adds an event, of the same issuer as those before and not before them in order. */
void sl_pack_add(struct sl_pack *pack, const struct sl_row *row);
void sl_pack_release(struct sl_pack *pack);

/* Which events a question is about: those that were known by then, and of those without a deal (a
 * version may take the place of another, whenever it takes effect) the ones that take effect by
 * `to`. */
struct sl_pack_wish {
    int64_t known_by, to;
    bool cancelled; /* cancelled ones without a deal, too */
};

/* Decoding: nothing in a pack is trusted. The bytes of `claims` must live as long as the rows. */
struct sl_pack_reader {
    const unsigned char *at, *end;             /* of the claims */
    const unsigned char *detail, *details_end; /* NULL: they are not read */
    int64_t issuer, day, seq, line;
    struct sl_pack_word words[SL_PACK_WORDS];
    size_t word_count;
    struct sl_pack_word texts[SL_PACK_DETAIL_TEXTS];
};

struct sl_pack_bytes {
    int64_t issuer, day, seq;     /* the key */
    const void *claims, *details; /* `details` NULL: those cells stay blank */
    size_t claims_length, details_length;
};

void sl_pack_open(struct sl_pack_reader *reader, const struct sl_pack_bytes *bytes);
/* SL_OK and the next row; SL_NOTHING at the end; SL_INVALID when the bytes are no pack; SL_FAILED
 * when memory is out. Texts are in the claims or in `memory`. Where the details are not read,
 * stakes stay in the form of the pack: they are present, and that is all. */
enum sl_status sl_pack_next(struct sl_pack_reader *reader, struct sl_row *row,
                            struct sl_arena *memory);
/* The next event that is wished for, filled from the claims, which its strings are in; the others
 * are passed over. The entities are as stored. SL_INVALID also for values that cannot be. */
enum sl_status sl_pack_next_event(struct sl_pack_reader *reader, const struct sl_pack_wish *wish,
                                  struct sl_event *event);

#endif
