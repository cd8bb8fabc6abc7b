/* How much room text takes in a picture, and how it is cut and wrapped to fit. */
#ifndef EXPORT_CHART_TEXT_H
#define EXPORT_CHART_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"

/* Pixels that the text takes at this font size, estimated on the wide side. */
double sl_text_pixels(const char *text, double size, bool bold);

/* Replaces `out` by the text, cut with an ellipsis where it takes more than `pixels`. */
void sl_text_cut(struct sl_buffer *out, const char *text, double size, bool bold, double pixels);

/* Breaks the text at blanks into at most `most` lines, separated by line ends in `out`; the last
 * is cut where even that is too little. Returns the number of lines. */
size_t sl_text_wrap(struct sl_buffer *out, const char *text, double size, bool bold, double pixels,
                    size_t most);

#endif
