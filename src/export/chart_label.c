/* Where labels stand: as near to the ends of their lines as the labels above and below allow. */
#include "export/chart_label.h"

#include <stdlib.h>
#include <string.h>

#include "export/chart_text.h"

enum { LEADER = 22, SAMPLE = 18, NAME_GAP = 6, VALUE_GAP = 10, NAME_SHARE = 4 };

/* A run of labels that touch: `mean` is where the first of them would like to be. */
struct cluster {
    double mean;
    size_t count;
};

struct wish {
    double want;
    size_t index;
};

static int compare_wishes(const void *a, const void *b)
{
    const struct wish *one = a, *two = b;
    if (one->want != two->want) return one->want < two->want ? -1 : 1;
    return one->index < two->index ? -1 : 1;
}

/* Pools neighbours that violate the order (isotonic regression) on wishes less their share of gaps:
 * then "at least a gap apart" has become "not decreasing". */
static size_t pool(struct cluster *clusters, const struct wish *wishes, size_t count, double gap)
{
    size_t used = 0;
    for (size_t i = 0; i < count; i++) {
        clusters[used++] = (struct cluster){wishes[i].want - gap * (double)i, 1};
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

bool sl_labels_spread(double *at, const double *want, size_t count, double gap, double low,
                      double high)
{
    if (count == 0) return true;
    struct wish *wishes = malloc(count * sizeof *wishes);
    struct cluster *clusters = malloc(count * sizeof *clusters);
    bool ok = wishes != NULL && clusters != NULL;
    if (ok) {
        if (gap * (double)(count - 1) > high - low) gap = (high - low) / (double)(count - 1);
        for (size_t i = 0; i < count; i++)
            wishes[i] = (struct wish){want[i], i};
        qsort(wishes, count, sizeof *wishes, compare_wishes);
        size_t used = pool(clusters, wishes, count, gap), next = 0;
        const double ceiling = high - gap * (double)(count - 1);
        for (size_t i = 0; i < used; i++) {
            double base = clusters[i].mean;
            if (base > ceiling) base = ceiling;
            if (base < low) base = low;
            for (size_t k = 0; k < clusters[i].count; k++, next++)
                at[wishes[next].index] = base + gap * (double)next;
        }
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
                       double names, struct sl_buffer *cut)
{
    const double sample_x = page->right + LEADER;
    if (label->line_x >= 0) {
        sl_page_stroke(page, label->line_x, label->want, sample_x - 2, y, label->style, true);
    }
    sl_page_sample(page, label->sample, label->style, sample_x, y);
    if (label->name != NULL) {
        sl_text_cut(cut, label->name, SL_FONT_LABEL, false, names);
        if (cut->failed) page->out->failed = true;
        sl_page_text(page, sample_x + SAMPLE + NAME_GAP, y, SL_SIDE_LEFT, SL_FONT_LABEL, false,
                     SL_INK_TEXT, cut->failed || cut->length == 0 ? "" : cut->data);
    }
    sl_page_text(page, page->width - SL_PAGE_EDGE, y, SL_SIDE_RIGHT, SL_FONT_LABEL, false,
                 SL_INK_TEXT, label->value);
}

bool sl_labels_draw(struct sl_page *page, const struct sl_end_label *labels, size_t count)
{
    struct sl_buffer cut = {0};
    double *places = malloc((2 * count + 1) * sizeof *places);
    bool ok = places != NULL;
    if (ok) {
        double *want = places + count, names = name_width(page, labels, count);
        for (size_t i = 0; i < count; i++)
            want[i] = labels[i].want;
        ok = sl_labels_spread(places, want, count, SL_LABEL_GAP, page->top - SL_LABEL_GAP / 2.0,
                              page->bottom + SL_LABEL_GAP / 2.0);
        for (size_t i = 0; ok && i < count; i++)
            draw_label(page, &labels[i], places[i], names, &cut);
    }
    ok = ok && !cut.failed;
    free(places);
    sl_buffer_release(&cut);
    return ok;
}
