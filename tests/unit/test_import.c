/* Files into a book, all or nothing, and the log back out of it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include <stakeline/import.h>

#include "base/buffer.h"

struct fixture {
    char folder[32], book_path[48], other_path[48], a[48], b[48];
    struct sl_book *book, *other; /* the other is for what is exported */
    struct sl_import_options options;
    struct sl_import_result result;
    struct sl_error err;
    struct sl_buffer said; /* "file:line: column: message" a line each */
    int64_t progress_calls, progress_read, progress_total;
};

static void on_problem(void *context, const struct sl_problem *problem)
{
    struct fixture *f = context;
    const char *name = strrchr(problem->file, '/');
    sl_buffer_printf(&f->said, "%s:%lld: ", name != NULL ? name + 1 : problem->file,
                     (long long)problem->line);
    if (problem->column != NULL) sl_buffer_printf(&f->said, "%s: ", problem->column);
    sl_buffer_printf(&f->said, "%s\n", problem->message);
}

static void on_progress(void *context, int64_t bytes_read, int64_t bytes_total)
{
    struct fixture *f = context;
    assert_true(bytes_read >= f->progress_read);
    f->progress_calls++;
    f->progress_read = bytes_read;
    f->progress_total = bytes_total;
}

static int set_up(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    if (f == NULL) return -1;
    *state = f;
    snprintf(f->folder, sizeof f->folder, "/tmp/stakeline-XXXXXX");
    if (mkdtemp(f->folder) == NULL) return -1;
    snprintf(f->book_path, sizeof f->book_path, "%s/book.db", f->folder);
    snprintf(f->other_path, sizeof f->other_path, "%s/other.db", f->folder);
    snprintf(f->a, sizeof f->a, "%s/a.csv", f->folder);
    snprintf(f->b, sizeof f->b, "%s/b.csv", f->folder);
    f->options = (struct sl_import_options){
        .on_problem = on_problem, .on_progress = on_progress, .context = f};
    sl_buffer_add_text(&f->said, "");
    return sl_book_open(&f->book, f->book_path, SL_ACCESS_CREATE, NULL) == SL_OK &&
                   sl_book_open(&f->other, f->other_path, SL_ACCESS_CREATE, NULL) == SL_OK
               ? 0
               : -1;
}

static int tear_down(void **state)
{
    struct fixture *f = *state;
    sl_book_close(f->book);
    sl_book_close(f->other);
    const char *const files[] = {f->book_path, f->other_path, f->a, f->b};
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++)
        unlink(files[i]);
    rmdir(f->folder);
    sl_buffer_release(&f->said);
    free(f);
    return 0;
}

static void write_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(text, 1, strlen(text), file), strlen(text));
    assert_int_equal(fclose(file), 0);
}

static enum sl_status import_into(struct fixture *f, struct sl_book *book, const char *const *paths,
                                  size_t count)
{
    sl_buffer_clear(&f->said);
    f->progress_calls = f->progress_read = 0;
    return sl_import_files(book, paths, count, &f->options, &f->result, &f->err);
}

static enum sl_status import_text(struct fixture *f, const char *text)
{
    const char *const paths[] = {f->a};
    write_file(f->a, text);
    return import_into(f, f->book, paths, 1);
}

static void check_result(const struct fixture *f, int64_t import, int64_t events,
                         int64_t duplicates)
{
    assert_string_equal(f->said.data, "");
    assert_int_equal(f->result.import, import);
    assert_int_equal(f->result.events, events);
    assert_int_equal(f->result.duplicates, duplicates);
    assert_int_equal(f->result.rejected, 0);
    assert_int_equal(f->result.problems, 0);
}

/* ---- the log as CSV ---- */

static enum sl_status write_cells(void *context, const char *const *cells, size_t count,
                                  struct sl_error *err)
{
    struct sl_buffer *out = context;
    (void)err;
    for (size_t i = 0; i < count; i++) {
        if (i > 0) sl_buffer_add_byte(out, ',');
        if (cells[i] == NULL) continue;
        assert_true(cells[i][0] != '\0');
        sl_buffer_add_byte(out, '"');
        for (const char *at = cells[i]; *at != '\0'; at++)
            sl_buffer_add(out, *at == '"' ? "\"\"" : at, *at == '"' ? 2 : 1);
        sl_buffer_add_byte(out, '"');
    }
    sl_buffer_add_byte(out, '\n');
    return SL_OK;
}

static struct sl_buffer export_book(struct sl_book *book)
{
    struct sl_buffer out = {0};
    struct sl_error err = {0};
    struct sl_event_sink sink = {.header = write_cells, .row = write_cells, .context = &out};
    enum sl_status status = sl_export_events(book, sink, &err);
    assert_string_equal(err.message, "");
    assert_int_equal(status, SL_OK);
    return out;
}

static size_t count_lines(const struct sl_buffer *text)
{
    size_t lines = 0;
    for (size_t i = 0; i < text->length; i++)
        lines += text->data[i] == '\n';
    return lines;
}

static void check_stored(struct fixture *f, size_t events)
{
    struct sl_buffer out = export_book(f->book);
    assert_int_equal(count_lines(&out), events + 1);
    sl_buffer_release(&out);
}

/* ---- import ---- */

#define HEAD "date,kind,issuer,holder,stake\n"

static void a_file_becomes_events(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(import_text(f, HEAD "2023-02-06,holding,Nissan,Renault,43.4\n"
                                         "2023-11-08,dispose,Nissan,Renault,28.4\n"),
                     SL_OK);
    check_result(f, 1, 2, 0);
    check_stored(f, 2);
}

static void a_header_alone_imports_nothing(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(import_text(f, HEAD), SL_OK);
    check_result(f, 0, 0, 0);
}

static void an_empty_file_is_refused(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(import_text(f, ""), SL_INVALID);
    assert_string_equal(f->said.data, "a.csv:1: expected a header row with the names of the "
                                      "columns, found an empty file\n");
    assert_non_null(strstr(f->err.message, "a.csv: 1 problem; nothing was stored"));
}

static void every_bad_cell_is_reported_and_nothing_is_stored(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(import_text(f, HEAD "2023-02-06,holding,Nissan,Renault,43.4\n"
                                         "2023-02-30,holding,Nissan,Renault,143\n"
                                         "\n"
                                         "2023-02-06,holding,,Renault,1\n"
                                         "2023-02-06,holding,Nissan,Daimler,3.1\n"
                                         "2023-02-06,holding\n"),
                     SL_INVALID);
    assert_string_equal(
        f->said.data,
        "a.csv:3: date: \"2023-02-30\": that day does not exist: February 2023 has 28 days\n"
        "a.csv:3: stake: \"143\": expected a per cent in 0 to 100\n"
        "a.csv:5: issuer: expected a name, found a blank cell\n"
        "a.csv:7: expected 5 cells, as in the header, found 2\n");
    assert_non_null(strstr(f->err.message, "a.csv: 4 problems in 3 rows; nothing was stored"));
    assert_int_equal(f->result.problems, 4);
    assert_int_equal(f->result.rejected, 3);
    assert_int_equal(f->result.events, 0);
    assert_int_equal(f->result.import, 0);
    check_stored(f, 0);
}

static void a_quote_that_breaks_the_file_is_reported_once(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(import_text(f, HEAD "2023,holding,Nissan,O\"B,1\n2023,x,Nissan,,\n"),
                     SL_INVALID);
    assert_int_equal(f->result.problems, 1);
    assert_non_null(strstr(f->said.data, "a.csv:2: holder: expected no quote inside"));
}

static void a_cell_that_is_not_utf_8_is_named(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(import_text(f, HEAD "2023,holding,Nissan,Soci\xe9t\xe9,1\n"), SL_INVALID);
    assert_string_equal(f->said.data, "a.csv:2: holder: \"Soci\\u{E9}t\\u{E9}\": expected UTF-8 "
                                      "(save the file as UTF-8)\n");
}

static void the_files_of_a_call_are_all_or_nothing(void **state)
{
    struct fixture *f = *state;
    write_file(f->a, "date,knid,issuer\n2023,note,Nissan\n");
    write_file(f->b, HEAD "2023,holding,Nissan,Renault,1\n2023,sell,Nissan,Renault,2\n");
    const char *const paths[] = {f->a, f->b};
    assert_int_equal(import_into(f, f->book, paths, 2), SL_INVALID);
    assert_string_equal(f->said.data,
                        "a.csv:1: \"knid\": expected a known column (the nearest is 'kind')\n"
                        "a.csv:1: kind: expected a column of this name in the header\n"
                        "b.csv:3: kind: \"sell\": expected holding, acquire, dispose, issue, "
                        "cancel, split, outstanding, found, round, debt, ipo, merger, pact or "
                        "note\n");
    assert_string_equal(f->err.message, "the files: 3 problems in 1 row; nothing was stored");
    check_stored(f, 0);
}

static void a_missing_file_fails(void **state)
{
    struct fixture *f = *state;
    const char *const paths[] = {f->a};
    assert_int_equal(import_into(f, f->book, paths, 1), SL_FAILED);
    assert_non_null(strstr(f->err.message, "cannot open"));
    write_file(f->a, HEAD "2023,note,Nissan,,\n");
    assert_int_equal(import_into(f, f->book, paths, 1), SL_OK); /* the book is usable after it */
}

static void rows_of_blank_cells_are_skipped(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(import_text(f, HEAD ",,,,\n2023,note,Nissan,,\n , ,\"\",,\n"), SL_OK);
    check_result(f, 1, 1, 0);
}

static void the_same_file_again_changes_nothing(void **state)
{
    struct fixture *f = *state;
    static const char text[] = HEAD "2023,holding,Nissan,Renault,1\n2023,holding,Nissan,Renault,1\n"
                                    "2023,holding,Nissan,Daimler,2\n";
    assert_int_equal(import_text(f, text), SL_OK);
    check_result(f, 1, 3, 0);
    assert_int_equal(import_text(f, text), SL_OK);
    check_result(f, 0, 0, 3);
    check_stored(f, 3);
}

static void the_same_file_twice_in_a_call_counts_once(void **state)
{
    struct fixture *f = *state;
    write_file(f->a, HEAD "2023,holding,Nissan,Renault,1\n2023,holding,Nissan,Renault,1\n");
    const char *const paths[] = {f->a, f->a};
    assert_int_equal(import_into(f, f->book, paths, 2), SL_OK);
    check_result(f, 1, 2, 2);
}

static void a_dry_run_checks_and_stores_nothing(void **state)
{
    struct fixture *f = *state;
    f->options.dry_run = true;
    assert_int_equal(import_text(f, HEAD "2023,holding,Nissan,Renault,1\n"), SL_OK);
    check_result(f, 0, 1, 0);
    check_stored(f, 0);
    assert_int_equal(import_text(f, HEAD "2023,holding,Nissan,Renault,101\n"), SL_INVALID);
}

static void standard_input_is_a_file(void **state)
{
    struct fixture *f = *state;
    const char *const paths[] = {"-"};
    int ends[2], before = dup(STDIN_FILENO);
    static const char text[] = HEAD "2023,holding,Nissan,Renault,1\n";
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(write(ends[1], text, sizeof text - 1), sizeof text - 1);
    close(ends[1]);
    assert_int_equal(dup2(ends[0], STDIN_FILENO), STDIN_FILENO);
    close(ends[0]);
    enum sl_status status = import_into(f, f->book, paths, 1);
    assert_int_equal(dup2(before, STDIN_FILENO), STDIN_FILENO);
    close(before);
    assert_int_equal(status, SL_OK);
    check_result(f, 1, 1, 0);
    assert_int_equal(f->progress_total, -1);
}

static void progress_reaches_the_size_of_the_files(void **state)
{
    struct fixture *f = *state;
    enum { ROWS = 10000 };
    struct sl_buffer text = {0};
    sl_buffer_add_text(&text, "\xef\xbb\xbf" HEAD);
    for (int i = 0; i < ROWS; i++)
        sl_buffer_printf(&text, "2023,holding,Nissan,Holder %d,0.001\n", i);
    write_file(f->a, text.data);
    write_file(f->b, HEAD "2023,note,Nissan,,\n");
    const char *const paths[] = {f->a, f->b};
    assert_int_equal(import_into(f, f->book, paths, 2), SL_OK);
    check_result(f, 1, ROWS + 1, 0);
    assert_true(f->progress_calls >= 4);
    assert_int_equal(f->progress_read, f->progress_total);
    sl_buffer_release(&text);
}

static void bad_options_store_nothing(void **state)
{
    struct fixture *f = *state;
    f->options.known = "yesterday";
    assert_int_equal(import_text(f, HEAD "2023,holding,Nissan,Renault,1\n"), SL_MISUSE);
    f->options.known = NULL;
    assert_int_equal(import_text(f, HEAD "2023,holding,Nissan,Renault,1\n"), SL_OK);
    check_result(f, 1, 1, 0);
}

/* ---- add ---- */

static void one_event_can_be_added_from_its_cells(void **state)
{
    struct fixture *f = *state;
    const struct sl_cell cells[] = {{"date", " 2023-02-06 "}, {"kind", "acquire"},
                                    {"issuer", "Nissan"},     {"holder", "Renault"},
                                    {"stake", "~5%"},         {"note", NULL}};
    for (int64_t i = 1; i <= 2; i++) { /* an equal one is a further copy */
        assert_int_equal(sl_add_event(f->book, cells, 6, &f->options, &f->result, &f->err), SL_OK);
        check_result(f, i, 1, 0);
    }
    check_stored(f, 2);
}

static void a_bad_cell_of_an_added_event_is_reported(void **state)
{
    struct fixture *f = *state;
    const struct sl_cell cells[] = {{"date", "2023"},
                                    {"kind", "acquire"},
                                    {"issuer", "Nissan"},
                                    {"stake", "5x"},
                                    {"shares", "-3"}};
    assert_int_equal(sl_add_event(f->book, cells, 5, &f->options, &f->result, &f->err), SL_INVALID);
    assert_int_equal(f->result.problems, 2);
    assert_non_null(strstr(f->said.data, "(command line):0: stake: \"5x\""));
    assert_non_null(strstr(f->said.data, "(command line):0: shares: \"-3\""));
    const struct sl_cell unknown[] = {{"date", "2023"}, {"kind", "note"}, {"isuer", "Nissan"}};
    assert_int_equal(sl_add_event(f->book, unknown, 3, &f->options, &f->result, &f->err),
                     SL_INVALID);
    const struct sl_cell latin[] = {{"date", "2023"}, {"kind", "note"}, {"issuer", "caf\xe9"}};
    assert_int_equal(sl_add_event(f->book, latin, 3, &f->options, &f->result, &f->err), SL_INVALID);
    check_stored(f, 0);
}

/* ---- export ---- */

static const char rich[] =
    "date,known,kind,status,issuer,holder,counterparty,class,stake,stake_after,votes,shares,"
    "outstanding,ratio,amount,currency,pre_money,post_money,price,round,role,instrument,deal,part,"
    "source,url,note,X_b,x_a\n"
    "2023-02-06,2023-02-07,acquire,rumoured,Nissan,Renault,\"Daimler, AG\",A,~43%,43.40,1/3,,,,,,"
    ",,,,,,d1,p1,\"He said \"\"no\"\"\",https://e.org/?a=1,\"two\r\nlines\",b 1,\n"
    "2023-02,,holding,,nissan,Trust,,,>50%,,<5%,\"1,70,000\",2 Mn,,,,,,,,,,,,,,,,\"a,\"\n"
    "2023-Q1,,round,announced,Ola,Fund,,,25-50%,,,,,,\"INR 1,700 Cr\",,₹50 lakh,,12.345678,"
    "Series A,lead,equity,,,,,,,\n"
    "2023-H1,2024,split,,Ola,,,,,,,,,2:1,,,,,,,,,,,,,,,\n"
    "2023,2023,debt,approved,Ola,,,,,,,,,,undisclosed,eur,,,,,,ncd,,,,,,,\n"
    "FY2024-25,FY24-25,issue,cancelled,Ola,Rénault,,,,,,5,,,$1.5m,,,$20m,,Seed,,,,,,,,,\n"
    "6 February 2023,,cancel,,Ola,lei:969500FGBQKRAZR42196,,,1.50,,,,,,,,,,,,,,,,,,,,\n"
    "1999-12-31,,dispose,talks,Ola,Fund,ticker:NASDAQ:RNLSY,,,,,,,,1.234,KWD,,,,,,,,,,,,,\n"
    "2023,,dispose,talks,Ola,Fund,,,,,,,,,9007199254740993,JPY,,,,,,,,,,,,,\n";

static void an_export_imports_as_the_same_log(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(import_text(f, rich), SL_OK);
    check_result(f, 1, 9, 0);
    struct sl_buffer first = export_book(f->book);
    write_file(f->b, first.data);
    const char *const paths[] = {f->b};
    assert_int_equal(import_into(f, f->other, paths, 1), SL_OK);
    check_result(f, 1, 9, 0);
    struct sl_buffer second = export_book(f->other);
    assert_string_equal(second.data, first.data);
    assert_int_equal(import_into(f, f->book, paths, 1), SL_OK);
    check_result(f, 0, 0, 9); /* every value is the one that is stored already */
    sl_buffer_release(&first);
    sl_buffer_release(&second);
}

static void an_export_has_canonical_spellings_in_the_order_of_arrival(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(import_text(f, rich), SL_OK);
    struct sl_buffer out = export_book(f->book);
    static const char wanted[] =
        "\"date\",\"known\",\"kind\",\"status\",\"issuer\",\"holder\",\"counterparty\",\"class\","
        "\"stake\",\"stake_after\",\"votes\",\"shares\",\"outstanding\",\"ratio\",\"amount\","
        "\"currency\",\"pre_money\",\"post_money\",\"price\",\"round\",\"role\",\"instrument\","
        "\"deal\",\"part\",\"source\",\"url\",\"note\",\"x_a\",\"x_b\"\n"
        "\"2023-02-06\",\"2023-02-07\",\"acquire\",\"rumoured\",\"Nissan\",\"Renault\","
        "\"Daimler, AG\",\"A\",\"~43\",\"43.40\",\"1/3\",,,,,,,,,,,,\"d1\",\"p1\","
        "\"He said \"\"no\"\"\",\"https://e.org/?a=1\",\"two\nlines\",,\"b 1\"\n"
        "\"2023-02\",\"2023-02-28\",\"holding\",\"completed\",\"Nissan\",\"Trust\",,,\">50\",,"
        "\"<5\",\"170000\",\"2000000\",,,,,,,,,,,,,,,\"a,\",\n"
        "\"2023-Q1\",\"2023-03-31\",\"round\",\"announced\",\"Ola\",\"Fund\",,,\"25-50\",,,,,,"
        "\"17000000000\",\"INR\",\"5000000\",,\"12.345678\",\"Series A\",\"lead\",\"equity\",,,,,"
        ",,\n"
        "\"2023-H1\",\"2024\",\"split\",\"completed\",\"Ola\",,,,,,,,,\"2:1\",,,,,,,,,,,,,,,\n"
        "\"2023\",\"2023\",\"debt\",\"approved\",\"Ola\",,,,,,,,,,,\"EUR\",,,,,,\"ncd\",,,,,,,\n"
        "\"FY2024-25\",\"FY2024-25\",\"issue\",\"cancelled\",\"Ola\",\"Rénault\",,,,,,\"5\",,,"
        "\"1500000\",\"USD\",,\"20000000\",,\"Seed\",,,,,,,,,\n";
    assert_memory_equal(out.data, wanted, sizeof wanted - 1);
    assert_non_null(strstr(out.data, "\"1.234\",\"KWD\""));
    assert_non_null(strstr(out.data, "\"9007199254740993\",\"JPY\""));
    sl_buffer_release(&out);
}

static enum sl_status take_a_thousand(void *context, const char *const *cells, size_t count,
                                      struct sl_error *err)
{
    int *taken = context;
    (void)cells, (void)count;
    return ++*taken == 1000 ? sl_fail(err, SL_FAILED, "no more") : SL_OK;
}

/* Long enough for threads; the first and the last issuer have x_ columns of their own. */
static void a_long_export_has_all_columns_and_ends_where_it_is_told(void **state)
{
    struct fixture *f = *state;
    struct sl_buffer text = {0};
    sl_buffer_add_text(&text, "date,kind,issuer,holder,stake,x_b,x_a\n");
    for (int i = 0; i < 6000; i++)
        sl_buffer_printf(&text, "2020-01-01,holding,I%d,H%d,1,%s,%s\n", i % 400, i,
                         i % 400 == 0 ? "first" : "", i % 400 == 399 ? "last" : "");
    assert_int_equal(import_text(f, text.data), SL_OK);
    struct sl_buffer out = export_book(f->book);
    assert_int_equal(count_lines(&out), 6001);
    assert_non_null(strstr(out.data, ",\"note\",\"x_a\",\"x_b\"\n"));
    assert_non_null(strstr(out.data, "\"I0\",\"H5600\",,,\"1\",,,,,,,,,,,,,,,,,,,,\"first\"\n"));
    assert_non_null(strstr(out.data, "\"I399\",\"H5999\",,,\"1\",,,,,,,,,,,,,,,,,,,\"last\",\n"));
    int taken = 0;
    struct sl_error err = {0};
    struct sl_event_sink sink = {
        .header = take_a_thousand, .row = take_a_thousand, .context = &taken};
    assert_int_equal(sl_export_events(f->book, sink, &err), SL_FAILED);
    assert_string_equal(err.message, "no more");
    assert_int_equal(taken, 1000);
    sl_buffer_release(&out);
    sl_buffer_release(&text);
}

static void a_fiscal_year_of_another_month_survives_an_export(void **state)
{
    struct fixture *f = *state;
    f->options.dates.fiscal_month = 7;
    assert_int_equal(import_text(f, HEAD "FY2024-25,note,Nissan,,\n"), SL_OK);
    struct sl_buffer first = export_book(f->book);
    f->options.dates.fiscal_month = 0;
    write_file(f->b, first.data);
    const char *const paths[] = {f->b};
    assert_int_equal(import_into(f, f->book, paths, 1), SL_OK);
    check_result(f, 0, 0, 1);
    sl_buffer_release(&first);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        TEST(a_file_becomes_events),
        TEST(a_header_alone_imports_nothing),
        TEST(an_empty_file_is_refused),
        TEST(every_bad_cell_is_reported_and_nothing_is_stored),
        TEST(a_quote_that_breaks_the_file_is_reported_once),
        TEST(a_cell_that_is_not_utf_8_is_named),
        TEST(the_files_of_a_call_are_all_or_nothing),
        TEST(a_missing_file_fails),
        TEST(rows_of_blank_cells_are_skipped),
        TEST(the_same_file_again_changes_nothing),
        TEST(the_same_file_twice_in_a_call_counts_once),
        TEST(a_dry_run_checks_and_stores_nothing),
        TEST(standard_input_is_a_file),
        TEST(progress_reaches_the_size_of_the_files),
        TEST(bad_options_store_nothing),
        TEST(one_event_can_be_added_from_its_cells),
        TEST(a_bad_cell_of_an_added_event_is_reported),
        TEST(an_export_imports_as_the_same_log),
        TEST(an_export_has_canonical_spellings_in_the_order_of_arrival),
        TEST(a_long_export_has_all_columns_and_ends_where_it_is_told),
        TEST(a_fiscal_year_of_another_month_survives_an_export),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
