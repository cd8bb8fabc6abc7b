/* gnuplot's pictures made fit to stand inside a page: nothing but shapes and text, names that are
 * the page's own, and colours that follow the reader's choice of light or dark. */
#ifndef EXPORT_SVG_H
#define EXPORT_SVG_H

#include <stdint.h>

#include "base/buffer.h"

enum { SL_SVG_COLOURS = 96 };

/* The colours of the charts of one page, 0xrrggbb; all zero is none. */
struct sl_svg_colours {
    uint32_t list[SL_SVG_COLOURS];
    size_t count;
};

struct sl_svg_names {
    int number; /* of the chart on its page: its ids begin with it */
    const char *title, *description;
};

/* Adds the picture as an element of HTML. Elements and attributes that are not known to only draw
 * are left out, ids get a prefix, links are only to ids. SL_FAILED when it is no SVG of the shape
 * that gnuplot writes. */
enum sl_status sl_svg_add(struct sl_buffer *out, const char *svg, size_t length,
                          const struct sl_svg_names *names, struct sl_svg_colours *colours,
                          struct sl_error *err);

/* Gives a picture of its own, as gnuplot wrote it, a title and a description in words, and says
 * that it is one picture. One of another shape stays as it is. */
void sl_svg_name(struct sl_buffer *svg, const char *title, const char *description);

/* Adds the rules of CSS that give each colour its value on light and on dark paper. */
void sl_svg_add_colours(struct sl_buffer *out, const struct sl_svg_colours *colours);
/* What a colour on white paper becomes on dark: the same hue, its lightness turned about. */
uint32_t sl_svg_dark(uint32_t colour);

#endif
