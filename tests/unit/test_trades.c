/* Changes: purchases, sales, cancellations, the levels they lead to, and takeovers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "story.h"

/* ---- purchases and sales ---- */

static void a_purchase_by_someone_never_met_starts_from_0(void **state)
{
    (void)state;
    assert_timeline("2020 acquire A stake=10\n", "2020 A acquire 10 10 derived - -\n");
    assert_last_rows("2020 outstanding outstanding=1000\n"
                     "2021 acquire A shares=100\n",
                     "2021 A acquire 10 10 derived 100 -\n");
}

static void a_purchase_adds_to_what_is_known(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=30\n"
                     "2021 acquire A stake=10\n",
                     "2021 A acquire 10 40 derived - -\n");
}

static void a_purchase_adds_to_waiting_shares(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A shares=100\n"
                     "2021 acquire A shares=50\n",
                     "2021 A acquire ? ? - 150 -\n");
}

static void someone_at_0_is_like_someone_never_met(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=0\n"
                     "2021 acquire A shares=100\n",
                     "2021 A acquire ? ? - 100 -\n");
}

static void a_sale_is_the_mirror_image(void **state)
{
    (void)state;
    assert_last_rows("2020 outstanding outstanding=1000\n"
                     "2020 holding A shares=300\n"
                     "2021 dispose A shares=100\n",
                     "2021 A dispose -10 20 derived 200 -\n");
}

static void a_sale_of_waiting_shares_leaves_the_rest_waiting(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A shares=100\n"
                     "2021 dispose A shares=30\n",
                     "2021 A dispose ? ? - 70 -\n");
}

static void a_sale_of_all_waiting_shares_leaves_a_known_0(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A shares=100\n"
                     "2021 dispose A shares=100\n",
                     "2021 A dispose ? 0 derived - -\n");
}

static void a_sale_by_someone_never_met_is_unresolved(void **state)
{
    (void)state;
    assert_timeline("2020-02-01 dispose A stake=40\n", "2020-02-01 A dispose ? ? - - unresolved\n");
}

static void shares_of_a_stake_before_the_capital_is_counted_are_unresolved(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=30\n"
                     "2021 acquire A shares=100\n",
                     "2021 A acquire ? ? - - unresolved\n");
    assert_last_rows("2020 holding A stake=30\n"
                     "2021 dispose A shares=100\n",
                     "2021 A dispose ? ? - - unresolved\n");
}

static void a_per_cent_of_waiting_shares_is_unresolved(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A shares=100\n"
                     "2021 acquire A stake=5\n",
                     "2021 A acquire ? ? - - unresolved\n");
    assert_last_rows("2020 holding A shares=100\n"
                     "2021 dispose A stake=5\n",
                     "2021 A dispose ? ? - - unresolved\n");
}

static void a_change_without_a_size_is_unresolved(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=30\n"
                     "2021 acquire A\n",
                     "2021 A acquire ? ? - - unresolved\n");
    assert_last_rows("2020 holding A stake=30\n"
                     "2021 dispose A\n",
                     "2021 A dispose ? ? - - unresolved\n");
    assert_last_rows("2020 holding A stake=30\n"
                     "2021 cancel A\n",
                     "2021 A cancel ? ? - - unresolved\n");
    assert_last_rows("2020 acquire A\n", "2020 A acquire ? ? - - unresolved\n");
}

/* ---- oversold ---- */

static void selling_more_than_was_held_is_flagged(void **state)
{
    (void)state;
    assert_last_rows("2020-01-01 holding A stake=30\n"
                     "2020-02-01 dispose A stake=40\n",
                     "2020-02-01 A dispose -30 0 derived - oversold\n");
}

static void selling_more_waiting_shares_than_there_were_is_flagged(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A shares=100\n"
                     "2021 dispose A shares=120\n",
                     "2021 A dispose ? 0 derived - oversold\n");
}

/* 10 ± 0.5 were held, 10.4 ± 0.05 are sold. */
static void selling_more_within_the_precision_is_not_flagged(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=10\n"
                     "2021 dispose A stake=10.4\n",
                     "2021 A dispose -10 0 derived - -\n");
}

static void a_range_that_may_be_what_was_held_is_not_flagged(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=10.0\n"
                     "2021 dispose A stake=8-20\n",
                     "2021 A dispose -9 0..2 derived - -\n");
}

static void a_sale_from_a_known_0_is_oversold(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=0\n"
                     "2021 dispose A stake=5\n",
                     "2021 A dispose 0 0 derived - oversold\n");
}

static void a_seller_who_is_the_counterparty_can_be_oversold(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=5\n"
                     "2021 acquire B stake=10 to=A\n",
                     "2021 B acquire 10 10 derived - -\n"
                     "2021 A dispose -5 0 derived - oversold\n");
}

static void a_cancellation_can_be_oversold(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=10\n"
                     "2021 cancel A stake=20\n",
                     "2021 A cancel -10 0 derived - oversold\n");
}

/* ---- counterparties ---- */

static void a_purchase_moves_the_seller(void **state)
{
    (void)state;
    assert_timeline("2020-01-01 holding A stake=30\n"
                    "2020-02-01 acquire B stake=10 to=A\n",
                    "2020-01-01 A holding ? 30 stated - -\n"
                    "2020-02-01 B acquire 10 10 derived - -\n"
                    "2020-02-01 A dispose -10 20 derived - -\n");
}

static void a_sale_moves_the_buyer(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=30\n"
                     "2021 dispose A stake=10 to=B\n",
                     "2021 A dispose -10 20 derived - -\n"
                     "2021 B acquire 10 10 derived - -\n");
}

static void a_seller_never_met_is_unresolved(void **state)
{
    (void)state;
    assert_timeline("2020 acquire B stake=10 to=A\n", "2020 B acquire 10 10 derived - -\n"
                                                      "2020 A dispose ? ? - - unresolved\n");
}

static void waiting_shares_change_hands(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A shares=100\n"
                     "2021 acquire B shares=40 to=A\n",
                     "2021 B acquire ? ? - 40 -\n"
                     "2021 A dispose ? ? - 60 -\n");
}

static void a_trade_without_a_holder_moves_its_counterparty(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=30\n"
                     "2021 acquire - stake=10 to=A\n",
                     "2021 - acquire ? - - - -\n"
                     "2021 A dispose -10 20 derived - -\n");
}

static void a_counterparty_trades_the_same_class(void **state)
{
    (void)state;
    assert_positions("2020 holding A stake=30 class=X\n"
                     "2021 dispose A stake=10 class=X to=B\n",
                     "A/X 20 derived; B/X 10 derived");
}

/* ---- cancellations ---- */

static void cancelled_per_cents_leave_the_holder_and_the_capital(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=40\n"
                     "2020 holding B stake=20\n"
                     "2021 cancel A stake=20\n",
                     "2021 A cancel -15 25 derived - -\n"
                     "2021 B dilution 5 25 diluted - -\n");
}

static void cancelled_shares_leave_the_holder_and_the_capital(void **state)
{
    (void)state;
    assert_last_rows("2020 outstanding outstanding=1000\n"
                     "2020 holding A shares=400\n"
                     "2020 holding B shares=200\n"
                     "2021 cancel A shares=200\n",
                     "2021 A cancel -15 25 derived 200 -\n"
                     "2021 B dilution 5 25 diluted 200 -\n");
}

static void a_cancellation_without_a_holder_raises_everyone(void **state)
{
    (void)state;
    assert_last_rows("2020 outstanding outstanding=1000\n"
                     "2020 holding A shares=400\n"
                     "2021 cancel - shares=200\n",
                     "2021 - cancel ? - - - -\n"
                     "2021 A dilution 10 50 diluted 400 -\n");
}

static void cancelled_shares_are_taken_off_waiting_ones(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A shares=100\n"
                     "2021 cancel A shares=30\n",
                     "2021 A cancel ? ? - 70 -\n");
    assert_capital("2020 holding A shares=100\n"
                   "2021 cancel A shares=30\n",
                   "V ?; f ?; W -30");
}

static void cancelled_shares_of_a_stake_before_the_capital_is_counted_are_unresolved(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=30\n"
                     "2021 cancel A shares=100\n",
                     "2021 A cancel ? ? - - unresolved\n");
}

/* 20 ± 1 of the 80 left are 25 ± 1.25. */
static void a_level_after_a_cancellation_is_a_part_of_what_is_left(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=40\n"
                     "2021 cancel A stake=20 stake_after=25\n",
                     "2021 A cancel -15 25 stated - -\n");
    assert_last_rows("2020 holding A stake=40\n"
                     "2021 cancel A stake=20 stake_after=23-27\n",
                     "2021 A cancel -15 25 derived - confirmed\n");
}

/* ---- the level that a trade leads to, as its size ---- */

static void a_purchase_that_states_only_its_level_bought_the_difference(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=30\n"
                     "2020 holding B stake=10\n"
                     "2021 acquire B stake_after=15 to=A\n",
                     "2021 B acquire 5 15 stated - -\n"
                     "2021 A dispose -5 25 derived - -\n");
}

static void a_first_purchase_that_states_only_its_level_bought_all_of_it(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=30\n"
                     "2021 acquire B stake_after=10 to=A\n",
                     "2021 B acquire 10 10 stated - -\n"
                     "2021 A dispose -10 20 derived - -\n");
}

static void a_sale_that_states_only_its_level_sold_the_difference(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=30\n"
                     "2021 dispose A stake_after=20 to=B\n",
                     "2021 A dispose -10 20 stated - -\n"
                     "2021 B acquire 10 10 derived - -\n");
}

static void a_difference_of_ranges_is_a_range(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=~20\n"
                     "2020 holding B stake=50\n"
                     "2021 acquire A stake_after=30 to=B\n",
                     "2021 A acquire 10 30 stated - -\n"
                     "2021 B dispose -10 39..41 derived - -\n");
}

static void a_difference_of_the_wrong_sign_is_0_and_a_mismatch(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=30\n"
                     "2020 holding B stake=10\n"
                     "2021 acquire B stake_after=5 to=A\n",
                     "2021 B acquire -5 5 stated - mismatch\n"
                     "2021 A dispose 0 30 derived - -\n");
    assert_last_rows("2020 holding A stake=30\n"
                     "2021 dispose A stake_after=35 to=B\n",
                     "2021 A dispose 5 35 stated - mismatch\n"
                     "2021 B acquire 0 0 derived - -\n");
}

/* B is at 0, whose shares can wait. */
static void a_difference_that_is_only_rounding_is_0(void **state)
{
    (void)state;
    assert_last_rows("2019 holding A stake=100\n"
                     "2020 round stake=5\n"
                     "2021 dispose A stake_after=95.0 to=B\n"
                     "2022 acquire B shares=100\n",
                     "2022 B acquire ? ? - 100 -\n");
}

static void a_difference_to_an_unknown_position_is_unknown(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=30\n"
                     "2020 holding B\n"
                     "2021 acquire B stake_after=15 to=A\n",
                     "2021 B acquire ? 15 stated - -\n"
                     "2021 A dispose ? ? - - unresolved\n");
    assert_timeline("2020 dispose A stake_after=20 to=B\n", "2020 A dispose ? 20 stated - -\n"
                                                            "2020 B acquire ? ? - - unresolved\n");
}

static void a_level_that_is_the_size_confirms_nothing(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=30\n"
                     "2021 acquire A stake_after=30\n",
                     "2021 A acquire 0 30 stated - -\n");
}

static void a_level_beside_a_size_does_not_move_the_counterparty(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=30.0\n"
                     "2020 holding B stake=10.0\n"
                     "2021 acquire B stake=5.0 stake_after=16.0 to=A\n",
                     "2021 B acquire 6 16 stated - mismatch\n"
                     "2021 A dispose -5 25 derived - -\n");
}

/* ---- taken over ---- */

static void a_takeover_leaves_nothing_to_anyone_else(void **state)
{
    (void)state;
    assert_timeline("2020-01-01 holding A stake=30\n"
                    "2020-02-01 holding B stake=100\n",
                    "2020-01-01 A holding ? 30 stated - -\n"
                    "2020-02-01 B holding ? 100 stated - -\n"
                    "2020-02-01 A dilution -30 0 diluted - -\n");
}

static void a_purchase_of_all_or_up_to_all_is_a_takeover(void **state)
{
    (void)state;
    assert_positions("2020 holding A stake=30\n"
                     "2021 acquire B stake=100\n",
                     "B 100 derived");
    assert_positions("2020 holding A stake=30\n"
                     "2021 acquire B stake_after=100\n",
                     "B 100 stated");
    assert_last_rows("2020 holding B stake=60\n"
                     "2020 holding C stake=10\n"
                     "2021 acquire B stake=40 stake_after=100\n",
                     "2021 B acquire 40 100 stated - -\n"
                     "2021 C dilution -10 0 diluted - -\n");
}

static void a_takeover_by_nobody_named_leaves_nothing_to_anyone(void **state)
{
    (void)state;
    assert_positions("2020 holding A stake=40\n"
                     "2020 holding B stake=10\n"
                     "2021 acquire - stake=100 to=A\n",
                     "");
}

static void a_takeover_ends_waiting_and_unknown_positions(void **state)
{
    (void)state;
    assert_positions("2020 holding A shares=30\n"
                     "2020 holding C\n"
                     "2021 holding B stake=100\n",
                     "B 100 stated");
}

static void only_exactly_100_is_a_takeover(void **state)
{
    (void)state;
    assert_positions("2020 holding A stake=30\n"
                     "2021 holding B stake=>99\n",
                     "A 30 stated; B 99..100 stated");
    assert_positions("2020 holding A stake=30\n"
                     "2021 holding B stake=99.9\n",
                     "A 30 stated; B 99.9 stated");
}

static void a_sale_of_all_of_it_is_no_takeover(void **state)
{
    (void)state;
    assert_positions("2020 holding A stake=30\n"
                     "2021 dispose B stake=100\n",
                     "A 30 stated; B ?");
}

static void all_of_a_class_is_no_takeover(void **state)
{
    (void)state;
    assert_positions("2020 holding A stake=30\n"
                     "2021 holding B stake=100 class=X\n",
                     "A 30 stated; B/X 100 stated");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_purchase_by_someone_never_met_starts_from_0),
        cmocka_unit_test(a_purchase_adds_to_what_is_known),
        cmocka_unit_test(a_purchase_adds_to_waiting_shares),
        cmocka_unit_test(someone_at_0_is_like_someone_never_met),
        cmocka_unit_test(a_sale_is_the_mirror_image),
        cmocka_unit_test(a_sale_of_waiting_shares_leaves_the_rest_waiting),
        cmocka_unit_test(a_sale_of_all_waiting_shares_leaves_a_known_0),
        cmocka_unit_test(a_sale_by_someone_never_met_is_unresolved),
        cmocka_unit_test(shares_of_a_stake_before_the_capital_is_counted_are_unresolved),
        cmocka_unit_test(a_per_cent_of_waiting_shares_is_unresolved),
        cmocka_unit_test(a_change_without_a_size_is_unresolved),
        cmocka_unit_test(selling_more_than_was_held_is_flagged),
        cmocka_unit_test(selling_more_waiting_shares_than_there_were_is_flagged),
        cmocka_unit_test(selling_more_within_the_precision_is_not_flagged),
        cmocka_unit_test(a_range_that_may_be_what_was_held_is_not_flagged),
        cmocka_unit_test(a_sale_from_a_known_0_is_oversold),
        cmocka_unit_test(a_seller_who_is_the_counterparty_can_be_oversold),
        cmocka_unit_test(a_cancellation_can_be_oversold),
        cmocka_unit_test(a_purchase_moves_the_seller),
        cmocka_unit_test(a_sale_moves_the_buyer),
        cmocka_unit_test(a_seller_never_met_is_unresolved),
        cmocka_unit_test(waiting_shares_change_hands),
        cmocka_unit_test(a_trade_without_a_holder_moves_its_counterparty),
        cmocka_unit_test(a_counterparty_trades_the_same_class),
        cmocka_unit_test(cancelled_per_cents_leave_the_holder_and_the_capital),
        cmocka_unit_test(cancelled_shares_leave_the_holder_and_the_capital),
        cmocka_unit_test(a_cancellation_without_a_holder_raises_everyone),
        cmocka_unit_test(cancelled_shares_are_taken_off_waiting_ones),
        cmocka_unit_test(cancelled_shares_of_a_stake_before_the_capital_is_counted_are_unresolved),
        cmocka_unit_test(a_level_after_a_cancellation_is_a_part_of_what_is_left),
        cmocka_unit_test(a_purchase_that_states_only_its_level_bought_the_difference),
        cmocka_unit_test(a_first_purchase_that_states_only_its_level_bought_all_of_it),
        cmocka_unit_test(a_sale_that_states_only_its_level_sold_the_difference),
        cmocka_unit_test(a_difference_of_ranges_is_a_range),
        cmocka_unit_test(a_difference_of_the_wrong_sign_is_0_and_a_mismatch),
        cmocka_unit_test(a_difference_that_is_only_rounding_is_0),
        cmocka_unit_test(a_difference_to_an_unknown_position_is_unknown),
        cmocka_unit_test(a_level_that_is_the_size_confirms_nothing),
        cmocka_unit_test(a_level_beside_a_size_does_not_move_the_counterparty),
        cmocka_unit_test(a_takeover_leaves_nothing_to_anyone_else),
        cmocka_unit_test(a_purchase_of_all_or_up_to_all_is_a_takeover),
        cmocka_unit_test(a_takeover_by_nobody_named_leaves_nothing_to_anyone),
        cmocka_unit_test(a_takeover_ends_waiting_and_unknown_positions),
        cmocka_unit_test(only_exactly_100_is_a_takeover),
        cmocka_unit_test(a_sale_of_all_of_it_is_no_takeover),
        cmocka_unit_test(all_of_a_class_is_no_takeover),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
