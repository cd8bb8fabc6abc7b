/* One row of a generated log, in few bytes: a log of ten million is shuffled in memory. */
#ifndef BENCH_CLAIM_H
#define BENCH_CLAIM_H

#include <stdbool.h>
#include <stdint.h>

#include "names.h"
#include "sheet.h"

enum kind {
    HOLDING,
    ACQUIRE,
    DISPOSE,
    ISSUE,
    CANCEL,
    SPLIT,
    OUTSTANDING,
    FOUND,
    ROUND,
    DEBT,
    IPO,
    MERGER,
    PACT,
    NOTE
};
enum status { COMPLETED, RUMOURED, TALKS, ANNOUNCED, APPROVED, CANCELLED };

enum { NO_HOLDER = 0, NOT_STATED = 0 };

struct claim {
    uint32_t day, known;           /* days since 2000-01-01; known 0: not stated */
    uint32_t issuer;               /* a company */
    uint32_t holder, counterparty; /* holders counted from 1; 0: none */
    uint32_t stake, after;         /* hundredths of a per cent; 0: not stated */
    uint32_t deal;
    uint64_t number; /* shares, money, a count or a ratio, as the kind says */
    uint64_t post;   /* thousands */
    uint8_t kind, status, style, class_, round, currency, lead, instrument;
    uint32_t salt; /* for what nothing depends on: source, address, note */
};

void put_header(struct sheet *sheet);
void put_claim(struct sheet *sheet, const struct claim *claim);

#endif
