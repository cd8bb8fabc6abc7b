/* Text looked through eight bytes at a time: is anything in them that has to be looked at? */
#ifndef BASE_EIGHT_H
#define BASE_EIGHT_H

#include <stdint.h>
#include <string.h>

#define SL_EIGHT(byte) ((byte)*UINT64_C(0x0101010101010101))
#define SL_EIGHT_TOPS SL_EIGHT(0x80)

static inline uint64_t sl_eight_at(const char *text)
{
    uint64_t bytes;
    memcpy(&bytes, text, sizeof bytes);
    return bytes;
}

/* Has a bit of SL_EIGHT_TOPS just when one of the bytes is this one (and others that mean nothing).
 */
static inline uint64_t sl_eight_find(uint64_t bytes, unsigned char byte)
{
    const uint64_t zeros = bytes ^ SL_EIGHT(byte);
    return (zeros - SL_EIGHT(1)) & ~zeros;
}

#endif
