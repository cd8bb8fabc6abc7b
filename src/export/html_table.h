/* Rows of answers as a table of HTML, with the columns and cells of a table for people. */
#ifndef EXPORT_HTML_TABLE_H
#define EXPORT_HTML_TABLE_H

#include <stakeline/row.h>

#include "export/walk.h"

/* Says where a name or a source leads, from the table's page; "" for nowhere. */
struct sl_html_links {
    void (*entity)(void *context, struct sl_buffer *out, const char *name);
    void (*source)(void *context, struct sl_buffer *out, const char *source);
    void *context;
};

/* All zero but for what sl_html_table_init set. */
struct sl_html_table {
    struct sl_walk walk;
    const struct sl_html_links *links;
    const char *drop; /* columns left out, " issuer source "; NULL: none */
    const char **cells;
    bool *used; /* a column has a cell that is not blank */
    size_t rows, capacity;
    struct sl_arena memory;
};

enum sl_status sl_html_table_init(struct sl_html_table *table, const struct sl_row_type *type,
                                  const struct sl_html_links *links, struct sl_error *err);
/* A sink for rows of that type: keeps what people see of them. */
enum sl_status sl_html_table_row(void *table, const void *row, struct sl_error *err);
/* Adds the table, with at most `most` rows (the last ones where `newest`), in a box that scrolls
 * and is called `caption`. */
void sl_html_table_add(struct sl_buffer *out, const struct sl_html_table *table,
                       const char *caption, size_t most, bool newest);
void sl_html_table_release(struct sl_html_table *table);

#endif
