/* How a stake came about, in words: what counts, with the arithmetic, and what does not, and why.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <stakeline/explain.h>

#include "log_book.h"

#define HEAD                                                                            \
    "date,known,kind,status,issuer,holder,counterparty,stake,stake_after,votes,shares," \
    "outstanding,amount,post_money,round,deal\n"

static int32_t day(const char *text)
{
    struct sl_date date;
    assert_int_equal(sl_date_parse(&date, text, NULL, NULL), SL_OK);
    return sl_date_last_day(date);
}

static void assert_told(struct log_book *log, const struct sl_view *view, const char *columns,
                        const char *expected)
{
    struct sl_sink sink = log_book_sink(log, &sl_explain_row_type, columns);
    assert_rows(log, sl_explain(log->book, "Acme", "Ann", view, sink, &log->err), expected);
}

static void the_columns_say_it_for_programs_too(void **state)
{
    (void)state;
    assert_columns(&sl_explain_row_type, "date,kind,holder,what,capital,shares_per_unit,units,"
                                         "stake_pct,flag,source,file,line");
}

static void trades_are_told_with_what_there_was_before(void **state)
{
    struct log_book *log = *state;
    log_book_import(log, HEAD "2020-01-01,,holding,,Acme,Ann,,43.4,,,,,,,,\n"
                              "2020-02-01,,dispose,,Acme,Ann,Bob,28.4,,,,,,,,\n"
                              "2020-03-01,,acquire,,Acme,Ann,,,20,,,,,,,\n");
    assert_told(log, &SL_VIEW_ALL, "date what stake_pct line",
                "2020-01-01|Ann is stated to hold 43.4 %; Ann has 43.4 %|43.4|2\n"
                "2020-02-01|Ann sells 28.4 % to Bob; Ann has 15 %, after 43.4 %|15|3\n"
                "2020-03-01|Ann buys up to 20 %; Ann has 20 %, after 15 %|20|4\n");
}

static void a_stake_in_a_capital_that_is_gone_is_unknown(void **state)
{
    struct log_book *log = *state;
    log_book_import(log, HEAD "2020-01-01,,outstanding,,Acme,,,,,,,1000,,,,\n"
                              "2020-02-01,,acquire,,Acme,Ann,,,,,250,,,,,\n"
                              "2020-03-01,,cancel,,Acme,Bob,,,,,2000,,,,,\n");
    assert_told(log, &SL_VIEW_ALL, "what stake_pct",
                "1,000 shares outstanding; this makes the capital 1,000 shares|\n"
                "Ann buys 250 shares; Ann's 250 of 1,000 shares are 25 %|25\n"
                "cancelled 2,000 shares, held by Bob; 0 of 1,000 shares are left; Ann's stake is "
                "unknown, as no capital is left, after 25 %|\n");
}

static void shares_are_told_as_so_many_of_so_many(void **state)
{
    struct log_book *log = *state;
    log_book_import(log, HEAD "2020-01-01,,outstanding,,Acme,,,,,,,1000,,,,\n"
                              "2020-02-01,,acquire,,Acme,Ann,,,,,250,,,,,\n"
                              "2020-03-01,,cancel,,Acme,Bob,,,,,200,,,,,\n");
    assert_told(log, &SL_VIEW_ALL, "what capital shares_per_unit units stake_pct",
                "1,000 shares outstanding; this makes the capital 1,000 shares|1000|1||\n"
                "Ann buys 250 shares; Ann's 250 of 1,000 shares are 25 %|1000|1|250|25\n"
                "cancelled 200 shares, held by Bob; 800 of 1,000 shares are left; Ann's 250 of 800 "
                "shares are 31.25 %, after 25 %|800|1|250|31.25\n");
}

static void an_issue_of_a_part_is_told_as_that_part(void **state)
{
    struct log_book *log = *state;
    log_book_import(log, HEAD "2020-01-01,,holding,,Acme,Ann,,50,,,,,,,,\n"
                              "2020-02-01,,round,,Acme,Fund,,,,,,,USD 2M,USD 10M,Series A,\n"
                              "2020-03-01,,cancel,,Acme,Fund,,10,,,,,,,,\n");
    assert_told(log, &SL_VIEW_ALL, "what capital stake_pct",
                "Ann is stated to hold 50 %; Ann has 50 %|1|50\n"
                "Series A: Fund is issued shares for USD 2,000,000, which is 20 % of a value of "
                "USD 10,000,000 after it; what is issued is 20 % of the capital after it, which is "
                "1.25 times what it was; Ann has 40 %, after 50 %|1.25|40\n"
                "cancelled 10 %, held by Fund; 10 % of the capital is gone, which is 0.9 times "
                "what it was; Ann has 44.44 %, after 40 %|1.125|44.444444\n");
}

static void a_stake_beside_shares_says_how_many_there_are(void **state)
{
    struct log_book *log = *state;
    log_book_import(log, HEAD "2020-01-01,,holding,,Acme,Ann,,20,,,,,,,,\n"
                              "2020-02-01,,dispose,,Acme,Ann,,5,,,100,,,,,\n");
    assert_told(log, &SL_VIEW_ALL, "what",
                "Ann is stated to hold 20 %; Ann has 20 %\n"
                "Ann sells 100 shares, 5 %; as 100 shares are 5 %, the capital is about 2,000 "
                "shares; Ann's 300 of 2,000 shares are 15 %, after 20 %\n");
}

static void shares_without_a_count_wait(void **state)
{
    struct log_book *log = *state;
    log_book_import(log, HEAD "2020-01-01,,holding,,Acme,Ann,,,,,500,,,,,\n"
                              "2020-02-01,,outstanding,,Acme,,,,,,,2000,,,,\n");
    assert_told(log, &SL_VIEW_ALL, "what stake_pct",
                "Ann is stated to hold 500 shares; Ann's 500 shares wait for a count of the "
                "capital|\n"
                "2,000 shares outstanding; this makes the capital 2,000 shares; Ann's 500 of 2,000 "
                "shares are 25 %|25\n");
}

static void levels_that_confirm_or_contradict_say_so(void **state)
{
    struct log_book *log = *state;
    log_book_import(log, HEAD "2020-01-01,,holding,,Acme,Ann,,43.4,,,,,,,,\n"
                              "2020-02-01,,holding,,Acme,Ann,,~43,,,,,,,,\n"
                              "2020-03-01,,holding,,Acme,Ann,,30,,,,,,,,\n"
                              "2020-04-01,,dispose,,Acme,Ann,,50,,,,,,,,\n");
    assert_told(log, &SL_VIEW_ALL, "what flag",
                "Ann is stated to hold 43.4 %; Ann has 43.4 %|\n"
                "Ann is stated to hold 42–44 %; Ann has 43.4 %, as known before: nothing "
                "changes|confirmed\n"
                "Ann is stated to hold 30 %; Ann has 30 %, after 43.4 %; the log made it 43.4 "
                "%|mismatch\n"
                "Ann sells 50 %; Ann has nothing left, after 30 %; that is more than it "
                "held|oversold\n");
}

static const char reports[] =
    HEAD "2020-01-01,,holding,,Acme,Ann,,40,,,,,,,,\n"
         "2020-06-01,2020-02-01,dispose,announced,Acme,Ann,Bob,10,,,,,,,,d1\n"
         "2020-07-01,2020-07-01,dispose,completed,Acme,Ann,Bob,12,,,,,,,,d1\n"
         "2020-08-01,2020-03-01,acquire,rumoured,Acme,Ann,,5,,,,,,,,d2\n"
         "2020-09-01,2020-04-01,acquire,announced,Acme,Ann,,7,,,,,,,,d3\n"
         "2020-09-01,2020-05-01,acquire,cancelled,Acme,Ann,,,,,,,,,,d3\n";

static void what_is_not_counted_is_told_with_the_reason(void **state)
{
    struct log_book *log = *state;
    log_book_import(log, reports);
    assert_told(log, &SL_VIEW_ALL, "date what stake_pct flag",
                "2020-01-01|Ann is stated to hold 40 %; Ann has 40 %|40|\n"
                "2020-06-01|not counted: deal d1 was reported again as completed on 2020-07-01: "
                "Ann sells 10 % to Bob||superseded\n"
                "2020-07-01|Ann sells 12 % to Bob; Ann has 28 %, after 40 %|28|\n"
                "2020-08-01|not counted: only rumoured: Ann buys 5 %||pending\n"
                "2020-09-01|not counted: deal d3 was reported again as cancelled on 2020-05-01: "
                "Ann buys 7 %||superseded\n"
                "2020-09-01|not counted: cancelled: Ann buys 7 %||cancelled\n");
}

static void both_clocks_and_pro_forma_decide_what_counts(void **state)
{
    struct log_book *log = *state;
    struct sl_view view = SL_VIEW_ALL;
    log_book_import(log, reports);
    view.known_by = day("2020-03-15");
    view.pro_forma = SL_STAGE_RUMOURED;
    assert_told(log, &view, "date stake_pct flag",
                "2020-01-01|40|\n2020-06-01|30|pending\n2020-07-01||not known yet\n"
                "2020-08-01|35|pending\n2020-09-01||not known yet\n2020-09-01||not known yet\n");
    view = SL_VIEW_ALL;
    view.to = day("2020-06-30");
    assert_told(log, &view, "date stake_pct flag",
                "2020-01-01|40|\n2020-06-01||superseded\n2020-07-01||later\n2020-08-01||later\n"
                "2020-09-01||superseded\n2020-09-01||cancelled\n");
}

static void nothing_about_the_two_is_nothing(void **state)
{
    struct log_book *log = *state;
    struct sl_sink sink = log_book_sink(log, &sl_explain_row_type, NULL);
    log_book_import(log, HEAD "2020-01-01,,holding,,Acme,Ann,,40,,,,,,,,\n"
                              "2020-01-01,,holding,,Other,Bob,,40,,,,,,,,\n");
    assert_int_equal(sl_explain(log->book, "Acme", "Bob", &SL_VIEW_ALL, sink, &log->err),
                     SL_NOTHING);
    assert_string_equal(log->err.message, "nothing in the log about Bob in Acme");
    assert_int_equal(sl_explain(log->book, "Acme", NULL, &SL_VIEW_ALL, sink, &log->err), SL_MISUSE);
}

#define FACT(name) cmocka_unit_test_setup_teardown(name, log_book_set_up, log_book_tear_down)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        FACT(the_columns_say_it_for_programs_too),
        FACT(trades_are_told_with_what_there_was_before),
        FACT(a_stake_in_a_capital_that_is_gone_is_unknown),
        FACT(shares_are_told_as_so_many_of_so_many),
        FACT(an_issue_of_a_part_is_told_as_that_part),
        FACT(a_stake_beside_shares_says_how_many_there_are),
        FACT(shares_without_a_count_wait),
        FACT(levels_that_confirm_or_contradict_say_so),
        FACT(what_is_not_counted_is_told_with_the_reason),
        FACT(both_clocks_and_pro_forma_decide_what_counts),
        FACT(nothing_about_the_two_is_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
