/* Few items are sorted in place. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/sort.h"

struct item {
    uint32_t key;
    char rest[9]; /* a size that no number has */
};

static int compare(const void *left, const void *right)
{
    const struct item *a = left, *b = right;
    return (a->key > b->key) - (a->key < b->key);
}

static void few_items_are_in_order_and_equals_stay_as_they_were(void **state)
{
    (void)state;
    struct item items[3 * SL_SORT_FEW];
    uint64_t state_of = 1;
    for (size_t count = 0; count <= sizeof items / sizeof *items; count++) {
        for (uint32_t range = 1; range < 40; range += 3) {
            for (size_t i = 0; i < count; i++) {
                state_of = state_of * UINT64_C(6364136223846793005) + 1442695040888963407;
                items[i].key = (uint32_t)(state_of >> 32) % range;
                items[i].rest[0] = (char)i;
            }
            sl_sort_few(items, count, sizeof *items, compare);
            for (size_t i = 1; i < count; i++) {
                assert_true(items[i - 1].key <= items[i].key);
                if (items[i - 1].key == items[i].key)
                    assert_true(items[i - 1].rest[0] < items[i].rest[0]);
            }
        }
    }
}

int main(void)
{
    const struct CMUnitTest facts[] = {
        cmocka_unit_test(few_items_are_in_order_and_equals_stay_as_they_were),
    };
    return cmocka_run_group_tests(facts, NULL, NULL);
}
