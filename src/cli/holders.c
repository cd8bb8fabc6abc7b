/* stakeline holders */
#include "cli/answer.h"

static struct view_options view;
static struct row_options rows;

static const struct option options[] = {
    ON_OPTION(view, "the day of the cap table, at its end; default: after the whole log"),
    KNOWN_BY_OPTION(view),
    PRO_FORMA_OPTION(view),
    ROW_OPTIONS(rows),
    {0},
};

static const char *const examples[] = {
    "stakeline holders Nissan",
    "stakeline holders Nissan --on 2023-10-31",
    "stakeline holders Nissan --format json",
    NULL,
};

static enum sl_status ask(const struct call *call, struct sl_book *book, struct sl_output *output,
                          struct sl_error *err)
{
    const struct sl_view seen = view_of(&view);
    return sl_holders_at(book, call->operands[0], &seen, sl_output_sink(output), err);
}

static enum sl_status run(const struct call *call, struct sl_error *err)
{
    return answer(call, &rows, &sl_holders_row_type, ask, err);
}

const struct command holders_command = {
    .name = "holders",
    .operands = "ISSUER",
    .summary = "show an issuer's cap table on a date",
    .about = "Every holder with a stake that is not 0, largest first; those of unknown "
             "size follow. '(undisclosed)' is what the known stakes leave of the capital.",
    .options = options,
    .examples = examples,
    .run = run,
    .least = 1,
    .most = 1,
};
