/* What is left of a name when case, accents and punctuation are taken away. */
#include <string.h>

#include <utf8proc.h>

#include "base/text.h"

/* The accents of Latin, Greek and Cyrillic; the signs of other scripts tell words apart. */
static bool is_accent(utf8proc_int32_t point)
{
    return point >= 0x300 && point <= 0x36f;
}

static bool is_kept(utf8proc_int32_t point)
{
    utf8proc_category_t category = utf8proc_category(point);
    if (is_accent(point)) return false;
    return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_ME) ||
           (category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO);
}

enum sl_status sl_name_skeleton(struct sl_buffer *out, const char *name, size_t length,
                                struct sl_error *err)
{
    enum { ROOM = 8 * SL_NAME_MAX };
    utf8proc_int32_t points[ROOM];
    sl_buffer_clear(out);
    if (length > SL_NAME_MAX) length = SL_NAME_MAX;
    utf8proc_ssize_t count = utf8proc_decompose(
        (const utf8proc_uint8_t *)name, (utf8proc_ssize_t)length, points, ROOM,
        UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD);
    if (count < 0 || count > ROOM) count = 0;
    bool gap = false;
    for (utf8proc_ssize_t i = 0; i < count; i++) {
        if (!is_kept(points[i])) {
            /* "S.A." and "L'Express" are one word each */
            bool joins = points[i] == '.' || points[i] == '\'' || points[i] == 0x2019 ||
                         is_accent(points[i]);
            gap = gap || !joins;
            continue;
        }
        utf8proc_uint8_t bytes[4];
        utf8proc_ssize_t size = utf8proc_encode_char(points[i], bytes);
        if (gap && out->length > 0) sl_buffer_add_byte(out, ' ');
        gap = false;
        sl_buffer_add(out, bytes, (size_t)size);
    }
    sl_buffer_add(out, "", 0);
    return out->failed ? sl_fail_memory(err) : SL_OK;
}
