/* The names of the x_ columns, met event by event. */
#include "store/extra_names.h"

#include <stdlib.h>
#include <string.h>

static int by_text(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

enum sl_status sl_extra_names_begin(struct sl_extra_names *names, struct sl_database *database,
                                    struct sl_error *err)
{
    return sl_statement_prepare(&names->keys, database, "SELECT key FROM json_each(?1)", err);
}

static bool add(struct sl_extra_names *names, const char *name)
{
    const size_t length = strlen(name);
    if (sl_name_table_get(&names->met, name, length) != 0) return true;
    const char *kept = sl_arena_copy(&names->memory, name, length);
    if (kept == NULL || !sl_name_table_add(&names->met, kept, length, 1)) return false;
    sl_buffer_add(&names->joined, kept, length + 1);
    names->count++;
    return !names->joined.failed;
}

/* Objects of the same keys follow each other: is this one like the last? */
static bool is_like_last(struct sl_extra_names *names, const char *object, size_t length)
{
    struct sl_buffer *last = &names->last;
    if (last->length == length && memcmp(last->data, object, length) == 0) return true;
    sl_buffer_clear(last);
    sl_buffer_add(last, object, length);
    return false;
}

enum sl_status sl_extra_names_add(struct sl_extra_names *names, const char *object, size_t length,
                                  struct sl_error *err)
{
    struct sl_statement *keys = &names->keys;
    enum sl_status status = SL_OK;
    if (is_like_last(names, object, length)) return SL_OK;
    sl_statement_bind_text(keys, 1, object, length);
    while (status == SL_OK && (status = sl_statement_step(keys, err)) == SL_OK) {
        const char *name = sl_statement_text(keys, 0);
        if (name != NULL && !add(names, name)) status = sl_fail_memory(err);
    }
    sl_statement_reset(keys);
    return status == SL_NOTHING ? SL_OK : status;
}

bool sl_extra_names_join(struct sl_extra_names *names, const struct sl_extra_names *other)
{
    const char *at = other->joined.data;
    bool joined = true;
    for (size_t i = 0; i < other->count && joined; i++) {
        joined = add(names, at);
        at += strlen(at) + 1;
    }
    return joined;
}

enum sl_status sl_extra_names_end(struct sl_extra_names *names, struct sl_error *err)
{
    const char *at = names->joined.data;
    names->sorted = calloc(names->count + 1, sizeof *names->sorted);
    if (names->sorted == NULL) return sl_fail_memory(err);
    for (size_t i = 0; i < names->count; i++) {
        names->sorted[i] = at;
        at += strlen(at) + 1;
    }
    if (names->count > 1) qsort(names->sorted, names->count, sizeof *names->sorted, by_text);
    return SL_OK;
}

void sl_extra_names_release(struct sl_extra_names *names)
{
    sl_statement_release(&names->keys);
    sl_name_table_release(&names->met);
    sl_arena_release(&names->memory);
    sl_buffer_release(&names->joined);
    sl_buffer_release(&names->last);
    free(names->sorted);
}
