/* What the charts of a network and of control have in common, and in what they differ. */
#ifndef EXPORT_CHART_AROUND_H
#define EXPORT_CHART_AROUND_H

#include <stakeline/chart.h>

#include "export/chart_plan.h"
#include "query/around.h"

enum { SL_AROUND_KEYS = 8 };

/* In per cent; NaN: not known. */
struct sl_around_size {
    double low, middle, high;
};

struct sl_around_kind {
    const char *word; /* of the script's first line */
    bool held;        /* what the entity holds beside what is drawn has a box, too */
    void (*title)(const struct sl_around *around, const char *name, struct sl_buffer *out);
    void (*subtitle)(const struct sl_around *around, const char *name, struct sl_buffer *out);
    /* The small line of a box, and how the box looks; `ways` is 0 for the entity itself, else by
     * how many links it is controlled, at least 1. */
    enum sl_box_look (*note)(const struct sl_around_node *node, size_t ways, struct sl_buffer *out);
    void (*weigh)(const struct sl_around_link *link, struct sl_plan_arrow *out);
    /* What a link is labelled with and added up by; beside it, where it differs, the other one with
     * its name. */
    struct sl_around_size (*size)(const struct sl_around_link *link);
    struct sl_around_size (*other)(const struct sl_around_link *link);
    const char *other_name;
    size_t (*key)(const struct sl_plan *plan, struct sl_key_item *out);
};

extern const struct sl_around_kind sl_network_kind, sl_control_kind;

/* Who controls whom, and the links among those that are chosen, in words, as many as `most`: " A
 * has 40 % of B, with 15 % of the votes; …". */
void sl_around_tell(struct sl_buffer *out, const struct sl_around *around, size_t most);

/* "43.4 %", "42–44 %". */
void sl_around_percent(struct sl_buffer *out, double low, double high);

/* Do two decimals tell one from the other? */
bool sl_around_differs(double one, double other);

/* A link's stake, and its votes. */
struct sl_around_size sl_around_stake(const struct sl_around_link *link);
struct sl_around_size sl_around_votes(const struct sl_around_link *link);

#endif
