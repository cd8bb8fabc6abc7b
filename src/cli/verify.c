/* stakeline verify */
#include <inttypes.h>
#include <stdio.h>

#include "cli/answer.h"
#include "cli/message.h"

static const struct option options[] = {{0}};

static const char *const examples[] = {"stakeline verify", NULL};

static void tell_finding(void *context, const struct sl_verify_finding *finding)
{
    (void)context;
    if (finding->import > 0) {
        say("import #%" PRId64 " %s", finding->import, finding->message);
    } else {
        say("%s", finding->message);
    }
}

static enum sl_status run(const struct call *call, struct sl_error *err)
{
    struct sl_book *book = NULL;
    struct sl_verify_result result;
    enum sl_status status = open_book(&book, call, SL_ACCESS_READ, err);
    if (status != SL_OK) return status;
    status = sl_book_verify(book, tell_finding, NULL, &result, err);
    if (status == SL_OK) {
        say("verified %" PRId64 " %s with %" PRId64 " %s: nothing was changed", result.imports,
            result.imports == 1 ? "import" : "imports", result.events,
            result.events == 1 ? "event" : "events");
    }
    fflush(stdout); /* the findings come before what is said of them all */
    sl_book_close(book);
    return status;
}

const struct command verify_command = {
    .name = "verify",
    .operands = "",
    .summary = "check that the database is what was stored",
    .about = "Every import was stored with a hash of its events. This reads the whole database, "
             "computes the hashes again, and names the imports that were changed since; it checks "
             "the tables' definitions, the file's structure, the exchange rates and the lists of "
             "names and holders too. The exit status is 1 when anything was changed.",
    .options = options,
    .examples = examples,
    .run = run,
};
