/* Sums over chains in a sparse network, as pure numerics: no book, no names. Strongly connected
 * components come first; between them one pass in the order of the chains is exact, so that only
 * inside a component (companies that hold each other in a circle) there is an equation to solve. */
#ifndef QUERY_SOLVER_H
#define QUERY_SOLVER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <stakeline/status.h>

struct sl_entry {
    uint32_t row, column;
    double value;
};

/* A matrix as compressed sparse rows: those of row i are starts[i] up to starts[i + 1]. Every
 * value is over 0; the same row and column may come more than once, and then add up. */
struct sl_sparse {
    uint32_t count;
    uint32_t *starts;
    uint32_t *columns;
    double *values;
};

/* Entries whose value is not over 0 are left out. */
enum sl_status sl_sparse_build(struct sl_sparse *out, uint32_t count,
                               const struct sl_entry *entries, size_t entry_count,
                               struct sl_error *err);
void sl_sparse_release(struct sl_sparse *matrix);

/* The strongly connected components, in such an order that each comes after all that its rows lead
 * to; the nodes of component c are nodes[starts[c]] up to starts[c + 1]. */
struct sl_components {
    uint32_t count;
    uint32_t *starts;
    uint32_t *nodes;
    uint32_t *of; /* the component of each node */
};

enum sl_status sl_components_find(struct sl_components *out, const struct sl_sparse *matrix,
                                  struct sl_error *err);
void sl_components_release(struct sl_components *components);

/* Solves x = b + M x, the sum of all M^k b: `x` holds b (not negative) and gets the solution, to
 * 1e-12; INFINITY where the sum does not converge. */
enum sl_status sl_solve(const struct sl_sparse *matrix, const struct sl_components *components,
                        double *x, struct sl_error *err);

/* For each node i: the sum, over every chain from i to `target` that does not come back to i, of
 * the product of its values; INFINITY where it does not converge. Row i holds what i has. Nodes
 * with less than `least` get a number under `least` that need not be it. Totals are right to 1e-12;
 * where too many hold each other for that, `*doubt` is how far off one is at most, if that can be
 * seen in print, else 0. */
enum sl_status sl_chains_to(const struct sl_sparse *matrix, uint32_t target, double least,
                            double *totals, double *doubt, struct sl_error *err);

/* For each node j: the same sum for the chains from `source` to j. Here row j holds who has j (the
 * matrix transposed); that of `source` is emptied. */
enum sl_status sl_chains_from(struct sl_sparse *transposed, uint32_t source, double *totals,
                              struct sl_error *err);

/* ---- between the solver's own files ---- */

/* A circle lets through at least this part of what goes round, or its sum counts as endless. */
#define SL_LEAK_MIN 1e-12
enum { SL_EXACT_MAX = 32, SL_INVERSE_MAX = 200 };

/* One component, its nodes numbered from 0, and what its rows have of the rest of the network. */
struct sl_circle {
    uint32_t count;
    const uint32_t *nodes; /* of the whole network */
    struct sl_sparse inner;
    double *outer; /* b of each node, what lies outside the component included */
};

/* Its values inside itself, and b of each node, given the solution `x` of all that its rows lead
 * to. `place` is room for one number a node of the whole network. */
enum sl_status sl_circle_open(struct sl_circle *out, const struct sl_sparse *matrix,
                              const struct sl_components *components, uint32_t component,
                              const double *b, const double *x, uint32_t *place,
                              struct sl_error *err);
void sl_circle_release(struct sl_circle *circle);

/* Solves a circle: x gets a number for each of its nodes, INFINITY when the sum does not
 * converge. */
enum sl_status sl_circle_solve(const struct sl_circle *circle, double *x, struct sl_error *err);
/* The inverse of I - M inside the circle, row by row, into room for count * count numbers; false
 * when the sum of all M^k does not converge. */
bool sl_circle_invert(const struct sl_circle *circle, double *inverse);

#endif
