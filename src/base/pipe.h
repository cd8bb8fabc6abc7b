/* Slots that a thread fills ahead while the caller empties them, in order. */
#ifndef BASE_PIPE_H
#define BASE_PIPE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/thread.h"

enum { SL_PIPE_SLOTS = 4 };

struct sl_pipe {
    /* Fills a slot, on the thread; false: it is the last one. */
    bool (*fill)(void *context, size_t slot);
    void *context;
    pthread_t thread;
    pthread_mutex_t lock;
    pthread_cond_t filled, emptied;
    size_t filled_count, emptied_count; /* under the lock, with `stop` */
    bool stop;
};

/* false, and nothing happened, where no thread can be had. */
bool sl_pipe_start(struct sl_pipe *pipe, bool (*fill)(void *context, size_t slot), void *context);
/* Waits until the first slot is filled, and returns it: the first that was not emptied. Not after
 * the last one was emptied. */
size_t sl_pipe_wait(struct sl_pipe *pipe);
/* Gives that slot back, to be filled anew. */
void sl_pipe_empty(struct sl_pipe *pipe);
/* Waits for the thread, whatever is left. */
void sl_pipe_stop(struct sl_pipe *pipe);

#endif
