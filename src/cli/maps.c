/* stakeline maps */
#include "cli/answer.h"

#include <stakeline/map.h>

#include "cli/maps_found.h"

static struct row_options rows;

static const struct option options[] = {ROW_OPTIONS(rows), {0}};

static const char *const examples[] = {"stakeline maps", "stakeline maps --format csv", NULL};

static enum sl_status ask(const struct call *call, struct sl_book *book, struct sl_output *output,
                          struct sl_error *err)
{
    struct map_folders folders;
    (void)call;
    (void)book;
    find_map_folders(&folders);
    return sl_maps(folders.list, sl_output_sink(output), err);
}

static enum sl_status run(const struct call *call, struct sl_error *err)
{
    return answer_without_book(call, &rows, &sl_map_row_type, ask, err);
}

const struct command maps_command = {
    .name = "maps",
    .operands = "",
    .summary = "list the maps, by which files with other columns are imported",
    .about = "Maps are looked for in ~/.config/stakeline/maps ($XDG_CONFIG_HOME) and then among "
             "those that come with stakeline, or in $STAKELINE_MAPS. One in the first with the "
             "name of one in the second takes its place. 'map try' shows what a map makes of a "
             "file.",
    .options = options,
    .examples = examples,
    .run = run,
};
