/* Rows of rounds to bars. */
#include "export/round_bars.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/error.h"
#include "base/vector.h"

void sl_round_bars_init(struct sl_round_bars *list)
{
    *list = (struct sl_round_bars){.last = SL_DAY_MIN};
}

void sl_round_bars_release(struct sl_round_bars *list)
{
    free(list->bars);
    sl_names_release(&list->sources);
    sl_names_release(&list->currencies);
    sl_arena_release(&list->arena);
}

static bool is_blank(const char *text)
{
    return text == NULL || *text == '\0';
}

static double major_of(const struct sl_money *money)
{
    return money->currency[0] == '\0' ? NAN : (double)money->minor / pow(10, money->scale);
}

/* Its label; without one what it is. */
static const char *name_of(const struct sl_round_row *row)
{
    if (!is_blank(row->round)) return row->round;
    if (!is_blank(row->instrument)) return row->instrument;
    return is_blank(row->kind) ? "round" : row->kind;
}

static bool fill_bar(struct sl_round_bars *list, struct sl_round_bar *bar,
                     const struct sl_round_row *row)
{
    bool completed = is_blank(row->status) || strcmp(row->status, "completed") == 0;
    *bar = (struct sl_round_bar){.date = row->date,
                                 .name = sl_text_keep_clean(&list->arena, name_of(row)),
                                 .debt = !is_blank(row->kind) && strcmp(row->kind, "debt") == 0,
                                 .amount = major_of(&row->amount),
                                 .cumulative = major_of(&row->cumulative),
                                 .arrival = row->arrival,
                                 .panel = SL_NO_NAME};
    if (bar->name == NULL) return false;
    if (!completed) {
        bar->stage = sl_text_keep_clean(&list->arena, row->status);
        if (bar->stage == NULL) return false;
    }
    if (!isnan(bar->amount)) {
        const char *currency = row->amount.currency;
        bar->panel = sl_names_add(&list->currencies, &list->arena, currency, strlen(currency));
        if (bar->panel == SL_NO_NAME) return false;
    }
    return true;
}

enum sl_status sl_round_bars_row(void *context, const void *row_pointer, struct sl_error *err)
{
    struct sl_round_bars *list = context;
    const struct sl_round_row *row = row_pointer;
    if (list->subject == NULL && !is_blank(row->issuer)) {
        list->subject = sl_text_keep_clean(&list->arena, row->issuer);
        if (list->subject == NULL) return sl_fail_memory(err);
    }
    if (!sl_vector_grow(&list->bars, list->count, &list->capacity, sizeof *list->bars)) {
        return sl_fail_memory(err);
    }
    if (!fill_bar(list, &list->bars[list->count], row) ||
        !sl_sources_add(&list->sources, &list->arena, row->source)) {
        return sl_fail_memory(err);
    }
    list->count++;
    if (row->date.day > list->last) list->last = row->date.day;
    return SL_OK;
}

size_t sl_round_bars_settle(struct sl_round_bars *list)
{
    size_t most = 0, home = 0;
    for (size_t i = 0; i < list->currencies.count; i++) {
        size_t rounds = 0;
        for (size_t k = 0; k < list->count; k++)
            rounds += list->bars[k].panel == i;
        if (rounds > most) most = rounds, home = i;
    }
    for (size_t k = 0; k < list->count; k++)
        if (list->bars[k].panel == SL_NO_NAME) list->bars[k].panel = home;
    return list->currencies.count > 0 ? list->currencies.count : 1;
}
