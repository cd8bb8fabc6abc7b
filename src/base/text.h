/* Text from outside: checked, normalised, compared, made safe to print. Whoever needs utf8proc
 * stands behind this header. */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <stakeline/text.h>

#include "base/buffer.h"
#include "base/error.h"

enum { SL_NAME_MAX = 512, SL_NAME_MARKS_MAX = 30 };

/* Valid UTF-8 without NUL? */
bool sl_text_is_utf8(const char *text, size_t length);

/* Replaces `out` by the name as it is kept: NFC, blanks at the ends dropped, inner runs of blanks
 * (no-break ones too) made one space. Refuses (SL_INVALID, with what and where) an empty name, one
 * over SL_NAME_MAX bytes or SL_NAME_MARKS_MAX combining marks (checked before normalising),
 * controls, line breaks, bidi controls, noncharacters and zero-width characters other than U+200C
 * and U+200D inside a word. */
enum sl_status sl_name_normal(struct sl_buffer *out, const char *name, size_t length,
                              struct sl_error *err);

/* Replaces `out` by what two spellings of one name have in common: its normal form, case-folded,
 * in NFC. */
enum sl_status sl_name_key(struct sl_buffer *out, const char *name, size_t length,
                           struct sl_error *err);

/* Replaces `out` by the letters and digits of a name that is valid UTF-8, folded and without
 * accents, one space between words: what spellings of it that differ in nothing else share. May be
 * empty. */
enum sl_status sl_name_skeleton(struct sl_buffer *out, const char *name, size_t length,
                                struct sl_error *err);

/* Adds the text with controls, bidi controls, line ends and invalid bytes as \u{1B}: safe in a
 * terminal and on one line. */
void sl_text_add_visible(struct sl_buffer *out, const char *text);

/* Adds the text as valid UTF-8 in which C0, DEL, C1, U+2028/9, bidi controls, noncharacters and
 * invalid bytes are U+FFFD: safe to hand to a drawing program once it is quoted. */
void sl_text_add_clean(struct sl_buffer *out, const char *text);

/* Columns that the text takes in a terminal. */
size_t sl_text_width(const char *text);

/* The byte length of the longest prefix that takes at most `width` columns. */
size_t sl_text_fit(const char *text, size_t width);

/* ASCII only, in any locale. */
bool sl_text_same(const char *a, const char *b); /* ignoring ASCII case */

/* The first sixteen bytes, as numbers: texts whose starts differ are in the order of them, which is
 * found without a look at the texts. */
struct sl_text_start {
    uint64_t first, next;
};
struct sl_text_start sl_text_start(const char *text);

static inline int sl_text_start_compare(struct sl_text_start a, struct sl_text_start b)
{
    if (a.first != b.first) return a.first < b.first ? -1 : 1;
    return (a.next > b.next) - (a.next < b.next);
}

/* The first eight bytes, the first one the highest, as many as there are: texts whose beginnings
 * differ are in the order of them, which is found without a look at the texts. */
uint64_t sl_text_beginning(const char *text);

#endif
