/* Where labels stand: as near to the ends of their lines as the labels above and below allow. */
#include "export/chart_label.h"

#include <stdlib.h>
#include <string.h>

#include "export/chart_text.h"

enum {
    LEADER = 22,
    SAMPLE = 18,
    NAME_GAP = 6,
    VALUE_GAP = 10,
    NAME_SHARE = 4,
    LINE = 14,
    NAME_LINES = 4
};

/* A run of labels that touch: `mean` is where the first of them would like to be. */
struct cluster {
    double mean;
    size_t count;
};

struct wish {
    double want, size;
    size_t index;
};

static int compare_wishes(const void *a, const void *b)
{
    const struct wish *one = a, *two = b;
    if (one->want != two->want) return one->want < two->want ? -1 : 1;
    return one->index < two->index ? -1 : 1;
}

/* The way from the middle of a label to that of the next. */
static double gap_after(const struct wish *wishes, size_t i)
{
    return (wishes[i].size + wishes[i + 1].size) / 2;
}

/* Pools neighbours that violate the order (isotonic regression) on wishes less the gaps before
 * them: then "at least a gap apart" has become "not decreasing". */
static size_t pool(struct cluster *clusters, const struct wish *wishes, size_t count)
{
    size_t used = 0;
    double gaps = 0;
    for (size_t i = 0; i < count; i++) {
        clusters[used++] = (struct cluster){wishes[i].want - gaps, 1};
        if (i + 1 < count) gaps += gap_after(wishes, i);
        while (used > 1 && clusters[used - 2].mean > clusters[used - 1].mean) {
            struct cluster *left = &clusters[used - 2], *right = &clusters[used - 1];
            size_t sum = left->count + right->count;
            left->mean = (left->mean * (double)left->count + right->mean * (double)right->count) /
                         (double)sum;
            left->count = sum;
            used--;
        }
    }
    return used;
}

static void place(double *at, const struct wish *wishes, size_t count,
                  const struct cluster *clusters, size_t used, double low, double high)
{
    double gaps = 0, floor_ = low + wishes[0].size / 2, ceiling = high - wishes[count - 1].size / 2;
    for (size_t i = 0; i + 1 < count; i++)
        ceiling -= gap_after(wishes, i);
    for (size_t i = 0, next = 0; i < used; i++) {
        double base = clusters[i].mean;
        if (base > ceiling) base = ceiling;
        if (base < floor_) base = floor_;
        for (size_t k = 0; k < clusters[i].count; k++, next++) {
            at[wishes[next].index] = base + gaps;
            if (next + 1 < count) gaps += gap_after(wishes, next);
        }
    }
}

bool sl_labels_spread(double *at, const double *want, const double *sizes, size_t count, double low,
                      double high)
{
    if (count == 0) return true;
    struct wish *wishes = malloc(count * sizeof *wishes);
    struct cluster *clusters = malloc(count * sizeof *clusters);
    bool ok = wishes != NULL && clusters != NULL;
    if (ok) {
        double all = 0;
        for (size_t i = 0; i < count; i++)
            all += sizes[i];
        double shrink = all > high - low ? (high - low) / all : 1;
        for (size_t i = 0; i < count; i++)
            wishes[i] = (struct wish){want[i], sizes[i] * shrink, i};
        qsort(wishes, count, sizeof *wishes, compare_wishes);
        place(at, wishes, count, clusters, pool(clusters, wishes, count), low, high);
    }
    free(wishes);
    free(clusters);
    return ok;
}

/* ---- the column at the right ---- */

static double widest(const struct sl_end_label *labels, size_t count, bool names)
{
    double most = 0;
    for (size_t i = 0; i < count; i++) {
        const char *text = names ? labels[i].name : labels[i].value;
        double wide = text == NULL ? 0 : sl_text_pixels(text, SL_FONT_LABEL, false);
        if (wide > most) most = wide;
    }
    return most;
}

static double name_width(const struct sl_page *page, const struct sl_end_label *labels,
                         size_t count)
{
    double most = (double)page->width / NAME_SHARE, wide = widest(labels, count, true) + 1;
    return wide < most ? wide : most;
}

void sl_labels_reserve(struct sl_page *page, const struct sl_end_label *labels, size_t count)
{
    page->right = page->width - SL_PAGE_EDGE - widest(labels, count, false) - VALUE_GAP -
                  name_width(page, labels, count) - NAME_GAP - SAMPLE - LEADER;
}

static void draw_label(struct sl_page *page, const struct sl_end_label *label, double y,
                       const char *name)
{
    const double sample_x = page->right + LEADER;
    size_t lines = 1;
    for (const char *at = name; (at = strchr(at, '\n')) != NULL; at++)
        lines++;
    const double first = y - (double)(lines - 1) * SL_LINE_PITCH / 2.0;
    if (label->line_x >= 0)
        sl_page_stroke(page, label->line_x, label->want, sample_x - 2, first, label->style, true);
    sl_page_sample(page, label->sample, label->style, sample_x, first);
    if (label->name != NULL)
        sl_page_lines(page, sample_x + SAMPLE + NAME_GAP, first, SL_LINE_PITCH, SL_SIDE_LEFT,
                      SL_FONT_LABEL, name);
    sl_page_text(page, page->width - SL_PAGE_EDGE, first, SL_SIDE_RIGHT, SL_FONT_LABEL, false,
                 SL_INK_TEXT, label->value);
}

/* Breaks the names into at most `most` lines each; returns the height of all. */
static double wrap_names(struct sl_buffer *names, double *sizes, const struct sl_page *page,
                         const struct sl_end_label *labels, size_t count, size_t most)
{
    double wide = name_width(page, labels, count), high = 0;
    for (size_t i = 0; i < count; i++) {
        const char *name = labels[i].name == NULL ? "" : labels[i].name;
        size_t lines = sl_text_wrap(&names[i], name, SL_FONT_LABEL, false, wide, most);
        sizes[i] = SL_LABEL_GAP + (double)(lines - 1) * SL_LINE_PITCH;
        high += sizes[i];
    }
    return high;
}

bool sl_labels_draw(struct sl_page *page, const struct sl_end_label *labels, size_t count)
{
    const double low = page->top - SL_LABEL_GAP, high = page->bottom + SL_LABEL_GAP;
    struct sl_buffer *names = calloc(count + 1, sizeof *names);
    double *places = malloc((3 * count + 1) * sizeof *places);
    bool ok = places != NULL && names != NULL;
    if (ok) {
        double *want = places + count, *sizes = want + count;
        size_t most = NAME_LINES;
        while (wrap_names(names, sizes, page, labels, count, most) > high - low && most > 1)
            most--;
        for (size_t i = 0; i < count; i++)
            want[i] = labels[i].want;
        ok = sl_labels_spread(places, want, sizes, count, low, high);
        for (size_t i = 0; ok && i < count; i++) {
            ok = !names[i].failed;
            if (ok)
                draw_label(page, &labels[i], places[i], names[i].length > 0 ? names[i].data : "");
        }
    }
    for (size_t i = 0; names != NULL && i < count; i++)
        sl_buffer_release(&names[i]);
    free(names);
    free(places);
    return ok;
}
