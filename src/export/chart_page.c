/* What a page is made of, as gnuplot commands. */
#include "export/chart_page.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <stakeline/date.h>

#include "base/error.h"
#include "export/chart_style.h"
#include "export/chart_text.h"
#include "export/figure.h"

enum {
    TITLE_LINES = 2,
    SUBTITLE_LINES = 3,
    FOOTER_LINES = 2,
    NAME_LINES = 4,
    SAMPLE_WIDTH = 18,
    SOURCE_PIXELS = 420,
    KEY_PIXELS = 440,
    NOTES_ROOM = 90,
    NARROW = 640, /* below it what stands above takes more lines */
    BOX_MIN = 40,
    POINT_DIAMOND = 12
};

void sl_page_number(struct sl_page *page, double value)
{
    char text[SL_FIGURE_SIZE];
    sl_figure_format(value, SL_PERCENT_DECIMALS, false, text);
    sl_buffer_add_text(page->out, text);
}

void sl_page_iso(struct sl_buffer *out, int32_t day)
{
    char text[SL_DATE_SIZE];
    sl_date_format((struct sl_date){.day = day, .unit = SL_DATE_DAY}, text);
    sl_buffer_add_text(out, text);
}

/* Tenths of a pixel are enough. */
static void add_pixel(struct sl_page *page, const char *function, double value)
{
    char text[SL_FIGURE_SIZE];
    sl_figure_format(value, 1, false, text);
    sl_buffer_printf(page->out, "%s(%s)", function, text);
}

static void add_point(struct sl_page *page, double x, double y)
{
    sl_buffer_add_text(page->out, "screen ");
    add_pixel(page, "px", x);
    sl_buffer_add_text(page->out, ", screen ");
    add_pixel(page, "py", y);
}

/* ---- text and strokes ---- */

static void add_rectangle(struct sl_page *page, double x, double y, double wide, double high)
{
    sl_buffer_add_text(page->out, "set object rectangle from ");
    add_point(page, x, y);
    sl_buffer_add_text(page->out, " to ");
    add_point(page, x + wide, y + high);
}

static void begin_label(struct sl_page *page, double x, double y, const char *text)
{
    struct sl_buffer drawn = {0};
    if (page->fonts != NULL) sl_fonts_add(page->fonts, &drawn, text);
    sl_buffer_add_text(page->out, "set label ");
    sl_gnuplot_add_name(page->out, drawn.length > 0 ? drawn.data : text);
    sl_buffer_add_text(page->out, " at ");
    add_point(page, x, y);
    if (drawn.failed) page->out->failed = true;
    sl_buffer_release(&drawn);
}

static void add_text(struct sl_page *page, double x, double y, enum sl_align side, int size,
                     bool bold, enum sl_ink ink, const char *turn, const char *text)
{
    static const char *const sides[] = {"left", "center", "right"};
    static const char *const inks[] = {"INK", "MUTED", "PAPER"};
    begin_label(page, x, y, text);
    sl_buffer_printf(page->out, " %s%s font %s(%d) tc rgb %s front\n", sides[side], turn,
                     bold ? "BOLD" : "PLAIN", size, inks[ink]);
}

void sl_page_text(struct sl_page *page, double x, double y, enum sl_align side, int size, bool bold,
                  enum sl_ink ink, const char *text)
{
    add_text(page, x, y, side, size, bold, ink, "", text);
}

void sl_page_text_on(struct sl_page *page, double x, double y, int look, const char *text)
{
    const bool rest = look < 0;
    const double wide = sl_text_pixels(text, SL_FONT_LABEL, !rest) + 8, high = SL_FONT_LABEL + 6;
    sl_buffer_add_text(page->out, rest ? "" : "if (PLATES) ");
    add_rectangle(page, x - wide / 2, y - high / 2, wide, high);
    sl_buffer_add_text(page->out, " fc rgb PAPER fs solid noborder front\n");
    if (rest) {
        sl_page_text(page, x, y, SL_SIDE_CENTER, SL_FONT_LABEL, false, SL_INK_TEXT, text);
        return;
    }
    begin_label(page, x, y, text);
    sl_buffer_printf(page->out, " center font BOLD(%d) tc rgb (PLATES ? INK : ON[%d]) front\n",
                     SL_FONT_LABEL, sl_area(look));
}

void sl_page_text_up(struct sl_page *page, double x, double y, enum sl_align side, int size,
                     enum sl_ink ink, const char *text)
{
    add_text(page, x, y, side, size, false, ink, " rotate by 90", text);
}

void sl_page_stroke(struct sl_page *page, double x1, double y1, double x2, double y2, int style,
                    bool plain)
{
    sl_buffer_add_text(page->out, "set arrow from ");
    add_point(page, x1, y1);
    sl_buffer_add_text(page->out, " to ");
    add_point(page, x2, y2);
    sl_buffer_printf(page->out, " nohead lt %d%s\n", style, plain ? " lw 0.8 dt solid" : "");
}

void sl_page_guide(struct sl_page *page, double x1, double y1, double x2, double y2)
{
    sl_buffer_add_text(page->out, "set arrow from ");
    add_point(page, x1, y1);
    sl_buffer_add_text(page->out, " to ");
    add_point(page, x2, y2);
    sl_buffer_add_text(page->out, " nohead lc rgb MUTED lw 0.8 dt (2,3) back\n");
}

void sl_page_plate(struct sl_page *page, double x, double y, double wide, double high)
{
    add_rectangle(page, x, y, wide, high);
    sl_buffer_add_text(page->out, " fc rgb INK fs solid noborder front\n");
}

void sl_page_point(struct sl_page *page, int point, int style, double x, double y)
{
    sl_buffer_add_text(page->out, "set label \"\" at ");
    add_point(page, x + SAMPLE_WIDTH / 2.0, y);
    sl_buffer_printf(page->out, " point lc %d pt %d ps 0.8 lw 1.4 front\n", style, point);
}

/* The sign that a line carries where colours are not seen. */
static void add_sign(struct sl_page *page, int style, double x, double y)
{
    sl_buffer_add_text(page->out, "if (SIGNS) set label \"\" at ");
    add_point(page, x, y);
    sl_buffer_printf(page->out, " point lt %d ps 0.6 front\n", style);
}

void sl_page_sample(struct sl_page *page, enum sl_sample sample, int style, double x, double y)
{
    switch (sample) {
    case SL_SAMPLE_LINE:
        sl_page_stroke(page, x, y, x + SAMPLE_WIDTH, y, style, false);
        if (style < SL_STYLE_SOFT) add_sign(page, style, x + SAMPLE_WIDTH / 2.0, y);
        break;
    case SL_SAMPLE_BAND:
        add_rectangle(page, x, y - 5, SAMPLE_WIDTH, 10);
        sl_buffer_printf(page->out, " fc lt %d fs transparent solid BAND noborder\n", style);
        break;
    case SL_SAMPLE_BOX:
    case SL_SAMPLE_HATCHED:
        add_rectangle(page, x + 3, y - 6, SAMPLE_WIDTH - 6, 12);
        sl_style_add_fill(page->out, style, sample == SL_SAMPLE_HATCHED);
        sl_buffer_add_byte(page->out, '\n');
        break;
    case SL_SAMPLE_POINT: sl_page_point(page, POINT_DIAMOND, style, x, y); break;
    }
}

/* ---- the head of the script ---- */

void sl_page_shrink(struct sl_page *page, double height)
{
    if (page->shrinks && height < page->height) page->height = (int)ceil(height);
}

void sl_page_grow(struct sl_page *page, double height)
{
    if (page->shrinks && height > page->height) page->height = (int)ceil(height);
}

size_t sl_page_rows(const struct sl_page *page, double head_and_foot, double pitch)
{
    double room = page->height - head_and_foot - (page->width < NARROW ? 2 * SL_LABEL_GAP : 0) -
                  (page->notes != NULL && !page->shrinks ? NOTES_ROOM : 0);
    return room < pitch ? 1 : (size_t)(room / pitch);
}

static void add_file_lines(struct sl_page *page)
{
    sl_buffer_printf(page->out, "W = %d; H = %d               # pixels\n", page->width,
                     page->height);
    if (page->to_file) {
        sl_buffer_add_text(page->out, "if (!exists(\"OUT\")) OUT = \"chart.svg\"\n"
                                      "FORMAT = OUT[strlen(OUT)-2:]   # svg, png or pdf\n");
    } else {
        static const char *const formats[] = {"svg", "png", "pdf"};
        sl_buffer_printf(page->out, "FORMAT = \"%s\"\n", formats[page->picture]);
    }
}

/* A style may choose the terminal itself. That names are no markup is not its choice. */
static void add_terminal(struct sl_page *page)
{
    if (!sl_style_has_terminal(page->style))
        sl_buffer_add_text(
            page->out,
            "if (FORMAT eq \"png\") set terminal pngcairo size W,H font PLAIN(12) noenhanced "
            "background rgb PAPER @PNG\n"
            "if (FORMAT eq \"pdf\") set terminal pdfcairo size W/96.0,H/96.0 font PLAIN(12) "
            "noenhanced background rgb PAPER @PDF\n"
            "if (FORMAT ne \"png\" && FORMAT ne \"pdf\") set terminal svg size W,H font PLAIN(12) "
            "noenhanced background rgb PAPER @SVG\n");
    sl_buffer_add_text(page->out, "set termoption noenhanced\n");
    if (page->to_file) sl_buffer_add_text(page->out, "set output OUT\n");
}

void sl_page_begin(struct sl_page *page, const char *kind)
{
    sl_buffer_printf(page->out,
                     "# A stakeline chart: %s.\n"
                     "# \"gnuplot FILE\" draws it to chart.svg in the current folder, and\n"
                     "# gnuplot -e \"OUT='other.png'\" FILE to another file, an SVG, PNG or PDF by "
                     "its ending.\n"
                     "# Its data stand below, in blocks: %s.\n"
                     "# Texts are written in octal codes, so that no name can be taken for a\n"
                     "# command. A name with one of AMP, LT and GT in it has the sign of that name "
                     "there.\n"
                     "\n",
                     kind,
                     page->data != NULL
                         ? page->data
                         : "days since 1970-01-01, values, the date as a person reads it");
    add_file_lines(page);
    sl_buffer_add_text(page->out,
                       "\n# ---- style: what may be changed without understanding the rest "
                       "----\n");
    sl_buffer_add(page->out, page->style->data, page->style->length);
    sl_buffer_add_text(page->out,
                       "# ---- end of style ----\n"
                       "\n"
                       "PLAIN(size) = sprintf(\"%s,%g\", FACE, size)\n"
                       "BOLD(size) = sprintf(\"%s Bold,%g\", FACE, size)\n"
                       "SMALL = PLAIN(12)\n"
                       "px(x) = x / (1.0 * W)          # pixels from the left and from the top\n"
                       "py(y) = 1 - y / (1.0 * H)\n"
                       "set encoding utf8\n");
    add_terminal(page);
    sl_buffer_add_text(page->out,
                       "AMP = GPVAL_TERM eq \"svg\" ? \"\\046\\043x26\\073\" : \"\\046\"\n"
                       "LT = GPVAL_TERM eq \"svg\" ? \"\\046\\043x3c\\073\" : \"\\074\"\n"
                       "GT = GPVAL_TERM eq \"svg\" ? \"\\046\\043x3e\\073\" : \"\\076\"\n"
                       "LTR = GPVAL_TERM eq \"svg\" ? \"\" : \"\\342\\200\\216\"\n"
                       "set datafile separator \"\\t\"\n"
                       "set datafile commentschars ''\n"
                       "unset key\n"
                       "set border 1 lc rgb MUTED lw 1\n"
                       "set tics nomirror out scale 0.5 font SMALL tc rgb MUTED\n"
                       "set grid ytics lt 1 lc rgb GRID lw 0.8 dt solid\n");
}

/* ---- header, footer ---- */

/* Prints the lines of `text` from `y` down; returns the y behind them. */
static double add_lines_at(struct sl_page *page, const char *text, double x, double y, double pitch,
                           enum sl_align side, int size, bool bold, enum sl_ink ink)
{
    struct sl_buffer line = {0};
    for (;;) {
        size_t length = strcspn(text, "\n");
        sl_buffer_clear(&line);
        sl_buffer_add(&line, text, length);
        if (!line.failed) {
            sl_page_text(page, x, y, side, size, bold, ink, line.data == NULL ? "" : line.data);
        }
        y += pitch;
        if (text[length] == '\0') break;
        text += length + 1;
    }
    if (line.failed) page->out->failed = true;
    sl_buffer_release(&line);
    return y;
}

static double add_lines(struct sl_page *page, const char *text, double y, double pitch, int size,
                        bool bold, enum sl_ink ink)
{
    return add_lines_at(page, text, SL_PAGE_EDGE, y, pitch, SL_SIDE_LEFT, size, bold, ink);
}

void sl_page_lines(struct sl_page *page, double x, double y, double pitch, enum sl_align side,
                   int size, const char *text)
{
    add_lines_at(page, text, x, y, pitch, side, size, false, SL_INK_TEXT);
}

void sl_page_name(struct sl_page *page, double x, double y, double wide, double high,
                  const char *name)
{
    struct sl_buffer lines = {0};
    size_t most = high < 2 * SL_LINE_PITCH ? 1 : (size_t)(high / SL_LINE_PITCH);
    size_t count = sl_text_wrap(&lines, name, SL_FONT_LABEL, false, wide, most);
    if (lines.failed) {
        page->out->failed = true;
    } else {
        sl_page_lines(page, x, y - (double)(count - 1) * SL_LINE_PITCH / 2.0, SL_LINE_PITCH,
                      SL_SIDE_LEFT, SL_FONT_LABEL, lines.length > 0 ? lines.data : "");
    }
    sl_buffer_release(&lines);
}

double sl_page_name_height(struct sl_page *page, double wide, const char *name)
{
    struct sl_buffer lines = {0};
    size_t count = sl_text_wrap(&lines, name, SL_FONT_LABEL, false, wide, NAME_LINES);
    if (lines.failed) page->out->failed = true;
    sl_buffer_release(&lines);
    return (double)count * SL_LINE_PITCH;
}

static double add_wrapped(struct sl_page *page, const char *text, double y, int size, bool bold,
                          enum sl_ink ink, size_t most)
{
    struct sl_buffer lines = {0};
    double room = page->width - 2.0 * SL_PAGE_EDGE;
    sl_text_wrap(&lines, text, size, bold, room, most);
    if (lines.failed) {
        page->out->failed = true;
    } else {
        y = add_lines(page, lines.length > 0 ? lines.data : "", y, size * 1.35, size, bold, ink);
    }
    sl_buffer_release(&lines);
    return y;
}

static double add_key(struct sl_page *page, const struct sl_key_item *key, size_t count, double y)
{
    double x = SL_PAGE_EDGE;
    struct sl_buffer text = {0};
    for (size_t i = 0; i < count && !text.failed; i++) {
        sl_text_cut(&text, key[i].text, SL_FONT_LABEL, false,
                    fmin(KEY_PIXELS, page->width - 2 * SL_PAGE_EDGE - SAMPLE_WIDTH - 6));
        const char *word = text.failed || text.data == NULL ? "" : text.data;
        double wide = SAMPLE_WIDTH + 6 + sl_text_pixels(word, SL_FONT_LABEL, false) + 22;
        if (i > 0 && x + wide - 22 > page->width - SL_PAGE_EDGE)
            x = SL_PAGE_EDGE, y += SL_LABEL_GAP;
        if (key[i].point > 0) {
            sl_page_point(page, key[i].point, key[i].style, x, y);
        } else {
            sl_page_sample(page, key[i].sample, key[i].style, x, y);
        }
        sl_page_text(page, x + SAMPLE_WIDTH + 6, y, SL_SIDE_LEFT, SL_FONT_LABEL, false,
                     SL_INK_MUTED, word);
        x += wide;
    }
    if (text.failed) page->out->failed = true;
    sl_buffer_release(&text);
    return count > 0 ? y + SL_LABEL_GAP : y;
}

void sl_page_forget(struct sl_page *page)
{
    if (page->title != NULL) sl_buffer_clear(page->title);
    if (page->about != NULL) sl_buffer_clear(page->about);
}

void sl_page_header(struct sl_page *page, const char *title, const char *subtitle,
                    const struct sl_key_item *key, size_t key_count)
{
    if (page->title != NULL) sl_buffer_add_text(page->title, title);
    if (page->about != NULL) sl_buffer_add_text(page->about, subtitle);
    double y = add_wrapped(page, title, 28, SL_FONT_TITLE, true, SL_INK_TEXT, TITLE_LINES);
    y = add_wrapped(page, subtitle, y, SL_FONT_TEXT, false, SL_INK_MUTED, SUBTITLE_LINES);
    y = add_key(page, key, key_count, y + 3);
    page->top = y + 8;
}

/* "Sources: a; b and 3 more", as many as fit `room`. */
static void list_sources(struct sl_buffer *out, const char *const *sources, size_t count,
                         double room)
{
    struct sl_buffer one = {0}, more = {0};
    sl_buffer_add_text(out, count == 1 ? "Source: " : "Sources: ");
    for (size_t i = 0; i < count && !out->failed; i++) {
        sl_text_cut(&one, sources[i], SL_FONT_SMALL, false, SOURCE_PIXELS);
        sl_buffer_clear(&more);
        if (i + 1 < count) sl_buffer_printf(&more, " and %zu more", count - i - 1);
        if (one.failed || more.failed) break;
        double taken = sl_text_pixels(out->data, SL_FONT_SMALL, false) +
                       sl_text_pixels(one.data != NULL ? one.data : "", SL_FONT_SMALL, false) +
                       sl_text_pixels(more.data != NULL ? more.data : "", SL_FONT_SMALL, false);
        if (i > 0 && taken > room) {
            sl_buffer_printf(out, " and %zu more", count - i);
            break;
        }
        if (i > 0) sl_buffer_add_text(out, "; ");
        sl_buffer_add(out, one.data, one.length);
    }
    if (one.failed || more.failed) out->failed = true;
    sl_buffer_release(&one);
    sl_buffer_release(&more);
}

void sl_page_footer(struct sl_page *page, const char *const *sources, size_t count,
                    double axis_height)
{
    const double pitch = SL_FONT_SMALL * 1.35, room = page->width - 2.0 * SL_PAGE_EDGE;
    struct sl_buffer text = {0}, lines = {0};
    double y = page->height - 14;
    if (count > 0) {
        /* Lines break at blanks, so a line may stay a word short of full. */
        list_sources(&text, sources, count, room * FOOTER_LINES * 0.9);
        size_t used =
            text.failed ? 0
                        : sl_text_wrap(&lines, text.data, SL_FONT_SMALL, false, room, FOOTER_LINES);
        y -= pitch * (double)(used > 0 ? used - 1 : 0);
        if (text.failed || lines.failed) {
            page->out->failed = true;
        } else {
            add_lines(page, lines.data, y, pitch, SL_FONT_SMALL, false, SL_INK_MUTED);
        }
        y -= pitch;
    }
    sl_buffer_release(&text);
    sl_buffer_release(&lines);
    page->bottom = y - axis_height;
}

/* ---- the box ---- */

void sl_page_box(struct sl_page *page)
{
    static const char *const names[] = {"lmargin", "rmargin", "tmargin", "bmargin"};
    const double values[] = {page->left, page->right, page->top, page->bottom};
    for (size_t i = 0; i < 4; i++) {
        sl_buffer_printf(page->out, "set %s at screen ", names[i]);
        add_pixel(page, i < 2 ? "px" : "py", values[i]);
        sl_buffer_add_byte(page->out, '\n');
    }
}

enum sl_status sl_page_fits(const struct sl_page *page, struct sl_error *err)
{
    if (page->right - page->left >= BOX_MIN && page->bottom - page->top >= BOX_MIN) return SL_OK;
    return sl_fail(err, SL_MISUSE, "%d by %d pixels are too few for this chart and its labels",
                   page->width, page->height);
}
