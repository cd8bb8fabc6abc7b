/* Names to box sizes, and the layout to gnuplot's data: pixels from the top left corner. */
#include "export/chart_plan.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/vector.h"
#include "export/chart_text.h"
#include "export/figure.h"

enum {
    NAME_LINES = 9,
    NOTE_LINES = 3,
    PAD_X = 9,
    PAD_Y = 6,
    BOX_LEAST = 44,
    LOOP = 20, /* pixels that an arrow back to its box stands out */
    ROUND = 6, /* radius of corners */
    ROUND_STEPS = 4
};
static const double LINE_PITCH = 1.3, PLATE_PAD = 2;

void sl_plan_clear(struct sl_plan *plan)
{
    plan->box_count = plan->arrow_count = 0;
    sl_arena_reset(&plan->arena);
}

void sl_plan_release(struct sl_plan *plan)
{
    free(plan->boxes);
    free(plan->arrows);
    free(plan->diagram.boxes);
    free(plan->diagram.arrows);
    sl_diagram_release(&plan->diagram);
    sl_arena_release(&plan->arena);
}

bool sl_plan_add_box(struct sl_plan *plan, struct sl_plan_box box, uint32_t *number)
{
    if (!sl_vector_grow(&plan->boxes, plan->box_count, &plan->box_capacity, sizeof *plan->boxes))
        return false;
    *number = (uint32_t)plan->box_count;
    plan->boxes[plan->box_count++] = box;
    return true;
}

bool sl_plan_add_arrow(struct sl_plan *plan, struct sl_plan_arrow arrow)
{
    if (!sl_vector_grow(&plan->arrows, plan->arrow_count, &plan->arrow_capacity,
                        sizeof *plan->arrows))
        return false;
    plan->arrows[plan->arrow_count++] = arrow;
    return true;
}

/* ---- sizes ---- */

static bool is_bold(const struct sl_plan_box *box)
{
    return box->look == SL_LOOK_SUBJECT || box->look == SL_LOOK_HEAD;
}

static int name_size(const struct sl_plan_box *box)
{
    return box->look == SL_LOOK_SUBJECT ? SL_FONT_TEXT : SL_FONT_LABEL;
}

static double longest_word(const char *text, int size, bool bold, struct sl_buffer *word)
{
    double longest = 0;
    for (text += strspn(text, " "); *text != '\0'; text += strspn(text, " ")) {
        size_t length = strcspn(text, " ");
        sl_buffer_clear(word);
        sl_buffer_add(word, text, length);
        if (!word->failed) longest = fmax(longest, sl_text_pixels(word->data, size, bold));
        text += length;
    }
    return longest;
}

/* The least width in which the text takes no more lines than in `most`, and no word is broken that
 * is not broken there. */
static double narrow(struct sl_buffer *lines, const char *text, int size, bool bold, double most,
                     size_t most_lines, size_t *count)
{
    double wide = fmin(sl_text_pixels(text, size, bold) + 1, most);
    *count = sl_text_wrap(lines, text, size, bold, most, most_lines);
    double least =
        fmax(fmin(longest_word(text, size, bold, lines) + 1, wide), BOX_LEAST - 2 * PAD_X);
    while (wide - 4 >= least &&
           sl_text_wrap(lines, text, size, bold, wide - 4, most_lines) <= *count)
        wide -= 4;
    *count = sl_text_wrap(lines, text, size, bold, wide, most_lines);
    return wide;
}

static const double text_widths[] = {170, 140, 116, 98, 84, 70};
enum { NARROWED_MOST = sizeof text_widths / sizeof *text_widths - 1, NOTE_LEAST = 90 };

static void measure_box(struct sl_plan_box *box, struct sl_box *out, struct sl_buffer *lines)
{
    size_t count, notes = 0;
    double most = text_widths[box->narrowed], note_wide = 0;
    box->longest_word = longest_word(box->name, name_size(box), is_bold(box), lines);
    double wide = narrow(lines, box->name, name_size(box), is_bold(box), most, NAME_LINES, &count);
    if (box->note != NULL)
        note_wide = narrow(lines, box->note, SL_FONT_SMALL, false, fmax(most, NOTE_LEAST),
                           NOTE_LINES, &notes);
    *out = (struct sl_box){
        .wide = fmax(fmax(wide, note_wide) + 2 * PAD_X, BOX_LEAST),
        .high = LINE_PITCH * ((double)count * name_size(box) + (double)notes * SL_FONT_SMALL) +
                2 * PAD_Y};
    if (box->self != NULL) out->beside = LOOP + 6 + sl_text_pixels(box->self, SL_FONT_LABEL, false);
    out->high = fmax(out->high, 32);
}

static void measure_arrow(const struct sl_plan_arrow *arrow, struct sl_arrow *out)
{
    double main = sl_text_pixels(arrow->label, SL_FONT_LABEL, false), more = 0;
    if (arrow->more != NULL) more = sl_text_pixels(arrow->more, SL_FONT_SMALL, false);
    *out = (struct sl_arrow){.from = arrow->from,
                             .to = arrow->to,
                             .weight = arrow->share,
                             .yields = arrow->yields,
                             .label_wide = fmax(main, more) + 2 * PLATE_PAD,
                             .label_high = more > 0 ? 29 : 15,
                             .flat_wide = main + 2 * PLATE_PAD,
                             .flat_high = 15};
    if (arrow->more != NULL)
        out->flat_wide += sl_text_pixels(", ", SL_FONT_LABEL, false) +
                          sl_text_pixels(arrow->more, SL_FONT_LABEL, false);
}

static enum sl_status take_room(struct sl_plan *plan, struct sl_error *err)
{
    struct sl_diagram *diagram = &plan->diagram;
    free(diagram->boxes);
    free(diagram->arrows);
    diagram->boxes = calloc(plan->box_count + 1, sizeof *diagram->boxes);
    diagram->arrows = calloc(plan->arrow_count + 1, sizeof *diagram->arrows);
    diagram->box_count = plan->box_count;
    diagram->arrow_count = plan->arrow_count;
    return diagram->boxes == NULL || diagram->arrows == NULL ? sl_fail_memory(err) : SL_OK;
}

/* The widest box of the row that is too wide whose name can be wrapped more narrowly; NULL: none.
 */
static struct sl_plan_box *widest_box(struct sl_plan *plan, bool breaks_words)
{
    struct sl_plan_box *widest = NULL;
    double most = 0;
    for (size_t i = 0; i < plan->box_count; i++) {
        struct sl_plan_box *box = &plan->boxes[i];
        const struct sl_box *at = &plan->diagram.boxes[i];
        if (at->row != plan->diagram.full_row || at->wide <= most) continue;
        if (box->narrowed == NARROWED_MOST) continue;
        if (!breaks_words && text_widths[box->narrowed + 1] < box->longest_word) continue;
        widest = box;
        most = at->wide;
    }
    return widest;
}

/* False when no name can be wrapped more narrowly. */
static bool narrow_row(struct sl_plan *plan)
{
    struct sl_plan_box *box = widest_box(plan, false);
    if (box == NULL) box = widest_box(plan, true);
    if (box != NULL) box->narrowed++;
    return box != NULL;
}

enum sl_status sl_plan_lay(struct sl_plan *plan, double room, double row_gap, struct sl_error *err)
{
    struct sl_buffer lines = {0};
    enum sl_status status = take_room(plan, err);
    plan->diagram.room = room;
    plan->diagram.row_gap = row_gap;
    plan->diagram.focus = 0;
    while (status == SL_OK) {
        for (size_t k = 0; k < plan->box_count; k++)
            measure_box(&plan->boxes[k], &plan->diagram.boxes[k], &lines);
        for (size_t k = 0; k < plan->arrow_count; k++)
            measure_arrow(&plan->arrows[k], &plan->diagram.arrows[k]);
        status = lines.failed ? sl_fail_memory(err) : sl_diagram_lay(&plan->diagram, err);
        if (!plan->diagram.overfull || !narrow_row(plan)) break;
    }
    sl_buffer_release(&lines);
    return status;
}

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
    double out_x = box->beside_left ? -LOOP : LOOP, step = fmin(9, box->high / 4);
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
        y += LINE_PITCH * size / 2;
        if (!line->failed && length > 0)
            sl_page_text(pen->page, x + pen->left, y + pen->top, SL_SIDE_CENTER, size, bold, ink,
                         line->data);
        y += LINE_PITCH * size / 2;
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
        double room = at->wide - 2 * PAD_X + 1, high;
        size_t lines =
            sl_text_wrap(&name, box->name, name_size(box), is_bold(box), room, NAME_LINES);
        size_t notes = 0;
        if (box->note != NULL)
            notes = sl_text_wrap(&note, box->note, SL_FONT_SMALL, false, room, NOTE_LINES);
        if (name.failed || note.failed || name.data == NULL) break;
        high = LINE_PITCH * ((double)lines * name_size(box) + (double)notes * SL_FONT_SMALL);
        double y = add_lines(pen, name.data, at->x, at->y - high / 2, name_size(box), is_bold(box),
                             box->look == SL_LOOK_REST ? SL_INK_MUTED : SL_INK_TEXT, &line);
        if (notes > 0)
            add_lines(pen, note.data, at->x, y, SL_FONT_SMALL, false, SL_INK_MUTED, &line);
        double beside = at->wide / 2 + LOOP + 5;
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
    bool first = true;
    plot_strokes(pen, arrows, false, &first);
    if (loops) plot(pen->page, &first, "loops", "with lines lt 401");
    plot_strokes(pen, arrows, true, &first);
    if (loops)
        plot(pen->page, &first, "loop_heads",
             "with filledcurves closed fc lt 401 fs solid noborder");
    plot(pen->page, &first, "plates", "with boxxyerror fc rgb PAPER fs solid noborder");
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
