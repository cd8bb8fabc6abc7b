/* Names of companies and holders: plausible, and a different one for every number. */
#ifndef BENCH_NAMES_H
#define BENCH_NAMES_H

#include <stdint.h>

#include "sheet.h"

/* What a company's log is like; its name ends accordingly. */
enum style {
    DISCLOSED, /* stakes in per cent: plc, AG, SA */
    FUNDED,    /* rounds: Labs, Technologies, Pvt Ltd */
    COUNTED    /* numbers of shares: GmbH, BV, Oyj */
};

/* Numbers below 2^24. A few names hold a comma, quotes or letters beyond ASCII. */
void put_company(struct sheet *sheet, uint32_t number, enum style style);
void put_holder(struct sheet *sheet, uint32_t number);

#endif
