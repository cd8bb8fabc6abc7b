/* Who controls whom, by votes: i controls j when the votes in j of i and of all that i controls
 * exceed half. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/error.h"
#include "base/vector.h"
#include "query/columns.h"
#include "query/control_group.h"

#define CONTROL(member, name, label, type, show) \
    COLUMN(struct sl_control_row, member, name, label, type, show)

static const struct sl_field control_fields[] = {
    CONTROL(entity, "entity", "Entity", TEXT, ALWAYS),
    CONTROL(relation, "relation", "Relation", TEXT, ALWAYS),
    CONTROL(votes_pct, "votes_pct", "Votes", PERCENT, PLAIN),
    CONTROL(via, "via", "Via", TEXT, LONG),
};
const struct sl_row_type sl_control_row_type = ROW_TYPE("control", control_fields);

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
static void write_way(const struct sl_control_group *group, struct sl_buffer *out, uint32_t node)
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

static double list_voters(const struct sl_control_group *group, uint32_t issuer,
                          struct voter *voters, size_t *count)
{
    const struct sl_node *node = &group->network->nodes[issuer];
    double sum = 0;
    for (size_t i = node->first; i < node->last; i++) {
        const struct sl_link *link = &group->network->links[i];
        if (!sl_control_group_counts(group, link)) continue;
        sum += link->votes;
        if (link->holder == group->head) continue;
        voters[(*count)++] = (struct voter){
            link->votes, sl_network_name(group->network, link->holder), link->holder};
    }
    return sum;
}

/* A row about `entity`: the head of the group has control of `issuer`. */
static enum sl_status add_row(struct table *table, const struct sl_control_group *group,
                              uint32_t issuer, uint32_t entity, const char *relation,
                              struct sl_error *err)
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
    struct sl_control_group group;
    struct sl_node_list nodes; /* in the order of their rows */
    bool *subject;             /* to another controller, or to the entity itself */
    struct table table, last;
};

static enum sl_status find_controllers(struct controllers *controllers, struct sl_error *err)
{
    struct sl_control_group *group = &controllers->group;
    enum sl_status status = SL_OK;
    for (uint32_t node = 0; node < controllers->network.count && status == SL_OK; node++) {
        if (!controllers->network.nodes[node].reached) continue;
        status = sl_control_group_find(group, node, err);
        bool has = status == SL_OK && group->tallies[0].controlled;
        if (status != SL_OK || (node != 0 && !has)) continue;
        for (size_t i = 0; i < group->controlled.count; i++)
            controllers->subject[group->controlled.items[i]] = true;
        if (!has) continue; /* the entity itself: who is subject to it is behind nobody */
        status = add_row(&controllers->table, group, 0, node, "controlled by", err);
        if (status == SL_OK) status = sl_node_list_add(&controllers->nodes, node, err);
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
    controllers.group =
        (struct sl_control_group){.network = network, .issuers = &controllers.issuers};
    controllers.subject = calloc(network->count + 1, sizeof *controllers.subject);
    if (status == SL_OK && controllers.subject == NULL) status = sl_fail_memory(err);
    if (status == SL_OK) status = find_controllers(&controllers, err);
    if (status == SL_OK) status = find_last(&controllers, err);
    if (status == SL_OK) status = send_rows(&controllers.table, 0, sink, err);
    if (status == SL_OK) status = send_rows(&controllers.last, 0, sink, err);
    *any = *any || controllers.table.count > 0;
    sl_control_group_release(&controllers.group);
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
    struct sl_control_group group = {.network = &network};
    struct table table = {0};
    enum sl_status status = sl_network_open(&network, book, view, of, err);
    if (status == SL_OK) status = sl_control_group_find(&group, 0, err);
    for (size_t i = 0; i < group.controlled.count && status == SL_OK; i++) {
        uint32_t node = group.controlled.items[i];
        status = add_row(&table, &group, node, node, "controls", err);
    }
    if (status == SL_OK) status = send_rows(&table, 0, sink, err);
    *any = *any || table.count > 0;
    sl_control_group_release(&group);
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
