/* Funding rounds: which rows make one, its amount, status, investors and sale; sums and totals. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "log_book.h"

#define HEADER                                                                                     \
    "date,kind,issuer,holder,stake,amount,pre_money,post_money,round,role,instrument,deal,status," \
    "source\n"

static void assert_rounds(struct log_book *log, const char *csv, const char *columns,
                          const char *expected)
{
    struct sl_view view = SL_VIEW_ALL;
    log_book_import(log, csv);
    struct sl_sink sink = log_book_sink(log, &sl_round_row_type, columns);
    assert_rows(log, sl_rounds(log->book, NULL, &view, sink, &log->err), expected);
}

static void assert_totals(struct log_book *log, enum sl_round_group by, enum sl_stage pro_forma,
                          const char *expected)
{
    struct sl_view view = SL_VIEW_ALL;
    view.pro_forma = pro_forma;
    struct sl_sink sink = log_book_sink(log, &sl_round_total_row_type, NULL);
    assert_rows(log, sl_round_totals(log->book, NULL, by, &view, sink, &log->err), expected);
}

static void the_columns_are_those_of_the_contract(void **state)
{
    (void)state;
    assert_columns(&sl_round_row_type,
                   "date,issuer,round,kind,instrument,amount,currency,investors,leads,pre_money,"
                   "post_money,stake_sold_pct,cumulative,status,deal,source");
    assert_columns(&sl_round_total_row_type, "group,rounds,amount,currency");
}

/* ---- which rows are one round ---- */

static void rows_of_one_deal_are_one_round(void **state)
{
    assert_rounds(*state,
                  HEADER "2020-01-01,round,Acme,,,USD 10m,,,Seed,,,d1,,news\n"
                         "2020-02-01,round,Acme,Fund,,USD 4m,,,,lead,,d1,,\n"
                         "2020-03-01,debt,Acme,Bank,,USD 1m,,,,,loan,d2,,press\n",
                  NULL,
                  "2020-01-01|Acme|Seed|round||10000000|USD|Fund|Fund|||"
                  "|10000000|completed|d1|news\n"
                  "2020-03-01|Acme||debt|loan|1000000|USD|Bank||||"
                  "|1000000|completed|d2|press\n");
}

static void rows_without_a_deal_are_one_round_by_kind_label_and_day(void **state)
{
    assert_rounds(*state,
                  HEADER "2020-01-01,round,Acme,Fund,,USD 1m,,,Seed,,,,,\n"
                         "2020-01-01,round,Acme,Pool,,USD 2m,,,Seed,,,,,\n"
                         "2020-01-01,round,Acme,Pool,,USD 3m,,,Series A,,,,,\n"
                         "2020-01-01,debt,Acme,Pool,,USD 4m,,,Seed,,,,,\n"
                         "2020-01-02,round,Acme,Pool,,USD 5m,,,Seed,,,,,\n"
                         "2020-01-02,round,Other,Pool,,USD 6m,,,Seed,,,,,\n",
                  "date issuer round kind amount investors",
                  "2020-01-01|Acme|Seed|round|3000000|Fund; Pool\n"
                  "2020-01-01|Acme|Series A|round|3000000|Pool\n"
                  "2020-01-01|Acme|Seed|debt|4000000|Pool\n"
                  "2020-01-02|Acme|Seed|round|5000000|Pool\n"
                  "2020-01-02|Other|Seed|round|6000000|Pool\n");
}

static void events_of_other_kinds_are_no_rounds(void **state)
{
    struct log_book *log = *state;
    struct sl_view view = SL_VIEW_ALL;
    log_book_import(log, "date,kind,issuer,holder,stake,amount\n"
                         "2020,issue,Acme,Fund,10,USD 1m\n2021,ipo,Acme,,,USD 2m\n");
    struct sl_sink sink = log_book_sink(log, &sl_round_row_type, NULL);
    assert_int_equal(sl_rounds(log->book, "Acme", &view, sink, &log->err), SL_NOTHING);
    assert_int_equal(sl_round_totals(log->book, "Acme", SL_ROUNDS_BY_YEAR, &view, sink, &log->err),
                     SL_NOTHING);
    assert_string_equal(log->out.data, "");
}

/* ---- the amount ---- */

static void the_amount_is_what_the_headline_states(void **state)
{
    assert_rounds(*state,
                  HEADER "2020,round,Acme,Fund,,USD 4m,,,,,,d,,\n"
                         "2020,round,Acme,,,USD 10m,,,,,,d,,\n"
                         "2020,round,Acme,Pool,,USD 9m,,,,,,d,,\n",
                  "amount investors", "10000000|Fund; Pool\n");
}

static void several_headlines_add_up(void **state)
{
    assert_rounds(*state,
                  HEADER "2020,round,Acme,,,USD 10m,,,Seed,,,,,\n"
                         "2020,round,Acme,,,USD 5m,,,Seed,,,,,\n"
                         "2020,round,Acme,Fund,,USD 1m,,,Seed,,,,,\n",
                  "amount", "15000000\n");
}

static void without_a_headline_that_states_it_the_amount_is_the_investors(void **state)
{
    assert_rounds(*state,
                  HEADER "2020,round,Acme,,,,,,,,,d,,\n"
                         "2020,round,Acme,Fund,,USD 4m,,,,,,d,,\n"
                         "2020,round,Acme,Pool,,USD 2m,,,,,,d,,\n"
                         "2020,round,Acme,Angel,,,,,,,,d,,\n",
                  "amount currency investors", "6000000|USD|Fund; Pool; Angel\n");
}

static void amounts_of_different_currencies_are_never_added(void **state)
{
    assert_rounds(*state,
                  HEADER "2020,round,Acme,Fund,,USD 4m,,,,,,d,,\n"
                         "2020,round,Acme,Pool,,EUR 2m,,,,,,d,,\n",
                  "amount currency cumulative", "||\n");
}

/* ---- investors, leads, labels ---- */

static void an_investor_is_named_once_and_the_leads_apart(void **state)
{
    assert_rounds(*state,
                  HEADER "2020,round,Acme,Fund,,USD 1m,,,Seed,,,,,\n"
                         "2020,round,Acme,Pool,,USD 1m,,,Seed,lead,,,,\n"
                         "2020,round,Acme,Fund,,USD 2m,,,Seed,,,,,\n"
                         "2020,round,Acme,Angel,,USD 1m,,,Seed,lead,,,,\n",
                  "amount investors leads", "5000000|Fund; Pool; Angel|Pool; Angel\n");
}

static void the_last_stated_label_instrument_valuation_and_source_are_the_rounds(void **state)
{
    assert_rounds(*state,
                  HEADER "2020,round,Acme,,,USD 10m,USD 40m,,Seed,,equity,d,,news\n"
                         "2020,round,Acme,Fund,,USD 4m,,USD 60m,Series A,,,d,,\n"
                         "2021,round,Acme,Pool,,USD 4m,,,,,preference,d,,filing\n",
                  "date round instrument pre_money post_money source",
                  "2020|Series A|preference|40000000|60000000|filing\n");
}

static void a_version_carries_over_its_round_and_role(void **state)
{
    assert_rounds(*state,
                  HEADER "2020,round,Acme,Fund,,USD 4m,,,Seed,lead,safe,d,announced,news\n"
                         "2021,round,Acme,Fund,,,,,,,,d,,filing\n",
                  "date round instrument amount currency leads status source",
                  "2021|Seed|safe|4000000|USD|Fund|completed|filing\n");
}

/* ---- status ---- */

static void a_round_is_completed_when_any_row_is(void **state)
{
    assert_rounds(*state,
                  HEADER "2020,round,Acme,Fund,,USD 1m,,,,,,d,announced,\n"
                         "2020,round,Acme,Pool,,USD 2m,,,,,,d,completed,\n"
                         "2020,round,Acme,Angel,,USD 3m,,,,,,d,approved,\n",
                  "amount status", "6000000|completed\n");
}

static void a_round_not_completed_has_its_furthest_status(void **state)
{
    assert_rounds(*state,
                  HEADER "2020,round,Acme,Fund,,USD 1m,,,,,,d,talks,\n"
                         "2020,round,Acme,Pool,,USD 2m,,,,,,d,approved,\n"
                         "2020,round,Acme,Angel,,USD 3m,,,,,,d,rumoured,\n",
                  "status", "approved\n");
}

static void a_cancelled_round_is_left_out(void **state)
{
    assert_rounds(*state,
                  HEADER "2020,round,Acme,Fund,,USD 1m,,,,,,d,announced,\n"
                         "2021,round,Acme,Fund,,,,,,,,d,cancelled,\n"
                         "2021,round,Acme,Fund,,USD 3m,,,,,,e,,\n",
                  "date amount deal", "2021|3000000|e\n");
}

/* ---- cumulative ---- */

static void completed_rounds_add_up_by_kind_and_currency(void **state)
{
    assert_rounds(*state,
                  HEADER "2020,round,Acme,Fund,,USD 1m,,,,,,,,\n"
                         "2021,debt,Acme,Bank,,USD 10m,,,,,,,,\n"
                         "2022,round,Acme,Fund,,EUR 5m,,,,,,,,\n"
                         "2023,round,Acme,Fund,,USD 2m,,,,,,,,\n"
                         "2023,round,Other,Fund,,USD 4m,,,,,,,,\n"
                         "2024,debt,Acme,Bank,,USD 20m,,,,,,,,\n"
                         "2025,round,Acme,Fund,,,,,,,,,,\n",
                  "date issuer kind amount currency cumulative",
                  "2020|Acme|round|1000000|USD|1000000\n"
                  "2021|Acme|debt|10000000|USD|10000000\n"
                  "2022|Acme|round|5000000|EUR|5000000\n"
                  "2023|Acme|round|2000000|USD|3000000\n"
                  "2023|Other|round|4000000|USD|4000000\n"
                  "2024|Acme|debt|20000000|USD|30000000\n"
                  "2025|Acme|round|||\n");
}

static void a_pending_round_shows_the_sum_so_far(void **state)
{
    assert_rounds(*state,
                  HEADER "2020,round,Acme,Fund,,USD 1m,,,,,,,,\n"
                         "2021,round,Acme,Fund,,USD 5m,,,,,,,approved,\n"
                         "2022,round,Acme,Fund,,USD 2m,,,,,,,,\n",
                  "date amount cumulative status",
                  "2020|1000000|1000000|completed\n"
                  "2021|5000000|1000000|approved\n"
                  "2022|2000000|3000000|completed\n");
}

/* ---- what was sold ---- */

static void what_was_sold_is_what_the_group_bought(void **state)
{
    assert_rounds(*state,
                  HEADER "2019,holding,Acme,Founder,100,,,,,,,,,\n"
                         "2020,round,Acme,Fund,15,USD 1m,,,,,,d,,\n"
                         "2020,round,Acme,Pool,5,USD 1m,,,,,,d,,\n"
                         "2021,round,Acme,Fund,,USD 2m,USD 8m,,,,,e,,\n"
                         "2022,round,Acme,Fund,,USD 2m,,,,,,f,,\n"
                         "2023,debt,Acme,Bank,,USD 2m,,,,,,g,,\n"
                         "2024,round,Acme,Fund,30,USD 2m,,,,,,h,announced,\n",
                  "date stake_sold_pct", "2020|20\n2021|20\n2022|\n2023|\n2024|\n");
}

static void shares_sold_are_a_part_of_the_capital_after_the_group(void **state)
{
    assert_rounds(*state,
                  "date,kind,issuer,holder,shares,round\n"
                  "2019,found,Acme,,,\n"
                  "2019,issue,Acme,Founder,750,\n"
                  "2020,round,Acme,Fund,250,Seed\n",
                  "round stake_sold_pct", "Seed|25\n");
}

/* ---- views ---- */

static void one_issuers_rounds_as_known_then(void **state)
{
    struct log_book *log = *state;
    struct sl_view view = SL_VIEW_ALL;
    log_book_import(log, "date,known,kind,issuer,holder,amount,deal,status\n"
                         "2020-01-01,,round,Acme,Fund,USD 1m,d,announced\n"
                         "2020-03-01,2020-04-01,round,Acme,Fund,USD 2m,d,\n"
                         "2020-01-01,,round,Other,Fund,USD 3m,,\n");
    view.known_by = 18352; /* 2020-03-31 */
    struct sl_sink sink = log_book_sink(log, &sl_round_row_type, "date issuer amount status");
    assert_rows(log, sl_rounds(log->book, "Acme", &view, sink, &log->err),
                "2020-01-01|Acme|1000000|announced\n");
}

static void earlier_rounds_are_hidden_but_count(void **state)
{
    struct log_book *log = *state;
    struct sl_view view = SL_VIEW_ALL;
    log_book_import(log, HEADER "2020-01-01,round,Acme,Fund,,USD 1m,,,,,,,,\n"
                                "2021-01-01,round,Acme,Fund,,USD 2m,,,,,,,,\n"
                                "2022-01-01,round,Acme,Fund,,USD 4m,,,,,,,,\n");
    view.from = 18500; /* 2020-08-26 */
    view.to = 18900;   /* 2021-09-30 */
    struct sl_sink sink = log_book_sink(log, &sl_round_row_type, "date amount cumulative");
    assert_rows(log, sl_rounds(log->book, "Acme", &view, sink, &log->err),
                "2021-01-01|2000000|3000000\n");
}

/* ---- totals ---- */

static const char three_rounds[] =
    HEADER "2020-02-03,round,Acme,,,USD 10m,,,Seed,,,d1,,\n"
           "2020-02-03,round,Acme,Fund,,USD 4m,,,,lead,,d1,,\n"
           "2020-02-03,round,Acme,Angel,,,,,,,,d1,,\n"
           "2020-08-01,round,Beta,Fund,,EUR 3m,,,Seed,,,d2,,\n"
           "2021-05,round,Acme,Fund,,USD 1m,,,Series A,,,d3,,\n"
           "2021-06-01,round,Acme,Pool,,USD 50m,,,Series B,,,d4,announced,\n";

static void totals_count_completed_rounds_by_group_and_currency(void **state)
{
    struct log_book *log = *state;
    log_book_import(log, three_rounds);
    assert_totals(log, SL_ROUNDS_BY_YEAR, SL_STAGE_COMPLETED,
                  "2020|1|3000000|EUR\n2020|1|10000000|USD\n2021|1|1000000|USD\n");
    assert_totals(log, SL_ROUNDS_BY_QUARTER, SL_STAGE_COMPLETED,
                  "2020-Q1|1|10000000|USD\n2020-Q3|1|3000000|EUR\n2021-Q2|1|1000000|USD\n");
    assert_totals(log, SL_ROUNDS_BY_MONTH, SL_STAGE_COMPLETED,
                  "2020-02|1|10000000|USD\n2020-08|1|3000000|EUR\n2021-05|1|1000000|USD\n");
    assert_totals(log, SL_ROUNDS_BY_ISSUER, SL_STAGE_COMPLETED,
                  "Acme|2|11000000|USD\nBeta|1|3000000|EUR\n");
    assert_totals(log, SL_ROUNDS_BY_ROUND, SL_STAGE_COMPLETED,
                  "Seed|1|3000000|EUR\nSeed|1|10000000|USD\nSeries A|1|1000000|USD\n");
    assert_totals(log, SL_ROUNDS_BY_CURRENCY, SL_STAGE_COMPLETED,
                  "EUR|1|3000000|EUR\nUSD|2|11000000|USD\n");
}

static void totals_by_investor_are_what_each_put_in(void **state)
{
    struct log_book *log = *state;
    log_book_import(log, three_rounds);
    assert_totals(log, SL_ROUNDS_BY_INVESTOR, SL_STAGE_COMPLETED,
                  "Angel|1||\nFund|1|3000000|EUR\nFund|2|5000000|USD\n");
}

static void totals_count_pending_rounds_pro_forma(void **state)
{
    struct log_book *log = *state;
    log_book_import(log, three_rounds);
    assert_totals(log, SL_ROUNDS_BY_YEAR, SL_STAGE_RUMOURED,
                  "2020|1|3000000|EUR\n2020|1|10000000|USD\n2021|2|51000000|USD\n");
}

int main(void)
{
#define WITH_BOOK(test) cmocka_unit_test_setup_teardown(test, log_book_set_up, log_book_tear_down)
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_columns_are_those_of_the_contract),
        WITH_BOOK(rows_of_one_deal_are_one_round),
        WITH_BOOK(rows_without_a_deal_are_one_round_by_kind_label_and_day),
        WITH_BOOK(events_of_other_kinds_are_no_rounds),
        WITH_BOOK(the_amount_is_what_the_headline_states),
        WITH_BOOK(several_headlines_add_up),
        WITH_BOOK(without_a_headline_that_states_it_the_amount_is_the_investors),
        WITH_BOOK(amounts_of_different_currencies_are_never_added),
        WITH_BOOK(an_investor_is_named_once_and_the_leads_apart),
        WITH_BOOK(the_last_stated_label_instrument_valuation_and_source_are_the_rounds),
        WITH_BOOK(a_version_carries_over_its_round_and_role),
        WITH_BOOK(a_round_is_completed_when_any_row_is),
        WITH_BOOK(a_round_not_completed_has_its_furthest_status),
        WITH_BOOK(a_cancelled_round_is_left_out),
        WITH_BOOK(completed_rounds_add_up_by_kind_and_currency),
        WITH_BOOK(a_pending_round_shows_the_sum_so_far),
        WITH_BOOK(what_was_sold_is_what_the_group_bought),
        WITH_BOOK(shares_sold_are_a_part_of_the_capital_after_the_group),
        WITH_BOOK(one_issuers_rounds_as_known_then),
        WITH_BOOK(earlier_rounds_are_hidden_but_count),
        WITH_BOOK(totals_count_completed_rounds_by_group_and_currency),
        WITH_BOOK(totals_by_investor_are_what_each_put_in),
        WITH_BOOK(totals_count_pending_rounds_pro_forma),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
