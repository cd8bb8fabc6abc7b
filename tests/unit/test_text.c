/* Text from outside: names, safe printing, width, distance. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
/* cmocka wants the above first */
#include <cmocka.h>

#include "base/text.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

struct pair {
    const char *text, *expected;
};

static void check_normal(const struct pair *rows, size_t count)
{
    struct sl_buffer out = {0};
    for (size_t i = 0; i < count; i++) {
        struct sl_error err = {0};
        if (sl_name_normal(&out, rows[i].text, strlen(rows[i].text), &err) != SL_OK)
            fail_msg("row %zu: %s", i, err.message);
        assert_string_equal(out.data, rows[i].expected);
        char *once = strdup(out.data);
        assert_int_equal(sl_name_normal(&out, once, strlen(once), NULL), SL_OK);
        assert_string_equal(out.data, once);
        free(once);
    }
    sl_buffer_release(&out);
}

static void check_refused(const char *name, size_t length, const char *why)
{
    struct sl_buffer out = {0};
    struct sl_error err = {0};
    if (sl_name_normal(&out, name, length, &err) != SL_INVALID) fail_msg("accepted, not %s", why);
    if (strstr(err.message, why) == NULL) fail_msg("%s, not %s", err.message, why);
    assert_int_equal(sl_name_key(&out, name, length, NULL), SL_INVALID);
    sl_buffer_release(&out);
}

static void utf8_is_told_from_other_bytes(void **state)
{
    (void)state;
    static const char *const good[] = {"",
                                       "plain",
                                       "Société Générale",
                                       "日産自動車株式会社",
                                       "a long plain text of more than eight bytes",
                                       "\xf4\x8f\xbf\xbf",
                                       "\xed\x9f\xbf",
                                       "\xee\x80\x80",
                                       "\xf0\x90\x80\x80"};
    static const char *const bad[] = {"\xff",
                                      "\x80",
                                      "\xc3",
                                      "\xc0\xaf",
                                      "\xe0\x80\x80",
                                      "\xed\xa0\x80",
                                      "\xf4\x90\x80\x80",
                                      "\xf5\x80\x80\x80",
                                      "abcdefgh\xe2\x82",
                                      "\xc3(",
                                      "abcdefghijklmnop\xff",
                                      "\xf0\x80\x80\x80",
                                      "\xe2\x82\xac\xac"};
    for (size_t i = 0; i < COUNT(good); i++)
        assert_true(sl_text_is_utf8(good[i], strlen(good[i])));
    for (size_t i = 0; i < COUNT(bad); i++)
        assert_false(sl_text_is_utf8(bad[i], strlen(bad[i])));
    assert_false(sl_text_is_utf8("a\0b", 3));
    for (size_t at = 0; at < 20; at++) { /* a NUL or a high byte anywhere in a run of eight */
        char text[] = "abcdefghijklmnopqrst";
        text[at] = '\0';
        assert_false(sl_text_is_utf8(text, 20));
        text[at] = (char)0xff;
        assert_false(sl_text_is_utf8(text, 20));
        text[at] = 0x7f;
        assert_true(sl_text_is_utf8(text, 20));
    }
}

static void names_are_nfc_with_single_blanks(void **state)
{
    (void)state;
    static const struct pair rows[] = {
        {"Renault", "Renault"},
        {"  Renault \t SA  ", "Renault SA"},
        {"Renault\xc2\xa0SA", "Renault SA"},
        {"Renault\xe2\x80\x83 \xe3\x80\x80SA\xe2\x80\xaf", "Renault SA"},
        {"Socie\xcc\x81te\xcc\x81", "Société"},
        {"Société", "Société"},
        {"\xe2\x84\xab", "\xc3\x85"}, /* ANGSTROM SIGN */
        {"日産", "日産"},
        {"e\xcc\xa7\xcc\x81", "\xc8\xa9\xcc\x81"},    /* marks in canonical order, composed */
        {"\xe0\xa5\x98", "\xe0\xa4\x95\xe0\xa4\xbc"}, /* U+0958 is kept apart */
        {"नमस्ते", "नमस्ते"},
    };
    check_normal(rows, COUNT(rows));
}

static void joiners_stay_inside_a_word(void **state)
{
    (void)state;
    static const struct pair rows[] = {
        {"می\xe2\x80\x8cخواهم", "می\xe2\x80\x8cخواهم"},
        {"क्\xe2\x80\x8dष", "क्\xe2\x80\x8dष"},
    };
    check_normal(rows, COUNT(rows));
    static const char *const bad[] = {"\xe2\x80\x8c"
                                      "abc",
                                      "abc\xe2\x80\x8d",
                                      "ab \xe2\x80\x8c"
                                      "c",
                                      "ab\xe2\x80\x8c c",
                                      "a\xe2\x80\x8c\xe2\x80\x8c"
                                      "b",
                                      "1\xe2\x80\x8d"
                                      "2"};
    for (size_t i = 0; i < COUNT(bad); i++)
        check_refused(bad[i], strlen(bad[i]), "joiner");
}

static void keys_ignore_case_and_composition(void **state)
{
    (void)state;
    static const struct pair rows[] = {
        {"Renault SA", "renault sa"},
        {" RENAULT   sa", "renault sa"},
        {"SOCIÉTÉ", "société"},
        {"Socie\xcc\x81te\xcc\x81", "société"},
        {"Straße", "strasse"},
        {"ΣΊΣΥΦΟΣ", "σίσυφοσ"},
        {"\xc4\xb0stanbul", "i\xcc\x87stanbul"},
        {"日産", "日産"},
    };
    struct sl_buffer out = {0};
    for (size_t i = 0; i < COUNT(rows); i++) {
        assert_int_equal(sl_name_key(&out, rows[i].text, strlen(rows[i].text), NULL), SL_OK);
        assert_string_equal(out.data, rows[i].expected);
        char *once = strdup(out.data);
        assert_int_equal(sl_name_key(&out, once, strlen(once), NULL), SL_OK);
        assert_string_equal(out.data, once);
        free(once);
    }
    sl_buffer_release(&out);
}

static void names_that_mislead_are_refused(void **state)
{
    (void)state;
    static const struct pair rows[] = {
        {"", "empty"},
        {" \t\xc2\xa0", "empty"},
        {"a\nb", "line break"},
        {"a\rb", "line break"},
        {"é\nb", "character 2 of the name is U+000A, a line break"},
        {"a\xe2\x80\xa8"
         "b",
         "line break"},
        {"a\xc2\x85"
         "b",
         "line break"},
        {"a\x01"
         "b",
         "character 2 of the name is U+0001, a control"},
        {"a\x7f", "control"},
        {"\x1b[31m", "control"},
        {"a\xc2\x9b"
         "b",
         "control"},
        {"a\xe2\x80\xae"
         "b",
         "bidi control"},
        {"a\xe2\x81\xa6"
         "b",
         "bidi control"},
        {"a\xe2\x80\x8f", "bidi control"},
        {"a\xe2\x80\x8e", "bidi control"},
        {"a\xd8\x9c", "bidi control"},
        {"a\xe2\x80\x8b"
         "b",
         "zero-width"},
        {"\xef\xbb\xbf"
         "a",
         "zero-width"},
        {"a\xe2\x81\xa0", "zero-width"},
        {"a\xc2\xad"
         "b",
         "zero-width"},
        {"a\xf3\xa0\x80\xa1", "zero-width"},
        {"a\xef\xbf\xbe", "noncharacter"},
        {"a\xef\xb7\x90", "noncharacter"},
        {"a\xff", "character 2 of the name is a byte that is not UTF-8"},
        {"a\xed\xa0\x80", "not UTF-8"},
    };
    for (size_t i = 0; i < COUNT(rows); i++)
        check_refused(rows[i].text, strlen(rows[i].text), rows[i].expected);
    check_refused("a\0b", 3, "control");
    check_refused("é\0b", 4, "control");
}

static void a_name_has_at_most_512_bytes_and_30_marks(void **state)
{
    (void)state;
    struct sl_buffer out = {0};
    char name[SL_NAME_MAX + 2];
    memset(name, 'x', sizeof name);
    assert_int_equal(sl_name_normal(&out, name, SL_NAME_MAX, NULL), SL_OK);
    assert_int_equal(out.length, SL_NAME_MAX);
    check_refused(name, SL_NAME_MAX + 1, "a name of 513 bytes: expected at most 512");
    memcpy(name, "\xc3\xa9", 2);
    assert_int_equal(sl_name_key(&out, name, SL_NAME_MAX, NULL), SL_OK);
    assert_int_equal(out.length, SL_NAME_MAX);
    for (int i = 0; i < 170; i++) /* U+0958 grows to six bytes when normalised */
        memcpy(name + 3 * i, "\xe0\xa5\x98", 3);
    check_refused(name, 510, "expected at most 512");
    name[0] = 'a';
    for (int i = 0; i < 31; i++)
        memcpy(name + 1 + 2 * i, "\xcc\x96", 2);
    assert_int_equal(sl_name_normal(&out, name, 1 + 2 * 30, NULL), SL_OK);
    check_refused(name, 1 + 2 * 31, "30 combining marks");
    sl_buffer_release(&out);
}

static void what_a_terminal_would_obey_is_spelled_out(void **state)
{
    (void)state;
    static const struct pair rows[] = {
        {"plain ünïcode", "plain ünïcode"},
        {"\x1b[31m", "\\u{1B}[31m"},
        {"a\nb\tc", "a\\u{A}b\\u{9}c"},
        {"\xe2\x80\xae"
         "evil",
         "\\u{202E}evil"},
        {"\xe2\x80\xa8", "\\u{2028}"},
        {"\xc2\x9b", "\\u{9B}"},
        {"\x7f", "\\u{7F}"},
        {"a\xff", "a\\u{FF}"},
        {"\xe2\x82", "\\u{E2}\\u{82}"},
        {"", ""},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct sl_buffer out = {0};
        sl_buffer_add_text(&out, ">");
        sl_text_add_visible(&out, rows[i].text);
        assert_string_equal(out.data + 1, rows[i].expected);
        sl_buffer_release(&out);
    }
}

static void what_a_drawing_program_may_not_see_is_replaced(void **state)
{
    (void)state;
    static const struct pair rows[] = {
        {"plain ünïcode", "plain ünïcode"},
        {"a\x1b", "a\xef\xbf\xbd"},
        {"a\nb", "a\xef\xbf\xbd"
                 "b"},
        {"\xe2\x80\xa9", "\xef\xbf\xbd"},
        {"\xe2\x81\xa9x", "\xef\xbf\xbdx"},
        {"\xef\xbf\xbf", "\xef\xbf\xbd"},
        {"\xc2\x80", "\xef\xbf\xbd"},
        {"\xff\xfe", "\xef\xbf\xbd\xef\xbf\xbd"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct sl_buffer out = {0};
        sl_text_add_clean(&out, rows[i].text);
        assert_string_equal(out.data, rows[i].expected);
        assert_true(sl_text_is_utf8(out.data, out.length));
        sl_buffer_release(&out);
    }
}

static void width_counts_columns(void **state)
{
    (void)state;
    assert_int_equal(sl_text_width(""), 0);
    assert_int_equal(sl_text_width("abc"), 3);
    assert_int_equal(sl_text_width("é"), 1);
    assert_int_equal(sl_text_width("e\xcc\x81"), 1);
    assert_int_equal(sl_text_width("日産"), 4);
    assert_int_equal(sl_text_width("42–44 %"), 7);
}

static void a_fit_ends_at_a_character(void **state)
{
    (void)state;
    assert_int_equal(sl_text_fit("abc", 2), 2);
    assert_int_equal(sl_text_fit("abc", 9), 3);
    assert_int_equal(sl_text_fit("日産", 3), 3);
    assert_int_equal(sl_text_fit("日産", 1), 0);
    assert_int_equal(sl_text_fit("éa", 1), 2);
    assert_int_equal(sl_text_fit("e\xcc\x81"
                                 "a",
                                 1),
                     3);
    assert_int_equal(sl_text_fit("abc", 0), 0);
}

static void distance_counts_edits(void **state)
{
    (void)state;
    static const struct {
        const char *a, *b;
        size_t distance;
    } rows[] = {{"", "", 0},
                {"a", "", 1},
                {"issuer", "issuer", 0},
                {"Issuer", "issuer", 0},
                {"isuer", "issuer", 1},
                {"issure", "issuer", 1},
                {"kitten", "sitting", 3},
                {"abc", "cab", 2},
                {"é", "e", 1},
                {"日産", "日本", 1},
                {"ca", "abc", 3},
                {"abcdef", "badcfe", 3}};
    for (size_t i = 0; i < COUNT(rows); i++) {
        for (size_t most = 0; most < 8; most++) {
            size_t expected = rows[i].distance <= most ? rows[i].distance : most + 1;
            assert_int_equal(sl_text_distance(rows[i].a, rows[i].b, most), expected);
            assert_int_equal(sl_text_distance(rows[i].b, rows[i].a, most), expected);
        }
    }
    char longer[600];
    memset(longer, 'x', sizeof longer);
    longer[599] = '\0';
    assert_int_equal(sl_text_distance(longer, "x", 3), 4);
}

/* The whole table, for a check of the one that skips most of it. */
static size_t plain_distance(const char *a, const char *b)
{
    size_t table[10][10], m = strlen(a), n = strlen(b);
    for (size_t i = 0; i <= m; i++) {
        for (size_t j = 0; j <= n; j++) {
            size_t best = i + j;
            if (i > 0 && j > 0) {
                best = table[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
                if (table[i - 1][j] + 1 < best) best = table[i - 1][j] + 1;
                if (table[i][j - 1] + 1 < best) best = table[i][j - 1] + 1;
            }
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] &&
                table[i - 2][j - 2] + 1 < best)
                best = table[i - 2][j - 2] + 1;
            table[i][j] = best;
        }
    }
    return table[m][n];
}

static void a_bounded_distance_is_the_whole_one(void **state)
{
    (void)state;
    uint32_t seed = 12345;
    for (int round = 0; round < 20000; round++) {
        char words[2][10] = {{0}};
        for (int w = 0; w < 2; w++) {
            seed = seed * 1664525u + 1013904223u;
            for (uint32_t i = 0, length = (seed >> 20) % 9; i < length; i++) {
                seed = seed * 1664525u + 1013904223u;
                words[w][i] = (char)('a' + (seed >> 24) % 3);
            }
        }
        size_t whole = plain_distance(words[0], words[1]);
        for (size_t most = 0; most < 10; most++) {
            size_t expected = whole <= most ? whole : most + 1;
            if (sl_text_distance(words[0], words[1], most) != expected)
                fail_msg("%s %s %zu", words[0], words[1], most);
        }
    }
}

static void same_ignores_ascii_case_alone(void **state)
{
    (void)state;
    assert_true(sl_text_same("Holding", "hOLDING"));
    assert_true(sl_text_same("", ""));
    assert_false(sl_text_same("a", ""));
    assert_false(sl_text_same("", "a"));
    assert_false(sl_text_same("ab", "a"));
    assert_false(sl_text_same("É", "é"));
    assert_false(sl_text_same("[", "{"));
}

static void a_joiner_beside_what_is_no_letter_is_refused(void **state)
{
    (void)state;
    static const char *const bad[] = {"1\u200c2", "a\u200c{",    "{\u200ca",      "a\u200c[",
                                      "@\u200ca", "a\u200c`",    "年\u200c。",    "\u00a9\u200ca",
                                      "a\u200c ", "a\u200c\xff", "\u2028\u200ca", "\u0378\u200ca"};
    for (size_t i = 0; i < COUNT(bad); i++) {
        struct sl_buffer out = {0};
        assert_int_equal(sl_name_normal(&out, bad[i], strlen(bad[i]), NULL), SL_INVALID);
        assert_int_equal(sl_name_key(&out, bad[i], strlen(bad[i]), NULL), SL_INVALID);
        sl_buffer_release(&out);
    }
    static const char *const good[] = {"a\u200cz", "A\u200cZ", "z\u200ca",
                                       "Z\u200cA", "ش\u200cه", "क\u094d\u200dष"};
    for (size_t i = 0; i < COUNT(good); i++) {
        struct sl_buffer out = {0};
        assert_int_equal(sl_name_normal(&out, good[i], strlen(good[i]), NULL), SL_OK);
        sl_buffer_release(&out);
    }
}

static void bytes_that_are_no_text_have_a_width_and_a_distance(void **state)
{
    (void)state;
    char many[2 * SL_NAME_MAX];
    assert_int_equal(sl_text_width("a\xff\x7f\x01z"), 3);
    assert_int_equal(sl_text_distance("a\xff", "a\xfe", 4), 1);
    assert_int_equal(sl_text_distance("\xff", "\xff", 4), 0);
    memset(many, 'x', sizeof many - 1);
    many[sizeof many - 1] = '\0';
    assert_int_equal(sl_text_distance(many, "x", 2000), 2001);
    assert_int_equal(sl_text_distance("x", many, 2000), 2001);
    assert_int_equal(sl_text_distance("abc", "xyz", 0), 1);
    assert_int_equal(sl_text_distance("", "", 0), 0);
}

static void a_skeleton_is_the_folded_letters_and_digits_in_words(void **state)
{
    (void)state;
    static const struct {
        const char *name, *skeleton;
    } rows[] = {
        {"Renault S.A.", "renault sa"},
        {"L'Express  &  Co-op 2", "lexpress co op 2"},
        {"(The) Fund_12, LP.", "the fund 12 lp"},
        {"--- +", ""},
        {"a", "a"},
        /* the other way to it, by code points */
        {"L\u2019Express \u2014 Co-op 2", "lexpress co op 2"},
        {"Soci\u00e9t\u00e9 G\u00e9n\u00e9rale S.A.", "societe generale sa"},
        {"\uff21\uff22 Corp", "ab corp"},
        {"\u682a\u5f0f\u4f1a\u793e\u65e5\u7523", "\u682a\u5f0f\u4f1a\u793e\u65e5\u7523"},
    };
    struct sl_buffer out = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_int_equal(sl_name_skeleton(&out, rows[i].name, strlen(rows[i].name), NULL), SL_OK);
        assert_string_equal(out.data, rows[i].skeleton);
    }
    sl_buffer_release(&out);
}

static void ascii_has_the_skeleton_that_its_code_points_have(void **state)
{
    (void)state;
    struct sl_buffer plain = {0}, by_points = {0};
    for (char first = 1; first < 0x7f; first++) {
        for (char second = 1; second < 0x7f; second++) {
            const char name[] = {'x', first, second, 'Y', '\0'};
            char behind[16];
            snprintf(behind, sizeof behind, "%s\u00e9", name); /* not ASCII: one letter more */
            assert_int_equal(sl_name_skeleton(&plain, name, strlen(name), NULL), SL_OK);
            assert_int_equal(sl_name_skeleton(&by_points, behind, strlen(behind), NULL), SL_OK);
            assert_int_equal(by_points.length, plain.length + 1);
            assert_memory_equal(by_points.data, plain.data, plain.length);
        }
    }
    sl_buffer_release(&plain);
    sl_buffer_release(&by_points);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(utf8_is_told_from_other_bytes),
        cmocka_unit_test(names_are_nfc_with_single_blanks),
        cmocka_unit_test(joiners_stay_inside_a_word),
        cmocka_unit_test(keys_ignore_case_and_composition),
        cmocka_unit_test(names_that_mislead_are_refused),
        cmocka_unit_test(a_name_has_at_most_512_bytes_and_30_marks),
        cmocka_unit_test(what_a_terminal_would_obey_is_spelled_out),
        cmocka_unit_test(what_a_drawing_program_may_not_see_is_replaced),
        cmocka_unit_test(width_counts_columns),
        cmocka_unit_test(a_fit_ends_at_a_character),
        cmocka_unit_test(distance_counts_edits),
        cmocka_unit_test(a_bounded_distance_is_the_whole_one),
        cmocka_unit_test(same_ignores_ascii_case_alone),
        cmocka_unit_test(a_joiner_beside_what_is_no_letter_is_refused),
        cmocka_unit_test(bytes_that_are_no_text_have_a_width_and_a_distance),
        cmocka_unit_test(a_skeleton_is_the_folded_letters_and_digits_in_words),
        cmocka_unit_test(ascii_has_the_skeleton_that_its_code_points_have),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
