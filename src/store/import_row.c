/* The row of an import and those of its files, as they are stored and sealed. */
#include <string.h>
#include <time.h>

#include "store/import_state.h"
#include "store/seal.h"

static void print_now(char *out, size_t size)
{
    struct tm parts;
    time_t now = time(NULL);
    if (gmtime_r(&now, &parts) == NULL || strftime(out, size, "%Y-%m-%dT%H:%M:%SZ", &parts) == 0)
        out[0] = '\0';
}

static enum sl_status store_files(const struct sl_import *import, int64_t id, struct sl_error *err)
{
    struct sl_statement insert = {0};
    enum sl_status status = sl_statement_prepare(
        &insert, &import->book->database,
        "INSERT INTO import_file (import, number, path, first_seq) VALUES (?1, ?2, ?3, ?4)", err);
    for (size_t i = 0; i < import->file_count && status == SL_OK; i++) {
        const struct sl_new_file *file = &import->files[i];
        sl_statement_bind_integer(&insert, 1, id);
        sl_statement_bind_integer(&insert, 2, (int64_t)i + 1);
        sl_statement_bind_text(&insert, 3, file->path, strlen(file->path));
        sl_statement_bind_integer(&insert, 4, file->first_seq);
        status = sl_statement_run(&insert, err);
    }
    sl_statement_release(&insert);
    return status;
}

/* Ends the hash with what the row has but itself. */
static void seal(const struct sl_import *import, const struct sl_import_facts *facts,
                 const char *now, struct sl_hash *hash, char out[SL_HASH_TEXT_SIZE])
{
    struct sl_import_facts timed = *facts;
    timed.at = now;
    sl_seal_import(hash, &timed);
    for (size_t i = 0; i < import->file_count; i++)
        sl_seal_file(hash, import->files[i].path, import->files[i].first_seq);
    sl_hash_end(hash, out);
}

enum sl_status sl_import_store_row(const struct sl_import *import,
                                   const struct sl_import_facts *facts, struct sl_hash *hash,
                                   struct sl_error *err)
{
    struct sl_statement insert = {0};
    char now[32], sealed[SL_HASH_TEXT_SIZE];
    print_now(now, sizeof now);
    seal(import, facts, now, hash, sealed);
    enum sl_status status = sl_statement_prepare(
        &insert, &import->book->database,
        "INSERT INTO import (id, at, map, first_seq, end_seq, events, duplicates, rejected,"
        " hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        err);
    if (status == SL_OK) {
        sl_statement_bind_integer(&insert, 1, facts->id);
        sl_statement_bind_text(&insert, 2, now, strlen(now));
        if (facts->map != NULL) sl_statement_bind_text(&insert, 3, facts->map, strlen(facts->map));
        sl_statement_bind_integer(&insert, 4, facts->first_seq);
        sl_statement_bind_integer(&insert, 5, facts->end_seq);
        sl_statement_bind_integer(&insert, 6, facts->events);
        sl_statement_bind_integer(&insert, 7, facts->duplicates);
        sl_statement_bind_integer(&insert, 8, facts->rejected);
        sl_statement_bind_text(&insert, 9, sealed, strlen(sealed));
        status = sl_statement_run(&insert, err);
    }
    sl_statement_release(&insert);
    return status == SL_OK ? store_files(import, facts->id, err) : status;
}
