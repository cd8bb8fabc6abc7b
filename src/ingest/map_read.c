/* Reads a map's file, an INI, with libinih: every section and key has a setter in a table, and what
 * is in none of them is refused with the nearest that is. */
#include <ini.h>

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/vector.h"
#include "ingest/map.h"
#include "ingest/map_read.h"
#include "model/amount.h"
#include "model/stake.h"

/* libinih cuts a line at its first '=' or ':' and at a comment's ';', quotes or not; inside of
 * double quotes these stand for them until it is done. */
static const char special[] = "=:;#";
enum { SHIELD = 1 };

struct reading {
    struct sl_map *map;
    FILE *file;
    int line; /* of the file, that libinih was given last */
    enum sl_status status;
    struct sl_error *err;
    struct {
        char *section, *name;
    } * seen;
    size_t seen_count, seen_capacity;
};

static void fail(struct reading *reading, enum sl_status status, int line, const char *format, ...)
    SL_PRINTF(4, 5);
static void fail(struct reading *reading, enum sl_status status, int line, const char *format, ...)
{
    char message[SL_MESSAGE_SIZE];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    if (reading->status != SL_OK) return;
    reading->status = sl_fail(reading->err, status, "%s:%d: %s", reading->map->path, line, message);
}

/* ---- the lines, as libinih asks for them ---- */

static void shield(char *line)
{
    bool quoted = false;
    for (char *c = line; *c != '\0'; c++) {
        if (*c == '"') quoted = !quoted;
        const char *found = strchr(special, *c);
        if (quoted && found != NULL) *c = (char)(SHIELD + (found - special));
    }
}

static void unshield(char *text)
{
    for (char *c = text; *c != '\0'; c++) {
        if (*c >= SHIELD && *c < SHIELD + (int)sizeof special - 1) *c = special[*c - SHIELD];
    }
}

/* Without blanks at the start, which would make a line the continuation of the one before. */
static char *read_line(char *line, int size, void *stream)
{
    struct reading *reading = stream;
    if (reading->status != SL_OK || fgets(line, size, reading->file) == NULL) return NULL;
    reading->line++;
    size_t length = strlen(line);
    if (length + 1 == (size_t)size && line[length - 1] != '\n') {
        fail(reading, SL_INVALID, reading->line, "the line is too long: expected at most %d bytes",
             size - 2);
        return NULL;
    }
    if (!sl_text_is_utf8(line, length)) {
        fail(reading, SL_INVALID, reading->line, "expected UTF-8");
        return NULL;
    }
    for (const char *c = line; *c != '\0'; c++) {
        if (*c >= SHIELD && *c < SHIELD + (int)sizeof special - 1) {
            fail(reading, SL_INVALID, reading->line, "expected text without control characters");
            return NULL;
        }
    }
    char *start = line;
    while (*start == ' ' || *start == '\t')
        start++;
    memmove(line, start, strlen(start) + 1);
    if (reading->map->about == NULL && (line[0] == '#' || line[0] == ';')) {
        char *about = sl_map_unquote(reading->map, line + 1);
        if (about != NULL) about[strcspn(about, "\r\n")] = '\0';
        reading->map->about = about;
    }
    if (line[0] != '#' && line[0] != ';') shield(line);
    return line;
}

/* ---- setters: what is wrong, or NULL ---- */

typedef bool setter(struct reading *reading, const char *value, struct sl_map_why *why);

static bool one_of(const char *value, const char *const *words, int *out, struct sl_map_why *why)
{
    char list[120] = "";
    for (int i = 0; words[i] != NULL; i++) {
        if (sl_text_same(value, words[i])) {
            *out = i;
            return true;
        }
        size_t used = strlen(list);
        snprintf(list + used, sizeof list - used, "%s%s",
                 i == 0                 ? ""
                 : words[i + 1] == NULL ? " or "
                                        : ", ",
                 words[i]);
    }
    return sl_map_wrong(why, "expected %s, found '%.40s'", list, value);
}

static bool read_number(const char *value, int least, int most, int *out, struct sl_map_why *why)
{
    char *end;
    errno = 0;
    long number = strtol(value, &end, 10);
    if (errno != 0 || end == value || *end != '\0' || number < least || number > most)
        return sl_map_wrong(why, "expected a number from %d to %d, found '%.40s'", least, most,
                            value);
    *out = (int)number;
    return true;
}

static bool read_byte(const char *value, unsigned char *out, struct sl_map_why *why)
{
    static const char *const words[] = {"comma", "semicolon", "tab", "pipe", "space", NULL};
    static const char bytes[] = ",;\t| ";
    for (int i = 0; words[i] != NULL; i++) {
        if (sl_text_same(value, words[i])) {
            *out = (unsigned char)bytes[i];
            return true;
        }
    }
    if (strlen(value) != 1 || (unsigned char)value[0] >= 0x80 || (unsigned char)value[0] < ' ')
        return sl_map_wrong(why, "expected comma, semicolon, tab, pipe or one character");
    *out = (unsigned char)value[0];
    return true;
}

static bool set_delimiter(struct reading *reading, const char *value, struct sl_map_why *why)
{
    return read_byte(value, &reading->map->file.delimiter, why);
}

static bool set_quote(struct reading *reading, const char *value, struct sl_map_why *why)
{
    reading->map->file.no_quote = sl_text_same(value, "none");
    if (value[0] == '\0') value = "\""; /* quote = """ */
    return reading->map->file.no_quote || read_byte(value, &reading->map->file.quote, why);
}

static bool set_encoding(struct reading *reading, const char *value, struct sl_map_why *why)
{
    struct sl_error err;
    struct sl_decoder *decoder = NULL;
    struct sl_map *map = reading->map;
    map->file.encoding = sl_map_unquote(map, value);
    if (map->file.encoding == NULL) return sl_map_wrong(why, "out of memory");
    if (sl_encoding_is_utf8(value)) return true;
    if (sl_decoder_new(&decoder, value, &err) != SL_OK) return sl_map_wrong(why, "%s", err.message);
    sl_decoder_free(decoder);
    return true;
}

static const char *const yes_no[] = {"no", "yes", NULL};

static bool set_header(struct reading *reading, const char *value, struct sl_map_why *why)
{
    int yes = 1;
    if (!one_of(value, yes_no, &yes, why)) return false;
    reading->map->no_header = !yes;
    return true;
}

static bool set_columns(struct reading *reading, const char *value, struct sl_map_why *why)
{
    reading->map->no_header = true;
    return sl_map_parse_list(reading->map, &reading->map->columns, value, false, why);
}

static bool set_skip(struct reading *reading, const char *value, struct sl_map_why *why)
{
    return read_number(value, 0, 1000, &reading->map->file.skip, why);
}

static bool set_comment(struct reading *reading, const char *value, struct sl_map_why *why)
{
    return read_byte(value, &reading->map->file.comment, why);
}

static bool set_short_rows(struct reading *reading, const char *value, struct sl_map_why *why)
{
    static const char *const words[] = {"refuse", "fill", NULL};
    int fill = 0;
    if (!one_of(value, words, &fill, why)) return false;
    reading->map->file.fill = fill;
    return true;
}

static bool set_clean(struct reading *reading, const char *value, struct sl_map_why *why)
{
    static const char *const words[] = {"escapes", "invisible", NULL};
    struct sl_map_names names = {0};
    if (!sl_map_parse_list(reading->map, &names, value, false, why)) return false;
    for (size_t i = 0; i < names.count; i++) {
        int which = 0;
        if (!one_of(names.items[i], words, &which, why)) return false;
        if (which == 0)
            reading->map->clean_escapes = true;
        else
            reading->map->clean_invisible = true;
    }
    return true;
}

static bool set_formats(struct reading *reading, const char *value, struct sl_map_why *why)
{
    struct sl_map *map = reading->map;
    struct sl_map_names names = {0};
    if (!sl_map_parse_list(map, &names, value, false, why)) return false;
    if (names.count > SL_MAP_FORMATS_MAX)
        return sl_map_wrong(why, "expected at most %d formats", SL_MAP_FORMATS_MAX);
    for (size_t i = 0; i < names.count; i++) {
        struct sl_date date;
        struct sl_error err;
        const struct sl_date_rules rules = {.format = names.items[i]};
        if (sl_date_parse(&date, "2000", &rules, &err) == SL_MISUSE)
            return sl_map_wrong(why, "%s", err.message);
        map->formats[map->format_count++] = names.items[i];
    }
    return true;
}

static bool set_fiscal(struct reading *reading, const char *value, struct sl_map_why *why)
{
    return read_number(value, 1, 12, &reading->map->fiscal_month, why);
}

static bool set_time(struct reading *reading, const char *value, struct sl_map_why *why)
{
    static const char *const words[] = {"refuse", "ignore", NULL};
    int ignore = 0;
    if (!one_of(value, words, &ignore, why)) return false;
    reading->map->drop_time = ignore;
    return true;
}

static bool set_decimal(struct reading *reading, const char *value, struct sl_map_why *why)
{
    if (strcmp(value, ",") != 0 && strcmp(value, ".") != 0 && !sl_text_same(value, "comma") &&
        !sl_text_same(value, "point"))
        return sl_map_wrong(why, "expected '.' or ','");
    reading->map->decimal = value[0] == ',' || sl_text_same(value, "comma") ? ',' : '.';
    return true;
}

static bool set_grouping(struct reading *reading, const char *value, struct sl_map_why *why)
{
    static const char *const words[] = {".",     ",",      "'",          "space", "point",
                                        "comma", "indian", "apostrophe", "none",  NULL};
    static const char bytes[] = ".,' .,,'";
    int which = 0;
    if (!one_of(value, words, &which, why)) return false;
    reading->map->grouping_none = which == 8;
    reading->map->grouping = which == 8 ? 0 : bytes[which];
    return true;
}

static bool set_parentheses(struct reading *reading, const char *value, struct sl_map_why *why)
{
    static const char *const words[] = {"refuse", "negative", NULL};
    int negative = 0;
    if (!one_of(value, words, &negative, why)) return false;
    reading->map->parentheses = negative;
    return true;
}

static bool set_negative(struct reading *reading, const char *value, struct sl_map_why *why)
{
    static const char *const words[] = {"refuse", "reverse", NULL};
    int reverse = 0;
    if (!one_of(value, words, &reverse, why)) return false;
    reading->map->reverse = reverse;
    return true;
}

static bool set_bare_stake(struct reading *reading, const char *value, struct sl_map_why *why)
{
    static const char *const words[] = {"percent", "fraction", NULL};
    int fraction = 0;
    if (!one_of(value, words, &fraction, why)) return false;
    reading->map->fraction = fraction;
    return true;
}

static bool set_currency(struct reading *reading, const char *value, struct sl_map_why *why)
{
    if (strlen(value) != 3 || sl_currency_scale(value) < 0)
        return sl_map_wrong(why, "expected an ISO 4217 currency code, as in USD");
    for (size_t i = 0; i < 3; i++) {
        char c = value[i];
        reading->map->currency[i] = c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
    }
    return true;
}

/* The column of a name; SL_COLUMN_COUNT, with the nearest in `why`, when there is none. */
static enum sl_column find_column(const char *name, struct sl_map_why *why)
{
    const char *nearest = sl_event_columns[0];
    size_t least = SIZE_MAX;
    for (size_t i = 0; i < sl_event_column_count; i++) {
        size_t distance = sl_text_distance(name, sl_event_columns[i], 64);
        if (distance == 0) return (enum sl_column)i;
        if (distance < least) {
            least = distance;
            nearest = sl_event_columns[i];
        }
    }
    sl_map_wrong(why, "no column of an event is called '%.40s' (the nearest is '%s')", name,
                 nearest);
    return SL_COLUMN_COUNT;
}

static bool set_headline(struct reading *reading, const char *value, struct sl_map_why *why)
{
    struct sl_map *map = reading->map;
    struct sl_map_names names = {0};
    if (!sl_map_parse_list(map, &names, value, false, why)) return false;
    memset(map->whole, 0, sizeof map->whole);
    for (size_t i = 0; i < names.count; i++) {
        enum sl_column column = find_column(names.items[i], why);
        if (column == SL_COLUMN_COUNT) return false;
        if (column <= SL_COLUMN_COUNTERPARTY || column == SL_COLUMN_DEAL)
            return sl_map_wrong(why, "%s is of every row, not of the headline alone",
                                names.items[i]);
        map->whole[column] = true;
    }
    return true;
}

static bool set_per(struct reading *reading, const char *value, struct sl_map_why *why)
{
    static const char *const words[] = {"row", "deal", NULL};
    int deal = 0;
    if (!one_of(value, words, &deal, why)) return false;
    reading->map->once_a_deal = deal;
    return true;
}

static bool set_condition(struct reading *reading, struct sl_map_conditions *conditions,
                          const char *value, struct sl_map_why *why)
{
    if (!sl_vector_grow(&conditions->items, conditions->count, &conditions->capacity,
                        sizeof *conditions->items))
        return sl_map_wrong(why, "out of memory");
    struct sl_map_condition *condition = &conditions->items[conditions->count++];
    *condition = (struct sl_map_condition){.line = reading->line};
    return sl_map_parse_condition(reading->map, condition, value, why);
}

static bool set_keep(struct reading *reading, const char *value, struct sl_map_why *why)
{
    return set_condition(reading, &reading->map->keep, value, why);
}

static bool set_drop(struct reading *reading, const char *value, struct sl_map_why *why)
{
    return set_condition(reading, &reading->map->drop, value, why);
}

static bool set_snapshot_by(struct reading *reading, const char *value, struct sl_map_why *why)
{
    static const char *const words[] = {"issuer", "holder", "file", NULL};
    int which = 0;
    if (!one_of(value, words, &which, why)) return false;
    reading->map->snapshot = (enum sl_snapshot)(SL_SNAPSHOT_ISSUER + which);
    return true;
}

static bool set_threshold(struct reading *reading, const char *value, struct sl_map_why *why)
{
    char text[SL_STAKE_SIZE + 1], canonical[SL_STAKE_SIZE];
    struct sl_stake stake;
    struct sl_error err;
    snprintf(text, sizeof text, "<%.60s", value);
    if (value[0] < '0' || value[0] > '9' || sl_stake_parse(&stake, text, canonical, &err) != SL_OK)
        return sl_map_wrong(why, "expected a per cent, as in 5, found '%.40s'", value);
    reading->map->threshold = sl_map_unquote(reading->map, canonical);
    return reading->map->threshold != NULL || sl_map_wrong(why, "out of memory");
}

static bool set_recognise(struct reading *reading, const char *value, struct sl_map_why *why)
{
    return sl_map_parse_list(reading->map, &reading->map->recognise, value, false, why);
}

static const struct key {
    const char *section, *name;
    setter *set;
    bool many; /* may be given several times */
} keys[] = {
    {"file", "delimiter", set_delimiter, false},
    {"file", "quote", set_quote, false},
    {"file", "encoding", set_encoding, false},
    {"file", "header", set_header, false},
    {"file", "columns", set_columns, true},
    {"file", "skip", set_skip, false},
    {"file", "comment", set_comment, false},
    {"file", "short-rows", set_short_rows, false},
    {"file", "clean", set_clean, false},
    {"dates", "formats", set_formats, false},
    {"dates", "fiscal-year-start", set_fiscal, false},
    {"dates", "time", set_time, false},
    {"numbers", "decimal", set_decimal, false},
    {"numbers", "grouping", set_grouping, false},
    {"numbers", "parentheses", set_parentheses, false},
    {"numbers", "negative", set_negative, false},
    {"numbers", "bare-stake", set_bare_stake, false},
    {"numbers", "currency", set_currency, false},
    {"headline", "columns", set_headline, false},
    {"headline", "per", set_per, false},
    {"rows", "keep", set_keep, true},
    {"rows", "drop", set_drop, true},
    {"snapshot", "by", set_snapshot_by, false},
    {"snapshot", "threshold", set_threshold, false},
    {"recognise", "header", set_recognise, true},
};
enum { KEY_COUNT = sizeof keys / sizeof keys[0] };

/* ---- sections whose keys are columns ---- */

static bool read_column(struct reading *reading, const char *name, struct sl_header_column *out,
                        struct sl_map_why *why)
{
    if ((name[0] == 'x' || name[0] == 'X') && name[1] == '_') {
        char *copy = sl_map_unquote(reading->map, name);
        if (copy == NULL) return sl_map_wrong(why, "out of memory");
        *out = (struct sl_header_column){SL_COLUMN_EXTRA, copy};
        return sl_extra_name_read(copy, strlen(copy)) ||
               sl_map_wrong(why, "expected at most 64 of the characters a-z, 0-9 and _ after x_");
    }
    enum sl_column column = find_column(name, why);
    if (column == SL_COLUMN_COUNT) return false;
    *out = (struct sl_header_column){column, sl_event_columns[column]};
    return true;
}

static bool add_rule(struct reading *reading, struct sl_map_rules *rules, const char *name,
                     const char *value, struct sl_map_why *why)
{
    struct sl_map_rule rule = {.line = reading->line};
    if (!read_column(reading, name, &rule.column, why)) return false;
    if (!sl_map_parse_rule(reading->map, &rule, value, why)) return false;
    if (!sl_vector_grow(&rules->items, rules->count, &rules->capacity, sizeof *rules->items))
        return sl_map_wrong(why, "out of memory");
    rules->items[rules->count++] = rule;
    return true;
}

static struct sl_map_event *find_event(struct reading *reading, const char *number,
                                       struct sl_map_why *why)
{
    struct sl_map *map = reading->map;
    int which = 0;
    if (!read_number(number, 1, SL_MAP_EVENTS_MAX, &which, why)) return NULL;
    for (size_t i = 0; i < map->event_count; i++) {
        if (map->events[i]->number == which) return map->events[i];
    }
    struct sl_map_event *event = calloc(1, sizeof *event);
    if (event == NULL) {
        sl_map_wrong(why, "out of memory");
        return NULL;
    }
    event->number = which;
    event->line = reading->line;
    size_t at = map->event_count++;
    for (; at > 0 && map->events[at - 1]->number > which; at--)
        map->events[at] = map->events[at - 1];
    map->events[at] = event;
    return event;
}

static bool add_event_key(struct reading *reading, const char *number, const char *name,
                          const char *value, struct sl_map_why *why)
{
    struct sl_map_event *event = find_event(reading, number, why);
    if (event == NULL) return false;
    if (!sl_text_same(name, "when")) return add_rule(reading, &event->own, name, value, why);
    event->when.line = reading->line;
    return sl_map_parse_condition(reading->map, &event->when, value, why);
}

static struct sl_map_values *find_values(struct reading *reading, const char *name,
                                         struct sl_map_why *why)
{
    struct sl_map *map = reading->map;
    struct sl_header_column column;
    if (!read_column(reading, name, &column, why)) return NULL;
    for (size_t i = 0; i < map->values_count; i++) {
        struct sl_map_values *values = map->values[i];
        if (strcmp(values->column.name, column.name) == 0) return values;
    }
    struct sl_map_values *values = NULL;
    if (sl_vector_grow(&map->values, map->values_count, &map->values_capacity, sizeof *map->values))
        values = calloc(1, sizeof *values);
    if (values == NULL) {
        sl_map_wrong(why, "out of memory");
        return NULL;
    }
    values->column = column;
    values->line = reading->line;
    map->values[map->values_count++] = values;
    return values;
}

static bool add_value(struct reading *reading, const char *column, const char *name,
                      const char *value, struct sl_map_why *why)
{
    struct sl_map *map = reading->map;
    struct sl_map_values *values = find_values(reading, column, why);
    if (values == NULL) return false;
    struct sl_map_value item = {0};
    size_t length = strlen(name);
    if (length > 2 && name[0] == '/' && name[length - 1] == '/') {
        if (!sl_map_pattern(map, &item.pattern, name + 1, length - 2, why)) return false;
    } else {
        item.from = sl_map_unquote(map, name);
    }
    item.to = sl_text_same(value, "(blank)") ? "" : sl_map_unquote(map, value);
    if ((item.pattern == NULL && item.from == NULL) || item.to == NULL ||
        !sl_vector_grow(&values->items, values->count, &values->capacity, sizeof *values->items))
        return sl_map_wrong(why, "out of memory");
    item.to_length = strlen(item.to);
    values->items[values->count++] = item;
    return true;
}

static bool add_multiply(struct reading *reading, const char *column, const char *value,
                         struct sl_map_why *why)
{
    static const char *const words[] = {"thousand", "lakh", "million", "crore", "billion", NULL};
    static const int powers[] = {3, 5, 6, 7, 9};
    struct sl_map *map = reading->map;
    enum sl_column which = find_column(column, why);
    if (which == SL_COLUMN_COUNT) return false;
    if (sl_cell_class(which) != SL_CLASS_MONEY && sl_cell_class(which) != SL_CLASS_COUNT)
        return sl_map_wrong(why, "%s is no amount and no number of shares", column);
    for (int i = 0; words[i] != NULL; i++) {
        if (sl_text_same(value, words[i])) map->shifts[which] = powers[i];
    }
    size_t zeros = value[0] == '1' ? strspn(value + 1, "0") : 0;
    if (zeros > 0 && zeros <= 12 && value[zeros + 1] == '\0') map->shifts[which] = (int)zeros;
    return map->shifts[which] != 0 ||
           sl_map_wrong(why, "expected thousand, lakh, million, crore, billion, or 1 and zeros");
}

static bool add_split(struct reading *reading, const char *column, const char *value,
                      struct sl_map_why *why)
{
    struct sl_map *map = reading->map;
    struct sl_map_names names = {0};
    if (!sl_text_same(column, "holder"))
        return sl_map_wrong(why, "only holder can be split, not '%.40s'", column);
    if (!sl_map_parse_list(map, &names, value, true, why)) return false;
    if (names.count > SL_MAP_SPLITS_MAX)
        return sl_map_wrong(why, "expected at most %d separators", SL_MAP_SPLITS_MAX);
    map->split = SL_COLUMN_HOLDER;
    map->separator_count = names.count;
    memcpy(map->separators, names.items, names.count * sizeof names.items[0]);
    return true;
}

/* ---- libinih's handler ---- */

static bool unknown_key(const char *section, const char *name, struct sl_map_why *why)
{
    const char *nearest = NULL;
    size_t least = SIZE_MAX;
    for (size_t i = 0; i < KEY_COUNT; i++) {
        if (!sl_text_same(keys[i].section, section)) continue;
        size_t distance = sl_text_distance(name, keys[i].name, 64);
        if (distance >= least) continue;
        least = distance;
        nearest = keys[i].name;
    }
    if (nearest != NULL)
        return sl_map_wrong(why, "[%.30s] has no key '%.40s' (the nearest is '%s')", section, name,
                            nearest);
    static const char *const sections[] = {"file",    "dates",    "numbers",  "columns",
                                           "values.", "split",    "headline", "rows",
                                           "event.1", "snapshot", "recognise"};
    for (size_t i = 0; i < sizeof sections / sizeof sections[0]; i++) {
        size_t distance = sl_text_distance(section, sections[i], 64);
        if (distance >= least) continue;
        least = distance;
        nearest = sections[i];
    }
    if (section[0] == '\0') return sl_map_wrong(why, "expected a [section] before the first key");
    return sl_map_wrong(why, "there is no section [%.40s] (the nearest is [%s])", section, nearest);
}

static bool set(struct reading *reading, const char *section, const char *name, const char *value,
                struct sl_map_why *why)
{
    for (size_t i = 0; i < KEY_COUNT; i++) {
        if (sl_text_same(section, keys[i].section) && sl_text_same(name, keys[i].name)) {
            char *plain = keys[i].many || keys[i].set == set_formats || keys[i].set == set_headline
                              ? sl_arena_copy(&reading->map->memory, value, strlen(value))
                              : sl_map_unquote(reading->map, value);
            if (plain == NULL) return sl_map_wrong(why, "out of memory");
            return keys[i].set(reading, plain, why);
        }
    }
    if (sl_text_same(section, "columns"))
        return add_rule(reading, &reading->map->common, name, value, why);
    if (sl_text_same(section, "split")) return add_split(reading, name, value, why);
    if (strncmp(section, "event.", 6) == 0)
        return add_event_key(reading, section + 6, name, value, why);
    if (strncmp(section, "values.", 7) == 0)
        return add_value(reading, section + 7, name, value, why);
    if (sl_text_same(section, "numbers") && strncmp(name, "multiply.", 9) == 0)
        return add_multiply(reading, name + 9, value, why);
    return unknown_key(section, name, why);
}

static bool may_repeat(const char *section, const char *name)
{
    for (size_t i = 0; i < KEY_COUNT; i++) {
        if (sl_text_same(section, keys[i].section) && sl_text_same(name, keys[i].name))
            return keys[i].many;
    }
    return false;
}

/* Was this key of this section given before? Then it is not clear which one is meant. */
static bool is_repeated(struct reading *reading, const char *section, const char *name)
{
    struct sl_map *map = reading->map;
    for (size_t i = 0; i < reading->seen_count; i++) {
        if (strcmp(reading->seen[i].section, section) == 0 &&
            strcmp(reading->seen[i].name, name) == 0)
            return true;
    }
    if (!sl_vector_grow(&reading->seen, reading->seen_count, &reading->seen_capacity,
                        sizeof *reading->seen))
        return false;
    char *section_copy = sl_arena_copy(&map->memory, section, strlen(section));
    char *name_copy = sl_arena_copy(&map->memory, name, strlen(name));
    if (section_copy == NULL || name_copy == NULL) return false;
    reading->seen[reading->seen_count].section = section_copy;
    reading->seen[reading->seen_count++].name = name_copy;
    return false;
}

static int handle(void *user, const char *section, const char *name, const char *value)
{
    struct reading *reading = user;
    struct sl_map_why why = {""};
    char *plain_name = sl_map_unquote(reading->map, name);
    char *plain = sl_arena_copy(&reading->map->memory, value, strlen(value));
    if (plain_name == NULL || plain == NULL) {
        reading->status = sl_fail_memory(reading->err);
        return 0;
    }
    unshield(plain_name);
    unshield(plain);
    if (!may_repeat(section, plain_name) && is_repeated(reading, section, plain_name))
        sl_map_wrong(&why, "[%.30s] %.40s is given twice", section, plain_name);
    else if (set(reading, section, plain_name, plain, &why))
        return 1;
    fail(reading, SL_INVALID, reading->line, "%s", why.text);
    return 0;
}

enum sl_status sl_map_read(struct sl_map *map, struct sl_error *err)
{
    struct reading reading = {.map = map, .err = err};
    reading.file = fopen(map->path, "re");
    if (reading.file == NULL) {
        char reason[128];
        if (strerror_r(errno, reason, sizeof reason) != 0) reason[0] = '\0';
        return sl_fail(err, SL_FAILED, "cannot open %s: %s", map->path, reason);
    }
    int code = ini_parse_stream(read_line, &reading, handle, &reading);
    if (reading.status == SL_OK && ferror(reading.file))
        reading.status = sl_fail(err, SL_FAILED, "cannot read %s", map->path);
    if (reading.status == SL_OK && code > 0)
        fail(&reading, SL_INVALID, code, "expected [section], or key = value");
    if (reading.status == SL_OK && code < 0) reading.status = sl_fail_memory(err);
    fclose(reading.file);
    free(reading.seen);
    return reading.status;
}
