/* The walk over an issuer's claims: which rows form a group, what each row of the timeline says,
 * whose stake moved only because the capital did. */
#include "query/replay.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/sort.h"
#include "base/vector.h"

struct replay {
    struct sl_ledger *ledger;
    struct sl_claims *claims;
    const struct sl_step_sink *sink; /* NULL: no rows */
    struct sl_claim **rows;          /* of the group at hand */
    struct sl_effect *effects;
    size_t capacity, effects_capacity;
    bool *done;    /* claims applied with an earlier one's group */
    size_t *next;  /* of those of one day, the next one of the same group; 0: none */
    size_t linked; /* so far */
};

static bool is_grouped(const struct sl_claim *claim)
{
    return claim->counts &&
           (claim->event.kind == SL_KIND_ISSUE || claim->event.kind == SL_KIND_ROUND);
}

/* Are two grouped rows of one day one group? */
static bool same_group(const struct sl_event *a, const struct sl_event *b)
{
    if (a->deal != NULL || b->deal != NULL) return sl_cell_same(a->deal, b->deal);
    return a->kind == b->kind && sl_cell_same(a->round, b->round);
}

/* ---- rows ---- */

static double middle(struct sl_range range)
{
    return (range.low + range.high) / 2;
}

/* New less old; the old is 0 for one never met that gains. */
static double change_of(const struct sl_ledger *ledger, const struct sl_position *position,
                        bool gains)
{
    struct sl_range now, before;
    if (!sl_ledger_stake(ledger, position, &now)) return NAN;
    bool known = sl_ledger_stake_before(ledger, position, &before);
    if (!known && (position->before.state != SL_STATE_NEVER || !gains)) return NAN;
    return middle(now) - middle(before);
}

static enum sl_status emit(struct replay *replay, const struct sl_step *step, struct sl_error *err)
{
    return replay->sink->step(replay->sink->context, replay->ledger, step, err);
}

static enum sl_kind opposite(enum sl_kind kind)
{
    return kind == SL_KIND_ACQUIRE ? SL_KIND_DISPOSE : SL_KIND_ACQUIRE;
}

static enum sl_status emit_counterparty(struct replay *replay, const struct sl_claim *claim,
                                        const struct sl_effect *effect, double pending_change,
                                        struct sl_error *err)
{
    const struct sl_event *event = &claim->event;
    bool trade = event->kind == SL_KIND_ACQUIRE || event->kind == SL_KIND_DISPOSE;
    if (!trade || event->counterparty == 0) return SL_OK;
    struct sl_step step = {.event = event,
                           .anchor = event,
                           .kind = opposite(event->kind),
                           .holder = event->counterparty,
                           .class_ = event->class_,
                           .change = -pending_change,
                           .flags = claim->pending ? SL_FLAG_PENDING : 0};
    if (effect != NULL) {
        step.position = effect->counterparty;
        step.flags |= effect->counterparty_flags;
        step.change =
            change_of(replay->ledger, effect->counterparty, event->kind == SL_KIND_DISPOSE);
        effect->counterparty->row = replay->ledger->step;
    }
    return emit(replay, &step, err);
}

/* A claim that does not count: announced, not done. */
static enum sl_status emit_pending(struct replay *replay, const struct sl_claim *claim,
                                   struct sl_error *err)
{
    const struct sl_event *event = &claim->event;
    struct sl_step step = {.event = event,
                           .anchor = event,
                           .kind = event->kind,
                           .holder = event->holder,
                           .class_ = event->class_,
                           .change = NAN,
                           .flags = SL_FLAG_PENDING};
    if (sl_kind_moves_positions(event->kind) && sl_stake_is_stated(event->stake)) {
        bool falls = event->kind == SL_KIND_DISPOSE || event->kind == SL_KIND_CANCEL;
        step.change = sl_stake_middle(event->stake) / 100 * (falls ? -1 : 1);
    }
    enum sl_status status = emit(replay, &step, err);
    if (status != SL_OK) return status;
    return emit_counterparty(replay, claim, NULL, step.change, err);
}

/* The row of one applied event. */
static enum sl_status emit_event(struct replay *replay, const struct sl_claim *claim,
                                 const struct sl_event *anchor, const struct sl_effect *effect,
                                 struct sl_error *err)
{
    const struct sl_event *event = &claim->event;
    struct sl_step step = {.event = event,
                           .anchor = anchor,
                           .kind = event->kind,
                           .holder = event->holder,
                           .class_ = event->class_,
                           .position = effect->holder,
                           .worth = effect->worth,
                           .change = NAN,
                           .flags = effect->flags | (claim->pending ? SL_FLAG_PENDING : 0)};
    if (effect->holder != NULL) {
        bool gains = event->kind == SL_KIND_ACQUIRE || event->kind == SL_KIND_ISSUE ||
                     event->kind == SL_KIND_ROUND;
        step.change = change_of(replay->ledger, effect->holder, gains);
        if (effect->holder->row == replay->ledger->step && !isnan(step.change)) step.change = 0;
        effect->holder->row = replay->ledger->step;
    }
    return emit(replay, &step, err);
}

/* Whose known stake moved, though no row of the event is about it? */
static enum sl_status emit_dilutions(struct replay *replay, const struct sl_event *anchor,
                                     struct sl_error *err)
{
    const struct sl_ledger *ledger = replay->ledger;
    bool moved = ledger->capital.moves != ledger->start.moves;
    if (!ledger->others && !moved) return SL_OK;
    for (size_t i = 0; i < ledger->count; i++) {
        struct sl_position *position = ledger->positions[i];
        if (position->row == ledger->step || position->state != SL_STATE_KNOWN) continue;
        struct sl_range now, before;
        if (!sl_ledger_stake(ledger, position, &now)) continue;
        if (!sl_ledger_stake_before(ledger, position, &before)) continue;
        if (fabs(now.low - before.low) < 1e-12 && fabs(now.high - before.high) < 1e-12) continue;
        struct sl_step step = {.event = anchor,
                               .anchor = anchor,
                               .holder = position->holder,
                               .class_ = position->class_,
                               .position = position,
                               .change = middle(now) - middle(before)};
        enum sl_status status = emit(replay, &step, err);
        if (status != SL_OK) return status;
    }
    return SL_OK;
}

/* ---- the walk ---- */

static enum sl_status play_event(struct replay *replay, const struct sl_claim *claim,
                                 struct sl_error *err)
{
    struct sl_effect effect;
    enum sl_status status = sl_ledger_apply(replay->ledger, &claim->event, &effect, err);
    if (status != SL_OK || replay->sink == NULL) return status;
    status = emit_event(replay, claim, &claim->event, &effect, err);
    if (status == SL_OK && effect.counterparty != NULL)
        status = emit_counterparty(replay, claim, &effect, NAN, err);
    if (status == SL_OK) status = emit_dilutions(replay, &claim->event, err);
    return status;
}

/* By what makes a group, then in order. The claims are of one day. */
static int compare_grouped(const void *left, const void *right)
{
    const struct sl_claim *a = *(const struct sl_claim *const *)left;
    const struct sl_claim *b = *(const struct sl_claim *const *)right;
    const struct sl_event *x = &a->event, *y = &b->event;
    int order = sl_cell_compare(x->deal, y->deal);
    if (order == 0 && x->deal == NULL) {
        order = (x->kind > y->kind) - (x->kind < y->kind);
        if (order == 0) order = sl_cell_compare(x->round, y->round);
    }
    return order != 0 ? order : (a > b) - (a < b);
}

/* Links the grouped claims of the day that begins at `first`: each to the next one of its group. */
static enum sl_status link_day(struct replay *replay, size_t first, struct sl_error *err)
{
    struct sl_claim *items = replay->claims->items;
    size_t count = 0, end = first;
    for (; end < replay->claims->count && items[end].event.date.day == items[first].event.date.day;
         end++) {
        replay->next[end] = 0;
        if (!is_grouped(&items[end])) continue;
        if (!sl_vector_grow(&replay->rows, count, &replay->capacity, sizeof(*replay->rows)))
            return sl_fail_memory(err);
        replay->rows[count++] = &items[end];
    }
    replay->linked = end;
    if (count > 1) sl_sort_few(replay->rows, count, sizeof *replay->rows, compare_grouped);
    for (size_t i = 1; i < count; i++) {
        if (same_group(&replay->rows[i - 1]->event, &replay->rows[i]->event))
            replay->next[replay->rows[i - 1] - items] = (size_t)(replay->rows[i] - items);
    }
    return SL_OK;
}

/* Collects the rows of the group that begins at `first`. */
static enum sl_status gather(struct replay *replay, size_t first, size_t *count,
                             struct sl_error *err)
{
    struct sl_claim *items = replay->claims->items;
    size_t i = first;
    *count = 0;
    if (first >= replay->linked) {
        enum sl_status status = link_day(replay, first, err);
        if (status != SL_OK) return status;
    }
    do {
        if (!sl_vector_grow(&replay->rows, *count, &replay->capacity, sizeof(*replay->rows)) ||
            !sl_vector_grow(&replay->effects, *count, &replay->effects_capacity,
                            sizeof(*replay->effects)))
            return sl_fail_memory(err);
        replay->rows[(*count)++] = &items[i];
        replay->done[i] = true;
        i = replay->next[i];
    } while (i != 0);
    return SL_OK;
}

static enum sl_status play_group(struct replay *replay, size_t first, struct sl_error *err)
{
    size_t count;
    double sold;
    enum sl_status status = gather(replay, first, &count, err);
    if (status == SL_OK)
        status =
            sl_ledger_apply_group(replay->ledger, replay->rows, count, replay->effects, &sold, err);
    if (status != SL_OK) return status;
    for (size_t i = 0; i < count; i++) {
        if (replay->rows[i]->event.kind != SL_KIND_ROUND) continue;
        replay->rows[i]->sold = sold;
        break;
    }
    if (replay->sink == NULL) return SL_OK;
    const struct sl_event *anchor = &replay->rows[0]->event;
    for (size_t i = 0; i < count && status == SL_OK; i++)
        status = emit_event(replay, replay->rows[i], anchor, &replay->effects[i], err);
    if (status == SL_OK) status = emit_dilutions(replay, anchor, err);
    return status;
}

enum { EXPECT_FAR = 16, EXPECT_NEAR = 8 };

enum sl_status sl_replay(struct sl_ledger *ledger, struct sl_claims *claims,
                         const struct sl_step_sink *sink, struct sl_error *err)
{
    struct replay replay = {.ledger = ledger, .claims = claims, .sink = sink};
    enum sl_status status = SL_OK;
    replay.done = sl_arena_alloc(&claims->arena, claims->count * sizeof *replay.done + 1);
    replay.next = sl_arena_alloc(&claims->arena, claims->count * sizeof *replay.next + 1);
    if (replay.done == NULL || replay.next == NULL) return sl_fail_memory(err);
    memset(replay.done, 0, claims->count * sizeof *replay.done);
    for (size_t i = 0; i < claims->count && status == SL_OK; i++) {
        const struct sl_claim *claim = &claims->items[i];
        if (i + EXPECT_FAR < claims->count)
            sl_ledger_expect(ledger, &claim[EXPECT_FAR].event, false);
        if (i + EXPECT_NEAR < claims->count)
            sl_ledger_expect(ledger, &claim[EXPECT_NEAR].event, true);
        if (replay.done[i]) continue;
        if (is_grouped(claim))
            status = play_group(&replay, i, err);
        else if (claim->counts)
            status = play_event(&replay, claim, err);
        else if (sink != NULL)
            status = emit_pending(&replay, claim, err);
    }
    free(replay.rows);
    free(replay.effects);
    return status;
}
