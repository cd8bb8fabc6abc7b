/* What comes back to one member of a large circle of holdings, followed from both ends.
 *
 * Outward from the member, step by step to the holders of each: masses m, still on their way.
 * Inward, from whom it holds: of one unit at v the part p_v comes back for certain, and residues r
 * are not followed yet. What comes back is what did so far, and the sum of m_v (p_v + (G r)_v),
 * where G sums the ways that do not touch the member; the last part is at most max(r) times the sum
 * of m_v h_v, with h_v the steps that a unit makes from v in all. Each factor shrinks with a little
 * work, so that the product is soon under a tolerance for which one end alone would have to see the
 * whole circle.
 *
 * Where there is too much to follow, what has gone round for long is spread over the circle in one
 * way, wherever it began, so that the eigenvectors tell how much of the rest is likely to come
 * back; the bound remains. */
#include <math.h>
#include <stdlib.h>

#include "base/error.h"
#include "query/returns.h"

static const double FINER = 0.25;        /* an end's next goal, as a part of its last */
static const double ROUNDING = 1.000001; /* of sums that bound others */
enum { DRIFT_ROUNDS = 40 };

static enum sl_status turn_round(struct sl_sparse *out, const struct sl_sparse *inner,
                                 struct sl_error *err)
{
    size_t count = inner->starts[inner->count];
    struct sl_entry *entries = malloc((count + 1) * sizeof *entries);
    if (entries == NULL) return sl_fail_memory(err);
    for (uint32_t i = 0; i < inner->count; i++) {
        for (uint32_t at = inner->starts[i]; at < inner->starts[i + 1]; at++)
            entries[at] = (struct sl_entry){inner->columns[at], i, inner->values[at]};
    }
    enum sl_status status = sl_sparse_build(out, inner->count, entries, count, err);
    free(entries);
    return status;
}

/* One step, and what is made from the holders that it leads to. */
static enum sl_status count_steps(struct sl_returns *returns, bool *converges, struct sl_error *err)
{
    uint32_t count = returns->circle->count;
    double *steps = malloc(2 * (size_t)count * sizeof *steps);
    if (steps == NULL) return sl_fail_memory(err);
    struct sl_circle upward = {.count = count, .inner = returns->holders, .outer = steps + count};
    for (uint32_t i = 0; i < count; i++)
        upward.outer[i] = 1;
    enum sl_status status = sl_circle_solve(&upward, steps, err);
    for (uint32_t i = 0; i < count && status == SL_OK; i++)
        returns->spots[i].steps = steps[i];
    *converges = status == SL_OK && isfinite(steps[0]);
    free(steps);
    return status;
}

/* One round more of what is at each member: to its holders, or from them. */
static double go_round(const struct sl_sparse *holders, enum sl_end end, const double *from,
                       double *to)
{
    double sum = 0;
    for (uint32_t i = 0; i < holders->count; i++)
        to[i] = 0;
    for (uint32_t i = 0; i < holders->count; i++) {
        for (uint32_t at = holders->starts[i]; at < holders->starts[i + 1]; at++) {
            const uint32_t holder = holders->columns[at];
            to[end == SL_OUTWARD ? holder : i] +=
                holders->values[at] * from[end == SL_OUTWARD ? i : holder];
        }
    }
    for (uint32_t i = 0; i < holders->count; i++)
        sum += to[i];
    return sum;
}

/* The first eigenvectors, scaled so that their product is 1, by repeated rounds. */
static enum sl_status find_drift(struct sl_returns *returns, struct sl_error *err)
{
    const uint32_t count = returns->circle->count;
    double *next = malloc(count * sizeof *next), product = 0;
    if (next == NULL) return sl_fail_memory(err);
    for (int end = 0; end < SL_END_COUNT; end++) {
        double *drift = returns->drift[end];
        for (uint32_t i = 0; i < count; i++)
            drift[i] = 1.0 / count;
        for (int round = 0; round < DRIFT_ROUNDS; round++) {
            returns->stay = go_round(&returns->holders, (enum sl_end)end, drift, next);
            for (uint32_t i = 0; i < count; i++)
                drift[i] = next[i] / returns->stay;
        }
    }
    for (uint32_t i = 0; i < count; i++)
        product += returns->drift[SL_OUTWARD][i] * returns->drift[SL_INWARD][i];
    for (uint32_t i = 0; i < count; i++)
        returns->drift[SL_INWARD][i] /= product;
    free(next);
    return SL_OK;
}

static bool shrinks(const struct sl_sparse *holders)
{
    for (uint32_t i = 0; i < holders->count; i++) {
        double held = 0;
        for (uint32_t at = holders->starts[i]; at < holders->starts[i + 1]; at++)
            held += holders->values[at];
        if (held > 1) return false;
    }
    return true;
}

enum sl_status sl_returns_open(struct sl_returns *out, const struct sl_circle *circle,
                               bool *converges, struct sl_error *err)
{
    size_t count = circle->count;
    *out = (struct sl_returns){.circle = circle, .spots = calloc(count, sizeof *out->spots)};
    bool enough = out->spots != NULL;
    for (int end = 0; end < SL_END_COUNT; end++) {
        struct sl_front *front = &out->fronts[end];
        front->queue = malloc(count * sizeof *front->queue);
        front->met = malloc(count * sizeof *front->met);
        out->drift[end] = malloc(count * sizeof *out->drift[end]);
        enough = enough && front->queue != NULL && front->met != NULL && out->drift[end] != NULL;
    }
    enum sl_status status = enough ? SL_OK : sl_fail_memory(err);
    if (status == SL_OK) status = turn_round(&out->holders, &circle->inner, err);
    if (status == SL_OK) status = find_drift(out, err);
    if (status != SL_OK) return status;
    out->shrinks = shrinks(&out->holders);
    return count_steps(out, converges, err);
}

void sl_returns_release(struct sl_returns *returns)
{
    for (int end = 0; end < SL_END_COUNT; end++) {
        free(returns->fronts[end].queue);
        free(returns->fronts[end].met);
        free(returns->drift[end]);
    }
    free(returns->spots);
    sl_sparse_release(&returns->holders);
}

/* ---- the ends ---- */

static void add_amount(struct sl_returns *returns, enum sl_end end, uint32_t member, double amount,
                       double goal)
{
    struct sl_front *front = &returns->fronts[end];
    struct sl_spot *spot = &returns->spots[member];
    spot->amount[end] += amount;
    if (!spot->met[end]) {
        spot->met[end] = true;
        front->met[front->met_count++] = member;
    }
    if (spot->queued[end] || !(spot->amount[end] > goal)) return;
    const uint32_t at = front->first + front->waiting++, count = returns->circle->count;
    front->queue[at < count ? at : at - count] = member;
    spot->queued[end] = true;
}

static double take_amount(struct sl_returns *returns, enum sl_end end, uint32_t *member)
{
    struct sl_front *front = &returns->fronts[end];
    *member = front->queue[front->first];
    if (++front->first == returns->circle->count) front->first = 0;
    front->waiting--;
    struct sl_spot *spot = &returns->spots[*member];
    const double amount = spot->amount[end];
    spot->amount[end] = 0;
    spot->queued[end] = false;
    return amount;
}

static void forget(struct sl_returns *returns)
{
    for (int end = 0; end < SL_END_COUNT; end++) {
        struct sl_front *front = &returns->fronts[end];
        for (uint32_t i = 0; i < front->met_count; i++) {
            struct sl_spot *spot = &returns->spots[front->met[i]];
            *spot = (struct sl_spot){.steps = spot->steps};
        }
        front->first = front->waiting = front->met_count = 0;
    }
}

/* ---- one member ---- */

struct course {
    struct sl_returns *returns;
    uint32_t start;
    double back;           /* came back */
    double ahead, residue; /* at most: the sum of m_v h_v; each r_v */
    double worked[SL_END_COUNT], work;
};

static bool may_work(const struct course *course)
{
    return course->worked[SL_OUTWARD] + course->worked[SL_INWARD] < course->work;
}

static void step_out(struct course *course, uint32_t from, double mass)
{
    struct sl_returns *returns = course->returns;
    const struct sl_sparse *holders = &returns->holders;
    for (uint32_t at = holders->starts[from]; at < holders->starts[from + 1]; at++) {
        const uint32_t holder = holders->columns[at];
        const double part = mass * holders->values[at];
        if (holder == course->start) {
            course->back += part;
        } else {
            course->ahead += part * returns->spots[holder].steps;
            add_amount(returns, SL_OUTWARD, holder, part, 0);
        }
    }
    course->worked[SL_OUTWARD] += holders->starts[from + 1] - holders->starts[from] + 1;
}

/* Until no more than `goal` is ahead. */
static void go_out(struct course *course, double goal)
{
    struct sl_returns *returns = course->returns;
    const struct sl_front *front = &returns->fronts[SL_OUTWARD];
    while (course->ahead > goal && front->waiting > 0 && may_work(course)) {
        uint32_t member;
        const double mass = take_amount(returns, SL_OUTWARD, &member);
        course->ahead -= mass * returns->spots[member].steps;
        step_out(course, member, mass);
    }
    if (front->waiting == 0) course->ahead = 0;
}

/* Of what is at the firms that it holds a part of, this comes to `holder` and so to the start. */
static void step_in(struct course *course, uint32_t holder, double amount, double goal)
{
    const struct sl_sparse *inner = &course->returns->circle->inner;
    for (uint32_t at = inner->starts[holder]; at < inner->starts[holder + 1]; at++) {
        const uint32_t held = inner->columns[at];
        if (held != course->start)
            add_amount(course->returns, SL_INWARD, held, amount * inner->values[at], goal);
    }
    course->worked[SL_INWARD] += inner->starts[holder + 1] - inner->starts[holder] + 1;
}

/* Until no residue is over `goal`. */
static void go_in(struct course *course, double goal)
{
    struct sl_returns *returns = course->returns;
    const struct sl_front *front = &returns->fronts[SL_INWARD];
    for (uint32_t i = 0; i < front->met_count; i++)
        add_amount(returns, SL_INWARD, front->met[i], 0, goal);
    course->worked[SL_INWARD] += front->met_count;
    while (front->waiting > 0 && may_work(course)) {
        uint32_t member;
        const double amount = take_amount(returns, SL_INWARD, &member);
        returns->spots[member].reach += amount;
        step_in(course, member, amount, goal);
    }
    if (front->waiting == 0) course->residue = goal;
}

/* What is on its way still. */
struct left {
    double sure;        /* comes back for certain */
    double mass, ahead; /* all of it, and the steps that it makes; the other ends' residues */
    double drift[SL_END_COUNT]; /* both as parts of what goes round for long */
};

static struct left count_left(const struct sl_returns *returns)
{
    struct left left = {0};
    const struct sl_front *outward = &returns->fronts[SL_OUTWARD];
    const struct sl_front *inward = &returns->fronts[SL_INWARD];
    for (uint32_t i = 0; i < outward->met_count; i++) {
        const struct sl_spot *spot = &returns->spots[outward->met[i]];
        const double mass = spot->amount[SL_OUTWARD];
        left.sure += mass * spot->reach;
        left.mass += mass;
        left.ahead += mass * spot->steps;
        left.drift[SL_OUTWARD] += mass * returns->drift[SL_INWARD][outward->met[i]];
    }
    for (uint32_t i = 0; i < inward->met_count; i++)
        left.drift[SL_INWARD] += returns->spots[inward->met[i]].amount[SL_INWARD] *
                                 returns->drift[SL_OUTWARD][inward->met[i]];
    return left;
}

/* How much of the rest is likely to come back: by ways that may touch the start too, of which only
 * the first return counts. */
static double likely(const struct sl_returns *returns, uint32_t start, const struct left *left)
{
    const double leak = fmax(1 - returns->stay, SL_LEAK_MIN);
    const double through =
        returns->drift[SL_OUTWARD][start] * returns->drift[SL_INWARD][start] / leak;
    return left->drift[SL_OUTWARD] * left->drift[SL_INWARD] / leak / (1 + through);
}

double sl_returns_to(struct sl_returns *returns, uint32_t member, double tolerance, double *work,
                     double *rest)
{
    struct course course = {.returns = returns, .start = member, .residue = 1, .work = *work};
    step_out(&course, member, 1);
    step_in(&course, member, 1, INFINITY);
    const struct sl_front *inward = &returns->fronts[SL_INWARD];
    for (uint32_t i = 0; i < inward->met_count; i++)
        course.residue = fmax(course.residue, returns->spots[inward->met[i]].amount[SL_INWARD]);
    while (course.ahead * course.residue * ROUNDING > tolerance && may_work(&course)) {
        if (course.worked[SL_OUTWARD] <= course.worked[SL_INWARD])
            go_out(&course, course.ahead * FINER);
        else
            go_in(&course, course.residue * FINER);
    }
    *work -= course.worked[SL_OUTWARD] + course.worked[SL_INWARD];
    const struct left left = count_left(returns); /* keeping count of it has rounded */
    double most = left.ahead * course.residue * ROUNDING;
    const double sure = course.back + left.sure;
    if (returns->shrinks) most = fmin(most, fmin(left.mass, 1 - sure));
    const double more = most > tolerance ? fmin(most, likely(returns, member, &left)) : most / 2;
    *rest = fmax(more, most - more);
    forget(returns);
    return sure + more;
}
