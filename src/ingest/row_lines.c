/* The physical lines of a file: where each ends, and those that are none of a row's. */
#include <string.h>

#include "ingest/row_reader_inside.h"

enum { FEED_MAX = 4096, BLOCK = 8 };

size_t sl_lines_next(const struct sl_row_reader *reader)
{
    const char *piece = reader->data + reader->at;
    size_t length = reader->end - reader->at;
    if (length > FEED_MAX) length = FEED_MAX;
    const char *lf = memchr(piece, '\n', length);
    if (lf != NULL) length = (size_t)(lf - piece) + 1;
    const char *cr = memchr(piece, '\r', length);
    if (cr == NULL || (lf != NULL && cr + 1 == lf)) return length;
    return (size_t)(cr - piece) + 1;
}

bool sl_lines_want_more(const struct sl_row_reader *reader)
{
    const char *data = reader->data + reader->at;
    const size_t left = reader->end - reader->at;
    if (left == 0) return true;
    if (reader->options.skip_to == NULL || reader->options.skip > 0) return false;
    if (reader->ended || reader->in_skipped || left >= FEED_MAX) return false;
    return memchr(data, '\n', left) == NULL && memchr(data, '\r', left) == NULL;
}

size_t sl_lines_blank_run(const struct sl_row_reader *reader, const char *piece, size_t length)
{
    if (piece[length - 1] != ' ' && piece[length - 1] != '\t') return 0;
    for (size_t i = 0; i < length; i++) {
        if (piece[i] != ' ' && piece[i] != '\t') return 0;
    }
    return reader->blanks + length;
}

void sl_lines_pass(struct sl_row_reader *reader, const char *piece, size_t length)
{
    char last = piece[length - 1];
    bool second_half = reader->after_cr && piece[0] == '\n';
    if ((last == '\n' && !second_half) || last == '\r') reader->line++;
    reader->after_cr = last == '\r';
    reader->at += length;
    reader->consumed += (int64_t)length;
}

/* Is the text the line's first cell? A quote around it, and blanks, do not count. */
static bool starts_with(const struct sl_row_reader *reader, const char *line, size_t length,
                        const char *text)
{
    const char *end = line + length;
    const size_t wanted = strlen(text);
    while (line < end && (*line == ' ' || (unsigned char)*line == reader->quote))
        line++;
    if ((size_t)(end - line) < wanted || memcmp(line, text, wanted) != 0) return false;
    line += wanted;
    while (line < end && (*line == ' ' || (unsigned char)*line == reader->quote))
        line++;
    return line == end || (unsigned char)*line == reader->delimiter || *line == '\r' ||
           *line == '\n';
}

bool sl_lines_skipping(const struct sl_row_reader *reader)
{
    return reader->options.skip > 0 || reader->options.skip_to != NULL;
}

bool sl_lines_skip(struct sl_row_reader *reader, const char *piece, size_t length)
{
    struct sl_row_options *options = &reader->options;
    const bool second_half = reader->after_cr && piece[0] == '\n';
    const bool ends = piece[length - 1] == '\n' || piece[length - 1] == '\r';
    if (!sl_lines_skipping(reader)) return false;
    if (options->skip == 0 && !reader->in_skipped &&
        starts_with(reader, piece, length, options->skip_to)) {
        options->skip_to = NULL;
        return false;
    }
    if (reader->keep_raw || options->keep_top) sl_buffer_add(&reader->before, piece, length);
    if (options->skip > 0 && ends && !second_half) options->skip--;
    reader->in_skipped = !ends;
    return true;
}

bool sl_lines_beside(struct sl_row_reader *reader, const char *piece, size_t length)
{
    bool ends = piece[length - 1] == '\n' || piece[length - 1] == '\r';
    if (sl_lines_skip(reader, piece, length)) return true;
    if (reader->options.comment == 0) return false;
    if (!reader->in_comment &&
        (reader->row_open || (unsigned char)piece[0] != reader->options.comment))
        return false;
    reader->in_comment = !ends;
    return true;
}

/* libcsv takes a blank for one even where it is the quote. */
static bool is_blank(const struct sl_row_reader *reader, char byte)
{
    return (byte == ' ' || byte == '\t') && (unsigned char)byte != reader->delimiter;
}

/* How many lines a block of line ends alone ends; 0: it is another one. */
static int64_t count_ends(const char *block, bool *after_cr)
{
    static const struct {
        char ends[BLOCK + 1];
        int lines;
        bool cr;
    } kinds[] = {{"\n\n\n\n\n\n\n\n", 8, false},
                 {"\r\r\r\r\r\r\r\r", 8, true},
                 {"\r\n\r\n\r\n\r\n", 4, false}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (memcmp(block, kinds[i].ends, BLOCK) != 0) continue;
        const bool second_half = *after_cr && block[0] == '\n';
        *after_cr = kinds[i].cr;
        return kinds[i].lines - second_half;
    }
    return 0;
}

/* The length of a row of blank cells, as most programs write it, that begins here; 0: none does. */
static size_t blank_row_length(const struct sl_row_reader *reader, const char *from, size_t left)
{
    const struct sl_buffer *row = &reader->blank_row;
    size_t length = row->length;
    if (length == 0 || left < length + 2 || memcmp(from, row->data, length) != 0) return 0;
    if (from[length] == '\r') length++;
    return from[length] == '\n' ? length + 1 : 0;
}

/* The lines that end in a run of blocks and of blank rows, *at behind it. */
static int64_t pass_blocks(struct sl_row_reader *reader, size_t *at, bool *after_cr)
{
    int64_t lines = 0;
    for (;;) {
        const char *block = reader->data + *at;
        const size_t left = reader->end - *at;
        int64_t more = left >= BLOCK ? count_ends(block, after_cr) : 0;
        size_t length = more > 0 ? BLOCK : blank_row_length(reader, block, left);
        if (more == 0 && length > 0) {
            more = 1;
            *after_cr = false;
        }
        if (more == 0) return lines;
        lines += more;
        *at += length;
    }
}

void sl_lines_pass_blank(struct sl_row_reader *reader)
{
    const char *data = reader->data;
    const size_t end = reader->end;
    size_t at = reader->at;
    bool after_cr = reader->after_cr;
    int64_t lines = 0;
    for (; at < end; at++) {
        lines += pass_blocks(reader, &at, &after_cr);
        const size_t from = at;
        while (at < end && is_blank(reader, data[at]))
            at++;
        if (at == end || (data[at] != '\n' && data[at] != '\r')) {
            at = from;
            break;
        }
        if (data[at] == '\r' || at > from || !after_cr) lines++;
        after_cr = data[at] == '\r';
    }
    if (at > reader->at) reader->after_cr = after_cr;
    reader->line += lines;
    reader->consumed += (int64_t)(at - reader->at);
    reader->at = at;
}
