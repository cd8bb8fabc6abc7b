/* Text looked through sixteen bytes at a time, at once where the compiler has vectors: is there a
 * byte among them that has to be looked at? `first` and `second` are sl_eight_at's. */
#ifndef BASE_SIXTEEN_H
#define BASE_SIXTEEN_H

#include <stdbool.h>

#include "base/eight.h"

#if defined(__GNUC__)

typedef signed char sl_sixteen __attribute__((vector_size(16)));

static inline sl_sixteen sl_sixteen_of(uint64_t first, uint64_t second)
{
    const uint64_t both[2] = {first, second};
    sl_sixteen bytes;
    memcpy(&bytes, both, sizeof bytes);
    return bytes;
}

static inline sl_sixteen sl_sixteen_fill(char byte)
{
    return sl_sixteen_of(SL_EIGHT((unsigned char)byte), SL_EIGHT((unsigned char)byte));
}

static inline bool sl_sixteen_some(sl_sixteen found)
{
    uint64_t both[2];
    memcpy(both, &found, sizeof both);
    return (both[0] | both[1]) != 0;
}

/* One of four. */
static inline bool sl_sixteen_any(uint64_t first, uint64_t second, const char *wanted)
{
    const sl_sixteen bytes = sl_sixteen_of(first, second);
    return sl_sixteen_some(
        (bytes == sl_sixteen_fill(wanted[0])) | (bytes == sl_sixteen_fill(wanted[1])) |
        (bytes == sl_sixteen_fill(wanted[2])) | (bytes == sl_sixteen_fill(wanted[3])));
}

/* One of two, or none that ASCII has a picture or a space for. */
static inline bool sl_sixteen_odd(uint64_t first, uint64_t second, const char *wanted)
{
    const sl_sixteen bytes = sl_sixteen_of(first, second);
    return sl_sixteen_some(
        (bytes < sl_sixteen_fill(0x20)) | (bytes == sl_sixteen_fill(0x7f)) | /* signed */
        (bytes == sl_sixteen_fill(wanted[0])) | (bytes == sl_sixteen_fill(wanted[1])));
}

#else

static inline uint64_t sl_eight_any(uint64_t bytes, const char *wanted, int count)
{
    uint64_t found = 0;
    for (int i = 0; i < count; i++)
        found |= sl_eight_find(bytes, (unsigned char)wanted[i]);
    return found & SL_EIGHT_TOPS;
}

static inline bool sl_sixteen_any(uint64_t first, uint64_t second, const char *wanted)
{
    return (sl_eight_any(first, wanted, 4) | sl_eight_any(second, wanted, 4)) != 0;
}

static inline uint64_t sl_eight_unseen(uint64_t bytes)
{
    return (bytes | (bytes - SL_EIGHT(0x20)) | (bytes + SL_EIGHT(1))) & SL_EIGHT_TOPS;
}

static inline bool sl_sixteen_odd(uint64_t first, uint64_t second, const char *wanted)
{
    return (sl_eight_any(first, wanted, 2) | sl_eight_any(second, wanted, 2) |
            sl_eight_unseen(first) | sl_eight_unseen(second)) != 0;
}

#endif
#endif
