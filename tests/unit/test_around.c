/* What is around an entity, for pictures: steps, the largest, links among them, and control. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "log_book.h"
#include "query/around.h"

static struct sl_around ask(struct log_book *log, const char *entity, unsigned depth, size_t top,
                            bool control)
{
    const struct sl_around_options options = {.view = SL_VIEW_ALL, .depth = depth, .top = top};
    struct sl_around around;
    enum sl_status status = control
                                ? sl_around_control(&around, log->book, entity, &options, &log->err)
                                : sl_around_read(&around, log->book, entity, &options, &log->err);
    assert_int_equal(status, SL_OK);
    return around;
}

static const struct sl_around_node *find(const struct sl_around *around, const char *name)
{
    for (size_t i = 0; i < around->count; i++)
        if (strcmp(around->nodes[i].name, name) == 0) return &around->nodes[i];
    return NULL;
}

static bool is_chosen(const struct sl_around *around, const char *name)
{
    const struct sl_around_node *node = find(around, name);
    return node != NULL && node->chosen;
}

static const struct sl_around_link *link_of(const struct sl_around *around, const char *holder,
                                            const char *issuer)
{
    for (size_t i = 0; i < around->link_count; i++) {
        const struct sl_around_link *link = &around->links[i];
        if (strcmp(around->nodes[link->holder].name, holder) == 0 &&
            strcmp(around->nodes[link->issuer].name, issuer) == 0)
            return link;
    }
    return NULL;
}

static const char chain[] = "date,kind,issuer,holder,stake\n"
                            "2020-01-01,holding,B,A,40\n"
                            "2020-01-01,holding,C,B,30\n"
                            "2020-01-01,holding,D,C,20\n"
                            "2020-01-01,holding,E,D,10\n"
                            "2020-01-02,holding,C,A,5\n";

static void owners_and_owned_are_as_many_steps_away_as_the_depth_allows(void **state)
{
    struct log_book *log = *state;
    log_book_import(log, chain);
    struct sl_around near = ask(log, "C", 1, 8, false), far = ask(log, "C", 2, 8, false);
    assert_true(is_chosen(&near, "A") && is_chosen(&near, "B") && is_chosen(&near, "D"));
    assert_false(is_chosen(&near, "E"));
    assert_true(is_chosen(&far, "E"));
    assert_int_equal(find(&far, "A")->up, 1); /* it holds some itself */
    assert_int_equal(find(&far, "E")->down, 2);
    assert_true(fabs(find(&far, "A")->part - 0.12) < 1e-9); /* more through B */
    assert_true(fabs(find(&far, "E")->part - 0.02) < 1e-9);
    sl_around_release(&near);
    sl_around_release(&far);
}

static void links_between_those_around_it_are_there(void **state)
{
    struct log_book *log = *state;
    log_book_import(log, chain);
    log_book_import(log, "date,kind,issuer,holder,stake,votes\n"
                         "2020-01-03,holding,A,D,7,9\n");
    struct sl_around around = ask(log, "C", 1, 8, false);
    assert_non_null(link_of(&around, "A", "B"));
    assert_true(fabs(link_of(&around, "D", "A")->stake_pct - 7) < 1e-9);
    assert_true(fabs(link_of(&around, "D", "A")->votes_pct - 9) < 1e-9);
    sl_around_release(&around);
}

static void only_the_largest_are_chosen_and_the_others_keep_their_links(void **state)
{
    struct log_book *log = *state;
    log_book_import(log, "date,kind,issuer,holder,stake\n"
                         "2020-01-01,holding,C,One,10\n"
                         "2020-01-01,holding,C,Two,9\n"
                         "2020-01-01,holding,C,Three,8\n"
                         "2020-01-01,holding,C,Four,7\n"
                         "2020-01-01,holding,C,Shy,\n");
    struct sl_around two = ask(log, "C", 1, 2, false), four = ask(log, "C", 1, 4, false);
    assert_true(is_chosen(&two, "One") && is_chosen(&two, "Two"));
    assert_false(is_chosen(&two, "Three") || is_chosen(&two, "Shy"));
    assert_non_null(link_of(&two, "Four", "C"));
    assert_true(isnan(link_of(&two, "Shy", "C")->stake_pct));
    assert_true(is_chosen(&four, "Shy")); /* "1 other" would take the same room */
    sl_around_release(&two);
    sl_around_release(&four);
}

static void who_has_nobody_around_is_nothing_to_draw(void **state)
{
    struct log_book *log = *state;
    const struct sl_around_options options = {.view = SL_VIEW_ALL, .depth = 2, .top = 8};
    struct sl_around around;
    log_book_import(log, "date,kind,issuer,holder\n2020-01-01,note,Alone,\n");
    assert_int_equal(sl_around_read(&around, log->book, "Alone", &options, &log->err), SL_NOTHING);
    sl_around_release(&around);
    assert_int_equal(sl_around_control(&around, log->book, "Alone", &options, &log->err),
                     SL_NOTHING);
    sl_around_release(&around);
}

/* Founder has the votes of Top, and by its two holdings more than half of Op. */
static const char group[] = "date,kind,issuer,holder,stake,votes\n"
                            "2020-01-01,holding,Top,Founder,30,60\n"
                            "2020-01-01,holding,Top,Fund,25,12\n"
                            "2020-01-01,holding,Left,Top,60,\n"
                            "2020-01-01,holding,Right,Top,55,\n"
                            "2020-01-01,holding,Op,Left,40,\n"
                            "2020-01-01,holding,Op,Right,15,\n"
                            "2020-01-01,holding,Op,Fund,10,\n"
                            "2020-01-01,holding,Sub,Op,51,\n"
                            "2020-01-01,holding,Minor,Op,50,\n";

static void control_goes_through_what_is_controlled(void **state)
{
    struct log_book *log = *state;
    log_book_import(log, group);
    struct sl_around around = ask(log, "Op", 3, 8, true);
    assert_int_equal(find(&around, "Founder")->sway, SL_SWAY_ULTIMATE);
    assert_int_equal(find(&around, "Top")->sway, SL_SWAY_OVER);
    assert_int_equal(find(&around, "Left")->sway, SL_SWAY_NONE);
    assert_int_equal(find(&around, "Fund")->sway, SL_SWAY_NONE);
    assert_int_equal(find(&around, "Sub")->sway, SL_SWAY_UNDER);
    assert_true(fabs(find(&around, "Founder")->votes_pct - 55) < 1e-9);
    assert_true(fabs(find(&around, "Sub")->votes_pct - 51) < 1e-9);
    sl_around_release(&around);
}

static void links_count_where_their_votes_make_a_control(void **state)
{
    struct log_book *log = *state;
    log_book_import(log, group);
    struct sl_around around = ask(log, "Op", 3, 8, true);
    assert_true(link_of(&around, "Founder", "Top")->counts);
    assert_true(link_of(&around, "Left", "Op")->counts && link_of(&around, "Right", "Op")->counts);
    assert_true(link_of(&around, "Op", "Sub")->counts);
    assert_false(link_of(&around, "Fund", "Top")->counts || link_of(&around, "Fund", "Op")->counts);
    assert_false(is_chosen(&around, "Minor")); /* half is no control */
    sl_around_release(&around);
}

static void a_controller_is_chosen_however_far_up(void **state)
{
    struct log_book *log = *state;
    struct sl_buffer csv = {0};
    sl_buffer_add_text(&csv, "date,kind,issuer,holder,stake\n");
    for (int i = 0; i < 12; i++)
        sl_buffer_printf(&csv,
                         "2020-01-01,holding,N%02d,N%02d,60\n"
                         "2020-01-01,holding,N%02d,Other %02d,30\n",
                         i, i + 1, i, i);
    log_book_import(log, csv.data);
    sl_buffer_release(&csv);
    struct sl_around around = ask(log, "N00", 2, 8, true);
    assert_int_equal(find(&around, "N12")->sway, SL_SWAY_ULTIMATE);
    assert_true(is_chosen(&around, "N12") && is_chosen(&around, "Other 01"));
    assert_false(
        is_chosen(&around, "Other 05")); /* without control, and more than two steps away */
    sl_around_release(&around);
}

#define FACT(name) cmocka_unit_test_setup_teardown(name, log_book_set_up, log_book_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        FACT(owners_and_owned_are_as_many_steps_away_as_the_depth_allows),
        FACT(links_between_those_around_it_are_there),
        FACT(only_the_largest_are_chosen_and_the_others_keep_their_links),
        FACT(who_has_nobody_around_is_nothing_to_draw),
        FACT(control_goes_through_what_is_controlled),
        FACT(links_count_where_their_votes_make_a_control),
        FACT(a_controller_is_chosen_however_far_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
