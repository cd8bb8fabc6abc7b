/* The capital V and its shares a unit f: how they become known, and how they move. */
#include "query/ledger.h"

#include <math.h>

/* Counts and stakes that differ by less than this part are the same number. */
static const double SAME = 1e-9;

void sl_capital_set_units(struct sl_ledger *ledger, double units)
{
    struct sl_capital *capital = &ledger->capital;
    if (units < SAME * capital->units * 1e-3) units = 0; /* what rounding left of nothing */
    if (capital->set && fabs(units - capital->units) > 1e-13 * capital->units) capital->moves++;
    capital->set = true;
    capital->units = units;
}

static void forget_shares(struct sl_capital *capital)
{
    capital->counted = false;
    capital->provisional = false;
    capital->shares = 0;
}

void sl_capital_need(struct sl_ledger *ledger)
{
    struct sl_capital *capital = &ledger->capital;
    if (capital->set && capital->units > 0) return;
    forget_shares(capital);
    sl_capital_set_units(ledger, 1);
}

void sl_capital_settle_waiting(struct sl_ledger *ledger)
{
    for (size_t i = 0; i < ledger->count; i++) {
        struct sl_position *position = ledger->positions[i];
        if (position->state != SL_STATE_WAITING) continue;
        sl_ledger_remember(ledger, position);
        double units = position->waiting / ledger->capital.shares;
        position->state = SL_STATE_KNOWN;
        position->units = (struct sl_range){units, units, 0};
        position->waiting = 0;
        position->basis = SL_BASIS_DERIVED;
        position->based = true;
    }
}

/* f from the number of shares that there are, W of which V has not taken. A total that is not
 * above W says that W is wrong. */
static void learn_shares(struct sl_ledger *ledger, double total)
{
    struct sl_capital *capital = &ledger->capital;
    if (total <= capital->waiting) capital->waiting = 0;
    capital->counted = true;
    capital->shares = (total - capital->waiting) / capital->units;
    sl_capital_set_units(ledger, capital->units + capital->waiting / capital->shares);
    capital->waiting = 0;
    sl_capital_settle_waiting(ledger);
}

/* Is the count what the provisional f says, as exactly as its stake's digits can? */
static bool agrees(const struct sl_capital *capital, double count)
{
    double total = capital->units * capital->shares;
    double low = total * capital->p / (capital->p + capital->half);
    double high = total * capital->p / (capital->p - capital->half);
    return count >= low * (1 - SAME) && count <= high * (1 + SAME);
}

/* The provisional f gives way to the counted one; the shares of the position that gave it stay. */
static void refine(struct sl_ledger *ledger, double count)
{
    struct sl_capital *capital = &ledger->capital;
    double shares = count / capital->units;
    struct sl_position *giver = capital->giver;
    double factor = capital->shares / shares;
    if (giver != NULL && giver->state == SL_STATE_KNOWN && fabs(factor - 1) > 1e-13) {
        sl_ledger_remember(ledger, giver);
        giver->units.low *= factor;
        giver->units.high *= factor;
        giver->basis = SL_BASIS_DILUTED;
        ledger->others = true;
    }
    capital->shares = shares;
}

void sl_capital_count(struct sl_ledger *ledger, double count)
{
    struct sl_capital *capital = &ledger->capital;
    if (capital->counted) {
        bool refined = capital->provisional && capital->units > 0 && agrees(capital, count);
        capital->provisional = false;
        if (refined)
            refine(ledger, count);
        else
            sl_capital_set_units(ledger, count / capital->shares);
        return;
    }
    if (capital->set && capital->units > 0) {
        if (count > 0) learn_shares(ledger, count); /* a count of none says nothing of the stakes */
        return;
    }
    sl_capital_set_units(ledger, count);
    capital->counted = true;
    capital->shares = 1;
    capital->waiting = 0;
    sl_capital_settle_waiting(ledger);
}

void sl_capital_reveal(struct sl_ledger *ledger, double total, struct sl_stake stake,
                       struct sl_position *giver)
{
    struct sl_capital *capital = &ledger->capital;
    learn_shares(ledger, total);
    capital->provisional = true;
    capital->p = stake.low;
    capital->half = stake.half;
    capital->giver = giver;
}
