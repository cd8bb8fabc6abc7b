/* Filling struct sl_error: the one place that formats and cuts a message. */
#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Drops the half of a UTF-8 sequence that the cut may have left, and makes one line of it. */
static void tidy(char *message)
{
    size_t length = strlen(message);
    for (size_t i = 0; i < length; i++) {
        if ((unsigned char)message[i] < 0x20) message[i] = ' ';
    }
    if (length + 1 < SL_MESSAGE_SIZE) return;
    size_t start = length;
    while (start > 0 && ((unsigned char)message[start - 1] & 0xc0) == 0x80)
        start--;
    if (start > 0 && (unsigned char)message[start - 1] >= 0xc0) {
        unsigned char lead = (unsigned char)message[start - 1];
        size_t need = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
        if (length - (start - 1) < need) message[start - 1] = '\0';
    }
}

enum sl_status sl_fail(struct sl_error *err, enum sl_status status, const char *format, ...)
{
    if (err == NULL) return status;
    char message[SL_MESSAGE_SIZE]; /* an argument may be the old message */
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    tidy(message);
    memcpy(err->message, message, sizeof message);
    err->status = status;
    return status;
}

enum sl_status sl_fail_memory(struct sl_error *err)
{
    return sl_fail(err, SL_FAILED, "out of memory");
}
