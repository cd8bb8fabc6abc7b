/* The euro's reference rates, as the European Central Bank publishes them: the whole history, or
 * one day. Rows end with a comma, so that the last column has no name. */
#include <stakeline/rates.h>

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/vector.h"
#include "ingest/problems.h"
#include "ingest/row_reader.h"
#include "model/amount.h"
#include "model/number.h"
#include "store/book.h"

/* More digits than any rate has; amounts times rates stay in 128 bits. */
enum { DIGITS_MAX = 12 };

static const struct sl_import_options no_options;

struct reading {
    struct sl_problems problems;
    char (*currencies)[4]; /* of the columns behind the date */
    size_t columns;
    struct sl_rate *rates;
    size_t count, capacity;
};

static void read_currency(struct reading *reading, const struct sl_row *row, size_t column)
{
    const char *code = row->cells[column].text;
    char *out = reading->currencies[column];
    if (row->cells[column].length == 0 && column + 1 == row->count) return;
    if (sl_currency_scale(code) < 0) {
        sl_problem_cell(&reading->problems, NULL, code,
                        "expected the code of a currency, such as USD");
        return;
    }
    for (size_t i = 0; i < 3; i++)
        out[i] = code[i] >= 'a' && code[i] <= 'z' ? (char)(code[i] - 'a' + 'A') : code[i];
    if (strcmp(out, "EUR") == 0)
        sl_problem_cell(&reading->problems, NULL, code, "expected rates of one euro");
    for (size_t i = 1; i < column; i++) {
        if (strcmp(reading->currencies[i], out) == 0)
            sl_problem_cell(&reading->problems, NULL, code, "expected each currency once");
    }
}

/* SL_INVALID when the file has no rates that can be read. */
static enum sl_status read_header(struct reading *reading, const struct sl_row *row,
                                  struct sl_error *err)
{
    const int64_t before = reading->problems.count;
    free(reading->currencies);
    reading->columns = row->count;
    reading->currencies = calloc(row->count, sizeof *reading->currencies);
    if (reading->currencies == NULL) return sl_fail_memory(err);
    if (!sl_text_same(row->cells[0].text, "Date")) {
        sl_problem_cell(&reading->problems, NULL, row->cells[0].text,
                        "expected the columns Date,USD,JPY,… of the European Central Bank");
        return SL_INVALID;
    }
    for (size_t i = 1; i < row->count; i++)
        read_currency(reading, row, i);
    return reading->problems.count == before ? SL_OK : SL_INVALID;
}

static bool read_units(struct sl_rate *out, const char *text)
{
    struct sl_number number;
    const char *at = text;
    if (sl_number_read(&number, &at, false) != SL_NUMBER_OK || !sl_at_end(at)) return false;
    if (number.digits == 0 || number.digits >= sl_power_of_ten(DIGITS_MAX) ||
        number.decimals > SL_RATE_DECIMALS_MAX)
        return false;
    out->units = (int64_t)number.digits;
    out->decimals = number.decimals;
    return true;
}

static enum sl_status add_rate(struct reading *reading, const struct sl_row_cell *cell,
                               size_t column, int32_t day, struct sl_error *err)
{
    struct sl_rate rate = {.day = day};
    const char *currency = reading->currencies[column];
    if (currency[0] == '\0') {
        if (cell->length > 0)
            sl_problem_cell(&reading->problems, NULL, cell->text,
                            "expected no cell in the column without a name");
        return SL_OK;
    }
    if (sl_not_stated(cell->text)) return SL_OK;
    memcpy(rate.currency, currency, sizeof rate.currency);
    if (!read_units(&rate, cell->text)) {
        sl_problem_cell(&reading->problems, currency, cell->text,
                        "expected a rate such as 1.1684, or N/A");
        return SL_OK;
    }
    if (!sl_vector_grow(&reading->rates, reading->count, &reading->capacity, sizeof rate))
        return sl_fail_memory(err);
    reading->rates[reading->count++] = rate;
    return SL_OK;
}

static enum sl_status read_row(struct reading *reading, const struct sl_row *row,
                               struct sl_error *err)
{
    struct sl_date date;
    struct sl_error why;
    enum sl_status status = sl_date_parse(&date, row->cells[0].text, NULL, &why);
    if (status != SL_OK) {
        sl_problem_cell(&reading->problems, "Date", row->cells[0].text, why.message);
        return SL_OK;
    }
    if (date.unit != SL_DATE_DAY) {
        sl_problem_cell(&reading->problems, "Date", row->cells[0].text, "expected a day");
        return SL_OK;
    }
    for (size_t i = 1; i < row->count && status == SL_OK; i++)
        status = add_rate(reading, &row->cells[i], i, date.day, err);
    return status;
}

static enum sl_status read_file(struct reading *reading, const char *path, struct sl_error *err)
{
    struct sl_row_reader *reader = NULL;
    struct sl_row row;
    struct sl_error why;
    bool header = true;
    enum sl_status status = sl_row_reader_open(&reader, path, NULL, err);
    reading->problems.file = path;
    while (status == SL_OK) {
        status = sl_row_reader_next(reader, &row, &why);
        reading->problems.line = row.line;
        if (status == SL_NOTHING) break;
        if (status == SL_FAILED) {
            status = sl_fail(err, status, "%s", why.message);
        } else if (status == SL_INVALID) {
            sl_problem_add(&reading->problems, NULL, "%s", why.message);
            status = header ? SL_INVALID : SL_OK;
        } else {
            status = header ? read_header(reading, &row, err) : read_row(reading, &row, err);
        }
        header = false;
    }
    sl_row_reader_close(reader);
    if (status == SL_NOTHING && header) {
        reading->problems.line = 1;
        sl_problem_add(&reading->problems, NULL,
                       "expected the columns Date,USD,JPY,…, found an empty file");
    }
    return status == SL_NOTHING || status == SL_INVALID ? SL_OK : status;
}

enum sl_status sl_rates_import(struct sl_book *book, const char *const *paths, size_t count,
                               const struct sl_import_options *options,
                               struct sl_rates_result *result, struct sl_error *err)
{
    struct reading reading = {.problems = {.options = options != NULL ? options : &no_options}};
    struct sl_rates_result ignored;
    enum sl_status status = SL_OK;
    if (result == NULL) result = &ignored;
    *result = (struct sl_rates_result){0};
    if (count == 0) return sl_fail(err, SL_MISUSE, "there is no file to import");
    for (size_t i = 0; i < count && status == SL_OK; i++)
        status = read_file(&reading, paths[i], err);
    result->problems = reading.problems.count;
    if (status == SL_OK && result->problems > 0) {
        status = sl_fail(err, SL_INVALID, "%s: %lld problem%s; nothing was stored",
                         count == 1 ? paths[0] : "the files", (long long)result->problems,
                         result->problems == 1 ? "" : "s");
    }
    if (status == SL_OK)
        status = sl_book_store_rates(book, reading.rates, reading.count, result, err);
    free(reading.currencies);
    free(reading.rates);
    return status;
}
