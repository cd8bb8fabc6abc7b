/* Names of many entities, in one pass: looking each up would take longer. */
#include <limits.h>
#include <stdlib.h>

#include "base/thread.h"
#include "store/inside.h"

enum sl_status sl_book_last_entity(struct sl_book *book, sl_entity *last, struct sl_error *err)
{
    struct sl_statement statement = {0};
    enum sl_status status = sl_statement_prepare(&statement, &book->database,
                                                 "SELECT coalesce(max(id), 0) FROM entity", err);
    if (status == SL_OK) status = sl_statement_step(&statement, err);
    if (status == SL_OK) *last = sl_statement_integer(&statement, 0);
    sl_statement_release(&statement);
    return status;
}

/* Are so many names a good part of all? */
static enum sl_status are_many(struct sl_book *book, size_t count, bool *many, int64_t *last,
                               struct sl_error *err)
{
    enum { FEW = 1000, PART = 16 };
    *many = false;
    if (count < FEW) return SL_OK;
    enum sl_status status = sl_merges_load(book, err);
    if (status == SL_OK) status = sl_book_last_entity(book, last, err);
    *many = status == SL_OK && (int64_t)count >= *last / PART;
    return status;
}

enum sl_status sl_book_names_are_many(struct sl_book *book, size_t count, bool *many,
                                      struct sl_error *err)
{
    int64_t last;
    return are_many(book, count, many, &last, err);
}

enum sl_status sl_book_expect_names(struct sl_book *book, size_t count, struct sl_error *err)
{
    bool many;
    enum sl_status status = sl_book_names_are_many(book, count, &many, err);
    if (many) book->many_names = true;
    return status;
}

/* ---- reading ---- */

/* Reads the names that are wanted, of some blocks of ids. */
struct reading {
    struct sl_book *book;        /* keeps them */
    struct sl_database *from;    /* the book's, or that of one beside it */
    const unsigned char *wanted; /* bits, by id; NULL: all are */
    int64_t first, end;
    struct sl_arena memory; /* of the names */
    enum sl_status status;
    struct sl_error error;
};

static enum sl_status keep_wanted(struct reading *reading, struct sl_statement *statement)
{
    const int64_t id = sl_statement_integer(statement, 0);
    if (reading->wanted != NULL && !(reading->wanted[id / CHAR_BIT] >> id % CHAR_BIT & 1))
        return SL_OK;
    return sl_book_keep_name_of(reading->book, &reading->memory, statement, &reading->error);
}

static void *read_names(void *context)
{
    struct reading *reading = context;
    struct sl_statement names = {0};
    enum sl_status status = sl_statement_prepare(
        &names, reading->from, "SELECT id, name FROM entity WHERE id >= ?1 AND id < ?2",
        &reading->error);
    if (status == SL_OK) {
        sl_statement_bind_integer(&names, 1, reading->first);
        sl_statement_bind_integer(&names, 2, reading->end);
    }
    while (status == SL_OK && (status = sl_statement_step(&names, &reading->error)) == SL_OK)
        status = keep_wanted(reading, &names);
    sl_statement_release(&names);
    reading->status = status == SL_NOTHING ? SL_OK : status;
    return NULL;
}

/* Reads the first half of the blocks, and another thread, if one can be had, the second. */
static enum sl_status read_halves(struct reading halves[2], struct sl_error *err)
{
    struct sl_book *book = halves[0].book, *beside = NULL;
    pthread_t thread;
    bool started = sl_thread_room() > 1 && sl_book_beside(&beside, book) == SL_OK;
    if (started) {
        halves[1].from = &beside->database;
        started = sl_thread_start(&thread, read_names, &halves[1]);
    }
    read_names(&halves[0]);
    if (started) {
        pthread_join(thread, NULL);
    } else {
        halves[1].from = &book->database;
        read_names(&halves[1]);
    }
    sl_book_close(beside);
    for (int i = 0; i < 2; i++)
        sl_arena_adopt(&book->name_memory, &halves[i].memory);
    const struct reading *failed = halves[0].status != SL_OK ? &halves[0] : &halves[1];
    if (failed->status != SL_OK && err != NULL) *err = failed->error;
    return failed->status;
}

/* The bits of the entities up to the last; NULL when memory is out. */
static unsigned char *mark(const sl_entity *ids, size_t count, int64_t last)
{
    unsigned char *wanted = calloc((size_t)last / CHAR_BIT + 1, 1);
    for (size_t i = 0; i < count && wanted != NULL; i++) {
        if (ids[i] >= 0 && ids[i] <= last) wanted[ids[i] / CHAR_BIT] |= 1 << ids[i] % CHAR_BIT;
    }
    return wanted;
}

enum sl_status sl_book_read_names(struct sl_book *book, const sl_entity *ids, size_t count,
                                  struct sl_error *err)
{
    bool many;
    int64_t last;
    enum sl_status status = are_many(book, count, &many, &last, err);
    /* else they are looked up one by one */
    if (status != SL_OK || !many || !sl_id_names_reserve(&book->names, last)) return status;
    unsigned char *wanted = mark(ids, count, last);
    if (wanted == NULL) return sl_fail_memory(err);
    book->many_names = true;
    const int64_t middle = last / 2 / SL_ID_NAMES_BLOCK * SL_ID_NAMES_BLOCK;
    struct reading halves[2] = {
        {.book = book, .from = &book->database, .wanted = wanted, .end = middle},
        {.book = book, .wanted = wanted, .first = middle, .end = last + 1}};
    status = read_halves(halves, err);
    free(wanted);
    return status;
}

enum sl_status sl_book_read_every_name(struct sl_book *book, struct sl_error *err)
{
    struct reading reading = {.book = book, .from = &book->database, .end = INT64_MAX};
    enum sl_status status = sl_merges_load(book, err);
    if (status != SL_OK) return status;
    book->many_names = true;
    read_names(&reading);
    sl_arena_adopt(&book->name_memory, &reading.memory);
    if (reading.status != SL_OK && err != NULL) *err = reading.error;
    return reading.status;
}
