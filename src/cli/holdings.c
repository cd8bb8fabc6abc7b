/* stakeline holdings */
#include "cli/answer.h"

static struct view_options view;
static struct row_options rows;

static const struct option options[] = {
    ON_OPTION(view, "the day of the portfolio, at its end; default: after the whole log"),
    KNOWN_BY_OPTION(view),
    PRO_FORMA_OPTION(view),
    ROW_OPTIONS(rows),
    {0},
};

static const char *const examples[] = {
    "stakeline holdings Renault",
    "stakeline holdings Renault --on 2020-12-31 --format md",
    NULL,
};

static enum sl_status ask(const struct call *call, struct sl_book *book, struct sl_output *output,
                          struct sl_error *err)
{
    const struct sl_view seen = view_of(&view);
    return sl_holdings_at(book, call->operands[0], &seen, sl_output_sink(output), err);
}

static enum sl_status run(const struct call *call, struct sl_error *err)
{
    return answer(call, &rows, &sl_holdings_row_type, ask, err);
}

const struct command holdings_command = {
    .name = "holdings",
    .operands = "HOLDER",
    .summary = "show a holder's portfolio on a date",
    .about = "Every stake of the holder that is not 0, largest first; those of unknown "
             "size follow.",
    .options = options,
    .examples = examples,
    .run = run,
    .least = 1,
    .most = 1,
};
