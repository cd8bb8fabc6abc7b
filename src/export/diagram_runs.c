/* What runs where: each arrow gap by gap, and the end at which its label has most room. */
#include <math.h>
#include <stdlib.h>

#include "base/error.h"
#include "base/vector.h"
#include "export/diagram_inside.h"

static const double END_HALF = 7; /* half the room of an end without a label */

static bool are_neighbours(const struct sl_item *left, const struct sl_item *right)
{
    return left->row == right->row && left->at + 1 == right->at;
}

/* Does an arrow lead to or from the box beside it? */
static bool is_tied(const struct sl_layout *layout, uint32_t box, bool at_left)
{
    const struct sl_diagram *diagram = layout->diagram;
    for (size_t i = 0; i < diagram->arrow_count; i++) {
        const struct sl_arrow *arrow = &diagram->arrows[i];
        if (arrow->from != box && arrow->to != box) continue;
        const struct sl_item *own = &layout->items[box];
        const struct sl_item *other = &layout->items[arrow->from == box ? arrow->to : arrow->from];
        if (at_left ? are_neighbours(other, own) : are_neighbours(own, other)) return true;
    }
    return false;
}

/* What stands beside a box stands where no neighbour is tied to it. */
static void choose_sides(struct sl_layout *layout)
{
    struct sl_diagram *diagram = layout->diagram;
    for (uint32_t i = 0; i < diagram->box_count; i++)
        diagram->boxes[i].beside_left =
            diagram->boxes[i].beside > 0 && is_tied(layout, i, false) && !is_tied(layout, i, true);
}

/* Are the two neighbours, so that an arrow leads straight from one to the other? */
static bool is_flat(const struct sl_layout *layout, const struct sl_arrow *arrow)
{
    const struct sl_item *from = &layout->items[arrow->from], *to = &layout->items[arrow->to];
    const struct sl_item *left = from->at < to->at ? from : to, *right = left == from ? to : from;
    const struct sl_box *box = &layout->diagram->boxes[left->box];
    return are_neighbours(left, right) && (box->beside == 0 || box->beside_left);
}

uint32_t sl_layout_flats(const struct sl_layout *layout, uint32_t box, uint32_t other,
                         double *widest)
{
    const struct sl_diagram *diagram = layout->diagram;
    uint32_t count = 0;
    *widest = 0;
    for (size_t i = 0; i < diagram->arrow_count; i++) {
        const struct sl_arrow *arrow = &diagram->arrows[i];
        bool between = (arrow->from == box && arrow->to == other) ||
                       (arrow->from == other && arrow->to == box);
        if (!between || !arrow->flat) continue;
        count++;
        *widest = fmax(*widest, arrow->flat_wide);
    }
    return count;
}

static enum sl_status add_run(struct sl_layout *layout, struct sl_run run, struct sl_error *err)
{
    if (!sl_vector_grow(&layout->runs, layout->run_count, &layout->run_capacity,
                        sizeof *layout->runs))
        return sl_fail_memory(err);
    layout->runs[layout->run_count++] = run;
    return SL_OK;
}

/* `passing` is the first of the items where the arrow passes a row, and gets the next arrow's. */
static enum sl_status add_runs(struct sl_layout *layout, uint32_t index, uint32_t *passing,
                               struct sl_error *err)
{
    struct sl_arrow *arrow = &layout->diagram->arrows[index];
    const struct sl_item *from = &layout->items[arrow->from], *to = &layout->items[arrow->to];
    enum sl_status status = SL_OK;
    layout->arrow_run[index] = (uint32_t)layout->run_count;
    arrow->flat = is_flat(layout, arrow);
    if (arrow->flat) return SL_OK;
    struct sl_run run = {.arrow = index, .gap = from->row, .arc = from->row == to->row};
    for (int i = 0; i < 2; i++)
        run.ends[i] =
            (struct sl_run_end){.item = i == 0 ? arrow->from : arrow->to, .half = END_HALF};
    if (run.arc) return add_run(layout, run, err);
    bool down = from->row < to->row;
    uint32_t low = down ? from->row : to->row, high = down ? to->row : from->row;
    uint32_t above = down ? arrow->from : arrow->to, last = down ? arrow->to : arrow->from;
    for (run.gap = low + 1; run.gap <= high && status == SL_OK; run.gap++) {
        uint32_t below = run.gap == high ? last : (*passing)++;
        run.ends[0].item = above;
        run.ends[1].item = below;
        status = add_run(layout, run, err);
        above = below;
    }
    return status;
}

/* ---- labels ---- */

/* The upper end of an arrow, or the lower one; of an arc, the holder's or the other's. */
static struct sl_run_end *end_of(const struct sl_layout *layout, uint32_t arrow, bool low)
{
    uint32_t run = layout->arrow_run[arrow];
    if (low && arrow + 1 < layout->diagram->arrow_count)
        run = layout->arrow_run[arrow + 1] - 1;
    else if (low)
        run = (uint32_t)layout->run_count - 1;
    return &layout->runs[run].ends[low];
}

static uint32_t side_of(const struct sl_layout *layout, uint32_t arrow, bool low)
{
    bool upper_side = low || layout->runs[layout->arrow_run[arrow]].arc;
    return 2 * end_of(layout, arrow, low)->item + upper_side;
}

/* The label goes where fewer arrows end: each then stands beside its own company. */
static void choose_ends(struct sl_layout *layout, uint32_t *busy)
{
    const struct sl_diagram *diagram = layout->diagram;
    for (uint32_t i = 0; i < diagram->arrow_count; i++) {
        if (diagram->arrows[i].flat) continue;
        busy[side_of(layout, i, false)]++;
        busy[side_of(layout, i, true)]++;
    }
    for (uint32_t i = 0; i < diagram->arrow_count; i++) {
        if (diagram->arrows[i].flat) continue;
        uint32_t high = busy[side_of(layout, i, false)], low = busy[side_of(layout, i, true)];
        bool down =
            layout->items[diagram->arrows[i].from].row < layout->items[diagram->arrows[i].to].row;
        layout->label_low[i] = low < high || (low == high && !down);
        struct sl_run_end *end = end_of(layout, i, layout->label_low[i]);
        end->half = fmax(END_HALF, diagram->arrows[i].label_wide / 2 + 2);
    }
}

enum sl_status sl_layout_runs(struct sl_layout *layout, struct sl_error *err)
{
    const struct sl_diagram *diagram = layout->diagram;
    uint32_t *busy = calloc(2 * layout->item_count + 2, sizeof *busy);
    uint32_t passing = (uint32_t)diagram->box_count;
    layout->arrow_run = calloc(diagram->arrow_count + 1, sizeof *layout->arrow_run);
    layout->label_low = calloc(diagram->arrow_count + 1, sizeof *layout->label_low);
    enum sl_status status = SL_OK;
    if (busy == NULL || layout->arrow_run == NULL || layout->label_low == NULL)
        status = sl_fail_memory(err);
    if (status == SL_OK) choose_sides(layout);
    for (uint32_t i = 0; i < diagram->arrow_count && status == SL_OK; i++)
        status = add_runs(layout, i, &passing, err);
    if (status == SL_OK) choose_ends(layout, busy);
    free(busy);
    return status;
}
