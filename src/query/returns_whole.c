/* What comes back to members of a circle, by going round the whole of it: x = e + P x, for several
 * members at once, each from where what goes round for long is going to be. One round more is a
 * residual away, and the solution at most so much as the longest residual makes in all its steps.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "query/returns.h"

struct lanes {
    double at[SL_LANES];
};

/* Their next round, into `to`; `longest` gets the residuals. */
static void go_round(const struct sl_returns *returns, const uint32_t *members, unsigned count,
                     const struct lanes *from, struct lanes *to, double *longest)
{
    const struct sl_sparse *holders = &returns->holders;
    for (unsigned lane = 0; lane < SL_LANES; lane++)
        longest[lane] = 0;
    for (uint32_t i = 0; i < holders->count; i++) {
        struct lanes sum = {{0}};
        for (uint32_t at = holders->starts[i]; at < holders->starts[i + 1]; at++) {
            const double *holder = from[holders->columns[at]].at, value = holders->values[at];
            for (unsigned lane = 0; lane < SL_LANES; lane++)
                sum.at[lane] += value * holder[lane];
        }
        for (unsigned lane = 0; lane < count; lane++)
            sum.at[lane] += members[lane] == i ? 1 : 0;
        for (unsigned lane = 0; lane < SL_LANES; lane++) {
            const double step = fabs(sum.at[lane] - from[i].at[lane]);
            if (step > longest[lane]) longest[lane] = step;
        }
        to[i] = sum;
    }
}

static void begin(const struct sl_returns *returns, const uint32_t *members, unsigned count,
                  struct lanes *x)
{
    const double leak = fmax(1 - returns->stay, SL_LEAK_MIN), gain = returns->stay / leak;
    for (uint32_t i = 0; i < returns->holders.count; i++) {
        x[i] = (struct lanes){{0}};
        for (unsigned lane = 0; lane < count; lane++)
            x[i].at[lane] =
                (members[lane] == i ? 1 : 0) +
                gain * returns->drift[SL_INWARD][i] * returns->drift[SL_OUTWARD][members[lane]];
    }
}

enum sl_status sl_returns_to_all(const struct sl_returns *returns, const uint32_t *members,
                                 unsigned count, const double *tolerances, double *work,
                                 double *back, double *rest, struct sl_error *err)
{
    const uint32_t size = returns->holders.count;
    const double round = (double)returns->holders.starts[size] + size;
    struct lanes *x = malloc(2 * (size_t)size * sizeof *x), *next = x + size;
    if (x == NULL) return sl_fail_memory(err);
    begin(returns, members, count, x);
    for (bool done = false; !done && *work > 0; *work -= round) {
        double longest[SL_LANES];
        go_round(returns, members, count, x, next, longest);
        done = true;
        for (unsigned lane = 0; lane < count; lane++) {
            const double found = next[members[lane]].at[lane];
            back[lane] = 1 - 1 / found;
            rest[lane] = longest[lane] * returns->spots[members[lane]].steps / found;
            done = done && rest[lane] <= tolerances[lane];
        }
        struct lanes *last = x;
        x = next;
        next = last;
    }
    free(x < next ? x : next);
    return SL_OK;
}
