/* Checks of what the ledger makes of the events, step by step: sales of more than was held, levels
 * that contradict, classes that are mixed, companies that hold themselves. */
#include "query/check.h"

#include <math.h>

/* ---- what an event did, in words ---- */

static void say_size(struct sl_buffer *out, const struct sl_event *event)
{
    if (event->shares != SL_NO_SHARES) {
        sl_say_count(out, (double)event->shares);
        sl_buffer_add_text(out, event->shares == 1 ? " share" : " shares");
    } else {
        sl_say_stake(out, event->stake);
    }
}

static void say_held(struct sl_check *check, const struct sl_position *position)
{
    struct sl_buffer *text = &check->text;
    if (position->before.state == SL_STATE_WAITING) {
        sl_say_count(text, position->before.waiting);
        sl_buffer_add_text(text, " shares");
    } else {
        sl_say_parts(text, position->before.stake.low, position->before.stake.high);
    }
    if (position->before.event != NULL) sl_check_cite(check, position->before.event);
}

/* Rows need not say who holds. */
static const char *name_of(struct sl_check *check, sl_entity holder)
{
    return holder == 0 ? "someone" : sl_check_name(check, holder);
}

/* "Renault in Nissan" */
static void say_position(struct sl_check *check, const struct sl_step *step)
{
    sl_buffer_printf(&check->text, "%s in %s", name_of(check, step->holder),
                     sl_check_name(check, step->event->issuer));
    if (step->class_ != NULL) sl_buffer_printf(&check->text, ", class %s", step->class_);
    sl_buffer_add_text(&check->text, ": ");
}

static enum sl_status add(struct sl_check *check, enum sl_check_id id, enum sl_severity severity,
                          const struct sl_step *step, struct sl_error *err)
{
    return sl_check_add(check, id, severity, step->event, step->event->issuer, step->holder, err);
}

/* ---- flags ---- */

static enum sl_status check_oversold(struct sl_check *check, const struct sl_step *step,
                                     struct sl_error *err)
{
    say_position(check, step);
    sl_buffer_add_text(&check->text, "loses ");
    say_size(&check->text, step->event);
    sl_check_cite(check, step->event);
    sl_buffer_add_text(&check->text, ", but held ");
    say_held(check, step->position);
    return add(check, SL_CHECK_OVERSOLD, SL_SEVERITY_ERROR, step, err);
}

static bool states_level(const struct sl_event *event)
{
    return event->kind == SL_KIND_HOLDING || sl_stake_is_stated(event->stake_after);
}

/* The level of a holder; that of another one is of a company taken over whole. */
static void say_stated(struct sl_check *check, const struct sl_event *event, sl_entity holder)
{
    struct sl_buffer *text = &check->text;
    if (event->holder != holder) sl_buffer_printf(text, "%s holds ", name_of(check, event->holder));
    if (sl_stake_is_stated(event->stake_after)) {
        sl_say_stake(text, event->stake_after);
    } else {
        say_size(text, event);
    }
    sl_check_cite(check, event);
}

/* Are the two levels of two pictures, each of its own date? A file that came through a map is one:
 * that the next one differs is what it was taken for. */
static bool are_pictures(const struct sl_check *check, const struct sl_event *event,
                         const struct sl_event *before)
{
    return sl_origins_mapped(check->origins, event->seq) &&
           sl_origins_file(check->origins, event->seq, NULL) !=
               sl_origins_file(check->origins, before->seq, NULL);
}

/* A level that contradicts what was known: on the same date two claims disagree; after another
 * level something between them was not recorded, as is usual where levels are all that is
 * disclosed; else the events between, or one of the levels, cannot be right. */
static enum sl_status check_level(struct sl_check *check, const struct sl_step *step,
                                  struct sl_error *err)
{
    struct sl_buffer *text = &check->text;
    const struct sl_event *event = step->event, *before = step->position->before.event;
    const struct sl_range *expected = &step->position->expected;
    bool level = before != NULL && states_level(before);
    bool same_date =
        level && before->date.day == event->date.day && before->date.unit == event->date.unit;
    bool usual = level && before->kind == SL_KIND_HOLDING && event->kind == SL_KIND_HOLDING;
    if (usual && !same_date && are_pictures(check, event, before)) return SL_OK;
    say_position(check, step);
    say_stated(check, event, step->holder);
    if (same_date) {
        sl_buffer_add_text(text, ", and on the same date ");
        say_stated(check, before, step->holder);
        return add(check, SL_CHECK_DISAGREEMENT, SL_SEVERITY_ERROR, step, err);
    }
    sl_buffer_add_text(text, " is stated, but the log makes it ");
    sl_say_parts(text, expected->low, expected->high);
    if (before != NULL && before->holder != step->holder && before->counterparty != step->holder)
        sl_buffer_printf(text, ", as %s took all of it", name_of(check, before->holder));
    if (before != NULL) sl_check_cite(check, before);
    return add(check, SL_CHECK_MISMATCH, usual ? SL_SEVERITY_INFO : SL_SEVERITY_WARNING, step, err);
}

static enum sl_status check_mismatch(struct sl_check *check, const struct sl_ledger *ledger,
                                     const struct sl_step *step, struct sl_error *err)
{
    struct sl_buffer *text = &check->text;
    const struct sl_event *event = step->event;
    const struct sl_capital *capital = &ledger->capital;
    bool level = step->position != NULL && step->position->contradicted && states_level(event);
    if (level) {
        enum sl_status status = check_level(check, step, err);
        if (status != SL_OK) return status;
    }
    say_position(check, step);
    if (event->shares != SL_NO_SHARES && sl_stake_is_stated(event->stake) && capital->counted) {
        double total = capital->units * capital->shares, part = (double)event->shares / total;
        double slack = event->stake.half / 100 + 1e-9;
        bool fits =
            part >= event->stake.low / 100 - slack && part <= event->stake.high / 100 + slack;
        if (level && fits) {
            sl_buffer_clear(text);
            return SL_OK;
        }
        sl_say_count(text, (double)event->shares);
        sl_buffer_add_text(text, " shares of ");
        sl_say_count(text, total);
        sl_buffer_add_text(text, " are ");
        sl_say_part(text, part);
        sl_buffer_add_text(text, ", not ");
        sl_say_stake(text, event->stake);
    } else if (level) {
        sl_buffer_clear(text);
        return SL_OK;
    } else {
        sl_buffer_printf(text, "%s, but ", event->kind == SL_KIND_DISPOSE ? "sells" : "buys");
        sl_say_stake(text, event->stake_after);
        sl_buffer_printf(text, " is %s than before",
                         event->kind == SL_KIND_DISPOSE ? "more" : "less");
    }
    sl_check_cite(check, event);
    return add(check, SL_CHECK_MISMATCH, SL_SEVERITY_WARNING, step, err);
}

static enum sl_status check_unresolved(struct sl_check *check, const struct sl_step *step,
                                       struct sl_error *err)
{
    if (!sl_check_wants(check, SL_CHECK_UNRESOLVED, SL_SEVERITY_INFO)) return SL_OK;
    say_position(check, step);
    sl_buffer_add_text(&check->text, "what this makes of the position cannot be computed");
    sl_check_cite(check, step->event);
    return add(check, SL_CHECK_UNRESOLVED, SL_SEVERITY_INFO, step, err);
}

/* ---- a company and its own shares ---- */

static enum sl_status check_self(struct sl_check *check, const struct sl_ledger *ledger,
                                 const struct sl_step *step, struct sl_error *err)
{
    const struct sl_position *position = step->position;
    struct sl_range stake = {0};
    bool known = sl_ledger_stake(ledger, position, &stake);
    int level = sl_position_is_nothing(position) ? 0 : known && stake.low > 0.5 ? 2 : 1;
    int before = check->steps.self;
    check->steps.self = level;
    if (level <= before) return SL_OK;
    sl_buffer_printf(&check->text, "%s owns ", sl_check_name(check, step->holder));
    if (known)
        sl_say_parts(&check->text, stake.low, stake.high);
    else
        sl_buffer_add_text(&check->text, "a part");
    sl_buffer_add_text(&check->text, " of itself");
    sl_check_cite(check, step->event);
    /* own shares are usual; a majority of them cannot be */
    return add(check, SL_CHECK_SELF_HELD, level == 2 ? SL_SEVERITY_ERROR : SL_SEVERITY_INFO, step,
               err);
}

/* ---- classes ---- */

static enum sl_status check_classes(struct sl_check *check, const struct sl_step *step,
                                    struct sl_error *err)
{
    struct sl_check_steps *steps = &check->steps;
    const struct sl_event **first = step->class_ == NULL ? &steps->blank : &steps->named;
    if (*first == NULL) *first = step->event;
    if (steps->mixed || steps->blank == NULL || steps->named == NULL) return SL_OK;
    steps->mixed = true;
    sl_buffer_printf(&check->text, "%s: class %s here", sl_check_name(check, step->event->issuer),
                     steps->named->class_);
    sl_check_cite(check, steps->named);
    sl_buffer_add_text(&check->text, ", none there");
    sl_check_cite(check, steps->blank);
    sl_buffer_add_text(&check->text, ": these are positions apart, and add up");
    return add(check, SL_CHECK_CLASSES, SL_SEVERITY_WARNING, step, err);
}

/* ---- counts of shares ---- */

/* Shares that waited for the first count are more than it, so that one of the two is wrong. */
static enum sl_status check_waiting(struct sl_check *check, const struct sl_ledger *ledger,
                                    const struct sl_step *step, struct sl_error *err)
{
    struct sl_buffer *text = &check->text;
    const struct sl_capital *now = &ledger->capital, *before = &ledger->start;
    double total = now->units * now->shares;
    if (before->counted || !now->counted) return SL_OK;
    if (before->waiting > total * (1 + 1e-9)) {
        sl_buffer_printf(text, "%s: ", sl_check_name(check, step->event->issuer));
        sl_say_count(text, before->waiting);
        sl_buffer_add_text(text, " shares were issued before the first count, which is ");
        sl_say_count(text, total);
        sl_check_cite(check, step->event);
        return sl_check_add(check, SL_CHECK_WAITING, SL_SEVERITY_ERROR, step->event,
                            step->event->issuer, 0, err);
    }
    for (size_t i = 0; i < ledger->touched_count; i++) {
        const struct sl_position *position = ledger->touched[i];
        if (position->before.state != SL_STATE_WAITING ||
            !(position->before.waiting > total * (1 + 1e-9)))
            continue;
        sl_buffer_printf(text, "%s in %s: holds ", sl_check_name(check, position->holder),
                         sl_check_name(check, step->event->issuer));
        sl_say_count(text, position->before.waiting);
        sl_buffer_add_text(text, " shares");
        if (position->before.event != NULL) sl_check_cite(check, position->before.event);
        sl_buffer_add_text(text, ", but there are only ");
        sl_say_count(text, total);
        sl_check_cite(check, step->event);
        enum sl_status status =
            sl_check_add(check, SL_CHECK_WAITING, SL_SEVERITY_ERROR, step->event,
                         step->event->issuer, position->holder, err);
        if (status != SL_OK) return status;
    }
    return SL_OK;
}

/* Two pure counts of one date, with nothing between them, that differ. */
static enum sl_status check_counts(struct sl_check *check, const struct sl_step *step,
                                   struct sl_error *err)
{
    struct sl_buffer *text = &check->text;
    const struct sl_event *event = step->event, *before = check->steps.event;
    if (event->kind != SL_KIND_OUTSTANDING || before == NULL ||
        before->kind != SL_KIND_OUTSTANDING || before->outstanding == event->outstanding ||
        before->outstanding == SL_NO_SHARES || event->outstanding == SL_NO_SHARES ||
        before->date.day != event->date.day || before->date.unit != event->date.unit)
        return SL_OK;
    sl_buffer_printf(text, "%s: ", sl_check_name(check, event->issuer));
    sl_say_count(text, (double)event->outstanding);
    sl_buffer_add_text(text, " shares");
    sl_check_cite(check, event);
    sl_buffer_add_text(text, ", and on the same date ");
    sl_say_count(text, (double)before->outstanding);
    sl_check_cite(check, before);
    return sl_check_add(check, SL_CHECK_DISAGREEMENT, SL_SEVERITY_ERROR, event, event->issuer, 0,
                        err);
}

/* A holding of all of it, where others were stated to hold a part on the same date: the model takes
 * it for a takeover, but both were stated as true then. */
static enum sl_status check_whole(struct sl_check *check, const struct sl_ledger *ledger,
                                  const struct sl_step *step, struct sl_error *err)
{
    struct sl_buffer *text = &check->text;
    const struct sl_event *event = step->event;
    bool whole = event->kind == SL_KIND_HOLDING && event->class_ == NULL && step->kind != 0 &&
                 event->stake.form != SL_STAKE_NONE && event->stake.low >= 100;
    for (size_t i = 0; whole && i < ledger->touched_count; i++) {
        const struct sl_position *other = ledger->touched[i];
        const struct sl_event *before = other->before.event;
        if (before == NULL || other->holder == step->holder || before->kind != SL_KIND_HOLDING ||
            before->holder != other->holder || before->date.day != event->date.day ||
            before->date.unit != event->date.unit || other->before.state != SL_STATE_KNOWN ||
            !(other->before.stake.low > 0))
            continue;
        say_position(check, step);
        say_stated(check, event, step->holder);
        sl_buffer_add_text(text, ", and on the same date ");
        say_stated(check, before, step->holder);
        enum sl_status status = add(check, SL_CHECK_DISAGREEMENT, SL_SEVERITY_ERROR, step, err);
        if (status != SL_OK) return status;
    }
    return SL_OK;
}

/* ---- a step ---- */

static enum sl_status check_position(struct sl_check *check, const struct sl_ledger *ledger,
                                     const struct sl_step *step, struct sl_error *err)
{
    enum sl_status status = SL_OK;
    if (step->flags & SL_FLAG_OVERSOLD) status = check_oversold(check, step, err);
    if (status == SL_OK && (step->flags & SL_FLAG_MISMATCH))
        status = check_mismatch(check, ledger, step, err);
    if (status == SL_OK && (step->flags & SL_FLAG_UNRESOLVED))
        status = check_unresolved(check, step, err);
    if (status == SL_OK && step->holder == step->event->issuer)
        status = check_self(check, ledger, step, err);
    return status == SL_OK ? check_classes(check, step, err) : status;
}

enum sl_status sl_check_step(void *context, const struct sl_ledger *ledger,
                             const struct sl_step *step, struct sl_error *err)
{
    struct sl_check *check = context;
    enum sl_status status = SL_OK;
    bool applied = ledger->step != check->steps.step;
    bool pending = step->kind != 0 && step->position == NULL && (step->flags & SL_FLAG_PENDING);
    if (pending && !applied) return SL_OK; /* moved nothing */
    if (applied) {
        status = sl_check_day_end(check, ledger, step, err);
        if (status == SL_OK) status = check_waiting(check, ledger, step, err);
        if (status == SL_OK) status = check_counts(check, step, err);
        if (status == SL_OK) status = check_whole(check, ledger, step, err);
        sl_check_add_up(check, ledger, step);
    }
    if (status != SL_OK || step->kind == 0 || step->position == NULL) return status;
    return check_position(check, ledger, step, err);
}
