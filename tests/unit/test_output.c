/* Answers as text: every format, through the public functions, into a file. */
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
#include <locale.h>
#include <math.h>

#include <stakeline/output.h>

#include "base/text.h"
#include "export/format.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define REPLACEMENT "\xef\xbf\xbd"

struct claim {
    struct sl_date date;
    const char *holder, *class_;
    double change, stake, low, high, votes;
    int64_t shares;
    struct sl_money amount;
    const char *currency, *hidden, *flag, *note;
};

#define CLAIM(member, name, label, type, show)                                      \
    {                                                                               \
        name, label, SL_TYPE_##type, SL_SHOW_##show, offsetof(struct claim, member) \
    }
static const struct sl_field claim_fields[] = {
    CLAIM(date, "date", "Date", DATE, ALWAYS),
    CLAIM(holder, "holder", "Holder", TEXT, ALWAYS),
    CLAIM(class_, "class", "Class", TEXT, PLAIN),
    CLAIM(change, "change_pct", "Change", PERCENT, CHANGE),
    CLAIM(stake, "stake_pct", "Stake", PERCENT, RANGE),
    CLAIM(low, "stake_low_pct", NULL, PERCENT, PLAIN),
    CLAIM(high, "stake_high_pct", NULL, PERCENT, PLAIN),
    CLAIM(votes, "votes_pct", "Votes", PERCENT, PLAIN),
    CLAIM(shares, "shares", "Shares", COUNT, PLAIN),
    CLAIM(amount, "amount", "Amount", MONEY, MONEY),
    CLAIM(currency, "currency", NULL, TEXT, PLAIN),
    CLAIM(hidden, "hidden", NULL, TEXT, NEVER),
    CLAIM(flag, "flag", "Flag", TEXT, FLAG),
    CLAIM(note, "note", "Note", TEXT, LONG),
};
static const struct sl_row_type claim_type = {"claims", claim_fields, COUNT(claim_fields)};

/* Nothing known but the holder. */
static struct claim blank(const char *holder)
{
    return (struct claim){.holder = holder,
                          .change = NAN,
                          .stake = NAN,
                          .low = NAN,
                          .high = NAN,
                          .votes = NAN,
                          .shares = SL_NO_COUNT};
}

static struct claim full(void)
{
    return (struct claim){
        .date = {19394, SL_DATE_DAY},
        .holder = "Renault S.A.",
        .change = -0.6,
        .stake = 43,
        .low = 42,
        .high = 44,
        .votes = 43.4,
        .shares = 1831837027,
        .amount = {1200000050, "USD", 2},
        .currency = "USD",
        .hidden = "kept",
        .flag = "confirmed",
        .note = "as reported",
    };
}

static char path[] = "/tmp/stakeline-output-XXXXXX";
static char text[1 << 18];

static const char *read_back(void)
{
    FILE *stream = fopen(path, "r");
    assert_non_null(stream);
    size_t length = fread(text, 1, sizeof text - 1, stream);
    fclose(stream);
    text[length] = '\0';
    return text;
}

static const char *render_as(const struct sl_output_options *options, const struct claim *rows,
                             size_t count)
{
    struct sl_output *output = NULL;
    assert_int_equal(sl_output_open(&output, path, options, NULL), SL_OK);
    assert_int_equal(sl_output_begin(output, &claim_type, NULL), SL_OK);
    struct sl_sink sink = sl_output_sink(output);
    for (size_t i = 0; i < count; i++)
        assert_int_equal(sink.row(sink.context, &rows[i], NULL), SL_OK);
    assert_int_equal(sl_output_end(output, NULL), SL_OK);
    assert_int_equal(sl_output_close(output, true, NULL), SL_OK);
    return read_back();
}

static const char *render(enum sl_format format, const struct claim *rows, size_t count)
{
    return render_as(&(struct sl_output_options){.format = format}, rows, count);
}

static const char *render_table(int width, const struct claim *rows, size_t count)
{
    return render_as(&(struct sl_output_options){.width = width}, rows, count);
}

#define CSV_HEADER                                                                          \
    "date,holder,class,change_pct,stake_pct,stake_low_pct,stake_high_pct,votes_pct,shares," \
    "amount,currency,hidden,flag,note\n"

static void csv_has_every_column_and_exact_numbers(void **state)
{
    (void)state;
    struct claim rows[] = {full(), blank("")};
    assert_string_equal(render(SL_FORMAT_CSV, rows, 2),
                        CSV_HEADER "2023-02-06,Renault S.A.,,-0.6,43,42,44,43.4,1831837027,"
                                   "12000000.5,USD,kept,confirmed,as reported\n"
                                   ",,,,,,,,,,,,,\n");
}

static void csv_without_rows_is_its_header(void **state)
{
    (void)state;
    assert_string_equal(render(SL_FORMAT_CSV, NULL, 0), CSV_HEADER);
}

static void csv_quotes_only_where_it_must(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"plain text", "plain text"},
        {"a,b", "\"a,b\""},
        {"the \"big\" one", "\"the \"\"big\"\" one\""},
        {"\"", "\"\"\"\""},
        {"two\nlines", "\"two\nlines\""},
        {"cr\r", "\"cr\r\""},
        {" lead", "\" lead\""},
        {"trail\t", "\"trail\t\""},
        {"tab\tinside", "tab\tinside"},
        {"=1+1", "=1+1"},
        {"\xe6\x97\xa5", "\xe6\x97\xa5"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct claim row = blank(cases[i][0]);
        char expected[256];
        snprintf(expected, sizeof expected, CSV_HEADER ",%s,,,,,,,,,,,,\n", cases[i][1]);
        assert_string_equal(render(SL_FORMAT_CSV, &row, 1), expected);
    }
}

/* Words with one byte that may be special, at every place in eight bytes and around them. */
enum { WORD = 19 };
static const char odd_bytes[] = "\t\n\v\r\x0e\x1f !\"#+,-[\\]~\x7f\x01\x8a\x8d\xa2\xac\xff";
enum { ODD = sizeof odd_bytes - 1 };

static const char *render_odd(enum sl_format format, char words[ODD * WORD][WORD + 1])
{
    static struct claim rows[ODD * WORD];
    for (size_t i = 0; i < COUNT(rows); i++) {
        memset(words[i], 'a', WORD);
        words[i][WORD] = '\0';
        words[i][i % WORD] = odd_bytes[i / WORD];
        rows[i] = blank(words[i]);
    }
    return render(format, rows, COUNT(rows));
}

static void csv_finds_what_needs_quotes_wherever_it_stands(void **state)
{
    (void)state;
    static char words[ODD * WORD][WORD + 1];
    const char *at = render_odd(SL_FORMAT_CSV, words) + strlen(CSV_HEADER);
    for (size_t i = 0; i < COUNT(words); i++) {
        const char odd = odd_bytes[i / WORD];
        const size_t place = i % WORD;
        const bool blank_end = (odd == ' ' || odd == '\t') && (place == 0 || place == WORD - 1);
        const char *quote = blank_end || strchr("\n\r\",", odd) != NULL ? "\"" : "";
        char expected[64];
        int length =
            snprintf(expected, sizeof expected, ",%s%.*s%s%s%s,,,,,,,,,,,,\n", quote,
                     (int)place + 1, words[i], odd == '"' ? "\"" : "", words[i] + place + 1, quote);
        assert_memory_equal(at, expected, (size_t)length);
        at += length;
    }
    assert_string_equal(at, "");
}

static void json_finds_what_is_escaped_wherever_it_stands(void **state)
{
    (void)state;
    static char words[ODD * WORD][WORD + 1];
    const char *at = render_odd(SL_FORMAT_NDJSON, words);
    for (size_t i = 0; i < COUNT(words); i++) {
        json_error_t error;
        json_t *object = json_loads(at, JSON_DISABLE_EOF_CHECK, &error);
        assert_non_null(object);
        const unsigned char odd = (unsigned char)odd_bytes[i / WORD];
        const size_t place = i % WORD;
        char expected[64];
        snprintf(expected, sizeof expected, "%.*s%.*s%s", (int)place, words[i], odd < 0x80 ? 1 : 3,
                 odd < 0x80 ? words[i] + place : REPLACEMENT, words[i] + place + 1);
        assert_string_equal(json_string_value(json_object_get(object, "holder")), expected);
        json_decref(object);
        const char *end = strchr(at, '\n');
        for (const char *byte = at; byte < end; byte++)
            assert_false((unsigned char)*byte < 0x20 || *byte == 0x7f);
        at = end + 1;
    }
    assert_string_equal(at, "");
}

static void csv_for_a_spreadsheet_has_no_formulas(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"=1+1", "'=1+1"},
        {"+49 30", "'+49 30"},
        {"-2", "'-2"},
        {"@SUM(A1)", "'@SUM(A1)"},
        {"=A1,\"x\"", "\"'=A1,\"\"x\"\"\""},
        {"\tx", "'\tx"},
        {"\rx", "\"'\rx\""},
        {"\nx", "\"'\nx\""},
        {"\uff1d1", "'\uff1d1"},
        {"\uff0b1", "'\uff0b1"},
        {"\uff0d1", "'\uff0d1"},
        {"\uff20a", "'\uff20a"},
        {"a=b", "a=b"},
        {"\uff21", "\uff21"},
    };
    const struct sl_output_options options = {.format = SL_FORMAT_CSV, .spreadsheet = true};
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct claim row = blank(cases[i][0]);
        row.change = -0.6; /* numbers stay numbers */
        char expected[256];
        snprintf(expected, sizeof expected, CSV_HEADER ",%s,,-0.6,,,,,,,,,,\n", cases[i][1]);
        assert_string_equal(render_as(&options, &row, 1), expected);
    }
}

static void a_lone_blank_cell_is_still_a_row(void **state)
{
    (void)state;
    const struct sl_row_type type = {"names", &claim_fields[1], 1};
    const struct sl_output_options options = {.format = SL_FORMAT_CSV};
    struct sl_output *output = NULL;
    assert_int_equal(sl_output_open(&output, path, &options, NULL), SL_OK);
    assert_int_equal(sl_output_begin(output, &type, NULL), SL_OK);
    struct claim rows[] = {blank(NULL), full()};
    struct sl_sink sink = sl_output_sink(output);
    assert_int_equal(sink.row(sink.context, &rows[0], NULL), SL_OK);
    assert_int_equal(sink.row(sink.context, &rows[1], NULL), SL_OK);
    assert_int_equal(sl_output_end(output, NULL), SL_OK);
    assert_int_equal(sl_output_close(output, true, NULL), SL_OK);
    assert_string_equal(read_back(), "holder\n\"\"\nRenault S.A.\n");
}

static void json_is_an_array_with_numbers_and_nulls(void **state)
{
    (void)state;
    struct claim rows[] = {full(), blank("B")};
    render(SL_FORMAT_JSON, rows, 2);
    const char start[] = "[\n{\"date\":\"2023-02-06\",\"holder\":\"Renault S.A.\",\"class\":null,";
    assert_memory_equal(text, start, sizeof start - 1);
    json_t *all = json_loads(text, JSON_REJECT_DUPLICATES, NULL);
    assert_non_null(all);
    assert_int_equal(json_array_size(all), 2);
    json_t *first = json_array_get(all, 0), *second = json_array_get(all, 1);
    assert_int_equal(json_object_size(first), COUNT(claim_fields));
    assert_true(json_number_value(json_object_get(first, "stake_pct")) == 43);
    assert_true(json_number_value(json_object_get(first, "change_pct")) == -0.6);
    assert_int_equal(json_integer_value(json_object_get(first, "shares")), 1831837027);
    assert_true(json_real_value(json_object_get(first, "amount")) == 12000000.5);
    assert_string_equal(json_string_value(json_object_get(first, "currency")), "USD");
    for (size_t i = 0; i < COUNT(claim_fields); i++) {
        json_t *value = json_object_get(second, claim_fields[i].name);
        assert_int_equal(json_typeof(value), i == 1 ? JSON_STRING : JSON_NULL);
    }
    json_decref(all);
}

static void json_without_rows_is_an_empty_array(void **state)
{
    (void)state;
    assert_string_equal(render(SL_FORMAT_JSON, NULL, 0), "[]\n");
    assert_string_equal(render(SL_FORMAT_NDJSON, NULL, 0), "");
}

static void ndjson_is_an_object_a_line(void **state)
{
    (void)state;
    struct claim rows[] = {blank("two\nlines"), full(), blank("C")};
    render(SL_FORMAT_NDJSON, rows, 3);
    size_t lines = 0;
    for (char *line = text; *line != '\0'; lines++) {
        char *end = strchr(line, '\n');
        assert_non_null(end);
        *end = '\0';
        json_t *object = json_loads(line, 0, NULL);
        assert_true(json_is_object(object));
        json_decref(object);
        line = end + 1;
    }
    assert_int_equal(lines, 3);
}

static void json_strings_are_exact_and_valid_whatever_comes(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"\"q\" \\ / \b\f\n\r\t\x01\x1f\x7f", "\"q\" \\ / \b\f\n\r\t\x01\x1f\x7f"},
        {"\xc2\x9b[31m \xe2\x80\xae \xf0\x9f\x8f\xa6",
         "\xc2\x9b[31m \xe2\x80\xae \xf0\x9f\x8f\xa6"},
        {"\xff"
         "a",
         REPLACEMENT "a"},
        {"a\xe6\x97", "a" REPLACEMENT REPLACEMENT},
        {"\xc0\xaf", REPLACEMENT REPLACEMENT},
        {"\xed\xa0\x80", REPLACEMENT REPLACEMENT REPLACEMENT},
        {"\xe0\x80\xaf", REPLACEMENT REPLACEMENT REPLACEMENT},
        {"\xf4\x90\x80\x80", REPLACEMENT REPLACEMENT REPLACEMENT REPLACEMENT},
        {"\xf0\x80\x80\x80", REPLACEMENT REPLACEMENT REPLACEMENT REPLACEMENT},
        {"\xf8", REPLACEMENT},
        {"\x80", REPLACEMENT},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct claim row = blank(cases[i][0]);
        render(SL_FORMAT_NDJSON, &row, 1);
        assert_null(strchr(text, '\x1b'));
        assert_null(strstr(text, "\xc2\x9b")); /* a terminal would obey it */
        json_t *object = json_loads(text, 0, NULL);
        assert_non_null(object);
        assert_string_equal(json_string_value(json_object_get(object, "holder")), cases[i][1]);
        json_decref(object);
    }
}

static void tables_combine_ranges_and_money(void **state)
{
    (void)state;
    struct claim rows[] = {full(), full(), blank("Caisse")};
    rows[1].change = 2.054;
    rows[1].low = rows[1].high = rows[1].stake = 36.8;
    rows[1].amount = (struct sl_money){170000000000, "INR", 2};
    rows[1].currency = "INR";
    rows[1].flag = "";
    rows[1].shares = 999;
    assert_string_equal(
        render_table(0, rows, 3),
        "Date        Holder        Change    Stake   Votes         Shares             Amount  "
        "Note         Flag\n"
        "2023-02-06  Renault S.A.    -0.6  42–44 %  43.4 %  1,831,837,027   USD 12,000,000.5  "
        "as reported  confirmed\n"
        "2023-02-06  Renault S.A.   +2.05   36.8 %  43.4 %            999  INR 1,700,000,000  "
        "as reported\n"
        "            Caisse\n");
}

static void tables_leave_out_what_is_blank_in_every_row(void **state)
{
    (void)state;
    struct claim row = blank("Daimler AG");
    row.stake = row.low = row.high = 3.1;
    assert_string_equal(render_table(0, &row, 1), "Date  Holder      Stake\n"
                                                  "      Daimler AG  3.1 %\n");
}

/* A long table is printed in pieces. */
static void the_rows_of_a_long_table_line_up(void **state)
{
    (void)state;
    enum { ROWS = 2500 };
    static struct claim rows[ROWS];
    for (size_t i = 0; i < ROWS; i++) {
        rows[i] = blank("X");
        if (i == 1500) rows[i] = full();
        rows[i].class_ = "c";
    }
    rows[2400].shares = 1;
    render_table(0, rows, ROWS);
    assert_int_equal(strncmp(text, "Date        Holder        Class", 31), 0);
    size_t lines = 0;
    for (const char *line = text; *line != '\0'; lines++, line = strchr(line, '\n') + 1) {
        if (lines == 0 || lines == 1501 || lines == 2401) continue;
        assert_int_equal(strncmp(line, "            X             c\n", 28), 0);
    }
    assert_int_equal(lines, ROWS + 1);
}

static void a_table_without_rows_is_its_heading(void **state)
{
    (void)state;
    assert_string_equal(render_table(0, NULL, 0),
                        "Date  Holder  Class  Change  Stake  Votes  Shares  Amount  Note  Flag\n");
}

static void a_currency_without_an_amount_is_shown(void **state)
{
    (void)state;
    struct claim row = blank("X");
    row.currency = "EUR";
    assert_string_equal(render_table(0, &row, 1), "Date  Holder  Amount\n"
                                                  "      X          EUR\n");
}

static void tables_show_no_raw_control_or_direction_mark(void **state)
{
    (void)state;
    struct claim row = blank("a\x1b[31mb\nc\xe2\x80\xae"
                             "d\xff");
    render_table(0, &row, 1);
    assert_string_equal(text, "Date  Holder\n"
                              "      a\\u{1B}[31mb\\u{A}c\\u{202E}d\\u{FF}\n");
}

/* Columns line up by the columns of a terminal, not by bytes or characters. */
static void wide_and_combining_characters_line_up(void **state)
{
    (void)state;
    struct claim rows[] = {blank("日産自動車"), blank("é e\xcc\x81"), blank("plain")};
    for (size_t i = 0; i < 3; i++)
        rows[i].stake = rows[i].low = rows[i].high = 1;
    assert_string_equal(render_table(0, rows, 3), "Date  Holder      Stake\n"
                                                  "      日産自動車    1 %\n"
                                                  "      é e\xcc\x81           1 %\n"
                                                  "      plain         1 %\n");
}

static void the_locale_of_the_program_is_left_alone(void **state)
{
    (void)state;
    locale_t before = uselocale((locale_t)0);
    struct claim row = full();
    render_table(80, &row, 1);
    assert_true(uselocale((locale_t)0) == before);
    assert_string_equal(setlocale(LC_ALL, NULL), "C");
}

static size_t widest_line(const char *lines)
{
    size_t widest = 0;
    while (*lines != '\0') {
        char line[1024];
        size_t length = strcspn(lines, "\n");
        assert_true(length < sizeof line);
        memcpy(line, lines, length);
        line[length] = '\0';
        assert_true(length == 0 || line[length - 1] != ' ');
        if (sl_text_width(line) > widest) widest = sl_text_width(line);
        lines += length + (lines[length] == '\n');
    }
    return widest;
}

static void tables_fit_their_width_at_every_width(void **state)
{
    (void)state;
    struct claim rows[] = {full(), full(), blank("日本マスタートラスト信託銀行株式会社")};
    rows[1].class_ = "Series A Preferred";
    rows[1].flag = "mismatch;unresolved";
    rows[1].note = "a note that is much longer than anything that fits in a terminal of that "
                   "width, and goes on";
    rows[1].holder = "A holder with quite a long name of its own, Limited Partnership";
    for (int width = 58; width <= 300; width++) {
        render_table(width, rows, 3);
        assert_true(widest_line(text) <= (size_t)width);
        assert_non_null(strstr(text, "42–44 %"));
    }
    assert_null(strstr(text, "no room for")); /* 300 holds it all */
}

static void long_text_is_cut_before_columns_go(void **state)
{
    (void)state;
    struct claim rows[] = {full(), full()};
    rows[1].votes = 1;
    rows[1].note = "a note that does not fit in the terminal at all";
    rows[1].shares = 1;
    rows[1].amount.minor = 1;
    render_table(118, rows, 2);
    assert_non_null(strstr(text, "a note that do"));
    assert_non_null(strstr(text, "…"));
    assert_null(strstr(text, "no room for"));
    assert_non_null(strstr(text, "Votes"));
}

static void a_narrow_table_says_what_it_left_out(void **state)
{
    (void)state;
    struct claim rows[] = {full(), full()};
    rows[1].votes = 1;
    assert_string_equal(render_table(60, rows, 2),
                        "Date        Holder        Change    Stake   Votes  Flag\n"
                        "2023-02-06  Renault S.A.    -0.6  42–44 %  43.4 %  confirmed\n"
                        "2023-02-06  Renault S.A.    -0.6  42–44 %     1 %  confirmed\n"
                        "(no room for Shares, Amount, Note)\n");
}

static void amounts_come_first_where_there_are_no_stakes(void **state)
{
    (void)state;
    static const struct sl_field fields[] = {
        CLAIM(holder, "holder", "Holder", TEXT, ALWAYS),
        CLAIM(shares, "shares", "Shares", COUNT, PLAIN),
        CLAIM(amount, "amount", "Amount", MONEY, MONEY),
        CLAIM(currency, "currency", NULL, TEXT, PLAIN),
    };
    const struct sl_row_type type = {"rounds", fields, COUNT(fields)};
    const struct sl_output_options options = {.width = 32};
    struct claim row = full();
    struct sl_output *output = NULL;
    assert_int_equal(sl_output_open(&output, path, &options, NULL), SL_OK);
    assert_int_equal(sl_output_begin(output, &type, NULL), SL_OK);
    struct sl_sink sink = sl_output_sink(output);
    assert_int_equal(sink.row(sink.context, &row, NULL), SL_OK);
    assert_int_equal(sl_output_end(output, NULL), SL_OK);
    assert_int_equal(sl_output_close(output, true, NULL), SL_OK);
    assert_string_equal(read_back(), "Holder                  Amount\n"
                                     "Renault S.A.  USD 12,000,000.5\n"
                                     "(no room for Shares)\n");
}

static void colour_marks_rows_and_only_when_asked_for(void **state)
{
    (void)state;
    struct claim rows[] = {blank("P"), blank("M"), blank("U"), blank("C")};
    rows[0].flag = "pending";
    rows[1].flag = "pending;mismatch";
    rows[2].flag = "unresolved";
    rows[3].flag = "confirmed";
    assert_null(strchr(render_table(0, rows, 4), '\x1b'));
    const struct sl_output_options options = {.colour = true};
    render_as(&options, rows, 4);
    assert_non_null(strstr(text, "\x1b[1mDate"));
    assert_non_null(strstr(text, "\n\x1b[2m      P       pending\x1b[0m\n"));
    assert_non_null(strstr(text, "\n\x1b[33m      M       pending;mismatch\x1b[0m\n"));
    assert_non_null(strstr(text, "\n\x1b[33m      U       unresolved\x1b[0m\n"));
    assert_non_null(strstr(text, "\n      C       confirmed\n"));
}

static void markdown_is_a_table_with_every_mark_escaped(void **state)
{
    (void)state;
    struct claim rows[] = {full(), blank("a|b*c_ _d `e` <f> [g](h) ~i~ $j$ \\k &amp; &l a_b")};
    assert_string_equal(
        render(SL_FORMAT_MARKDOWN, rows, 2),
        "| Date | Holder | Change | Stake | Votes | Shares | Amount | Note | Flag |\n"
        "| --- | --- | ---: | ---: | ---: | ---: | ---: | --- | --- |\n"
        "| 2023-02-06 | Renault S.A. | -0.6 | 42–44 % | 43.4 % | 1,831,837,027 "
        "| USD 12,000,000.5 | as reported | confirmed |\n"
        "| | a\\|b\\*c\\_ \\_d \\`e\\` \\<f\\> \\[g\\](h) \\~i\\~ \\$j\\$ \\\\k \\&amp; &l a_b "
        "| | | | | | | |\n");
}

static void markdown_rows_stay_on_their_line(void **state)
{
    (void)state;
    struct claim row = blank("one\ntwo\r\n\x1b");
    assert_string_equal(render(SL_FORMAT_MARKDOWN, &row, 1),
                        "| Date | Holder |\n"
                        "| --- | --- |\n"
                        "| | one\\\\u{A}two\\\\u{D}\\\\u{A}\\\\u{1B} |\n");
}

/* The second event in a part, where there are parts. */
static const char *export_as(enum sl_format format)
{
    static const char *const columns[] = {"date", "issuer", "x_\"odd\""};
    static const char *const rows[][3] = {{"2023-02", "A, B", NULL}, {"2024", "", "-1"}};
    const struct sl_output_options options = {.format = format};
    struct sl_output *output = NULL;
    assert_int_equal(sl_output_open(&output, path, &options, NULL), SL_OK);
    const struct sl_event_parts parts = sl_output_event_parts(output);
    struct sl_event_sink sink = parts.sink, part = sink;
    assert_int_equal(sink.header(sink.context, columns, 3, NULL), SL_OK);
    assert_int_equal(sink.row(sink.context, rows[0], 3, NULL), SL_OK);
    if (parts.open != NULL) assert_int_equal(parts.open(sink.context, &part, NULL), SL_OK);
    assert_int_equal(part.row(part.context, rows[1], 3, NULL), SL_OK);
    assert_int_equal(part.row(part.context, rows[0], 2, NULL), SL_MISUSE);
    if (parts.open != NULL) {
        assert_int_equal(parts.send(sink.context, &part, NULL), SL_OK);
        parts.close(&part);
    }
    assert_int_equal(sl_output_end(output, NULL), SL_OK);
    assert_int_equal(sl_output_close(output, true, NULL), SL_OK);
    return read_back();
}

static void events_come_out_as_text_in_every_format(void **state)
{
    (void)state;
    const char *csv = "date,issuer,\"x_\"\"odd\"\"\"\n2023-02,\"A, B\",\n2024,,-1\n";
    assert_string_equal(export_as(SL_FORMAT_CSV), csv);
    assert_string_equal(export_as(SL_FORMAT_TABLE), csv);
    assert_string_equal(export_as(SL_FORMAT_JSON),
                        "[\n{\"date\":\"2023-02\",\"issuer\":\"A, B\",\"x_\\\"odd\\\"\":null},\n"
                        "{\"date\":\"2024\",\"issuer\":null,\"x_\\\"odd\\\"\":\"-1\"}\n]\n");
    assert_string_equal(export_as(SL_FORMAT_NDJSON),
                        "{\"date\":\"2023-02\",\"issuer\":\"A, B\",\"x_\\\"odd\\\"\":null}\n"
                        "{\"date\":\"2024\",\"issuer\":null,\"x_\\\"odd\\\"\":\"-1\"}\n");
    assert_string_equal(export_as(SL_FORMAT_MARKDOWN), "| date | issuer | x\\_\"odd\" |\n"
                                                       "| --- | --- | --- |\n"
                                                       "| 2023-02 | A, B | |\n"
                                                       "| 2024 | | -1 |\n");
}

static void tables_and_text_share_one_output(void **state)
{
    (void)state;
    const struct sl_output_options options = {0};
    struct sl_output *output = NULL;
    assert_int_equal(sl_output_open(&output, path, &options, NULL), SL_OK);
    struct sl_sink sink = sl_output_sink(output);
    for (int i = 0; i < 2; i++) {
        struct claim row = blank(i == 0 ? "A" : "B");
        assert_int_equal(sl_output_text(output, "about:\n", NULL), SL_OK);
        assert_int_equal(sl_output_begin(output, &claim_type, NULL), SL_OK);
        assert_int_equal(sink.row(sink.context, &row, NULL), SL_OK);
        assert_int_equal(sl_output_end(output, NULL), SL_OK);
    }
    assert_int_equal(sl_output_close(output, true, NULL), SL_OK);
    assert_string_equal(read_back(), "about:\nDate  Holder\n      A\n"
                                     "about:\nDate  Holder\n      B\n");
}

static void calls_out_of_order_are_misuse(void **state)
{
    (void)state;
    const struct sl_output_options options = {.format = SL_FORMAT_JSON};
    struct claim row = full();
    struct sl_output *output = NULL;
    assert_int_equal(sl_output_open(&output, path, &options, NULL), SL_OK);
    struct sl_sink sink = sl_output_sink(output);
    struct sl_event_sink events = sl_output_event_sink(output);
    assert_int_equal(sink.row(sink.context, &row, NULL), SL_MISUSE);
    assert_int_equal(sl_output_end(output, NULL), SL_OK);
    assert_int_equal(sl_output_begin(output, &claim_type, NULL), SL_OK);
    assert_int_equal(sl_output_begin(output, &claim_type, NULL), SL_MISUSE);
    assert_int_equal(sl_output_text(output, "x", NULL), SL_MISUSE);
    assert_int_equal(events.row(events.context, &row.holder, COUNT(claim_fields), NULL), SL_MISUSE);
    assert_int_equal(sl_output_close(output, true, NULL), SL_MISUSE);
    const struct sl_output_options wrong = {.format = (enum sl_format)99};
    assert_int_equal(sl_output_open(&output, path, &wrong, NULL), SL_MISUSE);
    assert_int_equal(sl_output_close(NULL, true, NULL), SL_OK);
}

static void a_file_stays_as_it_was_unless_the_output_is_kept(void **state)
{
    (void)state;
    struct claim row = full();
    char before[256];
    row.holder = "before";
    snprintf(before, sizeof before, "%.255s", render(SL_FORMAT_CSV, &row, 1));
    const struct sl_output_options options = {.format = SL_FORMAT_CSV};
    for (int ended = 0; ended < 2; ended++) {
        struct sl_output *output = NULL;
        assert_int_equal(sl_output_open(&output, path, &options, NULL), SL_OK);
        assert_int_equal(sl_output_begin(output, &claim_type, NULL), SL_OK);
        struct sl_sink sink = sl_output_sink(output);
        for (int i = 0; i < 10000; i++)
            assert_int_equal(sink.row(sink.context, &row, NULL), SL_OK);
        if (ended) assert_int_equal(sl_output_end(output, NULL), SL_OK);
        assert_int_equal(sl_output_close(output, !ended, NULL), ended ? SL_OK : SL_MISUSE);
        assert_string_equal(read_back(), before);
    }
}

static void a_full_disk_fails_in_every_format(void **state)
{
    (void)state;
    struct claim row = full();
    for (int format = SL_FORMAT_TABLE; format <= SL_FORMAT_MARKDOWN; format++) {
        const struct sl_output_options options = {.format = (enum sl_format)format};
        struct sl_output *output = NULL;
        struct sl_error err = {0};
        assert_int_equal(sl_output_open(&output, "/dev/full", &options, NULL), SL_OK);
        assert_int_equal(sl_output_begin(output, &claim_type, NULL), SL_OK);
        struct sl_sink sink = sl_output_sink(output);
        enum sl_status status = SL_OK;
        for (int i = 0; i < 10000 && status == SL_OK; i++)
            status = sink.row(sink.context, &row, &err);
        if (status == SL_OK) status = sl_output_end(output, &err);
        assert_int_equal(status, SL_FAILED);
        assert_string_equal(err.message, "/dev/full: No space left on device");
        assert_int_equal(sl_output_close(output, false, NULL), SL_OK);
    }
}

/* Rows 0 to 2 in two parts, which are sent in the order 1, 2, 0. */
static const char *render_parts(enum sl_format format, const struct claim *rows)
{
    const struct sl_output_options options = {.format = format};
    struct sl_output *output = NULL;
    struct sl_sink part[2];
    assert_int_equal(sl_output_open(&output, path, &options, NULL), SL_OK);
    assert_int_equal(sl_output_begin(output, &claim_type, NULL), SL_OK);
    const struct sl_parts parts = sl_output_parts(output);
    void *context = parts.sink.context;
    for (int i = 0; i < 2; i++)
        assert_int_equal(parts.open(context, &part[i], NULL), SL_OK);
    assert_int_equal(part[1].row(part[1].context, &rows[0], NULL), SL_OK);
    assert_int_equal(part[0].row(part[0].context, &rows[1], NULL), SL_OK);
    assert_int_equal(part[0].row(part[0].context, &rows[2], NULL), SL_OK);
    for (int i = 0; i < 2; i++)
        assert_int_equal(parts.send(context, &part[i], NULL), SL_OK);
    assert_int_equal(parts.send(context, &part[0], NULL), SL_OK); /* it is empty now */
    assert_int_equal(parts.sink.row(context, &rows[0], NULL), SL_OK);
    for (int i = 0; i < 2; i++)
        parts.close(&part[i]);
    assert_int_equal(sl_output_end(output, NULL), SL_OK);
    assert_int_equal(sl_output_close(output, true, NULL), SL_OK);
    return read_back();
}

static void rows_in_parts_are_those_of_one_sink_in_the_order_of_sending(void **state)
{
    (void)state;
    static char expected[sizeof text];
    const struct claim rows[] = {full(), blank("a, b"), blank("\"c\"")};
    const struct claim sent[] = {rows[1], rows[2], rows[0], rows[0]};
    const enum sl_format formats[] = {SL_FORMAT_CSV, SL_FORMAT_NDJSON};
    for (size_t i = 0; i < COUNT(formats); i++) {
        strcpy(expected, render(formats[i], sent, COUNT(sent)));
        assert_string_equal(render_parts(formats[i], rows), expected);
    }
}

static void rows_that_depend_on_those_before_have_no_parts(void **state)
{
    (void)state;
    const enum sl_format formats[] = {SL_FORMAT_TABLE, SL_FORMAT_JSON, SL_FORMAT_MARKDOWN};
    for (size_t i = 0; i < COUNT(formats); i++) {
        struct sl_output *output = NULL;
        const struct sl_output_options options = {.format = formats[i]};
        assert_int_equal(sl_output_open(&output, path, &options, NULL), SL_OK);
        assert_int_equal(sl_output_begin(output, &claim_type, NULL), SL_OK);
        assert_null(sl_output_parts(output).open);
        assert_int_equal(sl_output_close(output, false, NULL), SL_OK);
    }
}

static int make_path(void **state)
{
    (void)state;
    int fd = mkstemp(path);
    return fd < 0 ? -1 : close(fd);
}

static int remove_path(void **state)
{
    (void)state;
    return unlink(path);
}

static void a_spreadsheet_has_room_for_so_many_rows_and_says_so(void **state)
{
    (void)state;
    const struct sl_column column = {.name = "holder"};
    const struct sl_span cell = {"Renault", 7};
    struct sl_error err = {0};
    struct sl_writer writer = {.columns = &column, .count = 1, .path = path};
    assert_int_equal(sl_format_xlsx.begin(&writer, &err), SL_OK);
    writer.rows = 1048574;
    assert_int_equal(sl_format_xlsx.row(&writer, &cell, &err), SL_OK);
    writer.rows = 1048575;
    assert_int_equal(sl_format_xlsx.row(&writer, &cell, &err), SL_INVALID);
    assert_non_null(strstr(err.message, "1,048,575 rows"));
    sl_format_xlsx.release(&writer);
}

static void a_cell_too_long_for_a_spreadsheet_is_refused(void **state)
{
    (void)state;
    static char longest[32767 + 2];
    const struct sl_column column = {.name = "note"};
    struct sl_error err = {0};
    struct sl_writer writer = {.columns = &column, .count = 1, .path = path};
    memset(longest, 'x', sizeof longest - 1);
    assert_int_equal(sl_format_xlsx.begin(&writer, &err), SL_OK);
    assert_int_equal(sl_format_xlsx.row(&writer, &(struct sl_span){longest, 32767}, &err), SL_OK);
    writer.rows = 1;
    assert_int_equal(sl_format_xlsx.row(&writer, &(struct sl_span){longest, 32768}, &err),
                     SL_INVALID);
    sl_format_xlsx.release(&writer);
}

int main(void)
{
    static const struct CMUnitTest facts[] = {
        cmocka_unit_test(csv_has_every_column_and_exact_numbers),
        cmocka_unit_test(csv_without_rows_is_its_header),
        cmocka_unit_test(csv_quotes_only_where_it_must),
        cmocka_unit_test(csv_finds_what_needs_quotes_wherever_it_stands),
        cmocka_unit_test(json_finds_what_is_escaped_wherever_it_stands),
        cmocka_unit_test(csv_for_a_spreadsheet_has_no_formulas),
        cmocka_unit_test(a_lone_blank_cell_is_still_a_row),
        cmocka_unit_test(json_is_an_array_with_numbers_and_nulls),
        cmocka_unit_test(json_without_rows_is_an_empty_array),
        cmocka_unit_test(ndjson_is_an_object_a_line),
        cmocka_unit_test(json_strings_are_exact_and_valid_whatever_comes),
        cmocka_unit_test(tables_combine_ranges_and_money),
        cmocka_unit_test(tables_leave_out_what_is_blank_in_every_row),
        cmocka_unit_test(the_rows_of_a_long_table_line_up),
        cmocka_unit_test(a_table_without_rows_is_its_heading),
        cmocka_unit_test(a_currency_without_an_amount_is_shown),
        cmocka_unit_test(tables_show_no_raw_control_or_direction_mark),
        cmocka_unit_test(wide_and_combining_characters_line_up),
        cmocka_unit_test(the_locale_of_the_program_is_left_alone),
        cmocka_unit_test(tables_fit_their_width_at_every_width),
        cmocka_unit_test(long_text_is_cut_before_columns_go),
        cmocka_unit_test(a_narrow_table_says_what_it_left_out),
        cmocka_unit_test(amounts_come_first_where_there_are_no_stakes),
        cmocka_unit_test(colour_marks_rows_and_only_when_asked_for),
        cmocka_unit_test(markdown_is_a_table_with_every_mark_escaped),
        cmocka_unit_test(markdown_rows_stay_on_their_line),
        cmocka_unit_test(events_come_out_as_text_in_every_format),
        cmocka_unit_test(tables_and_text_share_one_output),
        cmocka_unit_test(calls_out_of_order_are_misuse),
        cmocka_unit_test(a_file_stays_as_it_was_unless_the_output_is_kept),
        cmocka_unit_test(a_full_disk_fails_in_every_format),
        cmocka_unit_test(rows_in_parts_are_those_of_one_sink_in_the_order_of_sending),
        cmocka_unit_test(rows_that_depend_on_those_before_have_no_parts),
        cmocka_unit_test(a_spreadsheet_has_room_for_so_many_rows_and_says_so),
        cmocka_unit_test(a_cell_too_long_for_a_spreadsheet_is_refused),
    };
    return cmocka_run_group_tests(facts, make_path, remove_path);
}
