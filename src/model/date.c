/* The calendar, and dates as text. Reading them is in date_parse.c. */
#include <stakeline/date.h>

#include <stdbool.h>
#include <string.h>

#include "model/calendar.h"

/* Howard Hinnant's days_from_civil, for years that are positive: an era is 400 years, a year begins
 * on 1 March, so that the leap day comes last. */
int32_t sl_day_from_civil(int year, int month, int day)
{
    year += (month - 1) / 12;
    month = (month - 1) % 12 + 1;
    if (month <= 2) year--;
    int era = year / 400, of_era = year % 400;
    int of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

/* The way back, with a multiplication in place of a division where one is exact for all days of an
 * era: Neri and Schneider, "Euclidean affine functions and their application to calendar
 * algorithms", 2022. */
struct sl_civil sl_civil_from_day(int32_t day)
{
    const int64_t shifted = (int64_t)day + 719468;
    const int64_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
    const uint32_t quarters = 4 * (uint32_t)(shifted - era * 146097) + 3;
    const uint32_t century = quarters / 146097;
    const uint64_t scaled = UINT64_C(2939745) * (quarters % 146097 | 3);
    const uint32_t of_century = (uint32_t)(scaled >> 32);
    const uint32_t of_year = (uint32_t)scaled / 2939745 / 4;
    const uint32_t months = 2141 * of_year + 197913; /* 3 for March in the upper half */
    const bool next_year = of_year >= 306;           /* January and February */
    struct sl_civil civil;
    civil.day = (int)((months & 0xffff) / 2141) + 1;
    civil.month = (int)(months >> 16) - (next_year ? 12 : 0);
    civil.year = (int)(era * 400) + (int)(100 * century + of_century) + next_year;
    return civil;
}

int sl_days_in_month(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap);
}

const char *sl_month_name(int month)
{
    static const char *const names[] = {"January",   "February", "March",    "April",
                                        "May",       "June",     "July",     "August",
                                        "September", "October",  "November", "December"};
    return names[month - 1];
}

/* Write so many digits; a damaged date prints wrong ones, and never too many. */
static char *put_one(char *out, int value)
{
    out[0] = (char)('0' + (value < 0 ? 0 : value) % 10);
    return out + 1;
}

static char *put_two(char *out, int value)
{
    static const char pairs[] = "0001020304050607080910111213141516171819"
                                "2021222324252627282930313233343536373839"
                                "4041424344454647484950515253545556575859"
                                "6061626364656667686970717273747576777879"
                                "8081828384858687888990919293949596979899";
    memcpy(out, pairs + 2 * ((value < 0 ? 0U : (unsigned)value) % 100), 2);
    return out + 2;
}

static char *put_four(char *out, int value)
{
    return put_two(put_two(out, value / 100), value);
}

size_t sl_date_format(struct sl_date date, char out[SL_DATE_SIZE])
{
    char *at = out;
    struct sl_civil civil = {0, 0, 0};
    if (date.unit != SL_DATE_NONE) civil = sl_civil_from_day(date.day);
    if (date.unit == SL_DATE_FISCAL) {
        *at++ = 'F';
        *at++ = 'Y';
    }
    if (date.unit != SL_DATE_NONE) at = put_four(at, civil.year);
    switch (date.unit) {
    case SL_DATE_DAY:
    case SL_DATE_MONTH:
        *at++ = '-';
        at = put_two(at, civil.month);
        if (date.unit == SL_DATE_MONTH) break;
        *at++ = '-';
        at = put_two(at, civil.day);
        break;
    case SL_DATE_QUARTER:
        *at++ = '-';
        *at++ = 'Q';
        at = put_one(at, (civil.month + 2) / 3);
        break;
    case SL_DATE_HALF:
        *at++ = '-';
        *at++ = 'H';
        at = put_one(at, (civil.month + 5) / 6);
        break;
    case SL_DATE_FISCAL:
        *at++ = '-';
        at = put_two(at, (civil.year + 1) % 100);
        break;
    default: break;
    }
    *at = '\0';
    return (size_t)(at - out);
}

size_t sl_date_format_exact(struct sl_date date, char out[SL_DATE_SIZE])
{
    size_t length = sl_date_format(date, out);
    if (date.unit != SL_DATE_FISCAL) return length;
    int month = sl_civil_from_day(date.day).month;
    if (month == 4) return length;
    char *at = out + length;
    *at++ = '@';
    at = put_two(at, month);
    *at = '\0';
    return (size_t)(at - out);
}

int32_t sl_date_last_day(struct sl_date date)
{
    static const uint8_t months[] = {[SL_DATE_MONTH] = 1,
                                     [SL_DATE_QUARTER] = 3,
                                     [SL_DATE_HALF] = 6,
                                     [SL_DATE_YEAR] = 12,
                                     [SL_DATE_FISCAL] = 12};
    if (date.unit <= SL_DATE_DAY || date.unit > SL_DATE_FISCAL) return date.day;
    if (date.day < SL_DAY_MIN || date.day > SL_DAY_MAX) return date.day;
    struct sl_civil first = sl_civil_from_day(date.day);
    return sl_day_from_civil(first.year, first.month + months[date.unit], 1) - 1;
}
