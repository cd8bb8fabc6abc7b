/* Many groups take more memory than the processor keeps near: a sum is met where it was just met,
 * or fetched along with others. */
#include "query/round_sums.h"

#include <stdlib.h>
#include <string.h>

#include "base/expect.h"
#include "store/name_table.h"

enum { SLOTS_FIRST = 64, NEAR_SHIFT = 32, LINE = 64 };
_Static_assert(sizeof(struct sl_sum) * 2 == LINE, "two sums are a line");

void sl_sums_init(struct sl_sums *sums, bool texts)
{
    *sums = (struct sl_sums){.texts = texts, .seed = (uint64_t)(uintptr_t)sums};
    for (size_t i = 0; i < SL_SUM_TABLES; i++)
        pthread_mutex_init(&sums->tables[i].lock, NULL); /* of the default kind: cannot fail */
}

size_t sl_sums_count(const struct sl_sums *sums)
{
    size_t count = 0;
    for (size_t i = 0; i < SL_SUM_TABLES; i++)
        count += sums->tables[i].count;
    return count;
}

void sl_sums_release(struct sl_sums *sums)
{
    for (size_t i = 0; i < SL_SUM_TABLES; i++) {
        struct sl_sum_table *table = &sums->tables[i];
        free(table->items);
        free(table->slots);
        sl_arena_release(&table->texts);
        pthread_mutex_destroy(&table->lock);
    }
}

void sl_sum_add(struct sl_sum *sum, const struct sl_sum *more)
{
    sum->rounds += more->rounds;
    if (more->uncountable || more->minor > INT64_MAX - sum->minor)
        sum->uncountable = true;
    else
        sum->minor += more->minor;
}

/* ---- the hash ---- */

static uint32_t currency_of(const struct sl_sum *sum)
{
    uint32_t currency;
    memcpy(&currency, sum->currency, sizeof currency);
    return currency;
}

static uint64_t hash_of(const struct sl_sums *sums, const struct sl_sum *sum)
{
    const uint64_t group = sums->texts
                               ? sl_hash_bytes(sum->group, strlen(sum->group), sums->seed)
                               : ((uint64_t)sum->key ^ sums->seed) * UINT64_C(0x9e3779b97f4a7c15);
    const uint64_t hash = ((group ^ group >> 29) + currency_of(sum)) * UINT64_C(0xbf58476d1ce4e5b9);
    return hash ^ hash >> 32;
}

static size_t table_of(uint64_t hash)
{
    return (size_t)(hash >> (64 - SL_SUM_TABLE_BITS));
}

static bool is_same(const struct sl_sums *sums, const struct sl_sum *a, const struct sl_sum *b)
{
    if (currency_of(a) != currency_of(b)) return false;
    return sums->texts ? strcmp(a->group, b->group) == 0 : a->key == b->key;
}

/* ---- tables ---- */

/* The slot of that sum, or the free one where it belongs. */
static struct sl_sum_slot *slot_of(const struct sl_sums *sums, const struct sl_sum_table *table,
                                   const struct sl_sum *sum, uint32_t hash)
{
    for (size_t at = hash;; at++) {
        struct sl_sum_slot *slot = &table->slots[at & (table->slot_count - 1)];
        if (slot->place == 0) return slot;
        if (slot->hash == hash && is_same(sums, &table->items[slot->place - 1], sum)) return slot;
    }
}

static bool grow_slots(struct sl_sum_table *table)
{
    const size_t count = table->slot_count == 0 ? SLOTS_FIRST : table->slot_count * 2;
    struct sl_sum_slot *slots = calloc(count, sizeof *slots);
    if (slots == NULL) return false;
    for (size_t i = 0; i < table->slot_count; i++) {
        if (table->slots[i].place == 0) continue;
        size_t at = table->slots[i].hash & (count - 1);
        while (slots[at].place != 0)
            at = (at + 1) & (count - 1);
        slots[at] = table->slots[i];
    }
    free(table->slots);
    table->slots = slots;
    table->slot_count = count;
    return true;
}

/* A line of the processor's cache holds whole sums, which a realloc would not see to. */
static bool grow_items(struct sl_sum_table *table)
{
    const size_t capacity = table->capacity == 0 ? SLOTS_FIRST : table->capacity * 2;
    struct sl_sum *items = aligned_alloc(LINE, capacity * sizeof *items);
    if (items == NULL) return false;
    if (table->count > 0) memcpy(items, table->items, table->count * sizeof *items);
    free(table->items);
    table->items = items;
    table->capacity = capacity;
    return true;
}

/* Room for so many more. */
static bool make_room(struct sl_sum_table *table, size_t more)
{
    while ((table->count + more) * 4 > table->slot_count * 3) {
        if (!grow_slots(table)) return false;
    }
    return table->count + more <= table->capacity || grow_items(table);
}

/* The sum in the table, which has room: a new one is of no rounds. NULL when memory is out. */
static struct sl_sum *find(const struct sl_sums *sums, struct sl_sum_table *table,
                           const struct sl_sum *wanted, uint32_t hash)
{
    struct sl_sum_slot *slot = slot_of(sums, table, wanted, hash);
    if (slot->place != 0) return &table->items[slot->place - 1];
    struct sl_sum *sum = &table->items[table->count];
    *sum = *wanted;
    sum->rounds = 0;
    sum->minor = 0;
    sum->uncountable = false;
    if (sums->texts && !sl_arena_keep(&table->texts, &sum->group)) return NULL;
    table->count++;
    *slot = (struct sl_sum_slot){hash, (uint32_t)table->count};
    return sum;
}

static bool add_queue(const struct sl_sums *sums, struct sl_sum_table *table,
                      const struct sl_sum_queue *queue, const uint32_t hashes[SL_SUMS_QUEUE])
{
    if (!make_room(table, queue->count)) return false;
    for (size_t i = 0; i < queue->count; i++)
        sl_expect(&table->slots[hashes[i] & (table->slot_count - 1)]);
    for (size_t i = 0; i < queue->count; i++) {
        const uint32_t place = table->slots[hashes[i] & (table->slot_count - 1)].place;
        if (place != 0) sl_expect(&table->items[place - 1]);
    }
    for (size_t i = 0; i < queue->count; i++) {
        struct sl_sum *sum = find(sums, table, &queue->items[i], hashes[i]);
        if (sum == NULL) return false;
        sl_sum_add(sum, &queue->items[i]);
    }
    return true;
}

/* ---- what is in hand ---- */

static bool empty_queue(struct sl_sums_hand *hand, size_t number)
{
    struct sl_sum_queue *queue = &hand->queues[number];
    struct sl_sum_table *table = &hand->sums->tables[number];
    uint32_t hashes[SL_SUMS_QUEUE];
    for (size_t i = 0; i < queue->count; i++)
        hashes[i] = (uint32_t)hash_of(hand->sums, &queue->items[i]);
    pthread_mutex_lock(&table->lock);
    const bool added = add_queue(hand->sums, table, queue, hashes);
    pthread_mutex_unlock(&table->lock);
    queue->count = 0;
    return added;
}

static bool put_away(struct sl_sums_hand *hand, const struct sl_sum *sum)
{
    const size_t number = table_of(hash_of(hand->sums, sum));
    struct sl_sum_queue *queue = &hand->queues[number];
    queue->items[queue->count++] = *sum;
    return queue->count < SL_SUMS_QUEUE || empty_queue(hand, number);
}

/* Replaces the text of a group by the one that the tables keep. */
static bool keep_group(struct sl_sums *sums, struct sl_sum *sum, uint64_t hash)
{
    struct sl_sum_table *table = &sums->tables[table_of(hash)];
    pthread_mutex_lock(&table->lock);
    const struct sl_sum *found =
        make_room(table, 1) ? find(sums, table, sum, (uint32_t)hash) : NULL;
    if (found != NULL) sum->group = found->group;
    pthread_mutex_unlock(&table->lock);
    return found != NULL;
}

bool sl_sums_add(struct sl_sums_hand *hand, const struct sl_sum *more)
{
    const uint64_t hash = hash_of(hand->sums, more);
    struct sl_sum *near = &hand->near[hash >> NEAR_SHIFT & (SL_SUMS_NEAR - 1)];
    if (near->rounds > 0 && is_same(hand->sums, near, more)) {
        sl_sum_add(near, more);
        return true;
    }
    if (near->rounds > 0 && !put_away(hand, near)) return false;
    *near = *more;
    return !hand->sums->texts || keep_group(hand->sums, near, hash);
}

bool sl_sums_hand_over(struct sl_sums_hand *hand)
{
    bool added = true;
    for (size_t i = 0; i < SL_SUMS_NEAR && added; i++) {
        if (hand->near[i].rounds > 0) added = put_away(hand, &hand->near[i]);
        hand->near[i].rounds = 0;
    }
    for (size_t i = 0; i < SL_SUM_TABLES && added; i++)
        added = hand->queues[i].count == 0 || empty_queue(hand, i);
    return added;
}
