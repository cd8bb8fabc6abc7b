/* Applies a map to a row: the cells of each event that the row stands for. Cells that need no
 * change are handed on where they are. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "ingest/map_walk.h"
#include "model/amount.h"
#include "model/number.h"

enum sl_status sl_map_walk_new(struct sl_map_walk **out, struct sl_map *map,
                               struct sl_problems *problems, struct sl_error *err)
{
    struct sl_map_walk *walk = calloc(1, sizeof *walk);
    if (walk == NULL) return sl_fail_memory(err);
    walk->map = map;
    walk->problems = problems;
    walk->deals.seed = (uint64_t)(uintptr_t)walk;
    for (size_t i = 0; i < map->values_count; i++) {
        if (map->values[i]->column.column == SL_COLUMN_HOLDER) walk->holder_values = map->values[i];
    }
    walk->cells = calloc(map->header.count, sizeof *walk->cells);
    walk->handed = calloc(map->header.count, sizeof *walk->handed);
    walk->built = calloc(map->header.count, sizeof *walk->built);
    if (walk->cells == NULL || walk->handed == NULL || walk->built == NULL) {
        sl_map_walk_free(walk);
        return sl_fail_memory(err);
    }
    *out = walk;
    return SL_OK;
}

void sl_map_walk_free(struct sl_map_walk *walk)
{
    if (walk == NULL) return;
    for (size_t i = 0; walk->built != NULL && i < walk->map->header.count; i++)
        sl_buffer_release(&walk->built[i]);
    sl_buffer_release(&walk->part_text);
    sl_name_table_release(&walk->deals);
    sl_arena_release(&walk->deal_memory);
    sl_arena_release(&walk->made);
    free(walk->headlines);
    free(walk->claims);
    free(walk->parts);
    free(walk->built);
    free(walk->handed);
    free(walk->cells);
    free(walk);
}

const struct sl_map_event *sl_map_walk_event(const struct sl_map_walk *walk)
{
    return walk->current;
}

/* ---- conditions ---- */

static bool term_holds(const struct sl_map_term *term, const struct sl_row *row)
{
    const char *text = row->cells[term->column].text;
    bool holds = false;
    if (term->pattern != NULL) holds = regexec(term->pattern, text, 0, NULL, 0) == 0;
    for (size_t i = 0; i < term->count && !holds; i++)
        holds = sl_text_same(text, term->wanted[i]);
    return holds != term->negated;
}

static bool condition_holds(const struct sl_map_condition *condition, const struct sl_row *row)
{
    for (size_t i = 0; i < condition->count; i++) {
        if (!term_holds(&condition->terms[i], row)) return false;
    }
    return true;
}

enum sl_status sl_map_walk_row(struct sl_map_walk *walk, struct sl_row *row, struct sl_error *err)
{
    const struct sl_map *map = walk->map;
    walk->row = row;
    sl_arena_reset(&walk->made);
    walk->event = walk->part = walk->part_count = 0;
    walk->current = NULL;
    walk->made_any = false;
    walk->claim_count = 0;
    if (map->clean_escapes || map->clean_entities || map->clean_invisible || map->clean_quotes) {
        for (size_t i = 0; i < row->count; i++) {
            if (!sl_map_clean(map, &row->cells[i])) return sl_fail_memory(err);
        }
    }
    for (size_t i = 0; i < map->keep.count; i++) {
        if (!condition_holds(&map->keep.items[i], row)) return SL_NOTHING;
    }
    for (size_t i = 0; i < map->drop.count; i++) {
        if (condition_holds(&map->drop.items[i], row)) return SL_NOTHING;
    }
    return SL_OK;
}

/* ---- one cell ---- */

/* Puts the choice's pieces together. A part in brackets goes when a cell in it is blank, the whole
 * when all of its cells are. */
static void build(const struct sl_map_walk *walk, const struct sl_map_choice *choice,
                  struct sl_buffer *out)
{
    size_t open = 0, cells = 0, blank = 0;
    bool part_blank = false;
    sl_buffer_clear(out);
    for (size_t i = 0; i < choice->count; i++) {
        const struct sl_map_piece *piece = &choice->pieces[i];
        switch (piece->kind) {
        case SL_PIECE_TEXT: sl_buffer_add_text(out, piece->text); break;
        case SL_PIECE_FILE:
        case SL_PIECE_TOP: sl_buffer_add_text(out, piece->value); break;
        case SL_PIECE_CELL: {
            const struct sl_row_cell *cell = &walk->row->cells[piece->column];
            cells++;
            if (cell->length == 0) {
                blank++;
                part_blank = true;
            }
            sl_buffer_add(out, cell->text, cell->length);
            break;
        }
        case SL_PIECE_OPEN:
            open = out->length;
            part_blank = false;
            break;
        case SL_PIECE_CLOSE:
            if (part_blank && out->data != NULL) {
                out->length = open;
                out->data[open] = '\0';
            }
            break;
        }
    }
    if (cells > 0 && blank == cells) sl_buffer_clear(out);
}

/* The text of a rule before values and numbers are looked at. `constant`: the map itself says it.
 */
static enum sl_status choose(struct sl_map_walk *walk, const struct sl_map_rule *rule, size_t i,
                             struct sl_row_cell *out, bool *constant, struct sl_error *err)
{
    *constant = false;
    *out = (struct sl_row_cell){walk->empty, 0};
    for (size_t k = 0; k < rule->count; k++) {
        const struct sl_map_choice *choice = &rule->choices[k];
        if (!choice->usable) continue;
        if (choice->count == 1 && choice->pieces[0].kind == SL_PIECE_CELL) {
            const struct sl_row_cell *cell = &walk->row->cells[choice->pieces[0].column];
            if (cell->length == 0) continue;
            *out = *cell;
            return SL_OK;
        }
        struct sl_buffer *text = &walk->built[i];
        build(walk, choice, text);
        if (text->failed) return sl_fail_memory(err);
        struct sl_row_cell cell = {text->data, text->length};
        if (text->length > 0) sl_row_cell_trim(&cell);
        if (cell.length == 0) continue;
        *constant = choice->constant;
        *out = cell;
        return SL_OK;
    }
    return SL_OK;
}

static enum sl_status make_date(struct sl_map_walk *walk, const struct sl_map_rule *rule, size_t i,
                                struct sl_row_cell *cell, struct sl_error *err)
{
    struct sl_date_cache *cache = &walk->dates[rule->column.column == SL_COLUMN_KNOWN];
    if (cell->length < sizeof cache->text &&
        memcmp(cache->text, cell->text, cell->length + 1) == 0) {
        /* as before */
    } else {
        struct sl_error why;
        cache->text[0] = '\0';
        if (sl_not_stated(cell->text)) {
            cache->iso[0] = '\0';
        } else if (sl_map_date(walk->map, cell->text, cache->iso, &why) != SL_OK) {
            sl_problem_cell(walk->problems, rule->title, cell->text, why.message);
            cell->length = 0;
            cell->text = walk->empty;
            return SL_INVALID;
        }
        if (cell->length < sizeof cache->text) memcpy(cache->text, cell->text, cell->length + 1);
    }
    struct sl_buffer *out = &walk->built[i];
    sl_buffer_clear(out);
    sl_buffer_add_text(out, cache->iso);
    if (out->failed) return sl_fail_memory(err);
    *cell = (struct sl_row_cell){out->data, out->length};
    return SL_OK;
}

/* What the numbers of an event said besides their value. */
struct signs {
    bool negative, positive;
    struct sl_buffer *note; /* NULL, or where remarks go */
};

/* Adds to the note what a number said that the event's column cannot hold. false: no memory. */
static bool remark(struct sl_map_walk *walk, const struct sl_map_rule *rule, const char *what,
                   const char *text)
{
    size_t place = walk->map->place[SL_COLUMN_NOTE];
    struct sl_row_cell *note = &walk->cells[place];
    struct sl_buffer more = {0};
    if (note->length > 0) {
        sl_buffer_add(&more, note->text, note->length);
        sl_buffer_add_text(&more, "; ");
    }
    sl_buffer_printf(&more, "%s: %s, \"%s\"", rule->column.name, what, text);
    sl_buffer_release(&walk->built[place]);
    walk->built[place] = more;
    *note = (struct sl_row_cell){more.data, more.length};
    return !more.failed;
}

/* Leaves out a part of a share, where the number is but digits; true: there was one. */
static bool drop_fraction(struct sl_buffer *number)
{
    const size_t whole = strspn(number->data, "0123456789,");
    const char *point = number->data + whole;
    if (whole == 0 || *point != '.' || point[1 + strspn(point + 1, "0123456789")] != '\0')
        return false;
    const bool some = point[1 + strspn(point + 1, "0")] != '\0';
    number->length = whole;
    number->data[whole] = '\0';
    return some;
}

/* Which way a number of this column goes. A negative stake, number of shares or amount says so; an
 * amount without a sign is that of either way. */
static bool read_sign(struct signs *signs, enum sl_column column, bool negative, bool reverse)
{
    const bool size = column == SL_COLUMN_STAKE || column == SL_COLUMN_SHARES;
    if (negative && (!reverse || !(size || column == SL_COLUMN_AMOUNT))) return false;
    if (negative) signs->negative = true;
    if (!negative && size) signs->positive = true;
    return true;
}

static enum sl_status make_number(struct sl_map_walk *walk, const struct sl_map_rule *rule,
                                  size_t i, struct sl_row_cell *cell, struct signs *signs,
                                  struct sl_error *err)
{
    struct sl_buffer made = {0};
    struct sl_number_said said = {0};
    const struct sl_map *map = walk->map;
    enum sl_status status = SL_OK;
    const bool whole = map->whole_shares && sl_cell_class(rule->column.column) == SL_CLASS_COUNT;
    bool plain = map->decimal == '.' && !map->fraction && !map->reverse && !whole &&
                 map->shifts[rule->column.column] == 0;
    for (size_t k = 0; k < cell->length && plain; k++) {
        char c = cell->text[k];
        plain = (c >= '0' && c <= '9') || c == '.';
    }
    if (plain) return SL_OK;
    const char *wrong = sl_map_number(map, rule, cell->text, cell->length, &made, &said);
    if (wrong != NULL && !made.failed) {
        sl_problem_cell(walk->problems, rule->title, cell->text, wrong);
        *cell = (struct sl_row_cell){walk->empty, 0};
        sl_buffer_release(&made);
        return SL_INVALID;
    }
    if (made.failed) {
        sl_buffer_release(&made);
        return sl_fail_memory(err);
    }
    if (made.length > 0 && !read_sign(signs, rule->column.column, said.negative, map->reverse)) {
        sl_problem_cell(walk->problems, rule->title, cell->text,
                        "is negative: the map can say 'negative = reverse' in [numbers] for a "
                        "stake, shares or an amount");
        status = SL_INVALID;
    }
    bool told = true;
    if (said.remark != NULL && sl_cell_class(rule->column.column) != SL_CLASS_STAKE)
        told = remark(walk, rule, said.remark, cell->text);
    if (whole && made.length > 0 && drop_fraction(&made))
        told = remark(walk, rule, "without a part of a share", cell->text) && told;
    if (!told) {
        sl_buffer_release(&made);
        return sl_fail_memory(err);
    }
    sl_buffer_release(&walk->built[i]);
    walk->built[i] = made;
    *cell = (struct sl_row_cell){made.length > 0 ? made.data : walk->empty, made.length};
    return status;
}

static enum sl_status make_cell(struct sl_map_walk *walk, const struct sl_map_rule *rule, size_t i,
                                struct signs *signs, struct sl_error *err)
{
    struct sl_row_cell *cell = &walk->cells[i];
    bool constant;
    enum sl_status status = choose(walk, rule, i, cell, &constant, err);
    if (status != SL_OK) return status;
    if (cell->length == 0 && rule->values == NULL) return SL_OK;
    /* of a cell of several holders, each is looked up when they are told apart */
    const bool divided = rule->column.column == walk->map->split && cell->length > 0;
    if (rule->values != NULL && !divided && !constant) {
        if (!sl_map_translate(walk, rule->values, cell)) return sl_fail_memory(err);
        if (cell->length == 0) return SL_OK;
    }
    switch (sl_cell_class(rule->column.column)) {
    case SL_CLASS_DATE: return make_date(walk, rule, i, cell, err);
    case SL_CLASS_STAKE:
    case SL_CLASS_COUNT:
    case SL_CLASS_MONEY: return make_number(walk, rule, i, cell, signs, err);
    default: return SL_OK;
    }
}

/* ---- one event ---- */

/* A negative size on an acquisition is a disposal of so much. */
static bool reverse_kind(struct sl_map_walk *walk, const struct signs *signs)
{
    static const char *const kinds[][2] = {
        {"acquire", "dispose"}, {"dispose", "acquire"}, {"issue", "cancel"}, {"cancel", "issue"}};
    struct sl_row_cell *kind = &walk->cells[walk->map->place[SL_COLUMN_KIND]];
    if (signs->positive) {
        sl_problem_add(walk->problems, NULL,
                       "one number of the row is negative and one is not: which way it went is not "
                       "clear");
        return false;
    }
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        if (!sl_text_same(kind->text, kinds[i][0])) continue;
        *kind = (struct sl_row_cell){(char *)kinds[i][1], strlen(kinds[i][1])};
        return true;
    }
    sl_problem_cell(walk->problems, "kind", kind->text,
                    "expected acquire, dispose, issue or cancel where a number is negative");
    return false;
}

/* The map's currency, where the row states none of its own. */
static void default_currency(struct sl_map_walk *walk)
{
    static const enum sl_column money[] = {SL_COLUMN_AMOUNT, SL_COLUMN_PRE_MONEY,
                                           SL_COLUMN_POST_MONEY, SL_COLUMN_PRICE};
    struct sl_map *map = walk->map;
    struct sl_row_cell *currency = &walk->cells[map->place[SL_COLUMN_CURRENCY]];
    bool stated = false;
    if (currency->length > 0) return;
    for (size_t i = 0; i < sizeof money / sizeof money[0]; i++) {
        size_t place = map->place[money[i]];
        char code[4] = "";
        if (place == SL_MAP_NO_COLUMN || walk->cells[place].length == 0) continue;
        stated = true;
        char last = walk->cells[place].text[walk->cells[place].length - 1];
        char first = walk->cells[place].text[0];
        bool bare = first >= '0' && first <= '9' && last >= '0' && last <= '9';
        if (!bare && sl_amount_currency(code, walk->cells[place].text, NULL) == SL_OK &&
            code[0] != '\0')
            return;
    }
    if (stated) *currency = (struct sl_row_cell){map->currency, 3};
}

static enum sl_status make_event(struct sl_map_walk *walk, const struct sl_map_event *event,
                                 struct sl_error *err)
{
    struct signs signs = {0};
    enum sl_status status = SL_OK;
    size_t count = walk->map->header.count;
    for (size_t i = 0; i < count; i++) {
        /* the note comes first: remarks are added to it */
        const struct sl_map_rule *rule = event->rules[i];
        walk->cells[i] = (struct sl_row_cell){walk->empty, 0};
        if (rule == NULL) continue;
        enum sl_status made = make_cell(walk, rule, i, &signs, err);
        if (made == SL_FAILED) return made;
        if (made != SL_OK) status = made;
    }
    if (signs.negative && status == SL_OK && !reverse_kind(walk, &signs)) status = SL_INVALID;
    if (walk->map->currency[0] != '\0') default_currency(walk);
    return status;
}

enum sl_status sl_map_walk_next(struct sl_map_walk *walk, struct sl_row *out,
                                const char *const **titles, struct sl_error *err)
{
    const struct sl_map *map = walk->map;
    *out =
        (struct sl_row){.line = walk->row->line, .count = map->header.count, .bad = SL_ROW_NO_CELL};
    if (walk->current == NULL || !sl_map_has_next_part(walk)) {
        const struct sl_map_event *event = NULL;
        while (walk->event < map->event_count && event == NULL) {
            event = map->events[walk->event++];
            if (!condition_holds(&event->when, walk->row)) event = NULL;
        }
        if (event == NULL) {
            if (walk->made_any) return SL_NOTHING;
            walk->made_any = true;
            sl_problem_add(walk->problems, NULL,
                           "no event of the map is for this row, and no condition in [rows] drops "
                           "it");
            return SL_INVALID;
        }
        walk->current = event;
        walk->made_any = true;
        walk->split = false;
        enum sl_status status = make_event(walk, event, err);
        if (status == SL_OK) status = sl_map_plan_parts(walk, err);
        if (status != SL_OK) return status;
    }
    *titles = walk->current->titles;
    if (sl_map_has_next_part(walk)) {
        sl_map_hand_part(walk);
        out->cells = walk->handed;
    } else {
        out->cells = walk->cells;
    }
    return SL_OK;
}
