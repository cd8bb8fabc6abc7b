/* The capital V, the shares a unit f, and the shares W that V could not take: how they become
 * known, and how they move. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "story.h"

/* ---- V ---- */

static void the_capital_is_unset_until_something_states_or_needs_it(void **state)
{
    (void)state;
    assert_capital("2020 note A\n", "V ?; f ?; W 0");
    assert_capital("2020 holding A shares=5\n", "V ?; f ?; W 0");
}

static void a_per_cent_makes_the_capital_one_unit(void **state)
{
    (void)state;
    assert_capital("2020 holding A stake=30\n", "V 1; f ?; W 0");
    assert_capital("2020 acquire A stake_after=30\n", "V 1; f ?; W 0");
}

static void a_count_makes_the_capital_units_of_one_share(void **state)
{
    (void)state;
    assert_capital("2020 outstanding outstanding=500\n", "V 500; f 1; W 0");
}

static void a_company_is_founded_without_capital(void **state)
{
    (void)state;
    assert_capital("2020 found\n", "V 0; f 1; W 0");
    assert_capital("2020 found outstanding=1000\n", "V 1000; f 1; W 0");
}

static void founding_forgets_what_was_before(void **state)
{
    (void)state;
    assert_positions("2020 holding A stake=30\n"
                     "2021 found\n",
                     "");
    assert_capital("2020 issue A shares=5\n"
                   "2021 found\n",
                   "V 0; f 1; W 0");
}

static void a_founded_company_is_owned_by_those_it_issued_to(void **state)
{
    (void)state;
    assert_timeline("2020-01-01 found\n"
                    "2020-01-02 issue A shares=600\n"
                    "2020-01-02 issue B shares=400\n"
                    "2021-01-02 round C shares=250\n",
                    "2020-01-01 - found ? - - - -\n"
                    "2020-01-02 A issue 60 60 derived 600 -\n"
                    "2020-01-02 B issue 40 40 derived 400 -\n"
                    "2021-01-02 C round 20 20 derived 250 -\n"
                    "2021-01-02 A dilution -12 48 diluted 600 -\n"
                    "2021-01-02 B dilution -8 32 diluted 400 -\n");
}

static void a_per_cent_of_no_capital_begins_anew(void **state)
{
    (void)state;
    assert_capital("2020 found\n"
                   "2021 holding A stake=30\n",
                   "V 1; f ?; W 0");
    assert_last_rows("2020 found\n"
                     "2021 holding A stake=30\n",
                     "2021 A holding ? 30 stated - -\n");
}

static void a_capital_of_0_without_shares_counts_as_unset(void **state)
{
    (void)state;
    assert_capital("2020 holding A stake=100\n"
                   "2021 cancel A stake=100\n"
                   "2022 outstanding outstanding=500\n",
                   "V 500; f 1; W 0");
}

static void the_capital_moves_by_the_middle_of_a_range(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=40\n"
                     "2021 cancel - stake=10-30\n",
                     "2021 - cancel ? - - - -\n"
                     "2021 A dilution 10 50 diluted - -\n");
}

/* Published: 24.63, 22.73 and 18.66 % in the trust, 17.05 % with Renault. */
static void cancelled_shares_raise_the_stake_of_those_who_sold_nothing(void **state)
{
    (void)state;
    assert_timeline("2023-11-01 outstanding outstanding=4220715112\n"
                    "2023-11-01 holding R shares=633107267\n"
                    "2023-11-08 holding T shares=1198729760\n"
                    "2023-12-15 cancel T shares=211000000\n"
                    "2024-04-03 cancel T shares=99132100 outstanding=3909472212\n"
                    "2024-10-03 cancel T shares=195473600\n",
                    "2023-11-01 - outstanding ? - - - -\n"
                    "2023-11-01 R holding ? 15 derived 633107267 -\n"
                    "2023-11-08 T holding ? 28.401106 derived 1198729760 -\n"
                    "2023-12-15 T cancel -3.767691 24.633415 derived 987729760 -\n"
                    "2023-12-15 R dilution 0.789333 15.789333 diluted 633107267 -\n"
                    "2024-04-03 T cancel -1.904064 22.729351 derived 888597660 -\n"
                    "2024-04-03 R dilution 0.404855 16.194188 diluted 633107267 -\n"
                    "2024-10-03 T cancel -4.066876 18.662475 derived 693124060 -\n"
                    "2024-10-03 R dilution 0.852326 17.046513 diluted 633107267 -\n");
}

/* ---- f by a count ---- */

static void a_count_tells_the_shares_of_a_capital_known_in_per_cents(void **state)
{
    (void)state;
    assert_capital("2020 holding A stake=30\n"
                   "2021 outstanding outstanding=1000\n",
                   "V 1; f 1000; W 0");
    assert_timeline("2020 holding A stake=30\n"
                    "2021 outstanding outstanding=1000\n"
                    "2022 holding A\n",
                    "2020 A holding ? 30 stated - -\n"
                    "2021 - outstanding ? - - - -\n"
                    "2022 A holding 0 30 stated 300 -\n");
}

static void waiting_shares_become_units_when_the_capital_is_counted(void **state)
{
    (void)state;
    assert_timeline("2020-01-01 holding A shares=100\n"
                    "2020-01-02 outstanding outstanding=1000\n"
                    "2020-01-03 dispose A shares=20\n",
                    "2020-01-01 A holding ? ? - 100 -\n"
                    "2020-01-02 - outstanding ? - - - -\n"
                    "2020-01-03 A dispose -2 8 derived 80 -\n");
}

static void shares_issued_unseen_by_the_capital_are_added_when_it_is_counted(void **state)
{
    (void)state;
    assert_capital("2020 holding A stake=30\n"
                   "2021 issue B shares=100\n",
                   "V 1; f ?; W 100");
    assert_capital("2020 holding A stake=30\n"
                   "2021 issue B shares=100\n"
                   "2022 outstanding outstanding=1100\n",
                   "V 1.1; f 1000; W 0");
    assert_last_rows("2020 holding A stake=30\n"
                     "2021 issue B shares=100\n"
                     "2022 outstanding outstanding=1100\n",
                     "2022 - outstanding ? - - - -\n"
                     "2022 A dilution -2.727273 27.272727 diluted 300 -\n");
    assert_positions("2020 holding A stake=30\n"
                     "2021 issue B shares=100\n"
                     "2022 outstanding outstanding=1100\n",
                     "A 27.272727 diluted; B 9.090909 derived");
}

static void shares_cancelled_unseen_by_the_capital_are_taken_off_when_it_is_counted(void **state)
{
    (void)state;
    assert_capital("2020 holding A stake=30\n"
                   "2021 cancel - shares=100\n",
                   "V 1; f ?; W -100");
    assert_last_rows("2020 holding A stake=30\n"
                     "2021 cancel - shares=100\n"
                     "2022 outstanding outstanding=900\n",
                     "2022 - outstanding ? - - - -\n"
                     "2022 A dilution 3.333333 33.333333 diluted 300 -\n");
}

static void shares_issued_before_the_capital_is_counted_are_part_of_the_count(void **state)
{
    (void)state;
    assert_positions("2020 issue A shares=100\n"
                     "2021 outstanding outstanding=1000\n",
                     "A 10 derived");
}

static void a_count_below_the_shares_issued_leaves_them_out(void **state)
{
    (void)state;
    assert_capital("2020 holding A stake=30\n"
                   "2021 issue B shares=1000\n"
                   "2022 outstanding outstanding=500\n",
                   "V 1; f 500; W 0");
}

static void another_count_tells_of_shares_issued_or_cancelled_unseen(void **state)
{
    (void)state;
    assert_last_rows("2020 outstanding outstanding=1000\n"
                     "2020 holding A shares=100\n"
                     "2021 outstanding outstanding=800\n",
                     "2021 - outstanding ? - - - -\n"
                     "2021 A dilution 2.5 12.5 diluted 100 -\n");
    assert_capital("2020 holding A stake=30\n"
                   "2021 outstanding outstanding=1000\n"
                   "2022 outstanding outstanding=1200\n",
                   "V 1.2; f 1000; W 0");
}

static void a_split_multiplies_the_shares_and_moves_no_stake(void **state)
{
    (void)state;
    assert_timeline("2020-01-01 outstanding outstanding=1000\n"
                    "2020-01-02 holding A shares=100\n"
                    "2020-01-03 split ratio=2:1\n"
                    "2020-01-04 holding A shares=200\n",
                    "2020-01-01 - outstanding ? - - - -\n"
                    "2020-01-02 A holding ? 10 derived 100 -\n"
                    "2020-01-03 - split ? - - - -\n"
                    "2020-01-04 A holding 0 10 derived 200 confirmed\n");
    assert_capital("2020 outstanding outstanding=1000\n"
                   "2021 split ratio=1:10\n",
                   "V 1000; f 0.1; W 0");
}

static void
a_split_multiplies_waiting_shares_and_those_that_the_capital_could_not_take(void **state)
{
    (void)state;
    assert_capital("2020 holding A stake=30\n"
                   "2021 issue B shares=100\n"
                   "2022 split ratio=2\n",
                   "V 1; f ?; W 200");
    assert_positions("2020 holding A stake=30\n"
                     "2021 issue B shares=100\n"
                     "2022 split ratio=2\n",
                     "A 30 stated; B 200 waiting");
}

/* ---- where a row's own count goes ---- */

static void the_count_of_a_purchase_comes_before_it(void **state)
{
    (void)state;
    assert_last_rows("2020 outstanding outstanding=1000\n"
                     "2020 holding A shares=100\n"
                     "2021 acquire B stake=10 outstanding=2000\n",
                     "2021 B acquire 10 10 derived 200 -\n"
                     "2021 A dilution -5 5 diluted 100 -\n");
}

static void the_count_of_a_sale_comes_before_it(void **state)
{
    (void)state;
    assert_last_rows("2020 outstanding outstanding=1000\n"
                     "2020 holding A shares=400\n"
                     "2021 dispose A stake=10 outstanding=2000\n",
                     "2021 A dispose -30 10 derived 200 -\n");
}

static void the_count_of_a_level_comes_before_it(void **state)
{
    (void)state;
    assert_last_rows("2020 outstanding outstanding=1000\n"
                     "2020 holding A shares=100\n"
                     "2021 holding A shares=100 outstanding=2000\n",
                     "2021 A holding -5 5 diluted 100 confirmed\n");
}

static void the_count_of_a_cancellation_comes_after_it(void **state)
{
    (void)state;
    assert_last_rows("2020 outstanding outstanding=1000\n"
                     "2020 holding A stake=50\n"
                     "2021 cancel A stake=10 outstanding=800\n",
                     "2021 A cancel 0 50 derived 400 -\n");
}

static void a_capital_that_comes_back_has_not_moved(void **state)
{
    (void)state;
    assert_last_rows("2020 outstanding outstanding=1000\n"
                     "2020 holding A shares=100\n"
                     "2020 holding B stake=30\n"
                     "2021 cancel A shares=100 outstanding=1000\n"
                     "2022 holding B\n",
                     "2022 B holding 0 30 stated 300 -\n");
}

static void a_count_comes_before_the_level_that_the_row_leads_to(void **state)
{
    (void)state;
    assert_last_rows("2020 outstanding outstanding=1000\n"
                     "2020 holding A shares=500\n"
                     "2021 cancel A shares=100 outstanding=800 stake_after=50\n",
                     "2021 A cancel 0 50 derived 400 confirmed\n");
}

static void any_other_row_may_count_the_capital(void **state)
{
    (void)state;
    assert_capital("2020 outstanding outstanding=1000\n"
                   "2021 note outstanding=2000\n",
                   "V 2000; f 1; W 0");
    assert_capital("2020 outstanding outstanding=1000\n"
                   "2021 split ratio=2 outstanding=3000\n",
                   "V 1500; f 2; W 0");
}

/* ---- f by shares beside a stake ---- */

static void a_level_with_shares_and_a_stake_tells_the_shares(void **state)
{
    (void)state;
    assert_timeline("2020 holding A stake=25\n"
                    "2021 holding B stake=10.0 shares=100\n"
                    "2022 holding A\n",
                    "2020 A holding ? 25 stated - -\n"
                    "2021 B holding ? 10 stated 100 -\n"
                    "2022 A holding 0 25 stated 250 -\n");
    assert_capital("2020 holding A stake=25\n"
                   "2021 holding B stake=10.0 shares=100\n",
                   "V 1; f 1000; W 0");
}

static void a_trade_with_shares_and_a_stake_tells_the_shares(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=30\n"
                     "2021 acquire B stake=10 shares=100 to=A\n",
                     "2021 B acquire 10 10 derived 100 -\n"
                     "2021 A dispose -10 20 derived 200 -\n");
    assert_last_rows("2020 holding A stake=30\n"
                     "2021 dispose A stake=10 shares=100\n",
                     "2021 A dispose -10 20 derived 200 -\n");
}

static void a_cancellation_with_shares_and_a_stake_tells_the_shares_before_it(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=30\n"
                     "2021 cancel A stake=10 shares=100\n",
                     "2021 A cancel -7.777778 22.222222 derived 200 -\n");
    assert_capital("2020 holding A stake=30\n"
                   "2021 cancel A stake=10 shares=100\n",
                   "V 0.9; f 1000; W 0");
}

static void shares_told_by_a_stake_bring_in_those_that_the_capital_could_not_take(void **state)
{
    (void)state;
    assert_positions("2020 holding A stake=30\n"
                     "2021 issue B shares=100\n"
                     "2022 holding C stake=10 shares=110\n",
                     "A 27.272727 diluted; B 9.090909 derived; C 10 stated");
}

static void a_range_beside_shares_tells_no_shares(void **state)
{
    (void)state;
    assert_capital("2020 holding A stake=~10 shares=100\n", "V 1; f ?; W 0");
    assert_positions("2020 holding A stake=~10 shares=100\n", "A 9..11 stated");
}

/* 5 % stands for 4.5 to 5.5 %: 1818 to 2222 shares. */
static void shares_told_by_a_stake_give_way_to_a_count_that_agrees(void **state)
{
    (void)state;
    assert_capital("2020 holding A stake=5 shares=100\n"
                   "2021 outstanding outstanding=2100\n",
                   "V 1; f 2100; W 0");
    assert_capital("2020 holding A stake=5 shares=100\n"
                   "2021 outstanding outstanding=1900\n",
                   "V 1; f 1900; W 0");
    assert_timeline("2020 holding A stake=5 shares=100\n"
                    "2021 holding B stake=10\n"
                    "2022 outstanding outstanding=2100\n"
                    "2023 holding B\n",
                    "2020 A holding ? 5 stated 100 -\n"
                    "2021 B holding ? 10 stated 200 -\n"
                    "2022 - outstanding ? - - - -\n"
                    "2022 A dilution -0.238095 4.761905 diluted 100 -\n"
                    "2023 B holding 0 10 stated 210 -\n");
}

static void a_count_that_disagrees_moves_the_capital(void **state)
{
    (void)state;
    assert_capital("2020 holding A stake=5 shares=100\n"
                   "2021 outstanding outstanding=3000\n",
                   "V 1.5; f 2000; W 0");
    assert_capital("2020 holding A stake=5 shares=100\n"
                   "2021 outstanding outstanding=1700\n",
                   "V 0.85; f 2000; W 0");
    assert_last_rows("2020 holding A stake=5 shares=100\n"
                     "2021 outstanding outstanding=3000\n",
                     "2021 - outstanding ? - - - -\n"
                     "2021 A dilution -1.666667 3.333333 diluted 100 -\n");
}

static void only_the_next_count_can_agree(void **state)
{
    (void)state;
    assert_capital("2020 holding A stake=5 shares=100\n"
                   "2021 outstanding outstanding=2500\n"
                   "2022 outstanding outstanding=2600\n",
                   "V 1.3; f 2000; W 0");
    assert_capital("2020 holding A stake=5 shares=100\n"
                   "2021 outstanding outstanding=2100\n"
                   "2022 outstanding outstanding=2205\n",
                   "V 1.05; f 2100; W 0");
}

static void a_fraction_beside_shares_leaves_a_count_no_room(void **state)
{
    (void)state;
    assert_capital("2020 holding A stake=1/20 shares=100\n"
                   "2021 outstanding outstanding=2010\n",
                   "V 1.005; f 2000; W 0");
}

static void a_count_on_the_row_comes_before_its_stake_tells_the_shares(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=10 shares=100 outstanding=1000\n",
                     "2020 A holding ? 10 derived 100 -\n");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_capital_is_unset_until_something_states_or_needs_it),
        cmocka_unit_test(a_per_cent_makes_the_capital_one_unit),
        cmocka_unit_test(a_count_makes_the_capital_units_of_one_share),
        cmocka_unit_test(a_company_is_founded_without_capital),
        cmocka_unit_test(founding_forgets_what_was_before),
        cmocka_unit_test(a_founded_company_is_owned_by_those_it_issued_to),
        cmocka_unit_test(a_per_cent_of_no_capital_begins_anew),
        cmocka_unit_test(a_capital_of_0_without_shares_counts_as_unset),
        cmocka_unit_test(the_capital_moves_by_the_middle_of_a_range),
        cmocka_unit_test(cancelled_shares_raise_the_stake_of_those_who_sold_nothing),
        cmocka_unit_test(a_count_tells_the_shares_of_a_capital_known_in_per_cents),
        cmocka_unit_test(waiting_shares_become_units_when_the_capital_is_counted),
        cmocka_unit_test(shares_issued_unseen_by_the_capital_are_added_when_it_is_counted),
        cmocka_unit_test(shares_cancelled_unseen_by_the_capital_are_taken_off_when_it_is_counted),
        cmocka_unit_test(shares_issued_before_the_capital_is_counted_are_part_of_the_count),
        cmocka_unit_test(a_count_below_the_shares_issued_leaves_them_out),
        cmocka_unit_test(another_count_tells_of_shares_issued_or_cancelled_unseen),
        cmocka_unit_test(a_split_multiplies_the_shares_and_moves_no_stake),
        cmocka_unit_test(
            a_split_multiplies_waiting_shares_and_those_that_the_capital_could_not_take),
        cmocka_unit_test(the_count_of_a_purchase_comes_before_it),
        cmocka_unit_test(the_count_of_a_sale_comes_before_it),
        cmocka_unit_test(the_count_of_a_level_comes_before_it),
        cmocka_unit_test(the_count_of_a_cancellation_comes_after_it),
        cmocka_unit_test(a_capital_that_comes_back_has_not_moved),
        cmocka_unit_test(a_count_comes_before_the_level_that_the_row_leads_to),
        cmocka_unit_test(any_other_row_may_count_the_capital),
        cmocka_unit_test(a_level_with_shares_and_a_stake_tells_the_shares),
        cmocka_unit_test(a_trade_with_shares_and_a_stake_tells_the_shares),
        cmocka_unit_test(a_cancellation_with_shares_and_a_stake_tells_the_shares_before_it),
        cmocka_unit_test(shares_told_by_a_stake_bring_in_those_that_the_capital_could_not_take),
        cmocka_unit_test(a_range_beside_shares_tells_no_shares),
        cmocka_unit_test(shares_told_by_a_stake_give_way_to_a_count_that_agrees),
        cmocka_unit_test(a_count_that_disagrees_moves_the_capital),
        cmocka_unit_test(only_the_next_count_can_agree),
        cmocka_unit_test(a_fraction_beside_shares_leaves_a_count_no_room),
        cmocka_unit_test(a_count_on_the_row_comes_before_its_stake_tells_the_shares),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
