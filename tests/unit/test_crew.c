/* However many threads ask, every issuer is asked once. */
#include "store_fixture.h"

#include "query/crew.h"

enum { ISSUERS = 5000, PERIOD = 97 };

struct heard {
    struct fixture *f;
    double stakes[ISSUERS]; /* of all their positions, by place */
    int times[ISSUERS];
    sl_entity bad[2]; /* asking these fails, 0: none */
    bool began;       /* what comes first was done */
};

/* What a thread gathers. */
struct gathering {
    size_t count;
};

static enum sl_status ask(void *context, void *gathering, struct sl_play *play, sl_entity issuer,
                          size_t place, struct sl_error *err)
{
    struct heard *heard = context;
    struct gathering *to = gathering;
    double sum = 0;
    const struct sl_view view = SL_VIEW_ALL;
    if (issuer == heard->bad[0] || issuer == heard->bad[1])
        return sl_fail(err, SL_INVALID, "%zu is bad", place);
    enum sl_status status = sl_play_issuer(play, issuer, &view, NULL, err);
    if (status != SL_OK) return status;
    for (size_t i = 0; i < play->ledger.count; i++) {
        struct sl_range stake;
        if (sl_ledger_stake(&play->ledger, play->ledger.positions[i], &stake)) sum += stake.low;
    }
    heard->stakes[place] = sum * 100;
    heard->times[place]++;
    to->count++;
    return SL_OK;
}

static enum sl_status begin(void *context, struct sl_error *err)
{
    struct heard *heard = context;
    heard->began = true;
    return heard->bad[0] == -1 ? sl_fail(err, SL_INVALID, "no beginning") : SL_OK;
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

static enum sl_status run(struct heard *heard, const sl_entity *issuers, bool alone)
{
    struct gathering gatherings[SL_CREW_MOST] = {0};
    size_t sum = 0;
    const struct sl_crew crew = {.book = heard->f->book,
                                 .alone = alone,
                                 .ask = ask,
                                 .first = begin,
                                 .context = heard,
                                 .gatherings = gatherings,
                                 .gathering_size = sizeof gatherings[0]};
    assert_ok(heard->f, sl_book_read_begin(heard->f->book, &heard->f->err));
    enum sl_status status = sl_crew_run(&crew, issuers, ISSUERS, &heard->f->err);
    sl_book_read_end(heard->f->book);
    for (size_t i = 0; i < SL_CREW_MOST; i++)
        sum += gatherings[i].count;
    if (status == SL_OK) assert_int_equal(sum, ISSUERS);
    if (alone) assert_int_equal(gatherings[0].count, sum);
    return status;
}

static void test_every_issuer_is_asked_once(void **state)
{
    static sl_entity issuers[ISSUERS];
    static struct heard alone, together;
    alone.f = together.f = *state;
    fill(alone.f, issuers);
    assert_ok(alone.f, run(&alone, issuers, true));
    assert_ok(together.f, run(&together, issuers, false));
    assert_true(together.began);
    for (size_t i = 0; i < ISSUERS; i++) {
        assert_int_equal(together.times[i], 1);
        assert_float_equal(together.stakes[i], stake_of(i), 1e-9);
        assert_float_equal(alone.stakes[i], stake_of(i), 1e-9);
    }
}

/* They are listed while they are asked. */
static void test_all_issuers_there_are_are_asked_in_their_order(void **state)
{
    static sl_entity issuers[ISSUERS];
    static struct heard heard;
    struct gathering gatherings[SL_CREW_MOST] = {0};
    struct sl_crew_list list;
    struct fixture *f = heard.f = *state;
    const struct sl_crew crew = {.book = f->book,
                                 .ask = ask,
                                 .context = &heard,
                                 .gatherings = gatherings,
                                 .gathering_size = sizeof gatherings[0]};
    fill(f, issuers);
    for (int merged = 0; merged < 2; merged++) {
        memset(heard.times, 0, sizeof heard.times);
        assert_ok(f, sl_book_read_begin(f->book, &f->err));
        assert_ok(f, sl_crew_run_all(&crew, false, &list, &f->err));
        sl_book_read_end(f->book);
        assert_int_equal(list.count, ISSUERS - merged);
        for (size_t i = 0; i < list.count; i++) {
            assert_int_equal(list.issuers[i], issuers[i]);
            assert_int_equal(heard.times[i], 1);
        }
        free(list.issuers);
        assert_ok(f, sl_crew_run_all(&crew, true, &list, &f->err));
        assert_int_equal(list.count, 0); /* none has a round */
        free(list.issuers);
        assert_ok(f, sl_entity_merge(f->book, "Company 0", "Company 4999", &f->err));
    }
}

static void test_the_first_failure_in_the_order_is_told(void **state)
{
    static sl_entity issuers[ISSUERS];
    static struct heard heard;
    heard.f = *state;
    fill(heard.f, issuers);
    heard.bad[0] = issuers[3400];
    heard.bad[1] = issuers[3333];
    assert_int_equal(run(&heard, issuers, false), SL_INVALID);
    assert_string_equal(heard.f->err.message, "3333 is bad");
    for (size_t i = 0; i < 3333; i++)
        assert_int_equal(heard.times[i], 1);
    heard.bad[0] = -1;
    assert_int_equal(run(&heard, issuers, false), SL_INVALID);
    assert_string_equal(heard.f->err.message, "no beginning");
}

static void test_merged_issuers_are_read_together(void **state)
{
    static sl_entity issuers[ISSUERS];
    static struct heard heard;
    heard.f = *state;
    fill(heard.f, issuers);
    /* the holder has 1 % by one name and, on a later day, 2 % by the other */
    assert_ok(heard.f, sl_entity_merge(heard.f->book, "Company 0", "Company 1", &heard.f->err));
    assert_ok(heard.f, run(&heard, issuers, false));
    assert_float_equal(heard.stakes[0], 2, 1e-9);
    assert_float_equal(heard.stakes[2], 3, 1e-9);
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
        cmocka_unit_test_setup_teardown(test_every_issuer_is_asked_once, fixture_setup,
                                        fixture_teardown),
        cmocka_unit_test_setup_teardown(test_all_issuers_there_are_are_asked_in_their_order,
                                        fixture_setup, fixture_teardown),
        cmocka_unit_test_setup_teardown(test_the_first_failure_in_the_order_is_told, fixture_setup,
                                        fixture_teardown),
        cmocka_unit_test_setup_teardown(test_merged_issuers_are_read_together, fixture_setup,
                                        fixture_teardown),
        cmocka_unit_test_setup_teardown(test_a_book_beside_is_of_the_same_state_or_none,
                                        fixture_setup, fixture_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
