/* One event of a row for several holders: the cell cut at its separators, and what belongs to the
 * whole deal put on a headline, once. */
#include <string.h>

#include "base/vector.h"
#include "ingest/map_walk.h"
#include "model/legal_form.h"

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool same_letter(char a, char b)
{
    return a == b || (is_letter(a) && (a | 32) == (b | 32));
}

static size_t separator_at(const struct sl_map *map, const char *text)
{
    for (size_t i = 0; i < map->separator_count; i++) {
        const char *separator = map->separators[i];
        size_t same = 0;
        while (separator[same] != '\0' && same_letter(text[same], separator[same]))
            same++;
        if (separator[same] == '\0') return same;
    }
    return 0;
}

/* Adds a holder, unless [values] makes nothing of it. */
static bool add_part(struct sl_map_walk *walk, char *text, char *end)
{
    *end = '\0';
    struct sl_row_cell cell = {text, (size_t)(end - text)};
    sl_row_cell_trim(&cell);
    if (cell.length > 0 && walk->holder_values != NULL &&
        !sl_map_translate(walk, walk->holder_values, &cell))
        return false;
    if (cell.length == 0) return true;
    if (!sl_vector_grow(&walk->parts, walk->part_count, &walk->part_capacity, sizeof *walk->parts))
        return false;
    walk->parts[walk->part_count++] = cell;
    return true;
}

/* Behind the bracket that closes the one at text; text itself where none does. */
static const char *behind_brackets(const char *text)
{
    int depth = 0;
    for (const char *c = text; *c != '\0'; c++) {
        if (*c == '(') depth++;
        if (*c == ')' && --depth == 0) return c + 1;
    }
    return text;
}

/* Is what stands at text, to the next separator, but a legal form? "Acme, Inc." is one holder. */
static bool is_legal_form(const struct sl_map *map, const char *text)
{
    char word[16];
    size_t words = 0;
    for (;;) {
        size_t length = 0;
        while ((*text == ' ' || *text == '.') && separator_at(map, text) == 0)
            text++;
        if (*text == '\0' || separator_at(map, text) > 0) return words > 0;
        for (; is_letter(*text) && length < sizeof word; text++)
            word[length++] = (char)(*text | 32);
        if (length == 0 || length == sizeof word || !sl_is_legal_form(word, length)) return false;
        words++;
    }
}

static bool split_holder(struct sl_map_walk *walk, const struct sl_row_cell *holder)
{
    walk->part_count = 0;
    sl_buffer_clear(&walk->part_text);
    sl_buffer_add(&walk->part_text, holder->text, holder->length);
    if (walk->part_text.failed || walk->part_text.data == NULL) return !walk->part_text.failed;
    char *start = walk->part_text.data;
    for (char *c = start; *c != '\0';) {
        size_t length = separator_at(walk->map, c);
        if (*c == '(' && length == 0)
            length = (size_t)(behind_brackets(c) - c);
        else if (length > 0 && !is_legal_form(walk->map, c + length)) {
            if (!add_part(walk, start, c)) return false;
            start = c + length;
        }
        c += length > 0 ? length : 1;
    }
    return add_part(walk, start, start + strlen(start));
}

static bool any_whole(const struct sl_map_walk *walk)
{
    for (size_t i = 0; i < walk->map->header.count; i++) {
        enum sl_column column = walk->map->header.columns[i].column;
        if (column < SL_COLUMN_COUNT && column != SL_COLUMN_CURRENCY && walk->map->whole[column] &&
            walk->cells[i].length > 0)
            return true;
    }
    return false;
}

static uint64_t hash_whole(const struct sl_map_walk *walk)
{
    uint64_t hash = 0;
    for (size_t i = 0; i < walk->map->header.count; i++) {
        enum sl_column column = walk->map->header.columns[i].column;
        if (column < SL_COLUMN_COUNT && walk->map->whole[column])
            hash = sl_hash_bytes(walk->cells[i].text, walk->cells[i].length, hash + i + 1);
    }
    return hash;
}

/* The deal's headline is this row's. */
static bool add_claim(struct sl_map_walk *walk, size_t headline)
{
    if (!sl_vector_grow(&walk->claims, walk->claim_count, &walk->claim_capacity,
                        sizeof *walk->claims))
        return false;
    walk->claims[walk->claim_count++] = headline;
    return true;
}

/* Does the deal's headline come with this row, as the first of the deal in the import that is not
 * rejected? A row that says another amount is a problem. */
static enum sl_status is_first_of_deal(struct sl_map_walk *walk, bool *first, struct sl_error *err)
{
    const struct sl_row_cell *deal = &walk->cells[walk->map->place[SL_COLUMN_DEAL]];
    *first = false;
    if (deal->length == 0) {
        sl_problem_add(walk->problems, sl_event_columns[SL_COLUMN_DEAL],
                       "expected a deal, by which the map tells what is counted once");
        return SL_INVALID;
    }
    const struct sl_map_headline here = {hash_whole(walk), walk->problems->file, walk->row->line};
    int64_t index = sl_name_table_get(&walk->deals, deal->text, deal->length);
    if (index > 0) {
        struct sl_map_headline *known = &walk->headlines[index - 1];
        if (known->file == NULL) {
            if (!add_claim(walk, (size_t)index - 1)) return sl_fail_memory(err);
            *known = here;
        }
        *first = known->file == here.file && known->line == here.line;
        if (known->hash == here.hash) return SL_OK;
        sl_problem_cell(
            walk->problems, walk->current->titles[SL_COLUMN_DEAL], deal->text,
            "expected the same amount on each row of the deal, another line before says "
            "otherwise");
        return SL_INVALID;
    }
    const char *kept = sl_arena_copy(&walk->deal_memory, deal->text, deal->length);
    if (kept == NULL || !sl_vector_grow(&walk->headlines, walk->headline_count,
                                        &walk->headline_capacity, sizeof *walk->headlines))
        return sl_fail_memory(err);
    walk->headlines[walk->headline_count++] = here;
    if (!add_claim(walk, walk->headline_count - 1) ||
        !sl_name_table_add(&walk->deals, kept, deal->length, (int64_t)walk->headline_count))
        return sl_fail_memory(err);
    *first = true;
    return SL_OK;
}

void sl_map_walk_reject(struct sl_map_walk *walk)
{
    for (size_t i = 0; i < walk->claim_count; i++)
        walk->headlines[walk->claims[i]].file = NULL;
    walk->claim_count = 0;
}

/* The parts of a row of a deal: the headline with its first row, and the row's own holders. */
static enum sl_status plan_deal(struct sl_map_walk *walk, const struct sl_row_cell *holder,
                                struct sl_error *err)
{
    bool first = false;
    enum sl_status status = is_first_of_deal(walk, &first, err);
    if (status != SL_OK) return status;
    walk->split = true;
    if (walk->map->split == SL_COLUMN_COUNT && holder->length > 0 &&
        !add_part(walk, holder->text, holder->text + holder->length))
        return sl_fail_memory(err);
    walk->part = first && (any_whole(walk) || walk->part_count == 0) ? 0 : 1;
    if (!first && walk->part_count == 0) { /* nobody's, without the amount */
        if (!sl_vector_grow(&walk->parts, 0, &walk->part_capacity, sizeof *walk->parts))
            return sl_fail_memory(err);
        walk->parts[walk->part_count++] = (struct sl_row_cell){walk->empty, 0};
    }
    return SL_OK;
}

enum sl_status sl_map_plan_parts(struct sl_map_walk *walk, struct sl_error *err)
{
    const struct sl_map *map = walk->map;
    const size_t place = map->place[SL_COLUMN_HOLDER];
    walk->part = 1;
    walk->part_count = 0;
    walk->split = false;
    if (place == SL_MAP_NO_COLUMN) return SL_OK;
    struct sl_row_cell *holder = &walk->cells[place];
    if (map->split != SL_COLUMN_COUNT && holder->length > 0 && !split_holder(walk, holder))
        return sl_fail_memory(err);
    if (map->once_a_deal) return plan_deal(walk, holder, err);
    const bool whole = any_whole(walk);
    if (walk->part_count > 1 || (walk->part_count == 1 && map->headline_of_one && whole)) {
        walk->split = true;
        walk->part = whole ? 0 : 1;
    } else if (map->split != SL_COLUMN_COUNT) {
        *holder = walk->part_count == 1 ? walk->parts[0] : (struct sl_row_cell){walk->empty, 0};
    }
    return SL_OK;
}

bool sl_map_has_next_part(const struct sl_map_walk *walk)
{
    return walk->split && walk->part <= walk->part_count;
}

/* The next part: 0 is the headline, without a holder; the others have what is theirs. */
void sl_map_hand_part(struct sl_map_walk *walk)
{
    const struct sl_map *map = walk->map;
    const struct sl_row_cell blank = {walk->empty, 0};
    size_t part = walk->part++;
    for (size_t i = 0; i < map->header.count; i++) {
        enum sl_column column = map->header.columns[i].column;
        bool whole = column < SL_COLUMN_COUNT && map->whole[column];
        walk->handed[i] = walk->cells[i];
        if (part == 0 && (column == SL_COLUMN_HOLDER || column == SL_COLUMN_ROLE))
            walk->handed[i] = blank;
        if (part > 0 && whole) walk->handed[i] = blank;
        if (part > 0 && column == SL_COLUMN_HOLDER) walk->handed[i] = walk->parts[part - 1];
    }
}
