/* stakeline rounds */
#include <stakeline/rates.h>

#include "cli/answer.h"
#include "cli/message.h"

static struct view_options view;
static struct row_options rows;
static int by;
static struct sl_conversion in;

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
    {.name = "in",
     .kind = OPTION_TEXT,
     .store = &in.currency,
     .value = "CURRENCY",
     .help = "all amounts in it, at the last rates on or before the date of their round"},
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

static void tell_note(void *context, const char *message)
{
    (void)context;
    complain("%s", message);
}

static enum sl_status ask(const struct call *call, struct sl_book *book, struct sl_output *output,
                          struct sl_error *err)
{
    const struct sl_view seen = view_of(&view);
    const char *issuer = call->count > 0 ? call->operands[0] : NULL;
    struct sl_sink sink = sl_output_sink(output);
    const enum sl_round_group group = (enum sl_round_group)(by - 1);
    in.on_note = tell_note;
    if (in.currency == NULL) {
        return by == 0 ? sl_rounds(book, issuer, &seen, sink, err)
                       : sl_round_totals_in_parts(book, issuer, group, &seen,
                                                  sl_output_parts(output), err);
    }
    return by == 0 ? sl_rounds_in(book, issuer, &seen, &in, sink, err)
                   : sl_round_totals_in(book, issuer, group, &seen, &in, sink, err);
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
             "issuer had raised by then. Amounts of different currencies are never added, unless "
             "--in turns "
             "them into one: by the rates of 'stakeline rates', through the euro. What has no "
             "rate on its date is named, and stays blank.",
    .options = options,
    .examples = examples,
    .run = run,
    .most = 1,
};
