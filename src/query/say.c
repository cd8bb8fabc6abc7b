/* Numbers, per cents, dates and money as they stand in a sentence. */
#include "query/say.h"

#include <math.h>
#include <string.h>

#include "model/number.h"

enum { DECIMALS_MOST = 6 };

/* The digits before the point with a comma between thousands, and what follows as it is. */
static void add_grouped(struct sl_buffer *out, const char *text)
{
    size_t whole = strcspn(text, ".");
    for (size_t i = 0; text[i] != '\0'; i++) {
        if (i > 0 && i < whole && (whole - i) % 3 == 0) sl_buffer_add_byte(out, ',');
        sl_buffer_add_byte(out, text[i]);
    }
}

/* The first of these numbers of decimals that leaves a digit other than 0. */
static int decimals_for(double value)
{
    int decimals = 2;
    while (decimals < DECIMALS_MOST && value > 0 && value * (double)sl_power_of_ten(decimals) < 0.5)
        decimals++;
    return decimals;
}

void sl_say_number(struct sl_buffer *out, double value)
{
    char text[48];
    double size = fabs(value);
    if (!(size < 9e15)) {
        sl_buffer_add_text(out, isnan(value) ? "?" : "very many");
        return;
    }
    int decimals = size < 9e12 ? decimals_for(size) : 0;
    uint64_t digits = (uint64_t)llround(size * (double)sl_power_of_ten(decimals));
    if (value < 0 && digits > 0) sl_buffer_add_text(out, "-");
    sl_number_write(text, digits, decimals, false);
    add_grouped(out, text);
}

void sl_say_count(struct sl_buffer *out, double count)
{
    double whole = round(count);
    sl_say_number(out, fabs(count - whole) <= 1e-9 * fabs(count) + 1e-9 ? whole : count);
}

void sl_say_part(struct sl_buffer *out, double part)
{
    sl_say_number(out, part * 100);
    sl_buffer_add_text(out, " %");
}

void sl_say_parts(struct sl_buffer *out, double low, double high)
{
    if (fabs(high - low) > 1e-9) {
        sl_say_number(out, low * 100);
        sl_buffer_add_text(out, "\u2013");
    }
    sl_say_part(out, high);
}

void sl_say_stake(struct sl_buffer *out, struct sl_stake stake)
{
    sl_say_parts(out, stake.low / 100, stake.high / 100);
}

void sl_say_date(struct sl_buffer *out, struct sl_date date)
{
    char text[SL_DATE_SIZE];
    sl_buffer_add(out, text, sl_date_format(date, text));
}

void sl_say_money(struct sl_buffer *out, const struct sl_money *money)
{
    char text[SL_MONEY_SIZE];
    if (sl_money_format(money, text) == 0) return;
    sl_buffer_add_text(out, money->currency);
    sl_buffer_add_byte(out, ' ');
    add_grouped(out, text);
}
