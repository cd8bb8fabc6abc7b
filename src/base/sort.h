/* Sorting much at once. */
#ifndef BASE_SORT_H
#define BASE_SORT_H

#include <stddef.h>

/* As qsort; of many, each half by a thread. The comparison may be asked on both. */
void sl_sort(void *items, size_t count, size_t size, int (*compare)(const void *, const void *));

#endif
