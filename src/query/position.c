/* How one position moves: gains, losses, and levels that are stated. */
#include "query/ledger.h"

#include <math.h>

/* Ends of ranges that differ by less than this part of the capital are the same. */
static const double SAME = 1e-9;

static double clamp(double units, double capital)
{
    return units < 0 ? 0 : units > capital ? capital : units;
}

double sl_units_less(double a, double b)
{
    double rest = a - b;
    return fabs(rest) < 1e-12 * fmax(fabs(a), fabs(b)) ? 0 : rest;
}

static double margin(const struct sl_ledger *ledger)
{
    return SAME * ledger->capital.units;
}

bool sl_position_is_nothing(const struct sl_position *position)
{
    switch (position->state) {
    case SL_STATE_NEVER: return true;
    case SL_STATE_KNOWN: return position->units.high <= 0;
    case SL_STATE_WAITING: return position->waiting <= 0;
    case SL_STATE_UNKNOWN: break;
    }
    return false;
}

struct sl_range sl_stake_units(const struct sl_ledger *ledger, struct sl_stake stake)
{
    double units = ledger->capital.units;
    return (struct sl_range){stake.low / 100 * units, stake.high / 100 * units,
                             stake.half / 100 * units};
}

bool sl_range_holds(const struct sl_ledger *ledger, struct sl_range range, double units)
{
    return units >= range.low - range.half - margin(ledger) &&
           units <= range.high + range.half + margin(ledger);
}

/* The event is now the last one on the position. */
static void sign(struct sl_position *position, const struct sl_event *event)
{
    position->since = event->date;
    position->source = event->source;
    position->event = event;
}

void sl_position_clamp(const struct sl_ledger *ledger, struct sl_position *position)
{
    position->units.low = clamp(position->units.low, ledger->capital.units);
    position->units.high = clamp(position->units.high, ledger->capital.units);
}

void sl_position_set(struct sl_ledger *ledger, struct sl_position *position, struct sl_range units,
                     enum sl_basis basis, const struct sl_event *event)
{
    double capital = ledger->capital.units;
    position->state = SL_STATE_KNOWN;
    position->units =
        (struct sl_range){clamp(units.low, capital), clamp(units.high, capital), units.half};
    position->waiting = 0;
    position->basis = basis;
    position->based = true;
    sign(position, event);
}

void sl_position_wait(struct sl_position *position, double shares, const struct sl_event *event)
{
    position->state = shares > 0 ? SL_STATE_WAITING : SL_STATE_KNOWN; /* none is none of anything */
    position->waiting = shares;
    position->units = (struct sl_range){0};
    position->basis = SL_BASIS_DERIVED;
    sign(position, event);
}

unsigned sl_position_lose_track(struct sl_position *position, const struct sl_event *event)
{
    position->state = SL_STATE_UNKNOWN;
    sign(position, event);
    return SL_FLAG_UNRESOLVED;
}

unsigned sl_position_gain(struct sl_ledger *ledger, struct sl_position *position,
                          const struct sl_change *change, const struct sl_event *event)
{
    bool fresh = sl_position_is_nothing(position);
    if (change->form == SL_CHANGE_NONE || position->state == SL_STATE_UNKNOWN)
        return sl_position_lose_track(position, event);
    if (change->form == SL_CHANGE_SHARES) {
        if (!fresh && position->state == SL_STATE_KNOWN)
            return sl_position_lose_track(position, event);
        sl_position_wait(position, (fresh ? 0 : position->waiting) + change->shares, event);
        return 0;
    }
    if (!fresh && position->state == SL_STATE_WAITING)
        return sl_position_lose_track(position, event);
    struct sl_range units = change->units;
    if (!fresh) {
        units.low += position->units.low;
        units.high += position->units.high;
        units.half += position->units.half;
    }
    sl_position_set(ledger, position, units, SL_BASIS_DERIVED, event);
    return 0;
}

unsigned sl_position_lose(struct sl_ledger *ledger, struct sl_position *position,
                          const struct sl_change *change, const struct sl_event *event)
{
    if (change->form == SL_CHANGE_NONE || position->state == SL_STATE_NEVER ||
        position->state == SL_STATE_UNKNOWN)
        return sl_position_lose_track(position, event);
    if (change->form == SL_CHANGE_SHARES) {
        if (position->state == SL_STATE_KNOWN) return sl_position_lose_track(position, event);
        bool oversold = change->shares > position->waiting * (1 + SAME);
        double rest = sl_units_less(position->waiting, change->shares);
        sl_position_wait(position, rest < 0 ? 0 : rest, event);
        return oversold ? SL_FLAG_OVERSOLD : 0;
    }
    if (position->state == SL_STATE_WAITING) return sl_position_lose_track(position, event);
    struct sl_range held = position->units, lost = change->units;
    bool oversold = lost.low - lost.half > held.high + held.half + margin(ledger);
    struct sl_range rest = {sl_units_less(held.low, lost.high), sl_units_less(held.high, lost.low),
                            held.half + lost.half};
    sl_position_set(ledger, position, rest, SL_BASIS_DERIVED, event);
    return oversold ? SL_FLAG_OVERSOLD : 0;
}

/* Was its stake known before the event? One who gains from 0 is like one never met. */
static bool was_known(const struct sl_position *position, const struct sl_event *event)
{
    bool gains = event->kind == SL_KIND_ACQUIRE || event->kind == SL_KIND_ISSUE ||
                 event->kind == SL_KIND_ROUND;
    if (!position->before.known) return false;
    return !gains || position->before.stake.high > 0;
}

unsigned sl_position_state(struct sl_ledger *ledger, struct sl_position *position,
                           struct sl_range units, enum sl_basis basis, const struct sl_event *event)
{
    unsigned flags = 0;
    if (was_known(position, event) && position->state == SL_STATE_KNOWN) {
        struct sl_range known = position->units;
        double slack = margin(ledger);
        double low = known.low - known.half, high = known.high + known.half;
        double stated_low = units.low - units.half, stated_high = units.high + units.half;
        if (stated_low <= low + slack && high <= stated_high + slack) return SL_FLAG_CONFIRMED;
        if (stated_low > high + slack || low > stated_high + slack) flags = SL_FLAG_MISMATCH;
        double capital = ledger->capital.units;
        position->contradicted = flags != 0 && capital > 0;
        if (position->contradicted)
            position->expected =
                (struct sl_range){known.low / capital, known.high / capital, known.half / capital};
    }
    sl_position_set(ledger, position, units, basis, event);
    return flags;
}

void sl_position_state_after(struct sl_ledger *ledger, const struct sl_event *event,
                             struct sl_effect *effect)
{
    if (!sl_stake_is_stated(event->stake_after) || effect->holder == NULL) return;
    sl_capital_need(ledger);
    effect->flags |= sl_position_state(
        ledger, effect->holder, sl_stake_units(ledger, event->stake_after), SL_BASIS_STATED, event);
    effect->flags &= ~(unsigned)(SL_FLAG_UNRESOLVED | SL_FLAG_OVERSOLD);
}

void sl_position_vote(struct sl_position *position, const struct sl_event *event)
{
    if (position == NULL || !sl_stake_is_stated(event->votes)) return;
    if (sl_position_is_nothing(position)) return;
    position->has_votes = true;
    position->votes =
        (struct sl_range){event->votes.low / 100, event->votes.high / 100, event->votes.half / 100};
}
