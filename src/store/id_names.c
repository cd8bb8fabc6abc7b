/* A map, and two levels of arrays. */
#include "store/id_names.h"

#include <stdlib.h>
#include <string.h>

enum { ID_MOST = 1 << 28, BLOCKS_LEAST = 64 };

static bool grow(struct sl_id_names *names, size_t block)
{
    size_t count = names->count < BLOCKS_LEAST ? BLOCKS_LEAST : names->count * 2;
    if (count <= block) count = block + 1;
    char ***blocks = calloc(count, sizeof *blocks);
    if (blocks == NULL) return false;
    if (names->count > 0) memcpy(blocks, names->blocks, names->count * sizeof *blocks);
    free(names->blocks);
    names->blocks = blocks;
    names->count = count;
    return true;
}

bool sl_id_names_reserve(struct sl_id_names *names, int64_t last)
{
    if (last < 0 || last >= ID_MOST) return false;
    const size_t block = (size_t)last / SL_ID_NAMES_BLOCK;
    return block < names->count || grow(names, block);
}

bool sl_id_names_set(struct sl_id_names *names, int64_t id, char *name, bool one_of_many)
{
    const bool has_block = id >= 0 && id < ID_MOST;
    if (!has_block || (!one_of_many && names->few.count < SL_ID_NAMES_FEW))
        return sl_id_map_put(&names->few, id, name);
    const size_t block = (size_t)id / SL_ID_NAMES_BLOCK;
    if (block >= names->count && !grow(names, block)) return false;
    if (names->blocks[block] == NULL)
        names->blocks[block] = calloc(SL_ID_NAMES_BLOCK, sizeof **names->blocks);
    if (names->blocks[block] == NULL) return false;
    names->blocks[block][(size_t)id % SL_ID_NAMES_BLOCK] = name;
    return true;
}

void sl_id_names_release(struct sl_id_names *names)
{
    for (size_t i = 0; i < names->count; i++)
        free(names->blocks[i]);
    free(names->blocks);
    sl_id_map_release(&names->few);
    *names = (struct sl_id_names){0};
}
