/* Positions on their way to rows: gathered issuer by issuer, then named, put in order and sent. */
#ifndef QUERY_POSITION_TABLE_H
#define QUERY_POSITION_TABLE_H

#include "query/play.h"

struct sl_placed {
    sl_entity issuer, holder;
    double rank;                /* see sl_position_table_send */
    struct sl_position_row row; /* see sl_position_table_name */
};

/* All zero is empty. */
struct sl_position_table {
    struct sl_placed *rows;
    size_t count, capacity;
    const struct sl_placed **order;
    size_t order_capacity;
    bool borrows;          /* the events' texts live until the rows were sent */
    struct sl_arena arena; /* else, copies of them */
};

/* Adds the positions of the issuer in `play` that are not 0: one holder's, or (0) everyone's. */
enum sl_status sl_position_table_add(struct sl_position_table *table, const struct sl_play *play,
                                     sl_entity issuer, sl_entity holder, struct sl_error *err);
/* Fills the names of all rows, for good: until then they are ids. */
void sl_position_table_name(struct sl_position_table *table, struct sl_book *book);
/* Sends `count` named rows from `first` on: the largest first, unknown ones last, then by name. */
enum sl_status sl_position_table_send(struct sl_position_table *table, size_t first, size_t count,
                                      struct sl_sink sink, struct sl_error *err);
void sl_position_table_clear(struct sl_position_table *table);
void sl_position_table_release(struct sl_position_table *table);

#endif
