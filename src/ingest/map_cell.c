/* Messy cells that are not ambiguous, made into what the model's parsers take. What is ambiguous is
 * left as it is for them to refuse, or refused here. */
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "ingest/map.h"
#include "model/calendar.h"
#include "model/number.h"

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
    if (map->clean_invisible) drop_invisible(cell);
    if (map->clean_quotes) drop_quotes(cell);
    sl_row_cell_trim(cell);
    return true;
}

/* ---- numbers ---- */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Nothing in it that could need a change. */
static bool is_plain(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if (!is_digit(text[i]) && text[i] != '.') return false;
    }
    return true;
}

/* What a spreadsheet or a data frame writes for nothing, beside the words of the model. */
static bool is_nothing(const char *text)
{
    static const char *const words[] = {"nil",  "nan", "none", "null", "na",
                                        "n.a.", "--",  "nill", "#n/a", "undisclosed amount"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (sl_text_same(text, words[i])) return true;
    }
    return sl_not_stated(text);
}

/* Adds the text with every blank a space, and none at its ends. */
static void add_spaced(struct sl_buffer *out, const char *text)
{
    const char *c = sl_skip_blanks(text);
    while (*c != '\0') {
        const char *behind = sl_skip_blanks(c);
        if (behind == c) {
            sl_buffer_add_byte(out, *c++);
            continue;
        }
        if (*behind != '\0') sl_buffer_add_byte(out, ' ');
        c = behind;
    }
}

static void drop_front(struct sl_buffer *text, size_t count)
{
    memmove(text->data, text->data + count, text->length - count + 1);
    text->length -= count;
    while (text->data[0] == ' ')
        memmove(text->data, text->data + 1, text->length--);
}

static void drop_back(struct sl_buffer *text, size_t count)
{
    text->length -= count;
    while (text->length > 0 && text->data[text->length - 1] == ' ')
        text->length--;
    text->data[text->length] = '\0';
}

/* Brackets and signs around a number. */
static void take_signs(const struct sl_map *map, struct sl_buffer *text,
                       struct sl_number_said *said)
{
    if (map->parentheses && text->length > 2 && text->data[0] == '(' &&
        text->data[text->length - 1] == ')') {
        drop_back(text, 1);
        drop_front(text, 1);
        said->negative = true;
    }
    if (text->length > 1 && text->data[text->length - 1] == '+' &&
        (is_digit(text->data[text->length - 2]) || text->data[text->length - 2] == '%')) {
        drop_back(text, 1);
        said->at_least = true;
    }
    if (!map->reverse || text->length < 2) return;
    static const struct {
        const char *sign;
        bool negative;
    } signs[] = {{"-", true}, {"\u2212", true}, {"\u2013", true}, {"+", false}};
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++) {
        size_t length = strlen(signs[i].sign);
        if (strncmp(text->data, signs[i].sign, length) != 0) continue;
        drop_front(text, length);
        said->negative = signs[i].negative;
        break;
    }
}

/* "US $" is written "US$" by those who read it. */
static void join_dollar(struct sl_buffer *text)
{
    char *found = strstr(text->data, "US $");
    if (found == NULL) return;
    memmove(found + 2, found + 3, strlen(found + 3) + 1);
    text->length--;
}

/* The number in the text: from its first digit (or the mark before it) on. */
static void find_number(const struct sl_map *map, const struct sl_buffer *text, size_t *start,
                        size_t *end)
{
    const char *c = text->data;
    size_t i = 0;
    while (c[i] != '\0' && !is_digit(c[i]))
        i++;
    *start = i;
    if (i > 0 && c[i - 1] == (map->decimal == ',' ? ',' : '.')) --*start;
    while (is_digit(c[i]) ||
           ((c[i] == '.' || c[i] == ',' || c[i] == '\'' || c[i] == ' ') && is_digit(c[i + 1])))
        i++;
    *end = i;
}

/* Its end, once the marks are those of the model. */
static void find_point_number(const struct sl_buffer *text, size_t start, size_t *end)
{
    *end = start + strspn(text->data + start, "0123456789.,");
}

/* Makes the marks of the number those of the model: commas between groups, a point before the
 * decimals. */
static const char *use_marks(const struct sl_map *map, struct sl_buffer *text, size_t start,
                             size_t end, bool stake)
{
    size_t points = 0, commas = 0;
    for (size_t i = start; i < end; i++) {
        points += text->data[i] == '.';
        commas += text->data[i] == ',';
    }
    /* a stake has no groups: whichever mark is there comes before the decimals */
    if (stake && points + commas == 1 && map->grouping == 0) {
        for (size_t i = start; i < end; i++) {
            if (text->data[i] == ',' && map->decimal == ',') text->data[i] = '.';
        }
        return NULL;
    }
    if (map->grouping_none && (map->decimal == ',' ? points : commas) > 0)
        return "expected a number without marks between groups of digits, as the map says";
    if (map->decimal == ',' && points > 0 && map->grouping == 0)
        return "is ambiguous: the map says that ',' comes before the decimals; 'grouping = .' in "
               "[numbers] would say what '.' is";
    if (commas > 1 && map->decimal == ',') return "expected one ',' before the decimals";
    for (size_t i = start; i < end; i++) {
        char *c = &text->data[i];
        if (*c == map->decimal)
            *c = '.';
        else if (!is_digit(*c) && map->grouping != 0 && *c == map->grouping)
            *c = ',';
        else if (!is_digit(*c) && !(*c == ',' && map->grouping == 0))
            return "expected the marks between digits that the map names in [numbers]";
    }
    return NULL;
}

/* Moves the point of the number by `shift` places to the right; a negative shift, to the left. */
static const char *move_point(struct sl_buffer *text, size_t start, size_t end, int shift)
{
    char digits[128];
    size_t count = 0, zeros = 0;
    int decimals = -shift;
    bool point = false;
    for (size_t i = start; i < end; i++) {
        char c = text->data[i];
        if (c == '.') point = true;
        if (!is_digit(c)) continue;
        if (count == sizeof digits) return "expected a shorter number";
        digits[count++] = c;
        decimals += point;
    }
    struct sl_buffer out = {0};
    size_t whole = decimals >= (int)count ? 0 : count - (size_t)(decimals > 0 ? decimals : 0);
    if (decimals > (int)count) zeros = (size_t)decimals - count;
    size_t first = 0;
    while (first + 1 < whole && digits[first] == '0')
        first++;
    sl_buffer_add(&out, text->data, start);
    if (whole == 0) sl_buffer_add_byte(&out, '0');
    sl_buffer_add(&out, digits + first, whole - first);
    for (; decimals < 0; decimals++)
        sl_buffer_add_byte(&out, '0');
    if (count > whole) sl_buffer_add_byte(&out, '.');
    for (; zeros > 0; zeros--)
        sl_buffer_add_byte(&out, '0');
    sl_buffer_add(&out, digits + whole, count - whole);
    sl_buffer_add_text(&out, text->data + end);
    sl_buffer_release(text);
    *text = out;
    return NULL;
}

/* 1e+06, as data frames write numbers: takes the exponent out, and says what it was. */
static bool take_exponent(struct sl_buffer *text, size_t end, int *exponent)
{
    const char *c = text->data + end;
    int power = 0;
    if (*c != 'e' && *c != 'E') return false;
    bool negative = *++c == '-';
    if (*c == '-' || *c == '+') c++;
    if (!is_digit(*c)) return false;
    for (; is_digit(*c) && power < 100; c++)
        power = power * 10 + (*c - '0');
    if (*c != '\0' && *c != ' ' && *c != '%') return false;
    if (power > 40) return false;
    size_t behind = (size_t)(c - text->data);
    memmove(text->data + end, c, text->length - behind + 1);
    text->length -= behind - end;
    *exponent = negative ? -power : power;
    return true;
}

/* A fraction of 1 without a sign for per cent or a word: 0.125 is 12.5. */
static const char *use_fraction(struct sl_buffer *text, size_t start, size_t end)
{
    if (strpbrk(text->data, "%/") != NULL || strstr(text->data, "per") != NULL) return NULL;
    if (text->data[start] != '0' && text->data[start] != '.') {
        if (text->data[start] != '1' || strspn(text->data + start + 1, ".0") != end - start - 1)
            return "expected a fraction of 1, as the map says";
    }
    return move_point(text, start, end, 2);
}

const char *sl_map_number(const struct sl_map *map, const struct sl_map_rule *rule,
                          const char *text, size_t length, struct sl_buffer *out,
                          struct sl_number_said *said)
{
    const bool stake = sl_cell_class(rule->column.column) == SL_CLASS_STAKE;
    int shift = map->shifts[rule->column.column], exponent = 0;
    sl_buffer_clear(out);
    if (map->decimal == '.' && shift == 0 && !(stake && map->fraction) && is_plain(text, length)) {
        sl_buffer_add(out, text, length);
        return NULL;
    }
    add_spaced(out, text);
    if (out->failed || out->length == 0) return NULL;
    if (is_nothing(out->data)) {
        sl_buffer_clear(out);
        sl_buffer_add(out, "", 0);
        return NULL;
    }
    take_signs(map, out, said);
    join_dollar(out);
    size_t start, end;
    find_number(map, out, &start, &end);
    if (start >= end) return NULL; /* no number: the model says what it expects */
    const char *wrong = use_marks(map, out, start, end, stake);
    if (wrong == NULL && take_exponent(out, end, &exponent)) shift += exponent;
    if (wrong == NULL && shift != 0) wrong = move_point(out, start, end, shift);
    if (wrong == NULL && stake && map->fraction) {
        find_point_number(out, start, &end);
        wrong = use_fraction(out, start, end);
    }
    if (wrong == NULL && stake && said->at_least) {
        struct sl_buffer more = {0};
        sl_buffer_printf(&more, ">%s", out->data);
        sl_buffer_release(out);
        *out = more;
    }
    return wrong;
}

/* ---- dates ---- */

/* The format with %d and %m changed for one another; false when it has not both. */
static bool swap_format(const char *format, char *out, size_t size)
{
    size_t length = strlen(format);
    if (length >= size || strstr(format, "%d") == NULL || strstr(format, "%m") == NULL)
        return false;
    memcpy(out, format, length + 1);
    for (char *c = out; *c != '\0'; c++) {
        if (*c != '%') continue;
        c++;
        if (*c == 'd' || *c == 'm') *c = *c == 'd' ? 'm' : 'd';
        if (*c == '\0') break;
    }
    return true;
}

const char *sl_map_without_time(const char *text, char *out, size_t size)
{
    const char *colon = strchr(text, ':');
    if (colon == NULL || colon - text < 8) return text;
    const char *end = colon;
    while (end > text && is_digit(end[-1]))
        end--;
    if (end == text || (end[-1] != ' ' && end[-1] != 'T')) return text;
    size_t length = (size_t)(end - 1 - text);
    if (length >= size) return text;
    memcpy(out, text, length);
    out[length] = '\0';
    return out;
}

/* Why none of the map's formats reads the text; `why` is what the last said. */
static enum sl_status no_format_fits(const struct sl_map *map, const char *text,
                                     const struct sl_error *why, struct sl_error *err)
{
    char list[160] = "", swapped[64];
    for (size_t i = 0; i < map->format_count; i++) {
        size_t used = strlen(list);
        snprintf(list + used, sizeof list - used, "%s%s", i == 0 ? "" : ", ", map->formats[i]);
    }
    for (size_t i = 0; i < map->format_count; i++) {
        struct sl_date date;
        if (!swap_format(map->formats[i], swapped, sizeof swapped)) continue;
        const struct sl_date_rules rules = {.fiscal_month = map->fiscal_month, .format = swapped};
        if (sl_date_parse(&date, text, &rules, NULL) == SL_OK)
            return sl_fail(err, SL_INVALID,
                           "\"%s\" does not fit %s, the order that the map declares; it would fit "
                           "%s",
                           sl_excerpt(text).text, list, swapped);
    }
    for (size_t i = 0; i < map->format_count; i++) {
        struct sl_date date;
        const struct sl_date_rules rules = {.fiscal_month = map->fiscal_month,
                                            .format = map->formats[i]};
        if (sl_date_has_form(text, &rules)) return sl_date_parse(&date, text, &rules, err);
    }
    if (map->format_count == 0) return sl_fail(err, SL_INVALID, "%s", why->message);
    return sl_fail(err, SL_INVALID, "\"%s\" does not fit %s, as the map declares dates",
                   sl_excerpt(text).text, list);
}

enum sl_status sl_map_date(const struct sl_map *map, const char *text, char out[SL_DATE_SIZE],
                           struct sl_error *err)
{
    char shorter[64];
    struct sl_date date;
    struct sl_error why = {0};
    struct sl_date_rules rules = {.fiscal_month = map->fiscal_month};
    if (map->drop_time) text = sl_map_without_time(text, shorter, sizeof shorter);
    size_t tries = map->format_count > 0 ? map->format_count : 1;
    for (size_t i = 0; i < tries; i++) {
        rules.format = map->format_count > 0 ? map->formats[i] : NULL;
        if (sl_date_parse(&date, text, &rules, &why) != SL_OK) continue;
        sl_date_format_exact(date, out);
        return SL_OK;
    }
    if (!map->drop_time && sl_map_without_time(text, shorter, sizeof shorter) != text)
        return sl_fail(err, SL_INVALID,
                       "\"%s\" has a time of day: 'time = ignore' in [dates] passes over it",
                       sl_excerpt(text).text);
    return no_format_fits(map, text, &why, err);
}
