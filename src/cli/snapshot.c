/* stakeline snapshot */
#include "cli/answer.h"

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
    "stakeline snapshot",
    "stakeline snapshot --on 2023 --format ndjson",
    NULL,
};

static enum sl_status ask(const struct call *call, struct sl_book *book, struct sl_output *output,
                          struct sl_error *err)
{
    (void)call;
    const struct sl_view seen = view_of(&view);
    return sl_snapshot_in_parts(book, &seen, sl_output_parts(output), err);
}

static enum sl_status run(const struct call *call, struct sl_error *err)
{
    return answer(call, &rows, &sl_snapshot_row_type, ask, err);
}

const struct command snapshot_command = {
    .name = "snapshot",
    .operands = "",
    .summary = "show every stake there is on a date",
    .about = "Every stake in every issuer that is not 0, by the issuer's name.",
    .options = options,
    .examples = examples,
    .run = run,
};
