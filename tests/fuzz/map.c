/* A map and a file for it, apart by a line "====": the map is read or refused with its line; what
 * is made of the file is the same when it is shown and when it is imported. */
#include <stakeline/map.h>

#include <stdlib.h>
#include <string.h>

#include "fuzz.h"

static struct sl_book *book;
static const char *map_path, *csv_path;

static enum sl_status ignore(void *context, const void *row, struct sl_error *err)
{
    (void)context, (void)row, (void)err;
    return SL_OK;
}

static void import_by(struct sl_map *map, bool partial)
{
    struct sl_import_result result = {0};
    struct sl_error err = {0};
    const struct sl_import_options options = {.map = map, .partial = partial};
    enum sl_status status = sl_import_files(book, &csv_path, 1, &options, &result, &err);
    fuzz_require(status == SL_OK || status == SL_INVALID, "a mapped file is imported or refused",
                 err.message);
    if (result.import == 0) return;
    fuzz_require(sl_book_verify(book, NULL, NULL, NULL, &err) == SL_OK,
                 "what was stored is verified", err.message);
    fuzz_require(sl_undo(book, result.import, NULL, &err) == SL_OK, "an import is taken back",
                 err.message);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char line[] = "\n====\n";
    struct sl_map *map = NULL;
    struct sl_error err = {0};
    const char *none[] = {NULL};
    if (book == NULL) {
        book = fuzz_book(fuzz_path("map.db"));
        map_path = fuzz_path("fuzzed.ini");
        csv_path = fuzz_path("mapped.csv");
    }
    char *text = fuzz_text(data, size);
    char *split = strstr(text, line);
    const size_t map_size = split == NULL ? size : (size_t)(split - text) + 1;
    const size_t csv_at = split == NULL ? size : map_size + sizeof line - 2;
    fuzz_write(map_path, data, map_size);
    fuzz_write(csv_path, data + csv_at, size - csv_at);
    enum sl_status status = sl_map_open(&map, map_path, none, &err);
    fuzz_require(status == SL_OK || (status == SL_INVALID && err.message[0] != '\0'),
                 "a map is read, or refused with a reason", err.message);
    if (status == SL_OK) {
        status = sl_map_try(map, csv_path, 5, (struct sl_sink){ignore, NULL}, &err);
        fuzz_require(status == SL_OK || status == SL_NOTHING || status == SL_INVALID,
                     "a map is tried, or says why not", err.message);
        import_by(map, false);
        import_by(map, true);
        sl_map_close(map);
    }
    free(text);
    return 0;
}
