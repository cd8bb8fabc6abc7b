/* Opening and closing the database file, and the transactions around questions and changes. What
 * is in the file is not trusted (schema.c looks at it first). */
#include "store/book.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "store/inserts.h"
#include "store/inside.h"
#include "store/schema.h"

enum { BUSY_MILLISECONDS = 60000 };

/* SQLite's advice for files from outside. */
static enum sl_status harden(struct sl_database *database, struct sl_error *err)
{
    static const struct {
        int limit, value;
    } limits[] = {
        {SQLITE_LIMIT_LENGTH, 64 * 1024 * 1024},
        {SQLITE_LIMIT_SQL_LENGTH, 100000},
        {SQLITE_LIMIT_COLUMN, 100},
        {SQLITE_LIMIT_EXPR_DEPTH, 20},
        {SQLITE_LIMIT_COMPOUND_SELECT, 3},
        {SQLITE_LIMIT_VDBE_OP, 25000},
        {SQLITE_LIMIT_FUNCTION_ARG, 8},
        {SQLITE_LIMIT_ATTACHED, 0},
        {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 50},
        {SQLITE_LIMIT_VARIABLE_NUMBER, SL_INSERTS_ROWS * SL_INSERTS_COLUMNS},
        {SQLITE_LIMIT_TRIGGER_DEPTH, 1},
    };
    static const struct {
        int option, value;
    } options[] = {
        {SQLITE_DBCONFIG_DEFENSIVE, 1},      {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
        {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0}, {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
        {SQLITE_DBCONFIG_ENABLE_FKEY, 1},    {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
    };
    for (size_t i = 0; i < sizeof limits / sizeof limits[0]; i++)
        sqlite3_limit(database->raw, limits[i].limit, limits[i].value);
    for (size_t i = 0; i < sizeof options / sizeof options[0]; i++) {
        int code = sqlite3_db_config(database->raw, options[i].option, options[i].value, NULL);
        if (code != SQLITE_OK) return sl_database_fail(database, code, err);
    }
    sqlite3_extended_result_codes(database->raw, 1);
    sqlite3_busy_timeout(database->raw, BUSY_MILLISECONDS);
    return sl_database_run(database, "PRAGMA cell_size_check = 1", err);
}

/* A cache that holds the upper levels of a big book (much more for writing). SQLite reads
 * the schema for it: within a transaction it is the only reading. */
static enum sl_status widen_cache(struct sl_database *database, struct sl_error *err)
{
    return sl_database_run(database, "PRAGMA cache_size = -1024", err);
}

/* synchronous = EXTRA: what was reported as done outlives a power cut, which else may bring the
 * journal back. */
static enum sl_status prepare_writing(struct sl_database *database, struct sl_error *err)
{
    return sl_database_run(database, "PRAGMA page_size = 8192; PRAGMA synchronous = EXTRA", err);
}

static enum sl_status connect(struct sl_database *database, const char *name, int flags,
                              struct sl_error *err)
{
    int code = sqlite3_open_v2(name, &database->raw, flags | SQLITE_OPEN_NOMUTEX, NULL);
    if (code != SQLITE_OK) return sl_database_fail(database, code, err);
    enum sl_status status = harden(database, err);
    if (status == SL_OK && (flags & SQLITE_OPEN_READWRITE) != 0)
        status = prepare_writing(database, err);
    return status;
}

/* An import that was killed leaves a journal, which only a writer can roll back. */
static bool needs_writer(int code)
{
    return (code & 0xff) == SQLITE_READONLY || (code & 0xff) == SQLITE_CANTOPEN;
}

static void as_writer(const char *name, const char *sql)
{
    sqlite3 *raw = NULL;
    if (sqlite3_open_v2(name, &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) ==
        SQLITE_OK) {
        sqlite3_busy_timeout(raw, BUSY_MILLISECONDS);
        sqlite3_exec(raw, sql, NULL, NULL, NULL);
    }
    sqlite3_close(raw);
}

/* Has another program set the file to write ahead? */
static bool writes_ahead(const struct sl_database *database)
{
    sqlite3_stmt *mode = NULL;
    bool ahead = false;
    if (database->raw != NULL &&
        sqlite3_prepare_v2(database->raw, "PRAGMA journal_mode", -1, &mode, NULL) == SQLITE_OK &&
        sqlite3_step(mode) == SQLITE_ROW)
        ahead = sqlite3_stricmp((const char *)sqlite3_column_text(mode, 0), "wal") == 0;
    sqlite3_finalize(mode);
    return ahead;
}

static unsigned content_version(struct sl_book *book)
{
    unsigned version = 0;
    sqlite3_file_control(book->database.raw, "main", SQLITE_FCNTL_DATA_VERSION, &version);
    return version;
}

/* Two processes may find the file empty: the second waits, looks again and finds the book. */
static enum sl_status make_tables(struct sl_book *book, struct sl_error *err)
{
    enum sl_status status = sl_book_write_begin(book, err);
    if (status != SL_OK) return status;
    status = sl_schema_check(&book->database, NULL, err);
    if (status == SL_NOTHING) status = sl_schema_make(&book->database, err);
    status = sl_book_write_end(book, status, err);
    book->made_version = content_version(book);
    return status;
}

/* One state of the file is looked at: another process may be making its tables. `*code` is
 * SQLite's, of what failed. */
static enum sl_status connect_and_check(struct sl_database *database, const char *name,
                                        enum sl_access access, int64_t *old, int *code,
                                        struct sl_error *err)
{
    int flags = access == SL_ACCESS_READ ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    enum sl_status status = connect(database, name, flags, err);
    if (status == SL_OK) status = sl_database_run(database, "BEGIN", err);
    if (status == SL_OK) status = sl_schema_check(database, old, err);
    if (status == SL_OK) status = widen_cache(database, err);
    *code = sqlite3_extended_errcode(database->raw);
    if (database->raw != NULL && !sqlite3_get_autocommit(database->raw) &&
        sqlite3_exec(database->raw, "ROLLBACK", NULL, NULL, NULL) != SQLITE_OK &&
        status != SL_FAILED)
        status = sl_fail_memory(err);
    return status;
}

static void hang_up(struct sl_database *database)
{
    sqlite3_close(database->raw);
    database->raw = NULL;
}

/* A book is one file at rest, with a journal while it is written: what another program wrote ahead
 * becomes part of it. Of a file that is no book nothing but what opening made is taken away. */
static enum sl_status end_ahead(struct sl_database *database, const char *name,
                                enum sl_access access, enum sl_status status, struct sl_error *err)
{
    int code;
    hang_up(database);
    as_writer(name, status == SL_OK ? "PRAGMA journal_mode = DELETE" : "PRAGMA user_version");
    return status == SL_OK ? connect_and_check(database, name, access, NULL, &code, err) : status;
}

/* A book of an older version, which a question brings up to date as an import does. */
static enum sl_status upgrade_and_check(struct sl_database *database, const char *name,
                                        enum sl_access access, struct sl_error *err)
{
    int code;
    hang_up(database);
    enum sl_status status = connect(database, name, SQLITE_OPEN_READWRITE, err);
    if (status == SL_OK) status = sl_book_upgrade(database, name, err);
    hang_up(database);
    return status == SL_OK ? connect_and_check(database, name, access, NULL, &code, err) : status;
}

static enum sl_status open_file(struct sl_book *book, const char *name, enum sl_access access,
                                struct sl_error *err)
{
    struct sl_database *database = &book->database;
    int code;
    int64_t old = 0;
    enum sl_status status = connect_and_check(database, name, access, &old, &code, err);
    if (status == SL_FAILED && access == SL_ACCESS_READ && needs_writer(code)) {
        hang_up(database);
        as_writer(name, "PRAGMA user_version");
        status = connect_and_check(database, name, access, &old, &code, err);
    }
    if (writes_ahead(database)) status = end_ahead(database, name, access, status, err);
    if (status == SL_OK && old != 0) status = upgrade_and_check(database, name, access, err);
    if (status != SL_NOTHING) return status;
    if (access == SL_ACCESS_CREATE) return make_tables(book, err);
    return sl_fail(err, SL_FAILED, "%s: is empty, not a stakeline database", database->path);
}

static void disconnect(struct sl_book *book)
{
    sl_statement_release(&book->name_of);
    sl_statement_release(&book->names_of);
    sl_statement_release(&book->find_key);
    sl_statement_release(&book->find_rate);
    sl_statement_release(&book->issuers_of);
    sl_statement_release(&book->packs_of);
    sl_statement_release(&book->fundings_of);
    hang_up(&book->database);
}

/* Opens what has the path now. */
static enum sl_status open_path(struct sl_book *book, struct sl_error *err)
{
    const char *path = book->database.path;
    char *name = sl_book_file_name(path);
    if (name == NULL) return sl_fail_memory(err);
    enum sl_status status = SL_FAILED;
    for (int tries = 0; tries < 5; tries++) {
        status = sl_book_prepare_file(path, name, book->access, &book->made, err);
        if (status != SL_OK) break;
        status = open_file(book, name, book->access, err);
        /* Between the two another process may have removed the book that it had made. */
        if (status == SL_OK || book->access != SL_ACCESS_CREATE || access(name, F_OK) == 0) break;
        disconnect(book);
    }
    free(name);
    return status;
}

enum sl_status sl_book_open(struct sl_book **out, const char *path, enum sl_access access,
                            struct sl_error *err)
{
    struct sl_book *book = calloc(1, sizeof *book);
    if (book == NULL) return sl_fail_memory(err);
    book->access = access;
    book->database.path = strdup(path);
    enum sl_status status =
        book->database.path == NULL ? sl_fail_memory(err) : open_path(book, err);
    if (status == SL_OK) {
        *out = book;
    } else {
        sl_book_close(book);
    }
    return status;
}

/* Under the lock that keeps all others out, and only while nobody has stored anything. Whoever
 * waits for the lock meanwhile finds the file moved, and opens what is there then. */
void sl_book_discard(struct sl_book *book)
{
    if (book == NULL) return;
    sqlite3 *raw = book->database.raw;
    char *name = book->made ? sl_book_file_name(book->database.path) : NULL;
    if (name != NULL && sqlite3_get_autocommit(raw)) {
        sqlite3_busy_timeout(raw, 0);
        int moved = 1;
        bool locked = sqlite3_exec(raw, "BEGIN EXCLUSIVE", NULL, NULL, NULL) == SQLITE_OK;
        sqlite3_file_control(raw, "main", SQLITE_FCNTL_HAS_MOVED, &moved);
        if (locked && !moved && content_version(book) == book->made_version) unlink(name);
        if (locked) sqlite3_exec(raw, "ROLLBACK", NULL, NULL, NULL);
    }
    free(name);
    sl_book_close(book);
}

void sl_book_close(struct sl_book *book)
{
    if (book == NULL) return;
    disconnect(book);
    sl_id_names_release(&book->names);
    sl_arena_release(&book->name_memory);
    sl_merges_forget(book);
    free(book->database.path);
    free(book);
}

enum sl_status sl_book_read_begin(struct sl_book *book, struct sl_error *err)
{
    if (book->readers > 0 || book->import != NULL) {
        book->readers++;
        return SL_OK;
    }
    /* BEGIN alone takes no lock: the first read does, and fixes what is seen. */
    enum sl_status status = sl_database_run(&book->database, "BEGIN; PRAGMA user_version", err);
    if (status != SL_OK) {
        if (!sqlite3_get_autocommit(book->database.raw))
            sqlite3_exec(book->database.raw, "ROLLBACK", NULL, NULL, NULL);
        return status;
    }
    book->readers++;
    book->trouble.status = SL_OK;
    sl_book_refresh(book);
    return SL_OK;
}

void sl_book_read_end(struct sl_book *book)
{
    if (book->readers > 0) book->readers--;
    if (book->readers > 0 || book->import != NULL) return;
    if (!sqlite3_get_autocommit(book->database.raw))
        sqlite3_exec(book->database.raw, "ROLLBACK", NULL, NULL, NULL);
}

static bool has_moved(const struct sl_book *book)
{
    int moved = 0;
    sqlite3_file_control(book->database.raw, "main", SQLITE_FCNTL_HAS_MOVED, &moved);
    return moved != 0;
}

/* The book's own lock lets no writer in: the same file is in the same state. */
static bool open_beside(struct sl_book *book, const struct sl_book *first)
{
    char *name = sl_book_file_name(first->database.path);
    book->access = SL_ACCESS_READ;
    book->database.path = strdup(first->database.path);
    const bool open = name != NULL && book->database.path != NULL &&
                      connect(&book->database, name, SQLITE_OPEN_READONLY, NULL) == SL_OK;
    free(name);
    if (!open) return false;
    sqlite3_busy_timeout(book->database.raw, 0);
    return sl_book_read_begin(book, NULL) == SL_OK && widen_cache(&book->database, NULL) == SL_OK &&
           !has_moved(first);
}

enum sl_status sl_book_beside(struct sl_book **out, const struct sl_book *book)
{
    /* only a rollback journal keeps others from changing the file while it is read */
    if (book->readers == 0 || book->import != NULL || writes_ahead(&book->database))
        return SL_NOTHING;
    struct sl_book *beside = calloc(1, sizeof *beside);
    if (beside == NULL) return SL_NOTHING;
    if (!open_beside(beside, book)) {
        sl_book_close(beside);
        return SL_NOTHING;
    }
    *out = beside;
    return SL_OK;
}

static enum sl_status begin_writing(struct sl_book *book, struct sl_error *err)
{
    return sl_database_run(&book->database, "PRAGMA cache_size = -16384; BEGIN IMMEDIATE", err);
}

enum sl_status sl_book_write_begin(struct sl_book *book, struct sl_error *err)
{
    if (!sqlite3_get_autocommit(book->database.raw))
        return sl_fail(err, SL_MISUSE, "the book is in use by another question or import");
    if (sqlite3_db_readonly(book->database.raw, "main") == 1)
        return sl_fail(err, SL_FAILED, "%s: cannot be written", book->database.path);
    enum sl_status status = begin_writing(book, err);
    if (status == SL_OK && has_moved(book)) {
        disconnect(book);
        status = open_path(book, err);
        if (status == SL_OK) status = begin_writing(book, err);
    }
    if (status != SL_OK) return status;
    book->database.changing = true;
    sl_book_refresh(book);
    return SL_OK;
}

enum sl_status sl_book_write_end(struct sl_book *book, enum sl_status status, struct sl_error *err)
{
    sqlite3 *raw = book->database.raw;
    book->database.changing = false;
    if (status == SL_OK) status = sl_database_run(&book->database, "COMMIT", err);
    /* A full disk may have rolled back already. */
    if (status != SL_OK && !sqlite3_get_autocommit(raw))
        sqlite3_exec(raw, "ROLLBACK", NULL, NULL, NULL);
    return status;
}

void sl_book_refresh(struct sl_book *book)
{
    const unsigned version = content_version(book);
    if (version == book->version) return;
    book->version = version;
    sl_book_forget(book);
}

void sl_book_forget(struct sl_book *book)
{
    sl_merges_forget(book);
    sl_id_names_release(&book->names);
}
