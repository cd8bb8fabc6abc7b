/* A hash map from numbers to pointers: open addressing, linear probing. */
#include "store/id_map.h"

#include <stdlib.h>

static size_t home_of(int64_t id, size_t capacity)
{
    uint64_t hash = (uint64_t)id * UINT64_C(0x9e3779b97f4a7c15);
    return (size_t)(hash ^ (hash >> 32)) & (capacity - 1);
}

/* The slot that has the id, or the free one where it belongs. */
static struct sl_id_slot *slot_of(struct sl_id_slot *slots, size_t capacity, int64_t id)
{
    size_t at = home_of(id, capacity);
    while (slots[at].value != NULL && slots[at].id != id)
        at = (at + 1) & (capacity - 1);
    return &slots[at];
}

void *sl_id_map_get(const struct sl_id_map *map, int64_t id)
{
    return map->capacity == 0 ? NULL : slot_of(map->slots, map->capacity, id)->value;
}

static bool grow(struct sl_id_map *map)
{
    size_t capacity = map->capacity == 0 ? 64 : map->capacity * 2;
    struct sl_id_slot *slots = calloc(capacity, sizeof *slots);
    if (slots == NULL) return false;
    for (size_t i = 0; i < map->capacity; i++) {
        const struct sl_id_slot *old = &map->slots[i];
        if (old->value != NULL) *slot_of(slots, capacity, old->id) = *old;
    }
    free(map->slots);
    map->slots = slots;
    map->capacity = capacity;
    return true;
}

bool sl_id_map_put(struct sl_id_map *map, int64_t id, void *value)
{
    if (map->count * 3 >= map->capacity * 2 && !grow(map)) return false;
    struct sl_id_slot *slot = slot_of(map->slots, map->capacity, id);
    if (slot->value == NULL) map->count++;
    *slot = (struct sl_id_slot){.id = id, .value = value};
    return true;
}

void sl_id_map_release(struct sl_id_map *map)
{
    free(map->slots);
    *map = (struct sl_id_map){0};
}
