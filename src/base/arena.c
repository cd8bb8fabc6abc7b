/* Memory that is freed all at once, in blocks that double up to a megabyte. */
#include "base/arena.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK_MIN = 16 * 1024, BLOCK_MAX = 1024 * 1024 };

struct sl_arena_block {
    struct sl_arena_block *next;
    size_t size, used;
    max_align_t bytes[];
};

static struct sl_arena_block *add_block(struct sl_arena *arena, size_t size)
{
    size_t wanted = arena->current == NULL ? BLOCK_MIN : arena->current->size * 2;
    if (wanted > BLOCK_MAX) wanted = BLOCK_MAX;
    if (wanted < size) wanted = size;
    struct sl_arena_block *block = malloc(sizeof *block + wanted);
    if (block == NULL) return NULL;
    block->size = wanted;
    block->used = 0;
    if (arena->current == NULL) {
        block->next = NULL;
        arena->first = block;
    } else {
        block->next = arena->current->next;
        arena->current->next = block;
    }
    arena->current = block;
    return block;
}

/* `size` bytes from an address that `unit` divides. */
static void *take(struct sl_arena *arena, size_t size, size_t unit)
{
    if (size > SIZE_MAX / 2) return NULL;
    for (struct sl_arena_block *block = arena->current; block != NULL; block = block->next) {
        if (block != arena->current) block->used = 0;
        arena->current = block;
        const size_t start = (block->used + unit - 1) / unit * unit;
        if (start > block->size || block->size - start < size) continue;
        block->used = start + size;
        return (char *)block->bytes + start;
    }
    struct sl_arena_block *block = add_block(arena, size);
    if (block == NULL) return NULL;
    block->used = size;
    return block->bytes;
}

void *sl_arena_alloc(struct sl_arena *arena, size_t size)
{
    return take(arena, size, sizeof(max_align_t));
}

char *sl_arena_copy(struct sl_arena *arena, const char *bytes, size_t length)
{
    char *copy = length < SIZE_MAX ? take(arena, length + 1, 1) : NULL;
    if (copy == NULL) return NULL;
    if (length > 0) memcpy(copy, bytes, length);
    copy[length] = '\0';
    return copy;
}

bool sl_arena_keep(struct sl_arena *arena, const char **text)
{
    if (*text == NULL) return true;
    *text = sl_arena_copy(arena, *text, strlen(*text));
    return *text != NULL;
}

void sl_arena_adopt(struct sl_arena *arena, struct sl_arena *other)
{
    struct sl_arena_block *last = other->first;
    if (last == NULL) return;
    while (last->next != NULL)
        last = last->next;
    last->next = arena->first; /* before the current one: nothing there is used again */
    arena->first = other->first;
    if (arena->current == NULL) arena->current = other->current;
    *other = (struct sl_arena){0};
}

void sl_arena_reset(struct sl_arena *arena)
{
    arena->current = arena->first;
    if (arena->first != NULL) arena->first->used = 0;
}

void sl_arena_release(struct sl_arena *arena)
{
    while (arena->first != NULL) {
        struct sl_arena_block *next = arena->first->next;
        free(arena->first);
        arena->first = next;
    }
    arena->current = NULL;
}
