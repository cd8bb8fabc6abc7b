/* Deals as lanes to draw: what each is, in words, and the days of its statuses. */
#ifndef EXPORT_DEAL_LANES_H
#define EXPORT_DEAL_LANES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <stakeline/deals.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "export/name_table.h"

struct sl_lane_mark {
    int32_t day;
    enum sl_stage stage;
    const char *source; /* cleaned; NULL: none is named */
};

struct sl_lane {
    const char *text; /* "Renault sells 28.4 % of Nissan to French trust" */
    struct sl_lane_mark *marks;
    size_t mark_count;
    enum sl_stage stage; /* how far it got */
    int32_t first, last; /* days of its first report, and of its end or latest report */
    int32_t planned;     /* pending: the day that it is to take effect; else SL_DAY_MIN */
};

struct sl_lanes {
    const char *subject; /* display name of the entity that was asked about; cleaned */
    struct sl_arena arena;
    struct sl_names sources;
    struct sl_lane *items; /* in the order of the rows */
    size_t count, capacity;
    struct sl_buffer text; /* scratch */
    int32_t latest;        /* the last day on which anything was known */
};

void sl_lanes_init(struct sl_lanes *lanes);
void sl_lanes_release(struct sl_lanes *lanes);

/* A sink's row function: `context` is the lanes, `row` a struct sl_deal_row. */
enum sl_status sl_lanes_row(void *context, const void *row, struct sl_error *err);

#endif
