/* One issuer's events in the order of (day, arrival): straight from its packs; for merged issuers
 * one walk an id, merged on the way. */
#include <stdlib.h>

#include "store/inside.h"
#include "store/scan.h"

/* The events of one id. */
struct stream {
    struct sl_scan scan;
    struct sl_row row;
    bool ready; /* the row was not handed out */
};

struct sl_cursor {
    struct sl_book *book;
    enum sl_columns columns;
    struct stream *streams; /* the first `used` of them are in use */
    size_t used, capacity;
    struct stream *last; /* the one that the last event came from: its strings live on */
};

static bool is_wanted(const struct sl_cursor *cursor, const struct sl_row *row)
{
    const int64_t kind = row->cell[SL_CELL_KIND].number;
    return cursor->columns != SL_COLUMNS_FUNDING || kind == SL_KIND_ROUND ||
           kind == SL_KIND_DEBT || (row->present & UINT32_C(1) << SL_CELL_DEAL) != 0;
}

static enum sl_status advance(const struct sl_cursor *cursor, struct stream *stream,
                              struct sl_error *err)
{
    enum sl_status status;
    do
        status = sl_scan_next(&stream->scan, &stream->row, err);
    while (status == SL_OK && !is_wanted(cursor, &stream->row));
    stream->ready = status == SL_OK;
    return status == SL_NOTHING ? SL_OK : status;
}

static enum sl_status open_stream(struct sl_cursor *cursor, struct stream *stream, sl_entity issuer,
                                  struct sl_error *err)
{
    size_t count;
    const struct sl_pack_bytes *packs;
    stream->scan.scope = SL_SCAN_ISSUER;
    stream->scan.details = cursor->columns == SL_COLUMNS_ALL;
    if (!stream->scan.details && sl_preload_find(cursor->book, issuer, &packs, &count) == SL_OK) {
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
    enum sl_status status = sl_cursor_seek(cursor, issuer, err);
    if (status == SL_OK) {
        *out = cursor;
    } else {
        sl_cursor_close(cursor);
    }
    return status;
}

void sl_cursor_close(struct sl_cursor *cursor)
{
    if (cursor == NULL) return;
    for (size_t i = 0; i < cursor->capacity; i++)
        sl_scan_release(&cursor->streams[i].scan);
    free(cursor->streams);
    free(cursor);
}

static bool comes_first(const struct stream *a, const struct stream *b)
{
    const int64_t day_a = a->row.cell[SL_CELL_DAY].number, day_b = b->row.cell[SL_CELL_DAY].number;
    if (day_a != day_b) return day_a < day_b;
    return a->row.cell[SL_CELL_SEQ].number < b->row.cell[SL_CELL_SEQ].number;
}

/* The stream that stands on the next event, or NULL. */
static enum sl_status next_stream(struct sl_cursor *cursor, struct stream **out,
                                  struct sl_error *err)
{
    *out = NULL;
    if (cursor->used == 1) {
        enum sl_status status = advance(cursor, &cursor->streams[0], err);
        if (cursor->streams[0].ready) *out = &cursor->streams[0];
        return status;
    }
    if (cursor->last != NULL) {
        enum sl_status status = advance(cursor, cursor->last, err);
        if (status != SL_OK) return status;
    }
    for (size_t i = 0; i < cursor->used; i++) {
        struct stream *stream = &cursor->streams[i];
        if (stream->ready && (*out == NULL || comes_first(stream, *out))) *out = stream;
    }
    return SL_OK;
}

enum sl_status sl_cursor_next(struct sl_cursor *cursor, struct sl_event *out, struct sl_error *err)
{
    struct stream *stream;
    const struct sl_book *book = cursor->book;
    enum sl_status status = next_stream(cursor, &stream, err);
    if (status != SL_OK) return status;
    cursor->last = stream;
    if (stream == NULL) {
        reset_streams(cursor);
        return SL_NOTHING;
    }
    if (!sl_event_from_row(out, &stream->row)) {
        return sl_fail(err, SL_FAILED, "%s: is damaged (event %lld cannot be read)",
                       book->database.path, (long long)out->seq);
    }
    if (book->merge_count == 0) return SL_OK;
    out->issuer = sl_merges_root(book, out->issuer);
    if (out->holder != 0) out->holder = sl_merges_root(book, out->holder);
    if (out->counterparty != 0) out->counterparty = sl_merges_root(book, out->counterparty);
    return SL_OK;
}
