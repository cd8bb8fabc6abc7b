/* Which positions a question about ownership through others reads: from an issuer to its holders,
 * from a holder to its issuers, each issuer once. */
#include "query/network.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/vector.h"

/* ---- nodes ---- */

/* Ids come in runs: as they are they would fill whole stretches of the table. */
static size_t first_slot(sl_entity entity, size_t size)
{
    const uint64_t hash = (uint64_t)entity * UINT64_C(0x9e3779b97f4a7c15);
    return (size_t)(hash >> 32) & (size - 1);
}

static uint32_t *find_slot(const struct sl_network *network, sl_entity entity)
{
    size_t at = first_slot(entity, network->index_size);
    while (network->index[at] != 0 && network->nodes[network->index[at] - 1].entity != entity)
        at = (at + 1) & (network->index_size - 1);
    return &network->index[at];
}

static bool grow_index(struct sl_network *network)
{
    if (network->count * 2 < network->index_size) return true;
    size_t size = network->index_size == 0 ? 64 : network->index_size * 2;
    uint32_t *index = calloc(size, sizeof *index);
    if (index == NULL) return false;
    free(network->index);
    network->index = index;
    network->index_size = size;
    for (size_t i = 0; i < network->count; i++)
        *find_slot(network, network->nodes[i].entity) = (uint32_t)i + 1;
    return true;
}

static enum sl_status add_node(struct sl_network *network, sl_entity entity, uint32_t *out,
                               struct sl_error *err)
{
    if (!grow_index(network)) return sl_fail_memory(err);
    uint32_t *slot = find_slot(network, entity);
    if (*slot == 0) {
        if (network->count >= UINT32_MAX - 1)
            return sl_fail(err, SL_FAILED, "the network is too large");
        if (!sl_vector_grow(&network->nodes, network->count, &network->capacity,
                            sizeof(*network->nodes)))
            return sl_fail_memory(err);
        network->nodes[network->count++] = (struct sl_node){.entity = entity};
        *slot = (uint32_t)network->count;
    }
    *out = *slot - 1;
    return SL_OK;
}

enum sl_status sl_network_open(struct sl_network *out, struct sl_book *book,
                               const struct sl_view *view, sl_entity of, struct sl_error *err)
{
    uint32_t node;
    *out = (struct sl_network){.book = book, .view = view, .play = {.book = book}};
    return add_node(out, of, &node, err);
}

void sl_network_release(struct sl_network *network)
{
    sl_play_release(&network->play);
    sl_arena_release(&network->arena);
    free(network->nodes);
    free(network->links);
    free(network->index);
    *network = (struct sl_network){0};
}

const char *sl_network_name(const struct sl_network *network, uint32_t node)
{
    return sl_book_name(network->book, network->nodes[node].entity);
}

/* ---- links ---- */

/* The holder's link to the issuer at hand: classes have one. */
static struct sl_link *link_of(struct sl_network *network, uint32_t holder, uint32_t issuer)
{
    uint32_t last = network->nodes[holder].link;
    if (last < network->link_count && network->links[last].holder == holder &&
        network->links[last].issuer == issuer)
        return &network->links[last];
    if (network->link_count >= UINT32_MAX ||
        !sl_vector_grow(&network->links, network->link_count, &network->link_capacity,
                        sizeof(*network->links)))
        return NULL;
    network->nodes[holder].link = (uint32_t)network->link_count;
    struct sl_link *link = &network->links[network->link_count++];
    *link =
        (struct sl_link){.holder = holder, .issuer = issuer, .unknown = true, .since = SL_DAY_MIN};
    return link;
}

static enum sl_status add_position(struct sl_network *network, uint32_t issuer,
                                   const struct sl_position *position, struct sl_error *err)
{
    uint32_t holder;
    enum sl_status status = add_node(network, position->holder, &holder, err);
    if (status != SL_OK) return status;
    struct sl_link *link = link_of(network, holder, issuer);
    if (link == NULL) return sl_fail_memory(err);
    struct sl_range stake = {0};
    double votes = sl_play_votes(&network->play.ledger, position), before = link->middle;
    if (!isnan(votes)) link->votes += votes / 100;
    if (sl_ledger_stake(&network->play.ledger, position, &stake)) {
        link->unknown = false;
        link->low += stake.low;
        link->middle += (stake.low + stake.high) / 2;
        link->high += stake.high;
    }
    if (position->since.day > link->since) link->since = position->since.day;
    bool largest = link->source == NULL || link->middle - before > before;
    if (network->sources && largest && position->source != NULL) {
        link->source = position->source;
        if (!sl_arena_keep(&network->arena, &link->source)) return sl_fail_memory(err);
    }
    return SL_OK;
}

enum sl_status sl_network_read(struct sl_network *network, uint32_t node, struct sl_error *err)
{
    if (network->nodes[node].read) return SL_OK;
    network->nodes[node].read = true;
    network->nodes[node].first = network->link_count;
    enum sl_status status =
        sl_play_issuer(&network->play, network->nodes[node].entity, network->view, NULL, err);
    const struct sl_ledger *ledger = &network->play.ledger;
    for (size_t i = 0; i < ledger->count && status == SL_OK; i++) {
        if (!sl_position_is_nothing(ledger->positions[i]))
            status = add_position(network, node, ledger->positions[i], err);
    }
    network->nodes[node].last = network->link_count;
    for (size_t i = network->nodes[node].first; i < network->link_count; i++)
        network->nodes[node].held += network->links[i].middle;
    return status;
}

const struct sl_link *sl_network_link(const struct sl_network *network, uint32_t holder,
                                      uint32_t issuer)
{
    const struct sl_node *node = &network->nodes[issuer];
    for (size_t i = node->first; i < node->last; i++) {
        if (network->links[i].holder == holder) return &network->links[i];
    }
    return NULL;
}

enum sl_status sl_node_list_add(struct sl_node_list *list, uint32_t node, struct sl_error *err)
{
    if (!sl_vector_grow(&list->items, list->count, &list->capacity, sizeof *list->items))
        return sl_fail_memory(err);
    list->items[list->count++] = node;
    return SL_OK;
}

static bool leads_on(const struct sl_link *link)
{
    return link->high > 0 || link->votes > 0;
}

enum sl_status sl_network_read_held(struct sl_network *network, uint32_t node,
                                    struct sl_node_list *out, struct sl_error *err)
{
    sl_entity *issuers = NULL;
    size_t count = 0;
    enum sl_status status =
        sl_book_issuers_of(network->book, network->nodes[node].entity, &issuers, &count, err);
    for (size_t i = 0; i < count && status == SL_OK; i++) {
        uint32_t issuer;
        status = add_node(network, issuers[i], &issuer, err);
        if (status == SL_OK) status = sl_network_read(network, issuer, err);
        if (status != SL_OK) break;
        const struct sl_link *link = sl_network_link(network, node, issuer);
        if (link == NULL || !leads_on(link)) continue;
        status = sl_node_list_add(out, issuer, err);
    }
    free(issuers);
    return status;
}

static int compare_entities(const void *left, const void *right)
{
    const sl_entity *a = left, *b = right;
    return (*a > *b) - (*a < *b);
}

/* What the nodes of a level may hold, each issuer once, in the order in which the book has them: a
 * large network is read from one end to the other. */
static enum sl_status list_issuers(struct sl_network *network, const struct sl_node_list *level,
                                   sl_entity **out, size_t *out_count, struct sl_error *err)
{
    sl_entity *all = NULL;
    size_t count = 0, capacity = 0, kept = 0;
    enum sl_status status = SL_OK;
    for (size_t i = 0; i < level->count && status == SL_OK; i++) {
        sl_entity *issuers = NULL;
        size_t found = 0;
        status = sl_book_issuers_of(network->book, network->nodes[level->items[i]].entity, &issuers,
                                    &found, err);
        for (size_t j = 0; j < found && status == SL_OK; j++) {
            if (!sl_vector_grow(&all, count, &capacity, sizeof *all))
                status = sl_fail_memory(err);
            else
                all[count++] = issuers[j];
        }
        free(issuers);
    }
    if (count > 1) qsort(all, count, sizeof *all, compare_entities);
    for (size_t i = 0; i < count; i++) {
        if (kept == 0 || all[i] != all[kept - 1]) all[kept++] = all[i];
    }
    *out = all;
    *out_count = kept;
    return status;
}

/* Does anyone who is reached hold something of it? */
static bool is_held(const struct sl_network *network, uint32_t issuer)
{
    const struct sl_node *node = &network->nodes[issuer];
    for (size_t i = node->first; i < node->last; i++) {
        const struct sl_link *link = &network->links[i];
        if (network->nodes[link->holder].reached && leads_on(link)) return true;
    }
    return false;
}

/* Reads what one level holds; `next` gets those of it that were not reached before. */
static enum sl_status read_held(struct sl_network *network, const struct sl_node_list *level,
                                struct sl_node_list *next, struct sl_error *err)
{
    sl_entity *issuers = NULL;
    size_t count = 0;
    enum sl_status status = list_issuers(network, level, &issuers, &count, err);
    for (size_t i = 0; i < count && status == SL_OK; i++) {
        uint32_t issuer;
        status = add_node(network, issuers[i], &issuer, err);
        if (status == SL_OK) status = sl_network_read(network, issuer, err);
        if (status != SL_OK || network->nodes[issuer].reached || !is_held(network, issuer))
            continue;
        status = sl_node_list_add(next, issuer, err);
    }
    for (size_t i = 0; i < next->count; i++)
        network->nodes[next->items[i]].reached = true;
    free(issuers);
    return status;
}

/* Sorts a level's nodes into the order in which the book has them. */
static enum sl_status sort_level(struct sl_network *network, const struct sl_node_list *level,
                                 struct sl_error *err)
{
    sl_entity *entities = malloc((level->count + 1) * sizeof *entities);
    enum sl_status status = entities == NULL ? sl_fail_memory(err) : SL_OK;
    for (size_t i = 0; i < level->count && status == SL_OK; i++)
        entities[i] = network->nodes[level->items[i]].entity;
    if (status == SL_OK) qsort(entities, level->count, sizeof *entities, compare_entities);
    for (size_t i = 0; i < level->count && status == SL_OK; i++)
        level->items[i] = *find_slot(network, entities[i]) - 1;
    free(entities);
    return status;
}

/* Reads who holds one level; `next` gets those of them that were not reached before. */
static enum sl_status read_holders(struct sl_network *network, const struct sl_node_list *level,
                                   struct sl_node_list *next, struct sl_error *err)
{
    enum sl_status status = sort_level(network, level, err);
    for (size_t i = 0; i < level->count && status == SL_OK; i++) {
        uint32_t node = level->items[i];
        status = sl_network_read(network, node, err);
        for (size_t at = network->nodes[node].first; at < network->nodes[node].last; at++) {
            const struct sl_link *link = &network->links[at];
            if (status != SL_OK || !leads_on(link) || network->nodes[link->holder].reached)
                continue;
            network->nodes[link->holder].reached = true;
            status = sl_node_list_add(next, link->holder, err);
        }
    }
    return status;
}

enum sl_status sl_network_read_all(struct sl_network *network, enum sl_direction direction,
                                   struct sl_error *err)
{
    struct sl_node_list level = {0}, next = {0};
    enum sl_status status = sl_node_list_add(&level, 0, err);
    network->nodes[0].reached = true;
    while (level.count > 0 && status == SL_OK) {
        next.count = 0;
        status = direction == SL_HOLDINGS ? read_held(network, &level, &next, err)
                                          : read_holders(network, &level, &next, err);
        const struct sl_node_list done = level;
        level = next;
        next = done;
    }
    free(level.items);
    free(next.items);
    return status;
}

/* ---- order ---- */

enum sl_status sl_link_index_build(struct sl_link_index *out, const struct sl_network *network,
                                   bool by_holder, struct sl_error *err)
{
    out->starts = calloc(network->count + 1, sizeof *out->starts);
    out->at = malloc((network->link_count + 1) * sizeof *out->at);
    if (out->starts == NULL || out->at == NULL) {
        sl_link_index_release(out);
        return sl_fail_memory(err);
    }
    for (size_t i = 0; i < network->link_count; i++)
        out->starts[by_holder ? network->links[i].holder : network->links[i].issuer]++;
    uint32_t end = 0;
    for (size_t i = 0; i < network->count; i++) {
        end += out->starts[i];
        out->starts[i] = end;
    }
    out->starts[network->count] = end;
    for (size_t i = network->link_count; i-- > 0;) {
        const struct sl_link *link = &network->links[i];
        out->at[--out->starts[by_holder ? link->holder : link->issuer]] = (uint32_t)i;
    }
    return SL_OK;
}

void sl_link_index_release(struct sl_link_index *index)
{
    free(index->starts);
    free(index->at);
    *index = (struct sl_link_index){0};
}

int sl_compare_percents(double a, double b)
{
    if (isnan(a) || isnan(b)) return isnan(a) - isnan(b);
    double x = round(a * 1e6), y = round(b * 1e6);
    return (x < y) - (x > y);
}
