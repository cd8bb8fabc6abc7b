/* A copy of the book as one state of it: SQLite copies the pages into a temporary file beside the
 * target, which takes the target's name when it is whole. */
#include <stakeline/book.h>

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "store/inside.h"

/* The pages, all at once: the book cannot change meanwhile. */
static enum sl_status copy_pages(sqlite3 *source, struct sl_database *copy, struct sl_error *err)
{
    /* Nothing to roll back: a copy that fails is dropped whole. */
    enum sl_status status =
        sl_database_run(copy, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF", err);
    if (status != SL_OK) return status;
    sqlite3_backup *backup = sqlite3_backup_init(copy->raw, "main", source, "main");
    if (backup == NULL) return sl_database_fail(copy, sqlite3_errcode(copy->raw), err);
    int code = sqlite3_backup_step(backup, -1);
    int finished = sqlite3_backup_finish(backup);
    if (code == SQLITE_DONE) code = finished;
    return code == SQLITE_OK ? SL_OK : sl_database_fail(copy, code, err);
}

static enum sl_status copy_into(sqlite3 *source, const char *file, char *path, struct sl_error *err)
{
    struct sl_database copy = {.path = path};
    char *name = sl_book_file_name(file);
    if (name == NULL) return sl_fail_memory(err);
    int code = sqlite3_open_v2(name, &copy.raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);
    enum sl_status status = SL_OK;
    if (code != SQLITE_OK) status = sl_database_fail(&copy, code, err);
    if (status == SL_OK) status = copy_pages(source, &copy, err);
    if (sqlite3_close(copy.raw) != SQLITE_OK && status == SL_OK)
        status = sl_fail(err, SL_FAILED, "%s: cannot be closed", path);
    free(name);
    return status;
}

static enum sl_status refuse_target(struct sl_book *book, const char *path, bool replace,
                                    struct sl_error *err)
{
    struct stat target, own;
    char *name = sl_book_file_name(book->database.path);
    if (name == NULL) return sl_fail_memory(err);
    const bool known = stat(name, &own) == 0;
    free(name);
    if (stat(path, &target) != 0) return SL_OK;
    if (known && target.st_dev == own.st_dev && target.st_ino == own.st_ino)
        return sl_fail(err, SL_MISUSE, "%s: is the book itself", path);
    if (!S_ISREG(target.st_mode)) return sl_fail(err, SL_FAILED, "%s: is not a regular file", path);
    if (!replace) return sl_fail(err, SL_FAILED, "%s: is there already", path);
    return SL_OK;
}

enum sl_status sl_database_backup(sqlite3 *source, const char *path, bool replace,
                                  struct sl_error *err)
{
    struct sl_file *file = NULL;
    struct stat target;
    const bool there = stat(path, &target) == 0;
    char *shown = strdup(path);
    if (shown == NULL) return sl_fail_memory(err);
    enum sl_status status = sl_file_create(&file, path, err);
    const char *temporary = status == SL_OK ? sl_file_temporary(file, !replace) : NULL;
    if (status == SL_OK && temporary == NULL)
        status = sl_fail(err, SL_FAILED, "%s: is not a regular file", path);
    if (status == SL_OK && !there && chmod(temporary, S_IRUSR | S_IWUSR) != 0)
        status = sl_fail(err, SL_FAILED, "%s: %s", path, strerror(errno));
    if (status == SL_OK) status = copy_into(source, temporary, shown, err);
    if (status == SL_OK) {
        status = sl_file_close(file, true, err);
    } else {
        sl_file_close(file, false, NULL);
    }
    free(shown);
    return status;
}

enum sl_status sl_book_backup(struct sl_book *book, const char *path, bool replace,
                              struct sl_error *err)
{
    if (path[0] == '\0' || strcmp(path, "-") == 0)
        return sl_fail(err, SL_MISUSE, "'%s' is not a file name for a backup", path);
    enum sl_status status = refuse_target(book, path, replace, err);
    if (status == SL_OK) status = sl_book_read_begin(book, err);
    if (status != SL_OK) return status;
    status = sl_database_backup(book->database.raw, path, replace, err);
    sl_book_read_end(book);
    return status;
}
