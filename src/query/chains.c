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

/* At most this many values are touched for the members of one large circle: fewer in a larger one,
 * of which less is in the processor's caches. Where the members are few enough, the inverse takes
 * over when following them takes longer than it would. */
static const double WORK_MAX = 2.5e8, WORK_MIN = 2e7, WORK_TIMES_MEMBERS = 1.2e13;
static const double WORK_LEAST = 100; /* for each member */
enum { ELIMINATION_MAX = 1500, DRIFT_ROUNDS = 40 };
static const double CUT_WORK_MAX = 5e7;
static const double RETURN_REST = 1e-13; /* what comes back is followed to this */
static const double TOTAL_MIN = 1e-9;    /* in a circle of many, who has less is not followed */
static const double DOUBT_MIN = 5e-9;    /* changes no printed digit */

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
    double *drift; /* how much of what has gone round for long comes to each member at last */
    double stay;   /* how much of that is left after one more round */
};

/* What has gone round for long is spread over the circle in the same way, wherever it began: the
 * first left eigenvector, by repeated steps. */
static enum sl_status find_drift(struct push *push, struct sl_error *err)
{
    const struct sl_sparse *holders = &push->holders;
    double *next = malloc(holders->count * sizeof *next);
    if (next == NULL) return sl_fail_memory(err);
    for (uint32_t i = 0; i < holders->count; i++)
        push->drift[i] = 1.0 / holders->count;
    for (int round = 0; round < DRIFT_ROUNDS; round++) {
        push->stay = 0;
        for (uint32_t i = 0; i < holders->count; i++)
            next[i] = 0;
        for (uint32_t i = 0; i < holders->count; i++) {
            for (uint32_t at = holders->starts[i]; at < holders->starts[i + 1]; at++)
                next[holders->columns[at]] += push->drift[i] * holders->values[at];
        }
        for (uint32_t i = 0; i < holders->count; i++)
            push->stay += next[i];
        for (uint32_t i = 0; i < holders->count; i++)
            push->drift[i] = next[i] / push->stay;
    }
    for (uint32_t i = 0; i < holders->count; i++)
        push->drift[i] /= push->stay < 1 ? 1 - push->stay : SL_LEAK_MIN;
    free(next);
    return SL_OK;
}

static enum sl_status push_open(struct push *push, const struct sl_circle *circle,
                                struct sl_error *err)
{
    const struct sl_sparse *inner = &circle->inner;
    size_t count = inner->starts[circle->count];
    struct sl_entry *entries = malloc((count + 1) * sizeof *entries);
    *push = (struct push){.mass = calloc(circle->count, sizeof *push->mass),
                          .queue = malloc(circle->count * sizeof *push->queue),
                          .drift = malloc(circle->count * sizeof *push->drift)};
    enum sl_status status = SL_OK;
    if (entries == NULL || push->mass == NULL || push->queue == NULL || push->drift == NULL)
        status = sl_fail_memory(err);
    for (uint32_t i = 0; i < circle->count && status == SL_OK; i++) {
        for (uint32_t at = inner->starts[i]; at < inner->starts[i + 1]; at++)
            entries[at] = (struct sl_entry){inner->columns[at], i, inner->values[at]};
    }
    if (status == SL_OK)
        status = sl_sparse_build(&push->holders, circle->count, entries, count, err);
    free(entries);
    return status == SL_OK ? find_drift(push, err) : status;
}

static void push_release(struct push *push)
{
    free(push->mass);
    free(push->queue);
    free(push->drift);
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

/* What goes out from one member. */
struct journey {
    uint32_t start;
    double back, moving; /* came back; on its way */
    /* since what was on its way was last halved: */
    double mark, came, went;
    double pace; /* before that, the part of each step that came back */
    double work; /* steps left */
};

/* One step on from a member to its holders. */
static void step(struct push *push, struct journey *journey, uint32_t node, double from)
{
    const struct sl_sparse *holders = &push->holders;
    journey->moving -= from;
    journey->went += from;
    for (uint32_t at = holders->starts[node]; at < holders->starts[node + 1]; at++) {
        double part = from * holders->values[at];
        uint32_t holder = holders->columns[at];
        journey->work--;
        if (holder == journey->start) {
            journey->back += part;
            journey->came += part;
        } else if (part > 0) {
            journey->moving += part;
            add_mass(push, holder, part);
        }
    }
    if (journey->moving > journey->mark / 2) return;
    journey->pace = journey->came / journey->went;
    journey->mark = journey->moving;
    journey->came = journey->went = 0;
}

/* How much of what is on its way still is likely to come back: as much of each step as of late, or
 * as is spread to the member in the long run, with room to spare. */
static double likely(const struct push *push, const struct journey *journey)
{
    double late = journey->went > 0 ? journey->came / journey->went : 0;
    double pace = fmax(late, journey->pace) / fmax(1 - push->stay, SL_LEAK_MIN);
    return journey->moving * fmin(1, fmax(pace, 10 * push->drift[journey->start]));
}

/* What comes back to the start, from holder to holder, until no more than `rest` is on its way or
 * the work is done. */
static void come_back(struct push *push, struct journey *journey, double rest)
{
    uint32_t node = journey->start;
    double from = 1;
    for (;;) {
        step(push, journey, node, from);
        if (push->waiting == 0 || journey->moving <= rest || journey->work < 0) break;
        from = take_mass(push, &node);
    }
    if (push->waiting == 0) journey->moving = 0;
    while (push->waiting > 0)
        take_mass(push, &node);
}

/* Half of the work is shared by what is to be followed, half by what each has: what is left out of
 * more weighs more. */
static enum sl_status totals_by_push(struct chains *chains, const struct sl_circle *circle,
                                     struct sl_error *err)
{
    struct push push;
    double wanted = 0, rounds = 0, doubt = 0;
    double cube = (double)circle->count * circle->count * circle->count;
    bool few = circle->count <= ELIMINATION_MAX;
    double work = few ? cube : fmin(WORK_MAX, fmax(WORK_MIN, WORK_TIMES_MEMBERS / circle->count));
    double least = fmax(chains->least, few ? RETURN_REST : TOTAL_MIN);
    for (uint32_t i = 0; i < circle->count; i++) {
        double x = chains->x[circle->nodes[i]];
        if (x < least) continue;
        wanted += x;
        rounds += log(1 + x / RETURN_REST);
    }
    enum sl_status status = push_open(&push, circle, err);
    for (uint32_t i = 0; i < circle->count && status == SL_OK; i++) {
        uint32_t node = circle->nodes[i];
        double x = chains->x[node];
        chains->totals[node] = x;
        if (x < least) continue;
        double share = (x / wanted + log(1 + x / RETURN_REST) / rounds) / 2;
        struct journey journey = {
            .start = i, .moving = 1, .mark = 1, .work = WORK_LEAST + work * share};
        come_back(&push, &journey, RETURN_REST / x);
        chains->totals[node] = x * (1 - journey.back);
        doubt = fmax(doubt, x * (few ? journey.moving : likely(&push, &journey)));
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
    *doubt = chains.doubt > DOUBT_MIN ? chains.doubt : 0;
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
