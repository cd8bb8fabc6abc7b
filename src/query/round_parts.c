/* Which group a round belongs to, and what each of its investors put in. */
#include "query/round_parts.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/vector.h"
#include "model/calendar.h"

/* ---- periods ---- */

enum { UNITS = 16 }; /* more than there are units of dates */

/* The first month of the period, and its unit. A date that is less precise than the period stands
 * for itself. */
static int64_t period_key(enum sl_round_group by, struct sl_date date)
{
    static const struct {
        enum sl_date_unit unit;
        int months;
    } periods[] = {
        [SL_ROUNDS_BY_YEAR] = {SL_DATE_YEAR, 12},
        [SL_ROUNDS_BY_QUARTER] = {SL_DATE_QUARTER, 3},
        [SL_ROUNDS_BY_MONTH] = {SL_DATE_MONTH, 1},
    };
    const struct sl_civil civil = sl_civil_from_day(date.day);
    const enum sl_date_unit unit = periods[by].unit;
    int64_t month = (int64_t)civil.year * 12 + civil.month - 1;
    if (unit == SL_DATE_YEAR || date.unit < unit) {
        month -= month % periods[by].months;
        date.unit = (uint8_t)unit;
    }
    return month * UNITS + date.unit;
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

static enum sl_status add(struct sl_round_parts *parts, struct sl_round_part part,
                          struct sl_error *err)
{
    if (!sl_vector_grow(&parts->items, parts->count, &parts->capacity, sizeof *parts->items))
        return sl_fail_memory(err);
    parts->items[parts->count++] = part;
    return SL_OK;
}

static bool same_money_of(const struct sl_event *a, const struct sl_event *b)
{
    return a->holder == b->holder && strcmp(a->amount.currency, b->amount.currency) == 0;
}

/* Is the row's investor counted by another row: an earlier one in the same currency, or, when this
 * one states no amount, any that does? */
static bool is_counted(const struct sl_round *round, size_t i)
{
    const struct sl_event *event = &round->rows[i]->event;
    for (size_t j = 0; j < round->count; j++) {
        const struct sl_event *other = &round->rows[j]->event;
        if (j < i && same_money_of(other, event)) return true;
        if (event->amount.currency[0] == '\0' && other->holder == event->holder &&
            other->amount.currency[0] != '\0')
            return true;
    }
    return false;
}

/* What each investor of the round is stated to have put in, currency by currency; one whose rows
 * state no amount counts without one. */
static enum sl_status add_investors(struct sl_round_parts *parts, const struct sl_round *round,
                                    struct sl_error *err)
{
    enum sl_status status = SL_OK;
    for (size_t i = 0; i < round->count && status == SL_OK; i++) {
        const struct sl_event *event = &round->rows[i]->event;
        if (event->holder == 0 || is_counted(round, i)) continue;
        struct sl_round_part part = {.key = event->holder, .amount = event->amount};
        for (size_t j = i + 1; j < round->count; j++) {
            const struct sl_event *other = &round->rows[j]->event;
            if (same_money_of(event, other) && !sl_money_add(&part.amount, &other->amount))
                part.uncountable = true;
        }
        status = add(parts, part, err);
    }
    return status;
}

/* Adds what a row says, in the currency of all; `unknown` where that has no rate. */
static enum sl_status add_converted(struct sl_round_parts *parts, const struct sl_round *round,
                                    size_t row, struct sl_round_part *part, bool *unknown,
                                    struct sl_error *err)
{
    struct sl_money amount = round->rows[row]->event.amount;
    if (amount.currency[0] == '\0') return SL_OK;
    enum sl_status status =
        sl_convert_money(parts->list.convert, &amount, round->first->date.day, err);
    if (status != SL_OK) return status;
    if (amount.currency[0] == '\0')
        *unknown = true;
    else if (!sl_money_add(&part->amount, &amount))
        part->uncountable = true;
    return SL_OK;
}

/* The same in one currency; an investor with an amount that has no rate counts without one. */
static enum sl_status add_investors_in(struct sl_round_parts *parts, const struct sl_round *round,
                                       struct sl_error *err)
{
    enum sl_status status = SL_OK;
    for (size_t i = 0; i < round->count && status == SL_OK; i++) {
        const sl_entity holder = round->rows[i]->event.holder;
        struct sl_round_part part = {.key = holder};
        bool again = holder == 0, unknown = false;
        for (size_t j = 0; j < i && !again; j++)
            again = round->rows[j]->event.holder == holder;
        for (size_t j = i; j < round->count && !again && status == SL_OK; j++) {
            if (round->rows[j]->event.holder == holder)
                status = add_converted(parts, round, j, &part, &unknown, err);
        }
        if (unknown) part.amount = (struct sl_money){0};
        if (status == SL_OK && !again) status = add(parts, part, err);
    }
    return status;
}

static const char *label(const struct sl_round *round)
{
    const char *found = NULL;
    for (size_t i = 0; i < round->count; i++) {
        if (round->rows[i]->event.round != NULL) found = round->rows[i]->event.round;
    }
    return found;
}

static enum sl_status add_round(struct sl_round_parts *parts, const struct sl_round *round,
                                struct sl_error *err)
{
    struct sl_round_part part = {.amount = round->amount};
    switch (parts->by) {
    case SL_ROUNDS_BY_INVESTOR:
        return parts->list.convert == NULL ? add_investors(parts, round, err)
                                           : add_investors_in(parts, round, err);
    case SL_ROUNDS_BY_ISSUER: part.key = round->first->issuer; break;
    case SL_ROUNDS_BY_CURRENCY: part.key = currency_key(round->currency); break;
    case SL_ROUNDS_BY_ROUND: part.group = label(round); break;
    case SL_ROUNDS_BY_YEAR:
    case SL_ROUNDS_BY_QUARTER:
    case SL_ROUNDS_BY_MONTH: part.key = period_key(parts->by, round->first->date); break;
    }
    if (part.key == 0 && part.group == NULL) part.group = "";
    return add(parts, part, err);
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
    free(parts->items);
    sl_round_list_release(&parts->list);
    *parts = (struct sl_round_parts){0};
}
