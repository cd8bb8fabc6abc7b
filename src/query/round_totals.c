/* Totals of funding rounds, by period, issuer, investor, label or currency. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/vector.h"
#include "query/columns.h"
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

/* One contribution, then (after sorting) the sum of those of one group and currency. */
struct total {
    const char *group; /* in the arena, or a name of the book */
    struct sl_money amount;
};

struct totals {
    struct sl_book *book;
    enum sl_round_group by;
    struct total *items;
    size_t count, capacity;
    struct sl_arena arena;
    struct sl_convert *convert; /* NULL: amounts as they are stated */
};

static enum sl_status add_total(struct totals *totals, const char *group,
                                const struct sl_money *amount, struct sl_error *err)
{
    if (group == NULL) group = "";
    if (!sl_vector_grow(&totals->items, totals->count, &totals->capacity, sizeof *totals->items))
        return sl_fail_memory(err);
    totals->items[totals->count++] = (struct total){group, *amount};
    return SL_OK;
}

/* The period of a date; a date that is less precise than the period stands for itself. */
static const char *period(struct totals *totals, struct sl_date date)
{
    static const enum sl_date_unit units[] = {
        [SL_ROUNDS_BY_YEAR] = SL_DATE_YEAR,
        [SL_ROUNDS_BY_QUARTER] = SL_DATE_QUARTER,
        [SL_ROUNDS_BY_MONTH] = SL_DATE_MONTH,
    };
    char text[SL_DATE_SIZE];
    enum sl_date_unit unit = units[totals->by];
    if (unit == SL_DATE_YEAR || date.unit < unit) date.unit = (uint8_t)unit;
    size_t length = sl_date_format(date, text);
    return sl_arena_copy(&totals->arena, text, length);
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
        const char *name = sl_book_name(totals->book, event->holder);
        struct sl_money sum = event->amount;
        for (size_t j = i + 1; j < round->count; j++) {
            const struct sl_event *other = &round->rows[j]->event;
            if (same_money_of(event, other) && !sl_money_add(&sum, &other->amount))
                return sl_fail(err, SL_INVALID,
                               "the amounts of %s add up to more than can be counted", name);
        }
        status = add_total(totals, name, &sum, err);
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
        if (status == SL_OK && !again)
            status = add_total(totals, sl_book_name(totals->book, holder), &sum, err);
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
    case SL_ROUNDS_BY_ISSUER: group = sl_book_name(totals->book, round->first->issuer); break;
    case SL_ROUNDS_BY_CURRENCY: group = round->currency; break;
    case SL_ROUNDS_BY_ROUND: group = label(round); break;
    case SL_ROUNDS_BY_YEAR:
    case SL_ROUNDS_BY_QUARTER:
    case SL_ROUNDS_BY_MONTH:
        group = period(totals, round->first->date);
        return group == NULL ? sl_fail_memory(err) : add_total(totals, group, &round->amount, err);
    }
    if (group != NULL && !sl_arena_keep(&totals->arena, &group)) return sl_fail_memory(err);
    return add_total(totals, group, &round->amount, err);
}

static int compare_totals(const void *left, const void *right)
{
    const struct total *a = left, *b = right;
    int order = strcmp(a->group, b->group);
    return order != 0 ? order : strcmp(a->amount.currency, b->amount.currency);
}

static enum sl_status send(struct totals *totals, struct sl_sink sink, struct sl_error *err)
{
    enum sl_status status = SL_OK;
    if (totals->count > 1)
        qsort(totals->items, totals->count, sizeof *totals->items, compare_totals);
    for (size_t i = 0; i < totals->count && status == SL_OK;) {
        struct sl_round_total_row row = {.group = totals->items[i].group};
        size_t next = i;
        while (next < totals->count &&
               compare_totals(&totals->items[i], &totals->items[next]) == 0) {
            if (!sl_money_add(&row.amount, &totals->items[next].amount))
                return sl_fail(err, SL_INVALID,
                               "the rounds of '%s' in %s add up to more than can be counted",
                               row.group, row.amount.currency);
            row.rounds++;
            next++;
        }
        row.currency = row.amount.currency;
        status = sink.row(sink.context, &row, err);
        i = next;
    }
    return status;
}

static enum sl_status gather(struct totals *totals, sl_entity issuer, const struct sl_view *view,
                             struct sl_error *err)
{
    struct sl_play play = {.book = totals->book};
    struct sl_round_list list = {.convert = totals->convert};
    sl_entity *issuers = NULL;
    size_t count = 1;
    enum sl_status status = SL_OK;
    /* in the order of names where that shows: in what is told of rates */
    const bool named = totals->by == SL_ROUNDS_BY_ISSUER || totals->by == SL_ROUNDS_BY_INVESTOR ||
                       totals->convert != NULL;
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
    if (status == SL_OK && totals.count == 0)
        status = sl_fail(err, SL_NOTHING, "no completed round of %s in that time",
                         issuer != NULL ? issuer : "anyone");
    free(totals.items);
    sl_arena_release(&totals.arena);
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
