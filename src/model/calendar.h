/* Days and the proleptic Gregorian calendar. */
#ifndef MODEL_CALENDAR_H
#define MODEL_CALENDAR_H

#include <stdbool.h>
#include <stdint.h>

#include <stakeline/date.h>

struct sl_civil {
    int year, month, day; /* month 1..12, day 1..31 */
};

/* Days since 1970-01-01. A month over 12 counts on into the following years. */
int32_t sl_day_from_civil(int year, int month, int day);
struct sl_civil sl_civil_from_day(int32_t day);

int sl_days_in_month(int year, int month);

/* "February" for 2. */
const char *sl_month_name(int month);

/* Is the text in the rules' format, or in a form of its own, whether or not there is such a day? */
bool sl_date_has_form(const char *text, const struct sl_date_rules *rules);

#endif
