/* There are few currencies: they are looked for one by one. */
#include "query/currency_sums.h"

#include <stdlib.h>
#include <string.h>

#include "base/vector.h"

bool sl_money_add(struct sl_money *sum, const struct sl_money *more)
{
    if (sum->currency[0] == '\0') {
        *sum = *more;
        return true;
    }
    if (more->minor > INT64_MAX - sum->minor) return false;
    sum->minor += more->minor;
    return true;
}

bool sl_currency_sums_add(struct sl_currency_sums *sums, const struct sl_money *amount)
{
    for (size_t i = 0; i < sums->count; i++) {
        struct sl_currency_sum *sum = &sums->items[i];
        if (strcmp(sum->money.currency, amount->currency) != 0) continue;
        if (!sl_money_add(&sum->money, amount)) sum->uncountable = true;
        return true;
    }
    if (!sl_vector_grow(&sums->items, sums->count, &sums->capacity, sizeof *sums->items))
        return false;
    sums->items[sums->count++] = (struct sl_currency_sum){.money = *amount};
    return true;
}

void sl_currency_sums_clear(struct sl_currency_sums *sums)
{
    sums->count = 0;
}

void sl_currency_sums_release(struct sl_currency_sums *sums)
{
    free(sums->items);
    *sums = (struct sl_currency_sums){0};
}
