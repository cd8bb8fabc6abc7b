/* A hash table from byte strings to entities: every spelling of an import is looked up here. */
#ifndef STORE_NAME_TABLE_H
#define STORE_NAME_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct sl_name_slot {
    const char *text; /* NULL: free */
    uint32_t length, hash;
    int64_t entity;
};

/* All zero but for `seed` (anything that an author of a file cannot know) is an empty table. */
struct sl_name_table {
    struct sl_name_slot *slots;
    size_t count, capacity;
    uint64_t seed;
};

/* 0 when there is none. */
int64_t sl_name_table_get(const struct sl_name_table *table, const char *text, size_t length);
/* Adds a text that is not there; it must outlive the table. false when memory is out. */
bool sl_name_table_add(struct sl_name_table *table, const char *text, size_t length,
                       int64_t entity);
void sl_name_table_release(struct sl_name_table *table);

/* The hash used, for other tables of byte strings. */
uint64_t sl_hash_bytes(const void *bytes, size_t length, uint64_t seed);

#endif
