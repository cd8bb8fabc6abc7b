/* Which issue and round rows form a group, what its headline states, and the capital after it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "story.h"

/* ---- the group ---- */

static void rows_of_one_deal_are_one_group(void **state)
{
    (void)state;
    assert_positions("2020 holding A stake=50\n"
                     "2021 round B stake=20 deal=d\n"
                     "2021 issue C stake=20 deal=d\n",
                     "A 30 diluted; B 20 derived; C 20 derived");
}

static void rows_without_a_deal_are_one_group_by_kind_and_label(void **state)
{
    (void)state;
    assert_positions("2020 holding A stake=50\n"
                     "2021 round B stake=20 round=Seed\n"
                     "2021 round C stake=20 round=Seed\n",
                     "A 30 diluted; B 20 derived; C 20 derived");
}

static void rows_of_other_labels_kinds_deals_and_days_are_other_groups(void **state)
{
    (void)state;
    assert_positions("2020 holding A stake=50\n"
                     "2021 round B stake=20 round=Seed\n"
                     "2021 round C stake=20 round=Series_A\n",
                     "A 32 diluted; B 16 diluted; C 20 derived");
    assert_positions("2020 holding A stake=50\n"
                     "2021 round B stake=20\n"
                     "2021 issue C stake=20\n",
                     "A 32 diluted; B 16 diluted; C 20 derived");
    assert_positions("2020 holding A stake=50\n"
                     "2021 round B stake=20 deal=d\n"
                     "2021 round C stake=20 deal=e\n",
                     "A 32 diluted; B 16 diluted; C 20 derived");
    assert_positions("2020 holding A stake=50\n"
                     "2021-01-01 round B stake=20 deal=d\n"
                     "2021-01-02 round C stake=20 deal=d\n",
                     "A 32 diluted; B 16 diluted; C 20 derived");
}

static void a_group_is_applied_where_its_first_row_stands(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=50\n"
                     "2021 round B stake=20 deal=d\n"
                     "2021 dispose A stake=10\n"
                     "2021 round C stake=20 deal=d\n",
                     "2021 B round 20 20 derived - -\n"
                     "2021 C round 20 20 derived - -\n"
                     "2021 A dilution -20 30 diluted - -\n"
                     "2021 A dispose -10 20 derived - -\n");
}

static void of_several_rows_of_one_holder_the_first_has_the_change(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=50\n"
                     "2021 round B stake=10\n"
                     "2021 round B stake=10\n",
                     "2021 B round 20 20 derived - -\n"
                     "2021 B round 0 20 derived - -\n"
                     "2021 A dilution -10 40 diluted - -\n");
}

static void dilutions_stand_in_the_order_of_first_meeting(void **state)
{
    (void)state;
    assert_last_rows("2020 holding C stake=50\n"
                     "2020 holding A stake=30\n"
                     "2020 holding B stake=20\n"
                     "2021 round D stake=20\n",
                     "2021 D round 20 20 derived - -\n"
                     "2021 C dilution -10 40 diluted - -\n"
                     "2021 A dilution -6 24 diluted - -\n"
                     "2021 B dilution -4 16 diluted - -\n");
}

static void unknown_and_waiting_positions_have_no_dilution(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=50\n"
                     "2020 holding B\n"
                     "2020 holding C shares=100\n"
                     "2020 holding D stake=0\n"
                     "2021 round E stake=20\n",
                     "2021 E round 20 20 derived - -\n"
                     "2021 A dilution -10 40 diluted - -\n");
}

/* ---- the headline ---- */

static void investors_share_what_their_headline_states(void **state)
{
    (void)state;
    assert_positions("2020-01-01 holding A stake=100\n"
                     "2020-02-01 round - stake=20 deal=d\n"
                     "2020-02-01 round B stake=15 deal=d\n",
                     "A 80 diluted; B 15 derived");
}

static void investors_may_have_bought_more_than_their_headline_states(void **state)
{
    (void)state;
    assert_positions("2020 holding A stake=50\n"
                     "2021 round - stake=10 deal=d\n"
                     "2021 round B stake=12 deal=d\n"
                     "2021 round C stake=8 deal=d\n",
                     "A 40 diluted; B 12 derived; C 8 derived");
}

static void a_headline_alone_dilutes_everyone(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=50\n"
                     "2021 round - stake=20\n",
                     "2021 - round ? - - - -\n"
                     "2021 A dilution -10 40 diluted - -\n");
}

static void a_headline_in_shares_states_the_whole_group(void **state)
{
    (void)state;
    assert_positions("2020 outstanding outstanding=800\n"
                     "2020 holding A shares=600\n"
                     "2021 round - shares=400 deal=d\n"
                     "2021 round B shares=300 deal=d\n",
                     "A 50 diluted; B 25 derived");
}

static void a_headline_sized_unlike_its_investors_is_left_out(void **state)
{
    (void)state;
    assert_positions("2020 outstanding outstanding=800\n"
                     "2020 holding A shares=400\n"
                     "2021 round - stake=50 deal=d\n"
                     "2021 round B shares=200 deal=d\n",
                     "A 40 diluted; B 20 derived");
    assert_positions("2020 outstanding outstanding=800\n"
                     "2020 holding A shares=400\n"
                     "2021 round - shares=800 deal=d\n"
                     "2021 round B stake=20 deal=d\n",
                     "A 40 diluted; B 20 derived");
}

static void a_headline_is_kept_beside_investors_without_a_size(void **state)
{
    (void)state;
    assert_positions("2020 holding A stake=50\n"
                     "2021 round - stake=20 deal=d\n"
                     "2021 round B deal=d\n",
                     "A 40 diluted; B ?");
}

/* ---- the capital after it ---- */

static void units_come_before_stakes(void **state)
{
    (void)state;
    assert_positions("2020 outstanding outstanding=800\n"
                     "2020 holding A shares=400\n"
                     "2021 round B shares=200 deal=d\n"
                     "2021 round C stake=20 deal=d\n",
                     "A 32 diluted; B 16 derived; C 20 derived");
    assert_capital("2020 outstanding outstanding=800\n"
                   "2020 holding A shares=400\n"
                   "2021 round B shares=200 deal=d\n"
                   "2021 round C stake=20 deal=d\n",
                   "V 1250; f 1; W 0");
}

static void a_first_round_makes_room_in_the_capital(void **state)
{
    (void)state;
    assert_capital("2020 round A stake=20\n", "V 1.25; f ?; W 0");
    assert_positions("2020 round A stake=20\n", "A 20 derived");
}

static void a_round_of_a_company_without_capital_makes_it_one_unit(void **state)
{
    (void)state;
    assert_capital("2020 found\n"
                   "2021 round A stake=60\n",
                   "V 1; f ?; W 0");
    assert_positions("2020 found\n"
                     "2021 round A stake=60\n",
                     "A 60 derived");
}

static void a_first_round_of_all_of_it_makes_it_one_unit(void **state)
{
    (void)state;
    assert_positions("2020 round A stake=60 deal=d\n"
                     "2020 round B stake=40 deal=d\n",
                     "A 60 derived; B 40 derived");
    assert_capital("2020 round A stake=60 deal=d\n"
                   "2020 round B stake=40 deal=d\n",
                   "V 1; f ?; W 0");
}

static void a_round_of_all_or_more_makes_its_holders_unknown(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=50\n"
                     "2021 round B stake=60 deal=d\n"
                     "2021 round C stake=50 deal=d\n",
                     "2021 B round ? ? - - unresolved\n"
                     "2021 C round ? ? - - unresolved\n");
    assert_last_rows("2020 holding A stake=50\n"
                     "2021 round B stake=100\n",
                     "2021 B round ? ? - - unresolved\n");
    assert_positions("2020 holding A stake=50\n"
                     "2021 round B stake=100\n",
                     "A 50 stated; B ?");
}

static void a_count_of_a_counted_capital_is_the_capital_after_the_group(void **state)
{
    (void)state;
    assert_positions("2020 outstanding outstanding=800\n"
                     "2020 holding A shares=400\n"
                     "2021 round B stake=20 outstanding=1250\n",
                     "A 32 diluted; B 20 derived");
    assert_positions("2020 outstanding outstanding=800\n"
                     "2020 holding A shares=400\n"
                     "2021 round B shares=200 outstanding=1250\n",
                     "A 32 diluted; B 16 derived");
}

static void the_count_of_a_group_is_the_next_count_after_a_provisional_one(void **state)
{
    (void)state;
    assert_capital("2020 holding A stake=5 shares=100\n"
                   "2021 round B stake=20 outstanding=2600\n"
                   "2022 outstanding outstanding=2700\n",
                   "V 1.35; f 2000; W 0");
}

static void the_last_count_of_a_counted_capital_counts(void **state)
{
    (void)state;
    assert_capital("2020 outstanding outstanding=800\n"
                   "2021 issue B shares=100 outstanding=2000 deal=d\n"
                   "2021 issue C shares=100 outstanding=1000 deal=d\n",
                   "V 1000; f 1; W 0");
}

/* ---- after it, row by row ---- */

static void a_level_after_the_group_replaces_what_its_stake_made(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=50\n"
                     "2021 round B stake=20 stake_after=20.4\n",
                     "2021 B round 20.4 20.4 stated - -\n"
                     "2021 A dilution -10 40 diluted - -\n");
}

/* 10 of 100 and 25 of the 125 after it are 28 %. */
static void a_level_after_the_group_may_contradict_what_its_stake_made(void **state)
{
    (void)state;
    assert_last_rows("2020 holding B stake=10.0\n"
                     "2021 round B stake=20.0 stake_after=40.0\n",
                     "2021 B round 30 40 stated - mismatch\n");
}

static void votes_are_stated_after_the_group(void **state)
{
    (void)state;
    assert_votes("2020 holding A stake=50\n"
                 "2021 round B stake=20 votes=30\n",
                 "A 40; B 30");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_of_one_deal_are_one_group),
        cmocka_unit_test(rows_without_a_deal_are_one_group_by_kind_and_label),
        cmocka_unit_test(rows_of_other_labels_kinds_deals_and_days_are_other_groups),
        cmocka_unit_test(a_group_is_applied_where_its_first_row_stands),
        cmocka_unit_test(of_several_rows_of_one_holder_the_first_has_the_change),
        cmocka_unit_test(dilutions_stand_in_the_order_of_first_meeting),
        cmocka_unit_test(unknown_and_waiting_positions_have_no_dilution),
        cmocka_unit_test(investors_share_what_their_headline_states),
        cmocka_unit_test(investors_may_have_bought_more_than_their_headline_states),
        cmocka_unit_test(a_headline_alone_dilutes_everyone),
        cmocka_unit_test(a_headline_in_shares_states_the_whole_group),
        cmocka_unit_test(a_headline_sized_unlike_its_investors_is_left_out),
        cmocka_unit_test(a_headline_is_kept_beside_investors_without_a_size),
        cmocka_unit_test(units_come_before_stakes),
        cmocka_unit_test(a_first_round_makes_room_in_the_capital),
        cmocka_unit_test(a_round_of_a_company_without_capital_makes_it_one_unit),
        cmocka_unit_test(a_first_round_of_all_of_it_makes_it_one_unit),
        cmocka_unit_test(a_round_of_all_or_more_makes_its_holders_unknown),
        cmocka_unit_test(a_count_of_a_counted_capital_is_the_capital_after_the_group),
        cmocka_unit_test(the_count_of_a_group_is_the_next_count_after_a_provisional_one),
        cmocka_unit_test(the_last_count_of_a_counted_capital_counts),
        cmocka_unit_test(a_level_after_the_group_replaces_what_its_stake_made),
        cmocka_unit_test(a_level_after_the_group_may_contradict_what_its_stake_made),
        cmocka_unit_test(votes_are_stated_after_the_group),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
