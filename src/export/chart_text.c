/* Room that text takes: the advances of DejaVu Sans, which is wider than what most viewers put in
 * its place, so that margins made for it hold elsewhere. */
#include "export/chart_text.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

/* Thousandths of the font size, from the space to the tilde. */
static const uint16_t advances[] = {
    317, 400, 459, 837, 636, 950, 779, 274, 390, 390, 500, 837, 317, 360,  317, 336, 636, 636, 636,
    636, 636, 636, 636, 636, 636, 636, 336, 336, 837, 837, 837, 530, 1000, 684, 686, 698, 770, 631,
    575, 774, 751, 294, 294, 655, 557, 862, 748, 787, 603, 787, 694, 634,  610, 731, 684, 988, 685,
    610, 685, 390, 336, 390, 837, 500, 500, 612, 634, 549, 634, 615, 352,  634, 633, 277, 277, 579,
    277, 974, 633, 611, 634, 634, 411, 520, 392, 633, 591, 817, 591, 591,  524, 636, 336, 636, 837};

enum { ADVANCE_NARROW = 720, ADVANCE_WIDE = 1000, ADVANCE_ELLIPSIS = 1000 };
static const double bold_factor = 1.12;
static const char ellipsis[] = "\xe2\x80\xa6";

/* The bytes of the character at `text`, which is clean UTF-8 (a stray byte counts alone). */
static size_t character_size(const char *text)
{
    unsigned char first = (unsigned char)*text;
    size_t size = first < 0xc0 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    for (size_t i = 1; i < size; i++)
        if (((unsigned char)text[i] & 0xc0) != 0x80) return i;
    return size;
}

static double advance_of(const char *text, size_t size)
{
    unsigned char first = (unsigned char)*text;
    if (size == 1) return first >= ' ' && first <= '~' ? advances[first - ' '] : ADVANCE_NARROW;
    if (size == sizeof ellipsis - 1 && memcmp(text, ellipsis, size) == 0) return ADVANCE_ELLIPSIS;
    char single[5] = {0};
    memcpy(single, text, size);
    size_t columns = sl_text_width(single);
    return columns == 0 ? 0 : columns == 1 ? ADVANCE_NARROW : ADVANCE_WIDE;
}

/* The bytes of `text` (up to `length`) that fit `pixels`, and the pixels that they take. */
static size_t fit(const char *text, size_t length, double size, bool bold, double pixels,
                  double *taken)
{
    const double scale = size * (bold ? bold_factor : 1) / 1000;
    size_t at = 0;
    *taken = 0;
    while (at < length) {
        size_t bytes = character_size(text + at);
        double wide = advance_of(text + at, bytes) * scale;
        if (*taken + wide > pixels) break;
        *taken += wide;
        at += bytes;
    }
    return at;
}

double sl_text_pixels(const char *text, double size, bool bold)
{
    double taken;
    fit(text, strlen(text), size, bold, 1e9, &taken);
    return taken;
}

void sl_text_cut(struct sl_buffer *out, const char *text, double size, bool bold, double pixels)
{
    double taken;
    size_t length = strlen(text);
    sl_buffer_clear(out);
    size_t whole = fit(text, length, size, bold, pixels, &taken);
    if (whole < length) {
        whole = fit(text, length, size, bold, pixels - size * (bold ? bold_factor : 1), &taken);
        while (whole > 0 && text[whole - 1] == ' ')
            whole--;
    }
    sl_buffer_add(out, text, whole);
    if (whole < length) sl_buffer_add_text(out, ellipsis);
}

size_t sl_text_wrap(struct sl_buffer *out, const char *text, double size, bool bold, double pixels,
                    size_t most)
{
    size_t lines = 1;
    struct sl_buffer last = {0};
    sl_buffer_clear(out);
    for (;; lines++) {
        double taken;
        size_t length = strlen(text), whole = fit(text, length, size, bold, pixels, &taken);
        if (whole == length || lines == most) break;
        size_t blank = whole;
        while (blank > 0 && text[blank] != ' ')
            blank--;
        if (blank == 0) blank = whole > 0 ? whole : character_size(text);
        sl_buffer_add(out, text, blank);
        sl_buffer_add_byte(out, '\n');
        text += blank;
        text += strspn(text, " ");
    }
    sl_text_cut(&last, text, size, bold, pixels);
    sl_buffer_add(out, last.data, last.length);
    if (last.failed) out->failed = true;
    sl_buffer_release(&last);
    return lines;
}
