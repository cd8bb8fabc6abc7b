/* Arrays of entities in order. */
#include "store/ids.h"

#include <stdbool.h>
#include <stdlib.h>

#include "base/vector.h"

int sl_ids_compare(const void *a, const void *b)
{
    const sl_entity *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

/* As a table's are. */
static bool are_in_order(const sl_entity *ids, size_t count)
{
    size_t i = 1;
    while (i < count && ids[i - 1] < ids[i])
        i++;
    return i >= count;
}

void sl_ids_make_unique(sl_entity *ids, size_t *count)
{
    size_t kept = 0;
    if (are_in_order(ids, *count)) return;
    qsort(ids, *count, sizeof *ids, sl_ids_compare);
    for (size_t i = 0; i < *count; i++) {
        if (kept == 0 || ids[i] != ids[kept - 1]) ids[kept++] = ids[i];
    }
    *count = kept;
}

size_t sl_ids_run(const sl_entity *ids, size_t count, sl_entity near)
{
    size_t run = 1;
    while (run < count && ids[run] - ids[run - 1] <= near)
        run++;
    return run;
}

enum sl_status sl_ids_add(struct sl_ids *list, sl_entity id, struct sl_error *err)
{
    if (!sl_vector_grow(&list->items, list->count, &list->capacity, sizeof *list->items))
        return sl_fail_memory(err);
    list->items[list->count++] = id;
    return SL_OK;
}

enum sl_status sl_ids_hand_over(struct sl_ids *list, enum sl_status status, sl_entity **out,
                                size_t *count, struct sl_error *err)
{
    if (status == SL_OK && list->items == NULL) {
        list->items = calloc(1, sizeof *list->items);
        if (list->items == NULL) status = sl_fail_memory(err);
    }
    if (status != SL_OK) {
        free(list->items);
        return status;
    }
    *out = list->items;
    *count = list->count;
    return SL_OK;
}
