/* Statements and their errors in a person's words. */
#include "store/statement.h"

#include <limits.h>
#include <string.h>

/* SQLite's reason, with the system's where there is one. */
static enum sl_status fail_with_system(struct sl_database *database, const char *what,
                                       struct sl_error *err)
{
    int system = sqlite3_system_errno(database->raw);
    return sl_fail(err, SL_FAILED, "%s: %s (%s)", database->path, what,
                   system != 0 ? strerror(system) : sqlite3_errmsg(database->raw));
}

enum sl_status sl_database_fail(struct sl_database *database, int code, struct sl_error *err)
{
    const char *path = database->path;
    if (database->raw == NULL) return sl_fail_memory(err);
    switch (code & 0xff) {
    case SQLITE_NOMEM: return sl_fail_memory(err);
    case SQLITE_FULL: return sl_fail(err, SL_FAILED, "%s: the disk is full", path);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return sl_fail(err, SL_FAILED, "%s: is being written by another process", path);
    case SQLITE_CORRUPT:
        return sl_fail(err, SL_FAILED, "%s: is damaged (%s)", path, sqlite3_errmsg(database->raw));
    case SQLITE_NOTADB: return sl_fail(err, SL_FAILED, "%s: is not a stakeline database", path);
    case SQLITE_IOERR: return fail_with_system(database, "cannot be read or written", err);
    case SQLITE_READONLY:
        if (sqlite3_extended_errcode(database->raw) != SQLITE_READONLY_DIRECTORY)
            return fail_with_system(database, "cannot be written", err);
        return sl_fail(err, SL_FAILED, "%s: cannot be written (Permission denied in its folder)",
                       path);
    case SQLITE_CANTOPEN: return fail_with_system(database, "cannot be opened", err);
    case SQLITE_TOOBIG: return sl_fail(err, SL_FAILED, "%s: a cell is too long", path);
    default: return sl_fail(err, SL_FAILED, "%s: %s", path, sqlite3_errmsg(database->raw));
    }
}

enum sl_status sl_database_run(struct sl_database *database, const char *sql, struct sl_error *err)
{
    int code = sqlite3_exec(database->raw, sql, NULL, NULL, NULL);
    return code == SQLITE_OK ? SL_OK : sl_database_fail(database, code, err);
}

enum sl_status sl_statement_prepare(struct sl_statement *statement, struct sl_database *database,
                                    const char *sql, struct sl_error *err)
{
    if (statement->raw != NULL) return SL_OK;
    int code = sqlite3_prepare_v3(database->raw, sql, -1, SQLITE_PREPARE_PERSISTENT,
                                  &statement->raw, NULL);
    if (code != SQLITE_OK) return sl_database_fail(database, code, err);
    statement->database = database;
    statement->code = SQLITE_OK;
    return SL_OK;
}

enum sl_status sl_statement_prepare_on(struct sl_statement *statement, struct sl_database *database,
                                       const char *table, const char *sql, struct sl_error *err)
{
    char text[256];
    if (statement->raw != NULL) return SL_OK;
    sqlite3_snprintf(sizeof text, text, sql, table);
    return sl_statement_prepare(statement, database, text, err);
}

void sl_statement_release(struct sl_statement *statement)
{
    sqlite3_finalize(statement->raw);
    *statement = (struct sl_statement){0};
}

static void keep_code(struct sl_statement *statement, int code)
{
    if (code != SQLITE_OK && statement->code == SQLITE_OK) statement->code = code;
}

void sl_statement_bind_integer(struct sl_statement *statement, int parameter, int64_t value)
{
    keep_code(statement, sqlite3_bind_int64(statement->raw, parameter, value));
}

void sl_statement_bind_text(struct sl_statement *statement, int parameter, const char *text,
                            size_t length)
{
    keep_code(statement, length > INT_MAX ? SQLITE_TOOBIG
                                          : sqlite3_bind_text(statement->raw, parameter, text,
                                                              (int)length, SQLITE_STATIC));
}

void sl_statement_bind_blob(struct sl_statement *statement, int parameter, const void *bytes,
                            size_t length)
{
    keep_code(statement, length > INT_MAX ? SQLITE_TOOBIG
                                          : sqlite3_bind_blob(statement->raw, parameter,
                                                              bytes == NULL ? "" : bytes,
                                                              (int)length, SQLITE_STATIC));
}

void sl_statement_bind_null(struct sl_statement *statement, int parameter)
{
    keep_code(statement, sqlite3_bind_null(statement->raw, parameter));
}

/* A full disk, or memory that runs out, may have ended the transaction already: what is written
 * after that would be stored at once, a part of the whole. */
static bool is_lost(const struct sl_database *database)
{
    return database->changing && sqlite3_get_autocommit(database->raw);
}

enum sl_status sl_statement_step(struct sl_statement *statement, struct sl_error *err)
{
    int code = statement->code;
    if (is_lost(statement->database))
        return sl_fail(err, SL_FAILED, "%s: the change was given up", statement->database->path);
    statement->code = SQLITE_OK;
    if (code == SQLITE_OK) code = sqlite3_step(statement->raw);
    if (code == SQLITE_ROW) return SL_OK;
    enum sl_status status =
        code == SQLITE_DONE ? SL_NOTHING : sl_database_fail(statement->database, code, err);
    sqlite3_reset(statement->raw);
    return status;
}

enum sl_status sl_statement_run(struct sl_statement *statement, struct sl_error *err)
{
    enum sl_status status = sl_statement_step(statement, err);
    if (status == SL_OK) sqlite3_reset(statement->raw); /* gave a row, which nobody asked for */
    return status == SL_NOTHING ? SL_OK : status;
}

void sl_statement_reset(struct sl_statement *statement)
{
    if (statement->raw != NULL) sqlite3_reset(statement->raw);
    statement->code = SQLITE_OK;
}

int64_t sl_statement_integer(struct sl_statement *statement, int column)
{
    return sqlite3_column_int64(statement->raw, column);
}

const char *sl_statement_text(struct sl_statement *statement, int column)
{
    return (const char *)sqlite3_column_text(statement->raw, column);
}

const void *sl_statement_blob(struct sl_statement *statement, int column, size_t *length)
{
    const void *bytes = sqlite3_column_blob(statement->raw, column);
    *length = (size_t)sqlite3_column_bytes(statement->raw, column);
    return bytes;
}
