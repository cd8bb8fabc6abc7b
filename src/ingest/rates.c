/* The euro's reference rates, as the European Central Bank publishes them: the whole history, or
 * one day. Rows end with a comma, so that the last column has no name. A map tells of other files:
 * how they are written, and which column is the date; each other column is a currency. */
#include <stakeline/rates.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/vector.h"
#include "ingest/map.h"
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
    struct sl_map *map;    /* NULL: the bank's own layout */
    char (*currencies)[4]; /* of the columns; blank for the date's, and one without a name */
    size_t columns, date_column;
    struct sl_buffer number;
    const struct sl_sink *shown; /* NULL, or where the rates go, row by row, and are not kept */
    int64_t rows_wanted;         /* to be shown */
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
    for (size_t i = 0; i < column; i++) {
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
    const char *date = reading->map == NULL ? "Date" : reading->map->rates_date;
    size_t place = 0;
    while (reading->map != NULL && place < row->count &&
           !sl_map_same_name(row->cells[place].text, date))
        place++;
    if (place == row->count || !sl_map_same_name(row->cells[place].text, date)) {
        sl_problem_cell(&reading->problems, NULL, row->cells[0].text,
                        reading->map == NULL
                            ? "expected the columns Date,USD,JPY,… of the European Central Bank"
                            : "expected a column of dates as [rates] in the map names it");
        return SL_INVALID;
    }
    reading->date_column = place;
    for (size_t i = 0; i < row->count; i++) {
        if (i != place) read_currency(reading, row, i);
    }
    return reading->problems.count == before ? SL_OK : SL_INVALID;
}

/* The number as the model reads it: the map says how the file writes it. */
static const char *plain_number(struct reading *reading, const struct sl_row_cell *cell)
{
    static const struct sl_map_rule rule = {.column = {SL_COLUMN_PRICE, "rate"}};
    struct sl_number_said said = {0};
    if (reading->map == NULL) return cell->text;
    if (sl_map_number(reading->map, &rule, cell->text, cell->length, &reading->number, &said) !=
            NULL ||
        said.negative || said.remark != NULL || reading->number.failed)
        return cell->text;
    return reading->number.length == 0 ? "" : reading->number.data;
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
    const char *number = plain_number(reading, cell);
    if (sl_not_stated(number)) return SL_OK;
    memcpy(rate.currency, currency, sizeof rate.currency);
    if (!read_units(&rate, number)) {
        sl_problem_cell(&reading->problems, currency, cell->text,
                        "expected a rate such as 1.1684, or N/A");
        return SL_OK;
    }
    if (!sl_vector_grow(&reading->rates, reading->count, &reading->capacity, sizeof rate))
        return sl_fail_memory(err);
    reading->rates[reading->count++] = rate;
    return SL_OK;
}

static enum sl_status read_date(const struct reading *reading, const char *text,
                                struct sl_date *out, struct sl_error *why)
{
    char iso[SL_DATE_SIZE];
    enum sl_status status = SL_OK;
    if (reading->map != NULL) status = sl_map_date(reading->map, text, iso, why);
    if (status != SL_OK) return status;
    return sl_date_parse(out, reading->map != NULL ? iso : text, NULL, why);
}

static enum sl_status read_row(struct reading *reading, const struct sl_row *row,
                               struct sl_error *err)
{
    struct sl_date date;
    struct sl_error why;
    const char *text = row->cells[reading->date_column].text;
    enum sl_status status = read_date(reading, text, &date, &why);
    if (status != SL_OK) {
        sl_problem_cell(&reading->problems, "Date", text, why.message);
        return SL_OK;
    }
    if (date.unit != SL_DATE_DAY) {
        sl_problem_cell(&reading->problems, "Date", text, "expected a day");
        return SL_OK;
    }
    for (size_t i = 0; i < row->count && status == SL_OK; i++) {
        if (i != reading->date_column) status = add_rate(reading, &row->cells[i], i, date.day, err);
    }
    return status;
}

/* The row's rates, each beside what stands in the file. */
static enum sl_status show_row(struct reading *reading, const struct sl_row *row,
                               struct sl_error *err)
{
    enum sl_status status = SL_OK;
    for (size_t i = 0, next = 0; i < row->count && next < reading->count && status == SL_OK; i++) {
        const struct sl_rate *rate = &reading->rates[next];
        if (strcmp(reading->currencies[i], rate->currency) != 0) continue;
        const char *number = plain_number(reading, &row->cells[i]);
        char day[SL_DATE_SIZE], about[SL_DATE_SIZE + 16];
        sl_date_format((struct sl_date){rate->day, SL_DATE_DAY}, day);
        snprintf(about, sizeof about, "%s on %s", rate->currency, day);
        status = reading->shown->row(reading->shown->context,
                                     &(struct sl_map_try_row){.line = row->line,
                                                              .event = SL_NO_COUNT,
                                                              .column = about,
                                                              .value = number,
                                                              .from = rate->currency,
                                                              .cell = row->cells[i].text},
                                     err);
        next++;
    }
    reading->count = 0;
    reading->rows_wanted--;
    return status;
}

/* A row below the header. */
static enum sl_status use_row(struct reading *reading, struct sl_row *row, struct sl_error *err)
{
    for (size_t i = 0; reading->map != NULL && i < row->count; i++)
        sl_map_clean(reading->map, &row->cells[i]);
    enum sl_status status = read_row(reading, row, err);
    if (status == SL_OK && reading->shown != NULL) status = show_row(reading, row, err);
    return status;
}

static enum sl_status read_file(struct reading *reading, const char *path, struct sl_error *err)
{
    struct sl_row_reader *reader = NULL;
    struct sl_row row;
    struct sl_error why;
    bool header = true;
    const struct sl_row_options *how = reading->map != NULL ? &reading->map->file : NULL;
    enum sl_status status = sl_row_reader_open(&reader, path, how, err);
    reading->problems.file = path;
    while (status == SL_OK && reading->problems.count < SL_PROBLEMS_MAX &&
           (reading->shown == NULL || header || reading->rows_wanted > 0)) {
        status = sl_row_reader_next(reader, &row, &why);
        reading->problems.line = row.line;
        if (status == SL_NOTHING) break;
        if (status == SL_FAILED) {
            status = sl_fail(err, status, "%s", why.message);
        } else if (status == SL_INVALID) {
            sl_problem_add(&reading->problems, NULL, "%s", why.message);
            status = header ? SL_INVALID : SL_OK;
        } else {
            status = header ? read_header(reading, &row, err) : use_row(reading, &row, err);
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

static void release(struct reading *reading)
{
    sl_buffer_release(&reading->number);
    free(reading->currencies);
    free(reading->rates);
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
    reading.map = reading.problems.options->map;
    if (reading.map != NULL && reading.map->rates_date == NULL)
        return sl_fail(err, SL_MISUSE, "the map %s is of events, not of exchange rates",
                       reading.map->name);
    for (size_t i = 0; i < count && status == SL_OK; i++)
        status = read_file(&reading, paths[i], err);
    result->problems = reading.problems.count;
    if (status == SL_OK && result->problems > 0) {
        status = sl_fail(err, SL_INVALID, "%s: %lld problem%s; nothing was stored",
                         count == 1 ? paths[0] : "the files", (long long)result->problems,
                         result->problems == 1 ? "" : "s");
    }
    if (status == SL_OK && reading.problems.options->dry_run)
        result->added = (int64_t)reading.count;
    else if (status == SL_OK)
        status = sl_book_store_rates(book, reading.rates, reading.count, result, err);
    release(&reading);
    return status;
}

/* ---- map try ---- */

static void show_problem(void *context, const struct sl_problem *problem)
{
    const struct reading *reading = context;
    const struct sl_map_try_row row = {.line = problem->line,
                                       .event = SL_NO_COUNT,
                                       .column = problem->column,
                                       .problem = problem->message};
    (void)reading->shown->row(reading->shown->context, &row, NULL);
}

enum sl_status sl_rates_try(struct sl_map *map, const char *path, int64_t rows, struct sl_sink sink,
                            struct sl_error *err)
{
    struct reading reading = {.map = map, .shown = &sink, .rows_wanted = rows};
    const struct sl_import_options options = {.on_problem = show_problem, .context = &reading};
    reading.problems.options = &options;
    enum sl_status status = read_file(&reading, path, err);
    if (status == SL_OK && reading.problems.count > 0)
        status = sl_fail(err, SL_NOTHING, "%s: %lld problem%s in the rows shown", path,
                         (long long)reading.problems.count, reading.problems.count == 1 ? "" : "s");
    release(&reading);
    return status;
}
