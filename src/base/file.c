/* Files written whole or not at all: a temporary file beside the target, made durable, then renamed
 * over it. Standard output, devices and pipes are written directly. */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { BUFFER_SIZE = 128 * 1024, LINKS_MAX = 40, NAMES_TRIED = 100, PATH_SHOWN = 160 };

struct sl_file {
    int fd;
    char *name;      /* as the user gave it, for messages */
    char *target;    /* what the temporary file replaces; NULL: written directly */
    char *temporary; /* NULL: none (any more) */
    bool fresh;      /* nothing may be replaced */
    size_t used;
    struct sl_error failure; /* the first one; status SL_OK: none */
    char buffer[BUFFER_SIZE];
};

/* The message names the file and the reason, and a long path does not push the reason out. */
static enum sl_status fail_errno(const char *name, int number, struct sl_error *err)
{
    char reason[96];
    if (strerror_r(number, reason, sizeof reason) != 0) {
        snprintf(reason, sizeof reason, "error %d", number);
    }
    size_t length = strlen(name);
    if (length <= PATH_SHOWN) return sl_fail(err, SL_FAILED, "%s: %s", name, reason);
    const char *tail = name + length - PATH_SHOWN;
    while (((unsigned char)*tail & 0xc0) == 0x80)
        tail++;
    return sl_fail(err, SL_FAILED, "\u2026%s: %s", tail, reason);
}

/* Remembers the first failure, which every later call repeats. */
static enum sl_status fail_file(struct sl_file *file, int number, struct sl_error *err)
{
    fail_errno(file->name, number, &file->failure);
    if (err != NULL) *err = file->failure;
    return SL_FAILED;
}

static char *copy_bytes(const char *bytes, size_t length)
{
    char *copy = malloc(length + 1);
    if (copy == NULL) return NULL;
    memcpy(copy, bytes, length);
    copy[length] = '\0';
    return copy;
}

/* `name` in the directory of `path`. */
static char *beside(const char *path, const char *name)
{
    const char *slash = strrchr(path, '/');
    size_t directory = slash == NULL || name[0] == '/' ? 0 : (size_t)(slash - path) + 1;
    size_t length = strlen(name);
    char *joined = malloc(directory + length + 1);
    if (joined == NULL) return NULL;
    memcpy(joined, path, directory);
    memcpy(joined + directory, name, length + 1);
    return joined;
}

/* Follows the symbolic links that `path` ends in, so that the file they lead to is replaced and
 * they are not. Unlike realpath it follows one to a file that is yet to be made. On failure NULL,
 * and errno. */
static char *follow_links(const char *path)
{
    char *current = copy_bytes(path, strlen(path));
    for (int i = 0; current != NULL && i < LINKS_MAX; i++) {
        char link[PATH_MAX + 1];
        ssize_t length = readlink(current, link, sizeof link - 1);
        if (length < 0) {
            if (errno == EINVAL || errno == ENOENT) return current; /* no link; nothing there */
            break;
        }
        link[length] = '\0';
        char *next = beside(current, link);
        free(current);
        current = next;
        errno = next == NULL ? ENOMEM : ELOOP;
    }
    int number = errno;
    free(current);
    errno = number;
    return NULL;
}

/* Opens a new file beside the target. Not mkstemp: its mode is 0600, and the one that umask gives
 * cannot be known without changing it for the whole process. */
static enum sl_status open_temporary(struct sl_file *file, mode_t mode, struct sl_error *err)
{
    struct timespec now = {0};
    clock_gettime(CLOCK_REALTIME, &now);
    uint64_t seed = (uint64_t)now.tv_nsec ^ (uint64_t)now.tv_sec << 30 ^ (uint64_t)getpid() << 45 ^
                    (uint64_t)(uintptr_t)file;
    for (int i = 0; i < NAMES_TRIED; i++) {
        seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
        char name[32];
        snprintf(name, sizeof name, ".stakeline-%08lx.tmp", (unsigned long)(seed >> 32));
        char *temporary = beside(file->target, name);
        if (temporary == NULL) return sl_fail_memory(err);
        file->fd = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
        if (file->fd >= 0) {
            file->temporary = temporary;
            return SL_OK;
        }
        int number = errno;
        free(temporary);
        if (number != EEXIST) return fail_errno(file->name, number, err);
    }
    return fail_errno(file->name, EEXIST, err);
}

static enum sl_status open_replacement(struct sl_file *file, const char *path, struct sl_error *err)
{
    file->target = follow_links(path);
    if (file->target == NULL) return fail_errno(path, errno, err);
    struct stat old;
    bool exists = stat(file->target, &old) == 0;
    if (!exists && errno != ENOENT) return fail_errno(path, errno, err);
    if (!exists) return open_temporary(file, 0666, err);
    /* rename would replace even what is write-protected */
    if (access(file->target, W_OK) != 0) return fail_errno(path, errno, err);
    enum sl_status status = open_temporary(file, old.st_mode & 0777, err);
    if (status != SL_OK) return status;
    /* Its owner is kept where that is allowed: root rewriting a user's file. */
    struct stat new;
    if (fstat(file->fd, &new) != 0) return fail_errno(path, errno, err);
    bool owned = new.st_uid == old.st_uid &&new.st_gid == old.st_gid;
    if (!owned) owned = fchown(file->fd, old.st_uid, old.st_gid) == 0;
    mode_t kept = old.st_mode & (owned ? 0777 : 0707); /* another group gets no rights by it */
    if (fchmod(file->fd, kept) != 0) return fail_errno(path, errno, err);
    return SL_OK;
}

static enum sl_status open_path(struct sl_file *file, const char *path, struct sl_error *err)
{
    if (path[0] == '\0') return fail_errno("(empty file name)", ENOENT, err);
    struct stat found;
    bool exists = stat(path, &found) == 0;
    if (exists && S_ISDIR(found.st_mode)) return fail_errno(path, EISDIR, err);
    if (!exists || S_ISREG(found.st_mode)) return open_replacement(file, path, err);
    file->fd = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
    return file->fd < 0 ? fail_errno(path, errno, err) : SL_OK;
}

/* Removes what was not put in place and frees everything. */
static void drop(struct sl_file *file)
{
    if (file->fd >= 0) close(file->fd);
    if (file->temporary != NULL) unlink(file->temporary);
    free(file->temporary);
    free(file->target);
    free(file->name);
    free(file);
}

enum sl_status sl_file_create(struct sl_file **out, const char *path, struct sl_error *err)
{
    bool standard = path == NULL || strcmp(path, "-") == 0 || strcmp(path, "/dev/stdout") == 0;
    const char *name = standard ? "standard output" : path;
    struct sl_file *file = malloc(sizeof *file);
    if (file == NULL) return sl_fail_memory(err);
    file->fd = -1;
    file->target = file->temporary = NULL;
    file->fresh = false;
    file->used = 0;
    file->failure.status = SL_OK;
    file->name = copy_bytes(name, strlen(name));
    enum sl_status status = SL_OK;
    if (file->name == NULL) {
        status = sl_fail_memory(err);
    } else if (standard) {
        /* A descriptor of our own: closing it reports what the last writes could not. */
        file->fd = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
        if (file->fd < 0) status = fail_errno(name, errno, err);
    } else {
        status = open_path(file, path, err);
    }
    if (status == SL_OK) {
        *out = file;
    } else {
        drop(file);
    }
    return status;
}

/* 0, or the errno of the failure. */
static int write_all(int fd, const char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t written = write(fd, bytes, length);
        if (written > 0) {
            bytes += written;
            length -= (size_t)written;
        } else if (written == 0) {
            return EIO;
        } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
            struct pollfd ready = {.fd = fd, .events = POLLOUT};
            if (poll(&ready, 1, -1) < 0 && errno != EINTR) return errno;
        } else if (errno != EINTR) {
            return errno;
        }
    }
    return 0;
}

enum sl_status sl_file_flush(struct sl_file *file, struct sl_error *err)
{
    if (file->failure.status != SL_OK) {
        if (err != NULL) *err = file->failure;
        return SL_FAILED;
    }
    int number = write_all(file->fd, file->buffer, file->used);
    file->used = 0;
    return number == 0 ? SL_OK : fail_file(file, number, err);
}

enum sl_status sl_file_write(struct sl_file *file, const void *bytes, size_t length,
                             struct sl_error *err)
{
    if (length > sizeof file->buffer - file->used || file->failure.status != SL_OK) {
        enum sl_status status = sl_file_flush(file, err);
        if (status != SL_OK) return status;
    }
    if (length >= sizeof file->buffer) {
        int number = write_all(file->fd, bytes, length);
        return number == 0 ? SL_OK : fail_file(file, number, err);
    }
    if (length > 0) memcpy(file->buffer + file->used, bytes, length);
    file->used += length;
    return SL_OK;
}

/* Makes the rename itself durable. A directory that may not be read, or on a file system that
 * cannot sync one, is left to that file system. */
static int sync_directory(const char *path)
{
    char *directory = beside(path, ".");
    if (directory == NULL) return ENOMEM;
    int fd = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    int number = fd < 0 ? errno : 0;
    free(directory);
    if (number == EACCES) return 0;
    if (number != 0) return number;
    if (fsync(fd) != 0 && errno != EINVAL && errno != ENOTSUP) number = errno;
    if (close(fd) != 0 && number == 0) number = errno;
    return number;
}

const char *sl_file_temporary(struct sl_file *file, bool fresh)
{
    file->fresh = fresh;
    return file->temporary;
}

/* 0, or the errno. A link cannot replace a file; where the file system has none, a look must do. */
static int name_it(const struct sl_file *file)
{
    if (file->fresh) {
        if (link(file->temporary, file->target) == 0) {
            unlink(file->temporary);
            return 0;
        }
        if (errno != EPERM && errno != ENOTSUP && errno != ENOSYS) return errno;
        if (access(file->target, F_OK) == 0) return EEXIST;
    }
    return rename(file->temporary, file->target) == 0 ? 0 : errno;
}

static enum sl_status put_in_place(struct sl_file *file, struct sl_error *err)
{
    if (file->target != NULL && fsync(file->fd) != 0) return fail_file(file, errno, err);
    int closed = close(file->fd);
    file->fd = -1;
    if (closed != 0 && errno != EINTR) return fail_file(file, errno, err);
    if (file->target == NULL) return SL_OK;
    int number = name_it(file);
    if (number != 0) return fail_file(file, number, err);
    free(file->temporary);
    file->temporary = NULL;
    number = sync_directory(file->target);
    return number == 0 ? SL_OK : fail_file(file, number, err);
}

enum sl_status sl_file_close(struct sl_file *file, bool keep, struct sl_error *err)
{
    if (file == NULL) return SL_OK;
    enum sl_status status = SL_OK;
    if (keep) status = sl_file_flush(file, err);
    if (keep && status == SL_OK) status = put_in_place(file, err);
    drop(file);
    return status;
}
