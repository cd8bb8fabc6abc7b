/* The floor of a start: an empty program that opens an SQLite database and selects one row. */
#include <sqlite3.h>
#include <stdio.h>

int main(int count, char **arguments)
{
    sqlite3 *db = NULL;
    sqlite3_stmt *statement = NULL;
    int failed = 1;
    if (count != 3) {
        fputs("usage: bench-floor DB SQL\n", stderr);
        return 2;
    }
    if (sqlite3_open_v2(arguments[1], &db, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK &&
        sqlite3_prepare_v2(db, arguments[2], -1, &statement, NULL) == SQLITE_OK &&
        sqlite3_step(statement) == SQLITE_ROW)
        failed = printf("%s\n", (const char *)sqlite3_column_text(statement, 0)) < 0;
    if (failed) fprintf(stderr, "bench-floor: %s\n", sqlite3_errmsg(db));
    sqlite3_finalize(statement);
    sqlite3_close(db);
    return failed;
}
