/* Preloaded into the command: lets the n-th call of one function fail, once or from then on.
 * FAULT_CALL: malloc (calloc and realloc too), write (pwrite too), fsync, rename (link too), close.
 * FAULT_AT: which call, from 1. FAULT_ON: from then on. FAULT_COUNT: a file for the number of calls
 * that were made. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

enum call { NONE, MEMORY, WRITE, SYNC, RENAME, CLOSE };

static enum call chosen;
static long at, count;
static bool on;

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t items, size_t size);
void *__libc_realloc(void *memory, size_t size);

__attribute__((constructor)) static void begin(void)
{
    static const char *const names[] = {"", "malloc", "write", "fsync", "rename", "close"};
    const char *name = getenv("FAULT_CALL"), *number = getenv("FAULT_AT");
    on = getenv("FAULT_ON") != NULL;
    at = number == NULL ? 0 : strtol(number, NULL, 10);
    for (enum call i = MEMORY; name != NULL && i <= CLOSE; i++) {
        if (strcmp(name, names[i]) == 0) chosen = i;
    }
}

__attribute__((destructor)) static void end(void)
{
    const char *path = getenv("FAULT_COUNT");
    char digits[24];
    size_t start = sizeof digits;
    if (path == NULL) return;
    for (long left = count; left > 0 || start == sizeof digits; left /= 10)
        digits[--start] = (char)('0' + left % 10);
    long fd = syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (fd < 0) return;
    if (syscall(SYS_write, fd, digits + start, sizeof digits - start) < 0) return;
    syscall(SYS_close, fd);
}

/* For a debugger to stop at. */
__attribute__((noinline)) void fault_now(int number);
void fault_now(int number)
{
    errno = number;
}

static bool fails(enum call call, int number)
{
    if (call != chosen) return false;
    count++;
    if (at == 0 || (on ? count < at : count != at)) return false;
    fault_now(number);
    return true;
}

void *malloc(size_t size)
{
    return fails(MEMORY, ENOMEM) ? NULL : __libc_malloc(size);
}

void *calloc(size_t items, size_t size)
{
    return fails(MEMORY, ENOMEM) ? NULL : __libc_calloc(items, size);
}

void *realloc(void *memory, size_t size)
{
    return fails(MEMORY, ENOMEM) ? NULL : __libc_realloc(memory, size);
}

ssize_t write(int fd, const void *bytes, size_t length)
{
    /* A disk that fills up takes what still fits. */
    if (fails(WRITE, ENOSPC))
        return length > 1 && !on ? syscall(SYS_write, fd, bytes, length / 2) : -1;
    return syscall(SYS_write, fd, bytes, length);
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t offset)
{
    return fails(WRITE, ENOSPC) ? -1 : syscall(SYS_pwrite64, fd, bytes, length, offset);
}

ssize_t pwrite(int fd, const void *bytes, size_t length, off_t offset)
{
    return pwrite64(fd, bytes, length, offset);
}

int fsync(int fd)
{
    return fails(SYNC, EIO) ? -1 : (int)syscall(SYS_fsync, fd);
}

int fdatasync(int fd)
{
    return fails(SYNC, EIO) ? -1 : (int)syscall(SYS_fdatasync, fd);
}

int rename(const char *from, const char *to)
{
    return fails(RENAME, EIO) ? -1 : (int)syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
}

int link(const char *from, const char *to)
{
    return fails(RENAME, EIO) ? -1 : (int)syscall(SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0);
}

int close(int fd)
{
    int result = (int)syscall(SYS_close, fd); /* closed in any case, as Linux does */
    return fails(CLOSE, EIO) ? -1 : result;
}
