/* A database by other hands: refused with a reason and left as it was, or every question of it
 * answered, or answered with a reason. The first byte says what the rest is: r the file; p patches
 * of a good one (three bytes of offset, one of length, the bytes); c or d what stands in a pack,
 * claims or details. */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz.h"

static const char events[] =
    "date,known,kind,status,issuer,holder,counterparty,stake,shares,outstanding,amount,currency,"
    "round,deal,"
    "source,note,x_a\n"
    "1999-03-27,1999-03-27,acquire,completed,Nissan,Renault,,36.8,,,JPY 643 bn,,,,Reuters,,1\n"
    "2001,,outstanding,,Nissan,,,,,4220715112,,,,,,,\n"
    "2001-10-30,,acquire,announced,Renault,Nissan,,15,,,,,,cross,,,\n"
    "2002-03-28,,acquire,completed,Renault,Nissan,,,,,,,,cross,Les Echos,a note,\n"
    "2023-11-08,2023-02-06,dispose,completed,Nissan,Renault,French trust,28.4,,,,,,rn,,,2\n"
    "2024-Q1,,round,completed,Acme,Ada,,,,,USD 6M,,Series A,,,,\n"
    "2024-Q1,,round,completed,Acme,,,,,,USD 10M,,Series A,,,,\n";
static const char more[] = "date,kind,issuer,holder,stake\n2025,holding,Nissan,Renault,15\n"
                           "2025,holding,Nissan,Neu & Co,1\n";

static char *good;
static size_t good_size;
static const char *path, *csv_path, *out_path;

static void import(struct sl_book *book, const char *text, size_t length, struct sl_error *err)
{
    struct sl_import_result result;
    fuzz_write(csv_path, text, length);
    sl_import_files(book, &csv_path, 1, NULL, &result, err);
}

static void make_good(void)
{
    struct sl_error err = {0};
    path = fuzz_path("book.db");
    csv_path = fuzz_path("book.csv");
    out_path = fuzz_path("out.csv");
    struct sl_book *book = fuzz_book(path);
    import(book, events, sizeof events - 1, &err);
    fuzz_require(err.status == SL_OK, "the good log is imported", err.message);
    sl_book_close(book);
    good = fuzz_read(path, &good_size);
}

/* ---- the file that the input stands for ---- */

static void patch(const uint8_t *at, size_t left)
{
    char *bytes = fuzz_text((const uint8_t *)good, good_size);
    while (left > 4) {
        const size_t offset =
            ((size_t)at[0] | (size_t)at[1] << 8 | (size_t)at[2] << 16) % good_size;
        size_t length = at[3];
        at += 4, left -= 4;
        if (length > left) length = left;
        if (length > good_size - offset) length = good_size - offset;
        memcpy(bytes + offset, at, length);
        at += length, left -= length;
    }
    fuzz_write(path, bytes, good_size);
    free(bytes);
}

static void repack(const char *sql, const uint8_t *data, size_t size)
{
    sqlite3 *raw = NULL;
    sqlite3_stmt *update = NULL;
    fuzz_write(path, good, good_size);
    bool done = sqlite3_open(path, &raw) == SQLITE_OK &&
                sqlite3_prepare_v2(raw, sql, -1, &update, NULL) == SQLITE_OK &&
                sqlite3_bind_blob(update, 1, data, (int)size, SQLITE_STATIC) == SQLITE_OK &&
                sqlite3_step(update) == SQLITE_DONE;
    fuzz_require(done, "a pack can be replaced", sqlite3_errmsg(raw));
    sqlite3_finalize(update);
    sqlite3_close(raw);
}

static void make_file(const uint8_t *data, size_t size)
{
    static const char first[] = " WHERE issuer = (SELECT min(issuer) FROM pack)";
    char sql[128];
    switch (data[0]) {
    case 'p': patch(data + 1, size - 1); return;
    case 'c':
    case 'd':
        snprintf(sql, sizeof sql, "UPDATE pack SET %s = ?%s", data[0] == 'c' ? "claims" : "details",
                 first);
        repack(sql, data + 1, size - 1);
        return;
    default: fuzz_write(path, data + 1, size - 1);
    }
}

/* ---- what is promised of any file ---- */

static void check_unchanged(const char *before, size_t length)
{
    size_t now_length;
    char *now = fuzz_read(path, &now_length);
    fuzz_require(now_length == length && memcmp(now, before, length) == 0,
                 "a question leaves the file as it was", "");
    free(now);
}

static void ask(void)
{
    size_t length;
    struct sl_book *book = NULL;
    struct sl_error err = {0};
    char *before = fuzz_read(path, &length);
    enum sl_status status = sl_book_open(&book, path, SL_ACCESS_READ, &err);
    fuzz_require(status == SL_OK || (status == SL_FAILED && err.message[0] != '\0'),
                 "a file is opened, or refused with a reason", err.message);
    if (status == SL_OK) {
        const bool verified = sl_book_verify(book, NULL, NULL, NULL, &err) == SL_OK;
        fuzz_ask_everything(book);
        const bool exported = fuzz_export(book, out_path);
        fuzz_require(exported || !verified, "what is verified can be exported", "");
    }
    sl_book_close(book);
    check_unchanged(before, length);
    free(before);
}

static void change(void)
{
    struct sl_book *book = NULL;
    struct sl_error err = {0};
    if (sl_book_open(&book, path, SL_ACCESS_WRITE, &err) != SL_OK) return;
    import(book, more, sizeof more - 1, &err);
    sl_entity_alias(book, "Nissan", "Nissan Motor", &err);
    sl_entity_merge(book, "Renault", "Acme", &err);
    sl_undo(book, 1, NULL, &err);
    sl_book_close(book);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char journal[160];
    if (good == NULL) make_good();
    if (size == 0) return 0;
    make_file(data, size);
    ask();
    change();
    snprintf(journal, sizeof journal, "%s-journal", path);
    remove(journal);
    return 0;
}
