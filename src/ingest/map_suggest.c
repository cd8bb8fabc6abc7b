/* A map to start from: the delimiter, the order of the dates and the columns, guessed from the
 * header and the first rows. Guesses are for a person to look over, so each says that it is one. */
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "ingest/map.h"
#include "ingest/map_read.h"

enum { ROWS_READ = 50 };

/* Words in a column's name that speak for a column of an event, the likelier first. */
static const struct hint {
    enum sl_column column;
    const char *words[10];
} hints[] = {
    {SL_COLUMN_DATE, {"date", "announced", "funded_at", "acquired_at", "day", "period", NULL}},
    {SL_COLUMN_ISSUER,
     {"issuer", "startup", "company_name", "company", "cible", "target", "organization", "name",
      NULL}},
    {SL_COLUMN_HOLDER,
     {"holder", "investor", "acquirer", "owner", "origine", "fund", "shareholder", "buyer", NULL}},
    {SL_COLUMN_KIND, {"transaction", "event", "kind", "action", NULL}},
    {SL_COLUMN_STAKE, {"stake", "percent", "pct", "%", "ownership", "valeur", NULL}},
    {SL_COLUMN_SHARES, {"shares", "securities", "quantity", "units", NULL}},
    {SL_COLUMN_AMOUNT, {"amount", "raised", "value", "price_amount", NULL}},
    {SL_COLUMN_CURRENCY, {"currency", NULL}},
    {SL_COLUMN_ROUND, {"round", "series", "stage", "investmentntype", "funding type", NULL}},
    {SL_COLUMN_URL, {"url", "link", NULL}},
    {SL_COLUMN_SOURCE, {"source", NULL}},
    {SL_COLUMN_NOTE, {"remark", "note", "comment", "industry", "sector", NULL}},
};
enum { HINT_COUNT = sizeof hints / sizeof hints[0] };

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool contains(const char *text, const char *word)
{
    for (; *text != '\0'; text++) {
        size_t same = 0;
        while (word[same] != '\0' && lower(text[same]) == word[same])
            same++;
        if (word[same] == '\0') return true;
    }
    return false;
}

/* The delimiter that gives the header the most cells. */
static unsigned char guess_delimiter(const char *path, struct sl_error *err, enum sl_status *status)
{
    static const unsigned char candidates[] = {',', ';', '\t', '|'};
    unsigned char best = ',';
    size_t most = 0;
    *status = SL_OK;
    for (size_t i = 0; i < sizeof candidates; i++) {
        struct sl_row_reader *reader = NULL;
        struct sl_row row;
        const struct sl_row_options options = {.delimiter = candidates[i]};
        *status = sl_row_reader_open(&reader, path, &options, err);
        if (*status != SL_OK) return best;
        if (sl_row_reader_next(reader, &row, NULL) == SL_OK && row.count > most) {
            most = row.count;
            best = candidates[i];
        }
        sl_row_reader_close(reader);
    }
    return best;
}

/* The column that the hint is about, of those not taken yet. */
static size_t guess_column(const struct sl_row *header, const struct hint *hint, const bool *taken)
{
    for (size_t w = 0; hint->words[w] != NULL; w++) {
        for (size_t i = 0; i < header->count; i++) {
            if (!taken[i] && contains(header->cells[i].text, hint->words[w])) return i;
        }
    }
    return SL_MAP_NO_COLUMN;
}

/* Formats of which the column's cells leave some. */
struct formats {
    bool fits[8];
    size_t seen;
};
static const char *const candidates[8] = {"%d/%m/%Y", "%m/%d/%Y", "%d-%m-%Y", "%m-%d-%Y",
                                          "%d.%m.%Y", "%d-%b-%Y", "%d/%m/%y", "%m/%d/%y"};

static void test_formats(struct formats *formats, const char *text)
{
    struct sl_date date;
    if (text[0] == '\0' || sl_date_parse(&date, text, NULL, NULL) == SL_OK) return;
    formats->seen++;
    for (size_t i = 0; i < 8; i++) {
        const struct sl_date_rules rules = {.format = candidates[i]};
        if (formats->fits[i] && sl_date_parse(&date, text, &rules, NULL) != SL_OK)
            formats->fits[i] = false;
    }
}

static void write_formats(const struct formats *formats, FILE *out)
{
    size_t count = 0;
    if (formats->seen == 0) return;
    fputs("\n[dates]\n", out);
    for (size_t i = 0; i < 8; i++) {
        if (!formats->fits[i]) continue;
        fprintf(out, "%sformats = %s\n", count++ > 0 ? "# or: " : "", candidates[i]);
    }
    if (count == 0) fputs("# formats = %d/%m/%Y\n", out);
    if (count > 1)
        fputs("# the dates looked at fit each of these: choose the one that is right\n", out);
}

static enum sl_status write_map(const char *path, struct sl_row_reader *reader,
                                unsigned char delimiter, FILE *out, struct sl_error *err)
{
    struct sl_row row;
    bool taken[SL_ROW_CELLS_MAX] = {false};
    size_t chosen[HINT_COUNT];
    struct formats formats = {.fits = {true, true, true, true, true, true, true, true}};
    const char *slash = strrchr(path, '/');
    enum sl_status status = sl_row_reader_next(reader, &row, err);
    if (status == SL_NOTHING) return sl_fail(err, SL_INVALID, "%s: is empty", path);
    if (status != SL_OK) return status;
    fprintf(out, "# A map for %s: look over each line, then 'stakeline map try'\n",
            slash == NULL ? path : slash + 1);
    if (delimiter != ',')
        fprintf(out, "[file]\ndelimiter = %s\n\n",
                delimiter == ';'    ? "semicolon"
                : delimiter == '\t' ? "tab"
                                    : "pipe");
    fputs("[columns]\n", out);
    for (size_t i = 0; i < HINT_COUNT; i++) {
        chosen[i] = guess_column(&row, &hints[i], taken);
        const char *name = sl_event_columns[hints[i].column];
        if (chosen[i] != SL_MAP_NO_COLUMN) {
            taken[chosen[i]] = true;
            fprintf(out, "%s = %s\n", name, row.cells[chosen[i]].text);
        } else if (hints[i].column == SL_COLUMN_KIND) {
            fputs("kind = \"holding\"   ; or round, acquire, dispose, ...\n", out);
        } else if (hints[i].column == SL_COLUMN_DATE || hints[i].column == SL_COLUMN_ISSUER) {
            fprintf(out, "# %s = which column? It is required.\n", name);
        }
    }
    fputs("# not used:", out);
    for (size_t i = 0; i < row.count; i++) {
        if (!taken[i]) fprintf(out, " %s;", row.cells[i].text);
    }
    fputs("\n\n[recognise]\n", out);
    for (size_t i = 0; i < row.count; i++) {
        if (row.cells[i].length > 0) fprintf(out, "header = \"%s\"\n", row.cells[i].text);
    }
    for (int i = 0; i < ROWS_READ && chosen[0] != SL_MAP_NO_COLUMN; i++) {
        if (sl_row_reader_next(reader, &row, NULL) != SL_OK) break;
        test_formats(&formats, row.cells[chosen[0]].text);
    }
    write_formats(&formats, out);
    return ferror(out) ? sl_fail(err, SL_FAILED, "cannot write the map") : SL_OK;
}

enum sl_status sl_map_suggest(const char *path, FILE *out, struct sl_error *err)
{
    struct sl_row_reader *reader = NULL;
    enum sl_status status;
    struct sl_row_options options = {.delimiter = guess_delimiter(path, err, &status)};
    if (status == SL_OK) status = sl_row_reader_open(&reader, path, &options, err);
    if (status == SL_OK) status = write_map(path, reader, options.delimiter, out, err);
    sl_row_reader_close(reader);
    return status;
}
