/* Storing the entities that an import met first: those that a stored event refers to, by id, then
 * their names in the order of their keys. */
#include <stdlib.h>
#include <string.h>

#include "base/expect.h"
#include "base/text_sort.h"
#include "store/import_state.h"
#include "store/inserts.h"

/* By age, as there are no two with one key. */
static int compare_age(const void *left, const void *right)
{
    const struct sl_text_item *a = left, *b = right;
    return (a->of > b->of) - (a->of < b->of);
}

/* In the order of keys everything else lies anywhere: it is fetched ahead. */
static void expect_names(const struct sl_text_item *sorted, size_t at, size_t count)
{
    enum { FAR = 16, NEAR = 8 };
    if (at + FAR >= count) return;
    sl_expect(sorted[at + FAR].of);
    sl_expect(sorted[at + FAR].text);
    sl_expect(((const struct sl_new_entity *)sorted[at + NEAR].of)->name);
}

static enum sl_status store_keys(struct sl_import *import, struct sl_text_item *sorted,
                                 size_t count, struct sl_error *err)
{
    struct sl_inserts inserts = {.database = &import->book->database,
                                 .into = "INSERT OR FAIL INTO name (key, entity, kind, text)",
                                 .behind = "",
                                 .columns = 4};
    enum sl_status status = SL_OK;
    sl_text_sort(sorted, count, compare_age);
    for (size_t i = 0; i < count && status == SL_OK; i++) {
        expect_names(sorted, i, count);
        const struct sl_new_entity *entity = sorted[i].of;
        const bool identifier = sl_name_is_identifier(entity->name);
        sl_inserts_text(&inserts, entity->key, entity->key_length);
        sl_inserts_integer(&inserts, import->first_entity + (entity - import->entities));
        sl_inserts_integer(&inserts, identifier ? SL_NAME_IDENTIFIER : SL_NAME_DISPLAY);
        if (identifier)
            sl_inserts_text(&inserts, entity->name, entity->name_length);
        else
            sl_inserts_null(&inserts);
        status = sl_inserts_end_row(&inserts, err);
    }
    if (status == SL_OK) status = sl_inserts_flush(&inserts, err);
    sl_inserts_release(&inserts);
    return status;
}

enum sl_status sl_import_store_names(struct sl_import *import, struct sl_error *err)
{
    if (import->entity_count == 0) return SL_OK;
    struct sl_inserts inserts = {.database = &import->book->database,
                                 .into = "INSERT OR FAIL INTO entity (id, name)",
                                 .behind = "",
                                 .columns = 2};
    size_t count = 0;
    struct sl_text_item *used = calloc(import->entity_count, sizeof *used);
    if (used == NULL) return sl_fail_memory(err);
    enum sl_status status = SL_OK;
    for (size_t i = 0; i < import->entity_count && status == SL_OK; i++) {
        struct sl_new_entity *entity = &import->entities[i];
        if (!entity->used) continue;
        used[count++] = (struct sl_text_item){.text = entity->key, .of = entity};
        sl_inserts_integer(&inserts, import->first_entity + (sl_entity)i);
        sl_inserts_text(&inserts, entity->name, entity->name_length);
        status = sl_inserts_end_row(&inserts, err);
    }
    if (status == SL_OK) status = sl_inserts_flush(&inserts, err);
    sl_inserts_release(&inserts);
    if (status == SL_OK) status = store_keys(import, used, count, err);
    free(used);
    return status;
}
