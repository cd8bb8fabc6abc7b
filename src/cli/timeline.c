/* stakeline timeline */
#include "cli/answer.h"

static struct view_options view;
static struct row_options rows;
static const char *holder;
static bool no_dilution;

static const struct option options[] = {
    {.name = "holder",
     .kind = OPTION_TEXT,
     .store = &holder,
     .value = "HOLDER",
     .help = "the rows of this holder: in ISSUER, or in every issuer"},
    FROM_OPTION(view),
    TO_OPTION(view),
    ON_OPTION(view, "the same as --to"),
    KNOWN_BY_OPTION(view),
    PRO_FORMA_OPTION(view),
    {.name = "no-dilution",
     .kind = OPTION_FLAG,
     .store = &no_dilution,
     .help = "leave out the rows of holders who did nothing but whose stake moved"},
    ROW_OPTIONS(rows),
    {0},
};

static const char *const examples[] = {
    "stakeline timeline Nissan",
    "stakeline timeline Nissan --known-by 2023-06 --pro-forma",
    "stakeline timeline --holder Renault --from 2020 --no-dilution",
    "stakeline timeline Nissan --holder Renault --format csv -o renault.csv",
    NULL,
};

static enum sl_status ask(const struct call *call, struct sl_book *book, struct sl_output *output,
                          struct sl_error *err)
{
    const struct sl_view seen = view_of(&view);
    const char *issuer = call->count > 0 ? call->operands[0] : NULL;
    return sl_timeline(book, issuer, holder, &seen, !no_dilution, sl_output_sink(output), err);
}

static enum sl_status run(const struct call *call, struct sl_error *err)
{
    if (call->count == 0 && holder == NULL)
        return misuse(call->command, "name an ISSUER, or a --holder");
    return answer(call, &rows, &sl_timeline_row_type, ask, err);
}

const struct command timeline_command = {
    .name = "timeline",
    .operands = "ISSUER | --holder HOLDER",
    .summary = "show how the stakes in one issuer, or of one holder, came about",
    .about = "A row for each event, with its holder's stake after it, and for each other "
             "holder whose stake the event moved (kind 'dilution'). Rows of deals that are "
             "not completed are marked 'pending'; a stated stake that the log contradicts "
             "is marked 'mismatch'.",
    .options = options,
    .examples = examples,
    .run = run,
    .most = 1,
};
