/* From left to right. Boxes take the room that the ends of their arrows need, and stand as near to
 * what they are tied to as their neighbours allow; an end stands where its arrow runs straight, or
 * else near the middle of the side. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "export/diagram_inside.h"
#include "export/spread.h"

enum { PASSES = 3, SWEEPS = 30, SIDE_MARGIN = 10, NUDGE_MOST = 40 };
static const double GAP_MOST = 72, PASS_HALF = 6, FLAT_ROOM = 46, CLEAR = 4, STEP_LEAST = 1;

/* One end of a run, as it stands at a side of a box: `run` and which of its two. */
struct port {
    uint32_t run;
    int end;
    double toward; /* where the other end is */
};

struct side {
    struct port *ports;
    size_t count;
};

struct placing {
    struct sl_layout *layout;
    struct port *ports;
    struct sl_spread *room; /* scratch */
};

/* ---- the sides of boxes ---- */

static double toward_of(const struct sl_layout *layout, const struct sl_run *run, int end)
{
    return layout->items[run->ends[1 - end].item].x;
}

static int compare_ports(const void *left, const void *right)
{
    const struct port *a = left, *b = right;
    if (a->toward != b->toward) return a->toward < b->toward ? -1 : 1;
    if (a->run != b->run) return a->run < b->run ? -1 : 1;
    return a->end - b->end;
}

/* The ends at the upper (or lower) side of an item, from the left. */
static struct side side_of(struct placing *placing, uint32_t item, bool upper)
{
    const struct sl_layout *layout = placing->layout;
    struct side side = {.ports = placing->ports};
    for (uint32_t i = 0; i < layout->run_count; i++) {
        const struct sl_run *run = &layout->runs[i];
        for (int end = 0; end < 2; end++) {
            bool at_upper = end == 1 || run->arc;
            if (run->ends[end].item != item || at_upper != upper) continue;
            side.ports[side.count++] = (struct port){i, end, toward_of(layout, run, end)};
        }
    }
    if (side.count > 1) qsort(side.ports, side.count, sizeof *side.ports, compare_ports);
    return side;
}

static struct sl_run_end *end_at(const struct placing *placing, const struct port *port)
{
    return &placing->layout->runs[port->run].ends[port->end];
}

static double gap_between(const struct placing *placing, const struct side *side, size_t i)
{
    return end_at(placing, &side->ports[i - 1])->half + end_at(placing, &side->ports[i])->half +
           (i > 0 ? CLEAR : 0);
}

/* The room from the first end's left to the last one's right. */
static double room_of(const struct placing *placing, const struct side *side)
{
    if (side->count == 0) return 0;
    double sum = end_at(placing, &side->ports[0])->half +
                 end_at(placing, &side->ports[side->count - 1])->half;
    for (size_t i = 1; i < side->count; i++)
        sum += gap_between(placing, side, i);
    return sum;
}

static void widen_boxes(struct placing *placing)
{
    struct sl_layout *layout = placing->layout;
    for (uint32_t i = 0; i < layout->item_count; i++) {
        struct sl_item *item = &layout->items[i];
        item->left = item->right = PASS_HALF;
        if (item->box == SL_NO_BOX) continue;
        struct sl_box *box = &layout->diagram->boxes[item->box];
        for (int upper = 0; upper < 2; upper++) {
            struct side side = side_of(placing, i, upper == 1);
            if (side.count > 0) box->wide = fmax(box->wide, room_of(placing, &side) + 6);
        }
        item->left = box->wide / 2 + (box->beside_left ? box->beside : 0);
        item->right = box->wide / 2 + (box->beside_left ? 0 : box->beside);
    }
}

/* ---- the rows ---- */

static double gap_before(const struct sl_layout *layout, uint32_t row, uint32_t at, double gap)
{
    const struct sl_item *left = sl_item_at(layout, row, at - 1),
                         *item = sl_item_at(layout, row, at);
    double sum = left->right + item->left, widest;
    if (left->box == SL_NO_BOX && item->box == SL_NO_BOX) return sum + CLEAR;
    if (left->box == SL_NO_BOX || item->box == SL_NO_BOX) return sum + SL_BOXES_APART / 2;
    if (sl_layout_flats(layout, left->box, item->box, &widest) > 0)
        gap = fmax(gap, widest + FLAT_ROOM);
    return sum + gap;
}

static double row_room(const struct sl_layout *layout, uint32_t row, double gap)
{
    uint32_t size = sl_row_size(layout, row);
    double sum = sl_item_at(layout, row, 0)->left + sl_item_at(layout, row, size - 1)->right;
    for (uint32_t at = 1; at < size; at++)
        sum += gap_before(layout, row, at, gap);
    return sum;
}

/* The widest gap between boxes with which every row has room; 0: there is none. */
static double choose_gap(struct sl_layout *layout)
{
    struct sl_diagram *diagram = layout->diagram;
    double gap = GAP_MOST;
    for (uint32_t row = 0; row < layout->rows; row++) {
        while (gap > SL_BOXES_APART && row_room(layout, row, gap) > diagram->room)
            gap -= 4;
        if (gap >= SL_BOXES_APART && row_room(layout, row, gap) <= diagram->room) continue;
        diagram->overfull = true;
        diagram->full_row = row;
        return 0;
    }
    return gap;
}

/* Where the ties of an item would have it, and how strongly. */
static void wish(struct sl_layout *layout, uint32_t item, double *want, double *weight)
{
    double sum = 0, all = 0;
    for (size_t i = 0; i < layout->run_count; i++) {
        const struct sl_run *run = &layout->runs[i];
        for (int end = 0; end < 2; end++) {
            if (run->ends[end].item != item || run->arc) continue;
            const struct sl_item *other = &layout->items[run->ends[1 - end].item];
            bool passes = layout->items[item].box == SL_NO_BOX, on = other->box == SL_NO_BOX;
            double pull = passes && on ? 8 : passes || on ? 2 : 1;
            sum += pull * (run->ends[1 - end].off + other->x - run->ends[end].off);
            all += pull;
        }
    }
    *weight = all > 0 ? all : 0.05;
    *want = all > 0 ? sum / all : layout->items[item].x;
}

static bool place_row(struct placing *placing, uint32_t row, double gap)
{
    struct sl_layout *layout = placing->layout;
    uint32_t size = sl_row_size(layout, row);
    for (uint32_t at = 0; at < size; at++) {
        struct sl_spread *spread = &placing->room[at];
        wish(layout, layout->order[layout->row_first[row] + at], &spread->want, &spread->weight);
        spread->gap = at > 0 ? gap_before(layout, row, at, gap) : 0;
    }
    double low = sl_item_at(layout, row, 0)->left;
    double high = layout->diagram->room - sl_item_at(layout, row, size - 1)->right;
    if (!sl_spread(placing->room, size, low, high)) return false;
    for (uint32_t at = 0; at < size; at++)
        sl_item_at(layout, row, at)->x = placing->room[at].at;
    return true;
}

/* Each row in the middle, to begin with. */
static void center_rows(struct sl_layout *layout, double gap)
{
    for (uint32_t row = 0; row < layout->rows; row++) {
        double x = (layout->diagram->room - row_room(layout, row, gap)) / 2;
        for (uint32_t at = 0; at < sl_row_size(layout, row); at++) {
            struct sl_item *item = sl_item_at(layout, row, at);
            x = at == 0 ? x + item->left : x + gap_before(layout, row, at, gap);
            item->x = x;
        }
    }
}

static bool place_rows(struct placing *placing, double gap)
{
    struct sl_layout *layout = placing->layout;
    bool ok = true;
    for (int sweep = 0; sweep < SWEEPS && ok; sweep++) {
        for (uint32_t i = 0; i < layout->rows && ok; i++)
            ok = place_row(placing, sweep % 2 == 0 ? i : layout->rows - 1 - i, gap);
    }
    return ok;
}

/* Moves everything to the left edge of the room. */
static void trim(struct sl_layout *layout)
{
    double left = INFINITY, right = 0;
    for (size_t i = 0; i < layout->item_count; i++)
        left = fmin(left, layout->items[i].x - layout->items[i].left);
    for (size_t i = 0; i < layout->item_count; i++) {
        struct sl_item *item = &layout->items[i];
        item->x -= left;
        right = fmax(right, item->x + item->right);
        if (item->box != SL_NO_BOX) layout->diagram->boxes[item->box].x = item->x;
    }
    for (size_t i = 0; i < layout->run_count; i++)
        layout->runs[i].ends[0].x -= left, layout->runs[i].ends[1].x -= left;
    layout->diagram->wide = right;
}

/* ---- ends ---- */

enum wish_of { MIDDLE, STRAIGHT };

static bool place_side(struct placing *placing, uint32_t item, bool upper, enum wish_of what)
{
    struct sl_layout *layout = placing->layout;
    const struct sl_item *at = &layout->items[item];
    struct side side = side_of(placing, item, upper);
    if (side.count == 0) return true;
    double half = at->box == SL_NO_BOX ? 0 : layout->diagram->boxes[at->box].wide / 2;
    double margin = fmin(SIDE_MARGIN, half);
    for (size_t i = 0; i < side.count; i++) {
        struct sl_run_end *end = end_at(placing, &side.ports[i]);
        double other = layout->runs[side.ports[i].run].ends[1 - side.ports[i].end].x;
        bool straight = what == STRAIGHT && fabs(other - at->x) <= half - margin;
        placing->room[i] = (struct sl_spread){.want = what == MIDDLE ? at->x
                                                      : straight     ? other
                                                                     : end->x,
                                              .weight = straight ? 4 : 1,
                                              .gap = i > 0 ? gap_between(placing, &side, i) : 0};
    }
    double low = fmax(margin, end_at(placing, &side.ports[0])->half - CLEAR);
    double high = fmax(margin, end_at(placing, &side.ports[side.count - 1])->half - CLEAR);
    if (!sl_spread(placing->room, side.count, at->x - half + fmin(low, half),
                   at->x + half - fmin(high, half)))
        return false;
    for (size_t i = 0; i < side.count; i++) {
        struct sl_run_end *end = end_at(placing, &side.ports[i]);
        end->x = placing->room[i].at;
        end->off = end->x - at->x;
    }
    return true;
}

static bool place_ends(struct placing *placing)
{
    struct sl_layout *layout = placing->layout;
    static const struct {
        bool upper;
        enum wish_of what;
    } passes[] = {{true, MIDDLE},    {false, MIDDLE},  {false, STRAIGHT}, {true, STRAIGHT},
                  {false, STRAIGHT}, {true, STRAIGHT}, {false, STRAIGHT}, {true, STRAIGHT}};
    bool ok = true;
    for (size_t pass = 0; pass < sizeof passes / sizeof *passes && ok; pass++) {
        for (uint32_t item = 0; item < layout->item_count && ok; item++)
            ok = place_side(placing, item, passes[pass].upper, passes[pass].what);
    }
    return ok;
}

/* ---- ends that face each other ---- */

/* Between which x an item that an arrow passes has room beside its neighbours. */
static void room_to_pass(const struct sl_layout *layout, const struct sl_item *item, double *low,
                         double *high)
{
    if (item->at > 0) {
        const struct sl_item *left = sl_item_at(layout, item->row, item->at - 1);
        *low = fmax(*low, left->x + gap_before(layout, item->row, item->at, SL_BOXES_APART));
    }
    if (item->at + 1 < sl_row_size(layout, item->row)) {
        const struct sl_item *right = sl_item_at(layout, item->row, item->at + 1);
        *high = fmin(*high, right->x - gap_before(layout, item->row, item->at + 1, SL_BOXES_APART));
    }
}

static bool can_pass(const struct sl_layout *layout, const struct sl_item *item, double x)
{
    double low = -INFINITY, high = INFINITY;
    room_to_pass(layout, item, &low, &high);
    return x >= low && x <= high;
}

static bool is_at_top(const struct sl_run *run, int end)
{
    return run->arc || end == 1;
}

/* Two arrows whose ends stand one above the other across a gap would run over each other. */
static bool faces_none(const struct sl_layout *layout, const struct sl_run *run, int end, double x)
{
    for (size_t i = 0; i < layout->run_count; i++) {
        const struct sl_run *other = &layout->runs[i];
        if (other == run || other->gap != run->gap) continue;
        for (int k = 0; k < 2; k++) {
            bool facing = is_at_top(other, k) != is_at_top(run, end);
            if (facing && fabs(other->ends[k].x - x) < SL_RUNS_APART) return false;
        }
    }
    return true;
}

static bool is_free_at_box(const struct sl_layout *layout, const struct sl_run *run, int end,
                           double x)
{
    const struct sl_item *item = &layout->items[run->ends[end].item];
    double half = layout->diagram->boxes[item->box].wide / 2;
    if (fabs(x - item->x) > half - fmax(SIDE_MARGIN, run->ends[end].half - CLEAR)) return false;
    for (size_t i = 0; i < layout->run_count; i++) {
        const struct sl_run *other = &layout->runs[i];
        for (int k = 0; k < 2; k++) {
            if (other->ends[k].item != run->ends[end].item || (other == run && k == end)) continue;
            if (is_at_top(other, k) != is_at_top(run, end)) continue;
            double apart = other->ends[k].half + run->ends[end].half + CLEAR;
            if (fabs(other->ends[k].x - x) < apart) return false;
        }
    }
    return faces_none(layout, run, end, x);
}

/* The arrow goes on in the run before or after. */
static struct sl_run *next_run(struct sl_run *run, int end)
{
    return end == 1 ? run + 1 : run - 1;
}

/* Moves the end to x where it is free there. */
static bool move_end(struct sl_layout *layout, struct sl_run *run, int end, double x)
{
    struct sl_item *item = &layout->items[run->ends[end].item];
    if (item->box != SL_NO_BOX) {
        if (!is_free_at_box(layout, run, end, x)) return false;
    } else {
        struct sl_run *next = next_run(run, end);
        if (!can_pass(layout, item, x) || !faces_none(layout, run, end, x) ||
            !faces_none(layout, next, 1 - end, x))
            return false;
        item->x = next->ends[1 - end].x = x;
    }
    run->ends[end].x = x;
    return true;
}

/* Moves ends a little to where they face none. */
static void nudge_ends(struct sl_layout *layout)
{
    for (size_t i = 0; i < layout->run_count; i++) {
        struct sl_run *run = &layout->runs[i];
        for (int end = 0; end < 2; end++) {
            double x = run->ends[end].x;
            if (faces_none(layout, run, end, x)) continue;
            for (int step = 2; step <= 2 * NUDGE_MOST + 1; step++)
                if (move_end(layout, run, end, x + (step % 2 == 0 ? step / 2 : -(step / 2)))) break;
        }
    }
}

/* ---- long arrows ---- */

/* Lets an arrow pass all rows at one x where it can: below its one end, or else the other, which
 * may move a little for it. */
static void straighten(struct sl_layout *layout, uint32_t arrow)
{
    uint32_t first = layout->arrow_run[arrow], last = first;
    double low = -INFINITY, high = INFINITY, x = 0;
    while (last + 1 < layout->run_count && layout->runs[last + 1].arrow == arrow)
        last++;
    for (uint32_t i = first; i < last; i++)
        room_to_pass(layout, &layout->items[layout->runs[i].ends[1].item], &low, &high);
    if (first == last || low > high) return;
    for (int end = 0; end < 2; end++) {
        struct sl_run *run = &layout->runs[end == 0 ? first : last];
        x = fmin(fmax(run->ends[end].x, low), high);
        if (x == run->ends[end].x) break;
        if (!is_free_at_box(layout, run, end, x)) continue;
        run->ends[end].x = x;
        break;
    }
    for (uint32_t i = first; i < last; i++) {
        layout->items[layout->runs[i].ends[1].item].x = x;
        layout->runs[i].ends[1].x = layout->runs[i + 1].ends[0].x = x;
    }
}

/* Takes steps aside out that are too small to be meant. */
static void smooth(struct sl_layout *layout)
{
    for (size_t i = 0; i < layout->run_count; i++) {
        struct sl_run *run = &layout->runs[i];
        if (run->arc || fabs(run->ends[1].x - run->ends[0].x) >= STEP_LEAST) continue;
        run->ends[1].x = run->ends[0].x;
        if (layout->items[run->ends[1].item].box == SL_NO_BOX)
            layout->runs[i + 1].ends[0].x = run->ends[1].x;
    }
}

enum sl_status sl_layout_place(struct sl_layout *layout, struct sl_error *err)
{
    size_t most = 2 * layout->run_count + layout->item_count + 2;
    struct placing placing = {.layout = layout,
                              .ports = calloc(most, sizeof *placing.ports),
                              .room = calloc(most, sizeof *placing.room)};
    bool ok = placing.ports != NULL && placing.room != NULL;
    if (ok) {
        widen_boxes(&placing);
        double gap = choose_gap(layout);
        if (gap > 0) {
            center_rows(layout, gap);
            for (int pass = 0; pass < PASSES && ok; pass++)
                ok = place_rows(&placing, gap) && place_ends(&placing);
            for (uint32_t i = 0; i < layout->diagram->arrow_count && ok; i++)
                if (!layout->diagram->arrows[i].flat) straighten(layout, i);
            nudge_ends(layout);
            smooth(layout);
            trim(layout);
        }
    }
    free(placing.ports);
    free(placing.room);
    return ok ? SL_OK : sl_fail_memory(err);
}
