/* The style block: themes, a user's own, and what areas and names are written as. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buffer.h"
#include "export/chart_style.h"
#include "export/gnuplot.h"

static char path[] = "/tmp/test-style-XXXXXX";

static int make_file(void **state)
{
    (void)state;
    int fd = mkstemp(path);
    return fd < 0 ? -1 : close(fd);
}

static int remove_file(void **state)
{
    (void)state;
    return unlink(path);
}

static void write_style(const char *text, size_t length)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(text, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
}

static struct sl_buffer theme_text(enum sl_theme theme)
{
    struct sl_buffer style = {0};
    assert_int_equal(sl_style_read(&style, theme, NULL, NULL), SL_OK);
    assert_true(style.length > 1000);
    return style;
}

static void a_style_that_sets_everything_takes_the_themes_place(void **state)
{
    (void)state;
    struct sl_buffer dark = theme_text(SL_THEME_DARK), own = {0};
    write_style(dark.data, dark.length);
    assert_int_equal(sl_style_read(&own, SL_THEME_LIGHT, path, NULL), SL_OK);
    assert_string_equal(own.data, dark.data);
    sl_buffer_release(&dark);
    sl_buffer_release(&own);
}

static void what_a_style_leaves_open_is_as_in_the_theme(void **state)
{
    (void)state;
    static const char text[] = "INK = \"#ff0000\"\r\nset linetype 1 lw 9";
    static const char kept[] = "INK = \"#ff0000\"\nset linetype 1 lw 9\n";
    struct sl_buffer print = theme_text(SL_THEME_PRINT), own = {0};
    write_style(text, sizeof text - 1);
    assert_int_equal(sl_style_read(&own, SL_THEME_PRINT, path, NULL), SL_OK);
    assert_memory_equal(own.data, print.data, print.length);
    assert_string_equal(own.data + own.length - (sizeof kept - 1), kept);
    write_style("", 0);
    assert_int_equal(sl_style_read(&own, SL_THEME_PRINT, path, NULL), SL_OK);
    assert_memory_equal(own.data, print.data, print.length);
    sl_buffer_release(&print);
    sl_buffer_release(&own);
}

static void a_style_may_choose_the_terminal(void **state)
{
    (void)state;
    static const char text[] = "INK = \"#ff0000\"\n  set terminal svg size 10,10\n";
    struct sl_buffer light = theme_text(SL_THEME_LIGHT), own = {0};
    assert_false(sl_style_has_terminal(&light));
    write_style(text, sizeof text - 1);
    assert_int_equal(sl_style_read(&own, SL_THEME_LIGHT, path, NULL), SL_OK);
    assert_true(sl_style_has_terminal(&own));
    sl_buffer_release(&light);
    sl_buffer_release(&own);
}

static void what_is_no_text_is_refused(void **state)
{
    (void)state;
    struct sl_buffer own = {0};
    struct sl_error err = {0};
    write_style("a\0b", 3);
    assert_int_equal(sl_style_read(&own, SL_THEME_LIGHT, path, &err), SL_MISUSE);
    assert_int_equal(sl_style_read(&own, SL_THEME_LIGHT, "/dev/zero", &err), SL_MISUSE);
    assert_int_equal(sl_style_read(&own, SL_THEME_LIGHT, "/", &err), SL_FAILED);
    assert_int_equal(sl_style_read(&own, SL_THEME_LIGHT, "/does/not/exist", &err), SL_FAILED);
    assert_non_null(strstr(err.message, "/does/not/exist: No such file"));
    sl_buffer_release(&own);
}

/* A chart may ask for any look; gnuplot must know the variables and linetypes of all. */
static void every_theme_has_every_look(void **state)
{
    (void)state;
    for (int theme = SL_THEME_LIGHT; theme <= SL_THEME_PRINT; theme++) {
        struct sl_buffer script = theme_text((enum sl_theme)theme), out = {0};
        struct sl_error err = {0};
        sl_buffer_add_text(&script, "set terminal svg font FACE.\",12\" background rgb PAPER @SVG\n"
                                    "set label INK.MUTED.GRID.EDGE.PNG.PDF at 1, BAND + SIGNS + "
                                    "PLATES\n");
        for (size_t i = 0; i < 20; i++) {
            int look = sl_look(i, i == 19);
            for (int style = SL_STYLE_LINE; style <= SL_STYLE_REST; style += 100) {
                sl_buffer_add_text(&script, "set object rectangle from 1,1 to 2,2");
                sl_style_add_fill(&script, style == SL_STYLE_REST ? style : style + look,
                                  style == SL_STYLE_PENDING);
                sl_buffer_printf(&script, "\nset arrow from 1,1 to 2,2 lc rgb ON[%d] dt 1 lw 1\n",
                                 sl_area(look));
            }
        }
        sl_buffer_add_text(&script, "plot for [i=1:17] i lt i, for [i=101:117] i lt i, "
                                    "for [i=201:217] i lt i\n");
        enum sl_status status = sl_gnuplot_run(&out, &script, SL_PICTURE_SVG, NULL, 0, &err);
        bool missing = status != SL_OK && strstr(err.message, "gnuplot-nox") != NULL;
        if (status != SL_OK && !missing) fail_msg("%s", err.message);
        sl_buffer_release(&script);
        sl_buffer_release(&out);
    }
}

static void the_others_look_like_no_line(void **state)
{
    (void)state;
    for (size_t i = 0; i < 40; i++) {
        assert_true(sl_look(i, false) != sl_look(i, true));
        assert_true(sl_area(sl_look(i, false)) != sl_area(sl_look(i, true)));
    }
    for (size_t i = 0; i < 16; i++)
        for (size_t k = 0; k < i; k++)
            assert_true(sl_look(i, false) != sl_look(k, false));
}

static void a_name_is_an_expression_that_knows_its_picture(void **state)
{
    (void)state;
    struct sl_buffer out = {0};
    sl_gnuplot_add_name(&out, "A & <b>1");
    assert_string_equal(out.data, "\"A \".AMP.\" \".LT.\"b\".GT.\"\\061\"");
    sl_buffer_clear(&out);
    sl_gnuplot_add_name(&out, "");
    assert_string_equal(out.data, "\"\"");
    sl_buffer_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_style_that_sets_everything_takes_the_themes_place),
        cmocka_unit_test(what_a_style_leaves_open_is_as_in_the_theme),
        cmocka_unit_test(a_style_may_choose_the_terminal),
        cmocka_unit_test(what_is_no_text_is_refused),
        cmocka_unit_test(every_theme_has_every_look),
        cmocka_unit_test(the_others_look_like_no_line),
        cmocka_unit_test(a_name_is_an_expression_that_knows_its_picture),
    };
    return cmocka_run_group_tests(tests, make_file, remove_file);
}
