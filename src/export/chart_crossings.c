/* Lines are ruled where they can be told apart; a mark stands where a line was crossed. */
#include "export/chart_crossings.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <stakeline/changes.h>

#include "base/error.h"
#include "base/vector.h"
#include "export/chart_text.h"
#include "export/figure.h"

enum {
    LABEL_PITCH = 13, /* pixels between two lines that are both named */
    RULE_PITCH = 6,   /* and that are both drawn */
    POINT_UP = 9,
    POINT_DOWN = 11,
    POINT_OPEN = -1 /* less than the full sign */
};

const char sl_crossings_plot[] =
    "$crossings using 1:2:3:4 with points pt variable ps 1 lw 1.2 lc variable";

void sl_crossings_release(struct sl_crossings *crossings)
{
    free(crossings->items);
    sl_arena_release(&crossings->arena);
}

enum sl_status sl_crossings_row(void *context, const void *row_pointer, struct sl_error *err)
{
    struct sl_crossings *crossings = context;
    const struct sl_crossing_row *row = row_pointer;
    if (!sl_vector_grow(&crossings->items, crossings->count, &crossings->capacity,
                        sizeof *crossings->items))
        return sl_fail_memory(err);
    const char *holder = sl_text_keep_clean(&crossings->arena, row->holder);
    if (holder == NULL) return sl_fail_memory(err);
    crossings->items[crossings->count++] =
        (struct sl_crossing){.day = row->date.day,
                             .holder = holder,
                             .line = row->threshold_pct,
                             .up = strcmp(row->direction, "up") == 0,
                             .possible = row->certainty != NULL};
    return SL_OK;
}

static bool is_shown(const struct sl_crossing *crossing, const struct sl_cast *cast)
{
    return crossing->day >= cast->from && crossing->day <= cast->to;
}

static int point_of(const struct sl_crossing *crossing)
{
    return (crossing->up ? POINT_UP : POINT_DOWN) + (crossing->possible ? POINT_OPEN : 0);
}

size_t sl_crossings_key(struct sl_key_item *key, const struct sl_crossings *crossings,
                        const struct sl_cast *cast)
{
    bool up = false, down = false, possible = false;
    size_t count = 0;
    for (size_t i = 0; i < crossings->count; i++) {
        const struct sl_crossing *crossing = &crossings->items[i];
        if (!is_shown(crossing, cast)) continue;
        up = up || (crossing->up && !crossing->possible);
        down = down || (!crossing->up && !crossing->possible);
        possible = possible || crossing->possible;
    }
    const int style = SL_STYLE_LINE;
    if (up)
        key[count++] = (struct sl_key_item){SL_SAMPLE_POINT, style, "gets over a line", POINT_UP};
    if (down)
        key[count++] = (struct sl_key_item){SL_SAMPLE_POINT, style, "gets under it", POINT_DOWN};
    if (possible)
        key[count++] = (struct sl_key_item){SL_SAMPLE_POINT, style,
                                            "perhaps: the stake is a range, or was not known",
                                            POINT_UP + POINT_OPEN};
    return count;
}

/* ---- lines ---- */

/* A label of a tic is a format, whose sign for % is %%. */
static void name_line(double at, char out[SL_FIGURE_SIZE + 4])
{
    size_t length = sl_figure_show(at, false, out);
    memcpy(out + length, " %%", 4);
}

void sl_crossings_reserve(struct sl_page *page, const struct sl_crossings *crossings, double top)
{
    for (size_t i = 0; i < crossings->lines.count && crossings->lines.at[i] <= top; i++) {
        char text[SL_FIGURE_SIZE + 4];
        name_line(crossings->lines.at[i], text);
        page->left =
            fmax(page->left, SL_PAGE_EDGE + sl_text_pixels(text, SL_FONT_LABEL, false) + 8);
    }
}

void sl_crossings_rule(struct sl_page *page, const struct sl_crossings *crossings, double top)
{
    double last_rule = page->bottom + LABEL_PITCH, last_label = page->bottom;
    sl_buffer_add_text(page->out, "unset grid\nset ytics (\"0 %%\" 0");
    for (size_t i = 0; i < crossings->lines.count && crossings->lines.at[i] <= top; i++) {
        char text[SL_FIGURE_SIZE + 4];
        double y = page->bottom - crossings->lines.at[i] / top * (page->bottom - page->top);
        if (last_label - y < LABEL_PITCH) continue;
        last_label = y;
        name_line(crossings->lines.at[i], text);
        sl_buffer_printf(page->out, ", \"%s\" ", text);
        sl_page_number(page, crossings->lines.at[i]);
    }
    sl_buffer_add_text(page->out, ")\n");
    for (size_t i = 0; i < crossings->lines.count && crossings->lines.at[i] <= top; i++) {
        double at = crossings->lines.at[i];
        double y = page->bottom - at / top * (page->bottom - page->top);
        if (last_rule - y < RULE_PITCH) continue;
        last_rule = y;
        sl_buffer_add_text(page->out, "set arrow from graph 0, first ");
        sl_page_number(page, at);
        sl_buffer_add_text(page->out, " to graph 1, first ");
        sl_page_number(page, at);
        sl_buffer_add_text(page->out, " nohead lc rgb MUTED lw 1 dt (6,4) back\n");
    }
}

/* ---- marks ---- */

/* The linetype of the holder's line; that of the others for one that has none. */
static int style_of(const struct sl_cast *cast, const char *holder)
{
    for (size_t i = 0; i < cast->count; i++)
        if (strcmp(cast->lines[i]->name, holder) == 0) return SL_STYLE_LINE + sl_cast_look(cast, i);
    return SL_STYLE_LINE + sl_cast_look(cast, cast->count - 1);
}

bool sl_crossings_block(struct sl_page *page, const struct sl_crossings *crossings,
                        const struct sl_cast *cast, double top)
{
    bool any = false;
    for (size_t i = 0; i < crossings->count; i++) {
        const struct sl_crossing *crossing = &crossings->items[i];
        if (!is_shown(crossing, cast) || crossing->line > top) continue;
        if (!any) sl_buffer_add_text(page->out, "$crossings << END_OF_DATA\n");
        any = true;
        sl_buffer_printf(page->out, "%d\t", (int)crossing->day);
        sl_page_number(page, crossing->line);
        sl_buffer_printf(page->out, "\t%d\t%d\t", point_of(crossing),
                         style_of(cast, crossing->holder));
        sl_page_iso(page->out, crossing->day);
        sl_buffer_add_byte(page->out, '\n');
    }
    if (any) sl_buffer_add_text(page->out, "END_OF_DATA\n");
    return any;
}
