/* Half units of last digits. */
#include "query/rounding.h"

#include "model/number.h"

/* Half a unit of the last digit that is not 0, or of the digit in place `meant`, if that is finer.
 */
static double half_of(uint64_t value, int meant)
{
    int digits = 0, zeros = 0;
    if (value == 0) return 0;
    for (uint64_t rest = value; rest > 0; rest /= 10)
        digits++;
    for (uint64_t rest = value; rest % 10 == 0; rest /= 10)
        zeros++;
    if (zeros > digits - meant) zeros = digits > meant ? digits - meant : 0;
    return (double)sl_power_of_ten(zeros) / 2;
}

double sl_money_units(const struct sl_money *money)
{
    return (double)money->minor / (double)sl_power_of_ten(money->scale);
}

double sl_money_half(const struct sl_money *money)
{
    if (money->minor <= 0) return 0;
    return half_of((uint64_t)money->minor, 2) / (double)sl_power_of_ten(money->scale);
}

double sl_price_half(const struct sl_money *price)
{
    int scale = sl_currency_scale(price->currency);
    if (price->minor <= 0) return 0;
    double half = half_of((uint64_t)price->minor, 2) / (double)sl_power_of_ten(price->scale);
    double most = 0.5 / (double)sl_power_of_ten(scale < 0 ? 0 : scale);
    return half < most ? half : most;
}

double sl_count_half(int64_t count)
{
    if (count <= 0 || count % 1000 != 0) return 0;
    return half_of((uint64_t)count, 3);
}
