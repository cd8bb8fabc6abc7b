/* Rows collected for tables: copied once, measured as they come. */
#include "export/grid.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/vector.h"

enum sl_status sl_grid_begin(struct sl_writer *writer, struct sl_error *err)
{
    struct sl_grid *grid = calloc(1, sizeof *grid);
    if (grid == NULL) return sl_fail_memory(err);
    writer->state = grid;
    grid->count = writer->count;
    grid->columns = calloc(grid->count, sizeof *grid->columns);
    if (grid->columns == NULL) return sl_fail_memory(err);
    for (size_t i = 0; i < grid->count; i++)
        grid->columns[i].width = sl_text_width(writer->columns[i].name);
    return SL_OK;
}

enum sl_status sl_grid_row(struct sl_writer *writer, const struct sl_span *cells,
                           struct sl_error *err)
{
    struct sl_grid *grid = writer->state;
    size_t size = grid->count * sizeof *grid->cells;
    if (!sl_vector_grow(&grid->cells, grid->rows, &grid->capacity, size)) {
        return sl_fail_memory(err);
    }
    const char **row = grid->cells + grid->rows * grid->count;
    for (size_t i = 0; i < grid->count; i++) {
        struct sl_grid_column *column = &grid->columns[i];
        row[i] = "";
        if (cells[i].length > 0) {
            row[i] = sl_arena_copy(&grid->memory, cells[i].text, cells[i].length);
            if (row[i] == NULL) return sl_fail_memory(err);
            size_t width = sl_text_width(row[i]);
            if (width > column->width) column->width = width;
            column->used = true;
        }
        if (strcmp(row[i], grid->cells[i]) != 0) column->varies = true;
    }
    grid->rows++;
    return SL_OK;
}

void sl_grid_release(struct sl_writer *writer)
{
    struct sl_grid *grid = writer->state;
    if (grid == NULL) return;
    free(grid->cells);
    free(grid->columns);
    sl_arena_release(&grid->memory);
    free(grid);
}

bool sl_grid_is_blank(const struct sl_writer *writer, size_t column)
{
    const struct sl_grid *grid = writer->state;
    return grid->rows > 0 && !grid->columns[column].used &&
           writer->columns[column].show != SL_SHOW_ALWAYS;
}
