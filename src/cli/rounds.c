/* stakeline rounds */
#include "cli/answer.h"

static struct view_options view;
static struct row_options rows;
static int by;

/* In the order of enum sl_round_group. */
static const char *const groups[] = {"year",     "quarter", "month",    "issuer",
                                     "investor", "round",   "currency", NULL};

static const struct option options[] = {
    {.name = "by",
     .kind = OPTION_CHOICE,
     .store = &by,
     .value = "GROUP",
     .choices = groups,
     .help = "totals of the completed rounds, currency by currency, by year, quarter, month, "
             "issuer, investor, round or currency"},
    FROM_OPTION(view),
    TO_OPTION(view),
    ON_OPTION(view, "the same as --to"),
    KNOWN_BY_OPTION(view),
    PRO_FORMA_OPTION(view),
    ROW_OPTIONS(rows),
    {0},
};

static const char *const examples[] = {
    "stakeline rounds",
    "stakeline rounds \"Alt Carbon\"",
    "stakeline rounds --by year --format csv",
    NULL,
};

static enum sl_status ask(const struct call *call, struct sl_book *book, struct sl_output *output,
                          struct sl_error *err)
{
    const struct sl_view seen = view_of(&view);
    const char *issuer = call->count > 0 ? call->operands[0] : NULL;
    struct sl_sink sink = sl_output_sink(output);
    if (by == 0) return sl_rounds(book, issuer, &seen, sink, err);
    return sl_round_totals(book, issuer, (enum sl_round_group)(by - 1), &seen, sink, err);
}

static enum sl_status run(const struct call *call, struct sl_error *err)
{
    const struct sl_row_type *type = by == 0 ? &sl_round_row_type : &sl_round_total_row_type;
    return answer(call, &rows, type, ask, err);
}

const struct command rounds_command = {
    .name = "rounds",
    .operands = "[ISSUER]",
    .summary = "show the funding rounds and debts, or their totals",
    .about = "A row for each round, by date, with its investors, its leads and what the "
             "issuer had raised by then. Amounts of different currencies are never added.",
    .options = options,
    .examples = examples,
    .run = run,
    .most = 1,
};
