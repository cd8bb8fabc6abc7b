/* An event, the capital and a position as sentences. */
#include <math.h>

#include "query/explain.h"

static const char *name_of(struct sl_telling *telling, sl_entity entity)
{
    return entity == 0 ? "someone" : sl_book_name(telling->book, entity);
}

/* ---- the event ---- */

static void tell_shares(struct sl_buffer *text, double shares)
{
    sl_say_count(text, shares);
    sl_buffer_add_text(text, shares == 1 ? " share" : " shares");
}

/* The size of a change; where only the level that it leads to is stated, that. */
static void tell_size(struct sl_telling *telling, const struct sl_event *event, const char *to)
{
    struct sl_buffer *text = &telling->text;
    bool shares = event->shares != SL_NO_SHARES, stake = sl_stake_is_stated(event->stake);
    bool after = sl_stake_is_stated(event->stake_after);
    if (shares) tell_shares(text, (double)event->shares);
    if (shares && stake) sl_buffer_add_text(text, ", ");
    if (stake) sl_say_stake(text, event->stake);
    if (!shares && !stake && !after) sl_buffer_add_text(text, "an unstated part");
    if (!after) return;
    sl_buffer_printf(text, "%s%s ", shares || stake ? ", " : "", to);
    sl_say_stake(text, event->stake_after);
}

static void tell_trade(struct sl_telling *telling, const struct sl_event *event)
{
    bool buys = event->kind == SL_KIND_ACQUIRE;
    sl_buffer_printf(&telling->text, "%s %s ", name_of(telling, event->holder),
                     buys ? "buys" : "sells");
    tell_size(telling, event, buys ? "up to" : "down to");
    if (event->counterparty != 0)
        sl_buffer_printf(&telling->text, " %s %s", buys ? "from" : "to",
                         name_of(telling, event->counterparty));
}

static void tell_holding(struct sl_telling *telling, const struct sl_event *event)
{
    struct sl_buffer *text = &telling->text;
    bool sized = event->shares != SL_NO_SHARES || sl_stake_is_stated(event->stake) ||
                 sl_stake_is_stated(event->stake_after);
    sl_buffer_printf(text, "%s is stated to hold ", name_of(telling, event->holder));
    if (sized)
        tell_size(telling, event, "in all");
    else
        sl_buffer_add_text(text, "a part");
}

/* What the company was worth; where that made a stake of the amount, which. */
static void tell_value(struct sl_telling *telling, const struct sl_event *event)
{
    struct sl_buffer *text = &telling->text;
    if (telling->worth > 0 && event->amount.currency[0] != '\0') {
        struct sl_money value = event->amount;
        value.minor = telling->worth;
        sl_buffer_add_text(text, ", which is ");
        sl_say_part(text, (double)event->amount.minor / (double)telling->worth);
        sl_buffer_add_text(text, " of a value of ");
        sl_say_money(text, &value);
        sl_buffer_add_text(text, " after it");
    } else if (event->post_money.currency[0] != '\0') {
        sl_buffer_add_text(text, ", at a value of ");
        sl_say_money(text, &event->post_money);
        sl_buffer_add_text(text, " after it");
    } else if (event->pre_money.currency[0] != '\0') {
        sl_buffer_add_text(text, ", at a value of ");
        sl_say_money(text, &event->pre_money);
        sl_buffer_add_text(text, " before it");
    }
}

static void tell_issue(struct sl_telling *telling, const struct sl_event *event)
{
    struct sl_buffer *text = &telling->text;
    bool sized = event->shares != SL_NO_SHARES || sl_stake_is_stated(event->stake) ||
                 sl_stake_is_stated(event->stake_after);
    if (event->round != NULL) sl_buffer_printf(text, "%s: ", event->round);
    if (event->holder != 0)
        sl_buffer_printf(text, "%s is issued ", name_of(telling, event->holder));
    if (sized || event->amount.currency[0] == '\0')
        tell_size(telling, event, "shares up to");
    else
        sl_buffer_add_text(text, "shares");
    if (event->amount.currency[0] != '\0') {
        sl_buffer_add_text(text, " for ");
        sl_say_money(text, &event->amount);
    }
    if (event->holder == 0)
        sl_buffer_add_text(text, event->kind == SL_KIND_ROUND ? " in all" : " are issued");
    tell_value(telling, event);
}

static void tell_cancel(struct sl_telling *telling, const struct sl_event *event)
{
    struct sl_buffer *text = &telling->text;
    bool sized = event->shares != SL_NO_SHARES || sl_stake_is_stated(event->stake);
    sl_buffer_add_text(text, "cancelled ");
    if (event->shares != SL_NO_SHARES)
        tell_shares(text, (double)event->shares);
    else if (sized)
        sl_say_stake(text, event->stake);
    else
        sl_buffer_add_text(text, "an unstated part");
    if (event->holder == 0) return;
    sl_buffer_printf(text, ", held by %s", name_of(telling, event->holder));
    if (!sl_stake_is_stated(event->stake_after)) return;
    sl_buffer_add_text(text, ", who keeps ");
    sl_say_stake(text, event->stake_after);
}

void sl_tell_event(struct sl_telling *telling, const struct sl_event *event)
{
    struct sl_buffer *text = &telling->text;
    switch (event->kind) {
    case SL_KIND_HOLDING: tell_holding(telling, event); break;
    case SL_KIND_ACQUIRE:
    case SL_KIND_DISPOSE: tell_trade(telling, event); break;
    case SL_KIND_ISSUE:
    case SL_KIND_ROUND: tell_issue(telling, event); break;
    case SL_KIND_CANCEL: tell_cancel(telling, event); break;
    case SL_KIND_SPLIT:
        sl_buffer_printf(text, "a split: %lld for %lld", (long long)event->ratio.new_,
                         (long long)event->ratio.old_);
        break;
    case SL_KIND_FOUND: sl_buffer_add_text(text, "founded: the capital starts at 0"); break;
    case SL_KIND_OUTSTANDING: break;
    default: sl_buffer_add_text(text, sl_kind_name(event->kind)); break;
    }
    if (event->outstanding != SL_NO_SHARES) {
        if (event->kind != SL_KIND_OUTSTANDING) sl_buffer_add_text(text, "; ");
        tell_shares(text, (double)event->outstanding);
        sl_buffer_add_text(text, " outstanding");
    }
    if (sl_stake_is_stated(event->votes)) {
        sl_buffer_add_text(text, "; ");
        sl_say_stake(text, event->votes);
        sl_buffer_add_text(text, " of the votes");
    }
}

/* ---- the capital ---- */

/* How many shares there are, and how that is known where a stake beside shares says it. */
static void tell_count(struct sl_telling *telling, const struct sl_capital *now,
                       const struct sl_event *event)
{
    struct sl_buffer *text = &telling->text;
    double shares = now->units * now->shares;
    if (now->provisional && event->shares != SL_NO_SHARES && sl_stake_is_stated(event->stake)) {
        sl_buffer_add_text(text, "; as ");
        tell_shares(text, (double)event->shares);
        sl_buffer_add_text(text, " are ");
        sl_say_stake(text, event->stake);
        sl_buffer_add_text(text, ", the capital is about ");
        tell_shares(text, round(shares));
    } else {
        sl_buffer_add_text(text, "; this makes the capital ");
        tell_shares(text, shares);
    }
}

/* What was issued or retired, where only its part of the capital is known. */
static void tell_part(struct sl_telling *telling, const struct sl_capital *now,
                      const struct sl_capital *before)
{
    struct sl_buffer *text = &telling->text;
    if (now->units > before->units) {
        sl_buffer_add_text(text, "; what is issued is ");
        sl_say_part(text, 1 - before->units / now->units);
        sl_buffer_add_text(text, " of the capital after it, which is ");
    } else {
        sl_buffer_add_text(text, "; ");
        sl_say_part(text, 1 - now->units / before->units);
        sl_buffer_add_text(text, " of the capital is gone, which is ");
    }
    sl_say_number(text, now->units / before->units);
    sl_buffer_add_text(text, " times what it was");
}

void sl_tell_capital(struct sl_telling *telling, const struct sl_ledger *ledger,
                     const struct sl_event *event)
{
    struct sl_buffer *text = &telling->text;
    const struct sl_capital *now = &ledger->capital, *before = &ledger->start;
    double shares = now->units * now->shares, were = before->units * before->shares;
    bool moved = !before->set || fabs(now->units - before->units) > 1e-12 * now->units;
    if (now->counted && !before->counted) {
        tell_count(telling, now, event);
    } else if (now->counted && fabs(shares - were) > 1e-9 * were) {
        sl_buffer_add_text(text, "; ");
        sl_say_count(text, shares);
        sl_buffer_add_text(text, shares < were ? " of " : " shares now, after ");
        tell_shares(text, were);
        if (shares < were) sl_buffer_add_text(text, " are left");
    } else if (now->set && before->set && moved && before->units > 0) {
        tell_part(telling, now, before);
    } else if (before->counted && !now->counted) {
        sl_buffer_add_text(text, "; how many shares there are is no longer known");
    }
}

/* ---- the position ---- */

static void tell_known(struct sl_telling *telling, const struct sl_ledger *ledger,
                       const struct sl_position *position)
{
    struct sl_buffer *text = &telling->text;
    const struct sl_capital *capital = &ledger->capital;
    struct sl_range stake = {0};
    if (sl_position_is_nothing(position)) {
        sl_buffer_add_text(text, " has nothing left");
        return;
    }
    if (!sl_ledger_stake(ledger, position, &stake)) {
        sl_buffer_add_text(text, "'s stake is unknown, as no capital is left");
        return;
    }
    if (capital->counted) {
        sl_buffer_add_text(text, "'s ");
        sl_say_count(text, round(position->units.low * capital->shares));
        if (position->units.high > position->units.low) {
            sl_buffer_add_text(text, "\u2013");
            sl_say_count(text, round(position->units.high * capital->shares));
        }
        sl_buffer_add_text(text, " of ");
        sl_say_count(text, round(capital->units * capital->shares));
        sl_buffer_add_text(text, " shares are ");
    } else {
        sl_buffer_add_text(text, " has ");
    }
    sl_say_parts(text, stake.low, stake.high);
}

static void tell_before(struct sl_telling *telling, const struct sl_ledger *ledger,
                        const struct sl_position *position)
{
    double units = ledger->start.units;
    struct sl_range before = position->before.stake;
    bool known = position->before.state == SL_STATE_KNOWN;
    if (position->step != ledger->step) {
        known = position->state == SL_STATE_KNOWN && units > 0;
        before = (struct sl_range){position->units.low / units, position->units.high / units, 0};
    }
    struct sl_range now = {0};
    sl_ledger_stake(ledger, position, &now);
    /* as printed, nothing moved */
    bool same = fabs(now.low - before.low) < 5e-5 && fabs(now.high - before.high) < 5e-5;
    if (!known || same || !(before.high > 0)) return;
    sl_buffer_add_text(&telling->text, ", after ");
    sl_say_parts(&telling->text, before.low, before.high);
}

void sl_tell_position(struct sl_telling *telling, const struct sl_ledger *ledger,
                      const struct sl_position *position, enum sl_kind kind, unsigned flags)
{
    struct sl_buffer *text = &telling->text;
    sl_buffer_printf(text, "; %s", name_of(telling, telling->holder));
    switch (position->state) {
    case SL_STATE_NEVER: sl_buffer_add_text(text, " has nothing"); break;
    case SL_STATE_KNOWN: tell_known(telling, ledger, position); break;
    case SL_STATE_WAITING:
        sl_buffer_add_text(text, "'s ");
        tell_shares(text, position->waiting);
        sl_buffer_add_text(text, " wait for a count of the capital");
        break;
    case SL_STATE_UNKNOWN:
        sl_buffer_add_text(text, "'s position is unknown until its next level");
        break;
    }
    if (position->class_ != NULL) sl_buffer_printf(text, " (class %s)", position->class_);
    if (flags & SL_FLAG_CONFIRMED)
        sl_buffer_add_text(text, kind == SL_KIND_HOLDING ? ", as known before: nothing changes"
                                                         : ", as stated");
    if (position->state == SL_STATE_KNOWN) tell_before(telling, ledger, position);
    if ((flags & SL_FLAG_MISMATCH) && position->contradicted) {
        sl_buffer_add_text(text, "; the log made it ");
        sl_say_parts(text, position->expected.low, position->expected.high);
    }
    if (flags & SL_FLAG_OVERSOLD) sl_buffer_add_text(text, "; that is more than it held");
}

/* ---- what was not counted ---- */

void sl_tell_fate(struct sl_telling *telling, const struct sl_dropped *dropped,
                  const struct sl_view *view)
{
    struct sl_buffer *text = &telling->text;
    struct sl_date day = {.unit = SL_DATE_DAY};
    sl_buffer_add_text(text, "not counted: ");
    switch (dropped->fate) {
    case SL_FATE_SUPERSEDED:
        sl_buffer_printf(text, "deal %s was reported again as %s on ", dropped->event.deal,
                         sl_stage_name(dropped->next->stage));
        sl_say_date(text, dropped->next->known);
        break;
    case SL_FATE_CANCELLED: sl_buffer_add_text(text, "cancelled"); break;
    case SL_FATE_LATER:
        day.day = view->to;
        sl_buffer_add_text(text, "it takes effect after ");
        sl_say_date(text, day);
        break;
    case SL_FATE_UNKNOWN:
        day.day = view->known_by;
        sl_buffer_add_text(text, "published on ");
        sl_say_date(text, dropped->event.known);
        sl_buffer_add_text(text, ", after ");
        sl_say_date(text, day);
        break;
    }
    sl_buffer_add_text(text, ": ");
    sl_tell_event(telling, &dropped->event);
}
