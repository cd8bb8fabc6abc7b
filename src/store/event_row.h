/* An event as a row of cells: the form between struct sl_event, the packs of the table and the
 * sorted runs. */
#ifndef STORE_EVENT_ROW_H
#define STORE_EVENT_ROW_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "model/event.h"

/* The cells of an event. */
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
/* The row as bytes, and back (text is then in `bytes`); `seq` and `line` come first, so that rows
 * are equal when what follows is (sl_row_value). */
void sl_row_encode(struct sl_buffer *out, const struct sl_row *row);
void sl_row_decode(struct sl_row *row, const unsigned char *bytes);
/* The same with a NUL behind each text: a decoded row's texts are strings. */
void sl_row_encode_strings(struct sl_buffer *out, const struct sl_row *row);
void sl_row_decode_strings(struct sl_row *row, const unsigned char *bytes);
/* Is it one of those that rounds and deals are made of: of kind round or debt, or with a deal? */
bool sl_row_funds(const struct sl_row *row);
/* Leaves only what the claims of a pack have. */
void sl_row_leave_details(struct sl_row *row);
/* Where the value of an encoded row begins, behind what every copy of it has of its own. */
const unsigned char *sl_row_value(const unsigned char *bytes);

/* Fills an event from a row that was read with its details; its text is the row's. The entities
 * are as stored. false when the values cannot be. */
bool sl_event_from_row(struct sl_event *event, const struct sl_row *row);
/* Fills the spellings beside an event, from a row that was read with its details. */
void sl_event_text_from_row(struct sl_event_text *text, const struct sl_row *row);

#endif
