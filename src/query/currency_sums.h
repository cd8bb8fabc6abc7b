/* Amounts added up currency by currency, in the order in which the currencies were met. */
#ifndef QUERY_CURRENCY_SUMS_H
#define QUERY_CURRENCY_SUMS_H

#include <stdbool.h>
#include <stddef.h>

#include <stakeline/money.h>

/* Adds `more` to `sum` (blank: 0). False on overflow. */
bool sl_money_add(struct sl_money *sum, const struct sl_money *more);

struct sl_currency_sum {
    struct sl_money money;
    bool uncountable; /* the amounts are too much together */
};

/* All zero is empty. */
struct sl_currency_sums {
    struct sl_currency_sum *items;
    size_t count, capacity;
};

/* Adds an amount that is stated. false when memory is out. */
bool sl_currency_sums_add(struct sl_currency_sums *sums, const struct sl_money *amount);
void sl_currency_sums_clear(struct sl_currency_sums *sums);
void sl_currency_sums_release(struct sl_currency_sums *sums);

#endif
