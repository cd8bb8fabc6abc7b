/* A book in a temporary folder, filled from a CSV, and its answers as text: for the tests of the
 * questions that a book is asked. */
#ifndef TESTS_UNIT_LOG_BOOK_H
#define TESTS_UNIT_LOG_BOOK_H

#include <stakeline/import.h>
#include <stakeline/query.h>

#include "base/buffer.h"

struct log_book {
    char folder[32], path[48], csv[48];
    struct sl_book *book;
    struct sl_error err;
    const struct sl_row_type *type; /* of the rows that are written */
    const char *columns;            /* their names between blanks; NULL: all */
    struct sl_buffer out;           /* the rows, a line each, cells between "|" */
};

/* cmocka's set-up and tear-down; *state is the struct log_book. */
int log_book_set_up(void **state);
int log_book_tear_down(void **state);

/* Imports the CSV; fails the test when it is refused. */
void log_book_import(struct log_book *log, const char *csv);

/* The sink that writes these columns of rows of this type to log->out, which it empties. */
struct sl_sink log_book_sink(struct log_book *log, const struct sl_row_type *type,
                             const char *columns);

/* Did the question end well, with these rows? */
void assert_rows(struct log_book *log, enum sl_status status, const char *expected);

/* The names of the columns of a type, between blanks. */
void assert_columns(const struct sl_row_type *type, const char *expected);

#endif
