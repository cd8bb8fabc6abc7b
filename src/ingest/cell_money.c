/* The money of a row: one currency, which any of its cells may carry. */
#include <string.h>

#include "ingest/reading.h"

static const enum sl_column money_columns[] = {SL_COLUMN_AMOUNT, SL_COLUMN_PRE_MONEY,
                                               SL_COLUMN_POST_MONEY, SL_COLUMN_PRICE};
enum { MONEY_COUNT = sizeof money_columns / sizeof money_columns[0] };

static void read_currency_cell(struct sl_reading *reading)
{
    const struct sl_row_cell *cell = reading->found[SL_COLUMN_CURRENCY];
    if (cell == NULL) return;
    if (cell->length != 3 || sl_currency_scale(cell->text) < 0) {
        struct sl_error why;
        sl_fail(&why, SL_INVALID, "expected an ISO 4217 currency code, as in USD");
        sl_reading_bad(reading, SL_COLUMN_CURRENCY, &why);
        return;
    }
    for (size_t i = 0; i < 3; i++) {
        char c = cell->text[i];
        reading->out->currency[i] = c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
    }
}

static bool is_price(enum sl_column column)
{
    return column == SL_COLUMN_PRICE;
}

/* Where the currency column is blank: the first that a cell spells out; else the one that a bare
 * sign means. */
static void find_currency(struct sl_reading *reading)
{
    char *currency = reading->out->currency;
    for (size_t i = 0; i < MONEY_COUNT && currency[0] == '\0'; i++) {
        const struct sl_row_cell *cell = reading->found[money_columns[i]];
        char code[4] = "";
        if (cell != NULL && sl_amount_currency(code, cell->text, NULL) == SL_OK)
            memcpy(currency, code, sizeof code);
    }
    for (size_t i = 0; i < MONEY_COUNT && currency[0] == '\0'; i++) {
        const struct sl_row_cell *cell = reading->found[money_columns[i]];
        struct sl_money money = {0};
        if (cell != NULL &&
            sl_amount_parse(&money, cell->text, "", is_price(money_columns[i]), NULL) == SL_OK) {
            memcpy(currency, money.currency, sizeof money.currency);
        }
    }
}

void sl_reading_money(struct sl_reading *reading)
{
    struct sl_event *event = &reading->out->event;
    struct sl_money *const money[MONEY_COUNT] = {&event->amount, &event->pre_money,
                                                 &event->post_money, &event->price};
    size_t stated = 0;
    for (size_t i = 0; i < MONEY_COUNT; i++)
        stated += reading->found[money_columns[i]] != NULL;
    read_currency_cell(reading);
    if (stated == 0) return;
    if (reading->found[SL_COLUMN_CURRENCY] == NULL)
        find_currency(reading);
    else if (reading->out->currency[0] == '\0')
        return; /* said so already */
    for (size_t i = 0; i < MONEY_COUNT; i++) {
        const struct sl_row_cell *cell = reading->found[money_columns[i]];
        struct sl_error why;
        if (cell != NULL && sl_amount_parse(money[i], cell->text, reading->out->currency,
                                            is_price(money_columns[i]), &why) != SL_OK)
            sl_reading_bad(reading, money_columns[i], &why);
    }
}
