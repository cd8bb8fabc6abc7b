/* Asks fontconfig, through which gnuplot finds its fonts. It is loaded when a letter needs it, so
 * that stakeline neither needs it to be built nor waits for it where all letters are common ones.
 */
#include "export/fonts.h"

#include <dlfcn.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

enum { COMMON = 0x0590, PUNCTUATION = 0x2010, PUNCTUATION_END = 0x2060, SET_SYSTEM = 0 };
static const char box[] = "\xe2\x96\xaf";

/* As in fontconfig.h. */
struct font_set {
    int count, size;
    void **fonts;
};

struct sl_fonts {
    bool asked, missed;
    void *library, *config;
    struct font_set *set;
    void (*destroy)(void *config);
    void (*finish)(void);
    int (*get_charset)(const void *font, const char *object, int n, void **charset);
    int (*get_string)(const void *font, const char *object, int n, unsigned char **text);
    int (*has_char)(const void *charset, uint32_t point);
};

struct sl_fonts *sl_fonts_new(void)
{
    return calloc(1, sizeof(struct sl_fonts));
}

void sl_fonts_free(struct sl_fonts *fonts)
{
    if (fonts == NULL) return;
    if (fonts->config != NULL) fonts->destroy(fonts->config);
    if (fonts->finish != NULL) fonts->finish(); /* what fontconfig keeps beside the fonts */
    if (fonts->library != NULL) dlclose(fonts->library);
    free(fonts);
}

bool sl_fonts_missed(const struct sl_fonts *fonts)
{
    return fonts->missed;
}

/* ISO C has no cast from a pointer to an object to one to a function; POSIX has this. */
static bool find(void *library, const char *name, void *function)
{
    void *found = dlsym(library, name);
    memcpy(function, &found, sizeof found);
    return found != NULL;
}

static void load(struct sl_fonts *fonts)
{
    void *(*init)(void);
    struct font_set *(*get_fonts)(void *config, int set);
    fonts->asked = true;
    fonts->library = dlopen("libfontconfig.so.1", RTLD_NOW | RTLD_LOCAL);
    if (fonts->library == NULL) return;
    if (!find(fonts->library, "FcInitLoadConfigAndFonts", &init) ||
        !find(fonts->library, "FcConfigGetFonts", &get_fonts) ||
        !find(fonts->library, "FcConfigDestroy", &fonts->destroy) ||
        !find(fonts->library, "FcFini", &fonts->finish) ||
        !find(fonts->library, "FcPatternGetCharSet", &fonts->get_charset) ||
        !find(fonts->library, "FcPatternGetString", &fonts->get_string) ||
        !find(fonts->library, "FcCharSetHasChar", &fonts->has_char))
        return;
    fonts->config = init();
    if (fonts->config != NULL) fonts->set = get_fonts(fonts->config, SET_SYSTEM);
}

/* gnuplot runs with a home of its own, so it does not see the fonts in the user's. */
static bool is_at_home(const struct sl_fonts *fonts, const void *font)
{
    const char *home = getenv("HOME");
    unsigned char *file;
    if (home == NULL || strlen(home) < 2) return false;
    if (fonts->get_string(font, "file", 0, &file) != 0) return true;
    return strncmp((const char *)file, home, strlen(home)) == 0;
}

static bool has_letter(struct sl_fonts *fonts, uint32_t point)
{
    bool common = point < COMMON || (point >= PUNCTUATION && point < PUNCTUATION_END);
    bool unseen = point == 0x200c || point == 0x200d || (point >= 0xfe00 && point <= 0xfe0f);
    if (common || unseen) return true;
    if (!fonts->asked) load(fonts);
    if (fonts->set == NULL || fonts->set->count == 0) return true;
    for (int i = 0; i < fonts->set->count; i++) {
        void *charset;
        const void *font = fonts->set->fonts[i];
        if (fonts->get_charset(font, "charset", 0, &charset) == 0 &&
            fonts->has_char(charset, point) && !is_at_home(fonts, font))
            return true;
    }
    return false;
}

/* Of clean UTF-8: no byte is out of its place. */
static size_t read_letter(const char *text, uint32_t *point)
{
    const unsigned char first = (unsigned char)text[0];
    const size_t size = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    *point = size == 1 ? first : first & (0xffu >> (size + 1));
    for (size_t i = 1; i < size; i++)
        *point = *point << 6 | ((unsigned char)text[i] & 0x3f);
    return size;
}

void sl_fonts_add(struct sl_fonts *fonts, struct sl_buffer *out, const char *text)
{
    struct sl_buffer clean = {0};
    sl_text_add_clean(&clean, text);
    for (size_t at = 0, size; at < clean.length; at += size) {
        uint32_t point;
        size = read_letter(clean.data + at, &point);
        if (has_letter(fonts, point)) {
            sl_buffer_add(out, clean.data + at, size);
        } else {
            char letter[5] = {0};
            memcpy(letter, clean.data + at, size);
            if (sl_text_width(letter) > 0)
                sl_buffer_add_text(out, box); /* a mark goes with its letter */
            fonts->missed = true;
        }
    }
    if (clean.failed) out->failed = true;
    sl_buffer_release(&clean);
}
