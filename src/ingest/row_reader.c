/* libcsv behind an interface that hands out rows. It is fed one physical line (at most 4 KiB of it)
 * at a time: its callbacks can neither stop it nor say where they are, and so a feed ends at most
 * one row and every row knows its line. */
#include "ingest/row_reader.h"

#include <csv.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/text.h"
#include "base/vector.h"
#include "ingest/decode.h"

static const char too_many_columns[] = "expected at most 1024 columns, found more";
static const char too_long_a_row[] = "expected a row of at most 16 MiB, found a longer one";
static const char too_long_a_cell[] = "expected cells of at most 1 MiB, found a longer one in the "
                                      "row that starts here (is a quote left "
                                      "open?)";

enum { READ_SIZE = 256 * 1024, FEED_MAX = 4096, FIELD_STEP = 4096 };

struct sl_row_reader {
    int fd;
    bool own_fd;
    char *path; /* for messages */
    struct sl_row_options options;
    struct sl_decoder *decoder; /* NULL: the file is UTF-8 */
    struct csv_parser parser;
    bool parsing; /* the parser is initialised */
    bool over;    /* nothing more is handed out */

    char *data; /* READ_SIZE bytes, of which [at, end) are not parsed yet */
    size_t at, end;
    int64_t consumed;
    bool file_began;

    int64_t line;     /* of the byte at `at`, from 1 */
    int64_t row_line; /* on which the row that is being read began */
    bool after_cr;    /* the last byte was a CR: an LF now does not end another line */

    bool keep_raw, marked, broke;
    bool error_dropped; /* of the row: its last cell */
    unsigned char delimiter, quote;
    struct sl_buffer before;
    struct sl_buffer raw; /* the row, as it stands in the file, where that is wanted */

    struct sl_buffer bytes; /* the cells that are not blank, each with its NUL */
    struct sl_row_cell *cells;
    size_t count, capacity; /* count may exceed width, the cells beyond are not kept */
    size_t width;           /* cells of the first row; 0 before it */
    bool in_comment;        /* a comment line goes on */
    size_t blanks;          /* of the pieces handed to libcsv last, that were blanks alone */
    bool in_skipped;        /* a line that is skipped goes on */
    bool row_open, row_ended, row_ascii, row_too_long, out_of_memory;
    size_t fault; /* the cell in which the parser stopped, or SL_ROW_NO_CELL */
    char empty[1];
};

/* libcsv grows its one field by FIELD_STEP; refusing to is how a field is kept from growing on. */
static void *capped_realloc(void *memory, size_t size)
{
    return size > SL_ROW_FIELD_MAX ? NULL : realloc(memory, size);
}

static void take_cell(void *bytes, size_t length, void *context)
{
    struct sl_row_reader *reader = context;
    char *text = bytes;
    length = sl_row_trim(&text, length);
    size_t most = reader->width > 0 ? reader->width : SL_ROW_CELLS_MAX;
    if (reader->options.width > 0) most++; /* what is wrong with the row */
    if (reader->count < most && !reader->row_too_long) {
        if (!sl_vector_grow(&reader->cells, reader->count, &reader->capacity,
                            sizeof *reader->cells)) {
            reader->out_of_memory = true;
            return;
        }
        reader->cells[reader->count] = (struct sl_row_cell){.text = NULL, .length = length};
        if (reader->bytes.length + length >= SL_ROW_BYTES_MAX) {
            reader->row_too_long = true;
        } else if (length > 0) {
            text[length] = '\0'; /* CSV_APPEND_NULL keeps room for it */
            sl_buffer_add(&reader->bytes, text, length + 1);
        }
    }
    reader->count++;
}

static void take_row_end(int byte, void *context)
{
    (void)byte;
    struct sl_row_reader *reader = context;
    reader->row_ended = true;
}

/* The message of errno, in the C library's words. */
static enum sl_status fail_errno(struct sl_error *err, const char *verb, const char *path)
{
    char reason[128];
    if (strerror_r(errno, reason, sizeof reason) != 0) reason[0] = '\0';
    const char *what = strcmp(path, "-") == 0 ? "standard input" : path;
    return sl_fail(err, SL_FAILED, "cannot %s %s: %s", verb, what, reason);
}

static enum sl_status take_options(struct sl_row_reader *reader,
                                   const struct sl_row_options *options, struct sl_error *err)
{
    reader->options = *options;
    reader->width = options->width;
    if (options->delimiter != 0) csv_set_delim(&reader->parser, options->delimiter);
    if (options->quote != 0) csv_set_quote(&reader->parser, options->quote);
    if (options->no_quote) csv_set_quote(&reader->parser, 0xff); /* a byte that UTF-8 never has */
    if (sl_encoding_is_utf8(options->encoding)) return SL_OK;
    return sl_decoder_new(&reader->decoder, options->encoding, err);
}

enum sl_status sl_row_reader_open(struct sl_row_reader **out, const char *path,
                                  const struct sl_row_options *options, struct sl_error *err)
{
    enum sl_status status = SL_OK;
    struct sl_row_reader *reader = calloc(1, sizeof *reader);
    if (reader == NULL) return sl_fail_memory(err);
    reader->line = 1;
    reader->fault = SL_ROW_NO_CELL;
    reader->own_fd = strcmp(path, "-") != 0;
    reader->fd = reader->own_fd ? open(path, O_RDONLY | O_CLOEXEC) : STDIN_FILENO;
    if (reader->fd < 0) {
        status = fail_errno(err, "open", path);
        goto done;
    }
    reader->data = malloc(READ_SIZE);
    reader->path = strdup(path);
    if (reader->data == NULL || reader->path == NULL ||
        csv_init(&reader->parser, CSV_STRICT | CSV_STRICT_FINI | CSV_EMPTY_IS_NULL | CSV_REPALL_NL |
                                      CSV_APPEND_NULL) != 0) {
        status = sl_fail_memory(err);
        goto done;
    }
    reader->parsing = true;
    csv_set_realloc_func(&reader->parser, capped_realloc);
    csv_set_blk_size(&reader->parser, FIELD_STEP);
    reader->keep_raw = options != NULL && options->keep_raw;
    if (options != NULL) status = take_options(reader, options, err);
    if (status != SL_OK) goto done;
    reader->delimiter = csv_get_delim(&reader->parser);
    reader->quote = csv_get_quote(&reader->parser);
    *out = reader;
    reader = NULL;
done:
    sl_row_reader_close(reader);
    return status;
}

void sl_row_reader_close(struct sl_row_reader *reader)
{
    if (reader == NULL) return;
    if (reader->parsing) csv_free(&reader->parser);
    if (reader->own_fd && reader->fd >= 0) close(reader->fd);
    sl_buffer_release(&reader->bytes);
    sl_decoder_free(reader->decoder);
    sl_buffer_release(&reader->raw);
    sl_buffer_release(&reader->before);
    free(reader->cells);
    free(reader->path);
    free(reader->data);
    free(reader);
}

struct sl_row_raw sl_row_reader_raw(const struct sl_row_reader *reader)
{
    return (struct sl_row_raw){.text = reader->raw.data != NULL ? reader->raw.data : "",
                               .length = reader->raw.length,
                               .before = reader->before.data != NULL ? reader->before.data : "",
                               .before_length = reader->before.length,
                               .width = reader->width,
                               .marked = reader->marked,
                               .error = reader->error_dropped,
                               .delimiter = reader->delimiter,
                               .quote = reader->options.no_quote ? 0 : reader->quote};
}

bool sl_row_reader_broke(const struct sl_row_reader *reader)
{
    return reader->broke;
}

int64_t sl_row_reader_size(const struct sl_row_reader *reader)
{
    struct stat info;
    return fstat(reader->fd, &info) == 0 && S_ISREG(info.st_mode) ? (int64_t)info.st_size : 0;
}

int64_t sl_row_reader_position(const struct sl_row_reader *reader)
{
    return reader->consumed;
}

/* As read(): -1 and errno when that fails. SL_INVALID: what was read is not in its encoding. */
static enum sl_status read_some(struct sl_row_reader *reader, ssize_t *got, struct sl_error *err)
{
    char *to = reader->data + reader->end;
    size_t room = READ_SIZE - reader->end, count;
    if (reader->decoder == NULL) {
        *got = read(reader->fd, to, room);
        return SL_OK;
    }
    enum sl_status status = sl_decoder_read(reader->decoder, reader->fd, to, room, &count, err);
    *got = status == SL_OK ? (ssize_t)count : -1;
    return status == SL_INVALID ? status : SL_OK;
}

/* Reads until `least` bytes are there or the file ends. */
static enum sl_status fill(struct sl_row_reader *reader, size_t least, struct sl_error *err)
{
    reader->at = reader->end = 0;
    while (reader->end < least) {
        ssize_t got;
        enum sl_status status = read_some(reader, &got, err);
        if (status == SL_INVALID) {
            reader->over = true;
            return status;
        }
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) {
            reader->over = true;
            return fail_errno(err, "read", reader->path);
        }
        if (got == 0) break;
        reader->end += (size_t)got;
    }
    return SL_OK;
}

static enum sl_status refuse(struct sl_row_reader *reader, struct sl_error *err,
                             const char *message)
{
    reader->over = reader->broke = true;
    return sl_fail(err, SL_INVALID, "%s", message);
}

/* Drops the byte-order mark of UTF-8 and refuses that of UTF-16. */
static enum sl_status begin_file(struct sl_row_reader *reader, struct sl_error *err)
{
    reader->file_began = true;
    enum sl_status status = fill(reader, 3, err);
    if (status != SL_OK) return status;
    if (reader->end >= 3 && memcmp(reader->data, "\xef\xbb\xbf", 3) == 0) {
        reader->at = 3;
        reader->marked = true;
        reader->consumed = 3;
    }
    if (reader->end >= 2 &&
        (memcmp(reader->data, "\xff\xfe", 2) == 0 || memcmp(reader->data, "\xfe\xff", 2) == 0)) {
        return refuse(reader, err, "expected UTF-8, found UTF-16 (save the file as UTF-8)");
    }
    return SL_OK;
}

/* What is fed next: up to and with the end of a line (LF, CRLF or a lone CR). */
static size_t feed_length(const struct sl_row_reader *reader)
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

/* The length of the run of blanks that the pieces so far end in, as far as it fills them. libcsv
 * keeps no blanks around a cell, and so would pass over any number of them, slowly. */
static size_t blank_run(const struct sl_row_reader *reader, const char *piece, size_t length)
{
    if (piece[length - 1] != ' ' && piece[length - 1] != '\t') return 0;
    for (size_t i = 0; i < length; i++) {
        if (piece[i] != ' ' && piece[i] != '\t') return 0;
    }
    return reader->blanks + length;
}

static bool is_ascii(const char *text, size_t length)
{
    uint64_t high = 0, word;
    for (; length >= sizeof word; text += sizeof word, length -= sizeof word) {
        memcpy(&word, text, sizeof word);
        high |= word;
    }
    for (; length > 0; length--)
        high |= (unsigned char)*text++;
    return (high & UINT64_C(0x8080808080808080)) == 0;
}

/* Why libcsv stopped. */
static enum sl_status parse_failed(struct sl_row_reader *reader, struct sl_error *err)
{
    reader->fault = reader->count;
    if (csv_error(&reader->parser) == CSV_EPARSE) {
        return refuse(reader, err,
                      reader->parser.quoted
                          ? "expected a delimiter or a line end after the closing quote of a cell "
                            "(a quote inside a cell is doubled)"
                          : "expected no quote inside a cell that does not start with one (quote "
                            "the cell and double the quotes in it)");
    }
    reader->line = reader->row_line;
    if (csv_get_buffer_size(&reader->parser) + FIELD_STEP > SL_ROW_FIELD_MAX)
        return refuse(reader, err, too_long_a_cell);
    reader->over = true;
    return sl_fail_memory(err);
}

/* Moves behind a piece that ends at most one line. */
static void pass(struct sl_row_reader *reader, const char *piece, size_t length)
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

static bool is_skipping(const struct sl_row_reader *reader)
{
    return reader->options.skip > 0 || reader->options.skip_to != NULL;
}

/* Is the piece (a part of) a line at the beginning that is skipped? */
static bool is_skipped(struct sl_row_reader *reader, const char *piece, size_t length)
{
    struct sl_row_options *options = &reader->options;
    const bool second_half = reader->after_cr && piece[0] == '\n';
    const bool ends = piece[length - 1] == '\n' || piece[length - 1] == '\r';
    if (!is_skipping(reader)) return false;
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

/* Is the piece (a part of) a line that is none of a row's? Lines are skipped at the beginning, and
 * where they start with the comment character. */
static bool is_beside(struct sl_row_reader *reader, const char *piece, size_t length)
{
    bool ends = piece[length - 1] == '\n' || piece[length - 1] == '\r';
    if (is_skipped(reader, piece, length)) return true;
    if (reader->options.comment == 0) return false;
    if (!reader->in_comment &&
        (reader->row_open || (unsigned char)piece[0] != reader->options.comment))
        return false;
    reader->in_comment = !ends;
    return true;
}

static bool is_plain(const struct sl_row_reader *reader, char byte)
{
    return (unsigned char)byte != reader->delimiter && (unsigned char)byte != reader->quote;
}

/* Passes over empty lines between rows, of which libcsv would hand out rows without cells, and over
 * lines of blanks. */
static void skip_line_ends(struct sl_row_reader *reader)
{
    const char *data = reader->data;
    const size_t end = reader->end;
    size_t at = reader->at;
    bool after_cr = reader->after_cr;
    int64_t lines = 0;
    for (; at < end; at++) {
        for (; !after_cr && end - at > 8 && memcmp(data + at, "\n\n\n\n\n\n\n\n", 8) == 0; at += 8)
            lines += 8;
        const size_t from = at;
        while (at < end && (data[at] == ' ' || data[at] == '\t') && is_plain(reader, data[at]))
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

static enum sl_status feed(struct sl_row_reader *reader, struct sl_error *err)
{
    const char *piece = reader->data + reader->at;
    size_t length = feed_length(reader);
    if (is_beside(reader, piece, length)) {
        pass(reader, piece, length);
        return SL_OK;
    }
    if (!reader->row_open) {
        reader->row_line = reader->line;
        sl_buffer_clear(&reader->raw);
    }
    if (reader->keep_raw) sl_buffer_add(&reader->raw, piece, length);
    if (memchr(piece, '\0', length) != NULL) {
        return refuse(reader, err,
                      "expected UTF-8 text, found a NUL byte (is it UTF-16, or no CSV file?)");
    }
    reader->blanks = blank_run(reader, piece, length);
    if (reader->blanks > SL_ROW_FIELD_MAX) {
        reader->line = reader->row_line;
        reader->fault = reader->count;
        return refuse(reader, err, too_long_a_cell);
    }
    if (!is_ascii(piece, length)) reader->row_ascii = false;
    reader->row_ended = false;
    if (csv_parse(&reader->parser, piece, length, take_cell, take_row_end, reader) != length)
        return parse_failed(reader, err);
    if (reader->out_of_memory || reader->bytes.failed || reader->raw.failed ||
        reader->before.failed) {
        reader->over = true;
        return sl_fail_memory(err);
    }
    if (reader->width == 0 && reader->count > SL_ROW_CELLS_MAX)
        return refuse(reader, err, too_many_columns); /* without waiting for the line's end */
    if (reader->width == 0 && reader->row_too_long) return refuse(reader, err, too_long_a_row);
    reader->row_open = !reader->row_ended;
    pass(reader, piece, length);
    return SL_OK;
}

/* Adds blank cells where the row has fewer than the first one. false when memory is out. */
static bool fill_row(struct sl_row_reader *reader)
{
    while (reader->count < reader->width) {
        if (!sl_vector_grow(&reader->cells, reader->count, &reader->capacity,
                            sizeof *reader->cells))
            return false;
        reader->cells[reader->count++] = (struct sl_row_cell){.text = NULL, .length = 0};
    }
    return true;
}

static enum sl_status check_row(struct sl_row_reader *reader, struct sl_row *out,
                                struct sl_error *err)
{
    if (reader->count > SL_ROW_CELLS_MAX && reader->width == 0)
        return refuse(reader, err, too_many_columns);
    if (reader->width == 0) reader->width = reader->count;
    if (reader->count != reader->width) {
        return sl_fail(err, SL_INVALID, "expected %zu cells, as in the header, found %zu",
                       reader->width, reader->count);
    }
    if (reader->row_too_long) return sl_fail(err, SL_INVALID, "%s", too_long_a_row);
    if (reader->row_ascii) return SL_OK;
    for (size_t i = 0; i < out->count; i++) {
        if (sl_text_is_utf8(out->cells[i].text, out->cells[i].length)) continue;
        out->bad = i;
        return sl_fail(err, SL_INVALID, "expected UTF-8 (save the file as UTF-8)");
    }
    return SL_OK;
}

/* Drops the last cell of a row without a header that says what was wrong with the row. */
static void drop_error(struct sl_row_reader *reader)
{
    reader->error_dropped = false;
    if (reader->options.width == 0 || reader->count == 0 || reader->row_too_long ||
        reader->count > reader->options.width + 1)
        return;
    const size_t length = reader->cells[reader->count - 1].length;
    if (length + 1 < sizeof SL_ROW_ERROR || reader->bytes.length < length + 1) return;
    const char *text = reader->bytes.data + reader->bytes.length - length - 1;
    reader->error_dropped = strncmp(text, SL_ROW_ERROR, sizeof SL_ROW_ERROR - 1) == 0;
    if (reader->error_dropped) reader->count--;
}

static enum sl_status hand_out(struct sl_row_reader *reader, struct sl_row *out,
                               struct sl_error *err)
{
    drop_error(reader);
    if (reader->options.fill && !fill_row(reader)) return sl_fail_memory(err);
    char *next = reader->bytes.data;
    size_t kept = reader->row_too_long ? 0 : reader->count;
    if (reader->width > 0 && kept > reader->width) kept = reader->width;
    if (kept > SL_ROW_CELLS_MAX) kept = SL_ROW_CELLS_MAX;
    for (size_t i = 0; i < kept; i++) {
        struct sl_row_cell *cell = &reader->cells[i];
        cell->text = cell->length > 0 ? next : reader->empty;
        if (cell->length > 0) next += cell->length + 1;
    }
    *out = (struct sl_row){
        .line = reader->row_line, .cells = reader->cells, .count = kept, .bad = SL_ROW_NO_CELL};
    return check_row(reader, out, err);
}

/* The last row, where the file does not end with a line end. */
static enum sl_status end_file(struct sl_row_reader *reader, struct sl_row *out,
                               struct sl_error *err)
{
    reader->over = true;
    reader->row_ended = false;
    if (reader->options.skip_to != NULL && reader->consumed > 0)
        return sl_fail(err, SL_INVALID, "expected a line whose first cell is '%s', found none",
                       reader->options.skip_to);
    if (csv_fini(&reader->parser, take_cell, take_row_end, reader) != 0) {
        out->line = reader->row_line;
        out->bad = reader->count;
        reader->broke = true;
        return sl_fail(err, SL_INVALID,
                       "expected a closing quote for the quoted cell in the row that starts here, "
                       "found the end of the file");
    }
    if (reader->out_of_memory || reader->bytes.failed) return sl_fail_memory(err);
    return reader->count > 0 ? hand_out(reader, out, err) : SL_NOTHING;
}

enum sl_status sl_row_reader_top(struct sl_row_reader *reader, const char **out,
                                 struct sl_error *err)
{
    enum sl_status status = SL_OK;
    if (!reader->file_began) status = begin_file(reader, err);
    while (status == SL_OK && is_skipping(reader)) {
        if (reader->at == reader->end) status = fill(reader, 1, err);
        if (status != SL_OK || reader->at == reader->end) break;
        const char *piece = reader->data + reader->at;
        const size_t length = feed_length(reader);
        if (!is_skipped(reader, piece, length)) break;
        pass(reader, piece, length);
    }
    if (status == SL_OK && reader->before.failed) return sl_fail_memory(err);
    *out = reader->before.data;
    return status;
}

enum sl_status sl_row_reader_next(struct sl_row_reader *reader, struct sl_row *out,
                                  struct sl_error *err)
{
    enum sl_status status = SL_OK;
    *out = (struct sl_row){.line = reader->line, .bad = SL_ROW_NO_CELL};
    if (reader->over) return SL_NOTHING;
    sl_buffer_clear(&reader->bytes);
    reader->count = 0;
    reader->row_ascii = true;
    reader->row_too_long = false;
    if (!reader->file_began) status = begin_file(reader, err);
    while (status == SL_OK) {
        if (reader->at == reader->end) status = fill(reader, 1, err);
        if (status != SL_OK) break;
        if (reader->at == reader->end) return end_file(reader, out, err);
        if (!reader->row_open && !reader->in_comment && !is_skipping(reader))
            skip_line_ends(reader);
        if (reader->at == reader->end) continue;
        status = feed(reader, err);
        if (status == SL_OK && reader->row_ended && reader->count > 0)
            return hand_out(reader, out, err);
    }
    out->line = reader->line;
    out->bad = reader->fault;
    return status;
}
