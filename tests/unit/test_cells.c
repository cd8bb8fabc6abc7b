/* A row of cells becomes an event, and each bad cell of it a problem of its own. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "ingest/cells.h"
#include "ingest/reading.h"

/* One row being read, in a book of its own. */
struct fixture {
    char folder[32], path[48];
    struct sl_book *book;
    struct sl_import *import;
    struct sl_import_options options;
    struct sl_buffer said; /* "line column: message" a line each */
    struct sl_problems problems;
    struct sl_header header;
    struct sl_cells cells;
    struct sl_row_cell row_cells[32];
    char text[1024];
    struct sl_event_text out;
};

static void on_problem(void *context, const struct sl_problem *problem)
{
    struct fixture *f = context;
    sl_buffer_printf(&f->said, "%lld %s: %s\n", (long long)problem->line,
                     problem->column != NULL ? problem->column : "", problem->message);
}

static int set_up(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    if (f == NULL) return -1;
    *state = f;
    snprintf(f->folder, sizeof f->folder, "/tmp/stakeline-XXXXXX");
    if (mkdtemp(f->folder) == NULL) return -1;
    snprintf(f->path, sizeof f->path, "%s/book.db", f->folder);
    f->options = (struct sl_import_options){.on_problem = on_problem, .context = f};
    f->problems = (struct sl_problems){.options = &f->options, .file = "x.csv"};
    sl_buffer_add_text(&f->said, "");
    if (sl_book_open(&f->book, f->path, SL_ACCESS_CREATE, NULL) != SL_OK) return -1;
    return sl_import_begin(&f->import, f->book, NULL, NULL) == SL_OK &&
                   sl_import_file(f->import, "x.csv", NULL) == SL_OK
               ? 0
               : -1;
}

static int tear_down(void **state)
{
    struct fixture *f = *state;
    sl_cells_release(&f->cells);
    sl_header_release(&f->header);
    sl_import_end(f->import);
    sl_book_close(f->book);
    unlink(f->path);
    rmdir(f->folder);
    sl_buffer_release(&f->said);
    free(f);
    return 0;
}

/* The cells between the bars. */
static struct sl_row make_row(struct fixture *f, const char *text, int64_t line)
{
    struct sl_row row = {.line = line, .cells = f->row_cells, .bad = SL_ROW_NO_CELL};
    size_t length = strlen(text);
    assert_true(length < sizeof f->text);
    memcpy(f->text, text, length + 1);
    char *at = f->text;
    for (;;) {
        size_t size = strcspn(at, "|");
        bool last = at[size] == '\0';
        at[size] = '\0';
        assert_true(row.count < 32);
        f->row_cells[row.count++] = (struct sl_row_cell){at, size};
        if (last) return row;
        at += size + 1;
    }
}

static enum sl_status read_header(struct fixture *f, const char *header)
{
    struct sl_row row = make_row(f, header, 1);
    f->problems.line = 1;
    sl_header_release(&f->header);
    sl_buffer_clear(&f->said);
    return sl_header_read(&f->header, &row, &f->problems, NULL);
}

/* Reads one row under the header with the current options. */
static enum sl_status read_row(struct fixture *f, const char *header, const char *cells)
{
    struct sl_error err = {0};
    assert_int_equal(read_header(f, header), SL_OK);
    sl_cells_release(&f->cells);
    f->cells = (struct sl_cells){0};
    assert_int_equal(sl_cells_init(&f->cells, &f->options, &err), SL_OK);
    f->cells.import = f->import;
    f->cells.header = &f->header;
    f->cells.problems = &f->problems;
    f->problems.line = 2;
    struct sl_row row = make_row(f, cells, 2);
    assert_int_equal(row.count, f->header.count);
    return sl_cells_read(&f->cells, &row, &f->out, &err);
}

static void good(struct fixture *f, const char *header, const char *cells)
{
    enum sl_status status = read_row(f, header, cells);
    assert_string_equal(f->said.data, "");
    assert_int_equal(status, SL_OK);
}

static void bad(struct fixture *f, const char *header, const char *cells, const char *said)
{
    assert_int_equal(read_row(f, header, cells), SL_INVALID);
    assert_string_equal(f->said.data, said);
}

static void check_date(struct sl_date date, const char *wanted)
{
    char text[SL_DATE_SIZE];
    sl_date_format(date, text);
    assert_string_equal(text, wanted);
}

static void check_money(const struct sl_money *money, const char *currency, const char *wanted)
{
    char text[SL_MONEY_SIZE];
    sl_money_format(money, text);
    assert_string_equal(text, wanted);
    assert_string_equal(money->currency, currency);
}

/* ---- the header ---- */

static void columns_match_in_any_case_and_order(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(read_header(f, "Issuer|KIND|date|X_Note|x_2"), SL_OK);
    assert_int_equal(f->header.columns[0].column, SL_COLUMN_ISSUER);
    assert_int_equal(f->header.columns[1].column, SL_COLUMN_KIND);
    assert_int_equal(f->header.columns[2].column, SL_COLUMN_DATE);
    assert_int_equal(f->header.columns[3].column, SL_COLUMN_EXTRA);
    assert_string_equal(f->header.columns[3].name, "x_note");
    assert_string_equal(f->header.columns[4].name, "x_2");
}

static void every_known_column_is_taken(void **state)
{
    struct fixture *f = *state;
    struct sl_buffer all = {0};
    for (size_t i = 0; i < sl_event_column_count; i++)
        sl_buffer_printf(&all, "%s%s", i > 0 ? "|" : "", sl_event_columns[i]);
    assert_int_equal(sl_event_column_count, 27);
    assert_int_equal(read_header(f, all.data), SL_OK);
    for (size_t i = 0; i < sl_event_column_count; i++)
        assert_int_equal(f->header.columns[i].column, i);
    sl_buffer_release(&all);
}

static void every_bad_column_is_named(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(read_header(f, "dat|kind||x_a b|kind|Kind|x_q|X_Q"), SL_INVALID);
    assert_string_equal(
        f->said.data,
        "1 : \"dat\": expected a known column (the nearest is 'date')\n"
        "1 : expected a name for column 3, found a blank cell\n"
        "1 : \"x_a b\": expected a name of at most 64 of the characters a-z, 0-9 and _ after x_\n"
        "1 : \"kind\": expected each column once\n"
        "1 : \"kind\": expected each column once\n"
        "1 : \"x_q\": expected each column once\n"
        "1 date: expected a column of this name in the header\n"
        "1 issuer: expected a column of this name in the header\n");
}

static void another_separator_is_said_once(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(read_header(f, "date;kind;issuer"), SL_INVALID);
    assert_string_equal(f->said.data, "1 : \"date;kind;issuer\": expected columns that are "
                                      "separated by commas\n");
}

static void an_unknown_column_is_shown_cut_and_visible(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(read_header(f, "date|kind|issuer|\x1b[31mstakes"), SL_INVALID);
    assert_string_equal(f->said.data, "1 : \"\\u{1B}[31mstakes\": expected a known column (the "
                                      "nearest is 'stake')\n");
}

/* ---- dates, words ---- */

static void a_row_has_defaults(void **state)
{
    struct fixture *f = *state;
    good(f, "date|kind|issuer|holder|status|role|stake|shares", "2023-02-06|Holding|Nissan|||||");
    const struct sl_event *event = &f->out.event;
    assert_int_equal(event->kind, SL_KIND_HOLDING);
    assert_int_equal(event->stage, SL_STAGE_COMPLETED);
    assert_int_equal(event->line, 2);
    check_date(event->date, "2023-02-06");
    check_date(event->known, "2023-02-06");
    assert_int_equal(event->holder, 0);
    assert_false(event->lead);
    assert_int_equal(event->stake.form, SL_STAKE_NONE);
    assert_string_equal(f->out.stake, "");
    assert_int_equal(event->shares, SL_NO_SHARES);
    assert_int_equal(event->outstanding, SL_NO_SHARES);
    assert_null(event->source);
    assert_null(event->extra);
    good(f, "date|kind|issuer|status|role", "2023-02-06|Holding|Nissan|RUMOURED|Lead");
    assert_int_equal(event->stage, SL_STAGE_RUMOURED);
    assert_true(event->lead);
}

static void known_is_the_last_day_of_a_partial_date(void **state)
{
    struct fixture *f = *state;
    good(f, "date|kind|issuer", "2023-02|note|Nissan");
    check_date(f->out.event.date, "2023-02");
    check_date(f->out.event.known, "2023-02-28");
    good(f, "date|known|kind|issuer", "2023-02|2023-Q1|note|Nissan");
    check_date(f->out.event.known, "2023-Q1");
}

static void options_fill_blank_cells_only(void **state)
{
    struct fixture *f = *state;
    f->options.known = "2024-01";
    f->options.source = " Annual report ";
    good(f, "date|known|kind|issuer|source", "2023-02-01||note|Nissan|");
    check_date(f->out.event.known, "2024-01");
    assert_string_equal(f->out.event.source, "Annual report");
    good(f, "date|known|kind|issuer|source", "2023-02-01|2023-03-01|note|Nissan|Press");
    check_date(f->out.event.known, "2023-03-01");
    assert_string_equal(f->out.event.source, "Press");
    good(f, "date|kind|issuer", "2023-02-01|note|Nissan");
    assert_string_equal(f->out.event.source, "Annual report");
}

static void bad_options_are_misuse(void **state)
{
    struct fixture *f = *state;
    struct sl_error err;
    struct sl_cells cells = {0};
    struct sl_import_options options = {.known = "soon"};
    assert_int_equal(sl_cells_init(&cells, &options, &err), SL_MISUSE);
    options = (struct sl_import_options){.source = "a\nb"};
    assert_int_equal(sl_cells_init(&cells, &options, &err), SL_MISUSE);
    assert_string_equal(err.message, "the source: expected one line of text");
    sl_cells_release(&cells);
    cells = (struct sl_cells){0};
    options = (struct sl_import_options){.dates.fiscal_month = 13};
    assert_int_equal(sl_cells_init(&cells, &options, &err), SL_MISUSE);
    options = (struct sl_import_options){.dates.format = "%q"};
    assert_int_equal(sl_cells_init(&cells, &options, &err), SL_MISUSE);
    sl_cells_release(&cells);
    (void)f;
}

static void a_fiscal_date_says_its_month(void **state)
{
    struct fixture *f = *state;
    good(f, "date|kind|issuer", "FY2024-25|note|Nissan");
    assert_int_equal(f->out.fiscal_month, 4);
    f->options.dates.fiscal_month = 7;
    good(f, "date|kind|issuer", "FY2024-25|note|Nissan");
    assert_int_equal(f->out.fiscal_month, 7);
    good(f, "date|kind|issuer", "2024|note|Nissan");
    assert_int_equal(f->out.fiscal_month, 0);
}

static void every_bad_cell_of_a_row_is_reported(void **state)
{
    struct fixture *f = *state;
    bad(f, "date|kind|issuer|status|role|currency|shares|note",
        "|sell||maybe|follower|dollars|1.5|a\x01z",
        "2 date: expected a date, found a blank cell\n"
        "2 kind: \"sell\": expected holding, acquire, dispose, issue, cancel, split, outstanding, "
        "found, round, debt, ipo, merger, pact or note\n"
        "2 status: \"maybe\": expected rumoured, talks, announced, approved, completed or "
        "cancelled\n"
        "2 role: \"follower\": expected lead or a blank cell\n"
        "2 issuer: expected a name, found a blank cell\n"
        "2 shares: \"1.5\": expected a whole number of shares\n"
        "2 currency: \"dollars\": expected an ISO 4217 currency code, as in USD\n"
        "2 note: \"a\\u{1}z\": expected text without control characters\n");
}

/* ---- names ---- */

static void spellings_of_one_name_are_one_entity(void **state)
{
    struct fixture *f = *state;
    good(f, "date|kind|issuer|holder|counterparty", "2023|note|Nissan|Renault|NISSAN");
    assert_true(f->out.event.issuer > 0);
    assert_true(f->out.event.holder > 0);
    assert_int_equal(f->out.event.issuer, f->out.event.counterparty);
    assert_int_not_equal(f->out.event.issuer, f->out.event.holder);
}

static void a_refused_name_is_a_problem_of_its_cell(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(read_row(f, "date|kind|issuer|holder", "2023|note|Nis\x1bsan|Ren\nault"),
                     SL_INVALID);
    assert_non_null(strstr(f->said.data, "2 issuer: \"Nis\\u{1B}san\": "));
    assert_non_null(strstr(f->said.data, "2 holder: \"Ren"));
}

/* ---- stakes and shares ---- */

static void stakes_keep_their_canonical_spelling(void **state)
{
    struct fixture *f = *state;
    good(f, "date|kind|issuer|stake|stake_after|votes|shares|outstanding",
         "2023|acquire|Nissan|roughly 43%|43.40 per cent|1/3|1,70,000|2 Mn");
    assert_string_equal(f->out.stake, "~43");
    assert_string_equal(f->out.stake_after, "43.40");
    assert_string_equal(f->out.votes, "1/3");
    assert_int_equal(f->out.event.shares, 170000);
    assert_int_equal(f->out.event.outstanding, 2000000);
}

static void a_size_on_a_kind_without_positions_names_the_kind_to_use(void **state)
{
    struct fixture *f = *state;
    bad(f, "date|kind|issuer|stake|stake_after|shares|votes", "2023|debt|Nissan|5|6|7|8",
        "2 stake: \"5\": kind debt moves no position: use kind issue or round for new shares\n"
        "2 stake_after: \"6\": kind debt moves no position: use kind issue or round for new "
        "shares\n"
        "2 shares: \"7\": kind debt moves no position: use kind issue or round for new shares\n");
    bad(f, "date|kind|issuer|shares", "2023|outstanding|Nissan|100",
        "2 shares: \"100\": kind outstanding moves no position: use column outstanding for the "
        "count\n");
    bad(f, "date|kind|issuer|shares", "2023|split|Nissan|100",
        "2 shares: \"100\": kind split moves no position: use column ratio for the split, or "
        "outstanding for the new count\n");
    good(f, "date|kind|issuer|stake|shares", "2023|debt|Nissan|undisclosed|n/a");
}

static void every_kind_takes_or_refuses_a_stake(void **state)
{
    struct fixture *f = *state;
    for (int kind = SL_KIND_HOLDING; kind <= SL_KIND_LAST; kind++) {
        char row[64];
        snprintf(row, sizeof row, "2023|%s|Nissan|5|", sl_kind_name(kind));
        enum sl_status wanted = sl_kind_moves_positions(kind) ? SL_OK : SL_INVALID;
        assert_int_equal(read_row(f, "date|kind|issuer|stake|shares", row), wanted);
        snprintf(row, sizeof row, "2023|%s|Nissan||5", sl_kind_name(kind));
        assert_int_equal(read_row(f, "date|kind|issuer|stake|shares", row), wanted);
    }
}

static void a_ratio_is_kept_in_lowest_terms(void **state)
{
    struct fixture *f = *state;
    good(f, "date|kind|issuer|ratio", "2023|split|Nissan|4:2");
    assert_string_equal(f->out.ratio, "2:1");
    assert_int_equal(f->out.event.ratio.new_, 2);
}

/* ---- money ---- */

#define MONEY "date|kind|issuer|amount|currency|pre_money|post_money|price"

static void any_money_cell_carries_the_currency(void **state)
{
    struct fixture *f = *state;
    good(f, MONEY, "2023|round|Ola|1,700 Cr||||INR 12.5");
    check_money(&f->out.event.amount, "INR", "17000000000");
    check_money(&f->out.event.price, "INR", "12.5");
    assert_string_equal(f->out.currency, "INR");
    good(f, MONEY, "2023|round|Ola|12m|usd|40m|52m|0.000001");
    check_money(&f->out.event.amount, "USD", "12000000");
    check_money(&f->out.event.pre_money, "USD", "40000000");
    check_money(&f->out.event.post_money, "USD", "52000000");
    check_money(&f->out.event.price, "USD", "0.000001");
    assert_string_equal(f->out.currency, "USD");
}

static void a_bare_sign_is_shared_too(void **state)
{
    struct fixture *f = *state;
    good(f, MONEY, "2023|round|Ola|$12M||40m||");
    check_money(&f->out.event.pre_money, "USD", "40000000");
    good(f, MONEY, "2023|round|Ola|$12M||40m||A$3");
    check_money(&f->out.event.amount, "AUD", "12000000");
    good(f, MONEY, "2023|round|Ola|$12M|CAD|||");
    check_money(&f->out.event.amount, "CAD", "12000000");
}

static void two_currencies_are_a_problem(void **state)
{
    struct fixture *f = *state;
    bad(f, MONEY, "2023|round|Ola|USD 12||EUR 40||",
        "2 pre_money: \"EUR 40\": EUR and the row's currency USD differ\n");
    bad(f, MONEY, "2023|round|Ola|USD 12|EUR|||",
        "2 amount: \"USD 12\": USD and the row's currency EUR differ\n");
}

static void an_amount_without_a_currency_is_a_problem(void **state)
{
    struct fixture *f = *state;
    bad(f, MONEY, "2023|round|Ola|12||||3",
        "2 amount: \"12\" has no currency: expected one with it, as in USD 12 Mn, or in the "
        "currency column\n"
        "2 price: \"3\" has no currency: expected one with it, as in USD 12 Mn, or in the "
        "currency column\n");
}

static void an_undisclosed_amount_needs_no_currency(void **state)
{
    struct fixture *f = *state;
    good(f, MONEY, "2023|round|Ola|undisclosed||||");
    check_money(&f->out.event.amount, "", "");
    good(f, MONEY, "2023|round|Ola|undisclosed|eur|||");
    assert_string_equal(f->out.currency, "EUR");
}

/* ---- texts ---- */

static void labels_are_as_clean_as_names(void **state)
{
    struct fixture *f = *state;
    good(f, "date|kind|issuer|class|round|instrument|deal|part",
         "2023|round|Ola|Class  A|Series\xc2\xa0 B|NCD|d-1|Tranche 2");
    assert_string_equal(f->out.event.class_, "Class A");
    assert_string_equal(f->out.event.round, "Series B");
    assert_string_equal(f->out.event.instrument, "NCD");
    assert_string_equal(f->out.event.deal, "d-1");
    assert_string_equal(f->out.event.part, "Tranche 2");
    assert_int_equal(read_row(f, "date|kind|issuer|deal", "2023|round|Ola|d\n1"), SL_INVALID);
}

static void a_note_may_have_lines_and_they_end_with_lf(void **state)
{
    struct fixture *f = *state;
    good(f, "date|kind|issuer|note", "2023|note|Ola|one\r\ntwo\rthree\tfour\r\r\nfive");
    assert_string_equal(f->out.event.note, "one\ntwo\nthree\tfour\n\nfive");
}

static void a_source_and_a_url_are_one_line(void **state)
{
    struct fixture *f = *state;
    bad(f, "date|kind|issuer|source|url", "2023|note|Ola|a\nb|c\rd",
        "2 source: \"a\\u{A}b\": expected one line of text\n"
        "2 url: \"c\\u{D}d\": expected one line of text\n");
}

static void c1_controls_are_refused_and_letters_beside_them_are_not(void **state)
{
    struct fixture *f = *state;
    good(f, "date|kind|issuer|note", "2023|note|Ola|\xc2\xa0\xc2\xbf\xc3\x80");
    assert_int_equal(read_row(f, "date|kind|issuer|note", "2023|note|Ola|\xc2\x9b"), SL_INVALID);
    assert_int_equal(read_row(f, "date|kind|issuer|note", "2023|note|Ola|\x7f"), SL_INVALID);
}

static void a_text_may_have_64_kib(void **state)
{
    (void)state;
    size_t size = SL_CELL_TEXT_MAX + 1;
    char *text = malloc(size + 1);
    assert_non_null(text);
    memset(text, 'x', size);
    text[size] = '\0';
    struct sl_row_cell cell = {text, size};
    assert_non_null(sl_text_cell_check(&cell, true));
    text[--cell.length] = '\0';
    assert_null(sl_text_cell_check(&cell, true));
    free(text);
}

static void extra_columns_become_sorted_json(void **state)
{
    struct fixture *f = *state;
    good(f, "x_b|date|x_a|kind|issuer|x_c", "2 \"q\"|2023|\xc3\xa9\\|note|Ola|");
    assert_string_equal(f->out.event.extra, "{\"x_a\":\"\xc3\xa9\\\\\",\"x_b\":\"2 \\\"q\\\"\"}");
    good(f, "x_b|date|x_a|kind|issuer|x_c", "|2023||note|Ola|");
    assert_null(f->out.event.extra);
    bad(f, "x_b|date|kind|issuer", "a\x02|2023|note|Ola",
        "2 x_b: \"a\\u{2}\": expected text without control characters\n");
}

static void only_fifty_problems_are_handed_on_and_all_are_counted(void **state)
{
    struct fixture *f = *state;
    for (int i = 0; i < SL_PROBLEMS_SHOWN; i++)
        assert_int_equal(read_row(f, "date|kind|issuer", "x|note|Ola"), SL_INVALID);
    assert_string_not_equal(f->said.data, "");
    bad(f, "date|kind|issuer", "x|note|Ola", "");
    assert_int_equal(f->problems.count, SL_PROBLEMS_SHOWN + 1);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        TEST(columns_match_in_any_case_and_order),
        TEST(every_known_column_is_taken),
        TEST(every_bad_column_is_named),
        TEST(another_separator_is_said_once),
        TEST(an_unknown_column_is_shown_cut_and_visible),
        TEST(a_row_has_defaults),
        TEST(known_is_the_last_day_of_a_partial_date),
        TEST(options_fill_blank_cells_only),
        TEST(bad_options_are_misuse),
        TEST(a_fiscal_date_says_its_month),
        TEST(every_bad_cell_of_a_row_is_reported),
        TEST(spellings_of_one_name_are_one_entity),
        TEST(a_refused_name_is_a_problem_of_its_cell),
        TEST(stakes_keep_their_canonical_spelling),
        TEST(a_size_on_a_kind_without_positions_names_the_kind_to_use),
        TEST(every_kind_takes_or_refuses_a_stake),
        TEST(a_ratio_is_kept_in_lowest_terms),
        TEST(any_money_cell_carries_the_currency),
        TEST(a_bare_sign_is_shared_too),
        TEST(two_currencies_are_a_problem),
        TEST(an_amount_without_a_currency_is_a_problem),
        TEST(an_undisclosed_amount_needs_no_currency),
        TEST(labels_are_as_clean_as_names),
        TEST(a_note_may_have_lines_and_they_end_with_lf),
        TEST(a_source_and_a_url_are_one_line),
        TEST(c1_controls_are_refused_and_letters_beside_them_are_not),
        TEST(a_text_may_have_64_kib),
        TEST(extra_columns_become_sorted_json),
        TEST(only_fifty_problems_are_handed_on_and_all_are_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
