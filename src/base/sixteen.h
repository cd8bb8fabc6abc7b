/* Text looked through sixteen bytes at a time: is one of four bytes among them? At once where the
 * compiler has vectors. */
#ifndef BASE_SIXTEEN_H
#define BASE_SIXTEEN_H

#include <stdbool.h>

#include "base/eight.h"

#if defined(__GNUC__)

typedef unsigned char sl_sixteen __attribute__((vector_size(16)));

static inline sl_sixteen sl_sixteen_of(uint64_t first, uint64_t second)
{
    const uint64_t both[2] = {first, second};
    sl_sixteen bytes;
    memcpy(&bytes, both, sizeof bytes);
    return bytes;
}

static inline sl_sixteen sl_sixteen_find(sl_sixteen bytes, char byte)
{
    const uint64_t wanted = SL_EIGHT((unsigned char)byte);
    return (sl_sixteen)(bytes == sl_sixteen_of(wanted, wanted));
}

/* `first` and `second` are sl_eight_at's; `wanted` is of four bytes. */
static inline bool sl_sixteen_any(uint64_t first, uint64_t second, const char *wanted)
{
    const sl_sixteen bytes = sl_sixteen_of(first, second);
    const sl_sixteen found = sl_sixteen_find(bytes, wanted[0]) | sl_sixteen_find(bytes, wanted[1]) |
                             sl_sixteen_find(bytes, wanted[2]) | sl_sixteen_find(bytes, wanted[3]);
    uint64_t both[2];
    memcpy(both, &found, sizeof both);
    return (both[0] | both[1]) != 0;
}

#else

static inline bool sl_sixteen_any(uint64_t first, uint64_t second, const char *wanted)
{
    uint64_t found = 0;
    for (int i = 0; i < 4; i++)
        found |= sl_eight_find(first, (unsigned char)wanted[i]) |
                 sl_eight_find(second, (unsigned char)wanted[i]);
    return (found & SL_EIGHT_TOPS) != 0;
}

#endif
#endif
