/* Layouts of boxes and arrows: whatever the network, boxes and labels stand free, arrows go round
 * the boxes, and everything is on the page. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "export/diagram.h"
#include "export/spread.h"

enum { BOXES_MAX = 40, ARROWS_MAX = 400 };
static const double CLOSE = 0.05; /* pixels that do not count */

struct network {
    struct sl_box boxes[BOXES_MAX];
    struct sl_arrow arrows[ARROWS_MAX];
    struct sl_diagram diagram;
};

static void begin(struct network *network, size_t boxes, double room)
{
    *network = (struct network){.diagram = {.room = room}};
    network->diagram.boxes = network->boxes;
    network->diagram.arrows = network->arrows;
    network->diagram.box_count = boxes;
    for (size_t i = 0; i < boxes; i++)
        network->boxes[i] =
            (struct sl_box){.wide = 70 + (double)(i * 37 % 50), .high = 30 + (double)(i * 17 % 40)};
}

static void tie(struct network *network, uint32_t from, uint32_t to, double weight)
{
    size_t i = network->diagram.arrow_count++;
    assert_true(i < ARROWS_MAX);
    network->arrows[i] = (struct sl_arrow){.from = from,
                                           .to = to,
                                           .weight = weight,
                                           .label_wide = 36 + (double)(i * 13 % 40),
                                           .label_high = i % 3 == 0 ? 29 : 15,
                                           .flat_wide = 60 + (double)(i * 13 % 40),
                                           .flat_high = 15};
}

static void lay(struct network *network)
{
    assert_int_equal(sl_diagram_lay(&network->diagram, NULL), SL_OK);
}

static void end(struct network *network)
{
    sl_diagram_release(&network->diagram);
}

/* ---- what must hold of every layout ---- */

struct area {
    double left, top, right, bottom;
};

static struct area area_of_box(const struct sl_box *box)
{
    return (struct area){box->x - box->wide / 2, box->y - box->high / 2, box->x + box->wide / 2,
                         box->y + box->high / 2};
}

static struct area area_of_label(const struct sl_arrow *arrow)
{
    double wide = arrow->flat ? arrow->flat_wide : arrow->label_wide;
    double high = arrow->flat ? arrow->flat_high : arrow->label_high;
    return (struct area){arrow->label.x - wide / 2, arrow->label.y - high / 2,
                         arrow->label.x + wide / 2, arrow->label.y + high / 2};
}

static bool meet(struct area a, struct area b)
{
    return a.left < b.right - CLOSE && b.left < a.right - CLOSE && a.top < b.bottom - CLOSE &&
           b.top < a.bottom - CLOSE;
}

/* The area that a straight part of an arrow passes. */
static struct area area_of_part(const struct network *network, const struct sl_arrow *arrow,
                                size_t part)
{
    const struct sl_spot *at = network->diagram.corners + arrow->first + part;
    return (struct area){fmin(at[0].x, at[1].x), fmin(at[0].y, at[1].y), fmax(at[0].x, at[1].x),
                         fmax(at[0].y, at[1].y)};
}

static struct area grown(struct area area, double by)
{
    return (struct area){area.left - by, area.top - by, area.right + by, area.bottom + by};
}

static void check_page(const struct network *network)
{
    const struct sl_diagram *diagram = &network->diagram;
    assert_true(diagram->wide <= diagram->room + CLOSE);
    for (size_t i = 0; i < diagram->box_count; i++) {
        struct area area = area_of_box(&diagram->boxes[i]);
        double left = diagram->boxes[i].beside_left ? diagram->boxes[i].beside : 0;
        double right = diagram->boxes[i].beside - left;
        assert_true(area.left - left >= -CLOSE && area.right + right <= diagram->wide + CLOSE);
        assert_true(area.top >= -CLOSE && area.bottom <= diagram->high + CLOSE);
    }
    for (size_t i = 0; i < diagram->corner_count; i++) {
        assert_true(diagram->corners[i].x >= -CLOSE &&
                    diagram->corners[i].x <= diagram->wide + CLOSE);
        assert_true(diagram->corners[i].y >= -CLOSE &&
                    diagram->corners[i].y <= diagram->high + CLOSE);
    }
}

static void check_boxes(const struct network *network)
{
    const struct sl_diagram *diagram = &network->diagram;
    for (size_t i = 0; i < diagram->box_count; i++) {
        struct area area = area_of_box(&diagram->boxes[i]);
        for (size_t k = 0; k < i; k++)
            assert_false(meet(grown(area, 8), area_of_box(&diagram->boxes[k])));
    }
}

/* Upright and level parts only, the first and last at the boxes, none through one. */
static void check_arrow(const struct network *network, const struct sl_arrow *arrow)
{
    const struct sl_diagram *diagram = &network->diagram;
    const struct sl_spot *corners = diagram->corners + arrow->first;
    assert_true(arrow->count >= 2);
    struct area from = area_of_box(&diagram->boxes[arrow->from]);
    struct area to = area_of_box(&diagram->boxes[arrow->to]);
    struct sl_spot tip = corners[arrow->count - 1];
    assert_true(meet(grown(from, 1), (struct area){corners[0].x - 1, corners[0].y - 1,
                                                   corners[0].x + 1, corners[0].y + 1}));
    assert_true(meet(grown(to, 1), (struct area){tip.x - 1, tip.y - 1, tip.x + 1, tip.y + 1}));
    for (size_t part = 0; part + 1 < arrow->count; part++) {
        struct area area = area_of_part(network, arrow, part);
        assert_true(area.right - area.left < 0.6 || area.bottom - area.top < 0.6);
        for (size_t i = 0; i < diagram->box_count; i++)
            assert_false(meet(grown(area, 0.1), area_of_box(&diagram->boxes[i])) &&
                         i != arrow->from && i != arrow->to);
    }
}

/* Parts of two arrows may cross, but not lie on each other. */
static void check_apart(const struct network *network, const struct sl_arrow *a,
                        const struct sl_arrow *b)
{
    for (size_t i = 0; i + 1 < a->count; i++) {
        struct area one = area_of_part(network, a, i);
        bool upright = one.bottom - one.top > one.right - one.left;
        for (size_t k = 0; k + 1 < b->count; k++) {
            struct area other = area_of_part(network, b, k);
            bool along = (other.bottom - other.top > other.right - other.left) == upright;
            if (!along) continue;
            assert_false(meet(grown(one, 2), grown(other, 0)) &&
                         (upright ? fmin(one.bottom, other.bottom) - fmax(one.top, other.top)
                                  : fmin(one.right, other.right) - fmax(one.left, other.left)) > 3);
        }
    }
}

static void check_label(const struct network *network, size_t index)
{
    const struct sl_diagram *diagram = &network->diagram;
    const struct sl_arrow *arrow = &diagram->arrows[index];
    struct area area = area_of_label(arrow);
    bool on_it = false;
    for (size_t i = 0; i < diagram->box_count; i++)
        assert_false(meet(area, area_of_box(&diagram->boxes[i])));
    for (size_t i = 0; i < diagram->arrow_count; i++) {
        if (i != index) assert_false(meet(area, area_of_label(&diagram->arrows[i])));
        for (size_t part = 0; part + 1 < diagram->arrows[i].count; part++) {
            bool over = meet(area, grown(area_of_part(network, &diagram->arrows[i], part), 0.1));
            if (i == index) on_it = on_it || over;
            if (i != index) assert_false(over);
        }
    }
    assert_true(on_it);
}

static void check(const struct network *network)
{
    const struct sl_diagram *diagram = &network->diagram;
    assert_false(diagram->overfull);
    check_page(network);
    check_boxes(network);
    for (size_t i = 0; i < diagram->arrow_count; i++) {
        check_arrow(network, &diagram->arrows[i]);
        check_label(network, i);
        for (size_t k = 0; k < i; k++)
            check_apart(network, &diagram->arrows[i], &diagram->arrows[k]);
    }
}

/* ---- facts ---- */

static const struct sl_box *box_of(const struct network *network, uint32_t i)
{
    return &network->boxes[i];
}

static void who_holds_stands_above_what_is_held(void **state)
{
    (void)state;
    struct network network;
    begin(&network, 4, 900);
    tie(&network, 1, 0, 0.5);
    tie(&network, 2, 1, 0.5);
    tie(&network, 0, 3, 0.5);
    lay(&network);
    check(&network);
    assert_true(box_of(&network, 2)->y < box_of(&network, 1)->y);
    assert_true(box_of(&network, 1)->y < box_of(&network, 0)->y);
    assert_true(box_of(&network, 0)->y < box_of(&network, 3)->y);
    end(&network);
}

/* Renault, Nissan and Mitsubishi at the end of 2016. */
static void two_who_hold_each_other_stand_side_by_side_the_larger_holder_at_the_left(void **state)
{
    (void)state;
    struct network network;
    begin(&network, 3, 900);
    tie(&network, 1, 0, 0.434);
    tie(&network, 0, 1, 0.15);
    tie(&network, 0, 2, 0.34);
    lay(&network);
    check(&network);
    assert_true(box_of(&network, 1)->x < box_of(&network, 0)->x);
    assert_int_equal(box_of(&network, 1)->row, box_of(&network, 0)->row);
    assert_true(box_of(&network, 2)->y > box_of(&network, 0)->y);
    assert_true(network.arrows[0].flat && network.arrows[1].flat);
    assert_true(fabs(network.diagram.corners[network.arrows[0].first].y -
                     network.diagram.corners[network.arrows[1].first].y) > 15);
    end(&network);
}

static void a_ring_has_no_arrow_that_crosses_another(void **state)
{
    (void)state;
    for (uint32_t count = 3; count <= 12; count++) {
        struct network network;
        begin(&network, count, 900);
        for (uint32_t i = 0; i < count; i++)
            tie(&network, i, (i + 1) % count, 0.3);
        lay(&network);
        check(&network);
        for (size_t i = 0; i < count; i++) {
            const struct sl_box *from = box_of(&network, network.arrows[i].from);
            const struct sl_box *to = box_of(&network, network.arrows[i].to);
            assert_true(from->row == to->row || from->row + 1 == to->row ||
                        to->row + 1 == from->row);
        }
        end(&network);
    }
}

static void many_holders_of_one_have_a_label_each_below_their_boxes(void **state)
{
    (void)state;
    struct network network;
    begin(&network, 10, 1600);
    for (uint32_t i = 1; i < 10; i++)
        tie(&network, i, 0, 0.05);
    lay(&network);
    check(&network);
    for (uint32_t i = 1; i < 10; i++)
        assert_true(fabs(network.arrows[i - 1].label.x - box_of(&network, i)->x) < 30);
    end(&network);
}

static void a_row_wider_than_the_room_is_named(void **state)
{
    (void)state;
    struct network network;
    begin(&network, 12, 400);
    for (uint32_t i = 1; i < 12; i++)
        tie(&network, i, 0, 0.05);
    lay(&network);
    assert_true(network.diagram.overfull);
    assert_int_equal(network.diagram.full_row, 0);
    end(&network);
}

static void room_kept_beside_a_box_stays_free(void **state)
{
    (void)state;
    struct network network;
    begin(&network, 3, 900);
    network.boxes[0].beside = network.boxes[1].beside = 60;
    tie(&network, 0, 1, 0.4);
    tie(&network, 1, 0, 0.1);
    tie(&network, 2, 0, 0.1);
    lay(&network);
    check(&network);
    const struct sl_box *box = box_of(&network, 0);
    double side = box->x + (box->beside_left ? -box->wide / 2 - box->beside : box->wide / 2);
    struct area beside = {side, box->y - 12, side + box->beside, box->y + 12};
    for (size_t i = 0; i < 3; i++) {
        assert_false(meet(beside, area_of_box(box_of(&network, (uint32_t)i))));
        for (size_t part = 0; part + 1 < network.arrows[i].count; part++)
            assert_false(
                meet(beside, grown(area_of_part(&network, &network.arrows[i], part), 0.1)));
    }
    end(&network);
}

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

static void fill_randomly(struct network *network, uint32_t seed)
{
    uint32_t boxes = 2 + next_random(&seed) % 12, arrows = boxes - 1 + next_random(&seed) % boxes;
    begin(network, boxes, 4000);
    for (uint32_t i = 1; i < boxes; i++) { /* everyone is tied to one before */
        uint32_t other = next_random(&seed) % i;
        bool up = next_random(&seed) % 2 == 0;
        tie(network, up ? i : other, up ? other : i, (next_random(&seed) % 100) / 100.0);
    }
    for (uint32_t i = boxes; i <= arrows; i++) {
        uint32_t from = next_random(&seed) % boxes, to = next_random(&seed) % boxes;
        bool there = from == to;
        for (size_t k = 0; k < network->diagram.arrow_count; k++)
            there = there || (network->arrows[k].from == from && network->arrows[k].to == to);
        if (!there) tie(network, from, to, (next_random(&seed) % 100) / 100.0);
    }
}

static void nothing_overlaps_in_random_networks(void **state)
{
    (void)state;
    for (uint32_t seed = 1; seed <= 400; seed++) {
        struct network network;
        fill_randomly(&network, seed * 7919);
        lay(&network);
        check(&network);
        end(&network);
    }
}

static void nothing_overlaps_where_all_hold_each_other(void **state)
{
    (void)state;
    for (uint32_t count = 2; count <= 8; count++) {
        struct network network;
        begin(&network, count, 6000);
        for (uint32_t from = 0; from < count; from++)
            for (uint32_t to = 0; to < count; to++)
                if (from != to) tie(&network, from, to, (from * 3 + to) % 7 / 10.0);
        lay(&network);
        check(&network);
        end(&network);
    }
}

static void the_same_network_is_laid_out_the_same(void **state)
{
    (void)state;
    for (uint32_t seed = 1; seed <= 20; seed++) {
        struct network one, other;
        fill_randomly(&one, seed);
        fill_randomly(&other, seed);
        lay(&one);
        lay(&other);
        assert_int_equal(one.diagram.corner_count, other.diagram.corner_count);
        assert_memory_equal(one.boxes, other.boxes, sizeof one.boxes);
        assert_memory_equal(one.diagram.corners, other.diagram.corners,
                            one.diagram.corner_count * sizeof *one.diagram.corners);
        end(&one);
        end(&other);
    }
}

static void places_keep_their_gaps_and_stay_near(void **state)
{
    (void)state;
    struct sl_spread items[] = {{.want = 50, .weight = 1},
                                {.want = 50, .weight = 1, .gap = 10},
                                {.want = 50, .weight = 8, .gap = 20}};
    assert_true(sl_spread(items, 3, 0, 100));
    assert_true(fabs(items[1].at - items[0].at - 10) < 1e-9);
    assert_true(fabs(items[2].at - items[1].at - 20) < 1e-9);
    assert_true(fabs(items[2].at - 55) < 1e-9);
    assert_true(sl_spread(items, 3, 0, 40));
    assert_true(items[2].at <= 40 + 1e-9);
    assert_true(sl_spread(items, 3, 30, 100));
    assert_true(items[0].at >= 30 - 1e-9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_holds_stands_above_what_is_held),
        cmocka_unit_test(two_who_hold_each_other_stand_side_by_side_the_larger_holder_at_the_left),
        cmocka_unit_test(a_ring_has_no_arrow_that_crosses_another),
        cmocka_unit_test(many_holders_of_one_have_a_label_each_below_their_boxes),
        cmocka_unit_test(a_row_wider_than_the_room_is_named),
        cmocka_unit_test(room_kept_beside_a_box_stays_free),
        cmocka_unit_test(nothing_overlaps_in_random_networks),
        cmocka_unit_test(nothing_overlaps_where_all_hold_each_other),
        cmocka_unit_test(the_same_network_is_laid_out_the_same),
        cmocka_unit_test(places_keep_their_gaps_and_stay_near),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
