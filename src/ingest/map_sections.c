/* The sections of a map's file whose keys are columns or values: rules, translations, events from
 * one row, units and splits. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/vector.h"
#include "ingest/map_read.h"

enum sl_column sl_map_find_column(const char *name, struct sl_map_why *why)
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

static bool read_column(const struct sl_map_line *at, const char *name,
                        struct sl_header_column *out, struct sl_map_why *why)
{
    if ((name[0] == 'x' || name[0] == 'X') && name[1] == '_') {
        char *copy = sl_map_unquote(at->map, name);
        if (copy == NULL) return sl_map_no_memory(why);
        *out = (struct sl_header_column){SL_COLUMN_EXTRA, copy};
        return sl_extra_name_read(copy, strlen(copy)) ||
               sl_map_wrong(why, "expected at most 64 of the characters a-z, 0-9 and _ after x_");
    }
    enum sl_column column = sl_map_find_column(name, why);
    if (column == SL_COLUMN_COUNT) return false;
    *out = (struct sl_header_column){column, sl_event_columns[column]};
    return true;
}

static bool add_rule(const struct sl_map_line *at, struct sl_map_rules *rules, const char *name,
                     const char *value, struct sl_map_why *why)
{
    struct sl_map_rule rule = {.line = at->number};
    if (!read_column(at, name, &rule.column, why)) return false;
    if (!sl_map_parse_rule(at->map, &rule, value, why)) return false;
    if (!sl_vector_grow(&rules->items, rules->count, &rules->capacity, sizeof *rules->items))
        return sl_map_no_memory(why);
    rules->items[rules->count++] = rule;
    return true;
}

static struct sl_map_event *find_event(const struct sl_map_line *at, const char *number,
                                       struct sl_map_why *why)
{
    struct sl_map *map = at->map;
    int which = 0;
    if (!sl_map_read_number(number, 1, SL_MAP_EVENTS_MAX, &which, why)) return NULL;
    for (size_t i = 0; i < map->event_count; i++) {
        if (map->events[i]->number == which) return map->events[i];
    }
    struct sl_map_event *event = calloc(1, sizeof *event);
    if (event == NULL) {
        sl_map_no_memory(why);
        return NULL;
    }
    event->number = which;
    event->line = at->number;
    size_t place = map->event_count++;
    for (; place > 0 && map->events[place - 1]->number > which; place--)
        map->events[place] = map->events[place - 1];
    map->events[place] = event;
    return event;
}

static bool add_event_key(const struct sl_map_line *at, const char *number, const char *name,
                          const char *value, struct sl_map_why *why)
{
    struct sl_map_event *event = find_event(at, number, why);
    if (event == NULL) return false;
    if (!sl_text_same(name, "when")) return add_rule(at, &event->own, name, value, why);
    event->when.line = at->number;
    return sl_map_parse_condition(at->map, &event->when, value, why);
}

static struct sl_map_values *find_values(const struct sl_map_line *at, const char *name,
                                         struct sl_map_why *why)
{
    struct sl_map *map = at->map;
    struct sl_header_column column;
    if (!read_column(at, name, &column, why)) return NULL;
    for (size_t i = 0; i < map->values_count; i++) {
        struct sl_map_values *values = map->values[i];
        if (strcmp(values->column.name, column.name) == 0) return values;
    }
    struct sl_map_values *values = NULL;
    if (sl_vector_grow(&map->values, map->values_count, &map->values_capacity, sizeof *map->values))
        values = calloc(1, sizeof *values);
    if (values == NULL) {
        sl_map_no_memory(why);
        return NULL;
    }
    values->column = column;
    values->line = at->number;
    map->values[map->values_count++] = values;
    return values;
}

/* Does the value take groups of its pattern, and has that so many? */
static bool find_groups(struct sl_map_value *item, const char *value, struct sl_map_why *why)
{
    for (const char *c = value; *c != '\0'; c++) {
        if (*c != '\\' || c[1] < '1' || c[1] > '9') continue;
        item->has_groups = true;
        if ((size_t)(c[1] - '0') > item->pattern->re_nsub)
            return sl_map_wrong(why, "the pattern has no group %c: expected at most \\%zu", c[1],
                                item->pattern->re_nsub);
    }
    return true;
}

static bool add_value(const struct sl_map_line *at, const char *column, const char *name,
                      const char *value, struct sl_map_why *why)
{
    struct sl_map *map = at->map;
    struct sl_map_values *values = find_values(at, column, why);
    if (values == NULL) return false;
    struct sl_map_value item = {0};
    size_t length = strlen(name);
    if (length > 2 && name[0] == '/' && name[length - 1] == '/') {
        if (!sl_map_pattern(map, &item.pattern, name + 1, length - 2, why)) return false;
        if (!find_groups(&item, value, why)) return false;
    } else {
        item.from = sl_map_unquote(map, name);
    }
    item.to = sl_text_same(value, "(blank)") ? "" : sl_map_unquote(map, value);
    if ((item.pattern == NULL && item.from == NULL) || item.to == NULL ||
        !sl_vector_grow(&values->items, values->count, &values->capacity, sizeof *values->items))
        return sl_map_no_memory(why);
    item.to_length = strlen(item.to);
    values->items[values->count++] = item;
    return true;
}

static bool add_multiply(const struct sl_map_line *at, const char *column, const char *value,
                         struct sl_map_why *why)
{
    static const char *const words[] = {"thousand", "lakh", "million", "crore", "billion", NULL};
    static const int powers[] = {3, 5, 6, 7, 9};
    struct sl_map *map = at->map;
    enum sl_column which = sl_map_find_column(column, why);
    if (which == SL_COLUMN_COUNT) return false;
    if (sl_cell_class(which) != SL_CLASS_MONEY && sl_cell_class(which) != SL_CLASS_COUNT)
        return sl_map_wrong(why, "%s is no amount and no number of shares", column);
    for (int i = 0; words[i] != NULL; i++) {
        if (sl_text_same(value, words[i])) map->shifts[which] = powers[i];
    }
    size_t zeros = value[0] == '1' ? strspn(value + 1, "0") : 0;
    if (zeros > 0 && zeros <= 12 && value[zeros + 1] == '\0') map->shifts[which] = (int)zeros;
    zeros = strncmp(value, "0.", 2) == 0 ? strspn(value + 2, "0") : SIZE_MAX;
    if (zeros < 6 && strcmp(value + 2 + zeros, "1") == 0) map->shifts[which] = -(int)zeros - 1;
    return map->shifts[which] != 0 ||
           sl_map_wrong(why, "expected thousand, lakh, million, crore, billion, 1 and zeros, or "
                             "0.1, 0.01 and so on");
}

static bool add_split(const struct sl_map_line *at, const char *column, const char *value,
                      struct sl_map_why *why)
{
    struct sl_map *map = at->map;
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

bool sl_map_set_column(const struct sl_map_line *at, const char *section, const char *name,
                       const char *value, bool *known, struct sl_map_why *why)
{
    *known = true;
    if (sl_text_same(section, "columns")) return add_rule(at, &at->map->common, name, value, why);
    if (sl_text_same(section, "split")) return add_split(at, name, value, why);
    if (strncmp(section, "event.", 6) == 0) return add_event_key(at, section + 6, name, value, why);
    if (strncmp(section, "values.", 7) == 0) return add_value(at, section + 7, name, value, why);
    if (sl_text_same(section, "numbers") && strncmp(name, "multiply.", 9) == 0)
        return add_multiply(at, name + 9, value, why);
    *known = false;
    return true;
}
