/* Tables for people, printed once all rows are there. What fits and what is cut is decided in
 * layout.c; here is how it looks. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "export/grid.h"

static const char GAP[] = "  ";
static const char BOLD[] = "\033[1m", DIM[] = "\033[2m", ALERT[] = "\033[33m", PLAIN[] = "\033[0m";

/* A table while it is printed. */
struct sheet {
    struct sl_writer *writer;
    size_t *widths;
    struct sl_buffer cell; /* the one being cut */
};

static bool has_word(const char *list, const char *word)
{
    size_t length = strlen(word);
    for (const char *at = strstr(list, word); at != NULL; at = strstr(at + 1, word)) {
        bool starts = at == list || at[-1] == ';';
        if (starts && (at[length] == '\0' || at[length] == ';')) return true;
    }
    return false;
}

/* The cut text; without memory for it the table is none. */
static const char *cut_text(struct sheet *sheet)
{
    if (!sheet->cell.failed) return sheet->cell.data;
    sheet->writer->out->failed = true;
    return "";
}

/* How a row with these flags is drawn; NULL: like any other. */
static const char *mark_of(const char *flags)
{
    static const char *const alerts[] = {"mismatch", "oversold", "unresolved"};
    for (size_t i = 0; i < sizeof alerts / sizeof *alerts; i++) {
        if (has_word(flags, alerts[i])) return ALERT;
    }
    return has_word(flags, "pending") ? DIM : NULL;
}

/* The text as it stands in the column, valid until the next call. */
static const char *cut(struct sheet *sheet, const char *text, size_t width)
{
    struct sl_buffer *cell = &sheet->cell;
    sl_buffer_clear(cell);
    if (sl_text_width(text) <= width) return text;
    size_t length = sl_text_fit(text, width - 1);
    while (length > 0 && text[length - 1] == ' ')
        length--;
    sl_buffer_add(cell, text, length);
    sl_buffer_add_text(cell, "\u2026");
    return cut_text(sheet);
}

static void add_blanks(struct sl_buffer *out, size_t count)
{
    static const char blanks[] = "                ";
    for (; count >= sizeof blanks; count -= sizeof blanks - 1)
        sl_buffer_add(out, blanks, sizeof blanks - 1);
    sl_buffer_add(out, blanks, count);
}

/* Adds a text that fits, on the side of its column where it belongs. */
static void add_cell(struct sheet *sheet, size_t column, const char *text)
{
    struct sl_buffer *out = sheet->writer->out;
    const bool right = sheet->writer->columns[column].number;
    const size_t own = sl_text_width(text), width = sheet->widths[column];
    const size_t blanks = own < width ? width - own : 0;
    if (right) add_blanks(out, blanks);
    sl_buffer_add_text(out, text);
    if (!right) add_blanks(out, blanks);
}

/* Ends a line without the blanks that fill its last columns. */
static void end_line(struct sl_buffer *out, size_t start, const char *mark)
{
    while (out->length > start && out->data[out->length - 1] == ' ')
        out->length--;
    if (mark != NULL) sl_buffer_add_text(out, PLAIN);
    sl_buffer_add_byte(out, '\n');
}

/* A line may end at a space, but "15 %" stays together. */
static bool may_end(const char *at)
{
    return *at == '\0' || (*at == ' ' && at[1] != '%');
}

/* How much of a text goes into one line of its column: whole words where there is a space. */
static size_t line_length(const char *text, size_t width)
{
    size_t length = sl_text_fit(text, width);
    if (may_end(text + length)) return length;
    size_t space = length;
    while (space > 0 && !may_end(text + space))
        space--;
    if (space > 0) return space;
    return length > 0 ? length : strlen(text);
}

/* The next line of a text that wraps; *text moves behind it. */
static const char *next_line(struct sheet *sheet, const char **text, size_t width)
{
    struct sl_buffer *cell = &sheet->cell;
    size_t length = line_length(*text, width);
    sl_buffer_clear(cell);
    sl_buffer_add(cell, *text, length);
    *text += length;
    while (**text == ' ')
        ++*text;
    return cut_text(sheet);
}

/* One printed line of a row; whether a text wraps into another one. */
static bool add_line(struct sheet *sheet, const char **cells, const char *mark)
{
    const struct sl_writer *writer = sheet->writer;
    struct sl_buffer *out = writer->out;
    bool more = false, first = true;
    if (mark != NULL) sl_buffer_add_text(out, mark);
    const size_t start = out->length;
    for (size_t i = 0; i < writer->count; i++) {
        if (sheet->widths[i] == 0) continue;
        if (!first) sl_buffer_add_text(out, GAP);
        first = false;
        if (writer->columns[i].show == SL_SHOW_WRAP) {
            add_cell(sheet, i, next_line(sheet, &cells[i], sheet->widths[i]));
            more = more || *cells[i] != '\0';
        } else {
            add_cell(sheet, i, cut(sheet, cells[i], sheet->widths[i]));
            cells[i] = "";
        }
    }
    end_line(out, start, mark);
    return more;
}

static void add_row(struct sheet *sheet, const char **cells)
{
    const struct sl_writer *writer = sheet->writer;
    const char *mark = NULL;
    for (size_t i = 0; i < writer->count; i++) {
        bool flags = writer->columns[i].show == SL_SHOW_FLAG && writer->options.colour;
        if (flags && mark_of(cells[i]) != NULL) mark = mark_of(cells[i]);
    }
    while (add_line(sheet, cells, mark))
        continue;
}

static void add_heading(struct sheet *sheet)
{
    const struct sl_writer *writer = sheet->writer;
    struct sl_buffer *out = writer->out;
    const bool colour = writer->options.colour;
    size_t start = out->length;
    for (size_t i = 0; i < writer->count; i++) {
        if (sheet->widths[i] == 0) continue;
        if (out->length > start) {
            if (colour) sl_buffer_add_text(out, PLAIN);
            sl_buffer_add_text(out, GAP);
        }
        if (colour) sl_buffer_add_text(out, BOLD);
        add_cell(sheet, i, cut(sheet, writer->columns[i].name, sheet->widths[i]));
    }
    end_line(out, start, colour ? BOLD : NULL);
}

/* Says which columns the terminal had no room for: nothing goes missing silently. */
static void add_missing(struct sheet *sheet)
{
    struct sl_writer *writer = sheet->writer;
    struct sl_buffer text = {0};
    for (size_t i = 0; i < writer->count; i++) {
        if (sheet->widths[i] > 0 || sl_grid_is_blank(writer, i)) continue;
        sl_buffer_add_text(&text, text.length == 0 ? "(no room for " : ", ");
        sl_buffer_add_text(&text, writer->columns[i].name);
    }
    if (text.length > 0) sl_buffer_add_byte(&text, ')');
    const char *shown = text.length == 0 ? "" : text.data;
    size_t width = (size_t)writer->options.width;
    const char *line = text.failed ? "" : cut(sheet, shown, width);
    if (text.failed) writer->out->failed = true;
    if (line[0] != '\0') {
        if (writer->options.colour) sl_buffer_add_text(writer->out, DIM);
        sl_buffer_add_text(writer->out, line);
        if (writer->options.colour) sl_buffer_add_text(writer->out, PLAIN);
        sl_buffer_add_byte(writer->out, '\n');
    }
    sl_buffer_release(&text);
}

static enum sl_status end(struct sl_writer *writer, struct sl_error *err)
{
    const struct sl_grid *grid = writer->state;
    struct sheet sheet = {.writer = writer};
    size_t width = writer->options.width > 0 ? (size_t)writer->options.width : 0;
    sheet.widths = calloc(writer->count, sizeof *sheet.widths);
    if (sheet.widths == NULL) return sl_fail_memory(err);
    sl_grid_layout(writer, width, sizeof GAP - 1, sheet.widths);
    add_heading(&sheet);
    for (size_t i = 0; i < grid->rows; i++)
        add_row(&sheet, grid->cells + i * grid->count);
    if (width > 0 && grid->rows > 0) add_missing(&sheet);
    sl_buffer_release(&sheet.cell);
    free(sheet.widths);
    return writer->out->failed ? sl_fail_memory(err) : SL_OK;
}

const struct sl_format_type sl_format_table = {
    .for_people = true,
    .begin = sl_grid_begin,
    .row = sl_grid_row,
    .end = end,
    .release = sl_grid_release,
};
