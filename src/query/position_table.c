/* Rows of positions and their order. */
#include "query/position_table.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/vector.h"

enum { EXPECT_FAR = 16, EXPECT_NEAR = 8 };

/* ---- gathering ---- */

/* Of its length and both ends. */
static size_t hash_of(const char *text)
{
    uint64_t start = 0, end = 0;
    const size_t length = strlen(text), size = length < sizeof start ? length : sizeof start;
    memcpy(&start, text, size);
    memcpy(&end, text + length - size, size);
    return (size_t)(((start ^ end << 1 ^ length) * UINT64_C(0x9e3779b97f4a7c15)) >> 32);
}

/* The table's copy of a text: sources are few, and most rows repeat one. */
static bool keep_text(struct sl_position_table *table, const char **text)
{
    if (*text == NULL) return true;
    const char **kept = &table->texts[hash_of(*text) % SL_POSITION_TEXTS];
    if (*kept != NULL && strcmp(*kept, *text) == 0) {
        *text = *kept;
        return true;
    }
    if (!sl_arena_keep(&table->arena, text)) return false;
    *kept = *text;
    return true;
}

static enum sl_status add_row(struct sl_position_table *table, const struct sl_ledger *ledger,
                              sl_entity issuer, const struct sl_position *position,
                              struct sl_error *err)
{
    if (!sl_vector_grow(&table->rows, table->count, &table->capacity, sizeof *table->rows))
        return sl_fail_memory(err);
    struct sl_held *row = &table->rows[table->count];
    struct sl_range stake;
    const bool known = sl_ledger_stake(ledger, position, &stake);
    *row = (struct sl_held){
        .issuer = issuer,
        .holder = position->holder,
        .low = known ? stake.low : NAN,
        .high = known ? stake.high : NAN,
        .votes = sl_play_votes(ledger, position),
        .shares = sl_ledger_shares(ledger, position),
        .class_ = position->class_,
        .source = position->source,
        .since = position->since.day,
        .since_unit = position->since.unit,
        .basis = known ? (uint8_t)sl_ledger_basis(ledger, position) : 0,
    };
    if (!keep_text(table, &row->class_) || !keep_text(table, &row->source))
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
        if (!sl_position_is_nothing(position))
            status = add_row(table, &play->ledger, issuer, position, err);
    }
    return status;
}

void sl_position_table_read_names(const struct sl_position_table *table, struct sl_book *book)
{
    for (size_t i = 0; i < table->count; i++) {
        const struct sl_held *row = &table->rows[i];
        if (i + EXPECT_FAR < table->count)
            sl_book_fetch_name(book, table->rows[i + EXPECT_FAR].holder, false);
        sl_book_name(book, row->holder);
        if (i == 0 || row->issuer != row[-1].issuer) sl_book_name(book, row->issuer);
    }
}

void sl_position_table_release(struct sl_position_table *table)
{
    free(table->rows);
    sl_arena_release(&table->arena);
    *table = (struct sl_position_table){0};
}

/* ---- pages ---- */

enum sl_status sl_position_page_begin(struct sl_position_page *page, size_t room,
                                      struct sl_error *err)
{
    page->count = 0;
    page->unnamed = 0;
    if (room <= page->capacity) return SL_OK;
    sl_position_page_release(page);
    page->rows = calloc(room, sizeof *page->rows);
    page->order = calloc(room, sizeof *page->order);
    if (page->rows == NULL || page->order == NULL) return sl_fail_memory(err);
    page->capacity = room;
    return SL_OK;
}

void sl_position_page_release(struct sl_position_page *page)
{
    free(page->rows);
    free(page->order);
    *page = (struct sl_position_page){0};
}

static void place(struct sl_placed *placed, const struct sl_held *held)
{
    const bool known = !isnan(held->low);
    struct sl_position_row *row = &placed->row;
    placed->issuer = held->issuer;
    placed->holder = held->holder;
    *row = (struct sl_position_row){
        .class_ = held->class_,
        .votes_pct = held->votes,
        .shares = held->shares,
        .since = {.day = held->since, .unit = held->since_unit},
        .basis = known ? sl_basis_name((enum sl_basis)held->basis) : NULL,
        .source = held->source,
    };
    sl_range_percents(known, (struct sl_range){.low = held->low, .high = held->high},
                      &row->stake_pct, &row->stake_low_pct, &row->stake_high_pct);
    /* as printed: rounding must not order equals */
    placed->rank = known ? -round(row->stake_pct * 1e6) : INFINITY;
}

static const char *name_of(struct sl_position_page *page, const struct sl_book *book,
                           sl_entity entity)
{
    const char *name = sl_book_known_name(book, entity);
    if (name != NULL) return name;
    page->unnamed = entity;
    return "?";
}

static void name_rows(struct sl_position_page *page, size_t first, size_t count,
                      const struct sl_book *book)
{
    struct sl_placed *rows = page->rows + first;
    for (size_t i = 0; i < count; i++) {
        if (i + EXPECT_FAR < count) sl_book_fetch_name(book, rows[i + EXPECT_FAR].holder, false);
        if (i + EXPECT_NEAR < count) sl_book_fetch_name(book, rows[i + EXPECT_NEAR].holder, true);
        rows[i].row.holder = name_of(page, book, rows[i].holder);
        rows[i].row.issuer = i > 0 && rows[i].issuer == rows[i - 1].issuer
                                 ? rows[i - 1].row.issuer
                                 : name_of(page, book, rows[i].issuer);
    }
}

static int compare_placed(const void *left, const void *right)
{
    const struct sl_placed *a = *(const struct sl_placed *const *)left;
    const struct sl_placed *b = *(const struct sl_placed *const *)right;
    if (a->rank != b->rank) return a->rank < b->rank ? -1 : 1;
    int order = sl_cell_compare(a->row.issuer, b->row.issuer);
    if (order == 0) order = sl_cell_compare(a->row.holder, b->row.holder);
    return order != 0 ? order : sl_cell_compare(a->row.class_, b->row.class_);
}

void sl_position_page_add(struct sl_position_page *page, const struct sl_held *rows, size_t count,
                          const struct sl_book *book)
{
    if (count == 0) return; /* there may be no array */
    struct sl_placed *first = page->rows + page->count;
    const struct sl_placed **order = page->order + page->count;
    for (size_t i = 0; i < count; i++) {
        place(&first[i], &rows[i]);
        order[i] = &first[i];
    }
    name_rows(page, page->count, count, book);
    if (count > 1) qsort(order, count, sizeof *order, compare_placed);
    page->count += count;
}

enum sl_status sl_position_page_send(const struct sl_position_page *page, struct sl_sink sink,
                                     struct sl_error *err)
{
    enum sl_status status = SL_OK;
    for (size_t i = 0; i < page->count && status == SL_OK; i++)
        status = sink.row(sink.context, &page->order[i]->row, err);
    return status;
}
