/* Bytes that grow. A failed allocation sticks, so that a writer checks once, at the end. */
#ifndef BASE_BUFFER_H
#define BASE_BUFFER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

/* All zero is an empty buffer. `data` is NUL-terminated once anything was added. */
struct sl_buffer {
    char *data;
    size_t length, capacity;
    bool failed; /* memory was out; what was added since is lost */
};

void sl_buffer_add(struct sl_buffer *buffer, const void *bytes, size_t length);
void sl_buffer_add_text(struct sl_buffer *buffer, const char *text);
void sl_buffer_add_byte(struct sl_buffer *buffer, char byte);
void sl_buffer_printf(struct sl_buffer *buffer, const char *format, ...) SL_PRINTF(2, 3);
void sl_buffer_clear(struct sl_buffer *buffer); /* empties, keeps the memory, clears `failed` */
void sl_buffer_release(struct sl_buffer *buffer);

#endif
