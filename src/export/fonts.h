/* Which letters the fonts of this machine have: gnuplot draws one that none has as a box that
 * covers the picture. */
#ifndef EXPORT_FONTS_H
#define EXPORT_FONTS_H

#include <stdbool.h>

#include "base/buffer.h"

struct sl_fonts; /* all zero is none asked yet */

/* NULL when memory is out. */
struct sl_fonts *sl_fonts_new(void);
void sl_fonts_free(struct sl_fonts *fonts); /* accepts NULL */

/* Adds the clean text with U+25AF, a small box, for every letter that no font has. Where fontconfig
 * cannot be asked every letter is taken to be there. */
void sl_fonts_add(struct sl_fonts *fonts, struct sl_buffer *out, const char *text);

/* Was any letter missing so far? */
bool sl_fonts_missed(const struct sl_fonts *fonts);

#endif
