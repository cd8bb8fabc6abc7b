/* Text through gnuplot, and gnuplot itself: nothing that a name says is ever done. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buffer.h"
#include "export/gnuplot.h"

static const char *const hostile[] = {
    "'''lead",
    "a''''b",
    "say \"hi\"",
    "`touch /tmp/pwned`",
    "\"; system(\"touch /tmp/pwned\"); \"",
    "$(touch /tmp/pwned)",
    "@HOME",
    "EODx ends $d << EOD",
    "END_OF_DATA",
    "e",
    "100% X %s %d %n",
    "{/Symbol a}_{sub}^{sup} {",
    "}}}}{{{{",
    "back\\slash\\",
    "\\101\\n\\\\",
    "\\0601",
    "x\\",
    "|touch /tmp/pwned",
    "<touch /tmp/pwned",
    "# no comment",
    "R&#x41;",
    "]]>",
    "&amp; &lt;b&gt; <script>",
    "--><!--",
    "\xe6\xa0\xaa\xe5\xbc\x8f\xe4\xbc\x9a\xe7\xa4\xbe",
    "\xd8\xb4\xd8\xb1\xd9\x83\xd8\xa9",
    "1\t2\t3",
    "tab\there",
    " leading and trailing ",
};
enum { HOSTILE = sizeof hostile / sizeof *hostile };

/* Skips only where there is none: one that fails fails the test. */
static bool has_gnuplot(void)
{
    struct sl_buffer script = {0}, out = {0};
    struct sl_error err = {0};
    sl_buffer_add_text(&script, "set terminal svg\nplot [0:1] x\n");
    enum sl_status status = sl_gnuplot_run(&out, &script, SL_PICTURE_SVG, NULL, 0, &err);
    sl_buffer_release(&script);
    sl_buffer_release(&out);
    bool missing = status != SL_OK && strstr(err.message, "gnuplot-nox") != NULL;
    if (status != SL_OK && !missing) fail_msg("%s", err.message);
    return !missing;
}

static void add_label(struct sl_buffer *script, const char *text, int index)
{
    sl_buffer_printf(script, "set label %d ", index + 1);
    sl_gnuplot_add_text(script, text, SL_PICTURE_SVG);
    sl_buffer_printf(script, " at graph 0, graph 0.%03d\n", index * 9 + 1);
}

static void a_name_that_mixes_directions_is_said_to_run_from_the_left(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        bool mixes;
    } names[] = {{"אבג Ltd", true},  {"אבג 1", true},    {"אבג a", true},    {"אבג -", false},
                 {"ﭏ Ltd", true},    {"Ltd", false},     {"豈 Ltd", false},  {"Ｌ Ltd", false},
                 {"A\x01 b", false}, {"شركة ABC", true}, {"\u4e00 9", false}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct sl_buffer out = {0};
        sl_gnuplot_add_name(&out, names[i].name);
        if (out.failed || (strstr(out.data, ".LTR.") != NULL) != names[i].mixes)
            fail_msg("%s: %s", names[i].name, out.data);
        sl_buffer_release(&out);
    }
}

/* What the text is to be read as in the SVG: cleaned, and written with its entities. */
static void add_expected(struct sl_buffer *out, const char *text)
{
    sl_buffer_add_byte(out, '>'); /* of <text> */
    for (; *text != '\0'; text++) {
        if (*text == '&') {
            sl_buffer_add_text(out, "&#x26;");
        } else if (*text == '<') {
            sl_buffer_add_text(out, "&#x3c;");
        } else if (*text == '>') {
            sl_buffer_add_text(out, "&#x3e;");
        } else if ((unsigned char)*text < ' ') {
            sl_buffer_add_text(out, "\xef\xbf\xbd");
        } else {
            sl_buffer_add_byte(out, *text);
        }
    }
    sl_buffer_add_text(out, "</text>");
}

static void only_letters_and_blanks_stand_bare(void **state)
{
    (void)state;
    struct sl_buffer out = {0};
    sl_gnuplot_add_text(&out, "Ab 1'\n\xc3\xa9&", SL_PICTURE_PNG);
    assert_string_equal(out.data, "\"Ab \\061\\047\\357\\277\\275\\303\\251\\046\"");
    sl_buffer_clear(&out);
    sl_gnuplot_add_text(&out, "&<>", SL_PICTURE_SVG);
    assert_string_equal(out.data, "\"\\046\\043x\\062\\066\\073\\046\\043x\\063c\\073"
                                  "\\046\\043x\\063e\\073\"");
    sl_buffer_clear(&out);
    sl_gnuplot_add_text(&out, "", SL_PICTURE_SVG);
    assert_string_equal(out.data, "\"\"");
    sl_buffer_release(&out);
}

static void hostile_text_comes_out_verbatim_and_nothing_runs(void **state)
{
    (void)state;
    if (!has_gnuplot()) skip();
    struct sl_buffer script = {0}, out = {0}, expected = {0};
    struct sl_error err = {0};
    sl_buffer_add_text(&script, "set terminal svg noenhanced\nset encoding utf8\n");
    for (int i = 0; i < HOSTILE; i++)
        add_label(&script, hostile[i], i);
    sl_buffer_add_text(&script, "set datafile separator \"\\t\"\nset datafile commentschars ''\n"
                                "$names << END_OF_DATA\n");
    for (int i = 0; i < HOSTILE; i++) {
        sl_buffer_printf(&script, "%d\t", i + 1);
        sl_gnuplot_add_text(&script, hostile[i], SL_PICTURE_SVG);
        sl_buffer_add_byte(&script, '\n');
    }
    sl_buffer_add_text(&script, "END_OF_DATA\nset style fill solid\n"
                                "plot $names using 1:1:ytic(2) with points\n");
    enum sl_status status = sl_gnuplot_run(&out, &script, SL_PICTURE_SVG, NULL, 0, &err);
    if (status != SL_OK) fail_msg("%s", err.message);
    for (int i = 0; i < HOSTILE; i++) {
        sl_buffer_clear(&expected);
        add_expected(&expected, hostile[i]);
        const char *label = strstr(out.data, expected.data);
        if (label == NULL || strstr(label + 1, expected.data) == NULL) {
            fail_msg("altered as a label or in data: %s", hostile[i]);
        }
    }
    assert_int_equal(access("/tmp/pwned", F_OK), -1);
    sl_buffer_release(&script);
    sl_buffer_release(&out);
    sl_buffer_release(&expected);
}

/* A small generator of its own, so that the strings are the same on every system. */
static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

static void random_bytes_never_break_out(void **state)
{
    (void)state;
    if (!has_gnuplot()) skip();
    static const char dangerous[] = "'\"`\\{}$@%#&<>;|!\n\r\t01789eEOD_^~ax";
    struct sl_buffer script = {0}, out = {0};
    struct sl_error err = {0};
    uint32_t seed = 20230206;
    sl_buffer_add_text(&script, "set terminal svg noenhanced\nset encoding utf8\n");
    for (int i = 0; i < 400; i++) {
        char text[32];
        size_t length = next_random(&seed) % (sizeof text - 1);
        for (size_t k = 0; k < length; k++) {
            uint32_t dice = next_random(&seed);
            text[k] = dice % 3 == 0 ? (char)(1 + dice / 3 % 255)
                                    : dangerous[dice / 3 % (sizeof dangerous - 1)];
        }
        text[length] = '\0';
        sl_buffer_printf(&script, "set label %d ", i + 1);
        sl_gnuplot_add_text(&script, text, SL_PICTURE_SVG);
        sl_buffer_add_text(&script, " at graph 0, graph 0\n");
    }
    sl_buffer_add_text(&script, "plot [0:1] x\n");
    enum sl_status status = sl_gnuplot_run(&out, &script, SL_PICTURE_SVG, NULL, 0, &err);
    if (status != SL_OK) fail_msg("%s", err.message);
    sl_buffer_release(&script);
    sl_buffer_release(&out);
}

static void every_kind_of_picture_is_drawn_whole(void **state)
{
    (void)state;
    if (!has_gnuplot()) skip();
    static const char *const terminals[] = {"svg", "pngcairo", "pdfcairo"};
    for (int kind = 0; kind < 3; kind++) {
        struct sl_buffer script = {0}, out = {0};
        struct sl_error err = {0};
        sl_buffer_printf(&script, "set terminal %s\nplot [0:1] x\n", terminals[kind]);
        enum sl_status status = sl_gnuplot_run(&out, &script, (enum sl_picture)kind, NULL, 0, &err);
        if (status != SL_OK) fail_msg("%s: %s", terminals[kind], err.message);
        assert_true(sl_picture_is_whole(&out, (enum sl_picture)kind));
        out.length /= 2;
        assert_false(sl_picture_is_whole(&out, (enum sl_picture)kind));
        sl_buffer_release(&script);
        sl_buffer_release(&out);
    }
}

static void expect_failure(const char *text, const char *program, int limit_ms, const char *what)
{
    struct sl_buffer script = {0}, out = {0};
    struct sl_error err = {0};
    sl_buffer_add_text(&script, text);
    assert_int_equal(sl_gnuplot_run(&out, &script, SL_PICTURE_SVG, program, limit_ms, &err),
                     SL_FAILED);
    if (strstr(err.message, what) == NULL) fail_msg("%s", err.message);
    sl_buffer_release(&script);
    sl_buffer_release(&out);
}

static void a_missing_gnuplot_names_the_package(void **state)
{
    (void)state;
    expect_failure("plot x\n", "stakeline-has-no-such-program", 0, "gnuplot-nox");
}

static void an_error_a_warning_and_half_a_picture_are_failures(void **state)
{
    (void)state;
    if (!has_gnuplot()) skip();
    expect_failure("set terminal svg\nplot [0:1] nonsense\n", NULL, 0, "nonsense");
    expect_failure("set terminal svg\nplot [0:1] x\nprint \"psst\"\n", NULL, 0, "psst");
    expect_failure("set terminal svg\n", NULL, 0, "not whole");
    expect_failure("set terminal png\nplot [0:1] x\n", NULL, 0, "not whole");
}

static void a_run_that_takes_too_long_is_stopped(void **state)
{
    (void)state;
    if (!has_gnuplot()) skip();
    expect_failure("while (1) { x = 1 }\n", NULL, 200, "200 ms");
}

static void a_file_that_a_command_makes_is_found_out(void **state)
{
    (void)state;
    if (!has_gnuplot()) skip();
    expect_failure("set terminal svg\n!touch made\nplot [0:1] x\n", NULL, 0,
                   "gnuplot made a file, which no chart does: 'made'");
    assert_int_equal(access("made", F_OK), -1);
}

/* Only the test's own folder is the temporary one, so that what is left over is seen. */
static void nothing_is_left_behind(void **state)
{
    (void)state;
    if (!has_gnuplot()) skip();
    char folder[] = "/tmp/stakeline-test-XXXXXX";
    assert_non_null(mkdtemp(folder));
    const char *old = getenv("TMPDIR");
    char *kept = old == NULL ? NULL : strdup(old);
    setenv("TMPDIR", folder, 1);
    assert_true(has_gnuplot());
    expect_failure("nonsense\n", NULL, 0, "invalid command");
    if (kept == NULL) {
        unsetenv("TMPDIR");
    } else {
        setenv("TMPDIR", kept, 1);
    }
    free(kept);
    assert_int_equal(rmdir(folder), 0); /* fails while anything is in it */
}

static void startup_files_are_not_read(void **state)
{
    (void)state;
    if (!has_gnuplot()) skip();
    char folder[] = "/tmp/stakeline-test-XXXXXX", path[64];
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/.gnuplot", folder);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_true(fputs("print \"startup file\"\n", file) >= 0);
    assert_int_equal(fclose(file), 0);
    const char *old = getenv("HOME");
    char *kept = old == NULL ? NULL : strdup(old);
    setenv("HOME", folder, 1);
    assert_true(has_gnuplot());
    if (kept != NULL) setenv("HOME", kept, 1);
    free(kept);
    assert_int_equal(unlink(path), 0);
    assert_int_equal(rmdir(folder), 0);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_letters_and_blanks_stand_bare),
        cmocka_unit_test(a_name_that_mixes_directions_is_said_to_run_from_the_left),
        cmocka_unit_test(hostile_text_comes_out_verbatim_and_nothing_runs),
        cmocka_unit_test(random_bytes_never_break_out),
        cmocka_unit_test(every_kind_of_picture_is_drawn_whole),
        cmocka_unit_test(a_missing_gnuplot_names_the_package),
        cmocka_unit_test(a_file_that_a_command_makes_is_found_out),
        cmocka_unit_test(an_error_a_warning_and_half_a_picture_are_failures),
        cmocka_unit_test(a_run_that_takes_too_long_is_stopped),
        cmocka_unit_test(nothing_is_left_behind),
        cmocka_unit_test(startup_files_are_not_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
