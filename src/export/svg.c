/* Reads gnuplot's SVG tag by tag and writes down what it knows to be harmless. */
#include "export/svg.h"

#include <math.h>
#include <string.h>

#include "base/error.h"
#include "export/html.h"

enum { DEPTH_MAX = 64 };

static const char *const elements[] = {"g",    "path",    "rect",     "circle", "ellipse",
                                       "line", "polygon", "polyline", "text",   "tspan",
                                       "use",  "defs",    "pattern",  NULL};
static const char *const attributes[] = {"x",
                                         "y",
                                         "x1",
                                         "y1",
                                         "x2",
                                         "y2",
                                         "width",
                                         "height",
                                         "d",
                                         "r",
                                         "rx",
                                         "ry",
                                         "cx",
                                         "cy",
                                         "points",
                                         "transform",
                                         "opacity",
                                         "fill",
                                         "fill-opacity",
                                         "fill-rule",
                                         "stroke",
                                         "stroke-width",
                                         "stroke-opacity",
                                         "stroke-linecap",
                                         "stroke-linejoin",
                                         "stroke-dasharray",
                                         "color",
                                         "font-family",
                                         "font-size",
                                         "font-weight",
                                         "font-style",
                                         "text-anchor",
                                         "id",
                                         "xlink:href",
                                         "patternUnits",
                                         "viewBox",
                                         "dominant-baseline",
                                         NULL};

struct span {
    const char *start, *end;
};

struct cleaner {
    struct sl_buffer *out;
    struct sl_svg_colours *colours;
    int number;
    const char *at, *end;
    const char *start;        /* of the whole picture */
    size_t defs;              /* how deep the open definitions stand; 0: none are open */
    bool named;               /* the tag being read has an id that something refers to */
    size_t opened[DEPTH_MAX]; /* where the open elements begin in `out` */
    bool empty[DEPTH_MAX];    /* nothing stands in them yet */
    size_t depth;
};

static bool is_one_of(struct span name, const char *const *list)
{
    size_t length = (size_t)(name.end - name.start);
    for (; *list != NULL; list++)
        if (strlen(*list) == length && memcmp(*list, name.start, length) == 0) return true;
    return false;
}

static bool is(struct span name, const char *word)
{
    return is_one_of(name, (const char *const[]){word, NULL});
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

static bool is_name(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || byte == '-' || byte == '_' || byte == ':';
}

/* ---- colours ---- */

static int digit_of(char byte)
{
    if (byte >= '0' && byte <= '9') return byte - '0';
    if (byte >= 'a' && byte <= 'f') return byte - 'a' + 10;
    if (byte >= 'A' && byte <= 'F') return byte - 'A' + 10;
    return -1;
}

static bool read_hex(struct span value, uint32_t *out)
{
    if (value.end - value.start != 7 || *value.start != '#') return false;
    *out = 0;
    for (const char *at = value.start + 1; at < value.end; at++) {
        if (digit_of(*at) < 0) return false;
        *out = *out << 4 | (uint32_t)digit_of(*at);
    }
    return true;
}

/* "rgb(102, 102, 102)" */
static bool read_triple(struct span value, uint32_t *out)
{
    if (value.end - value.start < 5 || memcmp(value.start, "rgb(", 4) != 0) return false;
    const char *at = value.start + 4;
    *out = 0;
    for (int i = 0; i < 3; i++) {
        uint32_t part = 0;
        while (at < value.end && (is_blank(*at) || *at == ','))
            at++;
        if (at == value.end || *at < '0' || *at > '9') return false;
        for (; at < value.end && *at >= '0' && *at <= '9' && part < 256; at++)
            part = part * 10 + (uint32_t)(*at - '0');
        if (part > 255) return false;
        *out = *out << 8 | part;
    }
    while (at < value.end && is_blank(*at))
        at++;
    return at + 1 == value.end && *at == ')';
}

static bool read_colour(struct span value, uint32_t *out)
{
    if (is(value, "black")) return *out = 0, true;
    if (is(value, "white")) return *out = 0xffffff, true;
    return read_hex(value, out) || read_triple(value, out);
}

static void add_colour(struct cleaner *cleaner, uint32_t colour)
{
    struct sl_svg_colours *colours = cleaner->colours;
    size_t i = 0;
    while (i < colours->count && colours->list[i] != colour)
        i++;
    if (i == SL_SVG_COLOURS) { /* one that does not follow */
        sl_buffer_printf(cleaner->out, "#%06x", (unsigned)colour);
        return;
    }
    if (i == colours->count) colours->list[colours->count++] = colour;
    sl_buffer_printf(cleaner->out, "var(--c%06x)", (unsigned)colour);
}

static double to_linear(uint32_t part)
{
    double value = part / 255.0;
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
}

static uint32_t from_linear(double value)
{
    if (value < 0) value = 0;
    if (value > 1) value = 1;
    value = value <= 0.0031308 ? value * 12.92 : 1.055 * pow(value, 1 / 2.4) - 0.055;
    return (uint32_t)lround(value * 255);
}

/* Through Björn Ottosson's Oklab, https://bottosson.github.io/posts/oklab/ */
uint32_t sl_svg_dark(uint32_t colour)
{
    double r = to_linear(colour >> 16 & 0xff), g = to_linear(colour >> 8 & 0xff),
           b = to_linear(colour & 0xff);
    double l = cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    double m = cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    double s = cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    double light = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s;
    double a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
    double c = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
    light = light < 1 ? 0.2 + 0.78 * pow(1 - light, 0.8) : 0.2;
    l = light + 0.3963377774 * a + 0.2158037573 * c;
    m = light - 0.1055613458 * a - 0.0638541728 * c;
    s = light - 0.0894841775 * a - 1.2914855480 * c;
    l = l * l * l, m = m * m * m, s = s * s * s;
    return from_linear(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s) << 16 |
           from_linear(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s) << 8 |
           from_linear(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s);
}

static void add_rules(struct sl_buffer *out, const struct sl_svg_colours *colours, bool dark)
{
    sl_buffer_add_text(out, ":root{");
    for (size_t i = 0; i < colours->count; i++) {
        uint32_t colour = colours->list[i];
        sl_buffer_printf(out, "--c%06x:#%06x;", (unsigned)colour,
                         (unsigned)(dark ? sl_svg_dark(colour) : colour));
    }
    sl_buffer_add_text(out, "}");
}

void sl_svg_add_colours(struct sl_buffer *out, const struct sl_svg_colours *colours)
{
    if (colours->count == 0) return;
    sl_buffer_add_text(out, "<style>");
    add_rules(out, colours, false);
    sl_buffer_add_text(out, "\n@media screen and (prefers-color-scheme:dark){");
    add_rules(out, colours, true);
    sl_buffer_add_text(out, "}</style>\n");
}

/* ---- attributes ---- */

/* Does anything in the picture refer to the id? */
static bool is_referred_to(const struct cleaner *cleaner, struct span id)
{
    size_t length = (size_t)(id.end - id.start);
    const char *at = cleaner->start;
    while ((at = memchr(at, '#', (size_t)(cleaner->end - at))) != NULL) {
        at++;
        if ((size_t)(cleaner->end - at) > length && memcmp(at, id.start, length) == 0 &&
            !is_name(at[length]))
            return true;
    }
    return false;
}

/* Only what stands in the values that gnuplot writes: no scheme, no style, no function but these.
 */
static bool is_plain(struct span value)
{
    for (const char *at = value.start; at < value.end; at++)
        if (*at == '<' || *at == '>' || *at == '&' || *at == ':' || *at == '"' || *at == '\'' ||
            *at == '\\' || (unsigned char)*at >= 0x7f)
            return false;
    return true;
}

static void add_value(struct cleaner *cleaner, struct span value)
{
    sl_buffer_add(cleaner->out, value.start, (size_t)(value.end - value.start));
}

static void add_attribute(struct cleaner *cleaner, struct span name, struct span value)
{
    struct sl_buffer *out = cleaner->out;
    uint32_t colour;
    static const char *const painted[] = {"fill", "stroke", "color", NULL};
    bool link = is(name, "xlink:href"), paint = is_one_of(name, painted);
    if (!is_one_of(name, attributes) || !is_plain(value)) return;
    if (is(name, "id") && !(cleaner->named = is_referred_to(cleaner, value))) return;
    bool target = paint && value.end - value.start > 6 && memcmp(value.start, "url(#", 5) == 0;
    bool function = memchr(value.start, '(', (size_t)(value.end - value.start)) != NULL;
    if (link && (value.start == value.end || *value.start != '#')) return;
    if (function && !target && !is(name, "transform") && !(paint && read_colour(value, &colour)))
        return;
    sl_buffer_add_byte(out, ' ');
    add_value(cleaner, link ? (struct span){name.start + 6, name.end} : name);
    sl_buffer_add_text(out, "=\"");
    if (is(name, "id")) {
        sl_buffer_printf(out, "c%d-", cleaner->number);
        add_value(cleaner, value);
    } else if (link || target) {
        size_t start = link ? 1 : 5;
        sl_buffer_printf(out, "%sc%d-", link ? "#" : "url(#", cleaner->number);
        add_value(cleaner, (struct span){value.start + start, value.end});
    } else if (paint && read_colour(value, &colour)) {
        add_colour(cleaner, colour);
    } else {
        add_value(cleaner, value);
    }
    sl_buffer_add_byte(out, '"');
}

/* "fill:none; stroke:rgb(187,187,187)": each as the attribute of its name. */
static void add_style(struct cleaner *cleaner, struct span style)
{
    while (style.start < style.end) {
        const char *end = memchr(style.start, ';', (size_t)(style.end - style.start));
        if (end == NULL) end = style.end;
        while (style.start < end && is_blank(*style.start))
            style.start++;
        const char *colon = memchr(style.start, ':', (size_t)(end - style.start));
        if (colon != NULL && (is((struct span){style.start, colon}, "fill") ||
                              is((struct span){style.start, colon}, "stroke")))
            add_attribute(cleaner, (struct span){style.start, colon},
                          (struct span){colon + 1, end});
        style.start = end + (end < style.end);
    }
}

/* Reads the attributes up to the tag's end; false when they are not as they should be. */
static bool read_attributes(struct cleaner *cleaner, bool keep, bool *closed)
{
    *closed = cleaner->named = false;
    while (cleaner->at < cleaner->end) {
        const char *at = cleaner->at;
        if (is_blank(*at)) {
            cleaner->at++;
            continue;
        }
        if (*at == '>') return cleaner->at++, true;
        if (*at == '/') {
            *closed = true;
            cleaner->at++;
            continue;
        }
        struct span name = {at, at};
        while (name.end < cleaner->end && is_name(*name.end))
            name.end++;
        at = name.end;
        while (at < cleaner->end && is_blank(*at))
            at++;
        if (name.end == name.start || at == cleaner->end || *at++ != '=') return false;
        while (at < cleaner->end && is_blank(*at))
            at++;
        if (at == cleaner->end || (*at != '"' && *at != '\'')) return false;
        struct span value = {at + 1, memchr(at + 1, *at, (size_t)(cleaner->end - at - 1))};
        if (value.end == NULL) return false;
        if (keep && is(name, "style"))
            add_style(cleaner, value);
        else if (keep)
            add_attribute(cleaner, name, value);
        cleaner->at = value.end + 1;
    }
    return false;
}

/* ---- elements ---- */

static struct span read_name(struct cleaner *cleaner)
{
    struct span name = {cleaner->at, cleaner->at};
    while (name.end < cleaner->end && is_name(*name.end))
        name.end++;
    cleaner->at = name.end;
    return name;
}

/* Skips to behind `</name>`; the reader stands in its start tag. */
static bool skip_element(struct cleaner *cleaner, struct span name)
{
    bool closed;
    if (!read_attributes(cleaner, false, &closed)) return false;
    size_t length = (size_t)(name.end - name.start);
    for (const char *at = cleaner->at; !closed; at++) {
        at = memchr(at, '<', (size_t)(cleaner->end - at));
        if (at == NULL || (size_t)(cleaner->end - at) < length + 3) return false;
        if (at[1] != '/' || memcmp(at + 2, name.start, length) != 0 || at[length + 2] != '>')
            continue;
        cleaner->at = at + length + 3;
        closed = true;
    }
    return true;
}

static void touch(struct cleaner *cleaner)
{
    for (size_t i = 0; i < cleaner->depth; i++)
        cleaner->empty[i] = false;
}

static bool open_element(struct cleaner *cleaner, struct span name)
{
    bool closed;
    if (!is_one_of(name, elements)) return skip_element(cleaner, name);
    if (cleaner->depth == DEPTH_MAX) return false;
    size_t start = cleaner->out->length;
    sl_buffer_add_byte(cleaner->out, '<');
    add_value(cleaner, name);
    if (!read_attributes(cleaner, true, &closed)) return false;
    bool group = is(name, "g") || is(name, "defs");
    bool unused = cleaner->defs > 0 && cleaner->defs == cleaner->depth && !cleaner->named;
    if (is(name, "defs")) cleaner->defs = cleaner->depth + 1;
    if (closed && (group || unused)) {
        if (!cleaner->out->failed) cleaner->out->length = start;
        return true;
    }
    if (!group) touch(cleaner);
    if (closed) {
        sl_buffer_add_text(cleaner->out, "/>");
    } else {
        sl_buffer_add_byte(cleaner->out, '>');
        cleaner->opened[cleaner->depth] = start;
        cleaner->empty[cleaner->depth++] = group;
    }
    return true;
}

/* An element in which nothing stands is not worth its bytes. */
static bool close_element(struct cleaner *cleaner, struct span name)
{
    if (cleaner->at == cleaner->end || *cleaner->at++ != '>') return false;
    if (!is_one_of(name, elements)) return false;
    if (cleaner->depth == 0) return false;
    if (is(name, "defs")) cleaner->defs = 0;
    cleaner->depth--;
    if (cleaner->empty[cleaner->depth] && !cleaner->out->failed) {
        cleaner->out->length = cleaner->opened[cleaner->depth];
        cleaner->out->data[cleaner->out->length] = '\0';
        return true;
    }
    sl_buffer_add_text(cleaner->out, "</");
    add_value(cleaner, name);
    sl_buffer_add_text(cleaner->out, ">");
    return true;
}

/* Text between tags; blanks between elements are dropped. */
static void add_text(struct cleaner *cleaner, struct span text)
{
    const char *at = text.start;
    while (at < text.end && is_blank(*at))
        at++;
    if (at == text.end || cleaner->depth == 0) return;
    touch(cleaner);
    for (at = text.start; at < text.end; at++) {
        if (*at == '>')
            sl_buffer_add_text(cleaner->out, "&gt;");
        else
            sl_buffer_add_byte(cleaner->out, *at);
    }
}

static bool clean(struct cleaner *cleaner)
{
    while (cleaner->at < cleaner->end) {
        const char *tag = memchr(cleaner->at, '<', (size_t)(cleaner->end - cleaner->at));
        if (tag == NULL || tag + 1 == cleaner->end) return false;
        add_text(cleaner, (struct span){cleaner->at, tag});
        cleaner->at = tag + 1;
        bool closes = *cleaner->at == '/';
        if (closes) cleaner->at++;
        struct span name = read_name(cleaner);
        if (name.start == name.end) return false;
        if (closes && is(name, "svg")) return cleaner->depth == 0;
        if (closes ? !close_element(cleaner, name) : !open_element(cleaner, name)) return false;
    }
    return false;
}

/* ---- the picture ---- */

/* The start tag: its viewBox is all that is kept. */
static const char *find_start(const char *svg, size_t length, struct span *box)
{
    const char *end = svg + length, *at = svg;
    static const char word[] = "viewBox=\"";
    for (; end - at > 5 && memcmp(at, "<svg", 4) != 0; at++) {
    }
    if (end - at <= 5) return NULL;
    const char *close = memchr(at, '>', (size_t)(end - at));
    if (close == NULL) return NULL;
    for (; at + sizeof word < close && memcmp(at, word, sizeof word - 1) != 0; at++) {
    }
    if (at + sizeof word >= close) return NULL;
    box->start = at + sizeof word - 1;
    box->end = memchr(box->start, '"', (size_t)(close - box->start));
    return box->end == NULL || !is_plain(*box) ? NULL : close + 1;
}

enum sl_status sl_svg_add(struct sl_buffer *out, const char *svg, size_t length,
                          const struct sl_svg_names *names, struct sl_svg_colours *colours,
                          struct sl_error *err)
{
    struct span box = {0};
    struct cleaner cleaner = {.out = out, .colours = colours, .number = names->number};
    size_t start = out->length;
    cleaner.at = find_start(svg, length, &box);
    cleaner.start = svg;
    cleaner.end = svg + length;
    if (cleaner.at == NULL) return sl_fail(err, SL_FAILED, "gnuplot's picture is no SVG");
    sl_buffer_add_text(out, "<svg role=\"img\" aria-label=\"");
    sl_html_text(out, names->title);
    sl_buffer_printf(out, "\" aria-describedby=\"c%d-desc\" viewBox=\"", names->number);
    sl_buffer_add(out, box.start, (size_t)(box.end - box.start));
    sl_buffer_add_text(out, "\">\n<title>");
    sl_html_text(out, names->title);
    sl_buffer_printf(out, "</title>\n<desc id=\"c%d-desc\">", names->number);
    sl_html_text(out, names->description);
    sl_buffer_add_text(out, "</desc>\n");
    if (!clean(&cleaner)) {
        if (out->data != NULL) out->data[out->length = start] = '\0';
        return sl_fail(err, SL_FAILED, "gnuplot's picture has something in it that is not known");
    }
    sl_buffer_add_text(out, "</svg>\n");
    return out->failed ? sl_fail_memory(err) : SL_OK;
}
