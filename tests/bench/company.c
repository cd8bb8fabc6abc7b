#include "company.h"

#include <math.h>
#include <string.h>

bool company_full(const struct company *company)
{
    return company->market->count - company->start >= company->rows;
}

size_t company_room(const struct company *company)
{
    return company->rows - (company->market->count - company->start);
}

/* Days are spread evenly over the company's years; where there are more claims than days, several
 * share one. */
void company_next_day(struct company *company)
{
    const size_t done = company->market->count - company->start;
    const uint32_t due = company->first_day + (uint32_t)(done * company->span / company->rows);
    const uint32_t gap = (uint32_t)(company->span / company->rows);
    if (gap < 2) {
        company->day = due;
        return;
    }
    const uint32_t day = due + dice_below(&company->dice, gap);
    company->day = day > company->day ? day : company->day + 1;
}

struct claim *company_claim(struct company *company, enum kind kind)
{
    struct market *market = company->market;
    struct claim *claim = &market->claims[market->count++];
    *claim = (struct claim){.day = company->day,
                            .issuer = company->number,
                            .kind = (uint8_t)kind,
                            .style = (uint8_t)company->style,
                            .salt = (uint32_t)dice_next(&company->dice)};
    if (claim->salt % 10 < 4) claim->known = claim->day + claim->salt % 61;
    return claim;
}

/* Half of the holders of places are drawn by Zipf's law, half go round. */
static uint32_t draw_holder(struct company *company)
{
    struct market *market = company->market;
    if (dice_next(&company->dice) & 1) return market->next_holder++ % market->holders;
    const double rank = exp(dice_part(&company->dice) * log(market->holders + 1.0)) - 1;
    /* The first in rank are anywhere among the numbers. */
    return (uint32_t)(((uint64_t)rank * 40503u + 7) % market->holders);
}

static bool take_holder(struct market *market, uint32_t holder)
{
    uint32_t at = (uint32_t)dice_mix(holder) % market->table_size;
    while (market->taken[at] != 0) {
        if (market->taken[at] == holder + 1) return false;
        at = (at + 1) % market->table_size;
    }
    market->taken[at] = holder + 1;
    return true;
}

static void fill_places(struct company *company)
{
    struct market *market = company->market;
    market->table_size = company->places * 2 + 1;
    memset(market->taken, 0, market->table_size * sizeof *market->taken);
    for (uint32_t i = 0; i < company->places; i++) {
        uint32_t holder;
        do
            holder = draw_holder(company);
        while (!take_holder(market, holder));
        market->places[i] = (struct place){.holder = holder + 1, .day = UINT32_MAX};
    }
}

/* A place by Zipf's law that has not moved today; a few tries, then none. */
struct place *company_place(struct company *company, bool met)
{
    for (int tries = 0; tries < 4; tries++) {
        const double rank = exp(dice_part(&company->dice) * log(company->places + 1.0)) - 1;
        struct place *place = &company->market->places[(uint32_t)rank % company->places];
        if (place->day != company->day && (place->met || !met)) {
            return place;
        }
    }
    return NULL;
}

void company_quiet(struct company *company)
{
    static const enum kind kinds[] = {NOTE, NOTE, NOTE, PACT, MERGER, IPO, DEBT, DEBT, DEBT, DEBT};
    struct claim *claim = company_claim(company, kinds[dice_below(&company->dice, 10)]);
    if (claim->kind != DEBT && claim->kind != IPO) return;
    claim->number = (uint64_t)dice_from(&company->dice, 10, 99999) * 10;
    claim->currency = (uint8_t)(company->number % 5);
    if (claim->kind == DEBT) {
        claim->instrument = (uint8_t)dice_from(&company->dice, 1, 3);
        if (dice_below(&company->dice, 2)) claim->holder = company->market->places[0].holder;
    }
}

static enum style style_of(struct company *company)
{
    const uint32_t roll = dice_below(&company->dice, 100);
    if (company->rows > 2000) return DISCLOSED;
    if (roll < 55) return DISCLOSED;
    if (roll < 80) return company->rows <= 400 ? FUNDED : DISCLOSED;
    return COUNTED;
}

void company_add(struct market *market, uint32_t number, size_t rows, uint64_t seed)
{
    struct company company = {.market = market,
                              .dice = {dice_mix(seed ^ ((uint64_t)number << 20))},
                              .number = number,
                              .start = market->count,
                              .rows = rows};
    company.style = style_of(&company);
    company.places = (uint32_t)(rows / 3 + 2);
    if (company.places > market->holders / 2) company.places = market->holders / 2;
    company.fair = (uint32_t)(9000 / (log(company.places) + 1));
    const uint32_t least = rows * 4 > DAYS ? DAYS : (uint32_t)rows * 4;
    company.span = dice_from(&company.dice, least, DAYS);
    company.first_day = dice_below(&company.dice, DAYS - company.span + 1);
    company.day = company.first_day;
    fill_places(&company);
    switch (company.style) {
    case DISCLOSED: disclosed_add(&company); break;
    case FUNDED: funded_add(&company); break;
    case COUNTED: counted_add(&company); break;
    }
}
