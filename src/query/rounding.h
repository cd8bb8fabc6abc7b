/* How far off a stated amount may be, as its digits tell: zeros at its end may be rounding. */
#ifndef QUERY_ROUNDING_H
#define QUERY_ROUNDING_H

#include "model/event.h"

/* In major units: 468.52. 0 for no money. */
double sl_money_units(const struct sl_money *money);
/* Half a unit of the last digit that is not 0, in major units; two digits are taken as meant, so
 * that "USD 1 Mn" is 0.95 to 1.05 million. */
double sl_money_half(const struct sl_money *money);
/* The same for a price, which is as exact as its currency's minor unit at least. */
double sl_price_half(const struct sl_money *price);
/* The same for a number of shares, of which three digits are taken as meant; exact when it ends in
 * less than three zeros. */
double sl_count_half(int64_t count);

#endif
