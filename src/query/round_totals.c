/* Totals of funding rounds, by period, issuer, investor, label or currency. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "model/calendar.h"
#include "query/columns.h"
#include "query/round_sums.h"
#include "query/rounds.h"

#define TOTAL(member, name, label, type, show) \
    COLUMN(struct sl_round_total_row, member, name, label, type, show)

static const struct sl_field total_fields[] = {
    TOTAL(group, "group", "Group", TEXT, ALWAYS),
    TOTAL(rounds, "rounds", "Rounds", COUNT, ALWAYS),
    TOTAL(amount, "amount", "Amount", MONEY, MONEY),
    TOTAL(currency, "currency", NULL, TEXT, PLAIN),
};
const struct sl_row_type sl_round_total_row_type = ROW_TYPE("round totals", total_fields);

struct totals {
    struct sl_book *book;
    enum sl_round_group by;
    struct sl_sums sums;
    struct sl_convert *convert; /* NULL: amounts as they are stated */
};

enum { UNITS = 16 }; /* more than there are units of dates */

/* The period of a date, as a number: its first month and its unit. A date that is less precise than
 * the period stands for itself. */
static int64_t period_key(const struct totals *totals, struct sl_date date)
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
    const enum sl_date_unit unit = periods[totals->by].unit;
    int64_t month = (int64_t)civil.year * 12 + civil.month - 1;
    if (unit == SL_DATE_YEAR || date.unit < unit) {
        month -= month % periods[totals->by].months;
        date.unit = (uint8_t)unit;
    }
    return month * UNITS + date.unit;
}

static const char *spell_period(struct totals *totals, int64_t key)
{
    char text[SL_DATE_SIZE];
    const int month = (int)(key / UNITS);
    const struct sl_date date = {.day = sl_day_from_civil(month / 12, month % 12 + 1, 1),
                                 .unit = (uint8_t)(key % UNITS)};
    return sl_arena_copy(&totals->sums.arena, text, sl_date_format(date, text));
}

static enum sl_status spell(struct totals *totals, struct sl_sum *total, struct sl_error *err)
{
    if (total->group != NULL) return SL_OK;
    const bool named = totals->by == SL_ROUNDS_BY_ISSUER || totals->by == SL_ROUNDS_BY_INVESTOR;
    total->group =
        named ? sl_book_name(totals->book, total->key) : spell_period(totals, total->key);
    return total->group == NULL ? sl_fail_memory(err) : SL_OK;
}

static enum sl_status add_to(struct totals *totals, struct sl_sum *sum, const struct sl_sum *more,
                             struct sl_error *err)
{
    sum->rounds += more->rounds;
    if (sl_money_add(&sum->amount, &more->amount)) return SL_OK;
    enum sl_status status = spell(totals, sum, err);
    if (status != SL_OK) return status;
    return sl_fail(err, SL_INVALID, "the rounds of '%s' in %s add up to more than can be counted",
                   sum->group, sum->amount.currency);
}

/* One more round of the group: of an entity or a period by its key, of another by its text. */
static enum sl_status add_total(struct totals *totals, int64_t key, const char *group,
                                const struct sl_money *amount, struct sl_error *err)
{
    const struct sl_sum more = {.key = key, .group = group, .rounds = 1, .amount = *amount};
    struct sl_sum *sum = sl_sums_find(&totals->sums, &more);
    return sum == NULL ? sl_fail_memory(err) : add_to(totals, sum, &more, err);
}

static const char *label(const struct sl_round *round)
{
    const char *found = NULL;
    for (size_t i = 0; i < round->count; i++) {
        if (round->rows[i]->event.round != NULL) found = round->rows[i]->event.round;
    }
    return found;
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
static enum sl_status add_investors(struct totals *totals, const struct sl_round *round,
                                    struct sl_error *err)
{
    enum sl_status status = SL_OK;
    for (size_t i = 0; i < round->count && status == SL_OK; i++) {
        const struct sl_event *event = &round->rows[i]->event;
        if (event->holder == 0 || is_counted(round, i)) continue;
        struct sl_money sum = event->amount;
        for (size_t j = i + 1; j < round->count; j++) {
            const struct sl_event *other = &round->rows[j]->event;
            if (same_money_of(event, other) && !sl_money_add(&sum, &other->amount))
                return sl_fail(err, SL_INVALID,
                               "the amounts of %s add up to more than can be counted",
                               sl_book_name(totals->book, event->holder));
        }
        status = add_total(totals, event->holder, NULL, &sum, err);
    }
    return status;
}

/* The same in one currency; an investor with an amount that has no rate counts without one. */
static enum sl_status add_investors_in(struct totals *totals, const struct sl_round *round,
                                       struct sl_error *err)
{
    enum sl_status status = SL_OK;
    for (size_t i = 0; i < round->count && status == SL_OK; i++) {
        const sl_entity holder = round->rows[i]->event.holder;
        struct sl_money sum = {0};
        bool again = holder == 0, unknown = false;
        for (size_t j = 0; j < i && !again; j++)
            again = round->rows[j]->event.holder == holder;
        for (size_t j = i; j < round->count && !again && status == SL_OK; j++) {
            struct sl_money amount = round->rows[j]->event.amount;
            if (round->rows[j]->event.holder != holder || amount.currency[0] == '\0') continue;
            status = sl_convert_money(totals->convert, &amount, round->first->date.day, err);
            if (status == SL_OK && amount.currency[0] == '\0') {
                unknown = true;
            } else if (status == SL_OK && !sl_money_add(&sum, &amount)) {
                status =
                    sl_fail(err, SL_INVALID, "the amounts of %s add up to more than can be counted",
                            sl_book_name(totals->book, holder));
            }
        }
        if (unknown) sum = (struct sl_money){0};
        if (status == SL_OK && !again) status = add_total(totals, holder, NULL, &sum, err);
    }
    return status;
}

static enum sl_status add_round(struct totals *totals, const struct sl_round *round,
                                struct sl_error *err)
{
    const char *group = NULL;
    switch (totals->by) {
    case SL_ROUNDS_BY_INVESTOR:
        return totals->convert == NULL ? add_investors(totals, round, err)
                                       : add_investors_in(totals, round, err);
    case SL_ROUNDS_BY_ISSUER:
        return add_total(totals, round->first->issuer, NULL, &round->amount, err);
    case SL_ROUNDS_BY_CURRENCY: group = round->currency; break;
    case SL_ROUNDS_BY_ROUND: group = label(round); break;
    case SL_ROUNDS_BY_YEAR:
    case SL_ROUNDS_BY_QUARTER:
    case SL_ROUNDS_BY_MONTH:
        return add_total(totals, period_key(totals, round->first->date), NULL, &round->amount, err);
    }
    return add_total(totals, 0, group == NULL ? "" : group, &round->amount, err);
}

static int compare_groups(const void *left, const void *right)
{
    const struct sl_sum *a = left, *b = right;
    int order = strcmp(a->group, b->group);
    return order != 0 ? order : strcmp(a->amount.currency, b->amount.currency);
}

/* Spells the groups, of which each is read once, and sorts them: what reads alike is one. */
static enum sl_status sum_up(struct totals *totals, struct sl_error *err)
{
    size_t kept = 0;
    enum sl_status status = sl_book_expect_names(totals->book, totals->sums.count, err);
    for (size_t i = 0; i < totals->sums.count && status == SL_OK; i++)
        status = spell(totals, &totals->sums.items[i], err);
    if (status == SL_OK && totals->sums.count > 1)
        qsort(totals->sums.items, totals->sums.count, sizeof *totals->sums.items, compare_groups);
    for (size_t i = 0; i < totals->sums.count && status == SL_OK; i++) {
        if (kept > 0 && compare_groups(&totals->sums.items[kept - 1], &totals->sums.items[i]) == 0)
            status = add_to(totals, &totals->sums.items[kept - 1], &totals->sums.items[i], err);
        else
            totals->sums.items[kept++] = totals->sums.items[i];
    }
    totals->sums.count = kept;
    return status;
}

static enum sl_status send(struct totals *totals, struct sl_sink sink, struct sl_error *err)
{
    enum sl_status status = sum_up(totals, err);
    for (size_t i = 0; i < totals->sums.count && status == SL_OK; i++) {
        const struct sl_sum *total = &totals->sums.items[i];
        const struct sl_round_total_row row = {.group = total->group,
                                               .rounds = total->rounds,
                                               .amount = total->amount,
                                               .currency = total->amount.currency};
        status = sink.row(sink.context, &row, err);
    }
    return status;
}

static enum sl_status gather(struct totals *totals, sl_entity issuer, const struct sl_view *view,
                             struct sl_error *err)
{
    struct sl_play play = {.book = totals->book};
    struct sl_round_list list = {.convert = totals->convert, .unsized = true};
    sl_entity *issuers = NULL;
    size_t count = 1;
    enum sl_status status = SL_OK;
    /* in the order of names where that shows: in what is told of rates */
    const bool named = totals->convert != NULL;
    if (issuer == 0) status = sl_book_issuers_funded(totals->book, named, &issuers, &count, err);
    for (size_t i = 0; i < count && status == SL_OK; i++) {
        status = sl_round_list_read(&list, &play, issuers == NULL ? issuer : issuers[i], view, err);
        for (size_t j = 0; j < list.count && status == SL_OK; j++) {
            const struct sl_round *round = &list.items[j];
            if (round->counts && round->first->date.day >= view->from)
                status = add_round(totals, round, err);
        }
    }
    free(issuers);
    sl_round_list_release(&list);
    sl_play_release(&play);
    return status;
}

static enum sl_status round_totals(struct sl_book *book, const char *issuer, enum sl_round_group by,
                                   const struct sl_view *view, struct sl_convert *convert,
                                   struct sl_sink sink, struct sl_error *err)
{
    struct totals totals = {.book = book, .by = by, .convert = convert};
    sl_entity of;
    enum sl_status status = sl_play_find(book, issuer, &of, err);
    if (status == SL_OK) status = gather(&totals, of, view, err);
    if (status == SL_OK) status = send(&totals, sink, err);
    if (status == SL_OK && totals.sums.count == 0)
        status = sl_fail(err, SL_NOTHING, "no completed round of %s in that time",
                         issuer != NULL ? issuer : "anyone");
    sl_sums_release(&totals.sums);
    return status;
}

enum sl_status sl_round_totals(struct sl_book *book, const char *issuer, enum sl_round_group by,
                               const struct sl_view *view, struct sl_sink sink,
                               struct sl_error *err)
{
    return round_totals(book, issuer, by, view, NULL, sink, err);
}

enum sl_status sl_round_totals_in(struct sl_book *book, const char *issuer, enum sl_round_group by,
                                  const struct sl_view *view,
                                  const struct sl_conversion *conversion, struct sl_sink sink,
                                  struct sl_error *err)
{
    struct sl_convert convert = {0};
    enum sl_status status = sl_convert_begin(&convert, book, conversion, err);
    if (status == SL_OK) status = round_totals(book, issuer, by, view, &convert, sink, err);
    sl_convert_end(&convert, status == SL_OK);
    return status;
}
