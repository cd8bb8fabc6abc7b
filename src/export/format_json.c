/* JSON, an array with an object a line, and NDJSON, the lines alone. Written as the rows come: no
 * tree is built. What comes out is valid UTF-8 whatever went in. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/sixteen.h"
#include "export/format.h"

/* The length of the UTF-8 sequence that the text begins with, 0 where it is none. */
static size_t sequence(const unsigned char *text, size_t length)
{
    unsigned lead = text[0];
    size_t need = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
    if (need == 0 || need > length) return 0;
    for (size_t i = 1; i < need; i++) {
        if ((text[i] & 0xc0) != 0x80) return 0;
    }
    bool wrong = (lead == 0xe0 && text[1] < 0xa0) || (lead == 0xed && text[1] > 0x9f) ||
                 (lead == 0xf0 && text[1] < 0x90) || (lead == 0xf4 && text[1] > 0x8f);
    return wrong ? 0 : need;
}

static char *put(char *at, const char *bytes, size_t length)
{
    memcpy(at, bytes, length);
    return at + length;
}

static char *put_escape(char *at, unsigned code)
{
    static const char hex[] = "0123456789abcdef";
    const char escape[] = {'\\', 'u', '0', '0', hex[code >> 4 & 15], hex[code & 15]};
    switch (code) {
    case '\n': return put(at, "\\n", 2);
    case '\r': return put(at, "\\r", 2);
    case '\t': return put(at, "\\t", 2);
    case '"': return put(at, "\\\"", 2);
    case '\\': return put(at, "\\\\", 2);
    default: return put(at, escape, sizeof escape);
    }
}

static inline bool is_plain(unsigned char byte)
{
    return byte >= 0x20 && byte < 0x7f && byte != '"' && byte != '\\';
}

/* Copies the plain bytes that a text begins with, or some of them; how many. */
static size_t put_plain(char *at, const char *text, size_t length)
{
    size_t done = 0;
    while (length - done >= 8) {
        const size_t left = length - done, second = left < 16 ? left - 8 : 8;
        const uint64_t bytes[2] = {sl_eight_at(text + done), sl_eight_at(text + done + second)};
        if (sl_sixteen_odd(bytes[0], bytes[1], "\"\\")) break;
        memcpy(at + done, &bytes[0], 8);
        memcpy(at + done + second, &bytes[1], 8);
        done += second + 8;
    }
    while (done < length && is_plain((unsigned char)text[done])) {
        at[done] = text[done];
        done++;
    }
    return done;
}

/* Puts what begins with a byte that is not plain, as far as that goes. C1 controls are escaped like
 * the others: JSON is looked at in terminals, too. */
static char *put_odd(char *at, const char **text, size_t length)
{
    const unsigned char *bytes = (const unsigned char *)*text;
    const size_t size = bytes[0] < 0x80 ? 1 : sequence(bytes, length);
    *text += size == 0 ? 1 : size;
    if (size == 0) return put(at, "\ufffd", 3);
    if (size == 1) return put_escape(at, bytes[0]);
    if (size == 2 && bytes[0] == 0xc2 && bytes[1] < 0xa0) return put_escape(at, bytes[1]);
    return put(at, (const char *)bytes, size);
}

enum { ESCAPE_SIZE = 6 }; /* the most that a byte takes */

/* Puts a text where there is room for it, with its quotes. */
static char *put_string(char *at, const char *text, size_t length)
{
    const char *end = text + length;
    *at++ = '"';
    while (text < end) {
        const size_t plain = put_plain(at, text, (size_t)(end - text));
        at += plain;
        text += plain;
        if (text < end) at = put_odd(at, &text, (size_t)(end - text));
    }
    *at++ = '"';
    return at;
}

/* A row of blank cells as it is written: {"date":null,"known":null and so on. What stands between
 * two cells, blank ones too, is copied at once. */
struct keys {
    struct sl_buffer text;
    size_t ends[]; /* of each key, where its cell begins */
};

static enum sl_status begin(struct sl_writer *writer, struct sl_error *err)
{
    struct keys *keys = calloc(1, sizeof *keys + writer->count * sizeof *keys->ends);
    if (keys == NULL) return sl_fail_memory(err);
    writer->state = keys;
    for (size_t i = 0; i < writer->count; i++) {
        const char *name = writer->columns[i].name;
        const size_t length = strlen(name);
        if (!sl_buffer_reserve(&keys->text, ESCAPE_SIZE * length + 16)) return sl_fail_memory(err);
        char *start = keys->text.data, *at = start + keys->text.length;
        *at++ = i == 0 ? '{' : ',';
        at = put_string(at, name, length);
        *at++ = ':';
        keys->ends[i] = (size_t)(at - start);
        keys->text.length = (size_t)(put(at, "null", 4) - start);
    }
    if (writer->options.format == SL_FORMAT_JSON) sl_buffer_add_byte(writer->out, '[');
    return SL_OK;
}

static enum sl_status row(struct sl_writer *writer, const struct sl_span *cells,
                          struct sl_error *err)
{
    const struct keys *keys = writer->state;
    struct sl_buffer *out = writer->out;
    const bool array = writer->options.format == SL_FORMAT_JSON;
    size_t room = keys->text.length + sizeof ",\n}\n", done = 0;
    for (size_t i = 0; i < writer->count; i++)
        room += ESCAPE_SIZE * cells[i].length + 2;
    if (!sl_buffer_reserve(out, room)) return sl_fail_memory(err);
    char *at = out->data + out->length;
    if (array) at = writer->rows == 0 ? put(at, "\n", 1) : put(at, ",\n", 2);
    for (size_t i = 0; i < writer->count; i++) {
        if (cells[i].length == 0) continue;
        at = put(at, keys->text.data + done, keys->ends[i] - done);
        at = writer->columns[i].number ? put(at, cells[i].text, cells[i].length)
                                       : put_string(at, cells[i].text, cells[i].length);
        done = keys->ends[i] + 4; /* past the null */
    }
    at = put(at, keys->text.data + done, keys->text.length - done);
    at = array ? put(at, "}", 1) : put(at, "}\n", 2);
    *at = '\0';
    out->length = (size_t)(at - out->data);
    return SL_OK;
}

static enum sl_status end(struct sl_writer *writer, struct sl_error *err)
{
    (void)err;
    if (writer->options.format == SL_FORMAT_JSON) {
        sl_buffer_add_text(writer->out, writer->rows == 0 ? "]\n" : "\n]\n");
    }
    return SL_OK;
}

static void release(struct sl_writer *writer)
{
    struct keys *keys = writer->state;
    if (keys == NULL) return;
    sl_buffer_release(&keys->text);
    free(keys);
}

const struct sl_format_type sl_format_json = {
    .begin = begin, .row = row, .end = end, .release = release};
const struct sl_format_type sl_format_ndjson = {
    .apart = true, .begin = begin, .row = row, .end = end, .release = release};
