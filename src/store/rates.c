/* Exchange rates: units of a currency for one euro, by day. */
#include <stakeline/rates.h>

#include <string.h>

#include "model/amount.h"
#include "store/inside.h"

#define FIELD(member, heading, kind)                                             \
    {                                                                            \
        .name = #member, .label = heading, .type = kind, .show = SL_SHOW_ALWAYS, \
        .offset = offsetof(struct sl_rate_row, member)                           \
    }

static const struct sl_field fields[] = {
    FIELD(currency, "Currency", SL_TYPE_TEXT), FIELD(first, "First", SL_TYPE_DATE),
    FIELD(last, "Last", SL_TYPE_DATE), FIELD(days, "Days", SL_TYPE_COUNT)};

const struct sl_row_type sl_rate_row_type = {
    .name = "rates", .fields = fields, .count = sizeof fields / sizeof fields[0]};

/* The row that a prepared look-up by currency (and day) finds. */
static enum sl_status find(struct sl_statement *find, const char *currency, int32_t day,
                           struct sl_rate *out, struct sl_error *err)
{
    sl_statement_bind_text(find, 1, currency, strlen(currency));
    sl_statement_bind_integer(find, 2, day);
    enum sl_status status = sl_statement_step(find, err);
    if (status == SL_OK) {
        *out = (struct sl_rate){.day = (int32_t)sl_statement_integer(find, 0),
                                .units = sl_statement_integer(find, 1),
                                .decimals = (int)sl_statement_integer(find, 2)};
        memcpy(out->currency, currency, sizeof out->currency - 1);
        if (out->units < 1 || out->decimals < 0 || out->decimals > SL_RATE_DECIMALS_MAX) {
            status = sl_fail(err, SL_FAILED, "%s: is damaged (a rate of %s)", find->database->path,
                             currency);
        }
    }
    sl_statement_reset(find);
    return status;
}

enum sl_status sl_book_rate(struct sl_book *book, const char *currency, int32_t day,
                            struct sl_rate *out, struct sl_error *err)
{
    enum sl_status status = sl_statement_prepare(
        &book->find_rate, &book->database,
        "SELECT day, units, decimals FROM rate WHERE currency = ?1 AND day <= ?2"
        " ORDER BY day DESC LIMIT 1",
        err);
    return status != SL_OK ? status : find(&book->find_rate, currency, day, out, err);
}

enum sl_status sl_book_rate_first(struct sl_book *book, const char *currency, struct sl_rate *out,
                                  struct sl_error *err)
{
    struct sl_statement first = {0};
    enum sl_status status = sl_statement_prepare(
        &first, &book->database,
        "SELECT day, units, decimals FROM rate WHERE currency = ?1 AND day >= ?2"
        " ORDER BY day LIMIT 1",
        err);
    if (status == SL_OK) status = find(&first, currency, SL_DAY_MIN, out, err);
    sl_statement_release(&first);
    return status;
}

static enum sl_status store_rate(struct sl_book *book, struct sl_statement statements[2],
                                 const struct sl_rate *rate, int64_t *seal,
                                 struct sl_rates_result *result, struct sl_error *err)
{
    struct sl_rate old = {.day = rate->day};
    enum sl_status status = sl_statement_prepare(
        &statements[0], &book->database,
        "SELECT day, units, decimals FROM rate WHERE currency = ?1 AND day = ?2", err);
    if (status == SL_OK) status = find(&statements[0], rate->currency, rate->day, &old, err);
    if (status == SL_OK && old.units == rate->units && old.decimals == rate->decimals) {
        result->same++;
        return SL_OK;
    }
    if (status == SL_OK) result->replaced++;
    if (status == SL_NOTHING) result->added++;
    if (status != SL_OK && status != SL_NOTHING) return status;
    sl_rates_seal_change(seal, status == SL_OK ? &old : NULL, rate);
    struct sl_statement *put = &statements[1];
    status = sl_statement_prepare(put, &book->database,
                                  "INSERT OR REPLACE INTO rate (currency, day, units, decimals)"
                                  " VALUES (?1, ?2, ?3, ?4)",
                                  err);
    if (status != SL_OK) return status;
    sl_statement_bind_text(put, 1, rate->currency, strlen(rate->currency));
    sl_statement_bind_integer(put, 2, rate->day);
    sl_statement_bind_integer(put, 3, rate->units);
    sl_statement_bind_integer(put, 4, rate->decimals);
    return sl_statement_run(put, err);
}

enum sl_status sl_book_store_rates(struct sl_book *book, const struct sl_rate *rates, size_t count,
                                   struct sl_rates_result *result, struct sl_error *err)
{
    struct sl_statement statements[2] = {{0}};
    int64_t seal;
    enum sl_status status = sl_book_write_begin(book, err);
    if (status != SL_OK) return status;
    status = sl_rates_seal_begin(book, &seal, err);
    for (size_t i = 0; i < count && status == SL_OK; i++)
        status = store_rate(book, statements, &rates[i], &seal, result, err);
    if (status == SL_OK) status = sl_rates_seal_end(book, seal, err);
    sl_statement_release(&statements[0]);
    sl_statement_release(&statements[1]);
    return sl_book_write_end(book, status, err);
}

enum sl_status sl_rates(struct sl_book *book, struct sl_sink sink, struct sl_error *err)
{
    struct sl_statement list = {0};
    bool any = false;
    enum sl_status status = sl_statement_prepare(
        &list, &book->database,
        "SELECT currency, min(day), max(day), count(*) FROM rate GROUP BY currency"
        " ORDER BY currency",
        err);
    while (status == SL_OK && (status = sl_statement_step(&list, err)) == SL_OK) {
        const struct sl_rate_row row = {
            .currency = sl_statement_text(&list, 0),
            .first = {.day = (int32_t)sl_statement_integer(&list, 1), .unit = SL_DATE_DAY},
            .last = {.day = (int32_t)sl_statement_integer(&list, 2), .unit = SL_DATE_DAY},
            .days = sl_statement_integer(&list, 3)};
        any = true;
        status = row.currency != NULL && sl_currency_scale(row.currency) >= 0
                     ? sink.row(sink.context, &row, err)
                     : sl_fail(err, SL_FAILED, "%s: is damaged (a rate of no currency)",
                               book->database.path);
    }
    sl_statement_release(&list);
    if (status != SL_NOTHING) return status;
    return any ? SL_OK : sl_fail(err, SL_NOTHING, "there are no exchange rates yet");
}
