/* Whoever is free asks the next batch, until there is none. */
#include "query/crew.h"

#include <stdlib.h>

#include "base/error.h"
#include "base/thread.h"

enum { BATCH_ISSUERS = 64, THREAD_BATCHES = 8 /* at least, for each: else it is not worth one */ };

struct team;

struct worker {
    struct team *team;
    struct sl_book *book; /* packs are read from */
    struct sl_packs *packs;
    struct sl_play play;
    void *gathering;
    pthread_t thread;
    size_t batch; /* the one at hand: where `status` says that it failed */
    enum sl_status status;
    struct sl_error error;
};

struct team {
    const struct sl_crew *crew;
    const sl_entity *issuers;
    size_t count;
    struct worker workers[SL_CREW_MOST]; /* the first is the caller */
    size_t worker_count;
    pthread_mutex_t lock;
    size_t claimed; /* batches; under the lock, with `over` */
    bool over;
};

static size_t batches_of(size_t count)
{
    return (count + BATCH_ISSUERS - 1) / BATCH_ISSUERS;
}

/* ---- asking ---- */

static bool claim(struct worker *worker)
{
    struct team *team = worker->team;
    pthread_mutex_lock(&team->lock);
    const bool found = !team->over && team->claimed < batches_of(team->count);
    if (found) worker->batch = team->claimed++;
    pthread_mutex_unlock(&team->lock);
    return found;
}

/* Batches that were claimed before are asked to their end: the first failure of all is among them.
 */
static void end(struct team *team)
{
    pthread_mutex_lock(&team->lock);
    team->over = true;
    pthread_mutex_unlock(&team->lock);
}

static enum sl_status ask_batch(struct worker *worker)
{
    const struct team *team = worker->team;
    const struct sl_crew *crew = team->crew;
    const size_t first = worker->batch * BATCH_ISSUERS, rest = team->count - first;
    const size_t count = rest < BATCH_ISSUERS ? rest : BATCH_ISSUERS;
    enum sl_status status = sl_packs_read(worker->packs, worker->book, crew->columns,
                                          team->issuers + first, count, &worker->error);
    for (size_t i = first; i < first + count && status == SL_OK; i++)
        status = crew->ask(crew->context, worker->gathering, &worker->play, team->issuers[i], i,
                           &worker->error);
    return status;
}

static void ask(struct worker *worker)
{
    worker->status = sl_packs_open(&worker->packs, &worker->error);
    worker->play.packs = worker->packs;
    while (worker->status == SL_OK && claim(worker))
        worker->status = ask_batch(worker);
    if (worker->status != SL_OK) end(worker->team);
}

static void *work(void *context)
{
    ask(context);
    return NULL;
}

/* ---- the team ---- */

static struct worker *add_worker(struct team *team, struct sl_book *book)
{
    const struct sl_crew *crew = team->crew;
    struct worker *worker = &team->workers[team->worker_count];
    *worker = (struct worker){.team = team,
                              .book = book,
                              .play = {.book = crew->book},
                              .gathering = (char *)crew->gatherings +
                                           team->worker_count * crew->gathering_size};
    team->worker_count++;
    return worker;
}

static void hire(struct team *team)
{
    const size_t most = batches_of(team->count) / THREAD_BATCHES;
    const int room = team->crew->alone ? 1 : sl_thread_room();
    while (team->worker_count < SL_CREW_MOST && (int)team->worker_count < room &&
           team->worker_count < most) {
        struct sl_book *beside;
        if (sl_book_beside(&beside, team->crew->book) != SL_OK) break;
        struct worker *worker = add_worker(team, beside);
        if (sl_thread_start(&worker->thread, work, worker)) continue;
        sl_book_close(beside);
        team->worker_count--;
        break;
    }
}

/* Waits for the others; the status of the whole is that of the first batch that failed. */
static enum sl_status dismiss(struct team *team, struct sl_error *err)
{
    const struct worker *failed = NULL;
    for (size_t i = 0; i < team->worker_count; i++) {
        struct worker *worker = &team->workers[i];
        if (i > 0) pthread_join(worker->thread, NULL);
        sl_play_release(&worker->play);
        sl_packs_close(worker->packs);
        if (i > 0) sl_book_close(worker->book);
        if (worker->status != SL_OK && (failed == NULL || worker->batch < failed->batch))
            failed = worker;
    }
    if (failed == NULL) return SL_OK;
    if (err != NULL) *err = failed->error;
    return failed->status;
}

enum sl_status sl_crew_run(const struct sl_crew *crew, const sl_entity *issuers, size_t count,
                           struct sl_error *err)
{
    enum sl_status status = sl_cursors_prepare(crew->book, err);
    if (status != SL_OK) return status;
    struct team *team = calloc(1, sizeof *team);
    if (team == NULL) return sl_fail_memory(err);
    *team = (struct team){.crew = crew, .issuers = issuers, .count = count};
    pthread_mutex_init(&team->lock, NULL); /* of the default kind: cannot fail */
    struct worker *caller = add_worker(team, crew->book);
    hire(team);
    if (crew->first != NULL) status = crew->first(crew->context, err);
    if (status == SL_OK)
        ask(caller);
    else
        end(team);
    const enum sl_status asked = dismiss(team, status == SL_OK ? err : NULL);
    pthread_mutex_destroy(&team->lock);
    free(team);
    return status == SL_OK ? asked : status;
}

enum sl_status sl_crew_run_funded(const struct sl_crew *crew, sl_entity issuer,
                                  struct sl_error *err)
{
    sl_entity *issuers;
    size_t count;
    if (issuer != 0) return sl_crew_run(crew, &issuer, 1, err);
    enum sl_status status = sl_book_issuers(crew->book, true, crew->alone, &issuers, &count, err);
    if (status != SL_OK) return status;
    status = sl_crew_run(crew, issuers, count, err);
    free(issuers);
    return status;
}
