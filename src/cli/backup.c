/* stakeline backup */
#include "cli/answer.h"

static bool force;

static const struct option options[] = {
    {.name = "force",
     .kind = OPTION_FLAG,
     .store = &force,
     .help = "replace the file if it is there already"},
    {0},
};

static const char *const examples[] = {"stakeline backup stakeline-copy.db",
                                       "stakeline backup --force stakeline-copy.db", NULL};

static enum sl_status run(const struct call *call, struct sl_error *err)
{
    struct sl_book *book = NULL;
    enum sl_status status = open_book(&book, call, SL_ACCESS_READ, err);
    if (status == SL_OK) status = sl_book_backup(book, call->operands[0], force, err);
    sl_book_close(book);
    return status;
}

const struct command backup_command = {
    .name = "backup",
    .operands = "FILE",
    .summary = "copy the database as it is at this moment",
    .about = "Safe while others import, unlike a copy of the file. FILE is a database like any "
             "other: 'stakeline --db FILE verify' checks it. It appears when it is whole.",
    .options = options,
    .examples = examples,
    .run = run,
    .least = 1,
    .most = 1,
    .files = true,
};
