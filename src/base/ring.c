/* Whoever is free makes the next page; the caller, too, while the one that it waits for is not
 * made. */
#include "base/ring.h"

#include "base/thread.h"

enum { WORKERS_MOST = 3, WORKER_PAGES = 4 /* at least, for each: else it is not worth one */ };

struct team {
    const struct sl_ring *ring;
    size_t count;
    pthread_mutex_t claims; /* held while a page is claimed; before the other, where both are */
    pthread_mutex_t lock;
    pthread_cond_t room, made;
    size_t claimed, taken; /* under the lock, with all that follows */
    bool done[SL_RING_SLOTS];
    bool over;
};

/* Is there a page to be made, and a slot for it? */
static bool has_next(const struct team *team)
{
    return !team->over && team->claimed < team->count &&
           team->claimed < team->taken + SL_RING_SLOTS;
}

/* Has the page that is to be taken been made? */
static bool is_made(const struct team *team)
{
    return team->claimed > team->taken && team->done[team->taken % SL_RING_SLOTS];
}

static bool claim_next(struct team *team, size_t *page)
{
    const struct sl_ring *ring = team->ring;
    pthread_mutex_lock(&team->claims);
    pthread_mutex_lock(&team->lock);
    const bool any = has_next(team);
    if (any) {
        *page = team->claimed++;
        team->done[*page % SL_RING_SLOTS] = false;
    }
    pthread_mutex_unlock(&team->lock);
    if (any && ring->claim != NULL) ring->claim(ring->context, *page, *page % SL_RING_SLOTS);
    pthread_mutex_unlock(&team->claims);
    return any;
}

/* Those who wait are woken when the lock is free: they would wake to wait for that. */
static bool make_next(struct team *team)
{
    size_t page;
    if (!claim_next(team, &page)) return false;
    team->ring->make(team->ring->context, page, page % SL_RING_SLOTS);
    pthread_mutex_lock(&team->lock);
    team->done[page % SL_RING_SLOTS] = true;
    pthread_mutex_unlock(&team->lock);
    pthread_cond_signal(&team->made);
    return true;
}

static void *work(void *context)
{
    struct team *team = context;
    bool over = false;
    while (!over) {
        if (make_next(team)) continue;
        pthread_mutex_lock(&team->lock);
        while (!team->over && !has_next(team))
            pthread_cond_wait(&team->room, &team->lock);
        over = team->over;
        pthread_mutex_unlock(&team->lock);
    }
    return NULL;
}

/* Waits until the next page is made, or can be; which? */
static bool wait_made(struct team *team)
{
    pthread_mutex_lock(&team->lock);
    while (!is_made(team) && !has_next(team))
        pthread_cond_wait(&team->made, &team->lock);
    const bool made = is_made(team);
    pthread_mutex_unlock(&team->lock);
    return made;
}

static enum sl_status take_next(struct team *team, struct sl_error *err)
{
    while (!wait_made(team))
        make_next(team);
    const size_t slot = team->taken % SL_RING_SLOTS;
    const enum sl_status status = team->ring->take(team->ring->context, slot, err);
    pthread_mutex_lock(&team->lock);
    team->taken++;
    const bool worth_waking = team->claimed <= team->taken + SL_RING_SLOTS / 2;
    pthread_mutex_unlock(&team->lock);
    if (worth_waking) pthread_cond_signal(&team->room);
    return status;
}

enum sl_status sl_ring_run(const struct sl_ring *ring, size_t count, struct sl_error *err)
{
    struct team team = {.ring = ring, .count = count};
    pthread_t workers[WORKERS_MOST];
    int hired = 0;
    enum sl_status status = SL_OK;
    pthread_mutex_init(&team.claims, NULL);
    pthread_mutex_init(&team.lock, NULL); /* of the default kind: these cannot fail */
    pthread_cond_init(&team.room, NULL);
    pthread_cond_init(&team.made, NULL);
    while (!ring->alone && hired < WORKERS_MOST && hired + 1 < sl_thread_room() &&
           count >= ((size_t)hired + 2) * WORKER_PAGES &&
           sl_thread_start(&workers[hired], work, &team))
        hired++;
    while (status == SL_OK && team.taken < count)
        status = take_next(&team, err);
    pthread_mutex_lock(&team.lock);
    team.over = true;
    pthread_cond_broadcast(&team.room);
    pthread_mutex_unlock(&team.lock);
    for (int i = 0; i < hired; i++)
        pthread_join(workers[i], NULL);
    pthread_cond_destroy(&team.made);
    pthread_cond_destroy(&team.room);
    pthread_mutex_destroy(&team.lock);
    pthread_mutex_destroy(&team.claims);
    return status;
}
