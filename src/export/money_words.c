/* The largest unit that an amount has at least one of, in the words of its currency's country. */
#include "export/money_words.h"

#include <string.h>

#include "export/figure.h"

struct unit {
    double size;
    const char *word;
};

static const struct unit western[] = {{1e12, " T"}, {1e9, " B"}, {1e6, " M"}, {1e3, " K"}, {1, ""}};
static const struct unit indian[] = {
    {1e12, " lakh Cr"}, {1e7, " Cr"}, {1e5, " lakh"}, {1e3, " K"}, {1, ""}};
enum { UNITS = sizeof western / sizeof *western };

void sl_money_words(struct sl_buffer *out, double amount, const char *currency)
{
    const struct unit *units = strcmp(currency, "INR") == 0 ? indian : western;
    size_t at = 0;
    while (at + 1 < UNITS && amount < units[at].size)
        at++;
    char text[SL_FIGURE_SIZE];
    sl_figure_group(text, sl_figure_show(amount / units[at].size, false, text));
    sl_buffer_add_text(out, text);
    sl_buffer_add_text(out, units[at].word);
}
