/* What is around an entity, as a picture of it needs: who is there, how far away, and who has how
 * much of whom. */
#ifndef QUERY_AROUND_H
#define QUERY_AROUND_H

#include <stakeline/query.h>

#include "base/arena.h"

enum sl_sway {
    SL_SWAY_NONE,
    SL_SWAY_ULTIMATE, /* it controls the entity, and nobody else controls it */
    SL_SWAY_OVER,     /* it controls the entity */
    SL_SWAY_UNDER     /* the entity controls it */
};

/* Node 0 is the entity. */
struct sl_around_node {
    const char *name; /* display name; lives as long as the book */
    unsigned up;      /* steps to the entity as an owner, of the fewest; 0: it is none */
    unsigned down;    /* steps from it as something owned */
    double part;   /* of the entity, or by it, along the largest chain; 1: all, over 1: control */
    bool chosen;   /* one of the largest, so many steps away; its holders are among the links, */
    bool followed; /* and so is all that it holds */
    enum sl_sway sway;
    double votes_pct; /* those that give it the sway */
    bool counts;      /* its votes are part of a control of the entity */
};

struct sl_around_link {
    uint32_t holder, issuer;
    double stake_pct, low_pct, high_pct; /* NaN: not known */
    double votes_pct;
    const char *source;
    bool counts; /* its votes are part of a control */
};

struct sl_around {
    struct sl_around_node *nodes;
    size_t count;
    struct sl_around_link *links;
    size_t link_count;
    int32_t latest; /* the last day on which one of these positions changed; SL_DAY_MIN: none */
    struct sl_arena arena;
};

struct sl_around_options {
    struct sl_view view;
    unsigned depth; /* steps in both directions, for control of those without it; 0: no end */
    size_t top;     /* choose so many of those that are so far away in one direction */
};

/* Owners and their owners, what it owns and what these own, and all links between them. SL_NOTHING
 * when there is nobody else. */
enum sl_status sl_around_read(struct sl_around *out, struct sl_book *book, const char *entity,
                              const struct sl_around_options *options, struct sl_error *err);
/* Owners and their owners, and what the entity controls, with the votes that make a control. All
 * that a control of the entity goes through is chosen; of those that the entity controls, the first
 * few. */
enum sl_status sl_around_control(struct sl_around *out, struct sl_book *book, const char *entity,
                                 const struct sl_around_options *options, struct sl_error *err);
void sl_around_release(struct sl_around *around);

#endif
