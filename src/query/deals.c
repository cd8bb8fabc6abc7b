/* Each deal's events as their latest version has them, with the statuses they went through. */
#include <stakeline/deals.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/error.h"
#include "base/vector.h"
#include "query/columns.h"
#include "query/crew.h"
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
    struct sl_deal_row *rows;
    size_t count, capacity;
    struct sl_arena arena;
    struct sl_buffer text; /* scratch */
};

/* The versions of one event, the latest last. */
struct versions {
    const struct sl_event *const *items;
    size_t count;
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

/* ---- rows ---- */

static const char *name_of(struct sl_book *book, sl_entity entity)
{
    return entity == 0 ? NULL : sl_book_name(book, entity);
}

/* Is this the first report of a status, those that repeat it left out? */
static bool is_stage_begun(const struct versions *versions, size_t i)
{
    return i == 0 || versions->items[i]->stage != versions->items[i - 1]->stage;
}

static bool keep_stages(struct sl_arena *arena, struct sl_deal_row *row,
                        const struct versions *versions)
{
    struct sl_deal_stage *stages = sl_arena_alloc(arena, versions->count * sizeof *stages);
    if (stages == NULL) return false;
    for (size_t i = 0; i < versions->count; i++) {
        const struct sl_event *event = versions->items[i];
        if (!is_stage_begun(versions, i)) continue;
        struct sl_deal_stage *stage = &stages[row->stage_count++];
        *stage = (struct sl_deal_stage){
            .status = sl_stage_name(event->stage), .source = event->source, .known = event->known};
        if (!sl_arena_keep(arena, &stage->source)) return false;
    }
    row->stages = stages;
    return true;
}

/* Needs the row's stages. */
static const char *write_history(struct sl_buffer *text, const struct sl_deal_row *row)
{
    sl_buffer_clear(text);
    for (size_t i = 0; i < row->stage_count; i++) {
        const struct sl_deal_stage *stage = &row->stages[i];
        char known[SL_DATE_SIZE];
        sl_date_format(stage->known, known);
        sl_buffer_printf(text, "%s%s %s", i == 0 ? "" : " \u2192 ", stage->status, known);
        if (stage->source == NULL) continue;
        sl_buffer_add_byte(text, ' ');
        sl_buffer_add_text(text, stage->source);
    }
    return text->data;
}

/* NULL where there was one status only. */
static const char *write_days(struct sl_buffer *text, const struct sl_deal_row *row)
{
    sl_buffer_clear(text);
    for (size_t i = 1; i < row->stage_count; i++) {
        sl_buffer_printf(text, "%s%d", text->length == 0 ? "" : "; ",
                         sl_date_last_day(row->stages[i].known) -
                             sl_date_last_day(row->stages[i - 1].known));
    }
    return text->length == 0 ? NULL : text->data;
}

static double percent(struct sl_stake stake)
{
    return stake.form == SL_STAKE_NONE ? NAN : sl_stake_middle(stake);
}

static bool keep_texts(struct listing *listing, struct sl_deal_row *row,
                       const struct versions *versions)
{
    struct sl_arena *arena = &listing->arena;
    if (!keep_stages(arena, row, versions)) return false;
    row->history = write_history(&listing->text, row);
    if (listing->text.failed || !sl_arena_keep(arena, &row->history)) return false;
    row->days = write_days(&listing->text, row);
    return !listing->text.failed && sl_arena_keep(arena, &row->days) &&
           sl_arena_keep(arena, &row->deal) && sl_arena_keep(arena, &row->source) &&
           sl_arena_keep(arena, &row->class_) && sl_arena_keep(arena, &row->part);
}

static enum sl_status add_row(struct listing *listing, const struct versions *versions,
                              struct sl_error *err)
{
    const struct sl_event *event = versions->items[versions->count - 1];
    if (!sl_vector_grow(&listing->rows, listing->count, &listing->capacity, sizeof *listing->rows))
        return sl_fail_memory(err);
    struct sl_deal_row *row = &listing->rows[listing->count];
    bool sized = event->stake.form != SL_STAKE_NONE;
    struct sl_stake stake = sized ? event->stake : event->stake_after;
    bool known = stake.form != SL_STAKE_NONE;
    *row = (struct sl_deal_row){
        .deal = event->deal,
        .kind = sl_kind_name(event->kind),
        .issuer = sl_book_name(listing->book, event->issuer),
        .holder = name_of(listing->book, event->holder),
        .status = sl_stage_name(event->stage),
        .first_known = versions->items[0]->known,
        .last_known = event->known,
        .date = event->date,
        .stake_pct = percent(stake),
        .stake_low_pct = known ? stake.low : NAN,
        .stake_high_pct = known ? stake.high : NAN,
        .amount = event->amount,
        .source = event->source,
        .counterparty = name_of(listing->book, event->counterparty),
        .class_ = event->class_,
        .part = event->part,
        .stake_after_pct = percent(event->stake_after),
        .reports = (int64_t)versions->count,
        .arrival = event->seq,
    };
    if (!keep_texts(listing, row, versions)) return sl_fail_memory(err);
    listing->count++;
    return SL_OK;
}

/* Adds the rows of one issuer's deals. */
static enum sl_status add_issuer(struct listing *listing, const struct sl_event **events,
                                 size_t count, struct sl_error *err)
{
    enum sl_status status = SL_OK;
    for (size_t i = 0, next; i < count && status == SL_OK; i = next) {
        for (next = i + 1; next < count && sl_claims_same_event(events[i], events[next]);)
            next++;
        const struct versions versions = {&events[i], next - i};
        if (is_wanted(listing, events[next - 1])) status = add_row(listing, &versions, err);
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
    enum sl_status status = sl_book_issuers_of(listing->book, entity, &issuers, &count, err);
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
    struct listing listing = {.book = book, .filter = filter};
    enum sl_status status =
        read_words(filter->statuses, sl_stage_from, -1, "status", &listing.stages, err);
    if (status == SL_OK)
        status = read_words(filter->kinds, sl_kind_from, 0, "kind", &listing.kinds, err);
    if (status == SL_OK) status = sl_play_find(book, entity, &listing.entity, err);
    if (status == SL_OK)
        status = listing.entity == 0 ? gather_all(&listing, err)
                                     : gather_of(&listing, listing.entity, err);
    bool by_age = filter->open || filter->stale > 0;
    if (status == SL_OK && listing.count > 1)
        qsort(listing.rows, listing.count, sizeof *listing.rows,
              by_age ? compare_ages : compare_rows);
    for (size_t i = 0; i < listing.count && status == SL_OK; i++) {
        listing.rows[i].currency = listing.rows[i].amount.currency;
        status = sink.row(sink.context, &listing.rows[i], err);
    }
    if (status == SL_OK && listing.count == 0)
        status = sl_fail(err, SL_NOTHING, "no such deal of %s in the log",
                         entity != NULL ? entity : "anyone");
    free(listing.rows);
    sl_buffer_release(&listing.text);
    sl_arena_release(&listing.arena);
    return status;
}
