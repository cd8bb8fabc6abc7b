/* A writer like the output's own, whose header is dropped. */
#include "export/part.h"

#include <stdlib.h>

void sl_part_close(struct sl_part *part)
{
    if (part == NULL) return;
    if (part->format->release != NULL) part->format->release(&part->writer);
    sl_walk_release(&part->walk);
    sl_buffer_release(&part->bytes);
    free(part);
}

enum sl_status sl_part_open(struct sl_part **out, const struct sl_writer *writer,
                            const struct sl_format_type *format, const struct sl_walk *walk,
                            struct sl_error *err)
{
    struct sl_part *part = calloc(1, sizeof *part);
    if (part == NULL) return sl_fail_memory(err);
    part->format = format;
    part->writer = *writer;
    part->writer.state = NULL;
    part->writer.out = &part->bytes;
    enum sl_status status = sl_walk_init_like(&part->walk, walk, err);
    if (status == SL_OK) status = format->begin(&part->writer, err);
    sl_buffer_clear(&part->bytes);
    part->writer.rows = 0;
    if (status == SL_OK) {
        *out = part;
    } else {
        sl_part_close(part);
    }
    return status;
}

/* The walk's cells are filled. */
static enum sl_status add_row(struct sl_part *part, struct sl_error *err)
{
    enum sl_status status = part->format->row(&part->writer, part->walk.spans, err);
    if (status == SL_OK) part->writer.rows++;
    return status == SL_OK && part->bytes.failed ? sl_fail_memory(err) : status;
}

enum sl_status sl_part_row(void *part, const void *row, struct sl_error *err)
{
    enum sl_status status = sl_walk_fill(&((struct sl_part *)part)->walk, row, err);
    return status == SL_OK ? add_row(part, err) : status;
}

enum sl_status sl_part_event(void *part, const char *const *cells, size_t count,
                             struct sl_error *err)
{
    struct sl_walk *walk = &((struct sl_part *)part)->walk;
    if (count != walk->count)
        return sl_fail(err, SL_MISUSE, "an event that does not go with the header");
    enum sl_status status = sl_walk_fill_text(walk, cells, err);
    return status == SL_OK ? add_row(part, err) : status;
}
