/* The position model: a test for each rule of it, named as the fact. */
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

static void a_rough_level_is_a_range(void **state)
{
    (void)state;
    assert_timeline("2023-01-30 holding A stake=~43\n",
                    "2023-01-30 A holding ? 42..44 stated - -\n");
}

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
    assert_timeline("2010-04-07 holding A stake=43.4\n"
                    "2011-04-07 holding A stake=40\n",
                    "2010-04-07 A holding ? 43.4 stated - -\n"
                    "2011-04-07 A holding -3.4 40 stated - mismatch\n");
}

static void a_level_that_meets_the_known_one_replaces_it(void **state)
{
    (void)state;
    assert_timeline("2010-04-07 holding A stake=43.4\n"
                    "2011-04-07 holding A stake=43.44\n",
                    "2010-04-07 A holding ? 43.4 stated - -\n"
                    "2011-04-07 A holding 0.04 43.44 stated - -\n");
}

static void a_level_without_a_size_makes_a_new_holder_unknown(void **state)
{
    (void)state;
    assert_timeline("2020-01-01 holding A\n", "2020-01-01 A holding ? ? - - -\n");
}

/* ---- capital ---- */

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

static void a_split_changes_shares_and_no_stake(void **state)
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
}

static void shares_wait_until_the_capital_is_counted(void **state)
{
    (void)state;
    assert_timeline("2020-01-01 holding A shares=100\n"
                    "2020-01-02 outstanding outstanding=1000\n"
                    "2020-01-03 dispose A shares=20\n",
                    "2020-01-01 A holding ? ? - 100 -\n"
                    "2020-01-02 - outstanding ? - - - -\n"
                    "2020-01-03 A dispose -2 8 derived 80 -\n");
}

/* ---- trades ---- */

static void a_purchase_moves_the_seller(void **state)
{
    (void)state;
    assert_timeline("2020-01-01 holding A stake=30\n"
                    "2020-02-01 acquire B stake=10 to=A\n",
                    "2020-01-01 A holding ? 30 stated - -\n"
                    "2020-02-01 B acquire 10 10 derived - -\n"
                    "2020-02-01 A dispose -10 20 derived - -\n");
}

static void selling_more_than_was_held_is_flagged(void **state)
{
    (void)state;
    assert_timeline("2020-01-01 holding A stake=30\n"
                    "2020-02-01 dispose A stake=40\n",
                    "2020-01-01 A holding ? 30 stated - -\n"
                    "2020-02-01 A dispose -30 0 derived - oversold\n");
}

static void a_sale_by_someone_never_met_is_unresolved(void **state)
{
    (void)state;
    assert_timeline("2020-02-01 dispose A stake=40\n", "2020-02-01 A dispose ? ? - - unresolved\n");
}

static void a_takeover_leaves_nothing_to_anyone_else(void **state)
{
    (void)state;
    assert_timeline("2020-01-01 holding A stake=30\n"
                    "2020-02-01 holding B stake=100\n",
                    "2020-01-01 A holding ? 30 stated - -\n"
                    "2020-02-01 B holding ? 100 stated - -\n"
                    "2020-02-01 A dilution -30 0 derived - -\n");
}

/* ---- rounds ---- */

static void a_round_with_a_stake_dilutes_everyone_else(void **state)
{
    (void)state;
    assert_timeline("2020-01-01 holding A stake=50\n"
                    "2020-02-01 round B stake=20\n",
                    "2020-01-01 A holding ? 50 stated - -\n"
                    "2020-02-01 B round 20 20 derived - -\n"
                    "2020-02-01 A dilution -10 40 diluted - -\n");
}

static void an_amount_and_a_valuation_imply_a_stake(void **state)
{
    (void)state;
    assert_timeline("2020-01-01 holding A stake=50\n"
                    "2020-02-01 round B amount=2000000 pre_money=8000000\n",
                    "2020-01-01 A holding ? 50 stated - -\n"
                    "2020-02-01 B round 20 20 implied - -\n"
                    "2020-02-01 A dilution -10 40 diluted - -\n");
}

static void investors_share_what_their_headline_states(void **state)
{
    (void)state;
    assert_positions("2020-01-01 holding A stake=100\n"
                     "2020-02-01 round - stake=20 deal=d\n"
                     "2020-02-01 round B stake=15 deal=d\n",
                     "A 80 diluted; B 15 derived");
}

/* ---- deals ---- */

static void a_pending_event_moves_nothing(void **state)
{
    (void)state;
    assert_timeline("2020-01-01 holding A stake=30\n"
                    "2020-02-01 dispose A stake=10 status=announced to=B\n",
                    "2020-01-01 A holding ? 30 stated - -\n"
                    "2020-02-01 A dispose -10 - - - pending\n"
                    "2020-02-01 B acquire 10 - - - pending\n");
}

static void the_latest_known_version_of_a_deal_counts(void **state)
{
    (void)state;
    assert_timeline("2020-01-01 holding A stake=30\n"
                    "2020-02-01 dispose A stake=10 status=announced deal=d\n"
                    "2020-03-01 dispose A deal=d\n",
                    "2020-01-01 A holding ? 30 stated - -\n"
                    "2020-03-01 A dispose -10 20 derived - -\n");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_stated_level_is_a_part_of_the_capital),
        cmocka_unit_test(a_rough_level_is_a_range),
        cmocka_unit_test(a_rough_level_confirms_a_known_one_and_does_not_blur_it),
        cmocka_unit_test(a_level_that_contradicts_the_known_one_replaces_it_with_a_flag),
        cmocka_unit_test(a_level_that_meets_the_known_one_replaces_it),
        cmocka_unit_test(a_level_without_a_size_makes_a_new_holder_unknown),
        cmocka_unit_test(cancelled_shares_raise_the_stake_of_those_who_sold_nothing),
        cmocka_unit_test(a_founded_company_is_owned_by_those_it_issued_to),
        cmocka_unit_test(a_split_changes_shares_and_no_stake),
        cmocka_unit_test(shares_wait_until_the_capital_is_counted),
        cmocka_unit_test(a_purchase_moves_the_seller),
        cmocka_unit_test(selling_more_than_was_held_is_flagged),
        cmocka_unit_test(a_sale_by_someone_never_met_is_unresolved),
        cmocka_unit_test(a_takeover_leaves_nothing_to_anyone_else),
        cmocka_unit_test(a_round_with_a_stake_dilutes_everyone_else),
        cmocka_unit_test(an_amount_and_a_valuation_imply_a_stake),
        cmocka_unit_test(investors_share_what_their_headline_states),
        cmocka_unit_test(a_pending_event_moves_nothing),
        cmocka_unit_test(the_latest_known_version_of_a_deal_counts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
