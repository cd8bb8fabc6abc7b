/* A ring of slots. */
#include "base/pipe.h"

static void *run(void *context)
{
    struct sl_pipe *pipe = context;
    bool more = true;
    for (size_t i = 0; more; i++) {
        pthread_mutex_lock(&pipe->lock);
        while (!pipe->stop && i - pipe->emptied_count == SL_PIPE_SLOTS)
            pthread_cond_wait(&pipe->emptied, &pipe->lock);
        const bool stop = pipe->stop;
        pthread_mutex_unlock(&pipe->lock);
        if (stop) break;
        more = pipe->fill(pipe->context, i % SL_PIPE_SLOTS);
        pthread_mutex_lock(&pipe->lock);
        pipe->filled_count = i + 1;
        pthread_mutex_unlock(&pipe->lock);
        pthread_cond_signal(&pipe->filled); /* not before: it would wake to wait for the lock */
    }
    return NULL;
}

static void destroy(struct sl_pipe *pipe)
{
    pthread_cond_destroy(&pipe->emptied);
    pthread_cond_destroy(&pipe->filled);
    pthread_mutex_destroy(&pipe->lock);
}

bool sl_pipe_start(struct sl_pipe *pipe, bool (*fill)(void *context, size_t slot), void *context)
{
    *pipe = (struct sl_pipe){.fill = fill, .context = context};
    pthread_mutex_init(&pipe->lock, NULL); /* of the default kind: these cannot fail */
    pthread_cond_init(&pipe->filled, NULL);
    pthread_cond_init(&pipe->emptied, NULL);
    if (sl_thread_start(&pipe->thread, run, pipe)) return true;
    destroy(pipe);
    return false;
}

size_t sl_pipe_wait(struct sl_pipe *pipe)
{
    pthread_mutex_lock(&pipe->lock);
    while (pipe->filled_count == pipe->emptied_count)
        pthread_cond_wait(&pipe->filled, &pipe->lock);
    const size_t slot = pipe->emptied_count % SL_PIPE_SLOTS;
    pthread_mutex_unlock(&pipe->lock);
    return slot;
}

void sl_pipe_empty(struct sl_pipe *pipe)
{
    pthread_mutex_lock(&pipe->lock);
    pipe->emptied_count++;
    const bool worth_waking = pipe->filled_count - pipe->emptied_count <= SL_PIPE_SLOTS / 2;
    pthread_mutex_unlock(&pipe->lock);
    if (worth_waking) pthread_cond_signal(&pipe->emptied);
}

void sl_pipe_stop(struct sl_pipe *pipe)
{
    pthread_mutex_lock(&pipe->lock);
    pipe->stop = true;
    pthread_cond_signal(&pipe->emptied);
    pthread_mutex_unlock(&pipe->lock);
    pthread_join(pipe->thread, NULL);
    destroy(pipe);
}
