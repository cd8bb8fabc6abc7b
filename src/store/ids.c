/* Arrays of entities in order. */
#include "store/ids.h"

#include <stdbool.h>
#include <stdlib.h>

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
