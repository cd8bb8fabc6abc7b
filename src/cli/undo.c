/* stakeline undo */
#include <inttypes.h>

#include "cli/answer.h"
#include "cli/message.h"

static const struct option options[] = {{0}};

static const char *const examples[] = {"stakeline undo 1", NULL};

/* "3", or "#3" as the summary of the import had it. */
static bool read_import(const char *text, int64_t *out)
{
    int64_t number = 0;
    if (*text == '#') text++;
    if (*text == '\0') return false;
    for (; *text != '\0'; text++) {
        if (*text < '0' || *text > '9' || number > INT64_MAX / 10 - 1) return false;
        number = number * 10 + (*text - '0');
    }
    *out = number;
    return number > 0;
}

static enum sl_status run(const struct call *call, struct sl_error *err)
{
    int64_t import = 0, events = 0;
    if (!read_import(call->operands[0], &import)) {
        return misuse(call->command,
                      "'%s' is not the number of an import; 'stakeline imports' lists them",
                      call->operands[0]);
    }
    struct sl_book *book = NULL;
    enum sl_status status = open_book(&book, call, SL_ACCESS_WRITE, err);
    if (status != SL_OK) return status;
    status = sl_undo(book, import, &events, err);
    if (status == SL_OK) {
        say("took back import #%" PRId64 ": %" PRId64 " %s", import, events,
            events == 1 ? "event" : "events");
    }
    sl_book_close(book);
    return status;
}

const struct command undo_command = {
    .name = "undo",
    .operands = "K",
    .summary = "take back import K whole",
    .about = "The events of the import go, and the names that only it brought.",
    .options = options,
    .examples = examples,
    .run = run,
    .least = 1,
    .most = 1,
};
