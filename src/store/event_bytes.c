/* Rows that are kept outside of the store. */
#include "store/event_bytes.h"

#include "store/event_row.h"

void sl_event_to_bytes(struct sl_buffer *out, const struct sl_event_text *event)
{
    struct sl_row row;
    sl_row_from_event(&row, event);
    sl_row_encode_strings(out, &row);
}

void sl_event_from_bytes(struct sl_event_text *event, const char *bytes)
{
    struct sl_row row;
    sl_row_decode_strings(&row, (const unsigned char *)bytes);
    sl_event_from_row(&event->event, &row);
    sl_event_text_from_row(event, &row);
}
