/* The network around an entity: stakes on the arrows, votes where they are others. */
#include <math.h>

#include "export/chart_around.h"

static void add_title(const struct sl_around *around, const char *name, struct sl_buffer *out)
{
    (void)around;
    sl_buffer_printf(out, "Who holds whom around %s", name);
}

static void add_subtitle(const struct sl_around *around, const char *name, struct sl_buffer *out)
{
    (void)name;
    bool votes = false;
    for (size_t i = 0; i < around->link_count; i++) {
        const struct sl_around_link *link = &around->links[i];
        votes = votes || sl_around_differs(link->votes_pct, link->stake_pct);
    }
    sl_buffer_add_text(out, "Arrows lead from the holder to what it holds: the stake in per cent");
    if (votes) sl_buffer_add_text(out, ", and the votes where they differ");
}

static enum sl_box_look add_note(const struct sl_around_node *node, size_t ways,
                                 struct sl_buffer *out)
{
    (void)node, (void)out;
    return ways == 0 ? SL_LOOK_SUBJECT : SL_LOOK_PLAIN;
}

static void weigh(const struct sl_around_link *link, struct sl_plan_arrow *out)
{
    double stake = link->stake_pct;
    out->far = link->holder != 0 && link->issuer != 0;
    out->weight = isnan(stake)  ? SL_WEIGHT_UNKNOWN
                  : stake > 50  ? SL_WEIGHT_MOST
                  : stake >= 20 ? SL_WEIGHT_MUCH
                  : stake >= 5  ? SL_WEIGHT_SOME
                                : SL_WEIGHT_SLIGHT;
}

static size_t make_key(const struct sl_plan *plan, struct sl_key_item *out)
{
    static const char *const texts[SL_WEIGHTS] = {"under 5 %", "5 to 20 %", "20 to 50 %",
                                                  "over 50 %", "size not known"};
    bool seen[SL_WEIGHTS] = {false};
    size_t count = 0;
    for (size_t i = 0; i < plan->arrow_count; i++)
        seen[plan->arrows[i].weight] = true;
    for (int weight = 0; weight < SL_WEIGHTS; weight++)
        if (seen[weight])
            out[count++] =
                (struct sl_key_item){SL_SAMPLE_LINE, SL_STYLE_ARROW + weight, texts[weight], 0};
    return count;
}

const struct sl_around_kind sl_network_kind = {
    .word = "network",
    .held = true,
    .title = add_title,
    .subtitle = add_subtitle,
    .note = add_note,
    .weigh = weigh,
    .size = sl_around_stake,
    .other = sl_around_votes,
    .other_name = "votes",
    .key = make_key,
};
