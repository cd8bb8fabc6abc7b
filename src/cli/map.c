/* stakeline map try */
#include "cli/answer.h"

#include <stdio.h>

#include <stakeline/map.h>

#include "cli/maps_found.h"
#include "cli/message.h"

enum { ROWS_TRIED = 10 };

static struct row_options rows;
static const char *map_name;
static int row_count;

static const struct option options[] = {
    {.name = "map",
     .kind = OPTION_FILE,
     .store = &map_name,
     .value = "MAP",
     .help = "a map's name or its file; default: the one that recognises the file"},
    {.name = "rows",
     .kind = OPTION_NUMBER,
     .store = &row_count,
     .value = "N",
     .help = "how many rows; default: 10",
     .least = 1,
     .most = 1000000},
    ROW_OPTIONS(rows),
    {0},
};

static const char *const examples[] = {
    "stakeline map try crunchbase-rounds.csv --map crunchbase-rounds --rows 2",
    NULL,
};

static const char *const words[] = {"try", NULL};

static struct sl_map *map;

static enum sl_status ask(const struct call *call, struct sl_book *book, struct sl_output *output,
                          struct sl_error *err)
{
    (void)book;
    return sl_map_try(map, call->operands[1], row_count == 0 ? ROWS_TRIED : row_count,
                      sl_output_sink(output), err);
}

static enum sl_status run(const struct call *call, struct sl_error *err)
{
    struct map_folders folders;
    find_map_folders(&folders);
    enum sl_status status = map_name != NULL
                                ? sl_map_open(&map, map_name, folders.list, err)
                                : sl_map_recognise(&map, call->operands + 1, 1, folders.list, err);
    if (status == SL_NOTHING) {
        complain("no map knows %s; here is one to start from", call->operands[1]);
        return sl_map_suggest(call->operands[1], stdout, err);
    }
    if (status != SL_OK) return status;
    if (map_name == NULL) complain("this is in the columns of the map %s", sl_map_name(map));
    status = answer_without_book(call, &rows, &sl_map_try_row_type, ask, err);
    sl_map_close(map);
    return status;
}

const struct command map_command = {
    .name = "map",
    .operands = "try FILE",
    .summary = "show what a map makes of a file, or suggest a map for it",
    .about = "Shows the first rows as events, each cell beside what stands in the file, and "
             "stores nothing. Where no map knows the file, a map to start from is written to "
             "standard output. docs/MAPS.md says how to go on.",
    .options = options,
    .examples = examples,
    .run = run,
    .least = 2,
    .most = 2,
    .words = words,
    .files = true,
};
