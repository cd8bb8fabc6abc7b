/* What one holder controls: found from it on, company by company, until nothing is added; a circle
 * has no say of its own. */
#ifndef QUERY_CONTROL_GROUP_H
#define QUERY_CONTROL_GROUP_H

#include "query/network.h"

/* What one holder's group has in a node. */
struct sl_tally {
    double votes;   /* of those that were counted before the node was controlled */
    double largest; /* of one of them: */
    uint32_t voter;
    bool touched, controlled;
};

/* All zero but for the network is ready to use. */
struct sl_control_group {
    struct sl_network *network;
    const struct sl_link_index *issuers; /* of each holder; NULL: read as the group grows */
    uint32_t head;
    struct sl_tally *tallies;
    size_t tally_count;
    struct sl_node_list touched, controlled; /* in the order in which they were met */
};

/* Finds all that `head` controls; what was found before is forgotten. */
enum sl_status sl_control_group_find(struct sl_control_group *group, uint32_t head,
                                     struct sl_error *err);
/* Do the votes of the link, to a node that the group controls, count for it? */
bool sl_control_group_counts(const struct sl_control_group *group, const struct sl_link *link);
/* The votes in a node of the head and of all that it controls, as a part of 1. */
double sl_control_group_votes(const struct sl_control_group *group, uint32_t issuer);
void sl_control_group_release(struct sl_control_group *group);

#endif
