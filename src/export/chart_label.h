/* Labels beside the plot, one at the end of each line, that never collide. */
#ifndef EXPORT_CHART_LABEL_H
#define EXPORT_CHART_LABEL_H

#include <stdbool.h>
#include <stddef.h>

#include "export/chart_page.h"

struct sl_end_label {
    const char *name;  /* on several lines where it is long; NULL: only the value */
    const char *value; /* whole */
    double want;       /* y where it would like to stand */
    double line_x;     /* a fine line comes from (line_x, want); under 0: none does */
    enum sl_sample sample;
    int style;
};

/* Reserves room for the labels at the right: sets page->right. */
void sl_labels_reserve(struct sl_page *page, const struct sl_end_label *labels, size_t count);

/* Draws them; page's box must be final. False when memory is out. */
bool sl_labels_draw(struct sl_page *page, const struct sl_end_label *labels, size_t count);

/* Where the middles of labels come to stand that want to be at `want` (any order), take so much
 * room and stand within low..high: the least sum of squared moves. Where they do not all fit they
 * shrink. Returns false when memory is out. */
bool sl_labels_spread(double *at, const double *want, const double *sizes, size_t count, double low,
                      double high);

#endif
