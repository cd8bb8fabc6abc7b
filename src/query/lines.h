/* The lines that a stake can cross: those of a regime, or a list of the user's. */
#ifndef QUERY_LINES_H
#define QUERY_LINES_H

#include <stdbool.h>
#include <stddef.h>

#include <stakeline/changes.h>

enum { SL_LINES_MAX = 100 };

/* Per cents that differ by less are the same. */
#define SL_LINES_SAME 1e-9

/* A stake, in per cent. */
struct sl_standing {
    double low, high;
    bool rough; /* known by digits that stand for a little more or less */
};

/* Per cents, rising. Where `step` is over 0, every further change by it since the last crossing, of
 * a holder who is not under the first line, is a crossing too. */
struct sl_lines {
    double at[SL_LINES_MAX];
    size_t count;
    bool exceed;     /* the stake must be over a line, not just at it */
    bool fall_below; /* and on its way down, under it */
    double step;
    bool exceed_step; /* the change must be more than the step */
};

/* Where a stake stands. A rough one at the line that must exceed it may be over it. */
enum sl_side { SL_SIDE_BELOW, SL_SIDE_AROUND, SL_SIDE_ABOVE };
enum sl_side sl_side_of(struct sl_standing stake, double line, bool exceed);

/* The same for a line of these, on the way up or down. */
enum sl_side sl_lines_side(const struct sl_lines *lines, struct sl_standing stake, double line,
                           bool up);

/* The lines of a list, or where that is NULL of a regime. SL_MISUSE, saying which word is none. */
enum sl_status sl_lines_read(struct sl_lines *lines, const char *list, enum sl_regime regime,
                             struct sl_error *err);

#endif
