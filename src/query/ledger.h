/* The ledger of one issuer: its capital V, f shares a unit, and every position, moved by one event
 * (or group of events) at a time. This is DESIGN section 3, "From claims to positions"; it reads
 * no database and prints nothing.
 *
 * Positions are ranges of units; a stake is units / V. `half` is the allowance: what the digits of
 * the claims behind a position leave open, in units, each way. */
#ifndef QUERY_LEDGER_H
#define QUERY_LEDGER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "query/claims.h"

enum sl_state {
    SL_STATE_NEVER,   /* not met */
    SL_STATE_KNOWN,   /* units */
    SL_STATE_WAITING, /* shares, until f is known */
    SL_STATE_UNKNOWN  /* until the next level */
};

enum sl_basis { SL_BASIS_STATED, SL_BASIS_DERIVED, SL_BASIS_IMPLIED, SL_BASIS_DILUTED };
const char *sl_basis_name(enum sl_basis basis);

/* Units, or parts of the capital. low <= high. */
struct sl_range {
    double low, high;
    double half; /* allowance, each way */
};

struct sl_position {
    sl_entity holder;
    const char *class_;
    enum sl_state state;
    struct sl_range units; /* KNOWN */
    double waiting;        /* WAITING: shares */
    struct sl_range votes; /* parts of 1, where has_votes */
    bool has_votes;
    enum sl_basis basis; /* as of the last event on it; see sl_position_basis */
    struct sl_date since;
    const char *source;
    const struct sl_event *event; /* the last one on it, of which `since` and `source` are; lives
                                     as long as the claims */
    unsigned moves; /* of the capital when the basis was set: another number is a dilution */

    unsigned step; /* the step that touched it last; then `before` holds what was before the step */
    unsigned row;  /* the step in which it had a row of its own */
    struct {
        enum sl_state state;
        bool known;            /* was there a stake? (not over a capital of 0) */
        struct sl_range stake; /* parts of the capital, where known */
        double waiting;        /* shares, where WAITING */
        const struct sl_event *event;
    } before;
    bool based;               /* the step set its basis */
    bool contradicted;        /* the step stated a level that what was known does not meet: */
    struct sl_range expected; /* that, as parts of the capital */
};

struct sl_capital {
    bool set;       /* V is known */
    double units;   /* V */
    bool counted;   /* f is known */
    double shares;  /* f: shares a unit */
    double waiting; /* W: shares issued less cancelled that V could not take */
    unsigned moves; /* how often V moved */
    /* a provisional f, and the row it came from */
    bool provisional;
    double p, half;
    struct sl_position *giver;
};

struct sl_ledger {
    struct sl_capital capital;
    struct sl_position **positions; /* in the order in which they were first met */
    size_t count, capacity;
    struct sl_position **index;        /* hash of (holder, class) */
    size_t index_size, index_capacity; /* of this issuer; allocated, for one with more positions */
    struct sl_arena arena;
    unsigned step;                /* counts the applied events and groups */
    struct sl_capital start;      /* the capital before this step */
    struct sl_position **touched; /* in this step */
    size_t touched_count, touched_capacity;
    bool others;        /* the step touched positions that its rows don't name */
    bool out_of_memory; /* sticks */
};

/* Empties the ledger for another issuer. All zero is an empty ledger, too. */
void sl_ledger_reset(struct sl_ledger *ledger);
void sl_ledger_release(struct sl_ledger *ledger);

/* Flags of the rows of one applied event. */
struct sl_effect {
    struct sl_position *holder;         /* NULL: no holder, or a kind that moves no position */
    struct sl_position *counterparty;   /* NULL: none */
    unsigned flags, counterparty_flags; /* enum sl_flag */
    int64_t worth; /* the value after the money that made a size of its amount, in the amount's
                      minor units; 0: none did */
};

/* Applies one event that counts and is not an issue or round. SL_FAILED when memory is out. */
enum sl_status sl_ledger_apply(struct sl_ledger *ledger, const struct sl_event *event,
                               struct sl_effect *effect, struct sl_error *err);

/* Fetches ahead what an event will be applied to, where positions are many: first where they are
 * found, then (`again`) the position itself. */
void sl_ledger_expect(const struct sl_ledger *ledger, const struct sl_event *event, bool again);

/* Applies a group of issue and round rows together. `effects` has one for each row. `sold` gets
 * the part of the capital after it that the group bought, NaN when none of it is sized. */
enum sl_status sl_ledger_apply_group(struct sl_ledger *ledger, struct sl_claim *const *rows,
                                     size_t count, struct sl_effect *effects, double *sold,
                                     struct sl_error *err);

/* The stake as parts of 1; false when it is not known. */
bool sl_ledger_stake(const struct sl_ledger *ledger, const struct sl_position *position,
                     struct sl_range *out);
/* The same, before the step. */
bool sl_ledger_stake_before(const struct sl_ledger *ledger, const struct sl_position *position,
                            struct sl_range *out);
/* Is it nothing (known to be 0, or no shares waiting, or never met)? */
bool sl_position_is_nothing(const struct sl_position *position);
/* Whole shares, or SL_NO_COUNT. */
int64_t sl_ledger_shares(const struct sl_ledger *ledger, const struct sl_position *position);
enum sl_basis sl_ledger_basis(const struct sl_ledger *ledger, const struct sl_position *position);

/* ---- between the ledger's own files ---- */

/* A change of a position: in units, in shares that cannot be units yet, or of no stated size. */
struct sl_change {
    enum { SL_CHANGE_NONE, SL_CHANGE_UNITS, SL_CHANGE_SHARES } form;
    struct sl_range units;
    double shares;
};

/* ledger.c; ledger_event.c has sl_ledger_apply */
void sl_ledger_begin(struct sl_ledger *ledger); /* a step */
/* Settles bases and votes of the touched positions. */
void sl_ledger_finish(struct sl_ledger *ledger);
/* The position, made where it is new; the step touches it. NULL when memory is out. */
struct sl_position *sl_ledger_touch(struct sl_ledger *ledger, sl_entity holder, const char *class_);
/* Keeps what was known of it before the step; done by sl_ledger_touch. */
void sl_ledger_remember(struct sl_ledger *ledger, struct sl_position *position);
struct sl_position *sl_ledger_find(const struct sl_ledger *ledger, sl_entity holder,
                                   const char *class_);

/* capital.c: how V and f become known and move */
void sl_capital_need(struct sl_ledger *ledger); /* a per cent was stated */
void sl_capital_count(struct sl_ledger *ledger, double count);
void sl_capital_reveal(struct sl_ledger *ledger, double total, struct sl_stake stake,
                       struct sl_position *giver);
void sl_capital_set_units(struct sl_ledger *ledger, double units);
void sl_capital_settle_waiting(struct sl_ledger *ledger);

/* Does the cell state a stake? Is it one number over 0? */
static inline bool sl_stake_is_stated(struct sl_stake stake)
{
    return stake.form != SL_STAKE_NONE;
}
static inline bool sl_stake_is_point(struct sl_stake stake)
{
    return (stake.form == SL_STAKE_EXACT || stake.form == SL_STAKE_FRACTION) && stake.low > 0;
}

double sl_units_less(double a, double b); /* a - b, where the dust of rounding is nothing */

/* position.c: how a position moves; each returns flags */
struct sl_range sl_stake_units(const struct sl_ledger *ledger, struct sl_stake stake);
unsigned sl_position_gain(struct sl_ledger *ledger, struct sl_position *position,
                          const struct sl_change *change, const struct sl_event *event);
unsigned sl_position_lose(struct sl_ledger *ledger, struct sl_position *position,
                          const struct sl_change *change, const struct sl_event *event);
/* A stated level: compared with what was known, then set (or confirmed). */
unsigned sl_position_state(struct sl_ledger *ledger, struct sl_position *position,
                           struct sl_range units, enum sl_basis basis,
                           const struct sl_event *event);
/* The level that a row states beside its size, compared likewise; `effect` gets the flags. */
void sl_position_state_after(struct sl_ledger *ledger, const struct sl_event *event,
                             struct sl_effect *effect);
void sl_position_vote(struct sl_position *position, const struct sl_event *event);
/* Holds it to the capital, which may have become less than it. */
void sl_position_clamp(const struct sl_ledger *ledger, struct sl_position *position);
/* Sets it without comparing. */
void sl_position_set(struct sl_ledger *ledger, struct sl_position *position, struct sl_range units,
                     enum sl_basis basis, const struct sl_event *event);
void sl_position_wait(struct sl_position *position, double shares, const struct sl_event *event);
unsigned sl_position_lose_track(struct sl_position *position, const struct sl_event *event);
/* Does the range hold these units, the allowance included? */
bool sl_range_holds(const struct sl_ledger *ledger, struct sl_range range, double units);

#endif
