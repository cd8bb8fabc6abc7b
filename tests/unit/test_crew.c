/* However many threads ask, the answers are those of one, in its order. */
#include "store_fixture.h"

#include "query/crew.h"

enum { ISSUERS = 5000, PERIOD = 97 };

struct answer {
    sl_entity issuers[64];
    double stakes[64];
    size_t count;
};

struct heard {
    struct fixture *f;
    sl_entity issuers[ISSUERS];
    double stakes[ISSUERS]; /* of all their positions */
    size_t count;
    sl_entity bad; /* asking this one fails, 0: none does */
};

static enum sl_status ask(void *context, void *answer, struct sl_play *play, sl_entity issuer,
                          struct sl_error *err)
{
    const struct heard *heard = context;
    struct answer *out = answer;
    double sum = 0;
    const struct sl_view view = SL_VIEW_ALL;
    if (issuer == heard->bad) return sl_fail(err, SL_INVALID, "this one is bad");
    enum sl_status status = sl_play_issuer(play, issuer, &view, NULL, err);
    if (status != SL_OK) return status;
    for (size_t i = 0; i < play->ledger.count; i++) {
        struct sl_range stake;
        if (sl_ledger_stake(&play->ledger, play->ledger.positions[i], &stake)) sum += stake.low;
    }
    assert_in_range(out->count, 0, 63);
    out->issuers[out->count] = issuer;
    out->stakes[out->count++] = sum * 100;
    return SL_OK;
}

static enum sl_status take(void *context, void *answer, struct sl_error *err)
{
    struct heard *heard = context;
    struct answer *from = answer;
    (void)err;
    for (size_t i = 0; i < from->count; i++) {
        heard->issuers[heard->count] = from->issuers[i];
        heard->stakes[heard->count++] = from->stakes[i];
    }
    from->count = 0;
    return SL_OK;
}

/* The stake that is held in the i-th issuer. */
static int stake_of(size_t i)
{
    return (int)(i % PERIOD) + 1;
}

static void fill(struct fixture *f, sl_entity issuers[ISSUERS])
{
    struct sl_import *import;
    struct sl_import_result result = {0};
    char issuer[32], stake[8];
    assert_ok(f, sl_import_begin(&import, f->book, NULL, &f->err));
    assert_ok(f, sl_import_file(import, "crew.csv", &f->err));
    for (size_t i = 0; i < ISSUERS; i++) {
        snprintf(issuer, sizeof issuer, "Company %zu", i);
        snprintf(stake, sizeof stake, "%d", stake_of(i));
        put_event(f, import, issuer, (int32_t)(i * 7 % 1000), "Holder", stake);
        assert_ok(f, sl_import_name(import, issuer, strlen(issuer), &issuers[i], &f->err));
    }
    assert_ok(f, sl_import_commit(import, false, false, 0, &result, &f->err));
    sl_import_end(import);
}

static enum sl_status run(struct heard *heard, const sl_entity *issuers,
                          const struct sl_packs *packs, bool alone)
{
    struct answer answers[SL_CREW_BATCHES] = {0};
    const struct sl_crew crew = {.book = heard->f->book,
                                 .packs = packs,
                                 .alone = alone,
                                 .ask = ask,
                                 .take = take,
                                 .context = heard,
                                 .answers = answers,
                                 .answer_size = sizeof answers[0]};
    assert_ok(heard->f, sl_book_read_begin(heard->f->book, &heard->f->err));
    enum sl_status status = sl_crew_run(&crew, issuers, ISSUERS, &heard->f->err);
    sl_book_read_end(heard->f->book);
    return status;
}

static void check(const struct heard *heard, const sl_entity *issuers)
{
    assert_int_equal(heard->count, ISSUERS);
    for (size_t i = 0; i < ISSUERS; i++) {
        assert_int_equal(heard->issuers[i], issuers[i]);
        assert_float_equal(heard->stakes[i], stake_of(i), 1e-9);
    }
}

static void test_every_issuer_is_answered_in_order(void **state)
{
    static sl_entity issuers[ISSUERS];
    static struct heard alone, batches, whole;
    struct sl_packs *packs;
    alone.f = batches.f = whole.f = *state;
    fill(alone.f, issuers);
    assert_ok(alone.f, run(&alone, issuers, NULL, true));
    check(&alone, issuers);
    assert_ok(batches.f, run(&batches, issuers, NULL, false));
    check(&batches, issuers);
    assert_ok(whole.f, sl_packs_open(&packs, &whole.f->err));
    assert_ok(whole.f, sl_packs_read_all(packs, whole.f->book, &whole.f->err));
    assert_ok(whole.f, run(&whole, issuers, packs, false));
    check(&whole, issuers);
    sl_packs_close(packs);
}

static void test_the_first_failure_in_the_order_ends_it(void **state)
{
    static sl_entity issuers[ISSUERS];
    static struct heard heard;
    heard.f = *state;
    fill(heard.f, issuers);
    heard.bad = issuers[3333];
    assert_int_equal(run(&heard, issuers, NULL, false), SL_INVALID);
    assert_string_equal(heard.f->err.message, "this one is bad");
    assert_in_range(heard.count, 3333 - 64, 3333);
    for (size_t i = 0; i < heard.count; i++)
        assert_int_equal(heard.issuers[i], issuers[i]);
}

static void test_merged_issuers_are_read_together(void **state)
{
    static sl_entity issuers[ISSUERS];
    static struct heard batches, whole;
    struct sl_packs *packs;
    batches.f = whole.f = *state;
    fill(batches.f, issuers);
    /* the holder has 1 % by one name and, on a later day, 2 % by the other */
    assert_ok(whole.f, sl_entity_merge(whole.f->book, "Company 0", "Company 1", &whole.f->err));
    assert_ok(batches.f, run(&batches, issuers, NULL, false));
    assert_float_equal(batches.stakes[0], 2, 1e-9);
    assert_float_equal(batches.stakes[2], 3, 1e-9);
    assert_ok(whole.f, sl_packs_open(&packs, &whole.f->err));
    assert_ok(whole.f, sl_packs_read_all(packs, whole.f->book, &whole.f->err));
    assert_ok(whole.f, run(&whole, issuers, packs, false));
    assert_float_equal(whole.stakes[0], 2, 1e-9);
    sl_packs_close(packs);
}

/* Only where nothing can have changed in between. */
static void test_a_book_beside_is_of_the_same_state_or_none(void **state)
{
    struct fixture *f = *state;
    struct sl_book *beside = NULL;
    char other[128], command[1000];
    IMPORT(f, {"Nissan", 10, "Renault", "43.4"});
    assert_int_equal(sl_book_beside(&beside, f->book), SL_NOTHING); /* not being read */
    assert_ok(f, sl_book_read_begin(f->book, &f->err));
    assert_int_equal(sl_book_beside(&beside, f->book), SL_OK);
    assert_true(is_known(&(struct fixture){.book = beside}, "Nissan"));
    sl_book_close(beside);
    snprintf(other, sizeof other, "%s/other.db", f->folder);
    snprintf(command, sizeof command, "cp %s %s && mv %s %s", f->path, other, other, f->path);
    assert_int_equal(system(command), 0);
    assert_int_equal(sl_book_beside(&beside, f->book), SL_NOTHING); /* another file by now */
    sl_book_read_end(f->book);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_every_issuer_is_answered_in_order, fixture_setup,
                                        fixture_teardown),
        cmocka_unit_test_setup_teardown(test_the_first_failure_in_the_order_ends_it, fixture_setup,
                                        fixture_teardown),
        cmocka_unit_test_setup_teardown(test_merged_issuers_are_read_together, fixture_setup,
                                        fixture_teardown),
        cmocka_unit_test_setup_teardown(test_a_book_beside_is_of_the_same_state_or_none,
                                        fixture_setup, fixture_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
