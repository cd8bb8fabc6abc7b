/* A map to start from, guessed from the header and the first rows of a file. Guesses are for a
 * person to look over, so each says that it is one. */
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "ingest/map.h"
#include "ingest/map_guess.h"

enum { ROWS_READ = 50, TOP_SHOWN = 12 };

/* Words in a column's name that speak for a column of an event, the likelier first. */
static const struct hint {
    enum sl_column column;
    const char *words[14];
} hints[] = {
    {SL_COLUMN_DATE,
     {"date", "announced", "funded_at", "acquired_at", "notified_on", "day", "period", "datum",
      "基準日", NULL}},
    {SL_COLUMN_HOLDER,
     {"holder", "investor", "acquirer", "acquired_by", "acquired by", "owner", "origine", "insider",
      "fund", "buyer", "aktion", "aksjon", "株主", NULL}},
    {SL_COLUMN_ISSUER,
     {"issuer", "startup", "company name", "company_name", "company", "cible", "target",
      "organization", "emittent", "selskap", "会社", "name", NULL}},
    {SL_COLUMN_KIND, {"transaction", "trade type", "event", "kind", "action", NULL}},
    {SL_COLUMN_STAKE,
     {"stake", "percent", "prozent", "pct", "%", "ownership", "valeur", "anteil", "比率", NULL}},
    {SL_COLUMN_SHARES,
     {"shares", "securities", "quantity", "qty", "units", "aksjer", "株数", NULL}},
    {SL_COLUMN_AMOUNT, {"amount", "raised", "value", "price_amount", "betrag", NULL}},
    {SL_COLUMN_CURRENCY, {"currency", NULL}},
    {SL_COLUMN_ROUND, {"round", "series", "stage", "investmentntype", "funding type", NULL}},
    {SL_COLUMN_CLASS, {"share class", "title of class", "aksjeklasse", NULL}},
    {SL_COLUMN_URL, {"url", "link", NULL}},
    {SL_COLUMN_SOURCE, {"source", NULL}},
    {SL_COLUMN_NOTE, {"remark", "note", "comment", "industry", "sector", NULL}},
};
enum { HINT_COUNT = sizeof hints / sizeof hints[0] };

struct suggestion {
    FILE *out;
    bool *failed; /* there was no memory for a text */
    struct sl_layout layout;
    struct sl_arena memory;
    const char *names[SL_ROW_CELLS_MAX]; /* of the file's columns, on one line each */
    size_t count;
    bool taken[SL_ROW_CELLS_MAX];
    size_t chosen[HINT_COUNT];
    const char *top;
    struct sl_format_guess dates;
    struct sl_number_guess numbers, stakes, amounts; /* the first: all of them */
};

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool is_letter(char c)
{
    return lower(c) >= 'a' && lower(c) <= 'z';
}

/* A short word has to stand by itself: "fund" is not in "funding". */
static bool contains(const char *text, const char *word)
{
    const size_t length = strlen(word);
    const bool alone = length <= 4 && is_letter(word[0]);
    for (const char *at = text; *at != '\0'; at++) {
        size_t same = 0;
        while (word[same] != '\0' && lower(at[same]) == word[same])
            same++;
        if (same < length) continue;
        if (!alone || ((at == text || !is_letter(at[-1])) && !is_letter(at[length]))) return true;
    }
    return false;
}

/* ---- what the file says ---- */

/* A number or a link that stands for a name. */
static bool is_identifier(const char *name)
{
    const size_t length = strlen(name);
    if (contains(name, "permalink") || contains(name, "uuid")) return true;
    return length > 3 && contains(name + length - 2, "id") &&
           (name[length - 3] == ' ' || name[length - 3] == '_');
}

/* The column that the hint is about, of those not taken yet. */
static size_t guess_column(const struct suggestion *suggestion, const struct hint *hint)
{
    for (size_t w = 0; hint->words[w] != NULL; w++) {
        for (size_t i = 0; i < suggestion->count; i++) {
            const char *name = suggestion->names[i];
            if (suggestion->taken[i] || !contains(name, hint->words[w])) continue;
            if (sl_cell_class(hint->column) != SL_CLASS_TEXT || !is_identifier(name)) return i;
        }
    }
    return SL_MAP_NO_COLUMN;
}

static enum sl_status take_header(struct suggestion *suggestion, const struct sl_row *row,
                                  struct sl_error *err)
{
    suggestion->count = row->count;
    for (size_t i = 0; i < row->count; i++) {
        char *name = sl_arena_copy(&suggestion->memory, row->cells[i].text, row->cells[i].length);
        if (name == NULL) return sl_fail_memory(err);
        for (char *c = name; *c != '\0'; c++) {
            if (*c == '\n' || *c == '\r' || *c == '\t') *c = ' ';
        }
        suggestion->names[i] = name;
    }
    for (size_t i = 0; i < HINT_COUNT; i++) {
        suggestion->chosen[i] = guess_column(suggestion, &hints[i]);
        if (suggestion->chosen[i] != SL_MAP_NO_COLUMN)
            suggestion->taken[suggestion->chosen[i]] = true;
    }
    return SL_OK;
}

static void look_at(struct suggestion *suggestion, const struct sl_row *row)
{
    for (size_t i = 0; i < HINT_COUNT; i++) {
        if (suggestion->chosen[i] >= row->count) continue;
        const char *text = row->cells[suggestion->chosen[i]].text;
        const enum sl_cell_class kind = sl_cell_class(hints[i].column);
        if (kind == SL_CLASS_DATE) sl_guess_date(&suggestion->dates, text);
        if (kind == SL_CLASS_STAKE) sl_guess_number(&suggestion->stakes, text);
        if (kind == SL_CLASS_MONEY) sl_guess_number(&suggestion->amounts, text);
        if (kind != SL_CLASS_DATE && kind != SL_CLASS_TEXT)
            sl_guess_number(&suggestion->numbers, text);
    }
}

static enum sl_status read_file(struct suggestion *suggestion, const char *path,
                                struct sl_row_reader **reader, struct sl_error *err)
{
    struct sl_row row;
    const struct sl_layout *layout = &suggestion->layout;
    const struct sl_row_options options = {.encoding = layout->encoding,
                                           .delimiter = layout->delimiter,
                                           .skip = layout->skip,
                                           .keep_top = true};
    enum sl_status status = sl_row_reader_open(reader, path, &options, err);
    if (status == SL_OK) status = sl_row_reader_next(*reader, &row, err);
    if (status == SL_NOTHING) return sl_fail(err, SL_INVALID, "%s: is empty", path);
    if (status == SL_OK) status = take_header(suggestion, &row, err);
    if (status == SL_OK) status = sl_row_reader_top(*reader, &suggestion->top, err);
    for (int i = 0; i < ROWS_READ && status == SL_OK; i++) {
        const enum sl_status next = sl_row_reader_next(*reader, &row, err);
        if (next == SL_FAILED) return next;
        if (next == SL_NOTHING) break;
        if (next == SL_OK) look_at(suggestion, &row);
    }
    return status;
}

/* ---- what the map says ---- */

/* Can the name stand in a map as it is? */
static bool is_plain(const struct suggestion *suggestion, size_t column)
{
    const char *name = suggestion->names[column];
    if (name[0] == '#' || name[0] == '"' || strpbrk(name, "{}|\\") != NULL) return false;
    for (const char *c = name; *c != '\0'; c++) {
        if ((unsigned char)*c < ' ' || *c == 0x7f || *c == ';') return false;
    }
    for (size_t i = 0; i < suggestion->count; i++) {
        if (i != column && sl_map_same_name(suggestion->names[i], name)) return false;
    }
    return true;
}

static void write_text(const struct suggestion *suggestion, const char *text, size_t length)
{
    struct sl_buffer line = {0}, shown = {0};
    sl_buffer_add(&line, text, length);
    if (line.data != NULL) sl_text_add_visible(&shown, line.data);
    if (shown.data != NULL) fputs(shown.data, suggestion->out);
    if (line.failed || shown.failed) *suggestion->failed = true;
    sl_buffer_release(&line);
    sl_buffer_release(&shown);
}

static void write_column(const struct suggestion *suggestion, size_t column)
{
    const char *name = suggestion->names[column];
    if (is_plain(suggestion, column)) {
        fputs(name, suggestion->out);
        return;
    }
    fprintf(suggestion->out, "#%zu   ; ", column + 1);
    write_text(suggestion, name, strlen(name));
}

static void write_file(const struct suggestion *suggestion)
{
    const struct sl_layout *layout = &suggestion->layout;
    FILE *out = suggestion->out;
    const bool named = is_plain(suggestion, 0) && suggestion->names[0][0] != '\0';
    if (layout->encoding == NULL && layout->delimiter == ',' && layout->skip == 0) return;
    fputs("[file]\n", out);
    if (layout->encoding != NULL)
        fprintf(out, "encoding = %s   ; a guess: it is not UTF-8\n", layout->encoding);
    if (layout->delimiter != ',')
        fprintf(out, "delimiter = %s\n",
                layout->delimiter == ';'    ? "semicolon"
                : layout->delimiter == '\t' ? "tab"
                                            : "pipe");
    if (layout->skip > 0 && named)
        fprintf(out, "skip-to = %s\n", suggestion->names[0]);
    else if (layout->skip > 0)
        fprintf(out, "skip = %d\n", layout->skip);
    fputc('\n', out);
}

static void write_dates(const struct suggestion *suggestion)
{
    const struct sl_format_guess *dates = &suggestion->dates;
    FILE *out = suggestion->out;
    size_t count = 0;
    if (dates->seen == 0 && !dates->timed) return;
    fputs("[dates]\n", out);
    for (size_t i = 0; i < SL_GUESS_FORMATS && dates->seen > 0; i++) {
        if (dates->ruled_out[i]) continue;
        fprintf(out, "%sformats = %s\n", count++ > 0 ? "# or: " : "", sl_guess_formats[i]);
    }
    if (count == 0 && dates->seen > 0) fputs("# formats = %d/%m/%Y\n", out);
    if (count > 1)
        fputs("# the dates looked at fit each of these: choose the one that is right\n", out);
    if (dates->timed) fputs("time = ignore\n", out);
    fputc('\n', out);
}

static void write_numbers(const struct suggestion *suggestion)
{
    const struct sl_number_guess *all = &suggestion->numbers, *stakes = &suggestion->stakes;
    FILE *out = suggestion->out;
    const bool comma = all->decimal_comma && !all->decimal_point;
    const bool fraction = stakes->bare && stakes->decimal_point && !stakes->above_one;
    if (!comma && !fraction && !suggestion->amounts.bare && !all->minus && !all->parentheses)
        return;
    fputs("[numbers]\n", out);
    if (comma) fputs("decimal = comma\n", out);
    if (comma && all->points) fputs("grouping = point\n", out);
    if (fraction) fputs("# bare-stake = fraction   ; are 0.5 per cent, or half?\n", out);
    if (suggestion->amounts.bare)
        fputs("# currency = USD   ; the amounts carry none: which is it?\n", out);
    if (all->parentheses) fputs("# parentheses = negative   ; is (12.5) -12.5?\n", out);
    if (all->minus || all->parentheses)
        fputs("# negative = reverse   ; does a negative acquire mean dispose?\n", out);
    fputc('\n', out);
}

/* What kind of event a row is, where no column says it. */
static const char *guess_kind(const struct suggestion *suggestion)
{
    bool amount = false, level = false;
    for (size_t i = 0; i < HINT_COUNT; i++) {
        const size_t column = suggestion->chosen[i];
        if (column == SL_MAP_NO_COLUMN) continue;
        if (hints[i].column == SL_COLUMN_HOLDER && contains(suggestion->names[column], "acqui"))
            return "acquire";
        if (hints[i].column == SL_COLUMN_ROUND) return "round";
        amount |= hints[i].column == SL_COLUMN_AMOUNT;
        level |= hints[i].column == SL_COLUMN_STAKE || hints[i].column == SL_COLUMN_SHARES;
    }
    return amount && !level ? "round" : "holding";
}

static void write_columns(const struct suggestion *suggestion)
{
    FILE *out = suggestion->out;
    fputs("[columns]\n", out);
    for (size_t i = 0; i < HINT_COUNT; i++) {
        const char *name = sl_event_columns[hints[i].column];
        if (suggestion->chosen[i] != SL_MAP_NO_COLUMN) {
            fprintf(out, "%s = ", name);
            write_column(suggestion, suggestion->chosen[i]);
            fputc('\n', out);
        } else if (hints[i].column == SL_COLUMN_KIND) {
            fprintf(out,
                    "kind = \"%s\"   ; a guess: or holding, acquire, dispose, round, debt, note\n",
                    guess_kind(suggestion));
        } else if (hints[i].column == SL_COLUMN_DATE || hints[i].column == SL_COLUMN_ISSUER) {
            fprintf(out, "# %s = which column? It is required.\n", name);
        }
    }
    fputs("# not used:", out);
    for (size_t i = 0; i < suggestion->count; i++) {
        if (suggestion->taken[i] || suggestion->names[i][0] == '\0') continue;
        fputc(' ', out);
        write_text(suggestion, suggestion->names[i], strlen(suggestion->names[i]));
        fputc(';', out);
    }
    fputc('\n', out);
}

/* The lines above the table, which may say its date or its fund. */
static void write_top(const struct suggestion *suggestion)
{
    const char *line = suggestion->top;
    if (line == NULL) return;
    fputs("# above the table; {top:PATTERN} takes a part of a line, the name of the file "
          "{file:PATTERN}:\n",
          suggestion->out);
    for (int i = 0; i < TOP_SHOWN && *line != '\0'; i++) {
        const size_t length = strcspn(line, "\r\n");
        if (length > 0) {
            fputs("#   ", suggestion->out);
            write_text(suggestion, line, length);
            fputc('\n', suggestion->out);
        }
        line += length + strspn(line + length, "\r\n");
    }
}

static void write_recognise(const struct suggestion *suggestion)
{
    fputs("\n[recognise]\n", suggestion->out);
    for (size_t i = 0; i < suggestion->count; i++) {
        const char *name = suggestion->names[i];
        if (name[0] == '\0' || strpbrk(name, "\"\\") != NULL || !is_plain(suggestion, i)) continue;
        fprintf(suggestion->out, "header = \"%s\"\n", name);
    }
}

enum sl_status sl_map_suggest(const char *path, FILE *out, struct sl_error *err)
{
    struct sl_row_reader *reader = NULL;
    bool failed = false;
    struct suggestion suggestion = {.out = out, .failed = &failed};
    const char *slash = strrchr(path, '/');
    const char *base = slash == NULL ? path : slash + 1;
    enum sl_status status = sl_guess_layout(&suggestion.layout, path, err);
    if (status == SL_OK) status = read_file(&suggestion, path, &reader, err);
    if (status == SL_OK) {
        fputs("# A map for ", out);
        write_text(&suggestion, base, strlen(base));
        fputs(": look over each line, then 'stakeline map try'\n", out);
        write_file(&suggestion);
        write_dates(&suggestion);
        write_numbers(&suggestion);
        write_columns(&suggestion);
        write_top(&suggestion);
        write_recognise(&suggestion);
        if (ferror(out)) status = sl_fail(err, SL_FAILED, "cannot write the map");
        if (failed) status = sl_fail_memory(err);
    }
    sl_row_reader_close(reader);
    sl_arena_release(&suggestion.memory);
    return status;
}
