/* A ring of batches: whoever is free asks the next one, the caller takes the answers in order, and
 * asks, too, while the next one is not there. */
#include "query/crew.h"

#include <stdlib.h>

#include "base/error.h"
#include "base/thread.h"

enum { BATCH_ISSUERS = 32, WORKERS_MOST = 3 };

struct batch {
    const sl_entity *issuers;
    size_t count;
    struct sl_packs *packs; /* its own; NULL: the crew has all */
    void *answer;
    bool done; /* under the lock */
    enum sl_status status;
    struct sl_error error;
};

struct team;

struct worker {
    struct team *team;
    struct sl_book *book; /* packs are read from; NULL: the crew has all */
    struct sl_play play;
    pthread_t thread;
};

struct team {
    const struct sl_crew *crew;
    const sl_entity *issuers;
    size_t count;
    struct batch batches[SL_CREW_BATCHES];
    struct worker caller, workers[WORKERS_MOST];
    size_t worker_count;
    pthread_mutex_t lock;
    pthread_cond_t room, done;
    size_t claimed, taken; /* batches; under the lock, with `over` */
    bool over;
};

static size_t batches_of(const struct team *team)
{
    return (team->count + BATCH_ISSUERS - 1) / BATCH_ISSUERS;
}

/* ---- asking ---- */

static void ask(struct worker *worker, struct batch *batch)
{
    const struct sl_crew *crew = worker->team->crew;
    batch->status = SL_OK;
    worker->play.packs = crew->packs;
    if (crew->packs != NULL) {
        sl_packs_expect(crew->packs, batch->issuers, batch->count);
    } else {
        worker->play.packs = batch->packs;
        batch->status = sl_packs_read(batch->packs, worker->book, crew->columns, batch->issuers,
                                      batch->count, &batch->error);
    }
    for (size_t i = 0; i < batch->count && batch->status == SL_OK; i++)
        batch->status = crew->ask(crew->context, batch->answer, &worker->play, batch->issuers[i],
                                  &batch->error);
}

/* Asks the next batch where there is one, and room for its answer. The lock is held, but while it
 * asks. */
static bool ask_next(struct worker *worker)
{
    struct team *team = worker->team;
    if (team->claimed == batches_of(team) || team->claimed == team->taken + SL_CREW_BATCHES)
        return false;
    const size_t first = team->claimed * BATCH_ISSUERS, rest = team->count - first;
    struct batch *batch = &team->batches[team->claimed++ % SL_CREW_BATCHES];
    batch->issuers = team->issuers + first;
    batch->count = rest < BATCH_ISSUERS ? rest : BATCH_ISSUERS;
    batch->done = false;
    pthread_mutex_unlock(&team->lock);
    ask(worker, batch);
    pthread_mutex_lock(&team->lock);
    batch->done = true;
    return true;
}

static void *work(void *context)
{
    struct worker *worker = context;
    struct team *team = worker->team;
    pthread_mutex_lock(&team->lock);
    while (!team->over) {
        if (ask_next(worker))
            pthread_cond_signal(&team->done);
        else
            pthread_cond_wait(&team->room, &team->lock);
    }
    pthread_mutex_unlock(&team->lock);
    return NULL;
}

/* ---- the caller ---- */

static enum sl_status take_next(struct team *team, struct sl_error *err)
{
    const struct sl_crew *crew = team->crew;
    struct batch *batch = &team->batches[team->taken % SL_CREW_BATCHES];
    pthread_mutex_lock(&team->lock);
    while (team->claimed == team->taken || !batch->done) {
        if (!ask_next(&team->caller)) pthread_cond_wait(&team->done, &team->lock);
    }
    pthread_mutex_unlock(&team->lock);
    enum sl_status status = batch->status;
    if (status == SL_OK)
        status = crew->take(crew->context, batch->answer, err);
    else if (err != NULL)
        *err = batch->error;
    pthread_mutex_lock(&team->lock);
    team->taken++;
    pthread_cond_signal(&team->room);
    pthread_mutex_unlock(&team->lock);
    return status;
}

/* Threads are of use where there is more than a ring for each; they read packs from a book of their
 * own. */
static void hire(struct team *team)
{
    const struct sl_crew *crew = team->crew;
    const int room = crew->alone ? 1 : sl_thread_room();
    while (team->worker_count < WORKERS_MOST && (int)team->worker_count + 1 < room &&
           team->count > (team->worker_count + 2) * SL_CREW_BATCHES * BATCH_ISSUERS) {
        struct worker *worker = &team->workers[team->worker_count];
        *worker = (struct worker){.team = team, .play = {.book = crew->book}};
        if (crew->packs == NULL && sl_book_beside(&worker->book, crew->book) != SL_OK) break;
        if (!sl_thread_start(&worker->thread, work, worker)) {
            sl_book_close(worker->book);
            break;
        }
        team->worker_count++;
    }
}

static void dismiss(struct team *team)
{
    pthread_mutex_lock(&team->lock);
    team->over = true;
    pthread_cond_broadcast(&team->room);
    pthread_mutex_unlock(&team->lock);
    for (size_t i = 0; i < team->worker_count; i++) {
        pthread_join(team->workers[i].thread, NULL);
        sl_play_release(&team->workers[i].play);
        sl_book_close(team->workers[i].book);
    }
    sl_play_release(&team->caller.play);
    for (size_t i = 0; i < SL_CREW_BATCHES; i++)
        sl_packs_close(team->batches[i].packs);
}

static enum sl_status open_batches(struct team *team, struct sl_error *err)
{
    enum sl_status status = SL_OK;
    for (size_t i = 0; i < SL_CREW_BATCHES && status == SL_OK; i++) {
        struct batch *batch = &team->batches[i];
        batch->answer = (char *)team->crew->answers + i * team->crew->answer_size;
        if (team->crew->packs == NULL) status = sl_packs_open(&batch->packs, err);
    }
    return status;
}

enum sl_status sl_crew_run(const struct sl_crew *crew, const sl_entity *issuers, size_t count,
                           struct sl_error *err)
{
    struct team *team = calloc(1, sizeof *team);
    if (team == NULL) return sl_fail_memory(err);
    *team = (struct team){.crew = crew, .issuers = issuers, .count = count};
    team->caller = (struct worker){.team = team, .book = crew->book, .play = {.book = crew->book}};
    pthread_mutex_init(&team->lock, NULL); /* of the default kind: cannot fail */
    pthread_cond_init(&team->room, NULL);
    pthread_cond_init(&team->done, NULL);
    enum sl_status status = sl_cursors_prepare(crew->book, err);
    if (status == SL_OK) status = open_batches(team, err);
    if (status == SL_OK) hire(team);
    while (status == SL_OK && team->taken < batches_of(team))
        status = take_next(team, err);
    dismiss(team);
    pthread_cond_destroy(&team->done);
    pthread_cond_destroy(&team->room);
    pthread_mutex_destroy(&team->lock);
    free(team);
    return status;
}
