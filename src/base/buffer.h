/* Bytes that grow. A failed allocation sticks, so that a writer checks once, at the end. */
#ifndef BASE_BUFFER_H
#define BASE_BUFFER_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "base/error.h"

/* All zero is an empty buffer. `data` is NUL-terminated once anything was added. */
struct sl_buffer {
    char *data;
    size_t length, capacity;
    bool failed; /* memory was out; what was added since is lost */
};

/* Makes room for so many more bytes and a NUL; false when memory is, or was, out. */
bool sl_buffer_grow(struct sl_buffer *buffer, size_t more);

static inline bool sl_buffer_reserve(struct sl_buffer *buffer, size_t more)
{
    if (!buffer->failed && more < buffer->capacity - buffer->length) return true;
    return sl_buffer_grow(buffer, more);
}

/* Inline: packs and rows of output are written by little else. */
static inline void sl_buffer_add(struct sl_buffer *buffer, const void *bytes, size_t length)
{
    if (!sl_buffer_reserve(buffer, length)) return;
    if (length > 0) memcpy(buffer->data + buffer->length, bytes, length);
    buffer->length += length;
    buffer->data[buffer->length] = '\0';
}

static inline void sl_buffer_add_byte(struct sl_buffer *buffer, char byte)
{
    if (!sl_buffer_reserve(buffer, 1)) return;
    buffer->data[buffer->length++] = byte;
    buffer->data[buffer->length] = '\0';
}

void sl_buffer_add_text(struct sl_buffer *buffer, const char *text);
void sl_buffer_printf(struct sl_buffer *buffer, const char *format, ...) SL_PRINTF(2, 3);
void sl_buffer_clear(struct sl_buffer *buffer); /* empties, keeps the memory, clears `failed` */
void sl_buffer_release(struct sl_buffer *buffer);

#endif
