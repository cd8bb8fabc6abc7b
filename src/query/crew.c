/* A ring of batches: the caller loads them, whoever is free asks, the caller takes the answers in
 * order, and asks, too, while the next one is not there. */
#include "query/crew.h"

#include <stdlib.h>

#include "base/error.h"
#include "base/thread.h"

enum { BATCH_ISSUERS = 32, WORKERS_MOST = 3 };

struct batch {
    const sl_entity *issuers;
    size_t count;
    struct sl_packs *packs; /* of its own; NULL: the crew has all */
    void *answer;
    bool done; /* under the lock */
    enum sl_status status;
    struct sl_error error;
};

struct team;

struct worker {
    struct team *team;
    struct sl_play play;
    pthread_t thread;
};

struct team {
    const struct sl_crew *crew;
    struct batch batches[SL_CREW_BATCHES];
    struct worker caller, workers[WORKERS_MOST];
    size_t worker_count;
    pthread_mutex_t lock;
    pthread_cond_t loaded, done;
    size_t loaded_count, claimed_count; /* under the lock, with `over` */
    bool over;
};

static struct batch *batch_at(struct team *team, size_t number)
{
    return &team->batches[number % SL_CREW_BATCHES];
}

/* ---- asking ---- */

static void ask(struct team *team, struct worker *worker, struct batch *batch)
{
    const struct sl_crew *crew = team->crew;
    worker->play.packs = batch->packs != NULL ? batch->packs : crew->packs;
    batch->status = SL_OK;
    for (size_t i = 0; i < batch->count && batch->status == SL_OK; i++)
        batch->status = crew->ask(crew->context, batch->answer, &worker->play, batch->issuers[i],
                                  &batch->error);
}

/* The next batch that nobody asked yet; the lock is held. */
static struct batch *claim(struct team *team)
{
    if (team->claimed_count == team->loaded_count) return NULL;
    return batch_at(team, team->claimed_count++);
}

static void *work(void *context)
{
    struct worker *worker = context;
    struct team *team = worker->team;
    pthread_mutex_lock(&team->lock);
    while (!team->over) {
        struct batch *batch = claim(team);
        if (batch == NULL) {
            pthread_cond_wait(&team->loaded, &team->lock);
            continue;
        }
        pthread_mutex_unlock(&team->lock);
        ask(team, worker, batch);
        pthread_mutex_lock(&team->lock);
        batch->done = true;
        pthread_cond_signal(&team->done);
    }
    pthread_mutex_unlock(&team->lock);
    return NULL;
}

/* ---- the caller ---- */

static enum sl_status load(struct team *team, size_t number, const sl_entity *issuers, size_t count,
                           struct sl_error *err)
{
    struct batch *batch = batch_at(team, number);
    const size_t first = number * BATCH_ISSUERS, rest = count - first;
    enum sl_status status = SL_OK;
    batch->issuers = issuers + first;
    batch->count = rest < BATCH_ISSUERS ? rest : BATCH_ISSUERS;
    batch->done = false;
    if (batch->packs == NULL && team->crew->packs == NULL)
        status = sl_packs_open(&batch->packs, team->crew->book, err);
    if (status == SL_OK && batch->packs != NULL)
        status = sl_packs_read(batch->packs, batch->issuers, batch->count, err);
    if (status != SL_OK) return status;
    pthread_mutex_lock(&team->lock);
    team->loaded_count = number + 1;
    pthread_cond_signal(&team->loaded);
    pthread_mutex_unlock(&team->lock);
    return SL_OK;
}

/* Until the batch was asked; asks others, or it, meanwhile. */
static void wait_for(struct team *team, const struct batch *batch)
{
    pthread_mutex_lock(&team->lock);
    while (!batch->done) {
        struct batch *other = claim(team);
        if (other == NULL) {
            pthread_cond_wait(&team->done, &team->lock);
            continue;
        }
        pthread_mutex_unlock(&team->lock);
        ask(team, &team->caller, other);
        pthread_mutex_lock(&team->lock);
        other->done = true;
    }
    pthread_mutex_unlock(&team->lock);
}

static enum sl_status lead(struct team *team, const sl_entity *issuers, size_t count,
                           struct sl_error *err)
{
    const struct sl_crew *crew = team->crew;
    const size_t batches = (count + BATCH_ISSUERS - 1) / BATCH_ISSUERS;
    enum sl_status status = SL_OK;
    for (size_t i = 0, loaded = 0; i < batches && status == SL_OK; i++) {
        for (; loaded < batches && loaded < i + SL_CREW_BATCHES && status == SL_OK; loaded++)
            status = load(team, loaded, issuers, count, err);
        if (status != SL_OK) break;
        struct batch *batch = batch_at(team, i);
        wait_for(team, batch);
        status = batch->status;
        if (status == SL_OK)
            status = crew->take(crew->context, batch->answer, err);
        else if (err != NULL)
            *err = batch->error;
    }
    return status;
}

/* Threads are of use where there is more than a batch for each. */
static void hire(struct team *team, size_t count)
{
    const int room = team->crew->alone ? 1 : sl_thread_room();
    while (team->worker_count < WORKERS_MOST && (int)team->worker_count + 1 < room &&
           count > (team->worker_count + 2) * SL_CREW_BATCHES * BATCH_ISSUERS) {
        struct worker *worker = &team->workers[team->worker_count];
        *worker = (struct worker){.team = team, .play = {.book = team->crew->book}};
        if (!sl_thread_start(&worker->thread, work, worker)) break;
        team->worker_count++;
    }
}

static void dismiss(struct team *team)
{
    pthread_mutex_lock(&team->lock);
    team->over = true;
    pthread_cond_broadcast(&team->loaded);
    pthread_mutex_unlock(&team->lock);
    for (size_t i = 0; i < team->worker_count; i++) {
        pthread_join(team->workers[i].thread, NULL);
        sl_play_release(&team->workers[i].play);
    }
    sl_play_release(&team->caller.play);
    for (size_t i = 0; i < SL_CREW_BATCHES; i++)
        sl_packs_close(team->batches[i].packs);
}

enum sl_status sl_crew_run(const struct sl_crew *crew, const sl_entity *issuers, size_t count,
                           struct sl_error *err)
{
    struct team *team = calloc(1, sizeof *team);
    if (team == NULL) return sl_fail_memory(err);
    team->crew = crew;
    team->caller = (struct worker){.team = team, .play = {.book = crew->book}};
    for (size_t i = 0; i < SL_CREW_BATCHES; i++)
        team->batches[i].answer = (char *)crew->answers + i * crew->answer_size;
    pthread_mutex_init(&team->lock, NULL); /* of the default kind: cannot fail */
    pthread_cond_init(&team->loaded, NULL);
    pthread_cond_init(&team->done, NULL);
    hire(team, count);
    enum sl_status status = lead(team, issuers, count, err);
    dismiss(team);
    pthread_cond_destroy(&team->done);
    pthread_cond_destroy(&team->loaded);
    pthread_mutex_destroy(&team->lock);
    free(team);
    return status;
}
