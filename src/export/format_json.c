/* JSON, an array with an object a line, and NDJSON, the lines alone. Written as the rows come: no
 * tree is built. What comes out is valid UTF-8 whatever went in. */
#include <stdlib.h>
#include <string.h>

#include "base/eight.h"
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

static void add_escape(struct sl_buffer *out, unsigned code)
{
    static const char hex[] = "0123456789abcdef";
    char escape[6] = {'\\', 'u', '0', '0', hex[code >> 4 & 15], hex[code & 15]};
    switch (code) {
    case '\n': sl_buffer_add(out, "\\n", 2); break;
    case '\r': sl_buffer_add(out, "\\r", 2); break;
    case '\t': sl_buffer_add(out, "\\t", 2); break;
    case '"': sl_buffer_add(out, "\\\"", 2); break;
    case '\\': sl_buffer_add(out, "\\\\", 2); break;
    default: sl_buffer_add(out, escape, sizeof escape); break;
    }
}

static inline bool is_plain(unsigned char byte)
{
    return byte >= 0x20 && byte < 0x7f && byte != '"' && byte != '\\';
}

/* Are the next eight bytes all plain? */
static inline bool are_plain(const char *text)
{
    const uint64_t bytes = sl_eight_at(text);
    return ((bytes | (bytes - SL_EIGHT(0x20)) | (bytes + SL_EIGHT(1)) | sl_eight_find(bytes, '"') |
             sl_eight_find(bytes, '\\')) &
            SL_EIGHT_TOPS) == 0;
}

/* C1 controls are escaped like the others: JSON is looked at in terminals, too. */
static void add_string(struct sl_buffer *out, const char *text, size_t length)
{
    const unsigned char *bytes = (const unsigned char *)text;
    size_t start = 0, i = 0;
    sl_buffer_add_byte(out, '"');
    while (i < length) {
        if (length - i >= 8 && are_plain(text + i)) {
            i += 8;
            continue;
        }
        unsigned char byte = bytes[i];
        if (is_plain(byte)) {
            i++;
            continue;
        }
        size_t size = byte < 0x80 ? 1 : sequence(bytes + i, length - i);
        bool c1 = size == 2 && byte == 0xc2 && bytes[i + 1] < 0xa0;
        if (size > 1 && !c1) {
            i += size;
            continue;
        }
        sl_buffer_add(out, text + start, i - start);
        if (size == 0) {
            sl_buffer_add_text(out, "\ufffd");
            size = 1;
        } else {
            add_escape(out, c1 ? bytes[i + 1] : byte);
        }
        i += size;
        start = i;
    }
    sl_buffer_add(out, text + start, length - start);
    sl_buffer_add_byte(out, '"');
}

/* The keys of every row as they are written: {"date": and ,"known": and so on. */
struct keys {
    struct sl_buffer text;
    size_t ends[];
};

static enum sl_status begin(struct sl_writer *writer, struct sl_error *err)
{
    struct keys *keys = calloc(1, sizeof *keys + writer->count * sizeof *keys->ends);
    if (keys == NULL) return sl_fail_memory(err);
    writer->state = keys;
    for (size_t i = 0; i < writer->count; i++) {
        const char *name = writer->columns[i].name;
        sl_buffer_add_byte(&keys->text, i == 0 ? '{' : ',');
        add_string(&keys->text, name, strlen(name));
        sl_buffer_add_byte(&keys->text, ':');
        keys->ends[i] = keys->text.length;
    }
    if (keys->text.failed) return sl_fail_memory(err);
    if (writer->options.format == SL_FORMAT_JSON) sl_buffer_add_byte(writer->out, '[');
    return SL_OK;
}

static enum sl_status row(struct sl_writer *writer, const struct sl_span *cells,
                          struct sl_error *err)
{
    (void)err;
    const struct keys *keys = writer->state;
    struct sl_buffer *out = writer->out;
    bool array = writer->options.format == SL_FORMAT_JSON;
    if (array) sl_buffer_add_text(out, writer->rows == 0 ? "\n" : ",\n");
    size_t start = 0;
    for (size_t i = 0; i < writer->count; i++) {
        sl_buffer_add(out, keys->text.data + start, keys->ends[i] - start);
        start = keys->ends[i];
        if (cells[i].length == 0) {
            sl_buffer_add(out, "null", 4);
        } else if (writer->columns[i].number) {
            sl_buffer_add(out, cells[i].text, cells[i].length);
        } else {
            add_string(out, cells[i].text, cells[i].length);
        }
    }
    sl_buffer_add_text(out, array ? "}" : "}\n");
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
