/* Texts, a NUL behind each, through the armour and through a real gnuplot, as labels and as names
 * on an axis: each is drawn as it is, nothing is said and no file appears. gnuplot is run when
 * there are many (and at the end); what it fails on is left in a file, which is an input of its
 * own. */
#include "export/gnuplot.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "fuzz.h"

/* gnuplot cuts a field of data at 1023 bytes, and a byte may become 21. */
enum { BATCH = 2000, FIELD_MAX = 1023, GNUPLOT_MS = 60000 };

static char *batch[BATCH];
static size_t batch_count;
static int missing = -1; /* 1: there is no gnuplot here */

/* What the literal means to gnuplot: its escapes taken back. NULL: it is more than a literal. */
static bool read_literal(struct sl_buffer *out, const char *literal, size_t length)
{
    if (length < 2 || literal[0] != '"' || literal[length - 1] != '"') return false;
    for (const char *at = literal + 1, *end = literal + length - 1; at < end;) {
        bool plain = (*at >= 'a' && *at <= 'z') || (*at >= 'A' && *at <= 'Z') || *at == ' ';
        if (plain) {
            sl_buffer_add_byte(out, *at++);
            continue;
        }
        if (*at != '\\' || end - at < 4) return false;
        int code = 0;
        for (int i = 1; i <= 3; i++) {
            if (at[i] < '0' || at[i] > '7') return false;
            code = code * 8 + at[i] - '0';
        }
        sl_buffer_add_byte(out, (char)code);
        at += 4;
    }
    return true;
}

/* As it stands in an SVG. */
static void add_entities(struct sl_buffer *out, const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '&' || text[i] == '<' || text[i] == '>')
            sl_buffer_printf(out, "&#x%x;", (unsigned)text[i]);
        else
            sl_buffer_add_byte(out, text[i]);
    }
}

/* Returns the length of the literal in an SVG. */
static size_t check_literal(const char *text)
{
    struct sl_buffer clean = {0}, wanted = {0}, literal = {0}, meant = {0};
    size_t length = 0;
    sl_text_add_clean(&clean, text);
    fuzz_require(sl_text_is_utf8(clean.data, clean.length), "a cleaned text is UTF-8", text);
    add_entities(&wanted, clean.data, clean.length);
    for (int picture = SL_PICTURE_SVG; picture <= SL_PICTURE_PDF; picture++) {
        const struct sl_buffer *what = picture == SL_PICTURE_SVG ? &wanted : &clean;
        sl_buffer_clear(&literal);
        sl_buffer_clear(&meant);
        sl_gnuplot_add_text(&literal, text, (enum sl_picture)picture);
        if (picture == SL_PICTURE_SVG) length = literal.length;
        fuzz_require(read_literal(&meant, literal.data, literal.length),
                     "an armoured text is a literal", text);
        fuzz_require(meant.length == what->length &&
                         (what->length == 0 || memcmp(meant.data, what->data, what->length) == 0),
                     "an armoured text means itself", text);
    }
    sl_buffer_release(&clean);
    sl_buffer_release(&wanted);
    sl_buffer_release(&literal);
    sl_buffer_release(&meant);
    return length;
}

/* ---- gnuplot ---- */

static void fail_batch(const char *promise, const char *detail)
{
    FILE *file = fopen("gnuplot-batch", "wb");
    for (size_t i = 0; file != NULL && i < batch_count; i++)
        fwrite(batch[i], 1, strlen(batch[i]) + 1, file);
    if (file != NULL) fclose(file);
    fuzz_require(false, promise, detail);
}

static int count_files(void)
{
    int count = 0;
    DIR *here = opendir(".");
    while (here != NULL && readdir(here) != NULL)
        count++;
    if (here != NULL) closedir(here);
    return count;
}

static void add_script(struct sl_buffer *script)
{
    sl_buffer_add_text(script, "set terminal svg noenhanced\nset encoding utf8\n"
                               "set margins screen 0.1, screen 0.9, screen 0.1, screen 0.9\n"
                               "set datafile separator \"\\t\"\nset datafile commentschars ''\n");
    for (size_t i = 0; i < batch_count; i++) {
        sl_buffer_printf(script, "set label %zu ", i + 1);
        sl_gnuplot_add_text(script, batch[i], SL_PICTURE_SVG);
        sl_buffer_add_text(script, " at graph 0, graph 0\n");
    }
    sl_buffer_add_text(script, "$names << END_OF_DATA\n");
    for (size_t i = 0; i < batch_count; i++) {
        sl_buffer_printf(script, "%zu\t", i + 1);
        sl_gnuplot_add_text(script, batch[i], SL_PICTURE_SVG);
        sl_buffer_add_byte(script, '\n');
    }
    sl_buffer_add_text(script, "END_OF_DATA\nplot $names using 1:1:ytic(2) with points\n");
}

/* All of them, in their order, as labels and again as names on the axis. */
static void check_picture(const char *picture)
{
    struct sl_buffer clean = {0}, wanted = {0};
    const char *at = picture;
    for (size_t i = 0; i < 2 * batch_count; i++) {
        const char *text = batch[i % batch_count];
        sl_buffer_clear(&clean);
        sl_buffer_clear(&wanted);
        sl_text_add_clean(&clean, text);
        sl_buffer_add_byte(&wanted, '>');
        add_entities(&wanted, clean.data, clean.length);
        sl_buffer_add_text(&wanted, "</text>");
        at = strstr(at, wanted.data);
        if (at == NULL) fail_batch("a text is drawn as it is", text);
        at++;
    }
    sl_buffer_release(&clean);
    sl_buffer_release(&wanted);
}

static void draw(void)
{
    struct sl_buffer script = {0}, out = {0};
    struct sl_error err = {0};
    if (batch_count == 0 || missing == 1) return;
    const int files = count_files();
    add_script(&script);
    enum sl_status status = sl_gnuplot_run(&out, &script, SL_PICTURE_SVG, NULL, GNUPLOT_MS, &err);
    missing = status != SL_OK && strstr(err.message, "gnuplot-nox") != NULL;
    if (missing) {
        fprintf(stderr, "%s: skipped\n", err.message);
    } else {
        if (status != SL_OK) fail_batch("gnuplot draws every text", err.message);
        check_picture(out.data);
        if (count_files() != files) fail_batch("gnuplot leaves no file", "");
    }
    sl_buffer_release(&script);
    sl_buffer_release(&out);
    for (size_t i = 0; i < batch_count; i++)
        free(batch[i]);
    batch_count = 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static bool registered;
    if (!registered && atexit(draw) != 0) abort();
    registered = true;
    for (size_t from = 0; from < size;) {
        const uint8_t *end = memchr(data + from, '\0', size - from);
        const size_t length = end == NULL ? size - from : (size_t)(end - data) - from;
        char *text = fuzz_text(data + from, length);
        from += length + 1;
        if (check_literal(text) > FIELD_MAX || length == 0) {
            free(text);
            continue;
        }
        batch[batch_count++] = text;
        if (batch_count == BATCH) draw();
    }
    return 0;
}
