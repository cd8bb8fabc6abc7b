/* Writes an event log of any size to standard output: N events of N/20 companies and N/8 holders,
 * by Zipf's law, in random order. Every row can be imported, and the stakes of a company whose name
 * ends in plc, AG or SA are such as "the last level, and the changes since" gives. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "company.h"

static void *must(void *memory)
{
    if (memory != NULL) return memory;
    fputs("bench-events: out of memory\n", stderr);
    exit(1);
}

/* How many rows the companies before the n-th have: Zipf's law, at least one each. */
static size_t rows_before(const struct market *market, double harmonic, uint32_t n)
{
    const double sum = n == 0 ? 0 : log(n) + 0.57721566490153 + 0.5 / n;
    return n + (size_t)((double)(market->wanted - market->companies) * sum / harmonic);
}

static void make(struct market *market, uint64_t seed)
{
    const double n = market->companies;
    const double harmonic = log(n) + 0.57721566490153 + 0.5 / n;
    for (uint32_t i = 0; i < market->companies; i++) {
        const size_t end =
            i + 1 == market->companies ? market->wanted : rows_before(market, harmonic, i + 1);
        company_add(market, i, end - market->count, seed);
    }
}

static void shuffle(struct market *market, uint64_t seed)
{
    struct dice dice = {dice_mix(seed + 1)};
    for (size_t i = market->count; i > 1; i--) {
        const size_t j = dice_below(&dice, (uint32_t)i);
        const struct claim claim = market->claims[i - 1];
        market->claims[i - 1] = market->claims[j];
        market->claims[j] = claim;
    }
}

int main(int count, char **arguments)
{
    char *end = NULL, *seed_end = NULL;
    const long events = count == 3 ? strtol(arguments[1], &end, 10) : 0;
    const unsigned long long seed = count == 3 ? strtoull(arguments[2], &seed_end, 10) : 0;
    if (count != 3 || *end != '\0' || *seed_end != '\0' || events < 100 || events > 100000000) {
        fputs("usage: bench-events EVENTS SEED > FILE, with 100 to 100000000 events\n", stderr);
        return 2;
    }
    struct market market = {.wanted = (size_t)events,
                            .companies = (uint32_t)(events / 20),
                            .holders = (uint32_t)(events / 8)};
    market.claims = must(malloc(market.wanted * sizeof *market.claims));
    market.places = must(malloc((market.holders + 1) * sizeof *market.places));
    market.taken = must(malloc((2 * market.holders + 2) * sizeof *market.taken));
    struct sheet *sheet = must(calloc(1, sizeof *sheet));
    make(&market, seed);
    shuffle(&market, seed);
    put_header(sheet);
    for (size_t i = 0; i < market.count; i++)
        put_claim(sheet, &market.claims[i]);
    sheet_flush(sheet);
    free(sheet);
    free(market.taken);
    free(market.places);
    free(market.claims);
    return 0;
}
