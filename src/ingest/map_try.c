/* What a map makes of the first rows of a file, cell by cell, beside what stands in the file. */
#include <stdio.h>
#include <string.h>

#include "ingest/cells.h"
#include "ingest/map.h"

static const struct sl_field fields[] = {
    {"line", "Line", SL_TYPE_COUNT, SL_SHOW_ALWAYS, offsetof(struct sl_map_try_row, line)},
    {"event", "Event", SL_TYPE_COUNT, SL_SHOW_PLAIN, offsetof(struct sl_map_try_row, event)},
    {"column", "Column", SL_TYPE_TEXT, SL_SHOW_ALWAYS, offsetof(struct sl_map_try_row, column)},
    {"value", "Value", SL_TYPE_TEXT, SL_SHOW_ALWAYS, offsetof(struct sl_map_try_row, value)},
    {"from", "From", SL_TYPE_TEXT, SL_SHOW_PLAIN, offsetof(struct sl_map_try_row, from)},
    {"cell", "In the file", SL_TYPE_TEXT, SL_SHOW_LONG, offsetof(struct sl_map_try_row, cell)},
    {"problem", "Problem", SL_TYPE_TEXT, SL_SHOW_WRAP, offsetof(struct sl_map_try_row, problem)},
};
const struct sl_row_type sl_map_try_row_type = {"map try", fields,
                                                sizeof fields / sizeof fields[0]};

enum { SAID_MAX = 32 };

struct trial {
    struct sl_map *map;
    struct sl_row_reader *reader;
    struct sl_map_walk *walk;
    struct sl_cells cells;
    struct sl_import_options options;
    struct sl_problems problems;
    struct sl_arena memory; /* of what was said of the row at hand */
    struct {
        const char *column, *message;
        bool shown;
    } said[SAID_MAX];
    size_t said_count;
    struct sl_sink sink;
};

static void hear(void *context, const struct sl_problem *problem)
{
    struct trial *trial = context;
    if (trial->said_count == SAID_MAX) return;
    const char *column = problem->column, *message = problem->message;
    if (!sl_arena_keep(&trial->memory, &column) || !sl_arena_keep(&trial->memory, &message)) {
        trial->problems.failed = true;
        return;
    }
    trial->said[trial->said_count].column = column;
    trial->said[trial->said_count].shown = false;
    trial->said[trial->said_count++].message = message;
}

/* What was said of the column, once. */
static const char *take_said(struct trial *trial, const char *column)
{
    for (size_t i = 0; i < trial->said_count; i++) {
        if (trial->said[i].shown || trial->said[i].column == NULL ||
            strcmp(trial->said[i].column, column) != 0)
            continue;
        trial->said[i].shown = true;
        return trial->said[i].message;
    }
    return NULL;
}

/* What was said and stands beside no cell. */
static enum sl_status show_rest(struct trial *trial, int64_t line, int64_t event,
                                struct sl_error *err)
{
    enum sl_status status = SL_OK;
    for (size_t i = 0; i < trial->said_count && status == SL_OK; i++) {
        if (trial->said[i].shown) continue;
        const struct sl_map_try_row row = {.line = line,
                                           .event = event,
                                           .column = trial->said[i].column,
                                           .problem = trial->said[i].message};
        status = trial->sink.row(trial->sink.context, &row, err);
    }
    trial->said_count = 0;
    sl_arena_reset(&trial->memory);
    return status;
}

/* The first column of the file that a rule looks at. */
static const struct sl_map_piece *first_cell(const struct sl_map_rule *rule)
{
    for (size_t i = 0; rule != NULL && i < rule->count; i++) {
        for (size_t k = 0; rule->choices[i].usable && k < rule->choices[i].count; k++) {
            if (rule->choices[i].pieces[k].kind == SL_PIECE_CELL)
                return &rule->choices[i].pieces[k];
        }
    }
    return NULL;
}

static enum sl_status show_event(struct trial *trial, const struct sl_row *source,
                                 const struct sl_row *cells, int64_t number, struct sl_error *err)
{
    enum sl_status status = SL_OK;
    const struct sl_map *map = trial->map;
    const struct sl_map_event *event = sl_map_walk_event(trial->walk);
    for (size_t i = 0; i < cells->count && status == SL_OK && event != NULL; i++) {
        const struct sl_map_rule *rule = event->rules[i];
        const struct sl_map_piece *piece = first_cell(rule);
        struct sl_map_try_row row = {
            .line = source->line, .event = number, .column = map->header.columns[i].name};
        if (cells->cells != NULL) row.value = cells->cells[i].text;
        if (piece != NULL) {
            row.from = map->file_columns[piece->column];
            row.cell = source->cells[piece->column].text;
        }
        if (rule != NULL) row.problem = take_said(trial, rule->title);
        if (rule != NULL && row.problem == NULL) row.problem = take_said(trial, rule->column.name);
        bool blank = row.value == NULL || row.value[0] == '\0';
        if (blank && row.problem == NULL && (row.cell == NULL || row.cell[0] == '\0')) continue;
        status = trial->sink.row(trial->sink.context, &row, err);
    }
    return status == SL_OK ? show_rest(trial, source->line, number, err) : status;
}

static enum sl_status try_row(struct trial *trial, struct sl_row *row, struct sl_error *err)
{
    struct sl_row cells;
    struct sl_event_text text;
    int64_t number = 0;
    enum sl_status status = sl_map_walk_row(trial->walk, row, err);
    if (status == SL_NOTHING) {
        const struct sl_map_try_row dropped = {
            .line = row->line, .event = SL_NO_COUNT, .value = "(dropped by a condition)"};
        return trial->sink.row(trial->sink.context, &dropped, err);
    }
    while (status == SL_OK) {
        status = sl_map_walk_next(trial->walk, &cells, &trial->cells.titles, err);
        if (status == SL_NOTHING) return SL_OK;
        if (status == SL_OK) status = sl_cells_read(&trial->cells, &cells, &text, err);
        if (status == SL_FAILED) return status;
        status = show_event(trial, row, &cells, ++number, err);
    }
    return status;
}

static enum sl_status begin(struct trial *trial, const char *path, struct sl_error *err)
{
    struct sl_row header;
    struct sl_map *map = trial->map;
    enum sl_status status = sl_cells_init(&trial->cells, &trial->options, err);
    if (status == SL_OK) status = sl_row_reader_open(&trial->reader, path, &map->file, err);
    if (status == SL_OK && !map->no_header) {
        struct sl_error why;
        status = sl_row_reader_next(trial->reader, &header, &why);
        if (status == SL_NOTHING) return sl_fail(err, SL_INVALID, "%s: is empty", path);
        if (status != SL_OK)
            return sl_fail(err, status, "%s:%lld: %s", path, (long long)header.line, why.message);
        trial->problems.line = header.line;
    }
    if (status == SL_OK)
        status = sl_map_bind(map, path, trial->reader, map->no_header ? NULL : &header,
                             &trial->problems, err);
    if (status == SL_INVALID && trial->said_count > 0) {
        status = show_rest(trial, trial->problems.line, SL_NO_COUNT, err);
        return status != SL_OK ? status
                               : sl_fail(err, SL_NOTHING, "%s: the map %s does not fit its header",
                                         path, map->name);
    }
    trial->cells.header = &map->header;
    if (map->fiscal_month != 0) trial->cells.dates.fiscal_month = map->fiscal_month;
    return status == SL_OK ? sl_map_walk_new(&trial->walk, map, &trial->problems, err) : status;
}

enum sl_status sl_map_try(struct sl_map *map, const char *path, int64_t rows, struct sl_sink sink,
                          struct sl_error *err)
{
    if (map->rates_date != NULL) return sl_rates_try(map, path, rows, sink, err);
    struct trial trial = {.map = map, .sink = sink};
    struct sl_row row;
    struct sl_error why;
    trial.options = (struct sl_import_options){.on_problem = hear, .context = &trial};
    trial.problems = (struct sl_problems){.options = &trial.options, .file = path};
    trial.cells.problems = &trial.problems;
    enum sl_status status = begin(&trial, path, err);
    const bool begun = status == SL_OK;
    for (int64_t i = 0; i < rows && status == SL_OK; i++) {
        status = sl_row_reader_next(trial.reader, &row, &why);
        if (status == SL_NOTHING) break;
        trial.problems.line = row.line;
        if (status == SL_FAILED) {
            sl_fail(err, status, "%s", why.message);
        } else if (status == SL_INVALID) {
            sl_problem_add(&trial.problems, NULL, "%s", why.message);
            status = show_rest(&trial, row.line, SL_NO_COUNT, err);
        } else {
            status = try_row(&trial, &row, err);
        }
    }
    if (status == SL_NOTHING && begun) status = SL_OK;
    if (status == SL_OK && trial.problems.failed) status = sl_fail_memory(err);
    if (status == SL_OK && trial.problems.count > 0)
        status = sl_fail(err, SL_NOTHING, "%s: %lld problem%s in the rows shown", path,
                         (long long)trial.problems.count, trial.problems.count == 1 ? "" : "s");
    sl_map_walk_free(trial.walk);
    sl_row_reader_close(trial.reader);
    sl_cells_release(&trial.cells);
    sl_arena_release(&trial.memory);
    return status;
}
