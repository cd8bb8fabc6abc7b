/* Reports of one deal: which version stands at a known date, what it carries over, what is pending,
 * and what a view counts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "story.h"

/* ---- versions ---- */

static void the_latest_known_version_of_a_deal_counts_at_its_own_place(void **state)
{
    (void)state;
    assert_timeline("2020-01-01 holding A stake=30\n"
                    "2020-02-01 dispose A stake=10 status=announced deal=d\n"
                    "2020-02-15 acquire A stake=5\n"
                    "2020-03-01 dispose A deal=d\n",
                    "2020-01-01 A holding ? 30 stated - -\n"
                    "2020-02-15 A acquire 5 35 derived - -\n"
                    "2020-03-01 A dispose -10 25 derived - -\n");
}

static void a_version_known_later_counts_though_it_arrived_first(void **state)
{
    (void)state;
    assert_positions("2020 holding A stake=30\n"
                     "2021 dispose A stake=10 deal=d known=2022-01-01\n"
                     "2021 dispose A stake=12 deal=d known=2021-06-01\n",
                     "A 20 derived");
}

static void of_versions_known_on_one_day_the_later_arrival_counts(void **state)
{
    (void)state;
    assert_positions("2020 holding A stake=30\n"
                     "2021 dispose A stake=10 deal=d known=2021-06-01\n"
                     "2021 dispose A stake=12 deal=d known=2021-06-01\n",
                     "A 18 derived");
}

static void rows_without_a_deal_are_each_their_own_event(void **state)
{
    (void)state;
    assert_positions("2020 holding A stake=30\n"
                     "2021 dispose A stake=10\n"
                     "2021 dispose A stake=12\n",
                     "A 8 derived");
}

static void another_holder_class_or_part_is_another_event(void **state)
{
    (void)state;
    assert_positions("2020 holding A stake=30\n"
                     "2020 holding B stake=20\n"
                     "2021 dispose A stake=10 deal=d\n"
                     "2021 dispose B stake=5 deal=d\n",
                     "A 20 derived; B 15 derived");
    assert_positions("2020 holding A stake=30\n"
                     "2021 dispose A stake=10 deal=d part=1\n"
                     "2022 dispose A stake=5 deal=d part=2\n",
                     "A 15 derived");
    assert_positions("2020 holding A stake=30 class=X\n"
                     "2020 holding A stake=20 class=Y\n"
                     "2021 dispose A stake=10 deal=d class=X\n"
                     "2022 dispose A stake=5 deal=d class=Y\n",
                     "A/X 20 derived; A/Y 15 derived");
}

/* ---- what a version carries over ---- */

static void the_size_is_carried_over_as_one(void **state)
{
    (void)state;
    assert_last_rows("2020 outstanding outstanding=1000\n"
                     "2020 holding A shares=300\n"
                     "2021 dispose A stake=10 status=announced deal=d\n"
                     "2022 dispose A shares=50 deal=d\n",
                     "2022 A dispose -5 25 derived 250 -\n");
    assert_last_rows("2020 outstanding outstanding=1000\n"
                     "2020 holding A shares=300\n"
                     "2021 dispose A shares=100 stake_after=25 status=announced deal=d\n"
                     "2022 dispose A deal=d\n",
                     "2022 A dispose -5 25 stated 250 mismatch\n");
}

static void the_counterparty_is_carried_over(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=30\n"
                     "2021 dispose A stake=10 to=B status=announced deal=d\n"
                     "2022 dispose A deal=d\n",
                     "2022 A dispose -10 20 derived - -\n"
                     "2022 B acquire 10 10 derived - -\n");
}

static void what_was_carried_over_is_carried_on(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=30\n"
                     "2020-06-01 dispose A stake=10 to=B status=talks deal=d\n"
                     "2021 dispose A status=announced deal=d\n"
                     "2022 dispose A deal=d\n",
                     "2022 A dispose -10 20 derived - -\n"
                     "2022 B acquire 10 10 derived - -\n");
}

static void counts_votes_and_ratios_are_carried_over(void **state)
{
    (void)state;
    assert_capital("2020 outstanding outstanding=1000\n"
                   "2021 issue A shares=500 outstanding=2000 status=announced deal=d\n"
                   "2022 issue A deal=d\n",
                   "V 2000; f 1; W 0");
    assert_votes("2020 holding A stake=30 votes=40 status=announced deal=d\n"
                 "2021 holding A deal=d\n",
                 "A 40");
    assert_capital("2020 outstanding outstanding=1000\n"
                   "2021 split ratio=2 status=announced deal=d\n"
                   "2022 split deal=d\n",
                   "V 1000; f 2; W 0");
}

static void amounts_and_valuations_are_carried_over(void **state)
{
    (void)state;
    assert_positions("2020 holding A stake=50\n"
                     "2021 round B amount=2000000 pre_money=8000000 status=announced deal=d\n"
                     "2022 round B deal=d\n",
                     "A 40 diluted; B 20 implied");
    assert_positions("2020 holding A stake=50\n"
                     "2021 round B amount=2000000 post_money=10000000 status=announced deal=d\n"
                     "2022 round B amount=1000000 deal=d\n",
                     "A 45 diluted; B 10 implied");
    assert_positions(
        "2020 holding A stake=50\n"
        "2021 round B amount=2000000 pre_money=8000000 instrument=safe status=announced deal=d\n"
        "2022 round B deal=d\n",
        "A 50 stated; B ?");
}

static void the_source_is_not_carried_over(void **state)
{
    (void)state;
    assert_origins("2020 holding A stake=30 status=announced deal=d source=x\n"
                   "2021 holding A deal=d\n",
                   "A 2021 -");
}

static void a_version_not_known_yet_changes_nothing(void **state)
{
    (void)state;
    assert_timeline_seen("2020 holding A stake=30 known=2020-01-01\n"
                         "2021-02-01 dispose A stake=10 status=announced deal=d\n"
                         "2022-02-01 dispose A stake=12 to=B deal=d\n",
                         known_by("2021-06-01"),
                         "2020 A holding ? 30 stated - -\n"
                         "2021-02-01 A dispose -10 - - - pending\n");
}

/* ---- two clocks ---- */

/* 28.4 % went to a trust. */
static void a_transfer_is_pending_until_its_completion_is_known(void **state)
{
    (void)state;
    assert_timeline_seen("2010-04-07 holding R stake=43.4\n"
                         "2023-02-06 dispose R stake=28.4 status=announced deal=t\n"
                         "2023-11-08 dispose R deal=t\n",
                         known_by("2023-06-01"),
                         "2010-04-07 R holding ? 43.4 stated - -\n"
                         "2023-02-06 R dispose -28.4 - - - pending\n");
    assert_timeline_seen("2010-04-07 holding R stake=43.4\n"
                         "2023-02-06 dispose R stake=28.4 status=announced deal=t\n"
                         "2023-11-08 dispose R deal=t\n",
                         known_by("2023-11-08"),
                         "2010-04-07 R holding ? 43.4 stated - -\n"
                         "2023-11-08 R dispose -28.4 15 derived - -\n");
}

static void a_partial_known_date_is_its_last_day(void **state)
{
    (void)state;
    assert_timeline_seen("2020 holding A stake=30 known=2020-01-01\n"
                         "2021 dispose A stake=10 known=2021-06\n",
                         known_by("2021-06-29"), "2020 A holding ? 30 stated - -\n");
    assert_timeline_seen("2020 holding A stake=30 known=2020-01-01\n"
                         "2021 dispose A stake=10 known=2021-06\n",
                         known_by("2021-06-30"),
                         "2020 A holding ? 30 stated - -\n"
                         "2021 A dispose -10 20 derived - -\n");
}

static void events_after_the_date_do_not_count(void **state)
{
    (void)state;
    assert_timeline_seen("2020 holding A stake=30\n"
                         "2021-12-31 dispose A stake=10\n"
                         "2022-01-01 dispose A stake=10\n",
                         on("2021"),
                         "2020 A holding ? 30 stated - -\n"
                         "2021-12-31 A dispose -10 20 derived - -\n");
}

static void an_older_version_does_not_come_back_before_the_date_of_the_newer(void **state)
{
    (void)state;
    assert_timeline_seen("2020 holding A stake=30\n"
                         "2021-02-01 dispose A stake=10 deal=d\n"
                         "2023-02-01 dispose A stake=12 deal=d\n",
                         on("2021"), "2020 A holding ? 30 stated - -\n");
}

/* ---- pending and cancelled ---- */

static void a_pending_event_moves_nothing(void **state)
{
    (void)state;
    assert_timeline("2020-01-01 holding A stake=30\n"
                    "2020-02-01 dispose A stake=10 status=announced to=B\n",
                    "2020-01-01 A holding ? 30 stated - -\n"
                    "2020-02-01 A dispose -10 - - - pending\n"
                    "2020-02-01 B acquire 10 - - - pending\n");
}

static void every_status_before_completion_is_pending(void **state)
{
    (void)state;
    assert_timeline("2020 acquire A stake=10 status=rumoured\n"
                    "2020 acquire A stake=10 status=talks\n"
                    "2020 acquire A stake=10 status=announced\n"
                    "2020 acquire A stake=10 status=approved\n"
                    "2020 acquire A stake=10 status=completed\n",
                    "2020 A acquire 10 - - - pending\n"
                    "2020 A acquire 10 - - - pending\n"
                    "2020 A acquire 10 - - - pending\n"
                    "2020 A acquire 10 - - - pending\n"
                    "2020 A acquire 10 10 derived - -\n");
}

static void a_pending_row_shows_the_stake_it_states_signed(void **state)
{
    (void)state;
    assert_timeline("2020 holding A stake=30 status=announced\n"
                    "2021 acquire A stake=5 status=announced\n"
                    "2022 dispose A stake=6 status=announced\n"
                    "2023 cancel A stake=7 status=announced\n"
                    "2024 issue A stake=8-10 status=announced\n"
                    "2025 dispose A shares=100 status=announced\n",
                    "2020 A holding 30 - - - pending\n"
                    "2021 A acquire 5 - - - pending\n"
                    "2022 A dispose -6 - - - pending\n"
                    "2023 A cancel -7 - - - pending\n"
                    "2024 A issue 9 - - - pending\n"
                    "2025 A dispose ? - - - pending\n");
}

static void a_pending_count_counts_nothing(void **state)
{
    (void)state;
    assert_timeline("2020 outstanding outstanding=1000\n"
                    "2020 holding A shares=100\n"
                    "2021 outstanding outstanding=2000 status=approved\n",
                    "2020 - outstanding ? - - - -\n"
                    "2020 A holding ? 10 derived 100 -\n"
                    "2021 - outstanding ? - - - pending\n");
}

static void a_pending_row_is_in_no_group(void **state)
{
    (void)state;
    assert_last_rows("2020 holding A stake=50\n"
                     "2021 round B stake=20 deal=d\n"
                     "2021 round C stake=20 deal=d status=approved\n",
                     "2021 B round 20 20 derived - -\n"
                     "2021 A dilution -10 40 diluted - -\n"
                     "2021 C round 20 - - - pending\n");
}

static void a_cancelled_deal_is_left_out(void **state)
{
    (void)state;
    assert_timeline("2020 holding A stake=30\n"
                    "2021 dispose A stake=10 status=announced deal=d\n"
                    "2022 dispose A status=cancelled deal=d\n",
                    "2020 A holding ? 30 stated - -\n");
    assert_timeline("2020 holding A stake=30\n"
                    "2021 dispose A stake=10 status=cancelled\n",
                    "2020 A holding ? 30 stated - -\n");
}

static void a_deal_is_pending_until_its_cancellation_is_known(void **state)
{
    (void)state;
    assert_timeline_seen("2020 holding A stake=30\n"
                         "2021-02-01 dispose A stake=10 status=announced deal=d\n"
                         "2022-02-01 dispose A status=cancelled deal=d\n",
                         known_by("2021-06-01"),
                         "2020 A holding ? 30 stated - -\n"
                         "2021-02-01 A dispose -10 - - - pending\n");
}

/* ---- pro forma ---- */

static void pro_forma_counts_pending_events_and_keeps_their_flag(void **state)
{
    (void)state;
    assert_timeline_seen("2010-04-07 holding R stake=43.4\n"
                         "2023-02-06 dispose R stake=28.4 status=announced\n",
                         pro_forma(SL_STAGE_RUMOURED),
                         "2010-04-07 R holding ? 43.4 stated - -\n"
                         "2023-02-06 R dispose -28.4 15 derived - pending\n");
    assert_timeline_seen("2020 holding A stake=30\n"
                         "2021 dispose A stake=10 status=rumoured to=B\n",
                         pro_forma(SL_STAGE_RUMOURED),
                         "2020 A holding ? 30 stated - -\n"
                         "2021 A dispose -10 20 derived - pending\n"
                         "2021 B acquire 10 10 derived - pending\n");
}

static void pro_forma_counts_from_a_status_on(void **state)
{
    (void)state;
    assert_timeline_seen("2020 holding A stake=30\n"
                         "2021 dispose A stake=10 status=talks\n"
                         "2022 dispose A stake=10 status=announced\n"
                         "2023 dispose A stake=10 status=approved\n",
                         pro_forma(SL_STAGE_ANNOUNCED),
                         "2020 A holding ? 30 stated - -\n"
                         "2021 A dispose -10 - - - pending\n"
                         "2022 A dispose -10 20 derived - pending\n"
                         "2023 A dispose -10 10 derived - pending\n");
}

static void pro_forma_never_counts_what_was_cancelled(void **state)
{
    (void)state;
    assert_timeline_seen("2020 holding A stake=30\n"
                         "2021 dispose A stake=10 status=cancelled\n",
                         pro_forma(SL_STAGE_RUMOURED), "2020 A holding ? 30 stated - -\n");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_latest_known_version_of_a_deal_counts_at_its_own_place),
        cmocka_unit_test(a_version_known_later_counts_though_it_arrived_first),
        cmocka_unit_test(of_versions_known_on_one_day_the_later_arrival_counts),
        cmocka_unit_test(rows_without_a_deal_are_each_their_own_event),
        cmocka_unit_test(another_holder_class_or_part_is_another_event),
        cmocka_unit_test(the_size_is_carried_over_as_one),
        cmocka_unit_test(the_counterparty_is_carried_over),
        cmocka_unit_test(what_was_carried_over_is_carried_on),
        cmocka_unit_test(counts_votes_and_ratios_are_carried_over),
        cmocka_unit_test(amounts_and_valuations_are_carried_over),
        cmocka_unit_test(the_source_is_not_carried_over),
        cmocka_unit_test(a_version_not_known_yet_changes_nothing),
        cmocka_unit_test(a_transfer_is_pending_until_its_completion_is_known),
        cmocka_unit_test(a_partial_known_date_is_its_last_day),
        cmocka_unit_test(events_after_the_date_do_not_count),
        cmocka_unit_test(an_older_version_does_not_come_back_before_the_date_of_the_newer),
        cmocka_unit_test(a_pending_event_moves_nothing),
        cmocka_unit_test(every_status_before_completion_is_pending),
        cmocka_unit_test(a_pending_row_shows_the_stake_it_states_signed),
        cmocka_unit_test(a_pending_count_counts_nothing),
        cmocka_unit_test(a_pending_row_is_in_no_group),
        cmocka_unit_test(a_cancelled_deal_is_left_out),
        cmocka_unit_test(a_deal_is_pending_until_its_cancellation_is_known),
        cmocka_unit_test(pro_forma_counts_pending_events_and_keeps_their_flag),
        cmocka_unit_test(pro_forma_counts_from_a_status_on),
        cmocka_unit_test(pro_forma_never_counts_what_was_cancelled),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
