/* A map from its file: read, checked as a whole, and its rules laid out by column, so that nothing
 * is looked up by name when rows come. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/vector.h"
#include "ingest/map.h"
#include "ingest/map_read.h"
#include "ingest/snapshot.h"

const char *sl_map_name(const struct sl_map *map)
{
    return map->name;
}

bool sl_map_is_of_rates(const struct sl_map *map)
{
    return map->rates_date != NULL;
}

const char *sl_map_path(const struct sl_map *map)
{
    return map->path;
}

static void free_rules(struct sl_map_rules *rules)
{
    free(rules->items);
}

void sl_map_close(struct sl_map *map)
{
    if (map == NULL) return;
    for (size_t i = 0; i < map->pattern_count; i++)
        regfree(map->patterns[i]);
    for (size_t i = 0; i < map->event_count; i++) {
        free_rules(&map->events[i]->own);
        free(map->events[i]);
    }
    for (size_t i = 0; i < map->values_count; i++) {
        sl_buffer_release(&map->values[i]->last);
        free(map->values[i]->items);
        free(map->values[i]);
    }
    free_rules(&map->common);
    free(map->values);
    free(map->patterns);
    free(map->keep.items);
    free(map->drop.items);
    free(map->recognise.items);
    sl_arena_release(&map->bound);
    sl_arena_release(&map->memory);
    free(map);
}

/* ---- laying out ---- */

/* Adds the column to the header unless it is there; its place. */
static size_t place_of(struct sl_map *map, const struct sl_header_column *column)
{
    struct sl_header *header = &map->header;
    for (size_t i = 0; i < header->count; i++) {
        if (strcmp(header->columns[i].name, column->name) == 0) return i;
    }
    if (column->column < SL_COLUMN_COUNT) map->place[column->column] = header->count;
    header->columns[header->count] = *column;
    return header->count++;
}

static void place_rules(struct sl_map *map, struct sl_map_rules *rules)
{
    for (size_t i = 0; i < rules->count; i++) {
        struct sl_map_rule *rule = &rules->items[i];
        place_of(map, &rule->column);
        for (size_t k = 0; k < map->values_count; k++) {
            if (strcmp(map->values[k]->column.name, rule->column.name) == 0)
                rule->values = map->values[k];
        }
    }
}

static enum sl_status lay_out(struct sl_map *map, struct sl_error *err)
{
    size_t most = SL_COLUMN_COUNT + map->common.count;
    for (size_t i = 0; i < map->event_count; i++)
        most += map->events[i]->own.count;
    map->header.columns = sl_arena_alloc(&map->memory, most * sizeof *map->header.columns);
    if (map->header.columns == NULL) return sl_fail_memory(err);
    for (size_t i = 0; i < SL_COLUMN_COUNT; i++)
        map->place[i] = SL_MAP_NO_COLUMN;
    /* the note comes first, as making the others may add to it */
    place_of(map, &(struct sl_header_column){SL_COLUMN_NOTE, sl_event_columns[SL_COLUMN_NOTE]});
    if (map->currency[0] != '\0')
        place_of(map, &(struct sl_header_column){SL_COLUMN_CURRENCY,
                                                 sl_event_columns[SL_COLUMN_CURRENCY]});
    place_rules(map, &map->common);
    for (size_t i = 0; i < map->event_count; i++)
        place_rules(map, &map->events[i]->own);
    if (!sl_header_sort_extras(&map->header, &map->memory)) return sl_fail_memory(err);
    for (size_t i = 0; i < map->event_count; i++) {
        struct sl_map_event *event = map->events[i];
        event->rules = sl_arena_alloc(&map->memory, map->header.count * sizeof *event->rules);
        if (event->rules == NULL) return sl_fail_memory(err);
        memset(event->rules, 0, map->header.count * sizeof *event->rules);
        for (size_t k = 0; k < map->common.count; k++)
            event->rules[place_of(map, &map->common.items[k].column)] = &map->common.items[k];
        for (size_t k = 0; k < event->own.count; k++)
            event->rules[place_of(map, &event->own.items[k].column)] = &event->own.items[k];
    }
    return SL_OK;
}

/* The events of a snapshot carry the map's name, by which they are found again. */
static enum sl_status mark_snapshot(struct sl_map *map, struct sl_error *err)
{
    struct sl_map_rules *rules = &map->common;
    struct sl_map_choice *choice = sl_arena_alloc(&map->memory, sizeof *choice);
    struct sl_map_piece *piece = sl_arena_alloc(&map->memory, sizeof *piece);
    if (choice == NULL || piece == NULL ||
        !sl_vector_grow(&rules->items, rules->count, &rules->capacity, sizeof *rules->items))
        return sl_fail_memory(err);
    *piece = (struct sl_map_piece){.kind = SL_PIECE_TEXT, .text = map->name};
    *choice = (struct sl_map_choice){.pieces = piece, .count = 1};
    rules->items[rules->count++] = (struct sl_map_rule){
        .column = {SL_COLUMN_EXTRA, SL_SNAPSHOT_COLUMN}, .choices = choice, .count = 1};
    return SL_OK;
}

/* ---- checking the whole ---- */

static enum sl_status check_values(const struct sl_map *map, struct sl_error *err)
{
    for (size_t i = 0; i < map->values_count; i++) {
        bool used = false;
        for (size_t k = 0; k < map->header.count; k++)
            used |= strcmp(map->header.columns[k].name, map->values[i]->column.name) == 0;
        if (!used)
            return sl_fail(err, SL_INVALID, "%s:%d: [values.%s]: no event of the map has a %s",
                           map->path, map->values[i]->line, map->values[i]->column.name,
                           map->values[i]->column.name);
    }
    return SL_OK;
}

/* What two of the characters that a file is read by cannot be; NULL: they go together. */
static const char *clash_of(const struct sl_row_options *file)
{
    const unsigned char delimiter = file->delimiter != 0 ? file->delimiter : ',';
    const unsigned char quote = file->no_quote ? 0 : file->quote != 0 ? file->quote : '"';
    if (quote == ' ' || quote == '\t') return "quote: expected a character that is no blank";
    if (quote == delimiter) return "quote and delimiter: expected two characters";
    if (file->comment != 0 && (file->comment == delimiter || file->comment == quote))
        return "comment: expected another character than the delimiter and the quote";
    return NULL;
}

static enum sl_status check(struct sl_map *map, struct sl_error *err)
{
    static const enum sl_column required[] = {SL_COLUMN_DATE, SL_COLUMN_KIND, SL_COLUMN_ISSUER};
    for (size_t i = 0; i < map->event_count; i++) {
        const struct sl_map_event *event = map->events[i];
        for (size_t k = 0; k < sizeof required / sizeof required[0]; k++) {
            size_t place = map->place[required[k]];
            if (place != SL_MAP_NO_COLUMN && event->rules[place] != NULL) continue;
            return sl_fail(err, SL_INVALID, "%s: no rule says what the %s of %s%.0d is", map->path,
                           sl_event_columns[required[k]],
                           event->number == 0 ? "an event" : "event ", event->number);
        }
    }
    const char *clash = clash_of(&map->file);
    if (clash != NULL) return sl_fail(err, SL_INVALID, "%s: [file] %s", map->path, clash);
    if (map->no_header && map->columns.count == 0)
        return sl_fail(err, SL_INVALID,
                       "%s: without a header, [file] columns must name the columns", map->path);
    if (map->split != SL_COLUMN_COUNT && map->place[SL_COLUMN_HOLDER] == SL_MAP_NO_COLUMN)
        return sl_fail(err, SL_INVALID, "%s: [split] holder: no event of the map has a holder",
                       map->path);
    if (map->headline_of_one && map->split == SL_COLUMN_COUNT)
        return sl_fail(err, SL_INVALID, "%s: [headline] one-holder goes with [split]", map->path);
    if (map->once_a_deal && map->place[SL_COLUMN_DEAL] == SL_MAP_NO_COLUMN)
        return sl_fail(err, SL_INVALID, "%s: [headline] per = deal: no event of the map has a deal",
                       map->path);
    if (map->threshold != NULL && map->snapshot == SL_SNAPSHOT_NONE)
        return sl_fail(err, SL_INVALID, "%s: [snapshot] threshold goes with by", map->path);
    if (map->snapshot != SL_SNAPSHOT_NONE && map->place[SL_COLUMN_HOLDER] == SL_MAP_NO_COLUMN)
        return sl_fail(err, SL_INVALID, "%s: [snapshot]: no event of the map has a holder",
                       map->path);
    if (map->threshold == NULL) map->threshold = "0";
    return check_values(map, err);
}

/* A map of rates makes no events. */
static enum sl_status check_rates(const struct sl_map *map, struct sl_error *err)
{
    if (map->common.count > 0 || map->event_count > 0 || map->values_count > 0 ||
        map->snapshot != SL_SNAPSHOT_NONE || map->split != SL_COLUMN_COUNT)
        return sl_fail(err, SL_INVALID,
                       "%s: [rates] says that the file is of exchange rates: it makes no events, "
                       "and has no [columns]",
                       map->path);
    if (map->no_header || map->keep.count > 0 || map->drop.count > 0)
        return sl_fail(err, SL_INVALID,
                       "%s: [rates]: the header of the file has to name the currencies, and each "
                       "of its rows counts",
                       map->path);
    return SL_OK;
}

static enum sl_status finish(struct sl_map *map, struct sl_error *err)
{
    if (map->rates_date != NULL) return check_rates(map, err);
    static const enum sl_column whole[] = {
        SL_COLUMN_STAKE,     SL_COLUMN_SHARES,     SL_COLUMN_OUTSTANDING, SL_COLUMN_AMOUNT,
        SL_COLUMN_PRE_MONEY, SL_COLUMN_POST_MONEY, SL_COLUMN_PRICE,       SL_COLUMN_CURRENCY};
    bool stated = false;
    for (size_t i = 0; i < SL_COLUMN_COUNT; i++)
        stated |= map->whole[i];
    for (size_t i = 0; i < sizeof whole / sizeof whole[0] && !stated; i++)
        map->whole[whole[i]] = true;
    if (map->event_count == 0) {
        map->events[0] = calloc(1, sizeof *map->events[0]);
        if (map->events[0] == NULL) return sl_fail_memory(err);
        map->event_count = 1;
    }
    if (map->no_header) map->file.width = map->columns.count;
    enum sl_status status = SL_OK;
    if (map->snapshot != SL_SNAPSHOT_NONE) status = mark_snapshot(map, err);
    if (status == SL_OK) status = lay_out(map, err);
    return status == SL_OK ? check(map, err) : status;
}

enum sl_status sl_map_open_path(struct sl_map **out, const char *path, struct sl_error *err)
{
    struct sl_map *map = calloc(1, sizeof *map);
    enum sl_status status = SL_OK;
    if (map == NULL) return sl_fail_memory(err);
    const char *slash = strrchr(path, '/');
    const char *base = slash == NULL ? path : slash + 1;
    size_t length = strlen(base);
    if (length > 4 && strcmp(base + length - 4, ".ini") == 0) length -= 4;
    map->decimal = '.';
    map->split = SL_COLUMN_COUNT;
    map->path = sl_arena_copy(&map->memory, path, strlen(path));
    map->name = sl_arena_copy(&map->memory, base, length);
    if (map->path == NULL || map->name == NULL) status = sl_fail_memory(err);
    if (status == SL_OK) status = sl_map_read(map, err);
    if (status == SL_OK) status = finish(map, err);
    if (status == SL_OK)
        *out = map;
    else
        sl_map_close(map);
    return status;
}
