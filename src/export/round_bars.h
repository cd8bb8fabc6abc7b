/* Funding rounds as bars to draw, and the panels that they stand in: one a currency, because
 * amounts of different currencies are never added up. */
#ifndef EXPORT_ROUND_BARS_H
#define EXPORT_ROUND_BARS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <stakeline/query.h>

#include "base/arena.h"
#include "export/name_table.h"

struct sl_round_bar {
    struct sl_date date;
    const char *name;  /* its label, or what kind of round it is; cleaned */
    const char *stage; /* the status of one that is not completed; NULL: it is */
    bool debt;
    double amount;     /* NaN: not disclosed */
    double cumulative; /* of its kind, after it; NaN: none stated */
    int64_t arrival;   /* of its first row */
    size_t panel;      /* of its currency: an index into `currencies` */
};

struct sl_round_bars {
    struct sl_arena arena;
    struct sl_names sources, currencies;
    struct sl_round_bar *bars; /* by date */
    size_t count, capacity;
    const char *subject;
    int32_t last; /* the latest day of any */
};

void sl_round_bars_init(struct sl_round_bars *list);
void sl_round_bars_release(struct sl_round_bars *list);

/* A sink's row function: `context` is the list, `row` a struct sl_round_row. */
enum sl_status sl_round_bars_row(void *context, const void *row, struct sl_error *err);

/* Gives the rounds without a currency their panel, that of the most rounds. Returns how many
 * panels there are. */
size_t sl_round_bars_settle(struct sl_round_bars *list);

#endif
