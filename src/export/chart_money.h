/* Value axes of amounts. */
#ifndef EXPORT_CHART_MONEY_H
#define EXPORT_CHART_MONEY_H

#include "base/buffer.h"

enum { SL_MONEY_PIXELS = 170 }; /* of an axis that has all the labels there can be */

/* Adds the labels of an axis from 0 to `high`, which takes so many pixels, as gnuplot's tics list
 * them; returns the pixels that the widest takes. */
double sl_ticks_money(struct sl_buffer *ticks, const char *currency, double high, double pixels);

#endif
