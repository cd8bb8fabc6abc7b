/* Bytes that grow by doubling. */
#include "base/buffer.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool grow(struct sl_buffer *buffer, size_t more)
{
    size_t capacity = buffer->capacity < 64 ? 64 : buffer->capacity;
    while (capacity - buffer->length <= more) {
        if (capacity > SIZE_MAX / 2) {
            buffer->failed = true;
            return false;
        }
        capacity *= 2;
    }
    char *data = realloc(buffer->data, capacity);
    if (data == NULL) {
        buffer->failed = true;
        return false;
    }
    buffer->data = data;
    buffer->capacity = capacity;
    return true;
}

static inline bool reserve(struct sl_buffer *buffer, size_t more)
{
    if (buffer->failed) return false;
    return more < buffer->capacity - buffer->length || grow(buffer, more);
}

void sl_buffer_add(struct sl_buffer *buffer, const void *bytes, size_t length)
{
    if (!reserve(buffer, length)) return;
    if (length > 0) memcpy(buffer->data + buffer->length, bytes, length);
    buffer->length += length;
    buffer->data[buffer->length] = '\0';
}

void sl_buffer_add_text(struct sl_buffer *buffer, const char *text)
{
    sl_buffer_add(buffer, text, strlen(text));
}

void sl_buffer_add_byte(struct sl_buffer *buffer, char byte)
{
    sl_buffer_add(buffer, &byte, 1);
}

void sl_buffer_printf(struct sl_buffer *buffer, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (length < 0 || !reserve(buffer, (size_t)length)) return;
    va_start(arguments, format);
    vsnprintf(buffer->data + buffer->length, (size_t)length + 1, format, arguments);
    va_end(arguments);
    buffer->length += (size_t)length;
}

void sl_buffer_clear(struct sl_buffer *buffer)
{
    buffer->length = 0;
    buffer->failed = false;
    if (buffer->data != NULL) buffer->data[0] = '\0';
}

void sl_buffer_release(struct sl_buffer *buffer)
{
    free(buffer->data);
    *buffer = (struct sl_buffer){0};
}
