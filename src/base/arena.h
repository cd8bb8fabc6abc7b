/* Memory that is freed all at once: one issuer's events, one answer's rows. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdbool.h>
#include <stddef.h>

struct sl_arena_block;

/* All zero is an empty arena. */
struct sl_arena {
    struct sl_arena_block *first; /* blocks in the order of use */
    struct sl_arena_block *current;
};

/* Aligned for any type, not cleared; NULL when memory is out. */
void *sl_arena_alloc(struct sl_arena *arena, size_t size);
/* A copy of `length` bytes with a NUL behind; NULL when memory is out. */
char *sl_arena_copy(struct sl_arena *arena, const char *bytes, size_t length);
/* Replaces a text by a copy of it that lives in the arena; NULL stays NULL. false when memory is
 * out. */
bool sl_arena_keep(struct sl_arena *arena, const char **text);
/* Takes over all that another arena holds, which is empty then. */
void sl_arena_adopt(struct sl_arena *arena, struct sl_arena *other);
/* Makes everything free again and keeps the memory for reuse. */
void sl_arena_reset(struct sl_arena *arena);
/* Gives the memory back; the arena is empty and usable. */
void sl_arena_release(struct sl_arena *arena);

#endif
