/* The import: all rows in memory, sorted by issuer, day and arrival, into one clustered table. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "limit.h"

static const char schema[] =
    "PRAGMA cache_size = -65536; BEGIN;"
    "CREATE TABLE entity (id INTEGER PRIMARY KEY, name TEXT NOT NULL);"
    "CREATE TABLE event (issuer INTEGER, day INTEGER, seq INTEGER, known INTEGER, kind INTEGER,"
    " status INTEGER, holder INTEGER, counterparty INTEGER, class TEXT, stake INTEGER,"
    " stake_after INTEGER, shares INTEGER, outstanding INTEGER, ratio TEXT, amount INTEGER,"
    " currency TEXT, post_money INTEGER, round TEXT, role TEXT, instrument TEXT, deal TEXT,"
    " source TEXT, url TEXT, note TEXT, PRIMARY KEY (issuer, day, seq)) WITHOUT ROWID;";
static const char indexes[] =
    "PRAGMA cache_size = -16384;"
    "CREATE UNIQUE INDEX entity_name ON entity (name);"
    "CREATE INDEX event_holder ON event (holder, issuer);"
    "CREATE INDEX event_round ON event (issuer, kind, day, round, holder, status, amount, currency)"
    " WHERE kind IN (8, 9);"
    "COMMIT;";

static const char *const kinds[] = {"holding", "acquire",     "dispose", "issue", "cancel",
                                    "split",   "outstanding", "found",   "round", "debt",
                                    "ipo",     "merger",      "pact",    "note",  NULL};
static const char *const statuses[] = {"rumoured",  "talks",     "announced", "approved",
                                       "completed", "cancelled", NULL};

struct row {
    int32_t day, known;
    uint32_t issuer, holder, counterparty;
    uint8_t kind, status;
    int64_t stake, after, shares, outstanding, amount, post;
    struct cell texts[9]; /* those of text_columns */
};
static const int text_columns[9] = {CLASS,      RATIO, CURRENCY, ROUND, ROLE,
                                    INSTRUMENT, DEAL,  SOURCE,   URL};

struct rows {
    struct row *items;
    struct cell *notes;
    size_t count, capacity;
    struct names names;
};

static uint8_t word(const char *const *words, struct cell cell)
{
    for (uint8_t i = 0; words[i] != NULL; i++)
        if (strlen(words[i]) == cell.length && memcmp(words[i], cell.text, cell.length) == 0)
            return i;
    limit_fail("'%.*s' is not known", (int)cell.length, cell.text);
}

/* A decimal number with `decimals` digits after its point, as an integer. */
static int64_t number(struct cell cell, int decimals)
{
    int64_t value = 0;
    int left = -1;
    if (cell.length == 0) return NOT_STATED;
    if (cell.length > 17) limit_fail("a number is too long");
    for (uint32_t i = 0; i < cell.length; i++) {
        const char c = cell.text[i];
        if (c == '.' && left < 0 && decimals > 0) {
            left = decimals;
        } else if (c >= '0' && c <= '9' && left != 0) {
            value = value * 10 + (c - '0');
            if (left > 0) left--;
        } else {
            limit_fail("'%.*s' is not a number", (int)cell.length, cell.text);
        }
    }
    for (left = left < 0 ? decimals : left; left > 0; left--)
        value *= 10;
    return value;
}

static int32_t day(struct cell cell)
{
    int64_t found;
    if (!limit_day(cell.text, cell.length, &found))
        limit_fail("'%.*s' is not a date", (int)cell.length, cell.text);
    return (int32_t)found;
}

static void add(struct rows *rows, const struct cell cells[COLUMNS])
{
    if (rows->count == rows->capacity) {
        rows->capacity = rows->capacity == 0 ? 65536 : rows->capacity * 2;
        rows->items = limit_room(rows->items, rows->capacity * sizeof *rows->items);
        rows->notes = limit_room(rows->notes, rows->capacity * sizeof *rows->notes);
    }
    rows->notes[rows->count] = cells[NOTE];
    struct row *row = &rows->items[rows->count++];
    row->day = day(cells[DATE]);
    row->known = cells[KNOWN].length > 0 ? day(cells[KNOWN]) : row->day;
    row->kind = word(kinds, cells[KIND]);
    row->status = cells[STATUS].length > 0 ? word(statuses, cells[STATUS]) : COMPLETED;
    row->issuer = limit_name(&rows->names, cells[ISSUER]);
    row->holder = limit_name(&rows->names, cells[HOLDER]);
    row->counterparty = limit_name(&rows->names, cells[COUNTERPARTY]);
    row->stake = number(cells[STAKE], 2);
    row->after = number(cells[STAKE_AFTER], 2);
    if (row->issuer == 0 || row->stake > 10000 || row->after > 10000)
        limit_fail("a stake is out of range, or an issuer is missing");
    row->shares = number(cells[SHARES], 0);
    row->outstanding = number(cells[OUTSTANDING], 0);
    row->amount = number(cells[AMOUNT], 0);
    row->post = number(cells[POST_MONEY], 0);
    for (int i = 0; i < 9; i++)
        row->texts[i] = cells[text_columns[i]];
}

/* Stable: by day, then by issuer; each a counting sort. */
static uint32_t *sorted(const struct rows *rows)
{
    uint32_t *order = limit_room(NULL, rows->count * sizeof *order + 1);
    uint32_t *next = limit_room(NULL, rows->count * sizeof *next + 1);
    uint32_t *starts = calloc(rows->names.count + 2, sizeof *starts);
    int32_t low = INT32_MAX, high = INT32_MIN;
    for (size_t i = 0; i < rows->count; i++) {
        if (rows->items[i].day < low) low = rows->items[i].day;
        if (rows->items[i].day > high) high = rows->items[i].day;
    }
    uint32_t *days = calloc((uint32_t)high - (uint32_t)low + UINT64_C(2), sizeof *days);
    if (starts == NULL || days == NULL) limit_fail("out of memory");
    for (size_t i = 0; i < rows->count; i++) {
        days[rows->items[i].day - low + 1]++;
        starts[rows->items[i].issuer + 1]++;
    }
    for (int32_t i = low; i < high; i++)
        days[i - low + 1] += days[i - low];
    for (uint32_t i = 0; i < rows->names.count; i++)
        starts[i + 1] += starts[i];
    for (size_t i = 0; i < rows->count; i++)
        next[days[rows->items[i].day - low]++] = (uint32_t)i;
    for (size_t i = 0; i < rows->count; i++)
        order[starts[rows->items[next[i]].issuer]++] = next[i];
    free(next);
    free(days);
    free(starts);
    return order;
}

static void bind_number(sqlite3_stmt *statement, int at, int64_t value)
{
    if (value == NOT_STATED || value == 0)
        sqlite3_bind_null(statement, at);
    else
        sqlite3_bind_int64(statement, at, value);
}

static void bind_text(sqlite3_stmt *statement, int at, struct cell cell)
{
    if (cell.length == 0)
        sqlite3_bind_null(statement, at);
    else
        sqlite3_bind_text(statement, at, cell.text, (int)cell.length, SQLITE_STATIC);
}

static void insert_events(sqlite3 *db, const struct rows *rows, const uint32_t *order)
{
    static const int text_places[9] = {9, 14, 16, 18, 19, 20, 21, 22, 23};
    sqlite3_stmt *insert = limit_prepare(
        db, "INSERT INTO event VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
    for (size_t i = 0; i < rows->count; i++) {
        const struct row *row = &rows->items[order[i]];
        sqlite3_bind_int64(insert, 1, row->issuer);
        sqlite3_bind_int64(insert, 2, row->day);
        sqlite3_bind_int64(insert, 3, order[i]);
        sqlite3_bind_int64(insert, 4, row->known);
        sqlite3_bind_int64(insert, 5, row->kind);
        sqlite3_bind_int64(insert, 6, row->status);
        bind_number(insert, 7, row->holder);
        bind_number(insert, 8, row->counterparty);
        bind_number(insert, 10, row->stake);
        bind_number(insert, 11, row->after);
        bind_number(insert, 12, row->shares);
        bind_number(insert, 13, row->outstanding);
        bind_number(insert, 15, row->amount);
        bind_number(insert, 17, row->post);
        for (int j = 0; j < 9; j++)
            bind_text(insert, text_places[j], row->texts[j]);
        bind_text(insert, 24, rows->notes[order[i]]);
        if (sqlite3_step(insert) != SQLITE_DONE) limit_fail("%s", sqlite3_errmsg(db));
        sqlite3_reset(insert);
    }
    sqlite3_finalize(insert);
}

static void insert_names(sqlite3 *db, const struct names *names)
{
    sqlite3_stmt *insert = limit_prepare(db, "INSERT INTO entity VALUES (?,?)");
    for (uint32_t i = 0; i < names->count; i++) {
        sqlite3_bind_int64(insert, 1, i + 1);
        bind_text(insert, 2, names->items[i]);
        if (sqlite3_step(insert) != SQLITE_DONE) limit_fail("%s", sqlite3_errmsg(db));
        sqlite3_reset(insert);
    }
    sqlite3_finalize(insert);
}

/* The file as memory that may be written to and is not the file. */
static char *contents(const char *path, size_t *size)
{
    struct stat found;
    const int file = open(path, O_RDONLY);
    if (file < 0 || fstat(file, &found) != 0 || found.st_size == 0) limit_fail("%s: empty", path);
    *size = (size_t)found.st_size;
    char *text = mmap(NULL, *size, PROT_READ | PROT_WRITE, MAP_PRIVATE, file, 0);
    if (text == MAP_FAILED) limit_fail("%s: cannot be mapped", path);
    close(file);
    return text;
}

void limit_import(const char *csv, const char *path)
{
    struct rows rows = {0};
    struct cell cells[COLUMNS];
    size_t size;
    char *text = contents(csv, &size), *at = text;
    limit_row(&at, text + size, cells); /* the header */
    while (limit_row(&at, text + size, cells))
        add(&rows, cells);
    if (rows.count == 0) limit_fail("%s: no events", csv);
    uint32_t *order = sorted(&rows);
    sqlite3 *db;
    limit_check(NULL, sqlite3_open_v2(
                          path, &db,
                          SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL));
    limit_run(db, schema);
    insert_names(db, &rows.names);
    insert_events(db, &rows, order);
    limit_run(db, indexes);
    limit_check(db, sqlite3_close(db));
    printf("events\n%zu\n", rows.count);
    free(order);
    free(rows.items);
    free(rows.notes);
    free(rows.names.items);
    free(rows.names.table);
    munmap(text, size);
}
