/* Every date form and error of DESIGN section 2, and the calendar under them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
/* cmocka wants the above first */
#include <cmocka.h>

#include <stakeline/date.h>

#include "model/calendar.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

struct good {
    const char *text, *printed, *first, *last;
};

static struct sl_date read_date(const char *text, const struct sl_date_rules *rules)
{
    struct sl_date date;
    struct sl_error err = {0};
    if (sl_date_parse(&date, text, rules, &err) != SL_OK) fail_msg("%s: %s", text, err.message);
    return date;
}

static void assert_day(int32_t day, const char *expected)
{
    char text[SL_DATE_SIZE];
    sl_date_format((struct sl_date){day, SL_DATE_DAY}, text);
    assert_string_equal(text, expected);
}

static void check_good(const struct good *rows, size_t count, const struct sl_date_rules *rules)
{
    for (size_t i = 0; i < count; i++) {
        char text[SL_DATE_SIZE];
        struct sl_date date = read_date(rows[i].text, rules);
        assert_int_equal(sl_date_format(date, text), strlen(rows[i].printed));
        assert_string_equal(text, rows[i].printed);
        assert_day(date.day, rows[i].first);
        assert_day(sl_date_last_day(date), rows[i].last);
        sl_date_format_exact(date, text);
        struct sl_date again = read_date(text, NULL);
        assert_int_equal(again.day, date.day);
        assert_int_equal(again.unit, date.unit);
    }
}

static void check_bad(const char *const *texts, size_t count, const struct sl_date_rules *rules,
                      const char *why)
{
    for (size_t i = 0; i < count; i++) {
        struct sl_date date = {123, SL_DATE_DAY};
        struct sl_error err = {0};
        if (sl_date_parse(&date, texts[i], rules, &err) != SL_INVALID)
            fail_msg("%s is accepted", texts[i]);
        if (strstr(err.message, why) == NULL) fail_msg("%s: %s", texts[i], err.message);
        assert_int_equal(date.day, 123);
    }
}

static void iso_forms_keep_their_precision(void **state)
{
    (void)state;
    static const struct good rows[] = {
        {"2023-02-06", "2023-02-06", "2023-02-06", "2023-02-06"},
        {" 2023-02-06 ", "2023-02-06", "2023-02-06", "2023-02-06"},
        {"2023-02", "2023-02", "2023-02-01", "2023-02-28"},
        {"2024-02", "2024-02", "2024-02-01", "2024-02-29"},
        {"2023", "2023", "2023-01-01", "2023-12-31"},
        {"2023-Q1", "2023-Q1", "2023-01-01", "2023-03-31"},
        {"2023-Q2", "2023-Q2", "2023-04-01", "2023-06-30"},
        {"2023-q3", "2023-Q3", "2023-07-01", "2023-09-30"},
        {"2023-Q4", "2023-Q4", "2023-10-01", "2023-12-31"},
        {"2023-H1", "2023-H1", "2023-01-01", "2023-06-30"},
        {"2023-h2", "2023-H2", "2023-07-01", "2023-12-31"},
        {"1000-01-01", "1000-01-01", "1000-01-01", "1000-01-01"},
        {"9999-12-31", "9999-12-31", "9999-12-31", "9999-12-31"},
        {"9999", "9999", "9999-01-01", "9999-12-31"},
        {"2000-02-29", "2000-02-29", "2000-02-29", "2000-02-29"},
    };
    check_good(rows, COUNT(rows), NULL);
}

static void a_fiscal_year_starts_in_april(void **state)
{
    (void)state;
    static const struct good rows[] = {
        {"FY2024-25", "FY2024-25", "2024-04-01", "2025-03-31"},
        {"FY24-25", "FY2024-25", "2024-04-01", "2025-03-31"},
        {"fy 24–25", "FY2024-25", "2024-04-01", "2025-03-31"},
        {"FY2024/25", "FY2024-25", "2024-04-01", "2025-03-31"},
        {"FY2024-2025", "FY2024-25", "2024-04-01", "2025-03-31"},
        {"FY1999-00", "FY1999-00", "1999-04-01", "2000-03-31"},
        {"FY99-00", "FY1999-00", "1999-04-01", "2000-03-31"},
    };
    check_good(rows, COUNT(rows), NULL);
}

static void a_fiscal_year_starts_where_the_import_says(void **state)
{
    (void)state;
    static const struct sl_date_rules july = {.fiscal_month = 7}, january = {.fiscal_month = 1};
    static const struct good in_july[] = {{"FY2024-25", "FY2024-25", "2024-07-01", "2025-06-30"}};
    static const struct good in_january[] = {
        {"FY2024-25", "FY2024-25", "2024-01-01", "2024-12-31"}};
    check_good(in_july, 1, &july);
    check_good(in_january, 1, &january);
}

static void a_fiscal_year_may_say_its_first_month_itself(void **state)
{
    (void)state;
    static const struct sl_date_rules july = {.fiscal_month = 7};
    static const struct good rows[] = {{"FY2024-25@10", "FY2024-25", "2024-10-01", "2025-09-30"},
                                       {"FY2024-25@04", "FY2024-25", "2024-04-01", "2025-03-31"}};
    check_good(rows, COUNT(rows), &july);
    char text[SL_DATE_SIZE];
    assert_int_equal(sl_date_format_exact(read_date("FY2024-25", &july), text), 12);
    assert_string_equal(text, "FY2024-25@07");
    sl_date_format_exact(read_date("FY2024-25", NULL), text);
    assert_string_equal(text, "FY2024-25");
    sl_date_format_exact(read_date("2023-Q1", &july), text);
    assert_string_equal(text, "2023-Q1");
    static const char *const bad[] = {"FY2024-25@13", "FY2024-25@00", "FY2024-25@7", "2024@07"};
    check_bad(bad, COUNT(bad), NULL, "is not a date");
}

static void a_fiscal_year_names_two_years_in_a_row(void **state)
{
    (void)state;
    static const char *const bad[] = {"FY2024-26", "FY24-26", "FY2024-24", "FY2024-2026"};
    check_bad(bad, COUNT(bad), NULL, "the one after it");
    static const char *const unlike[] = {"FY25", "FY2025", "FY202-03", "FY2024-5", "FY-25", "FY"};
    check_bad(unlike, COUNT(unlike), NULL, "is not a date");
}

static void months_may_be_named(void **state)
{
    (void)state;
    static const char *const day[] = {
        "6 February 2023", "6 Feb 2023",       "06 feb 2023",  "6 FEBRUARY 2023", "6 Feb. 2023",
        "Feb 6, 2023",     "February 6, 2023", "Feb. 6, 2023", "february 6 2023", "6-Feb-2023",
        "6th Feb 2023",    "Feb 6th, 2023",    "6 Feb, 2023",  "06-FEB-2023"};
    for (size_t i = 0; i < COUNT(day); i++) {
        struct good row = {day[i], "2023-02-06", "2023-02-06", "2023-02-06"};
        check_good(&row, 1, NULL);
    }
    static const struct good rows[] = {
        {"30 Sept 2023", "2023-09-30", "2023-09-30", "2023-09-30"},
        {"Sep 30, 2023", "2023-09-30", "2023-09-30", "2023-09-30"},
        {"1 May 2023", "2023-05-01", "2023-05-01", "2023-05-01"},
        {"February 2023", "2023-02", "2023-02-01", "2023-02-28"},
        {"Oct 2022", "2022-10", "2022-10-01", "2022-10-31"},
    };
    check_good(rows, COUNT(rows), NULL);
    for (int month = 1; month <= 12; month++) {
        char text[64], printed[SL_DATE_SIZE], expected[SL_DATE_SIZE];
        snprintf(text, sizeof text, "2 %s 2021", sl_month_name(month));
        snprintf(expected, sizeof expected, "2021-%02d-02", month % 100);
        sl_date_format(read_date(text, NULL), printed);
        assert_string_equal(printed, expected);
    }
}

static void a_day_that_does_not_exist_is_refused(void **state)
{
    (void)state;
    static const char *const days[] = {"2023-02-30", "2023-02-29", "1900-02-29",  "2023-04-31",
                                       "2023-01-00", "2023-01-32", "30 Feb 2023", "Feb 30, 2023"};
    check_bad(days, COUNT(days), NULL, "that day does not exist");
    static const char *const months[] = {"2023-13", "2023-00", "2023-13-01"};
    check_bad(months, COUNT(months), NULL, "there is no month");
    static const char *const years[] = {"0999", "0999-12-31", "0000", "FY9999-00"};
    check_bad(years, COUNT(years), NULL, "1000 to 9999");
}

static void two_numbers_before_a_year_are_ambiguous(void **state)
{
    (void)state;
    static const char *const texts[] = {"06/02/2023", "6.2.2023",   "06-02-2023",
                                        "6/2/23",     "13/02/2023", "06. 02. 2023"};
    check_bad(texts, COUNT(texts), NULL, "is ambiguous");
    check_bad(texts, COUNT(texts), NULL, "2023-02-06");
    check_bad(texts, COUNT(texts), NULL, "date format");
}

static void a_time_of_day_is_refused(void **state)
{
    (void)state;
    static const char *const texts[] = {"2023-02-06T10:00", "2023-02-06T10:00:00Z",
                                        "2023-02-06 10:00"};
    check_bad(texts, COUNT(texts), NULL, "time of day");
}

static void anything_else_is_refused_with_the_forms(void **state)
{
    (void)state;
    static const char *const texts[] = {"",
                                        "-",
                                        "yesterday",
                                        "20230206",
                                        "2023-2-6",
                                        "2023/02/06",
                                        "2023-Q5",
                                        "2023-Q0",
                                        "2023-H3",
                                        "2023-",
                                        "2023-02-",
                                        "2023-02-06x",
                                        "23-02",
                                        "12023",
                                        "+2023",
                                        "-2023",
                                        "6 Febr 2023",
                                        "6 Fe 2023",
                                        "Feb 6 23",
                                        "6 Feb 23",
                                        "6Feb2023",
                                        "Feb",
                                        "6 Feb",
                                        "２０２３",
                                        "2023 02 06",
                                        "Feb 2023 x",
                                        "2023-Feb-06",
                                        "\xff",
                                        "Feb x",
                                        "2023-0",
                                        "2023-02x06",
                                        "2023-0x-06 10:00",
                                        "2023-02/06 10:00"};
    check_bad(texts, COUNT(texts), NULL, "is not a date: expected 2023-02-06");
}

static void a_given_format_decides(void **state)
{
    (void)state;
    static const struct sl_date_rules british = {.format = "%d/%m/%Y"},
                                      american = {.format = "%m/%d/%Y"},
                                      short_ = {.format = "%d.%m.%y"},
                                      named = {.format = "%d %b, %Y"}, month = {.format = "%B-%Y"},
                                      per = {.format = "%%%Y"}, packed = {.format = "%Y%m%d"};
    static const struct good in_britain[] = {
        {"06/02/2023", "2023-02-06", "2023-02-06", "2023-02-06"},
        {"6/2/2023", "2023-02-06", "2023-02-06", "2023-02-06"}};
    static const struct good in_america[] = {
        {"06/02/2023", "2023-06-02", "2023-06-02", "2023-06-02"}};
    static const struct good in_short[] = {{"06.02.68", "2068-02-06", "2068-02-06", "2068-02-06"},
                                           {"06.02.69", "1969-02-06", "1969-02-06", "1969-02-06"}};
    static const struct good in_words[] = {
        {"6 Feb, 2023", "2023-02-06", "2023-02-06", "2023-02-06"}};
    static const struct good in_months[] = {
        {"february-2023", "2023-02", "2023-02-01", "2023-02-28"}};
    static const struct good after_per[] = {{"%2023", "2023", "2023-01-01", "2023-12-31"}};
    static const struct good in_one[] = {{"20230206", "2023-02-06", "2023-02-06", "2023-02-06"}};
    check_good(in_britain, COUNT(in_britain), &british);
    check_good(in_america, COUNT(in_america), &american);
    check_good(in_short, COUNT(in_short), &short_);
    check_good(in_words, COUNT(in_words), &named);
    check_good(in_months, COUNT(in_months), &month);
    check_good(after_per, COUNT(after_per), &per);
    check_good(in_one, COUNT(in_one), &packed);
}

static void other_forms_still_work_beside_a_format(void **state)
{
    (void)state;
    static const struct sl_date_rules british = {.format = "%d/%m/%Y"};
    static const struct good rows[] = {{"2023-02-06", "2023-02-06", "2023-02-06", "2023-02-06"},
                                       {"2023-Q1", "2023-Q1", "2023-01-01", "2023-03-31"}};
    check_good(rows, COUNT(rows), &british);
    static const char *const no_day[] = {"30/02/2023"}, *const no_month[] = {"02/13/2023"},
                             *const other[] = {"06.02.2023"};
    check_bad(no_day, 1, &british, "that day does not exist");
    check_bad(no_month, 1, &british, "no month 13");
    check_bad(other, 1, &british, "is ambiguous");
}

static void a_wrong_rule_is_misuse(void **state)
{
    (void)state;
    static const char *const formats[] = {"%d/%m", "%d/%Y", "%q", "%Y%", "", "%H:%Y"};
    for (size_t i = 0; i < COUNT(formats); i++) {
        struct sl_date date;
        struct sl_error err;
        struct sl_date_rules rules = {.format = formats[i]};
        assert_int_equal(sl_date_parse(&date, "2023-02-06", &rules, &err), SL_MISUSE);
        assert_non_null(strstr(err.message, "date format"));
    }
    struct sl_date date;
    struct sl_date_rules rules = {.fiscal_month = 13};
    assert_int_equal(sl_date_parse(&date, "2023", &rules, NULL), SL_MISUSE);
}

static void no_date_prints_as_nothing(void **state)
{
    (void)state;
    char text[SL_DATE_SIZE] = "x";
    assert_int_equal(sl_date_format((struct sl_date){0}, text), 0);
    assert_string_equal(text, "");
    assert_int_equal(sl_date_format_exact((struct sl_date){0}, text), 0);
}

static void every_day_of_the_calendar_follows_the_one_before(void **state)
{
    (void)state;
    int32_t day = SL_DAY_MIN;
    for (int year = 1000; year <= 9999; year++) {
        for (int month = 1; month <= 12; month++) {
            for (int d = 1; d <= sl_days_in_month(year, month); d++, day++) {
                struct sl_civil civil = sl_civil_from_day(day);
                if (civil.year != year || civil.month != month || civil.day != d ||
                    sl_day_from_civil(year, month, d) != day)
                    fail_msg("%d-%d-%d is day %d", year, month, d, (int)day);
            }
        }
    }
    assert_int_equal(day - 1, SL_DAY_MAX);
    assert_int_equal(sl_day_from_civil(1970, 1, 1), 0);
    assert_int_equal(sl_day_from_civil(2024, 2, 29), 19782);
}

static void damaged_dates_print_within_their_room(void **state)
{
    (void)state;
    static const int32_t days[] = {INT32_MIN, -800000, SL_DAY_MAX + 1, INT32_MAX};
    for (size_t i = 0; i < COUNT(days); i++) {
        for (int unit = 0; unit < 256; unit++) {
            char text[SL_DATE_SIZE];
            struct sl_date date = {days[i], (uint8_t)unit};
            assert_true(sl_date_format_exact(date, text) < SL_DATE_SIZE);
            (void)sl_date_last_day(date);
        }
    }
}

static void nearly_dates_are_refused(void **state)
{
    (void)state;
    static const char *const bad[] = {"6 Feb{2023",
                                      "2023-H0",
                                      "2023-H3",
                                      "2023-Q0",
                                      "2023-Q5",
                                      "FY2024-225",
                                      "FY204-25",
                                      "Feb 123, 2023",
                                      "Feb 6th",
                                      "Feb 6",
                                      "1.2.",
                                      "1/2",
                                      "1.2.3",
                                      "1/2/2023x",
                                      "2023-01-",
                                      "2023-1-01",
                                      "2023-01-01x",
                                      "2023-01-01 ",
                                      "2023-01-01 x",
                                      "FY2024-25@13",
                                      "FY2024-25@00",
                                      "FY2024-25@7",
                                      "FY",
                                      "F2024",
                                      "6-",
                                      "6th",
                                      "1-2-x",
                                      "2023-Q",
                                      "January{ 2023",
                                      "Sept 31x, 2023",
                                      "2023-01-01T12",
                                      "2023-01-01 12:00"};
    for (size_t i = 0; i < COUNT(bad); i++) {
        struct sl_date date = {0};
        struct sl_error err = {0};
        enum sl_status status = sl_date_parse(&date, bad[i], NULL, &err);
        if (strcmp(bad[i], "2023-01-01 ") == 0)
            continue; /* blanks at the end are none of the date */
        if (status != SL_INVALID) fail_msg("%s is accepted", bad[i]);
    }
    static const char *const short_[] = {"2", "x", "20x"};
    const struct sl_date_rules two = {.format = "%y"};
    check_bad(short_, COUNT(short_), &two, "");
    struct sl_date date;
    const struct sl_date_rules none = {.fiscal_month = -1}, many = {.fiscal_month = 13};
    assert_int_equal(sl_date_parse(&date, "2020", &none, NULL), SL_MISUSE);
    assert_int_equal(sl_date_parse(&date, "2020", &many, NULL), SL_MISUSE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(iso_forms_keep_their_precision),
        cmocka_unit_test(a_fiscal_year_starts_in_april),
        cmocka_unit_test(a_fiscal_year_starts_where_the_import_says),
        cmocka_unit_test(a_fiscal_year_may_say_its_first_month_itself),
        cmocka_unit_test(a_fiscal_year_names_two_years_in_a_row),
        cmocka_unit_test(months_may_be_named),
        cmocka_unit_test(a_day_that_does_not_exist_is_refused),
        cmocka_unit_test(two_numbers_before_a_year_are_ambiguous),
        cmocka_unit_test(a_time_of_day_is_refused),
        cmocka_unit_test(anything_else_is_refused_with_the_forms),
        cmocka_unit_test(a_given_format_decides),
        cmocka_unit_test(other_forms_still_work_beside_a_format),
        cmocka_unit_test(a_wrong_rule_is_misuse),
        cmocka_unit_test(no_date_prints_as_nothing),
        cmocka_unit_test(every_day_of_the_calendar_follows_the_one_before),
        cmocka_unit_test(damaged_dates_print_within_their_room),
        cmocka_unit_test(nearly_dates_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
