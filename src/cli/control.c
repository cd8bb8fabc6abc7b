/* stakeline control */
#include "cli/answer.h"

#include <stakeline/network.h>

static struct view_options view;
static struct row_options rows;

static const struct option options[] = {
    ON_OPTION(view, "the day, at its end; default: after the whole log"),
    KNOWN_BY_OPTION(view),
    PRO_FORMA_OPTION(view),
    ROW_OPTIONS(rows),
    {0},
};

static const char *const examples[] = {
    "stakeline control Ampere",
    NULL,
};

static enum sl_status ask(const struct call *call, struct sl_book *book, struct sl_output *output,
                          struct sl_error *err)
{
    const struct sl_view seen = view_of(&view);
    return sl_control(book, call->operands[0], &seen, sl_output_sink(output), err);
}

static enum sl_status run(const struct call *call, struct sl_error *err)
{
    return answer(call, &rows, &sl_control_row_type, ask, err);
}

const struct command control_command = {
    .name = "control",
    .operands = "ENTITY",
    .summary = "show who controls an entity, and what it controls, by votes",
    .about = "One controls another when its votes there, with those of all that it controls, "
             "exceed 50 %. Votes that no event states are the stake. 'via' names the "
             "companies whose votes count, each with the way that control takes to it.",
    .options = options,
    .examples = examples,
    .run = run,
    .least = 1,
    .most = 1,
};
