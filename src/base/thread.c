/* Starting threads. */
#include "base/thread.h"

#include <signal.h>
#include <unistd.h>

bool sl_thread_start(pthread_t *thread, void *(*run)(void *context), void *context)
{
    sigset_t all, before;
    sigfillset(&all);
    if (pthread_sigmask(SIG_SETMASK, &all, &before) != 0) return false;
    bool started = pthread_create(thread, NULL, run, context) == 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return started;
}

int sl_thread_room(void)
{
    long room = sysconf(_SC_NPROCESSORS_ONLN);
    return room < 1 ? 1 : room > 1024 ? 1024 : (int)room;
}
