/* The log back, in the order of arrival, and its x_ columns. A thread makes events of what was
 * sorted, some batches ahead of whoever is handed them. */
#include <stdlib.h>
#include <string.h>

#include "base/pipe.h"
#include "store/extra_names.h"
#include "store/import_state.h"
#include "store/scan.h"

enum { BATCH_EVENTS = 128, EXPECT_FAR = 4, EXPECT_NEAR = 2, EVERYONE = 1 << 30 };

struct batch {
    struct sl_event_text events[BATCH_EVENTS];
    size_t count;
    struct sl_arena memory; /* of their texts */
    enum sl_status status;  /* of what follows them: SL_OK, or SL_NOTHING at the end */
    struct sl_error error;
};

struct sl_log {
    struct sl_book *book;
    struct sl_sorter *sorter;
    size_t count;
    struct sl_extra_names extra;
    struct batch *batches; /* SL_PIPE_SLOTS of them */
};

/* ---- reading and sorting ---- */

static enum sl_status add_event(struct sl_log *log, const struct sl_row *row,
                                struct sl_buffer *encoded, struct sl_error *err)
{
    enum sl_status status = SL_OK;
    sl_buffer_clear(encoded);
    sl_row_encode(encoded, row);
    if (encoded->failed) return sl_fail_memory(err);
    log->count++;
    if (row->present & UINT32_C(1) << SL_CELL_EXTRA)
        status = sl_extra_names_add(&log->extra, row->cell[SL_CELL_EXTRA].text,
                                    row->cell[SL_CELL_EXTRA].length, err);
    if (status != SL_OK) return status;
    return sl_sorter_add(log->sorter, (uint64_t)row->cell[SL_CELL_SEQ].number, encoded->data,
                         encoded->length, err);
}

/* Sorts all events by their order of arrival. */
static enum sl_status sort_events(struct sl_log *log, struct sl_error *err)
{
    struct sl_row row;
    struct sl_buffer encoded = {0};
    struct sl_database *database = &log->book->database;
    struct sl_scan scan = {.scope = SL_SCAN_ALL, .details = true};
    enum sl_status status = sl_scan_begin(&scan, database, 0, 0, err);
    while (status == SL_OK && (status = sl_scan_next(&scan, &row, err)) == SL_OK)
        status = add_event(log, &row, &encoded, err);
    sl_scan_release(&scan);
    sl_buffer_release(&encoded);
    return status == SL_NOTHING ? sl_sorter_sort(log->sorter, err) : status;
}

enum sl_status sl_log_open(struct sl_log **out, struct sl_book *book, struct sl_error *err)
{
    struct sl_log *log = calloc(1, sizeof *log);
    if (log == NULL) return sl_fail_memory(err);
    log->book = book;
    log->batches = calloc(SL_PIPE_SLOTS, sizeof *log->batches);
    enum sl_status status = log->batches == NULL ? sl_fail_memory(err) : sl_merges_load(book, err);
    if (status == SL_OK) status = sl_book_expect_names(book, EVERYONE, err);
    if (status == SL_OK)
        status = sl_sorter_new(&log->sorter, book->database.path, SL_EVENT_RUN_BYTES, err);
    if (status == SL_OK) status = sl_extra_names_begin(&log->extra, &book->database, err);
    if (status == SL_OK) status = sort_events(log, err);
    if (status == SL_OK) status = sl_extra_names_end(&log->extra, err);
    if (status == SL_OK) {
        *out = log;
    } else {
        sl_log_close(log);
    }
    return status;
}

const char *const *sl_log_extra_columns(const struct sl_log *log)
{
    return log->extra.sorted;
}

void sl_log_close(struct sl_log *log)
{
    if (log == NULL) return;
    sl_sorter_free(log->sorter);
    sl_extra_names_release(&log->extra);
    for (size_t i = 0; i < SL_PIPE_SLOTS && log->batches != NULL; i++)
        sl_arena_release(&log->batches[i].memory);
    free(log->batches);
    free(log);
}

/* ---- events ---- */

static sl_entity root_or_none(const struct sl_book *book, sl_entity entity)
{
    return entity == 0 ? 0 : sl_merges_root(book, entity);
}

static enum sl_status read_event(const struct sl_book *book, const struct sl_record *record,
                                 struct sl_event_text *text, struct sl_arena *memory,
                                 struct sl_error *err)
{
    struct sl_row row;
    struct sl_event *event = &text->event;
    sl_row_decode(&row, record->bytes);
    if (!sl_row_end_texts(&row, memory)) return sl_fail_memory(err);
    if (!sl_event_from_row(event, &row)) {
        return sl_fail(err, SL_FAILED, "%s: is damaged (event %lld cannot be read)",
                       book->database.path, (long long)event->seq);
    }
    sl_event_text_from_row(text, &row);
    event->issuer = sl_merges_root(book, event->issuer);
    event->holder = root_or_none(book, event->holder);
    event->counterparty = root_or_none(book, event->counterparty);
    return SL_OK;
}

/* false after the last batch. */
static bool fill(void *context, size_t slot)
{
    struct sl_log *log = context;
    struct batch *batch = &log->batches[slot];
    struct sl_record record;
    batch->count = 0;
    batch->status = SL_OK;
    sl_arena_reset(&batch->memory);
    while (batch->count < BATCH_EVENTS && batch->status == SL_OK) {
        batch->status = sl_sorter_next(log->sorter, &record, &batch->error);
        if (batch->status == SL_OK)
            batch->status = read_event(log->book, &record, &batch->events[batch->count],
                                       &batch->memory, &batch->error);
        if (batch->status == SL_OK) batch->count++;
    }
    return batch->status == SL_OK;
}

static void fetch_names(const struct sl_book *book, const struct batch *batch, size_t i, bool again)
{
    if (i >= batch->count) return;
    const struct sl_event *event = &batch->events[i].event;
    sl_book_fetch_name(book, event->issuer, again);
    sl_book_fetch_name(book, event->holder, again);
    if (event->counterparty != 0) sl_book_fetch_name(book, event->counterparty, again);
}

static enum sl_status hand_out(struct sl_log *log, const struct batch *batch,
                               enum sl_status (*each)(void *context,
                                                      const struct sl_event_text *event,
                                                      struct sl_error *err),
                               void *context, struct sl_error *err)
{
    enum sl_status status = SL_OK;
    for (size_t i = 0; i < batch->count && status == SL_OK; i++) {
        fetch_names(log->book, batch, i + EXPECT_FAR, false);
        fetch_names(log->book, batch, i + EXPECT_NEAR, true);
        status = each(context, &batch->events[i], err);
    }
    if (status != SL_OK || batch->status == SL_OK || batch->status == SL_NOTHING) return status;
    if (err != NULL) *err = batch->error;
    return batch->status;
}

enum sl_status sl_log_each(struct sl_log *log,
                           enum sl_status (*each)(void *context, const struct sl_event_text *event,
                                                  struct sl_error *err),
                           void *context, struct sl_error *err)
{
    struct sl_pipe pipe;
    enum sl_status status = SL_OK;
    bool over = false;
    const bool threaded = log->count > BATCH_EVENTS * SL_PIPE_SLOTS && sl_thread_room() > 1 &&
                          sl_pipe_start(&pipe, fill, log);
    while (status == SL_OK && !over) {
        const size_t slot = threaded ? sl_pipe_wait(&pipe) : 0;
        if (!threaded) fill(log, slot);
        status = hand_out(log, &log->batches[slot], each, context, err);
        over = log->batches[slot].status != SL_OK;
        if (threaded) sl_pipe_empty(&pipe);
    }
    if (threaded) sl_pipe_stop(&pipe);
    return status;
}
