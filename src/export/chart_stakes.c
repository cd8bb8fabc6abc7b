/* Stakes through time, a step line each: of the holders of one issuer, or of one holder's issuers.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "export/chart_cast.h"
#include "export/chart_crossings.h"
#include "export/chart_draw.h"
#include "export/chart_label.h"
#include "export/chart_notes.h"
#include "export/chart_pen.h"
#include "export/figure.h"

enum {
    KEY_MAX = 3 + SL_CROSSING_KEYS,
    AXIS_HEIGHT = 40,
    HEAD_AND_FOOT = 160,
    SIGN_PITCH = 130, /* pixels */
    SIGN_TURNS = 5,
    SIGN_EDGE = 18,
    CROWDED = 20000 /* bytes of steps: dashes would only make noise of so many */
};

/* What of a line has a block of its own. */
struct marks {
    bool signs, dot;
};

static const double close_share = 0.1; /* of the largest level */
static const double same_level = 1e-4; /* per cent: nearer ones are not told apart */

struct drawing {
    struct sl_page *page;
    const struct sl_crossings *crossings; /* NULL: no lines are asked about */
    struct sl_cast cast;
    struct sl_pen *pens;      /* one a line */
    struct sl_buffer *values; /* one a line: the text of its label */
    struct sl_end_label *labels;
    struct marks *marks;
    struct sl_canvas canvas;
    double low, high; /* of the axis: 0 and the largest level, or what all levels lie between */
};

static double y_of(const struct drawing *drawing, double stake)
{
    const struct sl_page *page = drawing->page;
    double y =
        page->bottom - (stake - drawing->low) / drawing->canvas.top * (page->bottom - page->top);
    return fmin(y, page->bottom);
}

/* ---- words ---- */

struct seen {
    bool pending, diluted, ranged;
};

/* What the key must explain. The canvas is only roughly known before the key is set. */
static struct seen what_is_seen(const struct drawing *drawing,
                                const struct sl_chart_options *options)
{
    const struct sl_canvas canvas = {.top = drawing->high - drawing->low,
                                     .high = drawing->page->height - HEAD_AND_FOOT};
    struct seen seen = {.pending = options->view.pro_forma != SL_STAGE_COMPLETED};
    for (size_t i = 0; i < drawing->cast.count; i++) {
        const struct sl_line *line = drawing->cast.lines[i];
        if (line->offer_count > 0) seen.pending = true;
        for (size_t k = 0; k < line->step_count; k++) {
            const struct sl_level *now = &line->steps[k];
            if (now->day > drawing->cast.to) break;
            if (k + 1 < line->step_count && now[1].day < drawing->cast.from) continue;
            if (sl_canvas_shows_band(&canvas, now->high - now->low)) seen.ranged = true;
            if (k > 0 && now->how == SL_STEP_DILUTION && now->day >= drawing->cast.from &&
                sl_canvas_shows_upright(&canvas, now->stake - now[-1].stake)) {
                seen.diluted = true;
            }
        }
    }
    return seen;
}

static enum sl_status add_title(struct drawing *drawing, const struct sl_series *series,
                                const struct sl_chart_options *options)
{
    struct sl_buffer title = {0}, subtitle = {0};
    struct sl_key_item key[KEY_MAX];
    size_t keys = 0;
    struct seen seen = what_is_seen(drawing, options);
    if (seen.pending) {
        key[keys++] = (struct sl_key_item){SL_SAMPLE_LINE, SL_STYLE_PENDING, "pending deal", 0};
    }
    if (seen.diluted) {
        key[keys++] = (struct sl_key_item){SL_SAMPLE_LINE, SL_STYLE_SOFT,
                                           "moved by the size of the capital alone", 0};
    }
    if (seen.ranged) {
        key[keys++] = (struct sl_key_item){SL_SAMPLE_BAND, SL_STYLE_LINE, "stated as a range", 0};
    }
    if (drawing->crossings != NULL)
        keys += sl_crossings_key(key + keys, drawing->crossings, &drawing->cast);
    if (options->title != NULL) {
        sl_buffer_add_text(&title, options->title);
    } else {
        sl_buffer_printf(&title,
                         series->by_issuer            ? "What %s owns"
                         : drawing->crossings != NULL ? "Lines crossed in %s"
                                                      : "Stakes in %s",
                         series->subject == NULL ? "?" : series->subject);
    }
    sl_buffer_add_text(&subtitle, series->by_issuer
                                      ? "Per cent of each company\xe2\x80\x99s capital"
                                      : "Per cent of the capital");
    if (drawing->crossings != NULL)
        sl_buffer_printf(&subtitle, ", and the lines %s", drawing->crossings->rule);
    sl_cast_describe(&subtitle, &drawing->cast, series, &options->view);
    if (drawing->low > 0) sl_buffer_add_text(&subtitle, ". The axis does not begin at 0");
    bool ok = !title.failed && !subtitle.failed;
    if (ok) sl_page_header(drawing->page, title.data, subtitle.data, key, keys);
    sl_buffer_release(&title);
    sl_buffer_release(&subtitle);
    return ok ? SL_OK : SL_FAILED;
}

/* ---- labels ---- */

/* Where the label would like to stand: at the last level there is, or would be. */
static double level_wanted(const struct sl_cast *cast, const struct sl_line *line)
{
    const struct sl_level *now = sl_line_at(line, cast->to);
    if (now == NULL) return line->largest > 0 ? line->largest : 0;
    for (; isnan(now->stake); now--)
        if (now == line->steps) return 0;
    return now->stake;
}

static enum sl_status make_labels(struct drawing *drawing)
{
    const struct sl_cast *cast = &drawing->cast;
    for (size_t i = 0; i < cast->count; i++) {
        sl_cast_value(&drawing->values[i], cast, cast->lines[i]);
        if (drawing->values[i].failed) return SL_FAILED;
        drawing->labels[i] = (struct sl_end_label){.name = cast->lines[i]->name,
                                                   .value = drawing->values[i].data,
                                                   .sample = SL_SAMPLE_LINE,
                                                   .style = SL_STYLE_LINE + sl_cast_look(cast, i)};
    }
    return SL_OK;
}

static void place_labels(struct drawing *drawing)
{
    const struct sl_cast *cast = &drawing->cast;
    for (size_t i = 0; i < cast->count; i++) {
        struct sl_end_label *label = &drawing->labels[i];
        const struct sl_level *now = sl_line_at(cast->lines[i], cast->to);
        bool pending = now == NULL && cast->lines[i]->offer_count > 0;
        label->want = y_of(drawing, level_wanted(cast, cast->lines[i]));
        label->line_x = now != NULL && now->stake > 0 ? drawing->page->right : -1;
        if (pending || (now != NULL && now->pending))
            label->style = SL_STYLE_PENDING + sl_cast_look(cast, i);
    }
}

/* ---- data and plot ---- */

static const char *const track_names[SL_TRACKS] = {"stake", "soft", "pending", "range", "end"};

static void add_blocks(struct drawing *drawing)
{
    struct sl_buffer *out = drawing->page->out;
    for (size_t i = 0; i < drawing->cast.count; i++) {
        for (size_t track = 0; track < SL_TRACKS; track++) {
            const struct sl_buffer *rows = &drawing->pens[i].tracks[track];
            if (rows->length == 0) continue;
            sl_buffer_printf(out, "$%s_%zu << END_OF_DATA\n", track_names[track], i + 1);
            sl_buffer_add(out, rows->data, rows->length);
            sl_buffer_add_text(out, "END_OF_DATA\n");
        }
    }
}

/* The level of line i on a day, where there is one to draw. */
static bool level_on(const struct drawing *drawing, size_t i, int32_t day, double *stake)
{
    const struct sl_level *now = sl_line_at(drawing->cast.lines[i], day);
    if (now == NULL || !(now->stake > 0)) return false;
    *stake = now->stake;
    return true;
}

static void add_place(struct sl_page *page, int32_t day, double stake)
{
    sl_buffer_printf(page->out, "%d\t", (int)day);
    sl_page_number(page, stake);
    sl_buffer_add_byte(page->out, '\t');
    sl_page_iso(page->out, day);
    sl_buffer_add_byte(page->out, '\n');
}

/* A dot at the last day that is known, so that a line of one day is seen, too. */
static bool add_dot(struct drawing *drawing, size_t i)
{
    const struct sl_cast *cast = &drawing->cast;
    int32_t day = cast->until < cast->to ? cast->until : cast->to;
    double stake;
    if (day < cast->from || !level_on(drawing, i, day, &stake)) return false;
    sl_buffer_printf(drawing->page->out, "$dot_%zu << END_OF_DATA\n", i + 1);
    add_place(drawing->page, day, stake);
    sl_buffer_add_text(drawing->page->out, "END_OF_DATA\n");
    return true;
}

/* Places for the signs that tell lines apart without colours: those of one line at even distances,
 * and between those of the others. */
static bool add_signs(struct drawing *drawing, size_t i)
{
    const struct sl_cast *cast = &drawing->cast;
    const double days = (cast->to - cast->from) / drawing->canvas.wide;
    const double shift = (double)(i % SIGN_TURNS) * SIGN_PITCH / SIGN_TURNS;
    int32_t end = cast->until < cast->to ? cast->until : cast->to;
    bool any = false;
    for (double x = SIGN_EDGE + shift; x < drawing->canvas.wide - SIGN_EDGE; x += SIGN_PITCH) {
        int32_t day = cast->from + (int32_t)(x * days);
        double stake;
        if (day >= end || !level_on(drawing, i, day, &stake)) continue;
        if (!any) sl_buffer_printf(drawing->page->out, "$signs_%zu << END_OF_DATA\n", i + 1);
        any = true;
        add_place(drawing->page, day, stake);
    }
    if (any) sl_buffer_add_text(drawing->page->out, "END_OF_DATA\n");
    return any;
}

static void add_plot(struct drawing *drawing, bool marks)
{
    static const struct {
        enum sl_track track;
        const char *how;
        int style;
    } layers[] = {
        {SL_TRACK_BAND, "using 1:2:3 with filledcurves fs transparent solid BAND noborder fc lt",
         SL_STYLE_LINE},
        {SL_TRACK_SOFT, "using 1:2 with lines lt", SL_STYLE_SOFT},
        {SL_TRACK_PENDING, "using 1:2 with lines lt", SL_STYLE_PENDING},
        {SL_TRACK_LINE, "using 1:2 with lines lt", SL_STYLE_LINE},
        {SL_TRACK_END, "using 1:2 with points pt 6 ps 0.7 lw 1.4 lc", SL_STYLE_LINE},
    };
    struct sl_buffer *out = drawing->page->out;
    const char *comma = "plot ";
    for (size_t layer = 0; layer < sizeof layers / sizeof *layers; layer++) {
        for (size_t i = 0; i < drawing->cast.count; i++) { /* thinner lines lie on thicker ones */
            const struct sl_buffer *rows = &drawing->pens[i].tracks[layers[layer].track];
            if (rows->length == 0) continue;
            sl_buffer_printf(out, "%s$%s_%zu %s %d%s", comma, track_names[layers[layer].track],
                             i + 1, layers[layer].how,
                             layers[layer].style + sl_cast_look(&drawing->cast, i),
                             rows->length > CROWDED ? " dt solid" : "");
            comma = ", \\\n     ";
        }
    }
    for (size_t i = 0; i < drawing->cast.count; i++) {
        int style = SL_STYLE_LINE + sl_cast_look(&drawing->cast, i);
        if (drawing->marks[i].signs)
            sl_buffer_printf(out, "%sfor [k=1:SIGNS] $signs_%zu using 1:2 with points lt %d ps 0.8",
                             comma, i + 1, style);
        if (drawing->marks[i].signs) comma = ", \\\n     ";
        if (drawing->marks[i].dot)
            sl_buffer_printf(out, "%s$dot_%zu using 1:2 with points lt %d ps 0.6", comma, i + 1,
                             style);
        if (drawing->marks[i].dot) comma = ", \\\n     ";
    }
    if (marks) sl_buffer_printf(out, "%s%s", comma, sl_crossings_plot);
    sl_buffer_add_byte(out, '\n');
}

static enum sl_status draw_lines(struct drawing *drawing, struct sl_error *err)
{
    for (size_t i = 0; i < drawing->cast.count; i++) {
        enum sl_status status =
            sl_pen_draw(&drawing->pens[i], drawing->cast.lines[i], &drawing->canvas, err);
        if (status != SL_OK) return status;
    }
    return SL_OK;
}

static double x_of(const struct drawing *drawing, int32_t day)
{
    const struct sl_cast *cast = &drawing->cast;
    return drawing->page->left +
           drawing->canvas.wide * (day - cast->from) / (cast->to - cast->from);
}

/* The numbers of events, each over the level that it led to. */
static bool mark_notes(struct drawing *drawing)
{
    const struct sl_notes *notes = drawing->page->notes;
    if (notes == NULL || notes->count == 0) return true;
    double *x = malloc(2 * notes->count * sizeof *x);
    if (x == NULL) return false;
    double *y = x + notes->count;
    for (size_t i = 0; i < notes->count; i++) {
        const struct sl_note *note = &notes->items[i];
        double stake;
        x[i] = x_of(drawing, note->day);
        y[i] = drawing->page->bottom;
        for (size_t k = 0; k < drawing->cast.count && note->who != NULL; k++)
            if (strcmp(drawing->cast.lines[k]->name, note->who) == 0 &&
                level_on(drawing, k, note->day, &stake))
                y[i] = y_of(drawing, stake);
    }
    bool ok = sl_notes_strip(drawing->page, x, y);
    free(x);
    return ok;
}

/* Levels that all lie close together are told apart on an axis that begins near them. */
static void choose_levels(struct drawing *drawing)
{
    const struct sl_cast *cast = &drawing->cast;
    double low = INFINITY;
    for (size_t i = 0; i < cast->count; i++) {
        const struct sl_line *line = cast->lines[i];
        drawing->high = fmax(drawing->high, line->largest);
        if (line->offer_count > 0) low = 0;
        for (size_t k = 0; k < line->step_count && line->steps[k].day <= cast->to; k++) {
            bool seen = k + 1 == line->step_count || line->steps[k + 1].day > cast->from;
            if (seen && !isnan(line->steps[k].stake)) low = fmin(low, line->steps[k].low);
        }
    }
    bool close = low > 0 && drawing->high - low > same_level &&
                 drawing->high - low < close_share * drawing->high;
    if (close && drawing->crossings == NULL) drawing->low = low;
}

static enum sl_status compose(struct drawing *drawing, const struct sl_series *series,
                              const struct sl_chart_options *options, struct sl_error *err)
{
    struct sl_page *page = drawing->page;
    const struct sl_cast *cast = &drawing->cast;
    choose_levels(drawing);
    sl_notes_fit(page, cast->from, cast->to);
    sl_page_begin(page, series->by_issuer            ? "portfolio"
                        : drawing->crossings != NULL ? "thresholds"
                                                     : "stakes");
    if (add_title(drawing, series, options) != SL_OK) return sl_fail_memory(err);
    sl_notes_reserve(page);
    sl_page_footer(page, series->sources.items, series->sources.count, AXIS_HEIGHT);
    sl_notes_key(page, AXIS_HEIGHT);
    if (make_labels(drawing) != SL_OK) return sl_fail_memory(err);
    sl_labels_reserve(page, drawing->labels, cast->count);
    double top = sl_page_percents_from(page, &drawing->low, drawing->high, 100);
    if (drawing->crossings != NULL) sl_crossings_reserve(page, drawing->crossings, top);
    drawing->canvas = (struct sl_canvas){.from = cast->from,
                                         .to = cast->to,
                                         .until = cast->until,
                                         .top = top - drawing->low,
                                         .wide = page->right - page->left,
                                         .high = page->bottom - page->top,
                                         .stub = cast->stub};
    enum sl_status status = sl_page_fits(page, err);
    if (status != SL_OK) return status;
    sl_page_box(page);
    sl_page_dates(page, cast->from, cast->to);
    if (drawing->crossings != NULL) sl_crossings_rule(page, drawing->crossings, top);
    place_labels(drawing);
    if (!sl_labels_draw(page, drawing->labels, cast->count)) return sl_fail_memory(err);
    if (!mark_notes(drawing)) return sl_fail_memory(err);
    status = draw_lines(drawing, err);
    if (status != SL_OK) return status;
    add_blocks(drawing);
    for (size_t i = 0; i < cast->count; i++)
        drawing->marks[i] =
            (struct marks){.signs = add_signs(drawing, i), .dot = add_dot(drawing, i)};
    bool marks = drawing->crossings != NULL &&
                 sl_crossings_block(page, drawing->crossings, cast, drawing->canvas.top);
    add_plot(drawing, marks);
    return SL_OK;
}

enum sl_status sl_draw_stakes(struct sl_page *page, struct sl_series *series,
                              const struct sl_chart_options *options, struct sl_error *err)
{
    return sl_draw_thresholds(page, series, NULL, options, err);
}

enum sl_status sl_draw_thresholds(struct sl_page *page, struct sl_series *series,
                                  const struct sl_crossings *crossings,
                                  const struct sl_chart_options *options, struct sl_error *err)
{
    struct drawing drawing = {.page = page, .crossings = crossings};
    enum sl_status status = sl_cast_choose(&drawing.cast, series, options, false, err);
    if (status != SL_OK) goto done;
    size_t count = drawing.cast.count;
    drawing.pens = calloc(count, sizeof *drawing.pens);
    drawing.values = calloc(count, sizeof *drawing.values);
    drawing.labels = calloc(count, sizeof *drawing.labels);
    drawing.marks = calloc(count, sizeof *drawing.marks);
    if (drawing.marks == NULL || drawing.pens == NULL || drawing.values == NULL ||
        drawing.labels == NULL) {
        status = sl_fail_memory(err);
        goto done;
    }
    status = compose(&drawing, series, options, err);
done:
    for (size_t i = 0; i < drawing.cast.count; i++) {
        if (drawing.pens != NULL) sl_pen_release(&drawing.pens[i]);
        if (drawing.values != NULL) sl_buffer_release(&drawing.values[i]);
    }
    free(drawing.pens);
    free(drawing.values);
    free(drawing.labels);
    free(drawing.marks);
    sl_cast_release(&drawing.cast);
    return status;
}
