/* stakeline help */
#include "cli/help.h"

static const struct option options[] = {{0}};

static const char *const examples[] = {"stakeline help", "stakeline help timeline", NULL};

static enum sl_status run(const struct call *call, struct sl_error *err)
{
    (void)err;
    if (call->count == 0) {
        print_overview(stdout);
        return SL_OK;
    }
    const struct command *command = find_command(call->operands[0]);
    if (command == NULL) return unknown_command(call->operands[0]);
    print_help(stdout, command);
    return SL_OK;
}

const struct command help_command = {
    .name = "help",
    .operands = "[COMMAND]",
    .summary = "list the commands, or say more of one",
    .options = options,
    .examples = examples,
    .run = run,
    .most = 1,
};
