/* The k-th copy rule of DESIGN section 4, for the events of one issuer and day: the k-th equal copy
 * within a file is a duplicate when k copies were stored before that file. */
#ifndef STORE_COPIES_H
#define STORE_COPIES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/* One value and how often it is stored. */
struct sl_copy {
    uint64_t hash;
    const unsigned char *value;
    size_t length;
    int64_t stored; /* copies, those of this import included */
    int64_t seen;   /* copies met in `file` */
    size_t file;
    size_t slot; /* its place in `slots` */
};

/* All zero but for `seed` is empty. */
struct sl_copies {
    struct sl_copy *copies;
    size_t count, capacity;
    size_t *slots; /* hash table of indices into copies, plus one; 0 is free */
    size_t slot_count;
    struct sl_arena values;
    uint64_t seed;
};

/* Forgets all, in time of what there was. */
void sl_copies_clear(struct sl_copies *copies);
void sl_copies_release(struct sl_copies *copies);
/* Counts a stored event. false when memory is out. */
bool sl_copies_stored(struct sl_copies *copies, const void *value, size_t length);
/* Counts an event of a file (files come in order), which is to be stored when *fresh. false when
 * memory is out. */
bool sl_copies_take(struct sl_copies *copies, const void *value, size_t length, size_t file,
                    bool *fresh);

#endif
