/* Whoever is free makes the next page; the caller, too, while the one that it waits for is not
 * made. */
#include "base/ring.h"

#include "base/thread.h"

enum { WORKERS_MOST = 3, WORKER_PAGES = 4 /* at least, for each: else it is not worth one */ };

struct team {
    const struct sl_ring *ring;
    size_t count;
    pthread_mutex_t lock;
    pthread_cond_t room, made;
    size_t claimed, taken; /* under the lock, with all that follows */
    bool done[SL_RING_SLOTS];
    bool over;
};

/* Makes the next page where there is one, and a slot for it. The lock is held, but while it makes.
 */
static bool make_next(struct team *team)
{
    if (team->claimed == team->count || team->claimed == team->taken + SL_RING_SLOTS) return false;
    const size_t page = team->claimed++, slot = page % SL_RING_SLOTS;
    team->done[slot] = false;
    if (team->ring->claim != NULL) team->ring->claim(team->ring->context, page, slot);
    pthread_mutex_unlock(&team->lock);
    team->ring->make(team->ring->context, page, slot);
    pthread_mutex_lock(&team->lock);
    team->done[slot] = true;
    return true;
}

static void *work(void *context)
{
    struct team *team = context;
    pthread_mutex_lock(&team->lock);
    while (!team->over) {
        if (make_next(team))
            pthread_cond_signal(&team->made);
        else
            pthread_cond_wait(&team->room, &team->lock);
    }
    pthread_mutex_unlock(&team->lock);
    return NULL;
}

static enum sl_status take_next(struct team *team, struct sl_error *err)
{
    const size_t slot = team->taken % SL_RING_SLOTS;
    pthread_mutex_lock(&team->lock);
    while (team->claimed == team->taken || !team->done[slot]) {
        if (!make_next(team)) pthread_cond_wait(&team->made, &team->lock);
    }
    pthread_mutex_unlock(&team->lock);
    const enum sl_status status = team->ring->take(team->ring->context, slot, err);
    pthread_mutex_lock(&team->lock);
    team->taken++;
    pthread_cond_signal(&team->room);
    pthread_mutex_unlock(&team->lock);
    return status;
}

enum sl_status sl_ring_run(const struct sl_ring *ring, size_t count, struct sl_error *err)
{
    struct team team = {.ring = ring, .count = count};
    pthread_t workers[WORKERS_MOST];
    int hired = 0;
    enum sl_status status = SL_OK;
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
    return status;
}
