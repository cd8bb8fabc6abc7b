/* What a page is made of, as gnuplot commands. */
#include "export/chart_page.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <stakeline/date.h>

#include "base/error.h"
#include "export/chart_scale.h"
#include "export/chart_text.h"
#include "export/figure.h"

enum {
    TITLE_LINES = 2,
    SUBTITLE_LINES = 3,
    FOOTER_LINES = 2,
    SAMPLE_WIDTH = 18,
    TICK_PITCH = 66,
    VALUE_PITCH = 58,
    SOURCE_PIXELS = 420,
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

static void add_text(struct sl_page *page, double x, double y, enum sl_align side, int size,
                     bool bold, enum sl_ink ink, const char *turn, const char *text)
{
    static const char *const sides[] = {"left", "center", "right"};
    static const char *const inks[] = {"INK", "MUTED", "PAPER"};
    sl_buffer_add_text(page->out, "set label ");
    sl_gnuplot_add_text(page->out, text, page->picture);
    sl_buffer_add_text(page->out, " at ");
    add_point(page, x, y);
    sl_buffer_printf(page->out, " %s%s font %s_%d tc rgb %s front\n", sides[side], turn,
                     bold ? "BOLD" : "PLAIN", size, inks[ink]);
}

void sl_page_text(struct sl_page *page, double x, double y, enum sl_align side, int size, bool bold,
                  enum sl_ink ink, const char *text)
{
    add_text(page, x, y, side, size, bold, ink, "", text);
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

static void add_rectangle(struct sl_page *page, double x, double y, double wide, double high)
{
    sl_buffer_add_text(page->out, "set object rectangle from ");
    add_point(page, x, y);
    sl_buffer_add_text(page->out, " to ");
    add_point(page, x + wide, y + high);
}

void sl_page_point(struct sl_page *page, int point, int style, double x, double y)
{
    sl_buffer_add_text(page->out, "set label \"\" at ");
    add_point(page, x + SAMPLE_WIDTH / 2.0, y);
    sl_buffer_printf(page->out, " point lc %d pt %d ps 0.8 lw 1.4 front\n", style, point);
}

void sl_page_sample(struct sl_page *page, enum sl_sample sample, int style, double x, double y)
{
    switch (sample) {
    case SL_SAMPLE_LINE: sl_page_stroke(page, x, y, x + SAMPLE_WIDTH, y, style, false); break;
    case SL_SAMPLE_BAND:
        add_rectangle(page, x, y - 5, SAMPLE_WIDTH, 10);
        sl_buffer_printf(page->out, " fc lt %d fs transparent solid BAND noborder\n", style);
        break;
    case SL_SAMPLE_BOX:
        add_rectangle(page, x + 3, y - 6, SAMPLE_WIDTH - 6, 12);
        sl_buffer_printf(page->out, " fc lt %d fs solid noborder\n", style);
        break;
    case SL_SAMPLE_HATCHED:
        add_rectangle(page, x + 3, y - 6, SAMPLE_WIDTH - 6, 12);
        sl_buffer_printf(page->out, " fc lt %d fs pattern 4 border lt %d\n", style, style);
        break;
    case SL_SAMPLE_POINT: sl_page_point(page, POINT_DIAMOND, style, x, y); break;
    }
}

/* ---- the head of the script ---- */

/* Okabe and Ito's colours, which readers with any colour vision tell apart, without the yellow and
 * with a wine red: yellow is not seen on white. */
struct look {
    unsigned colour; /* 0xRRGGBB */
    const char *width, *dash;
};
static const struct look looks[] = {
    {0x0072b2, "3", "solid"},   {0xd55e00, "2.4", "solid"},      {0x009e73, "2", "solid"},
    {0xcc79a7, "3", "(14,4)"},  {0xe69f00, "2.4", "(18,4,4,4)"}, {0x56b4e9, "3", "(8,3)"},
    {0x333333, "1.6", "solid"}, {0x882255, "2", "(18,3)"},
};
static const struct look others_look = {0x777777, "1.6", "(12,4,2,4)"};
enum { LOOKS = sizeof looks / sizeof *looks };

/* Half way to white. */
static unsigned soften(unsigned colour)
{
    unsigned soft = 0;
    for (unsigned shift = 0; shift <= 16; shift += 8) {
        unsigned part = colour >> shift & 0xff;
        soft |= (part + (0xff - part) * 9 / 20) << shift;
    }
    return soft;
}

static void add_styles(struct sl_page *page, size_t lines, bool others)
{
    for (size_t i = 0; i < lines; i++) {
        struct look look = others && i + 1 == lines ? others_look : looks[i % LOOKS];
        if (i >= LOOKS && !(others && i + 1 == lines)) look.dash = looks[(i + 3) % LOOKS].dash;
        unsigned soft = soften(look.colour);
        sl_buffer_printf(page->out,
                         "set linetype %zu lc rgb \"#%06x\" lw %s dt %s\n"
                         "set linetype %zu lc rgb \"#%06x\" lw 1.4 dt solid\n"
                         "set linetype %zu lc rgb \"#%06x\" lw 1.8 dt (4,4)\n",
                         SL_STYLE_LINE + i, look.colour, look.width, look.dash, SL_STYLE_SOFT + i,
                         soft, SL_STYLE_PENDING + i, soft);
    }
    sl_buffer_printf(page->out, "set linetype %d lc rgb \"#bbbbbb\" lw 1 dt solid\n",
                     SL_STYLE_REST);
}

/* Relative luminance by the sRGB formula of WCAG; at 0.18 dark and light ink contrast alike. */
enum sl_ink sl_page_ink_on(size_t index, bool others)
{
    static const double weights[] = {0.0722, 0.7152, 0.2126};
    unsigned colour = others ? others_look.colour : looks[index % LOOKS].colour;
    double luminance = 0;
    for (size_t i = 0; i < 3; i++, colour >>= 8)
        luminance += weights[i] * pow(((colour & 0xff) / 255.0 + 0.055) / 1.055, 2.4);
    return luminance > 0.2 ? SL_INK_TEXT : SL_INK_PAPER;
}

static void add_terminal(struct sl_page *page)
{
    static const char common[] = "font PLAIN_12 noenhanced background rgb PAPER";
    switch (page->picture) {
    case SL_PICTURE_SVG:
        sl_buffer_printf(page->out, "set terminal svg size W,H dashlength 0.5 %s\n", common);
        break;
    case SL_PICTURE_PNG:
        sl_buffer_printf(
            page->out, "set terminal pngcairo size W,H fontscale 0.75 pointscale 1.5 %s\n", common);
        break;
    case SL_PICTURE_PDF:
        sl_buffer_printf(page->out,
                         "set terminal pdfcairo size W/96.0,H/96.0 fontscale 0.56 linewidth 1.33 "
                         "%s\n",
                         common);
        break;
    }
    if (page->to_file) {
        sl_buffer_add_text(page->out, "if (!exists(\"OUT\")) OUT = \"chart.svg\"\n"
                                      "set output OUT\n");
    }
}

void sl_page_shrink(struct sl_page *page, double height)
{
    if (page->shrinks && height < page->height) page->height = (int)ceil(height);
}

void sl_page_begin(struct sl_page *page, const char *kind, size_t lines, bool others)
{
    sl_buffer_printf(
        page->out,
        "# A stakeline chart: %s.\n"
        "# \"gnuplot FILE\" draws it to chart.svg in the current folder, and\n"
        "# gnuplot -e \"OUT='other.svg'\" FILE to another file.\n"
        "# Its data stand below, in blocks: days since 1970-01-01, values, the date as a person\n"
        "# reads it. Texts are written in octal codes, so that no name can be taken for a "
        "command.\n"
        "\n"
        "# ---- style: what may be changed without understanding the rest ----\n"
        "W = %d; H = %d               # pixels\n"
        "FACE = \"sans-serif\"\n"
        "BOLD_18 = FACE.\" Bold,18\"; BOLD_13 = FACE.\" Bold,13\"; BOLD_12 = FACE.\" Bold,12\"\n"
        "PLAIN_13 = FACE.\",13\"; PLAIN_12 = FACE.\",12\"; PLAIN_11 = FACE.\",11\"\n"
        "PAPER = \"#ffffff\"; INK = \"#222222\"; MUTED = \"#666666\"; GRID = \"#dddddd\"\n"
        "BAND = 0.2                     # how solid a range is\n",
        kind, page->width, page->height);
    add_styles(page, lines, others);
    sl_buffer_add_text(page->out,
                       "# ---- end of style ----\n"
                       "\n"
                       "px(x) = x / (1.0 * W)          # pixels from the left and from the top\n"
                       "py(y) = 1 - y / (1.0 * H)\n"
                       "set encoding utf8\n");
    add_terminal(page);
    sl_buffer_add_text(page->out, "set datafile separator \"\\t\"\n"
                                  "set datafile commentschars ''\n"
                                  "unset key\n"
                                  "set border 1 lc rgb MUTED lw 1\n"
                                  "set tics nomirror out scale 0.5 font PLAIN_12 tc rgb MUTED\n"
                                  "set grid ytics lt 1 lc rgb GRID lw 0.8 dt solid\n");
}

/* ---- header, footer ---- */

/* Prints the lines of `text` from `y` down; returns the y behind them. */
static double add_lines(struct sl_page *page, const char *text, double y, double pitch, int size,
                        bool bold, enum sl_ink ink)
{
    struct sl_buffer line = {0};
    for (;;) {
        size_t length = strcspn(text, "\n");
        sl_buffer_clear(&line);
        sl_buffer_add(&line, text, length);
        if (!line.failed) {
            sl_page_text(page, SL_PAGE_EDGE, y, SL_SIDE_LEFT, size, bold, ink, line.data);
        }
        y += pitch;
        if (text[length] == '\0') break;
        text += length + 1;
    }
    if (line.failed) page->out->failed = true;
    sl_buffer_release(&line);
    return y;
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
    for (size_t i = 0; i < count; i++) {
        double wide = SAMPLE_WIDTH + 6 + sl_text_pixels(key[i].text, SL_FONT_LABEL, false) + 22;
        if (i > 0 && x + wide > page->width - SL_PAGE_EDGE) x = SL_PAGE_EDGE, y += SL_LABEL_GAP;
        if (key[i].point > 0) {
            sl_page_point(page, key[i].point, key[i].style, x, y);
        } else {
            sl_page_sample(page, key[i].sample, key[i].style, x, y);
        }
        sl_page_text(page, x + SAMPLE_WIDTH + 6, y, SL_SIDE_LEFT, SL_FONT_LABEL, false,
                     SL_INK_MUTED, key[i].text);
        x += wide;
    }
    return count > 0 ? y + SL_LABEL_GAP : y;
}

void sl_page_header(struct sl_page *page, const char *title, const char *subtitle,
                    const struct sl_key_item *key, size_t key_count)
{
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

/* ---- axes ---- */

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

void sl_page_dates(struct sl_page *page, int32_t from, int32_t to)
{
    struct sl_tick ticks[SL_TICKS_MAX];
    double room = (page->right - page->left) / TICK_PITCH;
    size_t count = sl_ticks_dates(ticks, from, to, room < 1 ? 1 : (size_t)room);
    sl_buffer_printf(page->out, "set xrange [%d:%d]\nset xtics (", (int)from, (int)to);
    for (size_t i = 0; i < count; i++) {
        sl_buffer_add_text(page->out, i > 0 ? ", \"" : "\"");
        for (const char *at = ticks[i].label; *at != '\0'; at++) {
            if (*at == '\n') {
                sl_buffer_add_text(page->out, "\\n");
            } else {
                sl_buffer_add_byte(page->out, *at);
            }
        }
        sl_buffer_printf(page->out, "\" %d", (int)ticks[i].day);
    }
    sl_buffer_add_text(page->out, ")\n");
}

double sl_page_percents(struct sl_page *page, double high, double most)
{
    double top, room = (page->bottom - page->top) / VALUE_PITCH;
    double step = sl_ticks_step(high, room < 2 ? 2 : room > 6 ? 6 : (size_t)room, &top);
    if (most > 0 && top > most) top = most;
    double widest = 0;
    for (double at = 0; at <= top + step / 2; at += step) {
        char text[SL_FIGURE_SIZE + 3];
        size_t length = sl_figure_format(at, SL_PERCENT_DECIMALS, false, text);
        memcpy(text + length, " %", 3);
        double wide = sl_text_pixels(text, SL_FONT_LABEL, false);
        if (wide > widest) widest = wide;
    }
    page->left = SL_PAGE_EDGE + widest + 8;
    sl_buffer_add_text(page->out, "set yrange [0:");
    sl_page_number(page, top);
    sl_buffer_add_text(page->out, "]\nset ytics ");
    sl_page_number(page, step);
    sl_buffer_add_text(page->out, " format \"%g %%\"\n");
    return top;
}
