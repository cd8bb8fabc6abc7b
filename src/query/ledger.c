/* The positions of one issuer, step by step. */
#include "query/ledger.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/expect.h"
#include "base/vector.h"

const char *sl_basis_name(enum sl_basis basis)
{
    static const char *const names[] = {"stated", "derived", "implied", "diluted"};
    return names[basis];
}

/* ---- the positions ---- */

void sl_ledger_reset(struct sl_ledger *ledger)
{
    ledger->capital = (struct sl_capital){0};
    ledger->start = ledger->capital;
    ledger->count = 0;
    ledger->touched_count = 0;
    ledger->step = 0;
    ledger->index_size = 0;
    sl_arena_reset(&ledger->arena);
}

void sl_ledger_release(struct sl_ledger *ledger)
{
    free(ledger->positions);
    free(ledger->index);
    free(ledger->touched);
    sl_arena_release(&ledger->arena);
    *ledger = (struct sl_ledger){0};
}

/* The place in the index where looking for the position begins. */
static size_t home_of(const struct sl_ledger *ledger, sl_entity holder, const char *class_)
{
    uint64_t hash = (uint64_t)holder * UINT64_C(0x9e3779b97f4a7c15);
    for (const char *c = class_; c != NULL && *c != '\0'; c++)
        hash = (hash ^ (unsigned char)*c) * UINT64_C(0x100000001b3);
    return (size_t)(hash >> 20) & (ledger->index_size - 1);
}

/* Where the position is in the index, or the empty place where it would be. */
static struct sl_position **slot(const struct sl_ledger *ledger, sl_entity holder,
                                 const char *class_)
{
    const size_t mask = ledger->index_size - 1;
    size_t at = home_of(ledger, holder, class_);
    while (ledger->index[at] != NULL && (ledger->index[at]->holder != holder ||
                                         !sl_cell_same(ledger->index[at]->class_, class_)))
        at = (at + 1) & mask;
    return &ledger->index[at];
}

struct sl_position *sl_ledger_find(const struct sl_ledger *ledger, sl_entity holder,
                                   const char *class_)
{
    return ledger->count == 0 ? NULL : *slot(ledger, holder, class_);
}

void sl_ledger_expect(const struct sl_ledger *ledger, const struct sl_event *event, bool again)
{
    enum { MANY = 1024, LINE = 64 }; /* fewer positions stay in reach */
    if (ledger->count < MANY || event->holder == 0) return;
    struct sl_position *const *place =
        &ledger->index[home_of(ledger, event->holder, event->class_)];
    if (!again)
        sl_expect(place);
    else if (*place != NULL)
        for (size_t i = 0; i < sizeof **place; i += LINE)
            sl_expect((const char *)*place + i);
}

/* Keeps the index at most half full. */
static bool grow_index(struct sl_ledger *ledger)
{
    if (ledger->count * 2 < ledger->index_size) return true;
    size_t size = ledger->index_size == 0 ? 32 : ledger->index_size * 2;
    if (size > ledger->index_capacity) {
        struct sl_position **index = realloc(ledger->index, size * sizeof(*index));
        if (index == NULL) return false;
        ledger->index = index;
        ledger->index_capacity = size;
    }
    memset(ledger->index, 0, size * sizeof(*ledger->index));
    ledger->index_size = size;
    for (size_t i = 0; i < ledger->count; i++)
        *slot(ledger, ledger->positions[i]->holder, ledger->positions[i]->class_) =
            ledger->positions[i];
    return true;
}

static struct sl_position *add_position(struct sl_ledger *ledger, sl_entity holder,
                                        const char *class_)
{
    struct sl_position *position = NULL;
    if (sl_vector_grow(&ledger->positions, ledger->count, &ledger->capacity,
                       sizeof(*ledger->positions)) &&
        grow_index(ledger))
        position = sl_arena_alloc(&ledger->arena, sizeof *position);
    if (position == NULL) {
        ledger->out_of_memory = true;
        return NULL;
    }
    *position = (struct sl_position){.holder = holder, .class_ = class_};
    *slot(ledger, holder, class_) = position;
    ledger->positions[ledger->count++] = position;
    return position;
}

/* The part of a capital that the position is; not known over a capital of 0, but for nothing. */
static bool stake_of(const struct sl_capital *capital, const struct sl_position *position,
                     struct sl_range *out)
{
    *out = (struct sl_range){0};
    if (position->state != SL_STATE_KNOWN) return false;
    if (sl_position_is_nothing(position)) return true;
    double units = capital->units;
    if (!(units > 0)) return false;
    *out = (struct sl_range){position->units.low / units, position->units.high / units,
                             position->units.half / units};
    return true;
}

void sl_ledger_remember(struct sl_ledger *ledger, struct sl_position *position)
{
    if (position->step == ledger->step) return;
    if (!sl_vector_grow(&ledger->touched, ledger->touched_count, &ledger->touched_capacity,
                        sizeof(*ledger->touched))) {
        ledger->out_of_memory = true;
        return;
    }
    ledger->touched[ledger->touched_count++] = position;
    position->step = ledger->step;
    position->based = false;
    position->contradicted = false;
    position->before.state = position->state;
    position->before.waiting = position->waiting;
    position->before.event = position->event;
    position->before.known = stake_of(&ledger->start, position, &position->before.stake);
}

struct sl_position *sl_ledger_touch(struct sl_ledger *ledger, sl_entity holder, const char *class_)
{
    struct sl_position *position = sl_ledger_find(ledger, holder, class_);
    if (position == NULL) position = add_position(ledger, holder, class_);
    if (position != NULL) sl_ledger_remember(ledger, position);
    return position;
}

void sl_ledger_begin(struct sl_ledger *ledger)
{
    ledger->step++;
    ledger->start = ledger->capital;
    ledger->others = false;
    ledger->touched_count = 0;
}

static void finish_position(struct sl_ledger *ledger, struct sl_position *position)
{
    if (position->based) position->moves = ledger->capital.moves;
    position->based = false;
    if (sl_position_is_nothing(position)) position->has_votes = false;
}

void sl_ledger_finish(struct sl_ledger *ledger)
{
    struct sl_capital *capital = &ledger->capital;
    const struct sl_capital *start = &ledger->start;
    if (start->set && fabs(capital->units - start->units) <= 1e-13 * start->units)
        capital->moves = start->moves; /* there and back again */
    for (size_t i = 0; i < ledger->touched_count; i++)
        finish_position(ledger, ledger->touched[i]);
}

/* ---- what a ledger says ---- */

bool sl_ledger_stake(const struct sl_ledger *ledger, const struct sl_position *position,
                     struct sl_range *out)
{
    return stake_of(&ledger->capital, position, out);
}

bool sl_ledger_stake_before(const struct sl_ledger *ledger, const struct sl_position *position,
                            struct sl_range *out)
{
    if (position->step != ledger->step) return stake_of(&ledger->start, position, out);
    *out = position->before.stake;
    return position->before.known;
}

int64_t sl_ledger_shares(const struct sl_ledger *ledger, const struct sl_position *position)
{
    double shares = NAN;
    if (position->state == SL_STATE_WAITING) shares = position->waiting;
    if (position->state == SL_STATE_KNOWN && ledger->capital.counted)
        shares = (position->units.low + position->units.high) / 2 * ledger->capital.shares;
    return fabs(shares) < 9.2e18 ? (int64_t)llround(shares) : INT64_MIN;
}

enum sl_basis sl_ledger_basis(const struct sl_ledger *ledger, const struct sl_position *position)
{
    bool diluted = position->moves != ledger->capital.moves && !sl_position_is_nothing(position);
    return diluted ? SL_BASIS_DILUTED : position->basis;
}
