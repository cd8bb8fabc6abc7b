/* Rows to lines: adds up the classes of a holder, keeps one level a day, and tells apart what was
 * traded, diluted, pending or never known. */
#include "export/series.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/error.h"
#include "base/vector.h"
#include "model/event.h"

struct sl_class_level {
    size_t next; /* of the same line; SL_NO_NAME: the last */
    bool met;    /* a row told of it */
    double stake, low, high;
};

static const double nothing = 1e-9; /* per cent: below it a stake is 0 */

void sl_series_init(struct sl_series *series, bool by_issuer, int32_t to)
{
    *series = (struct sl_series){.by_issuer = by_issuer,
                                 .to = to,
                                 .first = SL_DAY_MAX,
                                 .last = SL_DAY_MIN,
                                 .last_counted = SL_DAY_MIN,
                                 .last_known = SL_DAY_MIN};
}

void sl_line_release(struct sl_line *line)
{
    free(line->steps);
    free(line->offers);
    *line = (struct sl_line){0};
}

void sl_series_release(struct sl_series *series)
{
    for (size_t i = 0; i < series->names.count; i++)
        sl_line_release(&series->lines[i]);
    free(series->lines);
    free(series->positions);
    sl_names_release(&series->names);
    sl_names_release(&series->classes);
    sl_names_release(&series->sources);
    sl_arena_release(&series->arena);
}

/* ---- names ---- */

static struct sl_line *line_of(struct sl_series *series, const char *name)
{
    size_t count = series->names.count;
    if (!sl_vector_grow(&series->lines, count, &series->line_capacity, sizeof *series->lines)) {
        return NULL;
    }
    size_t index = sl_names_add_clean(&series->names, &series->arena, name);
    if (index == SL_NO_NAME) return NULL;
    if (index == count) {
        series->lines[index] =
            (struct sl_line){.name = series->names.items[index], .first_position = SL_NO_NAME};
    }
    return &series->lines[index];
}

static struct sl_class_level *position_of(struct sl_series *series, struct sl_line *line,
                                          const char *class_)
{
    size_t count = series->classes.count;
    if (!sl_vector_grow(&series->positions, count, &series->position_capacity,
                        sizeof *series->positions)) {
        return NULL;
    }
    struct sl_buffer key = {0};
    sl_buffer_printf(&key, "%zu ", (size_t)(line - series->lines));
    sl_buffer_add_text(&key, class_ == NULL ? "" : class_);
    size_t index = key.failed
                       ? SL_NO_NAME
                       : sl_names_add(&series->classes, &series->arena, key.data, key.length);
    sl_buffer_release(&key);
    if (index == SL_NO_NAME) return NULL;
    if (index == count) {
        series->positions[index] = (struct sl_class_level){.next = line->first_position};
        line->first_position = index;
    }
    return &series->positions[index];
}

/* ---- steps ---- */

/* The holder's level is known when every class of it that was met is. */
static void add_up(const struct sl_series *series, const struct sl_line *line, struct sl_level *sum)
{
    sum->stake = sum->low = sum->high = 0;
    for (size_t i = line->first_position; i != SL_NO_NAME; i = series->positions[i].next) {
        const struct sl_class_level *position = &series->positions[i];
        if (!position->met) continue;
        sum->stake += position->stake;
        sum->low += position->low;
        sum->high += position->high;
    }
}

static bool same_level(const struct sl_level *a, const struct sl_level *b)
{
    if (isnan(a->stake) || isnan(b->stake)) return isnan(a->stake) && isnan(b->stake);
    return fabs(a->stake - b->stake) < nothing && fabs(a->low - b->low) < nothing &&
           fabs(a->high - b->high) < nothing;
}

/* Several rows of one day make one step: from the level of the day before to the last one. */
static bool add_step(struct sl_line *line, struct sl_level step)
{
    struct sl_level *last = line->step_count == 0 ? NULL : &line->steps[line->step_count - 1];
    if (last != NULL && last->day == step.day) {
        if (same_level(last, &step)) return true; /* a claim that is no news */
        if (last->how == SL_STEP_DILUTION) last->how = step.how;
        last->stake = step.stake, last->low = step.low, last->high = step.high;
        last->pending = step.pending;
        return true;
    }
    if (last != NULL && same_level(last, &step) && last->pending == step.pending) return true;
    if (!sl_vector_grow(&line->steps, line->step_count, &line->step_capacity, sizeof step)) {
        return false;
    }
    line->steps[line->step_count++] = step;
    return true;
}

static enum sl_level_how how_of(const struct sl_line *line, const struct sl_timeline_row *row)
{
    const struct sl_level *last = line->step_count == 0 ? NULL : &line->steps[line->step_count - 1];
    if (last != NULL && !isnan(last->stake)) {
        if (last->stake < nothing) return SL_STEP_RISE;
        bool diluted = row->kind != NULL && strcmp(row->kind, "dilution") == 0;
        return diluted ? SL_STEP_DILUTION : SL_STEP_TRADE;
    }
    bool from_zero = !isnan(row->change_pct) && fabs(row->stake_pct - row->change_pct) < nothing;
    return last == NULL && from_zero ? SL_STEP_RISE : SL_STEP_START;
}

static bool take_level(struct sl_series *series, struct sl_line *line,
                       const struct sl_timeline_row *row)
{
    struct sl_class_level *position = position_of(series, line, row->class_);
    if (position == NULL) return false;
    *position = (struct sl_class_level){.next = position->next,
                                        .met = true,
                                        .stake = row->stake_pct,
                                        .low = row->stake_low_pct,
                                        .high = row->stake_high_pct};
    struct sl_level step = {.day = row->date.day,
                            .how = (uint8_t)how_of(line, row),
                            .pending = (row->flags & SL_FLAG_PENDING) != 0};
    add_up(series, line, &step);
    return add_step(line, step);
}

static bool take_offer(struct sl_line *line, const struct sl_timeline_row *row)
{
    if (!sl_vector_grow(&line->offers, line->offer_count, &line->offer_capacity,
                        sizeof *line->offers)) {
        return false;
    }
    line->offers[line->offer_count++] =
        (struct sl_offer){.day = row->date.day, .change = row->change_pct};
    return true;
}

/* Rows of a pact or a note name a holder, too, but say nothing of a stake. */
static bool is_about_stakes(const struct sl_timeline_row *row)
{
    if (row->kind == NULL) return false;
    if (strcmp(row->kind, "dilution") == 0) return true;
    int kind = sl_kind_from(row->kind);
    return kind > 0 && sl_kind_moves_positions((enum sl_kind)kind);
}

static bool is_blank(const char *text)
{
    return text == NULL || *text == '\0';
}

/* The clocks of the log: an event that moves no stake tells the time, too. */
static void take_dates(struct sl_series *series, const struct sl_timeline_row *row)
{
    int32_t known = row->known.unit == SL_DATE_NONE ? row->date.day : sl_date_last_day(row->known);
    if (known > series->last_known) series->last_known = known;
    bool counts = (row->flags & SL_FLAG_PENDING) == 0;
    if (counts && row->date.day > series->last_counted) series->last_counted = row->date.day;
}

enum sl_status sl_series_row(void *context, const void *row_pointer, struct sl_error *err)
{
    struct sl_series *series = context;
    const struct sl_timeline_row *row = row_pointer;
    const char *name = series->by_issuer ? row->issuer : row->holder;
    const char *subject = series->by_issuer ? row->holder : row->issuer;
    take_dates(series, row);
    if (series->subject == NULL && !is_blank(subject)) {
        series->subject = sl_text_keep_clean(&series->arena, subject);
        if (series->subject == NULL) return sl_fail_memory(err);
    }
    if (is_blank(name) || row->date.day > series->to || !is_about_stakes(row)) return SL_OK;
    bool offer = (row->flags & SL_FLAG_PENDING) != 0 && isnan(row->stake_pct);
    struct sl_line *line = line_of(series, name);
    if (line == NULL) return sl_fail_memory(err);
    bool taken = offer ? take_offer(line, row) : take_level(series, line, row);
    if (!taken || !sl_sources_add(&series->sources, &series->arena, row->source))
        return sl_fail_memory(err);
    if (row->date.day < series->first) series->first = row->date.day;
    if (row->date.day > series->last) series->last = row->date.day;
    return SL_OK;
}

const struct sl_level *sl_line_at(const struct sl_line *line, int32_t day)
{
    size_t low = 0, high = line->step_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (line->steps[middle].day <= day) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low == 0 ? NULL : &line->steps[low - 1];
}
