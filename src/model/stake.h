/* A stake as a claim gives it: a point with its precision, a range, or a fraction; per cent. */
#ifndef MODEL_STAKE_H
#define MODEL_STAKE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <stakeline/status.h>

enum sl_stake_form {
    SL_STAKE_NONE = 0, /* not stated */
    SL_STAKE_EXACT,    /* 43.4 */
    SL_STAKE_FRACTION, /* 1/3 */
    SL_STAKE_RANGE     /* ~43, 25-50, >50, <5 */
};

enum { SL_STAKE_SIZE = 64 };

/* All zero is "not stated". low <= high, both in 0..100. */
struct sl_stake {
    double low, high; /* per cent; equal for EXACT and FRACTION */
    double half;      /* half a unit of the last digit of an EXACT one; 0 for the others */
    int form;         /* enum sl_stake_form */
};

/* Reads every form of DESIGN section 2 ("Stakes"). A blank cell, and the words for "not stated"
 * that amounts know, give SL_STAKE_NONE. `canonical` (NULL allowed) gets the one spelling of the
 * value: "43.4", "43.40" (precision is part of it), "~43", "25-50", ">50", "<5", "1/3"; two cells
 * are equal when their canonical spellings are; it parses back to the same stake. */
enum sl_status sl_stake_parse(struct sl_stake *out, const char *text, char canonical[SL_STAKE_SIZE],
                              struct sl_error *err);

/* Reads a canonical spelling: fast, and trusts its input (from the database). */
bool sl_stake_read(struct sl_stake *out, const char *canonical);

/* The stake whose canonical spelling is digits / 10^decimals, with all of its decimals. false when
 * there is none. */
bool sl_stake_exact(struct sl_stake *out, uint64_t digits, int decimals);

static inline double sl_stake_middle(struct sl_stake stake)
{
    return (stake.low + stake.high) / 2;
}

#endif
