/* Rows of rounds to parts of bars. */
#include "export/fund_totals.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/vector.h"
#include "model/calendar.h"
#include "model/event.h"

void sl_funds_init(struct sl_funds *funds, const struct sl_chart_options *options)
{
    *funds = (struct sl_funds){.quarters = options->quarters,
                               .by_kind = options->by_kind,
                               .least = options->view.pro_forma,
                               .first = INT32_MAX,
                               .last = INT32_MIN,
                               .until = SL_DAY_MIN};
}

void sl_funds_release(struct sl_funds *funds)
{
    free(funds->items);
    sl_names_release(&funds->sources);
    sl_names_release(&funds->currencies);
    sl_names_release(&funds->parts);
    sl_arena_release(&funds->arena);
}

static bool is_blank(const char *text)
{
    return text == NULL || *text == '\0';
}

static bool counts(const struct sl_funds *funds, const struct sl_round_row *row)
{
    int stage = is_blank(row->status) ? SL_STAGE_COMPLETED : sl_stage_from(row->status);
    return stage >= (int)funds->least && stage <= SL_STAGE_COMPLETED;
}

/* What a round is called in the key. */
static const char *part_of(const struct sl_funds *funds, const struct sl_round_row *row)
{
    bool debt = strcmp(row->kind, "debt") == 0;
    if (funds->by_kind) return debt ? "debt" : "equity";
    if (!is_blank(row->round)) return row->round;
    if (!is_blank(row->instrument)) return row->instrument;
    return debt ? "debt" : "equity";
}

int32_t sl_funds_period(const struct sl_funds *funds, int32_t day)
{
    struct sl_civil civil = sl_civil_from_day(day);
    return funds->quarters ? civil.year * 4 + (int32_t)(civil.month - 1) / 3 : civil.year;
}

enum sl_status sl_funds_row(void *context, const void *row_pointer, struct sl_error *err)
{
    struct sl_funds *funds = context;
    const struct sl_round_row *row = row_pointer;
    if (!counts(funds, row)) return SL_OK;
    if (row->date.day > funds->until) funds->until = row->date.day;
    if (row->amount.currency[0] == '\0') {
        funds->undisclosed++;
        return SL_OK;
    }
    if (!sl_vector_grow(&funds->items, funds->count, &funds->capacity, sizeof *funds->items))
        return sl_fail_memory(err);
    struct sl_fund *fund = &funds->items[funds->count];
    *fund = (struct sl_fund){
        .period = sl_funds_period(funds, row->date.day),
        .arrival = row->arrival,
        .part = sl_names_add_clean(&funds->parts, &funds->arena, part_of(funds, row)),
        .currency = sl_names_add(&funds->currencies, &funds->arena, row->amount.currency,
                                 strlen(row->amount.currency)),
        .amount = (double)row->amount.minor / pow(10, row->amount.scale),
    };
    if (fund->part == SL_NO_NAME || fund->currency == SL_NO_NAME ||
        !sl_sources_add(&funds->sources, &funds->arena, row->source))
        return sl_fail_memory(err);
    if (fund->period < funds->first) funds->first = fund->period;
    if (fund->period > funds->last) funds->last = fund->period;
    funds->count++;
    return SL_OK;
}

/* ---- the parts that get a colour of their own ---- */

/* By how many rounds there are, which needs no rate; then as they came. */
struct part {
    size_t rounds, index;
};

static int compare_parts(const void *left, const void *right)
{
    const struct part *a = left, *b = right;
    if (a->rounds != b->rounds) return a->rounds > b->rounds ? -1 : 1;
    return (a->index > b->index) - (a->index < b->index);
}

static int compare_indices(const void *left, const void *right)
{
    const struct part *a = left, *b = right;
    return (a->index > b->index) - (a->index < b->index);
}

bool sl_funds_settle(struct sl_funds *funds, size_t most)
{
    size_t count = funds->parts.count;
    if (count <= most) return true;
    struct part *parts = calloc(count, sizeof *parts);
    size_t *places = malloc(count * sizeof *places);
    const char **names = malloc(most * sizeof *names);
    bool ok = parts != NULL && places != NULL && names != NULL;
    for (size_t i = 0; ok && i < count; i++)
        parts[i].index = i, places[i] = most - 1;
    for (size_t i = 0; ok && i < funds->count; i++)
        parts[funds->items[i].part].rounds++;
    if (ok) {
        qsort(parts, count, sizeof *parts, compare_parts);
        qsort(parts, most - 1, sizeof *parts, compare_indices); /* in the order they came */
        for (size_t i = 0; i + 1 < most; i++) {
            places[parts[i].index] = i;
            names[i] = funds->parts.items[parts[i].index];
        }
        names[most - 1] = "other";
        for (size_t i = 0; i < funds->count; i++)
            funds->items[i].part = places[funds->items[i].part];
        memcpy(funds->parts.items, names, most * sizeof *names);
        funds->parts.count = most;
    }
    free(parts);
    free(places);
    free(names);
    return ok;
}
