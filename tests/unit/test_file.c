/* Files written whole or not at all. */
#define _GNU_SOURCE /* setresuid */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"

static char folder[64];
static char path[128];

static int make_folder(void **state)
{
    (void)state;
    snprintf(folder, sizeof folder, "/tmp/stakeline-test-XXXXXX");
    if (mkdtemp(folder) == NULL) return -1;
    snprintf(path, sizeof path, "%s/out", folder);
    return 0;
}

/* Removes the folder and what is in it; the number of files that were. */
static int empty_folder(void)
{
    int count = 0;
    DIR *dir = opendir(folder);
    assert_non_null(dir);
    for (struct dirent *entry; (entry = readdir(dir)) != NULL;) {
        char name[512];
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) continue;
        snprintf(name, sizeof name, "%s/%s", folder, entry->d_name);
        remove(name);
        count++;
    }
    closedir(dir);
    return count;
}

static int remove_folder(void **state)
{
    (void)state;
    empty_folder();
    return rmdir(folder);
}

static void put(const char *name, const char *text, mode_t mode)
{
    FILE *stream = fopen(name, "w");
    assert_non_null(stream);
    assert_true(fputs(text, stream) >= 0);
    assert_int_equal(fclose(stream), 0);
    assert_int_equal(chmod(name, mode), 0);
}

static void assert_file(const char *name, const char *expected)
{
    char text[256];
    FILE *stream = fopen(name, "r");
    assert_non_null(stream);
    size_t length = fread(text, 1, sizeof text - 1, stream);
    text[length] = '\0';
    fclose(stream);
    assert_string_equal(text, expected);
}

static enum sl_status write_to(const char *name, const char *text, bool keep, struct sl_error *err)
{
    struct sl_file *file = NULL;
    enum sl_status status = sl_file_create(&file, name, err);
    if (status != SL_OK) return status;
    status = sl_file_write(file, text, strlen(text), err);
    enum sl_status closed = sl_file_close(file, keep, status == SL_OK ? err : NULL);
    return status == SL_OK ? closed : status;
}

static void a_kept_file_is_in_place_whole(void **state)
{
    (void)state;
    assert_int_equal(write_to(path, "all of it\n", true, NULL), SL_OK);
    assert_file(path, "all of it\n");
    assert_int_equal(empty_folder(), 1);
}

static void a_dropped_file_leaves_nothing(void **state)
{
    (void)state;
    assert_int_equal(write_to(path, "half of it", false, NULL), SL_OK);
    assert_int_equal(empty_folder(), 0);
}

static void the_old_file_is_whole_until_the_new_one_is(void **state)
{
    (void)state;
    put(path, "old\n", 0644);
    struct sl_file *file = NULL;
    assert_int_equal(sl_file_create(&file, path, NULL), SL_OK);
    assert_int_equal(sl_file_write(file, "new\n", 4, NULL), SL_OK);
    assert_int_equal(sl_file_flush(file, NULL), SL_OK);
    assert_file(path, "old\n");
    assert_int_equal(sl_file_close(file, false, NULL), SL_OK);
    assert_file(path, "old\n");
    assert_int_equal(write_to(path, "new\n", true, NULL), SL_OK);
    assert_file(path, "new\n");
    assert_int_equal(empty_folder(), 1);
}

static mode_t mode_of(const char *name)
{
    struct stat found;
    assert_int_equal(stat(name, &found), 0);
    return found.st_mode & 07777;
}

static void a_new_file_has_the_mode_of_umask(void **state)
{
    (void)state;
    mode_t before = umask(027);
    assert_int_equal(write_to(path, "", true, NULL), SL_OK);
    umask(before);
    assert_int_equal(mode_of(path), 0640);
}

static void a_replaced_file_keeps_its_mode(void **state)
{
    (void)state;
    put(path, "old", 0606);
    assert_int_equal(write_to(path, "new", true, NULL), SL_OK);
    assert_int_equal(mode_of(path), 0606);
    assert_file(path, "new");
}

static void a_link_stays_and_its_target_is_written(void **state)
{
    (void)state;
    char link[128], further[128];
    snprintf(link, sizeof link, "%s/link", folder);
    snprintf(further, sizeof further, "%s/further", folder);
    assert_int_equal(symlink("further", link), 0);
    assert_int_equal(symlink(path, further), 0);
    for (int i = 0; i < 2; i++) { /* at first the target is yet to be made */
        const char *text = i == 0 ? "first" : "second";
        assert_int_equal(write_to(link, text, true, NULL), SL_OK);
        struct stat found;
        assert_int_equal(lstat(link, &found), 0);
        assert_true(S_ISLNK(found.st_mode));
        assert_int_equal(lstat(path, &found), 0);
        assert_true(S_ISREG(found.st_mode));
        assert_file(path, text);
    }
    assert_int_equal(empty_folder(), 3);
}

static void links_in_a_circle_are_refused(void **state)
{
    (void)state;
    assert_int_equal(symlink("out", path), 0);
    struct sl_error err = {0};
    assert_int_equal(write_to(path, "x", true, &err), SL_FAILED);
    assert_non_null(strstr(err.message, strerror(ELOOP)));
}

static void a_folder_or_a_missing_one_is_refused(void **state)
{
    (void)state;
    struct sl_error err = {0};
    assert_int_equal(write_to(folder, "x", true, &err), SL_FAILED);
    assert_non_null(strstr(err.message, folder));
    assert_non_null(strstr(err.message, strerror(EISDIR)));
    assert_int_equal(write_to("/tmp/stakeline-no-such-folder/x", "x", true, &err), SL_FAILED);
    assert_string_equal(err.message, "/tmp/stakeline-no-such-folder/x: No such file or directory");
    assert_int_equal(write_to("", "x", true, &err), SL_FAILED);
}

static void a_write_protected_file_is_not_replaced(void **state)
{
    (void)state;
    const uid_t nobody = 65534;
    const bool root = geteuid() == 0; /* may write everything */
    put(path, "old", 0444);
    struct sl_error err = {0};
    assert_int_equal(root ? chown(folder, nobody, nobody) : 0, 0);
    assert_int_equal(root ? setresuid(nobody, nobody, 0) : 0, 0);
    const enum sl_status status = write_to(path, "new", true, &err);
    assert_int_equal(root ? setresuid(0, 0, 0) : 0, 0);
    assert_int_equal(status, SL_FAILED);
    assert_non_null(strstr(err.message, strerror(EACCES)));
    assert_file(path, "old");
}

static void a_full_disk_is_an_error_that_stays(void **state)
{
    (void)state;
    struct sl_error err = {0};
    assert_int_equal(write_to("/dev/full", "x", true, &err), SL_FAILED);
    assert_string_equal(err.message, "/dev/full: No space left on device");
    struct sl_file *file = NULL;
    assert_int_equal(sl_file_create(&file, "/dev/full", NULL), SL_OK);
    assert_int_equal(sl_file_write(file, "x", 1, NULL), SL_OK);
    for (int i = 0; i < 2; i++) {
        err = (struct sl_error){0};
        assert_int_equal(sl_file_flush(file, &err), SL_FAILED);
        assert_string_equal(err.message, "/dev/full: No space left on device");
        assert_int_equal(sl_file_write(file, "x", 1, &err), SL_FAILED);
    }
    err = (struct sl_error){0};
    assert_int_equal(sl_file_close(file, true, &err), SL_FAILED);
    assert_string_equal(err.message, "/dev/full: No space left on device");
}

static void a_reader_that_goes_away_is_an_error(void **state)
{
    (void)state;
    assert_int_equal(mkfifo(path, 0600), 0);
    int reader = open(path, O_RDONLY | O_NONBLOCK);
    assert_true(reader >= 0);
    struct sl_file *file = NULL;
    assert_int_equal(sl_file_create(&file, path, NULL), SL_OK);
    assert_int_equal(sl_file_write(file, "pipe", 4, NULL), SL_OK);
    assert_int_equal(sl_file_flush(file, NULL), SL_OK);
    char text[8] = "";
    assert_int_equal(read(reader, text, sizeof text), 4);
    close(reader);
    struct sl_error err = {0};
    assert_int_equal(sl_file_write(file, "more", 4, NULL), SL_OK);
    assert_int_equal(sl_file_close(file, true, &err), SL_FAILED);
    assert_non_null(strstr(err.message, strerror(EPIPE)));
    struct stat found;
    assert_int_equal(lstat(path, &found), 0);
    assert_true(S_ISFIFO(found.st_mode));
}

/* Runs with standard output on `target` (-1: closed). */
static enum sl_status to_stdout(int target, const char *name, const char *text,
                                struct sl_error *err)
{
    fflush(stdout);
    int saved = dup(STDOUT_FILENO);
    assert_true(saved >= 0);
    if (target >= 0) {
        dup2(target, STDOUT_FILENO);
    } else {
        close(STDOUT_FILENO);
    }
    enum sl_status status = write_to(name, text, true, err);
    dup2(saved, STDOUT_FILENO);
    close(saved);
    return status;
}

static void standard_output_is_written_directly(void **state)
{
    (void)state;
    int fd = open(path, O_WRONLY | O_CREAT | O_APPEND, 0600);
    assert_true(fd >= 0);
    assert_int_equal(to_stdout(fd, NULL, "one\n", NULL), SL_OK);
    assert_int_equal(to_stdout(fd, "-", "two\n", NULL), SL_OK);
    assert_int_equal(to_stdout(fd, "/dev/stdout", "three\n", NULL), SL_OK);
    assert_int_equal(close(fd), 0);
    assert_file(path, "one\ntwo\nthree\n");
}

static void standard_output_that_fails_is_an_error(void **state)
{
    (void)state;
    struct sl_error err = {0};
    int full = open("/dev/full", O_WRONLY);
    assert_true(full >= 0);
    assert_int_equal(to_stdout(full, NULL, "x", &err), SL_FAILED);
    assert_string_equal(err.message, "standard output: No space left on device");
    close(full);
    assert_int_equal(to_stdout(-1, NULL, "x", &err), SL_FAILED);
    assert_string_equal(err.message, "standard output: Bad file descriptor");
}

static void more_than_the_buffer_comes_out_in_order(void **state)
{
    (void)state;
    enum { SIZE = 1000003 };
    char *bytes = malloc(SIZE);
    assert_non_null(bytes);
    for (size_t i = 0; i < SIZE; i++)
        bytes[i] = (char)(i * 31 % 251);
    struct sl_file *file = NULL;
    assert_int_equal(sl_file_create(&file, path, NULL), SL_OK);
    for (size_t at = 0, step = 1; at < SIZE; at += step, step = step * 2 + 1) {
        if (step > SIZE - at) step = SIZE - at;
        assert_int_equal(sl_file_write(file, bytes + at, step, NULL), SL_OK);
        if (at + step == SIZE) break;
    }
    assert_int_equal(sl_file_close(file, true, NULL), SL_OK);
    char *back = malloc(SIZE + 1);
    assert_non_null(back);
    FILE *stream = fopen(path, "r");
    assert_non_null(stream);
    assert_int_equal(fread(back, 1, SIZE + 1, stream), SIZE);
    fclose(stream);
    assert_memory_equal(bytes, back, SIZE);
    free(back);
    free(bytes);
}

static void a_long_path_does_not_push_the_reason_out(void **state)
{
    (void)state;
    char name[400];
    memset(name, 'n', sizeof name - 1);
    name[sizeof name - 1] = '\0';
    struct sl_error err = {0};
    assert_int_equal(write_to(name, "x", true, &err), SL_FAILED);
    assert_non_null(strstr(err.message, strerror(ENAMETOOLONG)));
}

#define FACT(name) cmocka_unit_test_setup_teardown(name, make_folder, remove_folder)

int main(void)
{
    signal(SIGPIPE, SIG_IGN);
    static const struct CMUnitTest facts[] = {
        FACT(a_kept_file_is_in_place_whole),
        FACT(a_dropped_file_leaves_nothing),
        FACT(the_old_file_is_whole_until_the_new_one_is),
        FACT(a_new_file_has_the_mode_of_umask),
        FACT(a_replaced_file_keeps_its_mode),
        FACT(a_link_stays_and_its_target_is_written),
        FACT(links_in_a_circle_are_refused),
        FACT(a_folder_or_a_missing_one_is_refused),
        FACT(a_write_protected_file_is_not_replaced),
        FACT(a_full_disk_is_an_error_that_stays),
        FACT(a_reader_that_goes_away_is_an_error),
        FACT(standard_output_is_written_directly),
        FACT(standard_output_that_fails_is_an_error),
        FACT(more_than_the_buffer_comes_out_in_order),
        FACT(a_long_path_does_not_push_the_reason_out),
    };
    return cmocka_run_group_tests(facts, NULL, NULL);
}
