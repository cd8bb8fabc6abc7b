/* Deals as lanes, one below the other: from the first report to the end, a sign for each status. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/error.h"
#include "export/chart_draw.h"
#include "export/chart_notes.h"
#include "export/chart_text.h"
#include "model/event.h"

enum {
    AXIS_HEIGHT = 40,
    HEAD_AND_FOOT = 200,
    PITCH_MIN = 17,
    PITCH_MAX = 40,
    LANE_MAX = 62,
    LANE_GAP = 3,
    NAME_SHARE = 40, /* hundredths of the width, at most */
    SPAN_MIN = 30,   /* days */
    MARGIN_SHARE = 40,
    STYLE_OPEN = 0, /* indices of linetypes */
    STYLE_DONE = 2,
    STYLE_CANCELLED = 1,
    STYLES = 3
};

/* Signs of gnuplot's that are told apart in one colour, too. */
static const struct {
    int point, style;
} signs[] = {
    [SL_STAGE_RUMOURED] = {1, STYLE_OPEN},  [SL_STAGE_TALKS] = {6, STYLE_OPEN},
    [SL_STAGE_ANNOUNCED] = {4, STYLE_OPEN}, [SL_STAGE_APPROVED] = {12, STYLE_OPEN},
    [SL_STAGE_COMPLETED] = {7, STYLE_DONE}, [SL_STAGE_CANCELLED] = {2, STYLE_CANCELLED},
};
enum { SIGNS = sizeof signs / sizeof *signs, KEY_MAX = SIGNS + 1 };

struct drawing {
    struct sl_page *page;
    const struct sl_lanes *lanes;
    size_t first, count; /* of the lanes, those that are drawn */
    int32_t from, to, until;
};

static const struct sl_lane *lane_at(const struct drawing *drawing, size_t i)
{
    return &drawing->lanes->items[drawing->first + i];
}

static bool is_open(const struct sl_lane *lane)
{
    return lane->stage < SL_STAGE_COMPLETED;
}

/* Where the lane ends: an open one goes on for as long as the log does, or to its planned day. */
static int32_t end_of(const struct drawing *drawing, const struct sl_lane *lane)
{
    if (!is_open(lane)) return lane->last;
    int32_t end = lane->last > drawing->until ? lane->last : drawing->until;
    return lane->planned > end ? lane->planned : end;
}

static void choose_time(struct drawing *drawing, const struct sl_view *view)
{
    drawing->until = drawing->lanes->latest;
    if (view->known_by < drawing->until) drawing->until = view->known_by;
    drawing->from = SL_DAY_MAX;
    drawing->to = SL_DAY_MIN;
    for (size_t i = 0; i < drawing->count; i++) {
        const struct sl_lane *lane = lane_at(drawing, i);
        int32_t end = end_of(drawing, lane);
        if (lane->first < drawing->from) drawing->from = lane->first;
        if (end > drawing->to) drawing->to = end;
    }
    int32_t missing = SPAN_MIN - (drawing->to - drawing->from);
    if (missing > 0) drawing->from -= missing / 2, drawing->to += missing - missing / 2;
    int32_t margin = (drawing->to - drawing->from) / MARGIN_SHARE;
    drawing->from -= margin;
    drawing->to += margin;
}

/* ---- the head ---- */

static size_t make_key(const struct drawing *drawing, struct sl_key_item *key)
{
    bool seen[SIGNS] = {false}, open = false;
    size_t count = 0;
    for (size_t i = 0; i < drawing->count; i++) {
        const struct sl_lane *lane = lane_at(drawing, i);
        open = open || is_open(lane);
        for (size_t k = 0; k < lane->mark_count; k++)
            seen[lane->marks[k].stage] = true;
    }
    for (int stage = 0; stage < SIGNS; stage++) {
        if (!seen[stage]) continue;
        key[count++] = (struct sl_key_item){.sample = SL_SAMPLE_POINT,
                                            .style = SL_STYLE_LINE + signs[stage].style,
                                            .text = sl_stage_name((enum sl_stage)stage),
                                            .point = signs[stage].point};
    }
    if (open)
        key[count++] = (struct sl_key_item){SL_SAMPLE_LINE, SL_STYLE_PENDING, "still open", 0};
    return count;
}

static bool add_title(struct drawing *drawing, const struct sl_chart_options *options)
{
    struct sl_buffer title = {0}, subtitle = {0};
    const struct sl_lanes *lanes = drawing->lanes;
    struct sl_key_item key[KEY_MAX];
    size_t keys = make_key(drawing, key);
    if (options->title != NULL) {
        sl_buffer_add_text(&title, options->title);
    } else {
        sl_buffer_printf(&title, "Deals of %s", lanes->subject);
    }
    sl_buffer_add_text(&subtitle, "Each from its first report to its end");
    if (drawing->first > 0)
        sl_buffer_printf(&subtitle, ", the latest %zu of %zu", drawing->count, lanes->count);
    sl_buffer_add_text(&subtitle, ", as of ");
    sl_page_iso(&subtitle, drawing->until);
    bool ok = !title.failed && !subtitle.failed;
    if (ok) sl_page_header(drawing->page, title.data, subtitle.data, key, keys);
    sl_buffer_release(&title);
    sl_buffer_release(&subtitle);
    return ok;
}

/* ---- lanes ---- */

static void add_names(struct drawing *drawing)
{
    struct sl_page *page = drawing->page;
    double most = (double)page->width * NAME_SHARE / 100, widest = 0;
    for (size_t i = 0; i < drawing->count; i++) {
        double wide = sl_text_pixels(lane_at(drawing, i)->text, SL_FONT_LABEL, false) + 1;
        if (wide > widest) widest = wide;
    }
    if (widest > most) widest = most;
    page->left = SL_PAGE_EDGE + widest + 10;
    page->right = page->width - SL_PAGE_EDGE;
    double pitch = (page->bottom - page->top) / (double)drawing->count;
    for (size_t i = 0; i < drawing->count; i++)
        sl_page_name(page, SL_PAGE_EDGE, page->top + pitch * ((double)i + 0.5), widest,
                     pitch - LANE_GAP, lane_at(drawing, i)->text);
}

static void add_span(struct drawing *drawing, size_t i, int32_t from, int32_t to, int style)
{
    sl_buffer_printf(drawing->page->out, "%d\t%zu.5\t%d\t0\t%d\t", (int)from, i, (int)(to - from),
                     style);
    sl_page_iso(drawing->page->out, from);
    sl_buffer_add_byte(drawing->page->out, '\n');
}

/* The lines of the lanes, by how they end: $open has those that have not. */
static bool add_spans(struct drawing *drawing, bool open)
{
    static const int styles[] = {[SL_STAGE_COMPLETED] = SL_STYLE_LINE + STYLE_DONE,
                                 [SL_STAGE_CANCELLED] = SL_STYLE_LINE + STYLE_CANCELLED};
    bool any = false;
    for (size_t i = 0; i < drawing->count; i++) {
        const struct sl_lane *lane = lane_at(drawing, i);
        int32_t end = open ? end_of(drawing, lane) : lane->last;
        int32_t begin = open ? lane->last : lane->first;
        if ((open && !is_open(lane)) || end <= begin) continue;
        if (!any)
            sl_buffer_printf(drawing->page->out, "$%s << END_OF_DATA\n", open ? "open" : "lanes");
        any = true;
        add_span(drawing, i, begin, end,
                 open            ? SL_STYLE_PENDING + STYLE_OPEN
                 : is_open(lane) ? SL_STYLE_LINE + STYLE_OPEN
                                 : styles[lane->stage]);
    }
    if (any) sl_buffer_add_text(drawing->page->out, "END_OF_DATA\n");
    return any;
}

static void add_marks(struct drawing *drawing)
{
    struct sl_buffer *out = drawing->page->out;
    sl_buffer_add_text(out, "$statuses << END_OF_DATA\n");
    for (size_t i = 0; i < drawing->count; i++) {
        const struct sl_lane *lane = lane_at(drawing, i);
        for (size_t k = 0; k < lane->mark_count; k++) {
            const struct sl_lane_mark *mark = &lane->marks[k];
            sl_buffer_printf(out, "%d\t%zu.5\t%d\t%d\t", (int)mark->day, i,
                             signs[mark->stage].point, SL_STYLE_LINE + signs[mark->stage].style);
            sl_page_iso(out, mark->day);
            sl_buffer_printf(out, "\t%s\n", sl_stage_name(mark->stage));
        }
    }
    sl_buffer_add_text(out, "END_OF_DATA\n");
}

static void add_axes(struct drawing *drawing)
{
    struct sl_buffer *out = drawing->page->out;
    sl_page_box(drawing->page);
    sl_page_dates(drawing->page, drawing->from, drawing->to);
    sl_buffer_printf(out, "set yrange [%zu:0]\nset ytics scale 0 (", drawing->count);
    for (size_t i = 0; i < drawing->count; i++)
        sl_buffer_printf(out, "%s\"\" %zu.5", i > 0 ? ", " : "", i);
    sl_buffer_add_text(out, ")\nset grid xtics\n");
}

/* ---- statuses in words ---- */

/* An end tells more than an announcement, and that more than talk; of alike ones the latest. The
 * lane is kept where an event's number of arrival would be. */
static bool collect_notes(struct drawing *drawing)
{
    static const double weights[] = {
        [SL_STAGE_RUMOURED] = 1, [SL_STAGE_TALKS] = 1,     [SL_STAGE_ANNOUNCED] = 2,
        [SL_STAGE_APPROVED] = 1, [SL_STAGE_COMPLETED] = 3, [SL_STAGE_CANCELLED] = 3};
    struct sl_buffer text = {0};
    bool ok = true;
    for (size_t i = 0; i < drawing->count && drawing->page->notes != NULL && ok; i++) {
        const struct sl_lane *lane = lane_at(drawing, i);
        for (size_t k = 0; k < lane->mark_count && ok; k++) {
            const struct sl_lane_mark *mark = &lane->marks[k];
            sl_buffer_clear(&text);
            sl_page_iso(&text, mark->day);
            sl_buffer_printf(&text, " %s: %s", sl_stage_name(mark->stage), lane->text);
            if (mark->source != NULL) sl_buffer_printf(&text, " (%s)", mark->source);
            ok = !text.failed &&
                 sl_notes_add(drawing->page->notes,
                              (struct sl_note){.day = mark->day,
                                               .weight = weights[mark->stage] + mark->day * 1e-7,
                                               .arrival = (int64_t)i,
                                               .text = text.data});
        }
    }
    sl_buffer_release(&text);
    return ok;
}

static bool mark_notes(struct drawing *drawing)
{
    const struct sl_page *page = drawing->page;
    const struct sl_notes *notes = page->notes;
    if (notes == NULL || notes->count == 0) return true;
    double *x = malloc(2 * notes->count * sizeof *x);
    if (x == NULL) return false;
    const double wide = page->right - page->left, high = page->bottom - page->top;
    for (size_t i = 0; i < notes->count; i++) {
        x[i] = page->left +
               wide * (notes->items[i].day - drawing->from) / (drawing->to - drawing->from);
        x[notes->count + i] =
            page->top + high * ((double)notes->items[i].arrival + 0.5) / (double)drawing->count;
    }
    bool ok = sl_notes_strip(drawing->page, x, x + notes->count);
    free(x);
    return ok;
}

/* Lanes are so high that their names have room, and no higher than looks well. */
static void choose_height(struct drawing *drawing)
{
    struct sl_page *page = drawing->page;
    double pitch = PITCH_MIN, most = (double)page->width * NAME_SHARE / 100;
    for (size_t i = 0; i < drawing->count; i++)
        pitch = fmax(pitch, sl_page_name_height(page, most, lane_at(drawing, i)->text) + LANE_GAP);
    sl_page_shrink(page, HEAD_AND_FOOT + fmax(PITCH_MAX, pitch) * (double)drawing->count);
    sl_page_grow(page, HEAD_AND_FOOT + pitch * (double)drawing->count);
}

static enum sl_status compose(struct drawing *drawing, const struct sl_chart_options *options,
                              struct sl_error *err)
{
    struct sl_page *page = drawing->page;
    struct sl_buffer *out = page->out;
    const struct sl_names *sources = &drawing->lanes->sources;
    if (!collect_notes(drawing)) return sl_fail_memory(err);
    choose_height(drawing);
    sl_notes_fit(page, drawing->from, drawing->to);
    sl_page_begin(page, "deals");
    if (!add_title(drawing, options)) return sl_fail_memory(err);
    sl_notes_reserve(page);
    sl_page_footer(page, sources->items, sources->count, AXIS_HEIGHT);
    sl_notes_key(page, AXIS_HEIGHT);
    if (page->bottom - page->top > LANE_MAX * (double)drawing->count)
        page->bottom = page->top + LANE_MAX * (double)drawing->count;
    add_names(drawing);
    enum sl_status status = sl_page_fits(page, err);
    if (status != SL_OK) return status;
    add_axes(drawing);
    if (!mark_notes(drawing)) return sl_fail_memory(err);
    bool lanes = add_spans(drawing, false), open = add_spans(drawing, true);
    add_marks(drawing);
    sl_buffer_add_text(out, "plot ");
    if (lanes)
        sl_buffer_add_text(out, "$lanes using 1:2:3:4:5 with vectors nohead lw 3 lc variable, \\\n"
                                "     ");
    if (open)
        sl_buffer_printf(out, "$open using 1:2:3:4 with vectors nohead lt %d, \\\n     ",
                         SL_STYLE_PENDING + STYLE_OPEN);
    /* A disc of paper behind each sign, so that open ones are seen on their line. */
    sl_buffer_add_text(out, "$statuses using 1:2 with points pt 7 ps 1.1 lc rgb PAPER, \\\n"
                            "     $statuses using 1:2:3:4 with points pt variable ps 0.9 lw 1.6 "
                            "lc variable\n");
    return SL_OK;
}

enum sl_status sl_draw_deals(struct sl_page *page, const struct sl_lanes *lanes,
                             const struct sl_chart_options *options, struct sl_error *err)
{
    struct drawing drawing = {.page = page, .lanes = lanes, .count = lanes->count};
    size_t room = sl_page_rows(page, HEAD_AND_FOOT, PITCH_MIN);
    if (options->top > 0 && (size_t)options->top < room) room = (size_t)options->top;
    if (drawing.count > room) {
        drawing.first = drawing.count - room;
        drawing.count = room;
    }
    choose_time(&drawing, &options->view);
    return compose(&drawing, options, err);
}
