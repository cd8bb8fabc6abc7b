/* Sorting little, very often. */
#ifndef BASE_SORT_H
#define BASE_SORT_H

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

typedef int sl_comparison(const void *left, const void *right);

enum { SL_SORT_FEW = 12, SL_SORT_SIZE = 64 /* bytes of the largest item */ };

/* As qsort, for items that are few as a rule: those are sorted in place, by a comparison that is
 * compiled into the loop. What compares as equal stays in order. */
static inline void sl_sort_few(void *items, size_t count, size_t size, sl_comparison *compare)
{
    char *first = items, held[SL_SORT_SIZE];
    if (count > SL_SORT_FEW || size > sizeof held) {
        qsort(items, count, size, compare);
        return;
    }
    for (size_t i = 1; i < count; i++) {
        char *at = first + i * size;
        if (compare(at - size, at) <= 0) continue;
        memcpy(held, at, size);
        do {
            memcpy(at, at - size, size);
            at -= size;
        } while (at != first && compare(at - size, held) > 0);
        memcpy(at, held, size);
    }
}

#endif
