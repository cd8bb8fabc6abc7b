/* Strings to numbers: a hash table of indices, kept at most half full. */
#include "export/name_table.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/text.h"
#include "base/vector.h"

enum { SLOTS_MIN = 64 };

static size_t hash_of(const char *text, size_t length)
{
    uint64_t hash = UINT64_C(14695981039346656037);
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)text[i]) * UINT64_C(1099511628211);
    return (size_t)(hash ^ hash >> 29);
}

/* The slot that holds the text, or the free one where it belongs. */
static size_t *find_slot(const struct sl_names *names, const char *text, size_t length)
{
    size_t mask = names->slot_count - 1, at = hash_of(text, length) & mask;
    for (;; at = (at + 1) & mask) {
        size_t index = names->slots[at];
        if (index == 0) return &names->slots[at];
        const char *item = names->items[index - 1];
        if (strncmp(item, text, length) == 0 && item[length] == '\0') return &names->slots[at];
    }
}

static bool make_room(struct sl_names *names)
{
    if (names->slot_count > 2 * names->count) return true;
    size_t count = names->slot_count == 0 ? SLOTS_MIN : 2 * names->slot_count;
    size_t *slots = calloc(count, sizeof *slots);
    if (slots == NULL) return false;
    free(names->slots);
    names->slots = slots;
    names->slot_count = count;
    for (size_t i = 0; i < names->count; i++)
        *find_slot(names, names->items[i], strlen(names->items[i])) = i + 1;
    return true;
}

size_t sl_names_find(const struct sl_names *names, const char *text, size_t length)
{
    size_t found = names->slot_count == 0 ? 0 : *find_slot(names, text, length);
    return found == 0 ? SL_NO_NAME : found - 1;
}

size_t sl_names_add(struct sl_names *names, struct sl_arena *arena, const char *text, size_t length)
{
    if (!make_room(names)) return SL_NO_NAME;
    size_t *slot = find_slot(names, text, length);
    if (*slot != 0) return *slot - 1;
    const char *copy = sl_arena_copy(arena, text, length);
    if (copy == NULL ||
        !sl_vector_grow(&names->items, names->count, &names->capacity, sizeof *names->items)) {
        return SL_NO_NAME;
    }
    names->items[names->count++] = copy;
    *slot = names->count;
    return names->count - 1;
}

const char *sl_text_keep_clean(struct sl_arena *arena, const char *text)
{
    struct sl_buffer clean = {0};
    sl_text_add_clean(&clean, text);
    const char *kept = clean.failed
                           ? NULL
                           : sl_arena_copy(arena, clean.length > 0 ? clean.data : "", clean.length);
    sl_buffer_release(&clean);
    return kept;
}

size_t sl_names_add_clean(struct sl_names *names, struct sl_arena *arena, const char *text)
{
    struct sl_buffer clean = {0};
    sl_text_add_clean(&clean, text);
    size_t index =
        clean.failed ? SL_NO_NAME
                     : sl_names_add(names, arena, clean.length > 0 ? clean.data : "", clean.length);
    sl_buffer_release(&clean);
    return index;
}

bool sl_sources_add(struct sl_names *names, struct sl_arena *arena, const char *cell)
{
    if (cell == NULL) return true;
    struct sl_buffer clean = {0};
    sl_text_add_clean(&clean, cell);
    bool ok = !clean.failed;
    for (const char *at = clean.data; ok && at != NULL && *at != '\0';) {
        const char *end = strstr(at, "; ");
        size_t length = end == NULL ? strlen(at) : (size_t)(end - at);
        if (length > 0) ok = sl_names_add(names, arena, at, length) != SL_NO_NAME;
        at += length + (end == NULL ? 0 : 2);
    }
    sl_buffer_release(&clean);
    return ok;
}

void sl_names_release(struct sl_names *names)
{
    free(names->items);
    free(names->slots);
    *names = (struct sl_names){0};
}
