/* Which lines are drawn by name, and what the rest of them add up to. */
#include <math.h>
#include <stdlib.h>

#include "base/error.h"
#include "base/vector.h"
#include "export/series.h"

static const double nothing = 1e-9;

/* ---- the sum ---- */

/* What one day changes in the sum; `known` counts the lines whose level is. */
struct delta {
    double stake, low, high;
    int32_t known, steps, dilutions, pending;
};

static void take_line(struct delta *deltas, int32_t first, const struct sl_line *line)
{
    struct sl_level before = {.stake = NAN};
    for (size_t i = 0; i < line->step_count; i++) {
        const struct sl_level *step = &line->steps[i];
        struct delta *delta = &deltas[step->day - first];
        if (!isnan(before.stake)) {
            delta->stake -= before.stake, delta->low -= before.low, delta->high -= before.high;
            delta->known--;
        }
        if (!isnan(step->stake)) {
            delta->stake += step->stake, delta->low += step->low, delta->high += step->high;
            delta->known++;
        }
        delta->steps++;
        if (step->how == SL_STEP_DILUTION) delta->dilutions++;
        if (step->pending) delta->pending++;
        before = *step;
    }
}

static double tidy(double value)
{
    return fabs(value) < nothing ? 0 : value;
}

static bool add_days(struct sl_line *out, const struct delta *deltas, int32_t first, int32_t last)
{
    struct delta sum = {0};
    bool before_known = false;
    for (int32_t day = first; day <= last; day++) {
        const struct delta *delta = &deltas[day - first];
        if (delta->steps == 0) continue;
        sum.stake += delta->stake, sum.low += delta->low, sum.high += delta->high;
        sum.known += delta->known;
        bool known = sum.known > 0;
        enum sl_level_how how = !before_known                      ? SL_STEP_START
                                : delta->steps == delta->dilutions ? SL_STEP_DILUTION
                                                                   : SL_STEP_TRADE;
        struct sl_level step = {.day = day,
                                .how = (uint8_t)how,
                                .pending = delta->pending > 0,
                                .stake = known ? tidy(sum.stake) : NAN,
                                .low = known ? tidy(sum.low) : NAN,
                                .high = known ? tidy(sum.high) : NAN};
        before_known = known;
        if (!sl_vector_grow(&out->steps, out->step_count, &out->step_capacity, sizeof step)) {
            return false;
        }
        out->steps[out->step_count++] = step;
    }
    return true;
}

/* One cell a day, rather than a merge: the cost is that of the steps and the span. */
enum sl_status sl_lines_sum(struct sl_line *out, const struct sl_line *const *lines, size_t count,
                            struct sl_error *err)
{
    *out = (struct sl_line){.first_position = SL_NO_NAME};
    int32_t first = SL_DAY_MAX, last = SL_DAY_MIN;
    for (size_t i = 0; i < count; i++) {
        if (lines[i]->step_count == 0) continue;
        int32_t begin = lines[i]->steps[0].day, end = lines[i]->steps[lines[i]->step_count - 1].day;
        if (begin < first) first = begin;
        if (end > last) last = end;
    }
    if (first > last) return SL_OK;
    struct delta *deltas = calloc((size_t)(last - first) + 1, sizeof *deltas);
    if (deltas == NULL) return sl_fail_memory(err);
    for (size_t i = 0; i < count; i++)
        take_line(deltas, first, lines[i]);
    bool ok = add_days(out, deltas, first, last);
    free(deltas);
    if (ok) return SL_OK;
    sl_line_release(out);
    return sl_fail_memory(err);
}

/* ---- the ranks ---- */

/* The largest level that shows in from..to, with `offers` also what pending deals would lead to;
 * -1 when there is none. */
static double largest_between(const struct sl_line *line, int32_t from, int32_t to, bool offers)
{
    double largest = -1;
    for (size_t i = 0; i < line->step_count; i++) {
        const struct sl_level *step = &line->steps[i];
        bool carried = i + 1 == line->step_count || line->steps[i + 1].day > from;
        if (step->day > to || !carried || isnan(step->stake)) continue;
        if (step->stake > nothing && step->high > largest) largest = step->high;
    }
    for (size_t i = 0; offers && i < line->offer_count; i++) {
        const struct sl_offer *offer = &line->offers[i];
        if (offer->day < from || offer->day > to || isnan(offer->change)) continue;
        const struct sl_level *now = sl_line_at(line, offer->day);
        double level = (now == NULL || isnan(now->stake) ? 0 : now->stake) + offer->change;
        if (level > 100) level = 100;
        if (level > largest) largest = level;
    }
    return largest;
}

static int compare_lines(const void *a, const void *b)
{
    const struct sl_line *one = *(const struct sl_line *const *)a;
    const struct sl_line *two = *(const struct sl_line *const *)b;
    if (one->largest != two->largest) return one->largest > two->largest ? -1 : 1;
    return one < two ? -1 : one > two; /* one array: the order in which they were met */
}

enum sl_status sl_series_rank(struct sl_series *series, int32_t from, int32_t to, bool offers,
                              const struct sl_line ***out, size_t *count, struct sl_error *err)
{
    size_t all = series->names.count, used = 0;
    const struct sl_line **lines = malloc((all + 1) * sizeof *lines);
    if (lines == NULL) return sl_fail_memory(err);
    for (size_t i = 0; i < all; i++) {
        series->lines[i].largest = largest_between(&series->lines[i], from, to, offers);
        if (series->lines[i].largest >= 0) lines[used++] = &series->lines[i];
    }
    qsort(lines, used, sizeof *lines, compare_lines);
    *out = lines;
    *count = used;
    return SL_OK;
}
