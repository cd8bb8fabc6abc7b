/* The chains behind a look-through total, best first: a chain is never longer (as a product) than
 * its beginning, so that they are met in the order of their size. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/vector.h"
#include "query/columns.h"
#include "query/look.h"
#include "query/say.h"

#define PATH(member, name, label, type, show) \
    COLUMN(struct sl_path_row, member, name, label, type, show)

static const struct sl_field path_fields[] = {
    PATH(entity, "entity", "Entity", TEXT, ALWAYS),
    PATH(path_pct, "path_pct", "Share", PERCENT, ALWAYS),
    PATH(path, "path", "Chain", TEXT, WRAP),
    PATH(sources, "sources", "Sources", TEXT, WRAP),
};
const struct sl_row_type sl_path_row_type = ROW_TYPE("paths", path_fields);

enum {
    CHAINS_MAX = 20,    /* listed, of one entity */
    MEETINGS_MAX = 100, /* chains followed on from one node */
    LINKS_MAX = 40,     /* of one chain */
    STEPS_MAX = 1000000 /* of the whole search */
};
/* What prints as 0 is not sought; and a circle makes chains without end, of which a reader wants
 * those that show in two decimals, unless more are asked for. */
static const double PART_MIN = 1e-8, REST_MIN = 5e-9, LISTED_MIN = 5e-5;

/* A chain: one more link on the side away from node 0. */
struct chain {
    double part;
    uint32_t node, link, links;
    uint32_t before; /* index of the chain without this link */
};

struct search {
    const struct sl_network *network;
    bool up;
    double least, listed_least;   /* the first chain of each is listed in any case */
    struct sl_link_index issuers; /* of each holder; only for the way down */
    struct chain *chains;
    size_t count, capacity;
    uint32_t *heap;
    size_t heap_count, heap_capacity;
    uint32_t *met;    /* how often the search came to each node */
    uint32_t *listed; /* found chains, by node: `next` of each */
    uint32_t *next;
    size_t next_capacity;
};

static const uint32_t NONE = UINT32_MAX;

/* ---- a heap of chains, the largest on top; equal ones in the order of meeting ---- */

static bool comes_first(const struct search *search, uint32_t a, uint32_t b)
{
    double x = search->chains[a].part, y = search->chains[b].part;
    return x != y ? x > y : a < b;
}

static enum sl_status push(struct search *search, struct chain chain, struct sl_error *err)
{
    if (!sl_vector_grow(&search->chains, search->count, &search->capacity,
                        sizeof(*search->chains)) ||
        !sl_vector_grow(&search->heap, search->heap_count, &search->heap_capacity,
                        sizeof(*search->heap)))
        return sl_fail_memory(err);
    uint32_t made = (uint32_t)search->count;
    search->chains[search->count++] = chain;
    size_t at = search->heap_count++;
    while (at > 0 && comes_first(search, made, search->heap[(at - 1) / 2])) {
        search->heap[at] = search->heap[(at - 1) / 2];
        at = (at - 1) / 2;
    }
    search->heap[at] = made;
    return SL_OK;
}

static uint32_t pop(struct search *search)
{
    uint32_t top = search->heap[0], last = search->heap[--search->heap_count];
    size_t at = 0;
    for (size_t below; (below = 2 * at + 1) < search->heap_count; at = below) {
        if (below + 1 < search->heap_count &&
            comes_first(search, search->heap[below + 1], search->heap[below]))
            below++;
        if (!comes_first(search, search->heap[below], last)) break;
        search->heap[at] = search->heap[below];
    }
    search->heap[at] = last;
    return top;
}

/* ---- the search ---- */

static bool comes_back(const struct search *search, uint32_t chain)
{
    uint32_t node = search->chains[chain].node;
    while ((chain = search->chains[chain].before) != NONE) {
        if (search->chains[chain].node == node) return true;
    }
    return false;
}

static enum sl_status follow(struct search *search, uint32_t chain, uint32_t link,
                             struct sl_error *err)
{
    const struct sl_link *along = &search->network->links[link];
    struct chain from = search->chains[chain];
    struct chain made = {.part = from.part * along->middle,
                         .node = search->up ? along->holder : along->issuer,
                         .link = link,
                         .links = from.links + 1,
                         .before = chain};
    bool back = !search->up && made.node == 0;
    if (back || !(made.part >= search->least) || search->count >= NONE - 1) return SL_OK;
    return push(search, made, err);
}

static enum sl_status follow_all(struct search *search, uint32_t chain, struct sl_error *err)
{
    uint32_t node = search->chains[chain].node;
    const struct sl_node *at = &search->network->nodes[node];
    enum sl_status status = SL_OK;
    if (search->up) {
        for (size_t i = at->first; i < at->last && status == SL_OK; i++)
            status = follow(search, chain, (uint32_t)i, err);
        return status;
    }
    for (uint32_t i = search->issuers.starts[node];
         i < search->issuers.starts[node + 1] && status == SL_OK; i++)
        status = follow(search, chain, search->issuers.at[i], err);
    return status;
}

static enum sl_status run_search(struct search *search, struct sl_error *err)
{
    struct chain start = {.part = 1, .node = 0, .link = NONE, .before = NONE};
    enum sl_status status = push(search, start, err);
    for (size_t steps = 0; search->heap_count > 0 && steps < STEPS_MAX && status == SL_OK;
         steps++) {
        uint32_t chain = pop(search), node = search->chains[chain].node;
        if (search->met[node]++ >= MEETINGS_MAX) continue;
        size_t kept = search->capacity;
        if (search->next_capacity < kept) {
            uint32_t *grown = realloc(search->next, kept * sizeof *grown);
            if (grown == NULL) return sl_fail_memory(err);
            search->next = grown;
            search->next_capacity = kept;
        }
        if (node != 0 && !(search->up && comes_back(search, chain))) {
            search->next[chain] = search->listed[node];
            search->listed[node] = chain;
        }
        if (search->chains[chain].links < LINKS_MAX) status = follow_all(search, chain, err);
    }
    return status;
}

static enum sl_status search_open(struct search *search, const struct sl_network *network,
                                  const struct sl_network_options *options, struct sl_error *err)
{
    *search = (struct search){.network = network,
                              .up = options->direction == SL_OWNERS,
                              .least = fmax(options->least_pct / 100, PART_MIN),
                              .listed_least = options->least_pct > 0 ? 0 : LISTED_MIN,
                              .met = calloc(network->count, sizeof *search->met),
                              .listed = malloc(network->count * sizeof *search->listed)};
    if (search->met == NULL || search->listed == NULL) return sl_fail_memory(err);
    memset(search->listed, 0xFF, network->count * sizeof *search->listed);
    return search->up ? SL_OK : sl_link_index_build(&search->issuers, network, true, err);
}

static void search_release(struct search *search)
{
    sl_link_index_release(&search->issuers);
    free(search->chains);
    free(search->heap);
    free(search->met);
    free(search->listed);
    free(search->next);
}

/* ---- rows ---- */

struct found {
    double percent;
    struct sl_buffer path, sources;
};

static void write_link(const struct search *search, struct found *out, uint32_t link)
{
    const struct sl_link *along = &search->network->links[link];
    bool first = out->path.length == 0;
    if (first) sl_buffer_add_text(&out->path, sl_network_name(search->network, along->holder));
    sl_buffer_add_text(&out->path, " → ");
    sl_buffer_add_text(&out->path, sl_network_name(search->network, along->issuer));
    sl_buffer_add_text(&out->path, " (");
    sl_say_part(&out->path, along->middle);
    sl_buffer_add_text(&out->path, ")");
    if (!first) sl_buffer_add_text(&out->sources, " → ");
    sl_buffer_add_text(&out->sources, along->source == NULL ? "(no source)" : along->source);
}

/* The links of a chain from the holder on; upwards that is the order in which they are stored. */
static void write_chain(const struct search *search, struct found *out, uint32_t chain)
{
    uint32_t links[LINKS_MAX];
    size_t count = 0;
    out->percent = search->chains[chain].part * 100;
    for (; search->chains[chain].before != NONE; chain = search->chains[chain].before)
        links[count++] = search->chains[chain].link;
    for (size_t i = 0; i < count; i++)
        write_link(search, out, links[search->up ? i : count - 1 - i]);
}

static int compare_found(const void *left, const void *right)
{
    const struct found *a = left, *b = right;
    int order = sl_compare_percents(a->percent, b->percent);
    return order != 0 ? order : strcmp(a->path.data, b->path.data);
}

static enum sl_status send_rest(const struct sl_lookthrough_row *total, double listed,
                                struct sl_sink sink, struct sl_error *err)
{
    double rest = total->total_pct - listed;
    const struct sl_path_row row = {total->entity, rest, "(other chains)", NULL};
    return rest / 100 < REST_MIN ? SL_OK : sink.row(sink.context, &row, err);
}

static enum sl_status send_chains(const struct search *search, const struct sl_look_row *total,
                                  struct sl_sink sink, struct sl_error *err)
{
    struct found found[CHAINS_MAX] = {{0}};
    uint32_t order[MEETINGS_MAX];
    size_t met = 0, count = 0;
    double listed = 0;
    enum sl_status status = SL_OK;
    for (uint32_t i = search->listed[total->node]; i != NONE; i = search->next[i])
        order[met++] = i; /* the smallest first */
    for (; count < CHAINS_MAX && count < met; count++) {
        uint32_t chain = order[met - 1 - count];
        if (count > 0 && search->chains[chain].part < search->listed_least) break;
        write_chain(search, &found[count], chain);
        if (found[count].path.failed || found[count].sources.failed) status = sl_fail_memory(err);
    }
    if (status == SL_OK && count > 1) qsort(found, count, sizeof *found, compare_found);
    for (size_t i = 0; i < count; i++) {
        const struct sl_path_row row = {total->row.entity, found[i].percent, found[i].path.data,
                                        found[i].sources.data};
        if (status == SL_OK) status = sink.row(sink.context, &row, err);
        listed += found[i].percent;
    }
    for (size_t i = 0; i < CHAINS_MAX; i++) {
        sl_buffer_release(&found[i].path);
        sl_buffer_release(&found[i].sources);
    }
    return status == SL_OK ? send_rest(&total->row, listed, sink, err) : status;
}

enum sl_status sl_lookthrough_paths(struct sl_book *book, const char *entity,
                                    const struct sl_view *view,
                                    const struct sl_network_options *options, struct sl_sink sink,
                                    struct sl_error *err)
{
    struct sl_network_options chosen = sl_look_options(options);
    struct sl_network network = {0};
    struct sl_look look = {0};
    struct search search = {0};
    sl_entity of;
    enum sl_status status = sl_book_find(book, entity, &of, err);
    if (status == SL_OK) status = sl_network_open(&network, book, view, of, err);
    network.sources = true;
    if (status == SL_OK) status = sl_look_read(&look, &network, &chosen, err);
    if (status == SL_OK && look.count == 0)
        status = sl_look_nothing(&network, chosen.direction, err);
    if (status == SL_OK) status = search_open(&search, &network, &chosen, err);
    if (status == SL_OK) status = run_search(&search, err);
    for (size_t i = 0; i < look.count && status == SL_OK; i++)
        status = send_chains(&search, &look.rows[i], sink, err);
    search_release(&search);
    sl_look_release(&look);
    sl_network_release(&network);
    return status;
}
