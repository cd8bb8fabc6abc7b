/* Crossings: whom each event moved, and by whose doing. What they have then is whole.c's to say,
 * and what that crosses course.c's. */
#include <math.h>
#include <stdlib.h>

#include <stakeline/changes.h>

#include "base/error.h"
#include "query/columns.h"
#include "query/course.h"
#include "query/play.h"
#include "query/whole.h"
#include "store/id_map.h"

#define CROSSING(member, name, label, type, show) \
    COLUMN(struct sl_crossing_row, member, name, label, type, show)

static const struct sl_field crossing_fields[] = {
    CROSSING(date, "date", "Date", DATE, ALWAYS),
    CROSSING(holder, "holder", "Holder", TEXT, ALWAYS),
    CROSSING(direction, "direction", "Way", TEXT, PLAIN),
    CROSSING(threshold_pct, "threshold_pct", "Line", PERCENT, ALWAYS),
    CROSSING(from_pct, "from_pct", "From", PERCENT, ALWAYS),
    CROSSING(to_pct, "to_pct", "To", PERCENT, ALWAYS),
    CROSSING(source, "source", "Source", TEXT, LONG),
    CROSSING(of, "of", "Of", TEXT, ALWAYS),
    CROSSING(certainty, "certainty", "How sure", TEXT, FLAG),
    CROSSING(cause, "cause", "Cause", TEXT, ALWAYS),
    CROSSING(kind, "kind", "Event", TEXT, PLAIN),
    CROSSING(status, "status", "Status", TEXT, PLAIN),
    CROSSING(deal, "deal", "Deal", TEXT, PLAIN),
};
const struct sl_row_type sl_crossing_row_type = ROW_TYPE("thresholds", crossing_fields);

enum cause { CAUSE_DILUTION, CAUSE_TAKEOVER, CAUSE_STATED, CAUSE_COUNTERPARTY, CAUSE_OWN };

struct tracker {
    sl_entity holder;
    struct sl_whole whole;
    struct sl_course courses[SL_MEASURES];

    bool queued; /* by the event at hand: */
    const struct sl_event *event;
    enum cause cause;
    struct tracker *behind;
};

struct watch {
    struct sl_play play;
    const struct sl_crossing_options *options;
    struct sl_lines lines;
    bool measured[SL_MEASURES];
    struct sl_id_map trackers;
    const struct sl_event *anchor;      /* the event at hand */
    unsigned step;                      /* the ledger's, when it was last looked at */
    struct tracker *queue, **queue_end; /* those it moved */
    struct sl_arena arena;
    struct sl_sink sink;
    bool any;
};

/* ---- an event is over ---- */

static enum sl_status send(struct watch *watch, const struct tracker *tracker,
                           const struct sl_passage *passage, const char *of, struct sl_error *err)
{
    static const char *const causes[] = {"dilution", "takeover", "stated", "counterparty", "own"};
    const struct sl_event *event = tracker->event;
    if (event->date.day < watch->options->view.from) return SL_OK;
    struct sl_crossing_row row = {
        .date = event->date,
        .holder = sl_book_name(watch->play.book, tracker->holder),
        .from_pct = passage->from,
        .to_pct = passage->to,
        .source = event->source,
        .of = of,
        .cause = causes[tracker->cause],
        .kind = sl_kind_name(event->kind),
        .status = sl_stage_name(event->stage),
        .deal = event->deal,
    };
    enum sl_status status = SL_OK;
    for (size_t i = 0; i < passage->count && status == SL_OK; i++) {
        const struct sl_crossing *crossing = &passage->crossings[i];
        row.direction = crossing->up ? "up" : "down";
        row.threshold_pct = crossing->line;
        row.certainty = crossing->certain ? NULL : "possible";
        watch->any = true;
        status = watch->sink.row(watch->sink.context, &row, err);
    }
    return status;
}

/* What did it lead to for this holder? */
static enum sl_status settle_holder(struct watch *watch, struct tracker *tracker,
                                    struct sl_error *err)
{
    static const char *const names[] = {[SL_CAPITAL] = "capital", [SL_VOTES] = "votes"};
    struct sl_passage passages[SL_MEASURES];
    for (int i = SL_CAPITAL; i < SL_MEASURES; i++) {
        struct sl_standing now;
        bool known = sl_whole_sum(&tracker->whole, (enum sl_measure)i, &now);
        sl_course_go(&tracker->courses[i], &watch->lines, known ? &now : NULL, &passages[i]);
    }
    if (watch->measured[SL_CAPITAL] && watch->measured[SL_VOTES] &&
        sl_passage_same(&passages[SL_CAPITAL], &passages[SL_VOTES]))
        return send(watch, tracker, &passages[SL_CAPITAL], "both", err);
    enum sl_status status = SL_OK;
    for (int i = SL_CAPITAL; i < SL_MEASURES && status == SL_OK; i++) {
        if (watch->measured[i]) status = send(watch, tracker, &passages[i], names[i], err);
    }
    return status;
}

static enum sl_status settle(struct watch *watch, struct sl_error *err)
{
    enum sl_status status = SL_OK;
    for (struct tracker *t = watch->queue; t != NULL && status == SL_OK; t = t->behind) {
        status = settle_holder(watch, t, err);
        t->queued = false;
    }
    watch->queue = NULL;
    watch->queue_end = &watch->queue;
    return status;
}

/* ---- following the replay ---- */

static struct tracker *tracker_of(struct watch *watch, sl_entity holder)
{
    struct tracker *tracker = sl_id_map_get(&watch->trackers, holder);
    if (tracker != NULL) return tracker;
    tracker = sl_arena_alloc(&watch->arena, sizeof *tracker);
    if (tracker == NULL || !sl_id_map_put(&watch->trackers, holder, tracker)) return NULL;
    *tracker = (struct tracker){.holder = holder};
    return tracker;
}

static enum cause cause_of(const struct sl_step *step)
{
    if (step->position == NULL) return CAUSE_STATED;
    if (step->kind == 0)
        return sl_position_is_nothing(step->position) ? CAUSE_TAKEOVER : CAUSE_DILUTION;
    if (step->event->holder != step->holder) return CAUSE_COUNTERPARTY;
    bool moves = sl_kind_moves_positions(step->kind) && step->kind != SL_KIND_HOLDING;
    return moves ? CAUSE_OWN : CAUSE_STATED;
}

/* Puts the holder among those whom the event moved, with the weightiest cause. */
static void queue(struct watch *watch, struct tracker *tracker, const struct sl_event *event,
                  enum cause cause)
{
    if (!tracker->queued) {
        tracker->queued = true;
        tracker->behind = NULL;
        *watch->queue_end = tracker;
        watch->queue_end = &tracker->behind;
    } else if (cause <= tracker->cause) {
        return;
    }
    tracker->event = event;
    tracker->cause = cause;
}

/* What the holder has of the position's class now. `change` is NaN where what they had before is
 * not known. */
static struct tracker *look_at(struct watch *watch, const struct sl_ledger *ledger,
                               const struct sl_position *position, double change)
{
    struct tracker *tracker = tracker_of(watch, position->holder);
    bool news[SL_MEASURES];
    if (tracker == NULL || !sl_whole_look(&tracker->whole, &watch->arena, ledger, position, news))
        return NULL;
    for (int i = SL_CAPITAL; i < SL_MEASURES; i++) {
        if (news[i] && isnan(change)) tracker->courses[i].unsure = true;
    }
    return tracker;
}

/* A row of somebody else can make a stake known: a count of the capital that shares waited for,
 * 100 % that leaves nothing, a capital where there was none left. When none is left, no stake is
 * known, and that is no event of the holder's. */
static enum sl_status look_at_others(struct watch *watch, const struct sl_ledger *ledger,
                                     const struct sl_event *anchor, struct sl_error *err)
{
    bool all = (ledger->start.units > 0) != (ledger->capital.units > 0);
    struct sl_position *const *positions = all ? ledger->positions : ledger->touched;
    size_t count = all ? ledger->count : ledger->touched_count;
    for (size_t i = 0; i < count; i++) {
        const struct sl_position *position = positions[i];
        bool fresh = position->step == ledger->step && position->before.state == SL_STATE_NEVER;
        struct sl_range stake;
        bool was_known = sl_ledger_stake_before(ledger, position, &stake);
        bool is_known = sl_ledger_stake(ledger, position, &stake);
        if (fresh || was_known == is_known) continue;
        struct tracker *tracker = look_at(watch, ledger, position, NAN);
        if (tracker == NULL) return sl_fail_memory(err);
        bool gone = sl_position_is_nothing(position);
        if (is_known) queue(watch, tracker, anchor, gone ? CAUSE_TAKEOVER : CAUSE_STATED);
    }
    return SL_OK;
}

/* A founding leaves no position, and nobody crosses a line by it. */
static void begin_anew(struct watch *watch)
{
    sl_id_map_release(&watch->trackers);
    sl_arena_reset(&watch->arena);
    watch->queue = NULL;
    watch->queue_end = &watch->queue;
}

static enum sl_status take_step(void *context, const struct sl_ledger *ledger,
                                const struct sl_step *step, struct sl_error *err)
{
    struct watch *watch = context;
    if (step->anchor != watch->anchor) {
        enum sl_status status = settle(watch, err);
        if (status != SL_OK) return status;
        watch->anchor = step->anchor;
    }
    if (step->kind == SL_KIND_FOUND && ledger->count == 0) begin_anew(watch);
    bool stepped = ledger->step != watch->step; /* else it is pending, or another row of a group */
    if (stepped) {
        watch->step = ledger->step;
        enum sl_status status = look_at_others(watch, ledger, step->anchor, err);
        if (status != SL_OK) return status;
    }
    const struct sl_position *position = step->position;
    if (position == NULL && stepped && sl_stake_is_stated(step->event->votes))
        position = sl_ledger_find(ledger, step->holder, step->class_); /* a note on their votes */
    if (position == NULL) return SL_OK;
    struct tracker *tracker = look_at(watch, ledger, position, step->change);
    if (tracker == NULL) return sl_fail_memory(err);
    queue(watch, tracker, step->event, cause_of(step));
    return SL_OK;
}

enum sl_status sl_crossings(struct sl_book *book, const char *issuer,
                            const struct sl_crossing_options *options, struct sl_sink sink,
                            struct sl_error *err)
{
    struct watch watch = {.play.book = book, .options = options, .sink = sink};
    const struct sl_step_sink steps = {take_step, &watch};
    sl_entity of;
    watch.queue_end = &watch.queue;
    watch.measured[SL_VOTES] =
        options->votes || (options->lines == NULL && options->regime == SL_REGIME_AMF);
    watch.measured[SL_CAPITAL] = !options->votes;
    enum sl_status status = sl_lines_read(&watch.lines, options->lines, options->regime, err);
    if (status == SL_OK) status = sl_book_find(book, issuer, &of, err);
    if (status == SL_OK) status = sl_play_issuer(&watch.play, of, &options->view, &steps, err);
    if (status == SL_OK) status = settle(&watch, err);
    if (status == SL_OK && !watch.any)
        status = sl_fail(err, SL_NOTHING, "nobody is known to have crossed such a line of %s then",
                         issuer);
    sl_id_map_release(&watch.trackers);
    sl_arena_release(&watch.arena);
    sl_play_release(&watch.play);
    return status;
}
