/* What the versions of a deal's event say as one row. */
#include "query/deal_rows.h"

#include <math.h>
#include <stdlib.h>

#include "base/error.h"
#include "base/vector.h"

static const char *name_of(struct sl_book *book, sl_entity entity)
{
    return entity == 0 ? NULL : sl_book_name(book, entity);
}

/* Is this the first report of a status, those that repeat it left out? */
static bool is_stage_begun(const struct sl_versions *versions, size_t i)
{
    return i == 0 || versions->items[i]->stage != versions->items[i - 1]->stage;
}

static bool keep_stages(struct sl_arena *arena, struct sl_deal_row *row,
                        const struct sl_versions *versions)
{
    struct sl_deal_stage *stages = sl_arena_alloc(arena, versions->count * sizeof *stages);
    if (stages == NULL) return false;
    for (size_t i = 0; i < versions->count; i++) {
        const struct sl_event *event = versions->items[i];
        if (!is_stage_begun(versions, i)) continue;
        struct sl_deal_stage *stage = &stages[row->stage_count++];
        *stage = (struct sl_deal_stage){
            .status = sl_stage_name(event->stage), .source = event->source, .known = event->known};
        if (!sl_arena_keep(arena, &stage->source)) return false;
    }
    row->stages = stages;
    return true;
}

/* Needs the row's stages. */
static const char *write_history(struct sl_buffer *text, const struct sl_deal_row *row)
{
    sl_buffer_clear(text);
    for (size_t i = 0; i < row->stage_count; i++) {
        const struct sl_deal_stage *stage = &row->stages[i];
        char known[SL_DATE_SIZE];
        sl_date_format(stage->known, known);
        sl_buffer_printf(text, "%s%s %s", i == 0 ? "" : " \u2192 ", stage->status, known);
        if (stage->source == NULL) continue;
        sl_buffer_add_byte(text, ' ');
        sl_buffer_add_text(text, stage->source);
    }
    return text->data;
}

/* NULL where there was one status only. */
static const char *write_days(struct sl_buffer *text, const struct sl_deal_row *row)
{
    sl_buffer_clear(text);
    for (size_t i = 1; i < row->stage_count; i++) {
        sl_buffer_printf(text, "%s%d", text->length == 0 ? "" : "; ",
                         sl_date_last_day(row->stages[i].known) -
                             sl_date_last_day(row->stages[i - 1].known));
    }
    return text->length == 0 ? NULL : text->data;
}

static double percent(struct sl_stake stake)
{
    return stake.form == SL_STAKE_NONE ? NAN : sl_stake_middle(stake);
}

static bool keep_texts(struct sl_deal_rows *rows, struct sl_deal_row *row,
                       const struct sl_versions *versions)
{
    struct sl_arena *arena = &rows->arena;
    if (!keep_stages(arena, row, versions)) return false;
    row->history = write_history(&rows->text, row);
    if (rows->text.failed || !sl_arena_keep(arena, &row->history)) return false;
    row->days = write_days(&rows->text, row);
    return !rows->text.failed && sl_arena_keep(arena, &row->days) &&
           sl_arena_keep(arena, &row->deal) && sl_arena_keep(arena, &row->source) &&
           sl_arena_keep(arena, &row->class_) && sl_arena_keep(arena, &row->part);
}

enum sl_status sl_deal_rows_add(struct sl_deal_rows *rows, const struct sl_versions *versions,
                                struct sl_error *err)
{
    const struct sl_event *event = versions->items[versions->count - 1];
    if (!sl_vector_grow(&rows->items, rows->count, &rows->capacity, sizeof *rows->items))
        return sl_fail_memory(err);
    struct sl_deal_row *row = &rows->items[rows->count];
    bool sized = event->stake.form != SL_STAKE_NONE;
    struct sl_stake stake = sized ? event->stake : event->stake_after;
    bool known = stake.form != SL_STAKE_NONE;
    *row = (struct sl_deal_row){
        .deal = event->deal,
        .kind = sl_kind_name(event->kind),
        .issuer = sl_book_name(rows->book, event->issuer),
        .holder = name_of(rows->book, event->holder),
        .status = sl_stage_name(event->stage),
        .first_known = versions->items[0]->known,
        .last_known = event->known,
        .date = event->date,
        .stake_pct = percent(stake),
        .stake_low_pct = known ? stake.low : NAN,
        .stake_high_pct = known ? stake.high : NAN,
        .amount = event->amount,
        .source = event->source,
        .counterparty = name_of(rows->book, event->counterparty),
        .class_ = event->class_,
        .part = event->part,
        .stake_after_pct = percent(event->stake_after),
        .reports = (int64_t)versions->count,
        .arrival = event->seq,
    };
    if (!keep_texts(rows, row, versions)) return sl_fail_memory(err);
    rows->count++;
    return SL_OK;
}

void sl_deal_rows_release(struct sl_deal_rows *rows)
{
    free(rows->items);
    sl_buffer_release(&rows->text);
    sl_arena_release(&rows->arena);
    *rows = (struct sl_deal_rows){0};
}
