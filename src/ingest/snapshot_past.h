/* What is known of each position of one source, at any date: read back from the book, and moved on
 * by the snapshots of an import. */
#ifndef INGEST_SNAPSHOT_PAST_H
#define INGEST_SNAPSHOT_PAST_H

#include "base/arena.h"
#include "ingest/map.h"
#include "model/event.h"
#include "store/book.h"

/* All of these belong together: an issuer, a holder, or everything. */
struct sl_scope {
    sl_entity id;
    int32_t latest; /* day of the last event that the book has */
    struct sl_known *first;
    int64_t stamp;    /* of the date on which it was seen last */
    size_t first_row; /* of that date's */
};

/* What the book says of a position, day by day. */
struct sl_past {
    struct sl_past *next;
    int32_t day;
    int64_t import;
    const char *level; /* "": it is gone */
};

/* A position and what is known of it at the date that has been reached. */
struct sl_known {
    struct sl_known *next; /* of its scope */
    struct sl_scope *scope;
    sl_entity issuer, holder; /* as an event of theirs names them */
    const char *class_;
    struct sl_past *past, *past_last; /* what lies ahead of that date */
    int32_t day;
    int64_t import;
    const char *level; /* NULL or "": there is none */
    int64_t stamp;     /* of the date on which it was seen last */
    const char *seen;  /* what that date's rows say, sorted and joined */
};

struct sl_knowns {
    struct sl_arena memory;
    const struct sl_map *map;
    const struct sl_import *import;
    struct sl_scope **scopes;
    struct sl_known **knowns; /* hash tables, of a power of two */
    size_t scope_count, scope_capacity, known_count, known_capacity;
};

void sl_knowns_release(struct sl_knowns *knowns);
/* The hash of an event's position. */
uint64_t sl_knowns_hash(const struct sl_knowns *knowns, const struct sl_event *event);
/* A position will soon be asked for: a hint that saves the wait for memory. Twice, some time apart.
 */
void sl_knowns_expect(const struct sl_knowns *knowns, uint64_t hash, bool again);
/* The position of an event with that hash, made where it is new; NULL when memory is out. */
struct sl_known *sl_knowns_find(struct sl_knowns *knowns, const struct sl_event *event,
                                uint64_t hash);
/* Reads what the book has of the source. */
enum sl_status sl_knowns_load(struct sl_knowns *knowns, struct sl_book *book, struct sl_error *err);
/* Moves to the end of the day. */
bool sl_known_reach(struct sl_knowns *knowns, struct sl_known *known, int32_t day);
/* What an event says of its position, as text that is equal where it says the same; NULL when
 * memory is out. */
const char *sl_known_level(struct sl_arena *memory, const struct sl_event_text *event);
/* One more line in the sorted lines of `all`. NULL when memory is out. */
const char *sl_known_join(struct sl_arena *memory, const char *all, const char *level);

#endif
