/* One pass over the components of a network: x = b + M x. */
#include "query/solver.h"

#include <math.h>
#include <stdlib.h>

#include "base/error.h"

/* A node in no circle but, perhaps, one of its own. */
static double solve_alone(const struct sl_sparse *matrix, uint32_t node, const double *x)
{
    double sum = x[node], own = 0;
    for (uint32_t at = matrix->starts[node]; at < matrix->starts[node + 1]; at++) {
        if (matrix->columns[at] == node)
            own += matrix->values[at];
        else
            sum += matrix->values[at] * x[matrix->columns[at]];
    }
    if (own == 0 || !(sum > 0)) return sum;
    return own < 1 - SL_LEAK_MIN ? sum / (1 - own) : INFINITY;
}

/* `room` takes a number for each node of the network. */
static enum sl_status solve_circle(const struct sl_sparse *matrix,
                                   const struct sl_components *components, uint32_t component,
                                   double *x, uint32_t *place, double *room, struct sl_error *err)
{
    struct sl_circle circle;
    enum sl_status status =
        sl_circle_open(&circle, matrix, components, component, x, x, place, err);
    if (status != SL_OK) return status;
    status = sl_circle_solve(&circle, room, err);
    for (uint32_t i = 0; i < circle.count && status == SL_OK; i++)
        x[circle.nodes[i]] = room[i];
    sl_circle_release(&circle);
    return status;
}

enum sl_status sl_solve(const struct sl_sparse *matrix, const struct sl_components *components,
                        double *x, struct sl_error *err)
{
    uint32_t *place = malloc(((size_t)matrix->count + 1) * sizeof *place);
    double *room = malloc(((size_t)matrix->count + 1) * sizeof *room);
    enum sl_status status = place == NULL || room == NULL ? sl_fail_memory(err) : SL_OK;
    for (uint32_t c = 0; c < components->count && status == SL_OK; c++) {
        uint32_t first = components->starts[c], node = components->nodes[first];
        if (components->starts[c + 1] - first == 1)
            x[node] = solve_alone(matrix, node, x);
        else
            status = solve_circle(matrix, components, c, x, place, room, err);
    }
    free(place);
    free(room);
    return status;
}
