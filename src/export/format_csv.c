/* CSV as RFC 4180 has it, with LF line ends: exact, and importable as it is. */
#include <string.h>

#include "base/error.h"
#include "base/sixteen.h"
#include "export/format.h"

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

/* Is there a byte that needs quotes wherever it stands in a cell? */
static inline bool any_special(uint64_t first, uint64_t second)
{
    return sl_sixteen_any(first, second, "\n\r\",");
}

static inline uint32_t four_at(const char *text)
{
    uint32_t bytes;
    memcpy(&bytes, text, sizeof bytes);
    return bytes;
}

/* Copies a text of eight bytes or more; is any of them special? The last ones are copied twice. */
static inline bool copy_long(char *to, const char *from, size_t length)
{
    bool special = false;
    for (;; to += 16, from += 16, length -= 16) {
        const size_t end = length < 16 ? length - 8 : 8;
        const uint64_t first = sl_eight_at(from), second = sl_eight_at(from + end);
        memcpy(to, &first, sizeof first);
        memcpy(to + end, &second, sizeof second);
        special |= any_special(first, second);
        if (length <= 16) return special;
        if (length < 32) { /* the last sixteen */
            to -= 32 - length, from -= 32 - length;
            length = 32;
        }
    }
}

static inline bool copy(char *to, const char *from, size_t length)
{
    uint64_t bytes = 0;
    if (length >= 8) return copy_long(to, from, length);
    if (length >= 4) {
        const uint32_t first = four_at(from), second = four_at(from + length - 4);
        memcpy(to, &first, sizeof first);
        memcpy(to + length - 4, &second, sizeof second);
        bytes = (uint64_t)second << 32 | first;
    } else {
        for (size_t i = 0; i < length; i++) {
            to[i] = from[i];
            bytes = bytes << 8 | (unsigned char)from[i];
        }
    }
    return any_special(bytes, 0);
}

static char *put_bytes(char *at, const char *bytes, size_t length)
{
    memcpy(at, bytes, length);
    return at + length;
}

/* Puts the text with its quotes doubled. */
static char *put_doubled(char *at, const char *text, size_t length)
{
    const char *end = text + length;
    for (const char *quote; (quote = memchr(text, '"', (size_t)(end - text))) != NULL;) {
        at = put_bytes(at, text, (size_t)(quote + 1 - text));
        *at++ = '"';
        text = quote + 1;
    }
    return put_bytes(at, text, (size_t)(end - text));
}

/* Would a spreadsheet take the text for a formula? The last four are the full-width = + - @. */
static bool is_formula(const char *text, size_t length)
{
    static const char *const starts[] = {"=",  "+",      "-",      "@",      "\t",    "\r",
                                         "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20"};
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++) {
        size_t size = strlen(starts[i]);
        if (length >= size && memcmp(text, starts[i], size) == 0) return true;
    }
    return false;
}

/* The most that a cell takes: each byte a quote, an apostrophe before them, quotes and a comma. */
static size_t room_of(size_t length)
{
    return 2 * length + 4;
}

/* Puts a cell that is not blank where there is room for it; where it ends. */
static char *put_cell(char *at, const struct sl_span *cell, bool defuse)
{
    const char *text = cell->text;
    const size_t length = cell->length;
    const bool armed = defuse && is_formula(text, length);
    const bool special = copy(at, text, length);
    const bool quoted = special || (!armed && is_blank(text[0])) || is_blank(text[length - 1]);
    if (!quoted && !armed) return at + length;
    if (quoted) *at++ = '"';
    if (armed) *at++ = '\'';
    at = quoted ? put_doubled(at, text, length) : put_bytes(at, text, length);
    if (quoted) *at++ = '"';
    return at;
}

/* Puts a number, which needs no quotes. */
static char *put_number(char *at, const struct sl_span *cell)
{
    copy(at, cell->text, cell->length);
    return at + cell->length;
}

static enum sl_status row(struct sl_writer *writer, const struct sl_span *cells,
                          struct sl_error *err)
{
    const bool defuse = writer->options.spreadsheet;
    size_t room = 1;
    for (size_t i = 0; i < writer->count; i++)
        room += room_of(cells[i].length);
    if (!sl_buffer_reserve(writer->out, room)) return sl_fail_memory(err);
    char *start = writer->out->data + writer->out->length, *at = start;
    for (size_t i = 0; i < writer->count; i++) {
        if (i > 0) *at++ = ',';
        if (cells[i].length == 0) continue;
        at =
            writer->columns[i].number ? put_number(at, &cells[i]) : put_cell(at, &cells[i], defuse);
    }
    /* a line without a byte would be no row */
    if (writer->count == 1 && cells[0].length == 0) at = put_bytes(at, "\"\"", 2);
    *at++ = '\n';
    *at = '\0';
    writer->out->length += (size_t)(at - start);
    return SL_OK;
}

static enum sl_status begin(struct sl_writer *writer, struct sl_error *err)
{
    for (size_t i = 0; i < writer->count; i++) {
        const struct sl_span name = {writer->columns[i].name, strlen(writer->columns[i].name)};
        if (!sl_buffer_reserve(writer->out, room_of(name.length))) return sl_fail_memory(err);
        char *start = writer->out->data + writer->out->length, *at = start;
        if (i > 0) *at++ = ',';
        at = put_cell(at, &name, writer->options.spreadsheet); /* no column is without a name */
        writer->out->length += (size_t)(at - start);
    }
    sl_buffer_add_byte(writer->out, '\n');
    return SL_OK;
}

static enum sl_status end(struct sl_writer *writer, struct sl_error *err)
{
    (void)writer, (void)err;
    return SL_OK;
}

const struct sl_format_type sl_format_csv = {.apart = true, .begin = begin, .row = row, .end = end};
