/* Counting equal events. */
#include "store/copies.h"

#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "store/name_table.h"

enum { NO_FILE = -1 };

void sl_copies_clear(struct sl_copies *copies)
{
    for (size_t i = 0; i < copies->count; i++)
        copies->slots[copies->copies[i].slot] = 0;
    copies->count = 0;
    sl_arena_reset(&copies->values);
}

void sl_copies_release(struct sl_copies *copies)
{
    free(copies->copies);
    free(copies->slots);
    sl_arena_release(&copies->values);
    *copies = (struct sl_copies){.seed = copies->seed};
}

static size_t free_slot(const struct sl_copies *copies, uint64_t hash)
{
    size_t at = (size_t)hash & (copies->slot_count - 1);
    while (copies->slots[at] != 0)
        at = (at + 1) & (copies->slot_count - 1);
    return at;
}

static bool grow(struct sl_copies *copies)
{
    size_t wanted = copies->slot_count == 0 ? 64 : copies->slot_count * 2;
    size_t *slots = calloc(wanted, sizeof *slots);
    if (slots == NULL) return false;
    free(copies->slots);
    copies->slots = slots;
    copies->slot_count = wanted;
    for (size_t i = 0; i < copies->count; i++) {
        struct sl_copy *copy = &copies->copies[i];
        copy->slot = free_slot(copies, copy->hash);
        slots[copy->slot] = i + 1;
    }
    return true;
}

static struct sl_copy *add(struct sl_copies *copies, const void *value, size_t length,
                           uint64_t hash)
{
    if ((copies->count + 1) * 2 > copies->slot_count && !grow(copies)) return NULL;
    if (!sl_vector_grow(&copies->copies, copies->count, &copies->capacity, sizeof *copies->copies))
        return NULL;
    const char *kept = sl_arena_copy(&copies->values, value, length);
    if (kept == NULL) return NULL;
    struct sl_copy *copy = &copies->copies[copies->count++];
    *copy = (struct sl_copy){.hash = hash,
                             .value = (const unsigned char *)kept,
                             .length = length,
                             .file = (size_t)NO_FILE,
                             .slot = free_slot(copies, hash)};
    copies->slots[copy->slot] = copies->count;
    return copy;
}

static struct sl_copy *find_or_add(struct sl_copies *copies, const void *value, size_t length)
{
    uint64_t hash = sl_hash_bytes(value, length, copies->seed);
    if (copies->slot_count > 0) {
        size_t at = (size_t)hash & (copies->slot_count - 1);
        for (; copies->slots[at] != 0; at = (at + 1) & (copies->slot_count - 1)) {
            struct sl_copy *copy = &copies->copies[copies->slots[at] - 1];
            if (copy->hash == hash && copy->length == length &&
                memcmp(copy->value, value, length) == 0)
                return copy;
        }
    }
    return add(copies, value, length, hash);
}

bool sl_copies_stored(struct sl_copies *copies, const void *value, size_t length)
{
    struct sl_copy *copy = find_or_add(copies, value, length);
    if (copy == NULL) return false;
    copy->stored++;
    return true;
}

bool sl_copies_take(struct sl_copies *copies, const void *value, size_t length, size_t file,
                    bool *fresh)
{
    struct sl_copy *copy = find_or_add(copies, value, length);
    if (copy == NULL) return false;
    if (copy->file != file) {
        copy->file = file;
        copy->seen = 0;
    }
    copy->seen++;
    *fresh = copy->seen > copy->stored;
    if (*fresh) copy->stored = copy->seen; /* counts for the files that follow */
    return true;
}
