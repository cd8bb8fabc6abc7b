/* What stands between other people's text and a page: quoting, addresses, pictures, file names. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "export/html.h"
#include "export/report.h"
#include "export/svg.h"

static void assert_quoted(const char *text, const char *expected)
{
    struct sl_buffer out = {0};
    sl_buffer_add_text(&out, "[");
    sl_html_text(&out, text);
    assert_string_equal(out.data + 1, expected);
    sl_buffer_release(&out);
}

static void everything_that_means_something_is_quoted(void **state)
{
    (void)state;
    assert_quoted("a & <b> \"c\" 'd'", "a &amp; &lt;b&gt; &quot;c&quot; &#39;d&#39;");
    assert_quoted("</script><!--", "&lt;/script&gt;&lt;!--");
    assert_quoted("日産 &#x26;", "日産 &amp;#x26;");
    assert_quoted("a\x1b[1m\n\xff\u202e", "a\\u{1B}[1m\\u{A}\\u{FF}\\u{202E}");
    assert_quoted("", "");
    assert_quoted(NULL, "");
}

static void only_web_addresses_are_addresses(void **state)
{
    (void)state;
    static const char *const good[] = {"http://a", "https://a/b?c=d&e=f#g", "HTTPS://A",
                                       "http://a/\"x", "https://\u00e9.fr"};
    static const char *const bad[] = {"javascript:alert(1)",
                                      " https://a",
                                      "https://a b",
                                      "data:text/html,x",
                                      "//a",
                                      "ftp://a",
                                      "java\nscript:alert()",
                                      "https:/a",
                                      "http",
                                      "",
                                      "https://a\n",
                                      "https://a\x7f",
                                      "https://\xff"};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        assert_true(sl_html_is_address(good[i]));
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(sl_html_is_address(bad[i]));
    assert_false(sl_html_is_address(NULL));
}

static void a_link_cannot_be_left(void **state)
{
    (void)state;
    struct sl_buffer out = {0};
    sl_html_link(&out, "https://a/\"><b>&'\u00e9", "<i>");
    assert_string_equal(out.data, "<a rel=\"noopener noreferrer\" "
                                  "href=\"https://a/%22%3E%3Cb%3E&amp;&#39;%C3%A9\">&lt;i&gt;</a>");
    sl_buffer_clear(&out);
    sl_html_link(&out, "javascript:alert(1)", "<i>");
    assert_string_equal(out.data, "&lt;i&gt;");
    sl_buffer_release(&out);
}

/* What becomes of a picture; NULL: it is refused. */
static void assert_picture(const char *inside, const char *expected)
{
    struct sl_buffer svg = {0}, out = {0};
    struct sl_svg_colours colours = {0};
    const struct sl_svg_names names = {7, "T<", "D"};
    sl_buffer_printf(
        &svg, "<?xml version=\"1.0\"?>\n<svg width=\"9\" viewBox=\"0 0 9 9\" >%s</svg>", inside);
    enum sl_status status = sl_svg_add(&out, svg.data, svg.length, &names, &colours, NULL);
    assert_int_equal(status, expected == NULL ? SL_FAILED : SL_OK);
    if (expected == NULL) {
        assert_int_equal(out.length, 0);
    } else {
        char whole[1024];
        snprintf(whole, sizeof whole,
                 "<svg role=\"img\" aria-label=\"T&lt;\" aria-describedby=\"c7-desc\" "
                 "viewBox=\"0 0 9 9\">\n<title>T&lt;</title>\n<desc id=\"c7-desc\">D</desc>\n%s"
                 "</svg>\n",
                 expected);
        assert_string_equal(out.data, whole);
    }
    sl_buffer_release(&svg);
    sl_buffer_release(&out);
}

static void shapes_and_texts_are_kept(void **state)
{
    (void)state;
    assert_picture(
        "<title>Gnuplot</title><g id=\"gnuplot_canvas\" fill='none'>\n <path d='M1,2 L3'/>"
        "</g>",
        "<g fill=\"none\"><path d=\"M1,2 L3\"/></g>");
    assert_picture("<text x='1'>a &#x3c; b ]]> c</text>",
                   "<text x=\"1\">a &#x3c; b ]]&gt; c</text>");
    assert_picture("<g stroke='red'>\n</g><g><g/></g>", "");
}

static void names_are_the_pages_own_and_only_those_in_use(void **state)
{
    (void)state;
    assert_picture("<defs><circle id='a' r='1'/><rect id='b' x='0'/></defs><use xlink:href='#a'/>",
                   "<defs><circle id=\"c7-a\" r=\"1\"/></defs><use href=\"#c7-a\"/>");
    assert_picture(
        "<defs><pattern id='p'><path style='fill:none; stroke:#102030' d='M0'/></pattern>"
        "</defs><rect fill = 'url(#p)'/>",
        "<defs><pattern id=\"c7-p\"><path fill=\"none\" stroke=\"var(--c102030)\" d=\"M0\"/>"
        "</pattern></defs><rect fill=\"url(#c7-p)\"/>");
}

static void what_runs_or_leads_outside_is_left_out(void **state)
{
    (void)state;
    assert_picture("<script>alert('</g>')</script><path d='M0'/>", "<path d=\"M0\"/>");
    assert_picture("<a xlink:href='javascript:x'><path/></a>", "");
    assert_picture("<path onclick='x' href='y' style='background:url(http://x)' d='M0'/>",
                   "<path d=\"M0\"/>");
    assert_picture("<use xlink:href='http://x#a'/><rect fill='url(http://x)'/>", "<use/><rect/>");
    assert_picture("<image xlink:href='http://x'/><foreignObject><b>x</b></foreignObject>", "");
}

static void what_is_no_picture_is_refused(void **state)
{
    (void)state;
    assert_picture("<g>", NULL);
    assert_picture("</g>", NULL);
    assert_picture("<path d='M0>", NULL);
    assert_picture("<path d=M0/>", NULL);
    assert_picture("<script>", NULL);
    assert_picture("< path/>", NULL);
}

static void colours_follow_light_and_dark(void **state)
{
    (void)state;
    assert_picture(
        "<path stroke='rgb(  1, 2,255)' fill=\"white\" color='black'/>",
        "<path stroke=\"var(--c0102ff)\" fill=\"var(--cffffff)\" color=\"var(--c000000)\"/>");
    assert_picture("<path stroke='rgb(1,2,256)' fill='expression(1)'/>", "<path/>");
    assert_int_equal(sl_svg_dark(0xffffff), 0x161616); /* the paper of report.css */
    assert_true((sl_svg_dark(0x000000) & 0xff) > 0xe8);
    struct sl_svg_colours colours = {.list = {0xffffff}, .count = 1};
    struct sl_buffer out = {0};
    sl_svg_add_colours(&out, &colours);
    assert_string_equal(out.data,
                        "<style>:root{--cffffff:#ffffff;}\n@media screen and "
                        "(prefers-color-scheme:dark){:root{--cffffff:#161616;}}</style>\n");
    sl_buffer_release(&out);
}

static void file_names_are_safe_and_stable(void **state)
{
    (void)state;
    char name[SL_REPORT_FILE_SIZE], again[SL_REPORT_FILE_SIZE], long_name[513] = "";
    assert_int_equal(sl_report_file_name(name, "Société Générale S.A.", NULL), SL_OK);
    assert_memory_equal(name, "societe-generale-sa-", 20);
    assert_int_equal(sl_report_file_name(again, "Société Générale S.A.", NULL), SL_OK);
    assert_string_equal(name, again);
    assert_int_equal(sl_report_file_name(again, "Societe Generale SA", NULL), SL_OK);
    assert_string_not_equal(name, again);
    assert_int_equal(sl_report_file_name(name, "日産", NULL), SL_OK);
    assert_memory_equal(name, "entity-", 7);
    assert_int_equal(sl_report_file_name(name, "../../etc/passwd", NULL), SL_OK);
    assert_null(strpbrk(name, "/\\"));
    assert_null(strstr(name, ".."));
    memset(long_name, 'a', sizeof long_name - 1);
    assert_int_equal(sl_report_file_name(name, long_name, NULL), SL_OK);
    assert_in_range(strlen(name), 40, 60);
    assert_string_equal(strrchr(name, '.'), ".html");
}

int main(void)
{
    static const struct CMUnitTest facts[] = {
        cmocka_unit_test(everything_that_means_something_is_quoted),
        cmocka_unit_test(only_web_addresses_are_addresses),
        cmocka_unit_test(a_link_cannot_be_left),
        cmocka_unit_test(shapes_and_texts_are_kept),
        cmocka_unit_test(names_are_the_pages_own_and_only_those_in_use),
        cmocka_unit_test(what_runs_or_leads_outside_is_left_out),
        cmocka_unit_test(what_is_no_picture_is_refused),
        cmocka_unit_test(colours_follow_light_and_dark),
        cmocka_unit_test(file_names_are_safe_and_stable),
    };
    return cmocka_run_group_tests(facts, NULL, NULL);
}
