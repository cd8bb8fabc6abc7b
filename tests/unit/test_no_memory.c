/* What comes from outside, read and quoted while memory is out and the system is unkind: every
 * allocation fails once, reads are interrupted and break off. What is handed out until then is
 * right, and the failure is told. */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/text.h"
#include "export/format.h"
#include "export/gnuplot.h"
#include "export/html.h"
#include "ingest/row_reader.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* The n-th call from now on fails; 0: none does. */
static long memory_fails_at, read_fails_at;
static bool failed, for_good, interrupts;

static bool fails(long *at)
{
    if (*at == 0 || --*at > 0) return false;
    if (for_good) *at = 1;
    failed = true;
    return true;
}

#define WRAP(type, name, parameters, arguments)                          \
    type __real_##name parameters;                                       \
    type __wrap_##name parameters;                                       \
    type __wrap_##name parameters                                        \
    {                                                                    \
        return fails(&memory_fails_at) ? NULL : __real_##name arguments; \
    }
WRAP(void *, malloc, (size_t size), (size))
WRAP(void *, calloc, (size_t items, size_t size), (items, size))
WRAP(void *, realloc, (void *memory, size_t size), (memory, size))
WRAP(char *, strdup, (const char *text), (text))

ssize_t __real_read(int fd, void *to, size_t size);
ssize_t __wrap_read(int fd, void *to, size_t size);
ssize_t __wrap_read(int fd, void *to, size_t size)
{
    static bool again;
    again = !again;
    errno = interrupts && again ? EINTR : EIO;
    if ((interrupts && again) || fails(&read_fails_at)) return -1;
    return __real_read(fd, to,
                       size < 5 || !interrupts ? size : 5); /* a pipe gives a little at a time */
}

/* A file, and how it is read. */
struct file {
    const char *text;
    size_t length; /* 0: to the NUL */
    struct sl_row_options options;
    bool top;
};
static char wide[4000];
static const struct file files[] = {
    {.text = "date,kind,\"a \"\"quoted\"\" one\"\n1,2,3\n,,\n\n4,5,6",
     .options = {.keep_raw = true}},
    {.text = "t\nu\nDate,b\n,\n1,2\n,\n3,4\n",
     .options = {.skip_to = "Date", .keep_top = true, .no_blank_rows = true},
     .top = true},
    {.text = "t\nu\na,b\n1,2\n", .options = {.skip = 2, .keep_raw = true}},
    {.text = "1\n2,3\n", .options = {.width = 40, .fill = true}},
    {.text = "a,b\n\xe9,\x80\n", .options = {.encoding = "windows-1252"}},
    {.text = "a\0,\0b\0\n\0\xac\x20,\0\x3d\xd8\0\xde\n\0",
     .length = 18,
     .options = {.encoding = "utf-16le"}},
    {.text = "a", .length = 2, .options = {.encoding = "utf-16le"}},
    {.text = "one cell and no end"},
    {.text = "\"a\"\"b\"\r\rc", .options = {.keep_raw = true}},
    {.text = "Dates of all the deals\rDate,b\r1,2\r", .options = {.skip_to = "Date"}},
    {.text = "t\nu\n", .options = {.skip = 9, .keep_top = true}, .top = true},
    {.text = wide},
};

static void make_wide(void)
{
    for (size_t i = 0; i + 2 < sizeof wide; i += 2)
        memcpy(wide + i, i == sizeof wide / 2 || i % 1000 == 998 ? "x\n" : "y,", 2);
    memset(wide + sizeof wide / 2, 'z', 900);
}

/* What is noted is not what is tested. */
static void add(struct sl_buffer *out, const char *text)
{
    const long kept = memory_fails_at;
    memory_fails_at = 0;
    sl_buffer_add_text(out, text);
    memory_fails_at = kept;
}

/* Its rows, one a line, as far as they go; how the reading ended. */
static enum sl_status read_rows(const char *path, const struct file *file, struct sl_buffer *out,
                                struct sl_error *err)
{
    struct sl_row_reader *reader = NULL;
    struct sl_row row;
    const char *top = NULL;
    enum sl_status status = sl_row_reader_open(&reader, path, &file->options, err);
    if (status == SL_OK && file->top) status = sl_row_reader_top(reader, &top, err);
    if (top != NULL) add(out, top);
    while (status == SL_OK || status == SL_INVALID) {
        status = sl_row_reader_next(reader, &row, err);
        if (status != SL_OK && status != SL_INVALID) break;
        for (size_t i = 0; i < row.count && status == SL_OK; i++) {
            add(out, row.cells[i].text);
            add(out, "|");
        }
        add(out, status == SL_OK ? "" : err->message);
        add(out, "\n");
    }
    sl_row_reader_close(reader);
    return status;
}

static char path[] = "/tmp/stakeline-rows-XXXXXX";

static void put(const struct file *file)
{
    FILE *to = fopen(path, "w");
    assert_non_null(to);
    const size_t length = file->length > 0 ? file->length : strlen(file->text);
    assert_int_equal(fwrite(file->text, 1, length, to), length);
    assert_int_equal(fclose(to), 0);
}

/* Lets one call after the other fail: what is handed out before is what the file has. */
static void walk(long *at, const char *reason)
{
    for (size_t i = 0; i < COUNT(files); i++) {
        struct sl_buffer whole = {0};
        struct sl_error err;
        put(&files[i]);
        assert_int_equal(read_rows(path, &files[i], &whole, &err), SL_NOTHING);
        assert_true(whole.length > 0);
        long n = 0;
        do {
            struct sl_buffer rows = {0};
            failed = false;
            *at = ++n;
            const enum sl_status status = read_rows(path, &files[i], &rows, &err);
            *at = 0;
            /* libcsv asks again, for less */
            if (status == SL_NOTHING && !(failed && at == &read_fails_at)) {
                assert_string_equal(rows.data, whole.data);
            } else {
                assert_int_equal(status, SL_FAILED);
                if (strstr(err.message, reason) == NULL) fail_msg("file %zu: %s", i, err.message);
            }
            if (rows.length > 0) assert_memory_equal(whole.data, rows.data, rows.length);
            sl_buffer_release(&rows);
        } while (failed);
        assert_true(n > 2);
        sl_buffer_release(&whole);
    }
}

static void a_reader_without_memory_hands_out_no_wrong_row(void **state)
{
    (void)state;
    walk(&memory_fails_at, "memory");
    for_good = true;
    walk(&memory_fails_at, "memory");
    for_good = false;
}

static void a_file_that_cannot_be_read_on_does_not_end(void **state)
{
    (void)state;
    walk(&read_fails_at, "Input/output error");
}

static void a_signal_in_the_middle_changes_nothing(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(files); i++) {
        struct sl_buffer whole = {0}, rows = {0};
        struct sl_error err;
        put(&files[i]);
        assert_int_equal(read_rows(path, &files[i], &whole, &err), SL_NOTHING);
        interrupts = true;
        const enum sl_status status = read_rows(path, &files[i], &rows, &err);
        interrupts = false;
        assert_int_equal(status, SL_NOTHING);
        assert_string_equal(rows.data, whole.data);
        sl_buffer_release(&rows);
        sl_buffer_release(&whole);
    }
}

static enum sl_status normal(struct sl_buffer *out, const char *text)
{
    return sl_name_normal(out, text, strlen(text), NULL);
}

static enum sl_status key(struct sl_buffer *out, const char *text)
{
    return sl_name_key(out, text, strlen(text), NULL);
}

static enum sl_status skeleton(struct sl_buffer *out, const char *text)
{
    return sl_name_skeleton(out, text, strlen(text), NULL);
}

static enum sl_status said(const struct sl_buffer *out)
{
    return out->failed ? SL_FAILED : SL_OK;
}

static enum sl_status armoured(struct sl_buffer *out, const char *text)
{
    sl_gnuplot_add_text(out, text, SL_PICTURE_SVG);
    return said(out);
}

static enum sl_status named(struct sl_buffer *out, const char *text)
{
    sl_gnuplot_add_name(out, text);
    return said(out);
}

static enum sl_status shown(struct sl_buffer *out, const char *text)
{
    sl_text_add_visible(out, text);
    return said(out);
}

static enum sl_status linked(struct sl_buffer *out, const char *text)
{
    sl_html_link(out, text, text);
    return said(out);
}

static void a_text_is_quoted_whole_or_not_at_all(void **state)
{
    (void)state;
    static enum sl_status (*const quote[])(struct sl_buffer *, const char *) = {
        normal, key, skeleton, armoured, named, shown, linked};
    static const char *const texts[] = {"Nissan", "Soci\u00e9te\u0301 d'\u00c9tat",
                                        "\u65e5\u7523 & Co", "https://example.com/a?b=\"c\""};
    for (size_t i = 0; i < COUNT(quote) * COUNT(texts); i++) {
        const char *text = texts[i % COUNT(texts)];
        struct sl_buffer whole = {0};
        assert_int_equal(quote[i / COUNT(texts)](&whole, text), SL_OK);
        long n = 0;
        do {
            struct sl_buffer out = {0};
            failed = false;
            memory_fails_at = ++n;
            const enum sl_status status = quote[i / COUNT(texts)](&out, text);
            memory_fails_at = 0;
            if (failed) assert_int_equal(status, SL_FAILED);
            if (!failed) assert_string_equal(out.data, whole.data);
            sl_buffer_release(&out);
        } while (failed);
        assert_true(n > 1);
        sl_buffer_release(&whole);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_reader_without_memory_hands_out_no_wrong_row),
        cmocka_unit_test(a_file_that_cannot_be_read_on_does_not_end),
        cmocka_unit_test(a_signal_in_the_middle_changes_nothing),
        cmocka_unit_test(a_text_is_quoted_whole_or_not_at_all),
    };
    make_wide();
    int fd = mkstemp(path);
    if (fd < 0 || close(fd) != 0) return 1;
    const int result = cmocka_run_group_tests_name("no memory", tests, NULL, NULL);
    unlink(path);
    return result;
}
