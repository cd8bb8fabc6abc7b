/* What the families of checks share: the issuer at hand, and where findings go. Each family looks
 * at one stage of an issuer's way (its raw events, its deals, its rounds, the steps of its ledger)
 * or at the whole book. */
#ifndef QUERY_CHECK_H
#define QUERY_CHECK_H

#include <stakeline/check.h>

#include "base/buffer.h"
#include "query/play.h"
#include "query/say.h"

/* The order of sl_check_codes. */
enum sl_check_id {
    SL_CHECK_OVER_100,
    SL_CHECK_OVERSOLD,
    SL_CHECK_MISMATCH,
    SL_CHECK_DISAGREEMENT,
    SL_CHECK_FUTURE,
    SL_CHECK_DEAL_REVERSED,
    SL_CHECK_ROUND_TOTAL,
    SL_CHECK_VALUATION,
    SL_CHECK_PRICE,
    SL_CHECK_WAITING,
    SL_CHECK_SELF_HELD,
    SL_CHECK_CIRCLE,
    SL_CHECK_CLASSES,
    SL_CHECK_CURRENCY,
    SL_CHECK_SIMILAR_NAMES,
    SL_CHECK_UNRESOLVED,
    SL_CHECK_ID_COUNT
};

struct sl_finding {
    enum sl_check_id id;
    enum sl_severity severity;
    struct sl_date date;
    int64_t arrival, line;
    size_t order; /* in which it was found */
    sl_entity issuer, holder;
    const char *message, *source, *file;
};

/* What the steps of one issuer's ledger have shown so far. */
struct sl_check_steps {
    unsigned step;                        /* the last one that was added up */
    int32_t day;                          /* of it */
    const struct sl_event *event;         /* its anchor */
    double sum, units;                    /* low ends of all positions; V */
    bool over;                            /* the sum is over V, and was reported */
    int self;                             /* what it holds of itself: 0 nothing, 1 some, 2 most */
    bool mixed;                           /* blank and named classes were reported */
    const struct sl_event *blank, *named; /* the first events with each */
};

/* A full holding, for circles. */
struct sl_check_link {
    sl_entity company, owner;
    double part; /* of the capital, at least */
};

struct sl_check {
    struct sl_book *book;
    const struct sl_check_options *options;
    bool asked[SL_CHECK_ID_COUNT];
    struct sl_sink sink;
    struct sl_check_counts counts;
    struct sl_origins *origins;
    struct sl_play play;
    struct sl_finding *findings; /* not handed on yet; their messages in the arena */
    size_t count, capacity;
    struct sl_arena arena;
    struct sl_buffer text; /* the message at hand: families write it, then call sl_check_add */
    struct sl_check_steps steps;
    struct sl_check_link *links; /* of companies whose owners are all known */
    size_t link_count, link_capacity;
    sl_entity only; /* the issuer asked for; 0: all */
    sl_entity *met; /* where one is asked for: the entities of its events */
    size_t met_count, met_capacity;
};

/* Is anyone interested in such a finding? */
bool sl_check_wants(const struct sl_check *check, enum sl_check_id id, enum sl_severity severity);
/* Adds a finding with the message in check->text, which it empties. `event` gives date, source,
 * file and line; NULL: none. */
enum sl_status sl_check_add(struct sl_check *check, enum sl_check_id id, enum sl_severity severity,
                            const struct sl_event *event, sl_entity issuer, sl_entity holder,
                            struct sl_error *err);

/* For messages: the entity's name; " (2023-11-08, Reuters, deals.csv:12)". */
const char *sl_check_name(struct sl_check *check, sl_entity entity);
void sl_check_cite(struct sl_check *check, const struct sl_event *event);

/* ---- the families ---- */

/* check_rows.c: what single events say, before versions are settled. */
enum sl_status sl_check_rows(struct sl_check *check, struct sl_error *err);
/* check_deals.c: what the settled claims dropped; their rounds. */
enum sl_status sl_check_deals(struct sl_check *check, struct sl_error *err);
enum sl_status sl_check_rounds(struct sl_check *check, struct sl_error *err);
/* check_steps.c: each row of the timeline, as a step sink. */
enum sl_status sl_check_step(void *context, const struct sl_ledger *ledger,
                             const struct sl_step *step, struct sl_error *err);
/* check_sum.c: when the ledger has moved on to this step, what the day before it came to in all;
 * the sum after the step; what the last day came to. */
enum sl_status sl_check_day_end(struct sl_check *check, const struct sl_ledger *ledger,
                                const struct sl_step *step, struct sl_error *err);
void sl_check_add_up(struct sl_check *check, const struct sl_ledger *ledger,
                     const struct sl_step *step);
enum sl_status sl_check_last_step(struct sl_check *check, struct sl_error *err);
/* check_circle.c: remembers the owners of the issuer just played; looks for circles among them. */
enum sl_status sl_check_owners(struct sl_check *check, sl_entity issuer, struct sl_error *err);
enum sl_status sl_check_circles(struct sl_check *check, struct sl_error *err);
/* check_names.c */
enum sl_status sl_check_names(struct sl_check *check, struct sl_error *err);

#endif
