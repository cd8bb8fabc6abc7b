/* Companies that hold each other in a circle: by elimination where they are few, by Gauss-Seidel
 * sweeps where they are many. Both tell a sum that has no end. */
#include <math.h>
#include <stdlib.h>

#include "base/error.h"
#include "query/solver.h"

enum {
    SWEEPS_FEW = 300,      /* enough for all but circles that hardly let anything out */
    SWEEPS_MAX = 100000,   /* then it counts as endless */
    ELIMINATION_MAX = 1500 /* members of a circle where elimination is still quick */
};
static const double DIGITS = 1e-14;

static enum sl_status copy_inner(struct sl_circle *circle, const struct sl_sparse *matrix,
                                 const struct sl_components *components, uint32_t component,
                                 const double *x, const uint32_t *place, struct sl_error *err)
{
    size_t most = 0, count = 0;
    for (uint32_t i = 0; i < circle->count; i++)
        most += matrix->starts[circle->nodes[i] + 1] - matrix->starts[circle->nodes[i]];
    struct sl_entry *entries = malloc((most + 1) * sizeof *entries);
    if (entries == NULL) return sl_fail_memory(err);
    for (uint32_t i = 0; i < circle->count; i++) {
        uint32_t node = circle->nodes[i];
        for (uint32_t at = matrix->starts[node]; at < matrix->starts[node + 1]; at++) {
            uint32_t to = matrix->columns[at];
            if (components->of[to] == component)
                entries[count++] = (struct sl_entry){i, place[to], matrix->values[at]};
            else
                circle->outer[i] += matrix->values[at] * x[to];
        }
    }
    enum sl_status status = sl_sparse_build(&circle->inner, circle->count, entries, count, err);
    free(entries);
    return status;
}

enum sl_status sl_circle_open(struct sl_circle *out, const struct sl_sparse *matrix,
                              const struct sl_components *components, uint32_t component,
                              const double *b, const double *x, uint32_t *place,
                              struct sl_error *err)
{
    uint32_t start = components->starts[component];
    *out = (struct sl_circle){.count = components->starts[component + 1] - start,
                              .nodes = components->nodes + start};
    out->outer = malloc(out->count * sizeof *out->outer);
    if (out->outer == NULL) return sl_fail_memory(err);
    for (uint32_t i = 0; i < out->count; i++) {
        place[out->nodes[i]] = i;
        out->outer[i] = b[out->nodes[i]];
    }
    enum sl_status status = copy_inner(out, matrix, components, component, x, place, err);
    if (status != SL_OK) sl_circle_release(out);
    return status;
}

void sl_circle_release(struct sl_circle *circle)
{
    free(circle->outer);
    sl_sparse_release(&circle->inner);
    *circle = (struct sl_circle){0};
}

/* ---- elimination ---- */

/* I - M into rows of `width` numbers. */
static void spread(const struct sl_circle *circle, double *rows, size_t width)
{
    const struct sl_sparse *inner = &circle->inner;
    for (size_t i = 0; i < circle->count * width; i++)
        rows[i] = 0;
    for (uint32_t i = 0; i < circle->count; i++) {
        rows[i * width + i] = 1;
        for (uint32_t at = inner->starts[i]; at < inner->starts[i + 1]; at++)
            rows[i * width + inner->columns[at]] -= inner->values[at];
    }
}

/* No pivot needs to be sought: those of I - M are over 0 exactly when the sum converges. */
static bool eliminate(double *rows, size_t count)
{
    size_t width = count + 1; /* the last column is b, and becomes x */
    for (size_t k = 0; k < count; k++) {
        double *from = rows + k * width;
        if (!(from[k] > SL_LEAK_MIN)) return false;
        for (size_t i = k + 1; i < count; i++) {
            double *row = rows + i * width;
            double factor = row[k] / from[k];
            if (factor == 0) continue;
            for (size_t j = k + 1; j < width; j++)
                row[j] -= factor * from[j];
        }
    }
    for (size_t k = count; k-- > 0;) {
        double *row = rows + k * width;
        for (size_t j = k + 1; j < count; j++)
            row[count] -= row[j] * rows[j * width + count];
        row[count] /= row[k];
    }
    return true;
}

static enum sl_status solve_exactly(const struct sl_circle *circle, double *x, bool *converges,
                                    struct sl_error *err)
{
    size_t count = circle->count, width = count + 1;
    double small[SL_EXACT_MAX * (SL_EXACT_MAX + 1)];
    double *rows = count <= SL_EXACT_MAX ? small : malloc(count * width * sizeof *rows);
    if (rows == NULL) return sl_fail_memory(err);
    spread(circle, rows, width);
    for (size_t i = 0; i < count; i++)
        rows[i * width + count] = circle->outer[i];
    *converges = eliminate(rows, count);
    for (size_t i = 0; i < count; i++)
        x[i] = rows[i * width + count];
    if (rows != small) free(rows);
    return SL_OK;
}

bool sl_circle_invert(const struct sl_circle *circle, double *inverse)
{
    size_t count = circle->count;
    spread(circle, inverse, count);
    for (size_t k = 0; k < count; k++) {
        double *from = inverse + k * count, pivot = from[k];
        if (!(pivot > SL_LEAK_MIN)) return false;
        from[k] = 1;
        for (size_t j = 0; j < count; j++)
            from[j] /= pivot;
        for (size_t i = 0; i < count; i++) {
            double *row = inverse + i * count, factor = row[k];
            if (i == k || factor == 0) continue;
            row[k] = 0;
            for (size_t j = 0; j < count; j++)
                row[j] -= factor * from[j];
        }
    }
    return true;
}

/* ---- sweeps ---- */

enum verdict { UNDECIDED, CONVERGES, DIVERGES };

struct sweeps {
    const struct sl_circle *circle;
    double *x;
    double *steps;           /* of the last sweep, node by node */
    double longest, largest; /* of the steps; of x */
    double ratio;            /* of the longest steps of the last two sweeps */
    unsigned count;
};

/* Does every company of the circle belong wholly to others in it? `sums` is all 0, then and now. */
static bool is_closed(const struct sl_circle *circle, double *sums)
{
    const struct sl_sparse *inner = &circle->inner;
    for (uint32_t i = 0; i < circle->count; i++)
        sums[i] = 0;
    for (uint32_t at = 0; at < inner->starts[circle->count]; at++)
        sums[inner->columns[at]] += inner->values[at];
    bool closed = true;
    for (uint32_t i = 0; i < circle->count; i++) {
        closed = closed && sums[i] >= 1 - SL_LEAK_MIN;
        sums[i] = 0;
    }
    return closed;
}

/* One sweep; false when no step was shorter than in the sweep before: the steps are then never
 * going to vanish (Collatz and Wielandt). */
static bool sweep(struct sweeps *sweeps)
{
    const struct sl_sparse *inner = &sweeps->circle->inner;
    bool shorter = false;
    double longest = 0;
    for (uint32_t i = 0; i < inner->count; i++) {
        double sum = sweeps->circle->outer[i], own = 0;
        for (uint32_t at = inner->starts[i]; at < inner->starts[i + 1]; at++) {
            if (inner->columns[at] == i)
                own += inner->values[at];
            else
                sum += inner->values[at] * sweeps->x[inner->columns[at]];
        }
        double to = own < 1 - SL_LEAK_MIN ? sum / (1 - own) : INFINITY;
        double step = to - sweeps->x[i];
        if (step < sweeps->steps[i] || !(step > 0)) shorter = true;
        if (step > longest) longest = step;
        if (to > sweeps->largest) sweeps->largest = to;
        sweeps->steps[i] = step;
        sweeps->x[i] = to;
    }
    sweeps->ratio = sweeps->count > 0 ? longest / sweeps->longest : 1;
    sweeps->longest = longest;
    return sweeps->count++ == 0 || shorter;
}

static enum verdict run_sweeps(struct sweeps *sweeps, unsigned most)
{
    while (sweeps->count < most) {
        double before = sweeps->ratio;
        bool shorter = sweep(sweeps);
        if (!shorter || !isfinite(sweeps->largest)) return DIVERGES;
        if (sweeps->longest == 0) return CONVERGES;
        double ratio = fmax(before, sweeps->ratio);
        double rest = ratio < 1 ? sweeps->longest * ratio / (1 - ratio) : INFINITY;
        if (rest <= DIGITS * sweeps->largest) return CONVERGES;
    }
    return UNDECIDED;
}

static enum sl_status solve_by_sweeps(const struct sl_circle *circle, double *x, bool *converges,
                                      struct sl_error *err)
{
    struct sweeps sweeps = {.circle = circle, .x = x, .ratio = 1};
    enum sl_status status = SL_OK;
    sweeps.steps = calloc(circle->count, sizeof *sweeps.steps);
    if (sweeps.steps == NULL) return sl_fail_memory(err);
    for (uint32_t i = 0; i < circle->count; i++)
        x[i] = 0;
    enum verdict verdict =
        is_closed(circle, sweeps.steps) ? DIVERGES : run_sweeps(&sweeps, SWEEPS_FEW);
    if (verdict == UNDECIDED && circle->count <= ELIMINATION_MAX) {
        status = solve_exactly(circle, x, converges, err);
    } else {
        if (verdict == UNDECIDED) verdict = run_sweeps(&sweeps, SWEEPS_MAX);
        *converges = verdict == CONVERGES;
    }
    free(sweeps.steps);
    return status;
}

enum sl_status sl_circle_solve(const struct sl_circle *circle, double *x, struct sl_error *err)
{
    enum sl_status status = SL_OK;
    bool any = false, converges = true;
    for (uint32_t i = 0; i < circle->count; i++) {
        any = any || circle->outer[i] > 0;
        converges = converges && isfinite(circle->outer[i]);
        x[i] = 0;
    }
    if (any && converges)
        status = circle->count <= SL_EXACT_MAX ? solve_exactly(circle, x, &converges, err)
                                               : solve_by_sweeps(circle, x, &converges, err);
    for (uint32_t i = 0; i < circle->count && !converges; i++)
        x[i] = INFINITY;
    return status;
}
