/* Exchange rates: the two layouts that they come in, and amounts by them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include <stakeline/rates.h>

#include "log_book.h"
#include "query/convert.h"

/* ---- the arithmetic ---- */

static struct sl_rate rate(int64_t units, int decimals)
{
    return (struct sl_rate){.units = units, .decimals = decimals};
}

static void assert_converts(int64_t minor, int scale, struct sl_rate from, struct sl_rate to,
                            int to_scale, int64_t expected)
{
    int64_t out = -1;
    assert_true(sl_convert_amount(&out, minor, scale, &from, &to, to_scale));
    assert_int_equal(out, expected);
}

static void an_amount_is_multiplied_by_one_rate_over_the_other(void **state)
{
    (void)state;
    assert_converts(100, 2, rate(1, 0), rate(11684, 4), 2, 117); /* 1.1684 */
    assert_converts(100000000, 2, rate(11684, 4), rate(1, 0), 2, 85587128);
    assert_converts(100, 2, rate(11684, 4), rate(18675, 2), 0, 160);  /* 159.83 yen */
    assert_converts(1000, 0, rate(18675, 2), rate(11684, 4), 2, 626); /* 6.2565 dollars */
    assert_converts(5, 0, rate(18675, 2), rate(3, 1), 3, 8);          /* 0.00803 dinars */
    assert_converts(0, 2, rate(11684, 4), rate(1, 0), 2, 0);
}

static void half_a_minor_unit_is_rounded_up(void **state)
{
    (void)state;
    assert_converts(1, 2, rate(2, 0), rate(1, 0), 2, 1);
    assert_converts(3, 2, rate(2, 0), rate(1, 0), 2, 2);
    assert_converts(1, 2, rate(200001, 5), rate(1, 0), 2, 0);
    assert_converts(1, 2, rate(199999, 5), rate(1, 0), 2, 1);
}

static void what_does_not_fit_is_told_not_wrapped(void **state)
{
    (void)state;
    int64_t out = 7;
    struct sl_rate one = rate(1, 0), two = rate(2, 0), tiny = rate(1, 12),
                   huge = rate(999999999999, 0);
    assert_converts(INT64_MAX, 2, one, one, 2, INT64_MAX);
    assert_false(sl_convert_amount(&out, INT64_MAX, 2, &one, &two, 2));
    assert_false(sl_convert_amount(&out, INT64_MAX, 0, &tiny, &huge, 4));
    assert_int_equal(out, 7);
}

/* ---- files ---- */

static enum sl_status import_rates(struct log_book *log, const char *text,
                                   struct sl_rates_result *result)
{
    const char *const paths[] = {log->csv};
    FILE *file = fopen(log->csv, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(text, 1, strlen(text), file), strlen(text));
    assert_int_equal(fclose(file), 0);
    return sl_rates_import(log->book, paths, 1, NULL, result, &log->err);
}

#define HISTORY                        \
    "Date,USD,JPY,INR,RUB,\n"          \
    "2020-01-06,1.25,120,80,N/A,\n"    \
    "2020-01-03,1.20,121.5,79.5,70,\n" \
    "2020-01-02,1.10,,79,69,\n"

static void assert_counts(struct log_book *log, const char *text, int64_t added, int64_t replaced,
                          int64_t same)
{
    struct sl_rates_result result;
    if (import_rates(log, text, &result) != SL_OK) fail_msg("%s", log->err.message);
    assert_int_equal(result.added, added);
    assert_int_equal(result.replaced, replaced);
    assert_int_equal(result.same, same);
}

static void both_layouts_of_the_bank_are_read(void **state)
{
    struct log_book *log = *state;
    assert_counts(log, HISTORY, 10, 0, 0);
    assert_counts(log, "Date, USD, JPY, \n7 January 2020, 1.30, 119.00, \n", 2, 0, 0);
    struct sl_sink sink = log_book_sink(log, &sl_rate_row_type, NULL);
    assert_rows(log, sl_rates(log->book, sink, &log->err),
                "INR|2020-01-02|2020-01-06|3\n"
                "JPY|2020-01-03|2020-01-07|3\n"
                "RUB|2020-01-02|2020-01-03|2\n"
                "USD|2020-01-02|2020-01-07|4\n");
}

static void the_same_rates_again_change_nothing_and_others_replace(void **state)
{
    struct log_book *log = *state;
    assert_counts(log, HISTORY, 10, 0, 0);
    assert_counts(log, HISTORY, 0, 0, 10);
    assert_counts(log, "Date,USD,RUB\n2020-01-03,1.2000,70.10\n", 0, 1, 1);
}

static void assert_refused(struct log_book *log, const char *text)
{
    struct sl_rates_result result;
    assert_int_equal(import_rates(log, text, &result), SL_INVALID);
    assert_true(result.problems > 0);
    struct sl_sink sink = log_book_sink(log, &sl_rate_row_type, NULL);
    assert_int_equal(sl_rates(log->book, sink, &log->err), SL_NOTHING);
}

static void a_file_with_anything_wrong_stores_nothing(void **state)
{
    assert_refused(*state, "");
    assert_refused(*state, "Day,USD\n2020-01-03,1.2\n");
    assert_refused(*state, "Date,USD,XYZ\n2020-01-03,1.2,1\n");
    assert_refused(*state, "Date,USD,USD\n2020-01-03,1.2,1\n");
    assert_refused(*state, "Date,USD,EUR\n2020-01-03,1.2,1\n");
    assert_refused(*state, "Date,,USD\n2020-01-03,,1\n");
    assert_refused(*state, "Date,USD,\n2020-01-03,1.2,3\n");
    assert_refused(*state, "Date,USD\n2020-01-02,1.2\n2020-01-03,0\n");
    assert_refused(*state, "Date,USD\n2020-01-02,1.2\n2020-01-03,-1.2\n");
    assert_refused(*state, "Date,USD\n2020-01-02,1.2\n2020-01-03,1.2x\n");
    assert_refused(*state, "Date,USD\n2020-01-02,1.2\n2020-01-03,1e3\n");
    assert_refused(*state, "Date,USD\n2020-01-02,1.2\n2020-02-30,1.2\n");
    assert_refused(*state, "Date,USD\n2020-01-02,1.2\n2020-01,1.2\n");
    assert_refused(*state, "Date,USD\n2020-01-02,1.2\n2020-01-03\n");
}

/* ---- rounds ---- */

static void keep_note(void *context, const char *message)
{
    struct sl_buffer *notes = context;
    sl_buffer_add_text(notes, message);
    sl_buffer_add_byte(notes, '\n');
}

#define HEADER "date,kind,issuer,holder,amount,pre_money,post_money,deal,status\n"

static void assert_rounds_in(struct log_book *log, const char *currency, const char *csv,
                             const char *expected, const char *notes)
{
    struct sl_view view = SL_VIEW_ALL;
    struct sl_buffer said = {0};
    struct sl_conversion in = {.currency = currency, .on_note = keep_note, .context = &said};
    assert_counts(log, HISTORY, 10, 0, 0);
    log_book_import(log, csv);
    struct sl_sink sink = log_book_sink(log, &sl_round_row_type,
                                        "date amount currency pre_money post_money cumulative");
    assert_rows(log, sl_rounds_in(log->book, NULL, &view, &in, sink, &log->err), expected);
    assert_string_equal(said.data != NULL ? said.data : "", notes);
    sl_buffer_release(&said);
}

static void amounts_take_the_last_rate_on_or_before_their_date(void **state)
{
    assert_rounds_in(*state, "EUR",
                     HEADER "2020-01-03,round,A,,USD 12m,USD 60m,USD 72m,,\n"
                            "2020-01-05,round,A,,USD 12m,,,,\n"
                            "2020-01-06,round,A,,INR 80,,,,\n",
                     "2020-01-03|10000000|EUR|50000000|60000000|10000000\n"
                     "2020-01-05|10000000|EUR|||20000000\n"
                     "2020-01-06|1|EUR|||20000001\n",
                     "");
}

static void currencies_cross_through_the_euro_and_their_own_needs_no_rate(void **state)
{
    assert_rounds_in(*state, "usd",
                     HEADER "2020-01-06,round,A,,INR 80m,,,,\n"
                            "1999-01-06,round,B,,USD 3m,,,,\n",
                     "1999-01-06|3000000|USD|||3000000\n"
                     "2020-01-06|1250000|USD|||1250000\n",
                     "");
}

static void what_has_no_rate_is_named_and_left_blank(void **state)
{
    assert_rounds_in(
        *state, "EUR",
        HEADER "2019-12-31,round,A,,USD 12m,USD 13m,,,\n"
               "2020-01-01,round,A,,USD 12m,,,,\n"
               "2020-01-06,round,A,,CHF 12m,,,,\n"
               "2020-01-06,round,B,,USD 5m,,,,\n",
        "2019-12-31|||||\n2020-01-01|||||\n"
        "2020-01-06|||||\n2020-01-06|4000000|EUR|||4000000\n",
        "3 amounts in USD, the earliest of 2019-12-31, are left blank: the first rate of "
        "USD is of 2020-01-02\n"
        "1 amount in CHF is left blank: there is no rate of CHF\n");
}

static void an_old_rate_serves_and_is_told(void **state)
{
    assert_rounds_in(
        *state, "EUR",
        HEADER "2020-01-17,round,A,,RUB 70,,,,\n2020-03-01,round,A,,RUB 140,,,,\n"
               "2020-02-01,round,A,,RUB 210,,,,\n",
        "2020-01-17|1|EUR|||1\n2020-02-01|3|EUR|||4\n2020-03-01|2|EUR|||6\n",
        "2 amounts in RUB, one of 2020-03-01, are converted at old rates: the last one of "
        "RUB before that is of 2020-01-03\n");
}

static void a_round_in_several_currencies_has_an_amount(void **state)
{
    assert_rounds_in(*state, "EUR",
                     HEADER "2020-01-06,round,A,F,USD 1.25m,,,d,\n"
                            "2020-01-06,round,A,G,INR 80m,,,d,\n"
                            "2020-01-06,round,A,H,USD 2.5m,,,d,\n",
                     "2020-01-06|4000000|EUR|||4000000\n", "");
}

static void assert_totals_in(struct log_book *log, enum sl_round_group by, const char *expected)
{
    struct sl_view view = SL_VIEW_ALL;
    struct sl_conversion in = {.currency = "EUR"};
    struct sl_sink sink = log_book_sink(log, &sl_round_total_row_type, NULL);
    assert_rows(log, sl_round_totals_in(log->book, NULL, by, &view, &in, sink, &log->err),
                expected);
}

static void totals_add_up_over_all_currencies(void **state)
{
    struct log_book *log = *state;
    assert_counts(log, HISTORY, 10, 0, 0);
    log_book_import(log, HEADER "2020-01-06,round,A,F,USD 1.25m,,,d,\n"
                                "2020-01-06,round,A,G,INR 80m,,,d,\n"
                                "2020-01-06,round,A,H,INR 160m,,,d,\n"
                                "2020-01-06,round,B,F,EUR 1m,,,,\n"
                                "2020-01-06,debt,B,G,CHF 1m,,,,\n"
                                "2020-01-06,round,C,G,USD 2.5m,,,,\n");
    assert_totals_in(log, SL_ROUNDS_BY_YEAR, "2020|1||\n2020|3|7000000|EUR\n");
    assert_totals_in(log, SL_ROUNDS_BY_INVESTOR,
                     "F|2|2000000|EUR\nG|1||\nG|2|3000000|EUR\nH|1|2000000|EUR\n");
    assert_totals_in(log, SL_ROUNDS_BY_CURRENCY,
                     "|1|4000000|EUR\nCHF|1||\nEUR|1|1000000|EUR\nUSD|1|2000000|EUR\n");
}

static void a_word_that_is_no_currency_is_misuse(void **state)
{
    struct log_book *log = *state;
    struct sl_view view = SL_VIEW_ALL;
    struct sl_conversion in = {.currency = "euro"};
    struct sl_sink sink = log_book_sink(log, &sl_round_row_type, NULL);
    assert_int_equal(sl_rounds_in(log->book, NULL, &view, &in, sink, &log->err), SL_MISUSE);
}

#define WITH_BOOK(test) cmocka_unit_test_setup_teardown(test, log_book_set_up, log_book_tear_down)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_amount_is_multiplied_by_one_rate_over_the_other),
        cmocka_unit_test(half_a_minor_unit_is_rounded_up),
        cmocka_unit_test(what_does_not_fit_is_told_not_wrapped),
        WITH_BOOK(both_layouts_of_the_bank_are_read),
        WITH_BOOK(the_same_rates_again_change_nothing_and_others_replace),
        WITH_BOOK(a_file_with_anything_wrong_stores_nothing),
        WITH_BOOK(amounts_take_the_last_rate_on_or_before_their_date),
        WITH_BOOK(currencies_cross_through_the_euro_and_their_own_needs_no_rate),
        WITH_BOOK(what_has_no_rate_is_named_and_left_blank),
        WITH_BOOK(an_old_rate_serves_and_is_told),
        WITH_BOOK(a_round_in_several_currencies_has_an_amount),
        WITH_BOOK(totals_add_up_over_all_currencies),
        WITH_BOOK(a_word_that_is_no_currency_is_misuse),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
