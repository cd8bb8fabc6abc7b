/* Rows of deals to lanes. */
#include "export/deal_lanes.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/vector.h"
#include "export/figure.h"
#include "export/money_words.h"
#include "model/event.h"

void sl_lanes_init(struct sl_lanes *lanes)
{
    *lanes = (struct sl_lanes){.latest = SL_DAY_MIN};
}

void sl_lanes_release(struct sl_lanes *lanes)
{
    free(lanes->items);
    sl_names_release(&lanes->sources);
    sl_buffer_release(&lanes->text);
    sl_arena_release(&lanes->arena);
}

/* ---- in words ---- */

/* Letters of a pattern: H holder, I issuer, S "28.4 %" or "a stake", fC " from …" and tC " to …"
 * the counterparty, A ", USD 12 M" the amount. */
static const struct {
    const char *kind, *with_holder, *without;
} patterns[] = {
    {"acquire", "H buys S of IfCA", "S of I changes handsA"},
    {"dispose", "H sells S of ItCA", "S of I changes handsA"},
    {"issue", "I issues S to HA", "I issues sharesA"},
    {"cancel", "I retires shares of HA", "I retires sharesA"},
    {"round", "H backs IA", "I raises capitalA"},
    {"debt", "H lends to IA", "I borrowsA"},
    {"ipo", "I goes publicA", "I goes publicA"},
    {"merger", "I and H mergeA", "I mergesA"},
    {"pact", "I and H: pactA", "I: pactA"},
    {"holding", "H holds S of IA", "I: a holdingA"},
    {"found", "I is foundedA", "I is foundedA"},
    {"note", "I and H: noteA", "I: noteA"},
};

static void add_stake(struct sl_buffer *out, double stake, double low, double high)
{
    char text[SL_FIGURE_SIZE];
    if (isnan(stake)) {
        sl_buffer_add_text(out, "a stake");
        return;
    }
    if (high - low > 0) {
        sl_figure_show(low, false, text);
        sl_buffer_printf(out, "%s\u2013", text);
        stake = high;
    }
    sl_figure_show(stake, false, text);
    sl_buffer_printf(out, "%s %%", text);
}

static void add_name(struct sl_buffer *out, const char *before, const char *name)
{
    if (name != NULL && *name != '\0') sl_buffer_printf(out, "%s%s", before, name);
}

static void add_letter(struct sl_buffer *out, char letter, char before,
                       const struct sl_deal_row *row)
{
    switch (letter) {
    case 'H': add_name(out, "", row->holder); break;
    case 'I': add_name(out, "", row->issuer); break;
    case 'C': add_name(out, before == 'f' ? " from " : " to ", row->counterparty); break;
    case 'S':
        /* A level that a trade leads to is not its size. */
        add_stake(out, row->stake_pct == row->stake_after_pct ? NAN : row->stake_pct,
                  row->stake_low_pct, row->stake_high_pct);
        break;
    case 'A':
        if (row->amount.currency[0] == '\0') break;
        sl_buffer_printf(out, ", %s ", row->amount.currency);
        sl_money_words(out, (double)row->amount.minor / pow(10, row->amount.scale),
                       row->amount.currency);
        break;
    default: sl_buffer_add_byte(out, letter); break;
    }
}

static const char *describe(struct sl_lanes *lanes, const struct sl_deal_row *row)
{
    struct sl_buffer *out = &lanes->text;
    bool held = row->holder != NULL && *row->holder != '\0';
    const char *pattern = held ? "I and H" : "I";
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
        if (strcmp(row->kind, patterns[i].kind) != 0) continue;
        pattern = held ? patterns[i].with_holder : patterns[i].without;
    }
    sl_buffer_clear(out);
    for (const char *at = pattern; *at != '\0'; at++) {
        if (at[1] == 'C') continue; /* the letter says how to name the counterparty */
        add_letter(out, *at, at > pattern ? at[-1] : ' ', row);
    }
    if (row->part != NULL && *row->part != '\0') sl_buffer_printf(out, " (%s)", row->part);
    return out->failed ? NULL : sl_text_keep_clean(&lanes->arena, out->data);
}

/* ---- the days ---- */

static enum sl_stage stage_of(const char *word)
{
    int stage = sl_stage_from(word);
    return stage < 0 ? SL_STAGE_ANNOUNCED : (enum sl_stage)stage;
}

/* A deal is completed on the day that it takes effect, whenever that was reported. */
static bool fill_marks(struct sl_lanes *lanes, struct sl_lane *lane, const struct sl_deal_row *row)
{
    lane->marks = sl_arena_alloc(&lanes->arena, (row->stage_count + 1) * sizeof *lane->marks);
    if (lane->marks == NULL) return false;
    lane->first = SL_DAY_MAX;
    lane->last = SL_DAY_MIN;
    for (size_t i = 0; i < row->stage_count; i++) {
        enum sl_stage stage = stage_of(row->stages[i].status);
        int32_t day =
            stage == SL_STAGE_COMPLETED ? row->date.day : sl_date_last_day(row->stages[i].known);
        const char *source = row->stages[i].source;
        if (source != NULL && *source == '\0') source = NULL;
        if (source != NULL && (source = sl_text_keep_clean(&lanes->arena, source)) == NULL)
            return false;
        lane->marks[lane->mark_count++] = (struct sl_lane_mark){day, stage, source};
        if (day < lane->first) lane->first = day;
        if (day > lane->last) lane->last = day;
    }
    return true;
}

enum sl_status sl_lanes_row(void *context, const void *row_pointer, struct sl_error *err)
{
    struct sl_lanes *lanes = context;
    const struct sl_deal_row *row = row_pointer;
    if (!sl_vector_grow(&lanes->items, lanes->count, &lanes->capacity, sizeof *lanes->items))
        return sl_fail_memory(err);
    struct sl_lane *lane = &lanes->items[lanes->count];
    *lane = (struct sl_lane){.text = describe(lanes, row), .stage = stage_of(row->status)};
    if (lane->text == NULL || !fill_marks(lanes, lane, row)) return sl_fail_memory(err);
    lane->planned = lane->stage < SL_STAGE_COMPLETED ? row->date.day : SL_DAY_MIN;
    for (size_t i = 0; i < row->stage_count; i++) {
        if (!sl_sources_add(&lanes->sources, &lanes->arena, row->stages[i].source))
            return sl_fail_memory(err);
    }
    int32_t known = sl_date_last_day(row->last_known);
    if (known > lanes->latest) lanes->latest = known;
    if (lane->stage == SL_STAGE_COMPLETED && lane->last > lanes->latest) lanes->latest = lane->last;
    lanes->count++;
    return SL_OK;
}
