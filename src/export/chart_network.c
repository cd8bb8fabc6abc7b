/* The network around an entity: stakes on the arrows, votes where they are others. */
#include <math.h>

#include "export/chart_around.h"
#include "export/figure.h"

static const double SAME = 0.005; /* points that two decimals do not tell apart */

void sl_around_percent(struct sl_buffer *out, double low, double high)
{
    char text[SL_FIGURE_SIZE];
    sl_figure_show(low, false, text);
    sl_buffer_add_text(out, text);
    if (high - low > SAME) {
        sl_figure_show(high, false, text);
        sl_buffer_printf(out, "\xe2\x80\x93%s", text);
    }
    sl_buffer_add_text(out, " %");
}

static void tell_link(struct sl_buffer *out, const struct sl_around *around,
                      const struct sl_around_link *link)
{
    bool known = !isnan(link->stake_pct), votes = !isnan(link->votes_pct);
    sl_buffer_printf(out, "%s has ", around->nodes[link->holder].name);
    if (known)
        sl_around_percent(out, link->low_pct, link->high_pct);
    else
        sl_buffer_add_text(out, "a part of unknown size");
    sl_buffer_printf(out, " of %s",
                     link->holder == link->issuer ? "itself" : around->nodes[link->issuer].name);
    if (!votes || (known && fabs(link->votes_pct - link->stake_pct) <= SAME)) return;
    sl_buffer_add_text(out, ", with ");
    sl_around_percent(out, link->votes_pct, link->votes_pct);
    sl_buffer_add_text(out, " of the votes");
}

static void tell_sway(struct sl_buffer *out, const struct sl_around *around)
{
    const char *own = around->nodes[0].name;
    for (size_t i = 1; i < around->count; i++) {
        const struct sl_around_node *node = &around->nodes[i];
        if (node->sway == SL_SWAY_NONE) continue;
        bool under = node->sway == SL_SWAY_UNDER;
        sl_buffer_printf(out, " %s %scontrols %s, with ", under ? own : node->name,
                         node->sway == SL_SWAY_ULTIMATE ? "ultimately " : "",
                         under ? node->name : own);
        sl_around_percent(out, node->votes_pct, node->votes_pct);
        sl_buffer_add_text(out, " of the votes.");
    }
}

void sl_around_tell(struct sl_buffer *out, const struct sl_around *around, size_t most)
{
    size_t told = 0, left = 0;
    tell_sway(out, around);
    for (size_t i = 0; i < around->link_count; i++) {
        const struct sl_around_link *link = &around->links[i];
        bool holder = link->holder == 0 || around->nodes[link->holder].chosen;
        bool issuer = link->issuer == 0 || around->nodes[link->issuer].chosen;
        if (!holder || !issuer || told == most) {
            left++;
            continue;
        }
        sl_buffer_add_text(out, told++ == 0 ? " " : "; ");
        tell_link(out, around, link);
    }
    if (left > 0) sl_buffer_printf(out, "; and %zu smaller ones", left);
    sl_buffer_add_text(out, ".");
}

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
        votes = votes || fabs(link->votes_pct - link->stake_pct) > SAME;
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

static void add_label(const struct sl_around_link *link, struct sl_buffer *out,
                      struct sl_buffer *more)
{
    bool known = !isnan(link->stake_pct), votes = !isnan(link->votes_pct);
    if (known)
        sl_around_percent(out, link->low_pct, link->high_pct);
    else
        sl_buffer_add_text(out, "?");
    if (!votes || (known && fabs(link->votes_pct - link->stake_pct) <= SAME)) return;
    sl_buffer_add_text(more, "votes ");
    sl_around_percent(more, link->votes_pct, link->votes_pct);
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

static bool size(const struct sl_around_link *link, double *low, double *middle, double *high)
{
    *low = link->low_pct;
    *middle = link->stake_pct;
    *high = link->high_pct;
    return !isnan(link->stake_pct);
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
    .label = add_label,
    .weigh = weigh,
    .size = size,
    .key = make_key,
};
