/* Ties a map to a file: which cell of its rows each name in the map is. */
#include <string.h>

#include "base/text.h"
#include "ingest/map.h"
#include "model/number.h"

/* Behind a run of blanks, no-break ones included. */
static const char *skip_blanks(const char *c)
{
    for (;;) {
        if (*c == ' ' || (*c >= '\t' && *c <= '\r'))
            c++;
        else if ((unsigned char)c[0] == 0xc2 && (unsigned char)c[1] == 0xa0)
            c += 2;
        else
            return c;
    }
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

bool sl_map_same_name(const char *a, const char *b)
{
    a = skip_blanks(a);
    b = skip_blanks(b);
    while (*a != '\0' && *b != '\0') {
        const char *a_word = skip_blanks(a), *b_word = skip_blanks(b);
        if ((a_word != a) != (b_word != b)) break;
        if (a_word != a) {
            a = a_word;
            b = b_word;
        } else if (lower(*a++) != lower(*b++)) {
            return false;
        }
    }
    return *skip_blanks(a) == '\0' && *skip_blanks(b) == '\0';
}

/* #3 is the third column. */
static size_t position(const struct sl_map *map, const char *name)
{
    size_t number = 0;
    if (*name++ != '#' || *name == '\0') return SL_MAP_NO_COLUMN;
    for (; *name >= '0' && *name <= '9' && number < SL_ROW_CELLS_MAX; name++)
        number = number * 10 + (size_t)(*name - '0');
    if (*name != '\0' || number == 0 || number > map->file_column_count) return SL_MAP_NO_COLUMN;
    return number - 1;
}

/* The column of a name; where there are two, that is a problem. */
static size_t resolve(const struct sl_map *map, const char *name, struct sl_problems *problems)
{
    size_t found = position(map, name);
    if (found != SL_MAP_NO_COLUMN) return found;
    for (size_t i = 0; i < map->file_column_count; i++) {
        if (!sl_map_same_name(name, map->file_columns[i])) continue;
        if (found != SL_MAP_NO_COLUMN) {
            sl_problem_add(problems, name,
                           "is ambiguous, two columns have this name (#%zu and #%zu: the map can "
                           "name them so)",
                           found + 1, i + 1);
            return found;
        }
        found = i;
    }
    return found;
}

static const char *nearest(const struct sl_map *map, const char *name)
{
    const char *best = "";
    size_t least = SIZE_MAX;
    for (size_t i = 0; i < map->file_column_count; i++) {
        size_t distance = sl_text_distance(name, map->file_columns[i], 64);
        if (distance >= least || map->file_columns[i][0] == '\0') continue;
        least = distance;
        best = map->file_columns[i];
    }
    return best;
}

/* Gives the piece the part of the text that its pattern's first group takes. SL_NOTHING: none. */
static enum sl_status take_group(struct sl_map *map, struct sl_map_piece *piece, const char *text)
{
    regmatch_t match[2];
    if (regexec(piece->pattern, text, 2, match, 0) != 0 || match[1].rm_so < 0) return SL_NOTHING;
    piece->value = sl_arena_copy(&map->bound, text + match[1].rm_so,
                                 (size_t)(match[1].rm_eo - match[1].rm_so));
    return piece->value != NULL ? SL_OK : SL_FAILED;
}

/* The file's name, or the part of it that the pattern takes. */
static enum sl_status bind_file(struct sl_map *map, struct sl_map_piece *piece,
                                struct sl_problems *problems)
{
    piece->value = map->file_name;
    if (piece->pattern == NULL) return SL_OK;
    enum sl_status status = take_group(map, piece, map->file_name);
    if (status == SL_NOTHING)
        sl_problem_add(problems, NULL, "the file's name does not fit {%s} of the map", piece->text);
    return status == SL_FAILED ? status : SL_OK;
}

/* The part that the pattern takes of the first line above the header that it fits. */
static enum sl_status bind_top(struct sl_map *map, struct sl_map_piece *piece,
                               struct sl_problems *problems)
{
    enum sl_status status = SL_NOTHING;
    const char *line = map->top;
    piece->value = "";
    while (line != NULL && *line != '\0' && status == SL_NOTHING) {
        const size_t length = strcspn(line, "\r\n");
        const char *copy = sl_arena_copy(&map->bound, line, length);
        if (copy == NULL) return SL_FAILED;
        if (sl_text_is_utf8(copy, length)) status = take_group(map, piece, copy);
        line += length + (line[length] == '\0' ? 0 : 1);
    }
    if (status == SL_NOTHING)
        sl_problem_add(problems, NULL, "no line above the header fits {%s} of the map",
                       piece->text);
    return status == SL_FAILED ? status : SL_OK;
}

static enum sl_status bind_rule(struct sl_map *map, struct sl_map_rule *rule,
                                struct sl_problems *problems, struct sl_error *err)
{
    const char *missing = NULL;
    bool usable = false;
    rule->title = NULL;
    for (size_t i = 0; i < rule->count; i++) {
        struct sl_map_choice *choice = &rule->choices[i];
        choice->usable = true;
        for (size_t k = 0; k < choice->count; k++) {
            struct sl_map_piece *piece = &choice->pieces[k];
            enum sl_status status = SL_OK;
            if (piece->kind == SL_PIECE_FILE) status = bind_file(map, piece, problems);
            if (piece->kind == SL_PIECE_TOP) status = bind_top(map, piece, problems);
            if (status != SL_OK) return sl_fail_memory(err);
            if (piece->kind != SL_PIECE_CELL) continue;
            piece->column = resolve(map, piece->text, problems);
            if (piece->column == SL_MAP_NO_COLUMN) {
                choice->usable = false;
                if (missing == NULL) missing = piece->text;
            } else if (choice->usable && rule->title == NULL) {
                rule->title = map->file_columns[piece->column];
            }
        }
        usable |= choice->usable;
    }
    if (rule->title == NULL) rule->title = rule->column.name;
    if (!usable) {
        sl_problem_add(problems, missing,
                       "the map wants a column of this name for %s (%s:%d; a text would go in "
                       "double quotes); the nearest in the header is '%s'",
                       rule->column.name, map->path, rule->line,
                       sl_excerpt(nearest(map, missing)).text);
    }
    return SL_OK;
}

static enum sl_status bind_rules(struct sl_map *map, struct sl_map_rules *rules,
                                 struct sl_problems *problems, struct sl_error *err)
{
    for (size_t i = 0; i < rules->count; i++) {
        enum sl_status status = bind_rule(map, &rules->items[i], problems, err);
        if (status != SL_OK) return status;
    }
    return SL_OK;
}

static void bind_condition(struct sl_map *map, struct sl_map_condition *condition,
                           struct sl_problems *problems)
{
    for (size_t i = 0; i < condition->count; i++) {
        struct sl_map_term *term = &condition->terms[i];
        term->column = resolve(map, term->name, problems);
        if (term->column == SL_MAP_NO_COLUMN) {
            sl_problem_add(problems, term->name,
                           "a condition of the map wants a column of this name (%s:%d); the "
                           "nearest in the header is '%s'",
                           map->path, condition->line, sl_excerpt(nearest(map, term->name)).text);
        }
    }
}

/* Remembers the rule's column of the file where its cells are names as they stand. */
static void note_names(struct sl_map *map, const struct sl_map_rule *rule)
{
    const enum sl_column column = rule->column.column;
    if (column != SL_COLUMN_ISSUER && column != SL_COLUMN_HOLDER &&
        column != SL_COLUMN_COUNTERPARTY)
        return;
    if (rule->values != NULL || column == map->split) return;
    for (size_t i = 0; i < rule->count; i++) {
        const struct sl_map_choice *choice = &rule->choices[i];
        if (!choice->usable) continue;
        if (choice->count != 1 || choice->pieces[0].kind != SL_PIECE_CELL) return;
        for (size_t k = 0; k < map->name_column_count; k++) {
            if (map->name_columns[k] == choice->pieces[0].column) return;
        }
        if (map->name_column_count < SL_MAP_NAMES_MAX)
            map->name_columns[map->name_column_count++] = choice->pieces[0].column;
        return;
    }
}

static enum sl_status copy_header(struct sl_map *map, const char *path, const struct sl_row *header,
                                  struct sl_error *err)
{
    sl_arena_reset(&map->bound);
    const char *slash = strrchr(path, '/');
    const char *base = slash == NULL ? path : slash + 1;
    map->file_column_count = header == NULL ? map->columns.count : header->count;
    map->file_columns =
        sl_arena_alloc(&map->bound, (map->file_column_count + 1) * sizeof *map->file_columns);
    map->file_name = sl_arena_copy(&map->bound, base, strlen(base));
    if (map->file_columns == NULL || map->file_name == NULL) return sl_fail_memory(err);
    for (size_t i = 0; i < map->file_column_count; i++) {
        const char *name = header == NULL ? map->columns.items[i] : header->cells[i].text;
        map->file_columns[i] = sl_arena_copy(&map->bound, name, strlen(name));
        if (map->file_columns[i] == NULL) return sl_fail_memory(err);
    }
    return SL_OK;
}

enum sl_status sl_map_bind(struct sl_map *map, const char *path, struct sl_row_reader *reader,
                           const struct sl_row *header, struct sl_problems *problems,
                           struct sl_error *err)
{
    int64_t before = problems->count;
    map->name_column_count = 0;
    enum sl_status status = copy_header(map, path, header, err);
    if (status == SL_OK) status = sl_row_reader_top(reader, &map->top, err);
    if (status == SL_OK) status = bind_rules(map, &map->common, problems, err);
    for (size_t i = 0; i < map->event_count && status == SL_OK; i++) {
        struct sl_map_event *event = map->events[i];
        status = bind_rules(map, &event->own, problems, err);
        bind_condition(map, &event->when, problems);
        for (size_t k = 0; k < SL_COLUMN_COUNT; k++)
            event->titles[k] = sl_event_columns[k];
        for (size_t k = 0; k < map->header.count; k++) {
            const struct sl_map_rule *rule = event->rules[k];
            if (rule == NULL) continue;
            if (rule->column.column < SL_COLUMN_COUNT)
                event->titles[rule->column.column] = rule->title;
            note_names(map, rule);
        }
    }
    if (status != SL_OK) return status;
    for (size_t i = 0; i < map->keep.count; i++)
        bind_condition(map, &map->keep.items[i], problems);
    for (size_t i = 0; i < map->drop.count; i++)
        bind_condition(map, &map->drop.items[i], problems);
    return problems->count == before ? SL_OK : SL_INVALID;
}

static bool has_column(const struct sl_row *header, const struct sl_map_names *any)
{
    for (size_t i = 0; i < any->count; i++) {
        for (size_t k = 0; k < header->count; k++) {
            if (sl_map_same_name(any->items[i], header->cells[k].text)) return true;
        }
    }
    return false;
}

bool sl_map_knows(const struct sl_map *map, const struct sl_row *header)
{
    for (size_t i = 0; i < map->recognise.count; i++) {
        if (!has_column(header, &map->recognise.items[i])) return false;
    }
    return map->recognise.count > 0;
}
