/* Text from outside. Decides which names are refused and what is unsafe to print; everything else
 * is Unicode's, by utf8proc. Names that are plain ASCII never get there. */
#include "base/text.h"

#include <stdint.h>
#include <string.h>
#include <utf8proc.h>

#include "base/eight.h"

enum { INVALID = -1 };

static bool is_continuation(char byte)
{
    return ((unsigned char)byte & 0xc0) == 0x80;
}

/* The code point at `text` (INVALID for a byte that begins none), and its length in bytes. A NUL
 * before `length` ends a sequence like any other wrong byte. */
static int32_t decode(const char *text, size_t length, size_t *taken)
{
    unsigned char first = (unsigned char)text[0];
    *taken = 1;
    if (first < 0x80) return first;
    /* most of them without a call: text of marks alone is read a sixth faster */
    if (length >= 2 && first >= 0xc2 && first <= 0xdf && is_continuation(text[1])) {
        *taken = 2;
        return (first & 0x1f) << 6 | (text[1] & 0x3f);
    }
    if (length >= 3 && first > 0xe0 && first < 0xed && is_continuation(text[1]) &&
        is_continuation(text[2])) {
        *taken = 3;
        return (first & 0xf) << 12 | (text[1] & 0x3f) << 6 | (text[2] & 0x3f);
    }
    utf8proc_int32_t point; /* what may be overlong, a surrogate or out of range */
    utf8proc_ssize_t size =
        utf8proc_iterate((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)length, &point);
    if (size <= 0) return INVALID;
    *taken = (size_t)size;
    return point;
}

static bool is_control(int32_t point)
{
    return point < 0x20 || (point >= 0x7f && point <= 0x9f);
}

static bool is_line_break(int32_t point)
{
    return (point >= 0x0a && point <= 0x0d) || point == 0x85 || point == 0x2028 || point == 0x2029;
}

static bool is_bidi_control(int32_t point)
{
    return point == 0x61c || point == 0x200e || point == 0x200f ||
           (point >= 0x202a && point <= 0x202e) || (point >= 0x2066 && point <= 0x2069);
}

static bool is_noncharacter(int32_t point)
{
    return (point >= 0xfdd0 && point <= 0xfdef) || (point & 0xfffe) == 0xfffe;
}

static bool is_joiner(int32_t point)
{
    return point == 0x200c || point == 0x200d;
}

/* Unicode's Default_Ignorable_Code_Point and the interlinear marks, joiners and bidi apart. */
static bool is_zero_width(int32_t point)
{
    static const int32_t ranges[][2] = {
        {0xad, 0xad},     {0x34f, 0x34f},     {0x115f, 0x1160},   {0x17b4, 0x17b5},
        {0x180b, 0x180f}, {0x200b, 0x200b},   {0x2060, 0x2065},   {0x206a, 0x206f},
        {0x3164, 0x3164}, {0xfe00, 0xfe0f},   {0xfeff, 0xfeff},   {0xffa0, 0xffa0},
        {0xfff0, 0xfffb}, {0x1bca0, 0x1bca3}, {0x1d173, 0x1d17a}, {0xe0000, 0xe0fff}};
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges && point >= ranges[i][0]; i++) {
        if (point <= ranges[i][1]) return true;
    }
    return false;
}

static bool is_blank(int32_t point)
{
    return point == ' ' || point == '\t' ||
           (point >= 0x80 && utf8proc_category(point) == UTF8PROC_CATEGORY_ZS);
}

/* Is it a mark that normalising may reorder? (Those that it may not, like the vowel signs of Indic
 * scripts, cost nothing, and a long name in them has more than SL_NAME_MARKS_MAX.) */
static bool is_combining(int32_t point)
{
    return point >= 0x300 && utf8proc_get_property(point)->combining_class != 0;
}

static bool is_of_a_word(int32_t point)
{
    if (point < 0x80) return (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z');
    utf8proc_category_t category = utf8proc_category(point);
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_ME;
}

bool sl_text_is_utf8(const char *text, size_t length)
{
    size_t at = 0, taken;
    while (at < length) {
        if (length - at >= 8) {
            const uint64_t eight = sl_eight_at(text + at);
            if (((eight | sl_eight_find(eight, '\0')) & SL_EIGHT_TOPS) == 0) {
                at += 8;
                continue;
            }
        }
        int32_t point = decode(text + at, length - at, &taken);
        if (point <= 0) return false;
        at += taken;
    }
    return true;
}

/* ---- names ---- */

static const char *why_refused(int32_t point)
{
    if (point == INVALID) return "a byte that is not UTF-8";
    if (is_line_break(point)) return "a line break";
    if (is_control(point)) return "a control character";
    if (is_bidi_control(point)) return "a bidi control";
    if (is_noncharacter(point)) return "a noncharacter";
    if (is_zero_width(point)) return "a zero-width character";
    return NULL;
}

static enum sl_status refuse(int32_t point, const char *why, size_t position, struct sl_error *err)
{
    if (point == INVALID)
        return sl_fail(err, SL_INVALID, "character %zu of the name is %s", position, why);
    return sl_fail(err, SL_INVALID, "character %zu of the name is U+%04X, %s", position,
                   (unsigned)point, why);
}

static enum sl_status refuse_length(size_t length, struct sl_error *err)
{
    return sl_fail(err, SL_INVALID, "a name of %zu bytes: expected at most %d", length,
                   SL_NAME_MAX);
}

/* A name of ASCII alone, which most are: one pass. `*ascii` is false, and nothing done, where it is
 * not. */
static enum sl_status ascii_name(struct sl_buffer *out, const char *name, size_t length, bool fold,
                                 bool *ascii, struct sl_error *err)
{
    char kept[SL_NAME_MAX];
    size_t count = 0;
    bool gap = false;
    *ascii = true;
    for (size_t i = 0; i < length; i++) {
        unsigned char c = (unsigned char)name[i];
        if (c == ' ' || c == '\t') {
            gap = count > 0;
            continue;
        }
        if (c >= 0x80) {
            *ascii = false;
            return SL_OK;
        }
        if (is_control(c)) return refuse(c, why_refused(c), i + 1, err);
        if (gap) kept[count++] = ' ';
        gap = false;
        kept[count++] = (char)(fold && c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    }
    if (count == 0) return sl_fail(err, SL_INVALID, "the name is empty");
    sl_buffer_clear(out);
    sl_buffer_add(out, kept, count);
    return out->failed ? sl_fail_memory(err) : SL_OK;
}

/* Is it the same in NFC whatever stands beside it, as Latin letters and Chinese characters are? */
static bool is_composed(int32_t point)
{
    return point < 0x300 || (point >= 0x4e00 && point <= 0x9fff);
}

/* Checks every code point and joins runs of blanks. `*composed` is true where that is all there is
 * to do. */
static enum sl_status tidy_name(char kept[SL_NAME_MAX], size_t *count, bool *composed,
                                const char *name, size_t length, struct sl_error *err)
{
    bool gap = false;
    int marks = 0;
    int32_t before = 0;
    size_t taken, position = 0;
    *count = 0;
    *composed = true;
    for (size_t i = 0; i < length; i += taken) {
        int32_t point = decode(name + i, length - i, &taken);
        position++;
        if (is_blank(point)) {
            gap = *count > 0;
            before = point;
            continue;
        }
        const char *why = why_refused(point);
        if (why != NULL) return refuse(point, why, position, err);
        if (is_joiner(point)) {
            size_t next_size;
            bool last = i + taken >= length;
            int32_t next = last ? 0 : decode(name + i + taken, length - i - taken, &next_size);
            if (next <= 0 || !is_of_a_word(before) || !is_of_a_word(next))
                return refuse(point, "a joiner that is not inside a word", position, err);
        }
        if (is_combining(point) && ++marks > SL_NAME_MARKS_MAX)
            return sl_fail(err, SL_INVALID, "the name has more than %d combining marks",
                           SL_NAME_MARKS_MAX);
        if (!is_composed(point)) *composed = false;
        if (gap) kept[(*count)++] = ' ';
        gap = false;
        memcpy(kept + *count, name + i, taken);
        *count += taken;
        before = point;
    }
    if (*count == 0) return sl_fail(err, SL_INVALID, "the name is empty");
    return SL_OK;
}

/* Replaces `out` by the NFC of a text that was checked; no allocation but `out`'s. */
static enum sl_status add_composed(struct sl_buffer *out, const char *text, size_t length,
                                   bool fold, struct sl_error *err)
{
    enum { ROOM = 4 * SL_NAME_MAX };
    utf8proc_int32_t points[ROOM + 1]; /* becomes UTF-8 in place, with a NUL */
    utf8proc_option_t options = UTF8PROC_COMPOSE | UTF8PROC_STABLE | (fold ? UTF8PROC_CASEFOLD : 0);
    utf8proc_ssize_t count = utf8proc_decompose((const utf8proc_uint8_t *)text,
                                                (utf8proc_ssize_t)length, points, ROOM, options);
    if (count < 0 || count > ROOM) return sl_fail(err, SL_INVALID, "the name cannot be normalised");
    utf8proc_ssize_t bytes = utf8proc_reencode(points, count, options);
    if (bytes < 0) return sl_fail(err, SL_INVALID, "the name cannot be normalised");
    sl_buffer_clear(out);
    sl_buffer_add(out, points, (size_t)bytes);
    return out->failed ? sl_fail_memory(err) : SL_OK;
}

enum sl_status sl_name_normal(struct sl_buffer *out, const char *name, size_t length,
                              struct sl_error *err)
{
    char kept[SL_NAME_MAX];
    size_t count;
    bool ascii, composed;
    if (length > SL_NAME_MAX) return refuse_length(length, err);
    enum sl_status status = ascii_name(out, name, length, false, &ascii, err);
    if (status != SL_OK || ascii) return status;
    status = tidy_name(kept, &count, &composed, name, length, err);
    if (status != SL_OK) return status;
    if (composed) {
        sl_buffer_clear(out);
        sl_buffer_add(out, kept, count);
        return out->failed ? sl_fail_memory(err) : SL_OK;
    }
    status = add_composed(out, kept, count, false, err);
    if (status != SL_OK) return status;
    /* NFC takes some letters apart; what is kept must be accepted when it comes back. */
    if (out->length > SL_NAME_MAX) return refuse_length(out->length, err);
    return tidy_name(kept, &count, &composed, out->data, out->length, err);
}

enum sl_status sl_name_key(struct sl_buffer *out, const char *name, size_t length,
                           struct sl_error *err)
{
    char normal[SL_NAME_MAX];
    bool ascii;
    if (length > SL_NAME_MAX) return refuse_length(length, err);
    enum sl_status status = ascii_name(out, name, length, true, &ascii, err);
    if (status != SL_OK || ascii) return status;
    status = sl_name_normal(out, name, length, err);
    if (status != SL_OK) return status;
    size_t normal_length = out->length;
    memcpy(normal, out->data, normal_length);
    return add_composed(out, normal, normal_length, true, err);
}

/* ---- printing ---- */

static bool is_safe(int32_t point)
{
    return point != INVALID && !is_control(point) && !is_line_break(point) &&
           !is_bidi_control(point);
}

void sl_text_add_visible(struct sl_buffer *out, const char *text)
{
    size_t taken, length = strlen(text), from = 0;
    for (size_t i = 0; i < length; i += taken) {
        int32_t point = decode(text + i, length - i, &taken);
        if (is_safe(point)) continue;
        sl_buffer_add(out, text + from, i - from);
        unsigned shown = point == INVALID ? (unsigned char)text[i] : (unsigned)point;
        sl_buffer_printf(out, "\\u{%X}", shown);
        from = i + taken;
    }
    sl_buffer_add(out, text + from, length - from);
}

void sl_text_add_clean(struct sl_buffer *out, const char *text)
{
    size_t taken, length = strlen(text), from = 0;
    for (size_t i = 0; i < length; i += taken) {
        int32_t point = decode(text + i, length - i, &taken);
        if (is_safe(point) && !is_noncharacter(point)) continue;
        sl_buffer_add(out, text + from, i - from);
        sl_buffer_add_text(out, "\xef\xbf\xbd");
        from = i + taken;
    }
    sl_buffer_add(out, text + from, length - from);
}

static size_t columns_of(int32_t point)
{
    if (point == INVALID) return 1;
    if (point < 0x80) return point >= 0x20 && point != 0x7f;
    int width = utf8proc_charwidth(point);
    return width > 0 ? (size_t)width : 0;
}

size_t sl_text_width(const char *text)
{
    size_t taken, length = strlen(text), width = 0;
    for (size_t i = 0; i < length; i += taken)
        width += columns_of(decode(text + i, length - i, &taken));
    return width;
}

size_t sl_text_fit(const char *text, size_t width)
{
    size_t taken, length = strlen(text), used = 0, i = 0;
    for (; i < length; i += taken) {
        used += columns_of(decode(text + i, length - i, &taken));
        if (used > width) break;
    }
    return i;
}

/* ---- comparing ---- */

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

bool sl_text_same(const char *a, const char *b)
{
    while (*a != '\0' && lower(*a) == lower(*b)) {
        a++;
        b++;
    }
    return lower(*a) == lower(*b);
}

/* The code points, lower case where ASCII; SL_NAME_MAX + 1 where there are more than SL_NAME_MAX.
 */
static size_t spread(int32_t points[SL_NAME_MAX], const char *text)
{
    size_t taken, length = strlen(text), count = 0;
    for (size_t i = 0; i < length; i += taken) {
        int32_t point = decode(text + i, length - i, &taken);
        if (count == SL_NAME_MAX) return SL_NAME_MAX + 1;
        if (point == INVALID) point = -(int32_t)(unsigned char)text[i];
        points[count++] = point >= 'A' && point <= 'Z' ? point - 'A' + 'a' : point;
    }
    return count;
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Optimal string alignment: three rows of the table, and of each only the cells that can be at
 * most `most`. */
size_t sl_text_distance(const char *a, const char *b, size_t most)
{
    int32_t x[SL_NAME_MAX], y[SL_NAME_MAX];
    size_t rows[3][SL_NAME_MAX + 2];
    size_t m = spread(x, a), n = spread(y, b);
    if (m > SL_NAME_MAX || n > SL_NAME_MAX) return most + 1;
    if ((m > n ? m - n : n - m) > most) return most + 1;
    size_t *before = rows[0], *above = rows[1], *row = rows[2];
    for (size_t j = 0; j <= n; j++)
        above[j] = before[j] = j;
    above[n + 1] = most + 1;
    for (size_t i = 1; i <= m; i++) {
        size_t from = i > most ? i - most : 1, to = least(n, i + least(most, n));
        if (from < 1) from = 1;
        size_t best = row[from - 1] = from == 1 ? i : most + 1;
        for (size_t j = from; j <= to; j++) {
            size_t cost = above[j - 1] + (x[i - 1] != y[j - 1]);
            cost = least(cost, least(above[j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1])
                cost = least(cost, before[j - 2] + 1);
            row[j] = cost;
            best = least(best, cost);
        }
        row[to + 1] = most + 1;
        if (best > most) return most + 1;
        size_t *spare = before;
        before = above;
        above = row;
        row = spare;
    }
    return least(above[n], most + 1);
}

uint64_t sl_text_beginning(const char *text)
{
    uint64_t beginning = 0;
    for (size_t i = 0; i < sizeof beginning; i++) {
        beginning = beginning << 8 | (unsigned char)*text;
        if (*text != '\0') text++;
    }
    return beginning;
}

struct sl_text_start sl_text_start(const char *text)
{
    const char *next = text + strnlen(text, sizeof(uint64_t));
    return (struct sl_text_start){sl_text_beginning(text), sl_text_beginning(next)};
}
