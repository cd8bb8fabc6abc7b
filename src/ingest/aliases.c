/* Other names and identifiers from a file with the columns name and alias, all or nothing. */
#include <stakeline/aliases.h>

#include <stdlib.h>

#include "base/arena.h"
#include "base/text.h"
#include "base/vector.h"
#include "ingest/problems.h"
#include "ingest/row_reader.h"

enum { NAMES_MOST = 1000000 };

static const struct sl_import_options no_options;

struct reading {
    struct sl_problems problems;
    struct sl_alias *aliases;
    int64_t *lines; /* of each alias */
    size_t count, capacity, line_capacity;
    struct sl_arena memory;
};

static bool is_header(const struct sl_row *row)
{
    return row->count == 2 && sl_text_same(row->cells[0].text, "name") &&
           sl_text_same(row->cells[1].text, "alias");
}

static enum sl_status add_alias(struct reading *reading, const struct sl_row *row,
                                struct sl_error *err)
{
    static const char *const columns[] = {"name", "alias"};
    struct sl_alias alias = {.name = row->cells[0].text, .alias = row->cells[1].text};
    if (row->cells[0].length == 0 && row->cells[1].length == 0) return SL_OK;
    for (size_t i = 0; i < 2; i++) {
        if (row->cells[i].length > 0) continue;
        sl_problem_cell(&reading->problems, columns[i], "", "expected a name");
        return SL_OK;
    }
    for (size_t i = 0; i < 2; i++) {
        if (row->cells[i].length <= SL_NAME_MAX) continue;
        sl_problem_cell(&reading->problems, columns[i], row->cells[i].text,
                        "expected at most 512 bytes");
        return SL_OK;
    }
    if (reading->count == NAMES_MOST) {
        sl_problem_add(&reading->problems, NULL, "expected at most %d names in a file", NAMES_MOST);
        return SL_INVALID;
    }
    if (!sl_arena_keep(&reading->memory, &alias.name) ||
        !sl_arena_keep(&reading->memory, &alias.alias) ||
        !sl_vector_grow(&reading->aliases, reading->count, &reading->capacity, sizeof alias) ||
        !sl_vector_grow(&reading->lines, reading->count, &reading->line_capacity,
                        sizeof *reading->lines))
        return sl_fail_memory(err);
    reading->lines[reading->count] = row->line;
    reading->aliases[reading->count++] = alias;
    return SL_OK;
}

static enum sl_status read_file(struct reading *reading, const char *path, struct sl_error *err)
{
    struct sl_row_reader *reader = NULL;
    struct sl_row row;
    struct sl_error why;
    bool header = true;
    enum sl_status status = sl_row_reader_open(&reader, path, NULL, err);
    while (status == SL_OK && reading->problems.count < SL_PROBLEMS_MAX) {
        status = sl_row_reader_next(reader, &row, &why);
        reading->problems.line = row.line;
        if (status == SL_NOTHING && !header) break;
        if (status == SL_FAILED) {
            status = sl_fail(err, status, "%s", why.message);
        } else if (status == SL_INVALID) {
            sl_problem_add(&reading->problems, NULL, "%s", why.message);
            status = SL_OK;
        } else if (header && (status == SL_NOTHING || !is_header(&row))) {
            sl_problem_add(&reading->problems, NULL, "expected the columns name,alias");
            break;
        } else if (!header) {
            status = add_alias(reading, &row, err);
        }
        header = false;
    }
    sl_row_reader_close(reader);
    return status == SL_FAILED ? status : SL_OK;
}

static void tell(void *context, size_t number, const char *message)
{
    struct reading *reading = context;
    reading->problems.line = reading->lines[number];
    sl_problem_add(&reading->problems, NULL, "%s", message);
}

enum sl_status sl_aliases_import(struct sl_book *book, const char *path,
                                 const struct sl_import_options *options, int64_t *count,
                                 struct sl_error *err)
{
    struct reading reading = {
        .problems = {.options = options != NULL ? options : &no_options, .file = path}};
    enum sl_status status = read_file(&reading, path, err);
    if (status == SL_OK && reading.problems.count == 0)
        status = sl_entity_aliases(book, reading.aliases, reading.count, tell, &reading, err);
    if (reading.problems.failed) status = sl_fail_memory(err);
    if (reading.problems.count > 0 && (status == SL_OK || status == SL_INVALID)) {
        status = sl_fail(err, SL_INVALID, "%s: %lld problem%s; nothing was stored", path,
                         (long long)reading.problems.count, reading.problems.count == 1 ? "" : "s");
    }
    if (status == SL_OK && count != NULL) *count = (int64_t)reading.count;
    free(reading.aliases);
    free(reading.lines);
    sl_arena_release(&reading.memory);
    return status;
}
