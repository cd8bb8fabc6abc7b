/* Quicksort by eight bytes of each text; those that have the same eight, by the next. */
#include "base/text_sort.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/expect.h"
#include "base/text.h"
#include "base/thread.h"

enum { EIGHT = 8, FEW = 12, MANY = 1 << 14 /* a thread is worth it */, AHEAD = 8 };

/* Texts that are alike up to `depth`, and the eight bytes of each that follow. */
struct span {
    struct sl_text_item *items;
    size_t count, depth;
    sl_comparison *compare;
    uint64_t dice;  /* which items a pivot is chosen of */
    bool may_split; /* on two threads */
};

static void read_eights(const struct span *span)
{
    for (size_t i = 0; i < span->count; i++) {
        if (i + AHEAD < span->count) sl_expect(span->items[i + AHEAD].text + span->depth);
        span->items[i].eight = sl_text_beginning(span->items[i].text + span->depth);
    }
}

/* Does a text end in these eight bytes? */
static bool has_end(uint64_t eight)
{
    return (eight & 0xff) == 0;
}

static int compare_items(const struct span *span, const struct sl_text_item *a,
                         const struct sl_text_item *b)
{
    if (a->eight != b->eight) return a->eight < b->eight ? -1 : 1;
    const size_t after = span->depth + EIGHT;
    int order = 0;
    if (!has_end(a->eight) && a->text != b->text) order = strcmp(a->text + after, b->text + after);
    return order != 0 ? order : span->compare(a, b);
}

static void sort_few(const struct span *span)
{
    struct sl_text_item *items = span->items;
    for (size_t i = 1; i < span->count; i++) {
        const struct sl_text_item item = items[i];
        size_t at = i;
        for (; at > 0 && compare_items(span, &items[at - 1], &item) > 0; at--)
            items[at] = items[at - 1];
        items[at] = item;
    }
}

static uint64_t middle_of(uint64_t a, uint64_t b, uint64_t c)
{
    const uint64_t low = a < b ? a : b, high = a < b ? b : a;
    return c < low ? low : c > high ? high : c;
}

static uint64_t draw(struct span *span)
{
    span->dice = span->dice * UINT64_C(6364136223846793005) + 1442695040888963407;
    return span->items[(span->dice >> 32) % span->count].eight;
}

/* The middle of nine, by threes. */
static uint64_t pivot_of(struct span *span)
{
    uint64_t middles[3];
    for (size_t i = 0; i < 3; i++) {
        const uint64_t a = draw(span), b = draw(span), c = draw(span);
        middles[i] = middle_of(a, b, c);
    }
    return middle_of(middles[0], middles[1], middles[2]);
}

static void swap(struct sl_text_item *a, struct sl_text_item *b)
{
    const struct sl_text_item item = *a;
    *a = *b;
    *b = item;
}

/* Divides a span into what comes before the pivot, what has it, and what comes after. */
static void divide(struct span *span, struct span parts[3])
{
    const uint64_t pivot = pivot_of(span);
    struct sl_text_item *items = span->items;
    size_t before = 0, at = 0, after = span->count;
    while (at < after) {
        if (items[at].eight < pivot)
            swap(&items[before++], &items[at++]);
        else if (items[at].eight > pivot)
            swap(&items[at], &items[--after]);
        else
            at++;
    }
    for (size_t i = 0; i < 3; i++)
        parts[i] = *span;
    parts[0].count = before;
    parts[1].items += before;
    parts[1].count = after - before;
    parts[2].items += after;
    parts[2].count -= after;
}

/* Those of the same eight bytes are to be sorted by the next, or all have one text. */
static void go_deeper(struct span *same)
{
    if (same->count > 1 && !has_end(same->items->eight)) {
        same->depth += EIGHT;
        read_eights(same);
        return;
    }
    if (same->count > 1) qsort(same->items, same->count, sizeof *same->items, same->compare);
    same->count = 0;
}

static void sort(struct span *span);

static void *sort_part(void *context)
{
    sort(context);
    return NULL;
}

/* Leaves the largest part to be sorted; by another thread, if the others are worth it. */
static void sort_others(struct span *span, struct span parts[3])
{
    pthread_t thread;
    size_t largest = 0;
    for (size_t i = 1; i < 3; i++) {
        if (parts[i].count > parts[largest].count) largest = i;
    }
    bool apart = span->may_split && span->count - parts[largest].count >= MANY;
    for (size_t i = 0; i < 3; i++)
        parts[i].may_split = span->may_split && !apart;
    apart = apart && sl_thread_room() > 1 && sl_thread_start(&thread, sort_part, &parts[largest]);
    for (size_t i = 0; i < 3; i++) {
        if (i != largest) sort(&parts[i]);
    }
    if (apart) pthread_join(thread, NULL);
    *span = parts[largest];
    if (apart) span->count = 0;
}

static void sort(struct span *span)
{
    while (span->count > FEW) {
        struct span parts[3];
        divide(span, parts);
        go_deeper(&parts[1]);
        sort_others(span, parts);
    }
    sort_few(span);
}

void sl_text_sort(struct sl_text_item *items, size_t count, sl_comparison *compare)
{
    struct span all = {.items = items,
                       .count = count,
                       .compare = compare,
                       .dice = (uint64_t)(uintptr_t)items,
                       .may_split = true};
    read_eights(&all);
    sort(&all);
}
