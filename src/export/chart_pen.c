/* Steps to tracks: where the pen goes down, where it is lifted, and in which style it draws. */
#include "export/chart_pen.h"

#include <math.h>
#include <stdlib.h>

#include "base/error.h"
#include "export/chart_page.h"
#include "export/figure.h"

static const double nothing = 1e-9;
static const double tall = 1.5;  /* pixels: a lower upright needs no style of its own, */
static const double thick = 2.5; /* and a thinner band would be no more than a line */

enum { PIXEL_STEPS = 4 };

static bool is_alive(const struct sl_level *step)
{
    return step != NULL && step->stake > nothing; /* false for NaN */
}

static double pixels_of(const struct sl_canvas *canvas, double difference)
{
    return fabs(difference) / canvas->top * canvas->high;
}

bool sl_canvas_shows_band(const struct sl_canvas *canvas, double difference)
{
    return difference > nothing && pixels_of(canvas, difference) >= thick;
}

bool sl_canvas_shows_upright(const struct sl_canvas *canvas, double difference)
{
    return pixels_of(canvas, difference) >= tall;
}

static bool is_range(const struct sl_level *step, const struct sl_canvas *canvas)
{
    return is_alive(step) && sl_canvas_shows_band(canvas, step->high - step->low);
}

static enum sl_track track_of(const struct sl_level *step, const struct sl_canvas *canvas)
{
    if (step->pending) return SL_TRACK_PENDING;
    return is_range(step, canvas) ? SL_TRACK_SOFT : SL_TRACK_LINE;
}

/* ---- rows ---- */

static void add_number(struct sl_buffer *track, double value)
{
    char text[SL_FIGURE_SIZE];
    size_t length = sl_figure_format(value, SL_PERCENT_DECIMALS, false, text);
    sl_buffer_add_byte(track, '\t');
    sl_buffer_add(track, text, length);
}

static void end_row(struct sl_buffer *track, int32_t day)
{
    sl_buffer_add_byte(track, '\t');
    sl_page_iso(track, day);
    sl_buffer_add_byte(track, '\n');
}

static void put(struct sl_pen *pen, enum sl_track track, int32_t day, double value)
{
    struct sl_buffer *out = &pen->tracks[track];
    sl_buffer_printf(out, "%d", (int)day);
    add_number(out, value);
    end_row(out, day);
}

static void put_range(struct sl_pen *pen, int32_t day, const struct sl_level *step)
{
    struct sl_buffer *out = &pen->tracks[SL_TRACK_BAND];
    sl_buffer_printf(out, "%d", (int)day);
    add_number(out, step->low);
    add_number(out, step->high);
    end_row(out, day);
}

static void lift(struct sl_pen *pen, enum sl_track track)
{
    if (pen->tracks[track].length > 0) sl_buffer_add_byte(&pen->tracks[track], '\n');
}

static void begin(struct sl_pen *pen, enum sl_track track, int32_t day, double value)
{
    lift(pen, track);
    put(pen, track, day, value);
}

/* ---- steps ---- */

/* The upright from the old level to the new one, both known and the old not 0. */
static void draw_move(struct sl_pen *pen, const struct sl_level *old, const struct sl_level *now,
                      const struct sl_canvas *canvas)
{
    enum sl_track before = track_of(old, canvas);
    enum sl_track after = is_alive(now) || now->pending ? track_of(now, canvas) : before;
    bool diluted = now->how == SL_STEP_DILUTION && after != SL_TRACK_PENDING;
    if (diluted && sl_canvas_shows_upright(canvas, now->stake - old->stake)) {
        begin(pen, SL_TRACK_SOFT, now->day, old->stake);
        put(pen, SL_TRACK_SOFT, now->day, now->stake);
        if (is_alive(now) && after != SL_TRACK_SOFT) begin(pen, after, now->day, now->stake);
        return;
    }
    if (before != after) begin(pen, after, now->day, old->stake);
    put(pen, after, now->day, now->stake);
}

static void draw_step(struct sl_pen *pen, const struct sl_level *old, const struct sl_level *now,
                      const struct sl_canvas *canvas)
{
    if (is_alive(old)) put(pen, track_of(old, canvas), now->day, old->stake);
    if (is_range(old, canvas)) put_range(pen, now->day, old);
    if (is_range(now, canvas)) {
        if (!is_range(old, canvas)) lift(pen, SL_TRACK_BAND);
        put_range(pen, now->day, now);
    }
    if (isnan(now->stake)) return;
    if (is_alive(old)) {
        draw_move(pen, old, now, canvas);
    } else if (is_alive(now)) {
        bool rises = now->how == SL_STEP_RISE || (old != NULL && !isnan(old->stake));
        begin(pen, track_of(now, canvas), now->day, rises ? 0 : now->stake);
        if (rises) put(pen, track_of(now, canvas), now->day, now->stake);
    }
}

static void draw_end(struct sl_pen *pen, const struct sl_level *last,
                     const struct sl_canvas *canvas)
{
    if (!is_alive(last)) return;
    int32_t end = canvas->until < canvas->to ? canvas->until : canvas->to;
    enum sl_track track = track_of(last, canvas);
    put(pen, track, end, last->stake);
    if (is_range(last, canvas)) put_range(pen, end, last);
    if (end == canvas->to) return;
    if (track == SL_TRACK_LINE) begin(pen, SL_TRACK_SOFT, end, last->stake);
    put(pen, track == SL_TRACK_LINE ? SL_TRACK_SOFT : track, canvas->to, last->stake);
    if (is_range(last, canvas)) put_range(pen, canvas->to, last);
}

/* ---- pending deals ---- */

static void draw_offers(struct sl_pen *pen, const struct sl_line *line,
                        const struct sl_canvas *canvas)
{
    for (size_t i = 0; i < line->offer_count; i++) {
        const struct sl_offer *offer = &line->offers[i];
        if (offer->day < canvas->from || offer->day > canvas->to) continue;
        const struct sl_level *now = sl_line_at(line, offer->day);
        if (isnan(offer->change)) {
            if (is_alive(now)) put(pen, SL_TRACK_END, offer->day, now->stake);
            continue;
        }
        if (!is_alive(now) && offer->change <= 0) continue;
        double level = is_alive(now) ? now->stake : 0;
        double after = fmin(fmax(level + offer->change, 0), 100);
        int32_t end = offer->day + canvas->stub;
        if (end > canvas->to) end = canvas->to;
        begin(pen, SL_TRACK_PENDING, offer->day, level);
        put(pen, SL_TRACK_PENDING, offer->day, after);
        put(pen, SL_TRACK_PENDING, end, after);
        put(pen, SL_TRACK_END, end, after);
    }
}

/* ---- thinning ---- */

static double pixel_of(int32_t day, const struct sl_canvas *canvas)
{
    double span = canvas->to > canvas->from ? (double)canvas->to - canvas->from : 1;
    return floor(((double)day - canvas->from) / span * canvas->wide);
}

/* Keeps of the group its first, least, largest and last step, in their order. */
static size_t keep_extent(struct sl_level *out, const struct sl_level *group, size_t count)
{
    size_t least = 0, largest = 0, used = 0;
    for (size_t i = 1; i < count; i++) {
        if (isnan(group[i].stake)) continue;
        if (isnan(group[least].stake) || group[i].stake < group[least].stake) least = i;
        if (isnan(group[largest].stake) || group[i].stake > group[largest].stake) largest = i;
    }
    for (size_t i = 0; i < count; i++)
        if (i == 0 || i == least || i == largest || i + 1 == count) out[used++] = group[i];
    return used;
}

enum sl_status sl_steps_thin(struct sl_level **out, size_t *count, const struct sl_line *line,
                             const struct sl_canvas *canvas, struct sl_error *err)
{
    struct sl_level *kept = malloc((line->step_count + 1) * sizeof *kept);
    if (kept == NULL) return sl_fail_memory(err);
    size_t used = 0, at = 0;
    while (at < line->step_count) {
        size_t end = at + 1;
        double pixel = pixel_of(line->steps[at].day, canvas);
        while (end < line->step_count && pixel_of(line->steps[end].day, canvas) <= pixel)
            end++;
        if (end - at > PIXEL_STEPS) {
            used += keep_extent(kept + used, line->steps + at, end - at);
        } else {
            for (size_t i = at; i < end; i++)
                kept[used++] = line->steps[i];
        }
        at = end;
    }
    *out = kept;
    *count = used;
    return SL_OK;
}

enum sl_status sl_pen_draw(struct sl_pen *pen, const struct sl_line *line,
                           const struct sl_canvas *canvas, struct sl_error *err)
{
    struct sl_level *steps = NULL, carried;
    const struct sl_level *old = NULL;
    size_t count = 0;
    enum sl_status status = sl_steps_thin(&steps, &count, line, canvas, err);
    if (status != SL_OK) return status;
    for (size_t i = 0; i < count; i++) {
        const struct sl_level *step = &steps[i];
        if (step->day > canvas->to) break;
        if (step->day >= canvas->from) {
            draw_step(pen, old, step, canvas);
        } else if (i + 1 == count || steps[i + 1].day >= canvas->from) {
            carried = *step; /* the level with which the picture opens */
            carried.day = canvas->from;
            carried.how = SL_STEP_START;
            draw_step(pen, NULL, &carried, canvas);
        }
        old = step;
    }
    draw_end(pen, old, canvas);
    draw_offers(pen, line, canvas);
    free(steps);
    for (size_t i = 0; i < SL_TRACKS; i++)
        if (pen->tracks[i].failed) return sl_fail_memory(err);
    return SL_OK;
}

void sl_pen_release(struct sl_pen *pen)
{
    for (size_t i = 0; i < SL_TRACKS; i++)
        sl_buffer_release(&pen->tracks[i]);
}
