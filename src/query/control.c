/* Who controls whom, by votes: i controls j when the votes in j of i and of all that i controls
 * exceed half. What one controls is found from it on, company by company, until nothing is added;
 * a circle has no say of its own. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/error.h"
#include "base/vector.h"
#include "query/columns.h"
#include "query/network.h"

#define CONTROL(member, name, label, type, show) \
    COLUMN(struct sl_control_row, member, name, label, type, show)

static const struct sl_field control_fields[] = {
    CONTROL(entity, "entity", "Entity", TEXT, ALWAYS),
    CONTROL(relation, "relation", "Relation", TEXT, ALWAYS),
    CONTROL(votes_pct, "votes_pct", "Votes", PERCENT, PLAIN),
    CONTROL(via, "via", "Via", TEXT, LONG),
};
const struct sl_row_type sl_control_row_type = ROW_TYPE("control", control_fields);

/* More than half, but for rounding. */
static const double HALF = 0.5 + 1e-11;

/* What one holder's group has in a node. */
struct tally {
    double votes;   /* of those that were counted before the node was controlled */
    double largest; /* of one of them: */
    uint32_t voter;
    bool touched, controlled;
};

struct group {
    struct sl_network *network;
    const struct sl_link_index *issuers; /* of each holder; NULL: read as the group grows */
    uint32_t head;
    struct tally *tallies;
    size_t tally_count;
    struct sl_node_list touched, controlled; /* in the order in which they were met */
};

static enum sl_status make_room(struct group *group, struct sl_error *err)
{
    size_t wanted = group->network->count;
    if (wanted <= group->tally_count) return SL_OK;
    size_t room = wanted + wanted / 2;
    struct tally *grown = realloc(group->tallies, room * sizeof *grown);
    if (grown == NULL) return sl_fail_memory(err);
    for (size_t i = group->tally_count; i < room; i++)
        grown[i] = (struct tally){0};
    group->tallies = grown;
    group->tally_count = room;
    return SL_OK;
}

static bool add_node(struct sl_node_list *list, uint32_t node)
{
    if (!sl_vector_grow(&list->items, list->count, &list->capacity, sizeof *list->items))
        return false;
    list->items[list->count++] = node;
    return true;
}

static enum sl_status count_votes(struct group *group, const struct sl_link *link,
                                  struct sl_error *err)
{
    struct tally *tally = &group->tallies[link->issuer];
    if (!(link->votes > 0) || link->issuer == group->head || tally->controlled ||
        link->issuer == link->holder)
        return SL_OK;
    if (!tally->touched && !add_node(&group->touched, link->issuer)) return sl_fail_memory(err);
    tally->touched = true;
    tally->votes += link->votes;
    if (link->votes > tally->largest) {
        tally->largest = link->votes;
        tally->voter = link->holder;
    }
    if (tally->votes <= HALF) return SL_OK;
    tally->controlled = true;
    return add_node(&group->controlled, link->issuer) ? SL_OK : sl_fail_memory(err);
}

/* Counts the votes of one member of the group in all that it holds. */
static enum sl_status count_member(struct group *group, uint32_t member, struct sl_error *err)
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

/* Finds all that `head` controls. */
static enum sl_status find_group(struct group *group, uint32_t head, struct sl_error *err)
{
    enum sl_status status = make_room(group, err);
    for (size_t i = 0; i < group->touched.count && status == SL_OK; i++)
        group->tallies[group->touched.items[i]] = (struct tally){0};
    group->touched.count = group->controlled.count = 0;
    group->head = head;
    if (status == SL_OK) status = count_member(group, head, err);
    for (size_t i = 0; i < group->controlled.count && status == SL_OK; i++)
        status = count_member(group, group->controlled.items[i], err);
    return status;
}

static void group_release(struct group *group)
{
    free(group->tallies);
    free(group->touched.items);
    free(group->controlled.items);
}

/* ---- rows ---- */

struct table {
    struct sl_control_row *rows;
    size_t count, capacity;
    struct sl_arena arena;
};

static int compare_rows(const void *left, const void *right)
{
    const struct sl_control_row *a = left, *b = right;
    int order = sl_compare_percents(a->votes_pct, b->votes_pct);
    return order != 0 ? order : strcmp(a->entity, b->entity);
}

/* The votes in the issuer that count, largest first: those of the head and of what it controls. */
struct voter {
    double votes;
    const char *name;
    uint32_t node;
};

static int compare_voters(const void *left, const void *right)
{
    const struct voter *a = left, *b = right;
    int order = sl_compare_percents(a->votes * 100, b->votes * 100);
    return order != 0 ? order : strcmp(a->name, b->name);
}

/* "B → C" when the head controls B, and B most of what controls C. */
static void write_way(const struct group *group, struct sl_buffer *out, uint32_t node)
{
    enum { SHOWN = 8 };
    uint32_t way[SHOWN];
    size_t count = 0;
    for (; node != group->head; node = group->tallies[node].voter) {
        if (count < SHOWN) way[count] = node;
        count++;
        if (count > SHOWN) way[SHOWN - 1] = node; /* the first of a long way, and the last few */
    }
    size_t shown = count < SHOWN ? count : SHOWN;
    for (size_t i = shown; i-- > 0;) {
        sl_buffer_add_text(out, sl_network_name(group->network, way[i]));
        if (i + 1 == shown && count > SHOWN) sl_buffer_add_text(out, " → …");
        if (i > 0) sl_buffer_add_text(out, " → ");
    }
}

static double list_voters(const struct group *group, uint32_t issuer, struct voter *voters,
                          size_t *count)
{
    const struct sl_node *node = &group->network->nodes[issuer];
    double sum = 0;
    for (size_t i = node->first; i < node->last; i++) {
        const struct sl_link *link = &group->network->links[i];
        bool counts = link->holder == group->head || group->tallies[link->holder].controlled;
        if (!counts || link->holder == issuer || !(link->votes > 0)) continue;
        sum += link->votes;
        if (link->holder == group->head) continue;
        voters[(*count)++] = (struct voter){
            link->votes, sl_network_name(group->network, link->holder), link->holder};
    }
    return sum;
}

/* A row about `entity`: the head of the group has control of `issuer`. */
static enum sl_status add_row(struct table *table, const struct group *group, uint32_t issuer,
                              uint32_t entity, const char *relation, struct sl_error *err)
{
    const struct sl_node *node = &group->network->nodes[issuer];
    struct voter *voters = malloc((node->last - node->first + 1) * sizeof *voters);
    struct sl_buffer via = {0};
    size_t count = 0;
    enum sl_status status = SL_OK;
    if (voters == NULL ||
        !sl_vector_grow(&table->rows, table->count, &table->capacity, sizeof *table->rows)) {
        free(voters);
        return sl_fail_memory(err);
    }
    double votes = list_voters(group, issuer, voters, &count);
    if (count > 1) qsort(voters, count, sizeof *voters, compare_voters);
    for (size_t i = 0; i < count; i++) {
        if (i > 0) sl_buffer_add_text(&via, "; ");
        write_way(group, &via, voters[i].node);
    }
    struct sl_control_row *row = &table->rows[table->count];
    *row = (struct sl_control_row){sl_network_name(group->network, entity), relation, votes * 100,
                                   via.data};
    if (via.failed || !sl_arena_keep(&table->arena, &row->via))
        status = sl_fail_memory(err);
    else
        table->count++;
    sl_buffer_release(&via);
    free(voters);
    return status;
}

/* Sends the rows from `start` on, the largest votes first. */
static enum sl_status send_rows(struct table *table, size_t start, struct sl_sink sink,
                                struct sl_error *err)
{
    enum sl_status status = SL_OK;
    size_t count = table->count - start;
    if (count > 1) qsort(table->rows + start, count, sizeof *table->rows, compare_rows);
    for (size_t i = start; i < table->count && status == SL_OK; i++)
        status = sink.row(sink.context, &table->rows[i], err);
    return status;
}

/* ---- who controls it ---- */

struct controllers {
    struct sl_network network;
    struct sl_link_index issuers;
    struct group group;
    struct sl_node_list nodes; /* in the order of their rows */
    bool *subject;             /* to another controller, or to the entity itself */
    struct table table, last;
};

static enum sl_status find_controllers(struct controllers *controllers, struct sl_error *err)
{
    struct group *group = &controllers->group;
    enum sl_status status = SL_OK;
    for (uint32_t node = 0; node < controllers->network.count && status == SL_OK; node++) {
        if (!controllers->network.nodes[node].reached) continue;
        status = find_group(group, node, err);
        bool has = status == SL_OK && group->tallies[0].controlled;
        if (status != SL_OK || (node != 0 && !has)) continue;
        for (size_t i = 0; i < group->controlled.count; i++)
            controllers->subject[group->controlled.items[i]] = true;
        if (!has) continue; /* the entity itself: who is subject to it is behind nobody */
        status = add_row(&controllers->table, group, 0, node, "controlled by", err);
        if (status == SL_OK && !add_node(&controllers->nodes, node)) status = sl_fail_memory(err);
    }
    return status;
}

static enum sl_status find_last(struct controllers *controllers, struct sl_error *err)
{
    enum sl_status status = SL_OK;
    for (size_t i = 0; i < controllers->nodes.count && status == SL_OK; i++) {
        if (controllers->subject[controllers->nodes.items[i]]) continue;
        struct sl_control_row row = controllers->table.rows[i];
        row.relation = "ultimately controlled by";
        struct table *last = &controllers->last;
        if (!sl_vector_grow(&last->rows, last->count, &last->capacity, sizeof *last->rows))
            return sl_fail_memory(err);
        last->rows[last->count++] = row;
    }
    return status;
}

static enum sl_status send_controllers(struct sl_book *book, sl_entity of,
                                       const struct sl_view *view, struct sl_sink sink, bool *any,
                                       struct sl_error *err)
{
    struct controllers controllers = {0};
    struct sl_network *network = &controllers.network;
    enum sl_status status = sl_network_open(network, book, view, of, err);
    if (status == SL_OK) status = sl_network_read_all(network, SL_OWNERS, err);
    if (status == SL_OK) status = sl_link_index_build(&controllers.issuers, network, true, err);
    controllers.group = (struct group){.network = network, .issuers = &controllers.issuers};
    controllers.subject = calloc(network->count + 1, sizeof *controllers.subject);
    if (status == SL_OK && controllers.subject == NULL) status = sl_fail_memory(err);
    if (status == SL_OK) status = find_controllers(&controllers, err);
    if (status == SL_OK) status = find_last(&controllers, err);
    if (status == SL_OK) status = send_rows(&controllers.table, 0, sink, err);
    if (status == SL_OK) status = send_rows(&controllers.last, 0, sink, err);
    *any = *any || controllers.table.count > 0;
    group_release(&controllers.group);
    free(controllers.table.rows);
    free(controllers.last.rows);
    sl_arena_release(&controllers.table.arena);
    free(controllers.nodes.items);
    free(controllers.subject);
    sl_link_index_release(&controllers.issuers);
    sl_network_release(network);
    return status;
}

/* ---- what it controls ---- */

static enum sl_status send_controlled(struct sl_book *book, sl_entity of,
                                      const struct sl_view *view, struct sl_sink sink, bool *any,
                                      struct sl_error *err)
{
    struct sl_network network = {0};
    struct group group = {.network = &network};
    struct table table = {0};
    enum sl_status status = sl_network_open(&network, book, view, of, err);
    if (status == SL_OK) status = find_group(&group, 0, err);
    for (size_t i = 0; i < group.controlled.count && status == SL_OK; i++) {
        uint32_t node = group.controlled.items[i];
        status = add_row(&table, &group, node, node, "controls", err);
    }
    if (status == SL_OK) status = send_rows(&table, 0, sink, err);
    *any = *any || table.count > 0;
    group_release(&group);
    free(table.rows);
    sl_arena_release(&table.arena);
    sl_network_release(&network);
    return status;
}

enum sl_status sl_control(struct sl_book *book, const char *entity, const struct sl_view *view,
                          struct sl_sink sink, struct sl_error *err)
{
    sl_entity of;
    bool any = false;
    enum sl_status status = sl_book_find(book, entity, &of, err);
    if (status == SL_OK) status = send_controllers(book, of, view, sink, &any, err);
    if (status == SL_OK) status = send_controlled(book, of, view, sink, &any, err);
    if (status == SL_OK && !any)
        status = sl_fail(
            err, SL_NOTHING,
            "nobody is known to control %s then, and it is not known to control anyone", entity);
    return status;
}
