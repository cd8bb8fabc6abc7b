/* Rows on their way into a table, several by one statement: half of what one row costs SQLite is
 * the beginning and the end of its statement. */
#ifndef STORE_INSERTS_H
#define STORE_INSERTS_H

#include "store/statement.h"

enum { SL_INSERTS_ROWS = 16, SL_INSERTS_COLUMNS = 4 /* at most */ };

struct sl_insert_cell {
    enum { SL_INSERT_NULL, SL_INSERT_INTEGER, SL_INSERT_TEXT } form;
    int64_t number;
    const char *text;
    size_t length;
};

struct sl_inserts {
    struct sl_database *database;
    const char *into; /* INSERT OR FAIL INTO table (columns): whoever is told of a failure takes the
                         whole transaction back, so that SQLite needs no journal of a statement */
    const char *behind; /* what follows the rows, or "" */
    int columns;
    struct sl_statement statement; /* of as many rows as there can be */
    struct sl_insert_cell cells[SL_INSERTS_ROWS * SL_INSERTS_COLUMNS];
    int count; /* of cells that wait */
};

/* The next cell of a row, in the order of the columns. Text is not copied: it must live until the
 * rows are flushed. */
void sl_inserts_null(struct sl_inserts *inserts);
void sl_inserts_integer(struct sl_inserts *inserts, int64_t number);
void sl_inserts_text(struct sl_inserts *inserts, const char *text, size_t length);
/* Ends a row: stores those that wait when they are as many as can be. */
enum sl_status sl_inserts_end_row(struct sl_inserts *inserts, struct sl_error *err);
/* Stores those that wait. */
enum sl_status sl_inserts_flush(struct sl_inserts *inserts, struct sl_error *err);
void sl_inserts_release(struct sl_inserts *inserts);

#endif
