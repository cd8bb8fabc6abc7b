/* The state of a reader, and the lines that it cuts a file into. */
#ifndef INGEST_ROW_READER_INSIDE_H
#define INGEST_ROW_READER_INSIDE_H

#include <csv.h>

#include "base/buffer.h"
#include "ingest/row_reader.h"

struct sl_row_reader {
    int fd;
    bool own_fd;
    char *path; /* for messages */
    struct sl_row_options options;
    struct sl_decoder *decoder; /* NULL: the file is UTF-8 */
    struct csv_parser parser;
    bool over; /* nothing more is handed out */

    char *data; /* READ_SIZE bytes, of which [at, end) are not parsed yet */
    size_t at, end;
    int64_t consumed;
    bool file_began, ended;

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
    size_t count, capacity;     /* count may exceed width, the cells beyond are not kept */
    size_t width;               /* cells of the first row; 0 before it */
    bool in_comment;            /* a comment line goes on */
    size_t blanks;              /* of the pieces handed to libcsv last, that were blanks alone */
    bool in_skipped;            /* a line that is skipped goes on */
    struct sl_buffer blank_row; /* the delimiters of one, where such rows are passed over */
    bool row_open, row_ended, row_ascii, row_too_long, out_of_memory;
    size_t fault; /* the cell in which the parser stopped, or SL_ROW_NO_CELL */
    char empty[1];
};

/* row_lines.c. Is nothing left of what was read, or too little to tell whether a line is the one
 * that is skipped to? */
bool sl_lines_want_more(const struct sl_row_reader *reader);
/* What is fed next: up to and with the end of a line (LF, CRLF or a lone CR). */
size_t sl_lines_next(const struct sl_row_reader *reader);
/* Moves behind a piece that ends at most one line. */
void sl_lines_pass(struct sl_row_reader *reader, const char *piece, size_t length);
/* Are lines at the beginning still being skipped? */
bool sl_lines_skipping(const struct sl_row_reader *reader);
/* Is the piece (a part of) a line at the beginning that is skipped? */
bool sl_lines_skip(struct sl_row_reader *reader, const char *piece, size_t length);
/* Is the piece (a part of) a line that is none of a row's? Lines are skipped at the beginning, and
 * where they start with the comment character. */
bool sl_lines_beside(struct sl_row_reader *reader, const char *piece, size_t length);
/* Passes over empty lines between rows, of which libcsv would hand out rows without cells, over
 * lines of blanks, and where the options say so over rows of blank cells. */
void sl_lines_pass_blank(struct sl_row_reader *reader);
/* The length of the run of blanks that the pieces so far end in, as far as it fills them. libcsv
 * keeps no blanks around a cell, and so would pass over any number of them, slowly. */
size_t sl_lines_blank_run(const struct sl_row_reader *reader, const char *piece, size_t length);

#endif
