/* Which events an explanation is made of, in their order, and the numbers after each. */
#include "query/explain.h"

#include <stakeline/explain.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/vector.h"
#include "query/columns.h"
#include "query/flags.h"

#define EXPLAIN(member, label, type, show) \
    COLUMN(struct sl_explain_row, member, #member, label, type, show)

/* The words hold the numbers and the names; a table for people shows little else. */
static const struct sl_field fields[] = {
    EXPLAIN(date, "Date", DATE, ALWAYS),
    EXPLAIN(kind, "Kind", TEXT, NEVER),
    EXPLAIN(holder, "Holder", TEXT, NEVER),
    EXPLAIN(what, "What happened", TEXT, WRAP),
    EXPLAIN(capital, "Capital", NUMBER, NEVER),
    EXPLAIN(shares_per_unit, "Shares a unit", NUMBER, NEVER),
    EXPLAIN(units, "Units", NUMBER, NEVER),
    EXPLAIN(stake_pct, "Stake", PERCENT, RANGE),
    EXPLAIN(flag, "Flag", TEXT, FLAG),
    EXPLAIN(source, "Source", TEXT, NEVER),
    EXPLAIN(file, "File", TEXT, NEVER),
    EXPLAIN(line, "Line", COUNT, NEVER),
};
const struct sl_row_type sl_explain_row_type = ROW_TYPE("explain", fields);

/* A row and its place. */
struct told {
    struct sl_explain_row row;
    int64_t arrival;
    size_t order;
};

struct explain {
    struct sl_telling telling;
    const struct sl_view *view;
    struct sl_origins *origins;
    struct sl_play play;
    struct told *rows;
    size_t count, capacity;
    struct sl_arena arena;
    unsigned step; /* of the ledger, whose rows are coming in */
    int64_t worth; /* of its first row, which dilutions are told by */
    bool told;     /* one of them was about the holder */
    bool owed;     /* the last of `rows` is there in case that none will be */
};

/* ---- rows ---- */

static enum sl_status add_row(struct explain *explain, const struct sl_event *event,
                              const char *flag, const struct sl_event *place, struct sl_error *err)
{
    struct sl_buffer *text = &explain->telling.text;
    if (text->failed ||
        !sl_vector_grow(&explain->rows, explain->count, &explain->capacity, sizeof *explain->rows))
        return sl_fail_memory(err);
    struct told *told = &explain->rows[explain->count];
    *told = (struct told){
        .row = {.date = event->date,
                .kind = sl_kind_name(event->kind),
                .holder =
                    event->holder == 0 ? NULL : sl_book_name(explain->telling.book, event->holder),
                .what = text->data,
                .capital = NAN,
                .shares_per_unit = NAN,
                .units = NAN,
                .stake_pct = NAN,
                .flag = flag,
                .source = event->source,
                .file = sl_origins_file(explain->origins, event->seq, NULL),
                .line = event->line > 0 ? event->line : SL_NO_COUNT},
        .arrival = place->seq,
        .order = explain->count};
    if (!sl_arena_keep(&explain->arena, &told->row.what) ||
        !sl_arena_keep(&explain->arena, &told->row.flag) ||
        !sl_arena_keep(&explain->arena, &told->row.source))
        return sl_fail_memory(err);
    explain->count++;
    sl_buffer_clear(text);
    return SL_OK;
}

/* The numbers after the step: the capital, and all that the holder has. */
static void fill_numbers(const struct explain *explain, const struct sl_ledger *ledger,
                         struct sl_explain_row *row)
{
    const struct sl_capital *capital = &ledger->capital;
    if (capital->set) row->capital = capital->units;
    if (capital->counted) row->capital = round(capital->units * capital->shares);
    if (capital->counted) row->shares_per_unit = capital->shares;
    double units = 0;
    bool known = false;
    for (size_t i = 0; i < ledger->count; i++) {
        const struct sl_position *position = ledger->positions[i];
        if (position->holder != explain->telling.holder) continue;
        if (position->state != SL_STATE_KNOWN) {
            if (!sl_position_is_nothing(position)) return;
            continue;
        }
        known = true;
        units += (position->units.low + position->units.high) / 2;
    }
    if (!known) return;
    row->units = units;
    if (capital->units > 0 || units <= 0)
        row->stake_pct = units > 0 ? units / capital->units * 100 : 0;
}

/* ---- what counts ---- */

static enum sl_status tell(struct explain *explain, const struct sl_ledger *ledger,
                           const struct sl_event *event, const struct sl_event *place,
                           const struct sl_position *position, unsigned flags, struct sl_error *err)
{
    char flag[SL_FLAGS_SIZE];
    sl_tell_event(&explain->telling, event);
    sl_tell_capital(&explain->telling, ledger, event);
    if (position != NULL) sl_tell_position(&explain->telling, ledger, position, event->kind, flags);
    sl_flags_write(flags, flag);
    enum sl_status status = add_row(explain, event, flag, place, err);
    if (status == SL_OK) fill_numbers(explain, ledger, &explain->rows[explain->count - 1].row);
    return status;
}

static enum sl_status tell_pending(struct explain *explain, const struct sl_step *step,
                                   struct sl_error *err)
{
    sl_buffer_printf(&explain->telling.text,
                     "not counted: only %s: ", sl_stage_name(step->event->stage));
    sl_tell_event(&explain->telling, step->event);
    return add_row(explain, step->event, "pending", step->anchor, err);
}

/* The holder's position that has most to say about a capital that moved. */
static const struct sl_position *position_of(const struct explain *explain,
                                             const struct sl_ledger *ledger)
{
    for (size_t i = 0; i < ledger->count; i++) {
        const struct sl_position *position = ledger->positions[i];
        if (position->holder == explain->telling.holder && !sl_position_is_nothing(position))
            return position;
    }
    return NULL;
}

/* Not where it was only met: a capital of 1 unit says nothing yet. */
static bool capital_moved(const struct sl_ledger *ledger)
{
    const struct sl_capital *now = &ledger->capital, *before = &ledger->start;
    if (!before->set && !now->counted) return false;
    return now->moves != before->moves || now->counted != before->counted ||
           (now->counted && fabs(now->shares - before->shares) > 1e-12 * now->shares);
}

/* The first row of a step: what it did to the capital is told where no row is the holder's. */
static enum sl_status begin_step(struct explain *explain, const struct sl_ledger *ledger,
                                 const struct sl_step *step, struct sl_error *err)
{
    explain->step = ledger->step;
    explain->worth = step->worth;
    explain->told = explain->owed = false;
    if (!capital_moved(ledger)) return SL_OK;
    enum sl_status status =
        tell(explain, ledger, step->anchor, step->anchor, position_of(explain, ledger), 0, err);
    explain->owed = status == SL_OK;
    return status;
}

static enum sl_status take_step(void *context, const struct sl_ledger *ledger,
                                const struct sl_step *step, struct sl_error *err)
{
    struct explain *explain = context;
    const struct sl_event *event = step->event;
    explain->telling.worth = step->kind == 0 ? explain->worth : step->worth;
    bool own = step->holder == explain->telling.holder;
    bool pending =
        (step->flags & SL_FLAG_PENDING) && step->position == NULL && ledger->step == explain->step;
    if (pending) {
        bool moves = sl_kind_moves_positions(event->kind);
        return own && moves ? tell_pending(explain, step, err) : SL_OK;
    }
    if (ledger->step != explain->step) {
        enum sl_status status = begin_step(explain, ledger, step, err);
        if (status != SL_OK) return status;
    }
    if (!own || step->position == NULL) return SL_OK;
    if (explain->owed) explain->count--; /* this row says it all */
    explain->owed = false;
    if (step->kind == 0 && explain->told) return SL_OK;
    explain->told = true;
    return tell(explain, ledger, event, step->anchor, step->position, step->flags, err);
}

/* ---- what does not ---- */

static bool moves_capital(const struct sl_event *event)
{
    switch (event->kind) {
    case SL_KIND_ISSUE:
    case SL_KIND_ROUND:
    case SL_KIND_CANCEL:
    case SL_KIND_SPLIT:
    case SL_KIND_OUTSTANDING:
    case SL_KIND_FOUND: return true;
    default: return event->outstanding != SL_NO_SHARES;
    }
}

static bool concerns(const struct explain *explain, const struct sl_dropped *dropped)
{
    const struct sl_event *event = &dropped->event;
    bool own =
        event->holder == explain->telling.holder || event->counterparty == explain->telling.holder;
    if (own) return sl_kind_moves_positions(event->kind) || moves_capital(event);
    return dropped->fate != SL_FATE_SUPERSEDED && moves_capital(event);
}

static enum sl_status tell_dropped(struct explain *explain, struct sl_error *err)
{
    static const char *const flags[] = {[SL_FATE_SUPERSEDED] = "superseded",
                                        [SL_FATE_CANCELLED] = "cancelled",
                                        [SL_FATE_LATER] = "later",
                                        [SL_FATE_UNKNOWN] = "not known yet"};
    const struct sl_claims *claims = &explain->play.claims;
    explain->telling.worth = 0;
    for (size_t i = 0; i < claims->dropped_count; i++) {
        const struct sl_dropped *dropped = &claims->dropped[i];
        if (!concerns(explain, dropped)) continue;
        sl_tell_fate(&explain->telling, dropped, explain->view);
        enum sl_status status =
            add_row(explain, &dropped->event, flags[dropped->fate], &dropped->event, err);
        if (status != SL_OK) return status;
    }
    return SL_OK;
}

/* ---- the answer ---- */

static int compare_told(const void *left, const void *right)
{
    const struct told *a = left, *b = right;
    if (a->row.date.day != b->row.date.day) return a->row.date.day < b->row.date.day ? -1 : 1;
    if (a->arrival != b->arrival) return a->arrival < b->arrival ? -1 : 1;
    return (a->order > b->order) - (a->order < b->order);
}

static enum sl_status gather(struct explain *explain, sl_entity issuer, struct sl_error *err)
{
    const struct sl_step_sink sink = {take_step, explain};
    struct sl_play *play = &explain->play;
    play->claims.keep_dropped = true;
    enum sl_status status = sl_cursor_open(&play->cursor, play->book, issuer, SL_COLUMNS_ALL, err);
    if (status == SL_OK) status = sl_play_issuer(play, issuer, explain->view, &sink, err);
    return status == SL_OK ? tell_dropped(explain, err) : status;
}

/* Is any row about the holder, and not only about the capital? */
static bool is_about_holder(const struct explain *explain)
{
    const struct sl_claims *claims = &explain->play.claims;
    sl_entity holder = explain->telling.holder;
    for (size_t i = 0; i < claims->count; i++) {
        const struct sl_event *event = &claims->items[i].event;
        if (event->holder == holder || event->counterparty == holder) return true;
    }
    for (size_t i = 0; i < claims->dropped_count; i++) {
        const struct sl_event *event = &claims->dropped[i].event;
        if (event->holder == holder || event->counterparty == holder) return true;
    }
    return false;
}

enum sl_status sl_explain(struct sl_book *book, const char *issuer, const char *holder,
                          const struct sl_view *view, struct sl_sink sink, struct sl_error *err)
{
    struct explain explain = {.telling = {.book = book}, .view = view, .play = {.book = book}};
    sl_entity of = 0;
    if (issuer == NULL || holder == NULL)
        return sl_fail(err, SL_MISUSE, "an explanation needs an issuer and a holder");
    enum sl_status status = sl_play_find(book, issuer, &of, err);
    if (status == SL_OK) status = sl_play_find(book, holder, &explain.telling.holder, err);
    if (status == SL_OK) status = sl_origins_open(&explain.origins, book, err);
    if (status == SL_OK) status = gather(&explain, of, err);
    if (status == SL_OK && (explain.count == 0 || !is_about_holder(&explain)))
        status = sl_fail(err, SL_NOTHING, "nothing in the log about %s in %s", holder, issuer);
    if (status == SL_OK && explain.count > 1)
        qsort(explain.rows, explain.count, sizeof *explain.rows, compare_told);
    for (size_t i = 0; i < explain.count && status == SL_OK; i++) {
        if (explain.rows[i].row.date.day >= view->from)
            status = sink.row(sink.context, &explain.rows[i].row, err);
    }
    free(explain.rows);
    sl_arena_release(&explain.arena);
    sl_buffer_release(&explain.telling.text);
    sl_origins_close(explain.origins);
    sl_play_release(&explain.play);
    return status;
}
