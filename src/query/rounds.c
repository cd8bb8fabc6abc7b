/* Funding rounds as rows, by date. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/error.h"
#include "base/vector.h"
#include "query/columns.h"
#include "query/round_investors.h"

#define ROUND(member, name, label, type, show) \
    COLUMN(struct sl_round_row, member, name, label, type, show)

static const struct sl_field round_fields[] = {
    ROUND(date, "date", "Date", DATE, ALWAYS),
    ROUND(issuer, "issuer", "Issuer", TEXT, ALWAYS),
    ROUND(round, "round", "Round", TEXT, PLAIN),
    ROUND(kind, "kind", "Kind", TEXT, PLAIN),
    ROUND(instrument, "instrument", "Instrument", TEXT, PLAIN),
    ROUND(amount, "amount", "Amount", MONEY, MONEY),
    ROUND(currency, "currency", NULL, TEXT, PLAIN),
    ROUND(investors, "investors", "Investors", TEXT, LONG),
    ROUND(leads, "leads", "Leads", TEXT, LONG),
    ROUND(pre_money, "pre_money", "Pre-money", MONEY, PLAIN),
    ROUND(post_money, "post_money", "Post-money", MONEY, PLAIN),
    ROUND(stake_sold_pct, "stake_sold_pct", "Sold %", PERCENT, PLAIN),
    ROUND(cumulative, "cumulative", "Cumulative", MONEY, PLAIN),
    ROUND(status, "status", "Status", TEXT, ALWAYS),
    ROUND(deal, "deal", "Deal", TEXT, PLAIN),
    ROUND(source, "source", "Source", TEXT, LONG),
};
const struct sl_row_type sl_round_row_type = ROW_TYPE("rounds", round_fields);

struct table {
    struct sl_round_row *rows;
    size_t count, capacity;
    struct sl_arena arena;
    struct sl_round_investors investors; /* scratch */
    struct sl_buffer names;              /* scratch */
    struct sl_convert *convert;          /* NULL: amounts as they are stated */
};

/* The holders of the round's rows, each once, in order of arrival; `leads`: only those. */
static enum sl_status join_holders(struct table *table, struct sl_book *book,
                                   const struct sl_round *round, bool leads, const char **out,
                                   struct sl_error *err)
{
    struct sl_round_investors *investors = &table->investors;
    enum sl_status status = sl_round_investors_list(investors, round, leads, err);
    if (status != SL_OK) return status;
    sl_buffer_clear(&table->names);
    for (size_t i = 0; i < investors->count; i = sl_round_investors_end(investors, i)) {
        if (i > 0) sl_buffer_add_text(&table->names, "; ");
        sl_buffer_add_text(&table->names, sl_book_name(book, investors->items[i].holder));
    }
    *out = table->names.data;
    bool kept = !table->names.failed && sl_arena_keep(&table->arena, out);
    return kept ? SL_OK : sl_fail_memory(err);
}

/* The last value that a row of the round states, of those that are texts or money. */
static void fill_stated(struct sl_round_row *row, const struct sl_round *round)
{
    for (size_t i = 0; i < round->count; i++) {
        const struct sl_event *event = &round->rows[i]->event;
        if (event->round != NULL) row->round = event->round;
        if (event->instrument != NULL) row->instrument = event->instrument;
        if (event->source != NULL) row->source = event->source;
        if (event->pre_money.currency[0] != '\0') row->pre_money = event->pre_money;
        if (event->post_money.currency[0] != '\0') row->post_money = event->post_money;
    }
}

static enum sl_status convert_valuations(struct table *table, struct sl_round_row *row,
                                         struct sl_error *err)
{
    if (table->convert == NULL) return SL_OK;
    enum sl_status status = sl_convert_money(table->convert, &row->pre_money, row->date.day, err);
    if (status == SL_OK)
        status = sl_convert_money(table->convert, &row->post_money, row->date.day, err);
    return status;
}

static enum sl_status add_row(struct table *table, struct sl_book *book,
                              const struct sl_round *round, struct sl_error *err)
{
    if (!sl_vector_grow(&table->rows, table->count, &table->capacity, sizeof *table->rows))
        return sl_fail_memory(err);
    struct sl_round_row *row = &table->rows[table->count];
    *row = (struct sl_round_row){
        .date = round->first->date,
        .issuer = sl_book_name(book, round->first->issuer),
        .kind = sl_kind_name(round->first->kind),
        .amount = round->amount,
        .stake_sold_pct = round->sold * 100,
        .cumulative = round->cumulative,
        .status = sl_stage_name(round->stage),
        .deal = round->first->deal,
        .arrival = round->first->seq,
    };
    fill_stated(row, round);
    enum sl_status status = convert_valuations(table, row, err);
    if (status != SL_OK) return status;
    status = join_holders(table, book, round, false, &row->investors, err);
    if (status == SL_OK) status = join_holders(table, book, round, true, &row->leads, err);
    if (status != SL_OK) return status;
    bool kept = sl_arena_keep(&table->arena, &row->round) &&
                sl_arena_keep(&table->arena, &row->instrument) &&
                sl_arena_keep(&table->arena, &row->deal) &&
                sl_arena_keep(&table->arena, &row->source);
    if (!kept) return sl_fail_memory(err);
    table->count++;
    return SL_OK;
}

static int compare_rows(const void *left, const void *right)
{
    const struct sl_round_row *a = left, *b = right;
    if (a->date.day != b->date.day) return a->date.day < b->date.day ? -1 : 1;
    return (a->arrival > b->arrival) - (a->arrival < b->arrival);
}

static enum sl_status gather(struct table *table, struct sl_book *book, sl_entity issuer,
                             const struct sl_view *view, struct sl_error *err)
{
    struct sl_play play = {.book = book};
    struct sl_round_list list = {.convert = table->convert};
    sl_entity *issuers = NULL;
    size_t count = 1;
    enum sl_status status = SL_OK;
    if (issuer == 0) status = sl_book_issuers(book, true, true, &issuers, &count, err);
    for (size_t i = 0; i < count && status == SL_OK; i++) {
        status = sl_round_list_read(&list, &play, issuers == NULL ? issuer : issuers[i], view, err);
        for (size_t j = 0; j < list.count && status == SL_OK; j++) {
            if (list.items[j].first->date.day >= view->from)
                status = add_row(table, book, &list.items[j], err);
        }
    }
    free(issuers);
    sl_round_list_release(&list);
    sl_play_release(&play);
    return status;
}

static enum sl_status rounds(struct sl_book *book, const char *issuer, const struct sl_view *view,
                             struct sl_convert *convert, struct sl_sink sink, struct sl_error *err)
{
    struct table table = {.convert = convert};
    sl_entity of;
    enum sl_status status = sl_play_find(book, issuer, &of, err);
    if (status == SL_OK) status = gather(&table, book, of, view, err);
    if (status == SL_OK && table.count > 1)
        qsort(table.rows, table.count, sizeof *table.rows, compare_rows);
    for (size_t i = 0; i < table.count && status == SL_OK; i++) {
        table.rows[i].currency = table.rows[i].amount.currency;
        status = sink.row(sink.context, &table.rows[i], err);
    }
    if (status == SL_OK && table.count == 0)
        status = sl_fail(err, SL_NOTHING, "no funding round of %s in that time",
                         issuer != NULL ? issuer : "anyone");
    free(table.rows);
    sl_round_investors_release(&table.investors);
    sl_buffer_release(&table.names);
    sl_arena_release(&table.arena);
    return status;
}

enum sl_status sl_rounds(struct sl_book *book, const char *issuer, const struct sl_view *view,
                         struct sl_sink sink, struct sl_error *err)
{
    return rounds(book, issuer, view, NULL, sink, err);
}

enum sl_status sl_rounds_in(struct sl_book *book, const char *issuer, const struct sl_view *view,
                            const struct sl_conversion *conversion, struct sl_sink sink,
                            struct sl_error *err)
{
    struct sl_convert convert = {0};
    enum sl_status status = sl_convert_begin(&convert, book, conversion, err);
    if (status == SL_OK) status = rounds(book, issuer, view, &convert, sink, err);
    sl_convert_end(&convert, status == SL_OK);
    return status;
}
