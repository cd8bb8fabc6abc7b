/* Texts are put in the order of their bytes, whatever they have in common. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/text_sort.h"

enum { MOST = 70001, SIZE = 48 };

static char texts[MOST][SIZE];
static size_t places[MOST];
static struct sl_text_item items[MOST], expected[MOST];

static int compare_places(const void *left, const void *right)
{
    const size_t *a = ((const struct sl_text_item *)left)->of;
    const size_t *b = ((const struct sl_text_item *)right)->of;
    return (*a > *b) - (*a < *b);
}

static int compare_texts(const void *left, const void *right)
{
    const struct sl_text_item *a = left, *b = right;
    const int order = strcmp(a->text, b->text);
    return order != 0 ? order : compare_places(a, b);
}

/* The first `count` texts are sorted as qsort does. */
static void assert_sorted(size_t count)
{
    for (size_t i = 0; i < count; i++) {
        places[i] = i;
        items[i] = (struct sl_text_item){.text = texts[i], .of = &places[i]};
    }
    if (count > 0) memcpy(expected, items, count * sizeof *items);
    if (count > 0) qsort(expected, count, sizeof *expected, compare_texts);
    sl_text_sort(items, count, compare_places);
    for (size_t i = 0; i < count; i++) {
        assert_ptr_equal(items[i].of, expected[i].of);
        if (i > 0 && strcmp(items[i - 1].text, items[i].text) == 0)
            assert_true(items[i - 1].eight == items[i].eight);
    }
}

static uint32_t dice(uint64_t *state)
{
    *state = *state * UINT64_C(6364136223846793005) + 1442695040888963407;
    return (uint32_t)(*state >> 33);
}

static const size_t counts[] = {0, 1, 2, 12, 13, 100, 5000, MOST};

static void texts_of_any_bytes_and_lengths_are_in_order(void **state)
{
    (void)state;
    uint64_t seed = 1;
    for (size_t i = 0; i < MOST; i++) {
        const size_t length = dice(&seed) % 20;
        for (size_t j = 0; j < length; j++)
            texts[i][j] = (char)(dice(&seed) % 255 + 1);
        texts[i][length] = '\0';
    }
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
        assert_sorted(counts[i]);
}

static void texts_that_begin_alike_are_in_order_of_what_follows(void **state)
{
    (void)state;
    uint64_t seed = 1;
    for (size_t i = 0; i < MOST; i++)
        snprintf(texts[i], SIZE, "Holding company number %u of %u%s", dice(&seed) % 3,
                 dice(&seed) % 50000, dice(&seed) % 2 == 0 ? "" : " Inc");
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
        assert_sorted(counts[i]);
}

static void one_text_again_and_again_is_ordered_by_the_comparison(void **state)
{
    (void)state;
    uint64_t seed = 1;
    static const char *const few[] = {"", "A", "Eightlet", "Eightlets", "Sixteen letters.."};
    for (size_t i = 0; i < MOST; i++)
        snprintf(texts[i], SIZE, "%s", few[dice(&seed) % 5]);
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
        assert_sorted(counts[i]);
}

static void texts_in_order_stay_so(void **state)
{
    (void)state;
    for (size_t i = 0; i < MOST; i++)
        snprintf(texts[i], SIZE, "%08zu", i);
    assert_sorted(MOST);
    for (size_t i = 0; i < MOST; i++)
        snprintf(texts[i], SIZE, "%08zu", MOST - i);
    assert_sorted(MOST);
}

int main(void)
{
    const struct CMUnitTest facts[] = {
        cmocka_unit_test(texts_of_any_bytes_and_lengths_are_in_order),
        cmocka_unit_test(texts_that_begin_alike_are_in_order_of_what_follows),
        cmocka_unit_test(one_text_again_and_again_is_ordered_by_the_comparison),
        cmocka_unit_test(texts_in_order_stay_so),
    };
    return cmocka_run_group_tests(facts, NULL, NULL);
}
