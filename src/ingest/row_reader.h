/* Rows of cells out of a CSV file. csv.h is used behind this header only. */
#ifndef INGEST_ROW_READER_H
#define INGEST_ROW_READER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

enum {
    SL_ROW_FIELD_MAX = 1024 * 1024,      /* bytes of a cell, quotes and blanks around it included */
    SL_ROW_BYTES_MAX = 16 * 1024 * 1024, /* bytes of the cells of a row */
    SL_ROW_CELLS_MAX = 1024
};
#define SL_ROW_NO_CELL SIZE_MAX
#define SL_ROW_ERROR "x_error: " /* how rows without a header are told what is wrong with them */

struct sl_row_options {
    unsigned char delimiter; /* 0: comma */
    unsigned char quote;     /* 0: double quote */
    bool no_quote;           /* quotes are characters like others */
    const char *encoding;    /* as iconv names it; NULL: UTF-8 */
    int skip;                /* lines before the first row */
    const char *skip_to;     /* then all before the line whose first cell is this; NULL: none */
    bool keep_top;           /* sl_row_reader_top will be asked */
    unsigned char comment;   /* lines that start with it are no rows; 0: none */
    size_t width;            /* cells of every row; 0: as many as the first row has. Where it is
                                given, a last cell that starts with SL_ROW_ERROR is dropped */
    bool no_blank_rows;      /* rows of blank cells need not be handed out */
    bool fill;               /* a row with fewer cells has blank ones at its end */
    bool keep_raw;           /* sl_row_reader_raw will be asked */
};

/* Blanks at both ends are dropped, so that a blank cell, quoted or not, has length 0.
 * NUL-terminated, without a NUL inside, and the caller's to change until the next row. */
struct sl_row_cell {
    char *text;
    size_t length;
};

/* Moves *text behind the blanks at its start; its length without those at its end. */
size_t sl_row_trim(char **text, size_t length);
/* Drops the blanks at both ends: what a cell that did not come through a reader needs. */
void sl_row_cell_trim(struct sl_row_cell *cell);

struct sl_row {
    int64_t line; /* physical line on which the row (or what is wrong) starts, from 1 */
    struct sl_row_cell *cells;
    size_t count; /* that of the first row, always; a row that is SL_INVALID may have fewer */
    size_t bad;   /* the cell at fault when the row is SL_INVALID; SL_ROW_NO_CELL: no single one */
};

struct sl_row_reader;

/* Opens a file, or standard input for "-". SL_FAILED when that cannot be done. `options` may be
 * NULL. Pass *out to sl_row_reader_close. */
enum sl_status sl_row_reader_open(struct sl_row_reader **out, const char *path,
                                  const struct sl_row_options *options, struct sl_error *err);

/* The lines that are skipped before the first row, which are passed over if they were not yet. They
 * live as long as the reader; NULL when there are none. */
enum sl_status sl_row_reader_top(struct sl_row_reader *reader, const char **out,
                                 struct sl_error *err);

/* SL_OK and the next row, header included; SL_NOTHING at the end. SL_INVALID is a row that is not
 * right, with its line and the reason; reading can go on, and ends at once where what follows could
 * not be trusted. SL_FAILED is a failure to read. Empty lines are no rows. */
enum sl_status sl_row_reader_next(struct sl_row_reader *reader, struct sl_row *out,
                                  struct sl_error *err);

/* The row handed out last, as the file has it, line end included; lives until the next one. */
struct sl_row_raw {
    const char *text;
    size_t length;
    const char *before; /* the lines that were skipped before the first row */
    size_t before_length;
    size_t width; /* cells that a row has */
    bool marked;  /* the file began with a byte-order mark, which is not in the text */
    bool error;   /* the row's last cell was dropped, as it starts with SL_ROW_ERROR */
    unsigned char delimiter, quote; /* of the file; quote 0: none */
};
struct sl_row_raw sl_row_reader_raw(const struct sl_row_reader *reader);

/* Did the reader give up before the end of the file? */
bool sl_row_reader_broke(const struct sl_row_reader *reader);

/* Bytes of the file, where it is an ordinary one; else 0. */
int64_t sl_row_reader_size(const struct sl_row_reader *reader);

/* Bytes handed to the parser so far. */
int64_t sl_row_reader_position(const struct sl_row_reader *reader);

void sl_row_reader_close(struct sl_row_reader *reader); /* NULL is allowed */

#endif
