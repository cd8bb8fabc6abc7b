/* One issuer's capital through time, stacked to 100 %, with what nobody is known to hold. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/vector.h"
#include "export/chart_cast.h"
#include "export/chart_draw.h"
#include "export/chart_label.h"
#include "export/chart_notes.h"
#include "export/chart_text.h"
#include "export/figure.h"

enum { AXIS_HEIGHT = 40, BAND_TEXT = 20, BAND_ROOMY = 60, BAND_PAD = 12 };

static const double nothing = 1e-9;

/* From `day` on, up to the next column. */
struct column {
    int32_t day;
    double *edges; /* of the layers: layer i is edges[i]..edges[i + 1]; NULL: nothing is known */
};

struct drawing {
    struct sl_page *page;
    struct sl_cast cast;
    size_t layers; /* the lines and the undisclosed rest */
    struct column *columns;
    size_t count, capacity;
    int32_t end;
    double top;
    struct sl_buffer *values;
    struct sl_end_label *labels;
};

/* ---- columns ---- */

static int compare_days(const void *a, const void *b)
{
    int32_t one = *(const int32_t *)a, two = *(const int32_t *)b;
    return one < two ? -1 : one > two;
}

static bool add_column(struct drawing *drawing, int32_t day)
{
    if (!sl_vector_grow(&drawing->columns, drawing->count, &drawing->capacity,
                        sizeof *drawing->columns)) {
        return false;
    }
    double *edges = calloc(drawing->layers + 1, sizeof *edges);
    if (edges == NULL) return false;
    bool known = false;
    for (size_t i = 0; i + 1 < drawing->layers; i++) {
        const struct sl_level *now = sl_line_at(drawing->cast.lines[i], day);
        double stake = now == NULL || isnan(now->stake) ? 0 : now->stake;
        known = known || (now != NULL && !isnan(now->stake));
        edges[i + 1] = edges[i] + stake;
    }
    double sum = edges[drawing->layers - 1];
    edges[drawing->layers] = sum < 100 - nothing ? 100 : sum;
    drawing->top = fmax(drawing->top, known ? edges[drawing->layers] : 0);
    if (!known) {
        free(edges);
        edges = NULL;
    }
    drawing->columns[drawing->count++] = (struct column){.day = day, .edges = edges};
    return true;
}

/* A column at every day on which a stake moves; of those that fall on one pixel only the last. */
static enum sl_status make_columns(struct drawing *drawing, struct sl_error *err)
{
    const struct sl_cast *cast = &drawing->cast;
    int32_t *days = NULL;
    size_t count = 0, capacity = 0;
    bool ok = true;
    const double pixel =
        fmax((cast->to - cast->from) / (drawing->page->right - drawing->page->left), 0);
    for (size_t i = 0; i < cast->count && ok; i++) {
        for (size_t k = 0; k < cast->lines[i]->step_count && ok; k++) {
            int32_t day = cast->lines[i]->steps[k].day;
            if (day > drawing->end) break;
            ok = sl_vector_grow(&days, count, &capacity, sizeof *days);
            if (ok) days[count++] = day < cast->from ? cast->from : day;
        }
    }
    if (count > 0) qsort(days, count, sizeof *days, compare_days);
    for (size_t i = 0; i < count && ok; i++) {
        bool same_pixel = i + 1 < count && floor((days[i] - cast->from) / pixel) ==
                                               floor((days[i + 1] - cast->from) / pixel);
        if (!same_pixel || i + 1 == count) ok = add_column(drawing, days[i]);
    }
    free(days);
    return ok ? SL_OK : sl_fail_memory(err);
}

/* ---- data ---- */

static double thickness(const struct column *column, size_t layer)
{
    return column->edges == NULL ? 0 : column->edges[layer + 1] - column->edges[layer];
}

static int32_t column_end(const struct drawing *drawing, size_t index)
{
    return index + 1 < drawing->count ? drawing->columns[index + 1].day : drawing->end;
}

static void put(struct drawing *drawing, int32_t day, const struct column *column, size_t layer)
{
    struct sl_page *page = drawing->page;
    sl_buffer_printf(page->out, "%d\t", (int)day);
    sl_page_number(page, column->edges[layer]);
    sl_buffer_add_byte(page->out, '\t');
    sl_page_number(page, column->edges[layer + 1]);
    sl_buffer_add_byte(page->out, '\t');
    sl_page_iso(page->out, day);
    sl_buffer_add_byte(page->out, '\n');
}

static bool same_edges(const struct column *a, const struct column *b, size_t layer)
{
    if (a->edges == NULL || b->edges == NULL) return false;
    return fabs(a->edges[layer] - b->edges[layer]) < nothing &&
           fabs(a->edges[layer + 1] - b->edges[layer + 1]) < nothing;
}

/* The layer as an area: both ends of every column in which it is there. */
static bool add_block(struct drawing *drawing, size_t layer)
{
    struct sl_buffer *out = drawing->page->out;
    bool any = false, drawn = false;
    for (size_t i = 0; i < drawing->count; i++) {
        const struct column *column = &drawing->columns[i];
        bool there = thickness(column, layer) > nothing;
        if (there && !any) sl_buffer_printf(out, "$layer_%zu << END_OF_DATA\n", layer + 1);
        if (there && any && !drawn) sl_buffer_add_byte(out, '\n');
        any = any || there;
        bool next = i + 1 < drawing->count && thickness(&drawing->columns[i + 1], layer) > nothing;
        bool began = drawn && same_edges(column, column - 1, layer);
        if (there && !began) put(drawing, column->day, column, layer);
        if (there && !(next && same_edges(column, column + 1, layer))) {
            put(drawing, column_end(drawing, i), column, layer);
        }
        drawn = there;
    }
    if (any) sl_buffer_add_text(out, "END_OF_DATA\n");
    return any;
}

/* ---- names ---- */

static double y_of(const struct drawing *drawing, double stake)
{
    const struct sl_page *page = drawing->page;
    return page->bottom - stake / drawing->top * (page->bottom - page->top);
}

static double x_of(const struct drawing *drawing, int32_t day)
{
    const struct sl_page *page = drawing->page;
    double span = (double)drawing->cast.to - drawing->cast.from;
    return page->left + (day - drawing->cast.from) / span * (page->right - page->left);
}

static const char *name_of(const struct drawing *drawing, size_t layer)
{
    return layer + 1 == drawing->layers ? "(undisclosed)" : drawing->cast.lines[layer]->name;
}

static int layer_style(const struct drawing *drawing, size_t layer)
{
    return layer + 1 == drawing->layers ? SL_STYLE_REST
                                        : SL_STYLE_LINE + sl_cast_look(&drawing->cast, layer);
}

/* The place in the band where the name has most room, above and below and then to both sides;
 * false: it fits nowhere. */
static bool find_room(const struct drawing *drawing, size_t layer, double wide, double *x,
                      double *y)
{
    double best = 0;
    for (size_t i = 0; i < drawing->count; i++) {
        double low = 0, high = drawing->top;
        for (size_t k = i; k < drawing->count; k++) {
            const struct column *column = &drawing->columns[k];
            if (thickness(column, layer) <= nothing) break;
            low = fmax(low, column->edges[layer]);
            high = fmin(high, column->edges[layer + 1]);
            double room = y_of(drawing, low) - y_of(drawing, high);
            if (room < BAND_TEXT) break;
            double begin = x_of(drawing, drawing->columns[i].day);
            double end = x_of(drawing, column_end(drawing, k));
            double score = fmin(room, BAND_ROOMY) * 10000 + (end - begin);
            if (end - begin < wide || score <= best) continue;
            best = score;
            *x = (begin + end) / 2;
            *y = (y_of(drawing, low) + y_of(drawing, high)) / 2;
        }
    }
    return best > 0;
}

static void name_band(struct drawing *drawing, size_t layer)
{
    const char *name = name_of(drawing, layer);
    bool rest = layer + 1 == drawing->layers;
    double x = 0, y = 0, wide = sl_text_pixels(name, SL_FONT_LABEL, true) + BAND_PAD;
    if (!find_room(drawing, layer, wide, &x, &y)) return;
    sl_page_text_on(drawing->page, x, y, rest ? -1 : sl_cast_look(&drawing->cast, layer), name);
}

/* At the right stand the names of the bands that reach it; a band that ended is named inside, or
 * where it is too thin for that, below the others. */
static enum sl_status make_labels(struct drawing *drawing, size_t *count)
{
    const struct column *last = &drawing->columns[drawing->count - 1];
    size_t used = 0;
    for (size_t layer = drawing->layers; layer-- > 0;) {
        bool rest = layer + 1 == drawing->layers, there = thickness(last, layer) > nothing;
        if (rest && !there) continue;
        struct sl_buffer *value = &drawing->values[used];
        if (rest) {
            char text[SL_FIGURE_SIZE];
            sl_figure_show(thickness(last, layer), false, text);
            sl_buffer_printf(value, "%s %%", text);
        } else {
            sl_cast_value(value, &drawing->cast, drawing->cast.lines[layer]);
        }
        if (value->failed) return SL_FAILED;
        drawing->labels[used++] = (struct sl_end_label){
            .name = name_of(drawing, layer),
            .value = value->data,
            .want = there ? (last->edges[layer] + last->edges[layer + 1]) / 2 : 0,
            .line_x = there ? 0 : -1,
            .sample = rest ? SL_SAMPLE_HATCHED : SL_SAMPLE_BOX,
            .style = layer_style(drawing, layer)};
    }
    *count = used;
    return SL_OK;
}

/* `want` was in per cent until the box was known. */
static void place_labels(struct drawing *drawing, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct sl_end_label *label = &drawing->labels[i];
        label->want = y_of(drawing, label->want);
        if (label->line_x >= 0) label->line_x = x_of(drawing, drawing->end);
    }
}

/* ---- the chart ---- */

static bool has_range(const struct sl_cast *cast)
{
    for (size_t i = 0; i < cast->count; i++)
        for (size_t k = 0; k < cast->lines[i]->step_count; k++)
            if (cast->lines[i]->steps[k].high - cast->lines[i]->steps[k].low > nothing) return true;
    return false;
}

static enum sl_status add_title(struct drawing *drawing, const struct sl_series *series,
                                const struct sl_chart_options *options)
{
    struct sl_buffer title = {0}, subtitle = {0};
    if (options->title != NULL) {
        sl_buffer_add_text(&title, options->title);
    } else {
        sl_buffer_printf(&title, "Who owns %s", series->subject == NULL ? "?" : series->subject);
    }
    sl_buffer_add_text(&subtitle, "The capital, in per cent");
    if (has_range(&drawing->cast)) sl_buffer_add_text(&subtitle, " (ranges by their middle)");
    sl_cast_describe(&subtitle, &drawing->cast, series, &options->view);
    bool ok = !title.failed && !subtitle.failed;
    if (ok) sl_page_header(drawing->page, title.data, subtitle.data, NULL, 0);
    sl_buffer_release(&title);
    sl_buffer_release(&subtitle);
    return ok ? SL_OK : SL_FAILED;
}

static void add_plot(struct drawing *drawing, const bool *drawn)
{
    struct sl_buffer *out = drawing->page->out;
    const char *comma = "plot ";
    for (size_t layer = 0; layer < drawing->layers; layer++) {
        if (!drawn[layer]) continue;
        sl_buffer_printf(out, "%s$layer_%zu using 1:2:3 with filledcurves", comma, layer + 1);
        sl_style_add_fill(out, layer_style(drawing, layer), false);
        comma = ", \\\n     ";
    }
    for (size_t layer = 0; layer < drawing->layers; layer++)
        if (drawn[layer])
            sl_buffer_printf(out, "%s$layer_%zu using 1:3 with lines lc rgb EDGE lw 0.8 dt solid",
                             comma, layer + 1);
    sl_buffer_add_byte(out, '\n');
}

/* The numbers of events, with lines that end where the areas begin. */
static bool mark_notes(struct drawing *drawing)
{
    const struct sl_notes *notes = drawing->page->notes;
    if (notes == NULL || notes->count == 0) return true;
    double *x = malloc(2 * notes->count * sizeof *x);
    if (x == NULL) return false;
    for (size_t i = 0; i < notes->count; i++) {
        x[i] = x_of(drawing, notes->items[i].day);
        x[notes->count + i] = drawing->page->bottom;
    }
    bool ok = sl_notes_strip(drawing->page, x, x + notes->count);
    free(x);
    return ok;
}

static enum sl_status compose(struct drawing *drawing, const struct sl_series *series,
                              const struct sl_chart_options *options, struct sl_error *err)
{
    struct sl_page *page = drawing->page;
    const struct sl_cast *cast = &drawing->cast;
    size_t labels = 0;
    drawing->end = cast->to; /* where the caller set it, no farther than the log tells */
    if (options->view.to < SL_DAY_MAX && cast->until < cast->to) drawing->end = cast->until + 1;
    sl_notes_fit(page, cast->from, drawing->end);
    sl_page_begin(page, "ownership");
    if (add_title(drawing, series, options) != SL_OK) return sl_fail_memory(err);
    sl_notes_reserve(page);
    sl_page_footer(page, series->sources.items, series->sources.count, AXIS_HEIGHT);
    sl_notes_key(page, AXIS_HEIGHT);
    page->left = 0, page->right = page->width; /* as fine as the columns can be seen */
    enum sl_status status = make_columns(drawing, err);
    if (status != SL_OK) return status;
    if (drawing->top <= 0) return sl_fail(err, SL_NOTHING, "no stakes of known size to draw");
    if (make_labels(drawing, &labels) != SL_OK) return sl_fail_memory(err);
    sl_labels_reserve(page, drawing->labels, labels);
    drawing->top = sl_page_percents(page, drawing->top, drawing->top);
    status = sl_page_fits(page, err);
    if (status != SL_OK) return status;
    sl_page_box(page);
    sl_page_dates(page, cast->from, cast->to);
    place_labels(drawing, labels);
    if (!sl_labels_draw(page, drawing->labels, labels)) return sl_fail_memory(err);
    if (!mark_notes(drawing)) return sl_fail_memory(err);
    bool *drawn = calloc(drawing->layers, sizeof *drawn);
    if (drawn == NULL) return sl_fail_memory(err);
    for (size_t layer = 0; layer < drawing->layers; layer++) {
        name_band(drawing, layer);
        drawn[layer] = add_block(drawing, layer);
    }
    add_plot(drawing, drawn);
    free(drawn);
    return SL_OK;
}

enum sl_status sl_draw_ownership(struct sl_page *page, struct sl_series *series,
                                 const struct sl_chart_options *options, struct sl_error *err)
{
    struct drawing drawing = {.page = page};
    enum sl_status status = sl_cast_choose(&drawing.cast, series, options, true, err);
    if (status != SL_OK) goto done;
    drawing.layers = drawing.cast.count + 1;
    drawing.values = calloc(drawing.layers, sizeof *drawing.values);
    drawing.labels = calloc(drawing.layers, sizeof *drawing.labels);
    if (drawing.values == NULL || drawing.labels == NULL) {
        status = sl_fail_memory(err);
        goto done;
    }
    status = compose(&drawing, series, options, err);
done:
    for (size_t i = 0; i < drawing.count; i++)
        free(drawing.columns[i].edges);
    free(drawing.columns);
    for (size_t i = 0; i < drawing.layers && drawing.values != NULL; i++)
        sl_buffer_release(&drawing.values[i]);
    free(drawing.values);
    free(drawing.labels);
    sl_cast_release(&drawing.cast);
    return status;
}
