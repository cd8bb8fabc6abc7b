/* SHA-256 by nettle, which uses the processor's instructions for it where there are any. */
#include "base/hash.h"

#include <string.h>

#include <nettle/sha2.h>

_Static_assert(sizeof(struct sha256_ctx) <= sizeof(struct sl_hash), "nettle's state has room");
_Static_assert(_Alignof(struct sha256_ctx) <= _Alignof(struct sl_hash), "and is aligned");

static struct sha256_ctx *state_of(struct sl_hash *hash)
{
    return (void *)hash->memory;
}

void sl_hash_init(struct sl_hash *hash)
{
    sha256_init(state_of(hash));
}

void sl_hash_add(struct sl_hash *hash, const void *bytes, size_t length)
{
    sha256_update(state_of(hash), length, bytes);
}

void sl_hash_add_number(struct sl_hash *hash, int64_t number)
{
    uint8_t bytes[8];
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (uint8_t)((uint64_t)number >> (8 * i));
    sl_hash_add(hash, bytes, sizeof bytes);
}

void sl_hash_add_text(struct sl_hash *hash, const char *text)
{
    const size_t length = text == NULL ? 0 : strlen(text);
    sl_hash_add_number(hash, text == NULL ? -1 : (int64_t)length);
    if (length > 0) sl_hash_add(hash, text, length);
}

void sl_hash_end(struct sl_hash *hash, char out[SL_HASH_TEXT_SIZE])
{
    static const char digits[] = "0123456789abcdef";
    uint8_t bytes[SHA256_DIGEST_SIZE];
    sha256_digest(state_of(hash), sizeof bytes, bytes);
    for (size_t i = 0; i < sizeof bytes; i++) {
        out[2 * i] = digits[bytes[i] >> 4];
        out[2 * i + 1] = digits[bytes[i] & 0xf];
    }
    out[2 * sizeof bytes] = '\0';
}
