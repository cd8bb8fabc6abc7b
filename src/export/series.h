/* Timelines as lines to draw: the steps of each holder's stake in one issuer, or of one holder's in
 * each. Knows no gnuplot and no page. */
#ifndef EXPORT_SERIES_H
#define EXPORT_SERIES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <stakeline/query.h>

#include "base/arena.h"
#include "export/name_table.h"

/* How a line comes to a level. */
enum sl_level_how {
    SL_STEP_START,   /* what it was before is not known */
    SL_STEP_RISE,    /* it was 0 before */
    SL_STEP_TRADE,   /* shares changed hands, or a new level was stated */
    SL_STEP_DILUTION /* only the capital moved */
};

/* The level from the end of `day` on; NaN: unknown from then on. At most one a day. */
struct sl_level {
    int32_t day;
    uint8_t how;  /* enum sl_level_how */
    bool pending; /* counted, but not completed (pro forma) */
    double stake, low, high;
};

/* A pending deal that does not count: what it would change, or NaN. */
struct sl_offer {
    int32_t day;
    double change;
};

struct sl_line {
    const char *name; /* cleaned */
    struct sl_level *steps;
    size_t step_count, step_capacity;
    struct sl_offer *offers;
    size_t offer_count, offer_capacity;
    size_t first_position; /* its positions are a list; SL_NO_NAME: none */
    double largest;        /* level in the time that is shown; set by sl_series_rank */
};

struct sl_class_level; /* what one holder has of one class */

struct sl_series {
    bool by_issuer; /* a line for each issuer; else one for each holder */
    int32_t to;     /* later rows only tell how far the log goes */
    struct sl_arena arena;
    struct sl_names names;   /* of the lines: an index into `lines` */
    struct sl_names classes; /* line and class: an index into `positions` */
    struct sl_names sources; /* distinct, in the order of the rows */
    struct sl_line *lines;
    struct sl_class_level *positions;
    size_t line_capacity, position_capacity;
    const char *subject;  /* display name of the entity that was asked about */
    int32_t first, last;  /* effective days of the rows that are drawn; first > last: none */
    int32_t last_counted; /* effective day, of rows that are not pending */
    int32_t last_known;   /* day on which the latest claim could be known */
};

void sl_series_init(struct sl_series *series, bool by_issuer, int32_t to);
void sl_series_release(struct sl_series *series);

/* A sink's row function: `context` is the series, `row` a struct sl_timeline_row. */
enum sl_status sl_series_row(void *context, const void *row, struct sl_error *err);

/* The level of a line at the end of a day; NULL where it has none yet. */
const struct sl_level *sl_line_at(const struct sl_line *line, int32_t day);

/* Adds up the lines as one, in `out` (pass it to sl_line_release). Where none of them is known it
 * is unknown. */
enum sl_status sl_lines_sum(struct sl_line *out, const struct sl_line *const *lines, size_t count,
                            struct sl_error *err);
void sl_line_release(struct sl_line *line);

/* Sets `largest` of every line in from..to, with `offers` that of pending deals too (-1: nothing
 * to draw), and returns the lines that have
 * something to draw, largest first, in an array that the caller frees. */
enum sl_status sl_series_rank(struct sl_series *series, int32_t from, int32_t to, bool offers,
                              const struct sl_line ***out, size_t *count, struct sl_error *err);

#endif
