/* Who controls an entity, from the ultimate owners down, and what it controls: votes on the arrows,
 * stakes where they are others. "Controls" is said of over half of the votes only. */
#include <math.h>

#include "export/chart_around.h"

static const double HALF = 50 + 1e-9;

static void add_title(const struct sl_around *around, const char *name, struct sl_buffer *out)
{
    bool under = false, over = false;
    for (size_t i = 0; i < around->count; i++) {
        under = under || around->nodes[i].sway == SL_SWAY_UNDER;
        over = over || around->nodes[i].up > 0;
    }
    if (over)
        sl_buffer_printf(out, "Who controls %s%s", name, under ? ", and what it controls" : "");
    else
        sl_buffer_printf(out, "What %s controls", name);
}

static void add_subtitle(const struct sl_around *around, const char *name, struct sl_buffer *out)
{
    bool over = false, stakes = false, owned = false;
    for (size_t i = 0; i < around->count; i++)
        over = over ||
               (around->nodes[i].sway != SL_SWAY_NONE && around->nodes[i].sway != SL_SWAY_UNDER);
    for (size_t i = 0; i < around->link_count; i++) {
        const struct sl_around_link *link = &around->links[i];
        stakes = stakes || sl_around_differs(link->votes_pct, link->stake_pct);
    }
    for (size_t i = 0; i < around->count; i++)
        owned = owned || around->nodes[i].up > 0;
    if (!over && owned)
        sl_buffer_printf(out, "Nobody is known to have over 50 %% of the votes in %s. ", name);
    sl_buffer_add_text(out, "Arrows lead from the holder to what it holds: the votes in per cent");
    if (stakes) sl_buffer_add_text(out, ", and the stake where it differs");
}

static void add_votes(struct sl_buffer *out, const char *words, double votes)
{
    sl_buffer_add_text(out, words);
    sl_around_percent(out, votes, votes);
    sl_buffer_add_text(out, " of the votes");
}

static enum sl_box_look add_note(const struct sl_around_node *node, size_t ways,
                                 struct sl_buffer *out)
{
    switch (node->sway) {
    case SL_SWAY_ULTIMATE: add_votes(out, "ultimately controls it: ", node->votes_pct); break;
    case SL_SWAY_OVER: add_votes(out, "controls it: ", node->votes_pct); break;
    case SL_SWAY_UNDER:
        if (ways > 1) add_votes(out, "controlled: ", node->votes_pct);
        break;
    case SL_SWAY_NONE: break;
    }
    if (ways == 0) return SL_LOOK_SUBJECT;
    return node->sway == SL_SWAY_ULTIMATE ? SL_LOOK_HEAD : SL_LOOK_PLAIN;
}

static void weigh(const struct sl_around_link *link, struct sl_plan_arrow *out)
{
    out->far = out->yields = !link->counts;
    out->weight = isnan(link->votes_pct)   ? SL_WEIGHT_UNKNOWN
                  : !link->counts          ? SL_WEIGHT_SLIGHT
                  : link->votes_pct > HALF ? SL_WEIGHT_MOST
                                           : SL_WEIGHT_SOME;
}

static size_t make_key(const struct sl_plan *plan, struct sl_key_item *out)
{
    static const struct {
        enum sl_arrow_weight weight;
        int style;
        const char *text;
    } items[] = {
        {SL_WEIGHT_MOST, SL_STYLE_ARROW + SL_WEIGHT_MOST, "controls: over 50 % of the votes"},
        {SL_WEIGHT_SOME, SL_STYLE_ARROW + SL_WEIGHT_SOME,
         "over 50 % only with others of its group"},
        {SL_WEIGHT_SLIGHT, SL_STYLE_ARROW_FAR + SL_WEIGHT_SLIGHT, "no control"},
        {SL_WEIGHT_UNKNOWN, SL_STYLE_ARROW_FAR + SL_WEIGHT_UNKNOWN, "votes not known"},
    };
    size_t count = 0;
    for (size_t k = 0; k < sizeof items / sizeof *items; k++) {
        bool seen = false;
        for (size_t i = 0; i < plan->arrow_count; i++)
            seen = seen || plan->arrows[i].weight == items[k].weight;
        if (seen)
            out[count++] = (struct sl_key_item){SL_SAMPLE_LINE, items[k].style, items[k].text, 0};
    }
    return count;
}

const struct sl_around_kind sl_control_kind = {
    .word = "control",
    .title = add_title,
    .subtitle = add_subtitle,
    .note = add_note,
    .weigh = weigh,
    .size = sl_around_votes,
    .other = sl_around_stake,
    .other_name = "stake",
    .key = make_key,
};
