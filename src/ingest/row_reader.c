/* libcsv behind an interface that hands out rows. It is fed one physical line (at most 4 KiB of it)
 * at a time: its callbacks can neither stop it nor say where they are, and so a feed ends at most
 * one row and every row knows its line. */
#include "ingest/row_reader_inside.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"
#include "base/vector.h"
#include "ingest/decode.h"

static const char too_many_columns[] = "expected at most 1024 columns, found more";
static const char too_long_a_row[] = "expected a row of at most 16 MiB, found a longer one";
static const char too_long_a_cell[] = "expected cells of at most 1 MiB, found a longer one in the "
                                      "row that starts here (is a quote left "
                                      "open?)";

enum { READ_SIZE = 256 * 1024, FIELD_STEP = 4096 };

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
    csv_init(&reader->parser, CSV_STRICT | CSV_STRICT_FINI | CSV_EMPTY_IS_NULL | CSV_REPALL_NL |
                                  CSV_APPEND_NULL); /* fails for no parser alone */
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
    if (reader->data == NULL || reader->path == NULL) {
        status = sl_fail_memory(err);
        goto done;
    }
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
    csv_free(&reader->parser);
    if (reader->own_fd && reader->fd >= 0) close(reader->fd);
    sl_buffer_release(&reader->bytes);
    sl_decoder_free(reader->decoder);
    sl_buffer_release(&reader->raw);
    sl_buffer_release(&reader->before);
    sl_buffer_release(&reader->blank_row);
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

/* Reads until there are `more` bytes behind what is left, or the file ends. */
static enum sl_status fill(struct sl_row_reader *reader, size_t more, struct sl_error *err)
{
    const size_t left = reader->end - reader->at;
    memmove(reader->data, reader->data + reader->at, left);
    reader->at = 0;
    reader->end = left;
    while (reader->end < left + more) {
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
        reader->ended = got == 0;
        if (reader->ended) break;
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

static enum sl_status feed(struct sl_row_reader *reader, struct sl_error *err)
{
    const char *piece = reader->data + reader->at;
    size_t length = sl_lines_next(reader);
    if (sl_lines_beside(reader, piece, length)) {
        sl_lines_pass(reader, piece, length);
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
    reader->blanks = sl_lines_blank_run(reader, piece, length);
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
    sl_lines_pass(reader, piece, length);
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

/* The first row says how many cells every row has. false when memory is out. */
static bool take_width(struct sl_row_reader *reader)
{
    reader->width = reader->count;
    if (!reader->options.no_blank_rows || reader->width < 2) return true;
    for (size_t i = 1; i < reader->width; i++)
        sl_buffer_add_byte(&reader->blank_row, (char)reader->delimiter);
    return !reader->blank_row.failed;
}

static enum sl_status check_row(struct sl_row_reader *reader, struct sl_row *out,
                                struct sl_error *err)
{
    if (reader->count > SL_ROW_CELLS_MAX && reader->width == 0)
        return refuse(reader, err, too_many_columns);
    if (reader->width == 0 && !take_width(reader)) return sl_fail_memory(err);
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
    if (reader->options.width == 0 || reader->row_too_long ||
        reader->count > reader->options.width + 1)
        return;
    const size_t length = reader->cells[reader->count - 1].length;
    if (length + 1 < sizeof SL_ROW_ERROR) return;
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
    while (status == SL_OK && sl_lines_skipping(reader)) {
        if (sl_lines_want_more(reader)) status = fill(reader, 1, err);
        if (status != SL_OK || reader->at == reader->end) break;
        if (sl_lines_want_more(reader)) continue;
        const char *piece = reader->data + reader->at;
        const size_t length = sl_lines_next(reader);
        if (!sl_lines_skip(reader, piece, length)) break;
        sl_lines_pass(reader, piece, length);
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
        if (sl_lines_want_more(reader)) status = fill(reader, 1, err);
        if (status != SL_OK) break;
        if (reader->at == reader->end) return end_file(reader, out, err);
        if (sl_lines_want_more(reader)) continue;
        if (!reader->row_open && !reader->in_comment && !sl_lines_skipping(reader))
            sl_lines_pass_blank(reader);
        if (reader->at == reader->end) continue;
        status = feed(reader, err);
        if (status == SL_OK && reader->row_ended && reader->count > 0)
            return hand_out(reader, out, err);
    }
    out->line = reader->line;
    out->bad = reader->fault;
    return status;
}
