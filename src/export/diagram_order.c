/* The order in each row: first everyone in the middle of what it is tied to, then each item moved
 * along its row as long as that takes crossings away. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "export/diagram_inside.h"

enum {
    SWEEPS = 6,
    ROUNDS_MAX = 30,
    MOVE_MAX = 600 /* items; more are left as the sweeps had them */
};

/* An arrow between a row and the next one, or within a row. */
struct tie {
    uint32_t upper, lower; /* items */
    double weight;
};

struct order {
    struct sl_layout *layout;
    struct tie *ties; /* those of gap g: first[g] up to first[g + 1] */
    size_t *first;
    struct tie *flats; /* of row r: flat_first[r] … */
    size_t *flat_first;
};

static uint32_t row_of(const struct sl_layout *layout, uint32_t box)
{
    return layout->diagram->boxes[box].row;
}

/* ---- items and ties ---- */

static size_t count_items(const struct sl_diagram *diagram)
{
    size_t count = diagram->box_count;
    for (size_t i = 0; i < diagram->arrow_count; i++) {
        uint32_t from = diagram->boxes[diagram->arrows[i].from].row;
        uint32_t to = diagram->boxes[diagram->arrows[i].to].row;
        uint32_t apart = from > to ? from - to : to - from;
        if (apart > 1) count += apart - 1;
    }
    return count;
}

static void add_items(struct sl_layout *layout)
{
    const struct sl_diagram *diagram = layout->diagram;
    for (size_t i = 0; i < diagram->box_count; i++)
        layout->items[layout->item_count++] = (struct sl_item){
            .box = (uint32_t)i, .row = diagram->boxes[i].row, .want = diagram->boxes[i].column};
    for (size_t i = 0; i < diagram->arrow_count; i++) {
        uint32_t from = row_of(layout, diagram->arrows[i].from);
        uint32_t to = row_of(layout, diagram->arrows[i].to);
        uint32_t low = from < to ? from : to, high = from < to ? to : from;
        for (uint32_t row = low + 1; row < high; row++)
            layout->items[layout->item_count++] =
                (struct sl_item){.box = SL_NO_BOX, .arrow = (uint32_t)i, .row = row, .want = 0.5};
    }
}

/* The items of each row, in the order in which they were added, by their column. */
static void fill_rows(struct sl_layout *layout)
{
    for (size_t i = 0; i < layout->item_count; i++)
        layout->row_first[layout->items[i].row + 1]++;
    for (uint32_t row = 0; row < layout->rows; row++)
        layout->row_first[row + 1] += layout->row_first[row];
    for (uint32_t row = 0; row < layout->rows; row++) {
        uint32_t used = layout->row_first[row];
        for (uint32_t i = 0; i < layout->item_count; i++) {
            if (layout->items[i].row != row) continue;
            uint32_t at = used++;
            for (; at > layout->row_first[row] &&
                   layout->items[layout->order[at - 1]].want > layout->items[i].want;
                 at--)
                layout->order[at] = layout->order[at - 1];
            layout->order[at] = i;
        }
        for (uint32_t at = 0; at < sl_row_size(layout, row); at++)
            sl_item_at(layout, row, at)->at = at;
    }
}

/* The ties of the arrows, gap by gap. */
static void add_ties(struct order *order)
{
    const struct sl_layout *layout = order->layout;
    const struct sl_diagram *diagram = layout->diagram;
    size_t used = 0, flats = 0;
    for (uint32_t row = 0; row < layout->rows; row++) {
        uint32_t passing = (uint32_t)diagram->box_count; /* the arrows' items follow the boxes */
        order->first[row] = used;
        order->flat_first[row] = flats;
        for (size_t i = 0; i < diagram->arrow_count; i++) {
            const struct sl_arrow *arrow = &diagram->arrows[i];
            uint32_t from = row_of(layout, arrow->from), to = row_of(layout, arrow->to);
            uint32_t low = from < to ? from : to, high = from < to ? to : from;
            uint32_t first = passing;
            if (high > low + 1) passing += high - low - 1;
            if (low == high && low == row)
                order->flats[flats++] = (struct tie){arrow->from, arrow->to, arrow->weight};
            if (row <= low || row > high) continue;
            uint32_t top = from < to ? arrow->from : arrow->to;
            uint32_t bottom = from < to ? arrow->to : arrow->from;
            order->ties[used++] =
                (struct tie){row - 1 == low ? top : first + (row - 1 - low) - 1,
                             row == high ? bottom : first + (row - low) - 1, arrow->weight};
        }
    }
    order->first[layout->rows] = used;
    order->flat_first[layout->rows] = flats;
}

/* ---- cost ---- */

static double middle_of(const struct sl_layout *layout, const struct sl_item *item)
{
    return (item->at + 0.5) / sl_row_size(layout, item->row);
}

static double crossings(const struct order *order, uint32_t gap)
{
    const struct sl_layout *layout = order->layout;
    double cost = 0;
    if (gap == 0 || gap >= layout->rows) return 0;
    for (size_t i = order->first[gap]; i < order->first[gap + 1]; i++) {
        const struct sl_item *upper = &layout->items[order->ties[i].upper];
        const struct sl_item *lower = &layout->items[order->ties[i].lower];
        bool passes = upper->box == SL_NO_BOX || lower->box == SL_NO_BOX;
        cost += (passes ? 0.2 : 0.1) * fabs(middle_of(layout, upper) - middle_of(layout, lower));
        for (size_t k = order->first[gap]; k < i; k++) {
            const struct sl_item *above = &layout->items[order->ties[k].upper];
            const struct sl_item *below = &layout->items[order->ties[k].lower];
            if ((upper->at < above->at && lower->at > below->at) ||
                (upper->at > above->at && lower->at < below->at))
                cost += 1;
        }
    }
    return cost;
}

/* Those who hold each other stand beside each other, who holds more at the left. */
static double flat_cost(const struct order *order, uint32_t row)
{
    double cost = 0;
    for (size_t i = order->flat_first[row]; i < order->flat_first[row + 1]; i++) {
        uint32_t from = order->layout->items[order->flats[i].upper].at;
        uint32_t to = order->layout->items[order->flats[i].lower].at;
        uint32_t apart = from < to ? to - from : from - to;
        cost += 2.5 * (apart - 1);
        if (to < from) cost += 0.3 * order->flats[i].weight;
    }
    return cost;
}

static double cost_around(const struct order *order, uint32_t row)
{
    return crossings(order, row) + crossings(order, row + 1) + flat_cost(order, row);
}

static double whole_cost(const struct order *order)
{
    double cost = 0;
    for (uint32_t row = 0; row < order->layout->rows; row++)
        cost += crossings(order, row) + flat_cost(order, row);
    return cost;
}

/* ---- sweeps ---- */

/* The row in the order of the middles of what its items are tied to in the row beside it. */
static void sort_row(struct order *order, uint32_t row, bool by_upper)
{
    struct sl_layout *layout = order->layout;
    uint32_t gap = by_upper ? row : row + 1, size = sl_row_size(layout, row);
    uint32_t *items = layout->order + layout->row_first[row];
    for (uint32_t at = 0; at < size; at++) {
        double sum = 0, count = 0;
        for (size_t i = order->first[gap]; i < order->first[gap + 1]; i++) {
            const struct tie *tie = &order->ties[i];
            if ((by_upper ? tie->lower : tie->upper) != items[at]) continue;
            sum += middle_of(layout, &layout->items[by_upper ? tie->upper : tie->lower]);
            count++;
        }
        struct sl_item *item = &layout->items[items[at]];
        item->want = count > 0 ? sum / count : middle_of(layout, item);
    }
    for (uint32_t i = 1; i < size; i++) {
        uint32_t moved = items[i], at = i;
        for (; at > 0 && layout->items[items[at - 1]].want > layout->items[moved].want + 1e-9; at--)
            items[at] = items[at - 1];
        items[at] = moved;
    }
    for (uint32_t at = 0; at < size; at++)
        layout->items[items[at]].at = at;
}

static void sweep(struct order *order, bool down)
{
    uint32_t rows = order->layout->rows;
    for (uint32_t i = 1; i < rows; i++)
        sort_row(order, down ? i : rows - 1 - i, down);
}

static void recall(struct sl_layout *layout, const uint32_t *best)
{
    memcpy(layout->order, best, layout->item_count * sizeof *best);
    for (uint32_t row = 0; row < layout->rows; row++)
        for (uint32_t at = 0; at < sl_row_size(layout, row); at++)
            sl_item_at(layout, row, at)->at = at;
}

static void sweep_all(struct order *order, uint32_t *best)
{
    struct sl_layout *layout = order->layout;
    double least = whole_cost(order);
    memcpy(best, layout->order, layout->item_count * sizeof *best);
    for (int i = 0; i < SWEEPS; i++) {
        sweep(order, i % 2 == 0);
        double cost = whole_cost(order);
        if (cost >= least - 1e-9) continue;
        least = cost;
        memcpy(best, layout->order, layout->item_count * sizeof *best);
    }
    recall(layout, best);
}

/* ---- moves ---- */

static void move(struct sl_layout *layout, uint32_t row, uint32_t from, uint32_t to)
{
    uint32_t *items = layout->order + layout->row_first[row], moved = items[from];
    for (; from < to; from++)
        items[from] = items[from + 1], layout->items[items[from]].at = from;
    for (; from > to; from--)
        items[from] = items[from - 1], layout->items[items[from]].at = from;
    items[to] = moved;
    layout->items[moved].at = to;
}

static bool improve_row(struct order *order, uint32_t row)
{
    uint32_t size = sl_row_size(order->layout, row);
    bool better = false;
    double cost = cost_around(order, row);
    for (uint32_t from = 0; from < size; from++) {
        uint32_t best = from;
        double least = cost;
        for (uint32_t to = 0; to < size; to++) {
            if (to == from) continue;
            move(order->layout, row, from, to);
            double now = cost_around(order, row);
            if (now < least - 1e-9) best = to, least = now;
            move(order->layout, row, to, from);
        }
        if (best == from) continue;
        move(order->layout, row, from, best);
        cost = least;
        better = true;
    }
    return better;
}

static void improve(struct order *order)
{
    bool better = order->layout->item_count <= MOVE_MAX;
    for (int round = 0; better && round < ROUNDS_MAX; round++) {
        better = false;
        for (uint32_t row = 0; row < order->layout->rows; row++)
            better = improve_row(order, row) || better;
    }
}

/* The mirror image, where it is better: moves of one item do not lead there. */
static void mirror(struct order *order)
{
    struct sl_layout *layout = order->layout;
    double cost = whole_cost(order);
    for (int turn = 0; turn < 2; turn++) {
        for (uint32_t row = 0; row < layout->rows; row++) {
            uint32_t size = sl_row_size(layout, row);
            for (uint32_t at = 0; at + 1 < size; at++)
                move(layout, row, size - 1, at);
        }
        if (whole_cost(order) < cost - 1e-9) return;
    }
}

enum sl_status sl_layout_order(struct sl_layout *layout, struct sl_error *err)
{
    const struct sl_diagram *diagram = layout->diagram;
    size_t items = count_items(diagram), ties = items + diagram->arrow_count + 1;
    layout->rows = diagram->row_count;
    layout->items = calloc(items + 1, sizeof *layout->items);
    layout->order = calloc(items + 1, sizeof *layout->order);
    layout->row_first = calloc((size_t)layout->rows + 2, sizeof *layout->row_first);
    struct order order = {.layout = layout,
                          .ties = calloc(ties, sizeof *order.ties),
                          .first = calloc((size_t)layout->rows + 2, sizeof *order.first),
                          .flats = calloc(diagram->arrow_count + 1, sizeof *order.flats),
                          .flat_first = calloc((size_t)layout->rows + 2, sizeof *order.first)};
    uint32_t *best = calloc(items + 1, sizeof *best);
    bool ok = layout->items != NULL && layout->order != NULL && layout->row_first != NULL &&
              order.ties != NULL && order.first != NULL && order.flats != NULL &&
              order.flat_first != NULL && best != NULL;
    if (ok) {
        add_items(layout);
        fill_rows(layout);
        add_ties(&order);
        sweep_all(&order, best);
        improve(&order);
        mirror(&order);
    }
    free(order.ties);
    free(order.first);
    free(order.flats);
    free(order.flat_first);
    free(best);
    return ok ? SL_OK : sl_fail_memory(err);
}
