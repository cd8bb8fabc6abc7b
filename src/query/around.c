/* Level by level in both directions; of each level only the largest are followed on, so that a
 * picture of a few reads a few. */
#include "query/around.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/vector.h"
#include "query/control_group.h"

/* A link of unknown size weighs less than any that is known. */
static const double UNKNOWN_PART = 1e-9;

struct reading {
    struct sl_network network;
    const struct sl_around_options *options;
    struct sl_around *out;
    size_t capacity; /* of the nodes */
    bool by_votes;   /* a link weighs what it has by votes, if that is more */
    struct sl_node_list level, next;
};

/* ---- nodes ---- */

static enum sl_status grow(struct reading *reading, struct sl_error *err)
{
    struct sl_around *out = reading->out;
    while (out->count < reading->network.count) {
        if (!sl_vector_grow(&out->nodes, out->count, &reading->capacity, sizeof *out->nodes))
            return sl_fail_memory(err);
        out->nodes[out->count++] = (struct sl_around_node){.votes_pct = NAN};
    }
    return SL_OK;
}

static double weight_of(const struct reading *reading, const struct sl_link *link)
{
    double weight = reading->by_votes ? fmax(link->middle, link->votes) : link->middle;
    return fmax(fmin(weight, 1), UNKNOWN_PART);
}

/* Does a control of the entity go through it? */
static bool is_controlling(const struct sl_around_node *node)
{
    return node->counts || node->sway == SL_SWAY_OVER || node->sway == SL_SWAY_ULTIMATE;
}

static unsigned *steps_of(struct sl_around_node *node, bool up)
{
    return up ? &node->up : &node->down;
}

/* ---- one level ---- */

/* The node at the far end of a link is `steps` away, unless it is nearer in that direction. */
static enum sl_status meet(struct reading *reading, uint32_t link_index, bool up, unsigned steps,
                           struct sl_error *err)
{
    const struct sl_link *link = &reading->network.links[link_index];
    struct sl_around_node *nodes = reading->out->nodes;
    uint32_t from = up ? link->issuer : link->holder, to = up ? link->holder : link->issuer;
    unsigned *at = steps_of(&nodes[to], up);
    if (to == 0) return SL_OK;
    double part = nodes[from].part > 1 ? 1 : nodes[from].part;
    part *= weight_of(reading, link);
    if (!is_controlling(&nodes[to])) nodes[to].part = fmax(nodes[to].part, part);
    if (*at > 0) return SL_OK;
    *at = steps;
    return sl_node_list_add(&reading->next, to, err);
}

static enum sl_status meet_holders(struct reading *reading, uint32_t node, unsigned steps,
                                   struct sl_error *err)
{
    enum sl_status status = sl_network_read(&reading->network, node, err);
    if (status == SL_OK) status = grow(reading, err);
    const struct sl_node *at = &reading->network.nodes[node];
    for (size_t i = at->first; i < at->last && status == SL_OK; i++)
        status = meet(reading, (uint32_t)i, true, steps, err);
    return status;
}

static enum sl_status meet_held(struct reading *reading, uint32_t node, unsigned steps,
                                struct sl_error *err)
{
    struct sl_node_list held = {0};
    enum sl_status status = sl_network_read_held(&reading->network, node, &held, err);
    free(held.items); /* has no stakes of unknown size */
    if (status == SL_OK) status = grow(reading, err);
    if (status == SL_OK) reading->out->nodes[node].followed = true;
    for (size_t i = 0; i < reading->network.link_count && status == SL_OK; i++) {
        if (reading->network.links[i].holder == node)
            status = meet(reading, (uint32_t)i, false, steps, err);
    }
    return status;
}

struct ranked {
    double part;
    const char *name;
    uint32_t node;
};

static int compare_ranked(const void *left, const void *right)
{
    const struct ranked *a = left, *b = right;
    if (a->part != b->part) return a->part > b->part ? -1 : 1;
    return strcmp(a->name, b->name);
}

/* Keeps the largest of the next level: those who are told apart only by one more stay too. */
static enum sl_status choose(struct reading *reading, unsigned steps, struct sl_error *err)
{
    unsigned depth = reading->options->depth;
    struct sl_node_list *next = &reading->next;
    size_t most = reading->options->top, kept = 0;
    struct ranked *ranked = malloc((next->count + 1) * sizeof *ranked);
    if (ranked == NULL) return sl_fail_memory(err);
    for (size_t i = 0; i < next->count; i++)
        ranked[i] =
            (struct ranked){reading->out->nodes[next->items[i]].part,
                            sl_network_name(&reading->network, next->items[i]), next->items[i]};
    if (next->count > 1) qsort(ranked, next->count, sizeof *ranked, compare_ranked);
    if (next->count == most + 1) most++; /* "1 other" would take the same room */
    for (size_t i = 0; i < next->count; i++) {
        struct sl_around_node *node = &reading->out->nodes[ranked[i].node];
        bool near = depth == 0 || steps <= depth;
        if ((i >= most || !near) && !is_controlling(node)) continue;
        node->chosen = true;
        next->items[kept++] = ranked[i].node;
    }
    next->count = kept;
    free(ranked);
    return SL_OK;
}

static enum sl_status read_direction(struct reading *reading, bool up, struct sl_error *err)
{
    unsigned depth = reading->by_votes ? 0 : reading->options->depth; /* control has no end */
    reading->level.count = 0;
    enum sl_status status = sl_node_list_add(&reading->level, 0, err);
    for (unsigned steps = 1; (depth == 0 || steps <= depth) && status == SL_OK; steps++) {
        reading->next.count = 0;
        for (size_t i = 0; i < reading->level.count && status == SL_OK; i++)
            status = up ? meet_holders(reading, reading->level.items[i], steps, err)
                        : meet_held(reading, reading->level.items[i], steps, err);
        if (status == SL_OK) status = choose(reading, steps, err);
        if (reading->next.count == 0) break;
        struct sl_node_list done = reading->level;
        reading->level = reading->next;
        reading->next = done;
    }
    return status;
}

/* ---- the result ---- */

/* The stakes in all that are chosen, so that links between them are seen. */
static enum sl_status read_chosen(struct reading *reading, struct sl_error *err)
{
    enum sl_status status = SL_OK;
    size_t count = reading->out->count;
    for (uint32_t node = 0; node < count && status == SL_OK; node++) {
        if (reading->out->nodes[node].chosen || node == 0)
            status = sl_network_read(&reading->network, node, err);
    }
    return status == SL_OK ? grow(reading, err) : status;
}

static double percent(bool known, double part)
{
    return known ? part * 100 : NAN;
}

/* Links to those who are chosen and to the entity, and those from who was followed. */
static bool is_wanted(const struct sl_around *out, const struct sl_link *link)
{
    return link->issuer == 0 || link->holder == 0 || out->nodes[link->issuer].chosen ||
           out->nodes[link->holder].followed;
}

static enum sl_status copy_links(struct reading *reading, const bool *counts, struct sl_error *err)
{
    const struct sl_network *network = &reading->network;
    struct sl_around *out = reading->out;
    out->links = calloc(network->link_count + 1, sizeof *out->links);
    if (out->links == NULL) return sl_fail_memory(err);
    for (size_t i = 0; i < network->link_count; i++) {
        const struct sl_link *link = &network->links[i];
        if (!is_wanted(out, link)) continue;
        struct sl_around_link *copy = &out->links[out->link_count++];
        bool known = !link->unknown;
        *copy = (struct sl_around_link){.holder = link->holder,
                                        .issuer = link->issuer,
                                        .stake_pct = percent(known, link->middle),
                                        .low_pct = percent(known, link->low),
                                        .high_pct = percent(known, link->high),
                                        .votes_pct = percent(known || link->votes > 0, link->votes),
                                        .source = link->source,
                                        .counts = counts != NULL && counts[i]};
        if (!sl_arena_keep(&out->arena, &copy->source)) return sl_fail_memory(err);
        if (link->since > out->latest) out->latest = link->since;
    }
    return SL_OK;
}

static enum sl_status finish(struct reading *reading, const bool *counts, struct sl_error *err)
{
    enum sl_status status = copy_links(reading, counts, err);
    if (status == SL_OK)
        status = sl_book_expect_names(reading->network.book, reading->out->count, err);
    for (uint32_t i = 0; i < reading->out->count && status == SL_OK; i++)
        reading->out->nodes[i].name = sl_network_name(&reading->network, i);
    return status;
}

static enum sl_status open_reading(struct reading *reading, struct sl_around *out,
                                   struct sl_book *book, const char *entity,
                                   const struct sl_around_options *options, struct sl_error *err)
{
    sl_entity of;
    *out = (struct sl_around){.latest = SL_DAY_MIN};
    *reading = (struct reading){.options = options, .out = out};
    enum sl_status status = sl_book_find(book, entity, &of, err);
    if (status == SL_OK) status = sl_network_open(&reading->network, book, &options->view, of, err);
    reading->network.sources = true;
    if (status == SL_OK) status = grow(reading, err);
    if (status == SL_OK) out->nodes[0].part = 1;
    return status;
}

static void close_reading(struct reading *reading)
{
    sl_network_release(&reading->network);
    free(reading->level.items);
    free(reading->next.items);
}

enum sl_status sl_around_read(struct sl_around *out, struct sl_book *book, const char *entity,
                              const struct sl_around_options *options, struct sl_error *err)
{
    struct reading reading;
    enum sl_status status = open_reading(&reading, out, book, entity, options, err);
    if (status == SL_OK) status = read_direction(&reading, true, err);
    if (status == SL_OK) status = read_direction(&reading, false, err);
    if (status == SL_OK) status = read_chosen(&reading, err);
    if (status == SL_OK) status = finish(&reading, NULL, err);
    if (status == SL_OK && out->link_count == 0)
        status = sl_fail(err, SL_NOTHING,
                         "nobody is known to own any of %s then, nor it to own anything",
                         out->nodes[0].name);
    close_reading(&reading);
    return status;
}

void sl_around_release(struct sl_around *around)
{
    free(around->nodes);
    free(around->links);
    sl_arena_release(&around->arena);
}

/* ---- control ---- */

struct control {
    struct reading *reading;
    struct sl_control_group group;
    bool *counts;  /* of each link */
    bool *subject; /* of each node: to someone other than itself */
    size_t links;
};

static enum sl_status make_room(struct control *control, struct sl_error *err)
{
    size_t count = control->reading->network.link_count;
    if (count <= control->links && control->counts != NULL) return SL_OK;
    bool *grown = realloc(control->counts, (count + 1) * sizeof *grown);
    if (grown == NULL) return sl_fail_memory(err);
    memset(grown + control->links, 0, (count - control->links) * sizeof *grown);
    control->counts = grown;
    control->links = count;
    return SL_OK;
}

/* The links whose votes make the group control what it does. */
static void mark_links(struct control *control)
{
    const struct sl_network *network = &control->reading->network;
    for (size_t i = 0; i < control->group.controlled.count; i++) {
        const struct sl_node *node = &network->nodes[control->group.controlled.items[i]];
        for (size_t k = node->first; k < node->last; k++) {
            if (sl_control_group_counts(&control->group, &network->links[k]))
                control->counts[k] = true;
        }
    }
}

/* Those in the group through whom its head controls the entity. */
static void mark_way(struct control *control)
{
    const struct sl_network *network = &control->reading->network;
    struct sl_around_node *nodes = control->reading->out->nodes;
    const struct sl_control_group *group = &control->group;
    bool more = true;
    while (more) {
        more = false;
        for (size_t i = group->controlled.count; i-- > 0;) {
            uint32_t issuer = group->controlled.items[i];
            const struct sl_node *node = &network->nodes[issuer];
            for (size_t k = node->first; (issuer == 0 || nodes[issuer].counts) && k < node->last;
                 k++) {
                const struct sl_link *link = &network->links[k];
                struct sl_around_node *holder = &nodes[link->holder];
                if (holder->counts || !sl_control_group_counts(group, link)) continue;
                holder->counts = more = true;
                holder->part = 2;
            }
        }
    }
}

static enum sl_status find_controllers(struct control *control, struct sl_error *err)
{
    struct reading *reading = control->reading;
    struct sl_network *network = &reading->network;
    struct sl_link_index issuers = {0};
    struct sl_around_node *nodes = reading->out->nodes;
    enum sl_status status = sl_link_index_build(&issuers, network, true, err);
    control->group = (struct sl_control_group){.network = network, .issuers = &issuers};
    control->subject = calloc(network->count + 1, sizeof *control->subject);
    if (status == SL_OK && control->subject == NULL) status = sl_fail_memory(err);
    for (uint32_t node = 0; node < network->count && status == SL_OK; node++) {
        if (!network->nodes[node].reached) continue;
        status = sl_control_group_find(&control->group, node, err);
        if (status != SL_OK) break;
        mark_links(control);
        bool has = control->group.tallies[0].controlled;
        for (size_t i = 0; (has || node == 0) && i < control->group.controlled.count; i++)
            control->subject[control->group.controlled.items[i]] = true;
        if (!has) continue;
        mark_way(control);
        nodes[node].sway = SL_SWAY_OVER;
        nodes[node].part = 2;
        nodes[node].votes_pct = sl_control_group_votes(&control->group, 0) * 100;
    }
    for (uint32_t node = 0; node < network->count && status == SL_OK; node++) {
        if (nodes[node].sway == SL_SWAY_OVER && !control->subject[node])
            nodes[node].sway = SL_SWAY_ULTIMATE;
    }
    sl_control_group_release(&control->group);
    sl_link_index_release(&issuers);
    return status;
}

static enum sl_status find_controlled(struct control *control, struct sl_error *err)
{
    struct reading *reading = control->reading;
    control->group = (struct sl_control_group){.network = &reading->network};
    enum sl_status status = sl_control_group_find(&control->group, 0, err);
    if (status == SL_OK) status = grow(reading, err);
    if (status == SL_OK) status = make_room(control, err);
    if (status == SL_OK) mark_links(control);
    size_t count = control->group.controlled.count, most = reading->options->top;
    if (count == most + 1) most++; /* "1 more" would take the same room */
    for (size_t i = 0; i < count && status == SL_OK; i++) {
        uint32_t node = control->group.controlled.items[i];
        struct sl_around_node *at = &reading->out->nodes[node];
        if (is_controlling(at)) continue;
        at->sway = SL_SWAY_UNDER;
        at->part = 1 + 1.0 / (double)(i + 2); /* the nearest first */
        at->votes_pct = sl_control_group_votes(&control->group, node) * 100;
        at->chosen = i < most;
    }
    sl_control_group_release(&control->group);
    return status;
}

/* Does anyone own it, or does it control anyone? */
static bool has_control(const struct sl_around *out)
{
    for (size_t i = 1; i < out->count; i++)
        if (out->nodes[i].up > 0 || out->nodes[i].sway == SL_SWAY_UNDER) return true;
    return false;
}

enum sl_status sl_around_control(struct sl_around *out, struct sl_book *book, const char *entity,
                                 const struct sl_around_options *options, struct sl_error *err)
{
    struct reading reading;
    struct control control = {.reading = &reading};
    enum sl_status status = open_reading(&reading, out, book, entity, options, err);
    reading.by_votes = true;
    if (status == SL_OK) status = sl_network_read_all(&reading.network, SL_OWNERS, err);
    if (status == SL_OK) status = grow(&reading, err);
    if (status == SL_OK) status = make_room(&control, err);
    if (status == SL_OK) status = find_controllers(&control, err);
    if (status == SL_OK) status = find_controlled(&control, err);
    if (status == SL_OK) status = read_direction(&reading, true, err);
    if (status == SL_OK) status = read_chosen(&reading, err);
    if (status == SL_OK) status = make_room(&control, err);
    if (status == SL_OK) status = finish(&reading, control.counts, err);
    if (status == SL_OK && !has_control(out))
        status = sl_fail(err, SL_NOTHING,
                         "nobody is known to own any of %s then, nor it to control anything",
                         out->nodes[0].name);
    free(control.counts);
    free(control.subject);
    close_reading(&reading);
    return status;
}
