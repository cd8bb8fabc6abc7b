/* What comes back to one member of a large circle of holdings. */
#ifndef QUERY_RETURNS_H
#define QUERY_RETURNS_H

#include "query/solver.h"

/* One end from which it is followed: outward or inward. */
enum sl_end { SL_OUTWARD, SL_INWARD, SL_END_COUNT };

/* A member, in one piece, as memory is what this takes. */
struct sl_spot {
    double amount[SL_END_COUNT]; /* left the start and is here now; of one unit here, came to it */
    double reach;                /* of that, what was followed further in */
    double steps;                /* that one unit makes from here in all, before it is out */
    bool queued[SL_END_COUNT], met[SL_END_COUNT];
};

struct sl_front {
    uint32_t *queue; /* a ring of members with an amount to follow */
    uint32_t first, waiting;
    uint32_t *met; /* all that had one */
    uint32_t met_count;
};

struct sl_returns {
    const struct sl_circle *circle;
    struct sl_sparse holders; /* of each member, in the circle */
    bool shrinks;             /* nobody is held by more than all: a unit comes back whole at most */
    struct sl_spot *spots;
    struct sl_front fronts[SL_END_COUNT];
    double *drift[SL_END_COUNT]; /* where what goes round for long is, and where it comes from */
    double stay;                 /* how much of it is left after one more round */
};

/* `*converges` is false when what goes round never ends. The circle is borrowed. */
enum sl_status sl_returns_open(struct sl_returns *out, const struct sl_circle *circle,
                               bool *converges, struct sl_error *err);
void sl_returns_release(struct sl_returns *returns);

/* The part of one unit that leaves a member and comes back to it for the first time, by any way. It
 * is off by at most `*rest`, which is at most `tolerance` unless `*work` steps, of which those made
 * are taken off, were too few. */
double sl_returns_to(struct sl_returns *returns, uint32_t member, double tolerance, double *work,
                     double *rest);

/* The same for up to SL_LANES members at once, by going round the whole circle; a round takes as
 * many steps as there are holdings and members. */
enum { SL_LANES = 8 };
enum sl_status sl_returns_to_all(const struct sl_returns *returns, const uint32_t *members,
                                 unsigned count, const double *tolerances, double *work,
                                 double *back, double *rest, struct sl_error *err);

#endif
