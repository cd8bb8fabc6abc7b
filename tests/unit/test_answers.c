/* What a book answers about positions: timelines, cap tables, portfolios and the snapshot. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "log_book.h"

/* Two companies, a range, votes, classes, an unknown holder, a pending sale. */
static const char two_companies[] =
    "date,known,kind,issuer,holder,counterparty,class,stake,votes,shares,outstanding,status,deal,"
    "source,amount\n"
    "2019-01-01,,holding,Beta,Alpha,,,43.4,,,,,,filing 1,\n"
    "2019-02-01,,holding,Beta,Carol,,,~20,15,,,,,filing 2,\n"
    "2019-03-01,,holding,Beta,Dora,,,,,,,,,press,\n"
    "2020-01-01,2020-02-01,acquire,Beta,Eve,Alpha,,10,,,,,deal-1,contract,USD 5m\n"
    "2020-06-01,,round,Beta,Fund,,,20,,,,,deal-2,news,USD 9m\n"
    "2021-01-01,,dispose,Beta,Carol,Eve,,5,,,,announced,deal-3,plan,\n"
    "2019-05-01,,outstanding,Acme,,,,,,,1000,,,register,\n"
    "2019-06-01,,holding,Acme,Alpha,,A,,,600,,,,register,\n"
    "2019-06-01,,holding,Acme,Alpha,,B,,,250,,,,register,\n"
    "2019-07-01,,holding,Acme,Bob,,,,,150,,,,register,\n";

static struct sl_view on(int32_t day)
{
    struct sl_view view = SL_VIEW_ALL;
    view.to = day;
    return view;
}

/* Days since 1970 of the dates that the tests ask about. */
enum { DAY_2019_01_15 = 17911, DAY_2019_12_31 = 18261, DAY_2020_01_15 = 18276 };

static void the_columns_are_those_of_the_contract(void **state)
{
    (void)state;
    assert_columns(&sl_timeline_row_type,
                   "date,known,issuer,holder,class,kind,status,change_pct,stake_pct,stake_low_pct,"
                   "stake_high_pct,votes_pct,shares,amount,currency,basis,flag,deal,source");
    assert_columns(&sl_holders_row_type, "holder,class,stake_pct,stake_low_pct,stake_high_pct,"
                                         "votes_pct,shares,since,basis,source");
    assert_columns(&sl_holdings_row_type,
                   "issuer,holder,class,stake_pct,stake_low_pct,stake_high_pct,"
                   "votes_pct,shares,since,basis,source");
    assert_columns(&sl_snapshot_row_type,
                   "issuer,holder,class,stake_pct,stake_low_pct,stake_high_pct,"
                   "votes_pct,shares,since,basis,source");
}

/* ---- timelines ---- */

static void a_timeline_has_a_row_for_each_event_and_whom_it_moved(void **state)
{
    struct log_book *log = *state;
    struct sl_view view = SL_VIEW_ALL;
    log_book_import(log, two_companies);
    struct sl_sink sink = log_book_sink(log, &sl_timeline_row_type, NULL);
    assert_rows(log, sl_timeline(log->book, "Beta", NULL, &view, true, sink, &log->err),
                "2019-01-01|2019-01-01|Beta|Alpha||holding|completed||43.4|43.4|43.4|43.4|||"
                "|stated|||filing 1\n"
                "2019-02-01|2019-02-01|Beta|Carol||holding|completed||20|19|21|15|||"
                "|stated|||filing 2\n"
                "2019-03-01|2019-03-01|Beta|Dora||holding|completed|||||||||||"
                "|press\n"
                "2020-01-01|2020-02-01|Beta|Eve||acquire|completed|10|10|10|10|10||5000000|USD"
                "|derived||deal-1|contract\n"
                "2020-01-01|2020-02-01|Beta|Alpha||dispose|completed|-10|33.4|33.4|33.4|33.4||"
                "5000000|USD|derived||deal-1|contract\n"
                "2020-06-01|2020-06-01|Beta|Fund||round|completed|20|20|20|20|20||9000000|USD"
                "|derived||deal-2|news\n"
                "2020-06-01|2020-06-01|Beta|Alpha||dilution|completed|-6.68|26.72|26.72|26.72|"
                "26.72||||diluted||deal-2|news\n"
                "2020-06-01|2020-06-01|Beta|Carol||dilution|completed|-4|16|15.2|16.8|15||||"
                "diluted||deal-2|news\n"
                "2020-06-01|2020-06-01|Beta|Eve||dilution|completed|-2|8|8|8|8||||diluted||"
                "deal-2|news\n"
                "2021-01-01|2021-01-01|Beta|Carol||dispose|announced|-5|||||||||pending|deal-3"
                "|plan\n"
                "2021-01-01|2021-01-01|Beta|Eve||acquire|announced|5|||||||||pending|deal-3"
                "|plan\n");
}

static void a_timeline_can_leave_the_dilutions_out(void **state)
{
    struct log_book *log = *state;
    struct sl_view view = SL_VIEW_ALL;
    log_book_import(log, two_companies);
    struct sl_sink sink = log_book_sink(log, &sl_timeline_row_type, "date holder kind");
    assert_rows(log, sl_timeline(log->book, "Beta", NULL, &view, false, sink, &log->err),
                "2019-01-01|Alpha|holding\n"
                "2019-02-01|Carol|holding\n"
                "2019-03-01|Dora|holding\n"
                "2020-01-01|Eve|acquire\n"
                "2020-01-01|Alpha|dispose\n"
                "2020-06-01|Fund|round\n"
                "2021-01-01|Carol|dispose\n"
                "2021-01-01|Eve|acquire\n");
}

static void a_holders_timeline_runs_through_its_issuers_by_date(void **state)
{
    struct log_book *log = *state;
    struct sl_view view = SL_VIEW_ALL;
    log_book_import(log, two_companies);
    struct sl_sink sink =
        log_book_sink(log, &sl_timeline_row_type, "date issuer holder class kind stake_pct");
    assert_rows(log, sl_timeline(log->book, NULL, "Alpha", &view, true, sink, &log->err),
                "2019-01-01|Beta|Alpha||holding|43.4\n"
                "2019-06-01|Acme|Alpha|A|holding|60\n"
                "2019-06-01|Acme|Alpha|B|holding|25\n"
                "2020-01-01|Beta|Alpha||dispose|33.4\n"
                "2020-06-01|Beta|Alpha||dilution|26.72\n");
}

static void a_timeline_of_a_holder_in_an_issuer_is_only_about_both(void **state)
{
    struct log_book *log = *state;
    struct sl_view view = SL_VIEW_ALL;
    log_book_import(log, two_companies);
    struct sl_sink sink = log_book_sink(log, &sl_timeline_row_type, "date issuer holder kind");
    assert_rows(log, sl_timeline(log->book, "Beta", "Eve", &view, true, sink, &log->err),
                "2020-01-01|Beta|Eve|acquire\n"
                "2020-06-01|Beta|Eve|dilution\n"
                "2021-01-01|Beta|Eve|acquire\n");
}

static void rows_before_the_first_date_are_hidden_but_count(void **state)
{
    struct log_book *log = *state;
    struct sl_view view = SL_VIEW_ALL;
    view.from = DAY_2019_12_31;
    view.to = DAY_2020_01_15;
    log_book_import(log, two_companies);
    struct sl_sink sink = log_book_sink(log, &sl_timeline_row_type, "date holder kind stake_pct");
    assert_rows(log, sl_timeline(log->book, "Beta", NULL, &view, true, sink, &log->err),
                "2020-01-01|Eve|acquire|10\n"
                "2020-01-01|Alpha|dispose|33.4\n");
}

static void nobody_known_and_no_row_are_nothing(void **state)
{
    struct log_book *log = *state;
    struct sl_view view = SL_VIEW_ALL;
    log_book_import(log, two_companies);
    struct sl_sink sink = log_book_sink(log, &sl_timeline_row_type, NULL);
    assert_int_equal(sl_timeline(log->book, "Nobody", NULL, &view, true, sink, &log->err),
                     SL_NOTHING);
    assert_int_equal(sl_timeline(log->book, "Fund", NULL, &view, true, sink, &log->err),
                     SL_NOTHING);
    assert_int_equal(sl_holders_at(log->book, "Fund", &view, sink, &log->err), SL_NOTHING);
    assert_int_equal(sl_holdings_at(log->book, "Beta", &view, sink, &log->err), SL_NOTHING);
    view = on(0);
    assert_int_equal(sl_snapshot_at(log->book, &view, sink, &log->err), SL_NOTHING);
    assert_string_equal(log->out.data, "");
}

/* ---- cap tables ---- */

static void a_cap_table_has_the_largest_first_and_the_rest_last(void **state)
{
    struct log_book *log = *state;
    struct sl_view view = SL_VIEW_ALL;
    log_book_import(log, two_companies);
    struct sl_sink sink = log_book_sink(log, &sl_holders_row_type, NULL);
    assert_rows(log, sl_holders_at(log->book, "Beta", &view, sink, &log->err),
                "Alpha||26.72|26.72|26.72|26.72||2020-01-01|diluted|contract\n"
                "Fund||20|20|20|20||2020-06-01|derived|news\n"
                "Carol||16|15.2|16.8|15||2019-02-01|diluted|filing 2\n"
                "Eve||8|8|8|8||2020-01-01|diluted|contract\n"
                "Dora|||||||2019-03-01||press\n"
                "(undisclosed)||29.28|29.28|29.28|||||\n");
}

static void a_cap_table_ignores_events_after_the_date(void **state)
{
    struct log_book *log = *state;
    struct sl_view view = on(DAY_2019_01_15);
    log_book_import(log, two_companies);
    struct sl_sink sink = log_book_sink(log, &sl_holders_row_type, "holder stake_pct");
    assert_rows(log, sl_holders_at(log->book, "Beta", &view, sink, &log->err),
                "Alpha|43.4\n(undisclosed)|56.6\n");
}

static void a_cap_table_ignores_claims_not_known_yet(void **state)
{
    struct log_book *log = *state;
    struct sl_view view = SL_VIEW_ALL;
    view.known_by = DAY_2020_01_15;
    log_book_import(log, two_companies);
    struct sl_sink sink = log_book_sink(log, &sl_holders_row_type, "holder stake_pct");
    assert_rows(log, sl_holders_at(log->book, "Beta", &view, sink, &log->err),
                "Alpha|43.4\nCarol|20\nDora|\n(undisclosed)|36.6\n");
}

static void a_pro_forma_cap_table_counts_pending_deals(void **state)
{
    struct log_book *log = *state;
    struct sl_view view = SL_VIEW_ALL;
    view.pro_forma = SL_STAGE_RUMOURED;
    log_book_import(log, two_companies);
    struct sl_sink sink = log_book_sink(log, &sl_holders_row_type,
                                        "holder stake_pct stake_low_pct stake_high_pct since");
    assert_rows(log, sl_holders_at(log->book, "Beta", &view, sink, &log->err),
                "Alpha|26.72|26.72|26.72|2020-01-01\n"
                "Fund|20|20|20|2020-06-01\n"
                "Eve|13|13|13|2021-01-01\n"
                "Carol|11|10.2|11.8|2021-01-01\n"
                "Dora||||2019-03-01\n"
                "(undisclosed)|29.28|29.28|29.28|\n");
}

static void nothing_is_undisclosed_where_everyone_is_known(void **state)
{
    struct log_book *log = *state;
    struct sl_view view = SL_VIEW_ALL;
    log_book_import(log, two_companies);
    struct sl_sink sink = log_book_sink(log, &sl_holders_row_type, NULL);
    assert_rows(log, sl_holders_at(log->book, "Acme", &view, sink, &log->err),
                "Alpha|A|60|60|60|60|600|2019-06-01|derived|register\n"
                "Alpha|B|25|25|25|25|250|2019-06-01|derived|register\n"
                "Bob||15|15|15|15|150|2019-07-01|derived|register\n");
}

static void nothing_is_undisclosed_of_a_capital_that_is_not_known(void **state)
{
    struct log_book *log = *state;
    struct sl_view view = SL_VIEW_ALL;
    log_book_import(log, "date,kind,issuer,holder,shares\n2019,holding,Acme,Alpha,600\n");
    struct sl_sink sink = log_book_sink(log, &sl_holders_row_type, NULL);
    assert_rows(log, sl_holders_at(log->book, "Acme", &view, sink, &log->err),
                "Alpha||||||600|2019||\n");
}

static void equal_stakes_stand_by_name_and_sold_ones_are_gone(void **state)
{
    struct log_book *log = *state;
    struct sl_view view = SL_VIEW_ALL;
    log_book_import(log, "date,kind,issuer,holder,stake\n"
                         "2019,holding,Acme,Zoe,50\n"
                         "2019,holding,Acme,Carl,10\n"
                         "2019,holding,Acme,Bea,50\n"
                         "2020,dispose,Acme,Carl,10\n");
    struct sl_sink sink = log_book_sink(log, &sl_holders_row_type, "holder stake_pct");
    assert_rows(log, sl_holders_at(log->book, "Acme", &view, sink, &log->err), "Bea|50\nZoe|50\n");
}

/* ---- portfolios and the snapshot ---- */

static void a_portfolio_has_the_largest_stake_first(void **state)
{
    struct log_book *log = *state;
    struct sl_view view = SL_VIEW_ALL;
    log_book_import(log, two_companies);
    struct sl_sink sink = log_book_sink(log, &sl_holdings_row_type, NULL);
    assert_rows(log, sl_holdings_at(log->book, "Alpha", &view, sink, &log->err),
                "Acme|Alpha|A|60|60|60|60|600|2019-06-01|derived|register\n"
                "Beta|Alpha||26.72|26.72|26.72|26.72||2020-01-01|diluted|contract\n"
                "Acme|Alpha|B|25|25|25|25|250|2019-06-01|derived|register\n");
}

static void the_snapshot_stands_by_issuer_and_has_no_undisclosed_rest(void **state)
{
    struct log_book *log = *state;
    struct sl_view view = on(DAY_2019_12_31);
    log_book_import(log, two_companies);
    struct sl_sink sink =
        log_book_sink(log, &sl_snapshot_row_type, "issuer holder class stake_pct votes_pct");
    assert_rows(log, sl_snapshot_at(log->book, &view, sink, &log->err),
                "Acme|Alpha|A|60|60\n"
                "Acme|Alpha|B|25|25\n"
                "Acme|Bob||15|15\n"
                "Beta|Alpha||43.4|43.4\n"
                "Beta|Carol||20|15\n"
                "Beta|Dora|||\n");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_columns_are_those_of_the_contract),
#define WITH_BOOK(test) cmocka_unit_test_setup_teardown(test, log_book_set_up, log_book_tear_down)
        WITH_BOOK(a_timeline_has_a_row_for_each_event_and_whom_it_moved),
        WITH_BOOK(a_timeline_can_leave_the_dilutions_out),
        WITH_BOOK(a_holders_timeline_runs_through_its_issuers_by_date),
        WITH_BOOK(a_timeline_of_a_holder_in_an_issuer_is_only_about_both),
        WITH_BOOK(rows_before_the_first_date_are_hidden_but_count),
        WITH_BOOK(nobody_known_and_no_row_are_nothing),
        WITH_BOOK(a_cap_table_has_the_largest_first_and_the_rest_last),
        WITH_BOOK(a_cap_table_ignores_events_after_the_date),
        WITH_BOOK(a_cap_table_ignores_claims_not_known_yet),
        WITH_BOOK(a_pro_forma_cap_table_counts_pending_deals),
        WITH_BOOK(nothing_is_undisclosed_where_everyone_is_known),
        WITH_BOOK(nothing_is_undisclosed_of_a_capital_that_is_not_known),
        WITH_BOOK(equal_stakes_stand_by_name_and_sold_ones_are_gone),
        WITH_BOOK(a_portfolio_has_the_largest_stake_first),
        WITH_BOOK(the_snapshot_stands_by_issuer_and_has_no_undisclosed_rest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
