#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "limit.h"

void limit_fail(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fputs("bench-limit: ", stderr);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
    exit(1);
}

void *limit_room(void *memory, size_t size)
{
    void *room = realloc(memory, size);
    if (room == NULL) limit_fail("out of memory");
    return room;
}

void limit_check(sqlite3 *db, int code)
{
    if (code != SQLITE_OK) limit_fail("%s", db != NULL ? sqlite3_errmsg(db) : sqlite3_errstr(code));
}

void limit_run(sqlite3 *db, const char *sql)
{
    limit_check(db, sqlite3_exec(db, sql, NULL, NULL, NULL));
}

sqlite3_stmt *limit_prepare(sqlite3 *db, const char *sql)
{
    sqlite3_stmt *statement;
    limit_check(db, sqlite3_prepare_v2(db, sql, -1, &statement, NULL));
    return statement;
}

static int usage(void)
{
    fputs("usage: bench-limit DB import FILE | timeline ISSUER | holders ISSUER DATE |"
          " snapshot DATE | years | investors\n",
          stderr);
    return 2;
}

int main(int count, char **arguments)
{
    const char *what = count > 2 ? arguments[2] : "", *first = count > 3 ? arguments[3] : NULL;
    const char *date = count > 3 ? arguments[count - 1] : "";
    sqlite3 *db;
    int64_t day = 0;
    if (strcmp(what, "import") == 0 && count == 4) {
        limit_import(first, arguments[1]);
        return 0;
    }
    if (count < 3) return usage();
    limit_check(
        NULL, sqlite3_open_v2(arguments[1], &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL));
    const bool dated = limit_day(date, strlen(date), &day);
    if (strcmp(what, "timeline") == 0 && count == 4)
        limit_timeline(db, first);
    else if (strcmp(what, "holders") == 0 && count == 5 && dated)
        limit_holders(db, first, day);
    else if (strcmp(what, "snapshot") == 0 && count == 4 && dated)
        limit_snapshot(db, day);
    else if (strcmp(what, "years") == 0 && count == 3)
        limit_totals(db, false);
    else if (strcmp(what, "investors") == 0 && count == 3)
        limit_totals(db, true);
    else
        return usage();
    limit_check(db, sqlite3_close(db));
    return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 1;
}
