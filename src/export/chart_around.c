/* Who holds whom around an entity, and who controls it: as many boxes as the page has room for, the
 * largest first; the rest of those who hold the entity, or are held by it, share a box. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "export/chart_around.h"
#include "export/chart_draw.h"
#include "export/chart_text.h"
#include "export/figure.h"
#include "export/name_table.h"

enum {
    SHOWN_MOST = 150, /* boxes to begin with */
    HIGH_MOST = 4000, /* a page without a wish for its height grows up to this */
    WIDE_MOST = 3000,
    ROW_GAP_MOST = 70,
    ROW_GAP_USUAL = 10,
    PAGE_FOOT = 14,
    KEPT_FIRST = 32
};

static const uint32_t NONE = UINT32_MAX;

struct picture {
    struct sl_page *page;
    const struct sl_around *around;
    const struct sl_around_kind *kind;
    const struct sl_chart_options *options;
    bool *shown;     /* of each node */
    unsigned kept;   /* 0: all; else so many steps at each end of a long way of control; those shown
                        of between share a box */
    uint32_t *order; /* nodes, the entity first, then the largest first */
    uint32_t *box;   /* of each node */
    uint32_t *node;  /* of each box; NONE: it has more than one */
    struct sl_plan plan;
    struct sl_names sources;
    struct sl_arena memory; /* of the sources */
    const char *title, *subtitle;
    double room, head, foot; /* pixels */
};

/* ---- what is shown ---- */

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

static bool set_order(struct picture *picture)
{
    const struct sl_around *around = picture->around;
    struct rank *ranks = malloc((around->count + 1) * sizeof *ranks);
    if (ranks == NULL) return false;
    for (uint32_t i = 0; i < around->count; i++)
        ranks[i] = (struct rank){around->nodes[i].part, around->nodes[i].name, i};
    qsort(ranks, around->count, sizeof *ranks, compare_ranks);
    for (size_t i = 0; i < around->count; i++)
        picture->order[i] = ranks[i].node;
    free(ranks);
    return true;
}

/* Hides those whom nothing shown ties to the entity any more: owners by way of what they own, owned
 * ones by way of their owners. */
static void prune(struct picture *picture, bool *tied)
{
    const struct sl_around *around = picture->around;
    memset(tied, 0, 2 * around->count * sizeof *tied);
    bool *up = tied, *down = tied + around->count, more = true;
    up[0] = down[0] = true;
    while (more) {
        more = false;
        for (size_t i = 0; i < around->link_count; i++) {
            const struct sl_around_link *link = &around->links[i];
            if (!picture->shown[link->holder] || !picture->shown[link->issuer]) continue;
            if (up[link->issuer] && !up[link->holder]) up[link->holder] = more = true;
            if (down[link->holder] && !down[link->issuer]) down[link->issuer] = more = true;
        }
    }
    for (size_t i = 0; i < around->count; i++)
        picture->shown[i] = picture->shown[i] && (up[i] || down[i]);
}

static bool is_needed(const struct sl_around_node *node)
{
    return node->counts || node->sway == SL_SWAY_ULTIMATE || node->sway == SL_SWAY_OVER;
}

/* The steps of the longest way to the entity that is shown. */
static unsigned longest_way(const struct picture *picture)
{
    unsigned most = 0;
    for (size_t i = 0; i < picture->around->count; i++)
        if (picture->shown[i] && picture->around->nodes[i].up > most)
            most = picture->around->nodes[i].up;
    return most;
}

static bool is_folded(const struct picture *picture, uint32_t node)
{
    unsigned up = picture->around->nodes[node].up;
    return picture->kept > 0 && picture->shown[node] && up > picture->kept &&
           up + picture->kept <= longest_way(picture);
}

/* Folds the middle of a long way of control; false when that is done as far as it can be. */
static bool fold(struct picture *picture)
{
    unsigned most = longest_way(picture);
    unsigned kept = picture->kept > 0 ? picture->kept / 2 : KEPT_FIRST;
    while (kept > 0 && most < 2 * kept + 2)
        kept /= 2;
    if (kept == 0 || kept == picture->kept) return false;
    picture->kept = kept;
    return true;
}

/* Hides the least of those shown, in the row if one is given; false when there is none, but for
 * those through whom the entity is controlled. */
static bool drop(struct picture *picture, uint32_t row, bool *tied)
{
    const struct sl_around *around = picture->around;
    for (size_t i = around->count; i-- > 1;) {
        uint32_t node = picture->order[i];
        if (!picture->shown[node] || is_needed(&around->nodes[node]) || is_folded(picture, node))
            continue;
        if (row != NONE && picture->plan.diagram.boxes[picture->box[node]].row != row) continue;
        picture->shown[node] = false;
        prune(picture, tied);
        return true;
    }
    return row != NONE && drop(picture, NONE, tied);
}

/* The row furthest from the entity's. */
static uint32_t furthest_row(const struct picture *picture)
{
    const struct sl_diagram *diagram = &picture->plan.diagram;
    uint32_t own = diagram->boxes[0].row, last = diagram->row_count - 1;
    return last - own > own ? last : 0;
}

/* ---- the plan ---- */

static const char *keep(struct picture *picture, struct sl_buffer *text)
{
    const char *kept = text->failed ? NULL : text->data;
    if (text->failed || text->length == 0) return NULL;
    return sl_arena_keep(&picture->plan.arena, &kept) ? kept : NULL;
}

static void add_self(struct picture *picture, uint32_t node, struct sl_plan_box *box)
{
    const struct sl_around *around = picture->around;
    struct sl_buffer text = {0}, more = {0};
    for (size_t i = 0; i < around->link_count; i++) {
        const struct sl_around_link *link = &around->links[i];
        if (link->holder != node || link->issuer != node) continue;
        picture->kind->label(link, &text, &more);
        box->self = keep(picture, &text);
    }
    if (text.failed || more.failed) picture->page->out->failed = true;
    sl_buffer_release(&text);
    sl_buffer_release(&more);
}

/* "2 more holders; 1 more holding", as far as they are known. */
static void tell_hidden(const struct picture *picture, uint32_t node, struct sl_buffer *out)
{
    const struct sl_around *around = picture->around;
    size_t holders = 0, held = 0;
    if (node == 0) return; /* has boxes for them */
    for (size_t i = 0; i < around->link_count; i++) {
        const struct sl_around_link *link = &around->links[i];
        holders += link->issuer == node && !picture->shown[link->holder];
        held += link->holder == node && !picture->shown[link->issuer];
    }
    if (!around->nodes[node].followed) held = 0;
    if (holders > 0)
        sl_buffer_printf(out, "%s%zu more holder%s", out->length > 0 ? "; " : "", holders,
                         holders > 1 ? "s" : "");
    if (held > 0)
        sl_buffer_printf(out, "%s%zu more holding%s", out->length > 0 ? "; " : "", held,
                         held > 1 ? "s" : "");
}

/* By how many links a node is controlled; 1 for none, too, and 0 for the entity itself. */
static size_t ways_to(const struct picture *picture, uint32_t node)
{
    const struct sl_around *around = picture->around;
    size_t count = 0;
    for (size_t i = 0; i < around->link_count; i++)
        count += around->links[i].issuer == node && around->links[i].counts;
    return node == 0 ? 0 : count == 0 ? 1 : count;
}

static bool add_node(struct picture *picture, uint32_t node)
{
    struct sl_buffer note = {0};
    const char *name = sl_text_keep_clean(&picture->plan.arena, picture->around->nodes[node].name);
    struct sl_plan_box box = {.name = name};
    if (name == NULL) return false;
    box.look = picture->kind->note(&picture->around->nodes[node], ways_to(picture, node), &note);
    tell_hidden(picture, node, &note);
    box.note = keep(picture, &note);
    bool ok = !note.failed && (note.length == 0 || box.note != NULL);
    sl_buffer_release(&note);
    add_self(picture, node, &box);
    ok = ok && sl_plan_add_box(&picture->plan, box, &picture->box[node]);
    if (ok) picture->node[picture->box[node]] = node;
    return ok;
}

/* Of links from and to the box of several, the first stands for all. */
static bool is_drawn(const struct picture *picture, uint32_t from, uint32_t to)
{
    for (size_t i = 0; i < picture->plan.arrow_count; i++)
        if (picture->plan.arrows[i].from == from && picture->plan.arrows[i].to == to) return true;
    return false;
}

static bool add_folded(struct picture *picture)
{
    const struct sl_around *around = picture->around;
    struct sl_buffer name = {0};
    uint32_t number = NONE;
    size_t count = 0;
    for (uint32_t i = 0; i < around->count; i++)
        count += is_folded(picture, i);
    if (count == 0) return true;
    sl_buffer_printf(&name, "%zu more in between", count);
    struct sl_plan_box box = {.name = keep(picture, &name), .look = SL_LOOK_REST};
    bool ok = box.name != NULL && sl_plan_add_box(&picture->plan, box, &number);
    sl_buffer_release(&name);
    if (ok) picture->node[number] = NONE;
    for (uint32_t i = 0; i < around->count && ok; i++)
        if (is_folded(picture, i)) picture->box[i] = number;
    return ok;
}

static bool add_link(struct picture *picture, const struct sl_around_link *link)
{
    if (picture->box[link->holder] == picture->box[link->issuer] ||
        is_drawn(picture, picture->box[link->holder], picture->box[link->issuer]))
        return true;
    struct sl_buffer label = {0}, more = {0};
    picture->kind->label(link, &label, &more);
    double share = isnan(link->stake_pct) ? 0 : fmin(link->stake_pct / 100, 1);
    struct sl_plan_arrow arrow = {.from = picture->box[link->holder],
                                  .to = picture->box[link->issuer],
                                  .share = share,
                                  .label = keep(picture, &label),
                                  .more = keep(picture, &more)};
    picture->kind->weigh(link, &arrow);
    bool ok = arrow.label != NULL && sl_plan_add_arrow(&picture->plan, arrow);
    ok = ok && !more.failed && sl_sources_add(&picture->sources, &picture->memory, link->source);
    sl_buffer_release(&label);
    sl_buffer_release(&more);
    return ok;
}

/* ---- those without a box of their own ---- */

struct rest {
    size_t count, unknown;
    double low, middle, high; /* of all; of what is held, the least and the largest stake */
};

static struct rest rest_of(const struct picture *picture, bool holders)
{
    const struct sl_around *around = picture->around;
    struct rest rest = {.low = holders ? 0 : INFINITY};
    for (size_t i = 0; i < around->link_count; i++) {
        const struct sl_around_link *link = &around->links[i];
        uint32_t own = holders ? link->issuer : link->holder;
        uint32_t other = holders ? link->holder : link->issuer;
        if (own != 0 || other == 0 || picture->shown[other]) continue;
        double low, middle, high;
        rest.count++;
        if (!picture->kind->size(link, &low, &middle, &high)) {
            rest.unknown++;
        } else if (holders) {
            rest.low += low, rest.middle += middle, rest.high += high;
        } else {
            rest.low = fmin(rest.low, low), rest.high = fmax(rest.high, high);
        }
    }
    return rest;
}

static bool add_rest(struct picture *picture, bool holders)
{
    const struct rest rest = rest_of(picture, holders);
    struct sl_buffer name = {0}, note = {0}, label = {0};
    if (rest.count == 0) return true;
    bool known = rest.unknown < rest.count;
    sl_buffer_printf(&name, "%zu %s%s", rest.count, holders ? "other" : "more",
                     holders && rest.count > 1 ? "s" : "");
    if (rest.unknown > 0 && known) sl_buffer_printf(&note, "%zu of unknown size", rest.unknown);
    if (!known) {
        sl_buffer_add_text(&label, "?");
    } else {
        sl_around_percent(&label, rest.low, rest.high);
        if (!holders && rest.count - rest.unknown > 1) sl_buffer_add_text(&label, " each");
    }
    struct sl_plan_box box = {
        .name = keep(picture, &name), .note = keep(picture, &note), .look = SL_LOOK_REST};
    struct sl_plan_arrow arrow = {.label = keep(picture, &label)};
    uint32_t number = 0;
    bool ok = box.name != NULL && arrow.label != NULL && !note.failed &&
              sl_plan_add_box(&picture->plan, box, &number);
    if (ok) picture->node[number] = NONE;
    arrow.from = holders ? number : 0;
    arrow.to = holders ? 0 : number;
    const struct sl_around_link whole = {.stake_pct = known ? rest.middle : NAN,
                                         .votes_pct = known ? rest.middle : NAN};
    const struct sl_around_link largest = {.stake_pct = known ? rest.high : NAN,
                                           .votes_pct = known ? rest.high : NAN};
    picture->kind->weigh(holders ? &whole : &largest, &arrow);
    ok = ok && sl_plan_add_arrow(&picture->plan, arrow);
    sl_buffer_release(&name);
    sl_buffer_release(&note);
    sl_buffer_release(&label);
    return ok;
}

/* Those that the entity controls, but that are not shown. */
static bool add_controlled_rest(struct picture *picture)
{
    const struct sl_around *around = picture->around;
    size_t count = 0;
    for (size_t i = 0; i < around->count; i++)
        count += around->nodes[i].sway == SL_SWAY_UNDER && !picture->shown[i];
    if (count == 0) return true;
    struct sl_buffer name = {0};
    sl_buffer_printf(&name, "%zu more that it controls", count);
    struct sl_plan_box box = {.name = keep(picture, &name), .look = SL_LOOK_REST};
    struct sl_plan_arrow arrow = {
        .share = 1, .weight = SL_WEIGHT_MOST, .label = count > 1 ? "over 50 % each" : "over 50 %"};
    bool ok = box.name != NULL && sl_plan_add_box(&picture->plan, box, &arrow.to);
    if (ok) picture->node[arrow.to] = NONE;
    sl_buffer_release(&name);
    return ok && sl_plan_add_arrow(&picture->plan, arrow);
}

static bool make_plan(struct picture *picture)
{
    const struct sl_around *around = picture->around;
    bool ok = true;
    sl_plan_clear(&picture->plan);
    sl_names_release(&picture->sources);
    picture->sources = (struct sl_names){0};
    for (size_t i = 0; i < around->count && ok; i++)
        if (picture->shown[picture->order[i]] && !is_folded(picture, picture->order[i]))
            ok = add_node(picture, picture->order[i]);
    ok = ok && add_folded(picture);
    for (size_t i = 0; i < around->link_count && ok; i++) {
        const struct sl_around_link *link = &around->links[i];
        bool shown = picture->shown[link->holder] && picture->shown[link->issuer];
        if (shown) ok = add_link(picture, link);
    }
    ok = ok && add_rest(picture, true);
    if (picture->kind->held) ok = ok && add_rest(picture, false);
    return ok && add_controlled_rest(picture);
}

/* ---- the page ---- */

/* The head, or the foot, and nothing of it yet: how high it is. */
static bool measure(struct picture *picture)
{
    struct sl_page *page = picture->page;
    struct sl_key_item key[SL_AROUND_KEYS];
    struct sl_buffer *out = page->out, scratch = {0};
    page->out = &scratch;
    sl_page_header(page, picture->title, picture->subtitle, key,
                   picture->kind->key(&picture->plan, key));
    picture->head = page->top;
    sl_page_footer(page, picture->sources.items, picture->sources.count, PAGE_FOOT);
    picture->foot = page->height - page->bottom;
    page->out = out;
    bool ok = !scratch.failed;
    sl_buffer_release(&scratch);
    return ok;
}

static double height_for(const struct picture *picture)
{
    return (picture->page->shrinks ? HIGH_MOST : picture->page->height) - picture->head -
           picture->foot;
}

static enum sl_status too_small(const struct picture *picture, struct sl_error *err)
{
    return sl_fail(err, SL_MISUSE, "%d by %d pixels are too few for this chart and its labels",
                   picture->page->width, picture->page->height);
}

static bool widen(struct picture *picture)
{
    if (!picture->page->widens || picture->room >= WIDE_MOST) return false;
    picture->room = fmin(picture->room * 1.25, WIDE_MOST);
    return true;
}

/* Takes something out of a row that is too wide, or makes a page wider that may be: that first
 * where so many boxes were asked for. */
static bool make_room(struct picture *picture, bool *tied)
{
    uint32_t row = picture->plan.diagram.full_row;
    bool asked = picture->options->top > 0;
    return (asked && widen(picture)) || drop(picture, row, tied) || widen(picture);
}

/* Lays out what is shown, and shows less until it fits. */
static enum sl_status fit(struct picture *picture, bool *tied, struct sl_error *err)
{
    const struct sl_diagram *diagram = &picture->plan.diagram;
    for (;;) {
        if (!make_plan(picture) || !measure(picture)) return sl_fail_memory(err);
        enum sl_status status = sl_plan_lay(&picture->plan, picture->room, ROW_GAP_USUAL, err);
        if (status != SL_OK) return status;
        if (diagram->overfull) {
            if (!make_room(picture, tied)) return too_small(picture, err);
            continue;
        }
        double spare = height_for(picture) - diagram->high;
        if (spare < 0 && diagram->row_count > 1) {
            status = sl_plan_lay(&picture->plan, picture->room, 0, err);
            if (status != SL_OK) return status;
            spare = height_for(picture) - diagram->high;
        }
        if (spare >= 0) return SL_OK;
        if (!drop(picture, furthest_row(picture), tied) && !fold(picture))
            return too_small(picture, err);
    }
}

/* A page of a given height: what is left of it goes between the rows. */
static enum sl_status stretch(struct picture *picture, struct sl_error *err)
{
    const struct sl_diagram *diagram = &picture->plan.diagram;
    double spare = height_for(picture) - diagram->high;
    if (picture->page->shrinks || diagram->row_count < 2) return SL_OK;
    double gap = fmin(ROW_GAP_MOST, ROW_GAP_USUAL + spare / diagram->row_count);
    if (gap <= ROW_GAP_USUAL) return SL_OK;
    return sl_plan_lay(&picture->plan, picture->room, floor(gap), err);
}

static enum sl_status draw(struct picture *picture, struct sl_error *err)
{
    struct sl_page *page = picture->page;
    const struct sl_diagram *diagram = &picture->plan.diagram;
    struct sl_key_item key[SL_AROUND_KEYS];
    if (page->widens && diagram->wide + 2 * SL_PAGE_EDGE > page->width)
        page->width = (int)ceil(diagram->wide + 2 * SL_PAGE_EDGE);
    if (page->shrinks)
        page->height = (int)ceil(fmax(picture->head + diagram->high + picture->foot, 240));
    page->data = "pixels from the top left corner";
    sl_page_begin(page, picture->kind->word);
    sl_page_header(page, picture->title, picture->subtitle, key,
                   picture->kind->key(&picture->plan, key));
    sl_page_footer(page, picture->sources.items, picture->sources.count, PAGE_FOOT);
    double left = (page->width - diagram->wide) / 2;
    double top = page->top + (page->bottom - page->top - diagram->high) / 2;
    return sl_plan_draw(page, &picture->plan, left, top) ? SL_OK : sl_fail_memory(err);
}

static bool add_texts(struct picture *picture, struct sl_buffer *title, struct sl_buffer *subtitle)
{
    const struct sl_chart_options *options = picture->options;
    const char *name = sl_text_keep_clean(&picture->memory, picture->around->nodes[0].name);
    if (name == NULL) return false;
    if (options->title != NULL)
        sl_buffer_add_text(title, options->title);
    else
        picture->kind->title(picture->around, name, title);
    picture->kind->subtitle(picture->around, name, subtitle);
    int32_t day = options->view.to < SL_DAY_MAX ? options->view.to : picture->around->latest;
    sl_buffer_add_text(subtitle, ", as of ");
    sl_page_iso(subtitle, day);
    if (options->view.known_by < SL_DAY_MAX) {
        sl_buffer_add_text(subtitle, ", from what was known by ");
        sl_page_iso(subtitle, options->view.known_by);
    }
    if (options->view.pro_forma != SL_STAGE_COMPLETED)
        sl_buffer_add_text(subtitle, ", as if pending deals were completed");
    picture->title = title->data;
    picture->subtitle = subtitle->data;
    return !title->failed && !subtitle->failed && title->data != NULL;
}

enum sl_status sl_draw_around(struct sl_page *page, const struct sl_around *around,
                              const struct sl_around_kind *kind,
                              const struct sl_chart_options *options, struct sl_error *err)
{
    size_t count = around->count + 2;
    struct picture picture = {.page = page,
                              .around = around,
                              .kind = kind,
                              .options = options,
                              .shown = calloc(count, sizeof *picture.shown),
                              .order = calloc(count, sizeof *picture.order),
                              .box = calloc(count, sizeof *picture.box),
                              .node = calloc(count, sizeof *picture.node),
                              .room = page->width - 2.0 * SL_PAGE_EDGE};
    struct sl_buffer title = {0}, subtitle = {0};
    bool *tied = calloc(2 * count, sizeof *tied);
    enum sl_status status = SL_OK;
    if (picture.shown == NULL || picture.order == NULL || picture.box == NULL ||
        picture.node == NULL || tied == NULL || !set_order(&picture) ||
        !add_texts(&picture, &title, &subtitle))
        status = sl_fail_memory(err);
    for (size_t i = 0; i < around->count && status == SL_OK; i++) {
        uint32_t node = picture.order[i];
        bool first = i < SHOWN_MOST && around->nodes[node].chosen;
        picture.shown[node] = first || node == 0 || is_needed(&around->nodes[node]);
    }
    if (status == SL_OK) prune(&picture, tied);
    if (status == SL_OK) status = fit(&picture, tied, err);
    if (status == SL_OK) status = stretch(&picture, err);
    if (status == SL_OK) status = draw(&picture, err);
    free(picture.shown);
    free(picture.order);
    free(picture.box);
    free(picture.node);
    free(tied);
    sl_plan_release(&picture.plan);
    sl_names_release(&picture.sources);
    sl_arena_release(&picture.memory);
    sl_buffer_release(&title);
    sl_buffer_release(&subtitle);
    return status;
}
