/* What of a table fits a terminal. Columns are taken in the order of what they tell: those that
 * are always shown (their texts cut at first), stakes, changes, flags, and where there are no
 * stakes the amounts; then the others from the left; then the cut texts get room back; then long
 * text, cut to what is left; last the columns that say the same in every row. */
#include "export/grid.h"

/* TEXT_MIN: what a text is cut to at most; no date is longer. WRAP_MOST: where a sentence goes on
 * in a further line though there is no terminal to end the line. */
enum { TEXT_MIN = 10, LONG_MIN = 14, WRAP_MOST = 90 };

struct layout {
    const struct sl_writer *writer;
    size_t *widths;
    size_t gap;
    size_t left;  /* terminal columns that are not given out yet */
    size_t taken; /* table columns */
};

/* Rows without stakes, those of rounds, are about their amounts. */
static bool is_about_money(const struct sl_writer *writer)
{
    for (size_t i = 0; i < writer->count; i++) {
        if (writer->columns[i].show == SL_SHOW_RANGE) return false;
    }
    return true;
}

static bool is_core(const struct sl_writer *writer, size_t column)
{
    switch (writer->columns[column].show) {
    case SL_SHOW_ALWAYS:
    case SL_SHOW_CHANGE:
    case SL_SHOW_RANGE:
    case SL_SHOW_WRAP:
    case SL_SHOW_FLAG: return true;
    case SL_SHOW_MONEY: return is_about_money(writer);
    default: return false;
    }
}

static size_t width_of(const struct sl_writer *writer, size_t column)
{
    const struct sl_grid *grid = writer->state;
    return sl_grid_is_blank(writer, column) ? 0 : grid->columns[column].width;
}

static size_t total(const struct sl_writer *writer, const size_t *widths, size_t gap)
{
    size_t sum = 0;
    for (size_t i = 0; i < writer->count; i++) {
        if (widths[i] > 0) sum += widths[i] + (sum > 0 ? gap : 0);
    }
    return sum;
}

static void take(struct layout *layout, size_t column, size_t width)
{
    size_t gap = layout->taken > 0 ? layout->gap : 0;
    if (width == 0 || layout->left < width + gap) return;
    layout->widths[column] = width;
    layout->left -= width + gap;
    layout->taken++;
}

/* Takes the columns that are always there, and cuts the widest texts among them until they fit. */
static void take_core(struct layout *layout, size_t width)
{
    const struct sl_writer *writer = layout->writer;
    size_t most = width / 4; /* one long name must not push out everything else */
    if (most < TEXT_MIN) most = TEXT_MIN;
    for (size_t i = 0; i < writer->count; i++) {
        if (!is_core(writer, i)) continue;
        size_t own = width_of(writer, i);
        bool wraps = writer->columns[i].show == SL_SHOW_WRAP; /* cut below, to what is left */
        bool cut = !writer->columns[i].number && !wraps && own > most;
        layout->widths[i] = cut ? most : own;
        if (own > 0) layout->taken++;
    }
    size_t sum = total(writer, layout->widths, layout->gap);
    while (sum > width) {
        size_t widest = writer->count;
        for (size_t i = 0; i < writer->count; i++) {
            if (writer->columns[i].number || layout->widths[i] <= TEXT_MIN) continue;
            if (widest == writer->count || layout->widths[i] > layout->widths[widest]) widest = i;
        }
        if (widest == writer->count) break; /* nothing more to cut: the terminal wraps it */
        layout->widths[widest]--;
        sum--;
    }
    layout->left = sum < width ? width - sum : 0;
}

/* Gives what is left back to the texts that were cut, the narrowest first. */
static void widen_core(struct layout *layout)
{
    const struct sl_writer *writer = layout->writer;
    while (layout->left > 0) {
        size_t narrowest = writer->count;
        for (size_t i = 0; i < writer->count; i++) {
            size_t has = layout->widths[i];
            if (has == 0 || has >= width_of(writer, i)) continue;
            if (narrowest == writer->count || has < layout->widths[narrowest]) narrowest = i;
        }
        if (narrowest == writer->count) return;
        layout->widths[narrowest]++;
        layout->left--;
    }
}

/* Long texts share what is left. */
static void take_long(struct layout *layout)
{
    const struct sl_writer *writer = layout->writer;
    size_t wanting = 0;
    for (size_t i = 0; i < writer->count; i++)
        wanting += writer->columns[i].show == SL_SHOW_LONG && width_of(writer, i) > 0;
    for (size_t i = 0; i < writer->count; i++) {
        size_t own = width_of(writer, i);
        if (writer->columns[i].show != SL_SHOW_LONG || own == 0) continue;
        size_t share = layout->left / wanting--;
        share = share > layout->gap ? share - layout->gap : 0;
        if (own <= share) {
            take(layout, i, own);
        } else if (share >= LONG_MIN) {
            take(layout, i, share);
        }
    }
}

void sl_grid_layout(const struct sl_writer *writer, size_t width, size_t gap, size_t *widths)
{
    const struct sl_grid *grid = writer->state;
    for (size_t i = 0; i < writer->count; i++) {
        widths[i] = width_of(writer, i);
        bool wraps = width == 0 && writer->columns[i].show == SL_SHOW_WRAP;
        if (wraps && widths[i] > WRAP_MOST) widths[i] = WRAP_MOST;
    }
    if (width == 0 || total(writer, widths, gap) <= width) return;
    for (size_t i = 0; i < writer->count; i++)
        widths[i] = 0;
    struct layout layout = {.writer = writer, .widths = widths, .gap = gap};
    take_core(&layout, width);
    for (int same = 0; same <= 1; same++) {
        for (size_t i = 0; i < writer->count; i++) {
            bool is_long = writer->columns[i].show == SL_SHOW_LONG;
            bool tells = grid->rows <= 1 || grid->columns[i].varies;
            if (is_core(writer, i) || is_long || tells == (same == 1)) continue;
            take(&layout, i, width_of(writer, i));
        }
        if (same == 0) {
            widen_core(&layout);
            take_long(&layout);
        }
    }
}
