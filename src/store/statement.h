/* A thin layer over SQLite: statements whose errors come out as SL_FAILED with the file's path and
 * a reason that a person can act on. */
#ifndef STORE_STATEMENT_H
#define STORE_STATEMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <sqlite3.h>

#include "base/error.h"

struct sl_database {
    sqlite3 *raw;
    char *path;    /* as the user gave it, for messages */
    bool changing; /* inside of a transaction that writes: no statement is run outside of it */
};

/* All zero is a statement that was not prepared. A failed bind sticks until the next step. */
struct sl_statement {
    struct sl_database *database;
    sqlite3_stmt *raw;
    int code;
};

/* Fills `err` from SQLite's result code; returns SL_FAILED. */
enum sl_status sl_database_fail(struct sl_database *database, int code, struct sl_error *err);

/* Runs statements that give no rows. */
enum sl_status sl_database_run(struct sl_database *database, const char *sql, struct sl_error *err);

/* Does nothing when it is prepared already: a member can be prepared where it is first needed. */
enum sl_status sl_statement_prepare(struct sl_statement *statement, struct sl_database *database,
                                    const char *sql, struct sl_error *err);
/* The same of SQL in which the table stands as %s. */
enum sl_status sl_statement_prepare_on(struct sl_statement *statement, struct sl_database *database,
                                       const char *table, const char *sql, struct sl_error *err);
void sl_statement_release(struct sl_statement *statement);

/* Parameters count from 1. Text and blobs are not copied: they must live until the statement is
 * reset. */
void sl_statement_bind_integer(struct sl_statement *statement, int parameter, int64_t value);
void sl_statement_bind_text(struct sl_statement *statement, int parameter, const char *text,
                            size_t length);
void sl_statement_bind_blob(struct sl_statement *statement, int parameter, const void *bytes,
                            size_t length);
void sl_statement_bind_null(struct sl_statement *statement, int parameter);

/* SL_OK: a row. SL_NOTHING: no more rows; the statement is reset. */
enum sl_status sl_statement_step(struct sl_statement *statement, struct sl_error *err);
/* Steps a statement that gives no rows, and resets it. */
enum sl_status sl_statement_run(struct sl_statement *statement, struct sl_error *err);
void sl_statement_reset(struct sl_statement *statement);

/* Columns count from 0. A text is NULL for a NULL, and lives until the next step or reset. */
int64_t sl_statement_integer(struct sl_statement *statement, int column);
const char *sl_statement_text(struct sl_statement *statement, int column);
/* NULL where it is empty. */
const void *sl_statement_blob(struct sl_statement *statement, int column, size_t *length);

#endif
