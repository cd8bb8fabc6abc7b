/* Two readers walk the table's packs towards each other and sort what they read, each for itself;
 * both orders are merged on the way out. Each pack is claimed before it is read, so that the
 * readers meet wherever the halves take equally long. */
#include "store/arrival.h"

#include <stdlib.h>

#include "base/thread.h"
#include "store/import_state.h"
#include "store/scan.h"

enum { UP, DOWN, READERS };

struct reader {
    struct sl_arrival *arrival;
    int way;
    struct sl_database *database;
    const struct sl_beside *beside; /* to be prepared first; NULL: nothing is */
    struct sl_sorter *sorter;
    struct sl_extra_names *extra, own_extra;
    struct sl_pack_key claimed; /* the last one; under the lock, with `any` */
    bool any;
    struct sl_record record; /* the next one, once all were read */
    bool ready;
    enum sl_status status;
    struct sl_error error;
};

struct sl_arrival {
    struct reader readers[READERS];
    size_t count; /* readers at work */
    pthread_mutex_t lock;
    struct reader *last; /* whose record was handed out */
};

/* ---- reading ---- */

static int compare(const struct sl_pack_key *a, const struct sl_pack_key *b)
{
    if (a->issuer != b->issuer) return a->issuer < b->issuer ? -1 : 1;
    if (a->day != b->day) return a->day < b->day ? -1 : 1;
    return (a->seq > b->seq) - (a->seq < b->seq);
}

static enum sl_status fail_order(const struct reader *reader, struct sl_error *err)
{
    return sl_fail(err, SL_FAILED, "%s: is damaged (its events are out of order)",
                   reader->database->path);
}

/* SL_NOTHING where the other reader has been: all packs are read. It claimed this very one last,
 * unless the table is out of order; then some might be left out. */
static enum sl_status claim(struct reader *reader, const struct sl_pack_key *key,
                            struct sl_error *err)
{
    const struct reader *other = &reader->arrival->readers[1 - reader->way];
    pthread_mutex_lock(&reader->arrival->lock);
    const int order = other->any ? compare(key, &other->claimed) : reader->way == UP ? -1 : 1;
    const bool is_free = reader->way == UP ? order < 0 : order > 0;
    if (is_free) {
        reader->claimed = *key;
        reader->any = true;
    }
    pthread_mutex_unlock(&reader->arrival->lock);
    if (is_free) return SL_OK;
    return order == 0 ? SL_NOTHING : fail_order(reader, err);
}

/* At the end of the table: the other reader has claimed nothing, or they would have met. */
static enum sl_status check_end(struct reader *reader, struct sl_error *err)
{
    pthread_mutex_lock(&reader->arrival->lock);
    const bool met = reader->arrival->readers[1 - reader->way].any;
    pthread_mutex_unlock(&reader->arrival->lock);
    return met ? fail_order(reader, err) : SL_OK;
}

static enum sl_status add_row(struct reader *reader, const struct sl_row *row,
                              struct sl_buffer *encoded, struct sl_error *err)
{
    enum sl_status status = SL_OK;
    sl_buffer_clear(encoded);
    sl_row_encode_strings(encoded, row);
    if (encoded->failed) return sl_fail_memory(err);
    if (row->present & UINT32_C(1) << SL_CELL_EXTRA)
        status = sl_extra_names_add(reader->extra, row->cell[SL_CELL_EXTRA].text,
                                    row->cell[SL_CELL_EXTRA].length, err);
    if (status != SL_OK) return status;
    return sl_sorter_add(reader->sorter, (uint64_t)row->cell[SL_CELL_SEQ].number, encoded->data,
                         encoded->length, err);
}

static enum sl_status read_packs(struct reader *reader, struct sl_scan *scan,
                                 struct sl_buffer *encoded, struct sl_error *err)
{
    struct sl_row row;
    struct sl_pack_key key;
    enum sl_status status = SL_OK;
    while ((status = sl_scan_pack(scan, &key, err)) == SL_OK) {
        if (reader->arrival->count > 1) status = claim(reader, &key, err);
        if (status != SL_OK) return status == SL_NOTHING ? SL_OK : status;
        while (status == SL_OK && (status = sl_scan_row(scan, &row, err)) == SL_OK)
            status = add_row(reader, &row, encoded, err);
        if (status != SL_NOTHING) return status;
    }
    return status == SL_NOTHING ? check_end(reader, err) : status;
}

static void *read_all(void *context)
{
    struct reader *reader = context;
    struct sl_error *err = &reader->error;
    struct sl_buffer encoded = {0};
    struct sl_scan scan = {.scope = reader->way == UP ? SL_SCAN_ALL : SL_SCAN_BACK,
                           .details = true};
    const struct sl_beside *beside = reader->beside;
    enum sl_status status = beside == NULL ? SL_OK : beside->before(beside->context, err);
    if (status == SL_OK) status = sl_extra_names_begin(reader->extra, reader->database, err);
    if (status == SL_OK) status = sl_scan_begin(&scan, reader->database, 0, 0, err);
    if (status == SL_OK) status = read_packs(reader, &scan, &encoded, err);
    sl_scan_release(&scan);
    sl_buffer_release(&encoded);
    reader->status = status == SL_OK ? sl_sorter_sort(reader->sorter, err) : status;
    return NULL;
}

/* ---- both ---- */

static enum sl_status set_up(struct sl_arrival *arrival, int way, struct sl_database *database,
                             size_t run_bytes, struct sl_error *err)
{
    struct reader *reader = &arrival->readers[way];
    reader->arrival = arrival;
    reader->way = way;
    reader->database = database;
    reader->extra = &reader->own_extra;
    arrival->count = (size_t)way + 1;
    return sl_sorter_new(&reader->sorter, database->path, run_bytes, err);
}

static void read_both(struct sl_arrival *arrival)
{
    pthread_t thread;
    struct reader *up = &arrival->readers[UP], *down = &arrival->readers[DOWN];
    const bool threaded = arrival->count > 1 && sl_thread_start(&thread, read_all, down);
    if (arrival->count > 1 && !threaded) {
        up->beside = down->beside;
        arrival->count = 1;
    }
    read_all(up);
    if (threaded) pthread_join(thread, NULL);
}

static enum sl_status end_reading(struct sl_arrival *arrival, struct sl_error *err)
{
    for (size_t i = 0; i < arrival->count; i++) {
        if (arrival->readers[i].status == SL_OK) continue;
        if (err != NULL) *err = arrival->readers[i].error;
        return arrival->readers[i].status;
    }
    return sl_extra_names_join(arrival->readers[UP].extra, &arrival->readers[DOWN].own_extra)
               ? SL_OK
               : sl_fail_memory(err);
}

enum sl_status sl_arrival_open(struct sl_arrival **out, struct sl_database *database,
                               const struct sl_beside *beside, struct sl_extra_names *extra,
                               struct sl_error *err)
{
    struct sl_arrival *arrival = calloc(1, sizeof *arrival);
    if (arrival == NULL) return sl_fail_memory(err);
    pthread_mutex_init(&arrival->lock, NULL); /* of the default kind: cannot fail */
    const size_t run_bytes = beside == NULL ? SL_EVENT_RUN_BYTES : SL_EVENT_RUN_BYTES / 2;
    enum sl_status status = set_up(arrival, UP, database, run_bytes, err);
    if (status == SL_OK && beside != NULL)
        status = set_up(arrival, DOWN, beside->database, run_bytes, err);
    arrival->readers[UP].extra = extra;
    arrival->readers[DOWN].beside = beside;
    if (status == SL_OK) read_both(arrival);
    if (status == SL_OK) status = end_reading(arrival, err);
    if (status == SL_OK) {
        *out = arrival;
    } else {
        sl_arrival_close(arrival);
    }
    return status;
}

void sl_arrival_close(struct sl_arrival *arrival)
{
    if (arrival == NULL) return;
    for (size_t i = 0; i < READERS; i++) {
        sl_sorter_free(arrival->readers[i].sorter);
        sl_extra_names_release(&arrival->readers[i].own_extra);
    }
    pthread_mutex_destroy(&arrival->lock);
    free(arrival);
}

/* ---- on the way out ---- */

/* The reader whose next record comes first; NULL after the last one. */
static struct reader *first(struct sl_arrival *arrival)
{
    struct reader *up = &arrival->readers[UP], *down = &arrival->readers[DOWN];
    if (!up->ready || !down->ready) return up->ready ? up : down->ready ? down : NULL;
    return down->record.key < up->record.key ? down : up;
}

static enum sl_status advance(struct reader *reader, struct sl_error *err)
{
    enum sl_status status = sl_sorter_next(reader->sorter, &reader->record, err);
    reader->ready = status == SL_OK;
    return status == SL_NOTHING ? SL_OK : status;
}

enum sl_status sl_arrival_next(struct sl_arrival *arrival, struct sl_record *out,
                               struct sl_error *err)
{
    enum sl_status status = SL_OK;
    if (arrival->last != NULL) { /* only now: the record handed out lived until this call */
        status = advance(arrival->last, err);
    } else {
        for (size_t i = 0; i < arrival->count && status == SL_OK; i++)
            status = advance(&arrival->readers[i], err);
    }
    if (status != SL_OK) return status;
    arrival->last = first(arrival);
    if (arrival->last == NULL) return SL_NOTHING;
    *out = arrival->last->record;
    return SL_OK;
}
