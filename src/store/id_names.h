/* Names by the ids of their entities: the first few in a small hash map, as whoever asks for a few
 * names of a large book should pay for a few; the others in blocks that are made when one of their
 * ids is first used. */
#ifndef STORE_ID_NAMES_H
#define STORE_ID_NAMES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "store/id_map.h"

enum { SL_ID_NAMES_BLOCK = 512, SL_ID_NAMES_FEW = 256 };

/* All zero is empty. */
struct sl_id_names {
    struct sl_id_map few;
    char ***blocks; /* NULL: nothing of it is there */
    size_t count;
};

/* Where the name of the id stands in its block, NULL where nothing of that is there. */
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
    if (place != NULL && *place != NULL) return *place;
    return names->few.count == 0 ? NULL : sl_id_map_get(&names->few, id);
}

/* The name is borrowed. false, and nothing happened, when memory is out. `one_of_many`: those
 * beside it are likely to follow. */
bool sl_id_names_set(struct sl_id_names *names, int64_t id, char *name, bool one_of_many);
/* Makes room for ids up to the last: then several threads may set names of different blocks, one of
 * many each. false when memory is out, or for ids that no import makes, which have no blocks. */
bool sl_id_names_reserve(struct sl_id_names *names, int64_t last);
void sl_id_names_release(struct sl_id_names *names);

#endif
