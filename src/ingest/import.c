/* The import: files -> rows -> events, all or nothing. After the first problem nothing is handed to
 * the store any more, but every row is still read, so that all problems are reported at once. */
#include <stakeline/import.h>

#include <inttypes.h>
#include <string.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/text.h"
#include "ingest/cells.h"
#include "ingest/columns.h"
#include "ingest/map.h"
#include "ingest/problems.h"
#include "ingest/rejects.h"
#include "ingest/row_pipe.h"
#include "ingest/snapshot.h"
#include "store/book.h"

enum { ROWS_PER_PROGRESS = 4096 };

static const struct sl_import_options default_options;

struct importer {
    const struct sl_import_options *options;
    struct sl_import *import;
    struct sl_problems problems;
    struct sl_cells cells;
    struct sl_rejects rejects;
    struct sl_map *map; /* NULL: the files are in our own columns */
    struct sl_map_walk *walk;
    struct sl_snapshots *snapshots; /* NULL: the map says nothing of snapshots */
    int64_t mapped, dropped;
    int64_t rows, accepted, rejected;
    bool foreign;    /* a header has neither a kind nor an issuer, and there is no map */
    bool unreadable; /* a file has no header, or its rows cannot be told apart to its end */
    int64_t bytes_before, bytes_total; /* of the files before this one; of all, -1: not known */
};

/* The bytes of all files, or -1 where one of them is no ordinary file. */
static int64_t total_size(const char *const *paths, size_t count)
{
    int64_t total = 0;
    for (size_t i = 0; i < count; i++) {
        struct stat info;
        if (strcmp(paths[i], "-") == 0 || stat(paths[i], &info) != 0 || !S_ISREG(info.st_mode))
            return -1;
        total += info.st_size;
    }
    return total;
}

static void report_progress(const struct importer *importer, int64_t position)
{
    const struct sl_import_options *options = importer->options;
    if (options->on_progress == NULL) return;
    options->on_progress(options->context, importer->bytes_before + position,
                         importer->bytes_total);
}

/* A row that the reader refused. */
static void reject_row(struct importer *importer, const struct sl_header *header,
                       const struct sl_row *row, const struct sl_error *why)
{
    const struct sl_map *map = importer->map;
    const char *column = NULL;
    if (map == NULL && row->bad < header->count) column = header->columns[row->bad].name;
    if (map != NULL && row->bad < map->file_column_count) column = map->file_columns[row->bad];
    if (row->bad < row->count) {
        sl_problem_cell(&importer->problems, column, row->cells[row->bad].text, why->message);
    } else {
        sl_problem_add(&importer->problems, column, "%s", why->message);
    }
}

static bool is_blank(const struct sl_row *row)
{
    for (size_t i = 0; i < row->count; i++) {
        if (row->cells[i].length > 0) return false;
    }
    return true;
}

/* Is there any use in handing over what is read? */
static bool is_stored(const struct importer *importer)
{
    return importer->problems.count == 0 || importer->options->partial;
}

/* One row of our own columns. */
static enum sl_status import_own_row(struct importer *importer, struct sl_row *row,
                                     struct sl_error *err)
{
    struct sl_event_text event;
    enum sl_status status = sl_cells_read(&importer->cells, row, &event, err);
    if (status != SL_OK) return status;
    importer->accepted++;
    if (!is_stored(importer)) return SL_OK;
    return sl_import_event(importer->import, &event, err);
}

/* Reads the events that the map makes of the row, and hands them over where `store`. SL_INVALID
 * when one of them is not right. */
static enum sl_status walk_events(struct importer *importer, bool store, struct sl_error *err)
{
    struct sl_row cells;
    struct sl_event_text event;
    enum sl_status status, worst = SL_OK;
    while ((status = sl_map_walk_next(importer->walk, &cells, &importer->cells.titles, err)) !=
           SL_NOTHING) {
        if (status == SL_OK) status = sl_cells_read(&importer->cells, &cells, &event, err);
        if (status == SL_INVALID) {
            worst = status;
            continue;
        }
        if (status == SL_OK && importer->snapshots != NULL)
            status = sl_snapshots_check(&event, &importer->problems, &worst);
        if (status == SL_OK && store && worst == SL_OK && is_stored(importer)) {
            status = importer->snapshots != NULL
                         ? sl_snapshots_add(importer->snapshots, &event, err)
                         : sl_import_event(importer->import, &event, err);
        }
        if (status != SL_OK) return status;
    }
    return worst;
}

/* One row of somebody else's columns. In a partial import all of its events are read before the
 * first is handed over, so that a row is stored whole or not at all. */
static enum sl_status import_mapped_row(struct importer *importer, struct sl_row *row,
                                        struct sl_error *err)
{
    importer->mapped++;
    enum sl_status status = sl_map_walk_row(importer->walk, row, err);
    if (status == SL_NOTHING) {
        importer->dropped++;
        return SL_OK;
    }
    const bool twice = importer->options->partial;
    if (status == SL_OK) status = walk_events(importer, !twice, err);
    if (status == SL_OK && twice) {
        status = sl_map_walk_row(importer->walk, row, err);
        if (status == SL_OK) status = walk_events(importer, true, err);
    }
    if (status == SL_OK) importer->accepted++;
    if (status == SL_INVALID) sl_map_walk_reject(importer->walk);
    return status;
}

/* One row below the header. */
static enum sl_status import_row(struct importer *importer, struct sl_row *row,
                                 struct sl_error *err)
{
    return importer->map == NULL ? import_own_row(importer, row, err)
                                 : import_mapped_row(importer, row, err);
}

/* Counts a row that is left out, and has it written where that is wanted. */
static enum sl_status keep_reject(struct importer *importer, const struct sl_row_reader *reader,
                                  bool broke, const struct sl_row *row, struct sl_error *err)
{
    struct sl_problems *problems = &importer->problems;
    importer->rejected++;
    if (broke) importer->unreadable = true;
    if (!problems->keep || importer->unreadable) return SL_OK;
    if (problems->failed) return sl_fail_memory(err);
    const char *why = problems->kept.data != NULL ? problems->kept.data : "";
    enum sl_status status = sl_rejects_row(&importer->rejects, reader, row, why, err);
    sl_buffer_clear(&problems->kept);
    return status;
}

enum { EXPECT_FAR = 12, EXPECT_NEAR = 6 };

/* Announces the names of the rows to come. */
static void expect_names(const struct importer *importer, const struct sl_row_pipe *pipe)
{
    const struct sl_map *map = importer->map;
    const struct sl_header *header = importer->cells.header;
    const size_t *names = map != NULL ? map->name_columns : header->names;
    const size_t count = map != NULL ? map->name_column_count : header->name_count;
    const struct sl_row *far = sl_row_pipe_ahead(pipe, EXPECT_FAR);
    const struct sl_row *near = sl_row_pipe_ahead(pipe, EXPECT_NEAR);
    if (near == NULL) return;
    for (size_t i = 0; i < count; i++) {
        const size_t at = names[i];
        if (far != NULL && at < far->count)
            sl_import_expect(importer->import, far->cells[at].text, far->cells[at].length, false);
        if (at < near->count)
            sl_import_expect(importer->import, near->cells[at].text, near->cells[at].length, true);
    }
}

static enum sl_status read_rows(struct importer *importer, struct sl_row_reader *reader,
                                struct sl_row_pipe *pipe, struct sl_error *err)
{
    struct sl_row row;
    struct sl_error why;
    enum sl_status status;
    while ((status = sl_row_pipe_next(pipe, &row, &why)) != SL_NOTHING) {
        importer->problems.line = row.line;
        expect_names(importer, pipe);
        if (status == SL_FAILED) return sl_fail(err, status, "%s", why.message);
        if (status == SL_INVALID) {
            reject_row(importer, importer->cells.header, &row, &why);
        } else if (!is_blank(&row)) {
            status = import_row(importer, &row, err);
        }
        if (status == SL_INVALID)
            status = keep_reject(importer, reader, sl_row_pipe_broke(pipe), &row, err);
        if (status != SL_OK) return status;
        if (importer->problems.count >= SL_PROBLEMS_MAX && !importer->options->partial) break;
        if (++importer->rows % ROWS_PER_PROGRESS == 0)
            report_progress(importer, sl_row_pipe_position(pipe));
    }
    return SL_OK;
}

static enum sl_status import_rows(struct importer *importer, struct sl_row_reader *reader,
                                  struct sl_error *err)
{
    struct sl_row_pipe *pipe = NULL;
    const bool raw = importer->options->rejects != NULL;
    enum sl_status status = sl_row_pipe_open(&pipe, reader, raw, err);
    if (status == SL_OK) status = read_rows(importer, reader, pipe, err);
    sl_row_pipe_close(pipe);
    return status;
}

static bool has_cell(const struct sl_row *row, const char *text)
{
    for (size_t i = 0; i < row->count; i++) {
        if (sl_text_same(row->cells[i].text, text)) return true;
    }
    return false;
}

/* What is made of the header row: our own columns, or the map's. */
static enum sl_status use_header(struct importer *importer, struct sl_row_reader *reader,
                                 struct sl_header *header, const struct sl_row *row,
                                 struct sl_error *err)
{
    struct sl_problems *problems = &importer->problems;
    if (importer->map == NULL) {
        importer->foreign |= !has_cell(row, "kind") && !has_cell(row, "issuer");
        return sl_header_read(header, row, problems, err);
    }
    return sl_map_bind(importer->map, problems->file, reader, row, problems, err);
}

/* The header row; SL_INVALID after its problems were handed on. */
static enum sl_status import_header(struct importer *importer, struct sl_row_reader *reader,
                                    struct sl_header *header, struct sl_error *err)
{
    const char *file = importer->problems.file;
    const char *encoding = importer->map != NULL ? importer->map->file.encoding : NULL;
    if (importer->map != NULL && importer->map->no_header) {
        enum sl_status source =
            sl_rejects_source(&importer->rejects, file, reader, NULL, encoding, err);
        return source != SL_OK ? source : use_header(importer, reader, header, NULL, err);
    }
    struct sl_row row;
    struct sl_error why;
    enum sl_status status = sl_row_reader_next(reader, &row, &why);
    importer->problems.line = row.line;
    switch (status) {
    case SL_OK:
        status = sl_rejects_source(&importer->rejects, file, reader, &row, encoding, err);
        return status != SL_OK ? status : use_header(importer, reader, header, &row, err);
    case SL_NOTHING:
        importer->problems.line = 1;
        sl_problem_add(&importer->problems, NULL,
                       "expected a header row with the names of the columns, found an empty file");
        return SL_INVALID;
    case SL_INVALID: reject_row(importer, header, &row, &why); return SL_INVALID;
    default: return sl_fail(err, status, "%s", why.message);
    }
}

static enum sl_status import_file(struct importer *importer, const char *path, struct sl_error *err)
{
    struct sl_row_reader *reader = NULL;
    struct sl_header header = {0};
    struct sl_row_options how = {0};
    if (importer->map != NULL) how = importer->map->file;
    how.keep_raw = importer->options->rejects != NULL;
    how.no_blank_rows = true;
    enum sl_status status = sl_row_reader_open(&reader, path, &how, err);
    if (status != SL_OK) goto done;
    importer->problems.file = path;
    status = importer->snapshots != NULL ? sl_snapshots_file(importer->snapshots, path, err)
                                         : sl_import_file(importer->import, path, err);
    if (status != SL_OK) goto done;
    status = import_header(importer, reader, &header, err);
    if (status == SL_INVALID) {
        status = SL_OK; /* the other files are still looked at */
        importer->unreadable = true;
    } else if (status == SL_OK) {
        importer->cells.header = importer->map == NULL ? &header : &importer->map->header;
        status = import_rows(importer, reader, err);
    }
    report_progress(importer, sl_row_reader_position(reader));
    importer->bytes_before += sl_row_reader_position(reader);
done:
    importer->cells.header = NULL;
    sl_header_release(&header);
    sl_row_reader_close(reader);
    return status;
}

static enum sl_status use_map(struct importer *importer, struct sl_book *book, struct sl_map *map,
                              struct sl_error *err)
{
    importer->map = map;
    if (map->rates_date != NULL)
        return sl_fail(err, SL_MISUSE, "the map %s is of exchange rates, not of events", map->name);
    if (importer->options->dates.format != NULL)
        return sl_fail(err, SL_MISUSE,
                       "a date format and a map: the map says how dates are written");
    if (map->fiscal_month != 0) importer->cells.dates.fiscal_month = map->fiscal_month;
    enum sl_status status = sl_map_walk_new(&importer->walk, map, &importer->problems, err);
    if (status == SL_OK && map->snapshot != SL_SNAPSHOT_NONE)
        status = sl_snapshots_new(&importer->snapshots, book, importer->import, map, err);
    return status;
}

static enum sl_status importer_begin(struct importer *importer, struct sl_book *book,
                                     const struct sl_import_options *options, struct sl_error *err)
{
    importer->options = options != NULL ? options : &default_options;
    importer->problems.options = importer->options;
    if (importer->options->rejects != NULL && !importer->options->partial)
        return sl_fail(err, SL_MISUSE, "rejects are written by partial imports only");
    struct sl_map *map = importer->options->map;
    enum sl_status status = sl_cells_init(&importer->cells, importer->options, err);
    if (status == SL_OK)
        status = sl_import_begin(&importer->import, book, map == NULL ? NULL : map->name, err);
    if (status == SL_OK && map != NULL) status = use_map(importer, book, map, err);
    importer->cells.import = importer->import;
    importer->cells.problems = &importer->problems;
    return status;
}

static void importer_end(struct importer *importer)
{
    sl_cells_release(&importer->cells);
    sl_map_walk_free(importer->walk);
    sl_snapshots_free(importer->snapshots);
    sl_import_end(importer->import);
    sl_buffer_release(&importer->problems.kept);
    sl_rejects_end(&importer->rejects, false, NULL);
}

static enum sl_status summary(const struct importer *importer, const char *what,
                              struct sl_error *err)
{
    int64_t problems = importer->problems.count, rows = importer->rejected;
    if (problems >= SL_PROBLEMS_MAX) {
        return sl_fail(err, SL_INVALID,
                       "%s: %d problems, where reading stopped; nothing was stored", what,
                       SL_PROBLEMS_MAX);
    }
    if (rows == 0) {
        return sl_fail(err, SL_INVALID, "%s: %" PRId64 " problem%s; nothing was stored", what,
                       problems, problems == 1 ? "" : "s");
    }
    return sl_fail(err, SL_INVALID,
                   "%s: %" PRId64 " problem%s in %" PRId64 " row%s; nothing was "
                   "stored",
                   what, problems, problems == 1 ? "" : "s", rows, rows == 1 ? "" : "s");
}

/* Commits what was handed over, or says what was wrong with it. */
static enum sl_status importer_finish(struct importer *importer, const char *what, bool copies,
                                      struct sl_import_result *result, struct sl_error *err)
{
    enum sl_status status = SL_OK;
    if (importer->snapshots != NULL && importer->options->partial && importer->rejected > 0) {
        importer->problems.line = 0;
        sl_problem_add(&importer->problems, NULL,
                       "a snapshot without the rows that are rejected would take what they hold to "
                       "be gone: it is imported whole or not at all");
        importer->unreadable = true;
    }
    if (importer->snapshots != NULL && is_stored(importer) && !importer->unreadable)
        status = sl_snapshots_store(importer->snapshots, &importer->problems, result, err);
    if (importer->problems.failed) status = sl_fail_memory(err);
    if (status != SL_OK && status != SL_INVALID) return status;
    if (status == SL_INVALID) importer->unreadable = true;
    result->rejected = importer->rejected;
    result->problems = importer->problems.count;
    result->foreign = importer->foreign;
    result->rows = importer->mapped;
    result->dropped = importer->dropped;
    const bool partial = importer->options->partial && !importer->unreadable;
    if (importer->problems.count > 0 && !partial) return summary(importer, what, err);
    /* First the rejects: a row is never lost between the file and the book. */
    status = sl_rejects_end(&importer->rejects, true, err);
    if (status != SL_OK) return status;
    if (importer->accepted == 0 && importer->rejected > 0) return summary(importer, what, err);
    return sl_import_commit(importer->import, importer->options->dry_run, copies,
                            importer->rejected, result, err);
}

enum sl_status sl_import_files(struct sl_book *book, const char *const *paths, size_t count,
                               const struct sl_import_options *options,
                               struct sl_import_result *result, struct sl_error *err)
{
    struct importer importer = {.bytes_total = total_size(paths, count)};
    struct sl_import_result ignored;
    if (result == NULL) result = &ignored;
    *result = (struct sl_import_result){0};
    if (count == 0) return sl_fail(err, SL_MISUSE, "there is no file to import");
    enum sl_status status = importer_begin(&importer, book, options, err);
    if (status == SL_OK)
        status = sl_rejects_init(&importer.rejects, importer.options->rejects, paths, count, err);
    importer.problems.keep = importer.options->rejects != NULL;
    for (size_t i = 0; i < count && status == SL_OK; i++)
        status = import_file(&importer, paths[i], err);
    if (status == SL_OK) {
        const char *what = count == 1 ? paths[0] : "the files";
        status = importer_finish(&importer, what, false, result, err);
    }
    importer_end(&importer);
    return status;
}

static enum sl_status copy_cell(struct sl_arena *memory, const char *text, struct sl_row_cell *out,
                                struct sl_error *err)
{
    if (text == NULL) text = "";
    out->length = strlen(text);
    out->text = sl_arena_copy(memory, text, out->length);
    if (out->text == NULL) return sl_fail_memory(err);
    sl_row_cell_trim(out);
    return SL_OK;
}

/* Copies the cells into two rows, the column names and the texts, as a reader would hand them out.
 */
static enum sl_status make_rows(struct importer *importer, struct sl_arena *memory,
                                const struct sl_cell *cells, size_t count, struct sl_row rows[2],
                                struct sl_error *err)
{
    struct sl_row_cell *both = sl_arena_alloc(memory, (2 * count + 1) * sizeof *both);
    if (both == NULL) return sl_fail_memory(err);
    rows[0] = (struct sl_row){.cells = both, .count = count, .bad = SL_ROW_NO_CELL};
    rows[1] = (struct sl_row){.cells = both + count, .count = count, .bad = SL_ROW_NO_CELL};
    for (size_t i = 0; i < count; i++) {
        enum sl_status status = copy_cell(memory, cells[i].column, &rows[0].cells[i], err);
        if (status == SL_OK) status = copy_cell(memory, cells[i].text, &rows[1].cells[i], err);
        if (status != SL_OK) return status;
        for (size_t k = 0; k < 2; k++) {
            const struct sl_row_cell *cell = &rows[k].cells[i];
            if (sl_text_is_utf8(cell->text, cell->length)) continue;
            sl_problem_cell(&importer->problems, k == 0 ? NULL : cells[i].column, cell->text,
                            "expected UTF-8");
        }
    }
    return importer->problems.count == 0 ? SL_OK : SL_INVALID;
}

enum sl_status sl_add_event(struct sl_book *book, const struct sl_cell *cells, size_t count,
                            const struct sl_import_options *options,
                            struct sl_import_result *result, struct sl_error *err)
{
    static const char source[] = "(command line)";
    struct importer importer = {.problems = {.file = source}};
    struct sl_header header = {0};
    struct sl_arena memory = {0};
    struct sl_row rows[2];
    struct sl_import_result ignored;
    if (result == NULL) result = &ignored;
    *result = (struct sl_import_result){0};
    enum sl_status status = importer_begin(&importer, book, options, err);
    if (status == SL_OK) status = sl_import_file(importer.import, source, err);
    if (status != SL_OK) goto done;
    importer.cells.header = &header;
    status = make_rows(&importer, &memory, cells, count, rows, err);
    if (status == SL_OK) status = sl_header_read(&header, &rows[0], &importer.problems, err);
    if (status == SL_OK) {
        status = import_row(&importer, &rows[1], err);
        importer.rejected = status == SL_INVALID;
    }
    if (status == SL_OK || status == SL_INVALID)
        status = importer_finish(&importer, source, true, result, err);
done:
    importer_end(&importer);
    sl_header_release(&header);
    sl_arena_release(&memory);
    return status;
}
