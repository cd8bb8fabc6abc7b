/* Reads dates: first by the import's own format, then in the forms of DESIGN section 2. Each form
 * only takes its text apart; resolve() alone decides whether such a day exists. */
#include <stakeline/date.h>

#include <stdbool.h>
#include <string.h>

#include "base/error.h"
#include "model/calendar.h"
#include "model/number.h"

/* The parts as written, unchecked. `month` is the first of a quarter, half or fiscal year. */
struct parts {
    int year, month, day;
    enum sl_date_unit unit;
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* Reads at least `least` and at most `most` digits. */
static bool take_digits(const char **at, int least, int most, int *out)
{
    int value = 0, count = 0;
    const char *c = *at;
    for (; count < most && is_digit(*c); c++, count++)
        value = value * 10 + (*c - '0');
    if (count < least) return false;
    *out = value;
    *at = c;
    return true;
}

/* A month's English name, whole or by its first three letters ("Sept" too), with or without the
 * point of an abbreviation. */
static bool take_month(const char **at, int *out)
{
    for (int month = 1; month <= 12; month++) {
        const char *name = sl_month_name(month), *c = *at;
        size_t same = 0;
        while (name[same] != '\0' && lower(c[same]) == lower(name[same]))
            same++;
        bool letters_end = lower(c[same]) < 'a' || lower(c[same]) > 'z';
        bool whole = name[same] == '\0';
        if (!letters_end || !(whole || same == 3 || (month == 9 && same == 4))) continue;
        *at = c + same + (!whole && c[same] == '.');
        *out = month;
        return true;
    }
    return false;
}

static enum sl_status resolve(struct sl_date *out, const struct parts *parts, const char *text,
                              struct sl_error *err)
{
    bool has_month = parts->unit == SL_DATE_DAY || parts->unit == SL_DATE_MONTH;
    int last_year = parts->year + (parts->unit == SL_DATE_FISCAL && parts->month > 1);
    if (parts->year < 1000 || last_year > 9999)
        return sl_fail(err, SL_INVALID, "\"%s\": expected a year in 1000 to 9999",
                       sl_excerpt(text).text);
    if (has_month && (parts->month < 1 || parts->month > 12))
        return sl_fail(err, SL_INVALID, "\"%s\": there is no month %d: expected 01 to 12",
                       sl_excerpt(text).text, parts->month);
    if (parts->unit == SL_DATE_DAY &&
        (parts->day < 1 || parts->day > sl_days_in_month(parts->year, parts->month)))
        return sl_fail(err, SL_INVALID, "\"%s\": that day does not exist: %s %d has %d days",
                       sl_excerpt(text).text, sl_month_name(parts->month), parts->year,
                       sl_days_in_month(parts->year, parts->month));
    out->day =
        sl_day_from_civil(parts->year, parts->month, parts->unit == SL_DATE_DAY ? parts->day : 1);
    out->unit = (uint8_t)parts->unit;
    return SL_OK;
}

/* ---- the forms ---- */

/* 2023, 2023-02, 2023-02-06, 2023-Q1, 2023-H1 */
static bool read_iso(struct parts *out, const char *at)
{
    *out = (struct parts){.month = 1, .unit = SL_DATE_YEAR};
    if (!take_digits(&at, 4, 4, &out->year)) return false;
    if (*at != '-') return sl_at_end(at);
    at++;
    if (lower(*at) == 'q' && at[1] >= '1' && at[1] <= '4') {
        out->unit = SL_DATE_QUARTER;
        out->month = 3 * (at[1] - '1') + 1;
        return sl_at_end(at + 2);
    }
    if (lower(*at) == 'h' && at[1] >= '1' && at[1] <= '2') {
        out->unit = SL_DATE_HALF;
        out->month = 6 * (at[1] - '1') + 1;
        return sl_at_end(at + 2);
    }
    if (!take_digits(&at, 2, 2, &out->month)) return false;
    out->unit = SL_DATE_MONTH;
    if (*at == '-') {
        at++;
        if (!take_digits(&at, 2, 2, &out->day)) return false;
        out->unit = SL_DATE_DAY;
    }
    return sl_at_end(at);
}

/* The century of a year of two digits is POSIX's: 69 to 99 are 19xx. */
static int full_year(int two_digits)
{
    return two_digits + (two_digits < 69 ? 2000 : 1900);
}

/* FY2024-25, FY24-25, FY2024-2025, FY2024-25@07; `follows` says whether the second year is the one
 * after the first. */
static bool read_fiscal(struct parts *out, const char *at, int first_month, bool *follows)
{
    static const char *const dashes[] = {"-", "–", "/"};
    int next = 0;
    if (lower(at[0]) != 'f' || lower(at[1]) != 'y') return false;
    at = sl_skip_blanks(at + 2);
    *out = (struct parts){.month = first_month, .unit = SL_DATE_FISCAL};
    const char *start = at;
    if (!take_digits(&at, 2, 4, &out->year) || at - start == 3) return false;
    if (at - start == 2) out->year = full_year(out->year);
    if (sl_take_one(&at, dashes, sizeof dashes / sizeof *dashes) < 0) return false;
    start = at;
    if (!take_digits(&at, 2, 4, &next) || at - start == 3) return false;
    *follows = next == (at - start == 2 ? (out->year + 1) % 100 : out->year + 1);
    if (*at == '@') {
        at++;
        if (!take_digits(&at, 2, 2, &out->month) || out->month < 1 || out->month > 12) return false;
    }
    return sl_at_end(at);
}

/* Behind what parts the words of a date (blanks, a comma, a hyphen), or NULL where nothing does. */
static const char *behind_gap(const char *at)
{
    const char *c = sl_skip_blanks(at);
    if (*c == ',' || *c == '-') c = sl_skip_blanks(c + 1);
    return c == at ? NULL : c;
}

static void skip_ordinal(const char **at)
{
    static const char *const endings[] = {"st", "nd", "rd", "th"};
    const char *c = *at;
    if (sl_take_one(&c, endings, 4) >= 0) *at += 2;
}

/* 6 February 2023, 6th Feb 2023, 6-Feb-2023, Feb 6, 2023, February 2023 */
static bool read_words(struct parts *out, const char *at)
{
    *out = (struct parts){.unit = SL_DATE_DAY};
    bool day_first = take_digits(&at, 1, 2, &out->day);
    if (day_first) {
        skip_ordinal(&at);
        at = behind_gap(at);
    }
    if (at == NULL || !take_month(&at, &out->month)) return false;
    at = behind_gap(at);
    if (at == NULL) return false;
    const char *year = at;
    if (!day_first && take_digits(&at, 1, 2, &out->day) && !is_digit(*at)) {
        skip_ordinal(&at);
        year = behind_gap(at);
        if (year == NULL) return false;
    } else if (!day_first) {
        out->unit = SL_DATE_MONTH;
    }
    return take_digits(&year, 4, 4, &out->year) && sl_at_end(year);
}

/* 06/02/2023, 6.2.23, 06-02-2023: which number is the day is not said. */
static bool is_ambiguous(const char *at)
{
    int number;
    for (int i = 0; i < 2; i++) {
        if (!take_digits(&at, 1, 2, &number)) return false;
        if (*at != '/' && *at != '.' && *at != '-') return false;
        at = sl_skip_blanks(at + 1);
    }
    return take_digits(&at, 2, 4, &number) && sl_at_end(at);
}

static bool has_time(const char *at)
{
    int number;
    if (!take_digits(&at, 4, 4, &number) || *at++ != '-') return false;
    if (!take_digits(&at, 2, 2, &number) || *at++ != '-') return false;
    if (!take_digits(&at, 2, 2, &number)) return false;
    return lower(*at) == 't' || (*at == ' ' && is_digit(at[1]));
}

static enum sl_status not_a_date(const char *text, struct sl_error *err)
{
    const char *at = sl_skip_blanks(text);
    if (is_ambiguous(at))
        return sl_fail(
            err, SL_INVALID,
            "\"%s\" is ambiguous, it may be day/month or month/day: expected 2023-02-06 or "
            "6 February 2023, or an import that gives a date format such as %%d/%%m/%%Y",
            sl_excerpt(text).text);
    if (has_time(at))
        return sl_fail(err, SL_INVALID, "\"%s\": expected a date without a time of day",
                       sl_excerpt(text).text);
    return sl_fail(err, SL_INVALID,
                   "\"%s\" is not a date: expected 2023-02-06, 2023-02, 2023, 2023-Q1, 2023-H1, "
                   "FY2024-25, 6 February 2023 or Feb 6, 2023",
                   sl_excerpt(text).text);
}

/* ---- the import's own format ---- */

/* Which of year, month and day a format names decides the precision; a wrong format is SL_MISUSE,
 * whatever the text is. */
static enum sl_status check_format(enum sl_date_unit *unit, const char *format,
                                   struct sl_error *err)
{
    bool year = false, month = false, day = false;
    for (const char *c = format; *c != '\0'; c++) {
        if (*c != '%') continue;
        c++;
        switch (*c) {
        case 'Y':
        case 'y': year = true; break;
        case 'm':
        case 'b':
        case 'B': month = true; break;
        case 'd': day = true; break;
        case '%': break;
        default:
            return sl_fail(err, SL_MISUSE,
                           "date format \"%s\": expected %%d %%m %%Y %%y %%b %%B %%%% and other "
                           "characters as they stand",
                           sl_excerpt(format).text);
        }
    }
    if (!year || (day && !month))
        return sl_fail(err, SL_MISUSE,
                       "date format \"%s\": expected a year, and a month where there is a day",
                       sl_excerpt(format).text);
    *unit = day ? SL_DATE_DAY : month ? SL_DATE_MONTH : SL_DATE_YEAR;
    return SL_OK;
}

static bool take_directive(struct parts *out, const char **at, char directive)
{
    switch (directive) {
    case 'Y': return take_digits(at, 4, 4, &out->year);
    case 'y':
        if (!take_digits(at, 2, 2, &out->year)) return false;
        out->year = full_year(out->year);
        return true;
    case 'm': return take_digits(at, 1, 2, &out->month);
    case 'b':
    case 'B': return take_month(at, &out->month);
    case 'd': return take_digits(at, 1, 2, &out->day);
    default: return *(*at)++ == '%';
    }
}

static bool read_by_format(struct parts *out, const char *at, const char *format)
{
    out->month = 1;
    for (const char *c = format; *c != '\0'; c++) {
        if (*c == ' ') {
            at = sl_skip_blanks(at);
        } else if (*c == '%') {
            if (!take_directive(out, &at, *++c)) return false;
        } else if (*at++ != *c) {
            return false;
        }
    }
    return sl_at_end(at);
}

/* The parts of a text in one of the forms; false: it is in none. `follows` as in read_fiscal. */
static bool read_parts(struct parts *out, const char *text, const char *format, int first_month,
                       bool *follows)
{
    const char *at = sl_skip_blanks(text);
    *follows = true;
    if (format != NULL && read_by_format(out, at, format)) return true;
    return read_iso(out, at) || read_fiscal(out, at, first_month, follows) || read_words(out, at);
}

bool sl_date_has_form(const char *text, const struct sl_date_rules *rules)
{
    struct parts parts = {0};
    bool follows;
    return read_parts(&parts, text, rules->format, 4, &follows);
}

enum sl_status sl_date_parse(struct sl_date *out, const char *text,
                             const struct sl_date_rules *rules, struct sl_error *err)
{
    struct parts parts = {0};
    int first_month = rules != NULL && rules->fiscal_month != 0 ? rules->fiscal_month : 4;
    const char *format = rules != NULL ? rules->format : NULL;
    bool follows;
    if (first_month < 1 || first_month > 12)
        return sl_fail(err, SL_MISUSE, "fiscal years start in month %d: expected 1 to 12",
                       first_month);
    if (format != NULL) {
        enum sl_status status = check_format(&parts.unit, format, err);
        if (status != SL_OK) return status;
    }
    if (!read_parts(&parts, text, format, first_month, &follows)) return not_a_date(text, err);
    if (follows) return resolve(out, &parts, text, err);
    return sl_fail(err, SL_INVALID,
                   "\"%s\": expected a fiscal year and the one after it, as in FY2024-25",
                   sl_excerpt(text).text);
}
