/* Which group a round belongs to, and what each of its investors put in. */
#include "query/round_parts.h"

#include <string.h>

#include "base/error.h"
#include "model/calendar.h"

/* ---- periods ---- */

enum { UNITS = 16 }; /* more than there are units of dates */

/* The first month of the period, and its unit. A date that is less precise than the period stands
 * for itself. */
static int64_t period_key(enum sl_round_group by, struct sl_date date)
{
    static const enum sl_date_unit units[] = {
        [SL_ROUNDS_BY_YEAR] = SL_DATE_YEAR,
        [SL_ROUNDS_BY_QUARTER] = SL_DATE_QUARTER,
        [SL_ROUNDS_BY_MONTH] = SL_DATE_MONTH,
    };
    const struct sl_civil civil = sl_civil_from_day(date.day);
    int month = civil.month - 1;
    if (by == SL_ROUNDS_BY_YEAR || date.unit < units[by]) {
        if (by == SL_ROUNDS_BY_YEAR) month = 0;
        if (by == SL_ROUNDS_BY_QUARTER) month -= month % 3;
        date.unit = (uint8_t)units[by];
    }
    return ((int64_t)civil.year * 12 + month) * UNITS + date.unit;
}

static void spell_period(int64_t key, char text[SL_DATE_SIZE])
{
    const int month = (int)(key / UNITS);
    const struct sl_date date = {.day = sl_day_from_civil(month / 12, month % 12 + 1, 1),
                                 .unit = (uint8_t)(key % UNITS)};
    sl_date_format(date, text);
}

/* ---- currencies ---- */

static int64_t currency_key(const char currency[4])
{
    int64_t key = 0;
    for (size_t i = 0; i < 3 && currency[i] != '\0'; i++)
        key |= (int64_t)(unsigned char)currency[i] << (8 * i);
    return key;
}

void sl_round_key_spell(enum sl_round_group by, int64_t key, char text[SL_DATE_SIZE])
{
    if (by != SL_ROUNDS_BY_CURRENCY) {
        spell_period(key, text);
        return;
    }
    for (size_t i = 0; i < 4; i++)
        text[i] = (char)(key >> (8 * i) & 0xff);
}

/* ---- parts ---- */

static struct sl_sum part_of(int64_t key, const struct sl_money *amount)
{
    struct sl_sum part = {.key = key, .rounds = 1};
    if (amount->currency[0] == '\0') return part;
    part.minor = amount->minor;
    part.scale = amount->scale;
    memcpy(part.currency, amount->currency, sizeof part.currency);
    return part;
}

static enum sl_status add(struct sl_round_parts *parts, const struct sl_sum *part,
                          struct sl_error *err)
{
    return sl_sums_add(parts->to, part) ? SL_OK : sl_fail_memory(err);
}

/* ---- investors ---- */

/* Adds what the one row that there is says. */
static enum sl_status add_only(struct sl_round_parts *parts, const struct sl_event *row,
                               struct sl_error *err)
{
    const struct sl_sum part = part_of(row->holder, &row->amount);
    return row->holder == 0 ? SL_OK : add(parts, &part, err);
}

/* What an investor of the round is stated to have put in, currency by currency; one whose rows
 * state no amount counts without one. */
static enum sl_status add_investor(struct sl_round_parts *parts, const struct sl_round *round,
                                   size_t first, size_t end, struct sl_error *err)
{
    enum sl_status status = SL_OK;
    struct sl_currency_sums *sums = &parts->sums;
    const sl_entity holder = parts->investors.items[first].holder;
    sl_currency_sums_clear(sums);
    for (size_t i = first; i < end; i++) {
        const struct sl_money *amount = &round->rows[parts->investors.items[i].row]->event.amount;
        if (amount->currency[0] != '\0' && !sl_currency_sums_add(sums, amount))
            return sl_fail_memory(err);
    }
    if (sums->count == 0) {
        const struct sl_sum part = {.key = holder, .rounds = 1};
        return add(parts, &part, err);
    }
    for (size_t i = 0; i < sums->count && status == SL_OK; i++) {
        struct sl_sum part = part_of(holder, &sums->items[i].money);
        part.uncountable = sums->items[i].uncountable;
        status = add(parts, &part, err);
    }
    return status;
}

/* What a round's rows of one investor come to. */
struct converted {
    struct sl_money sum;
    bool uncountable; /* it is too much */
    bool unknown;     /* an amount has no rate */
};

/* Adds what a row says, in the currency of all. */
static enum sl_status add_converted(struct sl_round_parts *parts, const struct sl_round *round,
                                    size_t row, struct converted *to, struct sl_error *err)
{
    struct sl_money amount = round->rows[row]->event.amount;
    if (amount.currency[0] == '\0') return SL_OK;
    enum sl_status status =
        sl_convert_money(parts->list.convert, &amount, round->first->date.day, err);
    if (status != SL_OK) return status;
    if (amount.currency[0] == '\0')
        to->unknown = true;
    else if (!sl_money_add(&to->sum, &amount))
        to->uncountable = true;
    return SL_OK;
}

/* The same in one currency; an investor with an amount that has no rate counts without one. */
static enum sl_status add_investor_in(struct sl_round_parts *parts, const struct sl_round *round,
                                      size_t first, size_t end, struct sl_error *err)
{
    enum sl_status status = SL_OK;
    struct converted all = {0};
    for (size_t i = first; i < end && status == SL_OK; i++)
        status = add_converted(parts, round, parts->investors.items[i].row, &all, err);
    if (status != SL_OK) return status;
    if (all.unknown) all.sum = (struct sl_money){0};
    struct sl_sum part = part_of(parts->investors.items[first].holder, &all.sum);
    part.uncountable = all.uncountable;
    return add(parts, &part, err);
}

static enum sl_status add_investors(struct sl_round_parts *parts, const struct sl_round *round,
                                    struct sl_error *err)
{
    if (round->count == 1 && parts->list.convert == NULL) return add_only(parts, round->first, err);
    enum sl_status status = sl_round_investors_list(&parts->investors, round, false, err);
    for (size_t i = 0, end; i < parts->investors.count && status == SL_OK; i = end) {
        end = sl_round_investors_end(&parts->investors, i);
        status = parts->list.convert == NULL ? add_investor(parts, round, i, end, err)
                                             : add_investor_in(parts, round, i, end, err);
    }
    return status;
}

/* ---- rounds ---- */

static const char *label(const struct sl_round *round)
{
    const char *found = "";
    for (size_t i = 0; i < round->count; i++) {
        if (round->rows[i]->event.round != NULL) found = round->rows[i]->event.round;
    }
    return found;
}

static enum sl_status add_round(struct sl_round_parts *parts, const struct sl_round *round,
                                struct sl_error *err)
{
    struct sl_sum part = part_of(0, &round->amount);
    switch (parts->by) {
    case SL_ROUNDS_BY_INVESTOR: return add_investors(parts, round, err);
    case SL_ROUNDS_BY_ISSUER: part.key = round->first->issuer; break;
    case SL_ROUNDS_BY_CURRENCY: part.key = currency_key(round->currency); break;
    case SL_ROUNDS_BY_ROUND: part.group = label(round); break;
    case SL_ROUNDS_BY_YEAR:
    case SL_ROUNDS_BY_QUARTER:
    case SL_ROUNDS_BY_MONTH: part.key = period_key(parts->by, round->first->date); break;
    }
    return add(parts, &part, err);
}

enum sl_status sl_round_parts_add(struct sl_round_parts *parts, struct sl_play *play,
                                  sl_entity issuer, const struct sl_view *view,
                                  struct sl_error *err)
{
    enum sl_status status = sl_round_list_read(&parts->list, play, issuer, view, err);
    for (size_t i = 0; i < parts->list.count && status == SL_OK; i++) {
        const struct sl_round *round = &parts->list.items[i];
        if (round->counts && round->first->date.day >= view->from)
            status = add_round(parts, round, err);
    }
    return status;
}

void sl_round_parts_release(struct sl_round_parts *parts)
{
    sl_round_investors_release(&parts->investors);
    sl_currency_sums_release(&parts->sums);
    sl_round_list_release(&parts->list);
    *parts = (struct sl_round_parts){0};
}
