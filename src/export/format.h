/* What an output format is: a few functions that receive columns and cells and append bytes. A
 * format knows no query and no row; what fills the cells (walk.h) knows no format. */
#ifndef EXPORT_FORMAT_H
#define EXPORT_FORMAT_H

#include <stakeline/output.h>

#include "base/buffer.h"

struct sl_column {
    const char *name; /* in CSV and JSON the column's name, for people its heading */
    enum sl_show show;
    bool number;       /* unquoted in JSON, on the right in a table */
    enum sl_type type; /* of the exact cells */
};

/* The text of one cell, blank when its length is 0. Borrowed for the call. */
struct sl_span {
    const char *text;
    size_t length;
};

/* One sequence of rows being written. */
struct sl_writer {
    const struct sl_column *columns; /* they live as long as the writer */
    size_t count;
    size_t rows; /* given so far */
    struct sl_output_options options;
    struct sl_buffer *out; /* where a format appends; whoever drives it sends that on */
    const char *path;      /* a file for a format that writes one itself (`whole_file`) */
    void *state;           /* the format's own, made by begin, freed by release */
};

struct sl_format_type {
    bool whole_file; /* writes the file at `path`, which goes with no other output */
    bool apart;      /* what rows become does not depend on those before */
    bool for_people; /* takes combined, grouped and rounded cells, safe to print (present.c) */
    enum sl_status (*begin)(struct sl_writer *writer, struct sl_error *err);
    enum sl_status (*row)(struct sl_writer *writer, const struct sl_span *walk,
                          struct sl_error *err);
    enum sl_status (*end)(struct sl_writer *writer, struct sl_error *err);
    void (*release)(struct sl_writer *writer); /* NULL where there is nothing to free */
};

extern const struct sl_format_type sl_format_csv;
extern const struct sl_format_type sl_format_json;
extern const struct sl_format_type sl_format_ndjson;
extern const struct sl_format_type sl_format_table;
extern const struct sl_format_type sl_format_markdown;
extern const struct sl_format_type sl_format_xlsx;

#endif
