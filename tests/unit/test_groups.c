/* What the rows of an issue or round bought, rule by rule, and what it leaves to everyone else. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "story.h"

/* ---- 1: shares ---- */

static void shares_are_units_where_the_capital_is_counted(void **state)
{
    (void)state;
    assert_last_rows("2020 outstanding outstanding=800\n"
                     "2020 holding A shares=400\n"
                     "2021 issue B shares=200\n",
                     "2021 B issue 20 20 derived 200 -\n"
                     "2021 A dilution -10 40 diluted 400 -\n");
}

static void shares_of_a_count_after_the_group_are_a_stake(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=50\n"
                     "2021 issue B shares=200 outstanding=1000\n",
                     "2021 B issue 20 20 derived 200 -\n"
                     "2021 A dilution -10 40 diluted 400 -\n");
    assert_capital("2020 holding A stake=50\n"
                   "2021 issue B shares=200 outstanding=1000\n",
                   "V 1.25; f 800; W 0");
}

static void shares_beside_a_stake_tell_the_count_after_the_group(void **state)
{
    (void)state;
    assert_positions("2020 holding A stake=50\n"
                     "2021 round B shares=200 stake=20\n"
                     "2021 round C shares=100\n",
                     "A 35 diluted; B 20 derived; C 10 derived");
    assert_capital("2020 holding A stake=50\n"
                   "2021 round B shares=200 stake=20\n",
                   "V 1.25; f 800; W 0");
}

/* 200 shares are 19.5 to 20.5 % of 976 to 1026: the stake of A, and V, stay. */
static void a_count_told_by_a_stake_gives_way_to_one_that_agrees(void **state)
{
    (void)state;
    assert_capital("2020 holding A stake=50\n"
                   "2021 round B shares=200 stake=20\n"
                   "2022 outstanding outstanding=1020\n",
                   "V 1.25; f 816; W 0");
    assert_capital("2020 holding A stake=50\n"
                   "2021 round B shares=200 stake=20\n"
                   "2022 outstanding outstanding=1200\n",
                   "V 1.5; f 800; W 0");
}

static void shares_count_before_a_stake_beside_them(void **state)
{
    (void)state;
    assert_last_rows("2020 outstanding outstanding=800\n"
                     "2020 holding A shares=400\n"
                     "2021 round B shares=200 stake=50\n",
                     "2021 B round 20 20 derived 200 mismatch\n"
                     "2021 A dilution -10 40 diluted 400 -\n");
}

static void a_count_after_a_group_that_bought_nothing_sized_tells_the_shares(void **state)
{
    (void)state;
    assert_capital("2020 holding A stake=50\n"
                   "2021 round B amount=5000000 outstanding=1000\n",
                   "V 1; f 1000; W 0");
}

static void shares_that_waited_are_part_of_the_count_after_the_group(void **state)
{
    (void)state;
    assert_positions("2020 holding A stake=50\n"
                     "2020 issue B shares=100\n"
                     "2021 issue C shares=200 outstanding=1000\n",
                     "A 35 diluted; B 10 derived; C 20 derived");
    assert_capital("2020 holding A stake=50\n"
                   "2020 issue B shares=100\n"
                   "2021 issue C shares=200 outstanding=1000\n",
                   "V 1.428571; f 700; W 0");
}

static void a_holder_whose_shares_wait_gains_shares(void **state)
{
    (void)state;
    assert_positions("2020 holding A stake=50\n"
                     "2020 issue B shares=100\n"
                     "2021 issue B shares=200 outstanding=1000\n",
                     "A 35 diluted; B 30 derived");
}

static void the_last_of_several_counts_is_the_one_after_the_group(void **state)
{
    (void)state;
    assert_positions("2020 holding A stake=50\n"
                     "2021 issue B shares=100 outstanding=900 deal=d\n"
                     "2021 issue C shares=100 outstanding=1000 deal=d\n",
                     "A 40 diluted; B 10 derived; C 10 derived");
}

/* ---- 2: stakes ---- */

static void a_round_with_a_stake_dilutes_everyone_else(void **state)
{
    (void)state;
    assert_timeline("2020-01-01 holding A stake=50\n"
                    "2020-02-01 round B stake=20\n",
                    "2020-01-01 A holding ? 50 stated - -\n"
                    "2020-02-01 B round 20 20 derived - -\n"
                    "2020-02-01 A dilution -10 40 diluted - -\n");
}

static void a_stake_that_is_a_range_dilutes_by_its_middle(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=50\n"
                     "2021 round B stake=10-30\n",
                     "2021 B round 20 10..30 derived - -\n"
                     "2021 A dilution -10 40 diluted - -\n");
}

static void a_stake_adds_to_what_is_left_of_the_holders_own(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=50\n"
                     "2021 round A stake=20\n",
                     "2021 A round 10 60 derived - -\n");
}

/* (36 - 20) / (100 - 20) = 20 % was bought. */
static void a_level_tells_the_stake_that_led_to_it(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=20\n"
                     "2020 holding C stake=30\n"
                     "2021 issue A stake_after=36\n",
                     "2021 A issue 16 36 stated - -\n"
                     "2021 C dilution -6 24 diluted - -\n");
    assert_last_rows("2020 holding A stake=50\n"
                     "2021 issue B stake_after=20\n",
                     "2021 B issue 20 20 stated - -\n"
                     "2021 A dilution -10 40 diluted - -\n");
}

static void a_level_of_an_unknown_holder_is_no_size(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=50\n"
                     "2020 holding B\n"
                     "2021 issue B stake_after=20\n",
                     "2021 B issue ? 20 stated - -\n");
}

static void a_level_below_the_holders_own_is_no_size(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=20\n"
                     "2020 holding C stake=30\n"
                     "2021 issue A stake_after=10\n",
                     "2021 A issue -10 10 stated - mismatch\n");
}

static void a_level_of_someone_who_holds_all_is_no_size(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=100\n"
                     "2021 issue A stake_after=100\n",
                     "2021 A issue 0 100 stated - confirmed\n");
    assert_last_rows("2019 acquire A stake=100\n"
                     "2020-02 round A stake=5\n"
                     "2020-03 issue A stake=3.10\n"
                     "2021 issue A stake_after=100\n",
                     "2021 A issue 0 100 stated - -\n");
}

static void a_stake_counts_before_a_valuation(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=50\n"
                     "2021 round B stake=10 amount=2000000 post_money=10000000\n",
                     "2021 B round 10 10 derived - -\n"
                     "2021 A dilution -5 45 diluted - -\n");
}

/* ---- 3: valuations ---- */

static void an_amount_and_a_post_money_valuation_imply_a_stake(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=50\n"
                     "2021 round B amount=2000000 post_money=10000000\n",
                     "2021 B round 20 20 implied - -\n"
                     "2021 A dilution -10 40 diluted - -\n");
}

static void an_amount_and_a_pre_money_valuation_imply_a_stake(void **state)
{
    (void)state;
    assert_timeline("2020-01-01 holding A stake=50\n"
                    "2020-02-01 round B amount=2000000 pre_money=8000000\n",
                    "2020-01-01 A holding ? 50 stated - -\n"
                    "2020-02-01 B round 20 20 implied - -\n"
                    "2020-02-01 A dilution -10 40 diluted - -\n");
}

static void the_headlines_amount_comes_after_the_pre_money_valuation(void **state)
{
    (void)state;
    assert_positions("2020 holding A stake=50\n"
                     "2021 round - amount=4000000 pre_money=16000000 deal=d\n"
                     "2021 round B amount=2000000 deal=d\n",
                     "A 40 diluted; B 10 implied");
}

static void the_holders_amounts_are_the_groups_where_no_headline_states_one(void **state)
{
    (void)state;
    assert_positions("2020 holding A stake=50\n"
                     "2021 round - pre_money=8000000 deal=d\n"
                     "2021 round B amount=1000000 deal=d\n"
                     "2021 round C amount=1000000 deal=d\n",
                     "A 40 diluted; B 10 implied; C 10 implied");
}

static void of_several_valuations_the_last_counts_and_post_money_before_pre_money(void **state)
{
    (void)state;
    assert_positions("2020 holding A stake=50\n"
                     "2021 round - post_money=40000000 deal=d\n"
                     "2021 round B amount=2000000 pre_money=38000000 deal=d\n"
                     "2021 round - post_money=10000000 deal=d part=2\n",
                     "A 40 diluted; B 20 implied");
}

static void a_preference_share_is_equity(void **state)
{
    (void)state;
    assert_positions("2020 holding A stake=50\n"
                     "2021 round B amount=2000000 pre_money=8000000 instrument=preference\n",
                     "A 40 diluted; B 20 implied");
    assert_positions("2020 holding A stake=50\n"
                     "2021 round B amount=2000000 pre_money=8000000 instrument=equity\n",
                     "A 40 diluted; B 20 implied");
}

static void what_is_not_equity_implies_nothing(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=50\n"
                     "2021 round B amount=2000000 pre_money=8000000 instrument=safe\n",
                     "2021 B round ? ? - - -\n");
}

static void a_valuation_in_another_currency_implies_nothing(void **state)
{
    (void)state;
    assert_positions("2020 holding A stake=50\n"
                     "2021 round - pre_money=8000000 deal=d\n"
                     "2021 round B amount=EUR2000000 deal=d\n",
                     "A 50 stated; B ?");
}

static void amounts_in_several_currencies_make_no_post_money_valuation(void **state)
{
    (void)state;
    assert_positions("2020 holding A stake=50\n"
                     "2021 round - pre_money=8000000 deal=d\n"
                     "2021 round B amount=2000000 deal=d\n"
                     "2021 round C amount=EUR1000000 deal=d\n",
                     "A 50 stated; B ?; C ?");
}

/* ---- 4: shares that nothing counts ---- */

static void shares_of_an_uncounted_capital_wait_and_are_flagged(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=50\n"
                     "2021 issue B shares=100\n",
                     "2021 B issue ? ? - 100 unresolved\n");
    assert_capital("2020 holding A stake=50\n"
                   "2021 issue B shares=100\n",
                   "V 1; f ?; W 100");
}

static void uncounted_shares_make_a_stake_unknown(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=50\n"
                     "2021 issue A shares=100\n",
                     "2021 A issue ? ? - - unresolved\n");
    assert_capital("2020 holding A stake=50\n"
                   "2021 issue A shares=100\n",
                   "V 1; f ?; W 100");
}

static void uncounted_shares_add_to_waiting_ones(void **state)
{
    (void)state;
    assert_last_rows("2020 holding B shares=50\n"
                     "2021 issue B shares=100\n",
                     "2021 B issue ? ? - 150 unresolved\n");
}

/* The level is not the size: 100 shares were bought. */
static void a_level_beside_uncounted_shares_is_no_size(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=50\n"
                     "2021 issue B shares=100 stake_after=20\n",
                     "2021 B issue 20 20 stated - -\n");
    assert_capital("2020 holding A stake=50\n"
                   "2021 issue B shares=100 stake_after=20\n",
                   "V 1; f ?; W 100");
}

static void a_headline_of_uncounted_shares_is_flagged(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=50\n"
                     "2021 issue - shares=300\n",
                     "2021 - issue ? - - - unresolved\n");
}

static void a_headline_of_uncounted_shares_states_the_whole_group(void **state)
{
    (void)state;
    assert_capital("2020 holding A stake=50\n"
                   "2021 issue - shares=300 deal=d\n"
                   "2021 issue B shares=100 deal=d\n",
                   "V 1; f ?; W 300");
}

/* ---- 5: otherwise nothing ---- */

static void an_investor_without_a_size_becomes_unknown_without_a_flag(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=50\n"
                     "2021 round B amount=5000000\n",
                     "2021 B round ? ? - - -\n");
}

static void an_investor_without_a_size_keeps_a_known_stake(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=50\n"
                     "2021 round A amount=5000000\n",
                     "2021 A round 0 50 stated - -\n");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(shares_are_units_where_the_capital_is_counted),
        cmocka_unit_test(shares_of_a_count_after_the_group_are_a_stake),
        cmocka_unit_test(shares_beside_a_stake_tell_the_count_after_the_group),
        cmocka_unit_test(a_count_told_by_a_stake_gives_way_to_one_that_agrees),
        cmocka_unit_test(shares_count_before_a_stake_beside_them),
        cmocka_unit_test(a_count_after_a_group_that_bought_nothing_sized_tells_the_shares),
        cmocka_unit_test(shares_that_waited_are_part_of_the_count_after_the_group),
        cmocka_unit_test(a_holder_whose_shares_wait_gains_shares),
        cmocka_unit_test(the_last_of_several_counts_is_the_one_after_the_group),
        cmocka_unit_test(a_round_with_a_stake_dilutes_everyone_else),
        cmocka_unit_test(a_stake_that_is_a_range_dilutes_by_its_middle),
        cmocka_unit_test(a_stake_adds_to_what_is_left_of_the_holders_own),
        cmocka_unit_test(a_level_tells_the_stake_that_led_to_it),
        cmocka_unit_test(a_level_of_an_unknown_holder_is_no_size),
        cmocka_unit_test(a_level_below_the_holders_own_is_no_size),
        cmocka_unit_test(a_level_of_someone_who_holds_all_is_no_size),
        cmocka_unit_test(a_stake_counts_before_a_valuation),
        cmocka_unit_test(an_amount_and_a_post_money_valuation_imply_a_stake),
        cmocka_unit_test(an_amount_and_a_pre_money_valuation_imply_a_stake),
        cmocka_unit_test(the_headlines_amount_comes_after_the_pre_money_valuation),
        cmocka_unit_test(the_holders_amounts_are_the_groups_where_no_headline_states_one),
        cmocka_unit_test(of_several_valuations_the_last_counts_and_post_money_before_pre_money),
        cmocka_unit_test(a_preference_share_is_equity),
        cmocka_unit_test(what_is_not_equity_implies_nothing),
        cmocka_unit_test(a_valuation_in_another_currency_implies_nothing),
        cmocka_unit_test(amounts_in_several_currencies_make_no_post_money_valuation),
        cmocka_unit_test(shares_of_an_uncounted_capital_wait_and_are_flagged),
        cmocka_unit_test(uncounted_shares_make_a_stake_unknown),
        cmocka_unit_test(uncounted_shares_add_to_waiting_ones),
        cmocka_unit_test(a_level_beside_uncounted_shares_is_no_size),
        cmocka_unit_test(a_headline_of_uncounted_shares_is_flagged),
        cmocka_unit_test(a_headline_of_uncounted_shares_states_the_whole_group),
        cmocka_unit_test(an_investor_without_a_size_becomes_unknown_without_a_flag),
        cmocka_unit_test(an_investor_without_a_size_keeps_a_known_stake),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
