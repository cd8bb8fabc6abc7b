/* Every stake form and error of DESIGN section 2. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
/* cmocka wants the above first */
#include <cmocka.h>

#include "model/stake.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

struct good {
    const char *text, *canonical;
    int form;
    double low, high, half;
};

/* Member by member: what pads the struct is nobody's. */
static bool same_stake(const struct sl_stake *a, const struct sl_stake *b)
{
    return a->form == b->form && a->low == b->low && a->high == b->high && a->half == b->half;
}

static void check_good(const struct good *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct sl_stake stake, again;
        char canonical[SL_STAKE_SIZE];
        struct sl_error err = {0};
        if (sl_stake_parse(&stake, rows[i].text, canonical, &err) != SL_OK)
            fail_msg("%s: %s", rows[i].text, err.message);
        if (strcmp(canonical, rows[i].canonical) != 0)
            fail_msg("%s: canonical %s, not %s", rows[i].text, canonical, rows[i].canonical);
        if (stake.form != rows[i].form || stake.low != rows[i].low || stake.high != rows[i].high ||
            stake.half != rows[i].half)
            fail_msg("%s: form %d, %.17g to %.17g, half %.17g", rows[i].text, stake.form, stake.low,
                     stake.high, stake.half);
        assert_int_equal(err.status, SL_OK); /* no trace of an attempt that failed */
        assert_true(sl_stake_read(&again, canonical));
        assert_true(same_stake(&again, &stake));
        assert_int_equal(sl_stake_parse(&again, canonical, canonical, &err), SL_OK);
        assert_string_equal(canonical, rows[i].canonical);
        assert_true(same_stake(&again, &stake));
    }
}

static void check_bad(const char *const *texts, size_t count, const char *why)
{
    for (size_t i = 0; i < count; i++) {
        struct sl_stake stake = {.low = 7}, untouched = stake;
        struct sl_error err = {0};
        if (sl_stake_parse(&stake, texts[i], NULL, &err) != SL_INVALID)
            fail_msg("%s is accepted", texts[i]);
        if (strstr(err.message, why) == NULL) fail_msg("%s: %s", texts[i], err.message);
        if (strstr(err.message, "expected") == NULL) fail_msg("%s: %s", texts[i], err.message);
        assert_true(same_stake(&stake, &untouched));
    }
}

static void a_plain_number_is_exactly_that(void **state)
{
    (void)state;
    static const struct good rows[] = {
        {"43.4", "43.4", SL_STAKE_EXACT, 43.4, 43.4, 0.05},
        {"43.4%", "43.4", SL_STAKE_EXACT, 43.4, 43.4, 0.05},
        {"43.4 %", "43.4", SL_STAKE_EXACT, 43.4, 43.4, 0.05},
        {" 43.4\xc2\xa0% ", "43.4", SL_STAKE_EXACT, 43.4, 43.4, 0.05},
        {"43.4 per cent", "43.4", SL_STAKE_EXACT, 43.4, 43.4, 0.05},
        {"43.4 Percent", "43.4", SL_STAKE_EXACT, 43.4, 43.4, 0.05},
        {"43", "43", SL_STAKE_EXACT, 43, 43, 0.5},
        {"043", "43", SL_STAKE_EXACT, 43, 43, 0.5},
        {".5%", "0.5", SL_STAKE_EXACT, 0.5, 0.5, 0.05},
        {"0", "0", SL_STAKE_EXACT, 0, 0, 0.5},
        {"100", "100", SL_STAKE_EXACT, 100, 100, 0.5},
        {"100.00", "100.00", SL_STAKE_EXACT, 100, 100, 0.005},
    };
    check_good(rows, COUNT(rows));
}

static void trailing_zeros_are_precision(void **state)
{
    (void)state;
    static const struct good rows[] = {
        {"43.40", "43.40", SL_STAKE_EXACT, 43.4, 43.4, 0.005},
        {"15.000", "15.000", SL_STAKE_EXACT, 15, 15, 0.0005},
        {"~43.0", "~43.0", SL_STAKE_RANGE, 42.9, 43.1, 0},
    };
    check_good(rows, COUNT(rows));
}

static void an_approximate_stake_is_a_unit_of_its_last_digit_each_way(void **state)
{
    (void)state;
    static const char *const words[] = {
        "~",       "≈",        "roughly ", "Roughly ", "about ",
        "around ", "approx. ", "approx ",  "nearly ",  "approximately ",
        "circa ",  "c. ",      "ca. ",     "~ ",       "almost "};
    for (size_t i = 0; i < COUNT(words); i++) {
        char text[64];
        snprintf(text, sizeof text, "%s43%%", words[i]);
        struct good row = {text, "~43", SL_STAKE_RANGE, 42, 44, 0};
        check_good(&row, 1);
    }
    static const struct good rows[] = {
        {"~43.4%", "~43.4", SL_STAKE_RANGE, 43.3, 43.5, 0},
        {"~40", "~40", SL_STAKE_RANGE, 39, 41, 0},
        {"roughly 43 per cent", "~43", SL_STAKE_RANGE, 42, 44, 0},
    };
    check_good(rows, COUNT(rows));
}

static void two_numbers_are_a_range(void **state)
{
    (void)state;
    static const struct good rows[] = {
        {"25-50%", "25-50", SL_STAKE_RANGE, 25, 50, 0},
        {"25%-50%", "25-50", SL_STAKE_RANGE, 25, 50, 0},
        {"25 % - 50 %", "25-50", SL_STAKE_RANGE, 25, 50, 0},
        {"25–50", "25-50", SL_STAKE_RANGE, 25, 50, 0},
        {"25..50", "25-50", SL_STAKE_RANGE, 25, 50, 0},
        {"25.0..50.50%", "25-50.5", SL_STAKE_RANGE, 25, 50.5, 0},
        {"25 to 50 per cent", "25-50", SL_STAKE_RANGE, 25, 50, 0},
        {"25-25", "25-25", SL_STAKE_RANGE, 25, 25, 0},
    };
    check_good(rows, COUNT(rows));
}

static void a_bound_reaches_to_the_end_of_the_scale(void **state)
{
    (void)state;
    static const struct good rows[] = {
        {">50%", ">50", SL_STAKE_RANGE, 50, 100, 0},
        {"> 50.0", ">50", SL_STAKE_RANGE, 50, 100, 0},
        {"over 50%", ">50", SL_STAKE_RANGE, 50, 100, 0},
        {"more than 50%", ">50", SL_STAKE_RANGE, 50, 100, 0},
        {"at least 50%", ">50", SL_STAKE_RANGE, 50, 100, 0},
        {">=50", ">50", SL_STAKE_RANGE, 50, 100, 0},
        {"≥50", ">50", SL_STAKE_RANGE, 50, 100, 0},
        {"<5%", "<5", SL_STAKE_RANGE, 0, 5, 0},
        {"under 5%", "<5", SL_STAKE_RANGE, 0, 5, 0},
        {"less than 5%", "<5", SL_STAKE_RANGE, 0, 5, 0},
        {"up to 5%", "<5", SL_STAKE_RANGE, 0, 5, 0},
        {"<=5", "<5", SL_STAKE_RANGE, 0, 5, 0},
    };
    check_good(rows, COUNT(rows));
}

static void a_range_is_cut_to_0_100(void **state)
{
    (void)state;
    static const struct good rows[] = {
        {"~0", "~0", SL_STAKE_RANGE, 0, 1, 0},
        {"~100", "~100", SL_STAKE_RANGE, 99, 100, 0},
        {"~0.0", "~0.0", SL_STAKE_RANGE, 0, 0.1, 0},
        {"~99.9", "~99.9", SL_STAKE_RANGE, 99.8, 100, 0},
    };
    check_good(rows, COUNT(rows));
}

static void a_fraction_is_exact_and_in_lowest_terms(void **state)
{
    (void)state;
    static const struct good rows[] = {
        {"1/3", "1/3", SL_STAKE_FRACTION, 100.0 / 3, 100.0 / 3, 0},
        {" 2 / 6 ", "1/3", SL_STAKE_FRACTION, 100.0 / 3, 100.0 / 3, 0},
        {"500/1000", "1/2", SL_STAKE_FRACTION, 50, 50, 0},
        {"1/1", "1/1", SL_STAKE_FRACTION, 100, 100, 0},
        {"0/7", "0/1", SL_STAKE_FRACTION, 0, 0, 0},
        {"211000000/4220715113", "211000000/4220715113", SL_STAKE_FRACTION,
         100 * 211000000.0 / 4220715113.0, 100 * 211000000.0 / 4220715113.0, 0},
    };
    check_good(rows, COUNT(rows));
    static const char *const over_one[] = {"3/2", "1/0", "0/0"};
    check_bad(over_one, COUNT(over_one), "fraction in 0 to 1");
    static const char *const strange[] = {"1/", "/3", "1.5/3", "1/3%", "~1/3", "1/3/4", "-/3"};
    check_bad(strange, COUNT(strange), "");
}

static void up_to_15_decimals_are_rounded_once(void **state)
{
    (void)state;
    static const struct good rows[] = {
        {"33.333333333333333", "33.333333333333333", SL_STAKE_EXACT, 33.333333333333333,
         33.333333333333333, 5e-16},
        {"99.999999999999999", "99.999999999999999", SL_STAKE_EXACT, 99.999999999999999,
         99.999999999999999, 5e-16},
        {"90.071992547409935", "90.071992547409935", SL_STAKE_EXACT, 90.071992547409935,
         90.071992547409935, 5e-16},
        {"0.000000000000001", "0.000000000000001", SL_STAKE_EXACT, 1e-15, 1e-15, 5e-16},
    };
    check_good(rows, COUNT(rows));
    static const char *const finer[] = {"33.3333333333333333", "1.0000000000000000"};
    check_bad(finer, COUNT(finer), "at most 15 decimals");
}

static void every_value_is_the_double_nearest_to_its_digits(void **state)
{
    (void)state;
    uint64_t seed = 88172645463325252;
    for (int i = 0; i < 200000; i++) {
        char text[64];
        struct sl_stake stake;
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        int decimals = 1 + (int)(seed >> 60);
        if (decimals > 15) decimals = 15;
        snprintf(text, sizeof text, "%u.%015llu", (unsigned)(seed % 100),
                 (unsigned long long)(seed / 100 % 1000000000000000));
        text[strchr(text, '.') - text + 1 + decimals] = '\0';
        assert_true(sl_stake_read(&stake, text));
        if (stake.low != strtod(text, NULL)) fail_msg("%s", text);
    }
}

static void not_stated_is_no_stake(void **state)
{
    (void)state;
    static const struct good rows[] = {
        {"", "", SL_STAKE_NONE, 0, 0, 0},
        {" \t", "", SL_STAKE_NONE, 0, 0, 0},
        {"undisclosed", "", SL_STAKE_NONE, 0, 0, 0},
        {"Unknown", "", SL_STAKE_NONE, 0, 0, 0},
        {"n/a", "", SL_STAKE_NONE, 0, 0, 0},
        {"-", "", SL_STAKE_NONE, 0, 0, 0},
    };
    check_good(rows, COUNT(rows));
}

static void a_number_out_of_0_100_is_an_error(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "100.1", "101", "~101", ">100.5", "50-101", "<200", "99999999999999999999999999"};
    check_bad(texts, COUNT(texts), "0 to 100");
}

static void a_reversed_range_is_an_error(void **state)
{
    (void)state;
    static const char *const texts[] = {"50-25", "50..25%"};
    check_bad(texts, COUNT(texts), "from the smaller to the larger");
}

static void a_sign_is_an_error_since_the_kind_says_the_direction(void **state)
{
    (void)state;
    static const char *const texts[] = {"-5", "+5", "−5%", "–5", "~-5", ">-5", "5--7", "+5%"};
    check_bad(texts, COUNT(texts), "the kind says the direction");
}

static void a_decimal_comma_is_an_error(void **state)
{
    (void)state;
    static const char *const texts[] = {"43,4", "43,4 %", "~43,4", "1,000"};
    check_bad(texts, COUNT(texts), "decimal point");
}

static void what_strtod_would_take_is_an_error(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "nan", "inf",   "1e1", "0x10", "0x1p3", "1e400", "5.",    "4 3",   "43..", "25-",
        "~",   "a lot", "4३",  "५",    "43%%",  "43 x",  "1-2-3", "<>5",   "~>5",  "(5)",
        "5'",  "%",     "4%3", "~~4",  ">1-2",  "٤",     "1_0",   "43\n4", "\xff", "to 5"};
    check_bad(texts, COUNT(texts), "is not a stake");
}

static void a_damaged_spelling_is_not_read(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "x",   "-",     "1-",   "5-1", "101", "1/0", "2/1",
        "~",   ">",     "~101", "<1x", "1 ",  "1/",  "1.2345678901234567",
        "1x2", "1-2-3", "4.x",  "4.!"};
    for (size_t i = 0; i < COUNT(texts); i++) {
        struct sl_stake stake;
        if (sl_stake_read(&stake, texts[i])) fail_msg("%s is read", texts[i]);
    }
}

static void a_message_shows_the_cell_short_and_as_utf8(void **state)
{
    (void)state;
    char text[600];
    for (size_t i = 0; i + 1 < sizeof text; i += 2)
        memcpy(text + i, "é", 2);
    text[sizeof text - 2] = '\0';
    struct sl_stake stake;
    struct sl_error err;
    assert_int_equal(sl_stake_parse(&stake, text, NULL, &err), SL_INVALID);
    assert_non_null(strstr(err.message, "é…\" is not a stake: expected"));
    assert_non_null(strstr(err.message, "1/3"));
    assert_int_equal(sl_stake_parse(&stake, "4\xff\xc3", NULL, &err), SL_INVALID);
    assert_non_null(strstr(err.message, "\"4??\" is not a stake"));
}

static void a_fraction_is_of_whole_numbers_with_at_most_12_digits(void **state)
{
    (void)state;
    static const char *const bad[] = {"1/2.5", "1.5/2", "1/x", "1 x/2", "x/2", "1/", "1/2/3"};
    check_bad(bad, COUNT(bad), "is not a stake");
    static const char *const long_[] = {"1/1000000000001", "2/9999999999999"};
    check_bad(long_, COUNT(long_), "digits a side");
}

static void a_stake_is_made_of_digits_within_0_100_only(void **state)
{
    (void)state;
    struct sl_stake stake;
    assert_true(sl_stake_exact(&stake, UINT64_C(100000000000000000), 15));
    assert_true(stake.low == 100 && stake.high == 100);
    assert_true(sl_stake_exact(&stake, UINT64_C(99999999999999999), 15));
    assert_false(sl_stake_exact(&stake, 101, 0));
    assert_false(sl_stake_exact(&stake, 1, -1));
    assert_false(sl_stake_exact(&stake, 1, 16));
}

static void a_cut_cell_ends_at_a_character(void **state)
{
    (void)state;
    char text[200] = "x";
    struct sl_stake stake;
    struct sl_error err;
    for (size_t i = 0; i < 60; i++)
        strcat(text, "é");
    assert_int_equal(sl_stake_parse(&stake, text, NULL, &err), SL_INVALID);
    assert_non_null(strstr(err.message, "é…\" is not a stake"));
    memset(text, '\x80', 100);
    text[100] = '\0';
    assert_int_equal(sl_stake_parse(&stake, text, NULL, &err), SL_INVALID);
    assert_non_null(strstr(err.message, "\"…\" is not a stake"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_plain_number_is_exactly_that),
        cmocka_unit_test(trailing_zeros_are_precision),
        cmocka_unit_test(an_approximate_stake_is_a_unit_of_its_last_digit_each_way),
        cmocka_unit_test(two_numbers_are_a_range),
        cmocka_unit_test(a_bound_reaches_to_the_end_of_the_scale),
        cmocka_unit_test(a_range_is_cut_to_0_100),
        cmocka_unit_test(a_fraction_is_exact_and_in_lowest_terms),
        cmocka_unit_test(up_to_15_decimals_are_rounded_once),
        cmocka_unit_test(every_value_is_the_double_nearest_to_its_digits),
        cmocka_unit_test(not_stated_is_no_stake),
        cmocka_unit_test(a_number_out_of_0_100_is_an_error),
        cmocka_unit_test(a_reversed_range_is_an_error),
        cmocka_unit_test(a_sign_is_an_error_since_the_kind_says_the_direction),
        cmocka_unit_test(a_decimal_comma_is_an_error),
        cmocka_unit_test(what_strtod_would_take_is_an_error),
        cmocka_unit_test(a_damaged_spelling_is_not_read),
        cmocka_unit_test(a_message_shows_the_cell_short_and_as_utf8),
        cmocka_unit_test(a_fraction_is_of_whole_numbers_with_at_most_12_digits),
        cmocka_unit_test(a_stake_is_made_of_digits_within_0_100_only),
        cmocka_unit_test(a_cut_cell_ends_at_a_character),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
