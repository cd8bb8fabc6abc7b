/* Isotonic regression: less their share of the gaps, "at least a gap apart" is "not decreasing",
 * and neighbours that violate that are pooled. */
#include "export/spread.h"

#include <math.h>
#include <stdlib.h>

struct pool {
    double mean, weight;
    size_t count;
};

static size_t fill_pools(struct pool *pools, const struct sl_spread *items, size_t count)
{
    double sum = 0;
    size_t used = 0;
    for (size_t i = 0; i < count; i++) {
        if (i > 0) sum += items[i].gap;
        pools[used++] = (struct pool){items[i].want - sum, items[i].weight, 1};
        while (used > 1 && pools[used - 2].mean > pools[used - 1].mean) {
            struct pool *left = &pools[used - 2], *right = &pools[used - 1];
            double weight = left->weight + right->weight;
            left->mean = (left->mean * left->weight + right->mean * right->weight) / weight;
            left->weight = weight;
            left->count += right->count;
            used--;
        }
    }
    return used;
}

bool sl_spread(struct sl_spread *items, size_t count, double low, double high)
{
    struct pool *pools = malloc((count + 1) * sizeof *pools);
    if (pools == NULL) return false;
    size_t used = fill_pools(pools, items, count), next = 0;
    double sum = 0;
    for (size_t i = 1; i < count; i++)
        sum += items[i].gap;
    const double ceiling = high - sum;
    sum = 0;
    for (size_t i = 0; i < used; i++) {
        double base = fmax(fmin(pools[i].mean, ceiling), low);
        for (size_t k = 0; k < pools[i].count; k++, next++) {
            if (next > 0) sum += items[next].gap;
            items[next].at = base + sum;
        }
    }
    free(pools);
    return true;
}
