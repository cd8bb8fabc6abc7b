/* Between the files of the layout: what stands in the rows, and what runs through the gaps. */
#ifndef EXPORT_DIAGRAM_INSIDE_H
#define EXPORT_DIAGRAM_INSIDE_H

#include "export/diagram.h"

#define SL_NO_BOX UINT32_MAX
enum { SL_RUNS_APART = 7, SL_BOXES_APART = 20 }; /* pixels between two upright parts, two boxes */

/* A box in its row, or the place where an arrow passes between the boxes of one. */
struct sl_item {
    uint32_t box; /* SL_NO_BOX: an arrow passes */
    uint32_t arrow;
    uint32_t row, at;   /* its place in the row, from the left */
    double left, right; /* room on either side of x */
    double x, want;
};

/* One end of a run: at the lower side of an item above the gap, or the upper side of one below. */
struct sl_run_end {
    uint32_t item;
    double x, off; /* off: from the middle of its item */
    double half;   /* half the room it needs there */
};

/* An arrow's way through one gap. Gap g lies above row g. */
struct sl_run {
    uint32_t arrow, gap;
    bool arc; /* both ends are below the gap */
    struct sl_run_end ends[2];
    double y;       /* of its level part */
    uint32_t level; /* 0: it has none */
};

struct sl_layout {
    struct sl_diagram *diagram;
    struct sl_item *items; /* those of row r: order[row_first[r]] up to order[row_first[r + 1]] */
    size_t item_count;
    uint32_t *order, *row_first;
    uint32_t rows;
    struct sl_run *runs; /* those of an arrow stand together, from the top down */
    size_t run_count, run_capacity;
    uint32_t *arrow_run; /* the first of each arrow; a flat one has none */
    bool *label_low; /* of each arrow: its label stands at the lower end (of an arc: the second) */
};

/* diagram_rows.c: gives each box its row, and a column within a circle. */
enum sl_status sl_layout_rows(struct sl_diagram *diagram, struct sl_error *err);
/* diagram_order.c: puts what stands in each row in an order with few crossings. */
enum sl_status sl_layout_order(struct sl_layout *layout, struct sl_error *err);
/* diagram_runs.c: the runs of each arrow, and where its label stands. */
enum sl_status sl_layout_runs(struct sl_layout *layout, struct sl_error *err);
/* diagram_place.c: from left to right: boxes, then the ends of runs at their sides. */
enum sl_status sl_layout_place(struct sl_layout *layout, struct sl_error *err);
/* diagram_route.c: from the top down: the level parts of the runs, the rows, the corners. */
enum sl_status sl_layout_route(struct sl_layout *layout, struct sl_error *err);

static inline struct sl_item *sl_item_at(const struct sl_layout *layout, uint32_t row, uint32_t at)
{
    return &layout->items[layout->order[layout->row_first[row] + at]];
}
static inline uint32_t sl_row_size(const struct sl_layout *layout, uint32_t row)
{
    return layout->row_first[row + 1] - layout->row_first[row];
}
/* How many arrows lead straight from one of the neighbours to the other; the widest label. */
uint32_t sl_layout_flats(const struct sl_layout *layout, uint32_t box, uint32_t other,
                         double *widest);

#endif
