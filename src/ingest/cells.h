/* A row of cells -> an event. */
#ifndef INGEST_CELLS_H
#define INGEST_CELLS_H

#include <stakeline/import.h>

#include "base/buffer.h"
#include "ingest/columns.h"
#include "ingest/problems.h"
#include "ingest/row_reader.h"
#include "model/event.h"
#include "store/book.h"

enum { SL_CELL_TEXT_MAX = 64 * 1024 }; /* bytes of a source, url, note or x_ cell */

enum sl_label {
    SL_LABEL_CLASS,
    SL_LABEL_ROUND,
    SL_LABEL_INSTRUMENT,
    SL_LABEL_DEAL,
    SL_LABEL_PART,
    SL_LABEL_COUNT
};

struct sl_date_cell {
    char text[32]; /* the last one read, as rows are often sorted by date; "": none */
    struct sl_date date;
};

/* What the rows of a call have in common. Memory is reused from row to row. */
struct sl_cells {
    struct sl_import *import; /* NULL: names are checked, and no entities are made of them */
    const struct sl_header *header;
    const char *const *titles; /* of the columns, for messages; NULL: their own names */
    struct sl_problems *problems;
    struct sl_date_rules dates;
    struct sl_date known;    /* of rows that state none; none: their own date */
    struct sl_buffer source; /* of rows that state none; empty: none */
    struct sl_date_cell last_date, last_known;
    struct sl_buffer labels[SL_LABEL_COUNT];
    struct sl_buffer extra, name;
};

/* Checks and takes the options `known`, `source` and `dates`; SL_MISUSE when one is not right. All
 * zero before it; sl_cells_release after it, in any case. */
enum sl_status sl_cells_init(struct sl_cells *cells, const struct sl_import_options *options,
                             struct sl_error *err);
void sl_cells_release(struct sl_cells *cells);

/* Reads the row, whose cells are in the header's order. Its strings live until the next call, or
 * as long as the row. SL_INVALID after handing on each problem of the row. */
enum sl_status sl_cells_read(struct sl_cells *cells, struct sl_row *row, struct sl_event_text *out,
                             struct sl_error *err);

#endif
