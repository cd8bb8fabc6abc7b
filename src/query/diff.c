/* Two cap tables of one issuer against each other, and why each position moved in between. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <stakeline/changes.h>

#include "base/error.h"
#include "base/vector.h"
#include "query/columns.h"
#include "query/play.h"
#include "store/id_map.h"

#define CHANGE(member, name, label, type, show) \
    COLUMN(struct sl_change_row, member, name, label, type, show)
#define CHANGE_COLUMNS                                             \
    CHANGE(holder, "holder", "Holder", TEXT, ALWAYS),              \
        CHANGE(from_pct, "from_pct", "From", PERCENT, ALWAYS),     \
        CHANGE(to_pct, "to_pct", "To", PERCENT, ALWAYS),           \
        CHANGE(change_pp, "change_pp", "Change", PERCENT, CHANGE), \
        CHANGE(reason, "reason", "Reason", TEXT, PLAIN),           \
        CHANGE(class_, "class", "Class", TEXT, PLAIN)

static const struct sl_field change_fields[] = {CHANGE_COLUMNS};
static const struct sl_field holder_change_fields[] = {
    CHANGE(issuer, "issuer", "Issuer", TEXT, ALWAYS),
    CHANGE_COLUMNS,
};
const struct sl_row_type sl_change_row_type = ROW_TYPE("diff", change_fields);
const struct sl_row_type sl_holder_change_row_type = ROW_TYPE("diff", holder_change_fields);

/* A change that prints as 0 is none. */
static const double MOVE_MIN = 0.0000005;

/* One position on both dates, and what moved it between them: per cent, NaN where unknown. */
struct entry {
    sl_entity holder;
    const char *class_;
    double from, to;
    bool traded;
    double restated, diluted; /* how far, without sign */
    struct entry *next;       /* the holder's next class */
    struct entry *later;      /* the next one met */
};

struct comparison {
    struct sl_play play;
    const struct sl_view *view;
    sl_entity issuer, holder;      /* holder 0: all */
    struct sl_id_map entries;      /* of the issuer, by holder */
    struct entry *first, **behind; /* in the order of meeting */
    double from_rest, to_rest;     /* what nobody is known to hold */
    struct sl_arena arena;
    struct sl_change_row *rows;
    size_t count, capacity;
};

/* The entry, made where it is new: then nothing is held on either date. NULL when memory is out. */
static struct entry *entry_of(struct comparison *c, sl_entity holder, const char *class_)
{
    struct entry *first = sl_id_map_get(&c->entries, holder);
    for (struct entry *e = first; e != NULL; e = e->next) {
        if (sl_cell_same(e->class_, class_)) return e;
    }
    struct entry *entry = sl_arena_alloc(&c->arena, sizeof *entry);
    if (entry == NULL) return NULL;
    *entry = (struct entry){.holder = holder, .class_ = class_, .next = first};
    if (!sl_arena_keep(&c->arena, &entry->class_)) return NULL;
    if (!sl_id_map_put(&c->entries, holder, entry)) return NULL;
    *c->behind = entry;
    c->behind = &entry->later;
    return entry;
}

static double stake_of(const struct sl_ledger *ledger, const struct sl_position *position)
{
    struct sl_range stake;
    if (!sl_ledger_stake(ledger, position, &stake)) return NAN;
    return (stake.low + stake.high) / 2 * 100;
}

/* Notes the positions that the ledger has, and in *rest what they leave. */
static enum sl_status note_positions(struct comparison *c, bool after, double *rest,
                                     struct sl_error *err)
{
    const struct sl_ledger *ledger = &c->play.ledger;
    *rest = 100;
    for (size_t i = 0; i < ledger->count; i++) {
        const struct sl_position *position = ledger->positions[i];
        double stake = stake_of(ledger, position);
        if (!isnan(stake)) *rest -= stake;
        if (c->holder != 0 && position->holder != c->holder) continue;
        struct entry *entry = entry_of(c, position->holder, position->class_);
        if (entry == NULL) return sl_fail_memory(err);
        *(after ? &entry->to : &entry->from) = stake;
    }
    return SL_OK;
}

/* A row of the timeline after the first date: whose doing was it? */
static enum sl_status take_step(void *context, const struct sl_ledger *ledger,
                                const struct sl_step *step, struct sl_error *err)
{
    struct comparison *c = context;
    double size = isnan(step->change) ? INFINITY : fabs(step->change);
    (void)ledger;
    if (step->event->date.day <= c->view->from || step->position == NULL || size < 1e-12)
        return SL_OK;
    if (c->holder != 0 && step->holder != c->holder) return SL_OK;
    struct entry *entry = entry_of(c, step->holder, step->class_);
    if (entry == NULL) return sl_fail_memory(err);
    if (step->kind == 0)
        entry->diluted += size;
    else if (step->kind == SL_KIND_HOLDING)
        entry->restated += size;
    else
        entry->traded = true;
    return SL_OK;
}

static const char *reason_of(const struct entry *entry)
{
    if (entry->from == 0) return "entered";
    if (entry->to == 0) return "left";
    if (entry->traded) return "traded";
    return entry->diluted > entry->restated ? "diluted" : "restated";
}

static enum sl_status add_row(struct comparison *c, const struct entry *entry, struct sl_error *err)
{
    if (isnan(entry->from) && isnan(entry->to)) return SL_OK;
    if (fabs(entry->to - entry->from) < MOVE_MIN) return SL_OK;
    if (!sl_vector_grow(&c->rows, c->count, &c->capacity, sizeof *c->rows))
        return sl_fail_memory(err);
    c->rows[c->count++] = (struct sl_change_row){
        .issuer = sl_book_name(c->play.book, c->issuer),
        .holder = sl_book_name(c->play.book, entry->holder),
        .from_pct = entry->from,
        .to_pct = entry->to,
        .change_pp = entry->to - entry->from,
        .reason = reason_of(entry),
        .class_ = entry->class_,
    };
    return SL_OK;
}

static enum sl_status compare_issuer(struct comparison *c, sl_entity issuer, struct sl_error *err)
{
    struct sl_view before = *c->view;
    const struct sl_step_sink sink = {take_step, c};
    before.to = c->view->from;
    c->issuer = issuer;
    c->first = NULL;
    c->behind = &c->first;
    sl_id_map_release(&c->entries);
    enum sl_status status = sl_play_issuer(&c->play, issuer, &before, NULL, err);
    if (status == SL_OK) status = note_positions(c, false, &c->from_rest, err);
    if (status == SL_OK) status = sl_play_issuer(&c->play, issuer, c->view, &sink, err);
    if (status == SL_OK) status = note_positions(c, true, &c->to_rest, err);
    for (const struct entry *e = c->first; e != NULL && status == SL_OK; e = e->later)
        status = add_row(c, e, err);
    return status;
}

/* The largest change first, as printed; those that are not known last. */
static int compare_rows(const void *left, const void *right)
{
    const struct sl_change_row *a = left, *b = right;
    double x = round(fabs(a->change_pp) * 1e6), y = round(fabs(b->change_pp) * 1e6);
    int order = isnan(x) - isnan(y);
    if (order == 0) order = (x < y) - (x > y);
    if (order == 0) order = sl_cell_compare(a->issuer, b->issuer);
    if (order == 0) order = sl_cell_compare(a->holder, b->holder);
    return order != 0 ? order : sl_cell_compare(a->class_, b->class_);
}

static enum sl_status send(struct comparison *c, struct sl_sink sink, struct sl_error *err)
{
    enum sl_status status = SL_OK;
    if (c->count > 1) qsort(c->rows, c->count, sizeof *c->rows, compare_rows);
    for (size_t i = 0; i < c->count && status == SL_OK; i++)
        status = sink.row(sink.context, &c->rows[i], err);
    double change = c->to_rest - c->from_rest;
    if (status != SL_OK || c->holder != 0 || c->count == 0 || fabs(change) < MOVE_MIN)
        return status;
    const struct sl_change_row rest = {.issuer = sl_book_name(c->play.book, c->issuer),
                                       .holder = "(undisclosed)",
                                       .from_pct = c->from_rest,
                                       .to_pct = c->to_rest,
                                       .change_pp = change};
    return sink.row(sink.context, &rest, err);
}

static enum sl_status compare_all(struct comparison *c, sl_entity issuer, struct sl_error *err)
{
    sl_entity *issuers = NULL;
    size_t count = 0;
    if (issuer != 0) return compare_issuer(c, issuer, err);
    enum sl_status status = sl_book_issuers_of(c->play.book, &c->holder, 1, &issuers, &count, err);
    for (size_t i = 0; i < count && status == SL_OK; i++)
        status = compare_issuer(c, issuers[i], err);
    free(issuers);
    return status;
}

enum sl_status sl_changes(struct sl_book *book, const char *issuer, const char *holder,
                          const struct sl_view *view, struct sl_sink sink, struct sl_error *err)
{
    struct comparison c = {.play.book = book, .view = view};
    sl_entity of = 0;
    if (issuer == NULL && holder == NULL)
        return sl_fail(err, SL_MISUSE, "a comparison needs an issuer or a holder");
    if (view->from > view->to)
        return sl_fail(err, SL_MISUSE, "the first date of a comparison is after the second");
    enum sl_status status = sl_play_find(book, issuer, &of, err);
    if (status == SL_OK) status = sl_play_find(book, holder, &c.holder, err);
    if (status == SL_OK) status = compare_all(&c, of, err);
    if (status == SL_OK) status = send(&c, sink, err);
    if (status == SL_OK && c.count == 0)
        status = sl_fail(err, SL_NOTHING, "no stake %s %s moved in that time",
                         issuer != NULL ? "in" : "of", issuer != NULL ? issuer : holder);
    free(c.rows);
    sl_id_map_release(&c.entries);
    sl_arena_release(&c.arena);
    sl_play_release(&c.play);
    return status;
}
