/* An event as bytes, its texts among them: a fifth of the struct, for keeping many. */
#ifndef STORE_EVENT_BYTES_H
#define STORE_EVENT_BYTES_H

#include "base/buffer.h"
#include "model/event.h"

/* Adds the event to the buffer. */
void sl_event_to_bytes(struct sl_buffer *out, const struct sl_event_text *event);
/* The event that the bytes are of; its texts are in them. */
void sl_event_from_bytes(struct sl_event_text *event, const char *bytes);

#endif
