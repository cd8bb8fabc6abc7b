/* Rows of the table to events. What a damaged or foreign file can hold is refused here, so that
 * nothing above has to doubt a value. */
#include <stdlib.h>
#include <string.h>

#include "store/event_row.h"

static const char *text_of(struct sl_statement *statement, enum sl_cell_id id)
{
    return sl_statement_text(statement, (int)id);
}

static int64_t number_of(struct sl_statement *statement, enum sl_cell_id id)
{
    return sl_statement_integer(statement, (int)id);
}

static bool is_null(struct sl_statement *statement, enum sl_cell_id id)
{
    return sqlite3_column_type(statement->raw, (int)id) == SQLITE_NULL;
}

static bool read_date(struct sl_date *out, int64_t day, int64_t unit)
{
    *out = (struct sl_date){.day = (int32_t)day, .unit = (uint8_t)unit};
    return day >= SL_DAY_MIN && day <= SL_DAY_MAX && unit >= SL_DATE_DAY && unit <= SL_DATE_FISCAL;
}

static bool read_stake(struct sl_stake *out, struct sl_statement *statement, enum sl_cell_id id)
{
    const char *text = text_of(statement, id);
    *out = (struct sl_stake){0};
    return text == NULL || sl_stake_read(out, text);
}

static bool read_shares(int64_t *out, struct sl_statement *statement, enum sl_cell_id id)
{
    *out = is_null(statement, id) ? SL_NO_SHARES : number_of(statement, id);
    return *out >= SL_NO_SHARES;
}

static bool read_money(struct sl_money *out, struct sl_statement *statement, enum sl_cell_id id,
                       const char *currency, int scale)
{
    *out = (struct sl_money){0};
    if (is_null(statement, id)) return true;
    if (scale < 0) return false;
    out->minor = number_of(statement, id);
    out->scale = (uint8_t)scale;
    memcpy(out->currency, currency, sizeof out->currency);
    return out->minor >= 0;
}

static bool read_ratio(struct sl_ratio *out, struct sl_statement *statement)
{
    const char *text = text_of(statement, SL_CELL_RATIO);
    *out = (struct sl_ratio){0};
    return text == NULL || sl_ratio_parse(out, text, NULL, NULL) == SL_OK;
}

/* The money of a row shares its currency. */
static bool read_moneys(struct sl_event *event, struct sl_statement *statement, bool all)
{
    char currency[4] = "";
    const char *code = text_of(statement, SL_CELL_CURRENCY);
    int scale = -1;
    if (code != NULL) {
        if (strlen(code) != 3) return false;
        memcpy(currency, code, sizeof currency);
        scale = sl_currency_scale(currency);
    }
    event->price = (struct sl_money){0};
    return read_money(&event->amount, statement, SL_CELL_AMOUNT, currency, scale) &&
           read_money(&event->pre_money, statement, SL_CELL_PRE_MONEY, currency, scale) &&
           read_money(&event->post_money, statement, SL_CELL_POST_MONEY, currency, scale) &&
           (!all || read_money(&event->price, statement, SL_CELL_PRICE, currency,
                               scale < 0 ? -1 : SL_PRICE_SCALE));
}

static bool read_kind(struct sl_event *event, struct sl_statement *statement)
{
    int64_t kind = number_of(statement, SL_CELL_KIND);
    int64_t stage = number_of(statement, SL_CELL_STATUS);
    event->kind = (enum sl_kind)kind;
    event->stage = (enum sl_stage)stage;
    return kind >= 1 && kind <= SL_KIND_LAST && stage >= 0 && stage <= SL_STAGE_CANCELLED;
}

static void read_texts(struct sl_event *event, struct sl_statement *statement, bool all)
{
    event->class_ = text_of(statement, SL_CELL_CLASS);
    event->round = text_of(statement, SL_CELL_ROUND);
    event->instrument = text_of(statement, SL_CELL_INSTRUMENT);
    event->deal = text_of(statement, SL_CELL_DEAL);
    event->part = text_of(statement, SL_CELL_PART);
    event->source = text_of(statement, SL_CELL_SOURCE);
    event->lead = text_of(statement, SL_CELL_ROLE) != NULL;
    event->url = all ? text_of(statement, SL_CELL_URL) : NULL;
    event->note = all ? text_of(statement, SL_CELL_NOTE) : NULL;
    event->extra = all ? text_of(statement, SL_CELL_EXTRA) : NULL;
    event->line = all ? number_of(statement, SL_CELL_LINE) : 0;
}

enum sl_status sl_event_read(struct sl_event *event, struct sl_statement *statement, bool all,
                             struct sl_error *err)
{
    event->seq = number_of(statement, SL_CELL_SEQ);
    event->issuer = number_of(statement, SL_CELL_ISSUER);
    event->holder = number_of(statement, SL_CELL_HOLDER);
    event->counterparty = number_of(statement, SL_CELL_COUNTERPARTY);
    bool good = read_kind(event, statement) &&
                read_date(&event->date, number_of(statement, SL_CELL_DAY),
                          number_of(statement, SL_CELL_UNIT)) &&
                read_date(&event->known, number_of(statement, SL_CELL_KNOWN),
                          number_of(statement, SL_CELL_KNOWN_UNIT)) &&
                read_stake(&event->stake, statement, SL_CELL_STAKE) &&
                read_stake(&event->stake_after, statement, SL_CELL_STAKE_AFTER) &&
                read_stake(&event->votes, statement, SL_CELL_VOTES) &&
                read_shares(&event->shares, statement, SL_CELL_SHARES) &&
                read_shares(&event->outstanding, statement, SL_CELL_OUTSTANDING) &&
                read_ratio(&event->ratio, statement) && read_moneys(event, statement, all);
    read_texts(event, statement, all);
    if (good) return SL_OK;
    return sl_fail(err, SL_FAILED, "%s: is damaged (event %lld cannot be read)",
                   statement->database->path, (long long)event->seq);
}

static void copy_text(char *out, size_t size, const char *text)
{
    sqlite3_snprintf((int)size, out, "%s", text == NULL ? "" : text);
}

/* Month of a fiscal date's first day. */
static int fiscal_month(struct sl_date date)
{
    char text[SL_DATE_SIZE];
    if (date.unit != SL_DATE_FISCAL) return 0;
    sl_date_format((struct sl_date){.day = date.day, .unit = SL_DATE_DAY}, text);
    return (int)strtol(text + 5, NULL, 10);
}

void sl_event_text_read(struct sl_event_text *text, struct sl_statement *statement)
{
    copy_text(text->stake, sizeof text->stake, text_of(statement, SL_CELL_STAKE));
    copy_text(text->stake_after, sizeof text->stake_after, text_of(statement, SL_CELL_STAKE_AFTER));
    copy_text(text->votes, sizeof text->votes, text_of(statement, SL_CELL_VOTES));
    copy_text(text->ratio, sizeof text->ratio, text_of(statement, SL_CELL_RATIO));
    copy_text(text->currency, sizeof text->currency, text_of(statement, SL_CELL_CURRENCY));
    int month = fiscal_month(text->event.date);
    text->fiscal_month = month != 0 ? month : fiscal_month(text->event.known);
}
