/* The log back, in the order of arrival, and its x_ columns. */
#include <stdlib.h>
#include <string.h>

#include "base/thread.h"
#include "store/arrival.h"
#include "store/inside.h"
#include "store/scan.h"

/* From so many events on, a second connection and a thread are worth their start. */
enum { EVENTS_LONG = 4000, EVERYONE = 1 << 30 };

struct sl_log {
    struct sl_book *book, *beside; /* the second is NULL in a short log */
    struct sl_arrival *arrival;
    struct sl_extra_names extra;
};

/* NULL where there cannot be one, or need not be. */
static struct sl_book *open_beside(struct sl_book *book)
{
    int64_t next = 0;
    struct sl_book *beside = NULL;
    if (sl_thread_room() < 2) return NULL;
    if (sl_counter_read(book, "seq", &next, NULL) != SL_OK || next <= EVENTS_LONG) return NULL;
    if (sl_book_beside(&beside, book) != SL_OK) return NULL;
    if (sl_merges_load(beside, NULL) == SL_OK) return beside;
    sl_book_close(beside);
    return NULL;
}

enum sl_status sl_log_open(struct sl_log **out, struct sl_book *book, struct sl_error *err)
{
    struct sl_log *log = calloc(1, sizeof *log);
    if (log == NULL) return sl_fail_memory(err);
    log->book = book;
    log->beside = open_beside(book);
    struct sl_database *beside = log->beside == NULL ? NULL : &log->beside->database;
    enum sl_status status = sl_merges_load(book, err);
    if (status == SL_OK) status = sl_book_expect_names(sl_log_names(log), EVERYONE, err);
    if (status == SL_OK)
        status = sl_arrival_open(&log->arrival, &book->database, beside, &log->extra, err);
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

bool sl_log_is_apart(const struct sl_log *log)
{
    return log->beside != NULL;
}

struct sl_book *sl_log_names(const struct sl_log *log)
{
    return log->beside == NULL ? log->book : log->beside;
}

void sl_log_close(struct sl_log *log)
{
    if (log == NULL) return;
    if (log->beside != NULL && log->book->trouble.status == SL_OK)
        log->book->trouble = log->beside->trouble;
    sl_arrival_close(log->arrival);
    sl_extra_names_release(&log->extra);
    sl_book_close(log->beside);
    free(log);
}

/* ---- events ---- */

static sl_entity root_or_none(const struct sl_book *book, sl_entity entity)
{
    return entity == 0 ? 0 : sl_merges_root(book, entity);
}

enum sl_status sl_log_next(struct sl_log *log, struct sl_event_text *text, struct sl_arena *memory,
                           struct sl_error *err)
{
    struct sl_row row;
    struct sl_record record;
    const struct sl_book *book = sl_log_names(log);
    struct sl_event *event = &text->event;
    enum sl_status status = sl_arrival_next(log->arrival, &record, err);
    if (status != SL_OK) return status;
    const char *bytes = sl_arena_copy(memory, (const char *)record.bytes, record.length);
    if (bytes == NULL) return sl_fail_memory(err);
    sl_row_decode_strings(&row, (const unsigned char *)bytes);
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
