/* What kind of value a column holds, and the junk that is taken out of cells where the map asks. */
#include <string.h>

#include "base/text.h"
#include "ingest/map.h"

enum sl_cell_class sl_cell_class(enum sl_column column)
{
    switch (column) {
    case SL_COLUMN_DATE:
    case SL_COLUMN_KNOWN: return SL_CLASS_DATE;
    case SL_COLUMN_STAKE:
    case SL_COLUMN_STAKE_AFTER:
    case SL_COLUMN_VOTES: return SL_CLASS_STAKE;
    case SL_COLUMN_SHARES:
    case SL_COLUMN_OUTSTANDING: return SL_CLASS_COUNT;
    case SL_COLUMN_AMOUNT:
    case SL_COLUMN_PRE_MONEY:
    case SL_COLUMN_POST_MONEY:
    case SL_COLUMN_PRICE: return SL_CLASS_MONEY;
    default: return SL_CLASS_TEXT;
    }
}

/* ---- junk ---- */

static int hex(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

/* The byte that an escape at text stands for, and its length; 0: it is none. Any number of
 * backslashes begins one, as files are escaped more than once. */
static size_t read_escape(const char *text, char *out)
{
    size_t slashes = strspn(text, "\\");
    const char *c = text + slashes;
    if (slashes == 0) return 0;
    if (*c == 'x' && hex(c[1]) >= 0 && hex(c[2]) >= 0 && (hex(c[1]) | hex(c[2])) != 0) {
        *out = (char)(hex(c[1]) * 16 + hex(c[2]));
        return slashes + 3;
    }
    if (*c == 'n' || *c == 'r' || *c == 't') {
        *out = ' ';
        return slashes + 1;
    }
    if (*c == '\'' || *c == '"') {
        *out = *c;
        return slashes + 1;
    }
    return 0;
}

/* false: there is no memory for it. */
static bool drop_escapes(struct sl_row_cell *cell)
{
    struct sl_buffer out = {0};
    for (const char *c = cell->text; *c != '\0';) {
        char byte;
        size_t length = read_escape(c, &byte);
        sl_buffer_add_byte(&out, length > 0 ? byte : *c);
        c += length > 0 ? length : 1;
    }
    const bool failed = out.failed;
    if (!failed && sl_text_is_utf8(out.data, out.length)) {
        memcpy(cell->text, out.data, out.length + 1);
        cell->length = out.length;
    }
    sl_buffer_release(&out);
    return !failed;
}

/* The number of "#39" or "#x27", in which `length` bytes are digits; 0: it is none that may stand
 * in a cell. */
static unsigned read_code(const char *text, size_t length)
{
    const bool sixteen = length > 1 && (text[1] == 'x' || text[1] == 'X');
    unsigned code = 0;
    size_t i = sixteen ? 2 : 1;
    if (i == length || length > 8) return 0;
    for (; i < length; i++) {
        const int digit = hex(text[i]);
        if (digit < 0 || (!sixteen && digit > 9)) return 0;
        code = code * (sixteen ? 16 : 10) + (unsigned)digit;
    }
    return code < ' ' || code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? 0 : code;
}

/* The code in UTF-8, which is never longer than "&#" and its digits. */
static char *write_code(char *to, unsigned code)
{
    if (code < 0x80) {
        *to++ = (char)code;
        return to;
    }
    const int more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    static const unsigned char first[] = {0, 0xc0, 0xe0, 0xf0};
    *to++ = (char)(first[more] | code >> 6 * more);
    for (int i = more - 1; i >= 0; i--)
        *to++ = (char)(0x80 | (code >> 6 * i & 0x3f));
    return to;
}

/* The code that the entity at text, behind its "&", stands for, and the bytes up to its ";". */
static unsigned read_entity(const char *text, size_t *length)
{
    static const struct {
        const char *name;
        unsigned code;
    } names[] = {{"amp", '&'},      {"lt", '<'},       {"gt", '>'},
                 {"quot", '"'},     {"apos", '\''},    {"nbsp", 0xa0},
                 {"rsquo", 0x2019}, {"lsquo", 0x2018}, {"ndash", 0x2013}};
    const size_t end = strcspn(text, ";& ");
    if (text[end] != ';' || end == 0) return 0;
    *length = end;
    if (text[0] == '#') return read_code(text, end);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (strlen(names[i].name) == end && memcmp(text, names[i].name, end) == 0)
            return names[i].code;
    }
    return 0;
}

/* &amp; and the like, as pages have them: once, as "&amp;lt;" is how a page shows "&lt;". */
static void drop_entities(struct sl_row_cell *cell)
{
    char *to = cell->text;
    for (const char *c = cell->text; *c != '\0';) {
        size_t length = 0;
        const unsigned code = *c == '&' ? read_entity(c + 1, &length) : 0;
        if (code == 0) {
            *to++ = *c++;
            continue;
        }
        to = write_code(to, code);
        c += length + 2;
    }
    *to = '\0';
    cell->length = (size_t)(to - cell->text);
}

/* Double quotes around the whole cell, as a program leaves them that writes its texts as it would
 * print them. */
static void drop_quotes(struct sl_row_cell *cell)
{
    while (cell->length >= 2 && cell->text[0] == '"' && cell->text[cell->length - 1] == '"') {
        cell->text[--cell->length] = '\0';
        cell->text++;
        cell->length--;
    }
}

/* Zero-width spaces, byte-order marks and soft hyphens. */
static void drop_invisible(struct sl_row_cell *cell)
{
    static const char *const marks[] = {"\u200b", "\u2060", "\ufeff", "\u00ad"};
    char *to = cell->text;
    for (const char *c = cell->text; *c != '\0';) {
        size_t skip = 0;
        for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
            if (strncmp(c, marks[i], strlen(marks[i])) == 0) skip = strlen(marks[i]);
        }
        if (skip == 0) *to++ = *c;
        c += skip > 0 ? skip : 1;
    }
    *to = '\0';
    cell->length = (size_t)(to - cell->text);
}

bool sl_map_clean(const struct sl_map *map, struct sl_row_cell *cell)
{
    if (cell->length == 0) return true;
    if (map->clean_escapes && memchr(cell->text, '\\', cell->length) != NULL && !drop_escapes(cell))
        return false;
    if (map->clean_entities && memchr(cell->text, '&', cell->length) != NULL) drop_entities(cell);
    if (map->clean_invisible) drop_invisible(cell);
    if (map->clean_quotes) drop_quotes(cell);
    sl_row_cell_trim(cell);
    return true;
}
