/* Numbers as text: scaled to whole numbers and printed digit by digit, which is exact at six
 * decimals and several times faster than printf. */
#include "export/figure.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const double scales[SL_PERCENT_DECIMALS + 1] = {1, 10, 100, 1e3, 1e4, 1e5, 1e6};
static const uint64_t units[SL_PERCENT_DECIMALS + 1] = {1, 10, 100, 1000, 10000, 100000, 1000000};

static size_t add_digits(uint64_t value, char *out)
{
    char reversed[20];
    size_t count = 0;
    do {
        reversed[count++] = (char)('0' + value % 10);
        value /= 10;
    } while (value > 0);
    for (size_t i = 0; i < count; i++)
        out[i] = reversed[count - 1 - i];
    return count;
}

size_t sl_figure_format(double value, int decimals, bool plus, char out[SL_FIGURE_SIZE])
{
    out[0] = '\0';
    if (!isfinite(value)) return 0;
    double size = fabs(value);
    size_t length = 0;
    if (size >= 9e18) { /* past 64 bits there are no decimals, so the locale has no say */
        int printed = snprintf(out, SL_FIGURE_SIZE, plus && value > 0 ? "+%.0f" : "%.0f", value);
        return printed > 0 ? (size_t)printed : 0;
    }
    if (size >= 9e12) decimals = 0;
    uint64_t scaled = (uint64_t)llround(size * scales[decimals]);
    if (scaled == 0) {
        out[0] = '0';
        out[1] = '\0';
        return 1;
    }
    if (value < 0) {
        out[length++] = '-';
    } else if (plus) {
        out[length++] = '+';
    }
    uint64_t fraction = scaled % units[decimals];
    length += add_digits(scaled / units[decimals], out + length);
    if (fraction > 0) {
        while (fraction % 10 == 0) {
            fraction /= 10;
            decimals--;
        }
        out[length++] = '.';
        for (int i = decimals - 1; i >= 0; i--) {
            out[length + (size_t)i] = (char)('0' + fraction % 10);
            fraction /= 10;
        }
        length += (size_t)decimals;
    }
    out[length] = '\0';
    return length;
}

size_t sl_figure_show(double value, bool plus, char out[SL_FIGURE_SIZE])
{
    size_t length = 0;
    for (int decimals = 2; decimals <= SL_PERCENT_DECIMALS; decimals++) {
        length = sl_figure_format(value, decimals, plus, out);
        if (strcmp(out, "0") != 0) break;
    }
    return length;
}

size_t sl_figure_count(int64_t value, char out[SL_FIGURE_SIZE])
{
    size_t length = 0;
    if (value < 0) out[length++] = '-';
    length += add_digits(value < 0 ? 0 - (uint64_t)value : (uint64_t)value, out + length);
    out[length] = '\0';
    return length;
}

size_t sl_figure_group(char out[SL_FIGURE_SIZE], size_t length)
{
    size_t start = out[0] == '-' || out[0] == '+';
    size_t end = start;
    while (out[end] >= '0' && out[end] <= '9')
        end++;
    size_t commas = end > start ? (end - start - 1) / 3 : 0;
    if (commas == 0 || length + commas >= SL_FIGURE_SIZE) return length;
    memmove(out + end + commas, out + end, length - end + 1);
    for (size_t from = end, to = end + commas, digits = 0; to > from; digits++) {
        if (digits > 0 && digits % 3 == 0) out[--to] = ',';
        out[--to] = out[--from];
    }
    return length + commas;
}
