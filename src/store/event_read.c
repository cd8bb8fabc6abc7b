/* Rows of the table to events. What a damaged or foreign file can hold is refused here, so that
 * nothing above has to doubt a value. */
#include <stdlib.h>
#include <string.h>

#include "store/event_row.h"

static bool has(const struct sl_row *row, enum sl_cell_id id)
{
    return (row->present & UINT32_C(1) << id) != 0;
}

static const char *text_of(const struct sl_row *row, enum sl_cell_id id)
{
    return has(row, id) ? row->cell[id].text : NULL;
}

static int64_t number_of(const struct sl_row *row, enum sl_cell_id id)
{
    return has(row, id) ? row->cell[id].number : 0;
}

static bool read_date(struct sl_date *out, int64_t day, int64_t unit)
{
    *out = (struct sl_date){.day = (int32_t)day, .unit = (uint8_t)unit};
    return day >= SL_DAY_MIN && day <= SL_DAY_MAX && unit >= SL_DATE_DAY && unit <= SL_DATE_FISCAL;
}

static bool read_stake(struct sl_stake *out, const struct sl_row *row, enum sl_cell_id id)
{
    return !has(row, id) || sl_stake_read(out, row->cell[id].text);
}

static bool read_shares(int64_t *out, const struct sl_row *row, enum sl_cell_id id)
{
    *out = has(row, id) ? row->cell[id].number : SL_NO_SHARES;
    return *out >= SL_NO_SHARES;
}

static bool read_money(struct sl_money *out, const struct sl_row *row, enum sl_cell_id id,
                       const char *currency, int scale)
{
    if (!has(row, id)) return true;
    if (scale < 0) return false;
    out->minor = row->cell[id].number;
    out->scale = (uint8_t)scale;
    memcpy(out->currency, currency, sizeof out->currency);
    return out->minor >= 0;
}

static bool read_ratio(struct sl_ratio *out, const struct sl_row *row)
{
    const char *text = text_of(row, SL_CELL_RATIO);
    return text == NULL || sl_ratio_parse(out, text, NULL, NULL) == SL_OK;
}

/* The money of a row shares its currency. */
static bool read_moneys(struct sl_event *event, const struct sl_row *row)
{
    char currency[4] = "";
    const char *code = text_of(row, SL_CELL_CURRENCY);
    int scale = -1;
    if (code != NULL) {
        if (row->cell[SL_CELL_CURRENCY].length != 3) return false;
        memcpy(currency, code, sizeof currency);
        scale = sl_currency_scale(currency);
    }
    return read_money(&event->amount, row, SL_CELL_AMOUNT, currency, scale) &&
           read_money(&event->pre_money, row, SL_CELL_PRE_MONEY, currency, scale) &&
           read_money(&event->post_money, row, SL_CELL_POST_MONEY, currency, scale) &&
           read_money(&event->price, row, SL_CELL_PRICE, currency, scale < 0 ? -1 : SL_PRICE_SCALE);
}

static bool read_kind(struct sl_event *event, const struct sl_row *row)
{
    int64_t kind = number_of(row, SL_CELL_KIND);
    int64_t stage = number_of(row, SL_CELL_STATUS);
    event->kind = (enum sl_kind)kind;
    event->stage = (enum sl_stage)stage;
    return kind >= 1 && kind <= SL_KIND_LAST && stage >= 0 && stage <= SL_STAGE_CANCELLED;
}

static void read_texts(struct sl_event *event, const struct sl_row *row)
{
    event->class_ = text_of(row, SL_CELL_CLASS);
    event->round = text_of(row, SL_CELL_ROUND);
    event->instrument = text_of(row, SL_CELL_INSTRUMENT);
    event->deal = text_of(row, SL_CELL_DEAL);
    event->part = text_of(row, SL_CELL_PART);
    event->source = text_of(row, SL_CELL_SOURCE);
    event->lead = has(row, SL_CELL_ROLE);
    event->url = text_of(row, SL_CELL_URL);
    event->note = text_of(row, SL_CELL_NOTE);
    event->extra = text_of(row, SL_CELL_EXTRA);
    event->line = number_of(row, SL_CELL_LINE);
}

bool sl_event_from_row(struct sl_event *event, const struct sl_row *row)
{
    memset(event, 0, sizeof *event);
    event->seq = number_of(row, SL_CELL_SEQ);
    event->issuer = number_of(row, SL_CELL_ISSUER);
    event->holder = number_of(row, SL_CELL_HOLDER);
    event->counterparty = number_of(row, SL_CELL_COUNTERPARTY);
    read_texts(event, row);
    return read_kind(event, row) &&
           read_date(&event->date, number_of(row, SL_CELL_DAY), number_of(row, SL_CELL_UNIT)) &&
           read_date(&event->known, number_of(row, SL_CELL_KNOWN),
                     number_of(row, SL_CELL_KNOWN_UNIT)) &&
           read_stake(&event->stake, row, SL_CELL_STAKE) &&
           read_stake(&event->stake_after, row, SL_CELL_STAKE_AFTER) &&
           read_stake(&event->votes, row, SL_CELL_VOTES) &&
           read_shares(&event->shares, row, SL_CELL_SHARES) &&
           read_shares(&event->outstanding, row, SL_CELL_OUTSTANDING) &&
           read_ratio(&event->ratio, row) && read_moneys(event, row);
}

static void copy_text(char *out, size_t size, const struct sl_row *row, enum sl_cell_id id)
{
    const char *text = text_of(row, id);
    size_t length = text == NULL ? 0 : row->cell[id].length;
    if (length >= size) length = size - 1;
    if (length > 0) memcpy(out, text, length);
    out[length] = '\0';
}

/* Month of a fiscal date's first day. */
static int fiscal_month(struct sl_date date)
{
    char text[SL_DATE_SIZE];
    if (date.unit != SL_DATE_FISCAL) return 0;
    sl_date_format((struct sl_date){.day = date.day, .unit = SL_DATE_DAY}, text);
    return (int)strtol(text + 5, NULL, 10);
}

void sl_event_text_from_row(struct sl_event_text *text, const struct sl_row *row)
{
    copy_text(text->stake, sizeof text->stake, row, SL_CELL_STAKE);
    copy_text(text->stake_after, sizeof text->stake_after, row, SL_CELL_STAKE_AFTER);
    copy_text(text->votes, sizeof text->votes, row, SL_CELL_VOTES);
    copy_text(text->ratio, sizeof text->ratio, row, SL_CELL_RATIO);
    copy_text(text->currency, sizeof text->currency, row, SL_CELL_CURRENCY);
    int month = fiscal_month(text->event.date);
    text->fiscal_month = month != 0 ? month : fiscal_month(text->event.known);
}
