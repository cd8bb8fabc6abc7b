/* stakeline diff */
#include <stakeline/changes.h>

#include "cli/answer.h"

static struct view_options view;
static struct row_options rows;
static const char *holder;

static const struct option options[] = {
    {.name = "holder",
     .kind = OPTION_TEXT,
     .store = &holder,
     .value = "HOLDER",
     .help = "the changes of this holder: in ISSUER, or in every issuer"},
    {.name = "from",
     .kind = OPTION_DATE,
     .store = &view.from,
     .value = "DATE",
     .help = "the first cap table is that at the end of this day, a period's first; default: "
             "before the log, when nobody held anything"},
    {.name = "to",
     .kind = OPTION_DATE,
     .store = &view.to,
     .value = "DATE",
     .help = "the second is that at the end of this day, a period's last; default: after the "
             "whole log"},
    KNOWN_BY_OPTION(view),
    PRO_FORMA_OPTION(view),
    ROW_OPTIONS(rows),
    {0},
};

static const char *const examples[] = {
    "stakeline diff Nissan --from 2023-06-30 --to 2024-12-31",
    "stakeline diff --holder Renault --from 2020-12-31 --to 2023-12-31",
    "stakeline diff Nissan --from 2022-12-31 --known-by 2023-06-30 --pro-forma",
    NULL,
};

static enum sl_status ask(const struct call *call, struct sl_book *book, struct sl_output *output,
                          struct sl_error *err)
{
    const struct sl_view seen = view_of(&view);
    const char *issuer = call->count > 0 ? call->operands[0] : NULL;
    return sl_changes(book, issuer, holder, &seen, sl_output_sink(output), err);
}

static enum sl_status run(const struct call *call, struct sl_error *err)
{
    const struct sl_view seen = view_of(&view);
    if (call->count == 0 && holder == NULL)
        return misuse(call->command, "name an ISSUER, or a --holder");
    if (seen.from > seen.to) return misuse(call->command, "--from is after --to");
    return answer(call, &rows, call->count > 0 ? &sl_change_row_type : &sl_holder_change_row_type,
                  ask, err);
}

const struct command diff_command = {
    .name = "diff",
    .operands = "ISSUER | --holder HOLDER",
    .summary = "show whose stake changed between two dates, and why",
    .about =
        "A row for each stake that is not the same at the end of both days, the largest change "
        "first. The reason is entered, left, traded (bought or sold), restated (a stated "
        "level, whatever led to it) or diluted (nothing but the capital moved, up or down). "
        "With the undisclosed rest the changes add up to 0.",
    .options = options,
    .examples = examples,
    .run = run,
    .most = 1,
};
