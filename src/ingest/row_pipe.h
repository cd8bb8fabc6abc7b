/* Rows read ahead: a thread of its own reads and splits a large file while the caller makes events
 * of the rows. What comes out is what the reader alone would hand out, in the same order. */
#ifndef INGEST_ROW_PIPE_H
#define INGEST_ROW_PIPE_H

#include "ingest/row_reader.h"

struct sl_row_pipe;

/* Takes over the reading until it is closed. Where a thread is of no use (a small file; one that is
 * no ordinary file, whose end may be far; `raw` rows are wanted) or cannot be had, rows are read
 * when they are asked for. */
enum sl_status sl_row_pipe_open(struct sl_row_pipe **out, struct sl_row_reader *reader, bool raw,
                                struct sl_error *err);
/* As sl_row_reader_next, _broke and _position, of the row handed out last. */
enum sl_status sl_row_pipe_next(struct sl_row_pipe *pipe, struct sl_row *out, struct sl_error *err);
bool sl_row_pipe_broke(const struct sl_row_pipe *pipe);
int64_t sl_row_pipe_position(const struct sl_row_pipe *pipe);
/* A row that will be handed out after `ahead` others, when it is there already; else NULL. */
const struct sl_row *sl_row_pipe_ahead(const struct sl_row_pipe *pipe, size_t ahead);
/* Waits for the thread. The reader is the caller's again. NULL is allowed. */
void sl_row_pipe_close(struct sl_row_pipe *pipe);

#endif
