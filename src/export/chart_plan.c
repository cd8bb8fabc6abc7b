/* Boxes as large as their names, wrapped as narrowly as the page asks for. */
#include "export/plan_text.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/vector.h"
#include "export/chart_text.h"

static const double PLATE_PAD = 2;
static const double text_widths[] = {170, 140, 116, 98, 84, 70};
enum {
    PAD_Y = 6,
    BOX_LEAST = 44,
    NARROWED_MOST = sizeof text_widths / sizeof *text_widths - 1,
    NOTE_LEAST = 90
};

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
        fmax(fmin(longest_word(text, size, bold, lines) + 1, wide), BOX_LEAST - 2 * SL_PLAN_PAD_X);
    while (wide - 4 >= least &&
           sl_text_wrap(lines, text, size, bold, wide - 4, most_lines) <= *count)
        wide -= 4;
    *count = sl_text_wrap(lines, text, size, bold, wide, most_lines);
    return wide;
}

static void measure_box(struct sl_plan_box *box, struct sl_box *out, struct sl_buffer *lines)
{
    size_t count, notes = 0;
    double most = text_widths[box->narrowed], note_wide = 0;
    box->longest_word =
        longest_word(box->name, sl_plan_name_size(box), sl_plan_is_bold(box), lines);
    double wide = narrow(lines, box->name, sl_plan_name_size(box), sl_plan_is_bold(box), most,
                         SL_PLAN_NAME_LINES, &count);
    if (box->note != NULL)
        note_wide = narrow(lines, box->note, SL_FONT_SMALL, false, fmax(most, NOTE_LEAST),
                           SL_PLAN_NOTE_LINES, &notes);
    *out = (struct sl_box){.wide = fmax(fmax(wide, note_wide) + 2 * SL_PLAN_PAD_X, BOX_LEAST),
                           .high = SL_PLAN_PITCH * ((double)count * sl_plan_name_size(box) +
                                                    (double)notes * SL_FONT_SMALL) +
                                   2 * PAD_Y};
    if (box->self != NULL)
        out->beside = SL_PLAN_LOOP + 6 + sl_text_pixels(box->self, SL_FONT_LABEL, false);
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
