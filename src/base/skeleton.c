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

/* "S.A." and "L'Express" are one word each. */
static bool joins(utf8proc_int32_t point)
{
    return point == '.' || point == '\'' || point == 0x2019 || is_accent(point);
}

/* The same of a name of ASCII alone, as most are; false: it is not. */
static bool add_plain(struct sl_buffer *out, const char *name, size_t length)
{
    char letters[SL_NAME_MAX * 2];
    size_t count = 0;
    bool gap = false;
    for (size_t i = 0; i < length; i++) {
        const char c = name[i];
        const bool upper = c >= 'A' && c <= 'Z', lower = c >= 'a' && c <= 'z';
        if ((unsigned char)c >= 0x80) return false;
        if (!upper && !lower && !(c >= '0' && c <= '9')) {
            gap = gap || !joins(c);
            continue;
        }
        if (gap && count > 0) letters[count++] = ' ';
        gap = false;
        letters[count++] = upper ? (char)(c - 'A' + 'a') : c;
    }
    sl_buffer_add(out, letters, count);
    return true;
}

static void add_points(struct sl_buffer *out, const char *name, size_t length)
{
    enum { ROOM = 8 * SL_NAME_MAX };
    utf8proc_int32_t points[ROOM];
    utf8proc_ssize_t count = utf8proc_decompose(
        (const utf8proc_uint8_t *)name, (utf8proc_ssize_t)length, points, ROOM,
        UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD);
    if (count < 0 || count > ROOM) count = 0;
    bool gap = false;
    for (utf8proc_ssize_t i = 0; i < count; i++) {
        if (!is_kept(points[i])) {
            gap = gap || !joins(points[i]);
            continue;
        }
        utf8proc_uint8_t bytes[4];
        utf8proc_ssize_t size = utf8proc_encode_char(points[i], bytes);
        if (gap && out->length > 0) sl_buffer_add_byte(out, ' ');
        gap = false;
        sl_buffer_add(out, bytes, (size_t)size);
    }
}

enum sl_status sl_name_skeleton(struct sl_buffer *out, const char *name, size_t length,
                                struct sl_error *err)
{
    sl_buffer_clear(out);
    if (length > SL_NAME_MAX) length = SL_NAME_MAX;
    if (!add_plain(out, name, length)) add_points(out, name, length);
    sl_buffer_add(out, "", 0);
    return out->failed ? sl_fail_memory(err) : SL_OK;
}
