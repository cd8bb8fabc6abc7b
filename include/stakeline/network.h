/* Ownership through others: who owns an entity and what it owns by every chain of holdings, and who
 * controls whom by votes. */
#ifndef STAKELINE_NETWORK_H
#define STAKELINE_NETWORK_H

#include <stakeline/query.h>

#ifdef __cplusplus
extern "C" {
#endif

enum sl_direction {
    SL_OWNERS,  /* who has the entity */
    SL_HOLDINGS /* what the entity has */
};

/* What a reader of the sums should know; borrowed for the call. */
enum sl_network_fault {
    SL_FAULT_OVER_HELD, /* `entity` is held by `percent` in all, over 100 */
    SL_FAULT_ENDLESS,   /* the sum of `entity`'s row does not converge: its total is blank */
    SL_FAULT_INEXACT /* a circle too large: totals are off by `percent` at most; `entity` is NULL */
};
struct sl_network_note {
    enum sl_network_fault fault;
    const char *entity;
    double percent;
};

struct sl_network_options {
    enum sl_direction direction;
    double least_pct; /* leave out totals (or chains) under it; what is not known stays */
    void (*note)(void *context, const struct sl_network_note *note); /* NULL allowed */
    void *context;
};

/* What one entity has of the other (`direction` says which is which), in per cent, as the sum over
 * all chains of holdings that do not come back to the holder. */
struct sl_lookthrough_row {
    const char *entity;
    double direct_pct; /* NaN: its size is not known */
    double indirect_pct;
    double total_pct;                     /* NaN: the sum does not converge */
    double total_low_pct, total_high_pct; /* with the low and high ends of every stake */
};
SL_API extern const struct sl_row_type sl_lookthrough_row_type;

/* Largest total first, blank last, then by name. SL_NOTHING when there is no other entity. Only the
 * part of the book is read that leads to the entity (or from it), or all of it where that is much
 * of it. `options` may be NULL. */
SL_API enum sl_status sl_lookthrough(struct sl_book *book, const char *entity,
                                     const struct sl_view *view,
                                     const struct sl_network_options *options, struct sl_sink sink,
                                     struct sl_error *err);

/* One chain, by the middles of its stakes. `path` names its members from the holder on, each with
 * the stake that the one before has of it: "A → B (40 %) → C (30 %)"; `sources` are those of the
 * stakes, in the same order. What the chains listed leave of a total is a row "(other chains)". */
struct sl_path_row {
    const char *entity;
    double path_pct;
    const char *path;
    const char *sources;
};
SL_API extern const struct sl_row_type sl_path_row_type;

/* The chains behind the rows of sl_lookthrough, in the order of those rows, up to 20 an entity,
 * largest first: of at least options->least_pct, or where that is 0, 0.005. */
SL_API enum sl_status sl_lookthrough_paths(struct sl_book *book, const char *entity,
                                           const struct sl_view *view,
                                           const struct sl_network_options *options,
                                           struct sl_sink sink, struct sl_error *err);

/* `relation` is "controlled by" (each that does), "ultimately controlled by" (of these, who is
 * controlled by nobody else) or "controls". `votes_pct` are the votes of the one in the other,
 * those of all that it controls included; `via` names the controlled ones among them, "B → C; D".
 */
struct sl_control_row {
    const char *entity;
    const char *relation;
    double votes_pct;
    const char *via;
};
SL_API extern const struct sl_row_type sl_control_row_type;

/* Who controls the entity, and what it controls: over 50 % of the votes. SL_NOTHING when neither.
 */
SL_API enum sl_status sl_control(struct sl_book *book, const char *entity,
                                 const struct sl_view *view, struct sl_sink sink,
                                 struct sl_error *err);

#ifdef __cplusplus
}
#endif

#endif
