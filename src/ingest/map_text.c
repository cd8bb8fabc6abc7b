/* The small languages inside a map: what stands in a column, conditions, lists, patterns. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "ingest/map.h"

bool sl_map_wrong(struct sl_map_why *why, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(why->text, sizeof why->text, format, arguments);
    va_end(arguments);
    return false;
}

bool sl_map_no_memory(struct sl_map_why *why)
{
    why->no_memory = true;
    return sl_map_wrong(why, "out of memory");
}

static void trim(const char **text, size_t *length)
{
    while (*length > 0 && ((*text)[0] == ' ' || (*text)[0] == '\t')) {
        ++*text;
        --*length;
    }
    while (*length > 0 && ((*text)[*length - 1] == ' ' || (*text)[*length - 1] == '\t'))
        --*length;
}

char *sl_map_unquote(struct sl_map *map, const char *text)
{
    size_t length = strlen(text);
    trim(&text, &length);
    if (length >= 2 && text[0] == '"' && text[length - 1] == '"') {
        text++;
        length -= 2;
    }
    return sl_arena_copy(&map->memory, text, length);
}

bool sl_map_pattern(struct sl_map *map, regex_t **out, const char *text, size_t length,
                    struct sl_map_why *why)
{
    char *copy = sl_arena_copy(&map->memory, text, length);
    regex_t *pattern = sl_arena_alloc(&map->memory, sizeof *pattern);
    if (copy == NULL || pattern == NULL ||
        !sl_vector_grow(&map->patterns, map->pattern_count, &map->pattern_capacity,
                        sizeof *map->patterns))
        return sl_map_no_memory(why);
    if (strstr(copy, "\\d") != NULL)
        return sl_map_wrong(why, "in the pattern %s: \\d is not POSIX, write [0-9]", copy);
    int code = regcomp(pattern, copy, REG_EXTENDED | REG_ICASE);
    if (code != 0) {
        char reason[80];
        regerror(code, pattern, reason, sizeof reason);
        return sl_map_wrong(why, "the pattern %.40s: %s", copy, reason);
    }
    map->patterns[map->pattern_count++] = pattern;
    *out = pattern;
    return true;
}

/* ---- rules ---- */

/* The length of the alternative that starts at text: to a bar outside of quotes and braces. */
static size_t choice_length(const char *text)
{
    bool quoted = false;
    int depth = 0;
    size_t i = 0;
    for (; text[i] != '\0'; i++) {
        if (text[i] == '"') quoted = !quoted;
        if (text[i] == '{') depth++;
        if (text[i] == '}') depth--;
        if (text[i] == '|' && !quoted && depth <= 0) break;
    }
    return i;
}

/* Behind the brace that closes the one before text; NULL when there is none. */
static const char *closing(const char *text, const char *end)
{
    int depth = 1;
    for (; text < end; text++) {
        if (*text == '{') depth++;
        if (*text == '}' && --depth == 0) return text;
    }
    return NULL;
}

static bool add_piece(struct sl_map *map, struct sl_map_choice *choice, enum sl_piece_kind kind,
                      const char *text, size_t length, struct sl_map_why *why)
{
    struct sl_map_piece *piece = &choice->pieces[choice->count++];
    *piece = (struct sl_map_piece){.kind = kind, .column = SL_MAP_NO_COLUMN};
    piece->text = sl_arena_copy(&map->memory, text, length);
    return piece->text != NULL || sl_map_no_memory(why);
}

static bool add_reference(struct sl_map *map, struct sl_map_choice *choice, const char *text,
                          size_t length, struct sl_map_why *why)
{
    trim(&text, &length);
    if (length == 0) return sl_map_wrong(why, "expected the name of a column in {}");
    enum sl_piece_kind kind = SL_PIECE_CELL;
    size_t front = 0;
    if (length >= 4 && memcmp(text, "file", 4) == 0 && (length == 4 || text[4] == ':')) {
        kind = SL_PIECE_FILE;
        front = 5;
    } else if (length >= 4 && memcmp(text, "top:", 4) == 0) {
        kind = SL_PIECE_TOP;
        front = 4;
        map->file.keep_top = true;
    }
    if (!add_piece(map, choice, kind, text, length, why)) return false;
    choice->constant = false;
    if (kind == SL_PIECE_CELL || length < front) return true;
    struct sl_map_piece *piece = &choice->pieces[choice->count - 1];
    if (!sl_map_pattern(map, &piece->pattern, text + front, length - front, why)) return false;
    if (piece->pattern->re_nsub == 0)
        return sl_map_wrong(why, "expected a group ( ) in the pattern of {%.4s…}", text);
    return true;
}

/* Text with {Column}, {file:pattern} and [parts that go when a cell in them is blank]. */
static bool parse_template(struct sl_map *map, struct sl_map_choice *choice, const char *text,
                           size_t length, struct sl_map_why *why)
{
    const char *end = text + length, *start = text;
    char *plain = sl_arena_alloc(&map->memory, length + 1);
    size_t kept = 0;
    int open = 0;
    choice->pieces = sl_arena_alloc(&map->memory, (length + 2) * sizeof *choice->pieces);
    if (plain == NULL || choice->pieces == NULL) return sl_map_no_memory(why);
    for (const char *c = start; c <= end; c++) {
        bool special = c == end || *c == '{' || *c == '[' || *c == ']';
        if (special && kept > 0) {
            if (!add_piece(map, choice, SL_PIECE_TEXT, plain, kept, why)) return false;
            kept = 0;
        }
        if (c == end) break;
        if (*c == '{') {
            const char *close = closing(c + 1, end);
            if (close == NULL) return sl_map_wrong(why, "a { is not closed");
            if (!add_reference(map, choice, c + 1, (size_t)(close - c - 1), why)) return false;
            c = close;
        } else if (*c == '[' || *c == ']') {
            open += *c == '[' ? 1 : -1;
            if (open < 0 || open > 1)
                return sl_map_wrong(why, "a [ ] does not fit (\\[ is a bracket as it stands)");
            enum sl_piece_kind kind = *c == '[' ? SL_PIECE_OPEN : SL_PIECE_CLOSE;
            if (!add_piece(map, choice, kind, "", 0, why)) return false;
        } else {
            if (*c == '\\' && c + 1 < end) c++;
            plain[kept++] = *c;
        }
    }
    return open == 0 || sl_map_wrong(why, "a [ is not closed");
}

static bool parse_choice(struct sl_map *map, struct sl_map_choice *choice, const char *text,
                         size_t length, struct sl_map_why *why)
{
    trim(&text, &length);
    if (length == 0)
        return sl_map_wrong(why, "expected a column of the file, or a text in double quotes");
    if (text[0] == '"') {
        if (length < 2 || text[length - 1] != '"')
            return sl_map_wrong(why, "a double quote is not closed");
        choice->constant = true; /* until a reference is found */
        return parse_template(map, choice, text + 1, length - 2, why);
    }
    if (memchr(text, '{', length) != NULL) return parse_template(map, choice, text, length, why);
    choice->pieces = sl_arena_alloc(&map->memory, sizeof *choice->pieces);
    if (choice->pieces == NULL) return sl_map_no_memory(why);
    return add_piece(map, choice, SL_PIECE_CELL, text, length, why);
}

bool sl_map_parse_rule(struct sl_map *map, struct sl_map_rule *rule, const char *text,
                       struct sl_map_why *why)
{
    size_t count = 1;
    for (const char *c = text + choice_length(text); *c != '\0'; c += 1 + choice_length(c + 1))
        count++;
    rule->choices = sl_arena_alloc(&map->memory, count * sizeof *rule->choices);
    if (rule->choices == NULL) return sl_map_no_memory(why);
    for (rule->count = 0; rule->count < count; rule->count++) {
        struct sl_map_choice *choice = &rule->choices[rule->count];
        *choice = (struct sl_map_choice){0};
        size_t length = choice_length(text);
        if (!parse_choice(map, choice, text, length, why)) return false;
        text += length + 1;
    }
    return true;
}

/* ---- lists ---- */

static bool add_name(struct sl_map *map, struct sl_map_names *out, const char *text, size_t length,
                     struct sl_map_why *why)
{
    if (out->count == out->capacity) {
        size_t capacity = out->capacity == 0 ? 8 : out->capacity * 2;
        const char **items = sl_arena_alloc(&map->memory, capacity * sizeof *items);
        if (items == NULL) return sl_map_no_memory(why);
        if (out->count > 0) memcpy(items, out->items, out->count * sizeof *items);
        out->items = items;
        out->capacity = capacity;
    }
    out->items[out->count] = sl_arena_copy(&map->memory, text, length);
    return out->items[out->count++] != NULL || sl_map_no_memory(why);
}

static bool parse_list(struct sl_map *map, struct sl_map_names *out, const char *text, char between,
                       struct sl_map_why *why)
{
    for (;;) {
        while (*text == ' ' || *text == '\t')
            text++;
        if (*text == '"') {
            const char *close = strchr(text + 1, '"');
            if (close == NULL) return sl_map_wrong(why, "a double quote is not closed");
            if (!add_name(map, out, text + 1, (size_t)(close - text - 1), why)) return false;
            text = close + 1;
            while (*text == ' ' || *text == '\t')
                text++;
        } else {
            const char *item = text;
            while (*text != '\0' && *text != between)
                text++;
            size_t length = (size_t)(text - item);
            trim(&item, &length);
            if (length == 0) return sl_map_wrong(why, "expected a name, found none");
            if (!add_name(map, out, item, length, why)) return false;
        }
        if (*text == '\0') return true;
        if (*text == between)
            text++;
        else if (between != ' ')
            return sl_map_wrong(why, "expected '%c' between the names", between);
    }
}

bool sl_map_parse_list(struct sl_map *map, struct sl_map_names *out, const char *text, bool quoted,
                       struct sl_map_why *why)
{
    if (!quoted) return parse_list(map, out, text, ',', why);
    while (*text != '\0') {
        while (*text == ' ' || *text == '\t' || (out->count > 0 && *text == ','))
            text++;
        if (*text == '\0') break;
        const char *close = *text == '"' ? strchr(text + 1, '"') : NULL;
        if (close == NULL || close == text + 1)
            return sl_map_wrong(why, "expected separators, each in double quotes, as in "
                                     "\",\" \" and \"");
        if (!add_name(map, out, text + 1, (size_t)(close - text - 1), why)) return false;
        text = close + 1;
    }
    return out->count > 0 || sl_map_wrong(why, "expected separators in double quotes");
}

/* The length of the item that starts at text: to a comma outside of quotes. */
static size_t item_length(const char *text)
{
    bool quoted = false;
    size_t i = 0;
    for (; text[i] != '\0' && (quoted || text[i] != ','); i++)
        quoted ^= text[i] == '"';
    return i;
}

bool sl_map_parse_lists(struct sl_map *map, struct sl_map_lists *out, const char *text,
                        struct sl_map_why *why)
{
    for (;;) {
        size_t length = item_length(text);
        const char *item = sl_arena_copy(&map->memory, text, length);
        if (item == NULL ||
            !sl_vector_grow(&out->items, out->count, &out->capacity, sizeof *out->items))
            return sl_map_no_memory(why);
        struct sl_map_names *names = &out->items[out->count++];
        *names = (struct sl_map_names){0};
        if (!parse_list(map, names, item, '|', why)) return false;
        if (text[length] == '\0') return true;
        text += length + 1;
    }
}

/* ---- conditions ---- */

static const struct operator
{
    const char *word;
    bool negated, pattern;
}
operators[] = {{" == ", false, false},
               {" != ", true, false},
               {" not matches ", true, true},
               {" matches ", false, true}};

/* The first operator in the text, where it stands; NULL: none. */
static const struct operator* find_operator(const char *text, const char **at)
{
    const struct operator* found = NULL;
    for (size_t i = 0; i < sizeof operators / sizeof operators[0]; i++) {
        const char *here = strstr(text, operators[i].word);
        if (here != NULL && (found == NULL || here < *at)) {
            found = &operators[i];
            *at = here;
        }
    }
    return found;
}

/* The length of the value at text: to " and " outside of quotes and slashes. */
static size_t value_length(const char *text, char around)
{
    bool inside = false;
    size_t i = 0;
    for (; text[i] != '\0'; i++) {
        if (text[i] == around && (i == 0 || text[i - 1] != '\\')) inside = !inside;
        if (!inside && strncmp(text + i, " and ", 5) == 0) break;
    }
    return i;
}

static bool parse_term(struct sl_map *map, struct sl_map_term *term, const char **text,
                       struct sl_map_why *why)
{
    const char *at = NULL;
    const struct operator* operator= find_operator(*text, &at);
    if (operator== NULL)
        return sl_map_wrong(why, "expected COLUMN == value, COLUMN != value, COLUMN matches "
                                 "/pattern/ or COLUMN not matches /pattern/");
    size_t length = (size_t)(at - *text);
    const char *name = *text;
    trim(&name, &length);
    *term = (struct sl_map_term){.negated = operator->negated, .column = SL_MAP_NO_COLUMN};
    if (length >= 2 && name[0] == '"' && name[length - 1] == '"') {
        name++;
        length -= 2;
    }
    term->name = sl_arena_copy(&map->memory, name, length);
    if (term->name == NULL) return sl_map_no_memory(why);
    const char *value = at + strlen(operator->word);
    while (*value == ' ')
        value++;
    length = value_length(value, operator->pattern ? '/' : '"');
    *text = value + length + (value[length] == '\0' ? 0 : 5);
    trim(&value, &length);
    if (operator->pattern) {
        if (length < 3 || value[0] != '/' || value[length - 1] != '/')
            return sl_map_wrong(why, "expected a pattern between slashes, as in /^Sell/");
        return sl_map_pattern(map, &term->pattern, value + 1, length - 2, why);
    }
    char *list = sl_arena_copy(&map->memory, value, length);
    struct sl_map_names names = {0};
    if (list == NULL) return sl_map_no_memory(why);
    if (!parse_list(map, &names, list, '|', why)) return false;
    term->wanted = names.items;
    term->count = names.count;
    return true;
}

bool sl_map_parse_condition(struct sl_map *map, struct sl_map_condition *out, const char *text,
                            struct sl_map_why *why)
{
    do {
        if (out->count == SL_MAP_TERMS_MAX) return sl_map_wrong(why, "too many terms");
        if (!parse_term(map, &out->terms[out->count], &text, why)) return false;
        out->count++;
    } while (*text != '\0');
    return true;
}
