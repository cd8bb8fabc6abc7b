/* What each has of one, through every chain that does not come back to where it starts.
 *
 * With L the sum of all powers of the network, that is L_ij / L_ii: one solution gives L_ij for all
 * i, and L_ii differs from 1 only by what comes back to i inside its own circle. Where a circle
 * lets nothing out L does not exist, but the sum may: there each member is cut out in turn. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "query/solver.h"

/* At most this many values are touched for the members of one large circle. Where they are few
 * enough, the inverse takes over when following them takes longer than it would. */
static const double WORK_MAX = 3e8;
static const double WORK_LEAST = 100; /* for each member */
enum { ELIMINATION_MAX = 1500 };
static const double CUT_WORK_MAX = 5e7;
static const double RETURN_REST = 1e-13;

struct chains {
    const struct sl_sparse *matrix;
    struct sl_components components;
    double *b, *x; /* of x = b + M x: what comes back included */
    uint32_t *place;
    double *totals;
    double least, doubt;
};

/* One step out of a node that is in no circle: what it holds of itself is left out. */
static double total_alone(const struct chains *chains, uint32_t node)
{
    const struct sl_sparse *matrix = chains->matrix;
    double sum = chains->b[node];
    for (uint32_t at = matrix->starts[node]; at < matrix->starts[node + 1]; at++) {
        if (matrix->columns[at] != node) sum += matrix->values[at] * chains->x[matrix->columns[at]];
    }
    return sum;
}

/* ---- a circle that lets nothing out ---- */

/* The circle without the member, whose number no other has; the last takes its place. */
static enum sl_status cut_out(struct sl_sparse *out, const struct sl_circle *circle,
                              uint32_t member, struct sl_error *err)
{
    const struct sl_sparse *inner = &circle->inner;
    size_t count = 0;
    struct sl_entry *entries = malloc((inner->starts[circle->count] + (size_t)1) * sizeof *entries);
    if (entries == NULL) return sl_fail_memory(err);
    for (uint32_t i = 0; i < circle->count; i++) {
        for (uint32_t at = inner->starts[i]; at < inner->starts[i + 1] && i != member; at++) {
            if (inner->columns[at] != member)
                entries[count++] = (struct sl_entry){i, inner->columns[at], inner->values[at]};
        }
    }
    enum sl_status status = sl_sparse_build(out, circle->count, entries, count, err);
    free(entries);
    return status;
}

static enum sl_status total_by_cut(struct chains *chains, const struct sl_circle *circle,
                                   uint32_t member, double *x, struct sl_error *err)
{
    const struct sl_sparse *inner = &circle->inner;
    struct sl_sparse others = {0};
    struct sl_components components = {0};
    enum sl_status status = cut_out(&others, circle, member, err);
    if (status == SL_OK) status = sl_components_find(&components, &others, err);
    for (uint32_t i = 0; i < circle->count; i++)
        x[i] = i == member ? 0 : circle->outer[i];
    if (status == SL_OK) status = sl_solve(&others, &components, x, err);
    double total = circle->outer[member];
    for (uint32_t at = inner->starts[member]; at < inner->starts[member + 1]; at++) {
        if (inner->columns[at] != member) total += inner->values[at] * x[inner->columns[at]];
    }
    chains->totals[circle->nodes[member]] = total;
    sl_sparse_release(&others);
    sl_components_release(&components);
    return status;
}

/* What the circle leads to may be endless already: then so is what its members have. */
static enum sl_status totals_by_cuts(struct chains *chains, const struct sl_circle *circle,
                                     struct sl_error *err)
{
    double work = (double)circle->count * circle->inner.starts[circle->count];
    bool endless = work > CUT_WORK_MAX;
    for (uint32_t i = 0; i < circle->count; i++)
        endless = endless || !isfinite(circle->outer[i]);
    for (uint32_t i = 0; i < circle->count && endless; i++)
        chains->totals[circle->nodes[i]] = INFINITY;
    if (endless) return SL_OK;
    double *x = malloc(circle->count * sizeof *x);
    enum sl_status status = x == NULL ? sl_fail_memory(err) : SL_OK;
    for (uint32_t i = 0; i < circle->count && status == SL_OK; i++)
        status = total_by_cut(chains, circle, i, x, err);
    free(x);
    return status;
}

/* ---- a circle of few ---- */

static enum sl_status totals_by_inverse(struct chains *chains, const struct sl_circle *circle,
                                        struct sl_error *err)
{
    size_t count = circle->count;
    double *inverse = malloc(count * count * sizeof *inverse);
    if (inverse == NULL) return sl_fail_memory(err);
    bool converges = sl_circle_invert(circle, inverse);
    for (size_t i = 0; i < count && converges; i++)
        chains->totals[circle->nodes[i]] = chains->x[circle->nodes[i]] / inverse[i * count + i];
    free(inverse);
    return converges ? SL_OK : totals_by_cuts(chains, circle, err);
}

/* ---- a circle of many: what comes back to one member, followed as far as it counts ---- */

struct push {
    struct sl_sparse holders; /* of each member, in the circle */
    double *mass;             /* waiting at each member */
    uint32_t *queue;          /* a ring of the members with mass */
    size_t first, waiting;
};

static enum sl_status push_open(struct push *push, const struct sl_circle *circle,
                                struct sl_error *err)
{
    const struct sl_sparse *inner = &circle->inner;
    size_t count = inner->starts[circle->count];
    struct sl_entry *entries = malloc((count + 1) * sizeof *entries);
    *push = (struct push){.mass = calloc(circle->count, sizeof *push->mass),
                          .queue = malloc(circle->count * sizeof *push->queue)};
    enum sl_status status = SL_OK;
    if (entries == NULL || push->mass == NULL || push->queue == NULL) status = sl_fail_memory(err);
    for (uint32_t i = 0; i < circle->count && status == SL_OK; i++) {
        for (uint32_t at = inner->starts[i]; at < inner->starts[i + 1]; at++)
            entries[at] = (struct sl_entry){inner->columns[at], i, inner->values[at]};
    }
    if (status == SL_OK)
        status = sl_sparse_build(&push->holders, circle->count, entries, count, err);
    free(entries);
    return status;
}

static void push_release(struct push *push)
{
    free(push->mass);
    free(push->queue);
    sl_sparse_release(&push->holders);
}

static void add_mass(struct push *push, uint32_t node, double mass)
{
    if (push->mass[node] == 0) {
        size_t at = push->first + push->waiting++;
        push->queue[at < push->holders.count ? at : at - push->holders.count] = node;
    }
    push->mass[node] += mass;
}

static double take_mass(struct push *push, uint32_t *node)
{
    *node = push->queue[push->first];
    if (++push->first == push->holders.count) push->first = 0;
    push->waiting--;
    double mass = push->mass[*node];
    push->mass[*node] = 0;
    return mass;
}

/* The part of `start` that comes back to it, from holder to holder, until no more than `rest` is
 * on its way or the work is done. What is still on its way then is left in *rest. */
static double come_back(struct push *push, uint32_t start, double *rest, double work)
{
    double back = 0, moving = 1, from = 1;
    uint32_t node = start;
    for (;;) {
        moving -= from;
        for (uint32_t at = push->holders.starts[node]; at < push->holders.starts[node + 1]; at++) {
            double part = from * push->holders.values[at];
            uint32_t holder = push->holders.columns[at];
            work--;
            if (holder == start) back += part;
            if (holder == start || part == 0) continue;
            moving += part;
            add_mass(push, holder, part);
        }
        if (push->waiting == 0 || moving <= *rest || work < 0) break;
        from = take_mass(push, &node);
    }
    *rest = push->waiting == 0 ? 0 : moving;
    while (push->waiting > 0)
        take_mass(push, &node);
    return back;
}

/* Those with most get most of the work: what is left out of theirs weighs most. */
static enum sl_status totals_by_push(struct chains *chains, const struct sl_circle *circle,
                                     struct sl_error *err)
{
    struct push push;
    double wanted = 0, doubt = 0;
    double cube = (double)circle->count * circle->count * circle->count;
    bool few = circle->count <= ELIMINATION_MAX;
    for (uint32_t i = 0; i < circle->count; i++) {
        double x = chains->x[circle->nodes[i]];
        if (x >= chains->least) wanted += x;
    }
    enum sl_status status = push_open(&push, circle, err);
    for (uint32_t i = 0; i < circle->count && status == SL_OK; i++) {
        uint32_t node = circle->nodes[i];
        double x = chains->x[node], rest = RETURN_REST / x;
        chains->totals[node] = x;
        if (x < chains->least || x <= RETURN_REST) continue;
        double work = WORK_LEAST + (few ? cube : WORK_MAX) * x / wanted;
        chains->totals[node] = x * (1 - come_back(&push, i, &rest, work));
        if (rest * x > doubt) doubt = rest * x;
        if (few && doubt > RETURN_REST) break;
    }
    push_release(&push);
    if (status == SL_OK && few && doubt > RETURN_REST)
        return totals_by_inverse(chains, circle, err);
    if (doubt > chains->doubt) chains->doubt = doubt;
    return status;
}

/* ---- all of it ---- */

static enum sl_status totals_of_circle(struct chains *chains, uint32_t component,
                                       struct sl_error *err)
{
    struct sl_circle circle;
    uint32_t node = chains->components.nodes[chains->components.starts[component]];
    if (chains->x[node] == 0) return SL_OK; /* nor do the others lead to the target */
    enum sl_status status = sl_circle_open(&circle, chains->matrix, &chains->components, component,
                                           chains->b, chains->x, chains->place, err);
    if (status != SL_OK) return status;
    if (!isfinite(chains->x[node]))
        status = totals_by_cuts(chains, &circle, err);
    else if (circle.count <= SL_INVERSE_MAX)
        status = totals_by_inverse(chains, &circle, err);
    else
        status = totals_by_push(chains, &circle, err);
    sl_circle_release(&circle);
    return status;
}

static enum sl_status totals_of_all(struct chains *chains, struct sl_error *err)
{
    const struct sl_components *components = &chains->components;
    enum sl_status status = SL_OK;
    for (uint32_t c = 0; c < components->count && status == SL_OK; c++) {
        uint32_t first = components->starts[c], node = components->nodes[first];
        if (components->starts[c + 1] - first == 1)
            chains->totals[node] = total_alone(chains, node);
        else
            status = totals_of_circle(chains, c, err);
    }
    return status;
}

enum sl_status sl_chains_to(const struct sl_sparse *matrix, uint32_t target, double least,
                            double *totals, double *doubt, struct sl_error *err)
{
    size_t count = matrix->count;
    struct chains chains = {.matrix = matrix,
                            .b = calloc(count, sizeof *chains.b),
                            .x = calloc(count, sizeof *chains.x),
                            .place = malloc(count * sizeof *chains.place),
                            .totals = totals,
                            .least = least};
    enum sl_status status = SL_OK;
    for (size_t i = 0; i < count; i++)
        totals[i] = 0;
    if (chains.b == NULL || chains.x == NULL || chains.place == NULL) status = sl_fail_memory(err);
    if (status == SL_OK) status = sl_components_find(&chains.components, matrix, err);
    if (status == SL_OK) {
        chains.b[target] = chains.x[target] = 1;
        status = sl_solve(matrix, &chains.components, chains.x, err);
    }
    if (status == SL_OK) status = totals_of_all(&chains, err);
    *doubt = chains.doubt > RETURN_REST ? chains.doubt : 0;
    sl_components_release(&chains.components);
    free(chains.b);
    free(chains.x);
    free(chains.place);
    return status;
}

/* Removes the row's values. */
static void empty_row(struct sl_sparse *matrix, uint32_t row)
{
    uint32_t start = matrix->starts[row], next = matrix->starts[row + 1];
    size_t behind = matrix->starts[matrix->count] - (size_t)next;
    memmove(matrix->columns + start, matrix->columns + next, behind * sizeof *matrix->columns);
    memmove(matrix->values + start, matrix->values + next, behind * sizeof *matrix->values);
    for (uint32_t i = row + 1; i <= matrix->count; i++)
        matrix->starts[i] -= next - start;
}

enum sl_status sl_chains_from(struct sl_sparse *transposed, uint32_t source, double *totals,
                              struct sl_error *err)
{
    struct sl_components components = {0};
    empty_row(transposed, source); /* so that no chain comes back */
    enum sl_status status = sl_components_find(&components, transposed, err);
    for (uint32_t i = 0; i < transposed->count; i++)
        totals[i] = 0;
    totals[source] = 1;
    if (status == SL_OK) status = sl_solve(transposed, &components, totals, err);
    sl_components_release(&components);
    return status;
}
