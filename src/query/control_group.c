/* A group grows by counting the votes of each of its members in all that the member holds. */
#include "query/control_group.h"

#include <stdlib.h>

#include "base/error.h"

/* More than half, but for rounding. */
static const double HALF = 0.5 + 1e-11;

static enum sl_status make_room(struct sl_control_group *group, struct sl_error *err)
{
    size_t wanted = group->network->count;
    if (wanted <= group->tally_count) return SL_OK;
    size_t room = wanted + wanted / 2;
    struct sl_tally *grown = realloc(group->tallies, room * sizeof *grown);
    if (grown == NULL) return sl_fail_memory(err);
    for (size_t i = group->tally_count; i < room; i++)
        grown[i] = (struct sl_tally){0};
    group->tallies = grown;
    group->tally_count = room;
    return SL_OK;
}

static enum sl_status count_votes(struct sl_control_group *group, const struct sl_link *link,
                                  struct sl_error *err)
{
    struct sl_tally *tally = &group->tallies[link->issuer];
    if (!(link->votes > 0) || link->issuer == group->head || tally->controlled ||
        link->issuer == link->holder)
        return SL_OK;
    enum sl_status status = SL_OK;
    if (!tally->touched) status = sl_node_list_add(&group->touched, link->issuer, err);
    if (status != SL_OK) return status;
    tally->touched = true;
    tally->votes += link->votes;
    if (link->votes > tally->largest) {
        tally->largest = link->votes;
        tally->voter = link->holder;
    }
    if (tally->votes <= HALF) return SL_OK;
    tally->controlled = true;
    return sl_node_list_add(&group->controlled, link->issuer, err);
}

/* Counts the votes of one member of the group in all that it holds. */
static enum sl_status count_member(struct sl_control_group *group, uint32_t member,
                                   struct sl_error *err)
{
    struct sl_network *network = group->network;
    struct sl_node_list held = {0};
    enum sl_status status = SL_OK;
    if (group->issuers != NULL) {
        const struct sl_link_index *index = group->issuers;
        for (uint32_t i = index->starts[member]; i < index->starts[member + 1] && status == SL_OK;
             i++)
            status = count_votes(group, &network->links[index->at[i]], err);
        return status;
    }
    status = sl_network_read_held(network, member, &held, err);
    if (status == SL_OK) status = make_room(group, err);
    for (size_t i = 0; i < held.count && status == SL_OK; i++)
        status = count_votes(group, sl_network_link(network, member, held.items[i]), err);
    free(held.items);
    return status;
}

enum sl_status sl_control_group_find(struct sl_control_group *group, uint32_t head,
                                     struct sl_error *err)
{
    enum sl_status status = make_room(group, err);
    for (size_t i = 0; i < group->touched.count && status == SL_OK; i++)
        group->tallies[group->touched.items[i]] = (struct sl_tally){0};
    group->touched.count = group->controlled.count = 0;
    group->head = head;
    if (status == SL_OK) status = count_member(group, head, err);
    for (size_t i = 0; i < group->controlled.count && status == SL_OK; i++)
        status = count_member(group, group->controlled.items[i], err);
    return status;
}

void sl_control_group_release(struct sl_control_group *group)
{
    free(group->tallies);
    free(group->touched.items);
    free(group->controlled.items);
}

bool sl_control_group_counts(const struct sl_control_group *group, const struct sl_link *link)
{
    bool member = link->holder == group->head || group->tallies[link->holder].controlled;
    return member && link->holder != link->issuer && link->votes > 0;
}

double sl_control_group_votes(const struct sl_control_group *group, uint32_t issuer)
{
    const struct sl_node *node = &group->network->nodes[issuer];
    double sum = 0;
    for (size_t i = node->first; i < node->last; i++) {
        const struct sl_link *link = &group->network->links[i];
        if (sl_control_group_counts(group, link)) sum += link->votes;
    }
    return sum;
}
