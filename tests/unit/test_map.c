/* Maps: what their rules make of rows, and what they refuse. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <stakeline/map.h>

#include "base/buffer.h"

static char folder[] = "/tmp/stakeline-map-XXXXXX";

static const char *write_bytes(const char *name, const void *bytes, size_t length)
{
    static char paths[4][256];
    static size_t next;
    char *path = paths[next++ % 4];
    snprintf(path, sizeof paths[0], "%s/%s", folder, name);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
    return path;
}

static const char *write_text(const char *name, const char *text)
{
    return write_bytes(name, text, strlen(text));
}

/* Collects "column=value;" of every cell, "|" between events, and problems as "!problem". */
struct seen {
    struct sl_buffer text;
    int64_t line, event;
};

static enum sl_status take(void *context, const void *item, struct sl_error *err)
{
    struct seen *seen = context;
    const struct sl_map_try_row *row = item;
    (void)err;
    if (seen->text.length > 0 && (row->line != seen->line || row->event != seen->event))
        sl_buffer_add_byte(&seen->text, '|');
    seen->line = row->line;
    seen->event = row->event;
    if (row->problem != NULL)
        sl_buffer_printf(&seen->text, "!%s", row->problem);
    else if (row->value != NULL && row->value[0] != '\0' && row->column != NULL)
        sl_buffer_printf(&seen->text, "%s=%s;", row->column, row->value);
    else if (row->column == NULL)
        sl_buffer_add_text(&seen->text, row->value);
    return SL_OK;
}

static struct seen seen;

static const char *try_file(const char *map_text, const char *path)
{
    struct sl_map *map = NULL;
    struct sl_error err = {0};
    sl_buffer_clear(&seen.text);
    seen.line = seen.event = 0;
    enum sl_status status = sl_map_open(&map, write_text("t.ini", map_text), NULL, &err);
    if (status != SL_OK) {
        const char *base = strstr(err.message, "t.ini");
        sl_buffer_add_text(&seen.text, base == NULL ? err.message : base);
        return seen.text.data;
    }
    sl_map_try(map, path, 100, (struct sl_sink){take, &seen}, &err);
    sl_map_close(map);
    return seen.text.data == NULL ? "" : seen.text.data;
}

static const char *try_text(const char *map_text, const char *rows)
{
    return try_file(map_text, write_text("rows.csv", rows));
}

/* ---- rules ---- */

static void a_rule_is_a_column_a_text_or_both(void **state)
{
    (void)state;
    assert_string_equal(try_text("[columns]\ndate=d\nkind=\"note\"\nissuer=Firm\n"
                                 "note={Sector}[, {City}]\n",
                                 "d,FIRM,Sector,City\n2020,A,x,y\n2021,B,x,\n"),
                        "note=x, y;date=2020;kind=note;issuer=A;|"
                        "note=x;date=2021;kind=note;issuer=B;");
}

static void the_first_alternative_that_is_there_and_not_blank_counts(void **state)
{
    (void)state;
    assert_string_equal(try_text("[columns]\ndate=Nope|d\nkind=\"note\"\nissuer=A|B\n"
                                 "url=Nope|\"\"\n",
                                 "d,A,B\n2020,,b\n2020,a,b\n"),
                        "date=2020;kind=note;issuer=b;|date=2020;kind=note;issuer=a;");
}

static void a_column_that_is_not_in_the_header_is_a_problem(void **state)
{
    (void)state;
    const char *text =
        try_text("[columns]\ndate=d\nkind=\"note\"\nissuer=Frm\n", "d,Firm\n2020,A\n");
    assert_non_null(strstr(text, "the nearest in the header is 'Firm'"));
}

static void a_column_that_is_there_twice_is_named_by_its_number(void **state)
{
    (void)state;
    assert_non_null(
        strstr(try_text("[columns]\ndate=d\nkind=\"note\"\nissuer=n\n", "d,n,n\n2020,A,B\n"),
               "ambiguous"));
    assert_string_equal(
        try_text("[columns]\ndate=d\nkind=\"note\"\nissuer=#3\n", "d,n,n\n2020,A,B\n"),
        "date=2020;kind=note;issuer=B;");
}

static void values_are_translated_by_word_and_by_pattern(void **state)
{
    (void)state;
    assert_string_equal(try_text("[columns]\ndate=d\nkind=k\nissuer=\"A\"\n"
                                 "[values.kind]\nPurchase = acquire\n/debt/ = debt\n* = note\n"
                                 "\"a:b=c\" = ipo\n",
                                 "d,k\n2020,PURCHASE\n2020,Some Debt\n2020,\n2020,a:b=c\n"),
                        "date=2020;kind=acquire;issuer=A;|date=2020;kind=debt;issuer=A;|"
                        "date=2020;kind=note;issuer=A;|date=2020;kind=note;issuer=A;");
}

static void a_part_of_the_files_name_can_be_a_value(void **state)
{
    (void)state;
    const char *map = "[columns]\ndate={file:_([0-9-]+)\\.}\nkind=\"note\"\nissuer=n\n";
    assert_string_equal(try_file(map, write_text("x_2020-05-06.csv", "n\nA\n")),
                        "date=2020-05-06;kind=note;issuer=A;");
    assert_non_null(strstr(try_file(map, write_text("y.csv", "n\nA\n")), "does not fit"));
}

/* ---- rows ---- */

static void conditions_keep_and_drop_rows(void **state)
{
    (void)state;
    assert_string_equal(try_text("[columns]\ndate=d\nkind=\"note\"\nissuer=n\n"
                                 "[rows]\nkeep = n != \"\"\ndrop = t == x | y and n matches /^A/\n",
                                 "d,n,t\n2020,A,x\n2020,B,y\n2020,,z\n2020,A,z\n"),
                        "(dropped by a condition)|date=2020;kind=note;issuer=B;|"
                        "(dropped by a condition)|date=2020;kind=note;issuer=A;");
}

static void a_row_can_be_several_events_or_a_problem(void **state)
{
    (void)state;
    const char *map = "[columns]\ndate=d\nissuer=\"A\"\nholder=\"B\"\n"
                      "[event.1]\nwhen = before != \"\"\nkind=\"holding\"\nshares=before\n"
                      "[event.2]\nwhen = traded not matches /^0?$/\nkind=\"acquire\"\n"
                      "shares=traded\n";
    assert_string_equal(try_text(map, "d,before,traded\n2020,10,5\n2020,,7\n"),
                        "date=2020;issuer=A;holder=B;kind=holding;shares=10;|"
                        "date=2020;issuer=A;holder=B;kind=acquire;shares=5;|"
                        "date=2020;issuer=A;holder=B;kind=acquire;shares=7;");
    assert_non_null(
        strstr(try_text(map, "d,before,traded\n2020,,0\n"), "no event of the map is for this row"));
}

static void a_cell_of_several_holders_counts_the_amount_once(void **state)
{
    (void)state;
    const char *map = "[numbers]\ncurrency=USD\n[columns]\ndate=d\nkind=\"round\"\nissuer=\"A\"\n"
                      "holder=h\namount=a\n[split]\nholder = \",\" \" AND \"\n";
    assert_string_equal(try_text(map, "d,h,a\n2020,\"X, Y and Z\",5\n2021,X,7\n"),
                        "currency=USD;date=2020;kind=round;issuer=A;amount=5;|"
                        "date=2020;kind=round;issuer=A;holder=X;|"
                        "date=2020;kind=round;issuer=A;holder=Y;|"
                        "date=2020;kind=round;issuer=A;holder=Z;|"
                        "currency=USD;date=2021;kind=round;issuer=A;holder=X;amount=7;");
}

static void an_amount_repeated_on_each_row_of_a_deal_counts_once(void **state)
{
    (void)state;
    const char *map = "[numbers]\ncurrency=USD\n[columns]\ndate=d\nkind=\"round\"\nissuer=\"A\"\n"
                      "holder=h\namount=a\ndeal=i\n[headline]\nper = deal\n";
    assert_string_equal(try_text(map, "d,h,a,i\n2020,X,5,1\n2020,Y,5,1\n"),
                        "currency=USD;date=2020;kind=round;issuer=A;amount=5;deal=1;|"
                        "date=2020;kind=round;issuer=A;holder=X;deal=1;|"
                        "date=2020;kind=round;issuer=A;holder=Y;deal=1;");
    assert_non_null(strstr(try_text(map, "d,h,a,i\n2020,X,5,1\n2020,Y,6,1\n"), "the same amount"));
}

static const char holders_map[] = "[columns]\ndate=d\nkind=\"round\"\nissuer=\"A\"\nholder=h\n"
                                  "[split]\nholder = \",\" \" and \" \" & \"\n"
                                  "[values.holder]\nothers = (blank)\n/^undisclosed/ = (blank)\n";

static const char *try_holders(const char *cell)
{
    static struct sl_buffer names;
    char rows[256];
    snprintf(rows, sizeof rows, "d,h\n2020,\"%s\"\n", cell);
    sl_buffer_clear(&names);
    sl_buffer_add(&names, "", 0);
    for (const char *c = try_text(holders_map, rows); (c = strstr(c, "holder=")) != NULL;) {
        c += strlen("holder=");
        sl_buffer_add(&names, c, strcspn(c, ";"));
        sl_buffer_add_byte(&names, '|');
    }
    static char text[256];
    snprintf(text, sizeof text, "%s", names.data);
    sl_buffer_release(&names);
    return text;
}

static void a_separator_in_brackets_separates_nothing(void **state)
{
    (void)state;
    assert_string_equal(try_holders("X (chair, Y), Z (a (b, c), d)"),
                        "X (chair, Y)|Z (a (b, c), d)|");
    assert_string_equal(try_holders("X (chair, Y"), "X (chair|Y|");
}

static void a_legal_form_is_part_of_the_name_before_it(void **state)
{
    (void)state;
    assert_string_equal(try_holders("Mitsui & Co., Acme, Inc., Bee Pvt. Ltd, Coal"),
                        "Mitsui & Co.|Acme, Inc.|Bee Pvt. Ltd|Coal|");
    assert_string_equal(try_holders("X, Ltd and Y"), "X, Ltd|Y|");
    assert_string_equal(try_holders("Inc, X"), "Inc|X|");
}

static void values_are_those_of_each_holder_of_a_cell(void **state)
{
    (void)state;
    assert_string_equal(try_holders("X, Y & Others"), "X|Y|");
    assert_string_equal(try_holders("Undisclosed investors, Y"), "Y|");
    assert_string_equal(try_holders("others"), "");
}

static void a_row_of_a_deal_without_a_holder_states_its_amount_once(void **state)
{
    (void)state;
    const char *map = "[numbers]\ncurrency=USD\n[columns]\ndate=d\nkind=\"round\"\nissuer=\"A\"\n"
                      "holder=h\namount=a\ndeal=i\n[headline]\nper = deal\n";
    assert_string_equal(try_text(map, "d,h,a,i\n2020,X,5,1\n2020,,5,1\n2021,,7,2\n2021,,,3\n"),
                        "currency=USD;date=2020;kind=round;issuer=A;amount=5;deal=1;|"
                        "date=2020;kind=round;issuer=A;holder=X;deal=1;|"
                        "date=2020;kind=round;issuer=A;deal=1;|"
                        "currency=USD;date=2021;kind=round;issuer=A;amount=7;deal=2;|"
                        "date=2021;kind=round;issuer=A;deal=3;");
}

/* ---- files ---- */

static void files_have_delimiters_marks_comments_and_lines_before_the_header(void **state)
{
    (void)state;
    assert_string_equal(try_text("[file]\ndelimiter=semicolon\nquote=none\nskip=2\ncomment=#\n"
                                 "short-rows=fill\n[columns]\ndate=d\nkind=\"note\"\nissuer=n\n"
                                 "note=t\n",
                                 "title\n\"more\n# a\nd;n;t\n#2020;no;x\n2020;A \"1\";y\n2021;B\n"),
                        "note=y;date=2020;kind=note;issuer=A \"1\";|"
                        "date=2021;kind=note;issuer=B;");
}

static void a_file_without_a_header_has_its_columns_named(void **state)
{
    (void)state;
    assert_string_equal(
        try_text("[file]\ncolumns = d, n\n[columns]\ndate=d\nkind=\"note\"\nissuer=n\n",
                 "2020,A\n"),
        "date=2020;kind=note;issuer=A;");
}

static void encodings_are_read_by_name(void **state)
{
    (void)state;
    static const char utf16[] = "\xff\xfe"
                                "d\0,\0n\0\n\0"
                                "2\0000\0002\0000\0,\0\xe9\0\n\0";
    assert_string_equal(
        try_file("[file]\nencoding=utf-16\n[columns]\ndate=d\nkind=\"note\"\nissuer=n\n",
                 write_bytes("w.csv", utf16, sizeof utf16 - 1)),
        "date=2020;kind=note;issuer=é;");
    assert_string_equal(
        try_text("[file]\nencoding=windows-1252\n[columns]\ndate=d\nkind=\"note\"\nissuer=n\n",
                 "d,n\n2020,\x80\xe9\n"),
        "date=2020;kind=note;issuer=€é;");
    assert_non_null(strstr(
        try_text("[file]\nencoding=utf-99\n[columns]\ndate=d\nkind=\"note\"\nissuer=n\n", ""),
        "is not known"));
}

/* ---- cells ---- */

static const char *try_number(const char *numbers, const char *column, const char *cell)
{
    char map[512], rows[256];
    snprintf(map, sizeof map,
             "%s\n[columns]\ndate=d\nkind=\"acquire\"\nissuer=\"A\"\nholder=\"B\"\n%s=v\n", numbers,
             column);
    snprintf(rows, sizeof rows, "d,v\n2020,\"%s\"\n", cell);
    const char *text = try_text(map, rows);
    if (strchr(text, '!') != NULL) return strchr(text, '!');
    char wanted[32];
    snprintf(wanted, sizeof wanted, "%s=", column);
    const char *found = strstr(text, wanted);
    return found == NULL ? "" : found;
}

static void numbers_are_read_as_the_map_says(void **state)
{
    (void)state;
    static const char comma[] = "[numbers]\ndecimal=comma\ngrouping=point\ncurrency=EUR";
    static const char space[] = "[numbers]\ndecimal=comma\ngrouping=space\ncurrency=EUR";
    assert_string_equal(try_number(comma, "amount", "1.234.567,89"), "amount=1,234,567.89;");
    assert_string_equal(try_number(space, "amount",
                                   "1 234\xc2\xa0"
                                   "567,5"),
                        "amount=1,234,567.5;");
    assert_string_equal(try_number(space, "stake", "24,5 %"), "stake=24.5 %;");
    assert_string_equal(try_number("[numbers]\nbare-stake=fraction", "stake", "0.125"),
                        "stake=12.5;");
    assert_string_equal(try_number("[numbers]\nbare-stake=fraction", "stake", "12.5%"),
                        "stake=12.5%;");
}

static void a_unit_moves_the_point(void **state)
{
    (void)state;
    assert_string_equal(
        try_number("[numbers]\ncurrency=INR\nmultiply.amount=lakh", "amount", "150.25"),
        "amount=15025000;");
    assert_string_equal(try_number("[numbers]\nmultiply.shares=1000", "shares", "0.5"),
                        "shares=500;");
}

static void an_exponent_moves_the_point(void **state)
{
    (void)state;
    static const char *const cases[][2] = {{"1e+05", "amount=100000;"},
                                           {"2.5E7 USD", "amount=25000000 USD;"},
                                           {"123e-2", "amount=1.23;"},
                                           {"5e-2", "amount=0.05;"},
                                           {"$1.5e0", "amount=$1.5;"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_string_equal(try_number("[numbers]\ncurrency=USD", "amount", cases[i][0]),
                            cases[i][1]);
    assert_string_equal(try_number("[numbers]\nmultiply.shares=1000", "shares", "1e-3"),
                        "shares=1;");
    assert_string_equal(try_number("[numbers]\nbare-stake=fraction", "stake", "1.25e-1"),
                        "stake=12.5;");
    assert_int_equal(try_number("", "shares", "1e500")[0], '!');
    assert_int_equal(try_number("", "shares", "1e5x")[0], '!');
}

static void what_is_ambiguous_is_refused(void **state)
{
    (void)state;
    assert_non_null(strstr(try_number("[numbers]\ndecimal=comma\ncurrency=EUR", "amount", "1.234"),
                           "ambiguous"));
    assert_string_equal(try_number("[numbers]\ndecimal=comma", "stake", "12.5"), "stake=12.5;");
    assert_int_equal(try_number("", "stake", "(12.5)")[0], '!');
    assert_int_equal(try_number("", "stake", "-12.5")[0], '!');
    assert_int_equal(try_number("[numbers]\nparentheses=negative", "stake", "(12.5)")[0], '!');
}

static void a_negative_number_turns_the_kind_where_the_map_says_so(void **state)
{
    (void)state;
    assert_string_equal(try_text("[numbers]\nparentheses=negative\nnegative=reverse\n[columns]\n"
                                 "date=d\nkind=\"acquire\"\nissuer=\"A\"\nholder=\"B\"\nstake=v\n",
                                 "d,v\n2020,(2.5)\n2020,+3\n"),
                        "date=2020;kind=dispose;issuer=A;holder=B;stake=2.5;|"
                        "date=2020;kind=acquire;issuer=A;holder=B;stake=3;");
}

static void what_says_nothing_is_not_stated(void **state)
{
    (void)state;
    static const char *const words[] = {"Nil", "nan", "-", "undisclosed", "NULL", "\xc2\xa0"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        assert_string_equal(try_number("", "stake", words[i]), "");
}

static void at_least_is_a_range_or_a_remark(void **state)
{
    (void)state;
    assert_string_equal(try_number("", "stake", "5+"), "stake=>5;");
    assert_string_equal(try_text("[numbers]\ncurrency=USD\n[columns]\ndate=d\nkind=\"round\"\n"
                                 "issuer=\"A\"\namount=v\n",
                                 "d,v\n2020,\"14,342,000+\"\n"),
                        "note=amount: at least, \"14,342,000+\";currency=USD;date=2020;kind=round;"
                        "issuer=A;amount=14,342,000;");
}

static void a_cells_own_currency_stands(void **state)
{
    (void)state;
    const char *map = "[numbers]\ncurrency=USD\n[columns]\ndate=d\nkind=\"round\"\nissuer=\"A\"\n"
                      "amount=v\n";
    assert_string_equal(try_text(map, "d,v\n2020,Rs. 5\n2020,US $ 5\n2020,5\n"),
                        "date=2020;kind=round;issuer=A;amount=Rs. 5;|"
                        "date=2020;kind=round;issuer=A;amount=US$ 5;|"
                        "currency=USD;date=2020;kind=round;issuer=A;amount=5;");
}

static void dates_follow_the_declared_order(void **state)
{
    (void)state;
    const char *map = "[dates]\nformats = %d/%m/%Y, %d-%m-%Y\ntime = ignore\n[columns]\ndate=d\n"
                      "kind=\"note\"\nissuer=\"A\"\n";
    assert_string_equal(try_text(map, "d\n1/8/2017\n01-08-2017\n2017-08-01 10:30\n"),
                        "date=2017-08-01;kind=note;issuer=A;|date=2017-08-01;kind=note;issuer=A;|"
                        "date=2017-08-01;kind=note;issuer=A;");
    assert_non_null(strstr(try_text(map, "d\n01/25/2017\n"), "it would fit %m/%d/%Y"));
    assert_non_null(strstr(try_text(map, "d\n31/04/2017\n"), "April 2017 has 30 days"));
    assert_non_null(strstr(try_text(map, "d\n0017-04-30\n"), "expected a year in 1000 to 9999"));
    assert_non_null(strstr(try_text(map, "d\n30/04/017\n"), "does not fit %d/%m/%Y"));
}

static void a_time_of_day_is_passed_over_on_request(void **state)
{
    (void)state;
    assert_non_null(strstr(
        try_text("[columns]\ndate=d\nkind=\"note\"\nissuer=\"A\"\n", "d\n2017-04-30 00:00:00\n"),
        "'time = ignore' in [dates]"));
}

static void escapes_are_cleaned_where_the_map_asks(void **state)
{
    (void)state;
    assert_string_equal(try_text("[file]\nclean = escapes, invisible\n[columns]\ndate=d\n"
                                 "kind=\"note\"\nissuer=n\n",
                                 "d,n\n2020,\\\\xc2\\\\xa0Caf\\xc3\\xa9\\\\nBar\xe2\x80\x8b\n"),
                        "date=2020;kind=note;issuer=Café Bar;");
    assert_string_equal(try_text("[file]\nclean = escapes, quotes\n[columns]\ndate=d\n"
                                 "kind=\"note\"\nissuer=n\n",
                                 "d,n\n2020,\"\"\"BYJU\\\\'S\"\"\"\n2020,\"a \"\"b\"\"\"\n"),
                        "date=2020;kind=note;issuer=BYJU'S;|date=2020;kind=note;issuer=a \"b\";");
}

/* ---- maps that are not right ---- */

static void a_map_is_checked_before_a_row_is_read(void **state)
{
    (void)state;
    static const struct {
        const char *map, *message;
    } cases[] = {
        {"[fiel]\n\n[file]\nx = 1\n", "t.ini:4: [file] has no key 'x'"},
        {"[fil]\nskip=1\n", "t.ini:2: there is no section [fil] (the nearest is [file])"},
        {"skip=1\n", "t.ini:1: expected a [section] before the first key"},
        {"[columns]\nissuer\n", "t.ini:2: expected [section], or key = value"},
        {"[columns]\nissuer=A\nissuer=B\n", "t.ini:3: [columns] issuer is given twice"},
        {"[columns]\nissuer={A\n", "t.ini:2: a { is not closed"},
        {"[columns]\nissuer=\"A\n", "t.ini:2: a double quote is not closed"},
        {"[dates]\nformats=%q\n", "t.ini:2: date format"},
        {"[numbers]\ncurrency=XXY\n", "t.ini:2: expected an ISO 4217"},
        {"[rows]\nkeep = a is b\n", "t.ini:2: expected COLUMN == value"},
        {"[rows]\nkeep = a matches /(/\n", "t.ini:2: the pattern"},
        {"[split]\nholder = ,\n", "t.ini:2: expected separators, each in double quotes"},
        {"[columns]\ndate=d\nkind=k\n", "t.ini: no rule says what the issuer"},
        {"[file]\ncomment = comma\n[columns]\ndate=d\nkind=\"note\"\nissuer=n\n",
         "t.ini: [file] comment: expected another character"},
        {"[file]\ndelimiter = pipe\ncomment = |\n[columns]\ndate=d\nkind=\"note\"\nissuer=n\n",
         "t.ini: [file] comment: expected another character"},
        {"[file]\nquote = pipe\ncomment = pipe\n[columns]\ndate=d\nkind=\"note\"\nissuer=n\n",
         "t.ini: [file] comment: expected another character"},
        {"[file]\nquote = space\n[columns]\ndate=d\nkind=\"note\"\nissuer=n\n",
         "t.ini: [file] quote: expected a character that is no blank"},
        {"[file]\nquote = comma\n[columns]\ndate=d\nkind=\"note\"\nissuer=n\n",
         "t.ini: [file] quote and delimiter: expected two characters"},
        {"[columns]\ndate=d\nkind=k\nissuer=i\n[values.stake]\na=b\n",
         "t.ini:6: [values.stake]: no event of the map has a stake"},
        {"[columns]\ndate=d\nkind=k\nissuer=i\n[snapshot]\nby=file\n",
         "t.ini: [snapshot]: no event of the map has a holder"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const char *text = try_text(cases[i].map, "d\n");
        if (strstr(text, cases[i].message) == NULL)
            fail_msg("expected %s, found %s", cases[i].message, text);
    }
}

static void a_line_may_be_longer_than_libinih_reads(void **state)
{
    (void)state;
    char map[1400], value[801] = "", wanted[1000];
    memset(value, 'x', 800);
    snprintf(map, sizeof map,
             "[columns]\ndate=d\nkind=\"note\"\nissuer=n\n  note = \"%s; = #\" | t ; the note\n",
             value);
    snprintf(wanted, sizeof wanted, "note=%s; = #;date=2020;kind=note;issuer=A;", value);
    assert_string_equal(try_text(map, "d,n,t\n2020,A,\n"), wanted);
    snprintf(map, sizeof map, "[columns]\n%s = x\n", value);
    assert_non_null(strstr(try_text(map, "d\n"), "t.ini:2: the line is too long"));
    snprintf(map, sizeof map, "[values.x_%.60s]\na = b\n", value);
    assert_non_null(strstr(try_text(map, "d\n"), "t.ini:1: the name of the section is too long"));
}

static int make_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) == NULL;
}

static int drop_folder(void **state)
{
    static const char *const names[] = {"t.ini", "rows.csv", "x_2020-05-06.csv", "y.csv", "w.csv"};
    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        write_text(names[i], "");
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        char path[256];
        snprintf(path, sizeof path, "%s/%s", folder, names[i]);
        unlink(path);
    }
    sl_buffer_release(&seen.text);
    return rmdir(folder);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(a_rule_is_a_column_a_text_or_both),
    cmocka_unit_test(the_first_alternative_that_is_there_and_not_blank_counts),
    cmocka_unit_test(a_column_that_is_not_in_the_header_is_a_problem),
    cmocka_unit_test(a_column_that_is_there_twice_is_named_by_its_number),
    cmocka_unit_test(values_are_translated_by_word_and_by_pattern),
    cmocka_unit_test(a_part_of_the_files_name_can_be_a_value),
    cmocka_unit_test(conditions_keep_and_drop_rows),
    cmocka_unit_test(a_row_can_be_several_events_or_a_problem),
    cmocka_unit_test(a_cell_of_several_holders_counts_the_amount_once),
    cmocka_unit_test(an_amount_repeated_on_each_row_of_a_deal_counts_once),
    cmocka_unit_test(a_separator_in_brackets_separates_nothing),
    cmocka_unit_test(a_legal_form_is_part_of_the_name_before_it),
    cmocka_unit_test(values_are_those_of_each_holder_of_a_cell),
    cmocka_unit_test(a_row_of_a_deal_without_a_holder_states_its_amount_once),
    cmocka_unit_test(files_have_delimiters_marks_comments_and_lines_before_the_header),
    cmocka_unit_test(a_file_without_a_header_has_its_columns_named),
    cmocka_unit_test(encodings_are_read_by_name),
    cmocka_unit_test(numbers_are_read_as_the_map_says),
    cmocka_unit_test(a_unit_moves_the_point),
    cmocka_unit_test(an_exponent_moves_the_point),
    cmocka_unit_test(what_is_ambiguous_is_refused),
    cmocka_unit_test(a_negative_number_turns_the_kind_where_the_map_says_so),
    cmocka_unit_test(what_says_nothing_is_not_stated),
    cmocka_unit_test(at_least_is_a_range_or_a_remark),
    cmocka_unit_test(a_cells_own_currency_stands),
    cmocka_unit_test(dates_follow_the_declared_order),
    cmocka_unit_test(a_time_of_day_is_passed_over_on_request),
    cmocka_unit_test(escapes_are_cleaned_where_the_map_asks),
    cmocka_unit_test(a_map_is_checked_before_a_row_is_read),
    cmocka_unit_test(a_line_may_be_longer_than_libinih_reads),
};

int main(void)
{
    return cmocka_run_group_tests(tests, make_folder, drop_folder);
}
