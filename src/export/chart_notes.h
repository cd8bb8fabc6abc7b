/* Numbered marks on a chart, and the key below it that says in words what they mark. On a page
 * without notes these do nothing. */
#ifndef EXPORT_CHART_NOTES_H
#define EXPORT_CHART_NOTES_H

#include "export/chart_page.h"
#include "export/notes.h"

/* Before the page begins: chooses as many of the page's notes from `from` to `to` as there is room
 * for, and makes room where nobody asked for a height. */
void sl_notes_fit(struct sl_page *page, int32_t from, int32_t to);

/* Behind the header: a strip above the box for the numbers. */
void sl_notes_reserve(struct sl_page *page);

/* Behind the footer: the key, between the labels of the axis, which take so many pixels, and the
 * sources. */
void sl_notes_key(struct sl_page *page, double axis_height);

/* Numbers in the strip, each with a line down to its place: `x` and `y` are pixels, one a note.
 * False when memory is out. */
bool sl_notes_strip(struct sl_page *page, const double *x, const double *y);

/* One number on a plate with its middle there. */
void sl_notes_plate(struct sl_page *page, size_t note, double x, double y);

#endif
