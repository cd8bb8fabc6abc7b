/* The least goes first, and with it whom nothing ties to the entity any more. */
#include "export/around_choice.h"

#include <stdlib.h>
#include <string.h>

enum { SHOWN_MOST = 150, KEPT_FIRST = 32 };

struct rank {
    double part;
    const char *name;
    uint32_t node;
};

static int compare_ranks(const void *left, const void *right)
{
    const struct rank *a = left, *b = right;
    if ((a->node == 0) != (b->node == 0)) return a->node == 0 ? -1 : 1;
    if (a->part != b->part) return a->part > b->part ? -1 : 1;
    return strcmp(a->name, b->name);
}

static bool set_order(struct sl_choice *choice)
{
    const struct sl_around *around = choice->around;
    struct rank *ranks = malloc((around->count + 1) * sizeof *ranks);
    if (ranks == NULL) return false;
    for (uint32_t i = 0; i < around->count; i++)
        ranks[i] = (struct rank){around->nodes[i].part, around->nodes[i].name, i};
    qsort(ranks, around->count, sizeof *ranks, compare_ranks);
    for (size_t i = 0; i < around->count; i++)
        choice->order[i] = ranks[i].node;
    free(ranks);
    return true;
}

/* Hides those whom nothing shown ties to the entity any more: owners by way of what they own, owned
 * ones by way of their owners. */
static void prune(struct sl_choice *choice)
{
    const struct sl_around *around = choice->around;
    memset(choice->tied, 0, 2 * around->count * sizeof *choice->tied);
    bool *up = choice->tied, *down = choice->tied + around->count, more = true;
    up[0] = down[0] = true;
    while (more) {
        more = false;
        for (size_t i = 0; i < around->link_count; i++) {
            const struct sl_around_link *link = &around->links[i];
            if (!choice->shown[link->holder] || !choice->shown[link->issuer]) continue;
            if (up[link->issuer] && !up[link->holder]) up[link->holder] = more = true;
            if (down[link->holder] && !down[link->issuer]) down[link->issuer] = more = true;
        }
    }
    for (size_t i = 0; i < around->count; i++)
        choice->shown[i] = choice->shown[i] && (up[i] || down[i]);
}

static bool is_needed(const struct sl_around_node *node)
{
    return node->counts || node->sway == SL_SWAY_ULTIMATE || node->sway == SL_SWAY_OVER;
}

/* The steps of the longest way to the entity that is shown. */
static unsigned longest_way(const struct sl_choice *choice)
{
    unsigned most = 0;
    for (size_t i = 0; i < choice->around->count; i++)
        if (choice->shown[i] && choice->around->nodes[i].up > most)
            most = choice->around->nodes[i].up;
    return most;
}

bool sl_choice_is_folded(const struct sl_choice *choice, uint32_t node)
{
    unsigned up = choice->around->nodes[node].up;
    return choice->kept > 0 && choice->shown[node] && up > choice->kept &&
           up + choice->kept <= longest_way(choice);
}

bool sl_choice_fold(struct sl_choice *choice)
{
    unsigned most = longest_way(choice);
    unsigned kept = choice->kept > 0 ? choice->kept / 2 : KEPT_FIRST;
    while (kept > 0 && most < 2 * kept + 2)
        kept /= 2;
    if (kept == 0 || kept == choice->kept) return false;
    choice->kept = kept;
    return true;
}

bool sl_choice_drop(struct sl_choice *choice, const struct sl_diagram *diagram, int64_t row)
{
    const struct sl_around *around = choice->around;
    for (size_t i = around->count; i-- > 1;) {
        uint32_t node = choice->order[i];
        if (!choice->shown[node] || is_needed(&around->nodes[node]) ||
            sl_choice_is_folded(choice, node))
            continue;
        if (row != SL_ANY_ROW && diagram->boxes[choice->box[node]].row != row) continue;
        choice->shown[node] = false;
        prune(choice);
        return true;
    }
    return row != SL_ANY_ROW && sl_choice_drop(choice, diagram, SL_ANY_ROW);
}

bool sl_choice_init(struct sl_choice *choice, const struct sl_around *around)
{
    const size_t count = around->count + 1;
    *choice = (struct sl_choice){.around = around,
                                 .shown = calloc(count, sizeof *choice->shown),
                                 .order = calloc(count, sizeof *choice->order),
                                 .box = calloc(count, sizeof *choice->box),
                                 .tied = calloc(2 * count, sizeof *choice->tied)};
    if (choice->shown == NULL || choice->order == NULL || choice->box == NULL ||
        choice->tied == NULL || !set_order(choice))
        return false;
    for (size_t i = 0; i < around->count; i++) {
        uint32_t node = choice->order[i];
        bool first = i < SHOWN_MOST && around->nodes[node].chosen;
        choice->shown[node] = first || node == 0 || is_needed(&around->nodes[node]);
    }
    prune(choice);
    return true;
}

void sl_choice_release(struct sl_choice *choice)
{
    free(choice->shown);
    free(choice->order);
    free(choice->box);
    free(choice->tied);
}
