/* stakeline rates */
#include <inttypes.h>

#include <stakeline/rates.h>

#include "cli/answer.h"
#include "cli/message.h"
#include "cli/progress.h"

static struct row_options rows;

static const char *const actions[] = {"import", NULL};

static const struct option options[] = {ROW_OPTIONS(rows), {0}};

static const char *const examples[] = {
    "stakeline rates import eurofxref-hist.csv",
    "stakeline rates",
    "stakeline rounds --in EUR --by year",
    NULL,
};

static enum sl_status ask(const struct call *call, struct sl_book *book, struct sl_output *output,
                          struct sl_error *err)
{
    (void)call;
    return sl_rates(book, sl_output_sink(output), err);
}

static void tell_problem(void *context, const struct sl_problem *problem)
{
    (void)context;
    complain_of(problem);
}

enum { PROBLEMS_TOLD = 50 };

static enum sl_status import_rates(const struct call *call, struct sl_error *err)
{
    struct sl_book *book = NULL;
    struct sl_rates_result result = {0};
    const struct sl_import_options how = {.on_problem = tell_problem};
    enum sl_status status = open_book(&book, call, SL_ACCESS_CREATE, err);
    if (status == SL_OK)
        status = sl_rates_import(book, call->operands + 1, call->count - 1, &how, &result, err);
    sl_book_close(book);
    if (result.problems > PROBLEMS_TOLD)
        complain("and %" PRId64 " more problems", result.problems - PROBLEMS_TOLD);
    if (status == SL_OK) {
        say("imported %" PRId64 " rates (%" PRId64 " of them changed, %" PRId64
            " skipped as stored)",
            result.added + result.replaced, result.replaced, result.same);
    }
    return status;
}

static enum sl_status run(const struct call *call, struct sl_error *err)
{
    if (call->count == 0) return answer(call, &rows, &sl_rate_row_type, ask, err);
    if (word_index(call->operands[0], actions) < 0)
        return misuse(call->command, "'%s' is not import", call->operands[0]);
    if (call->count < 2) return misuse(call->command, "import takes files");
    if (rows.format != 0 || rows.path != NULL || rows.spreadsheet)
        return misuse(call->command, "import prints no rows: it takes no --format or -o");
    return import_rates(call, err);
}

const struct command rates_command = {
    .name = "rates",
    .operands = "[import FILE...]",
    .summary = "list the exchange rates, or read files of them",
    .about = "Without operands each currency is listed with the days that it has a rate of.\n"
             "import: reads the euro's reference rates in the two layouts of the European "
             "Central Bank, the whole history or one day, all or nothing. A rate that is stored "
             "already with another value is replaced. 'rounds --in' converts by these rates.",
    .options = options,
    .examples = examples,
    .run = run,
    .most = ANY_NUMBER,
    .words = actions,
    .files = true,
};
