/* Answers as text: tables for people, CSV, JSON, NDJSON and Markdown for programs and pages, XLSX
 * for spreadsheets. */
#ifndef STAKELINE_OUTPUT_H
#define STAKELINE_OUTPUT_H

#include <stdbool.h>
#include <stdio.h>

#include <stakeline/import.h>
#include <stakeline/row.h>

#ifdef __cplusplus
extern "C" {
#endif

enum sl_format {
    SL_FORMAT_TABLE,
    SL_FORMAT_CSV,
    SL_FORMAT_JSON,
    SL_FORMAT_NDJSON,
    SL_FORMAT_MARKDOWN,
    SL_FORMAT_XLSX /* only into a file, and only one sequence of rows */
};

struct sl_output_options {
    enum sl_format format;
    int width;        /* columns a table may take; 0: as many as it needs */
    bool colour;      /* tables only: bold headings, pending rows dim, mismatches marked */
    bool spreadsheet; /* CSV only: text that a spreadsheet would run as a formula gets an apostrophe
                       */
};

struct sl_output;

/* Opens a file that is written whole or not at all (a temporary file beside it, then a rename), or
 * standard output for a NULL path or "-". Pass *out to sl_output_close. */
SL_API enum sl_status sl_output_open(struct sl_output **out, const char *path,
                                     const struct sl_output_options *options, struct sl_error *err);

/* Begins rows of this type: writes the header where the format has one. */
SL_API enum sl_status sl_output_begin(struct sl_output *output, const struct sl_row_type *type,
                                      struct sl_error *err);
/* The sink that writes rows of the begun type to this output. */
SL_API struct sl_sink sl_output_sink(struct sl_output *output);
/* The same, for rows that can come from several threads: as they can in CSV and NDJSON. */
SL_API struct sl_parts sl_output_parts(struct sl_output *output);
/* The sink for sl_export_events (begins by itself; always CSV in the table format's place). */
SL_API struct sl_event_sink sl_output_event_sink(struct sl_output *output);
SL_API struct sl_event_parts sl_output_event_parts(struct sl_output *output);
/* Ends the rows: what a table has collected is printed, a JSON array is closed. */
SL_API enum sl_status sl_output_end(struct sl_output *output, struct sl_error *err);

/* Plain text between tables, as it is. */
SL_API enum sl_status sl_output_text(struct sl_output *output, const char *text,
                                     struct sl_error *err);

/* Flushes, checks and, for a file, makes it durable and puts it in place. Frees the output in any
 * case; a file that could not be written whole is not put in place. `keep` false drops it. */
SL_API enum sl_status sl_output_close(struct sl_output *output, bool keep, struct sl_error *err);

#ifdef __cplusplus
}
#endif

#endif
