/* One issuer's events in memory, and which version of each deal stands at the known date. */
#include "query/claims.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/sort.h"
#include "base/text.h"
#include "base/vector.h"

/* ---- reading ---- */

/* Decides who counts. */
static void weigh(struct sl_claim *claim, const struct sl_view *view)
{
    claim->pending = claim->event.stage != SL_STAGE_COMPLETED;
    claim->counts = claim->event.stage >= view->pro_forma;
    claim->sold = NAN;
}

static bool note_deal(struct sl_claims *claims, size_t index)
{
    if (claims->items[index].event.deal == NULL) return true;
    if (!sl_vector_grow(&claims->dealt, claims->dealt_count, &claims->dealt_capacity,
                        sizeof *claims->dealt))
        return false;
    claims->dealt[claims->dealt_count++] = index;
    return true;
}

/* Reads all that the cursor has; weighs it by the view, while it is at hand, where there is one. */
static enum sl_status read_events(struct sl_claims *claims, struct sl_cursor *cursor,
                                  const struct sl_view *view, struct sl_error *err)
{
    claims->count = claims->dealt_count = 0;
    sl_arena_reset(&claims->arena);
    for (;;) {
        if (!sl_vector_grow(&claims->items, claims->count, &claims->capacity,
                            sizeof *claims->items))
            return sl_fail_memory(err);
        struct sl_claim *claim = &claims->items[claims->count];
        enum sl_status status = sl_cursor_next(cursor, &claim->event, err);
        if (status == SL_NOTHING) return SL_OK;
        if (status != SL_OK) return status;
        claim->superseded = false;
        claim->next = NULL;
        if (view != NULL) weigh(claim, view);
        if (!note_deal(claims, claims->count)) return sl_fail_memory(err);
        claims->count++;
    }
}

enum sl_status sl_claims_load(struct sl_claims *claims, struct sl_cursor *cursor,
                              struct sl_error *err)
{
    return read_events(claims, cursor, NULL, err);
}

/* ---- what is left out ---- */

static enum sl_status drop(struct sl_claims *claims, const struct sl_claim *claim,
                           enum sl_fate fate, struct sl_error *err)
{
    if (!claims->keep_dropped) return SL_OK;
    if (!sl_vector_grow(&claims->dropped, claims->dropped_count, &claims->dropped_capacity,
                        sizeof *claims->dropped))
        return sl_fail_memory(err);
    claims->dropped[claims->dropped_count++] =
        (struct sl_dropped){.event = claim->event, .fate = fate, .next = claim->next};
    return SL_OK;
}

/* ---- versions ---- */

static int compare_event_key(const struct sl_event *a, const struct sl_event *b)
{
    int order = strcmp(a->deal, b->deal);
    if (order == 0) order = (a->holder > b->holder) - (a->holder < b->holder);
    if (order == 0) order = sl_cell_compare(a->class_, b->class_);
    if (order == 0) order = sl_cell_compare(a->part, b->part);
    return order;
}

/* A version's place in its deal: when it became known, then when it arrived. */
struct version {
    const struct sl_event *event;
    struct sl_text_start deal;
    int32_t known;
    size_t index;
};

static int compare_version(const void *left, const void *right)
{
    const struct version *a = left, *b = right;
    int order = sl_text_start_compare(a->deal, b->deal);
    if (order == 0) order = compare_event_key(a->event, b->event);
    if (order == 0) order = (a->known > b->known) - (a->known < b->known);
    if (order == 0) order = (a->event->seq > b->event->seq) - (a->event->seq < b->event->seq);
    return order;
}

static void carry_text(const char **to, const char *from)
{
    if (*to == NULL) *to = from;
}

static void carry_money(struct sl_money *to, const struct sl_money *from)
{
    if (to->currency[0] == '\0') *to = *from;
}

/* Fills what `to` leaves blank from the version before it. */
static void carry_over(struct sl_event *to, const struct sl_event *from)
{
    if (to->stake.form == SL_STAKE_NONE && to->stake_after.form == SL_STAKE_NONE &&
        to->shares == SL_NO_SHARES) {
        to->stake = from->stake;
        to->stake_after = from->stake_after;
        to->shares = from->shares;
    }
    if (to->counterparty == 0) to->counterparty = from->counterparty;
    if (to->outstanding == SL_NO_SHARES) to->outstanding = from->outstanding;
    if (to->votes.form == SL_STAKE_NONE) to->votes = from->votes;
    if (to->ratio.new_ == 0) to->ratio = from->ratio;
    carry_money(&to->amount, &from->amount);
    carry_money(&to->pre_money, &from->pre_money);
    carry_money(&to->post_money, &from->post_money);
    carry_money(&to->price, &from->price);
    carry_text(&to->round, from->round);
    carry_text(&to->instrument, from->instrument);
    if (from->lead) to->lead = true;
}

static bool is_known(const struct sl_event *event, int32_t known_by)
{
    return sl_date_last_day(event->known) <= known_by;
}

/* All versions of deals that were known by then, in order, with the blanks of each filled from the
 * one before it; NULL, and *count 0, where there are none. */
static enum sl_status order_versions(struct sl_claims *claims, int32_t known_by,
                                     struct version **out, size_t *count, struct sl_error *err)
{
    *out = NULL;
    *count = 0;
    if (claims->dealt_count == 0) return SL_OK;
    struct version *versions =
        sl_arena_alloc(&claims->arena, claims->dealt_count * sizeof *versions);
    if (versions == NULL) return sl_fail_memory(err);
    for (size_t i = 0; i < claims->dealt_count; i++) {
        const size_t index = claims->dealt[i];
        const struct sl_event *event = &claims->items[index].event;
        if (!is_known(event, known_by)) continue;
        versions[(*count)++] = (struct version){event, sl_text_start(event->deal),
                                                sl_date_last_day(event->known), index};
    }
    sl_sort_few(versions, *count, sizeof *versions, compare_version);
    for (size_t i = 1; i < *count; i++) {
        if (!sl_claims_same_event(versions[i - 1].event, versions[i].event)) continue;
        carry_over(&claims->items[versions[i].index].event, versions[i - 1].event);
    }
    *out = versions;
    return SL_OK;
}

bool sl_claims_same_event(const struct sl_event *a, const struct sl_event *b)
{
    return compare_event_key(a, b) == 0;
}

/* Marks, of each deal's versions, all but the last one. */
static enum sl_status settle_versions(struct sl_claims *claims, int32_t known_by,
                                      struct sl_error *err)
{
    struct version *versions;
    size_t count;
    enum sl_status status = order_versions(claims, known_by, &versions, &count, err);
    if (status != SL_OK) return status;
    for (size_t i = 1; i < count; i++) {
        if (!sl_claims_same_event(versions[i - 1].event, versions[i].event)) continue;
        struct sl_claim *older = &claims->items[versions[i - 1].index];
        older->superseded = true;
        if (!claims->keep_dropped) continue;
        struct sl_event *next = sl_arena_alloc(&claims->arena, sizeof *next);
        if (next == NULL) return sl_fail_memory(err);
        *next = *versions[i].event;
        older->next = next;
    }
    return SL_OK;
}

/* Is a claim left out, now that versions are settled, and why? */
static bool is_left_out(const struct sl_claim *claim, const struct sl_view *view,
                        enum sl_fate *fate)
{
    if (!is_known(&claim->event, view->known_by))
        *fate = SL_FATE_UNKNOWN;
    else if (claim->superseded)
        *fate = SL_FATE_SUPERSEDED;
    else if (claim->event.stage == SL_STAGE_CANCELLED)
        *fate = SL_FATE_CANCELLED;
    else if (claim->event.date.day > view->to)
        *fate = SL_FATE_LATER;
    else
        return false;
    return true;
}

/* Drops what is left out, from a claim on; weighs the others. */
static enum sl_status choose(struct sl_claims *claims, size_t from, const struct sl_view *view,
                             struct sl_error *err)
{
    size_t kept = from;
    for (size_t i = from; i < claims->count; i++) {
        struct sl_claim *claim = &claims->items[i];
        enum sl_fate fate;
        if (is_left_out(claim, view, &fate)) {
            enum sl_status status = drop(claims, claim, fate, err);
            if (status != SL_OK) return status;
            continue;
        }
        weigh(claim, view);
        if (kept != i) claims->items[kept] = *claim;
        kept++;
    }
    claims->count = kept;
    return SL_OK;
}

/* The same where only what has a deal can be left out, and all is weighed. */
static enum sl_status choose_dealt(struct sl_claims *claims, const struct sl_view *view,
                                   struct sl_error *err)
{
    enum sl_fate fate;
    for (size_t i = 0; i < claims->dealt_count; i++) {
        if (is_left_out(&claims->items[claims->dealt[i]], view, &fate))
            return choose(claims, claims->dealt[i], view, err);
    }
    return SL_OK;
}

enum sl_status sl_claims_settle(struct sl_claims *claims, const struct sl_view *view,
                                struct sl_error *err)
{
    claims->dropped_count = claims->dealt_count = 0;
    for (size_t i = 0; i < claims->count; i++) {
        if (!note_deal(claims, i)) return sl_fail_memory(err);
    }
    enum sl_status status = settle_versions(claims, view->known_by, err);
    return status == SL_OK ? choose(claims, 0, view, err) : status;
}

enum sl_status sl_claims_read_versions(struct sl_claims *claims, struct sl_cursor *cursor,
                                       int32_t known_by, const struct sl_event ***out,
                                       size_t *count, struct sl_error *err)
{
    struct version *versions;
    size_t found;
    claims->dropped_count = 0;
    enum sl_status status = sl_claims_load(claims, cursor, err);
    if (status == SL_OK) status = order_versions(claims, known_by, &versions, &found, err);
    if (status != SL_OK) return status;
    const struct sl_event **events = sl_arena_alloc(&claims->arena, found * sizeof *events + 1);
    if (events == NULL) return sl_fail_memory(err);
    for (size_t i = 0; i < found; i++)
        events[i] = versions[i].event;
    *out = events;
    *count = found;
    return SL_OK;
}

enum sl_status sl_claims_read(struct sl_claims *claims, struct sl_cursor *cursor,
                              const struct sl_view *view, struct sl_error *err)
{
    const bool limited = !claims->keep_dropped && sl_cursor_limit(cursor, view->known_by, view->to);
    enum sl_status status = read_events(claims, cursor, view, err);
    if (status != SL_OK || !limited)
        return status == SL_OK ? sl_claims_settle(claims, view, err) : status;
    claims->dropped_count = 0;
    status = settle_versions(claims, view->known_by, err);
    return status == SL_OK ? choose_dealt(claims, view, err) : status;
}

void sl_claims_release(struct sl_claims *claims)
{
    free(claims->items);
    free(claims->dealt);
    free(claims->dropped);
    sl_arena_release(&claims->arena);
    *claims = (struct sl_claims){0};
}
