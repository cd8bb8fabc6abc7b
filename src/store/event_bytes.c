/* Rows that are kept outside of the store. */
#include "store/event_bytes.h"

#include "store/event_row.h"

void sl_event_to_bytes(struct sl_buffer *out, const struct sl_event_text *event)
{
    struct sl_row row;
    sl_row_from_event(&row, event);
    sl_row_encode(out, &row);
}

bool sl_event_from_bytes(struct sl_event_text *event, const char *bytes, struct sl_arena *memory)
{
    struct sl_row row;
    sl_row_decode(&row, (const unsigned char *)bytes);
    if (!sl_row_end_texts(&row, memory) || !sl_event_from_row(&event->event, &row)) return false;
    sl_event_text_from_row(event, &row);
    return true;
}
