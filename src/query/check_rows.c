/* Checks of single events as they stand in the log: dates, currencies, prices. */
#include <math.h>

#include "base/error.h"
#include "base/vector.h"
#include "model/calendar.h"
#include "query/check.h"
#include "query/rounding.h"

/* ---- dates ---- */

static enum sl_status check_future(struct sl_check *check, const struct sl_event *event,
                                   struct sl_error *err)
{
    struct sl_buffer *text = &check->text;
    const int32_t today = check->options->today;
    enum sl_severity severity = SL_SEVERITY_ERROR;
    if (event->stage != SL_STAGE_COMPLETED) return SL_OK;
    const char *issuer = sl_check_name(check, event->issuer);
    /* what is dated "2026" and says no more is known at the end of that year, by default */
    bool by_default = event->known.day == sl_date_last_day(event->date);
    if (event->known.day > today && !(by_default && event->date.day <= today)) {
        sl_buffer_printf(text, "%s: completed, and known from ", issuer);
        sl_say_date(text, event->known);
        sl_buffer_add_text(text, ", which is still to come");
    } else if (event->date.day > today) {
        sl_buffer_printf(text, "%s: completed, but takes effect on ", issuer);
        sl_say_date(text, event->date);
        sl_buffer_add_text(text, ", which is still to come");
    } else if (event->date.day > sl_date_last_day(event->known)) {
        severity = SL_SEVERITY_WARNING;
        sl_buffer_printf(text, "%s: completed on ", issuer);
        sl_say_date(text, event->date);
        sl_buffer_add_text(text, ", but known as completed before, on ");
        sl_say_date(text, event->known);
    } else {
        return SL_OK;
    }
    sl_check_cite(check, event);
    return sl_check_add(check, SL_CHECK_FUTURE, severity, event, event->issuer, event->holder, err);
}

/* ---- money ---- */

/* Codes that were never any are refused by imports; one can still be of another time. */
static enum sl_status check_currency(struct sl_check *check, const struct sl_event *event,
                                     struct sl_error *err)
{
    const struct sl_money *const moneys[] = {&event->amount, &event->pre_money, &event->post_money,
                                             &event->price};
    for (size_t i = 0; i < sizeof moneys / sizeof *moneys; i++) {
        if (moneys[i]->currency[0] == '\0') continue;
        int last = sl_currency_last_year(moneys[i]->currency);
        if (last == 0 || sl_civil_from_day(event->date.day).year <= last) continue;
        sl_buffer_printf(&check->text, "%s: %s was no currency any more after %d",
                         sl_check_name(check, event->issuer), moneys[i]->currency, last);
        sl_check_cite(check, event);
        return sl_check_add(check, SL_CHECK_CURRENCY, SL_SEVERITY_ERROR, event, event->issuer,
                            event->holder, err);
    }
    return SL_OK;
}

static enum sl_status check_price(struct sl_check *check, const struct sl_event *event,
                                  struct sl_error *err)
{
    struct sl_buffer *text = &check->text;
    if (event->price.currency[0] == '\0' || event->amount.currency[0] == '\0' ||
        event->shares == SL_NO_SHARES)
        return SL_OK;
    double amount = sl_money_units(&event->amount), price = sl_money_units(&event->price);
    double shares = (double)event->shares, made = price * shares;
    double slack = sl_money_half(&event->amount) + sl_price_half(&event->price) * shares +
                   sl_count_half(event->shares) * price;
    if (fabs(made - amount) <= slack + 1e-9 * amount) return SL_OK;
    sl_buffer_printf(text, "%s: ", sl_check_name(check, event->issuer));
    sl_say_count(text, shares);
    sl_buffer_add_text(text, " shares at ");
    sl_say_money(text, &event->price);
    sl_buffer_printf(text, " make %s ", event->amount.currency);
    sl_say_number(text, made);
    sl_buffer_add_text(text, ", not ");
    sl_say_money(text, &event->amount);
    sl_check_cite(check, event);
    return sl_check_add(check, SL_CHECK_PRICE, SL_SEVERITY_WARNING, event, event->issuer,
                        event->holder, err);
}

/* ---- every event ---- */

static enum sl_status meet(struct sl_check *check, sl_entity entity, struct sl_error *err)
{
    if (check->only == 0 || entity == 0) return SL_OK;
    if (!sl_vector_grow(&check->met, check->met_count, &check->met_capacity, sizeof *check->met))
        return sl_fail_memory(err);
    check->met[check->met_count++] = entity;
    return SL_OK;
}

enum sl_status sl_check_rows(struct sl_check *check, struct sl_error *err)
{
    const struct sl_claims *claims = &check->play.claims;
    const struct sl_view *view = &check->options->view;
    enum sl_status status = SL_OK;
    for (size_t i = 0; i < claims->count && status == SL_OK; i++) {
        const struct sl_event *event = &claims->items[i].event;
        status = meet(check, event->issuer, err);
        if (status == SL_OK) status = meet(check, event->holder, err);
        if (status == SL_OK) status = meet(check, event->counterparty, err);
        if (event->date.day > view->to || sl_date_last_day(event->known) > view->known_by) continue;
        if (status == SL_OK) status = check_future(check, event, err);
        if (status == SL_OK) status = check_currency(check, event, err);
        if (status == SL_OK) status = check_price(check, event, err);
    }
    return status;
}
