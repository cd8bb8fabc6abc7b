/* An import under way: what import.c gathers and commit.c stores. */
#ifndef STORE_IMPORT_STATE_H
#define STORE_IMPORT_STATE_H

#include "store/event_row.h"
#include "store/inside.h"
#include "store/name_table.h"
#include "store/sorter.h"

/* An entity that this import met first. It is stored when an event of it is. */
struct sl_new_entity {
    const char *name, *key;
    uint32_t name_length, key_length;
    bool used;
};

struct sl_new_file {
    const char *path;
    int64_t first_seq;
};

struct sl_import {
    struct sl_book *book;
    const char *map;
    struct sl_arena memory;     /* names, keys, paths */
    bool had_events, had_names; /* did the book, before? */

    int64_t first_seq, next_seq;
    struct sl_new_file *files;
    size_t file_count, file_capacity;

    struct sl_name_table spellings; /* as they stand in cells */
    struct sl_name_table keys;
    struct sl_buffer normal, key;
    sl_entity first_entity; /* entities[i] is first_entity + i */
    struct sl_new_entity *entities;
    size_t entity_count, entity_capacity;

    struct sl_sorter *events; /* encoded rows by sl_event_key */
    struct sl_buffer encoded;
};

/* Ids fit 32 bits, so that an issuer and a day, and two entities, are one sorting key. */
#define SL_ENTITY_MAX INT64_C(0xffffffff)

static inline uint64_t sl_event_key(sl_entity issuer, int32_t day)
{
    return (uint64_t)issuer << 22 | (uint64_t)((int64_t)day - SL_DAY_MIN);
}
static inline sl_entity sl_event_key_issuer(uint64_t key)
{
    return (sl_entity)(key >> 22);
}
static inline int32_t sl_event_key_day(uint64_t key)
{
    return (int32_t)((int64_t)(key & ((1 << 22) - 1)) + SL_DAY_MIN);
}
_Static_assert(SL_DAY_MAX - SL_DAY_MIN < 1 << 22, "a day takes 22 bits of a key");

/* Memory for the events of an import, and for its links, before they are spilled. Runs that stay
 * near the processor's cache sort faster than long ones. Tests make the first smaller. */
enum { SL_EVENT_RUN_BYTES = 16 * 1024 * 1024, SL_LINK_RUN_BYTES = 16 * 1024 * 1024 };

/* new_names.c: stores the new entities that are used. */
enum sl_status sl_import_store_names(struct sl_import *import, struct sl_error *err);

/* import_row.c: stores the facts of an import, but for the time, which is now, and its files; ends
 * the hash of its events with them. */
struct sl_hash;
struct sl_import_facts;
enum sl_status sl_import_store_row(const struct sl_import *import,
                                   const struct sl_import_facts *facts, struct sl_hash *hash,
                                   struct sl_error *err);

/* sl_import_begin with another size of runs. */
enum sl_status sl_import_begin_runs(struct sl_import **out, struct sl_book *book, const char *map,
                                    size_t run_bytes, struct sl_error *err);

#endif
