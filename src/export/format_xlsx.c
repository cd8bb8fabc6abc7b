/* One worksheet of typed cells through libxlsxwriter, in constant memory. What would not come out
 * as it went in (a partial date, a number of more than 15 digits) is text. */
#include <stdlib.h>
#include <string.h>

#include <xlsxwriter.h>

#include "base/text.h"
#include "export/format.h"

enum {
    DIGITS_MAX = 15,   /* that a double keeps */
    DAY_FIRST = 25508, /* days from Excel's day 61 (1900-03-01, where its calendar becomes right)
                          to 1970-01-01 */
    DAY_SERIAL = 25569,
    WIDTH_MIN = 6,
    WIDTH_MAX = 60,
    MARGIN = 2,
    CELL_MAX = 32767 /* characters */
};

struct sheet {
    lxw_workbook *book; /* NULL: closed */
    lxw_worksheet *sheet;
    lxw_format *head, *date, *count, *decimal;
    size_t *widths;
    struct sl_buffer cell, text, spelled;
};

static enum sl_status fail_sheet(lxw_error error, struct sl_error *err)
{
    if (error == LXW_ERROR_MEMORY_MALLOC_FAILED) return sl_fail_memory(err);
    return sl_fail(err, SL_FAILED, "cannot write the spreadsheet: %s", lxw_strerror(error));
}

/* ---- cells ---- */

static bool is_hex(char byte)
{
    return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'f') ||
           (byte >= 'A' && byte <= 'F');
}

/* "_x0041_" stands for "A" in a worksheet, so that its underscore must be written likewise. */
static bool is_escape(const char *text)
{
    if (text[0] != '_' || text[1] != 'x') return false;
    for (int i = 2; i < 6; i++)
        if (!is_hex(text[i])) return false;
    return text[6] == '_';
}

static size_t count_characters(const char *text)
{
    size_t count = 0;
    for (; *text != '\0'; text++)
        count += ((unsigned char)*text & 0xc0) != 0x80;
    return count;
}

/* The text as a table shows it, controls made visible (XML has no others), as a worksheet has it.
 */
static void spell_text(struct sheet *sheet, const char *cell)
{
    sl_buffer_clear(&sheet->text);
    sl_text_add_visible(&sheet->text, cell);
    sl_buffer_clear(&sheet->spelled);
    for (size_t i = 0; i < sheet->text.length; i++) {
        if (is_escape(sheet->text.data + i)) sl_buffer_add_text(&sheet->spelled, "_x005F");
        sl_buffer_add_byte(&sheet->spelled, sheet->text.data[i]);
    }
}

static enum sl_status write_text(struct sheet *sheet, lxw_row_t row, lxw_col_t column,
                                 const char *cell, lxw_format *format, struct sl_error *err)
{
    spell_text(sheet, cell);
    if (sheet->text.failed || sheet->spelled.failed) return sl_fail_memory(err);
    if (count_characters(sheet->spelled.data) > CELL_MAX) {
        return sl_fail(err, SL_INVALID,
                       "a cell of a spreadsheet holds 32,767 characters, and one of row %lu has "
                       "more: use --format csv",
                       (unsigned long)row + 1);
    }
    size_t width = sl_text_width(sheet->text.data);
    if (width > sheet->widths[column]) sheet->widths[column] = width;
    lxw_error error =
        worksheet_write_string(sheet->sheet, row, column, sheet->spelled.data, format);
    return error == LXW_NO_ERROR ? SL_OK : fail_sheet(error, err);
}

/* Is it a plain decimal number that a double keeps exactly as printed? */
static bool read_number(const struct sl_span *cell, double *out, bool *whole)
{
    static const double tens[] = {1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                  1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    size_t at = cell->length > 0 && cell->text[0] == '-';
    int64_t value = 0;
    int digits = 0, decimals = -1;
    for (; at < cell->length; at++) {
        char byte = cell->text[at];
        if (byte == '.' && decimals < 0 && digits > 0) {
            decimals = 0;
        } else if (byte >= '0' && byte <= '9' && digits < DIGITS_MAX) {
            value = value * 10 + (byte - '0');
            digits++;
            if (decimals >= 0) decimals++;
        } else {
            return false;
        }
    }
    if (digits == 0 || decimals == 0) return false;
    *whole = decimals < 0;
    *out = (double)value / tens[decimals < 0 ? 0 : decimals];
    if (cell->text[0] == '-') *out = -*out;
    return true;
}

/* A day that Excel's calendar has right; a period stays as it is written. */
static bool read_day(const struct sl_span *cell, double *out)
{
    struct sl_date date;
    char text[11] = "";
    if (cell->length != sizeof text - 1) return false;
    memcpy(text, cell->text, sizeof text - 1);
    if (sl_date_parse(&date, text, NULL, NULL) != SL_OK) return false;
    if (date.unit != SL_DATE_DAY || date.day < -DAY_FIRST) return false;
    *out = (double)date.day + DAY_SERIAL;
    return true;
}

static enum sl_status write_cell(struct sheet *sheet, lxw_row_t row, lxw_col_t column,
                                 enum sl_type type, const struct sl_span *cell,
                                 struct sl_error *err)
{
    double value;
    bool whole = false, day = type == SL_TYPE_DATE && read_day(cell, &value);
    lxw_format *format = NULL;
    if (day) {
        format = sheet->date;
    } else if (type == SL_TYPE_TEXT || type == SL_TYPE_DATE || !read_number(cell, &value, &whole)) {
        sl_buffer_clear(&sheet->cell);
        sl_buffer_add(&sheet->cell, cell->text, cell->length);
        if (sheet->cell.failed) return sl_fail_memory(err);
        return write_text(sheet, row, column, sheet->cell.data, NULL, err);
    } else if (type == SL_TYPE_COUNT || type == SL_TYPE_MONEY) {
        format = whole ? sheet->count : sheet->decimal;
    }
    size_t width = cell->length + (format != NULL && !day ? cell->length / 3 : 0);
    if (width > sheet->widths[column]) sheet->widths[column] = width;
    lxw_error error = worksheet_write_number(sheet->sheet, row, column, value, format);
    return error == LXW_NO_ERROR ? SL_OK : fail_sheet(error, err);
}

/* ---- the worksheet ---- */

static enum sl_status make_book(struct sl_writer *writer, struct sheet *sheet, struct sl_error *err)
{
    lxw_workbook_options options = {.constant_memory = LXW_TRUE};
    sheet->book = workbook_new_opt(writer->path, &options);
    if (sheet->book == NULL) return sl_fail_memory(err);
    /* the same answer gives the same bytes */
    lxw_doc_properties properties = {.created = 1};
    lxw_error error = workbook_set_properties(sheet->book, &properties);
    if (error != LXW_NO_ERROR) return fail_sheet(error, err);
    sheet->sheet = workbook_add_worksheet(sheet->book, "stakeline");
    sheet->head = workbook_add_format(sheet->book);
    sheet->date = workbook_add_format(sheet->book);
    sheet->count = workbook_add_format(sheet->book);
    sheet->decimal = workbook_add_format(sheet->book);
    if (sheet->sheet == NULL || sheet->head == NULL || sheet->date == NULL ||
        sheet->count == NULL || sheet->decimal == NULL)
        return sl_fail_memory(err);
    format_set_bold(sheet->head);
    format_set_bottom(sheet->head, LXW_BORDER_THIN);
    format_set_num_format(sheet->date, "yyyy-mm-dd");
    format_set_num_format(sheet->count, "#,##0");
    format_set_num_format(sheet->decimal, "#,##0.00####");
    worksheet_freeze_panes(sheet->sheet, 1, 0);
    return SL_OK;
}

static enum sl_status begin(struct sl_writer *writer, struct sl_error *err)
{
    struct sheet *sheet = calloc(1, sizeof *sheet);
    if (sheet == NULL) return sl_fail_memory(err);
    writer->state = sheet;
    if (writer->count > LXW_COL_MAX)
        return sl_fail(err, SL_INVALID, "a spreadsheet has room for 16,384 columns, not %zu",
                       writer->count);
    sheet->widths = calloc(writer->count, sizeof *sheet->widths);
    if (sheet->widths == NULL) return sl_fail_memory(err);
    enum sl_status status = make_book(writer, sheet, err);
    for (size_t i = 0; i < writer->count && status == SL_OK; i++) {
        status = write_text(sheet, 0, (lxw_col_t)i, writer->columns[i].name, sheet->head, err);
        sheet->widths[i] += MARGIN; /* the filter's button */
    }
    return status;
}

static enum sl_status row(struct sl_writer *writer, const struct sl_span *cells,
                          struct sl_error *err)
{
    struct sheet *sheet = writer->state;
    enum sl_status status = SL_OK;
    if (writer->rows + 1 >= LXW_ROW_MAX) {
        return sl_fail(err, SL_INVALID,
                       "a spreadsheet has room for 1,048,575 rows below its header, and there are "
                       "more: use --format csv, or --from and --to");
    }
    for (size_t i = 0; i < writer->count && status == SL_OK; i++) {
        if (cells[i].length == 0) continue;
        status = write_cell(sheet, (lxw_row_t)writer->rows + 1, (lxw_col_t)i,
                            writer->columns[i].type, &cells[i], err);
    }
    return status;
}

static enum sl_status end(struct sl_writer *writer, struct sl_error *err)
{
    struct sheet *sheet = writer->state;
    lxw_error error = LXW_NO_ERROR;
    for (size_t i = 0; i < writer->count && error == LXW_NO_ERROR; i++) {
        size_t width = sheet->widths[i] + MARGIN;
        if (width < WIDTH_MIN) width = WIDTH_MIN;
        if (width > WIDTH_MAX) width = WIDTH_MAX;
        error = worksheet_set_column(sheet->sheet, (lxw_col_t)i, (lxw_col_t)i, (double)width, NULL);
    }
    if (error == LXW_NO_ERROR)
        error = worksheet_autofilter(sheet->sheet, 0, 0, (lxw_row_t)writer->rows,
                                     (lxw_col_t)(writer->count - 1));
    if (error != LXW_NO_ERROR) return fail_sheet(error, err);
    /* the library does not look whether the rows that it put aside were all written */
    FILE *aside = sheet->sheet->optimize_tmpfile;
    if (aside != NULL && (fflush(aside) != 0 || ferror(aside)))
        return sl_fail(err, SL_FAILED, "cannot write the spreadsheet: no room for temporary files");
    lxw_workbook *book = sheet->book;
    sheet->book = NULL; /* closing frees it, whatever comes of it */
    error = workbook_close(book);
    return error == LXW_NO_ERROR ? SL_OK : fail_sheet(error, err);
}

static void release(struct sl_writer *writer)
{
    struct sheet *sheet = writer->state;
    if (sheet == NULL) return;
    if (sheet->book != NULL) lxw_workbook_free(sheet->book);
    free(sheet->widths);
    sl_buffer_release(&sheet->cell);
    sl_buffer_release(&sheet->text);
    sl_buffer_release(&sheet->spelled);
    free(sheet);
}

const struct sl_format_type sl_format_xlsx = {
    .whole_file = true, .begin = begin, .row = row, .end = end, .release = release};
