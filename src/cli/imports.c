/* stakeline imports */
#include "cli/answer.h"

static struct row_options rows;

static const struct option options[] = {ROW_OPTIONS(rows), {0}};

static const char *const examples[] = {"stakeline imports", NULL};

static enum sl_status ask(const struct call *call, struct sl_book *book, struct sl_output *output,
                          struct sl_error *err)
{
    (void)call;
    return sl_imports(book, sl_output_sink(output), err);
}

static enum sl_status run(const struct call *call, struct sl_error *err)
{
    return answer(call, &rows, &sl_import_row_type, ask, err);
}

const struct command imports_command = {
    .name = "imports",
    .operands = "",
    .summary = "list the imports made, with the numbers that undo takes",
    .options = options,
    .examples = examples,
    .run = run,
};
