/* Threads of our own, which leave the program's signals to the program's. */
#ifndef BASE_THREAD_H
#define BASE_THREAD_H

#include <pthread.h>
#include <stdbool.h>

/* false: none could be had. */
bool sl_thread_start(pthread_t *thread, void *(*run)(void *context), void *context);
/* How many threads the machine runs at once: at least 1. */
int sl_thread_room(void);

#endif
