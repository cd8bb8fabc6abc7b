/* What was raised in each year or quarter, by round or kind, a table a currency: amounts of
 * different currencies are never added up. */
#ifndef EXPORT_FUND_TOTALS_H
#define EXPORT_FUND_TOTALS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <stakeline/chart.h>

#include "base/arena.h"
#include "export/name_table.h"

struct sl_fund {
    int32_t period;  /* the year, or four times it and the quarter */
    int64_t arrival; /* of the round's first row */
    size_t part;     /* of the bar: an index into `parts` */
    size_t currency; /* an index into `currencies` */
    double amount;
};

struct sl_funds {
    bool quarters, by_kind;
    enum sl_stage least; /* earlier stages do not count */
    const char *subject; /* cleaned; NULL: all issuers */
    struct sl_arena arena;
    struct sl_names sources, currencies, parts;
    struct sl_fund *items;
    size_t count, capacity;
    size_t undisclosed;  /* rounds that count, but whose amount is not known */
    int32_t first, last; /* periods */
    int32_t until;       /* the latest day of any */
};

void sl_funds_init(struct sl_funds *funds, const struct sl_chart_options *options);
void sl_funds_release(struct sl_funds *funds);

/* A sink's row function: `context` is the funds, `row` a struct sl_round_row. */
enum sl_status sl_funds_row(void *context, const void *row, struct sl_error *err);

/* The period of a day. */
int32_t sl_funds_period(const struct sl_funds *funds, int32_t day);

/* The largest `most - 1` parts keep their number in the order of size; the others become the last
 * one, "other". False when memory is out. */
bool sl_funds_settle(struct sl_funds *funds, size_t most);

#endif
