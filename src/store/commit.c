/* The storing half of an import: one walk over the sorted events, then the links, the new names
 * and the import itself, all in key order and one transaction. */
#include <stdlib.h>
#include <string.h>

#include "store/copies.h"
#include "store/import_state.h"
#include "store/inserts.h"
#include "store/pack_store.h"
#include "store/seal.h"

struct commit {
    struct sl_import *import;
    bool compare; /* can an event be a duplicate? */
    bool store;   /* false in a dry run */
    int64_t events, duplicates;

    struct sl_event_store log;
    struct sl_scan stored;
    struct sl_inserts issuers; /* rows of those that ended */
    uint64_t group;            /* key whose stored events `copies` has */
    struct sl_copies copies;
    struct sl_buffer value;

    sl_entity issuer; /* whose events are being stored; 0: none yet */
    bool funded;
    uint32_t *linked;        /* by holder: the last issuer that it was linked to */
    struct sl_sorter *links; /* keys: holder, issuer */
    struct sl_hash hash;
    struct sl_sorter *own; /* where merges make the walk's order unlike the table's: the events in
                              the table's; else NULL */
};

/* ---- duplicates ---- */

/* Which file an event came from. */
static size_t file_of(const struct sl_import *import, int64_t seq)
{
    size_t low = 0, high = import->file_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (import->files[middle].first_seq <= seq) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return low;
}

/* What equal events have in common: the row with its entities as what they are merged into. */
static enum sl_status value_of(struct commit *commit, const struct sl_row *row,
                               const unsigned char **value, size_t *length, struct sl_error *err)
{
    static const enum sl_cell_id entities[] = {SL_CELL_ISSUER, SL_CELL_HOLDER,
                                               SL_CELL_COUNTERPARTY};
    struct sl_row canonical = *row;
    for (size_t i = 0; i < sizeof entities / sizeof entities[0]; i++) {
        int64_t *entity = &canonical.cell[entities[i]].number;
        if (row->present & UINT32_C(1) << entities[i])
            *entity = sl_merges_root(commit->import->book, *entity);
    }
    sl_buffer_clear(&commit->value);
    sl_row_encode(&commit->value, &canonical);
    if (commit->value.failed) return sl_fail_memory(err);
    const unsigned char *bytes = (const unsigned char *)commit->value.data;
    *value = sl_row_value(bytes);
    *length = commit->value.length - (size_t)(*value - bytes);
    return SL_OK;
}

static enum sl_status count_copy(struct commit *commit, const struct sl_row *row,
                                 struct sl_error *err)
{
    const unsigned char *value = NULL;
    size_t length = 0;
    enum sl_status status = value_of(commit, row, &value, &length, err);
    if (status == SL_OK && !sl_copies_stored(&commit->copies, value, length))
        status = sl_fail_memory(err);
    return status;
}

/* Counts the events stored under one id of a group: in the packs that begin on its day, and in the
 * last one before. */
static enum sl_status count_stored(struct commit *commit, sl_entity issuer, int32_t day,
                                   struct sl_error *err)
{
    struct sl_row row;
    struct sl_pack_key key = {.day = day};
    struct sl_scan *stored = &commit->stored;
    *stored = (struct sl_scan){.scope = SL_SCAN_UP_TO,
                               .details = true,
                               .statement = stored->statement,
                               .memory = stored->memory};
    enum sl_status status =
        sl_scan_begin(stored, &commit->import->book->database, issuer, day, err);
    while (status == SL_OK && key.day == day &&
           (status = sl_scan_pack(stored, &key, err)) == SL_OK) {
        while (status == SL_OK && (status = sl_scan_row(stored, &row, err)) == SL_OK) {
            if (row.cell[SL_CELL_DAY].number > day) break;
            if (row.cell[SL_CELL_DAY].number == day) status = count_copy(commit, &row, err);
        }
        if (status == SL_NOTHING) status = SL_OK;
    }
    sl_scan_reset(stored);
    return status == SL_NOTHING ? SL_OK : status;
}

/* Begins the comparison of one issuer's events of one day. */
static enum sl_status begin_group(struct commit *commit, uint64_t key, struct sl_error *err)
{
    const struct sl_import *import = commit->import;
    const sl_entity issuer = sl_event_key_issuer(key);
    commit->group = key;
    sl_copies_clear(&commit->copies);
    if (!import->had_events || issuer >= import->first_entity) return SL_OK;
    if (import->book->merge_count == 0)
        return count_stored(commit, issuer, sl_event_key_day(key), err);
    sl_entity *ids;
    size_t count;
    enum sl_status status = sl_merges_group(import->book, issuer, &ids, &count, err);
    if (status != SL_OK) return status;
    for (size_t i = 0; i < count && status == SL_OK; i++)
        status = count_stored(commit, ids[i], sl_event_key_day(key), err);
    free(ids);
    return status;
}

static enum sl_status is_fresh(struct commit *commit, const struct sl_record *record,
                               const struct sl_row *row, bool *fresh, struct sl_error *err)
{
    enum sl_status status = SL_OK;
    if (record->key != commit->group) status = begin_group(commit, record->key, err);
    if (status != SL_OK) return status;
    const unsigned char *value = sl_row_value(record->bytes);
    size_t length = record->length - (size_t)(value - record->bytes);
    if (commit->import->book->merge_count > 0) status = value_of(commit, row, &value, &length, err);
    if (status != SL_OK) return status;
    const size_t file = file_of(commit->import, row->cell[SL_CELL_SEQ].number);
    return sl_copies_take(&commit->copies, value, length, file, fresh) ? SL_OK
                                                                       : sl_fail_memory(err);
}

/* ---- storing ---- */

/* Ends an issuer: its row. */
static enum sl_status end_issuer(struct commit *commit, struct sl_error *err)
{
    if (commit->issuer == 0) return SL_OK;
    sl_inserts_integer(&commit->issuers, commit->issuer);
    sl_inserts_integer(&commit->issuers, commit->funded);
    commit->issuer = 0;
    commit->funded = false;
    return sl_inserts_end_row(&commit->issuers, err);
}

static void use_entity(struct sl_import *import, sl_entity entity)
{
    if (entity >= import->first_entity) import->entities[entity - import->first_entity].used = true;
}

/* Links a holder to the issuer at hand, once. */
static enum sl_status note_holder(struct commit *commit, const struct sl_row *row,
                                  enum sl_cell_id id, struct sl_error *err)
{
    if (!(row->present & UINT32_C(1) << id)) return SL_OK;
    const sl_entity holder = row->cell[id].number;
    use_entity(commit->import, holder);
    uint32_t *issuer = &commit->linked[holder];
    if (*issuer == (uint32_t)commit->issuer) return SL_OK;
    *issuer = (uint32_t)commit->issuer;
    return sl_sorter_add(commit->links, (uint64_t)holder << 32 | (uint64_t)commit->issuer, "", 0,
                         err);
}

static enum sl_status store_event(struct commit *commit, const struct sl_row *row,
                                  struct sl_error *err)
{
    const sl_entity issuer = row->cell[SL_CELL_ISSUER].number;
    const int64_t kind = row->cell[SL_CELL_KIND].number;
    enum sl_status status = issuer == commit->issuer ? SL_OK : end_issuer(commit, err);
    if (status != SL_OK) return status;
    commit->issuer = issuer;
    commit->funded |= kind == SL_KIND_ROUND || kind == SL_KIND_DEBT;
    use_entity(commit->import, issuer);
    status = note_holder(commit, row, SL_CELL_HOLDER, err);
    if (status == SL_OK) status = note_holder(commit, row, SL_CELL_COUNTERPARTY, err);
    if (status != SL_OK) return status;
    const bool fresh = !commit->import->had_events || issuer >= commit->import->first_entity;
    return sl_event_store_add(&commit->log, row, fresh, err);
}

/* Stores an event of the table's order, and hashes it. */
static enum sl_status store_record(struct commit *commit, const struct sl_record *record,
                                   const struct sl_row *row, struct sl_error *err)
{
    sl_hash_add(&commit->hash, record->bytes, record->length);
    return store_event(commit, row, err);
}

/* The events of an import into a book with merges, in the table's order. */
static enum sl_status store_own(struct commit *commit, struct sl_error *err)
{
    struct sl_record record;
    struct sl_row row;
    enum sl_status status = sl_sorter_sort(commit->own, err);
    while (status == SL_OK && (status = sl_sorter_next(commit->own, &record, err)) == SL_OK) {
        sl_row_decode(&row, record.bytes);
        status = store_record(commit, &record, &row, err);
    }
    return status;
}

static enum sl_status take_fresh(struct commit *commit, const struct sl_record *record,
                                 const struct sl_row *row, struct sl_error *err)
{
    commit->events++;
    if (!commit->store) return SL_OK;
    if (commit->own == NULL) return store_record(commit, record, row, err);
    const uint64_t key =
        sl_event_key(row->cell[SL_CELL_ISSUER].number, (int32_t)row->cell[SL_CELL_DAY].number);
    return sl_sorter_add(commit->own, key, record->bytes, record->length, err);
}

static enum sl_status walk(struct commit *commit, struct sl_error *err)
{
    struct sl_record record;
    struct sl_row row;
    enum sl_status status = sl_sorter_sort(commit->import->events, err);
    while (status == SL_OK &&
           (status = sl_sorter_next(commit->import->events, &record, err)) == SL_OK) {
        bool fresh = true;
        sl_row_decode(&row, record.bytes);
        if (commit->compare) status = is_fresh(commit, &record, &row, &fresh, err);
        if (status != SL_OK) break;
        if (fresh) {
            status = take_fresh(commit, &record, &row, err);
        } else {
            commit->duplicates++;
        }
    }
    if (status == SL_NOTHING && commit->own != NULL) status = store_own(commit, err);
    if (status == SL_NOTHING) status = end_issuer(commit, err);
    if (status == SL_OK) status = sl_inserts_flush(&commit->issuers, err);
    return status == SL_OK ? sl_event_store_end(&commit->log, err) : status;
}

static enum sl_status store_links(struct commit *commit, struct sl_error *err)
{
    struct sl_record record;
    struct sl_inserts inserts = {.database = &commit->import->book->database,
                                 .into = "INSERT OR IGNORE INTO link (holder, issuer)",
                                 .behind = "",
                                 .columns = 2};
    enum sl_status status = sl_sorter_sort(commit->links, err);
    while (status == SL_OK && (status = sl_sorter_next(commit->links, &record, err)) == SL_OK) {
        sl_inserts_integer(&inserts, (int64_t)(record.key >> 32));
        sl_inserts_integer(&inserts, (int64_t)(record.key & UINT32_MAX));
        status = sl_inserts_end_row(&inserts, err);
    }
    if (status == SL_NOTHING) status = sl_inserts_flush(&inserts, err);
    sl_inserts_release(&inserts);
    return status;
}

/* ---- the import itself ---- */

/* Every id that an event can have is lower. */
static sl_entity import_entities(const struct sl_import *import)
{
    return import->first_entity + (sl_entity)import->entity_count;
}

static enum sl_status store_rest(struct commit *commit, int64_t rejected, int64_t *id,
                                 struct sl_error *err)
{
    struct sl_import *import = commit->import;
    struct sl_book *book = import->book;
    const sl_entity next_entity = import_entities(import);
    struct sl_import_facts facts = {.map = import->map,
                                    .first_seq = import->first_seq,
                                    .end_seq = import->next_seq,
                                    .events = commit->events,
                                    .duplicates = commit->duplicates,
                                    .rejected = rejected};
    enum sl_status status = store_links(commit, err);
    if (status == SL_OK) status = sl_import_store_names(import, err);
    if (status == SL_OK) status = sl_counter_read(book, "import", id, err);
    facts.id = *id;
    if (status == SL_OK) status = sl_import_store_row(import, &facts, &commit->hash, err);
    if (status == SL_OK) status = sl_counter_write(book, "import", *id + 1, err);
    if (status == SL_OK) status = sl_counter_write(book, "entity", next_entity, err);
    if (status == SL_OK) status = sl_counter_write(book, "seq", import->next_seq, err);
    return sl_book_write_end(book, status, err);
}

static enum sl_status prepare(struct commit *commit, struct sl_error *err)
{
    struct sl_book *book = commit->import->book;
    struct sl_database *database = &book->database;
    sl_event_store_begin(&commit->log, database);
    commit->issuers = (struct sl_inserts){.database = database,
                                          .into = "INSERT OR FAIL INTO issuer (entity, funded)",
                                          .behind = "ON CONFLICT (entity) DO UPDATE SET funded = 1"
                                                    " WHERE excluded.funded > funded",
                                          .columns = 2};
    enum sl_status status = sl_sorter_new(&commit->links, database->path, SL_LINK_RUN_BYTES, err);
    const sl_entity entities = import_entities(commit->import);
    commit->linked = calloc((size_t)entities, sizeof *commit->linked); /* touched where used */
    if (status == SL_OK && commit->linked == NULL) status = sl_fail_memory(err);
    if (status == SL_OK && book->merge_count > 0)
        status = sl_sorter_new(&commit->own, database->path, SL_EVENT_RUN_BYTES, err);
    sl_hash_init(&commit->hash);
    return status;
}

enum sl_status sl_import_commit(struct sl_import *import, bool dry_run, bool copies,
                                int64_t rejected, struct sl_import_result *result,
                                struct sl_error *err)
{
    struct commit commit = {.import = import,
                            .compare = !copies && (import->had_events || import->file_count > 1),
                            .store = !dry_run,
                            .group = UINT64_MAX,
                            .copies.seed = import->keys.seed};
    int64_t id = 0;
    enum sl_status status = prepare(&commit, err);
    if (status == SL_OK) status = walk(&commit, err);
    if (status == SL_OK && commit.store && commit.events > 0)
        status = store_rest(&commit, rejected, &id, err);
    if (status == SL_OK) {
        result->import = id;
        result->events = commit.events;
        result->duplicates = commit.duplicates;
    }
    sl_event_store_release(&commit.log);
    sl_scan_release(&commit.stored);
    sl_inserts_release(&commit.issuers);
    sl_copies_release(&commit.copies);
    sl_buffer_release(&commit.value);
    sl_sorter_free(commit.links);
    sl_sorter_free(commit.own);
    free(commit.linked);
    return status;
}
