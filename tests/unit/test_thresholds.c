/* Crossings of lines: both ways, by whose doing, how sure, and as each regime counts them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <stakeline/changes.h>

#include "log_book.h"

#define HEADER                                                                               \
    "date,kind,status,issuer,holder,counterparty,class,stake,votes,shares,outstanding,deal," \
    "source\n"

static struct sl_crossing_options at(const char *lines)
{
    return (struct sl_crossing_options){.view = SL_VIEW_ALL, .lines = lines};
}

static struct sl_crossing_options under(enum sl_regime regime)
{
    return (struct sl_crossing_options){.view = SL_VIEW_ALL, .regime = regime};
}

static void assert_crossings(struct log_book *log, struct sl_crossing_options options,
                             const char *columns, const char *expected)
{
    struct sl_sink sink = log_book_sink(log, &sl_crossing_row_type, columns);
    assert_rows(log, sl_crossings(log->book, "Acme", &options, sink, &log->err), expected);
}

static void assert_none(struct log_book *log, struct sl_crossing_options options)
{
    struct sl_sink sink = log_book_sink(log, &sl_crossing_row_type, NULL);
    assert_int_equal(sl_crossings(log->book, "Acme", &options, sink, &log->err), SL_NOTHING);
    assert_string_equal(log->out.data, "");
}

/* Ann's way: bought, bought, sold, as steps of a stake of 100,000 shares in all. */
static void import_steps(struct log_book *log, const char *const *steps, size_t count)
{
    struct sl_buffer csv = {0};
    sl_buffer_add_text(&csv, HEADER "2019-01-01,outstanding,,Acme,,,,,,,100000,,\n");
    for (size_t i = 0; i < count; i++)
        sl_buffer_printf(&csv, "2020-01-%02d,%s,,,\n", (int)i + 1, steps[i]);
    assert_false(csv.failed);
    log_book_import(log, csv.data);
    sl_buffer_release(&csv);
}
#define STEPS(log, ...)                                   \
    import_steps(log, (const char *const[]){__VA_ARGS__}, \
                 sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *))
#define BUY(shares) "acquire,,Acme,Ann,,,,," shares
#define SELL(shares) "dispose,,Acme,Ann,,,,," shares

static void the_columns_are_those_of_the_contract_and_more(void **state)
{
    (void)state;
    assert_columns(&sl_crossing_row_type,
                   "date,holder,direction,threshold_pct,from_pct,to_pct,source,of,certainty,cause,"
                   "kind,status,deal");
}

static void each_line_has_a_row_in_the_order_in_which_it_is_met(void **state)
{
    struct log_book *log = *state;
    STEPS(log, BUY("3000"), BUY("9000"), SELL("8000"));
    assert_crossings(log, at("10,5,10"), "date direction threshold_pct from_pct to_pct certainty",
                     "2020-01-02|up|5|3|12|\n"
                     "2020-01-02|up|10|3|12|\n"
                     "2020-01-03|down|10|12|4|\n"
                     "2020-01-03|down|5|12|4|\n");
}

static void a_line_is_reached_from_below_and_left_below_it(void **state)
{
    struct log_book *log = *state;
    STEPS(log, BUY("5000"), BUY("1"), SELL("1"), SELL("1"));
    assert_crossings(log, at("5"), "date direction from_pct to_pct",
                     "2020-01-01|up|0|5\n2020-01-04|down|5|4.999\n");
}

static void sums_that_come_to_a_line_reach_it_whatever_their_rounding(void **state)
{
    struct log_book *log = *state;
    log_book_import(log, HEADER "2020-01-01,acquire,,Acme,Ann,,,0.1,,,,,\n"
                                "2020-01-02,acquire,,Acme,Ann,,,0.2,,,,,\n");
    assert_crossings(log, at("0.3"), "date direction certainty", "2020-01-02|up|\n");
}

static void the_event_its_cause_and_source_are_named(void **state)
{
    struct log_book *log = *state;
    log_book_import(log, HEADER "2020-01-01,holding,,Acme,Ann,,,12,,,,,register\n"
                                "2020-02-01,dispose,,Acme,Ann,Bob,,6,,,,d-1,Reuters\n"
                                "2020-03-01,issue,,Acme,Fund,,,40,,,,d-2,filing\n"
                                "2020-04-01,holding,,Acme,Ann,,,7,,,,,letter\n");
    assert_crossings(log, at("5"), NULL,
                     "2020-01-01|Ann|up|5||12|register|capital|possible|stated|holding|completed|\n"
                     "2020-02-01|Bob|up|5|0|6|Reuters|capital||counterparty|dispose|completed|d-1\n"
                     "2020-03-01|Fund|up|5|0|40|filing|capital||own|issue|completed|d-2\n"
                     "2020-03-01|Ann|down|5|6|3.6|filing|capital||dilution|issue|completed|d-2\n"
                     "2020-03-01|Bob|down|5|6|3.6|filing|capital||dilution|issue|completed|d-2\n"
                     "2020-04-01|Ann|up|5|3.6|7|letter|capital||stated|holding|completed|\n");
}

static void a_takeover_takes_everyone_else_below(void **state)
{
    struct log_book *log = *state;
    log_book_import(log, HEADER "2020-01-01,acquire,,Acme,Ann,,,6,,,,,\n"
                                "2020-02-01,acquire,,Acme,Eve,,,100,,,,,\n");
    assert_crossings(log, at("5"), "date holder direction to_pct cause",
                     "2020-01-01|Ann|up|6|own\n2020-02-01|Eve|up|100|own\n"
                     "2020-02-01|Ann|down|0|takeover\n");
}

static void a_range_around_a_line_is_a_possible_crossing(void **state)
{
    struct log_book *log = *state;
    log_book_import(log, HEADER "2020-01-01,acquire,,Acme,Ann,,,3,,,,,\n"
                                "2020-02-01,holding,,Acme,Ann,,,~5,,,,,\n"
                                "2020-03-01,holding,,Acme,Ann,,,5.5,,,,,\n"
                                "2020-04-01,holding,,Acme,Ann,,,4.7-5.2,,,,,\n");
    assert_crossings(log, at("5"), "date direction from_pct to_pct certainty",
                     "2020-02-01|up|3|5|possible\n"
                     "2020-03-01|up|5|5.5|possible\n"
                     "2020-04-01|down|5.5|4.95|possible\n");
}

static void after_an_unknown_stake_the_crossing_is_possible(void **state)
{
    struct log_book *log = *state;
    log_book_import(log, HEADER "2020-01-01,acquire,,Acme,Ann,,,12,,,,,\n"
                                "2020-02-01,dispose,,Acme,Ann,,,,,,,,\n"
                                "2020-03-01,holding,,Acme,Ann,,,8,,,,,\n"
                                "2020-04-01,holding,,Acme,Ann,,,2,,,,,\n");
    assert_crossings(log, at("5,10"), "date direction threshold_pct from_pct certainty",
                     "2020-01-01|up|5|0|\n2020-01-01|up|10|0|\n"
                     "2020-03-01|down|10|12|possible\n2020-04-01|down|5|8|\n");
}

static void the_classes_of_a_holder_count_together(void **state)
{
    struct log_book *log = *state;
    log_book_import(log, HEADER "2019-01-01,outstanding,,Acme,,,,,,,1000,,\n"
                                "2020-01-01,acquire,,Acme,Ann,,A,,,30,,,\n"
                                "2020-02-01,acquire,,Acme,Ann,,B,,,30,,,\n");
    assert_crossings(log, at("5"), "date direction from_pct to_pct", "2020-02-01|up|3|6\n");
}

static void moving_from_one_class_to_another_in_one_round_crosses_nothing(void **state)
{
    struct log_book *log = *state;
    log_book_import(log, HEADER "2019-01-01,outstanding,,Acme,,,,,,,1000,,\n"
                                "2020-01-01,acquire,,Acme,Ann,,A,,,30,,,\n"
                                "2020-02-01,issue,,Acme,Ann,,A,,,10,,d-1,\n"
                                "2020-02-01,issue,,Acme,Ann,,B,,,10,,d-1,\n");
    assert_crossings(log, at("4.5"), "date direction from_pct to_pct",
                     "2020-02-01|up|3|4.901961\n");
}

static void a_pending_event_crosses_only_pro_forma(void **state)
{
    struct log_book *log = *state;
    struct sl_crossing_options options = at("5");
    log_book_import(log, HEADER "2020-01-01,acquire,announced,Acme,Ann,,,6,,,,,\n");
    assert_none(log, options);
    options.view.pro_forma = SL_STAGE_RUMOURED;
    assert_crossings(log, options, "direction status", "up|announced\n");
}

static void earlier_crossings_are_hidden_but_count(void **state)
{
    struct log_book *log = *state;
    struct sl_crossing_options options = at("5");
    STEPS(log, BUY("6000"), BUY("1000"), SELL("4000"), BUY("9000"));
    options.view.from = 18263; /* 2020-01-02 */
    options.view.to = 18264;
    assert_crossings(log, options, "date direction", "2020-01-03|down\n");
}

static void votes_have_crossings_of_their_own(void **state)
{
    struct log_book *log = *state;
    struct sl_crossing_options options = at("20,25");
    log_book_import(log, HEADER "2015-04-22,acquire,,Acme,State,,,19.74,,,,,Reuters\n"
                                "2016-04-06,holding,,Acme,State,,,19.74,26.05,,,,CCFA\n"
                                "2017-01-01,note,,Acme,State,,,,24,,,,note\n");
    assert_none(log, options);
    options.votes = true;
    assert_crossings(log, options, "date direction threshold_pct from_pct to_pct cause kind",
                     "2016-04-06|up|20|19.74|26.05|stated|holding\n"
                     "2016-04-06|up|25|19.74|26.05|stated|holding\n"
                     "2017-01-01|down|25|26.05|24|stated|note\n");
}

static void a_founding_begins_anew_and_crosses_nothing(void **state)
{
    struct log_book *log = *state;
    log_book_import(log, HEADER "2020-01-01,acquire,,Acme,Ann,,,60,,,,,\n"
                                "2021-01-01,found,,Acme,,,,,,,,,\n"
                                "2021-01-02,issue,,Acme,Ann,,,,,100,,,\n");
    assert_crossings(log, at("50"), "date direction from_pct",
                     "2020-01-01|up|0\n2021-01-02|up|0\n");
}

static void a_founding_that_is_only_announced_begins_anew_pro_forma(void **state)
{
    struct log_book *log = *state;
    struct sl_crossing_options options = at("50");
    log_book_import(log, HEADER "2020-01-01,acquire,,Acme,Ann,,,60,,,,,\n"
                                "2021-01-01,found,announced,Acme,,,,,,,,,\n"
                                "2021-01-02,issue,,Acme,Ann,,,,,100,,,\n");
    assert_crossings(log, options, "date from_pct", "2020-01-01|0\n");
    options.view.pro_forma = SL_STAGE_RUMOURED;
    assert_crossings(log, options, "date from_pct", "2020-01-01|0\n2021-01-02|0\n");
}

/* ---- regimes ---- */

static void sec_counts_more_than_5(void **state)
{
    struct log_book *log = *state;
    STEPS(log, BUY("5000"), BUY("1"), SELL("1"));
    assert_crossings(log, under(SL_REGIME_SEC), "date direction threshold_pct",
                     "2020-01-02|up|5\n2020-01-03|down|5\n");
}

static void a_stake_stated_at_a_line_may_be_over_it(void **state)
{
    struct log_book *log = *state;
    log_book_import(log, HEADER "2020-01-01,acquire,,Acme,Ann,,,13.5,,,,,\n"
                                "2020-02-01,acquire,,Acme,Ann,,,1.5,,,,,\n");
    assert_crossings(log, under(SL_REGIME_AMF), "date threshold_pct certainty",
                     "2020-01-01|5|\n2020-01-01|10|\n2020-02-01|15|possible\n");
    assert_crossings(log, at("15"), "date certainty", "2020-02-01|\n");
}

static void dtr5_counts_each_whole_per_cent_from_3_rounded_down(void **state)
{
    struct log_book *log = *state;
    STEPS(log, BUY("2999"), BUY("1"), BUY("990"), BUY("1510"), SELL("501"));
    assert_crossings(log, under(SL_REGIME_DTR5), "date direction threshold_pct to_pct",
                     "2020-01-02|up|3|3\n2020-01-04|up|4|5.5\n2020-01-04|up|5|5.5\n"
                     "2020-01-05|down|5|4.999\n");
}

static void amf_counts_thirds(void **state)
{
    struct log_book *log = *state;
    STEPS(log, BUY("33000"), BUY("334"), BUY("33332"), BUY("1"), BUY("30000"));
    assert_crossings(log, under(SL_REGIME_AMF), "date threshold_pct",
                     "2020-01-01|5\n2020-01-01|10\n2020-01-01|15\n2020-01-01|20\n2020-01-01|25\n"
                     "2020-01-01|30\n2020-01-02|33.333333\n2020-01-03|50\n2020-01-04|66.666667\n"
                     "2020-01-05|90\n2020-01-05|95\n");
}

static void amf_asks_for_more_than_a_line_upwards_and_for_less_downwards(void **state)
{
    struct log_book *log = *state;
    STEPS(log, BUY("15000"), BUY("5000"), SELL("5000"), SELL("1"));
    assert_crossings(log, under(SL_REGIME_AMF), "date direction threshold_pct",
                     "2020-01-01|up|5\n2020-01-01|up|10\n2020-01-02|up|15\n2020-01-03|down|20\n"
                     "2020-01-04|down|15\n");
}

static void amf_counts_capital_and_votes_each_for_itself(void **state)
{
    struct log_book *log = *state;
    log_book_import(log, HEADER "2014-01-01,outstanding,,Acme,,,,,,,100000,,\n"
                                "2014-02-01,acquire,,Acme,State,,,,,15010,,,\n"
                                "2016-04-06,note,,Acme,State,,,,26,,,,\n"
                                "2017-11-02,dispose,,Acme,State,,,,19,6000,,,\n");
    assert_crossings(log, under(SL_REGIME_AMF),
                     "date direction threshold_pct from_pct to_pct of cause",
                     "2014-02-01|up|5|0|15.01|both|own\n2014-02-01|up|10|0|15.01|both|own\n"
                     "2014-02-01|up|15|0|15.01|both|own\n"
                     "2016-04-06|up|20|15.01|26|votes|stated\n"
                     "2016-04-06|up|25|15.01|26|votes|stated\n"
                     "2017-11-02|down|15|15.01|9.01|capital|own\n"
                     "2017-11-02|down|10|15.01|9.01|capital|own\n"
                     "2017-11-02|down|25|26|19|votes|own\n2017-11-02|down|20|26|19|votes|own\n");
}

static void without_a_capital_nothing_is_known_of_a_holder_but_stated_votes(void **state)
{
    struct log_book *log = *state;
    struct sl_crossing_options options = at("20,50");
    options.votes = true;
    log_book_import(log, HEADER "2019-01-01,outstanding,,Acme,,,,,,,100,,\n"
                                "2020-01-01,acquire,,Acme,Ann,,A,,,40,,,\n"
                                "2020-01-01,acquire,,Acme,Bob,,,,30,10,,,\n"
                                "2020-02-01,cancel,,Acme,Ann,,,,21,100,,,\n"
                                "2020-03-01,dispose,,Acme,Bob,,,,,10,,,\n");
    assert_crossings(log, options, "date holder direction from_pct to_pct certainty",
                     "2020-01-01|Ann|up|0|40|\n2020-01-01|Bob|up|0|30|\n"
                     "2020-03-01|Bob|down|30|0|\n");
}

static void shares_that_waited_for_a_count_cross_when_it_comes(void **state)
{
    struct log_book *log = *state;
    log_book_import(log, HEADER "2020-01-01,holding,,Acme,Ann,,,,,500,,,\n"
                                "2020-02-01,outstanding,,Acme,,,,,,,1000,,\n"
                                "2020-03-01,dispose,,Acme,Ann,,,,,100,,,\n");
    assert_crossings(log, at("10,45"),
                     "date direction threshold_pct from_pct to_pct certainty cause",
                     "2020-02-01|up|10||50|possible|stated\n2020-02-01|up|45||50|possible|stated\n"
                     "2020-03-01|down|45|50|40||own\n");
}

static void votes_that_cross_as_the_capital_does_have_no_rows_of_their_own(void **state)
{
    struct log_book *log = *state;
    log_book_import(log, HEADER "2020-01-01,acquire,,Acme,Ann,,,1/8,12.5,,,,\n"
                                "2020-02-01,acquire,,Acme,Ann,,A,10,,,,,\n");
    assert_crossings(log, under(SL_REGIME_AMF), "threshold_pct from_pct to_pct of",
                     "5|0|12.5|both\n10|0|12.5|both\n"
                     "15|12.5|22.5|both\n20|12.5|22.5|both\n");
}

static void votes_stated_as_a_fraction_are_as_exact_as_a_stake(void **state)
{
    struct log_book *log = *state;
    log_book_import(log, HEADER "2020-01-01,holding,,Acme,Ann,,,~1,,,,,\n"
                                "2020-02-01,note,,Acme,Ann,,,,1/4,,,,\n"
                                "2020-03-01,note,,Acme,Ann,,,,30,,,,\n");
    assert_crossings(log, under(SL_REGIME_AMF), "date threshold_pct to_pct certainty",
                     "2020-02-01|5|25|\n2020-02-01|10|25|\n2020-02-01|15|25|\n"
                     "2020-02-01|20|25|\n2020-03-01|25|30|\n2020-03-01|30|30|possible\n");
}

static void a_class_that_is_gone_leaves_the_others_as_sure_as_they_are(void **state)
{
    struct log_book *log = *state;
    log_book_import(log, HEADER "2020-01-01,acquire,,Acme,Ann,,,3.10,,,,,\n"
                                "2020-01-02,acquire,,Acme,Ann,,A,3-5,,,,,\n"
                                "2020-02-01,dispose,,Acme,Ann,,,3.10,,,,,\n");
    assert_crossings(log, under(SL_REGIME_SEC), "date direction from_pct to_pct certainty",
                     "2020-01-02|up|3.1|7.1|\n2020-02-01|down|7.1|4|\n");
}

static void shares_that_waited_are_the_cause_though_another_class_is_diluted(void **state)
{
    struct log_book *log = *state;
    log_book_import(log, HEADER "2020-01-01,issue,,Acme,Ann,,,,,1000,,,\n"
                                "2020-02-01,acquire,,Acme,Ann,,A,1/10,,,,,\n"
                                "2020-03-01,outstanding,,Acme,,,,,,,20000,,\n");
    assert_crossings(log, at("5,10"), "date threshold_pct to_pct certainty cause",
                     "2020-03-01|5|14.5|possible|stated\n2020-03-01|10|14.5|possible|stated\n");
}

static void sebi_counts_changes_of_more_than_2_since_the_last_crossing(void **state)
{
    struct log_book *log = *state;
    STEPS(log, BUY("4900"), BUY("100"), BUY("2000"), BUY("1"), SELL("1500"), SELL("502"),
          BUY("20001"), SELL("21000"), BUY("500"));
    assert_crossings(log, under(SL_REGIME_SEBI), "date direction threshold_pct from_pct to_pct",
                     "2020-01-02|up|5|4.9|5\n"   /* 5 or more */
                     "2020-01-04|up|7|7|7.001\n" /* 2 points were not enough */
                     "2020-01-06|down|5|5.501|4.999\n"
                     "2020-01-07|up|5|4.999|25\n"
                     "2020-01-07|up|25|4.999|25\n"
                     "2020-01-08|down|25|25|4\n"
                     "2020-01-08|down|5|25|4\n");
}

static void sebi_measures_from_the_last_crossing_not_the_last_event(void **state)
{
    struct log_book *log = *state;
    STEPS(log, BUY("10000"), BUY("1500"), BUY("1500"), SELL("2500"));
    assert_crossings(log, under(SL_REGIME_SEBI), "date direction threshold_pct to_pct",
                     "2020-01-01|up|5|10\n2020-01-03|up|12|13\n2020-01-04|down|11|10.5\n");
}

static void a_range_that_stays_as_it_is_is_no_change(void **state)
{
    struct log_book *log = *state;
    log_book_import(log, HEADER "2020-01-01,acquire,,Acme,Ann,,,6-10,,,,,\n"
                                "2020-02-01,holding,,Acme,Ann,,,5-11,,,,,\n"
                                "2020-03-01,dispose,announced,Acme,Ann,,,,,,,,\n");
    assert_crossings(log, under(SL_REGIME_SEBI), "date threshold_pct", "2020-01-01|5\n");
    struct sl_crossing_options votes = under(SL_REGIME_SEBI);
    votes.votes = true;
    assert_crossings(log, votes, "date threshold_pct", "2020-01-01|5\n");
}

static void a_change_from_a_range_is_certain_when_it_is_one_from_either_end(void **state)
{
    struct log_book *log = *state;
    log_book_import(log, HEADER "2020-01-01,acquire,,Acme,Ann,,,6-7,,,,,\n"
                                "2020-02-01,holding,,Acme,Ann,,,8.7,,,,,\n"
                                "2020-03-01,holding,,Acme,Ann,,,11.5-12,,,,,\n"
                                "2020-04-01,holding,,Acme,Ann,,,9-9.4,,,,,\n"
                                "2020-05-01,holding,,Acme,Ann,,,~20,,,,,\n"
                                "2020-06-01,holding,,Acme,Ann,,,~23,,,,,\n");
    assert_crossings(log, under(SL_REGIME_SEBI), "date direction threshold_pct to_pct certainty",
                     "2020-01-01|up|5|6.5|\n"
                     "2020-02-01|up|8.5|8.7|possible\n"
                     "2020-03-01|up|10.7|11.75|\n"
                     "2020-04-01|down|9.75|9.2|\n"
                     "2020-05-01|up|11.2|20|\n"
                     "2020-06-01|up|22|23|possible\n");
}

static void japan_counts_more_than_5_then_changes_of_1(void **state)
{
    struct log_book *log = *state;
    STEPS(log, BUY("5000"), BUY("1"), BUY("999"), BUY("1"), BUY("2999"), SELL("1000"),
          SELL("3000"));
    assert_crossings(log, under(SL_REGIME_JAPAN), "date direction threshold_pct from_pct to_pct",
                     "2020-01-02|up|5|5|5.001\n"
                     "2020-01-04|up|6.001|6|6.001\n"
                     "2020-01-05|up|7.001|6.001|9\n"
                     "2020-01-06|down|8|9|8\n"
                     "2020-01-07|down|5|8|5\n");
}

static void hk_counts_5_and_each_whole_per_cent(void **state)
{
    struct log_book *log = *state;
    STEPS(log, BUY("4999"), BUY("1"), BUY("2500"), SELL("501"), SELL("2000"));
    assert_crossings(log, under(SL_REGIME_HK), "date direction threshold_pct",
                     "2020-01-02|up|5\n2020-01-03|up|6\n2020-01-03|up|7\n2020-01-04|down|7\n"
                     "2020-01-05|down|6\n2020-01-05|down|5\n");
}

static void without_a_word_the_lines_are_those_of_the_transparency_directive(void **state)
{
    struct log_book *log = *state;
    struct sl_crossing_options options = {.view = SL_VIEW_ALL};
    STEPS(log, BUY("80000"));
    assert_crossings(log, options, "threshold_pct", "5\n10\n15\n20\n25\n30\n50\n75\n");
}

static void lines_that_are_no_per_cents_are_misuse(void **state)
{
    struct log_book *log = *state;
    static const char *const wrong[] = {"",
                                        "5,",
                                        ",5",
                                        "five",
                                        "0",
                                        "101",
                                        "5-10",
                                        ">5",
                                        "5 10",
                                        "-5",
                                        "a line longer than any number of per cent has ever been"};
    struct sl_sink sink = log_book_sink(log, &sl_crossing_row_type, NULL);
    STEPS(log, BUY("80000"));
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct sl_crossing_options options = at(wrong[i]);
        if (sl_crossings(log->book, "Acme", &options, sink, &log->err) != SL_MISUSE)
            fail_msg("'%s' was taken", wrong[i]);
    }
}

int main(void)
{
#define WITH_BOOK(test) cmocka_unit_test_setup_teardown(test, log_book_set_up, log_book_tear_down)
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_columns_are_those_of_the_contract_and_more),
        WITH_BOOK(each_line_has_a_row_in_the_order_in_which_it_is_met),
        WITH_BOOK(a_line_is_reached_from_below_and_left_below_it),
        WITH_BOOK(sums_that_come_to_a_line_reach_it_whatever_their_rounding),
        WITH_BOOK(the_event_its_cause_and_source_are_named),
        WITH_BOOK(a_takeover_takes_everyone_else_below),
        WITH_BOOK(a_range_around_a_line_is_a_possible_crossing),
        WITH_BOOK(after_an_unknown_stake_the_crossing_is_possible),
        WITH_BOOK(the_classes_of_a_holder_count_together),
        WITH_BOOK(moving_from_one_class_to_another_in_one_round_crosses_nothing),
        WITH_BOOK(a_pending_event_crosses_only_pro_forma),
        WITH_BOOK(earlier_crossings_are_hidden_but_count),
        WITH_BOOK(votes_have_crossings_of_their_own),
        WITH_BOOK(a_founding_begins_anew_and_crosses_nothing),
        WITH_BOOK(a_founding_that_is_only_announced_begins_anew_pro_forma),
        WITH_BOOK(sec_counts_more_than_5),
        WITH_BOOK(a_stake_stated_at_a_line_may_be_over_it),
        WITH_BOOK(dtr5_counts_each_whole_per_cent_from_3_rounded_down),
        WITH_BOOK(amf_counts_thirds),
        WITH_BOOK(amf_asks_for_more_than_a_line_upwards_and_for_less_downwards),
        WITH_BOOK(amf_counts_capital_and_votes_each_for_itself),
        WITH_BOOK(votes_that_cross_as_the_capital_does_have_no_rows_of_their_own),
        WITH_BOOK(votes_stated_as_a_fraction_are_as_exact_as_a_stake),
        WITH_BOOK(a_class_that_is_gone_leaves_the_others_as_sure_as_they_are),
        WITH_BOOK(without_a_capital_nothing_is_known_of_a_holder_but_stated_votes),
        WITH_BOOK(shares_that_waited_for_a_count_cross_when_it_comes),
        WITH_BOOK(shares_that_waited_are_the_cause_though_another_class_is_diluted),
        WITH_BOOK(sebi_counts_changes_of_more_than_2_since_the_last_crossing),
        WITH_BOOK(sebi_measures_from_the_last_crossing_not_the_last_event),
        WITH_BOOK(a_range_that_stays_as_it_is_is_no_change),
        WITH_BOOK(a_change_from_a_range_is_certain_when_it_is_one_from_either_end),
        WITH_BOOK(japan_counts_more_than_5_then_changes_of_1),
        WITH_BOOK(hk_counts_5_and_each_whole_per_cent),
        WITH_BOOK(without_a_word_the_lines_are_those_of_the_transparency_directive),
        WITH_BOOK(lines_that_are_no_per_cents_are_misuse),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
