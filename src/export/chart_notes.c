/* Where the numbers and their words stand. */
#include "export/chart_notes.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "export/chart_label.h"
#include "export/chart_text.h"

enum {
    PLATE_WIDE = 18,
    PLATE_HIGH = 14,
    STRIP = 30,
    ENTRY_LINES = 2,
    COLUMN_MIN = 330, /* pixels */
    COLUMN_GAP = 18,
    NOTES_MAX = 24,
    KEY_PADDING = 10,
    KEY_PITCH = 16,
    CHART_MIN = 300, /* pixels that the rest of the page needs */
    KEY_SHARE = 3 /* of a height that was asked for, the most that the key takes: one in so many */
};

static size_t columns_of(const struct sl_page *page)
{
    size_t columns =
        (size_t)((page->width - 2 * SL_PAGE_EDGE + COLUMN_GAP) / (COLUMN_MIN + COLUMN_GAP));
    return columns < 1 ? 1 : columns > 3 ? 3 : columns;
}

static double text_width(const struct sl_page *page)
{
    const double columns = (double)columns_of(page);
    double wide = (page->width - 2 * SL_PAGE_EDGE - (columns - 1) * COLUMN_GAP) / columns;
    return wide - PLATE_WIDE - 8;
}

static size_t entry_lines(struct sl_page *page, const struct sl_note *note, struct sl_buffer *lines)
{
    size_t count =
        sl_text_wrap(lines, note->text, SL_FONT_SMALL, false, text_width(page), ENTRY_LINES);
    if (lines->failed) page->out->failed = true;
    return count;
}

/* The lines of the longest column, when each gets as many as any needs. */
static size_t key_lines(struct sl_page *page)
{
    struct sl_buffer lines = {0};
    size_t all = 0, tallest = 1;
    for (size_t i = 0; i < page->notes->count; i++) {
        size_t count = entry_lines(page, &page->notes->items[i], &lines);
        all += count;
        if (count > tallest) tallest = count;
    }
    sl_buffer_release(&lines);
    size_t columns = columns_of(page), even = (all + columns - 1) / columns;
    return columns == 1 ? all : even + tallest - 1;
}

static double key_height(struct sl_page *page)
{
    const struct sl_notes *notes = page->notes;
    if (notes == NULL || notes->count == 0) return 0;
    return (double)(key_lines(page) + (notes->left_out > 0 ? 1 : 0)) * KEY_PITCH + KEY_PADDING;
}

void sl_notes_fit(struct sl_page *page, int32_t from, int32_t to)
{
    struct sl_notes *notes = page->notes;
    if (notes == NULL) return;
    sl_notes_choose(notes, from, to, NOTES_MAX);
    const double most = fmin(page->height / KEY_SHARE, page->height - CHART_MIN);
    while (!page->shrinks && notes->count > 1 && key_height(page) > most)
        sl_notes_choose(notes, from, to, notes->count - 1);
    if (page->shrinks) page->height += (int)ceil(key_height(page) + (notes->count > 0 ? STRIP : 0));
}

void sl_notes_reserve(struct sl_page *page)
{
    if (page->notes != NULL && page->notes->count > 0) page->top += STRIP;
}

void sl_notes_plate(struct sl_page *page, size_t note, double x, double y)
{
    char number[24];
    snprintf(number, sizeof number, "%zu", note + 1);
    sl_page_plate(page, x - PLATE_WIDE / 2.0, y - PLATE_HIGH / 2.0, PLATE_WIDE, PLATE_HIGH);
    sl_page_text(page, x, y, SL_SIDE_CENTER, SL_FONT_SMALL, true, SL_INK_PAPER, number);
}

void sl_notes_key(struct sl_page *page, double axis_height)
{
    const struct sl_notes *notes = page->notes;
    const double high = key_height(page);
    if (high == 0) return;
    struct sl_buffer lines = {0};
    const double top = page->bottom + axis_height - high + KEY_PITCH / 2.0 + KEY_PADDING - 4;
    const double column = text_width(page) + PLATE_WIDE + 8 + COLUMN_GAP;
    const size_t most = key_lines(page);
    double x = SL_PAGE_EDGE;
    size_t row = 0;
    for (size_t i = 0; i < notes->count; i++) {
        size_t count = entry_lines(page, &notes->items[i], &lines);
        if (row + count > most) x += column, row = 0;
        double y = top + (double)row * KEY_PITCH;
        sl_notes_plate(page, i, x + PLATE_WIDE / 2.0, y);
        if (!lines.failed)
            sl_page_lines(page, x + PLATE_WIDE + 6, y, KEY_PITCH - 2, SL_SIDE_LEFT, SL_FONT_SMALL,
                          lines.length > 0 ? lines.data : "");
        row += count;
    }
    if (notes->left_out > 0) {
        sl_buffer_clear(&lines);
        sl_buffer_printf(&lines, "and %zu events more, of less weight", notes->left_out);
        if (!lines.failed)
            sl_page_text(page, SL_PAGE_EDGE, top + (double)most * KEY_PITCH, SL_SIDE_LEFT,
                         SL_FONT_SMALL, false, SL_INK_MUTED, lines.data);
    }
    if (lines.failed) page->out->failed = true;
    sl_buffer_release(&lines);
    page->bottom -= high;
}

bool sl_notes_strip(struct sl_page *page, const double *x, const double *y)
{
    const size_t count = page->notes == NULL ? 0 : page->notes->count;
    if (count == 0) return true;
    const double strip_y = page->top - STRIP + PLATE_HIGH / 2.0 + 2, gap = 3;
    double *places = malloc(2 * count * sizeof *places);
    if (places == NULL) return false;
    double *sizes = places + count;
    for (size_t i = 0; i < count; i++)
        sizes[i] = PLATE_WIDE + gap;
    bool ok = sl_labels_spread(places, x, sizes, count, page->left, page->right + PLATE_WIDE);
    for (size_t i = 0; ok && i < count; i++) {
        sl_page_guide(page, places[i], strip_y + PLATE_HIGH / 2.0, x[i], page->top);
        sl_page_guide(page, x[i], page->top, x[i], y[i]);
        sl_notes_plate(page, i, places[i], strip_y);
    }
    free(places);
    return ok;
}
