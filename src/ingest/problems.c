/* The wording of what is wrong with the input. Cells come from outside: they are shown cut, and
 * with their controls visible. */
#include "ingest/problems.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "base/text.h"

enum { CELL_WIDTH = 60, CELL_BYTES = 300, MESSAGE_SIZE = 1024 };

/* Will the next one be told? */
static bool is_told(const struct sl_problems *problems)
{
    return problems->options->on_problem != NULL && problems->count < SL_PROBLEMS_SHOWN;
}

/* Counts one that nobody hears of: there may be a million, which need no wording. */
static bool only_counts(struct sl_problems *problems)
{
    if (is_told(problems) || problems->keep) return false;
    problems->count++;
    return true;
}

/* Hands on the message with its controls visible, whoever worded it. */
static void add(struct sl_problems *problems, const char *column, const char *message)
{
    const struct sl_import_options *options = problems->options;
    const bool told = is_told(problems);
    if (only_counts(problems)) return;
    problems->count++;
    struct sl_buffer visible = {0};
    sl_text_add_visible(&visible, message);
    if (visible.failed) problems->failed = true;
    struct sl_problem problem = {.file = problems->file,
                                 .line = problems->line,
                                 .column = column,
                                 .message = visible.failed || visible.data == NULL ? "out of memory"
                                                                                   : visible.data};
    if (told) options->on_problem(options->context, &problem);
    if (problems->keep) {
        if (problems->kept.length > 0) sl_buffer_add_text(&problems->kept, "; ");
        if (column != NULL) sl_buffer_printf(&problems->kept, "%s: ", column);
        sl_buffer_add_text(&problems->kept, problem.message);
        if (problems->kept.failed) problems->failed = true;
    }
    sl_buffer_release(&visible);
}

/* A cell of combining marks is narrow and long. */
static size_t shown_of(const char *text)
{
    size_t shown = sl_text_fit(text, CELL_WIDTH);
    if (shown <= CELL_BYTES) return shown;
    shown = CELL_BYTES;
    while (((unsigned char)text[shown] & 0xc0) == 0x80)
        shown--;
    return shown;
}

void sl_problem_add(struct sl_problems *problems, const char *column, const char *format, ...)
{
    char message[MESSAGE_SIZE];
    va_list arguments;
    if (only_counts(problems)) return;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    add(problems, column, message);
}

void sl_problem_cell(struct sl_problems *problems, const char *column, const char *text,
                     const char *expected)
{
    if (only_counts(problems)) return;
    if (text[0] == '\0') {
        sl_problem_add(problems, column, "%s, found a blank cell", expected);
    } else if (expected[0] == '"') {
        add(problems, column, expected);
    } else {
        struct sl_buffer visible = {0};
        sl_text_add_visible(&visible, text);
        if (visible.failed || visible.data == NULL) {
            problems->failed = true;
            add(problems, column, expected);
        } else {
            size_t shown = shown_of(visible.data);
            sl_problem_add(problems, column, "\"%.*s%s\": %s", (int)shown, visible.data,
                           shown < visible.length ? "…" : "", expected);
        }
        sl_buffer_release(&visible);
    }
}
