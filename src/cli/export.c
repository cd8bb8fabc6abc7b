/* stakeline export */
#include <string.h>

#include "cli/answer.h"

static struct row_options rows;

static const char *const logs[] = {"events", NULL};

static const struct option options[] = {ROW_OPTIONS(rows), {0}};

static const char *const examples[] = {
    "stakeline export events -o events.csv",
    NULL,
};

static enum sl_status ask(const struct call *call, struct sl_book *book, struct sl_output *output,
                          struct sl_error *err)
{
    (void)call;
    return sl_export_events_in_parts(book, sl_output_event_parts(output), err);
}

static enum sl_status run(const struct call *call, struct sl_error *err)
{
    if (word_index(call->operands[0], logs) < 0) {
        return misuse(call->command, "'%s' cannot be exported, only events", call->operands[0]);
    }
    return answer(call, &rows, NULL, ask, err);
}

const struct command export_command = {
    .name = "export",
    .operands = "events",
    .summary = "write the whole log as the event CSV",
    .about = "In the order of arrival. Imported into an empty database it gives the same "
             "answer to every question. The format is csv unless another one is asked for.",
    .options = options,
    .examples = examples,
    .run = run,
    .least = 1,
    .most = 1,
    .words = logs,
};
