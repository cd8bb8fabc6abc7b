/* Sums of rounds in the order of what their groups are called, then of currencies. */
#ifndef QUERY_ROUND_ORDER_H
#define QUERY_ROUND_ORDER_H

#include "base/text_sort.h"
#include "query/round_parts.h"

/* All zero is empty. */
struct sl_sum_order {
    struct sl_text_item *items; /* what a group is called, `of` a sum */
    size_t count;
    struct sl_arena spelled; /* groups that are no entities */
};

/* Spells the groups of all sums and puts them in order; of those that read alike in one currency,
 * one has what all had. Lives as long as the sums and the book. */
enum sl_status sl_sum_order_make(struct sl_sum_order *order, struct sl_sums *sums,
                                 struct sl_book *book, enum sl_round_group by,
                                 struct sl_error *err);
void sl_sum_order_release(struct sl_sum_order *order);

#endif
