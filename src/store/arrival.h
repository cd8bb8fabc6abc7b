/* The log's events as rows, sorted by their order of arrival in bounded memory. */
#ifndef STORE_ARRIVAL_H
#define STORE_ARRIVAL_H

#include "store/extra_names.h"
#include "store/sorter.h"

struct sl_arrival;

/* Another connection to the same book, for a thread of its own. */
struct sl_beside {
    struct sl_database *database;
    enum sl_status (*before)(void *context, struct sl_error *err); /* what that does first */
    void *context;
};

/* Reads all of the log, and into `extra` the names of its x_ columns; with `beside` (NULL: none)
 * from both ends. The records are sl_row_encode_strings's. */
enum sl_status sl_arrival_open(struct sl_arrival **out, struct sl_database *database,
                               const struct sl_beside *beside, struct sl_extra_names *extra,
                               struct sl_error *err);
/* The next record; SL_NOTHING at the end. */
enum sl_status sl_arrival_next(struct sl_arrival *arrival, struct sl_record *out,
                               struct sl_error *err);
void sl_arrival_close(struct sl_arrival *arrival); /* NULL is allowed */

#endif
