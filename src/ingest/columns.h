/* The columns of the event CSV, and which of them a file has. */
#ifndef INGEST_COLUMNS_H
#define INGEST_COLUMNS_H

#include <stdbool.h>

#include "base/arena.h"
#include "ingest/problems.h"
#include "ingest/row_reader.h"

/* In the order of sl_event_columns. */
enum sl_column {
    SL_COLUMN_DATE,
    SL_COLUMN_KNOWN,
    SL_COLUMN_KIND,
    SL_COLUMN_STATUS,
    SL_COLUMN_ISSUER,
    SL_COLUMN_HOLDER,
    SL_COLUMN_COUNTERPARTY,
    SL_COLUMN_CLASS,
    SL_COLUMN_STAKE,
    SL_COLUMN_STAKE_AFTER,
    SL_COLUMN_VOTES,
    SL_COLUMN_SHARES,
    SL_COLUMN_OUTSTANDING,
    SL_COLUMN_RATIO,
    SL_COLUMN_AMOUNT,
    SL_COLUMN_CURRENCY,
    SL_COLUMN_PRE_MONEY,
    SL_COLUMN_POST_MONEY,
    SL_COLUMN_PRICE,
    SL_COLUMN_ROUND,
    SL_COLUMN_ROLE,
    SL_COLUMN_INSTRUMENT,
    SL_COLUMN_DEAL,
    SL_COLUMN_PART,
    SL_COLUMN_SOURCE,
    SL_COLUMN_URL,
    SL_COLUMN_NOTE,
    SL_COLUMN_COUNT,
    SL_COLUMN_EXTRA = SL_COLUMN_COUNT /* an x_ column */
};

enum { SL_EXTRA_NAME_MAX = 64 }; /* bytes of an x_ column's name, x_ included */

struct sl_header_column {
    enum sl_column column;
    const char *name; /* as in sl_event_columns; an x_ column's in lower case */
};

/* All zero is empty. */
struct sl_header {
    struct sl_header_column *columns;
    size_t count;
    size_t *extras, extra_count; /* which are x_ columns, by their names */
    size_t names[SL_COLUMN_COUNT], name_count; /* which of the columns are names of entities */
    struct sl_arena memory;
};

/* Reads the header row. SL_INVALID after handing on every problem: unknown, unnamed and doubled
 * columns, required ones that are missing. */
enum sl_status sl_header_read(struct sl_header *out, const struct sl_row *row,
                              struct sl_problems *problems, struct sl_error *err);
/* Fills `extras`, once the columns are known. false when memory is out. */
bool sl_header_sort_extras(struct sl_header *header, struct sl_arena *memory);
/* Makes the name of an x_ column lower case; false when it cannot be one. */
bool sl_extra_name_read(char *name, size_t length);
void sl_header_release(struct sl_header *header);

#endif
