/* What the logs of the three styles of companies claim. */
#include "company.h"

/* By rank, the first place has the largest part; of all of them not much more than 100. */
static uint32_t level(struct company *company, const struct place *place)
{
    const uint32_t rank = (uint32_t)(place - company->market->places) + 1;
    const uint32_t fair = company->fair / rank;
    return 1 + fair * dice_from(&company->dice, 70, 110) / 100;
}

/* An acquisition that was announced, and came or did not. */
static void disclosed_deal(struct company *company, struct place *place, uint32_t size)
{
    const uint32_t deal = ++company->market->deals;
    struct claim *claim = company_claim(company, ACQUIRE);
    claim->deal = deal;
    claim->holder = place->holder;
    claim->class_ = (uint8_t)(place->holder % 16 == 0);
    claim->stake = size;
    claim->status = (uint8_t)dice_from(&company->dice, RUMOURED, APPROVED);
    claim->known = claim->day > 90 ? claim->day - 90 + dice_below(&company->dice, 60) : 1;
    struct claim *after = company_claim(company, ACQUIRE);
    after->deal = deal;
    after->holder = claim->holder;
    after->class_ = claim->class_;
    after->known = after->day + 1;
    if (dice_below(&company->dice, 4) == 0) {
        after->status = CANCELLED;
        return;
    }
    after->stake = size;
    place->stake += size;
}

static void disclosed_change(struct company *company, struct place *place)
{
    const uint32_t roll = dice_below(&company->dice, 100);
    const uint32_t size = dice_from(&company->dice, 1, 50);
    if (roll < 10 && place->stake + size <= 5000 && company_room(company) >= 2) {
        disclosed_deal(company, place, size);
        return;
    }
    const bool rises = place->stake <= size || (roll < 60 && place->stake + size <= 5000);
    struct claim *claim = company_claim(company, rises ? ACQUIRE : DISPOSE);
    claim->holder = place->holder;
    claim->class_ = (uint8_t)(place->holder % 16 == 0);
    claim->stake = !rises && roll > 95 ? place->stake : size;
    place->stake = rises ? place->stake + size : place->stake - claim->stake;
    if (roll % 3 == 0) claim->after = place->stake;
}

/* Stakes in per cent, two decimals: levels, and changes that fit them. */
void disclosed_add(struct company *company)
{
    while (!company_full(company)) {
        company_next_day(company);
        struct place *place = company_place(company, false);
        const uint32_t roll = dice_below(&company->dice, 100);
        if (place == NULL || roll < 10) {
            company_quiet(company);
            continue;
        }
        if (place->met && roll < 45) {
            disclosed_change(company, place);
        } else {
            struct claim *claim = company_claim(company, HOLDING);
            claim->holder = place->holder;
            claim->class_ = (uint8_t)(place->holder % 16 == 0);
            claim->stake = place->stake = level(company, place);
        }
        place->met = true;
        place->day = company->day;
    }
}

static void funded_round(struct company *company, uint8_t label, uint32_t investors)
{
    struct dice *dice = &company->dice;
    const uint64_t amount = (uint64_t)dice_from(dice, 10, 999) * (label + 1) * (label + 1) * 10;
    const uint8_t currency = (uint8_t)(company->number % 5);
    const bool pending = dice_below(dice, 20) == 0;
    struct claim *head = company_claim(company, ROUND);
    head->round = label;
    head->number = dice_below(dice, 8) == 0 ? NOT_STATED : amount;
    head->currency = currency;
    head->status = pending ? ANNOUNCED : COMPLETED;
    if (head->number != NOT_STATED && dice_below(dice, 5) < 2)
        head->post = amount * dice_from(dice, 4, 12);
    for (uint32_t i = 0; i < investors; i++) {
        struct claim *claim = company_claim(company, ROUND);
        claim->round = label;
        claim->currency = currency;
        claim->status = head->status;
        claim->holder = company->market->places[(label + i) % company->places].holder;
        claim->lead = i == 0;
        if (i > 0 && dice_below(dice, 3) > 0) claim->number = amount / (investors + 1);
    }
}

/* Rounds of a few investors, some with a valuation, and what else a start-up is in the news for. */
void funded_add(struct company *company)
{
    uint8_t label = 1;
    while (!company_full(company)) {
        company_next_day(company);
        const size_t room = company_room(company);
        uint32_t investors = dice_from(&company->dice, 1, 4);
        if (investors >= company->places) investors = company->places - 1;
        if (room > investors && dice_below(&company->dice, 5) > 0) {
            funded_round(company, label, investors);
            label = label < 8 ? (uint8_t)(label + 1) : 1;
        } else {
            company_quiet(company);
        }
    }
}

/* A place with shares, and how many of them move; NULL: none. */
static struct place *seller(struct company *company, uint64_t *shares)
{
    struct place *place = company_place(company, true);
    if (place == NULL || place->shares < 10) return NULL;
    *shares = 1 + place->shares * dice_from(&company->dice, 1, 60) / 100;
    return place;
}

static void counted_issue(struct company *company, struct place *place, uint64_t shares)
{
    struct claim *claim = company_claim(company, ISSUE);
    claim->holder = place->holder;
    claim->number = shares;
    place->met = true;
    place->day = company->day;
    place->shares += shares;
    company->shares += shares;
}

static void counted_trade(struct company *company, enum kind kind, struct place *from,
                          struct place *to, uint64_t shares)
{
    struct claim *claim = company_claim(company, kind);
    claim->number = shares;
    claim->holder = kind == ACQUIRE ? to->holder : from->holder;
    if (kind == ACQUIRE) {
        claim->counterparty = from->holder;
        to->shares += shares;
        to->met = true;
        to->day = company->day;
    }
    if (kind == CANCEL) company->shares -= shares;
    from->shares -= shares;
    from->day = company->day;
}

static void counted_split(struct company *company)
{
    struct claim *claim = company_claim(company, SPLIT);
    claim->number = dice_from(&company->dice, 2, 5);
    for (uint32_t i = 0; i < company->places; i++)
        company->market->places[i].shares *= claim->number;
    company->shares *= claim->number;
}

static void counted_claim(struct company *company)
{
    const uint32_t roll = dice_below(&company->dice, 100);
    struct place *place = company_place(company, false);
    uint64_t shares = 0;
    struct place *from = seller(company, &shares);
    if (place == NULL) {
        company_quiet(company);
    } else if (roll < 20) {
        counted_issue(company, place, (uint64_t)dice_from(&company->dice, 1, 999) * 1000);
    } else if (roll < 50 && from != NULL && from != place) {
        counted_trade(company, ACQUIRE, from, place, shares);
    } else if (roll < 60 && from != NULL) {
        counted_trade(company, roll < 57 ? DISPOSE : CANCEL, from, NULL, shares);
    } else if (roll < 85 && place->met) {
        struct claim *claim = company_claim(company, HOLDING);
        claim->holder = place->holder;
        claim->number = place->shares;
        claim->kind = place->shares > 0 ? HOLDING : NOTE;
    } else if (roll < 93) {
        company_claim(company, OUTSTANDING)->number = company->shares;
    } else if (roll < 96 && company->shares < UINT64_C(1000000000000)) {
        counted_split(company);
    } else {
        company_quiet(company);
    }
}

/* Numbers of shares since the foundation. */
void counted_add(struct company *company)
{
    company_claim(company, FOUND);
    company_next_day(company); /* so that no issue comes before it in the log */
    for (uint32_t i = 0; i < 2 && !company_full(company); i++)
        counted_issue(company, &company->market->places[i],
                      (uint64_t)dice_from(&company->dice, 1, 999) * 10000);
    while (!company_full(company)) {
        company_next_day(company);
        counted_claim(company);
    }
}
