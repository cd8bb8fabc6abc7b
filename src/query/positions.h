/* The positions in many issuers at one moment, gathered by a crew. */
#ifndef QUERY_POSITIONS_H
#define QUERY_POSITIONS_H

#include "query/crew.h"
#include "query/position_table.h"

/* Where those in one issuer are. */
struct sl_position_place {
    const struct sl_position_table *table;
    size_t first, count;
};

/* All zero is empty. */
struct sl_positions {
    struct sl_position_table tables[SL_CREW_MOST];
    struct sl_position_place *places; /* of each issuer that was asked for */
    size_t capacity;
};

/* Which positions are asked for. */
struct sl_position_wish {
    struct sl_book *book;
    const struct sl_view *view;
    /* What the caller's thread does before it reads, too; NULL: nothing. */
    enum sl_status (*first)(void *context, struct sl_error *err);
    void *context;
};

/* Replaces the positions by those in these issuers: fastest in the order of their ids. */
enum sl_status sl_positions_read(struct sl_positions *positions,
                                 const struct sl_position_wish *wish, const sl_entity *issuers,
                                 size_t count, struct sl_error *err);
/* Those of all issuers. */
/* Of all issuers there are, by id: the list, which is whole before `first`, is the caller's to
 * free.
 */
enum sl_status sl_positions_read_all(struct sl_positions *positions,
                                     const struct sl_position_wish *wish,
                                     struct sl_crew_list *issuers, struct sl_error *err);
size_t sl_positions_count(const struct sl_positions *positions);
/* Reads the names of all of them, as far as they were not read. */
enum sl_status sl_positions_read_names(const struct sl_positions *positions, struct sl_book *book,
                                       struct sl_error *err);
void sl_positions_release(struct sl_positions *positions);

#endif
