/* Positions on their way to rows: gathered issuer by issuer in little memory, as there can be many;
 * then named, put in order and sent, a page of them at a time. */
#ifndef QUERY_POSITION_TABLE_H
#define QUERY_POSITION_TABLE_H

#include "base/text.h"
#include "query/play.h"

/* A position that is not 0. Stakes are parts of the capital, NaN where not known. */
struct sl_held {
    sl_entity issuer, holder;
    double low, high;
    double votes; /* per cent */
    int64_t shares;
    const char *class_, *source;
    int32_t since;
    uint8_t since_unit;
    uint8_t basis; /* where the stake is known */
};

enum { SL_POSITION_TEXTS = 256 };

/* All zero is empty. */
struct sl_position_table {
    struct sl_held *rows;
    size_t count, capacity;
    struct sl_arena arena;                /* of texts */
    const char *texts[SL_POSITION_TEXTS]; /* of them, the last of each hash */
};

/* Adds the positions of the issuer in `play` that are not 0: one holder's, or (0) everyone's. */
enum sl_status sl_position_table_add(struct sl_position_table *table, const struct sl_play *play,
                                     sl_entity issuer, sl_entity holder, struct sl_error *err);
/* Reads the names of all rows, as far as they were not read. */
enum sl_status sl_position_table_read_names(const struct sl_position_table *table,
                                            struct sl_book *book, struct sl_error *err);
/* Empties it and keeps its memory. */
void sl_position_table_clear(struct sl_position_table *table);
void sl_position_table_release(struct sl_position_table *table);

/* A position on its way out. */
struct sl_placed {
    double rank;                /* sl_percent_rank of the stake */
    struct sl_text_start start; /* of the holder's name */
    const char *issuer, *holder;
    const struct sl_held *held;
};

/* All zero is empty. */
struct sl_position_page {
    struct sl_placed *rows;
    size_t count, capacity;
    sl_entity unnamed; /* one whose name was not read, and is "?", of all that were added; 0: there
                          is none */
};

/* Adds rows of a table, which the page borrows, as they are sent: the largest stake first, unknown
 * ones last, then by name. */
enum sl_status sl_position_page_add(struct sl_position_page *page, const struct sl_held *rows,
                                    size_t count, const struct sl_book *book, struct sl_error *err);
/* Sends the rows, and empties the page. */
enum sl_status sl_position_page_send(struct sl_position_page *page, struct sl_sink sink,
                                     struct sl_error *err);
void sl_position_page_release(struct sl_position_page *page);

#endif
