/* One run of gnuplot: no shell, no file name that it could interpret (script and picture are its
 * standard input and output), a clean environment, a home of its own, limits, and a check that what
 * came out is whole, because gnuplot exits 0 on a full disk and on a missing font. */
#define _GNU_SOURCE /* prlimit: posix_spawn sets no limits by itself */
#include "export/gnuplot.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/text.h"

enum {
    LIMIT_MS = 10000,
    POLL_MS = 2,
    PATH_SIZE = 512,
    TREE_DEPTH = 8,
    COMPLAINT_SHOWN = 120,
    CHUNK = 64 * 1024
};
static const rlim_t memory_limit = (rlim_t)2 << 30;
static const rlim_t file_limit = (rlim_t)256 << 20;

/* The private directory and the files in it: opened before the run, never named to gnuplot. */
struct run {
    char folder[PATH_SIZE]; /* "": none was made */
    int script, picture, messages;
};

static enum sl_status fail_errno(const char *what, int number, struct sl_error *err)
{
    char memory[96];
    const char *reason = strerror_r(number, memory, sizeof memory);
    return sl_fail(err, SL_FAILED, "cannot %s: %s", what, reason);
}

/* ---- the private directory ---- */

/* fontconfig may have left a cache of its own in there, so whole trees go. */
static void remove_tree(int parent, const char *name, int depth)
{
    int fd = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    DIR *folder = fd < 0 ? NULL : fdopendir(fd);
    if (folder == NULL) {
        if (fd >= 0) close(fd);
        return;
    }
    const struct dirent *entry;
    while ((entry = readdir(folder)) != NULL) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) continue;
        if (unlinkat(dirfd(folder), entry->d_name, 0) != 0 && depth > 0) {
            remove_tree(dirfd(folder), entry->d_name, depth - 1);
        }
    }
    closedir(folder);
    unlinkat(parent, name, AT_REMOVEDIR);
}

static int create_file(int folder, const char *name)
{
    return openat(folder, name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
}

static enum sl_status open_run(struct run *run, struct sl_error *err)
{
    const char *place = getenv("TMPDIR");
    if (place == NULL || place[0] != '/' || strlen(place) > PATH_SIZE / 2) place = "/tmp";
    snprintf(run->folder, sizeof run->folder, "%s/stakeline-XXXXXX", place);
    if (mkdtemp(run->folder) == NULL) {
        run->folder[0] = '\0';
        return fail_errno("make a temporary directory for gnuplot", errno, err);
    }
    int folder = open(run->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0) return fail_errno("open the temporary directory", errno, err);
    run->script = create_file(folder, "chart.gp");
    run->picture = create_file(folder, "picture");
    run->messages = create_file(folder, "messages");
    int number = errno;
    close(folder);
    if (run->script < 0 || run->picture < 0 || run->messages < 0) {
        return fail_errno("make a temporary file for gnuplot", number, err);
    }
    return SL_OK;
}

static void close_run(struct run *run)
{
    if (run->script >= 0) close(run->script);
    if (run->picture >= 0) close(run->picture);
    if (run->messages >= 0) close(run->messages);
    if (run->folder[0] != '\0') remove_tree(AT_FDCWD, run->folder, TREE_DEPTH);
}

static enum sl_status write_script(int fd, const struct sl_buffer *script, struct sl_error *err)
{
    size_t done = 0;
    while (done < script->length) {
        ssize_t written = write(fd, script->data + done, script->length - done);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return fail_errno("write the script for gnuplot", errno, err);
        done += (size_t)written;
    }
    if (lseek(fd, 0, SEEK_SET) != 0) return fail_errno("rewind the script", errno, err);
    return SL_OK;
}

static enum sl_status read_all(int fd, struct sl_buffer *out, struct sl_error *err)
{
    static const char what[] = "read what gnuplot wrote";
    char chunk[CHUNK];
    sl_buffer_clear(out);
    if (lseek(fd, 0, SEEK_SET) != 0) return fail_errno(what, errno, err);
    for (;;) {
        ssize_t got = read(fd, chunk, sizeof chunk);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return fail_errno(what, errno, err);
        if (got == 0) break;
        sl_buffer_add(out, chunk, (size_t)got);
    }
    return out->failed ? sl_fail_memory(err) : SL_OK;
}

/* ---- the process ---- */

/* Signals as a program expects to find them, whatever the host has done with its own. */
static int set_signals(posix_spawnattr_t *attributes)
{
    sigset_t none, defaults;
    sigemptyset(&none);
    sigemptyset(&defaults);
    static const int reset[] = {SIGINT, SIGQUIT, SIGTERM, SIGPIPE, SIGCHLD, SIGXFSZ, SIGXCPU};
    for (size_t i = 0; i < sizeof reset / sizeof *reset; i++)
        sigaddset(&defaults, reset[i]);
    int number =
        posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    if (number == 0) number = posix_spawnattr_setsigmask(attributes, &none);
    if (number == 0) number = posix_spawnattr_setsigdefault(attributes, &defaults);
    return number;
}

static int set_files(posix_spawn_file_actions_t *actions, const struct run *run)
{
    int number = posix_spawn_file_actions_addchdir_np(actions, run->folder);
    if (number == 0) {
        number = posix_spawn_file_actions_adddup2(actions, run->script, STDIN_FILENO);
    }
    if (number == 0) {
        number = posix_spawn_file_actions_adddup2(actions, run->picture, STDOUT_FILENO);
    }
    if (number == 0) {
        number = posix_spawn_file_actions_adddup2(actions, run->messages, STDERR_FILENO);
    }
    return number;
}

static enum sl_status fail_start(int number, struct sl_error *err)
{
    if (number == ENOENT) {
        return sl_fail(err, SL_FAILED,
                       "gnuplot is needed to draw pictures and was not found: it is in Debian's "
                       "package gnuplot-nox (a .gp script can be written without it)");
    }
    return fail_errno("start gnuplot", number, err);
}

static enum sl_status spawn(pid_t *pid, const struct run *run, const char *program,
                            struct sl_error *err)
{
    char home[PATH_SIZE + 8], cache[PATH_SIZE + 24], temporary[PATH_SIZE + 8];
    snprintf(home, sizeof home, "HOME=%s", run->folder);
    snprintf(cache, sizeof cache, "XDG_CACHE_HOME=%s", run->folder);
    snprintf(temporary, sizeof temporary, "TMPDIR=%s", run->folder);
    char path[] = "PATH=/usr/local/bin:/usr/bin:/bin", locale[] = "LC_ALL=C.UTF-8";
    char *environment[] = {path, locale, home, cache, temporary, NULL};
    char name[] = "gnuplot", defaults[] = "-d";
    char *arguments[] = {name, defaults, NULL};

    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    int number = posix_spawn_file_actions_init(&actions);
    if (number != 0) return fail_start(number, err);
    number = posix_spawnattr_init(&attributes);
    if (number == 0) {
        number = set_files(&actions, run);
        if (number == 0) number = set_signals(&attributes);
        if (number == 0) {
            number = posix_spawnp(pid, program, &actions, &attributes, arguments, environment);
        }
        posix_spawnattr_destroy(&attributes);
    }
    posix_spawn_file_actions_destroy(&actions);
    return number == 0 ? SL_OK : fail_start(number, err);
}

static void set_limits(pid_t pid)
{
    const struct rlimit memory = {memory_limit, memory_limit}, file = {file_limit, file_limit};
    const struct rlimit core = {0, 0};
    (void)prlimit(pid, RLIMIT_AS, &memory, NULL); /* a limit set lower already stays: fine too */
    (void)prlimit(pid, RLIMIT_FSIZE, &file, NULL);
    (void)prlimit(pid, RLIMIT_CORE, &core, NULL);
}

static int64_t now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static enum sl_status wait_for(pid_t pid, int limit_ms, int *code, struct sl_error *err)
{
    const struct timespec pause = {0, POLL_MS * 1000 * 1000};
    const int64_t end = now_ms() + limit_ms;
    for (;;) {
        pid_t done = waitpid(pid, code, WNOHANG);
        if (done == pid) return SL_OK;
        if (done < 0 && errno != EINTR) return fail_errno("wait for gnuplot", errno, err);
        if (now_ms() > end) break;
        nanosleep(&pause, NULL);
    }
    kill(pid, SIGKILL);
    while (waitpid(pid, code, 0) < 0 && errno == EINTR) {
    }
    return sl_fail(err, SL_FAILED, "gnuplot took over %d ms and was stopped", limit_ms);
}

/* ---- the result ---- */

static bool starts_with(const struct sl_buffer *file, const char *bytes, size_t length)
{
    return file->length >= length && memcmp(file->data, bytes, length) == 0;
}

/* Line ends behind `bytes` are allowed. */
static bool ends_with(const struct sl_buffer *file, const char *bytes, size_t length)
{
    size_t end = file->length;
    while (end > 0 && (file->data[end - 1] == '\n' || file->data[end - 1] == '\r'))
        end--;
    return end >= length && memcmp(file->data + end - length, bytes, length) == 0;
}

bool sl_picture_is_whole(const struct sl_buffer *file, enum sl_picture picture)
{
    static const char png_head[] = "\x89PNG\r\n\x1a\n";
    static const char png_tail[] = "\0\0\0\0IEND\xae\x42\x60\x82";
    switch (picture) {
    case SL_PICTURE_SVG: return starts_with(file, "<?xml", 5) && ends_with(file, "</svg>", 6);
    case SL_PICTURE_PNG:
        return starts_with(file, png_head, sizeof png_head - 1) &&
               ends_with(file, png_tail, sizeof png_tail - 1);
    case SL_PICTURE_PDF: return starts_with(file, "%PDF-", 5) && ends_with(file, "%%EOF", 5);
    }
    return false;
}

/* The first line that says something; gnuplot prints the command and a caret before it. */
static void complaint_of(const struct sl_buffer *messages, struct sl_buffer *out)
{
    const char *at = messages->length > 0 ? messages->data : "";
    const char *line = "";
    size_t length = 0;
    while (*at != '\0') {
        size_t size = strcspn(at, "\n");
        bool says = strspn(at, " \t^>") < size;
        if (says) line = at, length = size;
        at += size + (at[size] == '\n');
    }
    char cut[COMPLAINT_SHOWN + 1];
    if (length > COMPLAINT_SHOWN) length = COMPLAINT_SHOWN;
    memcpy(cut, line, length);
    cut[length] = '\0';
    sl_text_add_visible(out, cut);
}

static enum sl_status check_result(int code, const struct sl_buffer *messages,
                                   const struct sl_buffer *picture, enum sl_picture kind,
                                   struct sl_error *err)
{
    enum sl_status status = SL_OK;
    struct sl_buffer complaint = {0};
    complaint_of(messages, &complaint);
    const char *said = complaint.length > 0 ? complaint.data : "it said nothing";
    if (WIFSIGNALED(code)) {
        status =
            sl_fail(err, SL_FAILED, "gnuplot was stopped by signal %d: %s", WTERMSIG(code), said);
    } else if (WEXITSTATUS(code) != 0) {
        status =
            sl_fail(err, SL_FAILED, "gnuplot failed with status %d: %s", WEXITSTATUS(code), said);
    } else if (messages->length > 0) {
        status = sl_fail(err, SL_FAILED, "gnuplot complained: %s", said);
    } else if (!sl_picture_is_whole(picture, kind)) {
        status = sl_fail(err, SL_FAILED, "gnuplot left a picture that is not whole (a full disk?)");
    }
    sl_buffer_release(&complaint);
    return status;
}

/* A chart makes no file: something ran that was not to. (Folders are the caches of fonts.) */
static enum sl_status check_folder(const struct run *run, struct sl_error *err)
{
    static const char *const own[] = {"chart.gp", "picture", "messages"};
    enum sl_status status = SL_OK;
    DIR *folder = opendir(run->folder);
    if (folder == NULL) return fail_errno("look into the temporary directory", errno, err);
    for (const struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        struct stat info;
        bool known = false;
        for (size_t i = 0; i < sizeof own / sizeof own[0]; i++)
            known = known || strcmp(entry->d_name, own[i]) == 0;
        if (known || fstatat(dirfd(folder), entry->d_name, &info, AT_SYMLINK_NOFOLLOW) != 0 ||
            S_ISDIR(info.st_mode))
            continue;
        status = sl_fail(err, SL_FAILED, "gnuplot made a file, which no chart does: '%.40s'",
                         entry->d_name);
    }
    closedir(folder);
    return status;
}

enum sl_status sl_gnuplot_run(struct sl_buffer *out, const struct sl_buffer *script,
                              enum sl_picture picture, const char *program, int limit_ms,
                              struct sl_error *err)
{
    struct run run = {.folder = "", .script = -1, .picture = -1, .messages = -1};
    struct sl_buffer messages = {0};
    pid_t pid = -1;
    int code = 0;
    enum sl_status status = open_run(&run, err);
    if (status != SL_OK) goto done;
    status = write_script(run.script, script, err);
    if (status != SL_OK) goto done;
    status = spawn(&pid, &run, program == NULL ? "gnuplot" : program, err);
    if (status != SL_OK) goto done;
    set_limits(pid);
    status = wait_for(pid, limit_ms > 0 ? limit_ms : LIMIT_MS, &code, err);
    if (status != SL_OK) goto done;
    status = read_all(run.messages, &messages, err);
    if (status != SL_OK) goto done;
    status = read_all(run.picture, out, err);
    if (status != SL_OK) goto done;
    status = check_result(code, &messages, out, picture, err);
    if (status == SL_OK) status = check_folder(&run, err);
done:
    sl_buffer_release(&messages);
    close_run(&run);
    return status;
}
