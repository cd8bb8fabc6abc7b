/* The links around an entity in figures and words. */
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

bool sl_around_differs(double one, double other)
{
    return fabs(one - other) > SAME;
}

struct sl_around_size sl_around_stake(const struct sl_around_link *link)
{
    return (struct sl_around_size){link->low_pct, link->stake_pct, link->high_pct};
}

struct sl_around_size sl_around_votes(const struct sl_around_link *link)
{
    return (struct sl_around_size){link->votes_pct, link->votes_pct, link->votes_pct};
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
    if (!votes || (known && !sl_around_differs(link->votes_pct, link->stake_pct))) return;
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
