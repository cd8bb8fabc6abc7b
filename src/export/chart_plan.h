/* A plan: boxes with names and arrows with labels, laid out as a diagram and drawn on a page. */
#ifndef EXPORT_CHART_PLAN_H
#define EXPORT_CHART_PLAN_H

#include "base/arena.h"
#include "export/chart_page.h"
#include "export/diagram.h"

/* What an arrow carries: the linetype SL_STYLE_ARROW + weight, or SL_STYLE_ARROW_FAR + weight where
 * the entity itself is not concerned. */
enum sl_arrow_weight {
    SL_WEIGHT_SLIGHT,
    SL_WEIGHT_SOME,
    SL_WEIGHT_MUCH,
    SL_WEIGHT_MOST,
    SL_WEIGHT_UNKNOWN, /* dashed */
    SL_WEIGHTS
};

enum sl_box_look {
    SL_LOOK_PLAIN,
    SL_LOOK_SUBJECT, /* what the chart is about */
    SL_LOOK_HEAD,    /* stands out from the others */
    SL_LOOK_REST     /* those that have no box of their own */
};

/* Texts are cleaned, and live as long as the plan. */
struct sl_plan_box {
    const char *name, *note; /* note: a small line or two below; NULL: none */
    const char *self;        /* label of an arrow back to itself; NULL: none */
    enum sl_box_look look;
    size_t narrowed;     /* how often its name was wrapped more narrowly */
    double longest_word; /* pixels */
};

struct sl_plan_arrow {
    uint32_t from, to;
    double share; /* 0 to 1 */
    enum sl_arrow_weight weight;
    bool far, yields;
    const char *label, *more; /* more: a second line; NULL: none */
};

struct sl_plan {
    struct sl_plan_box *boxes;
    size_t box_count, box_capacity;
    struct sl_plan_arrow *arrows;
    size_t arrow_count, arrow_capacity;
    struct sl_arena arena; /* for texts */
    struct sl_diagram diagram;
};

/* Takes out all boxes and arrows. */
void sl_plan_clear(struct sl_plan *plan);
void sl_plan_release(struct sl_plan *plan);
bool sl_plan_add_box(struct sl_plan *plan, struct sl_plan_box box, uint32_t *number);
bool sl_plan_add_arrow(struct sl_plan *plan, struct sl_plan_arrow arrow);

/* Lays it out in `room` pixels, with names wrapped as narrow as that takes. The first box is what
 * the rows are counted from. plan->diagram says what came of it. */
enum sl_status sl_plan_lay(struct sl_plan *plan, double room, double row_gap, struct sl_error *err);

/* Adds the linetypes of arrows, behind the style block, which says how wide they are. */
void sl_plan_begin(struct sl_page *page);
/* Adds the blocks and the plot command; the upper left corner comes to stand there. False when
 * memory is out. */
bool sl_plan_draw(struct sl_page *page, const struct sl_plan *plan, double left, double top);

#endif
