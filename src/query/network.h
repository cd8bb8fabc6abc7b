/* The network of a date: who has how much of whom, read issuer by issuer, as far as a question
 * leads. */
#ifndef QUERY_NETWORK_H
#define QUERY_NETWORK_H

#include <stakeline/network.h>

#include "query/positions.h"
#include "query/solver.h"

/* What one node has of another, share classes added up; parts of 1. */
struct sl_link {
    uint32_t holder, issuer;
    double low, middle, high; /* 0 where no stake is known */
    double votes;             /* 0 where none are known */
    bool unknown;             /* no stake is known */
    const char *source;       /* of the largest class; kept only where asked for */
    int32_t since;            /* the last day on which one of its positions changed */
};

struct sl_node {
    sl_entity entity;
    bool read;          /* its holders are in the network, */
    size_t first, last; /* and their links to it stand from `first` up to `last` */
    double held;        /* by all, the middles */
    bool reached;       /* it leads to node 0, or is led to */
    uint32_t link;      /* the last one in which it is the holder */
};

struct sl_node_list {
    uint32_t *items;
    size_t count, capacity;
};
enum sl_status sl_node_list_add(struct sl_node_list *list, uint32_t node, struct sl_error *err);

/* Node 0 is the entity that the question is about. */
struct sl_network {
    struct sl_book *book;
    const struct sl_view *view;
    bool sources;
    struct sl_node *nodes;
    size_t count, capacity;
    struct sl_link *links;
    size_t link_count, link_capacity;
    uint32_t *index; /* hash of entities: node + 1 */
    size_t index_size;
    struct sl_positions positions; /* of the issuers that were read last */
    struct sl_arena arena;
};

enum sl_status sl_network_open(struct sl_network *out, struct sl_book *book,
                               const struct sl_view *view, sl_entity of, struct sl_error *err);
void sl_network_release(struct sl_network *network);

/* Adds the holders of a node, with their links to it; nothing where that was done. */
enum sl_status sl_network_read(struct sl_network *network, uint32_t node, struct sl_error *err);
/* Reads all issuers that the node may hold, and adds those that it does hold to the list. */
enum sl_status sl_network_read_held(struct sl_network *network, uint32_t node,
                                    struct sl_node_list *out, struct sl_error *err);
/* Adds those of the issuers that were not read yet, with who holds them. */
enum sl_status sl_network_read_issuers(struct sl_network *network, const sl_entity *issuers,
                                       size_t count, struct sl_error *err);
/* Of an entity that is in the network. */
uint32_t sl_network_node(const struct sl_network *network, sl_entity entity);
/* network_levels.c: reads all that leads to node 0, or all that it leads to: those nodes are
 * `reached`. Others are in the network where they hold something of these, or where a good part of
 * the book was read: then it is all there. */
enum sl_status sl_network_read_all(struct sl_network *network, enum sl_direction direction,
                                   struct sl_error *err);

/* Does what the holder has of the issuer lead further? */
static inline bool sl_link_leads_on(const struct sl_link *link)
{
    return link->high > 0 || link->votes > 0;
}

/* The holder's link to an issuer that was read; NULL where it has none. */
const struct sl_link *sl_network_link(const struct sl_network *network, uint32_t holder,
                                      uint32_t issuer);
const char *sl_network_name(const struct sl_network *network, uint32_t node);

/* The links as indices into `links`, by holder or by issuer: those of node i are at[starts[i]] up
 * to at[starts[i + 1]]. */
struct sl_link_index {
    uint32_t *starts, *at;
};
enum sl_status sl_link_index_build(struct sl_link_index *out, const struct sl_network *network,
                                   bool by_holder, struct sl_error *err);
void sl_link_index_release(struct sl_link_index *index);

#endif
