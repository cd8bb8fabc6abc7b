/* From the top down. In each gap the level parts of the runs get heights such that they cross few
 * others and lie on none; above and below them there is room for the labels. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/vector.h"
#include "export/diagram_inside.h"

enum { ROUNDS_MAX = 20 };
static const double LEVEL_PITCH = 11, GAP_LEAST = 40, STUB = 12, LABEL_CLEAR = 5, FLAT_PITCH = 20;

/* The runs of one gap that have a level part, in the order of their heights. */
struct gap {
    struct sl_layout *layout;
    struct sl_run **runs;
    size_t count;
    uint32_t levels;
    double above, below; /* room for labels and heads */
    double top;          /* y of its upper edge */
    double high;
};

static bool is_level(const struct sl_run *run)
{
    return run->arc || fabs(run->ends[0].x - run->ends[1].x) > 0;
}

static bool covers(const struct sl_run *run, double x, double margin)
{
    double low = fmin(run->ends[0].x, run->ends[1].x), high = fmax(run->ends[0].x, run->ends[1].x);
    return x > low - margin && x < high + margin;
}

static bool end_is_down(const struct sl_run *run, int end)
{
    return run->arc || end == 1;
}

/* What it costs that `high` has its level part above that of `low`. */
static double cost_above(const struct sl_run *high, const struct sl_run *low)
{
    double cost = 0;
    for (int i = 0; i < 2; i++) {
        if (end_is_down(high, i) && covers(low, high->ends[i].x, 0)) cost += 1;
        if (!end_is_down(low, i) && covers(high, low->ends[i].x, 0)) cost += 1;
        for (int k = 0; k < 2; k++) {
            bool meet = end_is_down(high, i) && !end_is_down(low, k);
            if (meet && fabs(high->ends[i].x - low->ends[k].x) < SL_RUNS_APART) cost += 10;
        }
    }
    return cost;
}

static bool must_differ(const struct sl_run *a, const struct sl_run *b)
{
    return covers(a, b->ends[0].x, 8) || covers(a, b->ends[1].x, 8) || covers(b, a->ends[0].x, 8) ||
           covers(b, a->ends[1].x, 8);
}

/* Moves each run to where it costs least, until none moves. */
static void sort_runs(struct gap *gap)
{
    bool moved = true;
    for (int round = 0; moved && round < ROUNDS_MAX; round++) {
        moved = false;
        for (size_t from = 0; from < gap->count; from++) {
            struct sl_run *run = gap->runs[from];
            double change = 0, least = 0;
            size_t best = from;
            for (size_t to = from; to-- > 0;) {
                change += cost_above(run, gap->runs[to]) - cost_above(gap->runs[to], run);
                if (change < least - 1e-9) least = change, best = to;
            }
            change = 0;
            for (size_t to = from + 1; to < gap->count; to++) {
                change += cost_above(gap->runs[to], run) - cost_above(run, gap->runs[to]);
                if (change < least - 1e-9) least = change, best = to;
            }
            if (best == from) continue;
            moved = true;
            for (; from < best; from++)
                gap->runs[from] = gap->runs[from + 1];
            size_t hole = from;
            for (; hole > best; hole--)
                gap->runs[hole] = gap->runs[hole - 1];
            gap->runs[best] = run;
        }
    }
}

static void give_levels(struct gap *gap)
{
    gap->levels = 0;
    for (size_t i = 0; i < gap->count; i++) {
        gap->runs[i]->level = 1;
        for (size_t k = 0; k < i; k++) {
            bool differ =
                must_differ(gap->runs[i], gap->runs[k]) ||
                cost_above(gap->runs[k], gap->runs[i]) != cost_above(gap->runs[i], gap->runs[k]);
            if (differ && gap->runs[k]->level >= gap->runs[i]->level)
                gap->runs[i]->level = gap->runs[k]->level + 1;
        }
        if (gap->runs[i]->level > gap->levels) gap->levels = gap->runs[i]->level;
    }
}

/* ---- heights ---- */

/* The label of the run's arrow stands at this end of it? */
static bool has_label(const struct sl_layout *layout, const struct sl_run *run, int end)
{
    size_t index = (size_t)(run - layout->runs);
    bool first = layout->arrow_run[run->arrow] == index;
    bool last = index + 1 == layout->run_count || layout->runs[index + 1].arrow != run->arrow;
    return layout->label_low[run->arrow] == (end == 1) && (end == 1 ? last : first);
}

/* Does the arrow end, with its head, at this end of the run? */
static bool has_head(const struct sl_layout *layout, const struct sl_run *run, int end)
{
    return run->ends[end].item == layout->diagram->arrows[run->arrow].to;
}

/* What the end needs beside its box, before a level part may come. */
static double room_at(const struct sl_layout *layout, const struct sl_run *run, int end)
{
    double room = has_head(layout, run, end) ? SL_ARROW_HEAD + LABEL_CLEAR : LABEL_CLEAR;
    if (has_label(layout, run, end))
        return room + layout->diagram->arrows[run->arrow].label_high + LABEL_CLEAR;
    return fmax(room, STUB);
}

static void measure(struct gap *gap, uint32_t row)
{
    struct sl_layout *layout = gap->layout;
    gap->count = 0;
    gap->above = gap->below = 0;
    bool any = false;
    for (size_t i = 0; i < layout->run_count; i++) {
        struct sl_run *run = &layout->runs[i];
        if (run->gap != row) continue;
        any = true;
        for (int end = 0; end < 2; end++) {
            double *side = end_is_down(run, end) ? &gap->below : &gap->above;
            *side = fmax(*side, room_at(layout, run, end));
        }
        if (is_level(run)) gap->runs[gap->count++] = run;
    }
    sort_runs(gap);
    give_levels(gap);
    gap->high = any ? gap->above + gap->below + LEVEL_PITCH * gap->levels : 0;
    if (row > 0) gap->high = fmax(gap->high, GAP_LEAST) + layout->diagram->row_gap;
}

static void give_heights(struct gap *gap)
{
    double spare = gap->high - gap->above - gap->below - LEVEL_PITCH * gap->levels;
    double top = gap->top + gap->above + spare / 2 + LEVEL_PITCH / 2;
    for (size_t i = 0; i < gap->count; i++)
        gap->runs[i]->y = top + LEVEL_PITCH * (gap->runs[i]->level - 1);
}

static double row_height(const struct sl_layout *layout, uint32_t row)
{
    double high = 0;
    for (uint32_t at = 0; at < sl_row_size(layout, row); at++) {
        const struct sl_item *item = sl_item_at(layout, row, at);
        if (item->box == SL_NO_BOX) continue;
        high = fmax(high, layout->diagram->boxes[item->box].high);
    }
    return high;
}

static void stack(struct gap *gap)
{
    struct sl_layout *layout = gap->layout;
    double y = 0;
    for (uint32_t row = 0; row < layout->rows; row++) {
        gap->top = y;
        measure(gap, row);
        give_heights(gap);
        double high = row_height(layout, row);
        y += gap->high;
        for (uint32_t at = 0; at < sl_row_size(layout, row); at++) {
            const struct sl_item *item = sl_item_at(layout, row, at);
            if (item->box != SL_NO_BOX) layout->diagram->boxes[item->box].y = y + high / 2;
        }
        y += high;
    }
    layout->diagram->high = y;
}

/* ---- corners ---- */

static enum sl_status add_corner(struct sl_layout *layout, struct sl_arrow *arrow, double x,
                                 double y, struct sl_error *err)
{
    struct sl_diagram *diagram = layout->diagram;
    if (!sl_vector_grow(&diagram->corners, diagram->corner_count, &diagram->corner_capacity,
                        sizeof *diagram->corners))
        return sl_fail_memory(err);
    diagram->corners[diagram->corner_count++] = (struct sl_spot){x, y};
    arrow->count++;
    return SL_OK;
}

static double side_y(const struct sl_layout *layout, const struct sl_run *run, int end)
{
    const struct sl_item *item = &layout->items[run->ends[end].item];
    const struct sl_box *box = &layout->diagram->boxes[item->box];
    return end_is_down(run, end) ? box->y - box->high / 2 : box->y + box->high / 2;
}

static enum sl_status add_end(struct sl_layout *layout, const struct sl_run *run, int end,
                              struct sl_error *err)
{
    struct sl_arrow *arrow = &layout->diagram->arrows[run->arrow];
    double y = side_y(layout, run, end);
    if (has_label(layout, run, end)) {
        double away = (has_head(layout, run, end) ? SL_ARROW_HEAD + LABEL_CLEAR : LABEL_CLEAR) +
                      arrow->label_high / 2;
        arrow->label =
            (struct sl_spot){run->ends[end].x, end_is_down(run, end) ? y - away : y + away};
    }
    return add_corner(layout, arrow, run->ends[end].x, y, err);
}

/* From the upper end to the lower one, or the other way round. */
static enum sl_status add_upright(struct sl_layout *layout, uint32_t index, struct sl_error *err)
{
    struct sl_arrow *arrow = &layout->diagram->arrows[index];
    uint32_t first = layout->arrow_run[index], last = first;
    while (last + 1 < layout->run_count && layout->runs[last + 1].arrow == index)
        last++;
    enum sl_status status = add_end(layout, &layout->runs[first], 0, err);
    for (uint32_t i = first; i <= last && status == SL_OK; i++) {
        const struct sl_run *run = &layout->runs[i];
        for (int end = 0; end < 2 && is_level(run) && status == SL_OK; end++)
            status = add_corner(layout, arrow, run->ends[end].x, run->y, err);
    }
    if (status == SL_OK) status = add_end(layout, &layout->runs[last], 1, err);
    struct sl_spot *corners = layout->diagram->corners + arrow->first;
    bool turn = layout->items[arrow->from].row > layout->items[arrow->to].row;
    for (size_t i = 0; turn && i < arrow->count / 2; i++) {
        struct sl_spot kept = corners[i];
        corners[i] = corners[arrow->count - 1 - i];
        corners[arrow->count - 1 - i] = kept;
    }
    return status;
}

/* Straight from one box of a row to its neighbour; of two, the one to the right is above. */
static enum sl_status add_flat(struct sl_layout *layout, struct sl_arrow *arrow,
                               struct sl_error *err)
{
    const struct sl_box *from = &layout->diagram->boxes[arrow->from];
    const struct sl_box *to = &layout->diagram->boxes[arrow->to];
    double widest, side = from->x < to->x ? 1 : -1, y = from->y;
    if (sl_layout_flats(layout, arrow->from, arrow->to, &widest) > 1) y -= side * FLAT_PITCH / 2;
    double begin = from->x + side * from->wide / 2, end = to->x - side * to->wide / 2;
    arrow->label = (struct sl_spot){(begin + end) / 2 - side * SL_ARROW_HEAD / 2, y};
    enum sl_status status = add_corner(layout, arrow, begin, y, err);
    return status == SL_OK ? add_corner(layout, arrow, end, y, err) : status;
}

enum sl_status sl_layout_route(struct sl_layout *layout, struct sl_error *err)
{
    struct sl_diagram *diagram = layout->diagram;
    struct gap gap = {.layout = layout, .runs = calloc(layout->run_count + 1, sizeof(*gap.runs))};
    if (gap.runs == NULL) return sl_fail_memory(err);
    stack(&gap);
    free(gap.runs);
    enum sl_status status = SL_OK;
    for (uint32_t i = 0; i < diagram->arrow_count && status == SL_OK; i++) {
        diagram->arrows[i].first = diagram->corner_count;
        diagram->arrows[i].count = 0;
        status = diagram->arrows[i].flat ? add_flat(layout, &diagram->arrows[i], err)
                                         : add_upright(layout, i, err);
    }
    return status;
}
