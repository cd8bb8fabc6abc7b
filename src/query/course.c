/* Crossings, as docs/THRESHOLDS.md defines them, of a stake whose levels are given. */
#include "query/course.h"

#include <math.h>

static double middle(struct sl_standing level)
{
    return (level.low + level.high) / 2;
}

static void cross(struct sl_passage *passage, double line, bool up, bool certain)
{
    passage->crossings[passage->count++] = (struct sl_crossing){line, up, certain};
}

/* One line, in one direction. */
static void try_line(const struct sl_course *course, const struct sl_lines *lines, double line,
                     bool up, struct sl_standing now, struct sl_passage *passage)
{
    enum sl_side before = sl_lines_side(lines, course->last, line, up);
    enum sl_side after = sl_lines_side(lines, now, line, up);
    if (up ? after <= before : after >= before) return;
    cross(passage, line, up, before != SL_SIDE_AROUND && after != SL_SIDE_AROUND);
}

/* A change by more than the step (or by it) since the last crossing. */
static void try_step(const struct sl_course *course, const struct sl_lines *lines,
                     struct sl_standing now, struct sl_passage *passage)
{
    const struct sl_standing mirrored = {-now.high, -now.low, now.rough};
    double over = course->base + lines->step, under = course->base - lines->step;
    enum sl_side rise = sl_side_of(now, over, lines->exceed_step);
    enum sl_side fall = sl_side_of(mirrored, -under, lines->exceed_step);
    if (rise != SL_SIDE_BELOW)
        cross(passage, over, true, rise == SL_SIDE_ABOVE);
    else if (fall != SL_SIDE_BELOW)
        cross(passage, under, false, fall == SL_SIDE_ABOVE);
}

static void go(struct sl_course *course, const struct sl_lines *lines, struct sl_standing now,
               struct sl_passage *passage)
{
    for (size_t i = 0; i < lines->count; i++)
        try_line(course, lines, lines->at[i], true, now, passage);
    for (size_t i = lines->count; i-- > 0;)
        try_line(course, lines, lines->at[i], false, now, passage);
    if (lines->step <= 0) return;
    bool counts = sl_lines_side(lines, now, lines->at[0], true) != SL_SIDE_BELOW;
    if (counts && course->based) try_step(course, lines, now, passage);
    if (!course->based || passage->count > 0) course->base = middle(now);
    course->based = counts;
}

void sl_course_go(struct sl_course *course, const struct sl_lines *lines,
                  const struct sl_standing *now, struct sl_passage *passage)
{
    bool vague = course->lost || course->unsure;
    passage->count = 0;
    if (now != NULL) {
        passage->from = course->met ? middle(course->last) : course->unsure ? NAN : 0;
        passage->to = middle(*now);
        go(course, lines, *now, passage);
        course->last = *now;
        course->met = true;
    }
    for (size_t i = 0; vague && i < passage->count; i++)
        passage->crossings[i].certain = false;
    course->lost = now == NULL;
    course->unsure = false;
}

static bool same_percents(double one, double other)
{
    return isnan(one) ? isnan(other) : fabs(one - other) < SL_LINES_SAME;
}

bool sl_passage_same(const struct sl_passage *one, const struct sl_passage *other)
{
    if (one->count != other->count) return false;
    if (one->count == 0) return true;
    if (!same_percents(one->from, other->from) || !same_percents(one->to, other->to)) return false;
    for (size_t i = 0; i < one->count; i++) {
        const struct sl_crossing *a = &one->crossings[i], *b = &other->crossings[i];
        if (a->up != b->up || a->certain != b->certain || !same_percents(a->line, b->line))
            return false;
    }
    return true;
}
