/* Sparse matrices, and Tarjan's algorithm on them without recursion: a chain may be a million
 * companies long. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "query/solver.h"

static const uint32_t NONE = UINT32_MAX;

enum sl_status sl_sparse_build(struct sl_sparse *out, uint32_t count,
                               const struct sl_entry *entries, size_t entry_count,
                               struct sl_error *err)
{
    *out = (struct sl_sparse){.count = count};
    if (count == NONE || entry_count >= NONE)
        return sl_fail(err, SL_FAILED, "the network is too large");
    out->starts = calloc((size_t)count + 1, sizeof *out->starts);
    out->columns = malloc((entry_count + 1) * sizeof *out->columns);
    out->values = malloc((entry_count + 1) * sizeof *out->values);
    if (out->starts == NULL || out->columns == NULL || out->values == NULL) {
        sl_sparse_release(out);
        return sl_fail_memory(err);
    }
    for (size_t i = 0; i < entry_count; i++) {
        if (entries[i].value > 0) out->starts[entries[i].row]++;
    }
    uint32_t end = 0;
    for (uint32_t row = 0; row < count; row++) {
        end += out->starts[row];
        out->starts[row] = end;
    }
    out->starts[count] = end;
    for (size_t i = entry_count; i-- > 0;) { /* backwards, so that rows keep the given order */
        if (!(entries[i].value > 0)) continue;
        uint32_t at = --out->starts[entries[i].row];
        out->columns[at] = entries[i].column;
        out->values[at] = entries[i].value;
    }
    return SL_OK;
}

void sl_sparse_release(struct sl_sparse *matrix)
{
    free(matrix->starts);
    free(matrix->columns);
    free(matrix->values);
    *matrix = (struct sl_sparse){0};
}

/* The walk: `path` is where it stands, `next` the entry of each node that it follows next, `held`
 * the nodes that belong to no finished component yet. */
struct walk {
    const struct sl_sparse *matrix;
    struct sl_components *out;
    uint32_t *met, *low, *next, *path, *held;
    uint32_t met_count, path_count, held_count, done;
};

static void enter(struct walk *walk, uint32_t node)
{
    walk->met[node] = walk->low[node] = walk->met_count++;
    walk->next[node] = walk->matrix->starts[node];
    walk->path[walk->path_count++] = node;
    walk->held[walk->held_count++] = node;
}

static void close_component(struct walk *walk, uint32_t root)
{
    struct sl_components *out = walk->out;
    uint32_t node;
    do {
        node = walk->held[--walk->held_count];
        out->of[node] = out->count;
        out->nodes[walk->done++] = node;
    } while (node != root);
    out->starts[++out->count] = walk->done;
}

static void leave(struct walk *walk, uint32_t node)
{
    walk->path_count--;
    if (walk->low[node] == walk->met[node]) close_component(walk, node);
    if (walk->path_count == 0) return;
    uint32_t above = walk->path[walk->path_count - 1];
    if (walk->out->of[node] == NONE && walk->low[node] < walk->low[above])
        walk->low[above] = walk->low[node];
}

static void walk_from(struct walk *walk, uint32_t start)
{
    enter(walk, start);
    while (walk->path_count > 0) {
        uint32_t node = walk->path[walk->path_count - 1];
        if (walk->next[node] == walk->matrix->starts[node + 1]) {
            leave(walk, node);
            continue;
        }
        uint32_t to = walk->matrix->columns[walk->next[node]++];
        if (walk->met[to] == NONE)
            enter(walk, to);
        else if (walk->out->of[to] == NONE && walk->met[to] < walk->low[node])
            walk->low[node] = walk->met[to];
    }
}

enum sl_status sl_components_find(struct sl_components *out, const struct sl_sparse *matrix,
                                  struct sl_error *err)
{
    size_t count = matrix->count;
    uint32_t *room = malloc((5 * count + 1) * sizeof *room);
    *out = (struct sl_components){.starts = calloc(count + 1, sizeof *out->starts),
                                  .nodes = malloc((count + 1) * sizeof *out->nodes),
                                  .of = malloc((count + 1) * sizeof *out->of)};
    if (room == NULL || out->starts == NULL || out->nodes == NULL || out->of == NULL) {
        free(room);
        sl_components_release(out);
        return sl_fail_memory(err);
    }
    struct walk walk = {.matrix = matrix,
                        .out = out,
                        .met = room,
                        .low = room + count,
                        .next = room + 2 * count,
                        .path = room + 3 * count,
                        .held = room + 4 * count};
    memset(walk.met, 0xFF, count * sizeof *walk.met);
    memset(out->of, 0xFF, count * sizeof *out->of);
    for (uint32_t node = 0; node < count; node++) {
        if (walk.met[node] == NONE) walk_from(&walk, node);
    }
    free(room);
    return SL_OK;
}

void sl_components_release(struct sl_components *components)
{
    free(components->starts);
    free(components->nodes);
    free(components->of);
    *components = (struct sl_components){0};
}
