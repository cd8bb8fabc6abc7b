/* stakeline alias */
#include <stakeline/entity.h>

#include "cli/answer.h"
#include "cli/names.h"

static const struct option options[] = {{0}};

static const char *const examples[] = {"stakeline alias Nissan \"Nissan Motor Co., Ltd.\"", NULL};

enum sl_status alias_name(const struct call *call, const char *name, const char *alias,
                          struct sl_error *err)
{
    struct sl_book *book = NULL;
    enum sl_status status = open_book(&book, call, SL_ACCESS_WRITE, err);
    if (status == SL_OK) status = sl_entity_alias(book, name, alias, err);
    sl_book_close(book);
    return status;
}

static enum sl_status run(const struct call *call, struct sl_error *err)
{
    return alias_name(call, call->operands[0], call->operands[1], err);
}

const struct command alias_command = {
    .name = "alias",
    .operands = "NAME ALIAS",
    .summary = "give an entity another name or an identifier",
    .about = "ALIAS is a name, or an identifier that starts with lei:, isin:, ticker:, "
             "cik: or permalink:. The same as 'stakeline entities alias'.",
    .options = options,
    .examples = examples,
    .run = run,
    .least = 2,
    .most = 2,
};
