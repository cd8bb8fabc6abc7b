/* An amount, a price and a share count: never below 0, and what is written reads back as the same.
 * The first line of the input is the currency's cell. */
#include "model/amount.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz.h"

static void check_money(const char *text, const char *currency, bool price)
{
    struct sl_money money = {0}, again = {0};
    struct sl_error err = {0};
    char written[SL_MONEY_SIZE];
    enum sl_status status = sl_amount_parse(&money, text, currency, price, &err);
    fuzz_require(status == SL_OK || (status == SL_INVALID && err.message[0] != '\0'),
                 "an amount is read, or refused with a reason", err.message);
    if (status != SL_OK || money.currency[0] == '\0') return;
    const int scale = price ? SL_PRICE_SCALE : sl_currency_scale(money.currency);
    fuzz_require(money.minor >= 0 && money.scale == scale, "an amount has its currency's unit",
                 text);
    fuzz_require(sl_money_format(&money, written) < sizeof written, "an amount fits its buffer",
                 text);
    status = sl_amount_parse(&again, written, money.currency, price, &err);
    fuzz_require(status == SL_OK && again.minor == money.minor &&
                     strcmp(again.currency, money.currency) == 0,
                 "an amount that was written reads the same", written);
}

static void check_shares(const char *text)
{
    int64_t shares = 0, again = 0;
    struct sl_error err = {0};
    char written[32];
    enum sl_status status = sl_shares_parse(&shares, text, &err);
    fuzz_require(status == SL_OK || (status == SL_INVALID && err.message[0] != '\0'),
                 "a count is read, or refused with a reason", err.message);
    if (status != SL_OK || shares == SL_NO_SHARES) return;
    fuzz_require(shares >= 0, "a count is 0 or more", text);
    snprintf(written, sizeof written, "%" PRId64, shares);
    fuzz_require(sl_shares_parse(&again, written, &err) == SL_OK && again == shares,
                 "a count that was written reads the same", written);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = fuzz_text(data, size);
    char *amount = text + strcspn(text, "\n");
    char code[4];
    if (*amount == '\n') *amount++ = '\0';
    check_money(amount, text, false);
    check_money(amount, text, true);
    check_money(amount, NULL, false);
    sl_amount_currency(code, amount, NULL);
    check_shares(amount);
    free(text);
    return 0;
}
