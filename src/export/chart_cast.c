/* The lines that get a colour of their own, the sum of the others, and the time that they cover. */
#include "export/chart_cast.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "export/figure.h"

enum {
    TOP_DEFAULT = 8,
    SPAN_MIN = 14,     /* days: a single event stands in the middle of them */
    MARGIN_SHARE = 60, /* of the span, beside a first and a last event */
    STUB_SHARE = 20,   /* of the span */
    REST_MOST = 2,     /* times the largest line: the highest that the rest is drawn */
    HEAD_AND_FOOT = 160,
    UNSIZED_NAMED = 3,
    YEARS_ROUGH = 3 * 365 /* over such a span a year says enough about an end */
};

static int32_t later(int32_t a, int32_t b)
{
    return a > b ? a : b;
}

static int32_t earlier(int32_t a, int32_t b)
{
    return a < b ? a : b;
}

static void choose_time(struct sl_cast *cast, const struct sl_series *series,
                        const struct sl_view *view)
{
    cast->until = later(series->last_counted, series->last_known);
    cast->until = earlier(cast->until, earlier(view->to, view->known_by));
    cast->from = view->from > SL_DAY_MIN ? view->from : series->first;
    cast->to = view->to < SL_DAY_MAX ? view->to : later(cast->until, series->last);
    if (cast->to < cast->from) cast->to = cast->from;
    int32_t margin = (cast->to - cast->from) / MARGIN_SHARE;
    if (view->from <= SL_DAY_MIN) cast->from -= margin;
    if (view->to >= SL_DAY_MAX && series->last > cast->to - margin) cast->to += margin;
    int32_t missing = SPAN_MIN - (cast->to - cast->from);
    if (missing > 0) cast->from -= missing / 2, cast->to += missing - missing / 2;
    cast->stub = later((cast->to - cast->from) / STUB_SHARE, 1);
}

/* Room for the level to which the last pending deals lead. */
static void extend_time(struct sl_cast *cast, const struct sl_series *series)
{
    int32_t last = SL_DAY_MIN;
    for (size_t i = 0; i < series->names.count; i++) {
        const struct sl_line *line = &series->lines[i];
        for (size_t k = 0; k < line->offer_count; k++)
            if (line->offers[k].day <= cast->to) last = later(last, line->offers[k].day);
    }
    if (last >= cast->from) cast->to = later(cast->to, last + cast->stub);
}

static enum sl_status sum_rest(struct sl_cast *cast, size_t named, struct sl_error *err)
{
    enum sl_status status =
        sl_lines_sum(&cast->rest, cast->lines + named, cast->count - named, err);
    if (status != SL_OK) return status;
    snprintf(cast->rest_name, sizeof cast->rest_name, "%zu others", cast->count - named);
    cast->rest.name = cast->rest_name;
    for (size_t i = named; i < cast->count; i++)
        if (cast->lines[i]->largest > cast->rest.largest) cast->rest.largest = 0;
    for (size_t i = 0; i < cast->rest.step_count; i++) {
        const struct sl_level *step = &cast->rest.steps[i];
        if (step->day <= cast->to && step->high > cast->rest.largest) {
            cast->rest.largest = step->high;
        }
    }
    cast->lines[named] = &cast->rest;
    cast->count = named + 1;
    cast->others = true;
    return SL_OK;
}

enum sl_status sl_cast_choose(struct sl_cast *cast, struct sl_series *series,
                              const struct sl_chart_options *options, bool stacked,
                              struct sl_error *err)
{
    *cast = (struct sl_cast){0};
    if (series->first > series->last) return sl_fail(err, SL_NOTHING, "no stakes to draw");
    choose_time(cast, series, &options->view);
    if (!stacked) extend_time(cast, series);
    enum sl_status status =
        sl_series_rank(series, cast->from, cast->to, !stacked, &cast->lines, &cast->count, err);
    if (status != SL_OK) return status;
    if (cast->count == 0) return sl_fail(err, SL_NOTHING, "no stakes of known size to draw");
    size_t top = options->top > 0 ? (size_t)options->top : TOP_DEFAULT;
    int room = (options->height - HEAD_AND_FOOT) / SL_LABEL_GAP;
    if (room < 2) room = 2;
    if (top > (size_t)room) top = (size_t)room;
    const size_t all = cast->count;
    if (all <= top + 1) return SL_OK;
    status = sum_rest(cast, top, err);
    bool means = stacked ||
                 (!series->by_issuer && cast->rest.largest <= REST_MOST * cast->lines[0]->largest);
    if (status == SL_OK && !means) {
        cast->left_out = all - top;
        cast->count = top;
        cast->others = false;
    }
    return status;
}

void sl_cast_release(struct sl_cast *cast)
{
    free(cast->lines);
    sl_line_release(&cast->rest);
}

int sl_cast_look(const struct sl_cast *cast, size_t i)
{
    return sl_look(i, cast->others && i + 1 == cast->count);
}

/* ---- words ---- */

static void describe_unsized(struct sl_buffer *out, const struct sl_series *series)
{
    size_t count = 0;
    for (size_t i = 0; i < series->names.count; i++) {
        const struct sl_line *line = &series->lines[i];
        bool unsized = line->step_count == 0;
        for (size_t k = 0; k < line->offer_count && unsized; k++)
            unsized = isnan(line->offers[k].change);
        for (size_t k = 0; k < line->step_count && !unsized; k++)
            unsized = isnan(line->steps[k].stake);
        if (line->largest >= 0 || !unsized) continue;
        if (count < UNSIZED_NAMED) {
            sl_buffer_add_text(out, count == 0 ? ". No size stated: " : ", ");
            sl_buffer_add_text(out, line->name);
        }
        count++;
    }
    if (count > UNSIZED_NAMED) sl_buffer_printf(out, " and %zu more", count - UNSIZED_NAMED);
}

static void describe_left_out(struct sl_buffer *out, const struct sl_cast *cast, bool by_issuer)
{
    const struct sl_level *now = sl_line_at(&cast->rest, cast->to);
    sl_buffer_printf(out, ". Not drawn: %zu others", cast->left_out);
    if (by_issuer || now == NULL || !(now->stake > 0)) return;
    sl_buffer_add_text(out, ", who have ");
    sl_cast_value(out, cast, &cast->rest);
    sl_buffer_add_text(out, " together");
}

void sl_cast_describe(struct sl_buffer *out, const struct sl_cast *cast,
                      const struct sl_series *series, const struct sl_view *view)
{
    sl_buffer_add_text(out, ", as of ");
    sl_page_iso(out, cast->until);
    if (view->known_by < SL_DAY_MAX) {
        sl_buffer_add_text(out, ", from what was known by ");
        sl_page_iso(out, view->known_by);
    }
    if (view->pro_forma != SL_STAGE_COMPLETED) {
        sl_buffer_add_text(out, ", as if pending deals were completed");
    }
    if (cast->left_out > 0) describe_left_out(out, cast, series->by_issuer);
    describe_unsized(out, series);
}

static void add_figure(struct sl_buffer *out, double value)
{
    char text[SL_FIGURE_SIZE];
    sl_figure_show(value, false, text);
    sl_buffer_add_text(out, text);
}

/* The day on which the line came to be 0 or unknown. */
static const struct sl_level *end_of(const struct sl_line *line, int32_t day)
{
    const struct sl_level *end = sl_line_at(line, day);
    while (end > line->steps && !(end[-1].stake > 0))
        end--;
    return end;
}

static void add_end(struct sl_buffer *out, const struct sl_cast *cast, int32_t day)
{
    if (cast->to - cast->from > YEARS_ROUGH) {
        struct sl_date year = {.day = day, .unit = SL_DATE_YEAR};
        char text[SL_DATE_SIZE];
        sl_date_format(year, text);
        sl_buffer_add_text(out, text);
    } else {
        sl_page_iso(out, day);
    }
}

void sl_cast_value(struct sl_buffer *out, const struct sl_cast *cast, const struct sl_line *line)
{
    const struct sl_level *now = sl_line_at(line, cast->to);
    if (now == NULL) {
        add_figure(out, line->largest);
        sl_buffer_add_text(out, " % pending");
    } else if (now->stake > 0) {
        if (now->high - now->low > 1e-9) {
            add_figure(out, now->low);
            sl_buffer_add_text(out, "\xe2\x80\x93");
            add_figure(out, now->high);
        } else {
            add_figure(out, now->stake);
        }
        sl_buffer_add_text(out, " %");
    } else {
        sl_buffer_add_text(out, isnan(now->stake) ? "unknown since " : "until ");
        add_end(out, cast, end_of(line, cast->to)->day);
    }
}
