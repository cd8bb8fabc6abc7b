/* The flags of a row in words. */
#include "query/flags.h"

#include <string.h>

#include <stakeline/query.h>

void sl_flags_write(unsigned flags, char out[SL_FLAGS_SIZE])
{
    static const struct {
        unsigned flag;
        const char *name;
    } names[] = {{SL_FLAG_PENDING, "pending"},
                 {SL_FLAG_CONFIRMED, "confirmed"},
                 {SL_FLAG_MISMATCH, "mismatch"},
                 {SL_FLAG_OVERSOLD, "oversold"},
                 {SL_FLAG_UNRESOLVED, "unresolved"}};
    size_t length = 0;
    out[0] = '\0';
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if ((flags & names[i].flag) == 0) continue;
        size_t size = strlen(names[i].name);
        if (length > 0) out[length++] = ';';
        memcpy(out + length, names[i].name, size + 1);
        length += size;
    }
}
