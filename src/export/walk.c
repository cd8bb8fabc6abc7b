/* From rows to cells: walks the members of a row's struct and prints each once, exactly or as
 * people read it. */
#include "export/walk.h"

#include <string.h>

#include "base/text.h"
#include "export/figure.h"

static enum sl_status make_room(struct sl_walk *walk, size_t count, struct sl_error *err)
{
    const size_t most = SIZE_MAX / SL_FIGURE_SIZE - 1;
    if (count > most) return sl_fail_memory(err);
    walk->columns = sl_arena_alloc(&walk->memory, count * sizeof *walk->columns);
    walk->fields = sl_arena_alloc(&walk->memory, count * sizeof *walk->fields);
    walk->spans = sl_arena_alloc(&walk->memory, count * sizeof *walk->spans);
    walk->numbers = sl_arena_alloc(&walk->memory, count * SL_FIGURE_SIZE);
    bool failed = walk->columns == NULL || walk->fields == NULL || walk->spans == NULL ||
                  walk->numbers == NULL;
    return failed ? sl_fail_memory(err) : SL_OK;
}

static void exact_columns(struct sl_walk *walk)
{
    for (size_t i = 0; i < walk->type->count; i++) {
        const struct sl_field *field = &walk->type->fields[i];
        bool number = field->type != SL_TYPE_TEXT && field->type != SL_TYPE_DATE;
        walk->columns[i] = (struct sl_column){field->name, field->show, number, field->type};
        walk->fields[i] = i;
    }
    walk->count = walk->type->count;
}

enum sl_status sl_walk_init(struct sl_walk *walk, const struct sl_row_type *type, bool for_people,
                            struct sl_error *err)
{
    *walk = (struct sl_walk){.type = type, .for_people = for_people};
    enum sl_status status = make_room(walk, type->count, err);
    if (status != SL_OK) return status;
    if (for_people) {
        sl_present_columns(walk);
    } else {
        exact_columns(walk);
    }
    return SL_OK;
}

/* What stands in a column of the event CSV, as far as it can be other than text. */
static enum sl_type event_type(const char *name)
{
    static const char *const dates[] = {"date", "known"};
    static const char *const figures[] = {"stake",     "stake_after", "votes",
                                          "shares",    "outstanding", "amount",
                                          "pre_money", "post_money",  "price"};
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++)
        if (strcmp(name, dates[i]) == 0) return SL_TYPE_DATE;
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++)
        if (strcmp(name, figures[i]) == 0) return SL_TYPE_NUMBER;
    return SL_TYPE_TEXT;
}

enum sl_status sl_walk_init_text(struct sl_walk *walk, const char *const *names, size_t count,
                                 bool for_people, struct sl_error *err)
{
    *walk = (struct sl_walk){.for_people = for_people};
    enum sl_status status = make_room(walk, count, err);
    if (status != SL_OK) return status;
    for (size_t i = 0; i < count; i++) {
        char *name = sl_arena_copy(&walk->memory, names[i], strlen(names[i]));
        if (name == NULL) return sl_fail_memory(err);
        walk->columns[i] = (struct sl_column){.name = name, .type = event_type(name)};
    }
    walk->count = count;
    return SL_OK;
}

enum sl_status sl_walk_init_like(struct sl_walk *walk, const struct sl_walk *other,
                                 struct sl_error *err)
{
    if (other->type != NULL) return sl_walk_init(walk, other->type, other->for_people, err);
    *walk = (struct sl_walk){.for_people = other->for_people};
    enum sl_status status = make_room(walk, other->count, err);
    if (status != SL_OK) return status;
    memcpy(walk->columns, other->columns, other->count * sizeof *walk->columns);
    walk->count = other->count;
    return SL_OK;
}

/* Prints a number or a date into `out`; the length, 0 where it is blank. */
static size_t print_exact(enum sl_type type, const void *member, char out[SL_FIGURE_SIZE])
{
    switch (type) {
    case SL_TYPE_DATE: return sl_date_format(*(const struct sl_date *)member, out);
    case SL_TYPE_PERCENT:
    case SL_TYPE_NUMBER:
        return sl_figure_format(*(const double *)member, SL_PERCENT_DECIMALS, false, out);
    case SL_TYPE_COUNT: {
        int64_t count = *(const int64_t *)member;
        return count == SL_NO_COUNT ? 0 : sl_figure_count(count, out);
    }
    case SL_TYPE_MONEY: return sl_money_format(member, out);
    case SL_TYPE_TEXT: break;
    }
    return 0;
}

/* A per cent that is the one before it, as exact stakes are thrice: printed once. */
static bool is_again(const struct sl_field *field, const void *row)
{
    if (field->type != SL_TYPE_PERCENT || field[-1].type != SL_TYPE_PERCENT) return false;
    const char *members = row;
    return memcmp(members + field->offset, members + field[-1].offset, sizeof(double)) == 0;
}

static void fill_exact(struct sl_walk *walk, const void *row)
{
    char *number = walk->numbers;
    for (size_t i = 0; i < walk->count; i++) {
        const struct sl_field *field = &walk->type->fields[i];
        const void *member = (const char *)row + field->offset;
        if (field->type == SL_TYPE_TEXT) {
            const char *text = *(const char *const *)member;
            walk->spans[i] = (struct sl_span){text, text == NULL ? 0 : strlen(text)};
        } else if (i > 0 && is_again(field, row)) {
            walk->spans[i] = walk->spans[i - 1];
        } else {
            size_t length = print_exact(field->type, member, number);
            walk->spans[i] = (struct sl_span){number, length};
            number += length;
        }
    }
}

/* The spans of cells that were added to `text` one after the other, when it moves no more. */
static enum sl_status point_spans(struct sl_walk *walk, struct sl_error *err)
{
    if (walk->text.failed) return sl_fail_memory(err);
    const char *start = walk->text.data;
    for (size_t i = 0; i < walk->count; i++) {
        walk->spans[i].text = start;
        if (start != NULL) start += walk->spans[i].length;
    }
    return SL_OK;
}

enum sl_status sl_walk_fill(struct sl_walk *walk, const void *row, struct sl_error *err)
{
    if (!walk->for_people) {
        fill_exact(walk, row);
        return SL_OK;
    }
    sl_buffer_clear(&walk->text);
    for (size_t i = 0; i < walk->count; i++) {
        size_t before = walk->text.length;
        sl_present_cell(&walk->text, walk->type, walk->fields[i], row);
        walk->spans[i].length = walk->text.length - before;
    }
    return point_spans(walk, err);
}

enum sl_status sl_walk_fill_text(struct sl_walk *walk, const char *const *texts,
                                 struct sl_error *err)
{
    if (!walk->for_people) {
        for (size_t i = 0; i < walk->count; i++)
            walk->spans[i] = (struct sl_span){texts[i], texts[i] == NULL ? 0 : strlen(texts[i])};
        return SL_OK;
    }
    sl_buffer_clear(&walk->text);
    for (size_t i = 0; i < walk->count; i++) {
        size_t before = walk->text.length;
        sl_text_add_visible(&walk->text, texts[i] == NULL ? "" : texts[i]);
        walk->spans[i].length = walk->text.length - before;
    }
    return point_spans(walk, err);
}

void sl_walk_release(struct sl_walk *walk)
{
    sl_arena_release(&walk->memory);
    sl_buffer_release(&walk->text);
    *walk = (struct sl_walk){0};
}
