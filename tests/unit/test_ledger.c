/* Levels as they are stated: per cents, shares, ranges, and what is unknown until the next one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "story.h"

/* ---- levels ---- */

static void a_stated_level_is_a_part_of_the_capital(void **state)
{
    (void)state;
    assert_timeline("2002-03-01 holding A stake=44.4\n",
                    "2002-03-01 A holding ? 44.4 stated - -\n");
}

static void a_level_in_shares_is_exact_and_derived(void **state)
{
    (void)state;
    assert_last_rows("2020 outstanding outstanding=1000\n"
                     "2021 holding A shares=333\n",
                     "2021 A holding ? 33.3 derived 333 -\n");
}

static void a_level_in_shares_waits_until_the_capital_is_counted(void **state)
{
    (void)state;
    assert_timeline("2020 holding A shares=100\n"
                    "2021 holding A shares=150\n",
                    "2020 A holding ? ? - 100 -\n"
                    "2021 A holding ? ? - 150 -\n");
}

static void shares_cannot_replace_a_known_stake_before_the_capital_is_counted(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=30\n"
                     "2021 holding A shares=500\n",
                     "2021 A holding 0 30 stated - unresolved\n");
}

static void a_level_without_a_size_makes_a_new_holder_unknown(void **state)
{
    (void)state;
    assert_timeline("2020-01-01 holding A\n", "2020-01-01 A holding ? ? - - -\n");
}

static void a_level_without_a_size_changes_nothing_else(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=30\n"
                     "2021 holding A\n",
                     "2021 A holding 0 30 stated - -\n");
    assert_last_rows("2020 holding A shares=30\n"
                     "2021 holding A\n",
                     "2021 A holding ? ? - 30 -\n");
    assert_last_rows("2020 dispose A stake=10\n"
                     "2021 holding A\n",
                     "2021 A holding ? ? - - -\n");
}

static void an_unknown_position_stays_unknown_until_the_next_level(void **state)
{
    (void)state;
    assert_timeline("2020 dispose A stake=10\n"
                    "2021 acquire A stake=5\n"
                    "2022 dispose A stake=5\n"
                    "2023 holding A stake=30\n",
                    "2020 A dispose ? ? - - unresolved\n"
                    "2021 A acquire ? ? - - unresolved\n"
                    "2022 A dispose ? ? - - unresolved\n"
                    "2023 A holding ? 30 stated - -\n");
    assert_last_rows("2020 dispose A stake=10\n"
                     "2021 acquire A stake=5 stake_after=20\n",
                     "2021 A acquire ? 20 stated - -\n");
    assert_last_rows("2020 dispose A stake=10\n"
                     "2021 holding A shares=100\n",
                     "2021 A holding ? ? - 100 -\n");
}

static void events_apply_by_their_day_and_then_as_they_arrived(void **state)
{
    (void)state;
    assert_timeline("2021 dispose A stake=10\n"
                    "2020 holding A stake=30\n",
                    "2020 A holding ? 30 stated - -\n"
                    "2021 A dispose -10 20 derived - -\n");
    assert_timeline("2020 dispose A stake=10\n"
                    "2020 holding A stake=30\n",
                    "2020 A dispose ? ? - - unresolved\n"
                    "2020 A holding ? 30 stated - -\n");
}

static void a_partial_date_takes_effect_on_its_first_day(void **state)
{
    (void)state;
    assert_timeline("2020-06-01 dispose A stake=10\n"
                    "2020 holding A stake=30\n",
                    "2020 A holding ? 30 stated - -\n"
                    "2020-06-01 A dispose -10 20 derived - -\n");
}

static void classes_are_positions_of_their_own(void **state)
{
    (void)state;
    assert_positions("2020 holding A stake=30 class=X\n"
                     "2021 holding A stake=10 class=Y\n",
                     "A/X 30 stated; A/Y 10 stated");
}

static void kinds_that_move_no_position_have_a_row_with_blank_stakes(void **state)
{
    (void)state;
    assert_timeline("2020 holding A stake=30\n"
                    "2021 ipo A\n"
                    "2021 merger A\n"
                    "2021 pact A\n"
                    "2021 note A\n"
                    "2021 debt A amount=5000000\n",
                    "2020 A holding ? 30 stated - -\n"
                    "2021 A ipo ? - - - -\n"
                    "2021 A merger ? - - - -\n"
                    "2021 A pact ? - - - -\n"
                    "2021 A note ? - - - -\n"
                    "2021 A debt ? - - - -\n");
}

/* ---- ranges ---- */

static void a_rough_level_is_a_range(void **state)
{
    (void)state;
    assert_timeline("2023-01-30 holding A stake=~43\n",
                    "2023-01-30 A holding ? 42..44 stated - -\n");
}

static void gains_and_losses_of_ranges_are_interval_arithmetic(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=~43\n"
                     "2021 acquire A stake=10\n",
                     "2021 A acquire 10 52..54 derived - -\n");
    assert_last_rows("2020 holding A stake=~43\n"
                     "2021 acquire A stake=~10\n",
                     "2021 A acquire 10 51..55 derived - -\n");
    assert_last_rows("2020 holding A stake=~43\n"
                     "2021 dispose A stake=~10\n",
                     "2021 A dispose -10 31..35 derived - -\n");
}

static void a_position_is_clamped_to_the_capital(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=90\n"
                     "2021 acquire A stake=20\n",
                     "2021 A acquire 10 100 derived - -\n");
    assert_last_rows("2020 holding A stake=5-10\n"
                     "2021 dispose A stake=7\n",
                     "2021 A dispose -6 0..3 derived - -\n");
}

/* ---- shares beside a stake ---- */

static void shares_count_where_the_capital_is_counted(void **state)
{
    (void)state;
    assert_last_rows("2020 outstanding outstanding=1000\n"
                     "2021 holding A stake=10 shares=104\n",
                     "2021 A holding ? 10.4 derived 104 -\n");
}

static void a_stake_that_its_shares_do_not_make_is_a_mismatch(void **state)
{
    (void)state;
    assert_last_rows("2020 outstanding outstanding=1000\n"
                     "2021 holding A stake=10 shares=106\n",
                     "2021 A holding ? 10.6 derived 106 mismatch\n");
    assert_last_rows("2020 outstanding outstanding=1000\n"
                     "2021 holding A stake=10.0 shares=104\n",
                     "2021 A holding ? 10.4 derived 104 mismatch\n");
    assert_last_rows("2020 outstanding outstanding=1000\n"
                     "2021 acquire A stake=10 shares=120\n",
                     "2021 A acquire 12 12 derived 120 mismatch\n");
    assert_last_rows("2020 outstanding outstanding=1000\n"
                     "2020 holding A shares=500\n"
                     "2021 dispose A stake=10 shares=120\n",
                     "2021 A dispose -12 38 derived 380 mismatch\n");
}

static void a_cancelled_stake_that_its_shares_do_not_make_is_a_mismatch(void **state)
{
    (void)state;
    assert_last_rows("2020 outstanding outstanding=1000\n"
                     "2020 holding A shares=500\n"
                     "2021 cancel A stake=10 shares=120\n",
                     "2021 A cancel -6.818182 43.181818 derived 380 mismatch\n");
}

static void a_range_that_holds_its_shares_is_no_mismatch(void **state)
{
    (void)state;
    assert_last_rows("2020 outstanding outstanding=1000\n"
                     "2021 holding A stake=~10 shares=106\n",
                     "2021 A holding ? 10.6 derived 106 -\n");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_stated_level_is_a_part_of_the_capital),
        cmocka_unit_test(a_level_in_shares_is_exact_and_derived),
        cmocka_unit_test(a_level_in_shares_waits_until_the_capital_is_counted),
        cmocka_unit_test(shares_cannot_replace_a_known_stake_before_the_capital_is_counted),
        cmocka_unit_test(a_level_without_a_size_makes_a_new_holder_unknown),
        cmocka_unit_test(a_level_without_a_size_changes_nothing_else),
        cmocka_unit_test(an_unknown_position_stays_unknown_until_the_next_level),
        cmocka_unit_test(events_apply_by_their_day_and_then_as_they_arrived),
        cmocka_unit_test(a_partial_date_takes_effect_on_its_first_day),
        cmocka_unit_test(classes_are_positions_of_their_own),
        cmocka_unit_test(kinds_that_move_no_position_have_a_row_with_blank_stakes),
        cmocka_unit_test(a_rough_level_is_a_range),
        cmocka_unit_test(gains_and_losses_of_ranges_are_interval_arithmetic),
        cmocka_unit_test(a_position_is_clamped_to_the_capital),
        cmocka_unit_test(shares_count_where_the_capital_is_counted),
        cmocka_unit_test(a_stake_that_its_shares_do_not_make_is_a_mismatch),
        cmocka_unit_test(a_cancelled_stake_that_its_shares_do_not_make_is_a_mismatch),
        cmocka_unit_test(a_range_that_holds_its_shares_is_no_mismatch),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
