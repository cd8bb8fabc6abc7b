/* A table of GitHub's Markdown, with the columns and cells of a table for people. */
#include <string.h>

#include "export/grid.h"

static bool is_alnum(char byte)
{
    return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
           (byte >= 'A' && byte <= 'Z');
}

/* Does "&" begin what a reader of Markdown would take for a character reference? */
static bool is_reference(const char *text)
{
    const char *at = text + 1 + (text[1] == '#');
    const char *start = at;
    while (is_alnum(*at))
        at++;
    return at > start && *at == ';';
}

/* An underscore inside a word marks nothing, and escaping it would break the links of URLs. */
static bool needs_escape(const char *text, size_t at)
{
    switch (text[at]) {
    case '_': return at == 0 || !is_alnum(text[at - 1]) || !is_alnum(text[at + 1]);
    case '&': return is_reference(text + at);
    case '\0': return false;
    default: return strchr("\\`*<>[]|~$", text[at]) != NULL;
    }
}

/* Line ends and controls are visible text by now. */
static void add_cell(struct sl_buffer *out, const char *text)
{
    sl_buffer_add_text(out, " ");
    for (size_t i = 0; text[i] != '\0'; i++) {
        if (needs_escape(text, i)) sl_buffer_add_byte(out, '\\');
        sl_buffer_add_byte(out, text[i]);
    }
    sl_buffer_add_text(out, text[0] == '\0' ? "|" : " |");
}

static enum sl_status end(struct sl_writer *writer, struct sl_error *err)
{
    (void)err;
    const struct sl_grid *grid = writer->state;
    struct sl_buffer *out = writer->out;
    for (size_t row = 0; row < grid->rows + 2; row++) {
        sl_buffer_add_byte(out, '|');
        for (size_t i = 0; i < writer->count; i++) {
            if (sl_grid_is_blank(writer, i)) continue;
            if (row == 0) {
                add_cell(out, writer->columns[i].name);
            } else if (row == 1) {
                sl_buffer_add_text(out, writer->columns[i].number ? " ---: |" : " --- |");
            } else {
                add_cell(out, grid->cells[(row - 2) * grid->count + i]);
            }
        }
        sl_buffer_add_byte(out, '\n');
    }
    return SL_OK;
}

const struct sl_format_type sl_format_markdown = {
    .for_people = true,
    .begin = sl_grid_begin,
    .row = sl_grid_row,
    .end = end,
    .release = sl_grid_release,
};
