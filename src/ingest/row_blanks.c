/* The blanks at the ends of a cell. */
#include "ingest/row_reader.h"

/* The length in bytes of the blank that ends at text[length - 1]; 0: none. */
static size_t blank_before(const char *text, size_t length)
{
    unsigned char last = (unsigned char)text[length - 1];
    if (last == ' ' || (last >= '\t' && last <= '\r')) return 1;
    if (last == 0xa0 && length >= 2 && (unsigned char)text[length - 2] == 0xc2) return 2;
    return 0;
}

static size_t blank_after(const char *text, size_t length)
{
    unsigned char first = (unsigned char)text[0];
    if (first == ' ' || (first >= '\t' && first <= '\r')) return 1;
    if (first == 0xc2 && length >= 2 && (unsigned char)text[1] == 0xa0) return 2;
    return 0;
}

/* The part of the text between the blanks at its ends. */
size_t sl_row_trim(char **text, size_t length)
{
    size_t blank;
    while (length > 0 && (blank = blank_before(*text, length)) > 0)
        length -= blank;
    while (length > 0 && (blank = blank_after(*text, length)) > 0) {
        *text += blank;
        length -= blank;
    }
    return length;
}

void sl_row_cell_trim(struct sl_row_cell *cell)
{
    cell->length = sl_row_trim(&cell->text, cell->length);
    cell->text[cell->length] = '\0';
}
