/* Cells for people: which columns a table shows, and how ranges, changes, money and counts read.
 * Nothing here is exact; CSV and JSON are. */
#include <math.h>
#include <string.h>

#include "base/text.h"
#include "export/figure.h"
#include "export/walk.h"

static bool is_percent(const struct sl_row_type *type, size_t field)
{
    return field < type->count && type->fields[field].type == SL_TYPE_PERCENT;
}

/* How many members one column shows, this one included. */
static size_t members(const struct sl_row_type *type, size_t field)
{
    const struct sl_field *first = &type->fields[field];
    if (first->show == SL_SHOW_RANGE) {
        return is_percent(type, field + 1) && is_percent(type, field + 2) ? 3 : 1;
    }
    if (first->show == SL_SHOW_MONEY && field + 1 < type->count) {
        return type->fields[field + 1].type == SL_TYPE_TEXT ? 2 : 1;
    }
    return 1;
}

static void add_columns(struct sl_walk *walk, bool flags)
{
    const struct sl_row_type *type = walk->type;
    for (size_t i = 0; i < type->count; i += members(type, i)) {
        const struct sl_field *field = &type->fields[i];
        if (field->show == SL_SHOW_NEVER || (field->show == SL_SHOW_FLAG) != flags) continue;
        walk->columns[walk->count] = (struct sl_column){
            .name = field->label == NULL ? field->name : field->label,
            .show = field->show,
            .number = field->type != SL_TYPE_TEXT && field->type != SL_TYPE_DATE,
            .type = field->type,
        };
        walk->fields[walk->count] = i;
        walk->count++;
    }
}

void sl_present_columns(struct sl_walk *walk)
{
    add_columns(walk, false);
    add_columns(walk, true);
}

static double percent_at(const struct sl_row_type *type, size_t field, const void *row)
{
    const void *member = (const char *)row + type->fields[field].offset;
    return *(const double *)member;
}

static void add_percent(struct sl_buffer *out, double value)
{
    char figure[SL_FIGURE_SIZE];
    size_t length = sl_figure_group(figure, sl_figure_show(value, false, figure));
    if (length == 0) return;
    sl_buffer_add(out, figure, length);
    sl_buffer_add_text(out, " %");
}

static void add_range(struct sl_buffer *out, const struct sl_row_type *type, size_t field,
                      const void *row)
{
    char low[SL_FIGURE_SIZE] = "", high[SL_FIGURE_SIZE] = "";
    if (members(type, field) == 3) {
        sl_figure_show(percent_at(type, field + 1, row), false, low);
        sl_figure_show(percent_at(type, field + 2, row), false, high);
    }
    if (low[0] == '\0' || high[0] == '\0' || strcmp(low, high) == 0) {
        add_percent(out, percent_at(type, field, row));
        return;
    }
    sl_buffer_add_text(out, low);
    sl_buffer_add_text(out, "\u2013");
    sl_buffer_add_text(out, high);
    sl_buffer_add_text(out, " %");
}

static void add_change(struct sl_buffer *out, double value)
{
    char figure[SL_FIGURE_SIZE];
    sl_buffer_add(out, figure, sl_figure_group(figure, sl_figure_show(value, true, figure)));
}

static void add_count(struct sl_buffer *out, int64_t count, bool change)
{
    char figure[SL_FIGURE_SIZE];
    if (count == SL_NO_COUNT) return;
    if (change && count > 0) sl_buffer_add_byte(out, '+');
    sl_buffer_add(out, figure, sl_figure_group(figure, sl_figure_count(count, figure)));
}

/* A row that has a currency and no amount shows the currency: its column is not shown apart. */
static void add_money(struct sl_buffer *out, const struct sl_money *money, const char *currency)
{
    char figure[SL_FIGURE_SIZE];
    size_t length = sl_money_format(money, figure);
    if (length > 0) currency = money->currency;
    if (currency != NULL) sl_text_add_visible(out, currency);
    if (length == 0) return;
    sl_buffer_add_byte(out, ' ');
    sl_buffer_add(out, figure, sl_figure_group(figure, length));
}

void sl_present_cell(struct sl_buffer *out, const struct sl_row_type *type, size_t field,
                     const void *row)
{
    const struct sl_field *shown = &type->fields[field];
    const void *member = (const char *)row + shown->offset;
    bool change = shown->show == SL_SHOW_CHANGE;
    switch (shown->type) {
    case SL_TYPE_TEXT: {
        const char *text = *(const char *const *)member;
        if (text != NULL) sl_text_add_visible(out, text);
        break;
    }
    case SL_TYPE_DATE: {
        char date[SL_DATE_SIZE];
        sl_buffer_add(out, date, sl_date_format(*(const struct sl_date *)member, date));
        break;
    }
    case SL_TYPE_PERCENT:
        if (change) {
            add_change(out, *(const double *)member);
        } else if (shown->show == SL_SHOW_RANGE) {
            add_range(out, type, field, row);
        } else {
            add_percent(out, *(const double *)member);
        }
        break;
    case SL_TYPE_NUMBER: {
        char figure[SL_FIGURE_SIZE];
        size_t length =
            sl_figure_format(*(const double *)member, SL_PERCENT_DECIMALS, false, figure);
        sl_buffer_add(out, figure, sl_figure_group(figure, length));
        break;
    }
    case SL_TYPE_COUNT: add_count(out, *(const int64_t *)member, change); break;
    case SL_TYPE_MONEY: {
        const char *currency = NULL;
        if (members(type, field) == 2) {
            const void *next = (const char *)row + type->fields[field + 1].offset;
            currency = *(const char *const *)next;
        }
        add_money(out, member, currency);
        break;
    }
    }
}
