/* A hash map from numbers to pointers. */
#ifndef STORE_ID_MAP_H
#define STORE_ID_MAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct sl_id_slot {
    int64_t id;
    void *value; /* NULL: free */
};

/* All zero is an empty map. */
struct sl_id_map {
    struct sl_id_slot *slots;
    size_t count, capacity; /* a power of two, at most two thirds full */
};

/* NULL when there is none. */
void *sl_id_map_get(const struct sl_id_map *map, int64_t id);
/* Adds or replaces; `value` is not NULL. false when memory is out. */
bool sl_id_map_put(struct sl_id_map *map, int64_t id, void *value);
void sl_id_map_release(struct sl_id_map *map);

#endif
