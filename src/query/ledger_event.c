/* What each kind of event but issues and rounds does to the positions of its issuer. */
#include "query/ledger.h"

#include "base/error.h"

/* The size that the row states, as a change or a level. */
static struct sl_change stated_size(const struct sl_ledger *ledger, const struct sl_event *event)
{
    struct sl_change change = {.form = SL_CHANGE_NONE};
    bool shares = event->shares != SL_NO_SHARES;
    if (shares && ledger->capital.counted) {
        double units = (double)event->shares / ledger->capital.shares;
        change.form = SL_CHANGE_UNITS;
        change.units = (struct sl_range){units, units, 0};
    } else if (sl_stake_is_stated(event->stake)) {
        change.form = SL_CHANGE_UNITS;
        change.units = sl_stake_units(ledger, event->stake);
    } else if (shares) {
        change.form = SL_CHANGE_SHARES;
        change.shares = (double)event->shares;
    }
    return change;
}

/* A stake that is not what the shares beside it make. */
static unsigned check_size(const struct sl_ledger *ledger, const struct sl_event *event,
                           const struct sl_change *change)
{
    bool both = event->shares != SL_NO_SHARES && sl_stake_is_stated(event->stake);
    if (!both || !ledger->capital.counted) return 0;
    struct sl_range stated = sl_stake_units(ledger, event->stake);
    return sl_range_holds(ledger, stated, change->units.low) ? 0 : SL_FLAG_MISMATCH;
}

/* "By a row … with shares s and one exact stake p > 0, before the row takes effect." True when it
 * gave f; then its position is as exact as p, not as its shares. */
static bool reveal(struct sl_ledger *ledger, const struct sl_event *event,
                   struct sl_position *holder)
{
    if (ledger->capital.counted || event->shares <= 0 || !sl_stake_is_point(event->stake))
        return false;
    sl_capital_reveal(ledger, (double)event->shares / (event->stake.low / 100), event->stake,
                      holder);
    return true;
}

static bool is_trade(const struct sl_event *event)
{
    return event->kind == SL_KIND_ACQUIRE || event->kind == SL_KIND_DISPOSE;
}

/* Does the row state no other size than, perhaps, the level that it leads to? */
static bool is_sized_by_level(const struct sl_event *event)
{
    return is_trade(event) && !sl_stake_is_stated(event->stake) && event->shares == SL_NO_SHARES;
}

/* The size of an acquire or dispose that states only what it leads to. */
static struct sl_change difference(const struct sl_ledger *ledger, const struct sl_event *event,
                                   const struct sl_position *holder, unsigned *flags)
{
    struct sl_change change = {.form = SL_CHANGE_NONE};
    struct sl_range after = sl_stake_units(ledger, event->stake_after);
    struct sl_range held = {0};
    if (holder == NULL) return change;
    if (holder->state == SL_STATE_KNOWN)
        held = holder->units;
    else if (event->kind != SL_KIND_ACQUIRE || !sl_position_is_nothing(holder))
        return change;
    struct sl_range from = event->kind == SL_KIND_ACQUIRE ? held : after;
    struct sl_range to = event->kind == SL_KIND_ACQUIRE ? after : held;
    change.form = SL_CHANGE_UNITS;
    change.units = (struct sl_range){sl_units_less(to.low, from.high),
                                     sl_units_less(to.high, from.low), after.half};
    if (change.units.low + change.units.high < -1e-12 * ledger->capital.units) {
        *flags |= SL_FLAG_MISMATCH;
        change.units = (struct sl_range){0};
    }
    if (change.units.low < 0) change.units.low = 0;
    if (change.units.high < 0) change.units.high = 0;
    return change;
}

static void apply_holding(struct sl_ledger *ledger, const struct sl_event *event,
                          struct sl_effect *effect, bool revealed)
{
    struct sl_position *holder = effect->holder;
    struct sl_change level = stated_size(ledger, event);
    effect->flags |= check_size(ledger, event, &level);
    if (holder == NULL) return;
    if (level.form == SL_CHANGE_UNITS) {
        bool by_shares = event->shares != SL_NO_SHARES && ledger->capital.counted;
        if (revealed) level.units.half = event->stake.half / 100 * ledger->capital.units;
        effect->flags |=
            sl_position_state(ledger, holder, level.units,
                              by_shares && !revealed ? SL_BASIS_DERIVED : SL_BASIS_STATED, event);
    } else if (level.form == SL_CHANGE_SHARES) {
        if (holder->state == SL_STATE_KNOWN)
            effect->flags |= SL_FLAG_UNRESOLVED;
        else
            sl_position_wait(holder, level.shares, event);
    } else if (holder->state == SL_STATE_NEVER) {
        sl_position_lose_track(holder, event);
    }
}

static void apply_trade(struct sl_ledger *ledger, const struct sl_event *event,
                        struct sl_effect *effect, bool revealed)
{
    bool buys = event->kind == SL_KIND_ACQUIRE;
    struct sl_change change = stated_size(ledger, event);
    bool by_level = change.form == SL_CHANGE_NONE && sl_stake_is_stated(event->stake_after);
    if (by_level) {
        change = difference(ledger, event, effect->holder, &effect->flags);
    } else {
        effect->flags |= check_size(ledger, event, &change);
        if (revealed) change.units.half = event->stake.half / 100 * ledger->capital.units;
    }
    struct sl_position *gains = buys ? effect->holder : effect->counterparty;
    struct sl_position *loses = buys ? effect->counterparty : effect->holder;
    unsigned *gain_flags = buys ? &effect->flags : &effect->counterparty_flags;
    unsigned *loss_flags = buys ? &effect->counterparty_flags : &effect->flags;
    /* where the level is the size, it is set last of all, by the caller */
    if (loses != NULL && !(by_level && loses == effect->holder))
        *loss_flags |= sl_position_lose(ledger, loses, &change, event);
    if (gains != NULL && !(by_level && gains == effect->holder))
        *gain_flags |= sl_position_gain(ledger, gains, &change, event);
    if (by_level && effect->holder != NULL)
        sl_position_set(ledger, effect->holder, sl_stake_units(ledger, event->stake_after),
                        SL_BASIS_STATED, event);
}

static void apply_cancel(struct sl_ledger *ledger, const struct sl_event *event,
                         struct sl_effect *effect, bool revealed)
{
    struct sl_capital *capital = &ledger->capital;
    struct sl_change change = stated_size(ledger, event);
    effect->flags |= check_size(ledger, event, &change);
    if (revealed) change.units.half = event->stake.half / 100 * capital->units;
    if (change.form == SL_CHANGE_UNITS && capital->set) {
        double rest = capital->units - (change.units.low + change.units.high) / 2;
        if (effect->holder != NULL)
            effect->flags |= sl_position_lose(ledger, effect->holder, &change, event);
        sl_capital_set_units(ledger, rest < 0 ? 0 : rest);
        if (effect->holder != NULL) sl_position_clamp(ledger, effect->holder);
        return;
    }
    if (change.form == SL_CHANGE_SHARES) capital->waiting -= change.shares;
    if (effect->holder != NULL)
        effect->flags |= sl_position_lose(ledger, effect->holder, &change, event);
}

static void apply_split(struct sl_ledger *ledger, struct sl_ratio ratio)
{
    if (ratio.new_ == 0) return;
    double factor = (double)ratio.new_ / (double)ratio.old_;
    ledger->capital.shares *= factor;
    ledger->capital.waiting *= factor;
    for (size_t i = 0; i < ledger->count; i++)
        ledger->positions[i]->waiting *= factor;
}

/* Incorporation: nothing from before is left. */
static void apply_found(struct sl_ledger *ledger)
{
    unsigned moves = ledger->capital.moves;
    unsigned step = ledger->step;
    struct sl_capital start = ledger->start;
    sl_ledger_reset(ledger);
    ledger->step = step;
    ledger->start = start;
    ledger->capital =
        (struct sl_capital){.set = true, .counted = true, .shares = 1, .moves = moves + 1};
}

/* "Taken over": a holding or acquisition of exactly all of it leaves nothing to anyone else. The
 * counterparty lost it by the row itself, the others by what it means. */
static void take_over(struct sl_ledger *ledger, const struct sl_event *event,
                      const struct sl_effect *effect)
{
    bool all = (sl_stake_is_point(event->stake) && event->stake.low >= 100) ||
               (sl_stake_is_point(event->stake_after) && event->stake_after.low >= 100);
    bool may = event->kind == SL_KIND_HOLDING || event->kind == SL_KIND_ACQUIRE;
    if (!all || !may || event->class_ != NULL) return;
    ledger->others = true;
    for (size_t i = 0; i < ledger->count; i++) {
        struct sl_position *other = ledger->positions[i];
        if (other == effect->holder) continue;
        enum sl_basis basis = other == effect->counterparty ? SL_BASIS_DERIVED : SL_BASIS_DILUTED;
        sl_ledger_remember(ledger, other);
        sl_position_set(ledger, other, (struct sl_range){0}, basis, event);
    }
}

static void apply_on_positions(struct sl_ledger *ledger, const struct sl_event *event,
                               struct sl_effect *effect)
{
    /* a level beside another size needs the capital when it is set; of nobody, it says so much */
    const bool level_first =
        is_sized_by_level(event) || (is_trade(event) && effect->holder == NULL);
    if (sl_stake_is_stated(event->stake) || (level_first && sl_stake_is_stated(event->stake_after)))
        sl_capital_need(ledger);
    bool revealed = reveal(ledger, event, effect->holder);
    switch (event->kind) {
    case SL_KIND_HOLDING: apply_holding(ledger, event, effect, revealed); break;
    case SL_KIND_CANCEL: apply_cancel(ledger, event, effect, revealed); break;
    default: apply_trade(ledger, event, effect, revealed); break;
    }
}

enum sl_status sl_ledger_apply(struct sl_ledger *ledger, const struct sl_event *event,
                               struct sl_effect *effect, struct sl_error *err)
{
    *effect = (struct sl_effect){0};
    sl_ledger_begin(ledger);
    bool trade = is_trade(event);
    bool counts = event->outstanding != SL_NO_SHARES;
    bool counts_first = counts && (trade || event->kind == SL_KIND_HOLDING);
    if (counts_first) sl_capital_count(ledger, (double)event->outstanding);
    if (sl_kind_moves_positions(event->kind)) {
        if (event->holder != 0)
            effect->holder = sl_ledger_touch(ledger, event->holder, event->class_);
        if (trade && event->counterparty != 0)
            effect->counterparty = sl_ledger_touch(ledger, event->counterparty, event->class_);
        if (ledger->out_of_memory) return sl_fail_memory(err);
        apply_on_positions(ledger, event, effect);
    }
    if (event->kind == SL_KIND_SPLIT) apply_split(ledger, event->ratio);
    if (event->kind == SL_KIND_FOUND) apply_found(ledger);
    if (counts && !counts_first) sl_capital_count(ledger, (double)event->outstanding);
    if (!is_sized_by_level(event)) sl_position_state_after(ledger, event, effect);
    take_over(ledger, event, effect);
    struct sl_position *voter = effect->holder;
    if (voter == NULL && event->holder != 0)
        voter = sl_ledger_find(ledger, event->holder, event->class_);
    sl_position_vote(voter, event);
    sl_ledger_finish(ledger);
    return ledger->out_of_memory ? sl_fail_memory(err) : SL_OK;
}
