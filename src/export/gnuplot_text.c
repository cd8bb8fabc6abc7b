/* Octal armour: the one way in which text from outside enters a script. gnuplot's own quoting
 * fails on apostrophes, line ends, backquotes, braces and per cent signs; escapes of every byte
 * but letters and blanks leave it nothing to interpret. */
#include "export/gnuplot.h"

#include "base/text.h"

/* The svg terminal lets "&#x" through and does not escape ">", so the entities are ours to write.
 */
static const char *entity_of(char byte)
{
    switch (byte) {
    case '&': return "&#x26;";
    case '<': return "&#x3c;";
    case '>': return "&#x3e;";
    default: return NULL;
    }
}

/* Digits are escaped too: gnuplot reads a digit behind an octal escape as part of it. */
static void add_byte(struct sl_buffer *out, char byte)
{
    unsigned char code = (unsigned char)byte;
    bool plain = (code >= 'A' && code <= 'Z') || (code >= 'a' && code <= 'z') || code == ' ';
    if (plain) {
        sl_buffer_add_byte(out, byte);
    } else {
        const char octal[4] = {'\\', (char)('0' + (code >> 6)), (char)('0' + (code >> 3 & 7)),
                               (char)('0' + (code & 7))};
        sl_buffer_add(out, octal, sizeof octal);
    }
}

void sl_gnuplot_add_text(struct sl_buffer *out, const char *text, enum sl_picture picture)
{
    struct sl_buffer clean = {0};
    sl_text_add_clean(&clean, text);
    sl_buffer_add_byte(out, '"');
    for (size_t i = 0; i < clean.length; i++) {
        const char *entity = picture == SL_PICTURE_SVG ? entity_of(clean.data[i]) : NULL;
        if (entity == NULL) add_byte(out, clean.data[i]);
        for (; entity != NULL && *entity != '\0'; entity++)
            add_byte(out, *entity);
    }
    sl_buffer_add_byte(out, '"');
    if (clean.failed) out->failed = true;
    sl_buffer_release(&clean);
}

static bool is_between(char byte, unsigned char first, unsigned char last)
{
    return (unsigned char)byte >= first && (unsigned char)byte <= last;
}

/* A text that begins from the right has its parts in another order where words from the left stand
 * in it, unless it is said to be a text from the left. The letters of Hebrew, Arabic and their kin
 * begin with these bytes. */
static bool mixes_directions(const struct sl_buffer *text)
{
    bool from_right = false, from_left = false;
    for (size_t i = 0; i < text->length; i++) {
        from_right = from_right || is_between(text->data[i], 0xd6, 0xdf) ||
                     (text->data[i] == '\xef' && is_between(text->data[i + 1], 0xac, 0xbb));
        from_left = from_left || is_between(text->data[i], '0', '9') ||
                    is_between(text->data[i], 'A', 'Z') || is_between(text->data[i], 'a', 'z');
    }
    return from_right && from_left;
}

void sl_gnuplot_add_name(struct sl_buffer *out, const char *text)
{
    struct sl_buffer clean = {0};
    sl_text_add_clean(&clean, text);
    sl_buffer_add_byte(out, '"');
    if (mixes_directions(&clean)) sl_buffer_add_text(out, "\".LTR.\"");
    for (size_t i = 0; i < clean.length; i++) {
        const char byte = clean.data[i];
        const char *sign = byte == '&' ? "AMP" : byte == '<' ? "LT" : byte == '>' ? "GT" : NULL;
        if (sign == NULL) add_byte(out, byte);
        if (sign != NULL) sl_buffer_printf(out, "\".%s.\"", sign);
    }
    sl_buffer_add_byte(out, '"');
    if (clean.failed) out->failed = true;
    sl_buffer_release(&clean);
}
