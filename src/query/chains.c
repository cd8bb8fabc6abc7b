/* What each has of one, through every chain that does not come back to where it starts.
 *
 * With L the sum of all powers of the network, that is L_ij / L_ii: one solution gives L_ij for all
 * i, and L_ii differs from 1 only by what comes back to i inside its own circle. Where a circle
 * lets nothing out L does not exist, but the sum may: there each member is cut out in turn. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "query/returns.h"

/* About this many values are touched at most for the members of one large circle: to follow what
 * comes back, and to solve for what that leaves open, several at once. Where members are few
 * enough, the inverse takes over when that does not do. */
static const double FOLLOW_MAX = 1.5e8, SOLVE_MAX = 6e8, SOLVE_MIN = 1e6;
enum { ELIMINATION_MAX = 1500 };
static const double CUT_WORK_MAX = 5e7;
static const double TOTAL_DIGITS = 1e-12; /* totals in a large circle are right to this */
static const double DOUBT_MIN = 5e-10;    /* changes hardly a printed digit */

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

/* ---- a circle of many ---- */

struct many {
    struct sl_returns returns;
    struct chains *chains;
    const struct sl_circle *circle;
    uint32_t *open; /* members whose totals are not right to TOTAL_DIGITS yet */
    double *doubts; /* how far off those are at most */
    uint32_t open_count;
};

static double *many_x(const struct many *many, uint32_t member)
{
    return &many->chains->x[many->circle->nodes[member]];
}

static enum sl_status many_open(struct many *out, struct chains *chains,
                                const struct sl_circle *circle, bool *converges,
                                struct sl_error *err)
{
    *out = (struct many){.chains = chains, .circle = circle};
    out->open = malloc(circle->count * sizeof *out->open);
    out->doubts = malloc(circle->count * sizeof *out->doubts);
    if (out->open == NULL || out->doubts == NULL) return sl_fail_memory(err);
    for (uint32_t i = 0; i < circle->count; i++) {
        double x = *many_x(out, i);
        bool target = chains->b[circle->nodes[i]] > 0; /* has all of itself */
        chains->totals[circle->nodes[i]] = target ? 1 : x;
        if (!target && x >= fmax(chains->least, TOTAL_DIGITS)) out->open[out->open_count++] = i;
    }
    return sl_returns_open(&out->returns, circle, converges, err);
}

static void many_release(struct many *many)
{
    free(many->open);
    free(many->doubts);
    sl_returns_release(&many->returns);
}

/* The member's total, and its place among the open ones when it is not right yet. */
static void many_set(struct many *many, uint32_t member, double back, double rest, uint32_t *kept)
{
    double x = *many_x(many, member);
    many->chains->totals[many->circle->nodes[member]] = x * fmax(0, 1 - back);
    if (x * rest <= TOTAL_DIGITS) return;
    many->doubts[*kept] = x * rest;
    many->open[(*kept)++] = member;
}

/* Each is followed, with the same share of the work that is left; then those for which it was too
 * little share what the others did not need, as long as that is more. */
static void follow_each(struct many *many, double work)
{
    double share = 0;
    while (many->open_count > 0 && work / many->open_count > 2 * share) {
        uint32_t kept = 0;
        share = work / many->open_count;
        for (uint32_t i = 0; i < many->open_count; i++) {
            double left = share, rest;
            double back = sl_returns_to(&many->returns, many->open[i],
                                        TOTAL_DIGITS / *many_x(many, many->open[i]), &left, &rest);
            work -= share - left;
            many_set(many, many->open[i], back, rest, &kept);
        }
        many->open_count = kept;
    }
}

/* Solves for the open ones from `first` on, several at once. */
static enum sl_status solve_some(struct many *many, uint32_t first, double *work, uint32_t *kept,
                                 struct sl_error *err)
{
    double tolerances[SL_LANES], back[SL_LANES], rest[SL_LANES];
    uint32_t members[SL_LANES];
    unsigned count = 0;
    for (; count < SL_LANES && first + count < many->open_count; count++) {
        members[count] = many->open[first + count];
        tolerances[count] = TOTAL_DIGITS / *many_x(many, members[count]);
    }
    enum sl_status status =
        sl_returns_to_all(&many->returns, members, count, tolerances, work, back, rest, err);
    for (unsigned i = 0; i < count && status == SL_OK && *work > 0; i++)
        many_set(many, members[i], back[i], rest[i], kept);
    return status;
}

/* Those that are left are solved for, if as many as they are can be. */
static enum sl_status solve_rest(struct many *many, double work, struct sl_error *err)
{
    uint32_t kept = 0, at = 0, count = many->open_count;
    enum sl_status status = SL_OK;
    for (; at < count && status == SL_OK; at += SL_LANES) {
        double left = work, blocks = (count - at + SL_LANES - 1) / SL_LANES;
        if (at == 0) left = fmax(work / blocks, SOLVE_MIN);
        double before = left;
        status = solve_some(many, at, &left, &kept, err);
        if (left <= 0) break;
        work -= before - left;
    }
    for (; at < count; at++, kept++) {
        many->open[kept] = many->open[at];
        many->doubts[kept] = many->doubts[at];
    }
    many->open_count = kept;
    return status;
}

static enum sl_status totals_of_many(struct chains *chains, const struct sl_circle *circle,
                                     struct sl_error *err)
{
    struct many many;
    bool converges = true;
    enum sl_status status = many_open(&many, chains, circle, &converges, err);
    if (status == SL_OK && converges) {
        double part = fmin(1, pow(circle->count / (double)ELIMINATION_MAX, 3));
        follow_each(&many, FOLLOW_MAX * part); /* less where the inverse takes little */
        status = solve_rest(&many, SOLVE_MAX * part, err);
    }
    bool missed = many.open_count > 0;
    double doubt = 0;
    for (uint32_t i = 0; i < many.open_count && status == SL_OK && converges; i++)
        doubt = fmax(doubt, many.doubts[i]);
    many_release(&many);
    if (status != SL_OK) return status;
    if (!converges) return totals_by_cuts(chains, circle, err);
    if (missed && circle->count <= ELIMINATION_MAX) return totals_by_inverse(chains, circle, err);
    chains->doubt = fmax(chains->doubt, doubt);
    return SL_OK;
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
        status = totals_of_many(chains, &circle, err);
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
