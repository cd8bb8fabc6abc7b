/* Numbers as text, the same in every locale: no exponent, no "-0", no trailing zeros. */
#ifndef EXPORT_FIGURE_H
#define EXPORT_FIGURE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SL_FIGURE_SIZE = 328, SL_PERCENT_DECIMALS = 6 }; /* bytes that hold any printed number */

/* The value with up to `decimals` (0 to 6) decimals, rounded half away from zero, and a plus sign
 * where `plus` asks for one (0 has none). "" for what is not finite. Returns the length. */
size_t sl_figure_format(double value, int decimals, bool plus, char out[SL_FIGURE_SIZE]);

/* The number as a reader wants it: two decimals, and for one so small that they are all 0, the
 * first decimal that is not. */
size_t sl_figure_show(double value, bool plus, char out[SL_FIGURE_SIZE]);

size_t sl_figure_count(int64_t value, char out[SL_FIGURE_SIZE]);

/* Puts commas between the thousands of a printed number, in place. Returns the new length. */
size_t sl_figure_group(char out[SL_FIGURE_SIZE], size_t length);

#endif
