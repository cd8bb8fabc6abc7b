/* Each deal's events as their latest version has them, with the statuses they went through. */
#include <stakeline/deals.h>

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "query/columns.h"
#include "query/crew.h"
#include "query/deal_rows.h"
#include "query/words.h"

#define DEAL(member, name, label, type, show) \
    COLUMN(struct sl_deal_row, member, name, label, type, show)

static const struct sl_field deal_fields[] = {
    DEAL(deal, "deal", "Deal", TEXT, PLAIN),
    DEAL(kind, "kind", "Kind", TEXT, ALWAYS),
    DEAL(issuer, "issuer", "Issuer", TEXT, ALWAYS),
    DEAL(holder, "holder", "Holder", TEXT, ALWAYS),
    DEAL(status, "status", "Status", TEXT, PLAIN),
    DEAL(first_known, "first_known", "First known", DATE, NEVER),
    DEAL(last_known, "last_known", "Last known", DATE, NEVER),
    DEAL(date, "date", "Date", DATE, PLAIN),
    DEAL(stake_pct, "stake_pct", "Stake", PERCENT, RANGE),
    DEAL(amount, "amount", "Amount", MONEY, MONEY),
    DEAL(currency, "currency", NULL, TEXT, PLAIN),
    DEAL(history, "history", "History", TEXT, WRAP),
    DEAL(source, "source", "Source", TEXT, NEVER),
    DEAL(days, "days", "Days", TEXT, PLAIN),
    DEAL(counterparty, "counterparty", "Counterparty", TEXT, PLAIN),
    DEAL(class_, "class", "Class", TEXT, PLAIN),
    DEAL(part, "part", "Part", TEXT, PLAIN),
    DEAL(stake_low_pct, "stake_low_pct", NULL, PERCENT, NEVER),
    DEAL(stake_high_pct, "stake_high_pct", NULL, PERCENT, NEVER),
    DEAL(stake_after_pct, "stake_after_pct", "After", PERCENT, PLAIN),
    DEAL(reports, "reports", NULL, COUNT, NEVER),
};
const struct sl_row_type sl_deal_row_type = ROW_TYPE("deals", deal_fields);

struct listing {
    struct sl_book *book;
    const struct sl_deal_filter *filter;
    sl_entity entity;       /* 0: all */
    unsigned stages, kinds; /* a bit each; 0: any */
    struct sl_deal_rows rows;
};

/* ---- which ones ---- */

enum { WORD_SIZE = 24 };

/* Sets a bit for each word of the list. */
static enum sl_status read_words(const char *list, int (*number)(const char *word), int missing,
                                 const char *what, unsigned *bits, struct sl_error *err)
{
    size_t length;
    for (const char *word; (word = sl_words_next(&list, &length)) != NULL;) {
        char text[WORD_SIZE] = "";
        if (length < sizeof text) memcpy(text, word, length);
        int found = number(text);
        if (found == missing)
            return sl_fail(err, SL_MISUSE, "'%.*s' is no %s of a deal",
                           length < 80 ? (int)length : 80, word, what);
        *bits |= 1u << found;
    }
    return SL_OK;
}

static bool is_pending(const struct sl_event *event)
{
    return event->stage < SL_STAGE_COMPLETED;
}

/* Has the date, a partial one's last day, passed by that much? */
static bool is_stale(const struct sl_event *event, const struct sl_deal_filter *filter)
{
    return (int64_t)filter->as_of - sl_date_last_day(event->date) >= filter->stale;
}

static bool is_wanted(const struct listing *listing, const struct sl_event *event)
{
    const struct sl_deal_filter *filter = listing->filter;
    sl_entity entity = listing->entity;
    if (entity != 0 && event->issuer != entity && event->holder != entity &&
        event->counterparty != entity)
        return false;
    if (event->date.day < filter->view.from || event->date.day > filter->view.to) return false;
    if (listing->stages != 0 && (listing->stages & 1u << event->stage) == 0) return false;
    if (listing->kinds != 0 && (listing->kinds & 1u << event->kind) == 0) return false;
    if ((filter->open || filter->stale > 0) && !is_pending(event)) return false;
    return filter->stale <= 0 || is_stale(event, filter);
}

/* Adds the rows of one issuer's deals. */
static enum sl_status add_issuer(struct listing *listing, const struct sl_event **events,
                                 size_t count, struct sl_error *err)
{
    enum sl_status status = SL_OK;
    for (size_t i = 0, next; i < count && status == SL_OK; i = next) {
        for (next = i + 1; next < count && sl_claims_same_event(events[i], events[next]);)
            next++;
        const struct sl_versions versions = {&events[i], next - i};
        if (is_wanted(listing, events[next - 1]))
            status = sl_deal_rows_add(&listing->rows, &versions, err);
    }
    return status;
}

static enum sl_status read_issuer(struct listing *listing, struct sl_play *play, sl_entity issuer,
                                  struct sl_error *err)
{
    const struct sl_event **events;
    size_t count;
    enum sl_status status = sl_play_turn(play, issuer, SL_COLUMNS_FUNDING, err);
    if (status == SL_OK)
        status = sl_claims_read_versions(&play->claims, play->cursor,
                                         listing->filter->view.known_by, &events, &count, err);
    return status == SL_OK ? add_issuer(listing, events, count, err) : status;
}

/* As a crew's question. */
static enum sl_status ask(void *context, void *gathering, struct sl_play *play, sl_entity issuer,
                          size_t place, struct sl_error *err)
{
    (void)gathering, (void)place;
    return read_issuer(context, play, issuer, err);
}

static enum sl_status gather_all(struct listing *listing, struct sl_error *err)
{
    const struct sl_crew crew = {.book = listing->book,
                                 .columns = SL_COLUMNS_FUNDING,
                                 .alone = true, /* names are in the book */
                                 .ask = ask,
                                 .context = listing};
    sl_entity *issuers = NULL;
    size_t count = 0;
    enum sl_status status = sl_book_issuers(listing->book, false, false, &issuers, &count, err);
    if (status == SL_OK) status = sl_crew_run(&crew, issuers, count, err);
    free(issuers);
    return status;
}

static enum sl_status gather_of(struct listing *listing, sl_entity entity, struct sl_error *err)
{
    struct sl_play play = {.book = listing->book};
    sl_entity *issuers = NULL;
    size_t count = 0;
    enum sl_status status = sl_book_issuers_of(listing->book, &entity, 1, &issuers, &count, err);
    if (status == SL_OK) status = read_issuer(listing, &play, entity, err);
    for (size_t i = 0; i < count && status == SL_OK; i++) {
        if (issuers[i] != entity) status = read_issuer(listing, &play, issuers[i], err);
    }
    free(issuers);
    sl_play_release(&play);
    return status;
}

/* ---- the answer ---- */

static int compare_days(int32_t a, int32_t b)
{
    return (a > b) - (a < b);
}

static int compare_rows(const void *left, const void *right)
{
    const struct sl_deal_row *a = left, *b = right;
    int order = compare_days(a->date.day, b->date.day);
    return order != 0 ? order : (a->arrival > b->arrival) - (a->arrival < b->arrival);
}

static int compare_ages(const void *left, const void *right)
{
    const struct sl_deal_row *a = left, *b = right;
    int order = compare_days(sl_date_last_day(a->first_known), sl_date_last_day(b->first_known));
    return order != 0 ? order : compare_rows(left, right);
}

enum sl_status sl_deals(struct sl_book *book, const char *entity,
                        const struct sl_deal_filter *filter, struct sl_sink sink,
                        struct sl_error *err)
{
    struct listing listing = {.book = book, .filter = filter, .rows = {.book = book}};
    enum sl_status status =
        read_words(filter->statuses, sl_stage_from, -1, "status", &listing.stages, err);
    if (status == SL_OK)
        status = read_words(filter->kinds, sl_kind_from, 0, "kind", &listing.kinds, err);
    if (status == SL_OK) status = sl_play_find(book, entity, &listing.entity, err);
    if (status == SL_OK)
        status = listing.entity == 0 ? gather_all(&listing, err)
                                     : gather_of(&listing, listing.entity, err);
    bool by_age = filter->open || filter->stale > 0;
    if (status == SL_OK && listing.rows.count > 1)
        qsort(listing.rows.items, listing.rows.count, sizeof *listing.rows.items,
              by_age ? compare_ages : compare_rows);
    for (size_t i = 0; i < listing.rows.count && status == SL_OK; i++) {
        listing.rows.items[i].currency = listing.rows.items[i].amount.currency;
        status = sink.row(sink.context, &listing.rows.items[i], err);
    }
    if (status == SL_OK && listing.rows.count == 0)
        status = sl_fail(err, SL_NOTHING, "no such deal of %s in the log",
                         entity != NULL ? entity : "anyone");
    sl_deal_rows_release(&listing.rows);
    return status;
}
