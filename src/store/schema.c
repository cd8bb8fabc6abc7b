/* The embedded schema. A file is a book when its application id, version and every table and index
 * are what schema.sql says, comments and blanks aside. */
#include "store/schema.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

extern const char sl_schema_sql[]; /* schema.sql, embedded by the build */

enum { APPLICATION_ID = 0x534b4c4e /* "SKLN" */, USER_VERSION = 2, OBJECTS_MAX = 32 };

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Past blanks and comments. */
static const char *skip_blanks(const char *at, const char *end)
{
    while (at < end) {
        if (is_blank(*at)) {
            at++;
        } else if (*at == '-' && end - at > 1 && at[1] == '-') {
            while (at < end && *at != '\n')
                at++;
        } else {
            break;
        }
    }
    return at;
}

/* The end of the statement that starts here: its semicolon, or the end of the text. */
static const char *statement_end(const char *at, const char *end)
{
    bool quoted = false;
    while (at < end) {
        const char *next = quoted ? at : skip_blanks(at, end);
        if (next == end) break;
        if (next != at) {
            at = next;
            continue;
        }
        if (*at == '\'') quoted = !quoted;
        if (*at == ';' && !quoted) break;
        at++;
    }
    return at;
}

struct span {
    const char *start, *end;
};

/* Does the span read like the text, comments aside and every run of blanks as one? */
static bool reads_alike(struct span span, const char *text)
{
    const char *end = text + strlen(text);
    const char *a = skip_blanks(span.start, span.end);
    const char *b = skip_blanks(text, end);
    while (a < span.end && b < end) {
        const char *after_a = skip_blanks(a, span.end);
        const char *after_b = skip_blanks(b, end);
        if ((after_a == a) != (after_b == b)) return after_a == span.end && after_b == end;
        if (after_a == a) {
            if (*a != *b) return false;
            after_a++;
            after_b++;
        }
        a = after_a;
        b = after_b;
    }
    return skip_blanks(a, span.end) == span.end && skip_blanks(b, end) == end;
}

/* The CREATE statements of the embedded schema. */
static size_t schema_objects(struct span objects[OBJECTS_MAX])
{
    static const char word[] = "CREATE ";
    const char *at = sl_schema_sql;
    const char *end = at + strlen(at);
    size_t count = 0;
    while ((at = skip_blanks(at, end)) < end && count < OBJECTS_MAX) {
        const char *stop = statement_end(at, end);
        if (strncmp(at, word, sizeof word - 1) == 0) objects[count++] = (struct span){at, stop};
        at = stop < end ? stop + 1 : end;
    }
    return count;
}

enum sl_status sl_schema_make(struct sl_database *database, struct sl_error *err)
{
    enum sl_status status = sl_database_run(database, sl_schema_sql, err);
    if (status != SL_OK) return status;
    char stamp[96];
    sqlite3_snprintf(sizeof stamp, stamp, "PRAGMA application_id = %d; PRAGMA user_version = %d",
                     APPLICATION_ID, USER_VERSION);
    return sl_database_run(database, stamp, err);
}

static enum sl_status read_stamp(struct sl_database *database, const char *pragma, int64_t *out,
                                 struct sl_error *err)
{
    struct sl_statement statement = {0};
    enum sl_status status = sl_statement_prepare(&statement, database, pragma, err);
    if (status == SL_OK) status = sl_statement_step(&statement, err);
    if (status == SL_OK) *out = sl_statement_integer(&statement, 0);
    sl_statement_release(&statement);
    return status;
}

static bool take_object(struct span *objects, size_t count, const char *sql)
{
    for (size_t i = 0; i < count; i++) {
        if (objects[i].start != NULL && reads_alike(objects[i], sql)) {
            objects[i].start = NULL;
            return true;
        }
    }
    return false;
}

/* SL_NOTHING when there is no table at all. */
static enum sl_status check_objects(struct sl_database *database, struct sl_error *err)
{
    struct span objects[OBJECTS_MAX];
    const size_t count = schema_objects(objects);
    size_t found = 0;
    struct sl_statement statement = {0};
    enum sl_status status =
        sl_statement_prepare(&statement, database, "SELECT name, sql FROM sqlite_schema", err);
    while (status == SL_OK && (status = sl_statement_step(&statement, err)) == SL_OK) {
        const char *sql = sl_statement_text(&statement, 1);
        if (sql == NULL || !take_object(objects, count, sql)) {
            const char *name = sl_statement_text(&statement, 0);
            status = sl_fail(err, SL_FAILED, "%s: has another schema: '%s' is not stakeline's",
                             database->path, name == NULL ? "?" : name);
        }
        found++;
    }
    sl_statement_release(&statement);
    if (status != SL_NOTHING) return status;
    if (found == 0) return SL_NOTHING;
    if (found != count) {
        return sl_fail(err, SL_FAILED, "%s: has another schema: tables are missing",
                       database->path);
    }
    return SL_OK;
}

enum sl_status sl_schema_check(struct sl_database *database, struct sl_error *err)
{
    int64_t application = 0, version = 0;
    enum sl_status status = read_stamp(database, "PRAGMA application_id", &application, err);
    if (status == SL_OK) status = read_stamp(database, "PRAGMA user_version", &version, err);
    if (status != SL_OK) return status;
    if (application == 0 && version == 0) {
        struct sl_error ignored;
        if (check_objects(database, &ignored) == SL_NOTHING) return SL_NOTHING;
    }
    if (application != APPLICATION_ID) {
        return sl_fail(err, SL_FAILED, "%s: is not a stakeline database", database->path);
    }
    if (version != USER_VERSION) {
        return sl_fail(
            err, SL_FAILED,
            "%s: has version %lld of the schema, and this stakeline reads version %d (export "
            "its events with the stakeline that wrote it, and import them anew)",
            database->path, (long long)version, USER_VERSION);
    }
    status = check_objects(database, err);
    if (status == SL_NOTHING) {
        return sl_fail(err, SL_FAILED, "%s: has another schema: tables are missing",
                       database->path);
    }
    return status;
}
