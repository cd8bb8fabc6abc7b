/* One issuer's events in the order of (day, arrival): straight from its packs; for merged issuers
 * one walk an id, merged on the way. */
#include <stdlib.h>

#include "store/inside.h"
#include "store/scan.h"

/* The events of one id. */
struct stream {
    struct sl_scan scan;
    struct sl_event event;
    bool ready; /* the event was not handed out */
};

struct sl_cursor {
    struct sl_book *book;
    enum sl_columns columns;
    struct sl_pack_wish wish;
    const struct sl_packs *packs; /* NULL: events are read from the file */
    struct stream *streams;       /* the first `used` of them are in use */
    size_t used, capacity;
    struct stream *last; /* the one that the last event came from: its strings live on */
};

static enum sl_status read_whole(struct stream *stream, struct sl_event *out, struct sl_error *err)
{
    struct sl_row row;
    enum sl_status status = sl_scan_next(&stream->scan, &row, err);
    if (status != SL_OK || sl_event_from_row(out, &row)) return status;
    return sl_fail(err, SL_FAILED, "%s: is damaged (event %lld cannot be read)",
                   stream->scan.statement.database->path, (long long)out->seq);
}

/* The next event of an id. */
static enum sl_status read_event(const struct sl_cursor *cursor, struct stream *stream,
                                 struct sl_event *out, struct sl_error *err)
{
    return stream->scan.details ? read_whole(stream, out, err)
                                : sl_scan_event(&stream->scan, &cursor->wish, out, err);
}

static enum sl_status advance(const struct sl_cursor *cursor, struct stream *stream,
                              struct sl_error *err)
{
    enum sl_status status = read_event(cursor, stream, &stream->event, err);
    stream->ready = status == SL_OK;
    return status == SL_NOTHING ? SL_OK : status;
}

static enum sl_status open_stream(struct sl_cursor *cursor, struct stream *stream, sl_entity issuer,
                                  struct sl_error *err)
{
    stream->scan.scope = SL_SCAN_ISSUER;
    stream->scan.details = cursor->columns == SL_COLUMNS_ALL;
    stream->scan.funding = cursor->columns == SL_COLUMNS_FUNDING;
    if (cursor->packs != NULL && !stream->scan.details) {
        const struct sl_pack_bytes *packs;
        const size_t count = sl_packs_find(cursor->packs, issuer, &packs);
        stream->scan.statement.database = &cursor->book->database;
        sl_scan_begin_packs(&stream->scan, packs, count);
        return SL_OK;
    }
    return sl_scan_begin(&stream->scan, &cursor->book->database, issuer, 0, err);
}

static void reset_streams(struct sl_cursor *cursor)
{
    for (size_t i = 0; i < cursor->used; i++) {
        sl_scan_reset(&cursor->streams[i].scan);
        cursor->streams[i].ready = false;
    }
    cursor->used = 0;
    cursor->last = NULL;
}

static bool reserve(struct sl_cursor *cursor, size_t count)
{
    if (count <= cursor->capacity) return true;
    struct stream *streams = realloc(cursor->streams, count * sizeof *streams);
    if (streams == NULL) return false;
    cursor->streams = streams;
    for (; cursor->capacity < count; cursor->capacity++)
        streams[cursor->capacity] = (struct stream){0};
    return true;
}

static enum sl_status seek_group(struct sl_cursor *cursor, sl_entity issuer, struct sl_error *err)
{
    sl_entity *ids;
    size_t count;
    enum sl_status status = sl_merges_group(cursor->book, issuer, &ids, &count, err);
    if (status != SL_OK) return status;
    if (!reserve(cursor, count)) status = sl_fail_memory(err);
    for (size_t i = 0; i < count && status == SL_OK; i++) {
        struct stream *stream = &cursor->streams[i];
        status = open_stream(cursor, stream, ids[i], err);
        if (status == SL_OK) cursor->used = i + 1;
        if (status == SL_OK && count > 1) status = advance(cursor, stream, err);
    }
    free(ids);
    return status;
}

enum sl_status sl_cursor_seek(struct sl_cursor *cursor, sl_entity issuer, struct sl_error *err)
{
    cursor->wish = (struct sl_pack_wish){.known_by = INT64_MAX, .to = INT64_MAX, .cancelled = true};
    reset_streams(cursor);
    enum sl_status status = sl_merges_load(cursor->book, err);
    if (status != SL_OK) return status;
    if (cursor->book->merge_count > 0)
        return seek_group(cursor, sl_merges_root(cursor->book, issuer), err);
    if (!reserve(cursor, 1)) return sl_fail_memory(err);
    status = open_stream(cursor, &cursor->streams[0], issuer, err);
    if (status == SL_OK) cursor->used = 1;
    return status;
}

enum sl_status sl_cursor_open(struct sl_cursor **out, struct sl_book *book, sl_entity issuer,
                              enum sl_columns columns, struct sl_error *err)
{
    struct sl_cursor *cursor = calloc(1, sizeof *cursor);
    if (cursor == NULL) return sl_fail_memory(err);
    cursor->book = book;
    cursor->columns = columns;
    enum sl_status status = issuer == 0 ? SL_OK : sl_cursor_seek(cursor, issuer, err);
    if (status == SL_OK) {
        *out = cursor;
    } else {
        sl_cursor_close(cursor);
    }
    return status;
}

bool sl_cursor_limit(struct sl_cursor *cursor, int32_t known_by, int32_t to)
{
    cursor->wish = (struct sl_pack_wish){.known_by = known_by, .to = to};
    /* those of several ids are a step ahead */
    return cursor->columns != SL_COLUMNS_ALL && cursor->used == 1;
}

enum sl_status sl_cursors_prepare(struct sl_book *book, struct sl_error *err)
{
    return sl_merges_load(book, err);
}

void sl_cursor_from(struct sl_cursor *cursor, const struct sl_packs *packs)
{
    cursor->packs = packs;
}

void sl_cursor_close(struct sl_cursor *cursor)
{
    if (cursor == NULL) return;
    for (size_t i = 0; i < cursor->capacity; i++)
        sl_scan_release(&cursor->streams[i].scan);
    free(cursor->streams);
    free(cursor);
}

static bool comes_first(const struct sl_event *a, const struct sl_event *b)
{
    return a->date.day != b->date.day ? a->date.day < b->date.day : a->seq < b->seq;
}

/* The next event of several ids. */
static enum sl_status next_of_group(struct sl_cursor *cursor, struct sl_event *out,
                                    struct sl_error *err)
{
    struct stream *first = NULL;
    if (cursor->last != NULL) {
        enum sl_status status = advance(cursor, cursor->last, err);
        if (status != SL_OK) return status;
    }
    for (size_t i = 0; i < cursor->used; i++) {
        struct stream *stream = &cursor->streams[i];
        if (!stream->ready) continue;
        if (first == NULL || comes_first(&stream->event, &first->event)) first = stream;
    }
    cursor->last = first;
    if (first == NULL) return SL_NOTHING;
    *out = first->event;
    return SL_OK;
}

enum sl_status sl_cursor_next(struct sl_cursor *cursor, struct sl_event *out, struct sl_error *err)
{
    const struct sl_book *book = cursor->book;
    enum sl_status status = SL_NOTHING;
    if (cursor->used == 1) status = read_event(cursor, &cursor->streams[0], out, err);
    if (cursor->used > 1) status = next_of_group(cursor, out, err);
    if (status == SL_NOTHING) reset_streams(cursor);
    if (status != SL_OK || book->merge_count == 0) return status;
    out->issuer = sl_merges_root(book, out->issuer);
    if (out->holder != 0) out->holder = sl_merges_root(book, out->holder);
    if (out->counterparty != 0) out->counterparty = sl_merges_root(book, out->counterparty);
    return SL_OK;
}
