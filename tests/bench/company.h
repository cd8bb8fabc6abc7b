/* The log of one generated company: coherent claims in the order of their days. */
#ifndef BENCH_COMPANY_H
#define BENCH_COMPANY_H

#include <stddef.h>

#include "claim.h"
#include "dice.h"

/* Where the claims go, and what companies share. */
struct market {
    struct claim *claims;
    size_t count, wanted;
    uint32_t companies, holders;
    uint32_t next_holder; /* half of the places go round, so that every holder has one */
    uint32_t deals;
    struct place *places; /* of the company at hand: as many as the largest needs */
    uint32_t *taken;      /* holders that have one of them: a table by hash */
    uint32_t table_size;
};

/* What a holder has of the company at hand. */
struct place {
    uint32_t holder, day; /* the last day it moved: it moves once a day at most */
    uint64_t shares;
    uint32_t stake; /* hundredths of a per cent */
    bool met;
};

struct company {
    struct market *market;
    struct dice dice;
    uint32_t number;
    enum style style;
    uint32_t places;
    uint32_t fair; /* what the largest place has of it, about: hundredths of a per cent */
    uint32_t day, first_day, span;
    size_t start, rows; /* its first claim, how many it gets */
    uint64_t shares;
};

/* Appends `rows` claims of the company. */
void company_add(struct market *market, uint32_t number, size_t rows, uint64_t seed);

enum { DAYS = 9132 /* 2000 to 2024 */ };

/* For the styles. The claim has day, issuer and salt. */
struct claim *company_claim(struct company *company, enum kind kind);
bool company_full(const struct company *company);
size_t company_room(const struct company *company);
/* Goes on to the next day on which the company has news. */
void company_next_day(struct company *company);
struct place *company_place(struct company *company, bool met);
/* A claim of a kind that moves no stake. */
void company_quiet(struct company *company);

void disclosed_add(struct company *company);
void funded_add(struct company *company);
void counted_add(struct company *company);

#endif
