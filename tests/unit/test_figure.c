/* Numbers as text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <locale.h>
#include <math.h>

#include "export/figure.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

struct case_ {
    double value;
    const char *text;
};

static void per_cents_have_up_to_six_decimals(void **state)
{
    (void)state;
    static const struct case_ cases[] = {
        {0, "0"},
        {-0.0, "0"},
        {43.4, "43.4"},
        {24.63, "24.63"},
        {100, "100"},
        {100.0 / 3, "33.333333"},
        {200.0 / 3, "66.666667"},
        {0.1 + 0.2, "0.3"},
        {-28.4, "-28.4"},
        {-0.5, "-0.5"},
        {0.000001, "0.000001"},
        {0.0000004, "0"},
        {-0.0000004, "0"},
        {0.0000005, "0.000001"},
        {-0.0000005, "-0.000001"},
        {99.9999999, "100"},
        {1e-300, "0"},
        {1e12, "1000000000000"},
        {1e18, "1000000000000000000"},
        {-1e21, "-1000000000000000000000"},
        {NAN, ""},
        {INFINITY, ""},
        {-INFINITY, ""},
    };
    char out[SL_FIGURE_SIZE];
    for (size_t i = 0; i < COUNT(cases); i++) {
        size_t length = sl_figure_format(cases[i].value, SL_PERCENT_DECIMALS, false, out);
        assert_string_equal(out, cases[i].text);
        assert_int_equal(length, strlen(out));
    }
    assert_int_equal(sl_figure_format(1.7976931348623157e308, 6, true, out), 310);
}

/* Every value of six decimals between two whole numbers, through the reader of the C library. */
static void six_decimals_read_back_as_the_same_number(void **state)
{
    (void)state;
    char out[SL_FIGURE_SIZE];
    for (int64_t micro = 43000000; micro <= 44000000; micro += 7) {
        double value = (double)micro / 1e6;
        sl_figure_format(value, SL_PERCENT_DECIMALS, false, out);
        assert_true(strtod(out, NULL) == value);
    }
}

static void no_locale_has_a_say(void **state)
{
    (void)state;
    char out[SL_FIGURE_SIZE];
    const char *before = setlocale(LC_NUMERIC, "de_DE.UTF-8"); /* where there is one */
    sl_figure_format(43.4, SL_PERCENT_DECIMALS, false, out);
    if (before != NULL) setlocale(LC_NUMERIC, "C");
    assert_string_equal(out, "43.4");
}

static void people_read_two_decimals_or_the_first_that_says_something(void **state)
{
    (void)state;
    static const struct case_ cases[] = {
        {33.333333, "33.33"}, {43.4, "43.4"},
        {0.005, "0.01"},      {0.004, "0.004"},
        {0.00047, "0.0005"},  {0.000001, "0.000001"},
        {0.0000001, "0"},     {-0.004, "-0.004"},
        {99.996, "100"},      {NAN, ""},
    };
    char out[SL_FIGURE_SIZE];
    for (size_t i = 0; i < COUNT(cases); i++) {
        sl_figure_show(cases[i].value, false, out);
        assert_string_equal(out, cases[i].text);
    }
}

static void a_change_has_its_sign_and_no_change_has_none(void **state)
{
    (void)state;
    char out[SL_FIGURE_SIZE];
    sl_figure_show(2.05, true, out);
    assert_string_equal(out, "+2.05");
    sl_figure_show(-3.1, true, out);
    assert_string_equal(out, "-3.1");
    sl_figure_show(-0.0, true, out);
    assert_string_equal(out, "0");
}

static void counts_print_whole(void **state)
{
    (void)state;
    char out[SL_FIGURE_SIZE];
    assert_int_equal(sl_figure_count(0, out), 1);
    assert_string_equal(out, "0");
    sl_figure_count(INT64_MAX, out);
    assert_string_equal(out, "9223372036854775807");
    sl_figure_count(INT64_MIN, out);
    assert_string_equal(out, "-9223372036854775808");
}

static void thousands_are_grouped(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"", ""},
        {"7", "7"},
        {"999", "999"},
        {"1000", "1,000"},
        {"-100000", "-100,000"},
        {"+1234567", "+1,234,567"},
        {"1234567.891234", "1,234,567.891234"},
        {"9223372036854775807", "9,223,372,036,854,775,807"},
    };
    char out[SL_FIGURE_SIZE];
    for (size_t i = 0; i < COUNT(cases); i++) {
        size_t length = (size_t)snprintf(out, sizeof out, "%s", cases[i][0]);
        length = sl_figure_group(out, length);
        assert_string_equal(out, cases[i][1]);
        assert_int_equal(length, strlen(out));
    }
}

int main(void)
{
    static const struct CMUnitTest facts[] = {
        cmocka_unit_test(per_cents_have_up_to_six_decimals),
        cmocka_unit_test(six_decimals_read_back_as_the_same_number),
        cmocka_unit_test(no_locale_has_a_say),
        cmocka_unit_test(people_read_two_decimals_or_the_first_that_says_something),
        cmocka_unit_test(a_change_has_its_sign_and_no_change_has_none),
        cmocka_unit_test(counts_print_whole),
        cmocka_unit_test(thousands_are_grouped),
    };
    return cmocka_run_group_tests(facts, NULL, NULL);
}
