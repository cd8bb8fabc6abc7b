/* Preloaded into the command: lets the n-th call of one function fail, once or from then on, or
 * kills the process at it. FAULT_CALL: malloc (calloc and realloc too), write (pwrite too), fsync,
 * rename (link too), close; disk: every call that changes a file or a folder or makes it last.
 * FAULT_AT: which call, from 1. FAULT_ON: from then on. FAULT_KILL: SIGKILL before the call;
 * "half": after half of what it writes. FAULT_COUNT: a file for the number of calls that were made.
 * FAULT_LOG: a file for what each call did to the disk: a line of its name, the file's name and
 * inode, where and how many bytes, and then the bytes; for a name, its length and the name. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

enum call { NONE, MEMORY, WRITE, SYNC, RENAME, CLOSE, DISK };

static enum call chosen;
static long at, count;
static bool on;
static const char *death; /* how the process dies; NULL: the call fails */
static long log_file = -1;

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t items, size_t size);
void *__libc_realloc(void *memory, size_t size);

__attribute__((constructor)) static void begin(void)
{
    static const char *const names[] = {"", "malloc", "write", "fsync", "rename", "close", "disk"};
    const char *name = getenv("FAULT_CALL"), *number = getenv("FAULT_AT");
    on = getenv("FAULT_ON") != NULL;
    at = number == NULL ? 0 : strtol(number, NULL, 10);
    death = getenv("FAULT_KILL");
    if (getenv("FAULT_LOG") != NULL)
        log_file = syscall(SYS_openat, AT_FDCWD, getenv("FAULT_LOG"),
                           O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    for (enum call i = MEMORY; name != NULL && i <= DISK; i++) {
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

/* Dies, where it must, before a call that changes the disk, or after half of its bytes. */
static void may_die(int fd, const void *bytes, size_t length, off64_t offset)
{
    if (death == NULL || !fails(DISK, 0)) return;
    if (strcmp(death, "half") == 0 && length > 1) {
        if (offset >= 0)
            syscall(SYS_pwrite64, fd, bytes, length / 2, offset);
        else
            syscall(SYS_write, fd, bytes, length / 2);
    }
    syscall(SYS_kill, syscall(SYS_getpid), SIGKILL);
}

static void log_call(const char *what, const char *path, unsigned long inode, long long where,
                     const void *bytes, size_t length)
{
    char line[PATH_MAX + 100];
    int size =
        snprintf(line, sizeof line, "%s\t%s\t%lu\t%lld\t%zu\n", what, path, inode, where, length);
    if (syscall(SYS_write, log_file, line, (size_t)size) != size ||
        syscall(SYS_write, log_file, bytes, length) != (long)length)
        abort();
}

/* Files and folders, not streams. */
static void log_file_call(const char *what, int fd, long long where, const void *bytes,
                          size_t length)
{
    char link[64], path[PATH_MAX];
    struct stat info;
    if (log_file < 0 || fstat(fd, &info) != 0 || !(S_ISREG(info.st_mode) || S_ISDIR(info.st_mode)))
        return;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t size = readlink(link, path, sizeof path - 1);
    path[size < 0 ? 0 : size] = '\0';
    log_call(what, path, info.st_ino, where, bytes, length);
}

static void log_names(const char *what, const char *path, const char *to)
{
    struct stat info = {0};
    if (log_file < 0) return;
    if (lstat(path, &info) != 0 && strcmp(what, "unlink") != 0) return;
    log_call(what, path, info.st_ino, 0, to, strlen(to));
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
    may_die(fd, bytes, length, -1);
    /* A disk that fills up takes what still fits. */
    if (fails(WRITE, ENOSPC))
        return length > 1 && !on ? syscall(SYS_write, fd, bytes, length / 2) : -1;
    log_file_call("write", fd, lseek(fd, 0, SEEK_CUR), bytes, length);
    return syscall(SYS_write, fd, bytes, length);
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t offset)
{
    may_die(fd, bytes, length, offset);
    if (fails(WRITE, ENOSPC)) return -1;
    log_file_call("write", fd, offset, bytes, length);
    return syscall(SYS_pwrite64, fd, bytes, length, offset);
}

ssize_t pwrite(int fd, const void *bytes, size_t length, off_t offset)
{
    return pwrite64(fd, bytes, length, offset);
}

int ftruncate64(int fd, off64_t length)
{
    may_die(fd, NULL, 0, 0);
    log_file_call("truncate", fd, length, NULL, 0);
    return (int)syscall(SYS_ftruncate, fd, length);
}

int ftruncate(int fd, off_t length)
{
    return ftruncate64(fd, length);
}

int fsync(int fd)
{
    may_die(fd, NULL, 0, 0);
    if (fails(SYNC, EIO)) return -1;
    log_file_call("sync", fd, 0, NULL, 0);
    return (int)syscall(SYS_fsync, fd);
}

int fdatasync(int fd)
{
    may_die(fd, NULL, 0, 0);
    if (fails(SYNC, EIO)) return -1;
    log_file_call("sync", fd, 0, NULL, 0);
    return (int)syscall(SYS_fdatasync, fd);
}

int rename(const char *from, const char *to)
{
    may_die(-1, NULL, 0, 0);
    if (fails(RENAME, EIO)) return -1;
    log_names("rename", from, to);
    return (int)syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
}

int link(const char *from, const char *to)
{
    may_die(-1, NULL, 0, 0);
    if (fails(RENAME, EIO)) return -1;
    log_names("link", from, to);
    return (int)syscall(SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0);
}

int unlink(const char *path)
{
    may_die(-1, NULL, 0, 0);
    log_names("unlink", path, "");
    return (int)syscall(SYS_unlinkat, AT_FDCWD, path, 0);
}

/* A file that is made is a change of its folder. */
static int open_at(int folder, const char *path, int flags, mode_t mode)
{
    const bool made = (flags & O_CREAT) != 0;
    if (made) may_die(-1, NULL, 0, 0);
    const bool there = made && access(path, F_OK) == 0;
    const int fd = (int)syscall(SYS_openat, folder, path, flags, mode);
    if (made && !there && fd >= 0) log_names("make", path, "");
    return fd;
}

int open64(const char *path, int flags, ...)
{
    va_list more;
    va_start(more, flags);
    const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(more, mode_t) : 0;
    va_end(more);
    return open_at(AT_FDCWD, path, flags, mode);
}

int open(const char *path, int flags, ...)
{
    va_list more;
    va_start(more, flags);
    const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(more, mode_t) : 0;
    va_end(more);
    return open_at(AT_FDCWD, path, flags, mode);
}

int close(int fd)
{
    int result = (int)syscall(SYS_close, fd); /* closed in any case, as Linux does */
    return fails(CLOSE, EIO) ? -1 : result;
}
