/* How far an import is: one line on a terminal's stderr, once it has taken half a second. */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>
#include <time.h>

#include <stakeline/import.h>

struct progress {
    bool wanted, shown;
    struct timespec next; /* not shown again before */
};

void begin_progress(struct progress *progress);
void show_progress(struct progress *progress, int64_t bytes_read, int64_t bytes_total);
void erase_progress(struct progress *progress);

/* "stakeline: FILE:LINE: COLUMN: what is wrong" on stderr. */
void complain_of(const struct sl_problem *problem);

#endif
