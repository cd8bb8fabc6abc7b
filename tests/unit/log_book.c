/* A temporary book and the rows of its answers as text. */
#include "log_book.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

int log_book_set_up(void **state)
{
    struct log_book *log = calloc(1, sizeof *log);
    if (log == NULL) return -1;
    *state = log;
    snprintf(log->folder, sizeof log->folder, "/tmp/stakeline-XXXXXX");
    if (mkdtemp(log->folder) == NULL) return -1;
    snprintf(log->path, sizeof log->path, "%s/book.db", log->folder);
    snprintf(log->csv, sizeof log->csv, "%s/log.csv", log->folder);
    return sl_book_open(&log->book, log->path, SL_ACCESS_CREATE, NULL) == SL_OK ? 0 : -1;
}

int log_book_tear_down(void **state)
{
    struct log_book *log = *state;
    sl_book_close(log->book);
    unlink(log->path);
    unlink(log->csv);
    rmdir(log->folder);
    sl_buffer_release(&log->out);
    free(log);
    return 0;
}

static void on_problem(void *context, const struct sl_problem *problem)
{
    (void)context;
    print_error("line %lld: %s: %s\n", (long long)problem->line,
                problem->column != NULL ? problem->column : "-", problem->message);
}

void log_book_import(struct log_book *log, const char *csv)
{
    const struct sl_import_options options = {.on_problem = on_problem};
    const char *const paths[] = {log->csv};
    struct sl_import_result result;
    FILE *file = fopen(log->csv, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(csv, 1, strlen(csv), file), strlen(csv));
    assert_int_equal(fclose(file), 0);
    if (sl_import_files(log->book, paths, 1, &options, &result, &log->err) != SL_OK)
        fail_msg("%s", log->err.message);
}

/* ---- rows as text ---- */

static bool is_asked(const char *columns, const char *name)
{
    size_t length = strlen(name);
    for (const char *at = columns; at != NULL && *at != '\0';) {
        size_t word = strcspn(at, " ");
        if (word == length && memcmp(at, name, length) == 0) return true;
        at += word + strspn(at + word, " ");
    }
    return columns == NULL;
}

static void add_percent(struct sl_buffer *out, double value)
{
    double rounded = round(value * 1e6) / 1e6;
    if (!isnan(value)) sl_buffer_printf(out, "%.10g", rounded == 0 ? 0 : rounded);
}

static void add_cell(struct sl_buffer *out, enum sl_type type, const void *member)
{
    char text[SL_DATE_SIZE + SL_MONEY_SIZE] = ""; /* room for either */
    switch (type) {
    case SL_TYPE_TEXT: {
        const char *value = *(const char *const *)member;
        sl_buffer_add_text(out, value == NULL ? "" : value);
        return;
    }
    case SL_TYPE_NUMBER:
    case SL_TYPE_PERCENT: add_percent(out, *(const double *)member); return;
    case SL_TYPE_COUNT: {
        int64_t value = *(const int64_t *)member;
        if (value != SL_NO_COUNT) sl_buffer_printf(out, "%lld", (long long)value);
        return;
    }
    case SL_TYPE_DATE: sl_date_format(*(const struct sl_date *)member, text); break;
    case SL_TYPE_MONEY: sl_money_format(member, text); break;
    }
    sl_buffer_add_text(out, text);
}

static enum sl_status write_row(void *context, const void *row, struct sl_error *err)
{
    struct log_book *log = context;
    const char *before = "";
    (void)err;
    for (size_t i = 0; i < log->type->count; i++) {
        const struct sl_field *field = &log->type->fields[i];
        if (!is_asked(log->columns, field->name)) continue;
        sl_buffer_add_text(&log->out, before);
        add_cell(&log->out, field->type, (const char *)row + field->offset);
        before = "|";
    }
    sl_buffer_add_text(&log->out, "\n");
    return SL_OK;
}

struct sl_sink log_book_sink(struct log_book *log, const struct sl_row_type *type,
                             const char *columns)
{
    log->type = type;
    log->columns = columns;
    sl_buffer_clear(&log->out);
    sl_buffer_add_text(&log->out, "");
    return (struct sl_sink){write_row, log};
}

void assert_rows(struct log_book *log, enum sl_status status, const char *expected)
{
    if (status != SL_OK) fail_msg("status %d: %s", (int)status, log->err.message);
    assert_false(log->out.failed);
    assert_string_equal(log->out.data, expected);
}

void assert_columns(const struct sl_row_type *type, const char *expected)
{
    struct sl_buffer out = {0};
    for (size_t i = 0; i < type->count; i++)
        sl_buffer_printf(&out, "%s%s", i > 0 ? "," : "", type->fields[i].name);
    assert_string_equal(out.data, expected);
    sl_buffer_release(&out);
}
