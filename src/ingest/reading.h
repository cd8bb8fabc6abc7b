/* One row on its way from cells to an event: what the files that read its cells share. */
#ifndef INGEST_READING_H
#define INGEST_READING_H

#include "ingest/cells.h"

struct sl_reading {
    struct sl_cells *cells;
    const struct sl_row *row;
    struct sl_row_cell *found[SL_COLUMN_COUNT]; /* the cells that are not blank, by column */
    struct sl_event_text *out;
    enum sl_status failed; /* of the environment: SL_OK, or what to return at once */
    struct sl_error *err;
};

/* Takes what a parser said of a cell: a problem of the row, or a failure. */
void sl_reading_bad(struct sl_reading *reading, enum sl_column column, const struct sl_error *why);

/* amount, pre_money, post_money, price and the currency that they share. */
void sl_reading_money(struct sl_reading *reading);

/* class, round, instrument, deal, part; source, url, note; the x_ columns. */
void sl_reading_texts(struct sl_reading *reading);

/* Checks free text and makes its line ends LF; NULL, or what was expected. */
const char *sl_text_cell_check(struct sl_row_cell *cell, bool lines);

#endif
