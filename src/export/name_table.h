/* A set of strings that numbers them in the order in which they came. */
#ifndef EXPORT_NAME_TABLE_H
#define EXPORT_NAME_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/* All zero is an empty one. */
struct sl_names {
    const char **items; /* in the arena given to sl_names_add */
    size_t count, capacity;
    size_t *slots; /* open addressing: index + 1, 0 is free */
    size_t slot_count;
};

#define SL_NO_NAME SIZE_MAX

/* The string's number, new or old; SL_NO_NAME when memory is out. */
size_t sl_names_add(struct sl_names *names, struct sl_arena *arena, const char *text,
                    size_t length);
/* The number of a string that is in the set; else SL_NO_NAME. */
size_t sl_names_find(const struct sl_names *names, const char *text, size_t length);
/* The same as sl_names_add for text from outside, cleaned (see sl_text_add_clean). */
size_t sl_names_add_clean(struct sl_names *names, struct sl_arena *arena, const char *text);
/* Adds each of the sources that a cell names, separated by "; "; NULL and "" have none. False when
 * memory is out. */
bool sl_sources_add(struct sl_names *names, struct sl_arena *arena, const char *cell);
/* A cleaned copy in the arena; NULL when memory is out. */
const char *sl_text_keep_clean(struct sl_arena *arena, const char *text);
void sl_names_release(struct sl_names *names);

#endif
