/* Names are read in one pass, and fetched before they are looked at. */
#include "query/round_order.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/expect.h"

enum { EXPECT_FAR = 16, EXPECT_NEAR = 8 };

/* ---- what groups are called ---- */

struct spelling {
    struct sl_sum_order *order;
    const struct sl_sums *sums;
    struct sl_book *book;
    enum sl_round_group by;
    bool entities; /* the keys are theirs */
};

static enum sl_status read_names(struct sl_book *book, const struct sl_sums *sums, size_t count,
                                 struct sl_error *err)
{
    size_t at = 0;
    sl_entity *ids = calloc(count + 1, sizeof *ids);
    if (ids == NULL) return sl_fail_memory(err);
    for (size_t i = 0; i < SL_SUM_TABLES; i++) {
        const struct sl_sum_table *table = &sums->tables[i];
        for (size_t j = 0; j < table->count; j++)
            ids[at++] = table->items[j].key;
    }
    enum sl_status status = sl_book_read_names(book, ids, count, err);
    free(ids);
    return status;
}

static const char *spell_key(const struct spelling *spelling, int64_t key)
{
    char text[SL_DATE_SIZE];
    sl_round_key_spell(spelling->by, key, text);
    return sl_arena_copy(&spelling->order->spelled, text, strlen(text));
}

/* NULL when memory is out. */
static const char *spell(const struct spelling *spelling, const struct sl_sum *sum)
{
    if (spelling->sums->texts) return sum->group;
    return spelling->entities ? sl_book_name(spelling->book, sum->key)
                              : spell_key(spelling, sum->key);
}

static void expect_names(struct sl_book *book, const struct sl_sum_table *table, size_t i)
{
    if (i + EXPECT_FAR < table->count)
        sl_book_fetch_name(book, table->items[i + EXPECT_FAR].key, false);
    if (i + EXPECT_NEAR < table->count)
        sl_book_fetch_name(book, table->items[i + EXPECT_NEAR].key, true);
}

static enum sl_status take_table(const struct spelling *spelling, struct sl_sum_table *table,
                                 struct sl_error *err)
{
    struct sl_sum_order *order = spelling->order;
    for (size_t i = 0; i < table->count; i++) {
        struct sl_sum *sum = &table->items[i];
        if (spelling->entities) expect_names(spelling->book, table, i);
        const char *group = spell(spelling, sum);
        if (group == NULL) return sl_fail_memory(err);
        order->items[order->count++] = (struct sl_text_item){.text = group, .of = sum};
    }
    return SL_OK;
}

/* ---- the order ---- */

static int compare_currencies(const void *left, const void *right)
{
    const struct sl_sum *a = ((const struct sl_text_item *)left)->of;
    const struct sl_sum *b = ((const struct sl_text_item *)right)->of;
    return memcmp(a->currency, b->currency, sizeof a->currency);
}

static bool read_alike(const struct sl_text_item *a, const struct sl_text_item *b)
{
    return a->eight == b->eight && strcmp(a->text, b->text) == 0 && compare_currencies(a, b) == 0;
}

static void unite(struct sl_sum_order *order)
{
    size_t kept = 0;
    for (size_t i = 0; i < order->count; i++) {
        if (i + EXPECT_FAR < order->count) sl_expect(order->items[i + EXPECT_FAR].of);
        if (kept > 0 && read_alike(&order->items[kept - 1], &order->items[i]))
            sl_sum_add(order->items[kept - 1].of, order->items[i].of);
        else
            order->items[kept++] = order->items[i];
    }
    order->count = kept;
}

enum sl_status sl_sum_order_make(struct sl_sum_order *order, struct sl_sums *sums,
                                 struct sl_book *book, enum sl_round_group by, struct sl_error *err)
{
    const struct spelling spelling = {.order = order,
                                      .sums = sums,
                                      .book = book,
                                      .by = by,
                                      .entities =
                                          by == SL_ROUNDS_BY_ISSUER || by == SL_ROUNDS_BY_INVESTOR};
    const size_t count = sl_sums_count(sums);
    enum sl_status status = spelling.entities ? read_names(book, sums, count, err) : SL_OK;
    if (status != SL_OK) return status;
    order->items = calloc(count + 1, sizeof *order->items);
    if (order->items == NULL) return sl_fail_memory(err);
    for (size_t i = 0; i < SL_SUM_TABLES && status == SL_OK; i++)
        status = take_table(&spelling, &sums->tables[i], err);
    if (status != SL_OK) return status;
    sl_text_sort(order->items, order->count, compare_currencies);
    unite(order);
    return SL_OK;
}

void sl_sum_order_release(struct sl_sum_order *order)
{
    free(order->items);
    sl_arena_release(&order->spelled);
    *order = (struct sl_sum_order){0};
}
