/* How a chart looks: the one block at the top of a script, a theme or the user's own. Everything
 * that a chart draws takes its colours, widths, dashes and fills from there, by these numbers. */
#ifndef EXPORT_CHART_STYLE_H
#define EXPORT_CHART_STYLE_H

#include <stdbool.h>
#include <stddef.h>

#include <stakeline/chart.h>

#include "base/buffer.h"
#include "base/error.h"

/* Linetypes: line i (from 0) is SL_STYLE_LINE + sl_look(i, …), its softer sister for what is less
 * sure SL_STYLE_SOFT + …, and its dashed one for what is pending SL_STYLE_PENDING + …. */
enum {
    SL_STYLE_LINE = 1,
    SL_STYLE_SOFT = 101,
    SL_STYLE_PENDING = 201,
    SL_STYLE_REST = 301,     /* what nobody is known to hold */
    SL_STYLE_ARROW = 401,    /* of a network: from slight to most, the last of unknown size, */
    SL_STYLE_ARROW_FAR = 411 /* and those further off */
};

/* The look of the line or area with this index; `others`: it stands for several, added up. */
int sl_look(size_t index, bool others);
/* The number of its area: of AREA, ON and FILL in the block. */
int sl_area(int look);

/* Replaces `out` by the block: the theme, or what stands in the file, after the theme where it
 * leaves something open. SL_FAILED when the file cannot be read, SL_MISUSE when it is no text. */
enum sl_status sl_style_read(struct sl_buffer *out, enum sl_theme theme, const char *file,
                             struct sl_error *err);

/* Does the block choose a terminal itself? */
bool sl_style_has_terminal(const struct sl_buffer *style);

/* Adds " fc … fs …": how the area of a linetype is filled; `open`: for what is not completed. */
void sl_style_add_fill(struct sl_buffer *out, int style, bool open);

#endif
