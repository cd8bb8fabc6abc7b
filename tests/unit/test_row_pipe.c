/* A pipe hands out what the reader alone does, whatever is in the file. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "ingest/row_pipe.h"

enum { ROWS = 40000 };

struct file {
    char path[64];
};

static int setup(void **state)
{
    struct file *file = calloc(1, sizeof *file);
    if (file == NULL) return -1;
    snprintf(file->path, sizeof file->path, "/tmp/stakeline-pipe-XXXXXX");
    int fd = mkstemp(file->path);
    if (fd < 0 || close(fd) != 0) return -1;
    *state = file;
    return 0;
}

static int teardown(void **state)
{
    struct file *file = *state;
    int failed = unlink(file->path);
    free(file);
    return failed;
}

static void write_rows(const struct file *file, const char *tail)
{
    FILE *out = fopen(file->path, "w");
    assert_non_null(out);
    for (int i = 0; i < ROWS; i++) {
        if (i % 1000 == 7) fputs("one cell too few\n", out);
        if (i % 1500 == 3) fputs("\xff,not UTF-8,x\n", out);
        fprintf(out, "%d,\"name %d\nin two lines\", padded %d \n", i, i % 17, i % 5);
    }
    fputs(tail, out);
    assert_int_equal(fclose(out), 0);
}

static void assert_same_rows(const struct file *file, bool raw)
{
    struct sl_row_reader *plain = NULL, *piped = NULL;
    struct sl_row_pipe *pipe = NULL;
    struct sl_row a, b;
    struct sl_error why_a = {0}, why_b = {0};
    enum sl_status status;
    assert_int_equal(sl_row_reader_open(&plain, file->path, NULL, NULL), SL_OK);
    assert_int_equal(sl_row_reader_open(&piped, file->path, NULL, NULL), SL_OK);
    assert_int_equal(sl_row_pipe_open(&pipe, piped, raw, NULL), SL_OK);
    do {
        status = sl_row_reader_next(plain, &a, &why_a);
        assert_int_equal(sl_row_pipe_next(pipe, &b, &why_b), status);
        if (status == SL_NOTHING) break;
        assert_int_equal(a.line, b.line);
        assert_int_equal(a.count, b.count);
        assert_int_equal(a.bad, b.bad);
        assert_int_equal(sl_row_pipe_broke(pipe), sl_row_reader_broke(plain));
        assert_int_equal(sl_row_pipe_position(pipe), sl_row_reader_position(plain));
        if (status != SL_OK) assert_string_equal(why_a.message, why_b.message);
        for (size_t i = 0; i < a.count; i++)
            assert_string_equal(a.cells[i].text, b.cells[i].text);
    } while (true);
    assert_int_equal(sl_row_pipe_next(pipe, &b, &why_b), SL_NOTHING);
    sl_row_pipe_close(pipe);
    sl_row_reader_close(plain);
    sl_row_reader_close(piped);
}

static void rows_are_those_of_the_reader(void **state)
{
    write_rows(*state, "");
    assert_same_rows(*state, false);
    assert_same_rows(*state, true);
}

static void a_file_that_breaks_off_does_so_in_the_pipe(void **state)
{
    write_rows(*state, "1,\"never closed,2\n");
    assert_same_rows(*state, false);
    write_rows(*state, "1,a \"quote,2\n3,4,5\n");
    assert_same_rows(*state, false);
}

static void a_pipe_can_be_closed_at_any_row(void **state)
{
    const struct file *file = *state;
    write_rows(file, "");
    for (int rows = 0; rows < 30000; rows += 7001) {
        struct sl_row_reader *reader = NULL;
        struct sl_row_pipe *pipe = NULL;
        struct sl_row row;
        assert_int_equal(sl_row_reader_open(&reader, file->path, NULL, NULL), SL_OK);
        assert_int_equal(sl_row_pipe_open(&pipe, reader, false, NULL), SL_OK);
        for (int i = 0; i < rows; i++)
            assert_int_not_equal(sl_row_pipe_next(pipe, &row, NULL), SL_NOTHING);
        sl_row_pipe_close(pipe);
        sl_row_reader_close(reader);
    }
}

static void rows_ahead_are_the_rows_to_come(void **state)
{
    const struct file *file = *state;
    struct sl_row_reader *reader = NULL;
    struct sl_row_pipe *pipe = NULL;
    struct sl_row row;
    write_rows(file, "");
    assert_int_equal(sl_row_reader_open(&reader, file->path, NULL, NULL), SL_OK);
    assert_int_equal(sl_row_pipe_open(&pipe, reader, false, NULL), SL_OK);
    assert_null(sl_row_pipe_ahead(pipe, 0));
    assert_int_equal(sl_row_pipe_next(pipe, &row, NULL), SL_OK);
    const struct sl_row *ahead = sl_row_pipe_ahead(pipe, 1);
    assert_non_null(ahead);
    assert_int_equal(sl_row_pipe_next(pipe, &row, NULL), SL_OK);
    assert_int_equal(sl_row_pipe_next(pipe, &row, NULL), SL_OK);
    assert_string_equal(row.cells[0].text, ahead->cells[0].text);
    sl_row_pipe_close(pipe);
    sl_row_reader_close(reader);
}

#define FACT(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        FACT(rows_are_those_of_the_reader),
        FACT(a_file_that_breaks_off_does_so_in_the_pipe),
        FACT(a_pipe_can_be_closed_at_any_row),
        FACT(rows_ahead_are_the_rows_to_come),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
