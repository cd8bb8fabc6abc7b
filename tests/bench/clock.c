/* Runs a command and writes to a file what it took: wall and CPU seconds, peak memory in KiB, exit
 * status. A process of a few pages starts it, so that the peak is the command's own. */
#include <spawn.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

static double seconds(struct timeval time)
{
    return (double)time.tv_sec + (double)time.tv_usec * 1e-6;
}

int main(int count, char **arguments)
{
    struct rusage usage;
    pid_t child;
    int status;
    if (count < 3) {
        fputs("usage: bench-clock FILE COMMAND [ARGUMENT...]\n", stderr);
        return 2;
    }
    const double start = now();
    if (posix_spawnp(&child, arguments[2], NULL, NULL, arguments + 2, environ) != 0) {
        perror(arguments[2]);
        return 127;
    }
    if (wait4(child, &status, 0, &usage) != child) {
        perror("wait4");
        return 1;
    }
    const double wall = now() - start;
    FILE *file = fopen(arguments[1], "w");
    if (file == NULL) {
        perror(arguments[1]);
        return 1;
    }
    fprintf(file, "%.6f %.6f %ld %d\n", wall, seconds(usage.ru_utime) + seconds(usage.ru_stime),
            usage.ru_maxrss, WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
    return fclose(file) == 0 ? 0 : 1;
}
