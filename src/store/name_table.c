/* A hash table from byte strings to entities: open addressing, linear probing. */
#include "store/name_table.h"

#include <stdlib.h>
#include <string.h>

#include "base/expect.h"

static uint64_t mix(uint64_t hash, uint64_t word)
{
    hash = (hash ^ word) * UINT64_C(0x9e3779b97f4a7c15);
    return hash ^ (hash >> 29);
}

uint64_t sl_hash_bytes(const void *bytes, size_t length, uint64_t seed)
{
    const unsigned char *at = bytes;
    uint64_t hash = mix(seed, length), word;
    for (; length >= sizeof word; at += sizeof word, length -= sizeof word) {
        memcpy(&word, at, sizeof word);
        hash = mix(hash, word);
    }
    if (length > 0) {
        word = 0;
        memcpy(&word, at, length);
        hash = mix(hash, word);
    }
    hash ^= hash >> 32;
    return mix(hash, seed);
}

/* The slot that has the text, or the free one where it belongs. */
static struct sl_name_slot *slot_of(const struct sl_name_table *table, const char *text,
                                    size_t length, uint32_t hash)
{
    size_t at = hash & (table->capacity - 1);
    for (;;) {
        struct sl_name_slot *slot = &table->slots[at];
        if (slot->text == NULL || (slot->hash == hash && strncmp(slot->text, text, length) == 0 &&
                                   slot->text[length] == '\0'))
            return slot;
        at = (at + 1) & (table->capacity - 1);
    }
}

int64_t sl_name_table_get(const struct sl_name_table *table, const char *text, size_t length)
{
    if (table->capacity == 0) return 0;
    const struct sl_name_slot *slot =
        slot_of(table, text, length, (uint32_t)sl_hash_bytes(text, length, table->seed));
    return slot->text == NULL ? 0 : slot->entity;
}

void sl_name_table_expect(const struct sl_name_table *table, const char *text, size_t length,
                          bool again)
{
    if (table->capacity == 0) return;
    const uint32_t hash = (uint32_t)sl_hash_bytes(text, length, table->seed);
    const struct sl_name_slot *slot = &table->slots[hash & (table->capacity - 1)];
    sl_expect(slot);
    if (again) sl_expect(slot->text);
}

static bool grow(struct sl_name_table *table)
{
    size_t capacity = table->capacity == 0 ? 256 : table->capacity * 2;
    struct sl_name_slot *slots = calloc(capacity, sizeof *slots);
    if (slots == NULL) return false;
    for (size_t i = 0; i < table->capacity; i++) {
        const struct sl_name_slot *old = &table->slots[i];
        if (old->text == NULL) continue;
        size_t at = old->hash & (capacity - 1);
        while (slots[at].text != NULL)
            at = (at + 1) & (capacity - 1);
        slots[at] = *old;
    }
    free(table->slots);
    table->slots = slots;
    table->capacity = capacity;
    return true;
}

bool sl_name_table_add(struct sl_name_table *table, const char *text, size_t length, int64_t entity)
{
    if (table->count * 2 >= table->capacity && !grow(table)) return false;
    uint32_t hash = (uint32_t)sl_hash_bytes(text, length, table->seed);
    *slot_of(table, text, length, hash) =
        (struct sl_name_slot){.text = text, .hash = hash, .entity = (uint32_t)entity};
    table->count++;
    return true;
}

void sl_name_table_release(struct sl_name_table *table)
{
    free(table->slots);
    *table = (struct sl_name_table){.seed = table->seed};
}
