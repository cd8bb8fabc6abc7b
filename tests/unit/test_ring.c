/* Pages come in order, whoever made them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/error.h"
#include "base/ring.h"

enum { PAGES = 5000 };

struct book {
    size_t slots[SL_RING_SLOTS]; /* the page that was made there */
    bool filled[SL_RING_SLOTS];  /* and not taken yet */
    size_t taken;
    size_t torn; /* cannot be taken; PAGES: none */
    bool overwritten;
    size_t claimed; /* where claims are made: the pages come in order */
};

static void claim(void *context, size_t page, size_t slot)
{
    struct book *book = context;
    if (book->filled[slot] || book->claimed++ != page) book->overwritten = true;
    book->slots[slot] = page * 2;
}

static void make_of_claimed(void *context, size_t page, size_t slot)
{
    struct book *book = context;
    if (book->slots[slot] != page * 2) book->overwritten = true;
    book->slots[slot] /= 2;
    book->filled[slot] = true;
}

static void make(void *context, size_t page, size_t slot)
{
    struct book *book = context;
    if (book->filled[slot]) book->overwritten = true;
    book->slots[slot] = page;
    book->filled[slot] = true;
}

static enum sl_status take(void *context, size_t slot, struct sl_error *err)
{
    struct book *book = context;
    assert_true(book->filled[slot]);
    assert_int_equal(book->slots[slot], book->taken);
    if (book->slots[slot] == book->torn) return sl_fail(err, SL_INVALID, "torn");
    book->filled[slot] = false;
    book->taken++;
    return SL_OK;
}

static enum sl_status run(struct book *book, size_t count, struct sl_error *err)
{
    const struct sl_ring ring = {.make = make, .take = take, .context = book};
    enum sl_status status = sl_ring_run(&ring, count, err);
    assert_false(book->overwritten);
    return status;
}

static void every_page_is_taken_in_order(void **state)
{
    (void)state;
    static const size_t counts[] = {0, 1, SL_RING_SLOTS, SL_RING_SLOTS + 1, PAGES};
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        struct book book = {.torn = PAGES};
        assert_int_equal(run(&book, counts[i], NULL), SL_OK);
        assert_int_equal(book.taken, counts[i]);
    }
}

static void a_page_that_cannot_be_taken_is_the_last(void **state)
{
    (void)state;
    struct sl_error err;
    struct book book = {.torn = 1234};
    assert_int_equal(run(&book, PAGES, &err), SL_INVALID);
    assert_string_equal(err.message, "torn");
    assert_int_equal(book.taken, 1234);
}

static void pages_are_claimed_in_order_by_one_thread_or_several(void **state)
{
    (void)state;
    for (int alone = 0; alone < 2; alone++) {
        struct book book = {.torn = PAGES};
        const struct sl_ring ring = {.claim = claim,
                                     .make = make_of_claimed,
                                     .take = take,
                                     .context = &book,
                                     .alone = alone};
        assert_int_equal(sl_ring_run(&ring, PAGES, NULL), SL_OK);
        assert_false(book.overwritten);
        assert_int_equal(book.claimed, PAGES);
        assert_int_equal(book.taken, PAGES);
    }
}

int main(void)
{
    const struct CMUnitTest facts[] = {
        cmocka_unit_test(every_page_is_taken_in_order),
        cmocka_unit_test(a_page_that_cannot_be_taken_is_the_last),
        cmocka_unit_test(pages_are_claimed_in_order_by_one_thread_or_several),
    };
    return cmocka_run_group_tests(facts, NULL, NULL);
}
