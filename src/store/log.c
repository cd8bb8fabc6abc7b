/* The log back, in the order of arrival, its x_ columns and its names. */
#include <stdlib.h>
#include <string.h>

#include "base/thread.h"
#include "store/arrival.h"
#include "store/inside.h"
#include "store/scan.h"

/* From so many events on, a second connection and a thread are worth their start. */
enum { EVENTS_LONG = 4000, EVERYONE = 1 << 30 };

struct sl_log {
    struct sl_book *book;
    struct sl_book *beside; /* has all names; NULL in a short log */
    struct sl_arrival *arrival;
    struct sl_extra_names extra;
    pthread_mutex_t lock;
    sl_entity nameless; /* one that `beside` has no name of; under the lock */
};

/* ---- opening ---- */

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

/* What the thread that reads from the other end does first. */
static enum sl_status read_names(void *context, struct sl_error *err)
{
    return sl_book_read_every_name(context, err);
}

static enum sl_status read_log(struct sl_log *log, struct sl_error *err)
{
    struct sl_beside beside = {.before = read_names, .context = log->beside};
    enum sl_status status = sl_merges_load(log->book, err);
    if (log->beside != NULL) {
        beside.database = &log->beside->database;
    } else if (status == SL_OK) {
        status = sl_book_expect_names(log->book, EVERYONE, err);
    }
    if (status == SL_OK)
        status = sl_arrival_open(&log->arrival, &log->book->database,
                                 log->beside == NULL ? NULL : &beside, &log->extra, err);
    return status == SL_OK ? sl_extra_names_end(&log->extra, err) : status;
}

enum sl_status sl_log_open(struct sl_log **out, struct sl_book *book, struct sl_error *err)
{
    struct sl_log *log = calloc(1, sizeof *log);
    if (log == NULL) return sl_fail_memory(err);
    pthread_mutex_init(&log->lock, NULL); /* of the default kind: cannot fail */
    log->book = book;
    log->beside = open_beside(book);
    enum sl_status status = read_log(log, err);
    if (status == SL_OK) {
        *out = log;
    } else {
        sl_log_close(log);
    }
    return status;
}

void sl_log_close(struct sl_log *log)
{
    if (log == NULL) return;
    if (log->nameless != 0) sl_book_name(log->book, log->nameless); /* which says what is wrong */
    sl_arrival_close(log->arrival);
    sl_extra_names_release(&log->extra);
    sl_book_close(log->beside);
    pthread_mutex_destroy(&log->lock);
    free(log);
}

const char *const *sl_log_extra_columns(const struct sl_log *log)
{
    return log->extra.sorted;
}

bool sl_log_is_shared(const struct sl_log *log)
{
    return log->beside != NULL;
}

/* ---- names ---- */

const char *sl_log_name(struct sl_log *log, sl_entity entity)
{
    if (log->beside == NULL) return sl_book_name(log->book, entity);
    const char *name = sl_id_names_get(&log->beside->names, entity);
    if (name != NULL) return name;
    pthread_mutex_lock(&log->lock);
    log->nameless = entity;
    pthread_mutex_unlock(&log->lock);
    return "?";
}

void sl_log_fetch_name(const struct sl_log *log, sl_entity entity, bool again)
{
    sl_book_fetch_name(log->beside == NULL ? log->book : log->beside, entity, again);
}

/* ---- events ---- */

enum sl_status sl_log_take(struct sl_log *log, struct sl_arena *memory, struct sl_taken *taken,
                           struct sl_error *err)
{
    struct sl_record record;
    enum sl_status status = sl_arrival_next(log->arrival, &record, err);
    if (status != SL_OK) return status;
    taken->bytes = sl_arena_copy(memory, (const char *)record.bytes, record.length);
    taken->length = record.length;
    return taken->bytes == NULL ? sl_fail_memory(err) : SL_OK;
}

static sl_entity root_or_none(const struct sl_book *book, sl_entity entity)
{
    return entity == 0 ? 0 : sl_merges_root(book, entity);
}

enum sl_status sl_log_read(const struct sl_log *log, const struct sl_taken *taken,
                           struct sl_event_text *out, struct sl_error *err)
{
    struct sl_row row;
    const struct sl_book *book = log->beside == NULL ? log->book : log->beside;
    struct sl_event *event = &out->event;
    sl_row_decode_strings(&row, taken->bytes);
    if (!sl_event_from_row(event, &row)) {
        return sl_fail(err, SL_FAILED, "%s: is damaged (event %lld cannot be read)",
                       book->database.path, (long long)event->seq);
    }
    sl_event_text_from_row(out, &row);
    event->issuer = sl_merges_root(book, event->issuer);
    event->holder = root_or_none(book, event->holder);
    event->counterparty = root_or_none(book, event->counterparty);
    return SL_OK;
}
