/* The log back as the event CSV: every value in the spelling that the import reads back as the same
 * value. Quoting is the output layer's business. */
#include <stakeline/import.h>

#include <inttypes.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ingest/columns.h"
#include "model/event.h"
#include "store/book.h"

enum { COUNT_SIZE = 24 };

struct exporter {
    struct sl_book *book;
    struct sl_event_sink sink;
    const char *const *extra; /* names of the x_ columns */
    size_t count;             /* of all columns */
    const char **cells;
};

/* What the cells of one event point to. */
struct spelling {
    char date[SL_DATE_SIZE], known[SL_DATE_SIZE];
    char shares[COUNT_SIZE], outstanding[COUNT_SIZE];
    char amount[SL_MONEY_SIZE], pre_money[SL_MONEY_SIZE], post_money[SL_MONEY_SIZE];
    char price[SL_MONEY_SIZE];
};

static const char *spell_date(struct sl_date date, char out[SL_DATE_SIZE])
{
    sl_date_format_exact(date, out);
    return out;
}

static bool is_same(struct sl_date a, struct sl_date b)
{
    return a.day == b.day && a.unit == b.unit;
}

static const char *spell_count(int64_t count, char out[COUNT_SIZE])
{
    if (count == SL_NO_SHARES) return NULL;
    snprintf(out, COUNT_SIZE, "%" PRId64, count);
    return out;
}

static const char *spell_money(const struct sl_money *money, char out[SL_MONEY_SIZE])
{
    sl_money_format(money, out);
    return out;
}

static const char *entity_name(const struct exporter *exporter, sl_entity entity)
{
    return entity == 0 ? NULL : sl_book_name(exporter->book, entity);
}

static void spell_numbers(const struct sl_event_text *text, struct spelling *spelling,
                          const char **cells)
{
    const struct sl_event *event = &text->event;
    cells[SL_COLUMN_STAKE] = text->stake;
    cells[SL_COLUMN_STAKE_AFTER] = text->stake_after;
    cells[SL_COLUMN_VOTES] = text->votes;
    cells[SL_COLUMN_SHARES] = spell_count(event->shares, spelling->shares);
    cells[SL_COLUMN_OUTSTANDING] = spell_count(event->outstanding, spelling->outstanding);
    cells[SL_COLUMN_RATIO] = text->ratio;
    cells[SL_COLUMN_AMOUNT] = spell_money(&event->amount, spelling->amount);
    cells[SL_COLUMN_CURRENCY] = text->currency;
    cells[SL_COLUMN_PRE_MONEY] = spell_money(&event->pre_money, spelling->pre_money);
    cells[SL_COLUMN_POST_MONEY] = spell_money(&event->post_money, spelling->post_money);
    cells[SL_COLUMN_PRICE] = spell_money(&event->price, spelling->price);
}

static void spell_texts(const struct exporter *exporter, const struct sl_event *event,
                        const char **cells)
{
    cells[SL_COLUMN_KIND] = sl_kind_name(event->kind);
    cells[SL_COLUMN_STATUS] = sl_stage_name(event->stage);
    cells[SL_COLUMN_ISSUER] = entity_name(exporter, event->issuer);
    cells[SL_COLUMN_HOLDER] = entity_name(exporter, event->holder);
    cells[SL_COLUMN_COUNTERPARTY] = entity_name(exporter, event->counterparty);
    cells[SL_COLUMN_CLASS] = event->class_;
    cells[SL_COLUMN_ROUND] = event->round;
    cells[SL_COLUMN_ROLE] = event->lead ? "lead" : NULL;
    cells[SL_COLUMN_INSTRUMENT] = event->instrument;
    cells[SL_COLUMN_DEAL] = event->deal;
    cells[SL_COLUMN_PART] = event->part;
    cells[SL_COLUMN_SOURCE] = event->source;
    cells[SL_COLUMN_URL] = event->url;
    cells[SL_COLUMN_NOTE] = event->note;
}

/* Points the x_ cells into the object that the event keeps them as; *object is to be released. */
static enum sl_status spell_extra(const struct exporter *exporter, const char *extra,
                                  const char **cells, json_t **object, struct sl_error *err)
{
    if (extra == NULL) return SL_OK;
    *object = json_loads(extra, 0, NULL);
    if (!json_is_object(*object))
        return sl_fail(err, SL_FAILED, "the x_ columns of an event cannot be read");
    for (size_t i = SL_COLUMN_COUNT; i < exporter->count; i++) {
        const char *name = exporter->extra[i - SL_COLUMN_COUNT];
        cells[i] = json_string_value(json_object_get(*object, name));
    }
    return SL_OK;
}

static enum sl_status export_event(void *context, const struct sl_event_text *text,
                                   struct sl_error *err)
{
    struct exporter *exporter = context;
    const char **cells = exporter->cells;
    struct spelling spelling;
    json_t *object = NULL;
    memset(cells, 0, exporter->count * sizeof *cells);
    cells[SL_COLUMN_DATE] = spell_date(text->event.date, spelling.date);
    cells[SL_COLUMN_KNOWN] = is_same(text->event.date, text->event.known)
                                 ? cells[SL_COLUMN_DATE]
                                 : spell_date(text->event.known, spelling.known);
    spell_numbers(text, &spelling, cells);
    spell_texts(exporter, &text->event, cells);
    enum sl_status status = spell_extra(exporter, text->event.extra, cells, &object, err);
    for (size_t i = 0; i < exporter->count; i++) {
        if (cells[i] != NULL && cells[i][0] == '\0') cells[i] = NULL;
    }
    if (status == SL_OK)
        status = exporter->sink.row(exporter->sink.context, cells, exporter->count, err);
    json_decref(object);
    return status;
}

/* The header, then every event. */
static enum sl_status export_log(struct exporter *exporter, struct sl_log *log,
                                 struct sl_error *err)
{
    exporter->extra = sl_log_extra_columns(log);
    while (exporter->extra[exporter->count - SL_COLUMN_COUNT] != NULL)
        exporter->count++;
    exporter->cells = calloc(exporter->count, sizeof *exporter->cells);
    if (exporter->cells == NULL) return sl_fail_memory(err);
    for (size_t i = 0; i < exporter->count; i++)
        exporter->cells[i] =
            i < SL_COLUMN_COUNT ? sl_event_columns[i] : exporter->extra[i - SL_COLUMN_COUNT];
    enum sl_status status =
        exporter->sink.header(exporter->sink.context, exporter->cells, exporter->count, err);
    if (status == SL_OK) status = sl_log_each(log, export_event, exporter, err);
    free(exporter->cells);
    return status;
}

enum sl_status sl_export_events(struct sl_book *book, struct sl_event_sink sink,
                                struct sl_error *err)
{
    struct exporter exporter = {.book = book, .sink = sink, .count = SL_COLUMN_COUNT};
    struct sl_log *log = NULL;
    enum sl_status status = sl_book_read_begin(book, err);
    if (status != SL_OK) return status;
    status = sl_log_open(&log, book, err);
    if (status == SL_OK) status = export_log(&exporter, log, err);
    sl_log_close(log);
    sl_book_read_end(book);
    return status;
}
