/* The calendar, and dates as text. Reading them is in date_parse.c. */
#include <stakeline/date.h>

#include <stdbool.h>

#include "model/calendar.h"

/* Howard Hinnant's days_from_civil and civil_from_days, for years that are positive: an era is 400
 * years, a year begins on 1 March, so that the leap day comes last. */
int32_t sl_day_from_civil(int year, int month, int day)
{
    year += (month - 1) / 12;
    month = (month - 1) % 12 + 1;
    if (month <= 2) year--;
    int era = year / 400, of_era = year % 400;
    int of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

struct sl_civil sl_civil_from_day(int32_t day)
{
    int64_t shifted = (int64_t)day + 719468;
    int64_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
    int of_era = (int)(shifted - era * 146097);
    int year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int shifted_month = (5 * of_year + 2) / 153;
    struct sl_civil civil;
    civil.day = of_year - (153 * shifted_month + 2) / 5 + 1;
    civil.month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
    civil.year = year_of_era + (int)(era * 400) + (civil.month <= 2);
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

/* Writes `width` digits; a damaged date prints wrong ones, and never too many. */
static char *put(char *out, int value, int width)
{
    unsigned rest = value < 0 ? 0 : (unsigned)value;
    for (int i = width - 1; i >= 0; i--) {
        out[i] = (char)('0' + rest % 10);
        rest /= 10;
    }
    return out + width;
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
    if (date.unit != SL_DATE_NONE) at = put(at, civil.year, 4);
    switch (date.unit) {
    case SL_DATE_DAY:
    case SL_DATE_MONTH:
        *at++ = '-';
        at = put(at, civil.month, 2);
        if (date.unit == SL_DATE_MONTH) break;
        *at++ = '-';
        at = put(at, civil.day, 2);
        break;
    case SL_DATE_QUARTER:
        *at++ = '-';
        *at++ = 'Q';
        at = put(at, (civil.month + 2) / 3, 1);
        break;
    case SL_DATE_HALF:
        *at++ = '-';
        *at++ = 'H';
        at = put(at, (civil.month + 5) / 6, 1);
        break;
    case SL_DATE_FISCAL:
        *at++ = '-';
        at = put(at, (civil.year + 1) % 100, 2);
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
    at = put(at, month, 2);
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
