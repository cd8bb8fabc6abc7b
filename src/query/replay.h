/* Replaying an issuer's claims through its ledger, row by row of the timeline. */
#ifndef QUERY_REPLAY_H
#define QUERY_REPLAY_H

#include "query/ledger.h"

/* One row of a timeline, borrowed for the call. */
struct sl_step {
    const struct sl_event *event;  /* the row's event */
    const struct sl_event *anchor; /* the first row of its group: its place in the order */
    enum sl_kind kind;             /* 0: a dilution */
    sl_entity holder;
    const char *class_;
    const struct sl_position *position; /* NULL: blank stakes */
    double change;                      /* parts of 1; NaN: blank */
    unsigned flags;                     /* enum sl_flag */
    int64_t worth;                      /* of struct sl_effect */
};

/* Called for each row, in order; NULL where only the end is asked for. */
struct sl_step_sink {
    enum sl_status (*step)(void *context, const struct sl_ledger *ledger,
                           const struct sl_step *step, struct sl_error *err);
    void *context;
};

/* Replays all the claims into the (reset) ledger. */
enum sl_status sl_replay(struct sl_ledger *ledger, struct sl_claims *claims,
                         const struct sl_step_sink *sink, struct sl_error *err);

#endif
