/* The lines of a disclosure rule, and who crossed them, on a chart of stakes. */
#ifndef EXPORT_CHART_CROSSINGS_H
#define EXPORT_CHART_CROSSINGS_H

#include <stdbool.h>
#include <stddef.h>

#include <stakeline/chart.h>

#include "base/arena.h"
#include "export/chart_cast.h"
#include "query/lines.h"

struct sl_crossing {
    int32_t day;
    const char *holder; /* cleaned */
    double line;        /* per cent */
    bool up, possible;
};

struct sl_crossings {
    const char *rule; /* "amf", or what the user gave; in plain words for the subtitle */
    struct sl_lines lines;
    struct sl_arena arena;
    struct sl_crossing *items;
    size_t count, capacity;
};

void sl_crossings_release(struct sl_crossings *crossings);

/* A sink's row function: `context` is the crossings, `row` a struct sl_crossing_row. */
enum sl_status sl_crossings_row(void *context, const void *row, struct sl_error *err);

/* What the key says of those from `from` to `to`; returns how many items, at most
 * SL_CROSSING_KEYS. */
enum { SL_CROSSING_KEYS = 3 };
size_t sl_crossings_key(struct sl_key_item *key, const struct sl_crossings *crossings,
                        const struct sl_cast *cast);
/* Moves the left side of the box, so that the lines up to `top` per cent can be named there. */
void sl_crossings_reserve(struct sl_page *page, const struct sl_crossings *crossings, double top);
/* Names and draws the lines up to `top` per cent across the page's box, which must be set. */
void sl_crossings_rule(struct sl_page *page, const struct sl_crossings *crossings, double top);
/* Adds the datablock of the marks; false when there is none. */
bool sl_crossings_block(struct sl_page *page, const struct sl_crossings *crossings,
                        const struct sl_cast *cast, double top);
/* How gnuplot plots that datablock: goes behind "plot ". */
extern const char sl_crossings_plot[];

#endif
