/* Parts of a whole: what the ledger says of each class. */
#include "query/whole.h"

#include <string.h>

/* One class. */
struct sl_part {
    const char *class_;
    bool known[SL_MEASURES];
    struct sl_standing has[SL_MEASURES];
    bool voted;    /* the votes were stated */
    unsigned step; /* the ledger's, when it was last looked at */
    struct sl_part *next;
};

static struct sl_part *part_of(struct sl_whole *whole, struct sl_arena *arena, const char *class_)
{
    for (struct sl_part *part = whole->parts; part != NULL; part = part->next) {
        if (strcmp(part->class_, class_) == 0) return part;
    }
    struct sl_part *part = sl_arena_alloc(arena, sizeof *part);
    if (part == NULL) return NULL;
    *part = (struct sl_part){.class_ = class_, .next = whole->parts};
    if (!sl_arena_keep(arena, &part->class_)) return NULL;
    whole->parts = part;
    return part;
}

/* False where it is not known. */
static bool read(const struct sl_ledger *ledger, const struct sl_position *position,
                 enum sl_measure measure, struct sl_standing *out)
{
    struct sl_range range;
    *out = (struct sl_standing){0};
    if (measure == SL_VOTES && position->has_votes)
        range = position->votes;
    else if (!sl_ledger_stake(ledger, position, &range))
        return false;
    *out = (struct sl_standing){range.low * 100, range.high * 100, range.half > 0};
    return true;
}

bool sl_whole_look(struct sl_whole *whole, struct sl_arena *arena, const struct sl_ledger *ledger,
                   const struct sl_position *position, bool news[SL_MEASURES])
{
    struct sl_part *part = part_of(whole, arena, position->class_ == NULL ? "" : position->class_);
    if (part == NULL) return false;
    struct sl_range before;
    bool again = part->step == ledger->step; /* the first look had the news */
    bool had_stake = sl_ledger_stake_before(ledger, position, &before);
    for (int i = SL_CAPITAL; i < SL_MEASURES; i++) {
        bool had = had_stake || (i == SL_VOTES && part->voted);
        part->known[i] = read(ledger, position, (enum sl_measure)i, &part->has[i]);
        news[i] = part->known[i] && !had && !again;
    }
    part->voted = position->has_votes;
    part->step = ledger->step;
    return true;
}

bool sl_whole_sum(const struct sl_whole *whole, enum sl_measure measure, struct sl_standing *sum)
{
    bool known = true;
    *sum = (struct sl_standing){0};
    for (const struct sl_part *part = whole->parts; part != NULL; part = part->next) {
        known = known && part->known[measure];
        sum->low += part->has[measure].low;
        sum->high += part->has[measure].high;
        sum->rough = sum->rough || part->has[measure].rough;
    }
    return known;
}
