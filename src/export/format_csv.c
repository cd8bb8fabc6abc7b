/* CSV as RFC 4180 has it, with LF line ends: exact, and importable as it is. */
#include <string.h>

#include "export/format.h"

/* 1: the cell needs quotes wherever the byte stands in it. */
static const unsigned char special[256] = {['\n'] = 1, ['\r'] = 1, ['"'] = 1, [','] = 1};

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

static bool needs_quotes(const char *text, size_t length)
{
    if (is_blank(text[0]) || is_blank(text[length - 1])) return true;
    for (size_t i = 0; i < length; i++) {
        if (special[(unsigned char)text[i]]) return true;
    }
    return false;
}

static void add_quoted(struct sl_buffer *out, const char *text, size_t length)
{
    sl_buffer_add_byte(out, '"');
    const char *end = text + length;
    for (const char *quote; (quote = memchr(text, '"', (size_t)(end - text))) != NULL;) {
        sl_buffer_add(out, text, (size_t)(quote + 1 - text));
        sl_buffer_add_byte(out, '"');
        text = quote + 1;
    }
    sl_buffer_add(out, text, (size_t)(end - text));
    sl_buffer_add_byte(out, '"');
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

static void add_cell(struct sl_buffer *out, const struct sl_span *cell, bool defuse)
{
    if (defuse && is_formula(cell->text, cell->length)) {
        struct sl_buffer safe = {0};
        sl_buffer_add_byte(&safe, '\'');
        sl_buffer_add(&safe, cell->text, cell->length);
        if (safe.failed) {
            out->failed = true;
        } else {
            add_cell(out, &(struct sl_span){safe.data, safe.length}, false);
        }
        sl_buffer_release(&safe);
    } else if (needs_quotes(cell->text, cell->length)) {
        add_quoted(out, cell->text, cell->length);
    } else {
        sl_buffer_add(out, cell->text, cell->length);
    }
}

static enum sl_status row(struct sl_writer *writer, const struct sl_span *cells,
                          struct sl_error *err)
{
    (void)err;
    struct sl_buffer *out = writer->out;
    for (size_t i = 0; i < writer->count; i++) {
        if (i > 0) sl_buffer_add_byte(out, ',');
        if (cells[i].length == 0) continue;
        if (writer->columns[i].number) {
            sl_buffer_add(out, cells[i].text, cells[i].length);
        } else {
            add_cell(out, &cells[i], writer->options.spreadsheet);
        }
    }
    /* a line without a byte would be no row */
    if (writer->count == 1 && cells[0].length == 0) sl_buffer_add_text(out, "\"\"");
    sl_buffer_add_byte(out, '\n');
    return SL_OK;
}

static enum sl_status begin(struct sl_writer *writer, struct sl_error *err)
{
    (void)err;
    for (size_t i = 0; i < writer->count; i++) {
        const char *name = writer->columns[i].name;
        if (i > 0) sl_buffer_add_byte(writer->out, ',');
        add_cell(writer->out, &(struct sl_span){name, strlen(name)}, writer->options.spreadsheet);
    }
    sl_buffer_add_byte(writer->out, '\n');
    return SL_OK;
}

static enum sl_status end(struct sl_writer *writer, struct sl_error *err)
{
    (void)writer, (void)err;
    return SL_OK;
}

const struct sl_format_type sl_format_csv = {.begin = begin, .row = row, .end = end};
