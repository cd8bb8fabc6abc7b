/* Rows: each box below all that hold it. Slight arrows that would close a circle of heavy ones lead
 * up. Boxes that hold each other in a circle still count as one while the rows are given out, and
 * share as many rows as they need; in which of its places each then stands is what makes the arrows
 * among them shortest, and the heavy ones lead down. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "export/diagram_inside.h"
#include "query/solver.h"

enum {
    NARROW_MAX = 6,     /* a circle of up to so many boxes stands two abreast, */
    THREE_ABREAST = 12, /* and up to so many three */
    TRY_ALL_MAX = 7,    /* all orders are tried of so many */
    ROUNDS_MAX = 50
};

static const int64_t UNPLACED = INT64_MIN;
static const double SLIGHT = 0.1,
                    SLIGHT_PART = 0.25; /* an arrow, and of the heaviest in its circle */

/* ---- within a circle ---- */

struct place {
    uint32_t row;
    double column; /* 0 to 1 */
};

struct circle {
    const struct sl_diagram *diagram;
    const struct sl_components *components;
    uint32_t self; /* the component */
    const uint32_t *boxes;
    uint32_t count, rows;
    double abreast;
    struct place *places; /* count */
    uint32_t *seat;       /* of each member, the place */
    uint32_t *member;     /* of each box of the diagram, its number in the circle */
};

static double cost_between(const struct circle *circle, const struct sl_arrow *arrow,
                           struct place from, struct place to)
{
    double down = (double)to.row - from.row, aside = fabs(to.column - from.column);
    double steps = aside * circle->abreast;
    if (down == 0) {
        double cost = steps < 1.5 ? 1 : 3 * steps;
        return to.column < from.column ? cost + 0.3 * arrow->weight : cost;
    }
    double cost = fabs(down) < 1.5 ? 1.2 + 0.5 * steps : 2.5 * fabs(down);
    if (arrow->mutual) cost += 1;
    return down < 0 ? cost + 4 * arrow->weight : cost;
}

static double cost_of(const struct circle *circle)
{
    double cost = 0;
    const struct sl_diagram *diagram = circle->diagram;
    for (size_t i = 0; i < diagram->arrow_count; i++) {
        const struct sl_arrow *arrow = &diagram->arrows[i];
        bool from = circle->components->of[arrow->from] == circle->self;
        bool to = circle->components->of[arrow->to] == circle->self;
        if (!from && !to) continue;
        struct place at_from = {0}, at_to = {0};
        if (from) at_from = circle->places[circle->seat[circle->member[arrow->from]]];
        if (to) at_to = circle->places[circle->seat[circle->member[arrow->to]]];
        if (from && to)
            cost += cost_between(circle, arrow, at_from, at_to);
        else
            cost += 0.8 * (from ? circle->rows - 1 - at_from.row : at_to.row);
    }
    return cost;
}

/* The places of a circle, in its order round: down at the left and up at the right. */
static void set_places(struct circle *circle, uint32_t abreast, bool short_first)
{
    uint32_t count = circle->count, rest = count % abreast, used = 0;
    circle->rows = (count + abreast - 1) / abreast;
    circle->abreast = abreast;
    for (uint32_t row = 0; row < circle->rows; row++) {
        bool is_short = rest > 0 && row == (short_first ? 0 : circle->rows - 1);
        uint32_t size = is_short ? rest : abreast;
        for (uint32_t i = 0; i < size; i++)
            circle->places[used++] = (struct place){row, (i + 0.5) / size};
    }
}

static void swap(uint32_t *seat, uint32_t a, uint32_t b)
{
    uint32_t kept = seat[a];
    seat[a] = seat[b];
    seat[b] = kept;
}

/* Heap's way through all orders of the seats. */
static void try_all(struct circle *circle, uint32_t *best, double *best_cost)
{
    uint32_t turn[TRY_ALL_MAX] = {0}, at = 1;
    for (;;) {
        double cost = cost_of(circle);
        if (cost < *best_cost - 1e-9) {
            *best_cost = cost;
            memcpy(best, circle->seat, circle->count * sizeof *best);
        }
        while (at < circle->count && turn[at] >= at)
            turn[at++] = 0;
        if (at >= circle->count) return;
        swap(circle->seat, at % 2 == 0 ? 0 : turn[at], at);
        turn[at]++;
        at = 1;
    }
}

static void try_swaps(struct circle *circle, uint32_t *best, double *best_cost)
{
    double cost = cost_of(circle);
    bool better = true;
    for (int round = 0; better && round < ROUNDS_MAX; round++) {
        better = false;
        for (uint32_t a = 0; a < circle->count; a++) {
            for (uint32_t b = a + 1; b < circle->count; b++) {
                swap(circle->seat, a, b);
                double now = cost_of(circle);
                if (now < cost - 1e-9) {
                    cost = now;
                    better = true;
                } else {
                    swap(circle->seat, a, b);
                }
            }
        }
    }
    if (cost >= *best_cost - 1e-9) return;
    *best_cost = cost;
    memcpy(best, circle->seat, circle->count * sizeof *best);
}

/* The member that comes after `at` on a way along the arrows: one without a seat. */
static uint32_t next_member(const struct circle *circle, uint32_t at)
{
    const struct sl_diagram *diagram = circle->diagram;
    for (size_t k = 0; k < diagram->arrow_count; k++) {
        const struct sl_arrow *arrow = &diagram->arrows[k];
        if (arrow->from != circle->boxes[at]) continue;
        if (circle->components->of[arrow->to] != circle->self) continue;
        if (circle->seat[circle->member[arrow->to]] == SL_NO_BOX) return circle->member[arrow->to];
    }
    uint32_t left = 0;
    while (left + 1 < circle->count && circle->seat[left] != SL_NO_BOX)
        left++;
    return left;
}

/* Seats one after the other along the arrows: back and forth through the rows, all but the first of
 * each, and back through these. */
static void seat_round(struct circle *circle)
{
    const struct place *places = circle->places;
    uint32_t at = 0, first = 0, end = 0;
    for (uint32_t i = 0; i < circle->count; i++)
        circle->seat[i] = SL_NO_BOX;
    for (uint32_t row = 0; row < circle->rows; row++, first = end) {
        while (end < circle->count && places[end].row == row)
            end++;
        for (uint32_t i = first + 1; i < end; i++) {
            circle->seat[at] = row % 2 == 0 ? i : first + end - i;
            at = next_member(circle, at);
        }
    }
    for (uint32_t i = circle->count; i-- > 0;) {
        if (i > 0 && places[i].row == places[i - 1].row) continue;
        circle->seat[at] = i;
        at = next_member(circle, at);
    }
}

static size_t arrows_within(const struct circle *circle)
{
    size_t count = 0;
    for (size_t i = 0; i < circle->diagram->arrow_count; i++) {
        const struct sl_arrow *arrow = &circle->diagram->arrows[i];
        count += circle->components->of[arrow->from] == circle->self &&
                 circle->components->of[arrow->to] == circle->self;
    }
    return count;
}

static uint32_t abreast_for(const struct circle *circle)
{
    uint32_t count = circle->count;
    bool ring = arrows_within(circle) <= count + count / 3;
    if (count <= NARROW_MAX || (ring && count <= 2 * NARROW_MAX)) return 2;
    return count <= THREE_ABREAST ? 3 : (uint32_t)ceil(sqrt(count));
}

static void arrange(struct circle *circle, struct sl_box *boxes, uint32_t *best)
{
    double best_cost = INFINITY;
    bool best_first = false;
    uint32_t abreast = abreast_for(circle);
    bool uneven = circle->count > abreast && circle->count % abreast > 0;
    for (int first = 0; first <= (uneven ? 1 : 0); first++) {
        double before = best_cost;
        set_places(circle, abreast, first == 1);
        for (uint32_t i = 0; i < circle->count; i++)
            circle->seat[i] = i;
        if (circle->count <= TRY_ALL_MAX) {
            try_all(circle, best, &best_cost);
        } else {
            try_swaps(circle, best, &best_cost);
            seat_round(circle);
            try_swaps(circle, best, &best_cost);
        }
        if (best_cost < before) best_first = first == 1;
    }
    set_places(circle, abreast, best_first);
    for (uint32_t i = 0; i < circle->count; i++) {
        struct sl_box *box = &boxes[circle->boxes[i]];
        box->row = circle->places[best[i]].row;
        box->column = circle->places[best[i]].column;
    }
}

/* ---- circle below circle ---- */

struct tower {
    struct sl_diagram *diagram;
    struct sl_components components;
    bool *counts; /* of each arrow: it says who is above whom */
    int64_t *tops;
    bool *above; /* leads to the focus */
    struct place *places;
    uint32_t *room;
};

static enum sl_status find_components(struct tower *tower, struct sl_error *err)
{
    const struct sl_diagram *diagram = tower->diagram;
    struct sl_sparse matrix = {0};
    struct sl_entry *entries = malloc((diagram->arrow_count + 1) * sizeof *entries);
    if (entries == NULL) return sl_fail_memory(err);
    for (size_t i = 0; i < diagram->arrow_count; i++)
        entries[i] = (struct sl_entry){diagram->arrows[i].from, diagram->arrows[i].to,
                                       tower->counts[i] ? 1 : 0};
    sl_components_release(&tower->components);
    enum sl_status status =
        sl_sparse_build(&matrix, (uint32_t)diagram->box_count, entries, diagram->arrow_count, err);
    if (status == SL_OK) status = sl_components_find(&tower->components, &matrix, err);
    sl_sparse_release(&matrix);
    free(entries);
    return status;
}

/* ---- who is above whom ---- */

static void set_counts(struct tower *tower)
{
    const struct sl_diagram *diagram = tower->diagram;
    const uint32_t *of = tower->components.of;
    for (size_t i = 0; i < diagram->arrow_count; i++) {
        const struct sl_arrow *arrow = &diagram->arrows[i];
        double heaviest = 0;
        for (size_t k = 0; k < diagram->arrow_count; k++) {
            const struct sl_arrow *other = &diagram->arrows[k];
            if (of[other->from] == of[arrow->from] && of[other->to] == of[arrow->from])
                heaviest = fmax(heaviest, other->weight);
        }
        bool inside = of[arrow->from] == of[arrow->to];
        bool slight = arrow->weight < SLIGHT && arrow->weight < heaviest * SLIGHT_PART;
        tower->counts[i] = !inside || !(arrow->yields || slight);
    }
}

/* Lets as many of those that yield count as close no circle, the heaviest first. */
static enum sl_status find_circles(struct tower *tower, struct sl_error *err)
{
    const struct sl_diagram *diagram = tower->diagram;
    bool *tried = calloc(diagram->arrow_count + 1, sizeof *tried);
    enum sl_status status = tried == NULL ? sl_fail_memory(err) : find_components(tower, err);
    if (status == SL_OK) {
        set_counts(tower);
        memcpy(tried, tower->counts, diagram->arrow_count * sizeof *tried);
        status = find_components(tower, err);
    }
    const uint32_t circles = tower->components.count;
    while (status == SL_OK) {
        size_t next = diagram->arrow_count;
        for (size_t i = 0; i < diagram->arrow_count; i++) {
            bool heavier = next == diagram->arrow_count ||
                           diagram->arrows[i].weight > diagram->arrows[next].weight;
            if (!tried[i] && heavier) next = i;
        }
        if (next == diagram->arrow_count) break;
        tried[next] = tower->counts[next] = true;
        status = find_components(tower, err);
        if (status != SL_OK || tower->components.count == circles) continue;
        tower->counts[next] = false;
        status = find_components(tower, err);
    }
    free(tried);
    return status;
}

static void arrange_circles(struct tower *tower)
{
    const struct sl_components *components = &tower->components;
    size_t count = tower->diagram->box_count;
    uint32_t *member = tower->room, *seat = member + count, *best = seat + count;
    for (uint32_t c = 0; c < components->count; c++) {
        uint32_t first = components->starts[c], size = components->starts[c + 1] - first;
        const uint32_t *boxes = components->nodes + first;
        tower->diagram->boxes[boxes[0]].row = 0;
        tower->diagram->boxes[boxes[0]].column = 0.5;
        if (size == 1) continue;
        for (uint32_t i = 0; i < size; i++)
            member[boxes[i]] = i;
        struct circle circle = {.diagram = tower->diagram,
                                .components = components,
                                .self = c,
                                .boxes = boxes,
                                .count = size,
                                .places = tower->places,
                                .seat = seat,
                                .member = member};
        arrange(&circle, tower->diagram->boxes, best);
    }
}

/* The components that lead to the focus are above it, as low as what they hold allows. Until the
 * end the row of a box is the one within its circle. */
static void place_above(struct tower *tower, uint32_t c)
{
    const struct sl_diagram *diagram = tower->diagram;
    int64_t top = INT64_MAX;
    for (size_t i = 0; i < diagram->arrow_count; i++) {
        const struct sl_arrow *arrow = &diagram->arrows[i];
        uint32_t from = tower->components.of[arrow->from], to = tower->components.of[arrow->to];
        if (from != c || to == c || tower->tops[to] == UNPLACED || !tower->counts[i]) continue;
        int64_t row = tower->tops[to] + diagram->boxes[arrow->to].row;
        if (row - 1 - diagram->boxes[arrow->from].row < top)
            top = row - 1 - diagram->boxes[arrow->from].row;
    }
    if (top < INT64_MAX) tower->tops[c] = top;
}

static void place_below(struct tower *tower, uint32_t c)
{
    const struct sl_diagram *diagram = tower->diagram;
    for (size_t i = 0; i < diagram->arrow_count; i++) {
        const struct sl_arrow *arrow = &diagram->arrows[i];
        uint32_t from = tower->components.of[arrow->from], to = tower->components.of[arrow->to];
        if (to != c || from == c || tower->tops[from] == UNPLACED || !tower->counts[i]) continue;
        int64_t row = tower->tops[from] + diagram->boxes[arrow->from].row;
        int64_t top = row + 1 - diagram->boxes[arrow->to].row;
        if (top > tower->tops[c]) tower->tops[c] = top;
    }
}

static void mark_above(struct tower *tower, uint32_t c)
{
    const struct sl_diagram *diagram = tower->diagram;
    for (size_t i = 0; i < diagram->arrow_count; i++) {
        uint32_t to = tower->components.of[diagram->arrows[i].to];
        if (!tower->counts[i]) continue;
        if (tower->components.of[diagram->arrows[i].from] == c && tower->above[to])
            tower->above[c] = true;
    }
}

static void stack(struct tower *tower)
{
    const uint32_t count = tower->components.count;
    const uint32_t focus = tower->components.of[tower->diagram->focus];
    for (uint32_t c = 0; c < count; c++) {
        tower->tops[c] = UNPLACED;
        tower->above[c] = c == focus;
        if (c > focus) mark_above(tower, c);
    }
    tower->tops[focus] = 0;
    for (uint32_t c = focus + 1; c < count; c++)
        if (tower->above[c]) place_above(tower, c);
    for (uint32_t c = count; c-- > 0;)
        if (!tower->above[c]) place_below(tower, c);
    for (uint32_t c = 0; c < count; c++) { /* who holds something of these alone */
        if (tower->tops[c] == UNPLACED) place_above(tower, c);
        if (tower->tops[c] == UNPLACED) tower->tops[c] = 0;
    }
}

static void give_rows(struct tower *tower)
{
    struct sl_diagram *diagram = tower->diagram;
    int64_t least = INT64_MAX;
    for (uint32_t c = 0; c < tower->components.count; c++)
        if (tower->tops[c] < least) least = tower->tops[c];
    diagram->row_count = 0;
    for (size_t i = 0; i < diagram->box_count; i++) {
        struct sl_box *box = &diagram->boxes[i];
        box->row += (uint32_t)(tower->tops[tower->components.of[i]] - least);
        if (box->row >= diagram->row_count) diagram->row_count = box->row + 1;
    }
}

static void mark_mutual(struct sl_diagram *diagram)
{
    for (size_t i = 0; i < diagram->arrow_count; i++) {
        struct sl_arrow *arrow = &diagram->arrows[i];
        arrow->mutual = false;
        for (size_t k = 0; k < diagram->arrow_count; k++)
            arrow->mutual = arrow->mutual || (diagram->arrows[k].from == arrow->to &&
                                              diagram->arrows[k].to == arrow->from);
    }
}

enum sl_status sl_layout_rows(struct sl_diagram *diagram, struct sl_error *err)
{
    size_t count = diagram->box_count;
    struct tower tower = {.diagram = diagram,
                          .counts = calloc(diagram->arrow_count + 1, sizeof *tower.counts),
                          .tops = calloc(count, sizeof *tower.tops),
                          .above = calloc(count, sizeof *tower.above),
                          .places = calloc(count, sizeof *tower.places),
                          .room = calloc(3 * count, sizeof *tower.room)};
    bool ok = tower.counts != NULL && tower.tops != NULL && tower.above != NULL &&
              tower.places != NULL && tower.room != NULL;
    mark_mutual(diagram);
    for (size_t i = 0; ok && i < diagram->arrow_count; i++)
        tower.counts[i] = true;
    enum sl_status status = ok ? find_circles(&tower, err) : sl_fail_memory(err);
    if (status == SL_OK) {
        arrange_circles(&tower);
        stack(&tower);
        give_rows(&tower);
    }
    sl_components_release(&tower.components);
    free(tower.counts);
    free(tower.tops);
    free(tower.above);
    free(tower.places);
    free(tower.room);
    return status;
}
