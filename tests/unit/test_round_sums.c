/* However many threads add, and to however many groups, nothing is lost. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "query/round_sums.h"

enum { THREADS = 3, GROUPS = 20000, ROUNDS = 5 };

static const char *const currencies[] = {"", "EUR", "USD"};
enum { CURRENCIES = 3 };

static struct sl_sum sum_of(int64_t key, const char *group, const char *currency, int64_t minor)
{
    struct sl_sum sum = {.key = key, .rounds = 1, .minor = minor, .scale = 2};
    if (group != NULL) sum.group = group;
    memcpy(sum.currency, currency, strlen(currency));
    return sum;
}

/* Adds the rounds of each group in each currency, or of texts that are gone after the call. */
static void add_all(struct sl_sums_hand *hand, bool texts)
{
    char text[32];
    for (int64_t i = 0; i < GROUPS * ROUNDS; i++) {
        const int64_t key = i * 7 % GROUPS + 1;
        snprintf(text, sizeof text, "Series %d", (int)key);
        for (size_t j = 0; j < CURRENCIES; j++) {
            const struct sl_sum sum =
                sum_of(texts ? 0 : key, texts ? text : NULL, currencies[j], (int64_t)j * key);
            assert_true(sl_sums_add(hand, &sum));
        }
        memset(text, 'x', sizeof text - 1);
    }
}

static void *add_keys(void *context)
{
    add_all(context, false);
    return NULL;
}

static void *add_texts(void *context)
{
    add_all(context, true);
    return NULL;
}

static void assert_whole(const struct sl_sums *sums, bool texts)
{
    static bool met[GROUPS + 1][CURRENCIES];
    memset(met, 0, sizeof met);
    assert_int_equal(sl_sums_count(sums), GROUPS * CURRENCIES);
    for (size_t i = 0; i < SL_SUM_TABLES; i++) {
        for (size_t j = 0; j < sums->tables[i].count; j++) {
            const struct sl_sum *sum = &sums->tables[i].items[j];
            size_t currency = 0;
            while (strcmp(sum->currency, currencies[currency]) != 0)
                currency++;
            const int64_t key = texts ? atoi(sum->group + strlen("Series ")) : sum->key;
            assert_false(met[key][currency]);
            met[key][currency] = true;
            assert_int_equal(sum->rounds, ROUNDS * THREADS);
            assert_int_equal(sum->minor, ROUNDS * THREADS * (int64_t)currency * key);
            assert_int_equal(sum->scale, 2);
            assert_false(sum->uncountable);
        }
    }
}

static void add_by_threads(void *(*add)(void *context), bool texts)
{
    struct sl_sums sums;
    pthread_t threads[THREADS];
    struct sl_sums_hand *hands = calloc(THREADS, sizeof *hands);
    assert_non_null(hands);
    sl_sums_init(&sums, texts);
    for (size_t i = 0; i < THREADS; i++) {
        hands[i].sums = &sums;
        assert_int_equal(pthread_create(&threads[i], NULL, add, &hands[i]), 0);
    }
    for (size_t i = 0; i < THREADS; i++) {
        pthread_join(threads[i], NULL);
        assert_true(sl_sums_hand_over(&hands[i]));
    }
    assert_whole(&sums, texts);
    sl_sums_release(&sums);
    free(hands);
}

static void sums_of_many_groups_are_whole(void **state)
{
    (void)state;
    add_by_threads(add_keys, false);
}

static void texts_of_groups_are_kept(void **state)
{
    (void)state;
    add_by_threads(add_texts, true);
}

/* The only sum of what was added. */
static struct sl_sum add_up(const struct sl_sum *more, size_t count)
{
    struct sl_sums sums;
    struct sl_sums_hand *hand = calloc(1, sizeof *hand);
    struct sl_sum found = {0};
    assert_non_null(hand);
    sl_sums_init(&sums, false);
    hand->sums = &sums;
    for (size_t i = 0; i < count; i++)
        assert_true(sl_sums_add(hand, &more[i]));
    assert_true(sl_sums_hand_over(hand));
    assert_int_equal(sl_sums_count(&sums), 1);
    for (size_t i = 0; i < SL_SUM_TABLES; i++) {
        if (sums.tables[i].count > 0) found = sums.tables[i].items[0];
    }
    sl_sums_release(&sums);
    free(hand);
    return found;
}

static void more_than_can_be_counted_is_said(void **state)
{
    (void)state;
    struct sl_sum more[] = {sum_of(1, NULL, "USD", INT64_MAX), sum_of(1, NULL, "USD", 0),
                            sum_of(1, NULL, "USD", 1)};
    assert_false(add_up(more, 2).uncountable);
    assert_int_equal(add_up(more, 2).minor, INT64_MAX);
    assert_true(add_up(more, 3).uncountable);
    more[0].uncountable = true;
    assert_true(add_up(more, 2).uncountable);
    assert_int_equal(add_up(more, 2).rounds, 2);
}

int main(void)
{
    const struct CMUnitTest facts[] = {
        cmocka_unit_test(sums_of_many_groups_are_whole),
        cmocka_unit_test(texts_of_groups_are_kept),
        cmocka_unit_test(more_than_can_be_counted_is_said),
    };
    return cmocka_run_group_tests(facts, NULL, NULL);
}
