/* Ticks that read at any span: of dates from a week to centuries, of values from zero up. */
#ifndef EXPORT_CHART_SCALE_H
#define EXPORT_CHART_SCALE_H

#include <stddef.h>
#include <stdint.h>

enum { SL_TICKS_MAX = 64, SL_TICK_SIZE = 24 };

struct sl_tick {
    int32_t day;
    char label[SL_TICK_SIZE]; /* one or two lines: "Q3", "Jan\n2023" */
};

/* Ticks on from..to in the finest unit (days, weeks, months, quarters, years and their multiples)
 * that makes at most `most` of them. Returns how many; 0 where not even one fits the span. */
size_t sl_ticks_dates(struct sl_tick out[SL_TICKS_MAX], int32_t from, int32_t to, size_t most);

/* The round step (1, 2 or 5 times a power of ten) that makes about `most` ticks from 0 to `high`,
 * and in `top` the first multiple of it at or above `high`. */
double sl_ticks_step(double high, size_t most, double *top);

#endif
