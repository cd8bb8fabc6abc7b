/* Who is drawn, and over what time: shared by the charts of stakes. */
#ifndef EXPORT_CHART_CAST_H
#define EXPORT_CHART_CAST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <stakeline/chart.h>

#include "base/buffer.h"
#include "export/chart_page.h"
#include "export/series.h"

enum { SL_REST_NAME_SIZE = 32 };

struct sl_cast {
    const struct sl_line **lines; /* largest first; the rest, added up, last */
    size_t count;
    bool others;      /* lines[count - 1] is the rest */
    size_t left_out;  /* so many lines are neither drawn nor added up */
    int32_t from, to; /* the time axis */
    int32_t until;    /* the as-of date */
    int32_t stub;     /* days that a pending level is drawn for */
    struct sl_line rest;
    char rest_name[SL_REST_NAME_SIZE];
};

/* SL_NOTHING when no line has anything to draw. `stacked`: the lines add up to a whole. Where they
 * do not, pending deals take room on the axis, and the rest is left out if it means nothing (stakes
 * in several companies) or is so large that it would press the others down.
 * Pass *cast to sl_cast_release in any case. */
enum sl_status sl_cast_choose(struct sl_cast *cast, struct sl_series *series,
                              const struct sl_chart_options *options, bool stacked,
                              struct sl_error *err);
void sl_cast_release(struct sl_cast *cast);

/* What line i looks like: see chart_style.h. */
int sl_cast_look(const struct sl_cast *cast, size_t i);

/* ", as of 2025-06-30 …": what of the log counts, and the names that no size is stated for. */
void sl_cast_describe(struct sl_buffer *out, const struct sl_cast *cast,
                      const struct sl_series *series, const struct sl_view *view);

/* "43.4 %", "42–44 %"; "until 2021" and "unknown since 2020" where the line has ended. */
void sl_cast_value(struct sl_buffer *out, const struct sl_cast *cast, const struct sl_line *line);

#endif
