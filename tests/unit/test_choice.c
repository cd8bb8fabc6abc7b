/* Which nodes of a network are drawn when not all have room. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "export/around_choice.h"

enum { NODES = 40 };

struct network {
    struct sl_around_node nodes[NODES];
    struct sl_around_link links[2 * NODES];
    struct sl_box boxes[NODES];
    struct sl_around around;
    struct sl_diagram diagram;
    struct sl_choice choice;
};

static uint32_t add(struct network *network, const char *name, unsigned up, double part)
{
    uint32_t node = (uint32_t)network->around.count++;
    network->nodes[node] =
        (struct sl_around_node){.name = name, .up = up, .part = part, .chosen = true};
    return node;
}

static void tie(struct network *network, uint32_t holder, uint32_t issuer)
{
    network->links[network->around.link_count++] =
        (struct sl_around_link){.holder = holder, .issuer = issuer};
}

static void begin(struct network *network)
{
    *network = (struct network){.around = {.count = 0}};
    network->around.nodes = network->nodes;
    network->around.links = network->links;
    network->diagram.boxes = network->boxes;
    add(network, "Entity", 0, 1);
}

/* Every node has the box of its own number, in the row of its steps. */
static void choose(struct network *network)
{
    assert_true(sl_choice_init(&network->choice, &network->around));
    for (uint32_t i = 0; i < network->around.count; i++) {
        network->choice.box[i] = i;
        network->boxes[i].row = network->nodes[i].up;
    }
}

static bool drop(struct network *network, int64_t row)
{
    return sl_choice_drop(&network->choice, &network->diagram, row);
}

static void the_least_goes_first(void **state)
{
    (void)state;
    struct network network;
    begin(&network);
    uint32_t large = add(&network, "Large", 1, 0.5), small = add(&network, "Small", 1, 0.1);
    tie(&network, small, 0);
    tie(&network, large, 0);
    choose(&network);
    assert_true(drop(&network, SL_ANY_ROW));
    assert_true(network.choice.shown[large] && !network.choice.shown[small]);
    assert_true(drop(&network, SL_ANY_ROW));
    assert_false(drop(&network, SL_ANY_ROW)); /* the entity stays */
    assert_true(network.choice.shown[0]);
    sl_choice_release(&network.choice);
}

static void the_least_of_a_row_goes_where_one_is_too_wide(void **state)
{
    (void)state;
    struct network network;
    begin(&network);
    uint32_t near = add(&network, "Near", 1, 0.5), far = add(&network, "Far", 2, 0.1);
    tie(&network, near, 0);
    tie(&network, far, near);
    choose(&network);
    assert_true(drop(&network, 1));
    assert_false(network.choice.shown[near]);
    assert_false(network.choice.shown[far]); /* nothing ties it to the entity any more */
    sl_choice_release(&network.choice);
}

static void whom_a_control_goes_through_stays(void **state)
{
    (void)state;
    struct network network;
    begin(&network);
    uint32_t link = add(&network, "Link", 1, 0.01), head = add(&network, "Head", 2, 0.01);
    uint32_t other = add(&network, "Other", 1, 0.4);
    network.nodes[link].counts = true;
    network.nodes[head].sway = SL_SWAY_ULTIMATE;
    tie(&network, link, 0);
    tie(&network, head, link);
    tie(&network, other, 0);
    choose(&network);
    assert_true(drop(&network, SL_ANY_ROW));
    assert_false(network.choice.shown[other]);
    assert_false(drop(&network, SL_ANY_ROW));
    assert_true(network.choice.shown[link] && network.choice.shown[head]);
    sl_choice_release(&network.choice);
}

static void a_long_way_of_control_folds_in_its_middle(void **state)
{
    (void)state;
    struct network network;
    begin(&network);
    for (uint32_t i = 1; i < 30; i++) {
        add(&network, "Link", i, 2);
        network.nodes[i].counts = true;
        tie(&network, i, i - 1);
    }
    choose(&network);
    size_t folded = 0;
    while (sl_choice_fold(&network.choice)) {
        size_t now = 0;
        for (uint32_t i = 0; i < network.around.count; i++)
            now += sl_choice_is_folded(&network.choice, i);
        assert_true(now > folded);
        folded = now;
        assert_false(sl_choice_is_folded(&network.choice, 0));
        assert_false(sl_choice_is_folded(&network.choice, 1));
        assert_false(sl_choice_is_folded(&network.choice, 29));
    }
    assert_int_equal(folded, 27);
    sl_choice_release(&network.choice);
}

static void a_short_way_does_not_fold(void **state)
{
    (void)state;
    struct network network;
    begin(&network);
    tie(&network, add(&network, "Link", 1, 2), 0);
    tie(&network, add(&network, "Head", 2, 2), 1);
    choose(&network);
    assert_false(sl_choice_fold(&network.choice));
    sl_choice_release(&network.choice);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_least_goes_first),
        cmocka_unit_test(the_least_of_a_row_goes_where_one_is_too_wide),
        cmocka_unit_test(whom_a_control_goes_through_stays),
        cmocka_unit_test(a_long_way_of_control_folds_in_its_middle),
        cmocka_unit_test(a_short_way_does_not_fold),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
