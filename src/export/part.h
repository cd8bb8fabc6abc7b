/* Rows that wait to be sent, as the bytes that they become: what a thread of its own fills. */
#ifndef EXPORT_PART_H
#define EXPORT_PART_H

#include "export/walk.h"

struct sl_part {
    const struct sl_format_type *format;
    struct sl_walk walk;
    struct sl_writer writer;
    struct sl_buffer bytes;
};

/* For rows like those that the writer is writing; what is given is borrowed until it is closed. */
enum sl_status sl_part_open(struct sl_part **out, const struct sl_writer *writer,
                            const struct sl_format_type *format, const struct sl_walk *walk,
                            struct sl_error *err);
void sl_part_close(struct sl_part *part); /* NULL is allowed */

/* The rows of a struct sl_sink and of a struct sl_event_sink. */
enum sl_status sl_part_row(void *part, const void *row, struct sl_error *err);
enum sl_status sl_part_event(void *part, const char *const *cells, size_t count,
                             struct sl_error *err);

#endif
