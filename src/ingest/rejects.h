/* The rows that a partial import leaves out, as a file that can be mended and imported alone: the
 * bytes of the source, each row with what is wrong with it in a last column, x_error. */
#ifndef INGEST_REJECTS_H
#define INGEST_REJECTS_H

#include <stdbool.h>

#include <iconv.h>

#include "base/buffer.h"
#include "base/file.h"
#include "ingest/row_reader.h"

/* An import takes no notice of a column of this name. */
#define SL_REJECTS_COLUMN "x_error"

/* All zero is a file that is not wanted. */
struct sl_rejects {
    const char *path;     /* NULL: not wanted */
    struct sl_file *file; /* NULL: no row was rejected yet */
    const char *source;   /* the file at hand */
    bool marked, stated;  /* it has a byte-order mark; its last column is x_error already */
    bool headless;        /* it has no header: SL_ROW_ERROR tells what is wrong with a row */
    bool encoding;        /* the file is in another encoding than UTF-8, by: */
    iconv_t encoder;
    struct sl_buffer header, first_header; /* of the file at hand, and of the first with a reject */
    struct sl_buffer line;
    unsigned char delimiter, quote;
};

/* SL_MISUSE when the path is that of one of the sources. */
enum sl_status sl_rejects_init(struct sl_rejects *rejects, const char *path,
                               const char *const *sources, size_t count, struct sl_error *err);

/* The rows that follow are of this file, whose header (NULL: it has none) the reader has just read.
 * `encoding` may be NULL: UTF-8. */
enum sl_status sl_rejects_source(struct sl_rejects *rejects, const char *source,
                                 const struct sl_row_reader *reader, const struct sl_row *header,
                                 const char *encoding, struct sl_error *err);

/* Adds the row that the reader read last. SL_INVALID when its file has other columns than an
 * earlier one with a rejected row. */
enum sl_status sl_rejects_row(struct sl_rejects *rejects, const struct sl_row_reader *reader,
                              const struct sl_row *row, const char *why, struct sl_error *err);

/* Puts the file in place where a row was rejected, or drops it. Releases all in any case. */
enum sl_status sl_rejects_end(struct sl_rejects *rejects, bool keep, struct sl_error *err);

#endif
