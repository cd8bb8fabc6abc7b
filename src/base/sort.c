/* Two halves, merged. */
#include "base/sort.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/thread.h"

enum { MANY = 1 << 15 }; /* a thread is worth it */

struct half {
    void *items;
    size_t count, size;
    sl_comparison *compare;
};

static void *sort_half(void *context)
{
    const struct half *half = context;
    qsort(half->items, half->count, half->size, half->compare);
    return NULL;
}

/* The first half makes room for itself: what is taken from the second leaves as much. */
static void merge(char *items, const struct half *left, const struct half *right, char *copy)
{
    const size_t size = left->size;
    const char *a = copy, *b = right->items;
    const char *a_end = copy + left->count * size, *b_end = b + right->count * size;
    memcpy(copy, left->items, left->count * size);
    for (; a != a_end; items += size) {
        const bool first = b == b_end || left->compare(a, b) <= 0;
        memcpy(items, first ? a : b, size);
        if (first)
            a += size;
        else
            b += size;
    }
}

void sl_sort(void *items, size_t count, size_t size, sl_comparison *compare)
{
    const size_t middle = count / 2;
    struct half left = {items, middle, size, compare};
    struct half right = {(char *)items + middle * size, count - middle, size, compare};
    pthread_t thread;
    char *copy = count < MANY || sl_thread_room() == 1 ? NULL : malloc(middle * size);
    if (copy != NULL && sl_thread_start(&thread, sort_half, &right)) {
        sort_half(&left);
        pthread_join(thread, NULL);
        merge(items, &left, &right, copy);
    } else if (count > 1) {
        qsort(items, count, size, compare);
    }
    free(copy);
}
