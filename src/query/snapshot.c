/* Every position there is at one moment, issuer by issuer. */
#include <stdlib.h>

#include "base/error.h"
#include "base/thread.h"
#include "query/crew.h"
#include "query/position_table.h"

struct snapshot {
    struct sl_book *book;
    const struct sl_view *view;
    struct sl_sink sink;
    struct sl_packs *packs;
    sl_entity *issuers;
    size_t count;
    bool any; /* was there a position? */
};

static enum sl_status ask(void *context, void *answer, struct sl_play *play, sl_entity issuer,
                          struct sl_error *err)
{
    const struct snapshot *snapshot = context;
    enum sl_status status = sl_play_issuer(play, issuer, snapshot->view, NULL, err);
    return status == SL_OK ? sl_position_table_add(answer, play, issuer, 0, err) : status;
}

static enum sl_status take(void *context, void *answer, struct sl_error *err)
{
    struct snapshot *snapshot = context;
    struct sl_position_table *table = answer;
    enum sl_status status = SL_OK;
    sl_position_table_name(table, snapshot->book);
    for (size_t first = 0, end; first < table->count && status == SL_OK; first = end) {
        for (end = first + 1; end < table->count; end++) {
            if (table->rows[end].issuer != table->rows[first].issuer) break;
        }
        status = sl_position_table_send(table, first, end - first, snapshot->sink, err);
        snapshot->any = true;
    }
    sl_position_table_clear(table);
    return status;
}

/* ---- reading ---- */

struct reading {
    struct sl_packs *packs;
    struct sl_book *book;
    enum sl_status status;
    struct sl_error error;
};

static void *read_packs(void *context)
{
    struct reading *reading = context;
    reading->status = sl_packs_read_all(reading->packs, reading->book, &reading->error);
    return NULL;
}

/* Reads all packs and the list of issuers, side by side where that can be. */
static enum sl_status read_both(struct snapshot *snapshot, struct sl_error *err)
{
    pthread_t thread;
    struct sl_book *beside = NULL;
    struct reading reading = {.packs = snapshot->packs, .book = snapshot->book};
    bool started = sl_thread_room() > 1 && sl_book_beside(&beside, snapshot->book) == SL_OK;
    if (started) {
        reading.book = beside;
        started = sl_thread_start(&thread, read_packs, &reading);
    }
    enum sl_status status =
        sl_book_issuers(snapshot->book, &snapshot->issuers, &snapshot->count, err);
    if (started) {
        pthread_join(thread, NULL);
    } else {
        reading.book = snapshot->book;
        read_packs(&reading);
    }
    sl_book_close(beside);
    if (status != SL_OK || reading.status == SL_OK) return status;
    if (reading.status != SL_NOTHING && err != NULL) *err = reading.error;
    return reading.status;
}

static enum sl_status prepare(struct snapshot *snapshot, struct sl_error *err)
{
    enum sl_status status = sl_packs_open(&snapshot->packs, err);
    if (status == SL_OK) status = read_both(snapshot, err);
    if (status != SL_NOTHING) return status;
    sl_packs_close(snapshot->packs); /* too much at once */
    snapshot->packs = NULL;
    return SL_OK;
}

enum sl_status sl_snapshot_at(struct sl_book *book, const struct sl_view *view, struct sl_sink sink,
                              struct sl_error *err)
{
    struct snapshot snapshot = {.book = book, .view = view, .sink = sink};
    struct sl_position_table tables[SL_CREW_BATCHES] = {0};
    enum sl_status status = prepare(&snapshot, err);
    const struct sl_crew crew = {.book = book,
                                 .packs = snapshot.packs,
                                 .ask = ask,
                                 .take = take,
                                 .context = &snapshot,
                                 .answers = tables,
                                 .answer_size = sizeof tables[0]};
    for (size_t i = 0; i < SL_CREW_BATCHES; i++)
        tables[i].borrows = true; /* from the packs */
    if (status == SL_OK) status = sl_crew_run(&crew, snapshot.issuers, snapshot.count, err);
    if (status == SL_OK && !snapshot.any)
        status = sl_fail(err, SL_NOTHING, "nobody is known to hold anything then");
    for (size_t i = 0; i < SL_CREW_BATCHES; i++)
        sl_position_table_release(&tables[i]);
    sl_packs_close(snapshot.packs);
    free(snapshot.issuers);
    return status;
}
