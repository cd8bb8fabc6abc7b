/* Issues and rounds: the rows of one group are sized, then applied together (DESIGN section 3,
 * "Group"). Rows without a holder are its headline, which states the whole of it. */
#include "query/ledger.h"

#include <math.h>
#include <stdlib.h>

#include "base/text.h"

/* Sums of parts of the capital that differ by less than this are the same. */
static const double SAME = 1e-9;

enum sizing {
    SIZED_NOT,
    SIZED_UNITS,  /* shares, f known */
    SIZED_STAKE,  /* a part of the capital after the group */
    SIZED_WAITING /* shares, while nothing gives f */
};

struct size {
    enum sizing by;
    struct sl_range part; /* UNITS: units; STAKE: parts of 1 */
    double shares;        /* as stated; 0: not stated */
    bool by_shares;       /* a STAKE made of shares and the total T */
    bool by_level;        /* a STAKE made of stake_after */
    bool waits;           /* WAITING, or would be if the headline were not left out */
    int64_t worth;        /* the valuation that a STAKE was made by; 0: none */
    enum sl_basis basis;
};

/* What the group's rows say of the whole in one currency, once it was looked for. */
struct valuation {
    const struct valuation *next;
    struct sl_money like; /* of the currency */
    double post;          /* 0: none */
};

struct group {
    struct sl_ledger *ledger;
    struct sl_claim *const *rows;
    size_t count;
    struct size *sizes;                 /* of the rows */
    bool counted;                       /* f was known before it */
    int64_t outstanding;                /* the last one stated, or SL_NO_SHARES */
    double total;                       /* T, 0: not known */
    size_t giver;                       /* the row whose shares and stake made T; count: none did */
    const struct valuation *valuations; /* as far as they were found, in the ledger's arena */
};

static const struct sl_event *row(const struct group *group, size_t i)
{
    return &group->rows[i]->event;
}

static void find_total(struct group *group)
{
    group->outstanding = SL_NO_SHARES;
    group->giver = group->count;
    for (size_t i = 0; i < group->count; i++) {
        if (row(group, i)->outstanding != SL_NO_SHARES)
            group->outstanding = row(group, i)->outstanding;
    }
    if (group->counted) return;
    if (group->outstanding > 0) {
        group->total = (double)group->outstanding;
        return;
    }
    for (size_t i = 0; i < group->count && group->giver == group->count; i++) {
        const struct sl_event *event = row(group, i);
        if (event->shares <= 0 || !sl_stake_is_point(event->stake)) continue;
        group->total = (double)event->shares / (event->stake.low / 100);
        group->giver = i;
    }
}

/* ---- valuations ---- */

static bool same_currency(const struct sl_money *a, const struct sl_money *b)
{
    return a->currency[0] != '\0' && sl_text_same(a->currency, b->currency);
}

/* The group's amount in the currency: what its headline states, else the sum over its holders;
 * 0 where it is in several currencies. */
static double group_amount(const struct group *group, const struct sl_money *like)
{
    double sums[2] = {0, 0}; /* the holders', the headline's */
    bool stated[2] = {false, false}, mixed[2] = {false, false};
    for (size_t i = 0; i < group->count; i++) {
        const struct sl_money *amount = &row(group, i)->amount;
        int headline = row(group, i)->holder == 0;
        if (amount->currency[0] == '\0') continue;
        stated[headline] = true;
        if (!same_currency(amount, like)) mixed[headline] = true;
        sums[headline] += (double)amount->minor;
    }
    int which = stated[1];
    return mixed[which] ? 0 : sums[which];
}

/* The post-money valuation in the amount's currency, in its minor units; 0: none. Of several that
 * the rows state, the last counts. */
static double find_post_money(const struct group *group, const struct sl_money *amount)
{
    for (size_t i = group->count; i-- > 0;) {
        const struct sl_event *event = row(group, i);
        if (same_currency(&event->post_money, amount)) return (double)event->post_money.minor;
    }
    for (size_t i = group->count; i-- > 0;) {
        const struct sl_event *event = row(group, i);
        if (!same_currency(&event->pre_money, amount)) continue;
        double sum = group_amount(group, amount);
        return sum > 0 ? (double)event->pre_money.minor + sum : 0;
    }
    return 0;
}

/* The same: a group has many rows and few currencies. */
static double post_money(struct group *group, const struct sl_money *amount)
{
    for (const struct valuation *found = group->valuations; found != NULL; found = found->next) {
        if (same_currency(&found->like, amount)) return found->post;
    }
    const double post = find_post_money(group, amount);
    struct valuation *valuation =
        group->count == 1 ? NULL : sl_arena_alloc(&group->ledger->arena, sizeof *valuation);
    if (valuation == NULL) return post; /* it is looked for again */
    *valuation = (struct valuation){group->valuations, *amount, post};
    group->valuations = valuation;
    return post;
}

static bool is_equity(const char *instrument)
{
    return instrument == NULL || sl_text_same(instrument, "equity") ||
           sl_text_same(instrument, "preference");
}

/* ---- what a row bought, in the design's order ---- */

static bool size_by_level(const struct group *group, const struct sl_event *event,
                          struct size *size)
{
    struct sl_range held = {0};
    if (!sl_stake_is_stated(event->stake_after) || event->shares != SL_NO_SHARES ||
        event->holder == 0)
        return false;
    const struct sl_position *position =
        sl_ledger_find(group->ledger, event->holder, event->class_);
    if (position != NULL && position->state != SL_STATE_NEVER &&
        !sl_position_is_nothing(position) && !sl_ledger_stake(group->ledger, position, &held))
        return false;
    double low = event->stake_after.low / 100, high = event->stake_after.high / 100;
    if (held.high > 1 - SAME) return false;
    struct sl_range part = {(low - held.high) / (1 - held.high), (high - held.low) / (1 - held.low),
                            event->stake_after.half / 100};
    if (part.low + part.high < -1e-12) return false;
    if (part.high < 0) part.high = 0;
    if (part.low < 0) part.low = 0;
    *size =
        (struct size){.by = SIZED_STAKE, .part = part, .by_level = true, .basis = SL_BASIS_STATED};
    return true;
}

static bool size_by_value(struct group *group, const struct sl_event *event, struct size *size)
{
    if (!is_equity(event->instrument) || event->amount.currency[0] == '\0') return false;
    double post = post_money(group, &event->amount);
    if (!(post > 0)) return false;
    double part = (double)event->amount.minor / post;
    *size = (struct size){.by = SIZED_STAKE,
                          .part = {part, part, 0},
                          .worth = llround(post),
                          .basis = SL_BASIS_IMPLIED};
    return true;
}

static struct size size_row(struct group *group, const struct sl_event *event)
{
    struct size size = {.by = SIZED_NOT, .basis = SL_BASIS_DERIVED};
    double shares = event->shares == SL_NO_SHARES ? 0 : (double)event->shares;
    if (event->shares != SL_NO_SHARES && (group->counted || group->total > 0)) {
        double part = shares / (group->counted ? group->ledger->capital.shares : group->total);
        size.by = group->counted ? SIZED_UNITS : SIZED_STAKE;
        size.by_shares = !group->counted;
        size.part = (struct sl_range){part, part, 0};
    } else if (sl_stake_is_stated(event->stake)) {
        size.by = SIZED_STAKE;
        size.part = (struct sl_range){event->stake.low / 100, event->stake.high / 100,
                                      event->stake.half / 100};
    } else if (!size_by_level(group, event, &size) && !size_by_value(group, event, &size) &&
               event->shares != SL_NO_SHARES) {
        size.by = SIZED_WAITING;
        size.waits = true;
    }
    size.shares = shares;
    return size;
}

/* A headline is left out of account unless all sized holders' rows are sized as it is. */
static void size_rows(struct group *group)
{
    bool present[SIZED_WAITING + 1] = {false};
    for (size_t i = 0; i < group->count; i++) {
        group->sizes[i] = size_row(group, row(group, i));
        if (row(group, i)->holder != 0) present[group->sizes[i].by] = true;
    }
    if (group->giver < group->count) /* as exact as its stake, not as its shares */
        group->sizes[group->giver].part.half = row(group, group->giver)->stake.half / 100;
    for (size_t i = 0; i < group->count; i++) {
        if (row(group, i)->holder != 0) continue;
        for (int by = SIZED_UNITS; by <= SIZED_WAITING; by++) {
            if (present[by] && (int)group->sizes[i].by != by) group->sizes[i].by = SIZED_NOT;
        }
    }
}

/* The larger of what the headline and the holders state of one sizing. */
static double extent(const struct group *group, enum sizing by)
{
    double sums[2] = {0, 0};
    for (size_t i = 0; i < group->count; i++) {
        const struct size *size = &group->sizes[i];
        if (size->by != by) continue;
        sums[row(group, i)->holder == 0] +=
            by == SIZED_WAITING ? size->shares : (size->part.low + size->part.high) / 2;
    }
    return fmax(sums[0], sums[1]);
}

static bool has(const struct group *group, enum sizing by)
{
    for (size_t i = 0; i < group->count; i++) {
        if (group->sizes[i].by == by) return true;
    }
    return false;
}

/* ---- the capital after it ---- */

/* Where f was known, N shares outstanding after the group are V' = N / f, whatever it bought; a
 * provisional f stands from then on. */
static bool is_counted_after(const struct group *group)
{
    return group->counted && group->outstanding != SL_NO_SHARES;
}

static void count_after(struct group *group)
{
    struct sl_capital *capital = &group->ledger->capital;
    sl_capital_set_units(group->ledger, (double)group->outstanding / capital->shares);
    capital->provisional = false;
}

/* V' of a group that bought the part D by stakes. False where that leaves no room for those who
 * were there. */
static bool grow_by_part(struct group *group, double part)
{
    struct sl_ledger *ledger = group->ledger;
    struct sl_capital *capital = &ledger->capital;
    bool whole = fabs(1 - part) < SAME;
    if (is_counted_after(group)) {
        count_after(group);
        return true;
    }
    bool unset = !capital->set;
    bool empty = capital->set && !(capital->units > 0);
    if (unset || empty) sl_capital_need(ledger); /* V = 1 */
    if (empty || (unset && whole)) return true;
    if (whole || part > 1) return false;
    sl_capital_set_units(ledger, capital->units / (1 - part));
    return true;
}

/* Where f was unknown and T is known: f = T / V'. */
static void learn_from_total(struct group *group, struct sl_effect *effects)
{
    struct sl_capital *capital = &group->ledger->capital;
    capital->counted = true;
    capital->shares = group->total / capital->units;
    capital->waiting = 0;
    capital->provisional = group->giver < group->count;
    if (capital->provisional) {
        capital->p = row(group, group->giver)->stake.low;
        capital->half = row(group, group->giver)->stake.half;
        capital->giver = effects[group->giver].holder;
    }
    sl_capital_settle_waiting(group->ledger);
}

/* ---- the holders ---- */

static void buy_units(struct group *group, size_t i, struct sl_effect *effect)
{
    struct sl_change change = {.form = SL_CHANGE_UNITS, .units = group->sizes[i].part};
    effect->flags |= sl_position_gain(group->ledger, effect->holder, &change, row(group, i));
}

static void buy_part(struct group *group, size_t i, struct sl_effect *effect, bool room)
{
    const struct size *size = &group->sizes[i];
    const struct sl_event *event = row(group, i);
    struct sl_position *holder = effect->holder;
    double units = group->ledger->capital.units;
    if (!room) {
        effect->flags |= sl_position_lose_track(holder, event);
        return;
    }
    struct sl_change change = {
        .form = SL_CHANGE_UNITS,
        .units = {size->part.low * units, size->part.high * units, size->part.half * units}};
    if (size->by_shares && holder->state == SL_STATE_WAITING)
        change = (struct sl_change){.form = SL_CHANGE_SHARES, .shares = size->shares};
    effect->flags |= sl_position_gain(group->ledger, holder, &change, event);
    if (holder->state != SL_STATE_KNOWN) return;
    holder->basis = size->basis;
    if (size->by_level) holder->units.half = size->part.half * units;
}

static void buy_waiting(struct group *group, size_t i, struct sl_effect *effect)
{
    struct sl_change change = {.form = SL_CHANGE_SHARES, .shares = group->sizes[i].shares};
    sl_position_gain(group->ledger, effect->holder, &change, row(group, i));
}

static void buy_nothing(struct group *group, size_t i, struct sl_effect *effect)
{
    if (effect->holder->state == SL_STATE_NEVER)
        sl_position_lose_track(effect->holder, row(group, i));
}

static void buy(struct group *group, enum sizing by, struct sl_effect *effects, bool room)
{
    for (size_t i = 0; i < group->count; i++) {
        if (effects[i].holder == NULL || group->sizes[i].by != by) continue;
        switch (by) {
        case SIZED_UNITS: buy_units(group, i, &effects[i]); break;
        case SIZED_STAKE: buy_part(group, i, &effects[i], room); break;
        case SIZED_WAITING: buy_waiting(group, i, &effects[i]); break;
        case SIZED_NOT: buy_nothing(group, i, &effects[i]); break;
        }
    }
}

/* A stake that is not what the shares beside it make. */
static void check_sizes(const struct group *group, struct sl_effect *effects)
{
    const struct sl_ledger *ledger = group->ledger;
    for (size_t i = 0; i < group->count; i++) {
        const struct sl_event *event = row(group, i);
        if (event->shares == SL_NO_SHARES || !sl_stake_is_stated(event->stake) ||
            !ledger->capital.counted || !(ledger->capital.units > 0))
            continue;
        double units = (double)event->shares / ledger->capital.shares;
        if (!sl_range_holds(ledger, sl_stake_units(ledger, event->stake), units))
            effects[i].flags |= SL_FLAG_MISMATCH;
    }
}

static double apply(struct group *group, struct sl_effect *effects)
{
    struct sl_ledger *ledger = group->ledger;
    struct sl_capital *capital = &ledger->capital;
    bool by_units = has(group, SIZED_UNITS), by_stake = has(group, SIZED_STAKE);
    double units = extent(group, SIZED_UNITS), part = extent(group, SIZED_STAKE);
    bool room = true;

    if (by_units) sl_capital_set_units(ledger, capital->units + units);
    if (group->total > capital->waiting && group->total > 0 && capital->waiting != 0)
        room = grow_by_part(group, part + capital->waiting / group->total);
    else if (by_stake)
        room = grow_by_part(group, part);
    else if (group->total > 0)
        sl_capital_need(ledger);
    else if (is_counted_after(group))
        count_after(group);
    buy(group, SIZED_UNITS, effects, true); /* held to what the capital is after all of it */
    buy(group, SIZED_STAKE, effects, room);
    buy(group, SIZED_WAITING, effects, true);
    buy(group, SIZED_NOT, effects, true);
    capital->waiting += extent(group, SIZED_WAITING);
    if (group->total > 0) learn_from_total(group, effects);
    check_sizes(group, effects);
    if ((!by_units && !by_stake) || !room || !(capital->units > 0)) return NAN;
    return part + units / capital->units;
}

enum sl_status sl_ledger_apply_group(struct sl_ledger *ledger, struct sl_claim *const *rows,
                                     size_t count, struct sl_effect *effects, double *sold,
                                     struct sl_error *err)
{
    struct group group = {
        .ledger = ledger, .rows = rows, .count = count, .counted = ledger->capital.counted};
    group.sizes = sl_arena_alloc(&ledger->arena, count * sizeof *group.sizes);
    if (group.sizes == NULL) return sl_fail_memory(err);
    sl_ledger_begin(ledger);
    find_total(&group);
    size_rows(&group);
    for (size_t i = 0; i < count; i++) {
        effects[i] = (struct sl_effect){.flags = group.sizes[i].waits ? SL_FLAG_UNRESOLVED : 0,
                                        .worth = group.sizes[i].worth};
        if (rows[i]->event.holder != 0)
            effects[i].holder =
                sl_ledger_touch(ledger, rows[i]->event.holder, rows[i]->event.class_);
    }
    if (ledger->out_of_memory) return sl_fail_memory(err);
    *sold = apply(&group, effects);
    for (size_t i = 0; i < count; i++) {
        bool moved = effects[i].holder != NULL && group.sizes[i].by != SIZED_NOT;
        if (moved && effects[i].holder->state == SL_STATE_KNOWN)
            sl_position_clamp(ledger, effects[i].holder);
        if (!group.sizes[i].by_level) sl_position_state_after(ledger, row(&group, i), &effects[i]);
        sl_position_vote(effects[i].holder, row(&group, i));
    }
    sl_ledger_finish(ledger);
    return ledger->out_of_memory ? sl_fail_memory(err) : SL_OK;
}
