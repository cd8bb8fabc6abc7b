/* What is shown, as boxes and arrows: names and notes, labels, and those that share a box. */
#include <math.h>

#include "export/around_drawing.h"

static const char *keep(struct sl_around_drawing *drawing, struct sl_buffer *text)
{
    const char *kept = text->failed ? NULL : text->data;
    if (text->failed || text->length == 0) return NULL;
    return sl_arena_keep(&drawing->plan.arena, &kept) ? kept : NULL;
}

/* What the picture is about, and on a second line the other figure, where it is another one. */
static void add_label(const struct sl_around_drawing *drawing, const struct sl_around_link *link,
                      struct sl_buffer *out, struct sl_buffer *more)
{
    const struct sl_around_kind *kind = drawing->kind;
    const struct sl_around_size size = kind->size(link), other = kind->other(link);
    const bool known = !isnan(size.middle);
    if (known)
        sl_around_percent(out, size.low, size.high);
    else
        sl_buffer_add_text(out, "?");
    if (isnan(other.middle) || (known && !sl_around_differs(other.middle, size.middle))) return;
    sl_buffer_printf(more, "%s ", kind->other_name);
    sl_around_percent(more, other.low, other.high);
}

static bool add_self(struct sl_around_drawing *drawing, uint32_t node, struct sl_plan_box *box)
{
    const struct sl_around *around = drawing->choice.around;
    struct sl_buffer text = {0}, more = {0};
    for (size_t i = 0; i < around->link_count; i++) {
        const struct sl_around_link *link = &around->links[i];
        if (link->holder != node || link->issuer != node) continue;
        add_label(drawing, link, &text, &more);
        box->self = keep(drawing, &text);
    }
    bool ok = !text.failed && !more.failed;
    sl_buffer_release(&text);
    sl_buffer_release(&more);
    return ok;
}

/* "2 more holders; 1 more holding", as far as they are known. */
static void tell_hidden(const struct sl_around_drawing *drawing, uint32_t node,
                        struct sl_buffer *out)
{
    const struct sl_around *around = drawing->choice.around;
    size_t holders = 0, held = 0;
    if (node == 0) return; /* has boxes for them */
    for (size_t i = 0; i < around->link_count; i++) {
        const struct sl_around_link *link = &around->links[i];
        holders += link->issuer == node && !drawing->choice.shown[link->holder];
        held += link->holder == node && !drawing->choice.shown[link->issuer];
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
static size_t ways_to(const struct sl_around_drawing *drawing, uint32_t node)
{
    const struct sl_around *around = drawing->choice.around;
    size_t count = 0;
    for (size_t i = 0; i < around->link_count; i++)
        count += around->links[i].issuer == node && around->links[i].counts;
    return node == 0 ? 0 : count == 0 ? 1 : count;
}

static bool add_node(struct sl_around_drawing *drawing, uint32_t node)
{
    struct sl_buffer note = {0};
    const char *name =
        sl_text_keep_clean(&drawing->plan.arena, drawing->choice.around->nodes[node].name);
    struct sl_plan_box box = {.name = name};
    if (name == NULL) return false;
    box.look =
        drawing->kind->note(&drawing->choice.around->nodes[node], ways_to(drawing, node), &note);
    tell_hidden(drawing, node, &note);
    box.note = keep(drawing, &note);
    bool ok = !note.failed && (note.length == 0 || box.note != NULL);
    sl_buffer_release(&note);
    ok = ok && add_self(drawing, node, &box) &&
         sl_plan_add_box(&drawing->plan, box, &drawing->choice.box[node]);
    return ok;
}

/* Of links from and to the box of several, the first stands for all. */
static bool is_drawn(const struct sl_around_drawing *drawing, uint32_t from, uint32_t to)
{
    for (size_t i = 0; i < drawing->plan.arrow_count; i++)
        if (drawing->plan.arrows[i].from == from && drawing->plan.arrows[i].to == to) return true;
    return false;
}

static bool add_folded(struct sl_around_drawing *drawing)
{
    const struct sl_around *around = drawing->choice.around;
    struct sl_buffer name = {0};
    uint32_t number = 0;
    size_t count = 0;
    for (uint32_t i = 0; i < around->count; i++)
        count += sl_choice_is_folded(&drawing->choice, i);
    if (count == 0) return true;
    sl_buffer_printf(&name, "%zu more in between", count);
    struct sl_plan_box box = {.name = keep(drawing, &name), .look = SL_LOOK_REST};
    bool ok = box.name != NULL && sl_plan_add_box(&drawing->plan, box, &number);
    sl_buffer_release(&name);
    for (uint32_t i = 0; i < around->count && ok; i++)
        if (sl_choice_is_folded(&drawing->choice, i)) drawing->choice.box[i] = number;
    return ok;
}

static bool add_link(struct sl_around_drawing *drawing, const struct sl_around_link *link)
{
    if (drawing->choice.box[link->holder] == drawing->choice.box[link->issuer] ||
        is_drawn(drawing, drawing->choice.box[link->holder], drawing->choice.box[link->issuer]))
        return true;
    struct sl_buffer label = {0}, more = {0};
    add_label(drawing, link, &label, &more);
    double share = isnan(link->stake_pct) ? 0 : fmin(link->stake_pct / 100, 1);
    struct sl_plan_arrow arrow = {.from = drawing->choice.box[link->holder],
                                  .to = drawing->choice.box[link->issuer],
                                  .share = share,
                                  .label = keep(drawing, &label),
                                  .more = keep(drawing, &more)};
    drawing->kind->weigh(link, &arrow);
    bool ok = arrow.label != NULL && sl_plan_add_arrow(&drawing->plan, arrow);
    ok = ok && !more.failed && sl_sources_add(&drawing->sources, &drawing->memory, link->source);
    sl_buffer_release(&label);
    sl_buffer_release(&more);
    return ok;
}

/* ---- those without a box of their own ---- */

struct rest {
    size_t count, unknown;
    double low, middle, high; /* of all; of what is held, the least and the largest stake */
};

static struct rest rest_of(const struct sl_around_drawing *drawing, bool holders)
{
    const struct sl_around *around = drawing->choice.around;
    struct rest rest = {.low = holders ? 0 : INFINITY};
    for (size_t i = 0; i < around->link_count; i++) {
        const struct sl_around_link *link = &around->links[i];
        uint32_t own = holders ? link->issuer : link->holder;
        uint32_t other = holders ? link->holder : link->issuer;
        if (own != 0 || other == 0 || drawing->choice.shown[other]) continue;
        const struct sl_around_size size = drawing->kind->size(link);
        rest.count++;
        if (isnan(size.middle)) {
            rest.unknown++;
        } else if (holders) {
            rest.low += size.low, rest.middle += size.middle, rest.high += size.high;
        } else {
            rest.low = fmin(rest.low, size.low), rest.high = fmax(rest.high, size.high);
        }
    }
    return rest;
}

static bool add_rest(struct sl_around_drawing *drawing, bool holders)
{
    const struct rest rest = rest_of(drawing, holders);
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
        .name = keep(drawing, &name), .note = keep(drawing, &note), .look = SL_LOOK_REST};
    struct sl_plan_arrow arrow = {.label = keep(drawing, &label)};
    uint32_t number = 0;
    bool ok = box.name != NULL && arrow.label != NULL && !note.failed &&
              sl_plan_add_box(&drawing->plan, box, &number);
    arrow.from = holders ? number : 0;
    arrow.to = holders ? 0 : number;
    const struct sl_around_link whole = {.stake_pct = known ? rest.middle : NAN,
                                         .votes_pct = known ? rest.middle : NAN};
    const struct sl_around_link largest = {.stake_pct = known ? rest.high : NAN,
                                           .votes_pct = known ? rest.high : NAN};
    drawing->kind->weigh(holders ? &whole : &largest, &arrow);
    ok = ok && sl_plan_add_arrow(&drawing->plan, arrow);
    sl_buffer_release(&name);
    sl_buffer_release(&note);
    sl_buffer_release(&label);
    return ok;
}

/* Those that the entity controls, but that are not shown. */
static bool add_controlled_rest(struct sl_around_drawing *drawing)
{
    const struct sl_around *around = drawing->choice.around;
    size_t count = 0;
    for (size_t i = 0; i < around->count; i++)
        count += around->nodes[i].sway == SL_SWAY_UNDER && !drawing->choice.shown[i];
    if (count == 0) return true;
    struct sl_buffer name = {0};
    sl_buffer_printf(&name, "%zu more that it controls", count);
    struct sl_plan_box box = {.name = keep(drawing, &name), .look = SL_LOOK_REST};
    struct sl_plan_arrow arrow = {
        .share = 1, .weight = SL_WEIGHT_MOST, .label = count > 1 ? "over 50 % each" : "over 50 %"};
    bool ok = box.name != NULL && sl_plan_add_box(&drawing->plan, box, &arrow.to);
    sl_buffer_release(&name);
    return ok && sl_plan_add_arrow(&drawing->plan, arrow);
}

bool sl_around_plan(struct sl_around_drawing *drawing)
{
    const struct sl_around *around = drawing->choice.around;
    bool ok = true;
    sl_plan_clear(&drawing->plan);
    sl_names_release(&drawing->sources);
    drawing->sources = (struct sl_names){0};
    for (size_t i = 0; i < around->count && ok; i++)
        if (drawing->choice.shown[drawing->choice.order[i]] &&
            !sl_choice_is_folded(&drawing->choice, drawing->choice.order[i]))
            ok = add_node(drawing, drawing->choice.order[i]);
    ok = ok && add_folded(drawing);
    for (size_t i = 0; i < around->link_count && ok; i++) {
        const struct sl_around_link *link = &around->links[i];
        bool shown = drawing->choice.shown[link->holder] && drawing->choice.shown[link->issuer];
        if (shown) ok = add_link(drawing, link);
    }
    ok = ok && add_rest(drawing, true);
    if (drawing->kind->held) ok = ok && add_rest(drawing, false);
    return ok && add_controlled_rest(drawing);
}
