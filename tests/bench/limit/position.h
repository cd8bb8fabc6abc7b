/* One issuer's events in order, and a position by holder and class. */
#ifndef BENCH_POSITION_H
#define BENCH_POSITION_H

#include "limit.h"

/* What of an event a position needs. */
struct step {
    int64_t day, known, seq, holder, stake, after;
    int kind, status;
    uint32_t class_, deal; /* of the issuer's names */
    bool superseded;
};

struct position {
    int64_t holder, level;
    uint32_t class_;
};

/* One issuer at a time; the memory is used again. */
struct issuer {
    int64_t id;
    struct step *steps;
    size_t count, capacity;
    struct names texts; /* classes and deals */
    struct position *positions;
    uint32_t *table;
    size_t held, table_size;
};

/* The columns of a statement whose rows issuer_add takes, one issuer's in order. */
#define ISSUER_COLUMNS \
    "issuer, day, seq, known, kind, status, holder, class, stake, stake_after, deal"

void issuer_add(struct issuer *issuer, sqlite3_stmt *statement);
/* After the last event: of the reports of one deal the last known counts, nobody holds anything. */
void issuer_ready(struct issuer *issuer);
/* The level after the step; NOT_STATED: it moves nothing. */
int64_t issuer_apply(struct issuer *issuer, const struct step *step);
/* All steps that count. */
void issuer_apply_all(struct issuer *issuer);
void issuer_forget(struct issuer *issuer);
void issuer_release(struct issuer *issuer);

#endif
