/* Rows of positions and their order. */
#include "query/position_table.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/expect.h"
#include "base/sort.h"
#include "base/vector.h"
#include "store/ids.h"

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

enum sl_status sl_position_table_read_names(const struct sl_position_table *table,
                                            struct sl_book *book, struct sl_error *err)
{
    size_t count = 0;
    sl_entity *ids = calloc(2 * table->count + 1, sizeof *ids);
    if (ids == NULL) return sl_fail_memory(err);
    for (size_t i = 0; i < table->count; i++) {
        const struct sl_held *row = &table->rows[i];
        ids[count++] = row->holder;
        if (i == 0 || row->issuer != row[-1].issuer) ids[count++] = row->issuer;
    }
    sl_ids_make_unique(ids, &count); /* in the order of the table they are found soonest */
    enum sl_status status = sl_book_read_names(book, ids, count, err);
    for (size_t i = 0; i < count && status == SL_OK; i++)
        sl_book_name(book, ids[i]);
    free(ids);
    return status;
}

void sl_position_table_clear(struct sl_position_table *table)
{
    if (table->count == 0) return;
    table->count = 0;
    sl_arena_reset(&table->arena);
    memset(table->texts, 0, sizeof table->texts);
}

void sl_position_table_release(struct sl_position_table *table)
{
    free(table->rows);
    sl_arena_release(&table->arena);
    *table = (struct sl_position_table){0};
}

/* ---- pages ---- */

void sl_position_page_release(struct sl_position_page *page)
{
    free(page->rows);
    *page = (struct sl_position_page){0};
}

static const char *name_of(struct sl_position_page *page, const struct sl_book *book,
                           sl_entity entity)
{
    const char *name = sl_book_known_name(book, entity);
    if (name != NULL) return name;
    page->unnamed = entity;
    return "?";
}

static int compare_placed(const void *left, const void *right)
{
    const struct sl_placed *a = left, *b = right;
    if (a->rank != b->rank) return a->rank < b->rank ? -1 : 1;
    int order = sl_cell_compare(a->issuer, b->issuer);
    if (order == 0) order = sl_text_start_compare(a->start, b->start);
    if (order == 0) order = sl_cell_compare(a->holder, b->holder);
    return order != 0 ? order : sl_cell_compare(a->held->class_, b->held->class_);
}

enum sl_status sl_position_page_add(struct sl_position_page *page, const struct sl_held *rows,
                                    size_t count, const struct sl_book *book, struct sl_error *err)
{
    const size_t first = page->count;
    for (size_t i = 0; i < count; i++) {
        if (!sl_vector_grow(&page->rows, page->count, &page->capacity, sizeof *page->rows))
            return sl_fail_memory(err);
        if (i + EXPECT_FAR < count) sl_book_fetch_name(book, rows[i + EXPECT_FAR].holder, false);
        if (i + EXPECT_NEAR < count) sl_book_fetch_name(book, rows[i + EXPECT_NEAR].holder, true);
        const bool again = i > 0 && rows[i].issuer == rows[i - 1].issuer;
        const char *holder = name_of(page, book, rows[i].holder);
        page->rows[page->count] = (struct sl_placed){
            .rank = sl_percent_rank((rows[i].low * 100 + rows[i].high * 100) / 2),
            .start = sl_text_start(holder),
            .issuer =
                again ? page->rows[page->count - 1].issuer : name_of(page, book, rows[i].issuer),
            .holder = holder,
            .held = &rows[i],
        };
        page->count++;
    }
    if (count > 1) sl_sort_few(page->rows + first, count, sizeof *page->rows, compare_placed);
    return SL_OK;
}

static struct sl_position_row row_of(const struct sl_placed *placed)
{
    const struct sl_held *held = placed->held;
    const bool known = !isnan(held->low);
    struct sl_position_row row = {
        .issuer = placed->issuer,
        .holder = placed->holder,
        .class_ = held->class_,
        .votes_pct = held->votes,
        .shares = held->shares,
        .since = {.day = held->since, .unit = held->since_unit},
        .basis = known ? sl_basis_name((enum sl_basis)held->basis) : NULL,
        .source = held->source,
    };
    sl_range_percents(known, (struct sl_range){.low = held->low, .high = held->high},
                      &row.stake_pct, &row.stake_low_pct, &row.stake_high_pct);
    return row;
}

static void expect_texts(const struct sl_placed *placed)
{
    sl_expect(placed->holder);
    sl_expect(placed->held->source);
}

enum sl_status sl_position_page_send(struct sl_position_page *page, struct sl_sink sink,
                                     struct sl_error *err)
{
    enum sl_status status = SL_OK;
    for (size_t i = 0; i < page->count && status == SL_OK; i++) {
        const struct sl_position_row row = row_of(&page->rows[i]);
        if (i + EXPECT_FAR < page->count) sl_expect(page->rows[i + EXPECT_FAR].held);
        if (i + EXPECT_NEAR < page->count) expect_texts(&page->rows[i + EXPECT_NEAR]);
        status = sink.row(sink.context, &row, err);
    }
    page->count = 0;
    return status;
}
