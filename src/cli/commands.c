/* The list of commands, in the order in which a newcomer meets them. */
#include <string.h>

#include "cli/command.h"

extern const struct command import_command, add_command, timeline_command, holders_command,
    holdings_command, snapshot_command, rounds_command, deals_command, diff_command,
    thresholds_command, lookthrough_command, control_command, check_command, explain_command,
    chart_command, report_command, entities_command, alias_command, merge_command, rates_command,
    export_command, imports_command, map_command, maps_command, undo_command, verify_command,
    backup_command, help_command, generate_command;

/* clang-format off: one a line */
const struct command *const commands[] = {
    &import_command,     &add_command,         &timeline_command,
    &holders_command,    &holdings_command,    &snapshot_command,
    &rounds_command,     &deals_command,       &diff_command,
    &thresholds_command, &lookthrough_command, &control_command,
    &explain_command,    &check_command,       &chart_command,
    &report_command,     &entities_command,    &alias_command,
    &merge_command,      &rates_command,       &export_command,
    &imports_command,    &map_command,         &maps_command,
    &undo_command,       &verify_command,      &backup_command,
    &help_command,       &generate_command,    NULL,
};
/* clang-format on */

const struct command *find_command(const char *name)
{
    for (const struct command *const *c = commands; *c != NULL; c++) {
        if (strcmp((*c)->name, name) == 0) return *c;
    }
    return NULL;
}
