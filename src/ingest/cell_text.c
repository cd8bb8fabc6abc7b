/* The texts of a row: labels, which are as clean as names, provenance, and the x_ columns, which
 * become a JSON object. */
#include <string.h>

#include "base/text.h"
#include "ingest/reading.h"

static const enum sl_column label_columns[SL_LABEL_COUNT] = {[SL_LABEL_CLASS] = SL_COLUMN_CLASS,
                                                             [SL_LABEL_ROUND] = SL_COLUMN_ROUND,
                                                             [SL_LABEL_INSTRUMENT] =
                                                                 SL_COLUMN_INSTRUMENT,
                                                             [SL_LABEL_DEAL] = SL_COLUMN_DEAL,
                                                             [SL_LABEL_PART] = SL_COLUMN_PART};

static const char *read_label(struct sl_reading *reading, enum sl_label label)
{
    enum sl_column column = label_columns[label];
    const struct sl_row_cell *cell = reading->found[column];
    if (cell == NULL) return NULL;
    struct sl_buffer *buffer = &reading->cells->labels[label];
    struct sl_error why;
    if (sl_name_normal(buffer, cell->text, cell->length, &why) == SL_OK) return buffer->data;
    sl_reading_bad(reading, column, &why);
    return NULL;
}

/* Makes CRLF and lone CR LF. */
static void use_lf(struct sl_row_cell *cell)
{
    char *to = memchr(cell->text, '\r', cell->length);
    if (to == NULL) return;
    const char *end = cell->text + cell->length;
    for (const char *from = to; from < end; from++) {
        if (*from == '\r' && from + 1 < end && from[1] == '\n') continue;
        *to++ = *from == '\r' ? '\n' : *from;
    }
    *to = '\0';
    cell->length = (size_t)(to - cell->text);
}

const char *sl_text_cell_check(struct sl_row_cell *cell, bool lines)
{
    if (lines) use_lf(cell);
    if (cell->length > SL_CELL_TEXT_MAX) return "at most 64 KiB of text";
    const unsigned char *text = (const unsigned char *)cell->text;
    for (size_t i = 0; i < cell->length; i++) {
        if (text[i] >= 0x20 && text[i] != 0x7f && text[i] != 0xc2) continue;
        if (lines && (text[i] == '\n' || text[i] == '\t')) continue;
        if (text[i] == '\n' || text[i] == '\r') return "one line of text";
        if (text[i] == 0xc2 && text[i + 1] >= 0xa0) continue;
        return "text without control characters";
    }
    return NULL;
}

static const char *read_text(struct sl_reading *reading, enum sl_column column, bool lines)
{
    struct sl_row_cell *cell = reading->found[column];
    if (cell == NULL) return NULL;
    const char *wanted = sl_text_cell_check(cell, lines);
    if (wanted == NULL) return cell->text;
    struct sl_error why;
    sl_fail(&why, SL_INVALID, "expected %s", wanted);
    sl_reading_bad(reading, column, &why);
    return NULL;
}

/* Adds "NAME":"TEXT" of a JSON object. A name of an x_ column needs no escapes, and a text that was
 * checked has no control characters but these. */
static void add_member(struct sl_buffer *out, const char *name, const struct sl_row_cell *cell)
{
    sl_buffer_add_byte(out, out->length == 0 ? '{' : ',');
    sl_buffer_add_byte(out, '"');
    sl_buffer_add_text(out, name);
    sl_buffer_add(out, "\":\"", 3);
    const char *from = cell->text, *end = cell->text + cell->length;
    for (const char *c = from; c < end; c++) {
        if (*c != '"' && *c != '\\' && *c != '\n' && *c != '\t') continue;
        sl_buffer_add(out, from, (size_t)(c - from));
        sl_buffer_add_byte(out, '\\');
        sl_buffer_add_byte(out, *c == '\n' ? 'n' : *c == '\t' ? 't' : *c);
        from = c + 1;
    }
    sl_buffer_add(out, from, (size_t)(end - from));
    sl_buffer_add_byte(out, '"');
}

/* The x_ cells that are not blank, as an object sorted by its names. */
static void read_extra(struct sl_reading *reading)
{
    struct sl_buffer *out = &reading->cells->extra;
    const struct sl_header *header = reading->cells->header;
    sl_buffer_clear(out);
    for (size_t i = 0; i < header->extra_count; i++) {
        const struct sl_header_column *column = &header->columns[header->extras[i]];
        struct sl_row_cell *cell = &reading->row->cells[header->extras[i]];
        if (cell->length == 0) continue;
        const char *wanted = sl_text_cell_check(cell, true);
        if (wanted == NULL) {
            add_member(out, column->name, cell);
            continue;
        }
        struct sl_error why;
        sl_fail(&why, SL_INVALID, "expected %s", wanted);
        sl_problem_cell(reading->cells->problems, column->name, cell->text, why.message);
    }
    if (out->length > 0) sl_buffer_add_byte(out, '}');
    if (out->failed)
        reading->failed = sl_fail_memory(reading->err);
    else if (out->length > 0)
        reading->out->event.extra = out->data;
}

void sl_reading_texts(struct sl_reading *reading)
{
    struct sl_event *event = &reading->out->event;
    event->class_ = read_label(reading, SL_LABEL_CLASS);
    event->round = read_label(reading, SL_LABEL_ROUND);
    event->instrument = read_label(reading, SL_LABEL_INSTRUMENT);
    event->deal = read_label(reading, SL_LABEL_DEAL);
    event->part = read_label(reading, SL_LABEL_PART);
    event->source = read_text(reading, SL_COLUMN_SOURCE, false);
    if (reading->found[SL_COLUMN_SOURCE] == NULL && reading->cells->source.length > 0)
        event->source = reading->cells->source.data;
    event->url = read_text(reading, SL_COLUMN_URL, false);
    event->note = read_text(reading, SL_COLUMN_NOTE, true);
    read_extra(reading);
}
