/* Deals through time: the latest version of each, the statuses it went through, who is asked for.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <stakeline/deals.h>

#include "log_book.h"

/* A sale from talks to completion, one that was called off, one that is due, a round in two parts,
 * a row without a deal. */
static const char some_deals[] =
    "date,known,kind,status,issuer,holder,counterparty,stake,stake_after,amount,deal,part,source\n"
    "2023-01-26,,dispose,talks,Nissan,Renault,,,,,n-1,,Reuters\n"
    "2023-01-30,,dispose,announced,Nissan,Renault,Trust,28.4,,,n-1,,Cercle\n"
    "2023-Q4,2023-07-26,dispose,announced,Nissan,Renault,,,,,n-1,,TechNode\n"
    "2023-11-08,,dispose,completed,Nissan,Renault,,,15,,n-1,,Reuters\n"
    "2020-11-15,,dispose,rumoured,MMC,Nissan,,34,,,m-1,,Bloomberg\n"
    "2020-11-16,,dispose,cancelled,MMC,Nissan,,,,,m-1,,\n"
    "2025-H1,2025-03-31,acquire,approved,RNAIPL,Renault,Nissan,51,,,r-1,,Reuters\n"
    "2023-02-06,,round,announced,Ampere,Nissan,,0-15,,,a-1,first,Nasdaq\n"
    "2024,2023-12-06,round,announced,Ampere,MMC,,,,EUR 200 M,a-1,second,Euronews\n"
    "2022-05-01,,dispose,announced,Nissan,Daimler,,1,,,,,no deal\n";

static struct sl_deal_filter every(void)
{
    return (struct sl_deal_filter){.view = SL_VIEW_ALL};
}

static int32_t day(const char *text)
{
    struct sl_date date;
    assert_int_equal(sl_date_parse(&date, text, NULL, NULL), SL_OK);
    return sl_date_last_day(date);
}

static void assert_deals(struct log_book *log, const char *entity,
                         const struct sl_deal_filter *filter, const char *columns,
                         const char *expected)
{
    struct sl_sink sink = log_book_sink(log, &sl_deal_row_type, columns);
    assert_rows(log, sl_deals(log->book, entity, filter, sink, &log->err), expected);
}

static void the_columns_are_those_of_the_contract_and_more(void **state)
{
    (void)state;
    assert_columns(&sl_deal_row_type,
                   "deal,kind,issuer,holder,status,first_known,last_known,date,stake_pct,amount,"
                   "currency,history,source,days,counterparty,class,part,stake_low_pct,stake_high_"
                   "pct,stake_after_pct,reports");
}

static void each_deal_has_its_latest_version_by_date(void **state)
{
    struct log_book *log = *state;
    struct sl_deal_filter filter = every();
    log_book_import(log, some_deals);
    assert_deals(log, NULL, &filter, "deal kind issuer holder status first_known last_known date",
                 "m-1|dispose|MMC|Nissan|cancelled|2020-11-15|2020-11-16|2020-11-16\n"
                 "a-1|round|Ampere|Nissan|announced|2023-02-06|2023-02-06|2023-02-06\n"
                 "n-1|dispose|Nissan|Renault|completed|2023-01-26|2023-11-08|2023-11-08\n"
                 "a-1|round|Ampere|MMC|announced|2023-12-06|2023-12-06|2024\n"
                 "r-1|acquire|RNAIPL|Renault|approved|2025-03-31|2025-03-31|2025-H1\n");
}

static void the_history_names_each_status_once_with_date_and_source(void **state)
{
    struct log_book *log = *state;
    struct sl_deal_filter filter = every();
    log_book_import(log, some_deals);
    filter.kinds = "dispose";
    assert_deals(log, NULL, &filter, "history days reports",
                 "rumoured 2020-11-15 Bloomberg \u2192 cancelled 2020-11-16|1|2\n"
                 "talks 2023-01-26 Reuters \u2192 announced 2023-01-30 Cercle \u2192 completed "
                 "2023-11-08 Reuters|4; 282|4\n");
}

static void what_the_latest_version_leaves_blank_is_carried_over(void **state)
{
    struct log_book *log = *state;
    struct sl_deal_filter filter = every();
    log_book_import(log, some_deals);
    filter.statuses = "cancelled";
    assert_deals(log, NULL, &filter, "deal stake_pct", "m-1|34\n");
    filter = every();
    filter.view.known_by = day("2023-08");
    assert_deals(log, "Trust", &filter, "stake_pct counterparty source", "28.4|TechNode|Trust\n");
}

static void a_level_stands_in_for_a_size_that_is_not_stated(void **state)
{
    struct log_book *log = *state;
    struct sl_deal_filter filter = every();
    log_book_import(log, some_deals);
    filter.statuses = "completed";
    assert_deals(log, NULL, &filter, "stake_pct stake_after_pct", "15|15\n");
}

static void a_range_shows_its_middle_and_money_its_currency(void **state)
{
    struct log_book *log = *state;
    struct sl_deal_filter filter = every();
    log_book_import(log, some_deals);
    filter.kinds = "round";
    assert_deals(log, NULL, &filter,
                 "holder stake_pct amount currency part stake_low_pct stake_high_pct",
                 "Nissan|7.5|||first|0|15\nMMC||200000000|EUR|second||\n");
}

static void deals_are_seen_as_they_were_known(void **state)
{
    struct log_book *log = *state;
    struct sl_deal_filter filter = every();
    log_book_import(log, some_deals);
    filter.view.known_by = day("2023-01-29");
    assert_deals(log, "Renault", &filter, "deal status date stake_pct history",
                 "n-1|talks|2023-01-26||talks 2023-01-26 Reuters\n");
}

static void an_entity_is_issuer_holder_or_counterparty(void **state)
{
    struct log_book *log = *state;
    struct sl_deal_filter filter = every();
    log_book_import(log, some_deals);
    assert_deals(log, "Nissan", &filter, "deal issuer",
                 "m-1|MMC\na-1|Ampere\nn-1|Nissan\nr-1|RNAIPL\n");
    assert_deals(log, "Ampere", &filter, "deal holder", "a-1|Nissan\na-1|MMC\n");
    assert_deals(log, "MMC", &filter, "deal holder", "m-1|Nissan\na-1|MMC\n");
}

static void open_deals_are_pending_and_the_oldest_comes_first(void **state)
{
    struct log_book *log = *state;
    struct sl_deal_filter filter = every();
    log_book_import(log, some_deals);
    filter.open = true;
    filter.view.known_by = day("2023-10-01");
    assert_deals(log, NULL, &filter, "deal holder first_known",
                 "n-1|Renault|2023-01-26\na-1|Nissan|2023-02-06\n");
}

static void stale_deals_are_pending_and_their_date_has_passed(void **state)
{
    struct log_book *log = *state;
    struct sl_deal_filter filter = every();
    log_book_import(log, some_deals);
    filter.stale = 30;
    filter.as_of = day("2025-07-30"); /* thirty days after the last of 2025-H1 */
    assert_deals(log, NULL, &filter, "deal holder", "a-1|Nissan\na-1|MMC\nr-1|Renault\n");
    filter.as_of--;
    assert_deals(log, NULL, &filter, "deal holder", "a-1|Nissan\na-1|MMC\n");
}

static void periods_are_of_the_date(void **state)
{
    struct log_book *log = *state;
    struct sl_deal_filter filter = every();
    log_book_import(log, some_deals);
    filter.view.from = day("2023-02-06");
    filter.view.to = day("2023-11-08");
    assert_deals(log, NULL, &filter, "deal date", "a-1|2023-02-06\nn-1|2023-11-08\n");
}

static void several_statuses_and_kinds_can_be_asked_for(void **state)
{
    struct log_book *log = *state;
    struct sl_deal_filter filter = every();
    log_book_import(log, some_deals);
    filter.statuses = "Approved,cancelled";
    filter.kinds = "acquire,dispose";
    assert_deals(log, NULL, &filter, "deal status", "m-1|cancelled\nr-1|approved\n");
}

static void a_word_that_is_no_status_or_kind_is_misuse(void **state)
{
    struct log_book *log = *state;
    struct sl_deal_filter filter = every();
    struct sl_sink sink = log_book_sink(log, &sl_deal_row_type, NULL);
    log_book_import(log, some_deals);
    filter.statuses = "announced,done";
    assert_int_equal(sl_deals(log->book, NULL, &filter, sink, &log->err), SL_MISUSE);
    assert_string_equal(log->err.message, "'done' is no status of a deal");
    filter.statuses = "announced,";
    assert_int_equal(sl_deals(log->book, NULL, &filter, sink, &log->err), SL_MISUSE);
    filter = every();
    filter.kinds = "a word that is longer than any kind of event has ever been";
    assert_int_equal(sl_deals(log->book, NULL, &filter, sink, &log->err), SL_MISUSE);
}

static void no_deal_is_nothing(void **state)
{
    struct log_book *log = *state;
    struct sl_deal_filter filter = every();
    log_book_import(log, some_deals);
    struct sl_sink sink = log_book_sink(log, &sl_deal_row_type, NULL);
    assert_int_equal(sl_deals(log->book, "Daimler", &filter, sink, &log->err), SL_NOTHING);
    assert_int_equal(sl_deals(log->book, "Nobody", &filter, sink, &log->err), SL_NOTHING);
    assert_string_equal(log->out.data, "");
}

int main(void)
{
#define WITH_BOOK(test) cmocka_unit_test_setup_teardown(test, log_book_set_up, log_book_tear_down)
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_columns_are_those_of_the_contract_and_more),
        WITH_BOOK(each_deal_has_its_latest_version_by_date),
        WITH_BOOK(the_history_names_each_status_once_with_date_and_source),
        WITH_BOOK(what_the_latest_version_leaves_blank_is_carried_over),
        WITH_BOOK(a_level_stands_in_for_a_size_that_is_not_stated),
        WITH_BOOK(a_range_shows_its_middle_and_money_its_currency),
        WITH_BOOK(deals_are_seen_as_they_were_known),
        WITH_BOOK(an_entity_is_issuer_holder_or_counterparty),
        WITH_BOOK(open_deals_are_pending_and_the_oldest_comes_first),
        WITH_BOOK(stale_deals_are_pending_and_their_date_has_passed),
        WITH_BOOK(periods_are_of_the_date),
        WITH_BOOK(several_statuses_and_kinds_can_be_asked_for),
        WITH_BOOK(a_word_that_is_no_status_or_kind_is_misuse),
        WITH_BOOK(no_deal_is_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
