/* Sums of rounds by group and currency: a hash table in the order in which the groups were met. */
#ifndef QUERY_ROUND_SUMS_H
#define QUERY_ROUND_SUMS_H

#include <stakeline/money.h>

#include "base/arena.h"

/* The sum of what one group has in one currency. */
struct sl_sum {
    int64_t key;       /* the group where it is an entity, a period or a currency, else 0 */
    const char *group; /* in the arena, or a name of the book; NULL, of a key: not spelled yet */
    int64_t rounds;
    struct sl_money amount;
    bool uncountable; /* the amounts are too much together */
};

/* All zero is an empty one. */
struct sl_sums {
    struct sl_sum *items;
    size_t count, capacity;
    uint32_t *slots; /* of the items, by their places from 1; 0: free */
    size_t slot_count;
    uint64_t seed; /* of their hash: where the sums first lay, which whoever writes the labels does
                      not know */
    struct sl_arena arena;
};

/* The sum of the group (key and text) and the currency of `wanted`; a new one is of no rounds and
 * of an amount of 0. Valid until the next call; NULL when memory is out. */
struct sl_sum *sl_sums_find(struct sl_sums *sums, const struct sl_sum *wanted);
/* The sum of this group will soon be asked for: a hint that saves the wait for memory. Twice, some
 * time apart. */
void sl_sums_expect(const struct sl_sums *sums, const struct sl_sum *wanted, bool again);
void sl_sums_release(struct sl_sums *sums);

#endif
