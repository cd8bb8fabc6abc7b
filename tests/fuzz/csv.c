/* A file of events: refused whole with a reason, or stored, answered from, exported, taken back
 * without a trace, and imported from the export as the same log. */
#include <stdlib.h>
#include <string.h>

#include "fuzz.h"

static struct sl_book *book;
static const char *input, *first, *second, *rejects;

static void note_problem(void *context, const struct sl_problem *problem)
{
    (void)context;
    fuzz_require(problem->message != NULL && problem->message[0] != '\0',
                 "a problem says what it is", problem->file);
}

static struct sl_import_result import(const char *path, bool partial)
{
    struct sl_import_result result = {0};
    struct sl_error err = {0};
    const struct sl_import_options options = {
        .partial = partial, .rejects = partial ? rejects : NULL, .on_problem = note_problem};
    enum sl_status status = sl_import_files(book, &path, 1, &options, &result, &err);
    fuzz_require(status == SL_OK ||
                     (status == SL_INVALID && result.problems > 0 && result.import == 0),
                 "a file is imported, or refused with problems", err.message);
    return result;
}

static void take_back(const struct sl_import_result *result)
{
    int64_t events = 0;
    struct sl_error err = {0};
    enum sl_status status = sl_undo(book, result->import, &events, &err);
    fuzz_require(status == SL_OK && events == result->events, "an import is taken back",
                 err.message);
    fuzz_require(sl_entities(book, NULL, (struct sl_sink){NULL, NULL}, &err) == SL_NOTHING,
                 "an import that is taken back leaves no name", err.message);
}

static void check_log(const struct sl_import_result *result)
{
    struct sl_error err = {0};
    size_t one_length, two_length;
    fuzz_require(sl_book_verify(book, NULL, NULL, NULL, &err) == SL_OK,
                 "what was stored is verified", err.message);
    fuzz_ask_everything(book);
    fuzz_require(fuzz_export(book, first), "a log is exported", "");
    take_back(result);
    struct sl_import_result again = import(first, false);
    fuzz_require(again.events == result->events, "an export imports whole", "");
    fuzz_require(fuzz_export(book, second), "a log is exported again", "");
    take_back(&again);
    char *one = fuzz_read(first, &one_length), *two = fuzz_read(second, &two_length);
    fuzz_require(one_length == two_length && memcmp(one, two, one_length) == 0,
                 "an export of an import of an export is the same", two);
    free(one);
    free(two);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (book == NULL) {
        book = fuzz_book(fuzz_path("csv.db"));
        input = fuzz_path("input.csv");
        first = fuzz_path("first.csv");
        second = fuzz_path("second.csv");
        rejects = fuzz_path("rejects.csv");
    }
    fuzz_write(input, data, size);
    struct sl_import_result result = import(input, false);
    if (result.import == 0) result = import(input, true);
    if (result.import != 0) check_log(&result);
    return 0;
}
