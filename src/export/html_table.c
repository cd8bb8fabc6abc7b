/* Tables of HTML: what they keep of rows, and how a cell of each column is written. */
#include "export/html_table.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/vector.h"
#include "export/figure.h"
#include "export/html.h"

enum { WIDE = 8 }; /* from so many columns on a table is printed small */

enum sl_status sl_html_table_init(struct sl_html_table *table, const struct sl_row_type *type,
                                  const struct sl_html_links *links, struct sl_error *err)
{
    *table = (struct sl_html_table){.links = links};
    enum sl_status status = sl_walk_init(&table->walk, type, true, err);
    if (status != SL_OK) return status;
    table->used = calloc(table->walk.count, sizeof *table->used);
    return table->used == NULL ? sl_fail_memory(err) : SL_OK;
}

enum sl_status sl_html_table_row(void *context, const void *row, struct sl_error *err)
{
    struct sl_html_table *table = context;
    size_t count = table->walk.count;
    enum sl_status status = sl_walk_fill(&table->walk, row, err);
    if (status != SL_OK) return status;
    if (!sl_vector_grow(&table->cells, table->rows, &table->capacity, count * sizeof *table->cells))
        return sl_fail_memory(err);
    for (size_t i = 0; i < count; i++) {
        const struct sl_span *cell = &table->walk.spans[i];
        const char **kept = &table->cells[table->rows * count + i];
        *kept = "";
        if (cell->length == 0) continue;
        *kept = sl_arena_copy(&table->memory, cell->text, cell->length);
        if (*kept == NULL) return sl_fail_memory(err);
        table->used[i] = true;
    }
    table->rows++;
    return SL_OK;
}

static const char *name_of(const struct sl_html_table *table, size_t column)
{
    return table->walk.type->fields[table->walk.fields[column]].name;
}

static bool is_shown(const struct sl_html_table *table, size_t column)
{
    const char *name = name_of(table, column), *found = table->drop;
    while (found != NULL && (found = strstr(found, name)) != NULL) {
        if (found[-1] == ' ' && found[strlen(name)] == ' ') return false;
        found++;
    }
    return table->used[column];
}

static bool is_entity(const char *name)
{
    return strcmp(name, "holder") == 0 || strcmp(name, "issuer") == 0 ||
           strcmp(name, "entity") == 0 || strcmp(name, "counterparty") == 0 ||
           strcmp(name, "name") == 0;
}

static void add_cell(struct sl_buffer *out, const struct sl_html_table *table, size_t column,
                     const char *text)
{
    const struct sl_html_links *links = table->links;
    const char *name = name_of(table, column);
    struct sl_buffer where = {0};
    if (links != NULL && text[0] != '\0') {
        if (is_entity(name)) links->entity(links->context, &where, text);
        if (strcmp(name, "source") == 0) links->source(links->context, &where, text);
    }
    if (where.length > 0) {
        sl_buffer_add_text(out, "<a href=\"");
        sl_html_text(out, where.data);
        sl_buffer_add_text(out, "\">");
    }
    bool badge = text[0] != '\0' &&
                 (strcmp(name, "status") == 0 || table->walk.columns[column].show == SL_SHOW_FLAG ||
                  strcmp(name, "severity") == 0);
    if (badge) {
        sl_buffer_add_text(out, "<span class=\"badge ");
        sl_html_text(out, text);
        sl_buffer_add_text(out, "\">");
    }
    sl_html_text(out, text);
    if (badge) sl_buffer_add_text(out, "</span>");
    if (where.length > 0) sl_buffer_add_text(out, "</a>");
    if (where.failed) out->failed = true;
    sl_buffer_release(&where);
}

static void add_head(struct sl_buffer *out, const struct sl_html_table *table)
{
    sl_buffer_add_text(out, "<thead><tr>");
    for (size_t i = 0; i < table->walk.count; i++) {
        const struct sl_column *column = &table->walk.columns[i];
        if (!is_shown(table, i)) continue;
        sl_buffer_add_text(out, column->number ? "<th scope=\"col\" class=\"n\">"
                                               : "<th scope=\"col\">");
        sl_html_text(out, column->name);
        sl_buffer_add_text(out, "</th>");
    }
    sl_buffer_add_text(out, "</tr></thead>\n<tbody>\n");
}

static void add_row(struct sl_buffer *out, const struct sl_html_table *table, size_t row)
{
    sl_buffer_add_text(out, "<tr>");
    for (size_t i = 0; i < table->walk.count; i++) {
        const struct sl_column *column = &table->walk.columns[i];
        if (!is_shown(table, i)) continue;
        const char *class = column->number                 ? " class=\"n\""
                            : column->type == SL_TYPE_DATE ? " class=\"d\""
                            : column->show == SL_SHOW_LONG || column->show == SL_SHOW_WRAP
                                ? " class=\"w\""
                                : "";
        sl_buffer_printf(out, "<td%s>", class);
        add_cell(out, table, i, table->cells[row * table->walk.count + i]);
        sl_buffer_add_text(out, "</td>");
    }
    sl_buffer_add_text(out, "</tr>\n");
}

static void add_left_out(struct sl_buffer *out, size_t left_out, bool newest)
{
    char figure[SL_FIGURE_SIZE];
    sl_figure_group(figure, sl_figure_count((int64_t)left_out, figure));
    sl_buffer_printf(out, "<p class=\"more\">%s %s left out here.</p>\n", figure,
                     newest ? "earlier rows are" : "more rows are");
}

void sl_html_table_add(struct sl_buffer *out, const struct sl_html_table *table,
                       const char *caption, size_t most, bool newest)
{
    size_t left_out = table->rows > most ? table->rows - most : 0;
    size_t columns = 0;
    for (size_t i = 0; i < table->walk.count; i++)
        columns += is_shown(table, i);
    size_t first = newest ? left_out : 0, end = newest ? table->rows : table->rows - left_out;
    sl_buffer_add_text(out,
                       columns < WIDE ? "<div class=\"scroll\"" : "<div class=\"scroll wide\"");
    sl_buffer_add_text(out, " role=\"group\" tabindex=\"0\" aria-label=\"");
    sl_html_text(out, caption);
    sl_buffer_add_text(out, "\">\n<table>\n<caption>");
    sl_html_text(out, caption);
    sl_buffer_add_text(out, "</caption>\n");
    add_head(out, table);
    for (size_t row = first; row < end; row++)
        add_row(out, table, row);
    sl_buffer_add_text(out, "</tbody>\n</table>\n</div>\n");
    if (left_out > 0) add_left_out(out, left_out, newest);
}

void sl_html_table_release(struct sl_html_table *table)
{
    sl_walk_release(&table->walk);
    sl_arena_release(&table->memory);
    free(table->cells);
    free(table->used);
    *table = (struct sl_html_table){0};
}
