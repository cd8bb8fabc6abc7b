/* Round amounts in words, as many as there is room for. */
#include "export/chart_money.h"

#include <math.h>

#include "export/chart_page.h"
#include "export/chart_scale.h"
#include "export/chart_text.h"
#include "export/figure.h"
#include "export/money_words.h"

enum { TICK_PITCH = 34, TICKS_MAX = SL_MONEY_PIXELS / TICK_PITCH };

double sl_ticks_money(struct sl_buffer *ticks, const char *currency, double high, double pixels)
{
    double top, widest = 0, most = fmin(fmax(pixels / TICK_PITCH, 2), TICKS_MAX);
    double step = sl_ticks_step(high, (size_t)most, &top);
    struct sl_buffer words = {0};
    for (double at = 0; high > 0 && at <= high * 1.0001; at += step) {
        char number[SL_FIGURE_SIZE];
        sl_figure_format(at, SL_PERCENT_DECIMALS, false, number);
        sl_buffer_clear(&words);
        if (at > 0) {
            sl_money_words(&words, at, currency);
        } else {
            sl_buffer_add_text(&words, "0");
        }
        if (words.failed) break;
        widest = fmax(widest, sl_text_pixels(words.data, SL_FONT_LABEL, false));
        sl_buffer_printf(ticks, "%s\"%s\" %s", at > 0 ? ", " : "", words.data, number);
    }
    if (words.failed) ticks->failed = true;
    sl_buffer_release(&words);
    return widest;
}
