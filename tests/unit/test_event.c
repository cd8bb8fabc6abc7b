/* The words for kinds and statuses. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
/* cmocka wants the above first */
#include <cmocka.h>

#include "model/event.h"

static const struct {
    const char *word;
    enum sl_kind kind;
    bool moves;
} kinds[] = {
    {"holding", SL_KIND_HOLDING, true},
    {"acquire", SL_KIND_ACQUIRE, true},
    {"dispose", SL_KIND_DISPOSE, true},
    {"issue", SL_KIND_ISSUE, true},
    {"cancel", SL_KIND_CANCEL, true},
    {"split", SL_KIND_SPLIT, false},
    {"outstanding", SL_KIND_OUTSTANDING, false},
    {"found", SL_KIND_FOUND, false},
    {"round", SL_KIND_ROUND, true},
    {"debt", SL_KIND_DEBT, false},
    {"ipo", SL_KIND_IPO, false},
    {"merger", SL_KIND_MERGER, false},
    {"pact", SL_KIND_PACT, false},
    {"note", SL_KIND_NOTE, false},
};

static void every_kind_has_its_word(void **state)
{
    (void)state;
    assert_int_equal(sizeof kinds / sizeof *kinds, SL_KIND_LAST);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        assert_int_equal(sl_kind_from(kinds[i].word), kinds[i].kind);
        assert_string_equal(sl_kind_name(kinds[i].kind), kinds[i].word);
    }
    assert_int_equal(sl_kind_from("Holding"), SL_KIND_HOLDING);
    assert_int_equal(sl_kind_from("IPO"), SL_KIND_IPO);
}

static void only_six_kinds_move_positions(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        assert_int_equal(sl_kind_moves_positions(kinds[i].kind), kinds[i].moves);
}

static void every_stage_has_its_word_in_order(void **state)
{
    (void)state;
    static const char *const stages[] = {"rumoured", "talks",     "announced",
                                         "approved", "completed", "cancelled"};
    for (int i = 0; i <= SL_STAGE_CANCELLED; i++) {
        assert_int_equal(sl_stage_from(stages[i]), i);
        assert_string_equal(sl_stage_name((enum sl_stage)i), stages[i]);
    }
    assert_int_equal(sl_stage_from("Rumoured"), SL_STAGE_RUMOURED);
}

static void other_words_are_none(void **state)
{
    (void)state;
    static const char *const words[] = {"", "hold", "holdings", "acquire ", "dilution"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        assert_int_equal(sl_kind_from(words[i]), 0);
        assert_int_equal(sl_stage_from(words[i]), -1);
    }
    assert_string_equal(sl_kind_name((enum sl_kind)0), "?");
    assert_string_equal(sl_kind_name((enum sl_kind)99), "?");
    assert_string_equal(sl_stage_name((enum sl_stage)99), "?");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kind_has_its_word),
        cmocka_unit_test(only_six_kinds_move_positions),
        cmocka_unit_test(every_stage_has_its_word_in_order),
        cmocka_unit_test(other_words_are_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
