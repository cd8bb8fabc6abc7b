/* What [values] makes of a cell: the first of its values that fits, with parts of the cell in it. */
#include <string.h>

#include "base/text.h"
#include "ingest/map_walk.h"

static const struct sl_map_value *find_value(struct sl_map_values *values, const char *text)
{
    if (values->last.length > 0 && strcmp(values->last.data, text) == 0) return values->last_found;
    const struct sl_map_value *found = NULL;
    for (size_t i = 0; i < values->count && found == NULL; i++) {
        const struct sl_map_value *item = &values->items[i];
        bool same = item->pattern != NULL
                        ? regexec(item->pattern, text, 0, NULL, 0) == 0
                        : sl_text_same(item->from, text) || strcmp(item->from, "*") == 0;
        if (same) found = item;
    }
    sl_buffer_clear(&values->last);
    sl_buffer_add_text(&values->last, text);
    if (values->last.failed) sl_buffer_clear(&values->last); /* it is looked up again */
    values->last_found = found;
    return found;
}

/* The value's text, with what the pattern's groups took of the cell in it. */
static bool fill_groups(struct sl_map_walk *walk, const struct sl_map_value *value,
                        struct sl_row_cell *cell)
{
    regmatch_t match[10];
    struct sl_buffer out = {0};
    if (regexec(value->pattern, cell->text, 10, match, 0) != 0) return true;
    for (const char *c = value->to; *c != '\0'; c++) {
        if (*c != '\\' || c[1] < '1' || c[1] > '9') {
            sl_buffer_add_byte(&out, *c);
            continue;
        }
        const regmatch_t *group = &match[*++c - '0'];
        if (group->rm_so < 0) continue;
        sl_buffer_add(&out, cell->text + group->rm_so, (size_t)(group->rm_eo - group->rm_so));
    }
    char *kept = NULL;
    if (!out.failed && out.length > 0) kept = sl_arena_copy(&walk->made, out.data, out.length);
    const bool done = kept != NULL || (!out.failed && out.length == 0);
    *cell = (struct sl_row_cell){kept != NULL ? kept : walk->empty, kept != NULL ? out.length : 0};
    sl_row_cell_trim(cell);
    sl_buffer_release(&out);
    return done;
}

bool sl_map_translate(struct sl_map_walk *walk, struct sl_map_values *values,
                      struct sl_row_cell *cell)
{
    const struct sl_map_value *value = find_value(values, cell->text);
    if (value == NULL) return true;
    if (value->has_groups) return fill_groups(walk, value, cell);
    *cell = (struct sl_row_cell){(char *)value->to, value->to_length};
    return true;
}
