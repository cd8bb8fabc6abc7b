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

/* Is it a change by the step, up or down? */
static enum sl_side step_side(const struct sl_lines *lines, struct sl_standing from,
                              struct sl_standing to, bool up)
{
    const struct sl_standing low = up ? from : to, high = up ? to : from;
    const struct sl_standing change = {high.low - low.high, high.high - low.low,
                                       from.rough || to.rough};
    return sl_side_of(change, lines->step, lines->exceed_step);
}

/* The same since the last crossing. The ends of a wide range are a step apart whatever happens:
 * that one may be a change says nothing when it might have been one before, too, and the middles
 * are near each other. */
static enum sl_side step_since(const struct sl_course *course, const struct sl_lines *lines,
                               struct sl_standing now, bool up)
{
    const struct sl_standing base = course->base;
    const struct sl_standing from = {middle(base), middle(base), base.rough};
    const struct sl_standing to = {middle(now), middle(now), now.rough};
    enum sl_side side = step_side(lines, base, now, up);
    bool idle = step_side(lines, base, course->last, up) == SL_SIDE_AROUND &&
                step_side(lines, from, to, up) == SL_SIDE_BELOW;
    return side == SL_SIDE_AROUND && idle ? SL_SIDE_BELOW : side;
}

static void try_step(const struct sl_course *course, const struct sl_lines *lines,
                     struct sl_standing now, struct sl_passage *passage)
{
    enum sl_side rise = step_since(course, lines, now, true);
    enum sl_side fall = step_since(course, lines, now, false);
    if (rise != SL_SIDE_BELOW)
        cross(passage, middle(course->base) + lines->step, true, rise == SL_SIDE_ABOVE);
    else if (fall != SL_SIDE_BELOW)
        cross(passage, middle(course->base) - lines->step, false, fall == SL_SIDE_ABOVE);
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
    if (!course->based || passage->count > 0) course->base = now;
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
