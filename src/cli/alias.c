/* stakeline alias */
#include <inttypes.h>
#include <string.h>

#include <stakeline/aliases.h>

#include "cli/answer.h"
#include "cli/message.h"
#include "cli/names.h"
#include "cli/progress.h"

static const struct option options[] = {{0}};

static const char *const examples[] = {"stakeline alias Nissan \"Nissan Motor Co., Ltd.\"",
                                       "stakeline alias import aliases.csv", NULL};

enum sl_status alias_name(const struct call *call, const char *name, const char *alias,
                          struct sl_error *err)
{
    struct sl_book *book = NULL;
    enum sl_status status = open_book(&book, call, SL_ACCESS_WRITE, err);
    if (status == SL_OK) status = sl_entity_alias(book, name, alias, err);
    sl_book_close(book);
    return status;
}

static void tell_problem(void *context, const struct sl_problem *problem)
{
    (void)context;
    complain_of(problem);
}

static enum sl_status import_aliases(const struct call *call, const char *path,
                                     struct sl_error *err)
{
    struct sl_book *book = NULL;
    int64_t count = 0;
    const struct sl_import_options how = {.on_problem = tell_problem};
    enum sl_status status = open_book(&book, call, SL_ACCESS_WRITE, err);
    if (status == SL_OK) status = sl_aliases_import(book, path, &how, &count, err);
    sl_book_close(book);
    if (status == SL_OK) say("read %" PRId64 " name%s", count, count == 1 ? "" : "s");
    return status;
}

static enum sl_status run(const struct call *call, struct sl_error *err)
{
    if (strcmp(call->operands[0], "import") == 0)
        return import_aliases(call, call->operands[1], err);
    return alias_name(call, call->operands[0], call->operands[1], err);
}

const struct command alias_command = {
    .name = "alias",
    .operands = "NAME ALIAS | import FILE",
    .summary = "give an entity another name or an identifier",
    .about = "ALIAS is a name, or an identifier that starts with lei:, isin:, ticker:, "
             "cik: or permalink:. The same as 'stakeline entities alias'.\n"
             "import: FILE is a CSV file with the columns name and alias; all of them are given, "
             "or none. An entity called 'import' gets its alias by 'stakeline entities alias'.",
    .options = options,
    .examples = examples,
    .run = run,
    .least = 2,
    .most = 2,
    .files = true,
};
