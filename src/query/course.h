/* A holder's course over the lines: what one event after the other made of their stake, and which
 * lines each crossed. */
#ifndef QUERY_COURSE_H
#define QUERY_COURSE_H

#include "query/lines.h"

/* All zero: nobody knows of a stake; one that an event makes known comes from 0. */
struct sl_course {
    bool met;    /* `last` is the stake when it was last known */
    bool lost;   /* it was not known since */
    bool unsure; /* nobody knows what it was before the event at hand */
    struct sl_standing last;
    bool based;
    struct sl_standing base; /* at the last crossing, where changes since count */
};

struct sl_crossing {
    double line;
    bool up;
    bool certain;
};

/* What one event made a stake cross, in the order in which the lines are met. */
struct sl_passage {
    double from, to; /* `from` is NaN where nobody knows it */
    struct sl_crossing
        crossings[2 * SL_LINES_MAX + 1]; /* a range can be on either side of a line */
    size_t count;
};

/* The event at hand is over: the stake is `now`, or (NULL) not known. */
void sl_course_go(struct sl_course *course, const struct sl_lines *lines,
                  const struct sl_standing *now, struct sl_passage *passage);

/* Do they tell the same? */
bool sl_passage_same(const struct sl_passage *one, const struct sl_passage *other);

#endif
