/* The embedded schema. A file is a book when its application id, version and every table and index
 * are what schema.sql says, comments and blanks aside. */
#include "store/schema.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

extern const char sl_schema_sql[]; /* schema.sql and schema_1.sql, embedded by the build */
extern const char sl_schema_1_sql[];

enum {
    APPLICATION_ID = 0x534b4c4e /* "SKLN" */,
    USER_VERSION = 3,
    EVENTS_VERSION = 1, /* with a row for each event */
    PACKS_VERSION = 2,  /* without the table of fundings */
    OBJECTS_MAX = 32
};

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

struct span {
    const char *start, *end;
};

/* Does the span read like the text, comments aside and every run of blanks as one? */
static bool reads_alike(struct span span, const char *text, size_t length)
{
    const char *end = text + length;
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

static const char log_table[] = "CREATE TABLE pack ", funding_table[] = "CREATE TABLE funding ";

static bool begins_with(const char *text, const char *word)
{
    return strncmp(text, word, strlen(word)) == 0;
}

/* The CREATE statements of an embedded text. Each begins a line, and ends with the first semicolon
 * that ends one. */
static size_t schema_objects(struct span objects[OBJECTS_MAX], const char *text)
{
    size_t count = 0;
    const char *at = text, *end;
    while (count < OBJECTS_MAX && (at = strstr(at, "\nCREATE ")) != NULL &&
           (end = strstr(at, ";\n")) != NULL) {
        objects[count++] = (struct span){at + 1, end};
        at = end;
    }
    return count;
}

/* Those of a version: the older ones have no fundings, and the first another table of the log. */
static size_t version_objects(struct span objects[OBJECTS_MAX], int64_t version)
{
    struct span old[OBJECTS_MAX];
    const size_t count = schema_objects(objects, sl_schema_sql);
    size_t kept = 0;
    if (version == USER_VERSION) return count;
    schema_objects(old, sl_schema_1_sql);
    for (size_t i = 0; i < count; i++) {
        if (begins_with(objects[i].start, funding_table)) continue;
        const bool events = version == EVENTS_VERSION && begins_with(objects[i].start, log_table);
        objects[kept++] = events ? old[0] : objects[i];
    }
    return kept;
}

static enum sl_status write_stamp(struct sl_database *database, struct sl_error *err)
{
    char stamp[96];
    sqlite3_snprintf(sizeof stamp, stamp, "PRAGMA application_id = %d; PRAGMA user_version = %d",
                     APPLICATION_ID, USER_VERSION);
    return sl_database_run(database, stamp, err);
}

enum sl_status sl_schema_make(struct sl_database *database, struct sl_error *err)
{
    enum sl_status status = sl_database_run(database, sl_schema_sql, err);
    return status == SL_OK ? write_stamp(database, err) : status;
}

/* Makes one table of the schema. */
static enum sl_status make_table(struct sl_database *database, const char *table,
                                 struct sl_error *err)
{
    char sql[1024] = "";
    struct span objects[OBJECTS_MAX];
    const size_t count = schema_objects(objects, sl_schema_sql);
    for (size_t i = 0; i < count; i++) {
        if (begins_with(objects[i].start, table))
            sqlite3_snprintf(sizeof sql, sql, "%.*s", (int)(objects[i].end - objects[i].start),
                             objects[i].start);
    }
    return sl_database_run(database, sql, err);
}

enum sl_status sl_schema_begin_upgrade(struct sl_database *database, int64_t version,
                                       struct sl_error *err)
{
    enum sl_status status = make_table(database, funding_table, err);
    if (status == SL_OK && version == EVENTS_VERSION) status = make_table(database, log_table, err);
    return status;
}

enum sl_status sl_schema_end_upgrade(struct sl_database *database, int64_t version,
                                     struct sl_error *err)
{
    enum sl_status status = SL_OK;
    if (version == EVENTS_VERSION) status = sl_database_run(database, "DROP TABLE event", err);
    return status == SL_OK ? write_stamp(database, err) : status;
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

/* Is it the text, as it is in a book that this stakeline made? */
static bool is_same(struct span span, const char *text, size_t length)
{
    return (size_t)(span.end - span.start) == length && memcmp(span.start, text, length) == 0;
}

static bool take_object(struct span *objects, size_t count, const char *sql)
{
    const size_t length = strlen(sql);
    for (size_t i = 0; i < count; i++) {
        if (objects[i].start != NULL &&
            (is_same(objects[i], sql, length) || reads_alike(objects[i], sql, length))) {
            objects[i].start = NULL;
            return true;
        }
    }
    return false;
}

/* SL_NOTHING when there is no table at all. */
static enum sl_status check_objects(struct sl_database *database, int64_t version,
                                    struct sl_error *err)
{
    struct span objects[OBJECTS_MAX];
    const size_t count = version_objects(objects, version);
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

enum sl_status sl_schema_check(struct sl_database *database, int64_t *old, struct sl_error *err)
{
    int64_t application = 0, version = 0;
    if (old != NULL) *old = 0;
    enum sl_status status = read_stamp(database, "PRAGMA application_id", &application, err);
    if (status == SL_OK) status = read_stamp(database, "PRAGMA user_version", &version, err);
    if (status != SL_OK) return status;
    if (application == 0 && version == 0) {
        struct sl_error ignored;
        if (check_objects(database, version, &ignored) == SL_NOTHING) return SL_NOTHING;
    }
    if (application != APPLICATION_ID) {
        return sl_fail(err, SL_FAILED, "%s: is not a stakeline database", database->path);
    }
    const bool is_old = version == EVENTS_VERSION || version == PACKS_VERSION;
    if (version != USER_VERSION && (!is_old || old == NULL)) {
        return sl_fail(
            err, SL_FAILED,
            "%s: has version %lld of the schema, and this stakeline reads version %d (export "
            "its events with the stakeline that wrote it, and import them anew)",
            database->path, (long long)version, USER_VERSION);
    }
    status = check_objects(database, version, err);
    if (status == SL_OK && is_old) *old = version;
    if (status == SL_NOTHING) {
        return sl_fail(err, SL_FAILED, "%s: has another schema: tables are missing",
                       database->path);
    }
    return status;
}
