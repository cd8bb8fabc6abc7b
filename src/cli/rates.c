/* stakeline rates */
#include "cli/answer.h"

#include "cli/import_rates.h"

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

static enum sl_status run(const struct call *call, struct sl_error *err)
{
    if (call->count == 0) return answer(call, &rows, &sl_rate_row_type, ask, err);
    if (word_index(call->operands[0], actions) < 0)
        return misuse(call->command, "'%s' is not import", call->operands[0]);
    if (call->count < 2) return misuse(call->command, "import takes files");
    if (rows.format != 0 || rows.path != NULL || rows.spreadsheet)
        return misuse(call->command, "import prints no rows: it takes no --format or -o");
    return import_rates(call, call->operands + 1, call->count - 1, NULL, err);
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
