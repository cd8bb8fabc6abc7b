/* Places in a line that keep their distance. */
#ifndef EXPORT_SPREAD_H
#define EXPORT_SPREAD_H

#include <stdbool.h>
#include <stddef.h>

struct sl_spread {
    double want, weight; /* over 0 */
    double gap;          /* to the one before; of the first it has no meaning */
    double at;           /* out */
};

/* The places nearest to what is wanted, by weighted squares, in this order, that keep the gaps and
 * lie within low..high; where they cannot, they begin at `low`. False when memory is out. */
bool sl_spread(struct sl_spread *items, size_t count, double low, double high);

#endif
