/* What of a name is compared with others. */
#ifndef QUERY_SIMILAR_KEYS_H
#define QUERY_SIMILAR_KEYS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/error.h"

/* All zero is empty. */
struct sl_similar_keys {
    struct sl_buffer letters; /* the letters and digits of the name, folded */
    struct sl_buffer key;     /* the same without legal forms */
    struct sl_buffer words;   /* its words, sorted */
    struct sl_buffer copy;    /* scratch */
};

/* Replaces the keys by those of the name: empty where it has neither letters nor digits. */
enum sl_status sl_similar_keys_make(struct sl_similar_keys *keys, const char *text,
                                    struct sl_error *err);
void sl_similar_keys_release(struct sl_similar_keys *keys);

enum { SL_SIMILAR_HALVES = 4 };

uint64_t sl_similar_hash(uint64_t hash, const char *bytes, size_t length);

/* Hashes of halves of a long key, of those that it would have with one letter less, too; none of a
 * short one. Two keys that are one letter apart share one of them. */
size_t sl_similar_halves(const char *key, size_t length, uint64_t out[SL_SIMILAR_HALVES]);

/* One letter put in, left out, or another, or two neighbours swapped, inside a long word? */
bool sl_similar_by_a_letter(const char *a, size_t a_length, const char *b, size_t b_length);

#endif
