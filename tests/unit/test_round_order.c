/* Sums of rounds are sent in the order of their groups, in parts as one by one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "base/error.h"
#include "query/round_send.h"

enum { GROUPS = 10000 };

struct summed {
    struct sl_sums sums;
    struct sl_sums_hand hand;
    struct sl_sum_order order;
    struct sl_error err;
};

static void add(struct summed *summed, int64_t key, const char *group, const char *currency,
                int64_t minor)
{
    struct sl_sum sum = {.key = key, .rounds = 1, .minor = minor};
    summed->sums.texts = group != NULL;
    if (group != NULL) sum.group = group;
    memcpy(sum.currency, currency, strlen(currency));
    assert_true(sl_sums_add(&summed->hand, &sum));
}

static void put_in_order(struct summed *summed, enum sl_round_group by)
{
    assert_true(sl_sums_hand_over(&summed->hand));
    assert_int_equal(sl_sum_order_make(&summed->order, &summed->sums, NULL, by, &summed->err),
                     SL_OK);
}

static enum sl_status take_row(void *context, const void *row, struct sl_error *err)
{
    char line[128];
    const struct sl_round_total_row *total = row;
    (void)err;
    snprintf(line, sizeof line, "%s %lld %lld%s\n", total->group, (long long)total->rounds,
             (long long)total->amount.minor, total->currency);
    sl_buffer_add_text(context, line);
    return SL_OK;
}

static enum sl_status open_part(void *context, struct sl_sink *part, struct sl_error *err)
{
    (void)context;
    (void)err;
    *part = (struct sl_sink){.row = take_row, .context = calloc(1, sizeof(struct sl_buffer))};
    assert_non_null(part->context);
    return SL_OK;
}

static enum sl_status send_part(void *context, const struct sl_sink *part, struct sl_error *err)
{
    struct sl_buffer *rows = part->context;
    (void)err;
    if (rows->length > 0) sl_buffer_add_text(context, rows->data);
    sl_buffer_clear(rows);
    return SL_OK;
}

static void close_part(struct sl_sink *part)
{
    sl_buffer_release(part->context);
    free(part->context);
}

static enum sl_status send(struct summed *summed, bool apart, struct sl_buffer *out)
{
    struct sl_parts parts = {.sink = {.row = take_row, .context = out}};
    if (apart) {
        parts.open = open_part;
        parts.send = send_part;
        parts.close = close_part;
    }
    return sl_sum_order_send(&summed->order, parts, &summed->err);
}

static void assert_sent(struct summed *summed, const char *expected)
{
    struct sl_buffer out = {0};
    assert_int_equal(send(summed, false, &out), SL_OK);
    assert_string_equal(out.data, expected);
    sl_buffer_release(&out);
}

static void groups_are_in_the_order_of_their_texts_then_currencies(void **state)
{
    struct summed *summed = *state;
    add(summed, 0, "Series B", "USD", 5);
    add(summed, 0, "Series A", "USD", 1);
    add(summed, 0, "", "EUR", 3);
    add(summed, 0, "Series A", "", 0);
    add(summed, 0, "Series A", "EUR", 2);
    add(summed, 0, "Series A", "USD", 4);
    put_in_order(summed, SL_ROUNDS_BY_ROUND);
    assert_sent(summed,
                " 1 3EUR\nSeries A 1 0\nSeries A 1 2EUR\nSeries A 2 5USD\nSeries B 1 5USD\n");
}

static void groups_that_read_alike_are_one(void **state)
{
    struct summed *summed = *state;
    const int64_t euro = 'E' | 'U' << 8 | 'R' << 16;
    for (int64_t i = 0; i < 3; i++)
        add(summed, euro | i << 32, NULL, "EUR", 10); /* only the letters are spelled */
    add(summed, 0, NULL, "", 0);
    put_in_order(summed, SL_ROUNDS_BY_CURRENCY);
    assert_sent(summed, " 1 0\nEUR 3 30EUR\n");
}

static void add_many(struct summed *summed)
{
    char text[32];
    for (int i = 0; i < GROUPS; i++) {
        snprintf(text, sizeof text, "Round %d", i * 7 % GROUPS);
        add(summed, 0, text, i % 2 == 0 ? "EUR" : "USD", i);
    }
}

static void rows_in_parts_are_those_of_one_sink(void **state)
{
    struct summed *summed = *state;
    struct sl_buffer whole = {0}, parts = {0};
    add_many(summed);
    put_in_order(summed, SL_ROUNDS_BY_ROUND);
    assert_int_equal(send(summed, false, &whole), SL_OK);
    assert_int_equal(send(summed, true, &parts), SL_OK);
    assert_string_equal(whole.data, parts.data);
    assert_int_equal(summed->order.count, GROUPS);
    sl_buffer_release(&whole);
    sl_buffer_release(&parts);
}

static void what_cannot_be_counted_ends_the_rows_where_it_stands(void **state)
{
    struct summed *summed = *state;
    struct sl_buffer whole = {0}, parts = {0};
    add_many(summed);
    add(summed, 0, "Round 5000", "CHF", INT64_MAX);
    add(summed, 0, "Round 5000", "CHF", 1);
    put_in_order(summed, SL_ROUNDS_BY_ROUND);
    assert_int_equal(send(summed, false, &whole), SL_INVALID);
    assert_string_equal(summed->err.message, "the rounds of 'Round 5000' in CHF add up to more "
                                             "than can be counted");
    summed->err.message[0] = '\0';
    assert_int_equal(send(summed, true, &parts), SL_INVALID);
    assert_non_null(strstr(summed->err.message, "in CHF"));
    assert_string_equal(whole.data, parts.data);
    assert_non_null(strstr(whole.data, "Round 500 "));
    assert_null(strstr(whole.data, "Round 5000 "));
    sl_buffer_release(&whole);
    sl_buffer_release(&parts);
}

static int begin(void **state)
{
    struct summed *summed = calloc(1, sizeof *summed);
    if (summed == NULL) return -1;
    sl_sums_init(&summed->sums, false);
    summed->hand.sums = &summed->sums;
    *state = summed;
    return 0;
}

static int end(void **state)
{
    struct summed *summed = *state;
    sl_sum_order_release(&summed->order);
    sl_sums_release(&summed->sums);
    free(summed);
    return 0;
}

#define FACT(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
    const struct CMUnitTest facts[] = {
        FACT(groups_are_in_the_order_of_their_texts_then_currencies),
        FACT(groups_that_read_alike_are_one),
        FACT(rows_in_parts_are_those_of_one_sink),
        FACT(what_cannot_be_counted_ends_the_rows_where_it_stands),
    };
    return cmocka_run_group_tests(facts, NULL, NULL);
}
