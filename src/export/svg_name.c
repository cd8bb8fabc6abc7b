/* The head of a picture that gnuplot wrote says "Gnuplot"; here it gets to say what it shows. */
#include <string.h>

#include "export/html.h"
#include "export/svg.h"

/* The rest without the titles of its groups, which a browser shows where the pointer stands. */
static void add_rest(struct sl_buffer *out, const char *at, const char *end)
{
    static const char title[] = "<title>", close[] = "</title>";
    const char *next;
    while ((next = strstr(at, title)) != NULL && next < end) {
        const char *behind = strstr(next, close);
        if (behind == NULL) break;
        sl_buffer_add(out, at, (size_t)(next - at));
        at = behind + sizeof close - 1;
    }
    sl_buffer_add(out, at, (size_t)(end - at));
}

void sl_svg_name(struct sl_buffer *svg, const char *title, const char *description)
{
    static const char start[] = "<svg ", end[] = "</desc>";
    struct sl_buffer out = {0};
    const char *root = svg->data == NULL ? NULL : strstr(svg->data, start);
    const char *old = root == NULL ? NULL : strstr(root, "<title>");
    const char *rest = old == NULL ? NULL : strstr(old, end);
    if (rest == NULL) return;
    root += sizeof start - 1;
    rest += sizeof end - 1;
    sl_buffer_add(&out, svg->data, (size_t)(root - svg->data));
    sl_buffer_add_text(&out, "role=\"img\" aria-labelledby=\"title\" aria-describedby=\"desc\" ");
    sl_buffer_add(&out, root, (size_t)(old - root));
    sl_buffer_add_text(&out, "<title id=\"title\">");
    sl_html_text(&out, title);
    sl_buffer_add_text(&out, "</title>\n<desc id=\"desc\">");
    sl_html_text(&out, description);
    sl_buffer_add_text(&out, "</desc>");
    add_rest(&out, rest, svg->data + svg->length);
    sl_buffer_release(svg);
    *svg = out;
}
