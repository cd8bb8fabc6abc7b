/* The gathering half of an import: names become entities, events become sorted runs. Nothing is
 * written to the book before sl_import_commit (commit.c). */
#include "store/import_state.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/text.h"
#include "base/vector.h"

static enum sl_status has_rows(struct sl_book *book, const char *sql, bool *out,
                               struct sl_error *err)
{
    struct sl_statement statement = {0};
    enum sl_status status = sl_statement_prepare(&statement, &book->database, sql, err);
    if (status == SL_OK) status = sl_statement_step(&statement, err);
    sl_statement_release(&statement);
    if (status != SL_OK && status != SL_NOTHING) return status;
    *out = status == SL_OK;
    return SL_OK;
}

static enum sl_status read_book(struct sl_import *import, struct sl_error *err)
{
    struct sl_book *book = import->book;
    enum sl_status status = sl_counter_read(book, "seq", &import->first_seq, err);
    if (status == SL_OK) status = sl_counter_read(book, "entity", &import->first_entity, err);
    if (status == SL_OK)
        status = has_rows(book, "SELECT 1 FROM pack LIMIT 1", &import->had_events, err);
    if (status == SL_OK)
        status = has_rows(book, "SELECT 1 FROM name LIMIT 1", &import->had_names, err);
    if (status == SL_OK) status = sl_merges_load(book, err);
    import->next_seq = import->first_seq;
    if (status == SL_OK && import->first_entity > SL_ENTITY_MAX)
        status = sl_fail(err, SL_FAILED, "the book has too many entities");
    return status;
}

/* Not secret, but not known to who writes a file. */
static uint64_t seed_of(const void *memory)
{
    struct timespec now = {0};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_nsec * UINT64_C(0x9e3779b97f4a7c15) ^ (uint64_t)(uintptr_t)memory;
}

enum sl_status sl_import_begin_runs(struct sl_import **out, struct sl_book *book, const char *map,
                                    size_t run_bytes, struct sl_error *err)
{
    enum sl_status status = sl_book_write_begin(book, err);
    if (status != SL_OK) return status;
    struct sl_import *import = calloc(1, sizeof *import);
    if (import == NULL) {
        status = sl_fail_memory(err);
        return sl_book_write_end(book, status, err);
    }
    import->book = book;
    book->import = import;
    import->spellings.seed = seed_of(import);
    import->keys.seed = import->spellings.seed;
    if (map != NULL) {
        import->map = sl_arena_copy(&import->memory, map, strlen(map));
        if (import->map == NULL) status = sl_fail_memory(err);
    }
    if (status == SL_OK) status = read_book(import, err);
    if (status == SL_OK)
        status = sl_sorter_new(&import->events, book->database.path, run_bytes, err);
    if (status == SL_OK) {
        *out = import;
    } else {
        sl_import_end(import);
    }
    return status;
}

enum sl_status sl_import_begin(struct sl_import **out, struct sl_book *book, const char *map,
                               struct sl_error *err)
{
    return sl_import_begin_runs(out, book, map, SL_EVENT_RUN_BYTES, err);
}

void sl_import_end(struct sl_import *import)
{
    if (import == NULL) return;
    struct sl_book *book = import->book;
    book->import = NULL;
    if (!sqlite3_get_autocommit(book->database.raw)) sl_book_write_end(book, SL_FAILED, NULL);
    sl_sorter_free(import->events);
    sl_name_table_release(&import->spellings);
    sl_name_table_release(&import->keys);
    sl_buffer_release(&import->normal);
    sl_buffer_release(&import->key);
    sl_buffer_release(&import->encoded);
    sl_arena_release(&import->memory);
    free(import->files);
    free(import->entities);
    free(import);
}

enum sl_status sl_import_file(struct sl_import *import, const char *path, struct sl_error *err)
{
    const char *kept = sl_arena_copy(&import->memory, path, strlen(path));
    if (kept == NULL || !sl_vector_grow(&import->files, import->file_count, &import->file_capacity,
                                        sizeof *import->files))
        return sl_fail_memory(err);
    import->files[import->file_count++] =
        (struct sl_new_file){.path = kept, .first_seq = import->next_seq};
    return SL_OK;
}

/* ---- names ---- */

static enum sl_status new_entity(struct sl_import *import, const char *key, sl_entity *out,
                                 struct sl_error *err)
{
    const sl_entity entity = import->first_entity + (sl_entity)import->entity_count;
    if (entity > SL_ENTITY_MAX) return sl_fail(err, SL_FAILED, "the book has too many entities");
    const struct sl_buffer *normal = &import->normal;
    const char *name = sl_arena_copy(&import->memory, normal->data, normal->length);
    if (name == NULL || !sl_vector_grow(&import->entities, import->entity_count,
                                        &import->entity_capacity, sizeof *import->entities))
        return sl_fail_memory(err);
    import->entities[import->entity_count++] =
        (struct sl_new_entity){.name = name,
                               .key = key,
                               .name_length = (uint32_t)normal->length,
                               .key_length = (uint32_t)import->key.length};
    *out = entity;
    return SL_OK;
}

/* The entity of the key in import->key: met before in this import, or in the book, or new. */
static enum sl_status entity_of_key(struct sl_import *import, sl_entity *out, struct sl_error *err)
{
    const struct sl_buffer *key = &import->key;
    *out = sl_name_table_get(&import->keys, key->data, key->length);
    if (*out != 0) return SL_OK;
    enum sl_status status = SL_NOTHING;
    if (import->had_names)
        status = sl_book_find_key(import->book, key->data, key->length, out, err);
    if (status == SL_OK && (*out < 1 || *out >= import->first_entity)) {
        return sl_fail(err, SL_FAILED, "%s: is damaged (entity %lld)", import->book->database.path,
                       (long long)*out);
    }
    if (status != SL_OK && status != SL_NOTHING) return status;
    const char *kept = sl_arena_copy(&import->memory, key->data, key->length);
    if (kept == NULL) return sl_fail_memory(err);
    if (status == SL_NOTHING) status = new_entity(import, kept, out, err);
    if (status == SL_OK && !sl_name_table_add(&import->keys, kept, key->length, *out))
        status = sl_fail_memory(err);
    return status;
}

/* The spelling in memory of the import's: most often it is the new entity's name. */
static const char *own_copy(struct sl_import *import, sl_entity entity, const char *name,
                            size_t length)
{
    if (entity >= import->first_entity) {
        const struct sl_new_entity *new_ = &import->entities[entity - import->first_entity];
        if (new_->name_length == length && memcmp(new_->name, name, length) == 0) return new_->name;
    }
    return sl_arena_copy(&import->memory, name, length);
}

enum sl_status sl_import_name(struct sl_import *import, const char *name, size_t length,
                              sl_entity *out, struct sl_error *err)
{
    sl_entity entity = sl_name_table_get(&import->spellings, name, length);
    if (entity != 0) {
        *out = entity;
        return SL_OK;
    }
    enum sl_status status = sl_name_normal(&import->normal, name, length, err);
    if (status == SL_OK) status = sl_name_key(&import->key, name, length, err);
    if (status == SL_OK) status = entity_of_key(import, &entity, err);
    if (status != SL_OK) return status;
    const char *kept = own_copy(import, entity, name, length);
    if (kept == NULL || !sl_name_table_add(&import->spellings, kept, length, entity))
        return sl_fail_memory(err);
    *out = entity;
    return SL_OK;
}

void sl_import_expect(const struct sl_import *import, const char *name, size_t length, bool again)
{
    sl_name_table_expect(&import->spellings, name, length, again);
}

/* ---- events ---- */

/* None, or one of the book's or of this import's. */
static bool is_met(const struct sl_import *import, sl_entity entity)
{
    return entity >= 0 && entity < import->first_entity + (sl_entity)import->entity_count;
}

enum sl_status sl_import_event(struct sl_import *import, const struct sl_event_text *event,
                               struct sl_error *err)
{
    struct sl_row row;
    const sl_entity issuer = event->event.issuer;
    const int32_t day = event->event.date.day;
    if (issuer == 0 || event->event.date.unit == SL_DATE_NONE || day < SL_DAY_MIN ||
        day > SL_DAY_MAX)
        return sl_fail(err, SL_MISUSE, "an event needs an issuer and a date");
    if (!is_met(import, issuer) || !is_met(import, event->event.holder) ||
        !is_met(import, event->event.counterparty))
        return sl_fail(err, SL_MISUSE, "an event has an entity that sl_import_name did not give");
    sl_row_from_event(&row, event);
    row.cell[SL_CELL_SEQ].number = import->next_seq++;
    sl_buffer_clear(&import->encoded);
    sl_row_encode(&import->encoded, &row);
    if (import->encoded.failed) return sl_fail_memory(err);
    return sl_sorter_add(import->events, sl_event_key(sl_merges_root(import->book, issuer), day),
                         import->encoded.data, import->encoded.length, err);
}
