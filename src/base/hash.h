/* SHA-256 of what is added piece by piece. Whoever needs nettle stands behind this header. */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

struct sl_hash {
    uint64_t memory[16]; /* nettle's state */
};

enum { SL_HASH_TEXT_SIZE = 65 }; /* in hexadecimal digits, with the NUL */

void sl_hash_init(struct sl_hash *hash);
void sl_hash_add(struct sl_hash *hash, const void *bytes, size_t length);
/* As eight bytes, the lowest first, whatever the machine. */
void sl_hash_add_number(struct sl_hash *hash, int64_t number);
/* The length before the text, so that no two lists of texts are added alike; NULL is unlike "". */
void sl_hash_add_text(struct sl_hash *hash, const char *text);
/* Writes the hash in lower-case hexadecimal digits and begins anew. */
void sl_hash_end(struct sl_hash *hash, char out[SL_HASH_TEXT_SIZE]);

#endif
