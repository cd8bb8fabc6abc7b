/* The style block of a script. The themes are files of plots/themes, embedded; what they set is
 * what a style has to set, and so they also say what a user's own leaves open. */
#define _GNU_SOURCE /* strerror_r that gives the text */
#include "export/chart_style.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"

enum {
    LOOKS = 16,
    AREAS = 8,
    OTHERS = 16, /* of LOOKS */
    AREA_OTHERS = 9,
    KINDS = 2, /* areas that are soft or open: gained or lost, equity or debt */
    STYLE_MAX = 256 * 1024,
    CHUNK = 4096
};

extern const char sl_theme_light[], sl_theme_dark[], sl_theme_print[];

static const struct {
    const char *name, *text;
} themes[] = {[SL_THEME_LIGHT] = {"light", sl_theme_light},
              [SL_THEME_DARK] = {"dark", sl_theme_dark},
              [SL_THEME_PRINT] = {"print", sl_theme_print}};

int sl_look(size_t index, bool others)
{
    return others ? OTHERS : (int)(index % LOOKS);
}

int sl_area(int look)
{
    return look == OTHERS ? AREA_OTHERS : look % AREAS + 1;
}

void sl_style_add_fill(struct sl_buffer *out, int style, bool open)
{
    if (style == SL_STYLE_REST) {
        sl_buffer_printf(out, " fc lt %d fs @FILL_REST", style);
    } else if (style >= SL_STYLE_SOFT) {
        int look = style - SL_STYLE_SOFT;
        sl_buffer_printf(out, " fc rgb SOFT[%d] fs @FILL_%s_%d", sl_area(look),
                         open ? "OPEN" : "SOFT", look % KINDS + 1);
    } else {
        int area = sl_area(style - SL_STYLE_LINE);
        sl_buffer_printf(out, " fc rgb AREA[%d] fs @FILL_%d", area, area);
    }
}

/* ---- a user's own ---- */

/* gnuplot would take the first half of CR LF for a part of the command. */
static void add_unix(struct sl_buffer *out, const char *bytes, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (bytes[i] != '\r') sl_buffer_add_byte(out, bytes[i]);
}

static enum sl_status read_file(struct sl_buffer *out, const char *path, struct sl_error *err)
{
    char chunk[CHUNK], memory[96];
    FILE *file = fopen(path, "rb");
    size_t got = 0;
    while (file != NULL && out->length <= STYLE_MAX && (got = fread(chunk, 1, CHUNK, file)) > 0)
        add_unix(out, chunk, got);
    bool failed = file == NULL || ferror(file) != 0;
    int number = errno;
    if (file != NULL) fclose(file);
    if (failed)
        return sl_fail(err, SL_FAILED, "cannot read the style %s: %s", path,
                       strerror_r(number, memory, sizeof memory));
    if (out->failed) return sl_fail_memory(err);
    if (out->length > STYLE_MAX || (out->length > 0 && strlen(out->data) < out->length))
        return sl_fail(err, SL_MISUSE,
                       "%s: a style is a text of gnuplot commands of at most %d KiB", path,
                       STYLE_MAX / 1024);
    return SL_OK;
}

/* Does a line of `text` begin with these bytes? */
static bool has_line(const char *text, const char *start, size_t length)
{
    for (; text != NULL; text = strchr(text, '\n')) {
        text += strspn(text, "\n \t");
        if (strncmp(text, start, length) == 0) return true;
    }
    return false;
}

/* The bytes of "NAME =" and "array NAME[" that `line` begins with; 0: it sets no variable. */
static size_t variable_at(const char *line)
{
    static const char array[] = "array ";
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789";
    size_t before = strncmp(line, array, sizeof array - 1) == 0 ? sizeof array - 1 : 0;
    size_t name = strspn(line + before, letters);
    const char *end = line + before + name;
    if (name == 0) return 0;
    if (before > 0) return *end == '[' ? before + name + 1 : 0;
    return strncmp(end, " =", 2) == 0 ? name + 2 : 0;
}

/* Does the style set every variable that the theme sets? */
static bool is_complete(const char *style, const char *theme)
{
    for (const char *line = theme; *line != '\0'; line += *line == '\n') {
        size_t length = variable_at(line);
        if (length > 0 && !has_line(style, line, length)) return false;
        line += strcspn(line, "\n");
    }
    return true;
}

bool sl_style_has_terminal(const struct sl_buffer *style)
{
    return has_line(style->data, "set term", 8);
}

enum sl_status sl_style_read(struct sl_buffer *out, enum sl_theme theme, const char *file,
                             struct sl_error *err)
{
    struct sl_buffer own = {0};
    enum sl_status status = SL_OK;
    sl_buffer_clear(out);
    if ((size_t)theme >= sizeof themes / sizeof *themes)
        return sl_fail(err, SL_MISUSE, "no such theme: %d", (int)theme);
    if (file == NULL) {
        sl_buffer_add_text(out, themes[theme].text);
    } else {
        status = read_file(&own, file, err);
        if (status == SL_OK && (own.length == 0 || !is_complete(own.data, themes[theme].text))) {
            sl_buffer_add_text(out, themes[theme].text);
            sl_buffer_add_text(out, "\n# What is changed of it:\n");
        }
        if (own.length > 0) sl_buffer_add(out, own.data, own.length);
        if (own.length > 0 && own.data[own.length - 1] != '\n') sl_buffer_add_byte(out, '\n');
    }
    sl_buffer_release(&own);
    if (status == SL_OK && out->failed) status = sl_fail_memory(err);
    return status;
}
