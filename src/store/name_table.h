/* A hash table from byte strings to entities: every spelling of an import is looked up here. */
#ifndef STORE_NAME_TABLE_H
#define STORE_NAME_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Four to a line of the processor's cache: in a large table a look-up is a wait for memory. */
struct sl_name_slot {
    const char *text; /* NUL-terminated; NULL: free */
    uint32_t hash, entity;
};

/* All zero but for `seed` (anything that an author of a file cannot know) is an empty table. */
struct sl_name_table {
    struct sl_name_slot *slots;
    size_t count, capacity;
    uint64_t seed;
};

/* Texts have no NUL in them. 0 when there is none. */
int64_t sl_name_table_get(const struct sl_name_table *table, const char *text, size_t length);
/* A text will soon be asked for: its slot is fetched, and in a second call, some time later, the
 * text that stands there. */
void sl_name_table_expect(const struct sl_name_table *table, const char *text, size_t length,
                          bool again);
/* Adds a text that is not there, NUL-terminated, which must outlive the table; entities fit 32
 * bits. false when memory is out. */
bool sl_name_table_add(struct sl_name_table *table, const char *text, size_t length,
                       int64_t entity);
void sl_name_table_release(struct sl_name_table *table);

/* The hash used, for other tables of byte strings. */
uint64_t sl_hash_bytes(const void *bytes, size_t length, uint64_t seed);

#endif
