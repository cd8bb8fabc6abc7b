/* Quoting for HTML. */
#include "export/html.h"

#include <string.h>

#include "base/text.h"

static const char *quoted(char byte)
{
    switch (byte) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\'': return "&#39;";
    default: return NULL;
    }
}

void sl_html_text(struct sl_buffer *out, const char *text)
{
    struct sl_buffer visible = {0};
    if (text == NULL) return;
    sl_text_add_visible(&visible, text);
    size_t start = 0;
    for (size_t i = 0; i < visible.length; i++) {
        const char *entity = quoted(visible.data[i]);
        if (entity == NULL) continue;
        sl_buffer_add(out, visible.data + start, i - start);
        sl_buffer_add_text(out, entity);
        start = i + 1;
    }
    if (visible.length > start) sl_buffer_add(out, visible.data + start, visible.length - start);
    if (visible.failed) out->failed = true;
    sl_buffer_release(&visible);
}

/* ASCII letters of either case. */
static bool begins(const char *text, const char *lower)
{
    for (; *lower != '\0'; text++, lower++) {
        char byte = *text >= 'A' && *text <= 'Z' ? (char)(*text - 'A' + 'a') : *text;
        if (byte != *lower) return false;
    }
    return true;
}

bool sl_html_is_address(const char *url)
{
    if (url == NULL || (!begins(url, "http://") && !begins(url, "https://"))) return false;
    for (const char *at = url; *at != '\0'; at++)
        if ((unsigned char)*at <= ' ' || *at == 0x7f) return false;
    return sl_text_is_utf8(url, strlen(url));
}

/* As an attribute; what an address may not hold as it is becomes %22. */
static void add_address(struct sl_buffer *out, const char *url)
{
    for (const char *at = url; *at != '\0'; at++) {
        bool odd = (unsigned char)*at > '~' || strchr("\"<>\\^`{|}", *at) != NULL;
        if (odd)
            sl_buffer_printf(out, "%%%02X", (unsigned)(unsigned char)*at);
        else if (quoted(*at) != NULL)
            sl_buffer_add_text(out, quoted(*at));
        else
            sl_buffer_add_byte(out, *at);
    }
}

void sl_html_link(struct sl_buffer *out, const char *url, const char *text)
{
    if (!sl_html_is_address(url)) {
        sl_html_text(out, text);
        return;
    }
    sl_buffer_add_text(out, "<a rel=\"noopener noreferrer\" href=\"");
    add_address(out, url);
    sl_buffer_add_text(out, "\">");
    sl_html_text(out, text);
    sl_buffer_add_text(out, "</a>");
}
