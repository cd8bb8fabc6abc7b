/* Rows out of CSV files: what is a row, where it starts, and what is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>
#include <jansson.h>

#include "base/buffer.h"
#include "ingest/row_reader.h"

/* The rows as "line:cell|cell" a line each; a refused row as "line!reason", with the cell's number
 * where one is at fault. */
static struct sl_buffer read_path(const char *path, const struct sl_row_options *options)
{
    struct sl_row_reader *reader = NULL;
    struct sl_row row;
    struct sl_error err = {0};
    struct sl_buffer out = {0};
    enum sl_status status;
    assert_int_equal(sl_row_reader_open(&reader, path, options, &err), SL_OK);
    while ((status = sl_row_reader_next(reader, &row, &err)) != SL_NOTHING) {
        assert_int_not_equal(status, SL_FAILED);
        sl_buffer_printf(&out, "%lld", (long long)row.line);
        if (status == SL_INVALID) {
            if (row.bad != SL_ROW_NO_CELL) sl_buffer_printf(&out, "[%zu]", row.bad);
            sl_buffer_printf(&out, "!%s\n", err.message);
            continue;
        }
        for (size_t i = 0; i < row.count; i++) {
            assert_int_equal(strlen(row.cells[i].text), row.cells[i].length);
            sl_buffer_printf(&out, "%c%s", i == 0 ? ':' : '|', row.cells[i].text);
        }
        sl_buffer_add_byte(&out, '\n');
    }
    assert_int_equal(sl_row_reader_next(reader, &row, &err), SL_NOTHING);
    sl_row_reader_close(reader);
    if (out.data == NULL) sl_buffer_add_text(&out, "");
    return out;
}

static struct sl_buffer read_bytes(const void *bytes, size_t length,
                                   const struct sl_row_options *options)
{
    char path[] = "/tmp/stakeline-rows-XXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    for (size_t at = 0; at < length;) {
        ssize_t put = write(fd, (const char *)bytes + at, length - at);
        assert_true(put > 0);
        at += (size_t)put;
    }
    close(fd);
    struct sl_buffer out = read_path(path, options);
    unlink(path);
    return out;
}

static void check_bytes(const void *bytes, size_t length, const char *rows)
{
    struct sl_buffer out = read_bytes(bytes, length, NULL);
    assert_string_equal(out.data, rows);
    sl_buffer_release(&out);
}

static void check(const char *text, const char *rows)
{
    check_bytes(text, strlen(text), rows);
}

static void a_row_starts_at_its_physical_line(void **state)
{
    (void)state;
    check("a,b\n1,2\n3,4\n", "1:a|b\n2:1|2\n3:3|4\n");
    check("a,b\r\n1,2\r\n3,4\r\n", "1:a|b\n2:1|2\n3:3|4\n");
    check("a,b\r1,2\r3,4\r", "1:a|b\n2:1|2\n3:3|4\n");
    check("a,b\r\r\n1,2\n\r3,4", "1:a|b\n3:1|2\n5:3|4\n");
    check("\n \n\na,b\n\n\n1,2\n  \r\n \t\r3,4\n", "4:a|b\n7:1|2\n10:3|4\n");
}

static void runs_of_line_ends_count_each(void **state)
{
    (void)state;
    static const char *const ends[] = {"\n", "\r", "\r\n", "\n\r"};
    for (size_t kind = 0; kind < sizeof ends / sizeof *ends; kind++) {
        for (int count = 1; count < 40; count++) {
            struct sl_buffer text = {0}, rows = {0};
            sl_buffer_add_text(&text, "a,b\r");
            for (int i = 0; i < count; i++)
                sl_buffer_add_text(&text, ends[kind]);
            sl_buffer_add_text(&text, "1,2\n");
            /* an LF behind a CR ends no other line */
            const int lines = strcmp(ends[kind], "\n") == 0 ? count - 1 : count;
            sl_buffer_printf(&rows, "1:a|b\n%d:1|2\n", 2 + lines);
            check(text.data, rows.data);
            sl_buffer_release(&text);
            sl_buffer_release(&rows);
        }
    }
    check("a,b\n\r\r\r\r\r\r\r\r\n\n\n\n\n\n\n\n1,2\n", "1:a|b\n17:1|2\n");
}

static void rows_of_blank_cells_are_passed_over_where_that_is_wanted(void **state)
{
    (void)state;
    static const char text[] = "a,b,c\n,,\n,,\n1,2,3\n,,\n,\n,,\r\n4,5,6\n\",,\n\",7,8\n,,";
    const struct sl_row_options options = {.no_blank_rows = true};
    struct sl_buffer out = read_bytes(text, sizeof text - 1, &options);
    assert_string_equal(out.data,
                        "1:a|b|c\n4:1|2|3\n6!expected 3 cells, as in the header, found 2\n"
                        "8:4|5|6\n9:,,|7|8\n11:||\n");
    sl_buffer_release(&out);
}

static void quoted_line_ends_count_as_lines(void **state)
{
    (void)state;
    check("a,b\n\"x\ny\",2\n3,4\n", "1:a|b\n2:x\ny|2\n4:3|4\n");
    check("a,b\r\n\"x\r\ny\r\rz\",2\r\n3,4\r\n", "1:a|b\n2:x\r\ny\r\rz|2\n6:3|4\n");
    check("a,b\n1,\"\n\n\"\n3,4\n", "1:a|b\n2:1|\n5:3|4\n");
}

/* A file of many equal rows, so long that the line end of one lies across a read. */
static void check_split(const char *row, int lines, size_t shift)
{
    enum { SIZE = 600 * 1024 };
    struct sl_buffer text = {0};
    char last[32];
    int line = 1;
    for (size_t i = 0; i < shift; i++)
        sl_buffer_add_byte(&text, ' ');
    for (; text.length < SIZE; line += lines)
        sl_buffer_add_text(&text, row);
    sl_buffer_add_byte(&text, 'z');
    struct sl_buffer out = read_bytes(text.data, text.length, NULL);
    size_t size = (size_t)snprintf(last, sizeof last, "\n%d:z\n", line);
    assert_true(out.length > size);
    assert_string_equal(out.data + out.length - size, last);
    sl_buffer_release(&text);
    sl_buffer_release(&out);
}

static void line_ends_split_between_reads_count_once(void **state)
{
    (void)state;
    for (size_t shift = 0; shift < 5; shift++) {
        check_split("ab\r\n", 1, shift);
        check_split("\"\r\n\"\n", 2, shift);
        check_split("\"\r\r\"\n", 3, shift);
    }
}

static void the_last_row_needs_no_line_end(void **state)
{
    (void)state;
    check("a,b\n1,2", "1:a|b\n2:1|2\n");
    check("a,b\n1,", "1:a|b\n2:1|\n");
    check("a,b\n1,\"2\"", "1:a|b\n2:1|2\n");
    check("a,b\n1,\"\"", "1:a|b\n2:1|\n");
    check("a,b\n1,2\n   ", "1:a|b\n2:1|2\n");
}

static void blanks_around_a_cell_are_dropped(void **state)
{
    (void)state;
    check("a,b,c\n  1 ,\" 2\t\",\"  \"\n", "1:a|b|c\n2:1|2|\n");
    check("a,b\n\xc2\xa0 1\xc2\xa0,\xc3\xa0\n", "1:a|b\n2:1|\xc3\xa0\n");
    check("a,b\n\"1\"  , \"2\"\n", "1:a|b\n2:1|2\n");
}

static void the_byte_order_mark_is_dropped(void **state)
{
    (void)state;
    check("\xef\xbb\xbf\"a\",b\n1,2\n", "1:a|b\n2:1|2\n");
    check("\xef\xbb\xbf", "");
}

static void an_empty_file_has_no_rows(void **state)
{
    (void)state;
    check("", "");
    check("\n\r\n  \n", "");
}

static void utf_16_is_refused(void **state)
{
    (void)state;
    static const char wanted[] = "1!expected UTF-8, found UTF-16 (save the file as UTF-8)\n";
    check_bytes("\xff\xfe"
                "a\0,\0b\0\n\0",
                10, wanted);
    check_bytes("\xfe\xff\0a\0,\0b\0\n", 10, wanted);
    check_bytes("a\0,\0b\0\n\0", 8,
                "1!expected UTF-8 text, found a NUL byte (is it UTF-16, or no CSV file?)\n");
}

static void a_nul_byte_ends_the_reading(void **state)
{
    (void)state;
    check_bytes("a,b\n1,2\n3,\0"
                "4\n5,6\n",
                18,
                "1:a|b\n2:1|2\n"
                "3!expected UTF-8 text, found a NUL byte (is it UTF-16, or no CSV file?)\n");
}

static void bytes_that_are_not_utf_8_are_named_by_cell(void **state)
{
    (void)state;
    check("a,b\n1,caf\xe9\n3,4\n", "1:a|b\n2[1]!expected UTF-8 (save the file as UTF-8)\n3:3|4\n");
    check("a,b\n\xed\xa0\x80,\n", "1:a|b\n2[0]!expected UTF-8 (save the file as UTF-8)\n");
    check("a,b\ncaf\xc3\xa9,4\n", "1:a|b\n2:caf\xc3\xa9|4\n");
}

static void a_row_has_the_header_s_number_of_cells(void **state)
{
    (void)state;
    check("a,b\n1\n1,2,3\n,\n1,2\n", "1:a|b\n"
                                     "2!expected 2 cells, as in the header, found 1\n"
                                     "3!expected 2 cells, as in the header, found 3\n"
                                     "4:|\n"
                                     "5:1|2\n");
}

static void a_stray_quote_is_refused_on_its_line(void **state)
{
    (void)state;
    check("a,b\n1,2\n3,O\"B\n5,6\n",
          "1:a|b\n2:1|2\n"
          "3[1]!expected no quote inside a cell that does not start with "
          "one (quote the cell and double the quotes in it)\n");
    check("a,b\n1,\"x\ny\"z\n",
          "1:a|b\n"
          "3[1]!expected a delimiter or a line end after the closing quote of a "
          "cell (a quote inside a cell is doubled)\n");
    check("a,b\n1,\"x\" \"y\n",
          "1:a|b\n"
          "2[1]!expected a delimiter or a line end after the closing quote of a "
          "cell (a quote inside a cell is doubled)\n");
}

static void an_open_quote_is_refused_where_its_row_starts(void **state)
{
    (void)state;
    check("a,b\n1,2\n3,\"x\n5,6\n", "1:a|b\n2:1|2\n"
                                    "3[1]!expected a closing quote for the quoted cell in the row "
                                    "that starts here, found the end of the file\n");
    check("\"a,b", "1[0]!expected a closing quote for the quoted cell in the row that starts here, "
                   "found the end of the file\n");
}

static void a_cell_may_have_a_mebibyte(void **state)
{
    (void)state;
    static const char head[] = "a,b\n1,2\n3,\"\n";
    size_t size = 2 * SL_ROW_FIELD_MAX;
    char *text = malloc(sizeof head + size);
    assert_non_null(text);
    memcpy(text, head, sizeof head - 1);
    memset(text + sizeof head - 1, 'x', size);
    check_bytes(
        text, sizeof head - 1 + size,
        "1:a|b\n2:1|2\n"
        "3[1]!expected cells of at most 1 MiB, found a longer one in the row that starts here "
        "(is a quote left open?)\n");
    size = SL_ROW_FIELD_MAX - 16;
    text[sizeof head - 1 + size] = '"';
    struct sl_buffer out = read_bytes(text, sizeof head + size, NULL);
    assert_true(out.length > size);
    assert_null(strchr(out.data, '!'));
    sl_buffer_release(&out);
    free(text);
}

static void blanks_count_as_the_cell_that_they_are_around(void **state)
{
    (void)state;
    const size_t size = 2 * SL_ROW_FIELD_MAX;
    char *text = malloc(size + 16);
    assert_non_null(text);
    memcpy(text, "a,b\n1,", 6);
    memset(text + 6, ' ', size);
    memcpy(text + 6 + size, "2\n", 2);
    check_bytes(text, size + 8,
                "1:a|b\n2[1]!expected cells of at most 1 MiB, found a longer one in the row that "
                "starts here "
                "(is a quote left open?)\n");
    memcpy(text + 6 + SL_ROW_FIELD_MAX / 2, "2\n", 2);
    check_bytes(text, 8 + SL_ROW_FIELD_MAX / 2, "1:a|b\n2:1|2\n");
    free(text);
}

static void a_row_may_have_16_mebibytes(void **state)
{
    (void)state;
    enum { COLUMNS = 20, SIZE = 1000 * 1000 };
    struct sl_buffer text = {0};
    for (int i = 0; i < COLUMNS; i++)
        sl_buffer_add_text(&text, i > 0 ? ",a" : "a");
    for (int i = 0; i < COLUMNS; i++) {
        sl_buffer_add_byte(&text, i > 0 ? ',' : '\n');
        for (int k = 0; k < SIZE; k++)
            sl_buffer_add_byte(&text, 'x');
    }
    sl_buffer_add_text(&text, "\n1\n");
    check_bytes(text.data, text.length,
                "1:a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a\n"
                "2!expected a row of at most 16 MiB, found a longer one\n"
                "3!expected 20 cells, as in the header, found 1\n");
    sl_buffer_release(&text);
}

static void a_row_of_delimiters_is_counted_not_kept(void **state)
{
    (void)state;
    enum { MANY = 5 * 1000 * 1000 };
    char *text = malloc(MANY + 8);
    assert_non_null(text);
    memset(text, ',', MANY);
    check_bytes(text, MANY, "1!expected at most 1024 columns, found more\n");
    memcpy(text, "a,b\n", 4);
    memset(text + 4, ',', MANY);
    memcpy(text + 4 + MANY, "\n,\n", 3);
    check_bytes(text, MANY + 7,
                "1:a|b\n2!expected 2 cells, as in the header, found 5000001\n3:|\n");
    free(text);
}

static void delimiter_and_quote_can_be_others(void **state)
{
    (void)state;
    const struct sl_row_options options = {.delimiter = '\t', .quote = '\''};
    static const char text[] = "a\tb\n'1\t''2'\t\"3\"\n\t \n";
    struct sl_buffer out = read_bytes(text, sizeof text - 1, &options);
    assert_string_equal(out.data, "1:a|b\n2:1\t'2|\"3\"\n3:|\n");
    sl_buffer_release(&out);
}

static void a_missing_file_and_a_folder_fail(void **state)
{
    (void)state;
    struct sl_row_reader *reader = NULL;
    struct sl_row row;
    struct sl_error err = {0};
    assert_int_equal(sl_row_reader_open(&reader, "/nonexistent/x.csv", NULL, &err), SL_FAILED);
    assert_string_equal(err.message, "cannot open /nonexistent/x.csv: No such file or directory");
    assert_int_equal(sl_row_reader_open(&reader, "/tmp", NULL, &err), SL_OK);
    assert_int_equal(sl_row_reader_next(reader, &row, &err), SL_FAILED);
    assert_string_equal(err.message, "cannot read /tmp: Is a directory");
    sl_row_reader_close(reader);
}

/* Reads the text in another way; `length` 0: to its NUL. */
static void check_options(const char *text, size_t length, struct sl_row_options options,
                          const char *expected)
{
    struct sl_buffer out = read_bytes(text, length == 0 ? strlen(text) : length, &options);
    assert_string_equal(out.data, expected);
    sl_buffer_release(&out);
}

static void names_of_utf_8_need_no_decoder(void **state)
{
    (void)state;
    static const char *const names[] = {"utf-8", "UTF8", "ascii", "US-ASCII"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        check_options("a\nb\n", 0, (struct sl_row_options){.encoding = names[i]}, "1:a\n2:b\n");
}

static void an_encoding_that_there_is_not_is_misuse(void **state)
{
    (void)state;
    static const char *const names[] = {"no-such-encoding", "", "utf-16//IGNORE", "//TRANSLIT",
                                        "../x"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        const struct sl_row_options options = {.encoding = names[i]};
        struct sl_row_reader *reader = NULL;
        struct sl_error err = {0};
        assert_int_equal(sl_row_reader_open(&reader, "/dev/null", &options, &err), SL_MISUSE);
        assert_null(reader);
    }
}

static void bytes_that_an_encoding_has_not_end_the_reading(void **state)
{
    (void)state;
    check_options("a,b\n\x80,\xe9\n\x81,x\n1,2\n", 0,
                  (struct sl_row_options){.encoding = "windows-1252"},
                  "1:a|b\n2:€|é\n3!expected text in windows-1252, found the byte 0x81\n");
    check_options("a\0\n\0b", 5, (struct sl_row_options){.encoding = "utf-16le"},
                  "1!expected text in utf-16le, found the byte 0x62\n");
}

static void bytes_mean_what_their_encoding_says_alone_and_together(void **state)
{
    (void)state;
    check_options("\xcf\xf0\xe8 and more of it,x\n", 0,
                  (struct sl_row_options){.encoding = "windows-1251"}, "1:При and more of it|x\n");
    check_options("\xf0\xd2\xc9,\xf0\xd2\xc9\n", 0, (struct sl_row_options){.encoding = "koi8-r"},
                  "1:При|При\n");
    check_options("a\xcc and a,b\n", 0, (struct sl_row_options){.encoding = "cp1258"},
                  "1:\xc3\xa0 and a|b\n"); /* the accent follows its letter */
    check_options("\x1b$B$\"\x1b(B,$B\n", 0, (struct sl_row_options){.encoding = "iso-2022-jp"},
                  "1:\xe3\x81\x82|$B\n"); /* escapes say what the next bytes are */
}

static void a_character_across_two_reads_is_one(void **state)
{
    (void)state;
    enum { SIZE = 300001 };
    char *text = malloc(SIZE);
    assert_non_null(text);
    for (size_t shift = 0; shift < 2; shift++) {
        memset(text, 'x', shift + 1);
        for (size_t i = shift + 1; i + 1 < SIZE; i += 2)
            memcpy(text + i, i % 2000 < 2 ? "\n\n" : "\x82\xa0", 2);
        const size_t size = SIZE - (SIZE - shift - 1) % 2;
        struct sl_buffer out =
            read_bytes(text, size, &(struct sl_row_options){.encoding = "cp932"});
        assert_null(strchr(out.data, '!'));
        assert_non_null(strstr(out.data, "\xe3\x81\x82\xe3\x81\x82"));
        sl_buffer_release(&out);
    }
    free(text);
    const struct sl_row_options options = {.encoding = "cp932"};
    struct sl_row_reader *reader = NULL;
    struct sl_row row;
    struct sl_error err = {0};
    assert_int_equal(sl_row_reader_open(&reader, "/tmp", &options, &err), SL_OK);
    assert_int_equal(sl_row_reader_next(reader, &row, &err), SL_FAILED);
    sl_row_reader_close(reader);
}

static void blanks_of_every_kind_are_told_from_letters(void **state)
{
    (void)state;
    check("a,b\n\v1\f,\f2\v\n", "1:a|b\n2:1|2\n");
    check("a,b\n\b1,2\b\n", "1:a|b\n2:\b1|2\b\n");
    check("a,b\n\xc2\xa3 1,\xe0\xa0\xa0\n", "1:a|b\n2:\xc2\xa3 1|\xe0\xa0\xa0\n");
    check("a,b\n\xc2,1\n1,\xa0\n", "1:a|b\n2[0]!expected UTF-8 (save the file as "
                                   "UTF-8)\n3[1]!expected UTF-8 (save the file as UTF-8)\n");
    check("a,b\n!,\x1f\n", "1:a|b\n2:!|\x1f\n");
}

static void lines_before_the_table_are_skipped(void **state)
{
    (void)state;
    check_options("t\r\nu\r\na,b\r\n1,2\r\n", 0, (struct sl_row_options){.skip = 2},
                  "3:a|b\n4:1|2\n");
    check_options("t\ru\ra,b\r1,2\r", 0, (struct sl_row_options){.skip = 2}, "3:a|b\n4:1|2\n");
    check_options("t\n", 0, (struct sl_row_options){.skip = 5}, "");
    check_options("t", 0, (struct sl_row_options){.skip = 1}, "");
    check_options("t\n\"q\nDate,b\n1,2\n", 0, (struct sl_row_options){.skip_to = "Date"},
                  "3:Date|b\n4:1|2\n");
    check_options("t\n \"Date\" ,b\n1,2\n", 0, (struct sl_row_options){.skip_to = "Date"},
                  "2:Date|b\n3:1|2\n");
    check_options("Dates\nDate", 0, (struct sl_row_options){.skip_to = "Date"}, "2:Date\n");
    check_options("Dates\nDate\r\n1", 0, (struct sl_row_options){.skip_to = "Date"},
                  "2:Date\n3:1\n");
    check_options("x\nDate\n1\n", 0, (struct sl_row_options){.skip_to = "Date", .skip = 1},
                  "2:Date\n3:1\n");
    check_options("t\nu\n", 0, (struct sl_row_options){.skip_to = "Date"},
                  "1!expected a line whose first cell is 'Date', found none\n");
    check_options("", 0, (struct sl_row_options){.skip_to = "Date"}, "");
}

static void lines_of_comment_are_no_rows(void **state)
{
    (void)state;
    check_options("#c\na,b\n# d,e\n\"1\n#2\",3\n4,#5\n#", 0,
                  (struct sl_row_options){.comment = '#'}, "2:a|b\n4:1\n#2|3\n6:4|#5\n");
}

static void short_rows_are_filled_where_that_is_asked(void **state)
{
    (void)state;
    check_options("a,b,c\n1\n1,2,3\n1,2,3,4\n", 0, (struct sl_row_options){.fill = true},
                  "1:a|b|c\n2:1||\n3:1|2|3\n4!expected 3 cells, as in the header, found 4\n");
    check_options("1,2\n1\n", 0, (struct sl_row_options){.width = 2},
                  "1:1|2\n2!expected 2 cells, as in the header, found 1\n");
    char many[3000];
    memset(many, ',', sizeof many);
    struct sl_buffer out = read_bytes(many, sizeof many, &(struct sl_row_options){.width = 2});
    assert_non_null(strstr(out.data, "found 3001"));
    sl_buffer_release(&out);
}

static void a_row_without_header_may_say_what_was_wrong_with_it(void **state)
{
    (void)state;
    const struct sl_row_options two = {.width = 2};
    check_options("1,2,x_error: no date\n3,4,x_error: !\n", 0, two, "1:1|2\n2:3|4\n");
    check_options("1,2,a long word\n3,4,x_\n", 0, two,
                  "1!expected 2 cells, as in the header, found 3\n"
                  "2!expected 2 cells, as in the header, found 3\n");
    check_options("1,2,3,x_error: no date\n", 0, two,
                  "1!expected 2 cells, as in the header, found 4\n");
}

/* `count` lines of the text in one. The caller frees it. */
static char *repeat(const char *text, size_t count, const char *end)
{
    const size_t length = strlen(text);
    char *all = malloc(count * length + strlen(end) + 1);
    assert_non_null(all);
    for (size_t i = 0; i < count; i++)
        memcpy(all + i * length, text, length);
    strcpy(all + count * length, end);
    return all;
}

static void a_long_line_that_is_skipped_is_one_line(void **state)
{
    (void)state;
    char *line = repeat("x", 4096, "Date,b\nDate,b\n1,2\n"); /* "Date" at the start of a piece */
    check_options(line, 0, (struct sl_row_options){.skip_to = "Date"}, "2:Date|b\n3:1|2\n");
    free(line);
    line = repeat("x", 4095, "\r\nu\r\na,b\r\n1,2\r\n"); /* a line end across two pieces */
    check_options(line, 0, (struct sl_row_options){.skip = 2}, "3:a|b\n4:1|2\n");
    free(line);
    line = repeat(" ", 5000, "\nDate,b\n1,2\n");
    check_options(line, 0, (struct sl_row_options){.skip_to = "Date"}, "2:Date|b\n3:1|2\n");
    free(line);
    line = repeat("#", 9000, "\na,b\n#\n1,2\n");
    check_options(line, 0, (struct sl_row_options){.comment = '#'}, "2:a|b\n4:1|2\n");
    free(line);
}

static void a_header_over_the_limits_is_refused(void **state)
{
    (void)state;
    char *header = repeat(",", 1024, "");
    check(header, "1!expected at most 1024 columns, found more\n"); /* without a line end, too */
    check_options(header, 0, (struct sl_row_options){.width = 2},
                  "1!expected 2 cells, as in the header, found 1025\n");
    free(header);
    char *cell = repeat("x", 1024 * 1024 - 8192, ",");
    header = repeat(cell, 17, "\n");
    check(header, "1!expected a row of at most 16 MiB, found a longer one\n");
    check_options(header, 0, (struct sl_row_options){.width = 18},
                  "1!expected a row of at most 16 MiB, found a longer one\n");
    free(header);
    free(cell);
}

static void tabs_are_blanks_too(void **state)
{
    (void)state;
    char *tabs = repeat("\t ", 3000, "\na,b\n\t\t1\t,2\n");
    check(tabs, "2:a|b\n3:1|2\n");
    free(tabs);
    static const size_t counts[] = {9000, 1024 * 1024 + 4096};
    for (size_t i = 0; i < 2; i++) {
        tabs = repeat("\t", counts[i], ",2\n");
        tabs[0] = 'x';
        check(tabs, i == 0 ? "1:x|2\n"
                           : "1[0]!expected cells of at most 1 MiB, found a longer one in the "
                             "row that starts here (is a quote left open?)\n");
        free(tabs);
    }
    check("a,b\nx\t \t,\t \t\n", "1:a|b\n2:x|\n");
    check_options("a\tb\n\t\n1\t2\n", 0, (struct sl_row_options){.delimiter = '\t'},
                  "1:a|b\n2:|\n3:1|2\n");
}

static void an_encoding_s_name_has_an_end(void **state)
{
    (void)state;
    char *name = repeat("x", 40, "");
    struct sl_row_reader *reader = NULL;
    struct sl_error err = {0};
    assert_int_equal(
        sl_row_reader_open(&reader, "/dev/null", &(struct sl_row_options){.encoding = name}, &err),
        SL_MISUSE);
    assert_null(reader);
    free(name);
}

static void the_lines_at_the_top_can_be_asked_for_before_the_rows(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        struct sl_row_options options;
        const char *top;
        enum sl_status status;
    } files[] = {
        {"t\nu\nDate,b\n", {.skip_to = "Date", .keep_top = true}, "t\nu\n", SL_OK},
        {"t\nu\nDate,b\n", {.skip = 1, .keep_top = true}, "t\n", SL_OK},
        {"t", {.skip = 9, .keep_top = true}, "t", SL_OK},
        {"t\n", {.skip_to = "Date", .keep_top = true}, "t\n", SL_OK},
        {"a,b\n", {.keep_top = true}, NULL, SL_OK},
        {"\xff\xfe", {.skip = 1, .keep_top = true}, NULL, SL_INVALID},
    };
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        char path[] = "/tmp/stakeline-rows-XXXXXX";
        const char *top = NULL;
        struct sl_row_reader *reader = NULL;
        const size_t length = strlen(files[i].text);
        int fd = mkstemp(path);
        assert_int_equal(write(fd, files[i].text, length), length);
        close(fd);
        assert_int_equal(sl_row_reader_open(&reader, path, &files[i].options, NULL), SL_OK);
        assert_int_equal(sl_row_reader_top(reader, &top, NULL), files[i].status);
        if (files[i].top == NULL) assert_null(top);
        if (files[i].top != NULL) assert_memory_equal(top, files[i].top, strlen(files[i].top));
        sl_row_reader_close(reader);
        unlink(path);
    }
}

static void the_size_of_no_file_is_not_known(void **state)
{
    (void)state;
    struct sl_row_reader *reader = NULL;
    int kept = dup(STDIN_FILENO);
    assert_int_equal(sl_row_reader_open(&reader, "-", NULL, NULL), SL_OK);
    close(STDIN_FILENO);
    assert_int_equal(sl_row_reader_size(reader), 0);
    assert_int_equal(dup2(kept, STDIN_FILENO), STDIN_FILENO);
    close(kept);
    sl_row_reader_close(reader);
}

/* The JSON that csv-spectrum gives for a file: an array of objects, columns in the header's order.
 */
static void check_spectrum(const char *folder, const char *name)
{
    char path[512];
    json_error_t error;
    snprintf(path, sizeof path, "%s/json/%s.json", folder, name);
    json_t *wanted = json_load_file(path, 0, &error);
    assert_non_null(wanted);
    struct sl_row_reader *reader = NULL;
    struct sl_row row;
    snprintf(path, sizeof path, "%s/csvs/%s.csv", folder, name);
    assert_int_equal(sl_row_reader_open(&reader, path, NULL, NULL), SL_OK);
    assert_int_equal(sl_row_reader_next(reader, &row, NULL), SL_OK);
    char columns[8][32];
    size_t count = row.count;
    assert_true(count <= 8);
    for (size_t i = 0; i < count; i++)
        snprintf(columns[i], sizeof columns[i], "%s", row.cells[i].text);
    size_t index;
    json_t *object;
    json_array_foreach(wanted, index, object)
    {
        assert_int_equal(sl_row_reader_next(reader, &row, NULL), SL_OK);
        assert_int_equal(json_object_size(object), count);
        for (size_t i = 0; i < count; i++) {
            const char *value = json_string_value(json_object_get(object, columns[i]));
            assert_non_null(value);
            assert_string_equal(row.cells[i].text, value);
        }
    }
    assert_int_equal(sl_row_reader_next(reader, &row, NULL), SL_NOTHING);
    sl_row_reader_close(reader);
    json_decref(wanted);
}

static void csv_spectrum_reads_as_its_json(void **state)
{
    (void)state;
    static const char *const names[] = {
        "comma_in_quotes",
        "empty",
        "empty_crlf",
        "escaped_quotes",
        "json",
        "newlines",
        "newlines_crlf",
        "quotes_and_newlines",
        "simple",
        "simple_crlf",
        "utf8",
    };
    const char *shared = getenv("SL_SHARED_DATA");
#ifdef SL_SHARED_DATA_DEFAULT
    if (shared == NULL) shared = SL_SHARED_DATA_DEFAULT;
#endif
    char folder[256];
    snprintf(folder, sizeof folder, "%s/csv-spectrum", shared != NULL ? shared : ".");
    if (access(folder, R_OK) != 0) {
        print_message("csv-spectrum is not here (SL_SHARED_DATA names its folder): skipped\n");
        skip();
    }
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        check_spectrum(folder, names[i]);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_row_starts_at_its_physical_line),
        cmocka_unit_test(runs_of_line_ends_count_each),
        cmocka_unit_test(rows_of_blank_cells_are_passed_over_where_that_is_wanted),
        cmocka_unit_test(quoted_line_ends_count_as_lines),
        cmocka_unit_test(line_ends_split_between_reads_count_once),
        cmocka_unit_test(the_last_row_needs_no_line_end),
        cmocka_unit_test(blanks_around_a_cell_are_dropped),
        cmocka_unit_test(the_byte_order_mark_is_dropped),
        cmocka_unit_test(an_empty_file_has_no_rows),
        cmocka_unit_test(utf_16_is_refused),
        cmocka_unit_test(a_nul_byte_ends_the_reading),
        cmocka_unit_test(bytes_that_are_not_utf_8_are_named_by_cell),
        cmocka_unit_test(a_row_has_the_header_s_number_of_cells),
        cmocka_unit_test(a_stray_quote_is_refused_on_its_line),
        cmocka_unit_test(an_open_quote_is_refused_where_its_row_starts),
        cmocka_unit_test(a_cell_may_have_a_mebibyte),
        cmocka_unit_test(blanks_count_as_the_cell_that_they_are_around),
        cmocka_unit_test(a_row_may_have_16_mebibytes),
        cmocka_unit_test(a_row_of_delimiters_is_counted_not_kept),
        cmocka_unit_test(delimiter_and_quote_can_be_others),
        cmocka_unit_test(a_missing_file_and_a_folder_fail),
        cmocka_unit_test(names_of_utf_8_need_no_decoder),
        cmocka_unit_test(an_encoding_that_there_is_not_is_misuse),
        cmocka_unit_test(bytes_that_an_encoding_has_not_end_the_reading),
        cmocka_unit_test(bytes_mean_what_their_encoding_says_alone_and_together),
        cmocka_unit_test(a_character_across_two_reads_is_one),
        cmocka_unit_test(blanks_of_every_kind_are_told_from_letters),
        cmocka_unit_test(lines_before_the_table_are_skipped),
        cmocka_unit_test(lines_of_comment_are_no_rows),
        cmocka_unit_test(short_rows_are_filled_where_that_is_asked),
        cmocka_unit_test(a_row_without_header_may_say_what_was_wrong_with_it),
        cmocka_unit_test(a_long_line_that_is_skipped_is_one_line),
        cmocka_unit_test(a_header_over_the_limits_is_refused),
        cmocka_unit_test(tabs_are_blanks_too),
        cmocka_unit_test(an_encoding_s_name_has_an_end),
        cmocka_unit_test(the_lines_at_the_top_can_be_asked_for_before_the_rows),
        cmocka_unit_test(the_size_of_no_file_is_not_known),
        cmocka_unit_test(csv_spectrum_reads_as_its_json),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
