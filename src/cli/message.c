/* Messages: every text is made visible whole, after formatting, so that nothing that it quotes can
 * steer a terminal. */
#include "cli/message.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <stakeline/text.h>

static char *format_text(const char *format, va_list arguments)
{
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, again);
    va_end(again);
    char *text = length < 0 ? NULL : malloc((size_t)length + 1);
    if (text != NULL) vsnprintf(text, (size_t)length + 1, format, arguments);
    return text;
}

static bool said_all = true;

bool was_all_said(void)
{
    const bool all = said_all;
    said_all = true;
    return all;
}

static void print_line(FILE *stream, const char *before, const char *format, va_list arguments)
{
    char *text = format_text(format, arguments);
    char *visible = text == NULL ? NULL : sl_text_visible(text);
    if (visible != NULL) {
        fprintf(stream, "%s%s\n", before, visible);
    } else {
        said_all = false;
        fputs("stakeline: out of memory\n", stderr);
    }
    free(visible);
    free(text);
}

void complain(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    print_line(stderr, "stakeline: ", format, arguments);
    va_end(arguments);
}

void say(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    print_line(stdout, "", format, arguments);
    va_end(arguments);
}

enum sl_status fail(struct sl_error *err, enum sl_status status, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(err->message, sizeof err->message, format, arguments);
    va_end(arguments);
    err->status = status;
    return status;
}

const char *nearest(const char *word, const char *const *candidates)
{
    const char *best = NULL;
    size_t least = strlen(word) < 6 ? 2 : 3; /* one slip in a short word, two in a long one */
    for (; *candidates != NULL; candidates++) {
        size_t distance = sl_text_distance(word, *candidates, least);
        if (distance < least) {
            least = distance;
            best = *candidates;
        }
    }
    return best;
}
