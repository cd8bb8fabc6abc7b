/* What the exchange rates add up to, each by its hash, in no order: a counter beside them, by which
 * verify tells whether one was changed, and which an import brings up to date without a look at the
 * others. */
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "model/amount.h"
#include "store/inside.h"

static const char counter[] = "rates";
static const int64_t MODULUS = INT64_C(1) << 60; /* a counter's numbers are below 2^61 */

static int64_t seal_of(const struct sl_rate *rate)
{
    struct sl_hash hash;
    char text[SL_HASH_TEXT_SIZE];
    sl_hash_init(&hash);
    sl_hash_add_text(&hash, rate->currency);
    sl_hash_add_number(&hash, rate->day);
    sl_hash_add_number(&hash, rate->units);
    sl_hash_add_number(&hash, rate->decimals);
    sl_hash_end(&hash, text);
    text[15] = '\0'; /* 60 bits */
    return (int64_t)strtoll(text, NULL, 16);
}

static int64_t add(int64_t sum, int64_t more)
{
    return (sum + more) % MODULUS;
}

static bool can_be(const struct sl_rate *rate)
{
    return sl_currency_scale(rate->currency) >= 0 && rate->day >= SL_DAY_MIN &&
           rate->day <= SL_DAY_MAX && rate->units >= 1 && rate->decimals >= 0 &&
           rate->decimals <= SL_RATE_DECIMALS_MAX;
}

/* Adds up all rates; how many there are, and how many cannot be. */
static enum sl_status add_up(struct sl_book *book, int64_t *sum, int64_t *count,
                             int64_t *impossible, struct sl_error *err)
{
    struct sl_statement list = {0};
    enum sl_status status = sl_statement_prepare(
        &list, &book->database, "SELECT currency, day, units, decimals FROM rate", err);
    *sum = *count = *impossible = 0;
    while (status == SL_OK && (status = sl_statement_step(&list, err)) == SL_OK) {
        const char *currency = sl_statement_text(&list, 0);
        const int64_t day = sl_statement_integer(&list, 1),
                      decimals = sl_statement_integer(&list, 3);
        struct sl_rate rate = {.day = (int32_t)day,
                               .units = sl_statement_integer(&list, 2),
                               .decimals = (int)decimals};
        const bool fits = currency != NULL && strlen(currency) == 3 && rate.day == day &&
                          rate.decimals == decimals;
        if (fits) memcpy(rate.currency, currency, 3);
        if (!fits || !can_be(&rate)) ++*impossible;
        *sum = add(*sum, seal_of(&rate));
        ++*count;
    }
    sl_statement_release(&list);
    return status == SL_NOTHING ? SL_OK : status;
}

/* SL_NOTHING: none is stored. */
static enum sl_status read_seal(struct sl_book *book, int64_t *seal, struct sl_error *err)
{
    struct sl_statement find = {0};
    enum sl_status status = sl_statement_prepare(&find, &book->database,
                                                 "SELECT next - 1 FROM counter WHERE of = ?1", err);
    if (status == SL_OK) {
        sl_statement_bind_text(&find, 1, counter, sizeof counter - 1);
        status = sl_statement_step(&find, err);
    }
    if (status == SL_OK) *seal = sl_statement_integer(&find, 0);
    sl_statement_release(&find);
    return status;
}

enum sl_status sl_rates_seal_begin(struct sl_book *book, int64_t *seal, struct sl_error *err)
{
    int64_t count, impossible;
    enum sl_status status = read_seal(book, seal, err);
    return status == SL_NOTHING ? add_up(book, seal, &count, &impossible, err) : status;
}

void sl_rates_seal_change(int64_t *seal, const struct sl_rate *old, const struct sl_rate *new)
{
    if (old != NULL) *seal = add(*seal, MODULUS - seal_of(old));
    *seal = add(*seal, seal_of(new));
}

enum sl_status sl_rates_seal_end(struct sl_book *book, int64_t seal, struct sl_error *err)
{
    struct sl_statement put = {0};
    enum sl_status status = sl_statement_prepare(
        &put, &book->database, "INSERT OR REPLACE INTO counter (of, next) VALUES (?1, ?2)", err);
    if (status == SL_OK) {
        sl_statement_bind_text(&put, 1, counter, sizeof counter - 1);
        sl_statement_bind_integer(&put, 2, seal + 1);
        status = sl_statement_run(&put, err);
    }
    sl_statement_release(&put);
    return status;
}

enum sl_status sl_rates_seal_verify(struct sl_book *book, bool *changed, int64_t *impossible,
                                    struct sl_error *err)
{
    int64_t seal = 0, sum, count;
    *changed = false;
    enum sl_status status = add_up(book, &sum, &count, impossible, err);
    if (status == SL_OK) status = read_seal(book, &seal, err);
    if (status == SL_NOTHING) return SL_OK; /* rates of before they had one */
    if (status == SL_OK) *changed = seal != sum;
    return status;
}
