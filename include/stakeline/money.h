/* Money as exact integers of a currency's minor unit. */
#ifndef STAKELINE_MONEY_H
#define STAKELINE_MONEY_H

#include <stddef.h>
#include <stdint.h>

#include <stakeline/status.h>

#ifdef __cplusplus
extern "C" {
#endif

/* `currency` is an ISO 4217 code, or "" for no money at all (then `minor` is 0 and means nothing).
 * `scale` is the number of decimals that `minor` counts in: 2 for USD, 0 for JPY, 3 for KWD; a
 * price a share has 6. Never negative. */
struct sl_money {
    int64_t minor;
    char currency[4];
    uint8_t scale;
};

enum { SL_MONEY_SIZE = 32 }; /* bytes that hold any printed amount and its NUL */

/* Writes the amount in major units without its currency, trailing zeros dropped ("12000000",
 * "468.52"), or "" for no money. Returns the length. */
SL_API size_t sl_money_format(const struct sl_money *money, char out[SL_MONEY_SIZE]);

#ifdef __cplusplus
}
#endif

#endif
