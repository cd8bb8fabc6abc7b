/* An event as a row of cells: the form between struct sl_event, the table and the sorted runs. */
#ifndef STORE_EVENT_ROW_H
#define STORE_EVENT_ROW_H

#include "base/buffer.h"
#include "model/event.h"
#include "store/statement.h"

/* The cells in the order of the table's columns. */
enum sl_cell_id {
    SL_CELL_ISSUER,
    SL_CELL_DAY,
    SL_CELL_SEQ,
    SL_CELL_KIND,
    SL_CELL_STATUS,
    SL_CELL_UNIT,
    SL_CELL_KNOWN,
    SL_CELL_KNOWN_UNIT,
    SL_CELL_HOLDER,
    SL_CELL_COUNTERPARTY,
    SL_CELL_CLASS,
    SL_CELL_STAKE,
    SL_CELL_STAKE_AFTER,
    SL_CELL_VOTES,
    SL_CELL_SHARES,
    SL_CELL_OUTSTANDING,
    SL_CELL_RATIO,
    SL_CELL_AMOUNT,
    SL_CELL_CURRENCY,
    SL_CELL_PRE_MONEY,
    SL_CELL_POST_MONEY,
    SL_CELL_ROUND,
    SL_CELL_INSTRUMENT,
    SL_CELL_DEAL,
    SL_CELL_PART,
    SL_CELL_SOURCE,
    SL_CELL_ROLE,
    SL_CELL_PRICE,
    SL_CELL_URL,
    SL_CELL_NOTE,
    SL_CELL_EXTRA,
    SL_CELL_LINE,
    SL_CELL_COUNT
};

#define SL_CELLS_POSITION                                                                    \
    "issuer,day,seq,kind,status,unit,known,known_unit,holder,counterparty,class,stake,"      \
    "stake_after,votes,shares,outstanding,ratio,amount,currency,pre_money,post_money,round," \
    "instrument,deal,part,source,role"
#define SL_CELLS_ALL SL_CELLS_POSITION ",price,url,note,extra,line"

/* Text is borrowed. */
struct sl_row {
    uint32_t present; /* a bit a cell that states something */
    struct {
        int64_t number;
        const char *text; /* NULL for a number */
        size_t length;
    } cell[SL_CELL_COUNT];
};

/* From an event; its strings are borrowed. SEQ is event.seq. */
void sl_row_from_event(struct sl_row *row, const struct sl_event_text *text);
/* From a statement's current row of SL_CELLS_ALL; text is the statement's. */
void sl_row_from_statement(struct sl_row *row, struct sl_statement *statement);

/* The row as bytes, and back (text is then in `bytes`); `seq` and `line` come first, so that rows
 * are equal when what follows is (sl_row_value). */
void sl_row_encode(struct sl_buffer *out, const struct sl_row *row);
void sl_row_decode(struct sl_row *row, const unsigned char *bytes);
/* Where the value of an encoded row begins, behind what every copy of it has of its own. */
const unsigned char *sl_row_value(const unsigned char *bytes);

/* Binds to an INSERT of SL_CELLS_ALL; `bound` are the cells that the statement has from the row
 * before, and becomes this row's. */
void sl_row_bind(const struct sl_row *row, struct sl_statement *statement, uint32_t *bound);

/* Fills an event from a statement's row of SL_CELLS_POSITION, or of SL_CELLS_ALL with `all`. Text
 * is the statement's. The entities are as stored. SL_FAILED when the values cannot be. */
enum sl_status sl_event_read(struct sl_event *event, struct sl_statement *statement, bool all,
                             struct sl_error *err);
/* Fills the spellings beside an event read with `all`. */
void sl_event_text_read(struct sl_event_text *text, struct sl_statement *statement);

#endif
