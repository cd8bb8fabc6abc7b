/* Storing packs. */
#include "store/pack_store.h"

#include <stdlib.h>

#include "base/vector.h"

enum { APART_MOST = 4 * 1024 * 1024 }; /* bytes of rows held while a pack is apart */

/* ---- encoded rows ---- */

static enum sl_status list_add(struct sl_row_list *list, const void *bytes, size_t length,
                               struct sl_error *err)
{
    if (!sl_vector_grow(&list->ends, list->count, &list->capacity, sizeof *list->ends))
        return sl_fail_memory(err);
    sl_buffer_add(&list->bytes, bytes, length);
    if (list->bytes.failed) return sl_fail_memory(err);
    list->ends[list->count++] = list->bytes.length;
    return SL_OK;
}

static const unsigned char *list_at(const struct sl_row_list *list, size_t i, size_t *length)
{
    size_t start = i == 0 ? 0 : list->ends[i - 1];
    *length = list->ends[i] - start;
    return (const unsigned char *)list->bytes.data + start;
}

static void list_clear(struct sl_row_list *list)
{
    sl_buffer_clear(&list->bytes);
    list->count = 0;
}

static void list_release(struct sl_row_list *list)
{
    sl_buffer_release(&list->bytes);
    free(list->ends);
}

/* ---- packs ---- */

static void bind_key(struct sl_statement *statement, const struct sl_pack_key *key)
{
    sl_statement_bind_integer(statement, 1, key->issuer);
    sl_statement_bind_integer(statement, 2, key->day);
    sl_statement_bind_integer(statement, 3, key->seq);
}

static enum sl_status insert_pack(struct sl_pack_store *store, struct sl_error *err)
{
    struct sl_pack *pack = &store->pack;
    if (pack->count == 0) return SL_OK;
    if (pack->claims.failed || pack->details.failed) return sl_fail_memory(err);
    enum sl_status status = sl_statement_prepare_on(
        &store->insert, store->database, sl_pack_table(store->funding),
        "INSERT INTO %s (issuer, day, seq, claims, details) VALUES (?1, ?2, ?3, ?4, ?5)", err);
    if (status != SL_OK) return status;
    const struct sl_pack_key key = {.issuer = pack->issuer, .day = pack->day, .seq = pack->seq};
    bind_key(&store->insert, &key);
    sl_statement_bind_blob(&store->insert, 4, pack->claims.data, pack->claims.length);
    sl_statement_bind_blob(&store->insert, 5, pack->details.data, pack->details.length);
    status = sl_statement_run(&store->insert, err);
    sl_pack_clear(pack);
    return status;
}

static enum sl_status drop_pack(struct sl_pack_store *store, const struct sl_pack_key *key,
                                struct sl_error *err)
{
    enum sl_status status =
        sl_statement_prepare_on(&store->drop, store->database, sl_pack_table(store->funding),
                                "DELETE FROM %s WHERE issuer = ?1 AND day = ?2 AND seq = ?3", err);
    if (status != SL_OK) return status;
    bind_key(&store->drop, key);
    return sl_statement_run(&store->drop, err);
}

static size_t pack_size(const struct sl_pack *pack)
{
    return pack->claims.length + pack->details.length;
}

/* Encodes rows[from..] until the pack has `full` bytes; returns the first row that it has not. */
static size_t encode_rows(struct sl_pack_store *store, size_t from, size_t full)
{
    struct sl_row row;
    size_t i = from, length;
    sl_pack_clear(&store->pack);
    for (; i < store->rows.count && (i == from || pack_size(&store->pack) < full); i++) {
        sl_row_decode(&row, list_at(&store->rows, i, &length));
        sl_pack_add(&store->pack, &row);
    }
    return i;
}

/* Stores the rows in place of the pack that they were: as one, or as several of one size, so that
 * each has room for more. */
static enum sl_status put_together(struct sl_pack_store *store, struct sl_error *err)
{
    enum sl_status status = SL_OK;
    size_t length;
    for (; store->rest_next < store->rest.count && status == SL_OK; store->rest_next++) {
        const unsigned char *bytes = list_at(&store->rest, store->rest_next, &length);
        status = list_add(&store->rows, bytes, length, err);
    }
    if (status == SL_OK && store->stored) status = drop_pack(store, &store->old, err);
    encode_rows(store, 0, SIZE_MAX);
    if (status == SL_OK && (store->pack.claims.failed || store->pack.details.failed))
        status = sl_fail_memory(err); /* the size would be a wrong one */
    size_t full = pack_size(&store->pack);
    if (full > SL_PACK_MOST) full = full / (full / SL_PACK_FULL + 1) + 1;
    for (size_t i = 0; i < store->rows.count && status == SL_OK;) {
        i = encode_rows(store, i, full);
        status = insert_pack(store, err);
    }
    list_clear(&store->rows);
    list_clear(&store->rest);
    store->rest_next = 0;
    store->stored = store->apart = false;
    return status;
}

/* Reads a key that a statement finds. */
static enum sl_status find_key(struct sl_statement *statement, struct sl_pack_key *out, bool *found,
                               struct sl_error *err)
{
    enum sl_status status = sl_statement_step(statement, err);
    *found = status == SL_OK;
    if (status == SL_OK)
        *out = (struct sl_pack_key){.issuer = sl_statement_integer(statement, 0),
                                    .day = sl_statement_integer(statement, 1),
                                    .seq = sl_statement_integer(statement, 2)};
    sl_statement_reset(statement);
    return status == SL_NOTHING ? SL_OK : status;
}

static enum sl_status find_before(struct sl_pack_store *store, const struct sl_pack_key *key,
                                  struct sl_error *err)
{
    enum sl_status status = sl_statement_prepare_on(
        &store->before, store->database, sl_pack_table(store->funding),
        "SELECT issuer, day, seq FROM %s WHERE issuer = ?1 AND (day, seq) <= (?2, ?3)"
        " ORDER BY day DESC, seq DESC LIMIT 1",
        err);
    if (status != SL_OK) return status;
    bind_key(&store->before, key);
    return find_key(&store->before, &store->old, &store->stored, err);
}

static enum sl_status find_after(struct sl_pack_store *store, const struct sl_pack_key *key,
                                 struct sl_pack_key *out, bool *found, struct sl_error *err)
{
    enum sl_status status = sl_statement_prepare_on(
        &store->after, store->database, sl_pack_table(store->funding),
        "SELECT issuer, day, seq FROM %s WHERE issuer = ?1 AND (day, seq) > (?2, ?3)"
        " ORDER BY day, seq LIMIT 1",
        err);
    if (status != SL_OK) return status;
    bind_key(&store->after, key);
    return find_key(&store->after, out, found, err);
}

static enum sl_status fail_damaged(const struct sl_pack_store *store, struct sl_error *err)
{
    return sl_fail(err, SL_FAILED, "%s: is damaged (events of entity %lld cannot be read)",
                   store->database->path, (long long)store->old.issuer);
}

/* Reads the rows of the pack `old` into `rest`. */
static enum sl_status take_apart(struct sl_pack_store *store, struct sl_error *err)
{
    struct sl_row row;
    struct sl_pack_reader reader;
    struct sl_arena memory = {0};
    struct sl_statement *load = &store->load;
    enum sl_status status = sl_statement_prepare_on(
        load, store->database, sl_pack_table(store->funding),
        "SELECT claims, details FROM %s WHERE issuer = ?1 AND day = ?2 AND seq = ?3", err);
    if (status != SL_OK) return status;
    bind_key(load, &store->old);
    status = sl_statement_step(load, err);
    if (status == SL_NOTHING) status = fail_damaged(store, err);
    if (status != SL_OK) goto done;
    struct sl_pack_bytes bytes = {
        .issuer = store->old.issuer, .day = store->old.day, .seq = store->old.seq};
    bytes.claims = sl_statement_blob(load, 0, &bytes.claims_length);
    bytes.details = sl_statement_blob(load, 1, &bytes.details_length);
    if (bytes.details == NULL) bytes.details = "";
    sl_pack_open(&reader, &bytes);
    while ((status = sl_pack_next(&reader, &row, &memory)) == SL_OK) {
        sl_buffer_clear(&store->encoded);
        sl_row_encode(&store->encoded, &row);
        if (store->encoded.failed) status = sl_fail_memory(err);
        if (status == SL_OK)
            status = list_add(&store->rest, store->encoded.data, store->encoded.length, err);
        if (status != SL_OK) goto done;
    }
    status = status == SL_NOTHING   ? SL_OK
             : status == SL_INVALID ? fail_damaged(store, err)
                                    : sl_fail_memory(err);
done:
    sl_statement_reset(load);
    sl_arena_release(&memory);
    return status;
}

/* Takes apart the pack in which the event belongs: the last one that begins before it, or the
 * issuer's first. */
static enum sl_status open_around(struct sl_pack_store *store, const struct sl_row *row,
                                  struct sl_error *err)
{
    const struct sl_pack_key key = {.issuer = row->cell[SL_CELL_ISSUER].number,
                                    .day = row->cell[SL_CELL_DAY].number,
                                    .seq = row->cell[SL_CELL_SEQ].number};
    store->apart = true;
    store->bounded = false;
    enum sl_status status = find_before(store, &key, err);
    if (status == SL_OK && !store->stored)
        status = find_after(store, &key, &store->old, &store->stored, err);
    if (status == SL_OK && store->stored)
        status = find_after(store, &store->old, &store->limit, &store->bounded, err);
    return status == SL_OK && store->stored ? take_apart(store, err) : status;
}

/* ---- adding ---- */

static bool comes_before(int64_t day_a, int64_t seq_a, int64_t day_b, int64_t seq_b)
{
    return day_a != day_b ? day_a < day_b : seq_a < seq_b;
}

/* Moves the old pack's rows that come before the event to the rows. */
static enum sl_status pass_rest(struct sl_pack_store *store, const struct sl_row *row,
                                struct sl_error *err)
{
    struct sl_row old;
    size_t length;
    enum sl_status status = SL_OK;
    for (; status == SL_OK && store->rest_next < store->rest.count; store->rest_next++) {
        const unsigned char *bytes = list_at(&store->rest, store->rest_next, &length);
        sl_row_decode(&old, bytes);
        if (!comes_before(old.cell[SL_CELL_DAY].number, old.cell[SL_CELL_SEQ].number,
                          row->cell[SL_CELL_DAY].number, row->cell[SL_CELL_SEQ].number))
            break;
        status = list_add(&store->rows, bytes, length, err);
    }
    return status;
}

static enum sl_status add_apart(struct sl_pack_store *store, const struct sl_row *row,
                                struct sl_error *err)
{
    enum sl_status status = SL_OK;
    const bool beyond = store->bounded &&
                        !comes_before(row->cell[SL_CELL_DAY].number, row->cell[SL_CELL_SEQ].number,
                                      store->limit.day, store->limit.seq);
    if (!store->apart) {
        status = open_around(store, row, err);
    } else if (beyond || store->rows.bytes.length > APART_MOST) {
        status = put_together(store, err);
        if (status == SL_OK) status = open_around(store, row, err);
    }
    if (status == SL_OK) status = pass_rest(store, row, err);
    if (status != SL_OK) return status;
    sl_buffer_clear(&store->encoded);
    sl_row_encode(&store->encoded, row);
    if (store->encoded.failed) return sl_fail_memory(err);
    return list_add(&store->rows, store->encoded.data, store->encoded.length, err);
}

enum sl_status sl_pack_store_end(struct sl_pack_store *store, struct sl_error *err)
{
    store->open = false;
    return store->apart ? put_together(store, err) : insert_pack(store, err);
}

enum sl_status sl_pack_store_add(struct sl_pack_store *store, const struct sl_row *row,
                                 bool fresh_issuer, struct sl_error *err)
{
    const int64_t issuer = row->cell[SL_CELL_ISSUER].number;
    if (!store->open || store->issuer != issuer) {
        enum sl_status status = sl_pack_store_end(store, err);
        if (status != SL_OK) return status;
        sl_pack_clear(&store->pack);
        store->open = true;
        store->issuer = issuer;
    }
    if (!fresh_issuer) return add_apart(store, row, err);
    sl_pack_add(&store->pack, row);
    return pack_size(&store->pack) < SL_PACK_FULL ? SL_OK : insert_pack(store, err);
}

enum sl_status sl_pack_store_drop(struct sl_pack_store *store, const struct sl_pack_key *key,
                                  int64_t first_seq, int64_t end_seq, struct sl_error *err)
{
    struct sl_row row;
    size_t length;
    store->old = *key;
    store->stored = true;
    enum sl_status status = take_apart(store, err);
    for (size_t i = 0; i < store->rest.count && status == SL_OK; i++) {
        const unsigned char *bytes = list_at(&store->rest, i, &length);
        sl_row_decode(&row, bytes);
        const int64_t seq = row.cell[SL_CELL_SEQ].number;
        if (seq < first_seq || seq >= end_seq) status = list_add(&store->rows, bytes, length, err);
    }
    store->rest_next = store->rest.count;
    return status == SL_OK ? put_together(store, err) : status;
}

void sl_pack_store_release(struct sl_pack_store *store)
{
    struct sl_statement *const statements[] = {&store->insert, &store->drop, &store->before,
                                               &store->after, &store->load};
    for (size_t i = 0; i < sizeof statements / sizeof statements[0]; i++)
        sl_statement_release(statements[i]);
    sl_pack_release(&store->pack);
    list_release(&store->rows);
    list_release(&store->rest);
    sl_buffer_release(&store->encoded);
}

/* ---- both tables ---- */

void sl_event_store_begin(struct sl_event_store *store, struct sl_database *database)
{
    store->log.database = store->funding.database = database;
    store->funding.funding = true;
}

enum sl_status sl_event_store_add(struct sl_event_store *store, const struct sl_row *row,
                                  bool fresh_issuer, struct sl_error *err)
{
    enum sl_status status = sl_pack_store_add(&store->log, row, fresh_issuer, err);
    if (status != SL_OK || !sl_row_funds(row)) return status;
    struct sl_row claims = *row;
    sl_row_leave_details(&claims);
    return sl_pack_store_add(&store->funding, &claims, fresh_issuer, err);
}

enum sl_status sl_event_store_end(struct sl_event_store *store, struct sl_error *err)
{
    enum sl_status status = sl_pack_store_end(&store->log, err);
    return status == SL_OK ? sl_pack_store_end(&store->funding, err) : status;
}

void sl_event_store_release(struct sl_event_store *store)
{
    sl_pack_store_release(&store->log);
    sl_pack_store_release(&store->funding);
}
