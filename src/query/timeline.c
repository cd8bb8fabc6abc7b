/* The stake history: one issuer's rows as they are replayed, or one holder's, gathered from every
 * issuer and put in order. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/vector.h"
#include "query/columns.h"
#include "query/flags.h"
#include "query/play.h"

#define TIMELINE(member, name, label, type, show) \
    COLUMN(struct sl_timeline_row, member, name, label, type, show)

static const struct sl_field timeline_fields[] = {
    TIMELINE(date, "date", "Date", DATE, ALWAYS),
    TIMELINE(known, "known", "Known", DATE, NEVER),
    TIMELINE(issuer, "issuer", "Issuer", TEXT, PLAIN),
    TIMELINE(holder, "holder", "Holder", TEXT, ALWAYS),
    TIMELINE(class_, "class", "Class", TEXT, PLAIN),
    TIMELINE(kind, "kind", "Kind", TEXT, PLAIN),
    TIMELINE(status, "status", "Status", TEXT, PLAIN),
    TIMELINE(change_pct, "change_pct", "Change", PERCENT, CHANGE),
    TIMELINE(stake_pct, "stake_pct", "Stake", PERCENT, RANGE),
    TIMELINE(stake_low_pct, "stake_low_pct", NULL, PERCENT, PLAIN),
    TIMELINE(stake_high_pct, "stake_high_pct", NULL, PERCENT, PLAIN),
    TIMELINE(votes_pct, "votes_pct", "Votes", PERCENT, PLAIN),
    TIMELINE(shares, "shares", "Shares", COUNT, PLAIN),
    TIMELINE(amount, "amount", "Amount", MONEY, MONEY),
    TIMELINE(currency, "currency", NULL, TEXT, PLAIN),
    TIMELINE(basis, "basis", "Basis", TEXT, PLAIN),
    TIMELINE(flag, "flag", "Flag", TEXT, FLAG),
    TIMELINE(deal, "deal", "Deal", TEXT, PLAIN),
    TIMELINE(source, "source", "Source", TEXT, LONG),
};
const struct sl_row_type sl_timeline_row_type = ROW_TYPE("timeline", timeline_fields);

struct gathering {
    struct sl_book *book;
    const struct sl_view *view;
    sl_entity holder; /* 0: all */
    bool dilution;
    struct sl_sink sink;
    bool hold;                    /* gather rows rather than hand them on */
    struct sl_timeline_row *rows; /* gathered; their texts in the arena */
    size_t count, capacity;
    struct sl_arena arena;
    bool any; /* a row was handed on */
};

static const char *name_of(struct sl_book *book, sl_entity entity)
{
    return entity == 0 ? NULL : sl_book_name(book, entity);
}

static void fill_stake(struct sl_timeline_row *row, const struct sl_ledger *ledger,
                       const struct sl_step *step)
{
    struct sl_range stake = {0};
    bool known = step->position != NULL && sl_ledger_stake(ledger, step->position, &stake);
    sl_range_percents(known, stake, &row->stake_pct, &row->stake_low_pct, &row->stake_high_pct);
    row->votes_pct = NAN;
    row->shares = SL_NO_COUNT;
    if (step->position != NULL) {
        row->votes_pct = sl_play_votes(ledger, step->position);
        row->shares = sl_ledger_shares(ledger, step->position);
    }
    if (known) row->basis = sl_basis_name(sl_ledger_basis(ledger, step->position));
}

/* The row's texts outlive the issuer's claims in the arena; names live as long as the book. */
static enum sl_status hold_row(struct gathering *gathering, const struct sl_timeline_row *row,
                               struct sl_error *err)
{
    if (!sl_vector_grow(&gathering->rows, gathering->count, &gathering->capacity,
                        sizeof(*gathering->rows)))
        return sl_fail_memory(err);
    struct sl_timeline_row *kept = &gathering->rows[gathering->count];
    *kept = *row;
    kept->currency = NULL; /* that of the amount, which the row holds itself */
    if (!sl_arena_keep(&gathering->arena, &kept->class_) ||
        !sl_arena_keep(&gathering->arena, &kept->flag) ||
        !sl_arena_keep(&gathering->arena, &kept->deal) ||
        !sl_arena_keep(&gathering->arena, &kept->source))
        return sl_fail_memory(err);
    gathering->count++;
    return SL_OK;
}

static enum sl_status take_step(void *context, const struct sl_ledger *ledger,
                                const struct sl_step *step, struct sl_error *err)
{
    struct gathering *gathering = context;
    const struct sl_event *event = step->event;
    bool dilution = step->kind == 0;
    if (event->date.day < gathering->view->from || (dilution && !gathering->dilution) ||
        (gathering->holder != 0 && step->holder != gathering->holder))
        return SL_OK;
    char flags[SL_FLAGS_SIZE];
    sl_flags_write(step->flags, flags);
    struct sl_timeline_row row = {
        .date = event->date,
        .known = event->known,
        .issuer = sl_book_name(gathering->book, event->issuer),
        .holder = name_of(gathering->book, step->holder),
        .class_ = step->class_,
        .kind = dilution ? "dilution" : sl_kind_name(step->kind),
        .status = sl_stage_name(event->stage),
        .change_pct = step->change * 100,
        .flag = flags,
        .deal = event->deal,
        .source = event->source,
        .flags = step->flags,
        .arrival = step->anchor->seq,
    };
    fill_stake(&row, ledger, step);
    if (!dilution) row.amount = event->amount;
    row.currency = row.amount.currency;
    if (gathering->hold) return hold_row(gathering, &row, err);
    gathering->any = true;
    return gathering->sink.row(gathering->sink.context, &row, err);
}

/* By day, then arrival; rows of one event keep the order in which they were gathered. */
struct place {
    const struct sl_timeline_row *row;
    size_t index;
};

static int compare_places(const void *left, const void *right)
{
    const struct place *a = left, *b = right;
    if (a->row->date.day != b->row->date.day) return a->row->date.day < b->row->date.day ? -1 : 1;
    if (a->row->arrival != b->row->arrival) return a->row->arrival < b->row->arrival ? -1 : 1;
    return a->index < b->index ? -1 : a->index > b->index;
}

static enum sl_status hand_on(struct gathering *gathering, struct sl_error *err)
{
    struct place *places = sl_arena_alloc(&gathering->arena, gathering->count * sizeof *places + 1);
    if (places == NULL) return sl_fail_memory(err);
    for (size_t i = 0; i < gathering->count; i++)
        places[i] = (struct place){&gathering->rows[i], i};
    qsort(places, gathering->count, sizeof *places, compare_places);
    enum sl_status status = SL_OK;
    for (size_t i = 0; i < gathering->count && status == SL_OK; i++) {
        struct sl_timeline_row row = *places[i].row;
        row.currency = row.amount.currency;
        gathering->any = true;
        status = gathering->sink.row(gathering->sink.context, &row, err);
    }
    return status;
}

static enum sl_status gather(struct gathering *gathering, sl_entity issuer, struct sl_error *err)
{
    struct sl_play play = {.book = gathering->book};
    struct sl_step_sink sink = {take_step, gathering};
    sl_entity *issuers = NULL;
    size_t count = 1;
    enum sl_status status = SL_OK;
    gathering->hold = issuer == 0;
    if (issuer == 0)
        status = sl_book_issuers_of(gathering->book, &gathering->holder, 1, &issuers, &count, err);
    for (size_t i = 0; i < count && status == SL_OK; i++)
        status = sl_play_issuer(&play, issuers == NULL ? issuer : issuers[i], gathering->view,
                                &sink, err);
    if (status == SL_OK && gathering->hold) status = hand_on(gathering, err);
    free(issuers);
    sl_play_release(&play);
    return status;
}

static enum sl_status say_nothing(const char *issuer, const char *holder, struct sl_error *err)
{
    if (issuer != NULL && holder != NULL)
        return sl_fail(err, SL_NOTHING,
                       "nothing in the log about %s as a holder of %s in that time", holder,
                       issuer);
    return sl_fail(err, SL_NOTHING, "nothing in the log about %s as %s in that time",
                   issuer != NULL ? issuer : holder, issuer != NULL ? "an issuer" : "a holder");
}

enum sl_status sl_timeline(struct sl_book *book, const char *issuer, const char *holder,
                           const struct sl_view *view, bool dilution, struct sl_sink sink,
                           struct sl_error *err)
{
    struct gathering gathering = {.book = book, .view = view, .dilution = dilution, .sink = sink};
    sl_entity of = 0;
    if (issuer == NULL && holder == NULL)
        return sl_fail(err, SL_MISUSE, "a timeline needs an issuer or a holder");
    enum sl_status status = sl_play_find(book, issuer, &of, err);
    if (status == SL_OK) status = sl_play_find(book, holder, &gathering.holder, err);
    if (status == SL_OK) status = gather(&gathering, of, err);
    if (status == SL_OK && !gathering.any) status = say_nothing(issuer, holder, err);
    free(gathering.rows);
    sl_arena_release(&gathering.arena);
    return status;
}
