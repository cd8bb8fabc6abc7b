/* Checks of deals and rounds: statuses that go back, amounts and valuations that do not add up. */
#include <math.h>
#include <string.h>

#include "query/check.h"
#include "query/rounding.h"
#include "query/rounds.h"

/* ---- statuses ---- */

static enum sl_status check_reversed(struct sl_check *check, const struct sl_dropped *dropped,
                                     struct sl_error *err)
{
    const struct sl_event *event = dropped->next;
    if (dropped->fate != SL_FATE_SUPERSEDED || event == NULL ||
        dropped->event.stage != SL_STAGE_COMPLETED || event->stage == SL_STAGE_COMPLETED)
        return SL_OK;
    bool cancelled = event->stage == SL_STAGE_CANCELLED;
    sl_buffer_printf(&check->text, "%s: deal %s is %s", sl_check_name(check, event->issuer),
                     event->deal, sl_stage_name(event->stage));
    sl_check_cite(check, event);
    sl_buffer_add_text(&check->text, ", but was completed before");
    sl_check_cite(check, &dropped->event);
    return sl_check_add(check, SL_CHECK_DEAL_REVERSED,
                        cancelled ? SL_SEVERITY_WARNING : SL_SEVERITY_ERROR, event, event->issuer,
                        event->holder, err);
}

enum sl_status sl_check_deals(struct sl_check *check, struct sl_error *err)
{
    const struct sl_claims *claims = &check->play.claims;
    enum sl_status status = SL_OK;
    for (size_t i = 0; i < claims->dropped_count && status == SL_OK; i++)
        status = check_reversed(check, &claims->dropped[i], err);
    return status;
}

/* ---- rounds ---- */

/* What the headline rows of a round, or those of its holders, state in all. */
struct total {
    double units, slack;
    char currency[4];             /* "": nothing is stated */
    const struct sl_event *event; /* the first that states an amount */
    bool mixed;                   /* in several currencies */
    size_t count;
};

static struct total total_of(const struct sl_round *round, bool headline)
{
    struct total total = {0};
    for (size_t i = 0; i < round->count; i++) {
        const struct sl_event *event = &round->rows[i]->event;
        const struct sl_money *amount = &event->amount;
        if ((event->holder == 0) != headline || amount->currency[0] == '\0') continue;
        if (total.event == NULL) {
            total.event = event;
            memcpy(total.currency, amount->currency, sizeof total.currency);
        }
        if (strcmp(total.currency, amount->currency) != 0) total.mixed = true;
        total.units += sl_money_units(amount);
        total.slack += sl_money_half(amount);
        total.count++;
    }
    return total;
}

static void say_sum(struct sl_buffer *out, const char *currency, double units)
{
    sl_buffer_printf(out, "%s ", currency);
    sl_say_number(out, units);
}

static void say_round(struct sl_check *check, const struct sl_event *event)
{
    sl_buffer_add_text(&check->text, sl_check_name(check, event->issuer));
    if (event->round != NULL) sl_buffer_printf(&check->text, ", %s", event->round);
    sl_buffer_add_text(&check->text, ": ");
}

/* Digits of the total leave room; those of the parts do not, as they only make it worse. */
static enum sl_status check_total(struct sl_check *check, const struct total *whole,
                                  const struct total *parts, struct sl_error *err)
{
    struct sl_buffer *text = &check->text;
    if (whole->event == NULL || parts->event == NULL || whole->mixed || parts->mixed ||
        strcmp(whole->currency, parts->currency) != 0)
        return SL_OK;
    if (parts->units <= whole->units + whole->slack + 1e-9 * whole->units) return SL_OK;
    say_round(check, whole->event);
    sl_buffer_add_text(text, parts->count == 1 ? "the investor put in " : "the investors put in ");
    say_sum(text, parts->currency, parts->units);
    sl_check_cite(check, parts->event);
    sl_buffer_add_text(text, ", but the round was ");
    say_sum(text, whole->currency, whole->units);
    sl_check_cite(check, whole->event);
    return sl_check_add(check, SL_CHECK_ROUND_TOTAL, SL_SEVERITY_ERROR, whole->event,
                        whole->event->issuer, 0, err);
}

/* The last row of the round that states a valuation. */
static const struct sl_event *valued(const struct sl_round *round, bool post)
{
    for (size_t i = round->count; i-- > 0;) {
        const struct sl_event *event = &round->rows[i]->event;
        if ((post ? event->post_money : event->pre_money).currency[0] != '\0') return event;
    }
    return NULL;
}

static enum sl_status check_valuation(struct sl_check *check, const struct sl_round *round,
                                      const struct total *amount, struct sl_error *err)
{
    struct sl_buffer *text = &check->text;
    const struct sl_event *before = valued(round, false), *after = valued(round, true);
    if (before == NULL || after == NULL || amount->event == NULL || amount->mixed) return SL_OK;
    const struct sl_money *pre = &before->pre_money, *post = &after->post_money;
    if (strcmp(pre->currency, post->currency) != 0 || strcmp(pre->currency, amount->currency) != 0)
        return SL_OK;
    double made = sl_money_units(pre) + amount->units;
    double slack = sl_money_half(pre) + amount->slack + sl_money_half(post);
    if (fabs(made - sl_money_units(post)) <= slack + 1e-9 * made) return SL_OK;
    say_round(check, after);
    sl_say_money(text, pre);
    sl_buffer_add_text(text, " before");
    if (before != after) sl_check_cite(check, before);
    sl_buffer_add_text(text, " and ");
    say_sum(text, amount->currency, amount->units);
    sl_buffer_add_text(text, " raised");
    if (amount->event != after) sl_check_cite(check, amount->event);
    sl_buffer_add_text(text, " make ");
    say_sum(text, pre->currency, made);
    sl_buffer_add_text(text, ", not ");
    sl_say_money(text, post);
    sl_check_cite(check, after);
    return sl_check_add(check, SL_CHECK_VALUATION, SL_SEVERITY_WARNING, after, after->issuer, 0,
                        err);
}

enum sl_status sl_check_rounds(struct sl_check *check, struct sl_error *err)
{
    struct sl_round_list list = {0};
    enum sl_status status = sl_round_list_group(&list, &check->play.claims, err);
    for (size_t i = 0; i < list.count && status == SL_OK; i++) {
        const struct sl_round *round = &list.items[i];
        struct total whole = total_of(round, true), parts = total_of(round, false);
        status = check_total(check, &whole, &parts, err);
        if (status == SL_OK)
            status = check_valuation(check, round, whole.event != NULL ? &whole : &parts, err);
    }
    sl_round_list_release(&list);
    return status;
}
