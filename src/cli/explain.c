/* stakeline explain */
#include <stdio.h>
#include <stdlib.h>

#include <stakeline/explain.h>

#include "cli/answer.h"
#include "cli/message.h"

static struct view_options view;
static struct row_options rows;

static const struct option options[] = {
    ON_OPTION(view, "how the stake at the end of DATE came about"),
    KNOWN_BY_OPTION(view),
    PRO_FORMA_OPTION(view),
    ROW_OPTIONS(rows),
    {0},
};

static const char *const examples[] = {
    "stakeline explain Nissan Renault",
    "stakeline explain Nissan \"French trust\" --on 2024-06",
    "stakeline explain Nissan Renault --known-by 2023-06-01 --format csv",
    NULL,
};

/* A table has the source within the words, as columns of their own would leave those no room. */
static enum sl_status write_with_source(void *context, const void *row, struct sl_error *err)
{
    const struct sl_sink *sink = context;
    struct sl_explain_row shown = *(const struct sl_explain_row *)row;
    char *text = NULL;
    char line[24] = "";
    if (shown.line != SL_NO_COUNT) snprintf(line, sizeof line, ":%lld", (long long)shown.line);
    const char *source = shown.source == NULL ? "no source" : shown.source;
    const char *file = shown.file == NULL ? "" : shown.file;
    int length = snprintf(NULL, 0, "%s (%s, %s%s)", shown.what, source, file, line);
    if (length > 0) text = malloc((size_t)length + 1);
    if (text == NULL) return fail(err, SL_FAILED, "out of memory");
    snprintf(text, (size_t)length + 1, "%s (%s, %s%s)", shown.what, source, file, line);
    shown.what = text;
    enum sl_status status = sink->row(sink->context, &shown, err);
    free(text);
    return status;
}

static enum sl_status ask(const struct call *call, struct sl_book *book, struct sl_output *output,
                          struct sl_error *err)
{
    const struct sl_view seen = view_of(&view);
    struct sl_sink sink = sl_output_sink(output);
    bool table = rows.format == 0 || rows.format - 1 == SL_FORMAT_TABLE;
    const struct sl_sink wordy = {write_with_source, &sink};
    return sl_explain(book, call->operands[0], call->operands[1], &seen, table ? wordy : sink, err);
}

static enum sl_status run(const struct call *call, struct sl_error *err)
{
    return answer(call, &rows, &sl_explain_row_type, ask, err);
}

const struct command explain_command = {
    .name = "explain",
    .operands = "ISSUER HOLDER",
    .summary = "tell how a stake came about, event by event",
    .about =
        "A row for each event that moved the holder's position or the capital, with what it "
        "did, what that makes of the stake, and its source, file and line; and for each that "
        "was not counted: superseded by a later report, pending, cancelled, after the date, or "
        "not known yet.",
    .options = options,
    .examples = examples,
    .run = run,
    .least = 2,
    .most = 2,
};
