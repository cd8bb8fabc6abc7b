/* Do the positions of an issuer add up to over 100 %? Asked at the end of each day, as the rows of
 * one day are of one moment. The sum of the low ends is kept up to date by the positions that each
 * step touches; only when it is too high are all of them looked at. */
#include <stdlib.h>

#include "base/error.h"
#include "query/check.h"

/* Sums that differ by less than this part are the same. */
static const double SAME = 1e-6;

enum { NAMED_MOST = 4 };

/* The low end, the allowance of its digits taken off. */
static double low_of(enum sl_state state, struct sl_range range)
{
    double low = range.low - range.half;
    return state == SL_STATE_KNOWN && low > 0 ? low : 0;
}

void sl_check_add_up(struct sl_check *check, const struct sl_ledger *ledger,
                     const struct sl_step *step)
{
    struct sl_check_steps *steps = &check->steps;
    if (step->event->kind == SL_KIND_FOUND) steps->sum = 0;
    for (size_t i = 0; i < ledger->touched_count; i++) {
        const struct sl_position *position = ledger->touched[i];
        steps->sum += low_of(position->state, position->units);
        steps->sum -= low_of(position->before.state, position->before.stake) * ledger->start.units;
    }
    steps->units = ledger->capital.units;
    steps->step = ledger->step;
    steps->day = step->anchor->date.day;
    steps->event = step->anchor;
}

/* A position as it was at the end of the day. */
struct share {
    const struct sl_position *position;
    struct sl_range stake;
    const struct sl_event *event;
};

static int compare_shares(const void *left, const void *right)
{
    const struct share *a = left, *b = right;
    if (a->stake.low != b->stake.low) return a->stake.low > b->stake.low ? -1 : 1;
    return (a->position->holder > b->position->holder) -
           (a->position->holder < b->position->holder);
}

/* What each position was before the step that is going on, or, without one, is. */
static size_t list_shares(const struct sl_ledger *ledger, bool before, struct share *out)
{
    size_t count = 0;
    double units = before ? ledger->start.units : ledger->capital.units;
    for (size_t i = 0; i < ledger->count; i++) {
        const struct sl_position *position = ledger->positions[i];
        bool touched = before && position->step == ledger->step;
        enum sl_state state = touched ? position->before.state : position->state;
        struct share share = {.position = position,
                              .stake = position->before.stake,
                              .event = touched ? position->before.event : position->event};
        if (!touched)
            share.stake =
                (struct sl_range){position->units.low / units, position->units.high / units, 0};
        if (state == SL_STATE_KNOWN && share.stake.low > 0) out[count++] = share;
    }
    return count;
}

static enum sl_status report(struct sl_check *check, const struct sl_ledger *ledger, bool before,
                             struct sl_error *err)
{
    struct sl_buffer *text = &check->text;
    const struct sl_event *event = check->steps.event;
    struct share *shares = calloc(ledger->count + 1, sizeof *shares);
    if (shares == NULL) return sl_fail_memory(err);
    size_t count = list_shares(ledger, before, shares);
    qsort(shares, count, sizeof *shares, compare_shares);
    double sum = 0;
    bool ranges = false;
    for (size_t i = 0; i < count; i++) {
        sum += shares[i].stake.low;
        ranges = ranges || shares[i].stake.high > shares[i].stake.low;
    }
    sl_buffer_printf(text, "%s is held by ", sl_check_name(check, event->issuer));
    sl_say_part(text, sum);
    sl_buffer_add_text(text, ranges ? " or more in all" : " in all");
    for (size_t i = 0; i < count && i < NAMED_MOST; i++) {
        sl_buffer_printf(text, "%s%s ", i == 0 ? ": " : ", ",
                         sl_check_name(check, shares[i].position->holder));
        sl_say_parts(text, shares[i].stake.low, shares[i].stake.high);
        if (shares[i].event != NULL) sl_check_cite(check, shares[i].event);
    }
    if (count > NAMED_MOST) sl_buffer_printf(text, ", and %zu more", count - NAMED_MOST);
    free(shares);
    return sl_check_add(check, SL_CHECK_OVER_100, SL_SEVERITY_ERROR, event, event->issuer, 0, err);
}

static enum sl_status look(struct sl_check *check, const struct sl_ledger *ledger, bool before,
                           struct sl_error *err)
{
    struct sl_check_steps *steps = &check->steps;
    bool over = steps->units > 0 && steps->sum > steps->units * (1 + SAME);
    bool told = steps->over;
    steps->over = over;
    if (!over || told || !sl_check_wants(check, SL_CHECK_OVER_100, SL_SEVERITY_ERROR)) return SL_OK;
    return report(check, ledger, before, err);
}

enum sl_status sl_check_day_end(struct sl_check *check, const struct sl_ledger *ledger,
                                const struct sl_step *step, struct sl_error *err)
{
    const struct sl_check_steps *steps = &check->steps;
    if (steps->event == NULL || steps->day == step->anchor->date.day) return SL_OK;
    return look(check, ledger, true, err);
}

enum sl_status sl_check_last_step(struct sl_check *check, struct sl_error *err)
{
    return check->steps.event == NULL ? SL_OK : look(check, &check->play.ledger, false, err);
}
