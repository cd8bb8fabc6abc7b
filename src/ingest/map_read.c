/* Reads a map's file, an INI, with libinih: every section and key has a setter in a table, and what
 * is in none of them is refused with the nearest that is. */
#include <ini.h>

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/vector.h"
#include "ingest/map_read.h"

/* libinih cuts a line at its first '=' or ':' and at a comment's ';', quotes or not; inside of
 * double quotes these stand for them until it is done. */
static const char special[] = "=:;#";
enum { SHIELD = 1 };

/* libinih's lines are short, and so are its names of sections: the value of a longer line stays
 * with us, and it is given this mark for it. */
static const char set_aside[] = "\005";
enum { SECTION_MOST = 49, LINE_MOST = 65536, FILE_MOST = 256 * 1024 };

struct reading {
    struct sl_map *map;
    FILE *file;
    struct sl_buffer text; /* the line that libinih was given last */
    size_t bytes;          /* of the file, so far */
    int line;              /* its number */
    const char *aside;     /* its value, where it is long */
    enum sl_status status;
    struct sl_error *err;
    struct {
        char *section, *name;
    } * seen;
    size_t seen_count, seen_capacity;
};

static bool fail(struct reading *reading, enum sl_status status, int line, const char *format, ...)
    SL_PRINTF(4, 5);
static bool fail(struct reading *reading, enum sl_status status, int line, const char *format, ...)
{
    char message[SL_MESSAGE_SIZE];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    if (reading->status == SL_OK)
        reading->status =
            sl_fail(reading->err, status, "%s:%d: %s", reading->map->path, line, message);
    return false;
}

/* ---- the lines, as libinih asks for them ---- */

static void shield(char *line)
{
    bool quoted = false;
    for (char *c = line; *c != '\0'; c++) {
        if (*c == '"') quoted = !quoted;
        const char *found = strchr(special, *c);
        if (quoted && found != NULL) *c = (char)(SHIELD + (found - special));
    }
}

static void unshield(char *text)
{
    for (char *c = text; *c != '\0'; c++) {
        if (*c >= SHIELD && *c < SHIELD + (int)sizeof special - 1) *c = special[*c - SHIELD];
    }
}

/* The value of `key = value`, without the comment behind it; NULL: the line is none. */
static char *find_value(char *line)
{
    char *value = strpbrk(line, "=:");
    if (value == NULL) return NULL;
    *value++ = '\0';
    for (char *c = value; *c != '\0'; c++) {
        if (*c == ';' && (c[-1] == ' ' || c[-1] == '\t')) *c = '\0';
        if (*c == '\0') break;
    }
    return value;
}

/* Gives libinih the line, without its value where that is too long for it. */
static bool hand_line(struct reading *reading, char *text, char *line, size_t size)
{
    size_t length = strlen(text);
    if (text[0] == '#' || text[0] == ';') length = 0; /* it need not see a comment */
    if (text[0] == '[' && strcspn(text + 1, "]\n") > SECTION_MOST)
        return fail(reading, SL_INVALID, reading->line,
                    "the name of the section is too long: expected at most %d bytes", SECTION_MOST);
    if (length < size) {
        memcpy(line, text, length);
        line[length] = '\0';
        return true;
    }
    char *value = text[0] == '[' ? NULL : find_value(text);
    if (value == NULL || strlen(text) + 4 > size)
        return fail(reading, SL_INVALID, reading->line,
                    "the line is too long: expected at most %zu bytes before the value", size - 4);
    reading->aside = sl_arena_copy(&reading->map->memory, value, strlen(value));
    if (reading->aside == NULL) {
        reading->status = sl_fail_memory(reading->err);
        return false;
    }
    snprintf(line, size, "%s=%s\n", text, set_aside);
    return true;
}

static bool check_line(struct reading *reading, size_t length)
{
    const char *text = reading->text.data;
    if (reading->bytes > FILE_MOST)
        return fail(reading, SL_INVALID, reading->line,
                    "the map is too long: expected at most %d KiB", FILE_MOST / 1024);
    if (length > LINE_MOST) return fail(reading, SL_INVALID, reading->line, "the line is too long");
    if (!sl_text_is_utf8(text, length))
        return fail(reading, SL_INVALID, reading->line, "expected UTF-8");
    for (size_t i = 0; i < length; i++) {
        unsigned char c = (unsigned char)text[i];
        if (c < ' ' && c != '\t' && c != '\r' && c != '\n')
            return fail(reading, SL_INVALID, reading->line,
                        "expected text without control characters");
    }
    return true;
}

/* Reads up to the next line end, or one byte more than a line may have. false: there is no more, or
 * no memory for it. */
static bool next_line(struct reading *reading)
{
    int c;
    sl_buffer_clear(&reading->text);
    while (reading->text.length <= LINE_MOST && (c = getc(reading->file)) != EOF) {
        sl_buffer_add_byte(&reading->text, (char)c);
        if (c == '\n') break;
    }
    reading->bytes += reading->text.length;
    if (reading->text.failed) reading->status = sl_fail_memory(reading->err);
    return reading->text.length > 0 && !reading->text.failed;
}

/* Without blanks at the start, which would make a line the continuation of the one before. */
static char *read_line(char *line, int size, void *stream)
{
    struct reading *reading = stream;
    if (reading->status != SL_OK || !next_line(reading)) return NULL;
    reading->line++;
    if (!check_line(reading, reading->text.length)) return NULL;
    char *start = reading->text.data;
    if (reading->line == 1 && strncmp(start, "\xef\xbb\xbf", 3) == 0) start += 3;
    start += strspn(start, " \t");
    if (start[0] != '#' && start[0] != ';') {
        shield(start);
    } else if (reading->map->about == NULL) {
        start[strcspn(start, "\r\n")] = '\0';
        reading->map->about = sl_map_unquote(reading->map, start + 1);
    }
    return hand_line(reading, start, line, (size_t)size) ? line : NULL;
}

/* ---- libinih's handler ---- */

/* Was this key of this section given before? Then it is not clear which one is meant. */
static bool is_repeated(struct reading *reading, const char *section, const char *name)
{
    struct sl_map *map = reading->map;
    for (size_t i = 0; i < reading->seen_count; i++) {
        if (strcmp(reading->seen[i].section, section) == 0 &&
            strcmp(reading->seen[i].name, name) == 0)
            return true;
    }
    if (!sl_vector_grow(&reading->seen, reading->seen_count, &reading->seen_capacity,
                        sizeof *reading->seen))
        return false;
    char *section_copy = sl_arena_copy(&map->memory, section, strlen(section));
    char *name_copy = sl_arena_copy(&map->memory, name, strlen(name));
    if (section_copy == NULL || name_copy == NULL) return false;
    reading->seen[reading->seen_count].section = section_copy;
    reading->seen[reading->seen_count++].name = name_copy;
    return false;
}

static bool set(struct reading *reading, const char *section, const char *name, const char *value,
                struct sl_map_why *why)
{
    const struct sl_map_line at = {reading->map, reading->line};
    bool known = false;
    bool done = sl_map_set_key(&at, section, name, value, &known, why);
    if (!known) done = sl_map_set_column(&at, section, name, value, &known, why);
    return known ? done : sl_map_unknown_key(section, name, why);
}

static int handle(void *user, const char *section, const char *name, const char *value)
{
    struct reading *reading = user;
    struct sl_map_why why = {.text = ""};
    if (strcmp(value, set_aside) == 0) value = reading->aside;
    char *plain_name = sl_map_unquote(reading->map, name);
    char *plain = sl_arena_copy(&reading->map->memory, value, strlen(value));
    if (plain_name == NULL || plain == NULL) {
        reading->status = sl_fail_memory(reading->err);
        return 0;
    }
    unshield(plain_name);
    unshield(plain);
    if (!sl_map_key_may_repeat(section, plain_name) && is_repeated(reading, section, plain_name))
        sl_map_wrong(&why, "[%.30s] %.40s is given twice", section, plain_name);
    else if (set(reading, section, plain_name, plain, &why))
        return 1;
    fail(reading, why.no_memory ? SL_FAILED : SL_INVALID, reading->line, "%s", why.text);
    return 0;
}

enum sl_status sl_map_read(struct sl_map *map, struct sl_error *err)
{
    struct reading reading = {.map = map, .err = err};
    reading.file = fopen(map->path, "re");
    if (reading.file == NULL) {
        char reason[128];
        if (strerror_r(errno, reason, sizeof reason) != 0) reason[0] = '\0';
        return sl_fail(err, SL_FAILED, "cannot open %s: %s", map->path, reason);
    }
    int code = ini_parse_stream(read_line, &reading, handle, &reading);
    if (reading.status == SL_OK && ferror(reading.file))
        reading.status = sl_fail(err, SL_FAILED, "cannot read %s", map->path);
    if (reading.status == SL_OK && code > 0)
        fail(&reading, SL_INVALID, code, "expected [section], or key = value");
    if (reading.status == SL_OK && code < 0) reading.status = sl_fail_memory(err);
    fclose(reading.file);
    free(reading.seen);
    sl_buffer_release(&reading.text);
    return reading.status;
}
