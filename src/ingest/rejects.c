/* Writing rejected rows: as the source has them, byte for byte, but for the cell that is added at
 * their end. A row that a mending left as it was gets its new error in the old one's place. */
#include "ingest/rejects.h"

#include <errno.h>
#include <inttypes.h>
#include <string.h>
#include <sys/stat.h>

#include "base/text.h"
#include "ingest/decode.h"

static bool same_file(const char *a, const char *b)
{
    struct stat x, y;
    if (strcmp(a, b) == 0) return true;
    return stat(a, &x) == 0 && stat(b, &y) == 0 && S_ISREG(x.st_mode) && x.st_dev == y.st_dev &&
           x.st_ino == y.st_ino;
}

enum sl_status sl_rejects_init(struct sl_rejects *rejects, const char *path,
                               const char *const *sources, size_t count, struct sl_error *err)
{
    *rejects = (struct sl_rejects){.path = path};
    for (size_t i = 0; i < count && path != NULL; i++) {
        if (strcmp(sources[i], "-") == 0 || !same_file(path, sources[i])) continue;
        return sl_fail(err, SL_MISUSE, "%s: the rejects would overwrite a file that is imported",
                       path);
    }
    return SL_OK;
}

/* The length of the row without its line end. */
static size_t without_end(const char *text, size_t length)
{
    if (length > 0 && text[length - 1] == '\n') length--;
    if (length > 0 && text[length - 1] == '\r') length--;
    return length;
}

/* Where the last delimiter outside of quotes stands. */
static size_t last_delimiter(const struct sl_rejects *rejects, const char *text, size_t length)
{
    size_t last = length;
    bool quoted = false;
    for (size_t i = 0; i < length; i++) {
        const unsigned char c = (unsigned char)text[i];
        if (c == rejects->quote) quoted = !quoted;
        if (c == rejects->delimiter && !quoted) last = i;
    }
    return last;
}

enum sl_status sl_rejects_source(struct sl_rejects *rejects, const char *source,
                                 const struct sl_row_reader *reader, const struct sl_row *header,
                                 const char *encoding, struct sl_error *err)
{
    if (rejects->path == NULL) return SL_OK;
    if (!rejects->encoding && !sl_encoding_is_utf8(encoding)) {
        rejects->encoder = iconv_open(encoding, "UTF-8");
        rejects->encoding = rejects->encoder != (iconv_t)-1;
        if (!rejects->encoding)
            return sl_fail(err, SL_MISUSE, "rejects cannot be written in %s", encoding);
    }
    const struct sl_row_raw raw = sl_row_reader_raw(reader);
    rejects->source = source;
    rejects->marked = raw.marked;
    rejects->delimiter = raw.delimiter;
    rejects->quote = raw.quote;
    rejects->headless = header == NULL;
    rejects->stated = header != NULL && header->count > 0 &&
                      sl_text_same(header->cells[header->count - 1].text, SL_REJECTS_COLUMN);
    sl_buffer_clear(&rejects->header);
    if (header != NULL) sl_buffer_add(&rejects->header, raw.text, raw.length);
    return rejects->header.failed ? sl_fail_memory(err) : SL_OK;
}

/* Adds the file's own line end, that of its header. */
static void add_line_end(struct sl_rejects *rejects)
{
    const struct sl_buffer *header = &rejects->header;
    const size_t length = without_end(header->data, header->length);
    if (length == header->length) {
        sl_buffer_add_byte(&rejects->line, '\n');
    } else {
        sl_buffer_add(&rejects->line, header->data + length, header->length - length);
    }
}

static void add_quoted(struct sl_rejects *rejects, const char *text)
{
    for (; *text != '\0'; text++) {
        if (rejects->quote == 0 && (unsigned char)*text == rejects->delimiter) {
            sl_buffer_add_byte(&rejects->line, ' ');
            continue;
        }
        if ((unsigned char)*text == rejects->quote)
            sl_buffer_add_byte(&rejects->line, (char)rejects->quote);
        sl_buffer_add_byte(&rejects->line, *text);
    }
}

/* In the encoding that the source has; all of its characters came from there. */
static enum sl_status write_encoded(struct sl_rejects *rejects, struct sl_error *err)
{
    char piece[4096];
    char *from = rejects->line.data;
    size_t left = rejects->line.length;
    while (left > 0) {
        char *to = piece;
        size_t room = sizeof piece;
        const size_t done = iconv(rejects->encoder, &from, &left, &to, &room);
        if (done == (size_t)-1 && errno == EILSEQ && left > 0 && room >= 8) {
            char mark[] = "?", *at = mark; /* of the reason: the row's own came from there */
            size_t one = 1;
            if (iconv(rejects->encoder, &at, &one, &to, &room) == (size_t)-1) room = 0;
            for (from++, left--; left > 0 && ((unsigned char)*from & 0xc0) == 0x80; left--)
                from++;
        } else if (done == (size_t)-1 && errno != E2BIG && errno != EILSEQ) {
            return sl_fail(err, SL_FAILED, "%s: cannot be written in the source's encoding",
                           rejects->path);
        }
        enum sl_status status = sl_file_write(rejects->file, piece, (size_t)(to - piece), err);
        if (status != SL_OK) return status;
    }
    return SL_OK;
}

static enum sl_status write_line(struct sl_rejects *rejects, struct sl_error *err)
{
    if (rejects->line.failed) return sl_fail_memory(err);
    if (rejects->encoding) return write_encoded(rejects, err);
    return sl_file_write(rejects->file, rejects->line.data, rejects->line.length, err);
}

static enum sl_status begin(struct sl_rejects *rejects, const struct sl_row_raw *raw,
                            struct sl_error *err)
{
    enum sl_status status = sl_file_create(&rejects->file, rejects->path, err);
    if (status != SL_OK) return status;
    const struct sl_buffer *header = &rejects->header;
    sl_buffer_add(&rejects->first_header, header->data, header->length);
    sl_buffer_clear(&rejects->line);
    if (rejects->marked && !rejects->encoding) sl_buffer_add_text(&rejects->line, "\xef\xbb\xbf");
    sl_buffer_add(&rejects->line, raw->before, raw->before_length);
    if (rejects->headless) return write_line(rejects, err);
    sl_buffer_add(&rejects->line, header->data, without_end(header->data, header->length));
    if (!rejects->stated) {
        sl_buffer_add_byte(&rejects->line, (char)rejects->delimiter);
        sl_buffer_add_text(&rejects->line, SL_REJECTS_COLUMN);
    }
    add_line_end(rejects);
    return rejects->first_header.failed ? sl_fail_memory(err) : write_line(rejects, err);
}

static bool same_columns(const struct sl_buffer *a, const struct sl_buffer *b)
{
    const size_t length = without_end(a->data, a->length);
    return length == without_end(b->data, b->length) &&
           (length == 0 || memcmp(a->data, b->data, length) == 0);
}

/* The cell that says what is wrong. */
static void add_error(struct sl_rejects *rejects, const struct sl_row *row, const char *why)
{
    struct sl_buffer *line = &rejects->line;
    sl_buffer_add_byte(line, (char)rejects->delimiter);
    if (rejects->quote != 0) sl_buffer_add_byte(line, (char)rejects->quote);
    if (rejects->headless) sl_buffer_add_text(line, SL_ROW_ERROR);
    add_quoted(rejects, rejects->source);
    sl_buffer_printf(line, ":%" PRId64 ": ", row->line);
    add_quoted(rejects, why);
    if (rejects->quote != 0) sl_buffer_add_byte(line, (char)rejects->quote);
}

enum sl_status sl_rejects_row(struct sl_rejects *rejects, const struct sl_row_reader *reader,
                              const struct sl_row *row, const char *why, struct sl_error *err)
{
    enum sl_status status = SL_OK;
    if (rejects->path == NULL) return SL_OK;
    const struct sl_row_raw raw = sl_row_reader_raw(reader);
    if (rejects->file == NULL) status = begin(rejects, &raw, err);
    if (status != SL_OK) return status;
    if (!same_columns(&rejects->header, &rejects->first_header)) {
        return sl_fail(err, SL_INVALID,
                       "%s: has rejected rows, but other columns than a file before it that has "
                       "some, and one file of rejects cannot hold both; nothing was stored",
                       rejects->source);
    }
    const size_t end = without_end(raw.text, raw.length);
    size_t length = end;
    const bool whole = row->count == raw.width && row->bad == SL_ROW_NO_CELL;
    if ((rejects->stated && whole) || raw.error) length = last_delimiter(rejects, raw.text, length);
    sl_buffer_clear(&rejects->line);
    sl_buffer_add(&rejects->line, raw.text, length);
    if (!rejects->stated || whole) add_error(rejects, row, why);
    if (rejects->headless && end < raw.length)
        sl_buffer_add(&rejects->line, raw.text + end, raw.length - end);
    else
        add_line_end(rejects);
    return write_line(rejects, err);
}

enum sl_status sl_rejects_end(struct sl_rejects *rejects, bool keep, struct sl_error *err)
{
    enum sl_status status = sl_file_close(rejects->file, keep, err);
    sl_buffer_release(&rejects->header);
    sl_buffer_release(&rejects->first_header);
    sl_buffer_release(&rejects->line);
    if (rejects->encoding) iconv_close(rejects->encoder);
    *rejects = (struct sl_rejects){0};
    return status;
}
