/* Writes an ownership network to standard output, a holding a row: N companies, about 2N stakes,
 * every company held by 100 per cent in all, so that the owners whom nobody owns add up to 100 in
 * each.
 *
 * A tenth of the companies is the core, one strongly connected component: a ring with chords. Four
 * tenths hang from it, company below company. The rest are groups of up to 40 that hold each other
 * in rings, large components among few. One fund, "Universal Fund", has a part of the core and of
 * every group, and so of the whole market. What the others do not hold, persons do. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

#include "dice.h"
#include "names.h"

enum { WHOLE = 10000 /* hundredths of a per cent */ };

struct network {
    struct sheet *sheet;
    struct dice dice;
    uint32_t companies, core, hanging; /* core < hanging: the first that belongs to a group */
};

static void put_stake(struct network *network, uint32_t issuer, uint32_t stake)
{
    struct sheet *sheet = network->sheet;
    sheet_char(sheet, ',');
    sheet_hundredths(sheet, stake);
    sheet_char(sheet, ',');
    sheet_day(sheet, issuer % 5000);
    sheet_row(sheet);
}

static void begin_stake(struct network *network, uint32_t issuer)
{
    sheet_put(network->sheet, "holding,");
    put_company(network->sheet, issuer, DISCLOSED);
    sheet_char(network->sheet, ',');
}

static void held_by_company(struct network *network, uint32_t issuer, uint32_t holder,
                            uint32_t stake)
{
    begin_stake(network, issuer);
    put_company(network->sheet, holder, DISCLOSED);
    put_stake(network, issuer, stake);
}

static void held_by_person(struct network *network, uint32_t issuer, uint32_t stake)
{
    begin_stake(network, issuer);
    put_holder(network->sheet, dice_below(&network->dice, network->companies / 4 + 1));
    put_stake(network, issuer, stake);
}

static void held_by_fund(struct network *network, uint32_t issuer, uint32_t stake)
{
    begin_stake(network, issuer);
    sheet_put(network->sheet, "Universal Fund");
    put_stake(network, issuer, stake);
}

static void add_core(struct network *network)
{
    for (uint32_t i = 0; i < network->core; i++) {
        const uint32_t ring = dice_from(&network->dice, 2000, 5000);
        const uint32_t chord = dice_from(&network->dice, 500, 3000);
        const uint32_t next = (i + 1) % network->core;
        uint32_t other = dice_below(&network->dice, network->core);
        while (other == i || other == next)
            other = (other + 1) % network->core;
        held_by_company(network, i, next, ring);
        held_by_company(network, i, other, chord);
        if (i % 64 == 0)
            held_by_fund(network, i, WHOLE - ring - chord);
        else
            held_by_person(network, i, WHOLE - ring - chord);
    }
}

static void add_hanging(struct network *network)
{
    for (uint32_t i = network->core; i < network->hanging; i++) {
        const uint32_t owner = dice_below(&network->dice, i);
        const bool wholly = dice_below(&network->dice, 8) == 0;
        const uint32_t stake = wholly ? WHOLE : dice_from(&network->dice, 3000, 9900);
        held_by_company(network, i, owner, stake);
        if (!wholly) held_by_person(network, i, WHOLE - stake);
    }
}

static void add_group(struct network *network, uint32_t first, uint32_t size)
{
    for (uint32_t i = 0; i < size; i++) {
        const uint32_t stake = dice_from(&network->dice, 1000, 6000);
        if (size > 1) held_by_company(network, first + i, first + (i + 1) % size, stake);
        const uint32_t rest = size > 1 ? WHOLE - stake : WHOLE;
        if (i == 0)
            held_by_fund(network, first, rest);
        else
            held_by_person(network, first + i, rest);
    }
}

static void add_groups(struct network *network)
{
    for (uint32_t first = network->hanging; first < network->companies;) {
        uint32_t size = dice_from(&network->dice, 1, 40);
        if (size > network->companies - first) size = network->companies - first;
        add_group(network, first, size);
        first += size;
    }
}

int main(int count, char **arguments)
{
    char *end = NULL, *seed_end = NULL;
    const long companies = count == 3 ? strtol(arguments[1], &end, 10) : 0;
    const unsigned long long seed = count == 3 ? strtoull(arguments[2], &seed_end, 10) : 0;
    if (count != 3 || *end != '\0' || *seed_end != '\0' || companies < 100 ||
        companies > 10000000) {
        fputs("usage: bench-network COMPANIES SEED > FILE, with 100 to 10000000 companies\n",
              stderr);
        return 2;
    }
    struct network network = {.sheet = calloc(1, sizeof *network.sheet),
                              .dice = {dice_mix(seed)},
                              .companies = (uint32_t)companies,
                              .core = (uint32_t)(companies / 10),
                              .hanging = (uint32_t)(companies / 2)};
    if (network.sheet == NULL) {
        fputs("bench-network: out of memory\n", stderr);
        return 1;
    }
    sheet_put(network.sheet, "kind,issuer,holder,stake,date");
    sheet_row(network.sheet);
    add_core(&network);
    add_hanging(&network);
    add_groups(&network);
    sheet_flush(network.sheet);
    free(network.sheet);
    return 0;
}
