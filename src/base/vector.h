/* Growing a typed array by doubling: the caller keeps items, count and capacity itself. */
#ifndef BASE_VECTOR_H
#define BASE_VECTOR_H

#include <stdbool.h>
#include <stddef.h>

/* Makes room for one more item of `size` bytes; `items` is a pointer to the array's pointer.
 * false when memory is out, and nothing changed. */
bool sl_vector_grow(void *items, size_t count, size_t *capacity, size_t size);

#endif
