/* Nodes and links: what is read of an issuer, each once. */
#include "query/network.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/expect.h"
#include "base/vector.h"
#include "store/ids.h"

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

uint32_t sl_network_node(const struct sl_network *network, sl_entity entity)
{
    return *find_slot(network, entity) - 1;
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
    *out = (struct sl_network){.book = book, .view = view};
    return add_node(out, of, &node, err);
}

void sl_network_release(struct sl_network *network)
{
    sl_positions_release(&network->positions);
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

/* Fetches ahead what rows will be added to, which lies anywhere in a large network. */
static void expect_rows(const struct sl_network *network, const struct sl_position_table *table,
                        size_t row)
{
    enum { FAR = 16, NEAR = 8 };
    if (row + FAR >= table->count) return;
    const sl_entity far = table->rows[row + FAR].holder, near = table->rows[row + NEAR].holder;
    sl_expect(&network->index[first_slot(far, network->index_size)]);
    const uint32_t node = network->index[first_slot(near, network->index_size)];
    if (node != 0) sl_expect(&network->nodes[node - 1]);
}

static enum sl_status add_position(struct sl_network *network, uint32_t issuer,
                                   const struct sl_held *held, struct sl_error *err)
{
    uint32_t holder;
    enum sl_status status = add_node(network, held->holder, &holder, err);
    if (status != SL_OK) return status;
    struct sl_link *link = link_of(network, holder, issuer);
    if (link == NULL) return sl_fail_memory(err);
    const double before = link->middle;
    if (!isnan(held->votes)) link->votes += held->votes / 100;
    if (!isnan(held->low)) {
        link->unknown = false;
        link->low += held->low;
        link->middle += (held->low + held->high) / 2;
        link->high += held->high;
    }
    if (held->since > link->since) link->since = held->since;
    bool largest = link->source == NULL || link->middle - before > before;
    if (network->sources && largest && held->source != NULL) {
        link->source = held->source;
        if (!sl_arena_keep(&network->arena, &link->source)) return sl_fail_memory(err);
    }
    return SL_OK;
}

static enum sl_status add_issuer(struct sl_network *network, sl_entity entity,
                                 const struct sl_position_place *place, struct sl_error *err)
{
    uint32_t issuer;
    const size_t first = network->link_count;
    enum sl_status status = add_node(network, entity, &issuer, err);
    for (size_t i = place->first; i < place->first + place->count && status == SL_OK; i++) {
        expect_rows(network, place->table, i);
        status = add_position(network, issuer, &place->table->rows[i], err);
    }
    if (status != SL_OK) return status;
    struct sl_node *node = &network->nodes[issuer];
    node->read = true;
    node->first = first;
    node->last = network->link_count;
    for (size_t i = first; i < network->link_count; i++)
        node->held += network->links[i].middle;
    return SL_OK;
}

/* Adds the issuers, none of which was read, with who holds them. */
static enum sl_status read_new(struct sl_network *network, const sl_entity *issuers, size_t count,
                               struct sl_error *err)
{
    enum { AT_ONCE = 32768 };
    const struct sl_position_wish wish = {.book = network->book, .view = network->view};
    enum sl_status status = SL_OK;
    for (size_t first = 0; first < count && status == SL_OK; first += AT_ONCE) {
        const size_t some = count - first < AT_ONCE ? count - first : AT_ONCE;
        status = sl_positions_read(&network->positions, &wish, issuers + first, some, err);
        for (size_t i = 0; i < some && status == SL_OK; i++)
            status = add_issuer(network, issuers[first + i], &network->positions.places[i], err);
    }
    return status;
}

enum sl_status sl_network_read_issuers(struct sl_network *network, const sl_entity *issuers,
                                       size_t count, struct sl_error *err)
{
    size_t fresh = 0;
    sl_entity *ids = malloc((count + 1) * sizeof *ids);
    if (ids == NULL) return sl_fail_memory(err);
    for (size_t i = 0; i < count; i++) {
        const uint32_t slot = *find_slot(network, issuers[i]);
        if (slot == 0 || !network->nodes[slot - 1].read) ids[fresh++] = issuers[i];
    }
    enum sl_status status = read_new(network, ids, fresh, err);
    free(ids);
    return status;
}

enum sl_status sl_network_read(struct sl_network *network, uint32_t node, struct sl_error *err)
{
    return sl_network_read_issuers(network, &network->nodes[node].entity, 1, err);
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

enum sl_status sl_network_read_held(struct sl_network *network, uint32_t node,
                                    struct sl_node_list *out, struct sl_error *err)
{
    sl_entity *issuers = NULL;
    size_t count = 0;
    enum sl_status status =
        sl_book_issuers_of(network->book, &network->nodes[node].entity, 1, &issuers, &count, err);
    if (status == SL_OK) status = sl_network_read_issuers(network, issuers, count, err);
    for (size_t i = 0; i < count && status == SL_OK; i++) {
        const uint32_t issuer = sl_network_node(network, issuers[i]);
        const struct sl_link *link = sl_network_link(network, node, issuer);
        if (link == NULL || !sl_link_leads_on(link)) continue;
        status = sl_node_list_add(out, issuer, err);
    }
    free(issuers);
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
