/* The columns of the event CSV, and the reading of a header row. */
#include "ingest/columns.h"

#include <stdint.h>
#include <string.h>

#include "base/text.h"
#include "ingest/rejects.h"

const char *const sl_event_columns[] = {
    [SL_COLUMN_DATE] = "date",
    [SL_COLUMN_KNOWN] = "known",
    [SL_COLUMN_KIND] = "kind",
    [SL_COLUMN_STATUS] = "status",
    [SL_COLUMN_ISSUER] = "issuer",
    [SL_COLUMN_HOLDER] = "holder",
    [SL_COLUMN_COUNTERPARTY] = "counterparty",
    [SL_COLUMN_CLASS] = "class",
    [SL_COLUMN_STAKE] = "stake",
    [SL_COLUMN_STAKE_AFTER] = "stake_after",
    [SL_COLUMN_VOTES] = "votes",
    [SL_COLUMN_SHARES] = "shares",
    [SL_COLUMN_OUTSTANDING] = "outstanding",
    [SL_COLUMN_RATIO] = "ratio",
    [SL_COLUMN_AMOUNT] = "amount",
    [SL_COLUMN_CURRENCY] = "currency",
    [SL_COLUMN_PRE_MONEY] = "pre_money",
    [SL_COLUMN_POST_MONEY] = "post_money",
    [SL_COLUMN_PRICE] = "price",
    [SL_COLUMN_ROUND] = "round",
    [SL_COLUMN_ROLE] = "role",
    [SL_COLUMN_INSTRUMENT] = "instrument",
    [SL_COLUMN_DEAL] = "deal",
    [SL_COLUMN_PART] = "part",
    [SL_COLUMN_SOURCE] = "source",
    [SL_COLUMN_URL] = "url",
    [SL_COLUMN_NOTE] = "note",
};
const size_t sl_event_column_count = SL_COLUMN_COUNT;

static const enum sl_column required[] = {SL_COLUMN_DATE, SL_COLUMN_KIND, SL_COLUMN_ISSUER};

static bool is_extra(const char *name)
{
    return (name[0] == 'x' || name[0] == 'X') && name[1] == '_';
}

static const char *nearest(const char *name)
{
    const char *best = sl_event_columns[0];
    size_t least = SIZE_MAX;
    for (size_t i = 0; i < SL_COLUMN_COUNT; i++) {
        size_t distance = sl_text_distance(name, sl_event_columns[i], SL_EXTRA_NAME_MAX);
        if (distance < least) {
            least = distance;
            best = sl_event_columns[i];
        }
    }
    return best;
}

bool sl_extra_name_read(char *name, size_t length)
{
    if (length < 3 || length > SL_EXTRA_NAME_MAX) return false;
    for (size_t i = 0; i < length; i++) {
        char *c = &name[i];
        if (*c >= 'A' && *c <= 'Z') *c = (char)(*c - 'A' + 'a');
        bool good = (*c >= 'a' && *c <= 'z') || (*c >= '0' && *c <= '9') || *c == '_';
        if (!good) return false;
    }
    return true;
}

static enum sl_status read_name(struct sl_header *header, const struct sl_row_cell *cell,
                                struct sl_header_column *out, struct sl_problems *problems,
                                struct sl_error *err)
{
    char *name = sl_arena_copy(&header->memory, cell->text, cell->length);
    if (name == NULL) return sl_fail_memory(err);
    *out = (struct sl_header_column){.column = SL_COLUMN_EXTRA, .name = name};
    for (size_t i = 0; i < SL_COLUMN_COUNT; i++) {
        if (!sl_text_same(name, sl_event_columns[i])) continue;
        *out = (struct sl_header_column){(enum sl_column)i, sl_event_columns[i]};
    }
    if (out->column != SL_COLUMN_EXTRA) return SL_OK;
    if (name[0] == '\0') {
        sl_problem_add(problems, NULL, "expected a name for column %zu, found a blank cell",
                       header->count + 1);
    } else if (!is_extra(name)) {
        struct sl_error expected;
        sl_fail(&expected, SL_INVALID, "expected a known column (the nearest is '%s')",
                nearest(name));
        sl_problem_cell(problems, NULL, name, expected.message);
    } else if (!sl_extra_name_read(name, cell->length)) {
        sl_problem_cell(problems, NULL, name,
                        "expected a name of at most 64 of the characters a-z, 0-9 and _ after x_");
    }
    return SL_OK;
}

static bool is_name(enum sl_column column)
{
    return column == SL_COLUMN_ISSUER || column == SL_COLUMN_HOLDER ||
           column == SL_COLUMN_COUNTERPARTY;
}

static bool has_column(const struct sl_header *header, const struct sl_header_column *wanted)
{
    for (size_t i = 0; i < header->count; i++) {
        const struct sl_header_column *column = &header->columns[i];
        if (column->column == wanted->column && strcmp(column->name, wanted->name) == 0)
            return true;
    }
    return false;
}

bool sl_header_sort_extras(struct sl_header *header, struct sl_arena *memory)
{
    header->extra_count = 0;
    header->extras = sl_arena_alloc(memory, (header->count + 1) * sizeof *header->extras);
    if (header->extras == NULL) return false;
    for (size_t i = 0; i < header->count; i++) {
        const struct sl_header_column *columns = header->columns;
        /* what a file of rejects says about its rows is not theirs */
        if (columns[i].column != SL_COLUMN_EXTRA || strcmp(columns[i].name, SL_REJECTS_COLUMN) == 0)
            continue;
        size_t place = header->extra_count++;
        for (; place > 0 && strcmp(columns[header->extras[place - 1]].name, columns[i].name) > 0;
             place--)
            header->extras[place] = header->extras[place - 1];
        header->extras[place] = i;
    }
    return true;
}

enum sl_status sl_header_read(struct sl_header *out, const struct sl_row *row,
                              struct sl_problems *problems, struct sl_error *err)
{
    int64_t before = problems->count;
    if (row->count == 1 && strpbrk(row->cells[0].text, ";\t|") != NULL) {
        sl_problem_cell(problems, NULL, row->cells[0].text,
                        "expected columns that are separated by commas");
        return SL_INVALID;
    }
    out->columns = sl_arena_alloc(&out->memory, row->count * sizeof *out->columns);
    if (out->columns == NULL) return sl_fail_memory(err);
    for (out->count = 0; out->count < row->count; out->count++) {
        struct sl_header_column *column = &out->columns[out->count];
        enum sl_status status = read_name(out, &row->cells[out->count], column, problems, err);
        if (status != SL_OK) return status;
        if (is_name(column->column) && out->name_count < SL_COLUMN_COUNT)
            out->names[out->name_count++] = out->count;
        if (column->name[0] != '\0' && has_column(out, column))
            sl_problem_cell(problems, NULL, column->name, "expected each column once");
    }
    for (size_t i = 0; i < sizeof required / sizeof required[0]; i++) {
        struct sl_header_column wanted = {required[i], sl_event_columns[required[i]]};
        if (!has_column(out, &wanted))
            sl_problem_add(problems, wanted.name, "expected a column of this name in the header");
    }
    if (!sl_header_sort_extras(out, &out->memory)) return sl_fail_memory(err);
    return problems->count == before ? SL_OK : SL_INVALID;
}

void sl_header_release(struct sl_header *header)
{
    sl_arena_release(&header->memory);
    *header = (struct sl_header){0};
}
