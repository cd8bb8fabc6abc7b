/* Calendar dates with the precision they were written in. No clock, no time zone. */
#ifndef STAKELINE_DATE_H
#define STAKELINE_DATE_H

#include <stddef.h>
#include <stdint.h>

#include <stakeline/status.h>

#ifdef __cplusplus
extern "C" {
#endif

enum sl_date_unit {
    SL_DATE_NONE = 0, /* no date */
    SL_DATE_DAY,
    SL_DATE_MONTH,
    SL_DATE_QUARTER,
    SL_DATE_HALF,
    SL_DATE_YEAR,
    SL_DATE_FISCAL /* twelve months from the first day, written FY2024-25 */
};

/* `day` is the first day of the period, in days since 1970-01-01 (proleptic Gregorian, years
 * 1000 to 9999). All zero is no date. */
struct sl_date {
    int32_t day;
    uint8_t unit; /* enum sl_date_unit */
};

enum {
    SL_DAY_MIN = -354285, /* 1000-01-01: before every date */
    SL_DAY_MAX = 2932896, /* 9999-12-31: after every date */
    SL_DATE_SIZE = 24     /* bytes that hold any printed date and its NUL */
};

/* How dates are written in one file. All zero is the default. */
struct sl_date_rules {
    int fiscal_month;   /* month (1-12) a fiscal year starts in; 0: April */
    const char *format; /* strptime-like %d %m %Y %y %b %B and literals, tried first; NULL: none */
};

/* Reads every form of DESIGN section 2. `rules` may be NULL. SL_INVALID with a message that says
 * what was expected; a day that does not exist and an ambiguous 06/02/2023 are refused. */
SL_API enum sl_status sl_date_parse(struct sl_date *out, const char *text,
                                    const struct sl_date_rules *rules, struct sl_error *err);

/* Writes the ISO form in the date's precision (2023-02-06, 2023-02, 2023, 2023-Q1, 2023-H1,
 * FY2024-25), or "" for no date. Returns the length. */
SL_API size_t sl_date_format(struct sl_date date, char out[SL_DATE_SIZE]);

/* The same, but a fiscal year that does not start in April says when it does (FY2024-25@07), so
 * that sl_date_parse reads it back whatever its rules are: what an export writes. */
SL_API size_t sl_date_format_exact(struct sl_date date, char out[SL_DATE_SIZE]);

/* The last day of the period. */
SL_API int32_t sl_date_last_day(struct sl_date date);

#ifdef __cplusplus
}
#endif

#endif
