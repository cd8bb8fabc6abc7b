/* The limit: what the fastest import and questions by hand on SQLite take, for the columns and
 * kinds of the generated logs alone. It splits, validates, interns names, sorts, inserts and
 * indexes as stakeline does, and knows only stakes in per cent: "the last level, and the changes
 * since". */
#ifndef BENCH_LIMIT_H
#define BENCH_LIMIT_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum limit_column {
    DATE,
    KNOWN,
    KIND,
    STATUS,
    ISSUER,
    HOLDER,
    COUNTERPARTY,
    CLASS,
    STAKE,
    STAKE_AFTER,
    SHARES,
    OUTSTANDING,
    RATIO,
    AMOUNT,
    CURRENCY,
    POST_MONEY,
    ROUND,
    ROLE,
    INSTRUMENT,
    DEAL,
    SOURCE,
    URL,
    NOTE,
    COLUMNS
};

enum { HOLDING, ACQUIRE, DISPOSE, ROUND_KIND = 8, DEBT_KIND = 9, COMPLETED = 4, CANCELLED = 5 };

#define NOT_STATED INT64_MIN

struct cell {
    const char *text;
    uint32_t length;
};

/* Ends the process with a message. */
_Noreturn void limit_fail(const char *format, ...) __attribute__((format(printf, 1, 2)));
void *limit_room(void *memory, size_t size); /* realloc that does not fail */
void limit_check(sqlite3 *db, int code);
void limit_run(sqlite3 *db, const char *sql);
sqlite3_stmt *limit_prepare(sqlite3 *db, const char *sql);

/* Days since 1970-01-01; false: not an ISO date. */
bool limit_day(const char *text, size_t length, int64_t *out);

/* Cuts the next row into its cells; false at the end. Doubled quotes are made single in place. */
bool limit_row(char **at, char *end, struct cell cells[COLUMNS]);

/* Names to numbers from 1 on, and back. The texts stay where they are. */
struct names {
    struct cell *items;
    uint32_t *table, count, size;
};
uint32_t limit_name(struct names *names, struct cell name);

void limit_import(const char *csv, const char *db);
/* timeline ISSUER, holders ISSUER, snapshot, years, investors: CSV on standard output. */
void limit_timeline(sqlite3 *db, const char *issuer);
void limit_holders(sqlite3 *db, const char *issuer, int64_t day);
void limit_snapshot(sqlite3 *db, int64_t day);
void limit_totals(sqlite3 *db, bool by_investor);

#endif
