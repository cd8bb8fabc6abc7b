/* Money and share counts as people write them, read exactly; currencies; split ratios. */
#ifndef MODEL_AMOUNT_H
#define MODEL_AMOUNT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <stakeline/money.h>

enum { SL_PRICE_SCALE = 6, SL_RATIO_SIZE = 48 };

/* The minor-unit decimals of an ISO 4217 currency (any ASCII case), or -1 for an unknown code. */
int sl_currency_scale(const char *code);

/* The last year in which a withdrawn currency (upper case) was legal tender; 0 for one in force, or
 * of which that is not known here. */
int sl_currency_last_year(const char *code);

/* Reads an amount of DESIGN section 2 ("Amounts"). `currency` is the row's currency cell ("" or
 * NULL: blank): it must agree with the one that the text carries, says which dollar a bare $ is
 * and what ¥ is, and serves when the text has none. `price` reads six decimals whatever the
 * currency. A "not stated" cell gives no money (currency ""). SL_INVALID says what was expected;
 * overflow, and an amount finer than its unit, are errors. */
enum sl_status sl_amount_parse(struct sl_money *out, const char *text, const char *currency,
                               bool price, struct sl_error *err);

/* Reads the currency that an amount's text carries into `code` ("" for none; "$" and "¥" alone are
 * none). Used to let amount, pre_money, post_money and price share one. */
enum sl_status sl_amount_currency(char code[4], const char *text, struct sl_error *err);

/* Reads a whole number of shares, 0 or more; blank and "not stated" words give SL_NO_SHARES. */
#define SL_NO_SHARES INT64_C(-1)
enum sl_status sl_shares_parse(int64_t *out, const char *text, struct sl_error *err);

/* A split's new:old ratio, in lowest terms; all zero is "not stated". */
struct sl_ratio {
    int64_t new_, old_;
};
/* Reads 2, 2:1, 1:10, 1.5, 3/2; `canonical` (NULL allowed) gets "2:1". Both sides are over 0. */
enum sl_status sl_ratio_parse(struct sl_ratio *out, const char *text, char canonical[SL_RATIO_SIZE],
                              struct sl_error *err);

#endif
