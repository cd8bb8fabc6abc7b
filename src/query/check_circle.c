/* Companies that own each other whole: everyone who owns one of them is one of them, so nobody
 * outside owns any. Looked for at the end of the view. */
#include <stdlib.h>

#include "base/error.h"
#include "base/vector.h"
#include "query/check.h"

/* Shares of 1 that come this near to it are all of it. */
static const double WHOLE = 1 - 1e-6;

enum sl_status sl_check_owners(struct sl_check *check, sl_entity issuer, struct sl_error *err)
{
    const struct sl_ledger *ledger = &check->play.ledger;
    if (!sl_check_wants(check, SL_CHECK_CIRCLE, SL_SEVERITY_ERROR)) return SL_OK;
    double sum = 0;
    struct sl_range stake;
    for (size_t i = 0; i < ledger->count; i++) {
        if (ledger->positions[i]->holder != issuer &&
            sl_ledger_stake(ledger, ledger->positions[i], &stake))
            sum += stake.low;
    }
    if (sum < WHOLE) return SL_OK;
    for (size_t i = 0; i < ledger->count; i++) {
        const struct sl_position *position = ledger->positions[i];
        if (!sl_ledger_stake(ledger, position, &stake) || !(stake.low > 0)) continue;
        if (!sl_vector_grow(&check->links, check->link_count, &check->link_capacity,
                            sizeof *check->links))
            return sl_fail_memory(err);
        check->links[check->link_count++] =
            (struct sl_check_link){issuer, position->holder, stake.low};
    }
    return SL_OK;
}

/* ---- the network of full ownership ---- */

struct node {
    sl_entity company;
    size_t first, end; /* its links */
    double part;       /* held by companies that may still be part of a circle */
    bool open;         /* someone outside owns a part */
    unsigned walk;     /* the walk that came by; 0: none */
};

struct network {
    struct node *nodes; /* by company */
    size_t count;
    struct sl_check_link *by_owner; /* the same links by owner */
    size_t link_count;
};

static int by_company(const void *left, const void *right)
{
    const struct sl_check_link *a = left, *b = right;
    if (a->company != b->company) return a->company < b->company ? -1 : 1;
    if (a->part != b->part) return a->part > b->part ? -1 : 1;
    return (a->owner > b->owner) - (a->owner < b->owner);
}

static int by_owner(const void *left, const void *right)
{
    const struct sl_check_link *a = left, *b = right;
    if (a->owner != b->owner) return a->owner < b->owner ? -1 : 1;
    return (a->company > b->company) - (a->company < b->company);
}

static struct node *find(const struct network *network, sl_entity company)
{
    size_t low = 0, high = network->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (network->nodes[middle].company < company)
            low = middle + 1;
        else
            high = middle;
    }
    bool found = low < network->count && network->nodes[low].company == company;
    return found ? &network->nodes[low] : NULL;
}

static bool build(struct network *network, struct sl_check *check)
{
    struct sl_check_link *links = check->links;
    size_t count = check->link_count;
    qsort(links, count, sizeof *links, by_company);
    network->link_count = count;
    network->nodes = calloc(count, sizeof *network->nodes);
    network->by_owner = calloc(count, sizeof *network->by_owner);
    if (network->nodes == NULL || network->by_owner == NULL) return false;
    for (size_t i = 0; i < count; i++) {
        network->by_owner[i] = links[i];
        if (i == 0 || links[i].company != links[i - 1].company)
            network->nodes[network->count++] =
                (struct node){.company = links[i].company, .first = i};
        network->nodes[network->count - 1].end = i + 1;
    }
    qsort(network->by_owner, count, sizeof *network->by_owner, by_owner);
    for (size_t i = 0; i < network->count; i++) {
        struct node *node = &network->nodes[i];
        for (size_t j = node->first; j < node->end; j++) {
            if (find(network, links[j].owner) != NULL) node->part += links[j].part;
        }
    }
    return true;
}

/* Takes out, one after the other, the companies of which someone outside owns a part. */
static bool peel(struct network *network)
{
    size_t *queue = calloc(network->count + 1, sizeof *queue);
    size_t done = 0, waiting = 0;
    if (queue == NULL) return false;
    for (size_t i = 0; i < network->count; i++) {
        network->nodes[i].open = network->nodes[i].part < WHOLE;
        if (network->nodes[i].open) queue[waiting++] = i;
    }
    while (done < waiting) {
        sl_entity owner = network->nodes[queue[done++]].company;
        size_t low = 0, high = network->link_count;
        while (low < high) {
            size_t middle = low + (high - low) / 2;
            if (network->by_owner[middle].owner < owner)
                low = middle + 1;
            else
                high = middle;
        }
        for (; low < network->link_count && network->by_owner[low].owner == owner; low++) {
            struct node *node = find(network, network->by_owner[low].company);
            node->part -= network->by_owner[low].part;
            if (node->open || node->part >= WHOLE) continue;
            node->open = true;
            queue[waiting++] = (size_t)(node - network->nodes);
        }
    }
    free(queue);
    return true;
}

/* The largest owner that is in a circle, or owned by one. */
static struct node *largest_owner(const struct network *network, const struct sl_check *check,
                                  const struct node *node)
{
    for (size_t i = node->first; i < node->end; i++) {
        struct node *owner = find(network, check->links[i].owner);
        if (owner != NULL && !owner->open) return owner;
    }
    return NULL;
}

/* The circle that the company stands in, each with its largest owner. One of a single company is
 * found by another check. */
static enum sl_status report(struct sl_check *check, const struct network *network,
                             const struct node *start, struct sl_error *err)
{
    struct sl_buffer *text = &check->text;
    const struct node *node = start;
    size_t length = 0;
    bool concerned = check->only == 0;
    do {
        const struct node *owner = largest_owner(network, check, node);
        sl_buffer_printf(text, length == 0 ? "%s is owned by %s" : ", %s by %s",
                         sl_check_name(check, node->company), sl_check_name(check, owner->company));
        concerned = concerned || node->company == check->only;
        node = owner;
        length++;
    } while (node != start);
    if (length < 2 || !concerned) {
        sl_buffer_clear(text);
        return SL_OK;
    }
    sl_buffer_add_text(text, ": nobody outside owns them");
    return sl_check_add(check, SL_CHECK_CIRCLE, SL_SEVERITY_ERROR, NULL, start->company, 0, err);
}

enum sl_status sl_check_circles(struct sl_check *check, struct sl_error *err)
{
    struct network network = {0};
    enum sl_status status = SL_OK;
    unsigned walk = 0;
    if (check->link_count == 0) return SL_OK;
    if (!build(&network, check) || !peel(&network)) status = sl_fail_memory(err);
    for (size_t i = 0; i < network.count && status == SL_OK; i++) {
        struct node *node = &network.nodes[i];
        if (node->open || node->walk != 0) continue;
        walk++;
        while (node != NULL && node->walk == 0) {
            node->walk = walk;
            node = largest_owner(&network, check, node);
        }
        if (node != NULL && node->walk == walk) status = report(check, &network, node, err);
    }
    free(network.nodes);
    free(network.by_owner);
    return status;
}
