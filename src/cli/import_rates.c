/* Reads files of exchange rates and says what came of them. */
#include "cli/import_rates.h"

#include <inttypes.h>

#include "cli/answer.h"
#include "cli/message.h"
#include "cli/progress.h"

static void tell_problem(void *context, const struct sl_problem *problem)
{
    (void)context;
    complain_of(problem);
}

enum { PROBLEMS_TOLD = 50 };

enum sl_status import_rates(const struct call *call, const char *const *files, size_t count,
                            const struct sl_import_options *options, struct sl_error *err)
{
    struct sl_book *book = NULL;
    struct sl_rates_result result = {0};
    struct sl_import_options how = {.on_problem = tell_problem};
    enum sl_status status = SL_OK;
    if (options != NULL) {
        how.map = options->map;
        how.dry_run = options->dry_run;
    }
    if (!how.dry_run) status = open_book(&book, call, SL_ACCESS_CREATE, err);
    if (status == SL_OK) status = sl_rates_import(book, files, count, &how, &result, err);
    sl_book_close(book);
    if (result.problems > PROBLEMS_TOLD)
        complain("and %" PRId64 " more problems", result.problems - PROBLEMS_TOLD);
    if (status != SL_OK) return status;
    if (how.dry_run)
        say("would import %" PRId64 " rates, less those that are stored", result.added);
    else
        say("imported %" PRId64 " rates (%" PRId64 " of them changed, %" PRId64
            " skipped as stored)",
            result.added + result.replaced, result.replaced, result.same);
    return status;
}
