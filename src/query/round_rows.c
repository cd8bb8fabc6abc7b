/* What a round says is copied, as its claims are forgotten with their issuer. */
#include "query/round_rows.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/vector.h"

/* The holders of the round's rows; `leads`: only those. */
static enum sl_status keep_holders(struct sl_round_rows *rows, const struct sl_round *round,
                                   bool leads, const sl_entity **out, size_t *count,
                                   struct sl_error *err)
{
    struct sl_round_investors *investors = &rows->investors;
    enum sl_status status = sl_round_investors_list(investors, round, leads, err);
    if (status != SL_OK) return status;
    sl_entity *holders = sl_arena_alloc(&rows->arena, investors->count * sizeof *holders + 1);
    if (holders == NULL) return sl_fail_memory(err);
    *out = holders;
    for (size_t i = 0; i < investors->count; i = sl_round_investors_end(investors, i))
        holders[(*count)++] = investors->items[i].holder;
    return SL_OK;
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

static enum sl_status convert_valuations(struct sl_convert *convert, struct sl_round_row *row,
                                         struct sl_error *err)
{
    if (convert == NULL) return SL_OK;
    enum sl_status status = sl_convert_money(convert, &row->pre_money, row->date.day, err);
    return status == SL_OK ? sl_convert_money(convert, &row->post_money, row->date.day, err)
                           : status;
}

static enum sl_status add_row(struct sl_round_rows *rows, const struct sl_round *round,
                              struct sl_error *err)
{
    struct sl_arena *arena = &rows->arena;
    if (!sl_vector_grow(&rows->items, rows->count, &rows->capacity, sizeof *rows->items))
        return sl_fail_memory(err);
    struct sl_listed_round *listed = &rows->items[rows->count];
    struct sl_round_row *row = &listed->row;
    *listed = (struct sl_listed_round){.issuer = round->first->issuer,
                                       .row = {
                                           .date = round->first->date,
                                           .kind = sl_kind_name(round->first->kind),
                                           .amount = round->amount,
                                           .stake_sold_pct = round->sold * 100,
                                           .cumulative = round->cumulative,
                                           .status = sl_stage_name(round->stage),
                                           .deal = round->first->deal,
                                           .arrival = round->first->seq,
                                       }};
    fill_stated(row, round);
    enum sl_status status = convert_valuations(rows->list.convert, row, err);
    if (status == SL_OK)
        status = keep_holders(rows, round, false, &listed->investors, &listed->investor_count, err);
    if (status == SL_OK)
        status = keep_holders(rows, round, true, &listed->leads, &listed->lead_count, err);
    if (status != SL_OK) return status;
    bool kept = sl_arena_keep(arena, &row->round) && sl_arena_keep(arena, &row->instrument) &&
                sl_arena_keep(arena, &row->deal) && sl_arena_keep(arena, &row->source);
    if (!kept) return sl_fail_memory(err);
    rows->count++;
    return SL_OK;
}

enum sl_status sl_round_rows_add(struct sl_round_rows *rows, struct sl_play *play, sl_entity issuer,
                                 const struct sl_view *view, struct sl_error *err)
{
    enum sl_status status = sl_round_list_read(&rows->list, play, issuer, view, err);
    for (size_t i = 0; i < rows->list.count && status == SL_OK; i++) {
        const struct sl_round *round = &rows->list.items[i];
        if (round->first->date.day >= view->from) status = add_row(rows, round, err);
    }
    return status;
}

void sl_round_rows_release(struct sl_round_rows *rows)
{
    sl_round_list_release(&rows->list);
    sl_round_investors_release(&rows->investors);
    sl_arena_release(&rows->arena);
    free(rows->items);
    *rows = (struct sl_round_rows){0};
}
