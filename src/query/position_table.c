/* Rows of positions and their order. */
#include "query/position_table.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/expect.h"
#include "base/vector.h"

void sl_position_table_clear(struct sl_position_table *table)
{
    table->count = 0;
    sl_arena_reset(&table->arena);
}

void sl_position_table_release(struct sl_position_table *table)
{
    free(table->rows);
    free(table->order);
    sl_arena_release(&table->arena);
    *table = (struct sl_position_table){0};
}

static enum sl_status add_row(struct sl_position_table *table, const struct sl_play *play,
                              sl_entity issuer, const struct sl_position *position,
                              struct sl_error *err)
{
    if (!sl_vector_grow(&table->rows, table->count, &table->capacity, sizeof *table->rows))
        return sl_fail_memory(err);
    struct sl_placed *placed = &table->rows[table->count];
    struct sl_position_row *row = &placed->row;
    struct sl_range stake = {0};
    bool known = sl_ledger_stake(&play->ledger, position, &stake);
    placed->issuer = issuer;
    placed->holder = position->holder;
    *row = (struct sl_position_row){
        .class_ = position->class_,
        .votes_pct = sl_play_votes(&play->ledger, position),
        .shares = sl_ledger_shares(&play->ledger, position),
        .since = position->since,
        .basis = known ? sl_basis_name(sl_ledger_basis(&play->ledger, position)) : NULL,
        .source = position->source,
    };
    sl_range_percents(known, stake, &row->stake_pct, &row->stake_low_pct, &row->stake_high_pct);
    /* as printed: rounding must not order equals */
    placed->rank = known ? -round(row->stake_pct * 1e6) : INFINITY;
    if (!table->borrows && (!sl_arena_keep(&table->arena, &row->class_) ||
                            !sl_arena_keep(&table->arena, &row->source)))
        return sl_fail_memory(err);
    table->count++;
    return SL_OK;
}

enum sl_status sl_position_table_add(struct sl_position_table *table, const struct sl_play *play,
                                     sl_entity issuer, sl_entity holder, struct sl_error *err)
{
    enum sl_status status = SL_OK;
    for (size_t i = 0; i < play->ledger.count && status == SL_OK; i++) {
        const struct sl_position *position = play->ledger.positions[i];
        if (holder != 0 && position->holder != holder) continue;
        if (!sl_position_is_nothing(position)) status = add_row(table, play, issuer, position, err);
    }
    return status;
}

/* ---- sending ---- */

enum { EXPECT_FAR = 16, EXPECT_NEAR = 8 };

void sl_position_table_name(struct sl_position_table *table, struct sl_book *book)
{
    struct sl_placed *rows = table->rows;
    const size_t count = table->count;
    for (size_t i = 0; i < count; i++) {
        sl_expect(rows[i].row.source);
        if (i + EXPECT_FAR < count) sl_book_fetch_name(book, rows[i + EXPECT_FAR].holder, false);
        if (i + EXPECT_NEAR < count) sl_book_fetch_name(book, rows[i + EXPECT_NEAR].holder, true);
        rows[i].row.holder = sl_book_name(book, rows[i].holder);
        rows[i].row.issuer = i > 0 && rows[i].issuer == rows[i - 1].issuer
                                 ? rows[i - 1].row.issuer
                                 : sl_book_name(book, rows[i].issuer);
    }
}

static int compare_text(const char *a, const char *b)
{
    return a == b ? 0 : strcmp(a == NULL ? "" : a, b == NULL ? "" : b);
}

static int compare_placed(const void *left, const void *right)
{
    const struct sl_placed *a = *(const struct sl_placed *const *)left;
    const struct sl_placed *b = *(const struct sl_placed *const *)right;
    if (a->rank != b->rank) return a->rank < b->rank ? -1 : 1;
    int order = compare_text(a->row.issuer, b->row.issuer);
    if (order == 0) order = compare_text(a->row.holder, b->row.holder);
    return order != 0 ? order : compare_text(a->row.class_, b->row.class_);
}

enum sl_status sl_position_table_send(struct sl_position_table *table, size_t first, size_t count,
                                      struct sl_sink sink, struct sl_error *err)
{
    enum sl_status status = SL_OK;
    if (count == 0) return SL_OK; /* of a table without rows, too */
    const struct sl_placed *rows = table->rows + first;
    while (table->order_capacity < count) {
        if (!sl_vector_grow(&table->order, table->order_capacity, &table->order_capacity,
                            sizeof *table->order))
            return sl_fail_memory(err);
    }
    for (size_t i = 0; i < count; i++)
        table->order[i] = &rows[i];
    if (count > 1) qsort(table->order, count, sizeof *table->order, compare_placed);
    for (size_t i = 0; i < count && status == SL_OK; i++)
        status = sink.row(sink.context, &table->order[i]->row, err);
    return status;
}
