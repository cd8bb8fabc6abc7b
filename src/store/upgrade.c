/* A book of an older version becomes one of this: in one transaction, after a copy of it was put
 * beside it. The imports keep their hashes, which are of the events and not of how they are stored.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "store/inside.h"
#include "store/pack_store.h"
#include "store/schema.h"

enum { COPIES_MAX = 99 };

/* The name of a copy that is not there yet, in an allocation of the caller's. */
static enum sl_status name_copy(char **out, const char *name, int64_t version, struct sl_error *err)
{
    const size_t size = strlen(name) + 16;
    *out = malloc(size);
    if (*out == NULL) return sl_fail_memory(err);
    for (int number = 1; number <= COPIES_MAX; number++) {
        snprintf(*out, size, number == 1 ? "%s.v%d" : "%s.v%d-%d", name, (int)version, number);
        if (access(*out, F_OK) != 0) return SL_OK;
    }
    return sl_fail(err, SL_FAILED, "%s: there are too many copies of it already", name);
}

/* By a connection of its own: that of the transaction cannot be copied from. */
static enum sl_status copy_beside(struct sl_database *database, const char *name, int64_t version,
                                  struct sl_error *err)
{
    struct sl_database source = {.path = database->path};
    char *copy = NULL;
    enum sl_status status = name_copy(&copy, name, version, err);
    if (status == SL_OK) {
        int code =
            sqlite3_open_v2(name, &source.raw, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL);
        status = code == SQLITE_OK ? sl_database_backup(source.raw, copy, false, err)
                                   : sl_database_fail(&source, code, err);
    }
    sqlite3_close(source.raw);
    free(copy);
    return status;
}

/* Nothing in the file is trusted: what no event can be ends the upgrade. */
static bool read_event(struct sl_row *row, struct sl_statement *events)
{
    struct sl_event event;
    row->present = 0;
    for (int id = 0; id < SL_CELL_COUNT; id++) {
        const int type = sqlite3_column_type(events->raw, id);
        if (type == SQLITE_NULL) continue;
        row->present |= UINT32_C(1) << id;
        row->cell[id].text = NULL;
        if (type == SQLITE_TEXT) {
            row->cell[id].text = sl_statement_text(events, id);
            row->cell[id].length = (size_t)sqlite3_column_bytes(events->raw, id);
            if (row->cell[id].text == NULL || strlen(row->cell[id].text) != row->cell[id].length)
                return false;
        } else {
            row->cell[id].number = sl_statement_integer(events, id);
        }
    }
    return sl_event_from_row(&event, row);
}

static enum sl_status pack_events(struct sl_database *database, struct sl_error *err)
{
    struct sl_row row;
    struct sl_statement events = {0};
    struct sl_event_store log = {0};
    sl_event_store_begin(&log, database);
    enum sl_status status = sl_statement_prepare(&events, database, SL_SCHEMA_1_EVENTS, err);
    while (status == SL_OK && (status = sl_statement_step(&events, err)) == SL_OK) {
        status = read_event(&row, &events)
                     ? sl_event_store_add(&log, &row, true, err)
                     : sl_fail(err, SL_FAILED, "%s: is damaged (an event cannot be read)",
                               database->path);
    }
    if (status == SL_NOTHING) status = sl_event_store_end(&log, err);
    sl_statement_release(&events);
    sl_event_store_release(&log);
    return status;
}

/* Fills the table of what rounds and deals are made of. */
static enum sl_status pack_fundings(struct sl_database *database, struct sl_error *err)
{
    struct sl_row row;
    struct sl_scan scan = {.scope = SL_SCAN_ALL, .details = true};
    struct sl_pack_store funding = {.database = database, .funding = true};
    enum sl_status status = sl_scan_begin(&scan, database, 0, 0, err);
    while (status == SL_OK && (status = sl_scan_next(&scan, &row, err)) == SL_OK) {
        if (!sl_row_funds(&row)) continue;
        sl_row_leave_details(&row);
        status = sl_pack_store_add(&funding, &row, true, err);
    }
    if (status == SL_NOTHING) status = sl_pack_store_end(&funding, err);
    sl_scan_release(&scan);
    sl_pack_store_release(&funding);
    return status;
}

static enum sl_status upgrade(struct sl_database *database, const char *name, struct sl_error *err)
{
    int64_t old;
    enum sl_status status = sl_schema_check(database, &old, err);
    if (status != SL_OK || old == 0) return status; /* another process was quicker */
    status = copy_beside(database, name, old, err);
    if (status == SL_OK) status = sl_schema_begin_upgrade(database, old, err);
    if (status == SL_OK)
        status = old == 1 ? pack_events(database, err) : pack_fundings(database, err);
    if (status == SL_OK) status = sl_schema_end_upgrade(database, old, err);
    return status == SL_OK ? sl_schema_check(database, NULL, err) : status;
}

enum sl_status sl_book_upgrade(struct sl_database *database, const char *name, struct sl_error *err)
{
    struct sl_error why = {0};
    enum sl_status status = sl_database_run(database, "BEGIN IMMEDIATE", &why);
    if (status == SL_OK) {
        database->changing = true;
        status = upgrade(database, name, &why);
        database->changing = false;
        if (status == SL_OK) status = sl_database_run(database, "COMMIT", &why);
    }
    if (!sqlite3_get_autocommit(database->raw))
        sqlite3_exec(database->raw, "ROLLBACK", NULL, NULL, NULL);
    if (status == SL_OK) return status;
    return sl_fail(err, SL_FAILED, "is of an older version and cannot be brought up to date: %s",
                   why.message);
}
