/* Where labels stand: as near to the ends of their lines as the labels above and below allow. */
#include "export/chart_label.h"

#include <stdlib.h>
#include <string.h>

#include "export/chart_text.h"
#include "export/spread.h"

enum {
    LEADER = 22,
    SAMPLE = 18,
    NAME_GAP = 6,
    VALUE_GAP = 10,
    NAME_SHARE = 4,
    LINE = 14,
    NAME_LINES = 4
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

bool sl_labels_spread(double *at, const double *want, const double *sizes, size_t count, double low,
                      double high)
{
    if (count == 0) return true;
    struct wish *wishes = malloc(count * sizeof *wishes);
    struct sl_spread *places = malloc(count * sizeof *places);
    bool ok = wishes != NULL && places != NULL;
    if (ok) {
        double all = 0;
        for (size_t i = 0; i < count; i++)
            all += sizes[i];
        double shrink = all > high - low ? (high - low) / all : 1;
        for (size_t i = 0; i < count; i++)
            wishes[i] = (struct wish){want[i], sizes[i] * shrink, i};
        qsort(wishes, count, sizeof *wishes, compare_wishes);
        for (size_t i = 0; i < count; i++) {
            double before = i > 0 ? (wishes[i - 1].size + wishes[i].size) / 2 : 0;
            places[i] = (struct sl_spread){.want = wishes[i].want, .weight = 1, .gap = before};
        }
        ok = sl_spread(places, count, low + wishes[0].size / 2, high - wishes[count - 1].size / 2);
        for (size_t i = 0; i < count && ok; i++)
            at[wishes[i].index] = places[i].at;
    }
    free(wishes);
    free(places);
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

/* "Renault 17.05 %; Daimler 3.52 %", from the top down. */
static void tell_labels(struct sl_page *page, const struct sl_end_label *labels, size_t count)
{
    for (size_t i = 0; i < count && page->about != NULL; i++)
        sl_buffer_printf(page->about, "%s%s %s", i == 0 ? ". " : "; ",
                         labels[i].name == NULL ? "" : labels[i].name, labels[i].value);
}

bool sl_labels_draw(struct sl_page *page, const struct sl_end_label *labels, size_t count)
{
    tell_labels(page, labels, count);
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
