/* Names by the ids of their entities, in blocks that are made when one of their ids is first used:
 * whoever asks for a few names of a large book pays for a few. */
#ifndef STORE_ID_NAMES_H
#define STORE_ID_NAMES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SL_ID_NAMES_BLOCK = 512 };

/* All zero is empty. */
struct sl_id_names {
    char ***blocks; /* NULL: nothing of it is there */
    size_t count;
};

/* Where the name of the id stands, NULL where nothing of its block is there. */
static inline char **sl_id_names_find(const struct sl_id_names *names, int64_t id)
{
    const uint64_t block = (uint64_t)id / SL_ID_NAMES_BLOCK;
    if (block >= names->count || names->blocks[block] == NULL) return NULL;
    return &names->blocks[block][(uint64_t)id % SL_ID_NAMES_BLOCK];
}

/* NULL: not known. */
static inline char *sl_id_names_get(const struct sl_id_names *names, int64_t id)
{
    char **place = sl_id_names_find(names, id);
    return place == NULL ? NULL : *place;
}

/* The name is borrowed. false, and nothing happened, when memory is out or for ids that no import
 * makes. */
bool sl_id_names_set(struct sl_id_names *names, int64_t id, char *name);
void sl_id_names_release(struct sl_id_names *names);

#endif
