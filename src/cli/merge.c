/* stakeline merge */
#include <stakeline/entity.h>

#include "cli/answer.h"
#include "cli/names.h"

static const struct option options[] = {{0}};

static const char *const examples[] = {"stakeline merge Daimler \"Mercedes-Benz Group\"", NULL};

enum sl_status merge_names(const struct call *call, const char *name, const char *other,
                           struct sl_error *err)
{
    struct sl_book *book = NULL;
    enum sl_status status = open_book(&book, call, SL_ACCESS_WRITE, err);
    if (status == SL_OK) status = sl_entity_merge(book, name, other, err);
    sl_book_close(book);
    return status;
}

static enum sl_status run(const struct call *call, struct sl_error *err)
{
    return merge_names(call, call->operands[0], call->operands[1], err);
}

const struct command merge_command = {
    .name = "merge",
    .operands = "NAME OTHER",
    .summary = "count two names as one entity",
    .about = "The events, names and identifiers of OTHER count as those of NAME from now "
             "on. 'stakeline entities unmerge OTHER' takes it back. The same as 'stakeline "
             "entities merge'.",
    .options = options,
    .examples = examples,
    .run = run,
    .least = 2,
    .most = 2,
};
