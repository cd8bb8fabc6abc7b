/* What the log says that cannot be right: for each code one log that has it and one that only looks
 * like it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <stakeline/check.h>
#include <stakeline/entity.h>

#include "log_book.h"

static int32_t day(const char *text)
{
    struct sl_date date;
    assert_int_equal(sl_date_parse(&date, text, NULL, NULL), SL_OK);
    return sl_date_last_day(date);
}

static struct sl_check_options every(const char *codes)
{
    return (struct sl_check_options){
        .view = SL_VIEW_ALL, .today = day("2026-11-22"), .least = SL_SEVERITY_INFO, .codes = codes};
}

/* A finding as SEVERITY|LINE|MESSAGE, with the temporary file's name taken out of the message. */
static enum sl_status write_finding(void *context, const void *item, struct sl_error *err)
{
    struct log_book *log = context;
    const struct sl_check_row *row = item;
    const size_t length = strlen(log->csv);
    (void)err;
    sl_buffer_printf(&log->out, "%s|", row->severity);
    if (row->line != SL_NO_COUNT) sl_buffer_printf(&log->out, "%lld", (long long)row->line);
    sl_buffer_add_byte(&log->out, '|');
    const char *from = row->message;
    for (const char *at; (at = strstr(from, log->csv)) != NULL; from = at + length)
        sl_buffer_add(&log->out, from, (size_t)(at - from));
    sl_buffer_printf(&log->out, "%s\n", from);
    return SL_OK;
}

static void findings(struct log_book *log, const char *issuer,
                     const struct sl_check_options *options)
{
    struct sl_check_counts counts;
    const struct sl_sink sink = {write_finding, log};
    sl_buffer_clear(&log->out);
    sl_buffer_add_text(&log->out, "");
    enum sl_status status = sl_check(log->book, issuer, options, sink, &counts, &log->err);
    if (status != SL_OK && status != SL_NOTHING) fail_msg("%s", log->err.message);
    assert_int_equal(status == SL_NOTHING, counts.of[SL_SEVERITY_ERROR] > 0);
}

static void assert_found(void **state, const char *code, const char *csv, const char *expected)
{
    struct log_book *log = *state;
    struct sl_check_options options = every(code);
    log_book_import(log, csv);
    findings(log, NULL, &options);
    assert_string_equal(log->out.data, expected);
}

#define HEAD "date,kind,issuer,holder,stake,stake_after,shares,outstanding,source\n"

/* ---- sums ---- */

static void positions_over_100_are_found_once(void **state)
{
    assert_found(state, "over-100",
                 HEAD "2018-06-22,holding,Perdriel,Claude,93,,,,\n"
                      "2018-06-22,holding,Perdriel,Renault,40,,,,press\n"
                      "2018-07-01,holding,Perdriel,Renault,41,,,,\n",
                 "error|3|Perdriel is held by 133 % in all: Claude 93 % (2018-06-22, :2), "
                 "Renault 40 % (2018-06-22, press, :3)\n");
}

static void positions_that_go_over_100_again_are_found_again(void **state)
{
    assert_found(state, "over-100",
                 HEAD "2018,holding,X,A,93,,,,\n"
                      "2019,holding,X,B,40,,,,\n"
                      "2020,holding,X,A,60,,,,\n"
                      "2021,holding,X,A,70,,,,\n",
                 "error|3|X is held by 133 % in all: A 93 % (2018, :2), B 40 % (2019, :3)\n"
                 "error|5|X is held by 110 % in all: A 70 % (2021, :5), B 40 % (2019, :3)\n");
}

static void a_day_that_begins_over_100_and_ends_right_is_right(void **state)
{
    assert_found(state, "over-100",
                 HEAD "2018,holding,X,A,93,,,,\n"
                      "2018-06-01,holding,X,B,40,,,,\n"
                      "2018-06-01,holding,X,A,60,,,,\n",
                 "");
}

static void rounded_stakes_may_add_up_to_a_little_more(void **state)
{
    assert_found(state, "over-100",
                 HEAD "2018,holding,X,A,33.4,,,,\n"
                      "2018,holding,X,B,33.4,,,,\n"
                      "2018,holding,X,C,33.3,,,,\n",
                 "");
}

static void ranges_count_with_their_low_ends(void **state)
{
    assert_found(state, "over-100", HEAD "2018,holding,X,A,>50,,,,\n2018,holding,X,B,20-60,,,,\n",
                 "");
}

static void positions_before_an_incorporation_are_not_added(void **state)
{
    assert_found(state, "over-100",
                 HEAD "2018,holding,X,A,90,,,,\n2019,found,X,,,,,,\n2020,issue,X,B,,,100,,\n", "");
}

/* ---- positions ---- */

static void a_sale_of_more_than_was_held_is_found(void **state)
{
    assert_found(state, "oversold",
                 HEAD "2018,holding,X,A,10,,,,Reuters\n2019,dispose,X,A,20,,,,\n",
                 "error|3|A in X: loses 20 % (2019, :3), but held 10 % (2018, Reuters, :2)\n");
}

static void a_sale_of_all_that_digits_allow_is_none_of_more(void **state)
{
    assert_found(state, "oversold", HEAD "2018,holding,X,A,10,,,,\n2019,dispose,X,A,10.4,,,,\n",
                 "");
}

static void a_level_that_trades_do_not_lead_to_is_a_warning(void **state)
{
    assert_found(state, "mismatch",
                 HEAD "2018,holding,X,A,43.4,,,,\n2019,dispose,X,A,28.4,,,,Reuters\n"
                      "2020,holding,X,A,20.0,,,,AFP\n",
                 "warning|4|A in X: 20 % (2020, AFP, :4) is stated, but the log makes it 15 % "
                 "(2019, Reuters, :3)\n");
}

static void what_moved_a_counterparty_is_cited_and_is_no_takeover(void **state)
{
    assert_found(state, "mismatch",
                 "date,kind,issuer,holder,counterparty,stake\n2018,acquire,X,A,,20\n"
                 "2019,acquire,X,B,A,5\n2020,holding,X,A,,18\n",
                 "warning|4|A in X: 18 % (2020, :4) is stated, but the log makes it 15 % "
                 "(2019, :3)\n");
}

static void a_level_after_rows_without_a_holder_is_told_too(void **state)
{
    assert_found(state, "mismatch",
                 "date,kind,issuer,holder,counterparty,stake\n2018,acquire,X,A,,20\n"
                 "2019,acquire,X,,A,5\n2020,holding,X,A,,18\n"
                 "2021,acquire,X,,,100\n2022,holding,X,A,,9\n",
                 "warning|4|A in X: 18 % (2020, :4) is stated, but the log makes it 15 % "
                 "(2019, :3)\n"
                 "warning|6|A in X: 9 % (2022, :6) is stated, but the log makes it 0 %, as someone "
                 "took all of it (2021, :5)\n");
}

static void all_of_it_held_by_someone_disagrees_with_a_part(void **state)
{
    assert_found(state, "disagreement",
                 HEAD "2018-01-01,holding,X,A,15,,,,\n2018-01-01,holding,X,,100,,,,\n",
                 "error|3|someone in X: 100 % (2018-01-01, :3), and on the same date A holds 15 % "
                 "(2018-01-01, :2)\n");
}

static void a_level_after_another_level_is_an_info(void **state)
{
    assert_found(
        state, "mismatch", HEAD "2018,holding,X,A,40,,,,\n2019,holding,X,A,45,,,,\n",
        "info|3|A in X: 45 % (2019, :3) is stated, but the log makes it 40 % (2018, :2)\n");
}

static void a_stake_that_is_not_what_its_shares_make_is_a_mismatch(void **state)
{
    assert_found(state, "mismatch",
                 HEAD "2018,outstanding,X,,,,,1000,\n2019,holding,X,A,25,,200,,\n",
                 "warning|3|A in X: 200 shares of 1,000 are 20 %, not 25 % (2019, :3)\n");
}

static void a_purchase_down_to_a_level_is_a_mismatch(void **state)
{
    assert_found(state, "mismatch", HEAD "2018,holding,X,A,40,,,,\n2019,acquire,X,A,,30,,,\n",
                 "warning|3|A in X: buys, but 30 % is less than before (2019, :3)\n");
}

static void a_level_that_confirms_is_no_mismatch(void **state)
{
    assert_found(state, "mismatch,disagreement",
                 HEAD "2018,holding,X,A,43.4,,,,\n2019,holding,X,A,~43,,,,\n"
                      "2020,cancel,X,,10,,,,\n2021,holding,X,A,48.2,,,,\n",
                 "");
}

static void two_levels_on_one_date_disagree(void **state)
{
    assert_found(state, NULL,
                 HEAD "2018-05-01,holding,X,A,40,,,,Reuters\n2018-05-01,holding,X,A,45,,,,AFP\n",
                 "error|3|A in X: 45 % (2018-05-01, AFP, :3), and on the same date 40 % "
                 "(2018-05-01, Reuters, :2)\n");
}

static void all_of_it_and_a_part_on_one_date_cannot_be_in_either_order(void **state)
{
    assert_found(state, NULL,
                 HEAD "2018,holding,X,A,>50,,,,\n2018,holding,X,B,100,,,,\n"
                      "2018,holding,Y,B,100,,,,\n2018,holding,Y,A,>50,,,,\n",
                 "error|3|B in X: 100 % (2018, :3), and on the same date A holds 50–100 % "
                 "(2018, :2)\n"
                 "error|5|Y is held by 150 % or more in all: B 100 % (2018, :4), A 50–100 % "
                 "(2018, :5)\n");
}

static void two_counts_on_one_date_disagree(void **state)
{
    assert_found(state, "disagreement",
                 HEAD "2018-05-01,outstanding,X,,,,,1000,\n2018-05-01,outstanding,X,,,,,1200,\n",
                 "error|3|X: 1,200 shares (2018-05-01, :3), and on the same date 1,000 "
                 "(2018-05-01, :2)\n");
}

static void a_level_before_and_one_after_a_sale_of_the_day_agree(void **state)
{
    assert_found(state, NULL,
                 HEAD "2018-05-01,holding,X,A,40,,,,\n2018-05-01,dispose,X,A,10,,,,\n"
                      "2018-05-01,holding,X,A,30,,,,\n"
                      "2018-05-01,outstanding,X,,,,,1000,\n2018-05-02,outstanding,X,,,,,1200,\n",
                 "");
}

static void a_change_that_cannot_be_computed_is_an_info(void **state)
{
    assert_found(state, NULL, HEAD "2018,dispose,X,A,10,,,,\n",
                 "info|2|A in X: what this makes of the position cannot be computed (2018, :2)\n");
}

static void a_first_holding_of_no_size_is_no_finding(void **state)
{
    assert_found(state, NULL, HEAD "2018,holding,X,A,,,,,\n", "");
}

/* ---- shares and classes ---- */

static void more_issued_before_the_first_count_than_it_counts_is_found(void **state)
{
    assert_found(state, "waiting",
                 HEAD
                 "2017,holding,X,B,20,,,,\n2018,issue,X,A,,,500,,\n2019,outstanding,X,,,,,400,\n",
                 "error|4|X: 500 shares were issued before the first count, which is 400 "
                 "(2019, :4)\n");
}

static void more_held_before_the_first_count_than_it_counts_is_found(void **state)
{
    assert_found(
        state, "waiting", HEAD "2018,holding,X,A,,,500,,\n2019,outstanding,X,,,,,400,\n",
        "error|3|A in X: holds 500 shares (2018, :2), but there are only 400 (2019, :3)\n");
}

static void waiting_shares_within_the_count_are_right(void **state)
{
    assert_found(state, "waiting",
                 HEAD "2018,holding,X,A,,,500,,\n2018,issue,X,B,,,100,,\n"
                      "2019,outstanding,X,,,,,600,\n",
                 "");
}

static void a_company_that_owns_itself_is_found(void **state)
{
    assert_found(state, "self-held", HEAD "2018,holding,Nice-Matin,Nice-Matin,100,,,,\n",
                 "error|2|Nice-Matin owns 100 % of itself (2018, :2)\n");
}

static void own_shares_are_an_info(void **state)
{
    assert_found(state, "self-held", HEAD "2018,acquire,X,X,5,,,,\n2019,acquire,X,X,1,,,,\n",
                 "info|2|X owns 5 % of itself (2018, :2)\n");
}

static void holdings_of_others_are_not_of_itself(void **state)
{
    assert_found(state, "self-held", HEAD "2018,holding,X,Y,100,,,,\n2018,holding,Y,Z,100,,,,\n",
                 "");
}

static void companies_that_own_each_other_whole_are_a_circle(void **state)
{
    assert_found(state, "circle",
                 HEAD "2018,holding,A,B,100,,,,\n2018,holding,B,C,60,,,,\n2018,holding,B,A,40,,,,\n"
                      "2018,holding,C,A,100,,,,\n2018,holding,D,A,100,,,,\n",
                 "error||A is owned by B, B by C, C by A: nobody outside owns them\n");
}

static void a_circle_that_someone_outside_owns_a_part_of_is_none(void **state)
{
    assert_found(state, "circle",
                 HEAD "2018,holding,A,B,100,,,,\n2018,holding,B,A,99,,,,\n2018,holding,B,C,1,,,,\n",
                 "");
}

static void a_circle_is_found_from_one_of_its_companies_only(void **state)
{
    struct log_book *log = *state;
    struct sl_check_options options = every("circle");
    log_book_import(log, HEAD "2018,holding,A,B,100,,,,\n2018,holding,B,A,100,,,,\n"
                              "2018,holding,D,A,100,,,,\n");
    findings(log, "B", &options);
    assert_string_equal(log->out.data,
                        "error||A is owned by B, B by A: nobody outside owns them\n");
    findings(log, "D", &options);
    assert_string_equal(log->out.data, "");
}

static void blank_and_named_classes_mixed_are_a_warning(void **state)
{
    assert_found(state, "classes",
                 "date,kind,issuer,holder,class,stake\n2018,holding,X,A,,20\n"
                 "2018,holding,X,B,common,10\n2018,holding,X,C,common,10\n",
                 "warning|3|X: class common here (2018, :3), none there (2018, :2): these are "
                 "positions apart, and add up\n");
}

static void several_named_classes_are_no_mixture(void **state)
{
    assert_found(state, "classes",
                 "date,kind,issuer,holder,class,stake\n2018,holding,X,A,common,20\n"
                 "2018,holding,X,B,preferred,10\n2018,holding,Y,B,,10\n",
                 "");
}

/* ---- dates ---- */

#define DATED "date,known,kind,status,issuer,holder,stake,deal\n"

static void what_is_completed_in_the_future_is_found(void **state)
{
    assert_found(state, "future",
                 DATED
                 "2026-11-20,2027-01-01,holding,,X,A,10,\n2027-05-01,2026-05-01,holding,,X,B,10,\n",
                 "error|2|X: completed, and known from 2027-01-01, which is still to come "
                 "(2026-11-20, :2)\n"
                 "error|3|X: completed, but takes effect on 2027-05-01, which is still to come "
                 "(2027-05-01, :3)\n");
}

static void what_was_known_as_completed_before_it_was_is_a_warning(void **state)
{
    assert_found(state, "future", DATED "2024-03-01,2024-02-01,dispose,,X,A,10,\n",
                 "warning|2|X: completed on 2024-03-01, but known as completed before, on "
                 "2024-02-01 (2024-03-01, :2)\n");
}

static void what_is_only_announced_may_be_in_the_future(void **state)
{
    assert_found(state, "future",
                 DATED "2027-05-01,2026-05-01,acquire,announced,X,A,10,d\n"
                       "2026-11-22,,holding,,X,A,10,\n2026,,holding,,X,B,10,\n",
                 "");
}

static void a_deal_that_goes_back_from_completed_is_found(void **state)
{
    assert_found(state, "deal-reversed",
                 DATED
                 "2024-01-01,,acquire,completed,X,A,10,d1\n2024-02-01,,acquire,announced,X,A,,d1\n",
                 "error|3|X: deal d1 is announced (2024-02-01, :3), but was completed before "
                 "(2024-01-01, :2)\n");
}

static void a_completed_deal_that_is_cancelled_is_a_warning(void **state)
{
    assert_found(state, "deal-reversed",
                 DATED
                 "2024-01-01,,acquire,completed,X,A,10,d1\n2024-02-01,,acquire,cancelled,X,A,,d1\n",
                 "warning|3|X: deal d1 is cancelled (2024-02-01, :3), but was completed before "
                 "(2024-01-01, :2)\n");
}

static void a_deal_that_goes_on_and_parts_of_one_are_right(void **state)
{
    assert_found(
        state, "deal-reversed",
        "date,kind,status,issuer,holder,stake,deal,part\n"
        "2024-01-01,acquire,announced,X,A,10,d1,\n2024-02-01,acquire,completed,X,A,,d1,\n"
        "2024-03-01,acquire,completed,X,A,11,d1,\n2024-04-01,acquire,announced,X,A,5,d1,two\n",
        "");
}

/* ---- money ---- */

#define MONEY "date,kind,issuer,holder,amount,pre_money,post_money,price,shares,round\n"

static void investors_who_put_in_more_than_the_round_are_found(void **state)
{
    assert_found(
        state, "round-total",
        MONEY "2024,round,X,,USD 10.0 Mn,,,,,Seed\n2024,round,X,A,USD 6 Mn,,,,,Seed\n"
              "2024,round,X,B,USD 7 Mn,,,,,Seed\n",
        "error|2|X, Seed: the investors put in USD 13,000,000 (2024, :3), but the round was "
        "USD 10,000,000 (2024, :2)\n");
}

static void investors_within_the_rounding_of_the_total_are_right(void **state)
{
    assert_found(state, "round-total",
                 MONEY
                 "2024,round,X,,USD 12 Mn,,,,,Seed\n2024,round,X,A,\"USD 12,300,000\",,,,,Seed\n"
                 "2024,round,X,B,EUR 7 Mn,,,,,Seed\n2024,round,Y,,USD 5 Mn,,,,,Seed\n"
                 "2024,round,Y,A,USD 3 Mn,,,,,Seed\n",
                 "");
}

static void valuations_that_do_not_add_up_are_a_warning(void **state)
{
    assert_found(state, "valuation", MONEY "2024,round,X,,USD 10 Mn,USD 40 Mn,USD 60 Mn,,,A\n",
                 "warning|2|X, A: USD 40,000,000 before and USD 10,000,000 raised make USD "
                 "50,000,000, not USD 60,000,000 (2024, :2)\n");
}

static void valuations_that_add_up_as_rounded_are_right(void **state)
{
    assert_found(state, "valuation",
                 MONEY "2024,round,X,,USD 10.4 Mn,USD 40 Mn,USD 50 Mn,,,A\n"
                       "2024,round,Y,,USD 10 Mn,,USD 60 Mn,,,A\n",
                 "");
}

static void a_price_that_does_not_make_the_amount_is_a_warning(void **state)
{
    assert_found(state, "price", MONEY "2016,issue,X,A,JPY 257 bn,,,JPY 468.52,506.6 M,\n",
                 "warning|2|X: 506,600,000 shares at JPY 468.52 make JPY 237,352,232,000, not JPY "
                 "257,000,000,000 (2016, :2)\n");
}

static void a_price_that_makes_the_amount_as_rounded_is_right(void **state)
{
    assert_found(state, "price",
                 MONEY "2016,issue,X,A,JPY 237 bn,,,JPY 468.52,506.6 M,\n"
                       "2017,issue,X,B,USD 100,,,USD 3.33,30,\n2018,issue,X,B,,,,USD 3.33,30,\n",
                 "");
}

static void money_of_another_time_is_found(void **state)
{
    assert_found(state, "currency",
                 MONEY "2010,round,X,,DEM 10 Mn,,,,,A\n1999,round,Y,,DEM 10 Mn,,,,,A\n",
                 "error|2|X: DEM was no currency any more after 2002 (2010, :2)\n");
}

/* ---- names ---- */

static void names_that_spelling_and_legal_form_tell_apart_look_like_one(void **state)
{
    struct log_book *log = *state;
    struct sl_check_options options = every("similar-names");
    log_book_import(log, HEAD "2018,holding,X,Nissan Motor,10,,,,\n"
                              "2018,holding,X,\"NISSAN MOTOR CO., LTD.\",10,,,,\n");
    findings(log, NULL, &options);
    assert_string_equal(log->out.data, "warning||'Nissan Motor' and 'NISSAN MOTOR CO., LTD.' look "
                                       "like one entity\n");
    assert_int_equal(
        sl_entity_merge(log->book, "Nissan Motor", "NISSAN MOTOR CO., LTD.", &log->err), SL_OK);
    findings(log, NULL, &options);
    assert_string_equal(log->out.data, "");
}

static void long_names_one_letter_apart_are_an_info(void **state)
{
    assert_found(state, "similar-names",
                 HEAD
                 "2018,holding,X,Groupe L'Opinion,10,,,,\n2018,holding,X,Groupe L'Opinon,10,,,,\n",
                 "info||'Groupe L'Opinion' and 'Groupe L'Opinon' look like one entity: one letter "
                 "differs\n");
}

static void names_that_a_number_tells_apart_are_two(void **state)
{
    assert_found(state, "similar-names",
                 HEAD "2018,holding,X,Growth Fund 12,10,,,,\n2018,holding,X,Growth Fund 13,10,,,,\n"
                      "2018,holding,X,Abe,10,,,,\n2018,holding,X,Ade,10,,,,\n",
                 "");
}

static void many_pairs_of_names_are_one_finding_unless_asked_for(void **state)
{
    struct log_book *log = *state;
    struct sl_check_options options = every(NULL);
    log_book_import(log, HEAD "2018,holding,X,Alpha One,1,,,,\n2018,holding,X,alpha-one,1,,,,\n"
                              "2018,holding,X,Beta One,1,,,,\n2018,holding,X,beta-one,1,,,,\n"
                              "2018,holding,X,Gamma One,1,,,,\n2018,holding,X,gamma-one,1,,,,\n"
                              "2018,holding,X,Delta One,1,,,,\n2018,holding,X,delta-one,1,,,,\n"
                              "2018,holding,X,Zeta One,1,,,,\n2018,holding,X,zeta-one,1,,,,\n");
    findings(log, NULL, &options);
    assert_string_equal(log->out.data,
                        "warning||'Alpha One' and 'alpha-one' look like one entity, and so do 4 "
                        "more pairs of names: --code similar-names lists them\n");
    options.codes = "similar-names";
    findings(log, NULL, &options);
    assert_string_equal(log->out.data, "warning||'Alpha One' and 'alpha-one' look like one entity\n"
                                       "warning||'Beta One' and 'beta-one' look like one entity\n"
                                       "warning||'Delta One' and 'delta-one' look like one entity\n"
                                       "warning||'Gamma One' and 'gamma-one' look like one entity\n"
                                       "warning||'Zeta One' and 'zeta-one' look like one entity\n");
}

/* They are read by two threads then. */
static void of_very_many_names_the_first_and_the_last_may_look_alike(void **state)
{
    enum { NAMES = 21000 };
    struct log_book *log = *state;
    struct sl_check_options options = every("similar-names");
    struct sl_buffer csv = {0};
    static const char pair[] = "warning||'Alpha Partners' and 'alpha-partners' look like one "
                               "entity\n";
    sl_buffer_add_text(&csv, HEAD "2018,holding,X,Alpha Partners,1,,,,\n");
    for (unsigned i = 0; i < NAMES; i++)
        sl_buffer_printf(&csv, "2018,holding,Y,Fund %u,0,,,,\n", i);
    sl_buffer_add_text(&csv, "2018,holding,Z,alpha-partners,1,,,,\n");
    log_book_import(log, csv.data);
    assert_int_equal(sl_book_read_begin(log->book, &log->err), SL_OK);
    static const char *const issuers[] = {NULL, "X", "Z"};
    for (size_t i = 0; i < sizeof issuers / sizeof *issuers; i++) {
        findings(log, issuers[i], &options);
        assert_string_equal(log->out.data, pair);
    }
    findings(log, "Y", &options);
    assert_string_equal(log->out.data, "");
    sl_book_read_end(log->book);
    sl_buffer_release(&csv);
}

/* ---- what is asked for ---- */

static const char mixed[] =
    HEAD "2018,holding,X,A,40,,,,\n2019,holding,X,A,45,,,,\n2020,dispose,X,A,50,,,,\n"
         "2021,holding,Y,Y,100,,,,\n";

static void severity_leaves_out_what_is_less_grave(void **state)
{
    struct log_book *log = *state;
    struct sl_check_options options = every(NULL);
    log_book_import(log, mixed);
    findings(log, NULL, &options);
    assert_string_equal(log->out.data,
                        "info|3|A in X: 45 % (2019, :3) is stated, but the log makes it 40 % "
                        "(2018, :2)\n"
                        "error|4|A in X: loses 50 % (2020, :4), but held 45 % (2019, :3)\n"
                        "error|5|Y owns 100 % of itself (2021, :5)\n");
    options.least = SL_SEVERITY_ERROR;
    findings(log, "X", &options);
    assert_string_equal(log->out.data,
                        "error|4|A in X: loses 50 % (2020, :4), but held 45 % (2019, :3)\n");
}

static void dates_leave_out_what_comes_later(void **state)
{
    struct log_book *log = *state;
    struct sl_check_options options = every("oversold,self-held");
    log_book_import(log, mixed);
    options.view.to = day("2020");
    findings(log, NULL, &options);
    assert_string_equal(log->out.data,
                        "error|4|A in X: loses 50 % (2020, :4), but held 45 % (2019, :3)\n");
    options.view = SL_VIEW_ALL;
    options.view.known_by = day("2019");
    findings(log, NULL, &options);
    assert_string_equal(log->out.data, "");
}

static void a_code_that_is_none_is_misuse(void **state)
{
    struct log_book *log = *state;
    struct sl_check_options options = every("oversold,nonsense");
    struct sl_sink sink = log_book_sink(log, &sl_check_row_type, NULL);
    assert_int_equal(sl_check(log->book, NULL, &options, sink, NULL, &log->err), SL_MISUSE);
    assert_string_equal(log->err.message, "'nonsense' is no code of a check");
}

static void errors_are_counted_in_the_message(void **state)
{
    struct log_book *log = *state;
    struct sl_check_options options = every(NULL);
    struct sl_sink sink = log_book_sink(log, &sl_check_row_type, NULL);
    log_book_import(log, mixed);
    assert_int_equal(sl_check(log->book, NULL, &options, sink, NULL, &log->err), SL_NOTHING);
    assert_string_equal(log->err.message, "2 errors");
}

static void the_columns_are_those_of_the_contract_and_more(void **state)
{
    (void)state;
    assert_columns(&sl_check_row_type, "severity,code,date,issuer,holder,message,source,file,line");
}

#define FACT(name) cmocka_unit_test_setup_teardown(name, log_book_set_up, log_book_tear_down)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        FACT(positions_over_100_are_found_once),
        FACT(positions_that_go_over_100_again_are_found_again),
        FACT(a_day_that_begins_over_100_and_ends_right_is_right),
        FACT(rounded_stakes_may_add_up_to_a_little_more),
        FACT(ranges_count_with_their_low_ends),
        FACT(positions_before_an_incorporation_are_not_added),
        FACT(a_sale_of_more_than_was_held_is_found),
        FACT(a_sale_of_all_that_digits_allow_is_none_of_more),
        FACT(a_level_that_trades_do_not_lead_to_is_a_warning),
        FACT(what_moved_a_counterparty_is_cited_and_is_no_takeover),
        FACT(a_level_after_rows_without_a_holder_is_told_too),
        FACT(all_of_it_held_by_someone_disagrees_with_a_part),
        FACT(a_level_after_another_level_is_an_info),
        FACT(a_stake_that_is_not_what_its_shares_make_is_a_mismatch),
        FACT(a_purchase_down_to_a_level_is_a_mismatch),
        FACT(a_level_that_confirms_is_no_mismatch),
        FACT(two_levels_on_one_date_disagree),
        FACT(all_of_it_and_a_part_on_one_date_cannot_be_in_either_order),
        FACT(two_counts_on_one_date_disagree),
        FACT(a_level_before_and_one_after_a_sale_of_the_day_agree),
        FACT(a_change_that_cannot_be_computed_is_an_info),
        FACT(a_first_holding_of_no_size_is_no_finding),
        FACT(more_issued_before_the_first_count_than_it_counts_is_found),
        FACT(more_held_before_the_first_count_than_it_counts_is_found),
        FACT(waiting_shares_within_the_count_are_right),
        FACT(a_company_that_owns_itself_is_found),
        FACT(own_shares_are_an_info),
        FACT(holdings_of_others_are_not_of_itself),
        FACT(companies_that_own_each_other_whole_are_a_circle),
        FACT(a_circle_that_someone_outside_owns_a_part_of_is_none),
        FACT(a_circle_is_found_from_one_of_its_companies_only),
        FACT(blank_and_named_classes_mixed_are_a_warning),
        FACT(several_named_classes_are_no_mixture),
        FACT(what_is_completed_in_the_future_is_found),
        FACT(what_was_known_as_completed_before_it_was_is_a_warning),
        FACT(what_is_only_announced_may_be_in_the_future),
        FACT(a_deal_that_goes_back_from_completed_is_found),
        FACT(a_completed_deal_that_is_cancelled_is_a_warning),
        FACT(a_deal_that_goes_on_and_parts_of_one_are_right),
        FACT(investors_who_put_in_more_than_the_round_are_found),
        FACT(investors_within_the_rounding_of_the_total_are_right),
        FACT(valuations_that_do_not_add_up_are_a_warning),
        FACT(valuations_that_add_up_as_rounded_are_right),
        FACT(a_price_that_does_not_make_the_amount_is_a_warning),
        FACT(a_price_that_makes_the_amount_as_rounded_is_right),
        FACT(money_of_another_time_is_found),
        FACT(names_that_spelling_and_legal_form_tell_apart_look_like_one),
        FACT(long_names_one_letter_apart_are_an_info),
        FACT(names_that_a_number_tells_apart_are_two),
        FACT(many_pairs_of_names_are_one_finding_unless_asked_for),
        FACT(of_very_many_names_the_first_and_the_last_may_look_alike),
        FACT(severity_leaves_out_what_is_less_grave),
        FACT(dates_leave_out_what_comes_later),
        FACT(a_code_that_is_none_is_misuse),
        FACT(errors_are_counted_in_the_message),
        FACT(the_columns_are_those_of_the_contract_and_more),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
