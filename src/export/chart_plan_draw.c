/* A plan as gnuplot's data: pixels from the top left corner. Arrows first, then boxes, then texts.
 */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "export/chart_text.h"
#include "export/figure.h"
#include "export/plan_text.h"

enum {
    ROUND = 6, /* radius of corners */
    ROUND_STEPS = 4
};

/* ---- arrows ---- */

struct pen {
    struct sl_page *page;
    double left, top;
};

static void put(const struct pen *pen, double x, double y)
{
    char text[SL_FIGURE_SIZE];
    sl_figure_format(x + pen->left, 1, false, text);
    sl_buffer_printf(pen->page->out, "%s\t", text);
    sl_figure_format(y + pen->top, 1, false, text);
    sl_buffer_printf(pen->page->out, "%s\n", text);
}

static double distance(struct sl_spot a, struct sl_spot b)
{
    return hypot(b.x - a.x, b.y - a.y);
}

static struct sl_spot toward(struct sl_spot from, struct sl_spot to, double by)
{
    double whole = distance(from, to);
    if (whole <= 0) return from;
    return (struct sl_spot){from.x + (to.x - from.x) * by / whole,
                            from.y + (to.y - from.y) * by / whole};
}

static void put_corner(const struct pen *pen, struct sl_spot before, struct sl_spot at,
                       struct sl_spot after)
{
    double radius = fmin(ROUND, fmin(distance(before, at), distance(at, after)) / 2);
    struct sl_spot in = toward(at, before, radius), out = toward(at, after, radius);
    for (int i = 0; i <= ROUND_STEPS; i++) {
        double t = (double)i / ROUND_STEPS, s = 1 - t;
        put(pen, s * s * in.x + 2 * s * t * at.x + t * t * out.x,
            s * s * in.y + 2 * s * t * at.y + t * t * out.y);
    }
}

/* The line ends within its head. */
static void put_line(const struct pen *pen, const struct sl_spot *corners, size_t count)
{
    put(pen, corners[0].x, corners[0].y);
    for (size_t i = 1; i + 1 < count; i++)
        put_corner(pen, corners[i - 1], corners[i], corners[i + 1]);
    struct sl_spot end = toward(corners[count - 1], corners[count - 2], SL_ARROW_HEAD - 2);
    put(pen, end.x, end.y);
    sl_buffer_add_byte(pen->page->out, '\n');
}

static void put_head(const struct pen *pen, struct sl_spot before, struct sl_spot tip,
                     enum sl_arrow_weight weight)
{
    static const double halves[SL_WEIGHTS] = {4, 4.5, 5.5, 6.5, 4};
    struct sl_spot base = toward(tip, before, SL_ARROW_HEAD);
    double along = distance(before, tip), half = halves[weight];
    double x = along > 0 ? (tip.y - before.y) / along * half : 0;
    double y = along > 0 ? -(tip.x - before.x) / along * half : 0;
    put(pen, tip.x, tip.y);
    put(pen, base.x + x, base.y + y);
    put(pen, base.x - x, base.y - y);
    put(pen, tip.x, tip.y);
    sl_buffer_add_byte(pen->page->out, '\n');
}

/* Out at the side of the box, and back in. */
static void loop_corners(const struct sl_box *box, struct sl_spot out[4])
{
    double out_x = box->beside_left ? -SL_PLAN_LOOP : SL_PLAN_LOOP, step = fmin(9, box->high / 4);
    double side = box->x + (box->beside_left ? -box->wide : box->wide) / 2;
    out[0] = (struct sl_spot){side, box->y - step};
    out[1] = (struct sl_spot){side + out_x, box->y - step};
    out[2] = (struct sl_spot){side + out_x, box->y + step};
    out[3] = (struct sl_spot){side, box->y + step};
}

/* All lines (or all heads) of one linetype; false when there are none. */
static bool add_strokes(const struct pen *pen, const struct sl_plan *plan,
                        enum sl_arrow_weight weight, bool far, bool heads)
{
    struct sl_buffer *out = pen->page->out;
    bool any = false;
    for (size_t i = 0; i < plan->arrow_count; i++) {
        const struct sl_arrow *arrow = &plan->diagram.arrows[i];
        const struct sl_spot *corners = plan->diagram.corners + arrow->first;
        if (plan->arrows[i].weight != weight || plan->arrows[i].far != far) continue;
        if (!any)
            sl_buffer_printf(out, "$%s_%d << END_OF_DATA\n", heads ? "heads" : "arrows",
                             (far ? SL_STYLE_ARROW_FAR : SL_STYLE_ARROW) + (int)weight);
        any = true;
        if (heads)
            put_head(pen, corners[arrow->count - 2], corners[arrow->count - 1], weight);
        else
            put_line(pen, corners, arrow->count);
    }
    if (any) sl_buffer_add_text(out, "END_OF_DATA\n");
    return any;
}

static bool add_loops(const struct pen *pen, const struct sl_plan *plan, bool heads)
{
    bool any = false;
    for (size_t i = 0; i < plan->box_count; i++) {
        struct sl_spot corners[4];
        if (plan->boxes[i].self == NULL) continue;
        if (!any)
            sl_buffer_printf(pen->page->out, "$%s << END_OF_DATA\n",
                             heads ? "loop_heads" : "loops");
        any = true;
        loop_corners(&plan->diagram.boxes[i], corners);
        if (heads)
            put_head(pen, corners[2], corners[3], SL_WEIGHT_SLIGHT);
        else
            put_line(pen, corners, 4);
    }
    if (any) sl_buffer_add_text(pen->page->out, "END_OF_DATA\n");
    return any;
}

/* ---- boxes and texts ---- */

static void put_rectangle(const struct pen *pen, double x, double y, double wide, double high)
{
    const double values[] = {x + pen->left,
                             y + pen->top,
                             x + pen->left - wide / 2,
                             x + pen->left + wide / 2,
                             y + pen->top - high / 2,
                             y + pen->top + high / 2};
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        char text[SL_FIGURE_SIZE];
        sl_figure_format(values[i], 1, false, text);
        sl_buffer_printf(pen->page->out, "%s%s", i > 0 ? "\t" : "", text);
    }
    sl_buffer_add_byte(pen->page->out, '\n');
}

static bool add_boxes(const struct pen *pen, const struct sl_plan *plan, enum sl_box_look look)
{
    static const char *const names[] = {"boxes", "subject", "heads_of_all", "rest"};
    bool any = false;
    for (size_t i = 0; i < plan->box_count; i++) {
        const struct sl_box *box = &plan->diagram.boxes[i];
        if (plan->boxes[i].look != look) continue;
        if (!any) sl_buffer_printf(pen->page->out, "$%s << END_OF_DATA\n", names[look]);
        any = true;
        put_rectangle(pen, box->x, box->y, box->wide, box->high);
    }
    if (any) sl_buffer_add_text(pen->page->out, "END_OF_DATA\n");
    return any;
}

static void add_plates(const struct pen *pen, const struct sl_plan *plan)
{
    if (plan->arrow_count == 0) return;
    sl_buffer_add_text(pen->page->out, "$plates << END_OF_DATA\n");
    for (size_t i = 0; i < plan->arrow_count; i++) {
        const struct sl_arrow *arrow = &plan->diagram.arrows[i];
        put_rectangle(pen, arrow->label.x, arrow->label.y,
                      arrow->flat ? arrow->flat_wide : arrow->label_wide,
                      arrow->flat ? arrow->flat_high : arrow->label_high);
    }
    sl_buffer_add_text(pen->page->out, "END_OF_DATA\n");
}

static double add_lines(const struct pen *pen, const char *text, double x, double y, int size,
                        bool bold, enum sl_ink ink, struct sl_buffer *line)
{
    for (;; text++) {
        size_t length = strcspn(text, "\n");
        sl_buffer_clear(line);
        sl_buffer_add(line, text, length);
        y += SL_PLAN_PITCH * size / 2;
        if (!line->failed && length > 0)
            sl_page_text(pen->page, x + pen->left, y + pen->top, SL_SIDE_CENTER, size, bold, ink,
                         line->data);
        y += SL_PLAN_PITCH * size / 2;
        text += length;
        if (*text == '\0') return y;
    }
}

static bool add_names(const struct pen *pen, const struct sl_plan *plan)
{
    struct sl_buffer name = {0}, note = {0}, line = {0};
    for (size_t i = 0; i < plan->box_count; i++) {
        const struct sl_plan_box *box = &plan->boxes[i];
        const struct sl_box *at = &plan->diagram.boxes[i];
        double room = at->wide - 2 * SL_PLAN_PAD_X + 1, high;
        size_t lines = sl_text_wrap(&name, box->name, sl_plan_name_size(box), sl_plan_is_bold(box),
                                    room, SL_PLAN_NAME_LINES);
        size_t notes = 0;
        if (box->note != NULL)
            notes = sl_text_wrap(&note, box->note, SL_FONT_SMALL, false, room, SL_PLAN_NOTE_LINES);
        if (name.failed || note.failed || name.data == NULL) break;
        high = SL_PLAN_PITCH *
               ((double)lines * sl_plan_name_size(box) + (double)notes * SL_FONT_SMALL);
        double y = add_lines(pen, name.data, at->x, at->y - high / 2, sl_plan_name_size(box),
                             sl_plan_is_bold(box),
                             box->look == SL_LOOK_REST ? SL_INK_MUTED : SL_INK_TEXT, &line);
        if (notes > 0)
            add_lines(pen, note.data, at->x, y, SL_FONT_SMALL, false, SL_INK_MUTED, &line);
        double beside = at->wide / 2 + SL_PLAN_LOOP + 5;
        if (box->self != NULL)
            sl_page_text(pen->page, pen->left + at->x + (at->beside_left ? -beside : beside),
                         pen->top + at->y, at->beside_left ? SL_SIDE_RIGHT : SL_SIDE_LEFT,
                         SL_FONT_LABEL, false, SL_INK_TEXT, box->self);
    }
    bool ok = !name.failed && !note.failed && !line.failed;
    sl_buffer_release(&name);
    sl_buffer_release(&note);
    sl_buffer_release(&line);
    return ok;
}

static bool add_labels(const struct pen *pen, const struct sl_plan *plan)
{
    struct sl_buffer flat = {0};
    for (size_t i = 0; i < plan->arrow_count && !flat.failed; i++) {
        const struct sl_arrow *arrow = &plan->diagram.arrows[i];
        const char *label = plan->arrows[i].label, *more = plan->arrows[i].more;
        double x = arrow->label.x + pen->left, y = arrow->label.y + pen->top;
        if (more != NULL && arrow->flat) {
            sl_buffer_clear(&flat);
            sl_buffer_printf(&flat, "%s, %s", label, more);
            label = flat.failed ? "" : flat.data;
        } else if (more != NULL) {
            sl_page_text(pen->page, x, y + 7, SL_SIDE_CENTER, SL_FONT_SMALL, false, SL_INK_MUTED,
                         more);
            y -= 7;
        }
        sl_page_text(pen->page, x, y, SL_SIDE_CENTER, SL_FONT_LABEL, false, SL_INK_TEXT, label);
    }
    bool ok = !flat.failed;
    sl_buffer_release(&flat);
    return ok;
}

/* ---- the plot ---- */

static void plot(struct sl_page *page, bool *first, const char *block, const char *how)
{
    sl_buffer_printf(page->out, "%s$%s %s", *first ? "plot " : ", \\\n     ", block, how);
    *first = false;
}

static void plot_strokes(const struct pen *pen, bool any[2][SL_WEIGHTS], bool heads, bool *first)
{
    for (int far = 1; far >= 0; far--) {
        for (int weight = 0; weight < SL_WEIGHTS; weight++) {
            char block[24], how[64];
            int style = (far ? SL_STYLE_ARROW_FAR : SL_STYLE_ARROW) + weight;
            if (!any[far][weight]) continue;
            snprintf(block, sizeof block, "%s_%d", heads ? "heads" : "arrows", style);
            snprintf(how, sizeof how,
                     heads ? "with filledcurves closed fc lt %d fs solid noborder"
                           : "with lines lt %d",
                     style);
            plot(pen->page, first, block, how);
        }
    }
}

static void plot_all(const struct pen *pen, bool arrows[2][SL_WEIGHTS], bool loops,
                     const bool *boxes)
{
    bool first = true, any = false;
    for (int i = 0; i < 2 * SL_WEIGHTS; i++)
        any = any || arrows[i / SL_WEIGHTS][i % SL_WEIGHTS];
    plot_strokes(pen, arrows, false, &first);
    if (loops) plot(pen->page, &first, "loops", "with lines lt 401");
    plot_strokes(pen, arrows, true, &first);
    if (loops)
        plot(pen->page, &first, "loop_heads",
             "with filledcurves closed fc lt 401 fs solid noborder");
    if (any) plot(pen->page, &first, "plates", "with boxxyerror fc rgb PAPER fs solid noborder");
    if (boxes[SL_LOOK_PLAIN])
        plot(pen->page, &first, "boxes",
             "with boxxyerror lw 1 dt solid fc rgb PAPER fs solid border rgb MUTED");
    if (boxes[SL_LOOK_REST])
        plot(pen->page, &first, "rest",
             "with boxxyerror lw 0.5 dt solid fc rgb PAPER fs solid border rgb MUTED");
    if (boxes[SL_LOOK_HEAD])
        plot(pen->page, &first, "heads_of_all",
             "with boxxyerror lw 2.4 dt solid fc rgb PAPER fs solid border rgb INK");
    if (boxes[SL_LOOK_SUBJECT]) {
        plot(pen->page, &first, "subject", "with boxxyerror fc rgb PAPER fs solid noborder");
        plot(pen->page, &first, "subject",
             "with boxxyerror lw 2 dt solid fc lt 1 fs transparent solid BAND border lt 1");
    }
    sl_buffer_add_byte(pen->page->out, '\n');
}

void sl_plan_begin(struct sl_page *page)
{
    static const char *const inks[] = {"INK", "MUTED"};
    static const int styles[] = {SL_STYLE_ARROW, SL_STYLE_ARROW_FAR};
    sl_buffer_add_text(page->out, "# Arrows: dashed where the size is not known.\n");
    for (int i = 0; i < 2; i++)
        sl_buffer_printf(page->out,
                         "do for [i=1:%d] { set linetype %d+i lc rgb %s lw ARROW[i] dt solid }\n"
                         "set linetype %d lc rgb %s lw ARROW[%d] dt (4,4)\n",
                         SL_WEIGHT_UNKNOWN, styles[i] - 1, inks[i], styles[i] + SL_WEIGHT_UNKNOWN,
                         inks[i], SL_WEIGHT_UNKNOWN + 1);
}

bool sl_plan_draw(struct sl_page *page, const struct sl_plan *plan, double left, double top)
{
    const struct pen pen = {page, left, top};
    bool arrows[2][SL_WEIGHTS], boxes[SL_LOOK_REST + 1];
    page->left = page->top = 0;
    page->right = page->width;
    page->bottom = page->height;
    sl_page_box(page);
    sl_buffer_printf(page->out, "set xrange [0:%d]\nset yrange [%d:0]\n", page->width,
                     page->height);
    sl_buffer_add_text(page->out, "unset border\nunset tics\nunset grid\n");
    for (int far = 0; far < 2; far++) {
        for (int weight = 0; weight < SL_WEIGHTS; weight++) {
            arrows[far][weight] =
                add_strokes(&pen, plan, (enum sl_arrow_weight)weight, far == 1, false);
            add_strokes(&pen, plan, (enum sl_arrow_weight)weight, far == 1, true);
        }
    }
    bool loops = add_loops(&pen, plan, false);
    add_loops(&pen, plan, true);
    add_plates(&pen, plan);
    for (int look = 0; look <= SL_LOOK_REST; look++)
        boxes[look] = add_boxes(&pen, plan, (enum sl_box_look)look);
    bool ok = add_names(&pen, plan) && add_labels(&pen, plan);
    plot_all(&pen, arrows, loops, boxes);
    return ok;
}
