/* Sums by group and currency, found by a seeded hash. */
#include "query/round_sums.h"

#include <stdlib.h>
#include <string.h>

#include "base/expect.h"
#include "base/vector.h"
#include "store/name_table.h"

enum { SLOTS_FIRST = 256 };

static size_t hash_of(const struct sl_sums *sums, const struct sl_sum *sum)
{
    const uint64_t seed = sums->seed ^ (uint64_t)sum->key;
    const char *group = sum->key != 0 ? "" : sum->group;
    const uint64_t hash = sl_hash_bytes(group, strlen(group), seed);
    return (size_t)sl_hash_bytes(sum->amount.currency, strlen(sum->amount.currency), hash);
}

static bool same_group(const struct sl_sum *a, const struct sl_sum *b)
{
    return a->key == b->key && strcmp(a->amount.currency, b->amount.currency) == 0 &&
           (a->key != 0 || strcmp(a->group, b->group) == 0);
}

/* The slot of the group's sum, or the free one where it belongs. */
static uint32_t *slot_of(const struct sl_sums *sums, const struct sl_sum *sum)
{
    size_t at = hash_of(sums, sum) & (sums->slot_count - 1);
    while (sums->slots[at] != 0 && !same_group(&sums->items[sums->slots[at] - 1], sum))
        at = (at + 1) & (sums->slot_count - 1);
    return &sums->slots[at];
}

static bool grow_slots(struct sl_sums *sums)
{
    const size_t count = sums->slot_count == 0 ? SLOTS_FIRST : sums->slot_count * 2;
    if (sums->slot_count == 0) sums->seed = (uint64_t)(uintptr_t)sums;
    uint32_t *slots = calloc(count, sizeof *slots);
    if (slots == NULL) return false;
    free(sums->slots);
    sums->slots = slots;
    sums->slot_count = count;
    for (size_t i = 0; i < sums->count; i++)
        *slot_of(sums, &sums->items[i]) = (uint32_t)i + 1;
    return true;
}

struct sl_sum *sl_sums_find(struct sl_sums *sums, const struct sl_sum *wanted)
{
    struct sl_sum sum = *wanted;
    if (sums->count * 2 >= sums->slot_count && !grow_slots(sums)) return NULL;
    uint32_t *slot = slot_of(sums, wanted);
    if (*slot != 0) return &sums->items[*slot - 1];
    sum.rounds = 0;
    sum.amount.minor = 0;
    sum.uncountable = false;
    if (!sl_vector_grow(&sums->items, sums->count, &sums->capacity, sizeof *sums->items) ||
        !sl_arena_keep(&sums->arena, &sum.group))
        return NULL;
    sums->items[sums->count++] = sum;
    *slot = (uint32_t)sums->count;
    return &sums->items[*slot - 1];
}

void sl_sums_expect(const struct sl_sums *sums, const struct sl_sum *wanted, bool again)
{
    if (sums->slot_count == 0) return;
    const uint32_t *slot = &sums->slots[hash_of(sums, wanted) & (sums->slot_count - 1)];
    if (!again)
        sl_expect(slot);
    else if (*slot != 0)
        sl_expect(&sums->items[*slot - 1]);
}

void sl_sums_release(struct sl_sums *sums)
{
    free(sums->items);
    free(sums->slots);
    sl_arena_release(&sums->arena);
    *sums = (struct sl_sums){0};
}
