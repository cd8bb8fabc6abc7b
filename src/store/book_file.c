/* What may be opened as a book: a regular file, with nothing but such beside it. */
#define _XOPEN_SOURCE 700 /* realpath */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/inside.h"

char *sl_book_file_name(const char *path)
{
    const char *prefix = path[0] == '/' ? "" : "./";
    size_t size = strlen(prefix) + strlen(path) + 1;
    char *name = malloc(size);
    if (name != NULL) sqlite3_snprintf((int)size, name, "%s%s", prefix, path);
    return name;
}

/* SQLite opens what it finds beside the file, and would wait for ever at a pipe. */
static enum sl_status look_beside(const char *path, const char *name, struct sl_error *err)
{
    static const char *const endings[] = {"-journal", "-wal", "-shm"};
    enum sl_status status = SL_OK;
    char *whole = realpath(name, NULL);
    if (whole == NULL && errno != ENOMEM) return SL_OK; /* gone, which its opening will tell */
    const size_t size = whole == NULL ? 0 : strlen(whole) + sizeof "-journal";
    char *beside = malloc(size + 1);
    if (whole == NULL || beside == NULL) status = sl_fail_memory(err);
    for (size_t i = 0; i < sizeof endings / sizeof endings[0] && status == SL_OK; i++) {
        struct stat found;
        sqlite3_snprintf((int)size, beside, "%s%s", whole, endings[i]);
        if (lstat(beside, &found) == 0 && !S_ISREG(found.st_mode))
            status = sl_fail(err, SL_FAILED, "%s%s: is not a regular file", path, endings[i]);
    }
    free(whole);
    free(beside);
    return status;
}

enum sl_status sl_book_prepare_file(const char *path, const char *name, enum sl_access access,
                                    bool *made, struct sl_error *err)
{
    struct stat found;
    if (path[0] == '\0' || strcmp(path, ":memory:") == 0 || strlen(path) > 4000)
        return sl_fail(err, SL_FAILED, "'%s' is not a file name for a database", path);
    if (stat(name, &found) == 0) {
        if (S_ISREG(found.st_mode)) return look_beside(path, name, err);
        return sl_fail(err, SL_FAILED, "%s: is not a regular file", path);
    }
    if (errno != ENOENT) return sl_fail(err, SL_FAILED, "%s: %s", path, strerror(errno));
    if (access != SL_ACCESS_CREATE)
        return sl_fail(err, SL_FAILED, "%s: there is no such database", path);
    int file = open(name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file < 0 && errno == EEXIST) return SL_OK; /* another process was quicker */
    if (file < 0)
        return sl_fail(err, SL_FAILED, "%s: cannot be created (%s)", path, strerror(errno));
    close(file);
    *made = true;
    enum sl_status status = look_beside(path, name, err);
    if (status != SL_OK) unlink(name);
    return status;
}
