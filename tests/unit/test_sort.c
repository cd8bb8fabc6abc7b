/* Two threads sort as one does, and few items are sorted in place. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/sort.h"

enum { MOST = 200001 };

struct item {
    uint32_t key;
    char rest[9]; /* a size that no number has */
};

static int compare(const void *left, const void *right)
{
    const struct item *a = left, *b = right;
    return (a->key > b->key) - (a->key < b->key);
}

static void items_of_any_number_are_in_order_and_all_there(void **state)
{
    (void)state;
    static struct item items[MOST];
    static const size_t counts[] = {0, 1, 2, 1000, 32768, 32769, MOST};
    static const uint32_t ranges[] = {1, 7, UINT32_MAX}; /* of keys: all equal, few, many */
    for (size_t test = 0; test < sizeof counts / sizeof *counts; test++) {
        for (size_t range = 0; range < sizeof ranges / sizeof *ranges; range++) {
            uint64_t state_of = 1, sum = 0, after = 0;
            for (size_t i = 0; i < counts[test]; i++) {
                state_of = state_of * UINT64_C(6364136223846793005) + 1442695040888963407;
                items[i].key = (uint32_t)(state_of >> 32) % ranges[range];
                sum += items[i].key;
            }
            sl_sort(items, counts[test], sizeof *items, compare);
            for (size_t i = 0; i < counts[test]; i++) {
                after += items[i].key;
                if (i > 0) assert_true(items[i - 1].key <= items[i].key);
            }
            assert_true(after == sum);
        }
    }
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
        cmocka_unit_test(items_of_any_number_are_in_order_and_all_there),
        cmocka_unit_test(few_items_are_in_order_and_equals_stay_as_they_were),
    };
    return cmocka_run_group_tests(facts, NULL, NULL);
}
