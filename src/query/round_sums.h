/* Sums of rounds by group and currency, to which several threads add at once. */
#ifndef QUERY_ROUND_SUMS_H
#define QUERY_ROUND_SUMS_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/* What one group has in one currency: two of them fill a line of the processor's cache. */
struct sl_sum {
    union {
        int64_t key;       /* the group where it is an entity, a period or a currency */
        const char *group; /* else: a text */
    };
    int64_t rounds;
    int64_t minor;    /* the amount in the currency's minor unit */
    char currency[4]; /* all NULs: none */
    uint8_t scale;
    bool uncountable; /* the amounts are too much together */
};

struct sl_sum_slot {
    uint32_t hash;  /* a part of it: a sum is seldom looked at in vain */
    uint32_t place; /* of the sum in the table, from 1; 0: free */
};

/* Those sums whose hashes begin alike: one thread at a time adds to them. */
struct sl_sum_table {
    pthread_mutex_t lock;
    struct sl_sum *items;
    size_t count, capacity;
    struct sl_sum_slot *slots;
    size_t slot_count;
    struct sl_arena texts; /* of the groups */
};

enum { SL_SUM_TABLE_BITS = 4, SL_SUM_TABLES = 1 << SL_SUM_TABLE_BITS };

struct sl_sums {
    struct sl_sum_table tables[SL_SUM_TABLES];
    bool texts;    /* groups are texts, not keys */
    uint64_t seed; /* of the hash: where the sums lie, which whoever writes the labels does not know
                    */
};

void sl_sums_init(struct sl_sums *sums, bool texts);
size_t sl_sums_count(const struct sl_sums *sums);
void sl_sums_release(struct sl_sums *sums);

/* ---- adding ---- */

enum { SL_SUMS_NEAR = 1024, SL_SUMS_QUEUE = 32 };

/* Sums on their way to a table, together: the waits for memory are one. */
struct sl_sum_queue {
    struct sl_sum items[SL_SUMS_QUEUE];
    size_t count;
};

/* What a thread has in hand: it adds up what it met last, and hands over what must make room for
 * others. All zero but for `sums` is empty. */
struct sl_sums_hand {
    struct sl_sums *sums;
    struct sl_sum near[SL_SUMS_NEAR]; /* by hash; of no rounds: free */
    struct sl_sum_queue queues[SL_SUM_TABLES];
};

/* Adds to the sum of that group and currency; the group's text is borrowed for the call. false when
 * memory is out. */
bool sl_sums_add(struct sl_sums_hand *hand, const struct sl_sum *more);
/* Hands over all that is in hand. */
bool sl_sums_hand_over(struct sl_sums_hand *hand);

/* Adds what the same group has in the same currency. */
void sl_sum_add(struct sl_sum *sum, const struct sl_sum *more);

#endif
