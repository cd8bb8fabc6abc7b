/* Pages that several threads make, and the caller takes in order. */
#ifndef BASE_RING_H
#define BASE_RING_H

#include <stdbool.h>
#include <stddef.h>

#include <stakeline/status.h>

enum { SL_RING_SLOTS = 8 };

struct sl_ring {
    /* Takes what a page will be made of: in order, one at a time, on the thread that then makes it.
     * NULL: nothing has to be taken. */
    void (*claim)(void *context, size_t page, size_t slot);
    /* Makes a page in a slot that nobody else uses: on any thread, several at once. */
    void (*make)(void *context, size_t page, size_t slot);
    /* Takes the page that was made there, on the caller's thread, in order. */
    enum sl_status (*take)(void *context, size_t slot, struct sl_error *err);
    void *context;
    bool alone; /* all on the caller's thread */
};

/* Pages 0 to count - 1, until one cannot be taken. */
enum sl_status sl_ring_run(const struct sl_ring *ring, size_t count, struct sl_error *err);

#endif
