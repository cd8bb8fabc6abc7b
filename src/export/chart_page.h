/* The page that every chart stands on: terminal, style block, title, key, axes, footer. Positions
 * are pixels from the top left corner; they are worked out here, not by gnuplot, so that nothing is
 * cut and nothing overlaps. */
#ifndef EXPORT_CHART_PAGE_H
#define EXPORT_CHART_PAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "export/chart_style.h"
#include "export/fonts.h"
#include "export/gnuplot.h"

enum { SL_FONT_TITLE = 18, SL_FONT_TEXT = 13, SL_FONT_LABEL = 12, SL_FONT_SMALL = 11 };
enum { SL_PAGE_EDGE = 20, SL_LABEL_GAP = 17, SL_LINE_PITCH = 14 };

enum sl_ink { SL_INK_TEXT, SL_INK_MUTED, SL_INK_PAPER };
enum sl_align { SL_SIDE_LEFT, SL_SIDE_CENTER, SL_SIDE_RIGHT };

struct sl_notes; /* see notes.h */

struct sl_page {
    struct sl_buffer *out;
    const struct sl_buffer *style; /* the block at the top */
    enum sl_picture picture;
    struct sl_fonts *fonts; /* letters that they lack are drawn as boxes; NULL: take any */
    bool to_file; /* the script sets its output itself; else it draws to standard output */
    int width, height;
    bool shrinks;     /* the height is nobody's wish */
    bool widens;      /* nor is the width */
    const char *data; /* what the columns hold; NULL: days, values, dates */
    struct sl_buffer *title,
        *about;                      /* for those who do not see it: its name, and what it says in
                                        words, which the parts of the page add to; NULL: nobody asks */
    struct sl_notes *notes;          /* events to mark; NULL: none are */
    double left, right, top, bottom; /* of the plot's box */
};

/* What a key shows a sample of. */
enum sl_sample {
    SL_SAMPLE_LINE,
    SL_SAMPLE_BAND,
    SL_SAMPLE_BOX,
    SL_SAMPLE_HATCHED,
    SL_SAMPLE_POINT
};

struct sl_key_item {
    enum sl_sample sample;
    int style; /* linetype */
    const char *text;
    int point; /* of SL_SAMPLE_POINT: gnuplot's number; 0: a diamond */
};

/* Before the page begins: where nobody asked for a height, no more than what is to be drawn takes.
 */
void sl_page_shrink(struct sl_page *page, double height);
/* And no less than it needs. */
void sl_page_grow(struct sl_page *page, double height);

/* How many rows of `pitch` pixels fit beside what stands above and below them. */
size_t sl_page_rows(const struct sl_page *page, double head_and_foot, double pitch);

/* Nothing is said so far for those who do not see it. */
void sl_page_forget(struct sl_page *page);

/* Header comment, style block, terminal. */
void sl_page_begin(struct sl_page *page, const char *kind);

/* Title, subtitle and key; sets page->top below them. */
void sl_page_header(struct sl_page *page, const char *title, const char *subtitle,
                    const struct sl_key_item *key, size_t key_count);

/* The sources, as many as two lines hold "and N more"; sets page->bottom above them and the labels
 * of an axis of `axis_lines` lines. */
void sl_page_footer(struct sl_page *page, const char *const *sources, size_t count,
                    double axis_height);

void sl_page_text(struct sl_page *page, double x, double y, enum sl_align side, int size, bool bold,
                  enum sl_ink ink, const char *text);
/* Several lines, the first at y. */
void sl_page_lines(struct sl_page *page, double x, double y, double pitch, enum sl_align side,
                   int size, const char *text);
/* A name on as many lines as `high` pixels hold, their middle at y; cut where even that is too
 * little for it. */
void sl_page_name(struct sl_page *page, double x, double y, double wide, double high,
                  const char *name);
/* The height that it takes to have all of the name, as far as that is four lines. */
double sl_page_name_height(struct sl_page *page, double wide, const char *name);
/* Upwards; the left side of the text is then below. */
void sl_page_text_up(struct sl_page *page, double x, double y, enum sl_align side, int size,
                     enum sl_ink ink, const char *text);
/* Bold and centred, on an area of this look; on a hatched one (look -1) plain, on a plate. */
void sl_page_text_on(struct sl_page *page, double x, double y, int look, const char *text);
/* A straight line in the colour of a linetype. */
void sl_page_stroke(struct sl_page *page, double x1, double y1, double x2, double y2, int style,
                    bool plain);
/* A fine dotted line behind what is drawn. */
void sl_page_guide(struct sl_page *page, double x1, double y1, double x2, double y2);
/* A dark plate for a number in the colour of paper. */
void sl_page_plate(struct sl_page *page, double x, double y, double wide, double high);
void sl_page_sample(struct sl_page *page, enum sl_sample sample, int style, double x, double y);
/* A sign of gnuplot's in the colour of a linetype, in the middle of a sample's room. */
void sl_page_point(struct sl_page *page, int point, int style, double x, double y);

/* Margins for the box as it is now. */
void sl_page_box(struct sl_page *page);
/* SL_MISUSE when titles, labels and sources leave the box too little room to read anything in it.
 */
enum sl_status sl_page_fits(const struct sl_page *page, struct sl_error *err);
/* The time axis, labelled; the box must be set. */
void sl_page_dates(struct sl_page *page, int32_t from, int32_t to);
/* An axis from 0 to the first round value at or over `high` (at most `most`; 0: no limit), in per
 * cent; sets page->left so that the labels fit, and returns the upper end. */
double sl_page_percents(struct sl_page *page, double high, double most);
/* The same from the last round value at or under `low`, which replaces it. */
double sl_page_percents_from(struct sl_page *page, double *low, double high, double most);

/* Adds a number as gnuplot reads it, in any locale. */
void sl_page_number(struct sl_page *page, double value);
/* The ISO date of a day, for the column that people read. */
void sl_page_iso(struct sl_buffer *out, int32_t day);

#endif
