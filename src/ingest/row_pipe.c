/* A ring of batches between the thread that fills them and the caller that empties them. */
#include "ingest/row_pipe.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/pipe.h"
#include "base/vector.h"

enum {
    BATCH_BYTES = 256 * 1024,
    BATCH_ROWS = 4096,
    BATCH_CELLS = 128 * 1024,
    FILE_LEAST = 512 * 1024
};

/* A row while its batch still grows: its cells and texts may move. */
struct piped_row {
    enum sl_status status;
    struct sl_row row;
    size_t first_cell;
    size_t error; /* of a row that is not SL_OK */
    bool broke;
    int64_t position;
};

struct batch {
    struct piped_row *rows;
    struct sl_row_cell *cells;
    struct sl_error *errors;
    size_t count, capacity, cell_count, cell_capacity, error_count, error_capacity;
    struct sl_buffer bytes;
    bool failed; /* memory was out: the rows end here */
    char empty[1];
};

struct sl_row_pipe {
    struct sl_row_reader *reader;
    bool threaded;
    struct sl_pipe pipe;
    struct batch batches[SL_PIPE_SLOTS];
    bool over; /* the row that ends it all was handed out */
    struct batch *current;
    size_t next;
    const struct piped_row *last;
};

/* ---- the thread ---- */

static void clear(struct batch *batch)
{
    batch->count = batch->cell_count = batch->error_count = 0;
    batch->failed = false;
    sl_buffer_clear(&batch->bytes);
}

static bool add_cells(struct batch *batch, const struct sl_row *row)
{
    for (size_t i = 0; i < row->count; i++) {
        if (!sl_vector_grow(&batch->cells, batch->cell_count, &batch->cell_capacity,
                            sizeof *batch->cells))
            return false;
        const struct sl_row_cell *cell = &row->cells[i];
        batch->cells[batch->cell_count++] = (struct sl_row_cell){.length = cell->length};
        if (cell->length > 0) sl_buffer_add(&batch->bytes, cell->text, cell->length + 1);
    }
    return !batch->bytes.failed;
}

/* Copies a row. Where memory is out, what was added is taken back. */
static bool add_row(struct batch *batch, const struct piped_row *piped, const struct sl_error *why)
{
    const size_t cells = batch->cell_count, bytes = batch->bytes.length;
    bool added = sl_vector_grow(&batch->rows, batch->count, &batch->capacity, sizeof *batch->rows);
    if (added && piped->status != SL_OK)
        added = sl_vector_grow(&batch->errors, batch->error_count, &batch->error_capacity,
                               sizeof *batch->errors);
    if (added) added = add_cells(batch, &piped->row);
    if (!added) {
        batch->cell_count = cells;
        batch->bytes.length = bytes;
        batch->bytes.failed = false;
        return false;
    }
    batch->rows[batch->count] = *piped;
    batch->rows[batch->count].first_cell = cells;
    if (piped->status != SL_OK) {
        batch->rows[batch->count].error = batch->error_count;
        batch->errors[batch->error_count++] = *why;
    }
    batch->count++;
    return true;
}

/* Texts and cells move no more: the rows may point to them. */
static void settle(struct batch *batch)
{
    char *text = batch->bytes.data;
    for (size_t i = 0; i < batch->cell_count; i++) {
        struct sl_row_cell *cell = &batch->cells[i];
        cell->text = cell->length > 0 ? text : batch->empty;
        if (cell->length > 0) text += cell->length + 1;
    }
    for (size_t i = 0; i < batch->count; i++)
        batch->rows[i].row.cells = batch->cells + batch->rows[i].first_cell;
}

/* false after the last row. */
static bool fill(struct batch *batch, struct sl_row_reader *reader)
{
    clear(batch);
    while (batch->bytes.length + batch->error_count * sizeof *batch->errors < BATCH_BYTES &&
           batch->count < BATCH_ROWS && batch->cell_count < BATCH_CELLS) {
        struct sl_error why = {0};
        struct piped_row piped = {0};
        piped.status = sl_row_reader_next(reader, &piped.row, &why);
        piped.broke = sl_row_reader_broke(reader);
        piped.position = sl_row_reader_position(reader);
        bool more = piped.status == SL_OK || piped.status == SL_INVALID;
        batch->failed = !add_row(batch, &piped, &why);
        if (batch->failed || !more) {
            settle(batch);
            return false;
        }
    }
    settle(batch);
    return true;
}

static bool fill_slot(void *context, size_t slot)
{
    struct sl_row_pipe *pipe = context;
    return fill(&pipe->batches[slot], pipe->reader);
}

/* ---- the caller ---- */

enum sl_status sl_row_pipe_open(struct sl_row_pipe **out, struct sl_row_reader *reader, bool raw,
                                struct sl_error *err)
{
    struct sl_row_pipe *pipe = calloc(1, sizeof *pipe);
    if (pipe == NULL) return sl_fail_memory(err);
    pipe->reader = reader;
    *out = pipe;
    if (!raw && sl_row_reader_size(reader) >= FILE_LEAST)
        pipe->threaded = sl_pipe_start(&pipe->pipe, fill_slot, pipe);
    return SL_OK;
}

/* Gives the emptied batch back and waits for the next one. */
static void turn(struct sl_row_pipe *pipe)
{
    if (pipe->current != NULL) sl_pipe_empty(&pipe->pipe);
    pipe->current = &pipe->batches[sl_pipe_wait(&pipe->pipe)];
    pipe->next = 0;
}

enum sl_status sl_row_pipe_next(struct sl_row_pipe *pipe, struct sl_row *out, struct sl_error *err)
{
    if (!pipe->threaded) return sl_row_reader_next(pipe->reader, out, err);
    if (pipe->over) return SL_NOTHING;
    while (pipe->current == NULL || pipe->next == pipe->current->count) {
        if (pipe->current != NULL && pipe->current->failed) {
            pipe->over = true;
            return sl_fail_memory(err);
        }
        turn(pipe);
    }
    pipe->last = &pipe->current->rows[pipe->next++];
    *out = pipe->last->row;
    if (pipe->last->status != SL_OK && err != NULL) *err = pipe->current->errors[pipe->last->error];
    if (pipe->last->status == SL_NOTHING || pipe->last->status == SL_FAILED) pipe->over = true;
    return pipe->last->status;
}

bool sl_row_pipe_broke(const struct sl_row_pipe *pipe)
{
    if (!pipe->threaded) return sl_row_reader_broke(pipe->reader);
    return pipe->last != NULL && pipe->last->broke;
}

int64_t sl_row_pipe_position(const struct sl_row_pipe *pipe)
{
    if (!pipe->threaded) return sl_row_reader_position(pipe->reader);
    return pipe->last == NULL ? 0 : pipe->last->position;
}

const struct sl_row *sl_row_pipe_ahead(const struct sl_row_pipe *pipe, size_t ahead)
{
    const struct batch *current = pipe->current;
    if (current == NULL || pipe->next + ahead >= current->count) return NULL;
    return &current->rows[pipe->next + ahead].row;
}

static void release(struct batch *batch)
{
    free(batch->rows);
    free(batch->cells);
    free(batch->errors);
    sl_buffer_release(&batch->bytes);
}

void sl_row_pipe_close(struct sl_row_pipe *pipe)
{
    if (pipe == NULL) return;
    if (pipe->threaded) sl_pipe_stop(&pipe->pipe);
    for (size_t i = 0; i < SL_PIPE_SLOTS; i++)
        release(&pipe->batches[i]);
    free(pipe);
}
