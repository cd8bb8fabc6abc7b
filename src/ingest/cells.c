/* A row of cells -> an event, through the model's parsers; each bad cell becomes a problem of its
 * own. Here: dates, kind, status, names, stakes and counts. */
#include "ingest/cells.h"

#include <string.h>

#include "base/text.h"
#include "ingest/reading.h"
#include "model/calendar.h"

void sl_reading_bad(struct sl_reading *reading, enum sl_column column, const struct sl_error *why)
{
    if (why->status == SL_FAILED) {
        reading->failed = sl_fail(reading->err, SL_FAILED, "%s", why->message);
        return;
    }
    const struct sl_row_cell *cell = reading->found[column];
    const char *const *titles = reading->cells->titles;
    const char *title = titles != NULL ? titles[column] : sl_event_columns[column];
    sl_problem_cell(reading->cells->problems, title, cell == NULL ? "" : cell->text, why->message);
}

static void expected(struct sl_reading *reading, enum sl_column column, const char *what)
{
    struct sl_error why;
    sl_fail(&why, SL_INVALID, "expected %s", what);
    sl_reading_bad(reading, column, &why);
}

static struct sl_date read_date(struct sl_reading *reading, enum sl_column column,
                                struct sl_date_cell *last)
{
    const struct sl_row_cell *cell = reading->found[column];
    if (cell->length < sizeof last->text && memcmp(last->text, cell->text, cell->length + 1) == 0)
        return last->date;
    struct sl_date date = {0};
    struct sl_error why;
    if (sl_date_parse(&date, cell->text, &reading->cells->dates, &why) != SL_OK) {
        sl_reading_bad(reading, column, &why);
    } else if (cell->length < sizeof last->text) {
        memcpy(last->text, cell->text, cell->length + 1);
        last->date = date;
    }
    return date;
}

/* The month that a fiscal date starts in: its first day is the first of one. */
static int fiscal_month(struct sl_date date)
{
    return date.unit == SL_DATE_FISCAL ? sl_civil_from_day(date.day).month : 0;
}

static void read_dates(struct sl_reading *reading)
{
    struct sl_cells *cells = reading->cells;
    struct sl_event *event = &reading->out->event;
    if (reading->found[SL_COLUMN_DATE] == NULL)
        expected(reading, SL_COLUMN_DATE, "a date");
    else
        event->date = read_date(reading, SL_COLUMN_DATE, &cells->last_date);
    if (reading->found[SL_COLUMN_KNOWN] != NULL)
        event->known = read_date(reading, SL_COLUMN_KNOWN, &cells->last_known);
    else if (cells->known.unit != SL_DATE_NONE)
        event->known = cells->known;
    else if (event->date.unit != SL_DATE_NONE)
        event->known = (struct sl_date){sl_date_last_day(event->date), SL_DATE_DAY};
    int month = fiscal_month(event->date);
    reading->out->fiscal_month = month != 0 ? month : fiscal_month(event->known);
}

static void read_words(struct sl_reading *reading)
{
    struct sl_event *event = &reading->out->event;
    struct sl_row_cell *const *found = reading->found;
    int kind = 0;
    if (found[SL_COLUMN_KIND] != NULL) kind = sl_kind_from(found[SL_COLUMN_KIND]->text);
    if (kind == 0) {
        expected(reading, SL_COLUMN_KIND,
                 "holding, acquire, dispose, issue, cancel, split, outstanding, found, round, "
                 "debt, ipo, merger, pact or note");
    }
    event->kind = (enum sl_kind)kind;
    int stage = SL_STAGE_COMPLETED;
    if (found[SL_COLUMN_STATUS] != NULL) stage = sl_stage_from(found[SL_COLUMN_STATUS]->text);
    if (stage < 0) {
        expected(reading, SL_COLUMN_STATUS,
                 "rumoured, talks, announced, approved, completed or cancelled");
        stage = SL_STAGE_COMPLETED;
    }
    event->stage = (enum sl_stage)stage;
    if (found[SL_COLUMN_ROLE] != NULL) {
        event->lead = sl_text_same(found[SL_COLUMN_ROLE]->text, "lead");
        if (!event->lead) expected(reading, SL_COLUMN_ROLE, "lead or a blank cell");
    }
}

static void read_entity(struct sl_reading *reading, enum sl_column column, sl_entity *out)
{
    const struct sl_row_cell *cell = reading->found[column];
    if (cell == NULL || reading->failed != SL_OK) return;
    struct sl_error why;
    struct sl_import *import = reading->cells->import;
    enum sl_status status =
        import != NULL ? sl_import_name(import, cell->text, cell->length, out, &why)
                       : sl_name_normal(&reading->cells->name, cell->text, cell->length, &why);
    if (status != SL_OK) sl_reading_bad(reading, column, &why);
}

static void read_entities(struct sl_reading *reading)
{
    struct sl_event *event = &reading->out->event;
    if (reading->found[SL_COLUMN_ISSUER] == NULL) expected(reading, SL_COLUMN_ISSUER, "a name");
    read_entity(reading, SL_COLUMN_ISSUER, &event->issuer);
    read_entity(reading, SL_COLUMN_HOLDER, &event->holder);
    read_entity(reading, SL_COLUMN_COUNTERPARTY, &event->counterparty);
}

/* What to do instead of a stake, or shares, on a kind that moves no position. */
static const char *advice(enum sl_kind kind, bool shares)
{
    switch (kind) {
    case SL_KIND_SPLIT:
        return shares ? "column ratio for the split, or outstanding for the new count"
                      : "kind holding for a level";
    case SL_KIND_OUTSTANDING:
        return shares ? "column outstanding for the count" : "kind holding for a level";
    case SL_KIND_FOUND: return "kind issue for what the founders get";
    case SL_KIND_DEBT: return "kind issue or round for new shares";
    case SL_KIND_IPO: return "kind issue for the new shares and dispose for those sold";
    case SL_KIND_MERGER: return "kind acquire for what was bought and issue for new shares";
    default: return "kind holding for a level, acquire, dispose, issue or cancel for a change";
    }
}

static void check_kind(struct sl_reading *reading, enum sl_column column)
{
    enum sl_kind kind = reading->out->event.kind;
    if (kind == 0 || sl_kind_moves_positions(kind)) return;
    struct sl_error why;
    sl_fail(&why, SL_INVALID, "kind %s moves no position: use %s", sl_kind_name(kind),
            advice(kind, column == SL_COLUMN_SHARES));
    sl_reading_bad(reading, column, &why);
}

static void read_stake(struct sl_reading *reading, enum sl_column column, struct sl_stake *out,
                       char canonical[SL_STAKE_SIZE])
{
    const struct sl_row_cell *cell = reading->found[column];
    if (cell == NULL) return;
    struct sl_error why;
    if (sl_stake_parse(out, cell->text, canonical, &why) != SL_OK)
        sl_reading_bad(reading, column, &why);
    else if (out->form != SL_STAKE_NONE && column != SL_COLUMN_VOTES)
        check_kind(reading, column);
}

static void read_count(struct sl_reading *reading, enum sl_column column, int64_t *out)
{
    const struct sl_row_cell *cell = reading->found[column];
    if (cell == NULL) return;
    struct sl_error why;
    if (sl_shares_parse(out, cell->text, &why) != SL_OK)
        sl_reading_bad(reading, column, &why);
    else if (*out != SL_NO_SHARES && column == SL_COLUMN_SHARES)
        check_kind(reading, column);
}

static void read_sizes(struct sl_reading *reading)
{
    struct sl_event_text *out = reading->out;
    read_stake(reading, SL_COLUMN_STAKE, &out->event.stake, out->stake);
    read_stake(reading, SL_COLUMN_STAKE_AFTER, &out->event.stake_after, out->stake_after);
    read_stake(reading, SL_COLUMN_VOTES, &out->event.votes, out->votes);
    read_count(reading, SL_COLUMN_SHARES, &out->event.shares);
    read_count(reading, SL_COLUMN_OUTSTANDING, &out->event.outstanding);
    const struct sl_row_cell *ratio = reading->found[SL_COLUMN_RATIO];
    struct sl_error why;
    if (ratio != NULL && sl_ratio_parse(&out->event.ratio, ratio->text, out->ratio, &why) != SL_OK)
        sl_reading_bad(reading, SL_COLUMN_RATIO, &why);
}

enum sl_status sl_cells_read(struct sl_cells *cells, struct sl_row *row, struct sl_event_text *out,
                             struct sl_error *err)
{
    struct sl_reading reading = {.cells = cells, .row = row, .out = out, .err = err};
    int64_t before = cells->problems->count;
    for (size_t i = 0; i < row->count; i++) {
        enum sl_column column = cells->header->columns[i].column;
        if (row->cells[i].length > 0 && column < SL_COLUMN_COUNT)
            reading.found[column] = &row->cells[i];
    }
    memset(out, 0, sizeof *out);
    out->event.line = row->line;
    out->event.shares = out->event.outstanding = SL_NO_SHARES;
    read_dates(&reading);
    read_words(&reading);
    read_entities(&reading);
    read_sizes(&reading);
    sl_reading_money(&reading);
    sl_reading_texts(&reading);
    if (reading.failed != SL_OK) return reading.failed;
    return cells->problems->count == before ? SL_OK : SL_INVALID;
}

enum sl_status sl_cells_init(struct sl_cells *cells, const struct sl_import_options *options,
                             struct sl_error *err)
{
    struct sl_error why;
    struct sl_date any;
    cells->dates = options->dates;
    if (sl_date_parse(&any, "2000", &cells->dates, &why) == SL_MISUSE)
        return sl_fail(err, SL_MISUSE, "%s", why.message);
    if (options->known != NULL &&
        sl_date_parse(&cells->known, options->known, &cells->dates, &why) != SL_OK)
        return sl_fail(err, SL_MISUSE, "the known date: %s", why.message);
    if (options->source == NULL) return SL_OK;
    size_t length = strlen(options->source);
    if (!sl_text_is_utf8(options->source, length))
        return sl_fail(err, SL_MISUSE, "the source: expected UTF-8");
    sl_buffer_add(&cells->source, options->source, length);
    if (cells->source.failed) return sl_fail_memory(err);
    struct sl_row_cell cell = {cells->source.data, length};
    sl_row_cell_trim(&cell);
    const char *wanted = sl_text_cell_check(&cell, false);
    if (wanted != NULL) return sl_fail(err, SL_MISUSE, "the source: expected %s", wanted);
    memmove(cells->source.data, cell.text, cell.length + 1);
    cells->source.length = cell.length;
    return SL_OK;
}

void sl_cells_release(struct sl_cells *cells)
{
    for (size_t i = 0; i < SL_LABEL_COUNT; i++)
        sl_buffer_release(&cells->labels[i]);
    sl_buffer_release(&cells->source);
    sl_buffer_release(&cells->name);
    sl_buffer_release(&cells->extra);
}
