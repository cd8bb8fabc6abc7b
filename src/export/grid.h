/* Rows that are collected before they are written, for the formats that must see them all. */
#ifndef EXPORT_GRID_H
#define EXPORT_GRID_H

#include "base/arena.h"
#include "export/format.h"

struct sl_grid_column {
    size_t width; /* of its widest cell in a terminal, heading included */
    bool used;    /* some cell is not blank */
    bool varies;  /* some cell is not like the first */
};

/* The state of a writer whose begin, row and release are those below. */
struct sl_grid {
    const char **cells; /* count a row; "" is blank */
    size_t rows, capacity, count;
    struct sl_grid_column *columns;
    struct sl_arena memory;
};

enum sl_status sl_grid_begin(struct sl_writer *writer, struct sl_error *err);
enum sl_status sl_grid_row(struct sl_writer *writer, const struct sl_span *cells,
                           struct sl_error *err);
void sl_grid_release(struct sl_writer *writer);

/* Is the column to be left out, as nothing stands in it? Without rows none is. */
bool sl_grid_is_blank(const struct sl_writer *writer, size_t column);

/* Decides what of the table fits `width` columns with `gap` between two: `widths` (one a column)
 * gets how wide each is, 0 where it is left out. Width 0: everything fits. */
void sl_grid_layout(const struct sl_writer *writer, size_t width, size_t gap, size_t *widths);

#endif
