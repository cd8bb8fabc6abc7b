/* The names among which pairs that look alike are sought. */
#ifndef QUERY_SIMILAR_READ_H
#define QUERY_SIMILAR_READ_H

#include "base/arena.h"
#include "query/similar.h"

struct sl_similar_name {
    sl_entity entity;
    const char *text, *letters; /* as displayed; its letters and digits */
    const char *key, *words;    /* without legal forms; its words sorted */
    size_t key_length;
    bool asked; /* pairs with it are wanted */
};

/* Hashes of what names have that pairs are wanted of. */
struct sl_similar_wanted {
    uint64_t *slots; /* open addressing; 0: free. NULL: all are wanted */
    size_t slot_count;
};

struct sl_similar_list {
    struct sl_similar_name *items;
    size_t count, capacity;
    struct sl_arena memory; /* of the texts */
    struct sl_similar_wanted wanted;
};

/* Reads those that could be in a pair that is wanted, by id. To be released in any case. */
enum sl_status sl_similar_read(struct sl_similar_list *out, struct sl_book *book,
                               const struct sl_similar_wish *wish, struct sl_error *err);
/* Has a name with which pairs are wanted what hashes to this? Likely, where it says so. */
bool sl_similar_is_wanted(const struct sl_similar_list *list, uint64_t hash);
void sl_similar_list_release(struct sl_similar_list *list);

#endif
