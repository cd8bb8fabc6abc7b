/* Which dates and values an axis is labelled at. */
#include "export/chart_scale.h"

#include <math.h>
#include <stdbool.h>
#include <stdio.h>

#include "model/calendar.h"

enum unit { DAYS, MONTHS, YEARS };

struct step {
    enum unit unit;
    int32_t count;
};

static const struct step steps[] = {
    {DAYS, 1},   {DAYS, 2},   {DAYS, 7},    {DAYS, 14},   {MONTHS, 1},  {MONTHS, 2},
    {MONTHS, 3}, {MONTHS, 6}, {YEARS, 1},   {YEARS, 2},   {YEARS, 5},   {YEARS, 10},
    {YEARS, 20}, {YEARS, 50}, {YEARS, 100}, {YEARS, 200}, {YEARS, 500}, {YEARS, 1000},
};

static int32_t floor_to(int32_t value, int32_t unit)
{
    int32_t rest = value % unit;
    return value - (rest < 0 ? rest + unit : rest);
}

/* The n-th multiple of the step counted from the one at or before `from`. Weeks begin on Monday;
 * 1970-01-05 was one. */
static int32_t multiple(struct step step, int32_t from, int32_t n)
{
    struct sl_civil civil = sl_civil_from_day(from);
    if (step.unit == DAYS) {
        const int32_t monday = 4;
        return floor_to(from - monday, step.count) + monday + n * step.count;
    }
    if (step.unit == MONTHS) {
        int32_t month = floor_to(civil.year * 12 + civil.month - 1, step.count) + n * step.count;
        return sl_day_from_civil(month / 12, month % 12 + 1, 1);
    }
    return sl_day_from_civil(floor_to(civil.year, step.count) + n * step.count, 1, 1);
}

/* The year stands below the first tick and the first of each year, or the month below days. */
static void label_tick(struct sl_tick *tick, struct step step, const struct sl_tick *before)
{
    struct sl_civil now = sl_civil_from_day(tick->day);
    struct sl_civil old =
        before == NULL ? (struct sl_civil){0, 0, 0} : sl_civil_from_day(before->day);
    const char *month = sl_month_name(now.month);
    bool new_year = old.year != now.year;
    char first[12];
    if (step.unit == YEARS) {
        snprintf(tick->label, sizeof tick->label, "%d", (int)now.year);
        return;
    }
    if (step.unit == DAYS) {
        snprintf(first, sizeof first, "%d %.3s", now.day, month);
    } else if (step.count == 3) {
        snprintf(first, sizeof first, "Q%d", (now.month - 1) / 3 + 1);
    } else {
        snprintf(first, sizeof first, "%.3s", month);
    }
    if (new_year) {
        snprintf(tick->label, sizeof tick->label, "%s\n%d", first, (int)now.year);
    } else {
        snprintf(tick->label, sizeof tick->label, "%s", first);
    }
}

static size_t try_step(struct sl_tick *out, struct step step, int32_t from, int32_t to, size_t most)
{
    size_t count = 0;
    for (int32_t n = 0;; n++) {
        int32_t day = multiple(step, from, n);
        if (day > to) return count;
        if (day < from) continue;
        if (count == most) return SL_TICKS_MAX + 1;
        out[count].day = day;
        label_tick(&out[count], step, count == 0 ? NULL : &out[count - 1]);
        count++;
    }
}

size_t sl_ticks_dates(struct sl_tick out[SL_TICKS_MAX], int32_t from, int32_t to, size_t most)
{
    if (most > SL_TICKS_MAX) most = SL_TICKS_MAX;
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        size_t count = try_step(out, steps[i], from, to, most);
        if (count <= most) return count;
    }
    return 0;
}

double sl_ticks_step(double high, size_t most, double *top)
{
    if (!(high > 0)) high = 1;
    if (most < 1) most = 1;
    double step = pow(10, floor(log10(high / (double)most)) - 1);
    static const double factors[] = {1, 2, 5};
    for (;;) {
        for (size_t i = 0; i < 3; i++) {
            double count = ceil(high / (step * factors[i]) - 1e-9);
            if (count > (double)most) continue;
            *top = count * step * factors[i];
            return step * factors[i];
        }
        step *= 10;
    }
}
