/* Precision as a claim: what confirms, meets or contradicts what was known; then the basis of a
 * stake, since when it stands, and its votes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "story.h"

/* ---- precision: confirmed, met, mismatch ---- */

static void a_rough_level_confirms_a_known_one_and_does_not_blur_it(void **state)
{
    (void)state;
    assert_timeline("2010-04-07 holding A stake=43.4\n"
                    "2023-01-30 holding A stake=~43\n",
                    "2010-04-07 A holding ? 43.4 stated - -\n"
                    "2023-01-30 A holding 0 43.4 stated - confirmed\n");
}

static void a_level_that_contradicts_the_known_one_replaces_it_with_a_flag(void **state)
{
    (void)state;
    assert_last_rows("2010-04-07 holding A stake=43.4\n"
                     "2011-04-07 holding A stake=40\n",
                     "2011-04-07 A holding -3.4 40 stated - mismatch\n");
}

static void a_level_that_meets_the_known_one_replaces_it(void **state)
{
    (void)state;
    assert_last_rows("2010-04-07 holding A stake=43.4\n"
                     "2011-04-07 holding A stake=43.44\n",
                     "2011-04-07 A holding 0.04 43.44 stated - -\n");
}

static void a_finer_level_replaces_a_rough_one(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=43\n"
                     "2021 holding A stake=43.4\n",
                     "2021 A holding 0.4 43.4 stated - -\n");
    assert_last_rows("2020 holding A stake=~43\n"
                     "2021 holding A stake=43.4\n",
                     "2021 A holding 0.4 43.4 stated - -\n");
}

static void a_level_in_shares_is_compared_exactly(void **state)
{
    (void)state;
    assert_last_rows("2020 outstanding outstanding=1000\n"
                     "2020 holding A shares=434\n"
                     "2021 holding A stake=43\n",
                     "2021 A holding 0 43.4 derived 434 confirmed\n");
    assert_last_rows("2020 outstanding outstanding=1000\n"
                     "2020 holding A shares=436\n"
                     "2021 holding A stake=43\n",
                     "2021 A holding -0.6 43 stated 430 mismatch\n");
}

static void a_fraction_is_exact(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=1/3\n"
                     "2021 holding A stake=33.3\n",
                     "2021 A holding 0 33.333333 stated - confirmed\n");
    assert_last_rows("2020 holding A stake=33.3\n"
                     "2021 holding A stake=1/3\n",
                     "2021 A holding 0.033333 33.333333 stated - -\n");
}

/* 43 ± 0.5 less 3.0 ± 0.05 is 40 ± 0.55. */
static void allowances_of_changes_add_up(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=43\n"
                     "2021 dispose A stake=3.0\n"
                     "2022 holding A stake=40.5\n",
                     "2022 A holding 0.5 40.5 stated - -\n");
    assert_last_rows("2020 holding A stake=43\n"
                     "2021 dispose A stake=3.0\n"
                     "2022 holding A stake=40.7\n",
                     "2022 A holding 0.7 40.7 stated - mismatch\n");
    assert_last_rows("2020 holding A stake=40.0\n"
                     "2021 acquire A stake=3\n"
                     "2022 holding A stake=~43\n",
                     "2022 A holding 0 43 derived - confirmed\n");
    assert_last_rows("2020 holding A stake=40.0\n"
                     "2021 acquire A stake=3\n"
                     "2022 holding A stake=43\n",
                     "2022 A holding 0 43 stated - -\n");
}

/* What A sold is as exact as the level of B, 15.0: it has 25 ± 0.1 left. */
static void a_difference_is_as_exact_as_the_level_it_leads_to(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=30.0\n"
                     "2020 holding B stake=10\n"
                     "2021 acquire B stake_after=15.0 to=A\n"
                     "2022 holding A stake=25.3\n",
                     "2022 A holding 0.3 25.3 stated - mismatch\n");
}

static void a_change_in_shares_adds_no_allowance(void **state)
{
    (void)state;
    assert_last_rows("2020 outstanding outstanding=1000\n"
                     "2020 holding A stake=43\n"
                     "2021 dispose A shares=10\n"
                     "2022 holding A stake=42\n",
                     "2022 A holding 0 42 derived 420 confirmed\n");
}

/* 40 ± 0.5 of what was the capital is 20 ± 0.25 of twice as much. */
static void an_allowance_is_diluted_like_its_position(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=40\n"
                     "2021 round B stake=50\n"
                     "2022 holding A stake=20.4\n",
                     "2022 A holding 0.4 20.4 stated - mismatch\n");
}

static void a_level_that_told_the_shares_is_as_exact_as_its_stake(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=10 shares=100\n"
                     "2021 holding A stake=10.3\n",
                     "2021 A holding 0.3 10.3 stated 103 -\n");
}

/* 30.0 ± 0.05 less 10 ± 0.5; after a cancellation as parts of the 90 left: 22.2 ± 0.6. */
static void a_change_that_told_the_shares_is_as_exact_as_its_stake(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=30.0\n"
                     "2021 dispose A stake=10 shares=100\n"
                     "2022 holding A stake=20.4\n",
                     "2022 A holding 0.4 20.4 stated 204 -\n");
    assert_last_rows("2020 holding A stake=30.0\n"
                     "2021 cancel A stake=10 shares=100\n"
                     "2022 holding A stake=22.8\n",
                     "2022 A holding 0.577778 22.8 stated 205 -\n");
    assert_last_rows("2020 holding A stake=50\n"
                     "2021 round B stake=20 shares=200\n"
                     "2022 holding B stake=20.4\n",
                     "2022 B holding 0.4 20.4 stated 204 -\n");
}

static void a_level_that_was_the_size_of_an_issue_is_as_exact_as_its_digits(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=20\n"
                     "2021 issue A stake_after=36.0\n"
                     "2022 holding A stake=36.3\n",
                     "2022 A holding 0.3 36.3 stated - mismatch\n");
}

static void a_known_0_is_compared_with_a_level(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=0\n"
                     "2021 holding A stake=5\n",
                     "2021 A holding 5 5 stated - mismatch\n");
}

/* 100 stands for 99.5 to 100.5, which 90 to 100 does not hold. */
static void levels_are_compared_as_their_digits_say(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=100\n"
                     "2021 holding A stake=>90\n",
                     "2021 A holding -5 90..100 stated - -\n");
}

static void someone_never_met_has_nothing_to_compare(void **state)
{
    (void)state;
    assert_last_rows("2020 holding B stake=10\n"
                     "2021 acquire A stake=5 stake_after=9\n",
                     "2021 A acquire 9 9 stated - -\n");
    assert_last_rows("2020 holding A stake=0\n"
                     "2021 acquire A stake=5 stake_after=9\n",
                     "2021 A acquire 9 9 stated - -\n");
}

static void a_level_after_a_change_is_compared_with_what_the_change_makes(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=30.0\n"
                     "2021 dispose A stake=10.0 stake_after=20\n",
                     "2021 A dispose -10 20 derived - confirmed\n");
    assert_last_rows("2020 holding A stake=30.0\n"
                     "2021 dispose A stake=10.0 stake_after=15.0\n",
                     "2021 A dispose -15 15 stated - mismatch\n");
}

static void a_stated_level_is_never_oversold(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=10\n"
                     "2021 dispose A stake=20 stake_after=0\n",
                     "2021 A dispose -10 0 stated - -\n");
}

static void a_stated_level_is_never_unresolved(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=10\n"
                     "2021 dispose A shares=20 stake_after=5\n",
                     "2021 A dispose -5 5 stated - -\n");
}

/* ---- bases ---- */

static void only_a_moved_capital_makes_a_stake_diluted(void **state)
{
    (void)state;
    assert_positions("2020 holding A stake=50\n"
                     "2021 round B stake=20\n",
                     "A 40 diluted; B 20 derived");
    assert_positions("2020 holding A stake=50\n"
                     "2021 round B stake=20\n"
                     "2022 dispose A stake=10\n",
                     "A 30 derived; B 20 derived");
}

static void a_confirmed_level_keeps_its_basis(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=50\n"
                     "2021 round B stake=20\n"
                     "2022 holding A stake=~40\n",
                     "2022 A holding 0 40 diluted - confirmed\n");
}

static void a_position_is_since_the_last_event_on_itself(void **state)
{
    (void)state;
    assert_origins("2020 holding A stake=30 source=x\n"
                   "2021 note A votes=40 source=y\n"
                   "2022 round B stake=20 source=z\n"
                   "2023 split ratio=2:1 source=w\n"
                   "2024 holding A source=v\n",
                   "A 2020 x; B 2022 z");
    assert_origins("2020 holding A stake=30 source=x\n"
                   "2021 acquire B stake=10 to=A source=y\n",
                   "A 2021 y; B 2021 y");
}

static void a_confirmed_position_is_since_what_it_confirms(void **state)
{
    (void)state;
    assert_origins("2020 holding A stake=43.4 source=x\n"
                   "2021 holding A stake=~43 source=y\n",
                   "A 2020 x");
    assert_origins("2020 holding A stake=43.4 source=x\n"
                   "2021 holding A stake=40 source=y\n",
                   "A 2021 y");
}

/* ---- votes ---- */

static void votes_never_stated_are_the_stake(void **state)
{
    (void)state;
    assert_votes("2020 holding A stake=30\n"
                 "2020 holding B\n",
                 "A 30; B ?");
}

static void votes_are_what_was_stated_until_restated(void **state)
{
    (void)state;
    assert_votes("2020 holding A stake=30 votes=40\n"
                 "2021 dispose A stake=10\n",
                 "A 40");
    assert_votes("2020 holding A stake=30 votes=40\n"
                 "2021 dispose A stake=10 votes=25\n",
                 "A 25");
    assert_votes("2020 holding A stake=30 votes=40\n"
                 "2021 note A votes=45\n",
                 "A 45");
}

static void votes_end_with_the_position(void **state)
{
    (void)state;
    assert_votes("2020 holding A stake=30 votes=40\n"
                 "2021 dispose A stake=30\n"
                 "2022 acquire A stake=20\n",
                 "A 20");
}

static void votes_give_nobody_a_position(void **state)
{
    (void)state;
    assert_votes("2020 holding A stake=30\n"
                 "2021 pact B votes=45\n",
                 "A 30");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_rough_level_confirms_a_known_one_and_does_not_blur_it),
        cmocka_unit_test(a_level_that_contradicts_the_known_one_replaces_it_with_a_flag),
        cmocka_unit_test(a_level_that_meets_the_known_one_replaces_it),
        cmocka_unit_test(a_finer_level_replaces_a_rough_one),
        cmocka_unit_test(a_level_in_shares_is_compared_exactly),
        cmocka_unit_test(a_fraction_is_exact),
        cmocka_unit_test(allowances_of_changes_add_up),
        cmocka_unit_test(a_difference_is_as_exact_as_the_level_it_leads_to),
        cmocka_unit_test(a_change_in_shares_adds_no_allowance),
        cmocka_unit_test(an_allowance_is_diluted_like_its_position),
        cmocka_unit_test(a_level_that_told_the_shares_is_as_exact_as_its_stake),
        cmocka_unit_test(a_change_that_told_the_shares_is_as_exact_as_its_stake),
        cmocka_unit_test(a_level_that_was_the_size_of_an_issue_is_as_exact_as_its_digits),
        cmocka_unit_test(a_known_0_is_compared_with_a_level),
        cmocka_unit_test(levels_are_compared_as_their_digits_say),
        cmocka_unit_test(someone_never_met_has_nothing_to_compare),
        cmocka_unit_test(a_level_after_a_change_is_compared_with_what_the_change_makes),
        cmocka_unit_test(a_stated_level_is_never_oversold),
        cmocka_unit_test(a_stated_level_is_never_unresolved),
        cmocka_unit_test(only_a_moved_capital_makes_a_stake_diluted),
        cmocka_unit_test(a_confirmed_level_keeps_its_basis),
        cmocka_unit_test(a_position_is_since_the_last_event_on_itself),
        cmocka_unit_test(a_confirmed_position_is_since_what_it_confirms),
        cmocka_unit_test(votes_never_stated_are_the_stake),
        cmocka_unit_test(votes_are_what_was_stated_until_restated),
        cmocka_unit_test(votes_end_with_the_position),
        cmocka_unit_test(votes_give_nobody_a_position),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
