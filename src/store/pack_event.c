/* Decoding packs to events, for questions about positions: what nobody asks for is passed over. As
 * sl_event_from_row, it refuses what a damaged or foreign file can hold. */
#include <string.h>

#include "store/pack_bytes.h"

/* The money of an event shares its currency, which may follow it. */
struct moneys {
    int64_t amount, pre_money, post_money;
    struct sl_pack_text currency;
};

static bool is_date(int64_t day, int64_t unit)
{
    return day >= SL_DAY_MIN && day <= SL_DAY_MAX && unit >= SL_DATE_DAY && unit <= SL_DATE_FISCAL;
}

static bool is_possible(const struct sl_pack_head *head)
{
    return head->kind >= 1 && head->kind <= SL_KIND_LAST && head->status >= 0 &&
           head->status <= SL_STAGE_CANCELLED && is_date(head->day, head->unit) &&
           is_date(head->known, head->known_unit);
}

static struct sl_date date_of(int64_t day, int64_t unit)
{
    return (struct sl_date){.day = (int32_t)day, .unit = (uint8_t)unit};
}

static bool is_wished(const struct sl_pack_wish *wish, const struct sl_pack_head *head)
{
    if (head->known > wish->known_by ||
        (head->known_unit != SL_DATE_DAY &&
         sl_date_last_day(date_of(head->known, head->known_unit)) > wish->known_by))
        return false;
    if (head->cells & BIT(CLAIM_DEAL)) return true;
    if (head->day > wish->to) return false;
    return wish->cancelled || head->status != SL_STAGE_CANCELLED;
}

/* ---- passing over ---- */

/* Texts are remembered, as later ones may refer to them. */
static bool pass_cells(struct sl_pack_reader *reader, uint32_t cells)
{
    uint64_t head;
    struct sl_pack_text text;
    for (; cells != 0; cells &= cells - 1) {
        const unsigned id = claim_cells[lowest_bit(cells)];
        if (!((STAKE_CELLS | NUMBER_CELLS) & BIT(id))) {
            if (!sl_pack_read_text(reader, &text)) return false;
        } else if (!read_number(&reader->at, reader->end, &head)) {
            return false;
        } else if ((STAKE_CELLS & BIT(id)) && !(head & 1)) {
            if (!sl_pack_read_literal(reader, head >> 1, &text)) return false;
        }
    }
    return true;
}

/* ---- events ---- */

static bool read_stake(struct sl_pack_reader *reader, struct sl_stake *out)
{
    uint64_t head;
    struct sl_pack_text text;
    if (!read_number(&reader->at, reader->end, &head)) return false;
    const uint64_t number = head >> 1;
    if (head & 1) return sl_stake_exact(out, number >> DECIMALS_BITS, (int)(number & DECIMALS_MAX));
    return sl_pack_read_literal(reader, number, &text) && sl_stake_read(out, text.text);
}

static bool read_word(struct sl_pack_reader *reader, const char **out)
{
    struct sl_pack_text text;
    if (!sl_pack_read_text(reader, &text)) return false;
    *out = text.text;
    return true;
}

/* A number that is not under 0. */
static bool read_count(struct sl_pack_reader *reader, int64_t *out)
{
    return read_folded(&reader->at, reader->end, out) && *out >= 0;
}

static bool read_ratio(struct sl_pack_reader *reader, struct sl_ratio *out)
{
    const char *text;
    return read_word(reader, &text) && sl_ratio_parse(out, text, NULL, NULL) == SL_OK;
}

static bool read_cell(struct sl_pack_reader *reader, struct sl_event *event, struct moneys *moneys,
                      unsigned id)
{
    const char *word;
    switch (id) {
    case SL_CELL_SOURCE: return read_word(reader, &event->source);
    case SL_CELL_HOLDER: return read_folded(&reader->at, reader->end, &event->holder);
    case SL_CELL_STAKE: return read_stake(reader, &event->stake);
    case SL_CELL_AMOUNT: return read_count(reader, &moneys->amount);
    case SL_CELL_CURRENCY: return sl_pack_read_text(reader, &moneys->currency);
    case SL_CELL_ROUND: return read_word(reader, &event->round);
    case SL_CELL_INSTRUMENT: return read_word(reader, &event->instrument);
    case SL_CELL_DEAL: return read_word(reader, &event->deal);
    case SL_CELL_SHARES: return read_count(reader, &event->shares);
    case SL_CELL_STAKE_AFTER: return read_stake(reader, &event->stake_after);
    case SL_CELL_COUNTERPARTY: return read_folded(&reader->at, reader->end, &event->counterparty);
    case SL_CELL_OUTSTANDING: return read_count(reader, &event->outstanding);
    case SL_CELL_CLASS: return read_word(reader, &event->class_);
    case SL_CELL_VOTES: return read_stake(reader, &event->votes);
    case SL_CELL_PRE_MONEY: return read_count(reader, &moneys->pre_money);
    case SL_CELL_POST_MONEY: return read_count(reader, &moneys->post_money);
    case SL_CELL_PART: return read_word(reader, &event->part);
    case SL_CELL_ROLE: event->lead = true; return read_word(reader, &word);
    case SL_CELL_RATIO: return read_ratio(reader, &event->ratio);
    }
    return false;
}

static void put_money(struct sl_money *out, int64_t minor, const struct sl_money *currency)
{
    if (minor < 0) return; /* not stated */
    *out = *currency;
    out->minor = minor;
}

static bool put_moneys(struct sl_event *event, const struct moneys *moneys)
{
    struct sl_money currency = {0};
    const bool any = moneys->amount >= 0 || moneys->pre_money >= 0 || moneys->post_money >= 0;
    if (moneys->currency.text == NULL) return !any;
    if (moneys->currency.length != 3) return false;
    if (!any) return true;
    const int scale = sl_currency_scale(moneys->currency.text);
    if (scale < 0) return false;
    memcpy(currency.currency, moneys->currency.text, sizeof currency.currency);
    currency.scale = (uint8_t)scale;
    put_money(&event->amount, moneys->amount, &currency);
    put_money(&event->pre_money, moneys->pre_money, &currency);
    put_money(&event->post_money, moneys->post_money, &currency);
    return true;
}

static bool read_event(struct sl_pack_reader *reader, const struct sl_pack_head *head,
                       struct sl_event *event)
{
    struct moneys moneys = {.amount = -1, .pre_money = -1, .post_money = -1};
    *event = (struct sl_event){.seq = head->seq,
                               .date = date_of(head->day, head->unit),
                               .known = date_of(head->known, head->known_unit),
                               .kind = (enum sl_kind)head->kind,
                               .stage = (enum sl_stage)head->status,
                               .issuer = reader->issuer,
                               .shares = SL_NO_SHARES,
                               .outstanding = SL_NO_SHARES};
    for (uint32_t left = head->cells; left != 0; left &= left - 1) {
        if (!read_cell(reader, event, &moneys, claim_cells[lowest_bit(left)])) return false;
    }
    return put_moneys(event, &moneys);
}

enum sl_status sl_pack_next_event(struct sl_pack_reader *reader, const struct sl_pack_wish *wish,
                                  struct sl_event *event)
{
    struct sl_pack_head head;
    while (reader->at != reader->end) {
        if (!sl_pack_read_head(reader, &head) || !is_possible(&head)) return SL_INVALID;
        if (is_wished(wish, &head)) return read_event(reader, &head, event) ? SL_OK : SL_INVALID;
        if (!pass_cells(reader, head.cells)) return SL_INVALID;
    }
    return SL_NOTHING;
}
