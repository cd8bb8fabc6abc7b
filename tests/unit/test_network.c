/* Ownership through others, asked of a book: completeness, both directions, ranges, circles, the
 * part that is read, and control. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include <stakeline/network.h>

#include "log_book.h"
#include "query/network.h"

static const char TOTALS[] = " entity total_pct total_low_pct total_high_pct ";

struct asked {
    struct sl_network_options options;
    int over_held, endless;
};

static void count_note(void *context, const struct sl_network_note *note)
{
    struct asked *asked = context;
    asked->over_held += note->fault == SL_FAULT_OVER_HELD;
    asked->endless += note->fault == SL_FAULT_ENDLESS;
}

static struct sl_view all(void)
{
    return SL_VIEW_ALL;
}

static void assert_look(struct log_book *log, const char *entity, enum sl_direction direction,
                        const char *expected)
{
    const struct sl_network_options options = {.direction = direction};
    const struct sl_view view = all();
    struct sl_sink sink = log_book_sink(log, &sl_lookthrough_row_type, TOTALS);
    assert_rows(log, sl_lookthrough(log->book, entity, &view, &options, sink, &log->err), expected);
}

static void assert_control(struct log_book *log, const char *entity, const char *expected)
{
    const struct sl_view view = all();
    struct sl_sink sink = log_book_sink(log, &sl_control_row_type, NULL);
    assert_rows(log, sl_control(log->book, entity, &view, sink, &log->err), expected);
}

static void the_columns_are_those_of_the_contract(void **state)
{
    (void)state;
    assert_columns(&sl_lookthrough_row_type,
                   "entity,direct_pct,indirect_pct,total_pct,total_low_pct,total_high_pct");
    assert_columns(&sl_control_row_type, "entity,relation,votes_pct,via");
}

/* ---- a random complete book ---- */

enum { COMPANIES = 30, OWNERS = 4 };

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

/* Stakes in whole hundredths of a per cent that add up to 100 for every company. */
static void write_complete(struct sl_buffer *csv, uint32_t seed)
{
    sl_buffer_add_text(csv, "date,kind,issuer,holder,class,stake\n");
    for (unsigned issuer = 0; issuer < COMPANIES; issuer++) {
        unsigned rest = 10000;
        for (unsigned i = 0; i < 3; i++) {
            unsigned part = 1 + next_random(&seed) % (rest / 2);
            rest -= part;
            sl_buffer_printf(csv, "2020,holding,C%u,C%u,%u,%u.%02u\n", issuer,
                             next_random(&seed) % COMPANIES, i, part / 100, part % 100);
        }
        sl_buffer_printf(csv, "2020,holding,C%u,Owner %u,,%u.%02u\n", issuer,
                         next_random(&seed) % OWNERS, rest / 100, rest % 100);
    }
}

struct total {
    const char *of; /* NULL: of all whose name begins with "Owner" */
    double sum;
};

static enum sl_status add_total(void *context, const void *row, struct sl_error *err)
{
    const struct sl_lookthrough_row *look = row;
    struct total *total = context;
    (void)err;
    if (total->of == NULL ? strncmp(look->entity, "Owner", 5) == 0
                          : strcmp(look->entity, total->of) == 0)
        total->sum += look->total_pct;
    return SL_OK;
}

static double total_of(struct log_book *log, const char *entity, enum sl_direction direction,
                       const char *of)
{
    const struct sl_network_options options = {.direction = direction};
    const struct sl_view view = all();
    struct total total = {.of = of};
    assert_int_equal(sl_lookthrough(log->book, entity, &view, &options,
                                    (struct sl_sink){add_total, &total}, &log->err),
                     SL_OK);
    return total.sum;
}

static void with_a_complete_log_the_owners_nobody_owns_have_all(void **state)
{
    struct log_book *log = *state;
    struct sl_buffer csv = {0};
    write_complete(&csv, 20261122);
    log_book_import(log, csv.data);
    for (unsigned i = 0; i < COMPANIES; i++) {
        char name[16];
        snprintf(name, sizeof name, "C%u", i);
        assert_true(fabs(total_of(log, name, SL_OWNERS, NULL) - 100) <= 1e-9);
        for (unsigned j = 0; j < COMPANIES; j += 3) {
            char other[16];
            snprintf(other, sizeof other, "C%u", j);
            if (i == j) continue;
            double up = total_of(log, name, SL_OWNERS, other);
            assert_true(fabs(up - total_of(log, other, SL_HOLDINGS, name)) <= 1e-9);
        }
    }
    sl_buffer_release(&csv);
}

/* ---- small books ---- */

static const char circle[] = "date,kind,issuer,holder,class,stake,votes\n"
                             "2020,holding,X,Olga,,40,\n"
                             "2020,holding,X,Y,,20,\n"
                             "2020,holding,Y,X,A,10,\n"
                             "2020,holding,Y,X,B,20,\n"
                             "2020,holding,Y,Y,,5,\n"
                             "2020,holding,Z,Y,,25-50,\n"
                             "2020,holding,Z,Nils,,,\n"
                             "2020,holding,Other,X,,10,\n"
                             "2020,holding,Other,Stranger,,10,\n";

/* What goes round X is 0.3 × 0.2 / 0.95. */
static void cross_holdings_come_out_as_by_hand(void **state)
{
    struct log_book *log = *state;
    log_book_import(log, circle);
    assert_look(log, "X", SL_OWNERS, "Olga|42.696629|42.696629|42.696629\nY|20|20|20\n");
    assert_look(log, "Y", SL_OWNERS,
                "X|31.578947|31.578947|31.578947\nOlga|13.483146|13.483146|13.483146\n");
}

static void ends_of_ranges_make_the_ends_of_totals(void **state)
{
    struct log_book *log = *state;
    log_book_import(log, circle);
    assert_look(log, "Z", SL_OWNERS,
                "Y|37.5|25|50\nX|11.842105|7.894737|15.789474\n"
                "Olga|5.05618|3.370787|6.741573\n");
}

static void only_what_leads_to_the_entity_is_read(void **state)
{
    struct log_book *log = *state;
    struct sl_network network;
    const struct sl_view view = all();
    sl_entity of;
    log_book_import(log, circle);
    assert_int_equal(sl_book_find(log->book, "X", &of, &log->err), SL_OK);
    assert_int_equal(sl_network_open(&network, log->book, &view, of, &log->err), SL_OK);
    assert_int_equal(sl_network_read_all(&network, SL_OWNERS, &log->err), SL_OK);
    assert_int_equal(network.count, 3); /* X, Olga, Y: not Z, not Other */
    assert_int_equal(network.link_count, 4);
    sl_network_release(&network);
}

enum { WIDE = 3000 };

/* What a fund has of, or (`up`) who has of it: a little of very many companies, which each lead to
 * one more; and those who have nothing to do with it. */
static void write_wide(struct sl_buffer *csv, bool up)
{
    const char *row = up ? "2020,holding,Fund,C%u,0.01\n2020,holding,C%u,D%u,50\n"
                           "2020,holding,Apart %u,Stranger %u,5\n"
                         : "2020,holding,C%u,Fund,10\n2020,holding,D%u,C%u,50\n"
                           "2020,holding,Apart %u,Stranger %u,5\n";
    sl_buffer_add_text(csv, "date,kind,issuer,holder,stake\n");
    for (unsigned i = 0; i < WIDE; i++)
        sl_buffer_printf(csv, row, i, i, i, i, i);
}

struct wide {
    double near, far; /* of each C, and each D */
    int near_count, far_count, others;
};

static enum sl_status count_row(void *context, const void *row, struct sl_error *err)
{
    const struct sl_lookthrough_row *look = row;
    struct wide *wide = context;
    (void)err;
    if (look->entity[0] == 'C' && fabs(look->total_pct - wide->near) < 1e-12)
        wide->near_count++;
    else if (look->entity[0] == 'D' && fabs(look->total_pct - wide->far) < 1e-12)
        wide->far_count++;
    else
        wide->others++;
    return SL_OK;
}

static void assert_wide(struct log_book *log, struct wide wide, enum sl_direction direction)
{
    const struct sl_network_options options = {.direction = direction};
    const struct sl_view view = all();
    struct sl_buffer csv = {0};
    write_wide(&csv, direction == SL_OWNERS);
    log_book_import(log, csv.data);
    assert_int_equal(sl_lookthrough(log->book, "Fund", &view, &options,
                                    (struct sl_sink){count_row, &wide}, &log->err),
                     SL_OK);
    assert_int_equal(wide.near_count, WIDE);
    assert_int_equal(wide.far_count, WIDE);
    assert_int_equal(wide.others, 0);
    sl_buffer_release(&csv);
}

/* The whole book is read at once then, by several threads. */
static void what_is_held_of_very_many_is_all_found(void **state)
{
    assert_wide(*state, (struct wide){.near = 10, .far = 5}, SL_HOLDINGS);
}

static void very_many_holders_are_all_found(void **state)
{
    assert_wide(*state, (struct wide){.near = 0.01, .far = 0.005}, SL_OWNERS);
}

static void sums_without_end_are_blank_and_named(void **state)
{
    struct log_book *log = *state;
    struct asked asked = {.options = {.note = count_note}};
    const struct sl_view view = all();
    asked.options.context = &asked;
    log_book_import(log, "date,kind,issuer,holder,stake\n"
                         "2020-01-01,holding,P,Q,60\n2020-01-01,holding,Q,P,100.0\n"
                         "2020-01-02,holding,P,R,60\n2020-01-02,holding,P,Q,100.0\n"
                         "2020-01-02,acquire,P,R,20\n");
    struct sl_sink sink = log_book_sink(log, &sl_lookthrough_row_type, TOTALS);
    assert_rows(log, sl_lookthrough(log->book, "Q", &view, &asked.options, sink, &log->err),
                "P|100|100|100\nR|||\n");
    assert_int_equal(asked.over_held, 1);
    assert_int_equal(asked.endless, 1);
}

/* ---- control ---- */

static void control_is_over_half_of_the_votes_with_all_that_is_controlled(void **state)
{
    struct log_book *log = *state;
    log_book_import(log, "date,kind,issuer,holder,stake,votes\n"
                         "2020,holding,B,A,51,\n"
                         "2020,holding,C,A,50,\n" /* half is not over half */
                         "2020,holding,D,A,30,\n"
                         "2020,holding,D,B,21,\n"   /* with B's */
                         "2020,holding,E,D,10,60\n" /* by votes */
                         "2020,holding,F,E,20,\n"
                         "2020,holding,F,C,40,\n"
                         "2020,holding,A,F,90,\n"
                         "2020,holding,F,A,10,\n");
    assert_control(log, "E",
                   "A|controlled by|60|D\nD|controlled by|60|\nF|controlled by|60|A → D\n"
                   "F|ultimately controlled by|60|A → D\n");
    assert_control(log, "A",
                   "F|controlled by|90|\nF|ultimately controlled by|90|\n"
                   "E|controls|60|D\nB|controls|51|\nD|controls|51|B\n");
}

static void companies_that_control_each_other_have_nobody_behind_them(void **state)
{
    struct log_book *log = *state;
    log_book_import(log, "date,kind,issuer,holder,stake\n"
                         "2020,holding,B,A,60\n2020,holding,A,B,60\n2020,holding,C,B,60\n");
    assert_control(log, "C", "A|controlled by|60|B\nB|controlled by|60|\n");
    assert_control(log, "A", "B|controlled by|60|\nB|controls|60|\nC|controls|60|B\n");
}

static void a_companys_own_shares_do_not_count_towards_its_control(void **state)
{
    struct log_book *log = *state;
    log_book_import(log, "date,kind,issuer,holder,stake\n"
                         "2020,holding,B,A,45\n2020,holding,B,B,30\n2020,holding,C,A,55\n"
                         "2020,holding,C,C,30\n");
    assert_control(log, "A", "C|controls|55|\n");
}

#define ON_BOOK(test) cmocka_unit_test_setup_teardown(test, log_book_set_up, log_book_tear_down)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_columns_are_those_of_the_contract),
        ON_BOOK(with_a_complete_log_the_owners_nobody_owns_have_all),
        ON_BOOK(cross_holdings_come_out_as_by_hand),
        ON_BOOK(ends_of_ranges_make_the_ends_of_totals),
        ON_BOOK(only_what_leads_to_the_entity_is_read),
        ON_BOOK(what_is_held_of_very_many_is_all_found),
        ON_BOOK(very_many_holders_are_all_found),
        ON_BOOK(sums_without_end_are_blank_and_named),
        ON_BOOK(control_is_over_half_of_the_votes_with_all_that_is_controlled),
        ON_BOOK(companies_that_control_each_other_have_nobody_behind_them),
        ON_BOOK(a_companys_own_shares_do_not_count_towards_its_control),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
