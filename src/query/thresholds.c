/* Crossings: after each event, what each holder that it moved has in all, against what they had
 * when that was last known. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <stakeline/changes.h>

#include "base/error.h"
#include "query/columns.h"
#include "query/lines.h"
#include "query/play.h"
#include "store/id_map.h"

#define CROSSING(member, name, label, type, show) \
    COLUMN(struct sl_crossing_row, member, name, label, type, show)

static const struct sl_field crossing_fields[] = {
    CROSSING(date, "date", "Date", DATE, ALWAYS),
    CROSSING(holder, "holder", "Holder", TEXT, ALWAYS),
    CROSSING(direction, "direction", "Direction", TEXT, ALWAYS),
    CROSSING(threshold_pct, "threshold_pct", "Line", PERCENT, ALWAYS),
    CROSSING(from_pct, "from_pct", "From", PERCENT, ALWAYS),
    CROSSING(to_pct, "to_pct", "To", PERCENT, ALWAYS),
    CROSSING(source, "source", "Source", TEXT, LONG),
    CROSSING(certainty, "certainty", "Certainty", TEXT, PLAIN),
    CROSSING(cause, "cause", "Cause", TEXT, PLAIN),
    CROSSING(kind, "kind", "Event", TEXT, PLAIN),
    CROSSING(status, "status", "Status", TEXT, PLAIN),
    CROSSING(deal, "deal", "Deal", TEXT, PLAIN),
};
const struct sl_row_type sl_crossing_row_type = ROW_TYPE("thresholds", crossing_fields);

/* Per cents. */
struct level {
    double low, high;
    bool rough; /* known by digits that stand for a little more or less */
};

/* What a holder has of one class. */
struct part {
    const char *class_;
    bool known;
    struct level level;
    struct part *next;
};

enum cause { CAUSE_DILUTION, CAUSE_TAKEOVER, CAUSE_STATED, CAUSE_COUNTERPARTY, CAUSE_OWN };

struct tracker {
    sl_entity holder;
    struct part *parts;
    bool met;  /* `last` is what they had in all when that was last known */
    bool lost; /* it was not known since */
    struct level last;
    bool based;
    double base; /* at the last crossing, where changes since count */

    bool queued; /* by the event at hand: */
    bool unsure; /* nobody knows what they had before it */
    const struct sl_event *event;
    enum cause cause;
    struct tracker *behind;
};

struct watch {
    struct sl_play play;
    const struct sl_crossing_options *options;
    struct sl_lines lines;
    struct sl_id_map trackers;
    const struct sl_event *anchor;      /* the event at hand */
    struct tracker *queue, **queue_end; /* those it moved */
    struct sl_arena arena;
    struct sl_sink sink;
    bool any;
};

/* ---- crossings ---- */

static double middle(struct level level)
{
    return (level.low + level.high) / 2;
}

static enum sl_status emit(struct watch *watch, const struct tracker *tracker, struct level now,
                           double line, bool up, bool certain, struct sl_error *err)
{
    static const char *const causes[] = {"dilution", "takeover", "stated", "counterparty", "own"};
    const struct sl_event *event = tracker->event;
    bool begins = !tracker->met && !tracker->unsure;
    if (event->date.day < watch->options->view.from) return SL_OK;
    const struct sl_crossing_row row = {
        .date = event->date,
        .holder = sl_book_name(watch->play.book, tracker->holder),
        .direction = up ? "up" : "down",
        .threshold_pct = line,
        .from_pct = tracker->met ? middle(tracker->last)
                    : begins     ? 0
                                 : NAN,
        .to_pct = middle(now),
        .source = event->source,
        .certainty = certain && !tracker->lost && !tracker->unsure ? NULL : "possible",
        .cause = causes[tracker->cause],
        .kind = sl_kind_name(event->kind),
        .status = sl_stage_name(event->stage),
        .deal = event->deal,
    };
    watch->any = true;
    return watch->sink.row(watch->sink.context, &row, err);
}

static enum sl_side side_of(struct level level, double line, bool exceed)
{
    return sl_side_of(level.low, level.high, level.rough, line, exceed);
}

/* One line, in one direction. */
static enum sl_status try_line(struct watch *watch, const struct tracker *tracker, struct level now,
                               double line, bool up, bool *crossed, struct sl_error *err)
{
    enum sl_side before = side_of(tracker->last, line, watch->lines.exceed);
    enum sl_side after = side_of(now, line, watch->lines.exceed);
    if (up ? after <= before : after >= before) return SL_OK;
    *crossed = true;
    bool certain = before != SL_SIDE_AROUND && after != SL_SIDE_AROUND;
    return emit(watch, tracker, now, line, up, certain, err);
}

/* A change by more than the step (or by it) since the last crossing. */
static enum sl_status try_step(struct watch *watch, const struct tracker *tracker, struct level now,
                               bool *crossed, struct sl_error *err)
{
    bool exceed = watch->lines.exceed_step;
    double over = tracker->base + watch->lines.step, under = tracker->base - watch->lines.step;
    enum sl_side rise = side_of(now, over, exceed);
    enum sl_side fall = sl_side_of(-now.high, -now.low, now.rough, -under, exceed); /* mirrored */
    bool up = rise != SL_SIDE_BELOW;
    if (!up && fall == SL_SIDE_BELOW) return SL_OK;
    *crossed = true;
    return emit(watch, tracker, now, up ? over : under, up, (up ? rise : fall) == SL_SIDE_ABOVE,
                err);
}

static enum sl_status cross(struct watch *watch, struct tracker *tracker, struct level now,
                            struct sl_error *err)
{
    const struct sl_lines *lines = &watch->lines;
    enum sl_status status = SL_OK;
    bool crossed = false;
    for (size_t i = 0; i < lines->count && status == SL_OK; i++)
        status = try_line(watch, tracker, now, lines->at[i], true, &crossed, err);
    for (size_t i = lines->count; i-- > 0 && status == SL_OK;)
        status = try_line(watch, tracker, now, lines->at[i], false, &crossed, err);
    if (lines->step <= 0 || status != SL_OK) return status;
    bool counts = side_of(now, lines->at[0], lines->exceed) != SL_SIDE_BELOW;
    if (counts && tracker->based) status = try_step(watch, tracker, now, &crossed, err);
    if (!tracker->based || crossed) tracker->base = middle(now);
    tracker->based = counts;
    return status;
}

/* The event at hand is over: what did it lead to? */
static enum sl_status settle(struct watch *watch, struct sl_error *err)
{
    enum sl_status status = SL_OK;
    for (struct tracker *t = watch->queue; t != NULL && status == SL_OK; t = t->behind) {
        struct level now = {0};
        bool known = true;
        for (const struct part *part = t->parts; part != NULL; part = part->next) {
            known = known && part->known;
            now.low += part->level.low;
            now.high += part->level.high;
            now.rough = now.rough || part->level.rough;
        }
        if (known) {
            status = cross(watch, t, now, err);
            t->last = now;
            t->met = true;
        }
        t->lost = !known;
        t->unsure = t->queued = false;
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

static struct part *part_of(struct watch *watch, struct tracker *tracker, const char *class_)
{
    for (struct part *part = tracker->parts; part != NULL; part = part->next) {
        if (strcmp(part->class_, class_) == 0) return part;
    }
    struct part *part = sl_arena_alloc(&watch->arena, sizeof *part);
    if (part == NULL) return NULL;
    *part = (struct part){.class_ = class_, .next = tracker->parts};
    if (!sl_arena_keep(&watch->arena, &part->class_)) return NULL;
    tracker->parts = part;
    return part;
}

/* False where it is not known. */
static bool level_of(const struct watch *watch, const struct sl_ledger *ledger,
                     const struct sl_position *position, struct level *out)
{
    struct sl_range range;
    *out = (struct level){0};
    bool votes = watch->options->votes && position->has_votes;
    if (votes)
        range = position->votes;
    else if (!sl_ledger_stake(ledger, position, &range))
        return false;
    *out = (struct level){range.low * 100, range.high * 100, votes || range.half > 0};
    return true;
}

static enum cause cause_of(const struct sl_step *step)
{
    if (step->kind == 0)
        return sl_position_is_nothing(step->position) ? CAUSE_TAKEOVER : CAUSE_DILUTION;
    if (step->event->holder != step->holder) return CAUSE_COUNTERPARTY;
    bool moves = sl_kind_moves_positions(step->kind) && step->kind != SL_KIND_HOLDING;
    return moves ? CAUSE_OWN : CAUSE_STATED;
}

/* Puts the holder among those whom the event moved, with the weightiest cause. */
static void queue(struct watch *watch, struct tracker *tracker, const struct sl_step *step)
{
    enum cause cause = cause_of(step);
    if (!tracker->queued) {
        tracker->queued = true;
        tracker->behind = NULL;
        *watch->queue_end = tracker;
        watch->queue_end = &tracker->behind;
    } else if (cause <= tracker->cause) {
        return;
    }
    tracker->event = step->event;
    tracker->cause = cause;
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
    const struct sl_position *position = step->position;
    if (position == NULL && watch->options->votes && step->holder != 0)
        position = sl_ledger_find(ledger, step->holder, step->class_); /* a note on their votes */
    if (position == NULL) return SL_OK;
    struct tracker *tracker = tracker_of(watch, step->holder);
    if (tracker == NULL) return sl_fail_memory(err);
    struct part *part = part_of(watch, tracker, step->class_ == NULL ? "" : step->class_);
    if (part == NULL) return sl_fail_memory(err);
    bool was_known = part->known;
    part->known = level_of(watch, ledger, position, &part->level);
    if (part->known && !was_known && isnan(step->change)) tracker->unsure = true;
    queue(watch, tracker, step);
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
