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
    size_t batch;       /* the one at hand: where `status` says that it failed */
    size_t batch_count; /* its issuers */
    enum sl_status status;
    struct sl_error error;
};

struct team {
    const struct sl_crew *crew;
    const sl_entity *issuers;
    bool all;                            /* those are of the whole book */
    struct worker workers[SL_CREW_MOST]; /* the first is the caller */
    size_t worker_count;
    pthread_mutex_t lock;
    pthread_cond_t more;
    size_t listed;  /* so many of the issuers are known; under the lock, with all that follows */
    bool whole;     /* those are all */
    size_t claimed; /* batches */
    bool over;
};

static size_t batches_of(size_t count)
{
    return (count + BATCH_ISSUERS - 1) / BATCH_ISSUERS;
}

/* So many of the issuers are known. */
static void publish(struct team *team, size_t listed, bool whole)
{
    pthread_mutex_lock(&team->lock);
    team->listed = listed;
    team->whole = whole;
    pthread_mutex_unlock(&team->lock);
    pthread_cond_broadcast(&team->more);
}

/* ---- asking ---- */

/* Is a batch known that was not claimed? */
static bool has_next(const struct team *team)
{
    const size_t first = team->claimed * BATCH_ISSUERS;
    return team->listed > first && (team->whole || team->listed - first >= BATCH_ISSUERS);
}

static bool claim(struct worker *worker)
{
    struct team *team = worker->team;
    pthread_mutex_lock(&team->lock);
    while (!team->over && !team->whole && !has_next(team))
        pthread_cond_wait(&team->more, &team->lock);
    const bool found = !team->over && has_next(team);
    if (found) {
        const size_t rest = team->listed - team->claimed * BATCH_ISSUERS;
        worker->batch = team->claimed++;
        worker->batch_count = rest < BATCH_ISSUERS ? rest : BATCH_ISSUERS;
    }
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
    pthread_cond_broadcast(&team->more);
}

static enum sl_status ask_batch(struct worker *worker)
{
    const struct team *team = worker->team;
    const struct sl_crew *crew = team->crew;
    const size_t first = worker->batch * BATCH_ISSUERS, count = worker->batch_count;
    enum sl_status status = sl_packs_read(worker->packs, worker->book, crew->columns,
                                          team->issuers + first, count, team->all, &worker->error);
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

/* As many as so many issuers are worth. */
static void hire(struct team *team, size_t issuers)
{
    const size_t most = batches_of(issuers) / THREAD_BATCHES;
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

/* A team in which only the caller works so far; NULL when memory is out. */
static struct team *gather_team(const struct sl_crew *crew, const sl_entity *issuers, bool all)
{
    struct team *team = calloc(1, sizeof *team);
    if (team == NULL) return NULL;
    *team = (struct team){.crew = crew, .issuers = issuers, .all = all};
    pthread_mutex_init(&team->lock, NULL); /* of the default kind, as the next: cannot fail */
    pthread_cond_init(&team->more, NULL);
    add_worker(team, crew->book);
    return team;
}

/* Lets the caller work, too, where all is well so far; waits for the others. */
static enum sl_status finish(struct team *team, enum sl_status status, struct sl_error *err)
{
    const struct sl_crew *crew = team->crew;
    if (status == SL_OK && crew->first != NULL) status = crew->first(crew->context, err);
    if (status == SL_OK)
        ask(&team->workers[0]);
    else
        end(team);
    const enum sl_status asked = dismiss(team, status == SL_OK ? err : NULL);
    pthread_mutex_destroy(&team->lock);
    pthread_cond_destroy(&team->more);
    free(team);
    return status == SL_OK ? asked : status;
}

static enum sl_status expect(const struct sl_crew *crew, size_t most, struct sl_error *err)
{
    return crew->expect == NULL ? SL_OK : crew->expect(crew->context, most, err);
}

static enum sl_status run_list(const struct sl_crew *crew, const sl_entity *issuers, size_t count,
                               bool all, struct sl_error *err)
{
    enum sl_status status = expect(crew, count, err);
    if (status != SL_OK) return status;
    struct team *team = gather_team(crew, issuers, all);
    if (team == NULL) return sl_fail_memory(err);
    publish(team, count, true);
    hire(team, count);
    return finish(team, SL_OK, err);
}

enum sl_status sl_crew_run(const struct sl_crew *crew, const sl_entity *issuers, size_t count,
                           struct sl_error *err)
{
    enum sl_status status = sl_cursors_prepare(crew->book, err);
    return status == SL_OK ? run_list(crew, issuers, count, false, err) : status;
}

/* ---- all issuers ---- */

struct listing {
    struct team *team;
    struct sl_crew_list *list;
};

static void list_issuer(void *context, sl_entity issuer)
{
    enum { AT_ONCE = 16 * BATCH_ISSUERS };
    struct listing *listing = context;
    struct sl_crew_list *list = listing->list;
    list->issuers[list->count++] = issuer;
    if (list->count % AT_ONCE == 0) publish(listing->team, list->count, false);
}

/* Asks while issuers are listed, of whom there are at most so many. */
static enum sl_status run_listing(const struct sl_crew *crew, bool funded, size_t most,
                                  struct sl_crew_list *list, struct sl_error *err)
{
    enum { OF_ENTITIES = 4 }; /* about one in so many is an issuer, or more of them are */
    enum sl_status status = expect(crew, most, err);
    if (status != SL_OK) return status;
    list->count = 0;
    list->issuers = malloc((most + 1) * sizeof *list->issuers);
    struct team *team = list->issuers == NULL ? NULL : gather_team(crew, list->issuers, true);
    if (team == NULL) return sl_fail_memory(err);
    hire(team, most / OF_ENTITIES);
    struct listing listing = {team, list};
    status = sl_book_each_issuer(crew->book, funded, list_issuer, &listing, err);
    publish(team, list->count, true);
    return finish(team, status, err);
}

enum sl_status sl_crew_run_all(const struct sl_crew *crew, bool funded, struct sl_crew_list *list,
                               struct sl_error *err)
{
    enum { MOST = 1 << 24 }; /* of a list that is made room for before it is known */
    sl_entity first = 0, last = 0;
    *list = (struct sl_crew_list){0};
    enum sl_status status = sl_cursors_prepare(crew->book, err);
    if (status == SL_OK) status = sl_book_issuer_ids(crew->book, &first, &last, err);
    if (status != SL_OK) return status;
    if (!crew->alone && !sl_book_has_merges(crew->book) && first > 0 && last < MOST)
        return run_listing(crew, funded, (size_t)last, list, err);
    status = sl_book_issuers(crew->book, funded, crew->alone, &list->issuers, &list->count, err);
    return status == SL_OK ? run_list(crew, list->issuers, list->count, !crew->alone, err) : status;
}

enum sl_status sl_crew_run_funded(const struct sl_crew *crew, sl_entity issuer,
                                  struct sl_error *err)
{
    struct sl_crew_list list;
    if (issuer != 0) return sl_crew_run(crew, &issuer, 1, err);
    const enum sl_status status = sl_crew_run_all(crew, true, &list, err);
    free(list.issuers);
    return status;
}
