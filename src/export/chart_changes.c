/* Who gained and who lost between two dates: a waterfall of points, a row a holder, from 0 up over
 * the gains and down over the losses to 0 again. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <stakeline/changes.h>

#include "base/error.h"
#include "base/vector.h"
#include "export/chart_changes.h"
#include "export/chart_draw.h"
#include "export/chart_scale.h"
#include "export/chart_text.h"
#include "export/figure.h"

enum {
    AXIS_HEIGHT = 26,
    HEAD_AND_FOOT = 176,
    PITCH_MIN = 18,
    PITCH_MAX = 46,
    ROW_MAX = 62,
    ROW_GAP = 4,
    TOP_DEFAULT = 20,
    NAME_SHARE = 30, /* hundredths of the width, at most */
    TICK_PITCH = 80,
    UNKNOWN_NAMED = 3,
    STYLE_GAIN = 0, /* indices of linetypes; softer where the holder did nothing */
    STYLE_LOSS = 1,
    STYLES = 2,
    KEY_MAX = 4,
    BAR_ROOM_MIN = 40,
    BAR_GAP = 6,
    OTHERS_SIZE = 48
};
/* Bars are 0.62 of a row: half of it each way. */
#define HALF_BAR "0.31"
static const double small = 0.1; /* points: two decimals do not tell such changes apart */

void sl_falls_init(struct sl_falls *falls)
{
    *falls = (struct sl_falls){.items = NULL};
}

void sl_falls_release(struct sl_falls *falls)
{
    free(falls->items);
    sl_arena_release(&falls->arena);
}

enum sl_status sl_falls_row(void *context, const void *row_pointer, struct sl_error *err)
{
    struct sl_falls *falls = context;
    const struct sl_change_row *row = row_pointer;
    if (!sl_vector_grow(&falls->items, falls->count, &falls->capacity, sizeof *falls->items))
        return sl_fail_memory(err);
    struct sl_buffer name = {0};
    sl_buffer_add_text(&name, row->holder);
    if (row->class_ != NULL && *row->class_ != '\0') sl_buffer_printf(&name, " (%s)", row->class_);
    const char *kept = name.failed ? NULL : sl_text_keep_clean(&falls->arena, name.data);
    sl_buffer_release(&name);
    if (kept == NULL) return sl_fail_memory(err);
    falls->items[falls->count] = (struct sl_fall){
        .name = kept,
        .order = falls->count,
        .change = row->change_pp,
        .before = row->from_pct,
        .after = row->to_pct,
        .rest = strcmp(row->holder, "(undisclosed)") == 0,
        .passive = row->reason != NULL && strcmp(row->reason, "diluted") == 0,
    };
    falls->count++;
    return SL_OK;
}

/* ---- order and sums ---- */

struct drawing {
    struct sl_page *page;
    const struct sl_falls *falls;
    struct sl_fall *items; /* gains, then losses */
    size_t count;
    const struct sl_fall *unknown_items; /* those of unknown size */
    size_t unknown;
    size_t added_up;      /* so many are one row without a name; 0: none are */
    double high, low;     /* of the running sum */
    double x_low, x_high; /* of the axis */
    int decimals;         /* of what is written */
};

/* Gains first; among them the largest, among losses the largest last, so that the sum rises and
 * falls once. */
static int compare_falls(const void *left, const void *right)
{
    const struct sl_fall *a = left, *b = right;
    if ((a->change > 0) != (b->change > 0)) return a->change > 0 ? -1 : 1;
    double by = a->change > 0 ? b->change - a->change : a->change - b->change;
    return by != 0 ? (by < 0 ? -1 : 1) : (a->order > b->order) - (a->order < b->order);
}

static int compare_sizes(const void *left, const void *right)
{
    const struct sl_fall *a = left, *b = right;
    double by = fabs(b->change) - fabs(a->change);
    if (isnan(by)) return isnan(a->change) - isnan(b->change);
    return by != 0 ? (by < 0 ? -1 : 1) : (a->order > b->order) - (a->order < b->order);
}

/* The largest changes stay; the others become one. */
static void choose(struct drawing *drawing, size_t most)
{
    qsort(drawing->items, drawing->count, sizeof *drawing->items, compare_sizes);
    while (drawing->count > 0 && isnan(drawing->items[drawing->count - 1].change))
        drawing->count--, drawing->unknown++;
    drawing->unknown_items = drawing->items + drawing->count;
    if (drawing->count > most) {
        drawing->added_up = drawing->count - most + 1;
        struct sl_fall *others = &drawing->items[most - 1];
        for (size_t i = most; i < drawing->count; i++)
            others->change += drawing->items[i].change;
        others->before = others->after = NAN;
        others->passive = false;
        others->name = NULL;
        drawing->count = most;
    }
    qsort(drawing->items, drawing->count, sizeof *drawing->items, compare_falls);
    double sum = 0;
    for (size_t i = 0; i < drawing->count; i++) {
        sum += drawing->items[i].change;
        drawing->high = fmax(drawing->high, sum);
        drawing->low = fmin(drawing->low, sum);
    }
    drawing->decimals = drawing->high - drawing->low < small ? 4 : 2;
}

/* ---- words ---- */

/* Two decimals, or so many that the figures of a chart of small changes differ. */
static void show(double value, int decimals, char text[SL_FIGURE_SIZE])
{
    if (decimals > 2) {
        sl_figure_format(value, decimals, false, text);
    } else {
        sl_figure_show(value, false, text);
    }
}

static void add_signed(struct sl_buffer *out, double points, int decimals)
{
    char text[SL_FIGURE_SIZE];
    show(fabs(points), decimals, text);
    sl_buffer_printf(out, "%s%s", points < 0 ? "\u2212" : "+", text);
}

/* "43.4 \u2192 15 %", blank where either is unknown. */
static void add_levels(struct sl_buffer *out, const struct sl_fall *fall, int decimals)
{
    char before[SL_FIGURE_SIZE], after[SL_FIGURE_SIZE];
    if (isnan(fall->before) || isnan(fall->after)) return;
    show(fall->before, decimals, before);
    show(fall->after, decimals, after);
    sl_buffer_printf(out, "%s \u2192 %s %%", before, after);
}

static size_t make_key(const struct drawing *drawing, struct sl_key_item *key)
{
    bool seen[2][STYLES] = {{false}};
    size_t count = 0;
    for (size_t i = 0; i < drawing->count; i++)
        if (!drawing->items[i].rest)
            seen[drawing->items[i].passive][drawing->items[i].change < 0] = true;
    static const char *const texts[2][STYLES] = {
        {"gained", "lost"}, {"gained as the capital shrank", "lost as the capital grew"}};
    for (int passive = 0; passive < 2; passive++) {
        for (int style = 0; style < STYLES; style++) {
            if (!seen[passive][style]) continue;
            key[count++] = (struct sl_key_item){SL_SAMPLE_BOX,
                                                (passive ? SL_STYLE_SOFT : SL_STYLE_LINE) + style,
                                                texts[passive][style], 0};
        }
    }
    return count;
}

static void add_unknown(struct sl_buffer *out, const struct drawing *drawing)
{
    for (size_t i = 0; i < drawing->unknown && i < UNKNOWN_NAMED; i++)
        sl_buffer_printf(out, "%s%s", i == 0 ? "; of unknown size: " : ", ",
                         drawing->unknown_items[i].name);
    if (drawing->unknown > UNKNOWN_NAMED)
        sl_buffer_printf(out, " and %zu more", drawing->unknown - UNKNOWN_NAMED);
}

static bool add_title(struct drawing *drawing, const struct sl_chart_options *options)
{
    struct sl_buffer title = {0}, subtitle = {0};
    struct sl_key_item key[KEY_MAX];
    size_t keys = make_key(drawing, key);
    const struct sl_view *view = &options->view;
    if (options->title != NULL) {
        sl_buffer_add_text(&title, options->title);
    } else {
        sl_buffer_printf(&title, "Who gained and who lost in %s", drawing->falls->subject);
    }
    sl_buffer_add_text(&subtitle, "Points of the capital");
    if (view->from > SL_DAY_MIN) {
        sl_buffer_add_text(&subtitle, ", from the end of ");
        sl_page_iso(&subtitle, view->from);
    }
    if (view->to < SL_DAY_MAX) {
        sl_buffer_add_text(&subtitle, " to the end of ");
        sl_page_iso(&subtitle, view->to);
    } else {
        sl_buffer_add_text(&subtitle, " to the end of the log");
    }
    if (view->known_by < SL_DAY_MAX) {
        sl_buffer_add_text(&subtitle, ", from what was known by ");
        sl_page_iso(&subtitle, view->known_by);
    }
    add_unknown(&subtitle, drawing);
    bool ok = !title.failed && !subtitle.failed;
    if (ok) sl_page_header(drawing->page, title.data, subtitle.data, key, keys);
    sl_buffer_release(&title);
    sl_buffer_release(&subtitle);
    return ok;
}

/* ---- rows ---- */

static const char *name_of(const struct drawing *drawing, size_t i, char others[OTHERS_SIZE])
{
    if (drawing->items[i].name != NULL) return drawing->items[i].name;
    snprintf(others, OTHERS_SIZE, "%zu others", drawing->added_up);
    return others;
}

static double row_y(const struct drawing *drawing, size_t i)
{
    const struct sl_page *page = drawing->page;
    return page->top + (page->bottom - page->top) * ((double)i + 0.5) / (double)drawing->count;
}

/* Names at the left, levels at the right; sets the sides of the box. */
static bool add_texts(struct drawing *drawing)
{
    struct sl_page *page = drawing->page;
    struct sl_buffer text = {0};
    double most = (double)page->width * NAME_SHARE / 100, name = 0, levels = 0;
    const double pitch = (page->bottom - page->top) / (double)drawing->count;
    for (size_t i = 0; i < drawing->count && !text.failed; i++) {
        char others[OTHERS_SIZE];
        name = fmax(name, sl_text_pixels(name_of(drawing, i, others), SL_FONT_LABEL, false) + 1);
        add_levels(&text, &drawing->items[i], drawing->decimals);
        if (text.length > 0) levels = fmax(levels, sl_text_pixels(text.data, SL_FONT_LABEL, false));
        sl_buffer_clear(&text);
    }
    name = fmin(name, most);
    page->left = SL_PAGE_EDGE + name + 10;
    page->right = page->width - SL_PAGE_EDGE - levels - 10;
    for (size_t i = 0; i < drawing->count && !text.failed; i++) {
        char others[OTHERS_SIZE];
        sl_page_name(page, SL_PAGE_EDGE, row_y(drawing, i), name, pitch - ROW_GAP,
                     name_of(drawing, i, others));
        add_levels(&text, &drawing->items[i], drawing->decimals);
        if (!text.failed && text.length > 0)
            sl_page_text(page, page->width - SL_PAGE_EDGE, row_y(drawing, i), SL_SIDE_RIGHT,
                         SL_FONT_LABEL, false, SL_INK_MUTED, text.data);
        sl_buffer_clear(&text);
    }
    bool ok = !text.failed;
    sl_buffer_release(&text);
    return ok;
}

static double widest_label(const struct drawing *drawing)
{
    struct sl_buffer text = {0};
    double widest = 0;
    for (size_t i = 0; i < drawing->count && !text.failed; i++) {
        sl_buffer_clear(&text);
        add_signed(&text, drawing->items[i].change, drawing->decimals);
        if (!text.failed) widest = fmax(widest, sl_text_pixels(text.data, SL_FONT_LABEL, true));
    }
    if (text.failed) drawing->page->out->failed = true;
    sl_buffer_release(&text);
    return widest;
}

/* From a round step below the least sum to one above the largest, with room for what is written at
 * the bars. */
static void add_axis(struct drawing *drawing)
{
    struct sl_page *page = drawing->page;
    double top, span = drawing->high - drawing->low, room = page->right - page->left;
    double step = sl_ticks_step(span, (size_t)fmax(room / TICK_PITCH, 2), &top);
    double label = widest_label(drawing) + 2 * BAR_GAP;
    double unit = span / fmax(room - label - BAR_GAP, BAR_ROOM_MIN);
    drawing->x_low = drawing->low - BAR_GAP * unit;
    drawing->x_high = drawing->high + label * unit;
    sl_page_box(page);
    sl_buffer_add_text(page->out, "set xrange [");
    sl_page_number(page, drawing->x_low);
    sl_buffer_add_byte(page->out, ':');
    sl_page_number(page, drawing->x_high);
    sl_buffer_printf(page->out, "]\nset yrange [%zu:0]\nset xtics (", drawing->count);
    double first = ceil(drawing->low / step - 1e-9) * step;
    for (double at = first; at <= drawing->high + step * 1e-6; at += step) {
        if (fabs(at) < step * 1e-6) at = 0;
        sl_buffer_add_text(page->out, at > first ? ", \"" : "\"");
        if (at == 0) {
            sl_buffer_add_byte(page->out, '0');
        } else {
            add_signed(page->out, at, SL_PERCENT_DECIMALS);
        }
        sl_buffer_add_text(page->out, "\" ");
        sl_page_number(page, at);
    }
    sl_buffer_add_text(page->out, ")\nunset ytics\nset grid xtics\n"
                                  "set arrow from 0, graph 0 to 0, graph 1 nohead lc rgb MUTED\n");
}

static double x_of(const struct drawing *drawing, double points)
{
    const struct sl_page *page = drawing->page;
    return page->left + (points - drawing->x_low) / (drawing->x_high - drawing->x_low) *
                            (page->right - page->left);
}

static int style_of(const struct sl_fall *fall)
{
    if (fall->rest) return SL_STYLE_REST;
    return (fall->passive ? SL_STYLE_SOFT : SL_STYLE_LINE) + (fall->change < 0);
}

static void add_falls(struct drawing *drawing)
{
    struct sl_page *page = drawing->page;
    struct sl_buffer text = {0};
    double sum = 0;
    sl_buffer_add_text(page->out, "$changes << END_OF_DATA\n");
    for (size_t i = 0; i < drawing->count; i++) {
        const struct sl_fall *fall = &drawing->items[i];
        sl_page_number(page, sum);
        sl_buffer_printf(page->out, "\t%zu.5\t", i);
        sl_page_number(page, sum + fall->change);
        sl_buffer_printf(page->out, "\t%d\n", style_of(fall));
        sum += fall->change;
    }
    sl_buffer_add_text(page->out, "END_OF_DATA\n");
    sum = 0;
    for (size_t i = 0; i < drawing->count && !text.failed; i++) {
        double next = sum + drawing->items[i].change;
        sl_buffer_clear(&text);
        add_signed(&text, drawing->items[i].change, drawing->decimals);
        if (!text.failed)
            sl_page_text(page, x_of(drawing, fmax(sum, next)) + BAR_GAP, row_y(drawing, i),
                         SL_SIDE_LEFT, SL_FONT_LABEL, true, SL_INK_TEXT, text.data);
        sum = next;
    }
    if (text.failed) page->out->failed = true;
    sl_buffer_release(&text);
}

/* The bars of each style that there is. */
static void add_bars(struct drawing *drawing)
{
    static const int styles[] = {SL_STYLE_LINE, SL_STYLE_LINE + 1, SL_STYLE_SOFT, SL_STYLE_SOFT + 1,
                                 SL_STYLE_REST};
    struct sl_buffer *out = drawing->page->out;
    for (size_t k = 0; k < sizeof styles / sizeof *styles; k++) {
        bool any = false;
        for (size_t i = 0; i < drawing->count; i++)
            any = any || style_of(&drawing->items[i]) == styles[k];
        if (!any) continue;
        sl_buffer_printf(
            out,
            ", \\\n     $changes using ($4 == %d ? ($1+$3)/2 : NaN):2:1:3:($2-" HALF_BAR
            "):($2+" HALF_BAR ") with boxxyerror lw 1 dt solid",
            styles[k]);
        sl_style_add_fill(out, styles[k], false);
    }
    sl_buffer_add_byte(out, '\n');
}

/* Rows are so high that their names have room, and no higher than looks well. */
static void choose_height(struct drawing *drawing)
{
    struct sl_page *page = drawing->page;
    double pitch = PITCH_MIN, most = (double)page->width * NAME_SHARE / 100;
    char others[OTHERS_SIZE];
    for (size_t i = 0; i < drawing->count; i++)
        pitch = fmax(pitch, sl_page_name_height(page, most, name_of(drawing, i, others)) + ROW_GAP);
    sl_page_shrink(page, HEAD_AND_FOOT + fmax(PITCH_MAX, pitch) * (double)drawing->count);
    sl_page_grow(page, HEAD_AND_FOOT + pitch * (double)drawing->count);
}

static enum sl_status compose(struct drawing *drawing, const struct sl_chart_options *options,
                              struct sl_error *err)
{
    struct sl_page *page = drawing->page;
    choose_height(drawing);
    sl_page_begin(page, "changes");
    if (!add_title(drawing, options)) return sl_fail_memory(err);
    sl_page_footer(page, NULL, 0, AXIS_HEIGHT);
    page->bottom = fmin(page->bottom, page->top + ROW_MAX * (double)drawing->count);
    if (!add_texts(drawing)) return sl_fail_memory(err);
    enum sl_status status = sl_page_fits(page, err);
    if (status != SL_OK) return status;
    add_axis(drawing);
    add_falls(drawing);
    /* From each bar's end a fine line leads to the next bar, which begins there. */
    sl_buffer_add_text(page->out,
                       "plot $changes using 3:2:(0):(1) with vectors nohead lc rgb MUTED lw 0.8");
    add_bars(drawing);
    return SL_OK;
}

enum sl_status sl_draw_changes(struct sl_page *page, const struct sl_falls *falls,
                               const struct sl_chart_options *options, struct sl_error *err)
{
    struct drawing drawing = {.page = page, .falls = falls, .count = falls->count};
    size_t room = sl_page_rows(page, HEAD_AND_FOOT, PITCH_MIN), most = TOP_DEFAULT;
    if (options->top > 0) most = (size_t)options->top + 1;
    drawing.items = malloc((falls->count + 1) * sizeof *drawing.items);
    if (drawing.items == NULL) return sl_fail_memory(err);
    memcpy(drawing.items, falls->items, falls->count * sizeof *drawing.items);
    choose(&drawing, most < room ? most : room);
    enum sl_status status =
        drawing.count > 0
            ? compose(&drawing, options, err)
            : sl_fail(err, SL_NOTHING, "no change of known size to draw in %s", falls->subject);
    free(drawing.items);
    return status;
}
