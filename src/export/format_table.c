/* Tables for people, printed by libsmartcols once all rows are there. What fits and what is cut is
 * decided in layout.c; here is how it looks. */
#include <libsmartcols.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "export/grid.h"

enum { PIECE = 1024 };

static const char GAP[] = "  ";
static const char BOLD[] = "\033[1m", DIM[] = "\033[2m", ALERT[] = "\033[33m", PLAIN[] = "\033[0m";

/* A table while it is printed. */
struct sheet {
    struct sl_writer *writer;
    struct libscols_table *table;
    size_t *widths;
    struct sl_buffer cell; /* the one being cut */
    bool ascii;            /* there is no UTF-8 locale to measure by */
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

/* How a row with these flags is drawn; NULL: like any other. */
static const char *mark_of(const char *flags)
{
    static const char *const alerts[] = {"mismatch", "oversold", "unresolved"};
    for (size_t i = 0; i < sizeof alerts / sizeof *alerts; i++) {
        if (has_word(flags, alerts[i])) return ALERT;
    }
    return has_word(flags, "pending") ? DIM : NULL;
}

/* What stands for other characters where the locale knows only ASCII. */
static void make_ascii(struct sl_buffer *text)
{
    size_t to = 0;
    for (size_t from = 0; from < text->length; from++) {
        unsigned char byte = (unsigned char)text->data[from];
        if ((byte & 0xc0) == 0x80) continue;
        bool dash = strncmp(text->data + from, "\u2013", 3) == 0;
        bool arrow = strncmp(text->data + from, "\u2192", 3) == 0;
        text->data[to++] = byte < 0x80 ? (char)byte : dash ? '-' : arrow ? '>' : '?';
    }
    text->length = to;
    if (text->data != NULL) text->data[to] = '\0';
}

/* The text as it stands in the column, valid until the next call. */
static const char *cut(struct sheet *sheet, const char *text, size_t width)
{
    struct sl_buffer *cell = &sheet->cell;
    sl_buffer_clear(cell);
    if (sl_text_width(text) <= width) {
        if (!sheet->ascii) return text;
        sl_buffer_add_text(cell, text);
    } else {
        size_t length = sl_text_fit(text, width - 1);
        while (length > 0 && text[length - 1] == ' ')
            length--;
        sl_buffer_add(cell, text, length);
        sl_buffer_add_text(cell, "\u2026");
    }
    if (cell->failed) return NULL;
    if (sheet->ascii) make_ascii(cell);
    return cell->data == NULL ? "" : cell->data;
}

/* The width of a column is fixed by its heading where that is the widest, else by a strict hint:
 * libsmartcols takes neither in the other case. */
static bool add_columns(struct sheet *sheet)
{
    const struct sl_writer *writer = sheet->writer;
    for (size_t i = 0; i < writer->count; i++) {
        size_t width = sheet->widths[i];
        if (width == 0) continue;
        const char *name = cut(sheet, writer->columns[i].name, width);
        if (name == NULL) return false;
        int flags = writer->columns[i].number ? SCOLS_FL_RIGHT : 0;
        if (sl_text_width(name) < width) flags |= SCOLS_FL_STRICTWIDTH;
        struct libscols_column *column =
            scols_table_new_column(sheet->table, name, (double)width, flags);
        if (column == NULL) return false;
        if (!writer->options.colour) continue;
        if (scols_cell_set_color(scols_column_get_header(column), BOLD) != 0) return false;
    }
    return true;
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
    if (cell->failed) return NULL;
    if (sheet->ascii) make_ascii(cell);
    return cell->data;
}

/* One printed line of a row; `*more` says whether a text wraps into another one. */
static bool add_line(struct sheet *sheet, const char **cells, const char *mark, bool *more)
{
    const struct sl_writer *writer = sheet->writer;
    struct libscols_line *line = scols_table_new_line(sheet->table, NULL);
    if (line == NULL || (mark != NULL && scols_line_set_color(line, mark) != 0)) return false;
    size_t shown = 0;
    *more = false;
    for (size_t i = 0; i < writer->count; i++) {
        size_t width = sheet->widths[i];
        if (width == 0) continue;
        const char *text;
        if (writer->columns[i].show == SL_SHOW_WRAP) {
            text = next_line(sheet, &cells[i], width);
            *more = *more || *cells[i] != '\0';
        } else {
            text = cut(sheet, cells[i], width);
            cells[i] = "";
        }
        if (text == NULL || scols_line_set_data(line, shown++, text) != 0) return false;
    }
    return true;
}

static bool add_row(struct sheet *sheet, const char **cells)
{
    const struct sl_writer *writer = sheet->writer;
    const char *mark = NULL;
    for (size_t i = 0; i < writer->count; i++) {
        bool flags = writer->columns[i].show == SL_SHOW_FLAG && writer->options.colour;
        if (flags && mark_of(cells[i]) != NULL) mark = mark_of(cells[i]);
    }
    bool more = true;
    while (more) {
        if (!add_line(sheet, cells, mark, &more)) return false;
    }
    return true;
}

/* Adds the printed lines without the blanks that fill the last column. */
static void add_lines(struct sl_buffer *out, const char *text)
{
    const size_t reset = sizeof PLAIN - 1;
    while (*text != '\0') {
        size_t line = strcspn(text, "\n"), length = line;
        bool coloured = length >= reset && memcmp(text + length - reset, PLAIN, reset) == 0;
        if (coloured) length -= reset;
        while (length > 0 && text[length - 1] == ' ')
            length--;
        sl_buffer_add(out, text, length);
        if (coloured) sl_buffer_add(out, PLAIN, reset);
        sl_buffer_add_byte(out, '\n');
        text += line + (text[line] == '\n');
    }
}

static bool make_table(struct sheet *sheet)
{
    sheet->table = scols_new_table();
    return sheet->table != NULL && scols_table_enable_noencoding(sheet->table, 1) == 0 &&
           scols_table_set_termforce(sheet->table, SCOLS_TERMFORCE_NEVER) == 0 &&
           scols_table_enable_colors(sheet->table, sheet->writer->options.colour) == 0 &&
           scols_table_set_column_separator(sheet->table, GAP) == 0 && add_columns(sheet);
}

/* A piece of the table at a time, as libsmartcols takes some kilobytes a row: the widths are set,
 * so the pieces line up. */
static bool print_rows(struct sheet *sheet)
{
    const struct sl_grid *grid = sheet->writer->state;
    for (size_t i = 0; i < grid->rows;) {
        scols_table_remove_lines(sheet->table);
        if (scols_table_enable_noheadings(sheet->table, i > 0) != 0) return false;
        size_t end = grid->rows - i > PIECE ? i + PIECE : grid->rows;
        for (; i < end; i++) {
            if (!add_row(sheet, grid->cells + i * grid->count)) return false;
        }
        char *text = NULL;
        bool printed = scols_print_table_to_string(sheet->table, &text) == 0 && text != NULL;
        if (printed) add_lines(sheet->writer->out, text);
        free(text);
        if (!printed) return false;
    }
    return true;
}

/* libsmartcols prints nothing at all for a table without rows. */
static void add_heading(struct sheet *sheet)
{
    struct sl_writer *writer = sheet->writer;
    struct sl_buffer *out = writer->out;
    bool first = true;
    if (writer->options.colour) sl_buffer_add_text(out, BOLD);
    for (size_t i = 0; i < writer->count; i++) {
        if (sheet->widths[i] == 0) continue;
        const char *name = cut(sheet, writer->columns[i].name, sheet->widths[i]);
        if (!first) sl_buffer_add_text(out, GAP);
        if (name != NULL) sl_buffer_add_text(out, name);
        first = false;
    }
    if (writer->options.colour) sl_buffer_add_text(out, PLAIN);
    sl_buffer_add_byte(out, '\n');
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
    const char *line = text.failed ? NULL : cut(sheet, shown, width);
    if (line == NULL) {
        writer->out->failed = true;
    } else if (line[0] != '\0') {
        if (writer->options.colour) sl_buffer_add_text(writer->out, DIM);
        sl_buffer_add_text(writer->out, line);
        if (writer->options.colour) sl_buffer_add_text(writer->out, PLAIN);
        sl_buffer_add_byte(writer->out, '\n');
    }
    sl_buffer_release(&text);
}

static enum sl_status print(struct sheet *sheet, struct sl_error *err)
{
    const struct sl_grid *grid = sheet->writer->state;
    if (grid->rows == 0) {
        add_heading(sheet);
    } else {
        bool printed = make_table(sheet) && print_rows(sheet);
        scols_unref_table(sheet->table);
        if (!printed) return sl_fail(err, SL_FAILED, "out of memory for the table");
    }
    if (sheet->writer->options.width > 0 && grid->rows > 0) add_missing(sheet);
    return sheet->cell.failed ? sl_fail_memory(err) : SL_OK;
}

static enum sl_status end(struct sl_writer *writer, struct sl_error *err)
{
    struct sheet sheet = {.writer = writer};
    size_t width = writer->options.width > 0 ? (size_t)writer->options.width : 0;
    sheet.widths = calloc(writer->count, sizeof *sheet.widths);
    if (sheet.widths == NULL) return sl_fail_memory(err);
    sl_grid_layout(writer, width, sizeof GAP - 1, sheet.widths);
    /* libsmartcols measures by the locale of the thread; a library leaves the program's alone. */
    locale_t utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
    locale_t before = utf8 != (locale_t)0 ? uselocale(utf8) : (locale_t)0;
    sheet.ascii = utf8 == (locale_t)0;
    enum sl_status status = print(&sheet, err);
    if (utf8 != (locale_t)0) {
        uselocale(before);
        freelocale(utf8);
    }
    sl_buffer_release(&sheet.cell);
    free(sheet.widths);
    return status;
}

const struct sl_format_type sl_format_table = {
    .for_people = true,
    .begin = sl_grid_begin,
    .row = sl_grid_row,
    .end = end,
    .release = sl_grid_release,
};
