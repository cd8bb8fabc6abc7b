/* Events in: files of the event CSV, single events, and the imports made so far. */
#ifndef STAKELINE_IMPORT_H
#define STAKELINE_IMPORT_H

#include <stdbool.h>

#include <stakeline/book.h>

#ifdef __cplusplus
extern "C" {
#endif

/* One thing wrong with the input. `line` counts from 1 (the header is line 1; 0: not about a
 * line), `column` is a column name or NULL. Borrowed for the call. */
struct sl_problem {
    const char *file;
    int64_t line;
    const char *column;
    const char *message;
};

struct sl_map; /* map.h */

struct sl_import_options {
    const char *known;  /* known date of the rows that state none; NULL: each row's own date */
    const char *source; /* source of the rows that state none; NULL: none */
    struct sl_date_rules dates; /* not with a map, which has its own */
    struct sl_map *map;         /* how the files are read; NULL: they are in our own columns */
    bool dry_run;               /* everything but the storing */
    bool partial;               /* rows with something wrong are left out, the others are stored */
    const char *rejects; /* with `partial`: a file for the rows that are left out, as they stand in
                            the source, each with what is wrong with it in a last column x_error
                            (which imports take no notice of); not touched when there are none */
    void (*on_problem)(void *context, const struct sl_problem *problem);         /* NULL allowed */
    void (*on_progress)(void *context, int64_t bytes_read, int64_t bytes_total); /* NULL allowed;
                               total is -1 where it is not known; called every few thousand rows */
    void *context;
};

struct sl_import_result {
    int64_t import; /* its number; 0 when nothing was stored */
    int64_t events; /* stored (or, in a dry run, that would be) */
    int64_t duplicates;
    int64_t rejected;  /* rows with something wrong */
    int64_t rows;      /* read through a map, and of these: */
    int64_t dropped;   /* left out by a condition of the map */
    int64_t unchanged; /* events of a snapshot that say what was known */
    int64_t inferred;  /* events made for positions that a snapshot no longer has */
    int64_t problems;  /* things wrong, of which the first 50 were given to on_problem */
    bool foreign;      /* without a map: a header that looks like none of ours */
};

/* Imports the files in one transaction, all or nothing; "-" is standard input. Every bad cell is
 * reported; when there is any the result is SL_INVALID and nothing is stored. A partial import ends
 * so only when a file has no header that it can use or cannot be read as CSV to its end, or when no
 * row is good. An import that finds
 * only duplicates stores nothing and is no import (import is 0). `options` may be NULL. */
SL_API enum sl_status sl_import_files(struct sl_book *book, const char *const *paths, size_t count,
                                      const struct sl_import_options *options,
                                      struct sl_import_result *result, struct sl_error *err);

/* One cell of an event, as it would stand in the CSV. */
struct sl_cell {
    const char *column;
    const char *text;
};

/* Stores one event from its cells, as an import of its own whose file is "(command line)". A
 * duplicate of a stored event is stored as a further copy. */
SL_API enum sl_status sl_add_event(struct sl_book *book, const struct sl_cell *cells, size_t count,
                                   const struct sl_import_options *options,
                                   struct sl_import_result *result, struct sl_error *err);

/* Rows of `imports`. */
struct sl_import_row {
    int64_t import;
    const char *at;   /* UTC, 2026-11-22T22:21:20Z */
    const char *file; /* the files, joined with "; " */
    const char *map;
    int64_t events, duplicates, rejected;
};
SL_API extern const struct sl_row_type sl_import_row_type;
/* In their order; SL_NOTHING when nothing was imported yet. */
SL_API enum sl_status sl_imports(struct sl_book *book, struct sl_sink sink, struct sl_error *err);

/* Takes the import back whole, with the names that only it brought. SL_NOTHING when there is no
 * such import. `*events` is how many events went (NULL allowed). */
SL_API enum sl_status sl_undo(struct sl_book *book, int64_t import, int64_t *events,
                              struct sl_error *err);

/* The column names of the event CSV, in their order. */
SL_API extern const char *const sl_event_columns[];
SL_API extern const size_t sl_event_column_count;

/* Writes the whole log as the event CSV, in the order of arrival, as rows of text cells. The x_
 * columns of all events follow the known ones. `header` is called once with the columns, then
 * `row` for each event with as many cells (NULL: blank). */
struct sl_event_sink {
    enum sl_status (*header)(void *context, const char *const *columns, size_t count,
                             struct sl_error *err);
    enum sl_status (*row)(void *context, const char *const *cells, size_t count,
                          struct sl_error *err);
    void *context;
};
SL_API enum sl_status sl_export_events(struct sl_book *book, struct sl_event_sink sink,
                                       struct sl_error *err);

/* A sink that can receive rows on several threads at once, in parts: as struct sl_parts. A part has
 * no header; `open` is called after that of `sink`. */
struct sl_event_parts {
    struct sl_event_sink sink;
    enum sl_status (*open)(void *context, struct sl_event_sink *part, struct sl_error *err);
    enum sl_status (*send)(void *context, const struct sl_event_sink *part, struct sl_error *err);
    void (*close)(struct sl_event_sink *part);
};
/* The same rows in the same order, given by as many threads as there is use for. */
SL_API enum sl_status sl_export_events_in_parts(struct sl_book *book, struct sl_event_parts parts,
                                                struct sl_error *err);

#ifdef __cplusplus
}
#endif

#endif
