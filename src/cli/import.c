/* stakeline import: the library reads and stores; said here are what is wrong, how far it is and
 * what came of it. */
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <stakeline/import.h>
#include <stakeline/map.h>

#include "cli/answer.h"
#include "cli/import_rates.h"
#include "cli/maps_found.h"
#include "cli/message.h"
#include "cli/progress.h"

static struct sl_import_options import;
static const char *map_name;

static const struct option options[] = {
    {.name = "map",
     .kind = OPTION_FILE,
     .store = &map_name,
     .value = "MAP",
     .help = "how files with other columns are read: a map's name ('stakeline maps' lists them) "
             "or its file; without it, a header that a map knows is recognised"},
    {.name = "dry-run",
     .kind = OPTION_FLAG,
     .store = &import.dry_run,
     .help = "check everything and say what would be imported; store nothing"},
    {.name = "partial",
     .kind = OPTION_FLAG,
     .store = &import.partial,
     .help = "leave out the rows with something wrong, and store the others"},
    {.name = "rejects",
     .kind = OPTION_FILE,
     .store = &import.rejects,
     .value = "FILE",
     .help = "with --partial: write the rows that are left out to FILE, as they stand in the "
             "source, each with what is wrong with it in a last column, x_error"},
    {.name = "known",
     .kind = OPTION_TEXT,
     .store = &import.known,
     .value = "DATE",
     .help = "when the rows that state no known date were published; default: their own date"},
    {.name = "source",
     .kind = OPTION_TEXT,
     .store = &import.source,
     .value = "TEXT",
     .help = "the source of the rows that state none"},
    {.name = "date-format",
     .kind = OPTION_TEXT,
     .store = &import.dates.format,
     .value = "FORMAT",
     .help = "how the files write dates, tried first: %d, %m, %Y, %y, %b, %B and what stands "
             "between them, as in %d/%m/%Y"},
    {.name = "fiscal-year-start",
     .kind = OPTION_NUMBER,
     .store = &import.dates.fiscal_month,
     .value = "MONTH",
     .help = "month (1 to 12) in which FY2024-25 begins; default: 4",
     .least = 1,
     .most = 12},
    {0},
};

static const char *const examples[] = {
    "stakeline import --dry-run deals.csv",
    "stakeline import deals.csv",
    "stakeline import --partial --rejects rejects.csv deals.csv",
    "stakeline import --source \"annual report\" --fiscal-year-start 1 - < deals.csv",
    NULL,
};

static void tell_problem(void *context, const struct sl_problem *problem)
{
    erase_progress(context);
    complain_of(problem);
}

static void tell_progress(void *context, int64_t bytes_read, int64_t bytes_total)
{
    show_progress(context, bytes_read, bytes_total);
}

static void tell_result(const struct sl_import_result *result)
{
    char number[32] = "";
    if (result->import > 0) snprintf(number, sizeof number, " as import #%" PRId64, result->import);
    say("%s %" PRId64 " events (%" PRId64 " duplicates skipped, %" PRId64 " rejected)%s",
        import.dry_run ? "would import" : "imported", result->events, result->duplicates,
        result->rejected, number);
}

/* Where the rows went. */
static void tell_rows(const struct sl_import_result *result)
{
    char snapshot[96] = "";
    if (result->unchanged > 0 || result->inferred > 0)
        snprintf(snapshot, sizeof snapshot,
                 ", %" PRId64 " unchanged, %" PRId64 " inferred to be gone", result->unchanged,
                 result->inferred);
    complain("map %s: %" PRId64 " rows, %" PRId64 " dropped by its conditions%s",
             sl_map_name(import.map), result->rows, result->dropped, snapshot);
}

enum { PROBLEMS_TOLD = 50 };

static enum sl_status import_into(struct sl_book *book, const struct call *call,
                                  struct sl_error *err)
{
    struct progress progress;
    begin_progress(&progress);
    import.on_problem = tell_problem;
    import.on_progress = tell_progress;
    import.context = &progress;
    struct sl_import_result result = {0};
    enum sl_status status =
        sl_import_files(book, call->operands, call->count, &import, &result, err);
    erase_progress(&progress);
    if (result.problems > PROBLEMS_TOLD)
        complain("and %" PRId64 " more problems", result.problems - PROBLEMS_TOLD);
    if (result.foreign)
        complain("no map knows these columns: 'stakeline map try FILE' writes one to start from");
    if (status == SL_OK && import.map != NULL) tell_rows(&result);
    if (status == SL_OK) tell_result(&result);
    return status;
}

/* The map that was named, or one that knows the files' headers; which one is said. */
static enum sl_status find_map(const struct call *call, struct sl_error *err)
{
    struct map_folders folders;
    find_map_folders(&folders);
    if (map_name != NULL) return sl_map_open(&import.map, map_name, folders.list, err);
    enum sl_status status =
        sl_map_recognise(&import.map, call->operands, call->count, folders.list, err);
    if (status == SL_OK) complain("this is in the columns of the map %s", sl_map_name(import.map));
    return status == SL_NOTHING ? SL_OK : status;
}

/* A dry run before the first import leaves no database behind: it has one of its own. */
static enum sl_status rehearse(const struct call *call, struct sl_error *err)
{
    const char *parent = getenv("TMPDIR");
    char folder[1024], file[sizeof folder + sizeof "/book.db"];
    int length = snprintf(folder, sizeof folder, "%s/stakeline-XXXXXX",
                          parent == NULL || *parent == '\0' ? "/tmp" : parent);
    if (length < 0 || (size_t)length >= sizeof folder)
        return fail(err, SL_FAILED, "$TMPDIR is too long");
    if (mkdtemp(folder) == NULL) return fail(err, SL_FAILED, "%s: %s", folder, strerror(errno));
    snprintf(file, sizeof file, "%s/book.db", folder);
    struct sl_book *book = NULL;
    enum sl_status status = sl_book_open(&book, file, SL_ACCESS_CREATE, err);
    if (status == SL_OK) status = import_into(book, call, err);
    sl_book_close(book);
    unlink(file);
    rmdir(folder);
    return status;
}

/* Files of exchange rates are all or nothing, and their rows have no source. */
static enum sl_status take_rates(const struct call *call, struct sl_error *err)
{
    if (import.partial || import.known != NULL || import.source != NULL ||
        import.dates.fiscal_month != 0 || import.dates.format != NULL)
        return misuse(call->command,
                      "files of exchange rates are imported with --map and --dry-run only");
    return import_rates(call, call->operands, call->count, &import, err);
}

static enum sl_status run(const struct call *call, struct sl_error *err)
{
    if (import.rejects != NULL && !import.partial)
        return misuse(call->command, "--rejects is about the rows that --partial leaves out");
    if (import.rejects != NULL && strcmp(import.rejects, "-") == 0)
        return misuse(call->command, "--rejects takes a file: standard output has the summary");
    enum sl_status status = find_map(call, err);
    if (status != SL_OK) return status;
    if (import.map != NULL && sl_map_is_of_rates(import.map)) {
        status = take_rates(call, err);
    } else if (import.dry_run && faccessat(AT_FDCWD, call->db, F_OK, 0) != 0 && errno == ENOENT) {
        status = rehearse(call, err);
    } else {
        struct sl_book *book = NULL;
        status = open_book(&book, call, SL_ACCESS_CREATE, err);
        if (status == SL_OK) status = import_into(book, call, err);
        if (status == SL_OK) {
            sl_book_close(book);
        } else {
            sl_book_discard(book);
        }
    }
    sl_map_close(import.map);
    import.map = NULL;
    return status;
}

const struct command import_command = {
    .name = "import",
    .operands = "FILE...",
    .summary = "read files of events, or others through a map, into the log",
    .about = "All or nothing: when a cell of any file is wrong, everything wrong is listed "
             "and nothing is stored. A row that is stored already is skipped, so importing "
             "a file again changes nothing. '-' is standard input. The database is made "
             "where there is none.\n"
             "With --partial the good rows are stored, what is wrong with the others is listed, "
             "and the exit status is 0. A file of rejects is imported as it is, once mended: "
             "its column x_error is passed over. It is written only when rows were rejected.",
    .options = options,
    .examples = examples,
    .run = run,
    .least = 1,
    .most = ANY_NUMBER,
    .files = true,
};
