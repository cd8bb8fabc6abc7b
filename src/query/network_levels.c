/* Which positions a question about ownership through others reads: level by level from an issuer to
 * its holders, or from a holder to its issuers. */
#include <stdlib.h>

#include "base/error.h"
#include "query/network.h"
#include "store/ids.h"

/* Does anyone who is reached hold something of it? */
static bool is_held(const struct sl_network *network, uint32_t issuer)
{
    const struct sl_node *node = &network->nodes[issuer];
    for (size_t i = node->first; i < node->last; i++) {
        const struct sl_link *link = &network->links[i];
        if (network->nodes[link->holder].reached && sl_link_leads_on(link)) return true;
    }
    return false;
}

/* The entities of a level, in the order in which the book has them: a large network is read from
 * one end to the other. To be freed by the caller. */
static enum sl_status list_entities(const struct sl_network *network,
                                    const struct sl_node_list *level, sl_entity **out,
                                    struct sl_error *err)
{
    size_t count = level->count;
    sl_entity *entities = malloc((count + 1) * sizeof *entities);
    if (entities == NULL) return sl_fail_memory(err);
    for (size_t i = 0; i < count; i++)
        entities[i] = network->nodes[level->items[i]].entity;
    sl_ids_make_unique(entities, &count);
    *out = entities;
    return SL_OK;
}

/* Reads what one level holds; `next` gets those of it that were not reached before. */
static enum sl_status read_held(struct sl_network *network, const sl_entity *level, size_t size,
                                struct sl_node_list *next, struct sl_error *err)
{
    sl_entity *issuers = NULL;
    size_t count = 0;
    enum sl_status status = sl_book_issuers_of(network->book, level, size, &issuers, &count, err);
    if (status == SL_OK) status = sl_network_read_issuers(network, issuers, count, err);
    for (size_t i = 0; i < count && status == SL_OK; i++) {
        const uint32_t issuer = sl_network_node(network, issuers[i]);
        if (network->nodes[issuer].reached || !is_held(network, issuer)) continue;
        status = sl_node_list_add(next, issuer, err);
    }
    for (size_t i = 0; i < next->count; i++)
        network->nodes[next->items[i]].reached = true;
    free(issuers);
    return status;
}

/* The same of a network that is whole. */
static enum sl_status follow_held(struct sl_network *network, const struct sl_link_index *by_holder,
                                  const struct sl_node_list *level, struct sl_node_list *next,
                                  struct sl_error *err)
{
    enum sl_status status = SL_OK;
    for (size_t i = 0; i < level->count; i++) {
        const uint32_t holder = level->items[i];
        for (uint32_t at = by_holder->starts[holder];
             at < by_holder->starts[holder + 1] && status == SL_OK; at++) {
            const struct sl_link *link = &network->links[by_holder->at[at]];
            if (!sl_link_leads_on(link) || network->nodes[link->issuer].reached) continue;
            network->nodes[link->issuer].reached = true;
            status = sl_node_list_add(next, link->issuer, err);
        }
    }
    return status;
}

/* Reads who holds one level; `next` gets those of them that were not reached before. */
static enum sl_status read_holders(struct sl_network *network, const sl_entity *level, size_t size,
                                   struct sl_node_list *next, struct sl_error *err)
{
    enum sl_status status = sl_network_read_issuers(network, level, size, err);
    for (size_t i = 0; i < size && status == SL_OK; i++) {
        const struct sl_node *node = &network->nodes[sl_network_node(network, level[i])];
        for (size_t at = node->first; at < node->last && status == SL_OK; at++) {
            const struct sl_link *link = &network->links[at];
            if (!sl_link_leads_on(link) || network->nodes[link->holder].reached) continue;
            network->nodes[link->holder].reached = true;
            status = sl_node_list_add(next, link->holder, err);
        }
    }
    return status;
}

/* Reads the rest of the book where a level is a good part of it: in one go it takes less time than
 * level by level. */
static enum sl_status read_rest(struct sl_network *network, size_t level, bool *whole,
                                struct sl_error *err)
{
    enum { WORTH_IT = 1024, PARTS = 24 };
    sl_entity first = 0, last = 0, *issuers = NULL;
    size_t count = 0;
    if (*whole || level < WORTH_IT) return SL_OK;
    enum sl_status status = sl_book_issuer_ids(network->book, &first, &last, err);
    if (status != SL_OK || level < (uint64_t)last / PARTS) return status;
    status = sl_book_issuers(network->book, false, false, &issuers, &count, err);
    if (status == SL_OK) status = sl_network_read_issuers(network, issuers, count, err);
    free(issuers);
    *whole = status == SL_OK;
    return status;
}

/* Reads or follows one level: both directions. */
static enum sl_status take_level(struct sl_network *network, enum sl_direction direction,
                                 const struct sl_node_list *level, struct sl_node_list *next,
                                 struct sl_error *err)
{
    sl_entity *entities = NULL;
    enum sl_status status = list_entities(network, level, &entities, err);
    if (status == SL_OK)
        status = direction == SL_HOLDINGS
                     ? read_held(network, entities, level->count, next, err)
                     : read_holders(network, entities, level->count, next, err);
    free(entities);
    return status;
}

enum sl_status sl_network_read_all(struct sl_network *network, enum sl_direction direction,
                                   struct sl_error *err)
{
    struct sl_node_list level = {0}, next = {0};
    struct sl_link_index by_holder = {0};
    bool whole = false;
    enum sl_status status = sl_node_list_add(&level, 0, err);
    network->nodes[0].reached = true;
    while (level.count > 0 && status == SL_OK) {
        next.count = 0;
        status = read_rest(network, level.count, &whole, err);
        if (status == SL_OK && whole && direction == SL_HOLDINGS && by_holder.at == NULL)
            status = sl_link_index_build(&by_holder, network, true, err);
        if (status == SL_OK)
            status = by_holder.at != NULL ? follow_held(network, &by_holder, &level, &next, err)
                                          : take_level(network, direction, &level, &next, err);
        const struct sl_node_list done = level;
        level = next;
        next = done;
    }
    sl_link_index_release(&by_holder);
    free(level.items);
    free(next.items);
    return status;
}
