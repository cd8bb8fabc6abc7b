/* Which claims make one round, and what the round's amount, status and sale are. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/sort.h"
#include "base/vector.h"
#include "query/rounds.h"

static bool is_round(const struct sl_event *event)
{
    return event->kind == SL_KIND_ROUND || event->kind == SL_KIND_DEBT;
}

/* A claim, and what rounds are told apart by: the claims themselves may lie far apart. */
struct member {
    const struct sl_claim *claim;
    const char *deal, *round;
    size_t index;
    int32_t day;
    uint8_t kind;
};

static bool same_round(const struct member *a, const struct member *b)
{
    if (a->deal != NULL || b->deal != NULL) return sl_cell_same(a->deal, b->deal);
    return a->kind == b->kind && a->day == b->day && sl_cell_same(a->round, b->round);
}

/* By what makes a round, then in order. */
static int compare_members(const void *left, const void *right)
{
    const struct member *a = left, *b = right;
    int order = sl_cell_compare(a->deal, b->deal);
    if (order == 0 && a->deal == NULL) {
        order = (a->kind > b->kind) - (a->kind < b->kind);
        if (order == 0) order = (a->day > b->day) - (a->day < b->day);
        if (order == 0) order = sl_cell_compare(a->round, b->round);
    }
    return order != 0 ? order : (a->index > b->index) - (a->index < b->index);
}

/* What a row states, of the holders' rows or the headlines; NULL: nothing. */
static const struct sl_money *amount_of(const struct sl_claim *claim, bool headline)
{
    const struct sl_event *event = &claim->event;
    if ((event->holder == 0) != headline || event->amount.currency[0] == '\0') return NULL;
    return &event->amount;
}

static enum sl_status fail_sum(const char *currency, struct sl_error *err)
{
    return sl_fail(err, SL_INVALID, "a round's amounts in %s add up to more than can be counted",
                   currency);
}

/* Adds up what the rows state, holders' or headlines', by currency. */
static enum sl_status sum_rows(struct sl_currency_sums *sums, const struct sl_round *round,
                               bool headline, struct sl_error *err)
{
    sl_currency_sums_clear(sums);
    for (size_t i = 0; i < round->count; i++) {
        const struct sl_money *amount = amount_of(round->rows[i], headline);
        if (amount != NULL && !sl_currency_sums_add(sums, amount)) return sl_fail_memory(err);
    }
    for (size_t i = 0; i < sums->count; i++) {
        if (sums->items[i].uncountable) return fail_sum(sums->items[i].money.currency, err);
    }
    return SL_OK;
}

/* The sum of what the rows state, holders' or headlines'; blank where none does, where currencies
 * differ, or where one of them has no rate. */
static enum sl_status add_amounts(struct sl_round_list *list, struct sl_round *round, bool headline,
                                  bool *stated, struct sl_error *err)
{
    struct sl_money all = {0};
    bool unknown = false;
    enum sl_status status = sum_rows(&list->sums, round, headline, err);
    for (size_t i = 0; i < list->sums.count && status == SL_OK; i++) {
        struct sl_money sum = list->sums.items[i].money;
        if (*stated)
            round->currency[0] = '\0';
        else
            memcpy(round->currency, sum.currency, sizeof sum.currency);
        *stated = true;
        if (list->convert != NULL)
            status = sl_convert_money(list->convert, &sum, round->first->date.day, err);
        if (status != SL_OK) break;
        if (sum.currency[0] == '\0' ||
            (all.currency[0] != '\0' && strcmp(all.currency, sum.currency) != 0))
            unknown = true;
        else if (!sl_money_add(&all, &sum))
            status = fail_sum(all.currency, err);
    }
    round->amount = unknown ? (struct sl_money){0} : all;
    return status;
}

/* As add_amounts does, of the one row that there is. */
static void take_amount(struct sl_round *round)
{
    const struct sl_money *amount = &round->first->amount;
    if (amount->currency[0] == '\0') return;
    round->amount = *amount;
    memcpy(round->currency, amount->currency, sizeof round->currency);
}

static enum sl_status settle_amount(struct sl_round_list *list, struct sl_round *round,
                                    struct sl_error *err)
{
    bool stated = false;
    if (round->count == 1 && list->convert == NULL) {
        take_amount(round);
        return SL_OK;
    }
    enum sl_status status = add_amounts(list, round, true, &stated, err);
    return status == SL_OK && !stated ? add_amounts(list, round, false, &stated, err) : status;
}

static enum sl_status settle_round(struct sl_round_list *list, struct sl_round *round,
                                   struct sl_error *err)
{
    round->sold = NAN;
    round->stage = SL_STAGE_RUMOURED;
    for (size_t i = 0; i < round->count; i++) {
        const struct sl_claim *claim = round->rows[i];
        if (claim->event.stage > round->stage) round->stage = claim->event.stage;
        if (claim->counts) round->counts = true;
        if (!isnan(claim->sold)) round->sold = (isnan(round->sold) ? 0 : round->sold) + claim->sold;
    }
    return settle_amount(list, round, err);
}

static int compare_rounds(const void *left, const void *right)
{
    const struct sl_event *a = ((const struct sl_round *)left)->first;
    const struct sl_event *b = ((const struct sl_round *)right)->first;
    if (a->date.day != b->date.day) return a->date.day < b->date.day ? -1 : 1;
    return (a->seq > b->seq) - (a->seq < b->seq);
}

/* Completed rounds add up, equity and debt apart, currency by currency. */
static enum sl_status accumulate(struct sl_round_list *list, struct sl_error *err)
{
    for (size_t i = 0; i < list->count; i++) {
        struct sl_round *round = &list->items[i];
        if (round->amount.currency[0] == '\0') continue;
        struct sl_money sum = round->amount;
        sum.minor = 0;
        for (size_t j = i; j-- > 0;) {
            const struct sl_round *before = &list->items[j];
            if (before->first->kind != round->first->kind ||
                strcmp(before->cumulative.currency, sum.currency) != 0)
                continue;
            sum = before->cumulative;
            break;
        }
        if (round->stage == SL_STAGE_COMPLETED && !sl_money_add(&sum, &round->amount))
            return sl_fail(err, SL_INVALID, "the rounds in %s add up to more than can be counted",
                           sum.currency);
        round->cumulative = sum;
    }
    return SL_OK;
}

/* Takes the claims of rounds: first those without a deal, in order, then those with one. The number
 * of the first. */
static size_t take_members(struct member *members, const struct sl_claims *claims, size_t *count)
{
    size_t plain = 0, dealt = 0;
    for (size_t i = 0; i < claims->count; i++) {
        const struct sl_event *event = &claims->items[i].event;
        if (!is_round(event)) continue;
        const struct member member = {.claim = &claims->items[i],
                                      .deal = event->deal,
                                      .round = event->round,
                                      .index = i,
                                      .day = event->date.day,
                                      .kind = (uint8_t)event->kind};
        if (event->deal == NULL)
            members[plain++] = member;
        else
            members[claims->count - ++dealt] = member;
    }
    memmove(members + plain, members + claims->count - dealt, dealt * sizeof *members);
    *count = plain + dealt;
    return plain;
}

/* Puts those of one round together: without a deal they are of one day, in the order of which they
 * already are. */
static void sort_members(struct member *members, size_t plain, size_t count)
{
    for (size_t i = 0, end; i < plain; i = end) {
        for (end = i + 1; end < plain && members[end].day == members[i].day; end++)
            ;
        if (end - i > 1) sl_sort_few(members + i, end - i, sizeof *members, compare_members);
    }
    if (count - plain > 1)
        sl_sort_few(members + plain, count - plain, sizeof *members, compare_members);
}

enum sl_status sl_round_list_group(struct sl_round_list *list, struct sl_claims *claims,
                                   struct sl_error *err)
{
    size_t count;
    list->count = 0;
    struct member *members = sl_arena_alloc(&claims->arena, claims->count * sizeof *members + 1);
    const struct sl_claim **rows = sl_arena_alloc(&claims->arena, claims->count * sizeof *rows + 1);
    if (members == NULL || rows == NULL) return sl_fail_memory(err);
    const size_t plain = take_members(members, claims, &count);
    sort_members(members, plain, count);
    for (size_t i = 0; i < count; i++) {
        rows[i] = members[i].claim;
        if (i > 0 && same_round(&members[i - 1], &members[i])) {
            list->items[list->count - 1].count++;
            continue;
        }
        if (!sl_vector_grow(&list->items, list->count, &list->capacity, sizeof *list->items))
            return sl_fail_memory(err);
        list->items[list->count++] =
            (struct sl_round){.first = &rows[i]->event, .rows = &rows[i], .count = 1};
    }
    return SL_OK;
}

enum sl_status sl_round_list_read(struct sl_round_list *list, struct sl_play *play,
                                  sl_entity issuer, const struct sl_view *view,
                                  struct sl_error *err)
{
    enum sl_status status = list->alone
                                ? sl_play_claims(play, issuer, SL_COLUMNS_FUNDING, view, err)
                                : sl_play_issuer(play, issuer, view, NULL, err);
    list->count = 0;
    if (status == SL_OK) status = sl_round_list_group(list, &play->claims, err);
    for (size_t i = 0; i < list->count && status == SL_OK; i++)
        status = settle_round(list, &list->items[i], err);
    if (status != SL_OK || list->alone) return status;
    if (list->count > 1) qsort(list->items, list->count, sizeof *list->items, compare_rounds);
    return accumulate(list, err);
}

void sl_round_list_release(struct sl_round_list *list)
{
    free(list->items);
    sl_currency_sums_release(&list->sums);
    *list = (struct sl_round_list){0};
}
