/* Who moved between two dates, and why. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include <stakeline/changes.h>

#include "log_book.h"

/* A purchase, a sale of everything, a round, a level, a holder of unknown size, a pending sale. */
static const char one_year[] =
    "date,known,kind,status,issuer,holder,counterparty,class,stake,shares,outstanding,deal\n"
    "2019-01-01,,holding,,Acme,Ann,,,40,,,\n"
    "2019-01-01,,holding,,Acme,Bob,,,20,,,\n"
    "2019-01-01,,holding,,Acme,Cas,,,10,,,\n"
    "2019-01-01,,holding,,Acme,Dot,,,,,,\n"
    "2020-02-01,,acquire,,Acme,Ann,Bob,,5,,,\n"
    "2020-03-01,,round,,Acme,Fund,,,20,,,\n"
    "2020-04-01,,dispose,,Acme,Bob,,,12,,,\n"
    "2020-05-01,,holding,,Acme,Cas,,,9,,,\n"
    "2020-06-01,,holding,,Acme,Dot,,,3,,,\n"
    "2020-12-31,2021-02-01,acquire,,Acme,Eve,,,1,,,\n"
    "2020-11-01,,dispose,announced,Acme,Fund,Eve,,8,,,d-1\n"
    "2020-07-01,,acquire,,Other,Ann,,,30,,,\n";

static int32_t day(const char *text)
{
    struct sl_date date;
    assert_int_equal(sl_date_parse(&date, text, NULL, NULL), SL_OK);
    return sl_date_last_day(date);
}

static struct sl_view between(const char *from, const char *to)
{
    struct sl_view view = SL_VIEW_ALL;
    view.from = day(from);
    view.to = day(to);
    return view;
}

static void assert_changes(struct log_book *log, const char *issuer, const char *holder,
                           const struct sl_view *view, const char *columns, const char *expected)
{
    const struct sl_row_type *type =
        issuer != NULL ? &sl_change_row_type : &sl_holder_change_row_type;
    struct sl_sink sink = log_book_sink(log, type, columns);
    assert_rows(log, sl_changes(log->book, issuer, holder, view, sink, &log->err), expected);
}

static void the_columns_are_those_of_the_contract_and_more(void **state)
{
    (void)state;
    assert_columns(&sl_change_row_type, "holder,from_pct,to_pct,change_pp,reason,class");
    assert_columns(&sl_holder_change_row_type,
                   "issuer,holder,from_pct,to_pct,change_pp,reason,class");
}

static void each_move_has_its_reason_the_largest_first(void **state)
{
    struct log_book *log = *state;
    struct sl_view view = between("2019-12-31", "2020-04-30");
    log_book_import(log, one_year);
    assert_changes(log, "Acme", NULL, &view, NULL,
                   "Bob|20|0|-20|left|\n"
                   "Fund|0|20|20|entered|\n"
                   "Ann|40|36|-4|traded|\n"
                   "Cas|10|8|-2|diluted|\n"
                   "(undisclosed)|30|36|6||\n");
}

static void a_stated_level_restates_and_an_unknown_one_has_no_change(void **state)
{
    struct log_book *log = *state;
    struct sl_view view = between("2020-04-30", "2020-06-30");
    log_book_import(log, one_year);
    assert_changes(log, "Acme", NULL, &view, NULL,
                   "Cas|8|9|1|restated|\n"
                   "Dot||3||restated|\n"
                   "(undisclosed)|36|32|-4||\n");
}

static void the_day_itself_is_over_on_both_dates(void **state)
{
    struct log_book *log = *state;
    struct sl_view view = between("2020-04-30", "2020-05-01");
    log_book_import(log, one_year);
    assert_changes(log, "Acme", NULL, &view, "holder change_pp", "Cas|1\n(undisclosed)|-1\n");
    view = between("2020-05-01", "2020-05-31");
    struct sl_sink sink = log_book_sink(log, &sl_change_row_type, NULL);
    assert_int_equal(sl_changes(log->book, "Acme", NULL, &view, sink, &log->err), SL_NOTHING);
    assert_string_equal(log->out.data, "");
}

static void what_was_not_known_and_what_is_pending_do_not_count(void **state)
{
    struct log_book *log = *state;
    struct sl_view view = between("2020-06-30", "2020-12-31");
    log_book_import(log, one_year);
    assert_changes(log, "Acme", NULL, &view, "holder change_pp", "Eve|1\n(undisclosed)|-1\n");
    view.known_by = day("2021-01-01");
    view.pro_forma = SL_STAGE_ANNOUNCED;
    assert_changes(log, "Acme", NULL, &view, "holder from_pct to_pct reason",
                   "Eve|0|8|entered\nFund|20|12|traded\n");
}

static void before_the_log_nobody_is_known_to_hold_anything(void **state)
{
    struct log_book *log = *state;
    struct sl_view view = between("2000", "2019-12-31");
    log_book_import(log, one_year);
    assert_changes(log, "Acme", NULL, &view, "holder from_pct to_pct reason",
                   "Ann|0|40|entered\nBob|0|20|entered\nCas|0|10|entered\nDot|0||entered\n"
                   "(undisclosed)|100|30|\n");
}

static void a_holder_is_compared_in_every_issuer(void **state)
{
    struct log_book *log = *state;
    struct sl_view view = between("2019-12-31", "2020-12-31");
    log_book_import(log, one_year);
    assert_changes(log, NULL, "Ann", &view, NULL,
                   "Other|Ann|0|30|30|entered|\n"
                   "Acme|Ann|40|36|-4|traded|\n");
    assert_changes(log, "Acme", "Ann", &view, NULL, "Ann|40|36|-4|traded|\n");
}

static void classes_are_compared_apart(void **state)
{
    struct log_book *log = *state;
    struct sl_view view = between("2020-01-31", "2020-12-31");
    log_book_import(log, "date,kind,issuer,holder,class,shares,outstanding\n"
                         "2020-01-01,outstanding,Acme,,,,1000\n"
                         "2020-01-01,holding,Acme,Ann,A,600,\n"
                         "2020-01-01,holding,Acme,Ann,B,200,\n"
                         "2020-02-01,dispose,Acme,Ann,B,100,\n");
    assert_changes(log, "Acme", NULL, &view, NULL,
                   "Ann|20|10|-10|traded|B\n(undisclosed)|20|30|10||\n");
}

static void a_takeover_and_a_founding_leave_nobody(void **state)
{
    struct log_book *log = *state;
    struct sl_view view = between("2020-01-31", "2020-02-28");
    log_book_import(log, "date,kind,issuer,holder,stake,shares\n"
                         "2020-01-01,holding,Acme,Ann,60,\n"
                         "2020-01-01,holding,Acme,Bob,40,\n"
                         "2020-02-01,acquire,Acme,Eve,100,\n"
                         "2020-03-01,found,Acme,,,\n"
                         "2020-03-02,issue,Acme,Flo,,100\n");
    assert_changes(log, "Acme", NULL, &view, "holder from_pct to_pct reason",
                   "Eve|0|100|entered\nAnn|60|0|left\nBob|40|0|left\n");
    view = between("2020-02-28", "2020-03-31");
    assert_changes(log, "Acme", NULL, &view, "holder from_pct to_pct reason",
                   "Eve|100|0|left\nFlo|0|100|entered\n");
}

static void dates_in_the_wrong_order_are_misuse(void **state)
{
    struct log_book *log = *state;
    struct sl_view view = between("2020-12-31", "2019-12-31");
    log_book_import(log, one_year);
    struct sl_sink sink = log_book_sink(log, &sl_change_row_type, NULL);
    assert_int_equal(sl_changes(log->book, "Acme", NULL, &view, sink, &log->err), SL_MISUSE);
    assert_int_equal(sl_changes(log->book, NULL, NULL, &view, sink, &log->err), SL_MISUSE);
}

static enum sl_status add_change(void *context, const void *item, struct sl_error *err)
{
    double *sum = context;
    const struct sl_change_row *row = item;
    (void)err;
    if (!isnan(row->change_pp)) *sum += row->change_pp;
    return SL_OK;
}

static void with_known_stakes_the_changes_add_up_to_nothing(void **state)
{
    struct log_book *log = *state;
    static const char *const days[] = {"2000",       "2019-01-01", "2020-02-01", "2020-03-01",
                                       "2020-04-01", "2020-05-01", "2020-12-31"};
    log_book_import(log, one_year);
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        for (size_t j = i + 1; j < sizeof days / sizeof *days; j++) {
            struct sl_view view = between(days[i], days[j]);
            double sum = 0;
            struct sl_sink sink = {add_change, &sum};
            assert_int_equal(sl_changes(log->book, "Acme", NULL, &view, sink, &log->err), SL_OK);
            /* Dot, of unknown size before, is 3 of the undisclosed rest after */
            bool dot = strcmp(days[j], "2020-12-31") == 0 && i > 0;
            assert_true(fabs(sum + (dot ? 3 : 0)) < 1e-9);
        }
    }
}

/* A holder, and what a cap table says of it: NaN where it has no row or an unknown stake. */
struct looked_up {
    const char *holder;
    double stake;
    bool listed;
};

static enum sl_status look_up(void *context, const void *item, struct sl_error *err)
{
    struct looked_up *wanted = context;
    const struct sl_position_row *row = item;
    (void)err;
    if (strcmp(row->holder, wanted->holder) != 0) return SL_OK;
    wanted->listed = true;
    wanted->stake = row->stake_pct;
    return SL_OK;
}

static void assert_listed(struct log_book *log, int32_t on, const char *holder, double stake)
{
    struct looked_up wanted = {.holder = holder, .stake = 0};
    struct sl_view view = SL_VIEW_ALL;
    view.to = on;
    sl_holders_at(log->book, "Acme", &view, (struct sl_sink){look_up, &wanted}, &log->err);
    if (isnan(stake))
        assert_true(wanted.listed && isnan(wanted.stake));
    else
        assert_true(fabs(wanted.stake - stake) < 1e-9);
}

struct pair {
    struct log_book *log;
    struct sl_view view;
    size_t rows;
};

static enum sl_status compare_with_tables(void *context, const void *item, struct sl_error *err)
{
    struct pair *pair = context;
    const struct sl_change_row *row = item;
    (void)err;
    assert_listed(pair->log, pair->view.from, row->holder, row->from_pct);
    assert_listed(pair->log, pair->view.to, row->holder, row->to_pct);
    pair->rows++;
    return SL_OK;
}

static void both_ends_are_what_the_cap_tables_say(void **state)
{
    struct log_book *log = *state;
    static const char *const days[] = {"2019-01-01", "2020-02-01", "2020-03-01",
                                       "2020-04-01", "2020-05-01", "2020-12-31"};
    struct pair pair = {.log = log};
    log_book_import(log, one_year);
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        for (size_t j = i + 1; j < sizeof days / sizeof *days; j++) {
            pair.view = between(days[i], days[j]);
            struct sl_sink sink = {compare_with_tables, &pair};
            sl_changes(log->book, "Acme", NULL, &pair.view, sink, &log->err);
        }
    }
    assert_true(pair.rows > 40);
}

int main(void)
{
#define WITH_BOOK(test) cmocka_unit_test_setup_teardown(test, log_book_set_up, log_book_tear_down)
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_columns_are_those_of_the_contract_and_more),
        WITH_BOOK(each_move_has_its_reason_the_largest_first),
        WITH_BOOK(a_stated_level_restates_and_an_unknown_one_has_no_change),
        WITH_BOOK(the_day_itself_is_over_on_both_dates),
        WITH_BOOK(what_was_not_known_and_what_is_pending_do_not_count),
        WITH_BOOK(before_the_log_nobody_is_known_to_hold_anything),
        WITH_BOOK(a_holder_is_compared_in_every_issuer),
        WITH_BOOK(classes_are_compared_apart),
        WITH_BOOK(a_takeover_and_a_founding_leave_nobody),
        WITH_BOOK(dates_in_the_wrong_order_are_misuse),
        WITH_BOOK(both_ends_are_what_the_cap_tables_say),
        WITH_BOOK(with_known_stakes_the_changes_add_up_to_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
