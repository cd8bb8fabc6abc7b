/* Changes between two dates as the rows of a waterfall. */
#ifndef EXPORT_CHART_CHANGES_H
#define EXPORT_CHART_CHANGES_H

#include <stdbool.h>
#include <stddef.h>

#include <stakeline/chart.h>

#include "base/arena.h"

/* One holder's: points and per cents, NaN where unknown. */
struct sl_fall {
    const char *name; /* cleaned; NULL: several, added up */
    double change, before, after;
    bool rest;    /* what nobody is known to hold */
    bool passive; /* only the capital moved */
    size_t order; /* in which the rows came */
};

struct sl_falls {
    const char *subject; /* display name of the issuer; cleaned */
    struct sl_arena arena;
    struct sl_fall *items;
    size_t count, capacity;
};

void sl_falls_init(struct sl_falls *falls);
void sl_falls_release(struct sl_falls *falls);

/* A sink's row function: `context` is the falls, `row` a struct sl_change_row. */
enum sl_status sl_falls_row(void *context, const void *row, struct sl_error *err);

#endif
