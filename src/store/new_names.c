/* Storing the entities that an import met first: those that a stored event refers to, by id, then
 * their names in the order of their keys. */
#include <stdlib.h>
#include <string.h>

#include "store/import_state.h"

static int by_key(const void *a, const void *b)
{
    const struct sl_new_entity *x = *(const struct sl_new_entity *const *)a;
    const struct sl_new_entity *y = *(const struct sl_new_entity *const *)b;
    size_t length = x->key_length < y->key_length ? x->key_length : y->key_length;
    int order = memcmp(x->key, y->key, length);
    return order != 0 ? order : (x->key_length > y->key_length) - (x->key_length < y->key_length);
}

static enum sl_status store_keys(struct sl_import *import, const struct sl_new_entity **sorted,
                                 size_t count, struct sl_error *err)
{
    struct sl_statement insert = {0};
    enum sl_status status = sl_statement_prepare(
        &insert, &import->book->database,
        "INSERT INTO name (key, entity, kind, text) VALUES (?1, ?2, ?3, ?4)", err);
    if (count > 1) qsort(sorted, count, sizeof *sorted, by_key);
    for (size_t i = 0; i < count && status == SL_OK; i++) {
        const struct sl_new_entity *entity = sorted[i];
        const bool identifier = sl_name_is_identifier(entity->name);
        sl_statement_bind_text(&insert, 1, entity->key, entity->key_length);
        sl_statement_bind_integer(&insert, 2, import->first_entity + (entity - import->entities));
        sl_statement_bind_integer(&insert, 3, identifier ? SL_NAME_IDENTIFIER : SL_NAME_DISPLAY);
        if (identifier) {
            sl_statement_bind_text(&insert, 4, entity->name, entity->name_length);
        } else {
            sl_statement_bind_null(&insert, 4);
        }
        status = sl_statement_run(&insert, err);
    }
    sl_statement_release(&insert);
    return status;
}

enum sl_status sl_import_store_names(struct sl_import *import, struct sl_error *err)
{
    if (import->entity_count == 0) return SL_OK;
    struct sl_statement insert = {0};
    size_t count = 0;
    const struct sl_new_entity **used = calloc(import->entity_count, sizeof *used);
    if (used == NULL) return sl_fail_memory(err);
    enum sl_status status = sl_statement_prepare(
        &insert, &import->book->database, "INSERT INTO entity (id, name) VALUES (?1, ?2)", err);
    for (size_t i = 0; i < import->entity_count && status == SL_OK; i++) {
        const struct sl_new_entity *entity = &import->entities[i];
        if (!entity->used) continue;
        used[count++] = entity;
        sl_statement_bind_integer(&insert, 1, import->first_entity + (sl_entity)i);
        sl_statement_bind_text(&insert, 2, entity->name, entity->name_length);
        status = sl_statement_run(&insert, err);
    }
    if (status == SL_OK) status = store_keys(import, used, count, err);
    sl_statement_release(&insert);
    free(used);
    return status;
}
