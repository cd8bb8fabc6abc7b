/* Sorted by holder, then in the order of the holders' first rows: a round may have many. */
#include "query/round_investors.h"

#include <stdlib.h>

#include "base/error.h"
#include "base/sort.h"
#include "base/vector.h"

static int compare(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

static int compare_holders(const void *left, const void *right)
{
    const struct sl_round_investor *a = left, *b = right;
    if (a->holder != b->holder) return a->holder < b->holder ? -1 : 1;
    return compare(a->row, b->row);
}

static int compare_firsts(const void *left, const void *right)
{
    const struct sl_round_investor *a = left, *b = right;
    return a->first != b->first ? compare(a->first, b->first) : compare(a->row, b->row);
}

enum sl_status sl_round_investors_list(struct sl_round_investors *investors,
                                       const struct sl_round *round, bool leads,
                                       struct sl_error *err)
{
    investors->count = 0;
    for (size_t i = 0; i < round->count; i++) {
        const struct sl_event *event = &round->rows[i]->event;
        if (event->holder == 0 || (leads && !event->lead)) continue;
        if (!sl_vector_grow(&investors->items, investors->count, &investors->capacity,
                            sizeof *investors->items))
            return sl_fail_memory(err);
        investors->items[investors->count++] = (struct sl_round_investor){event->holder, i, i};
    }
    if (investors->count < 2) return SL_OK;
    struct sl_round_investor *items = investors->items;
    sl_sort_few(items, investors->count, sizeof *items, compare_holders);
    for (size_t i = 1; i < investors->count; i++) {
        if (items[i].holder == items[i - 1].holder) items[i].first = items[i - 1].first;
    }
    sl_sort_few(items, investors->count, sizeof *items, compare_firsts);
    return SL_OK;
}

size_t sl_round_investors_end(const struct sl_round_investors *investors, size_t first)
{
    size_t end = first + 1;
    while (end < investors->count && investors->items[end].first == investors->items[first].first)
        end++;
    return end;
}

void sl_round_investors_release(struct sl_round_investors *investors)
{
    free(investors->items);
    *investors = (struct sl_round_investors){0};
}
