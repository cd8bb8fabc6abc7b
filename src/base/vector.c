/* Growing a typed array by doubling. */
#include "base/vector.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

bool sl_vector_grow(void *items, size_t count, size_t *capacity, size_t size)
{
    if (count < *capacity) return true;
    size_t wanted = *capacity < 8 ? 8 : *capacity * 2;
    if (wanted > SIZE_MAX / size / 2) return false;
    void *old;
    memcpy(&old, items, sizeof old); /* any object pointer, without aliasing it */
    void *grown = realloc(old, wanted * size);
    if (grown == NULL) return false;
    memcpy(items, &grown, sizeof grown);
    *capacity = wanted;
    return true;
}
