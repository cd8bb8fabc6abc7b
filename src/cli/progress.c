/* The progress line and the problems of an import. */
#include "cli/progress.h"

#include <inttypes.h>
#include <stdio.h>
#include <unistd.h>

#include "cli/message.h"

enum { PATIENCE_MS = 500, PAUSE_MS = 100 };

static struct timespec now_and(int milliseconds)
{
    struct timespec time = {0};
    clock_gettime(CLOCK_MONOTONIC, &time);
    time.tv_nsec += milliseconds * 1000000L;
    time.tv_sec += time.tv_nsec / 1000000000L;
    time.tv_nsec %= 1000000000L;
    return time;
}

void begin_progress(struct progress *progress)
{
    *progress =
        (struct progress){.wanted = isatty(STDERR_FILENO) == 1, .next = now_and(PATIENCE_MS)};
}

void show_progress(struct progress *progress, int64_t bytes_read, int64_t bytes_total)
{
    if (!progress->wanted) return;
    struct timespec now = now_and(0);
    if (now.tv_sec < progress->next.tv_sec ||
        (now.tv_sec == progress->next.tv_sec && now.tv_nsec < progress->next.tv_nsec))
        return;
    if (bytes_total > 0 && bytes_read >= bytes_total) {
        fprintf(stderr, "\r%-24s", "storing");
    } else if (bytes_total > 0) {
        fprintf(stderr, "\rreading: %3d %%%10s",
                (int)((double)bytes_read * 100 / (double)bytes_total), "");
    } else {
        fprintf(stderr, "\rreading: %-10" PRId64 " KiB", bytes_read / 1024);
    }
    fflush(stderr);
    progress->shown = true;
    progress->next = now_and(PAUSE_MS);
}

void erase_progress(struct progress *progress)
{
    if (!progress->shown) return;
    fprintf(stderr, "\r%24s\r", "");
    progress->shown = false;
}

void complain_of(const struct sl_problem *problem)
{
    char line[24] = "";
    if (problem->line > 0) snprintf(line, sizeof line, ":%" PRId64, problem->line);
    const char *file = problem->file == NULL ? "" : problem->file;
    complain("%s%s%s%s%s%s", file, line, *file == '\0' ? "" : ": ",
             problem->column == NULL ? "" : problem->column, problem->column == NULL ? "" : ": ",
             problem->message);
}
