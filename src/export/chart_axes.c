/* The axes of a chart, as gnuplot commands: dates, and per cents. */
#include <math.h>
#include <string.h>

#include "export/chart_page.h"
#include "export/chart_scale.h"
#include "export/chart_text.h"
#include "export/figure.h"

enum { TICK_PITCH = 66, VALUE_PITCH = 58 };
static const double round_off = 1e-6; /* of a step: less than what a sum of steps is off */

void sl_page_dates(struct sl_page *page, int32_t from, int32_t to)
{
    struct sl_tick ticks[SL_TICKS_MAX];
    double room = (page->right - page->left) / TICK_PITCH;
    size_t count = sl_ticks_dates(ticks, from, to, room < 1 ? 1 : (size_t)room);
    sl_buffer_printf(page->out, "set xrange [%d:%d]\nset xtics (", (int)from, (int)to);
    for (size_t i = 0; i < count; i++) {
        sl_buffer_add_text(page->out, i > 0 ? ", \"" : "\"");
        for (const char *at = ticks[i].label; *at != '\0'; at++) {
            if (*at == '\n') {
                sl_buffer_add_text(page->out, "\\n");
            } else {
                sl_buffer_add_byte(page->out, *at);
            }
        }
        sl_buffer_printf(page->out, "\" %d", (int)ticks[i].day);
    }
    sl_buffer_add_text(page->out, ")\n");
}

/* The step of an axis from *low to *high in round values, which it moves apart to. */
static double choose_step(const struct sl_page *page, double *low, double *high)
{
    double top, step, first, steps, room = (page->bottom - page->top) / VALUE_PITCH;
    const size_t most = room < 2 ? 2 : room > 6 ? 6 : (size_t)room;
    for (double span = *high - *low;; span *= 1.2) { /* the next step, if they do not fit */
        step = sl_ticks_step(span, most, &top);
        first = floor(*low / step + round_off) * step;
        steps = ceil((*high - first) / step - round_off);
        if (steps <= (double)most || first <= 0) break;
    }
    if (*low > 0) {
        *low = first;
        *high = first + steps * step;
    } else {
        *high = top;
    }
    return step;
}

double sl_page_percents_from(struct sl_page *page, double *low, double high, double most)
{
    double widest = 0, step = choose_step(page, low, &high);
    if (most > 0 && high > most) high = most;
    for (double at = *low; at <= high + step / 2; at += step) {
        char text[SL_FIGURE_SIZE + 3];
        size_t length = sl_figure_format(at, SL_PERCENT_DECIMALS, false, text);
        memcpy(text + length, " %", 3);
        double wide = sl_text_pixels(text, SL_FONT_LABEL, false);
        if (wide > widest) widest = wide;
    }
    page->left = SL_PAGE_EDGE + widest + 8;
    sl_buffer_add_text(page->out, "set yrange [");
    sl_page_number(page, *low);
    sl_buffer_add_byte(page->out, ':');
    sl_page_number(page, high);
    sl_buffer_add_text(page->out, "]\nset ytics ");
    sl_page_number(page, step);
    sl_buffer_add_text(page->out, " format \"%g %%\"\n");
    return high;
}

double sl_page_percents(struct sl_page *page, double high, double most)
{
    double low = 0;
    return sl_page_percents_from(page, &low, high, most);
}
