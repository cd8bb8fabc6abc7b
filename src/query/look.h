/* The rows of look-through ownership, and the nodes that they are about. */
#ifndef QUERY_LOOK_H
#define QUERY_LOOK_H

#include "query/network.h"

struct sl_look_row {
    double rank;                /* sl_percent_rank of the total */
    struct sl_text_start start; /* of the entity's name */
    uint32_t node;
    struct sl_lookthrough_row row;
};

/* In the order in which they are printed. */
struct sl_look {
    struct sl_look_row *rows;
    size_t count, capacity;
};

/* Reads the network around its node 0 and adds it up. */
enum sl_status sl_look_read(struct sl_look *out, struct sl_network *network,
                            const struct sl_network_options *options, struct sl_error *err);
void sl_look_release(struct sl_look *look);

/* The options as they are meant: none where the caller gave none; the least per cent as printed. */
struct sl_network_options sl_look_options(const struct sl_network_options *options);
/* SL_NOTHING, in the words of the direction. */
enum sl_status sl_look_nothing(const struct sl_network *network, enum sl_direction direction,
                               struct sl_error *err);

#endif
