/* The log back as the event CSV: every value in the spelling that the import reads back as the same
 * value. Quoting is the output layer's business. */
#include <stakeline/import.h>

#include <inttypes.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/pipe.h"
#include "ingest/columns.h"
#include "model/event.h"
#include "store/book.h"

enum { COUNT_SIZE = 24, BATCH_CELLS = 8192, EXPECT_FAR = 4, EXPECT_NEAR = 2 };

/* Events that are spelled together. */
struct batch {
    struct sl_event_text *events;
    const char **cells; /* of each event, one after the other */
    size_t count;
    struct sl_arena memory; /* of their texts */
    enum sl_status status;  /* of what follows them: SL_OK, or SL_NOTHING at the end */
    struct sl_error error;
};

struct exporter {
    struct sl_log *log;
    struct sl_book *names;
    struct sl_event_sink sink;
    const char *const *extra; /* names of the x_ columns */
    size_t count;             /* of all columns */
    size_t batch_events;
    struct batch batches[SL_PIPE_SLOTS];
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
    return entity == 0 ? NULL : sl_book_name(exporter->names, entity);
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

/* The x_ cells out of the object that the event keeps them as. */
static enum sl_status spell_extra(const struct exporter *exporter, struct batch *batch,
                                  const char *extra, const char **cells, struct sl_error *err)
{
    enum sl_status status = SL_OK;
    for (size_t i = SL_COLUMN_COUNT; i < exporter->count; i++)
        cells[i] = NULL;
    if (extra == NULL) return SL_OK;
    json_t *object = json_loads(extra, 0, NULL);
    if (!json_is_object(object))
        status = sl_fail(err, SL_FAILED, "the x_ columns of an event cannot be read");
    for (size_t i = SL_COLUMN_COUNT; i < exporter->count && status == SL_OK; i++) {
        const char *name = exporter->extra[i - SL_COLUMN_COUNT];
        cells[i] = json_string_value(json_object_get(object, name));
        if (!sl_arena_keep(&batch->memory, &cells[i])) status = sl_fail_memory(err);
    }
    json_decref(object);
    return status;
}

/* Points `cells` to the spelling of the event, which lives as long as the batch. */
static enum sl_status spell_event(const struct exporter *exporter, struct batch *batch,
                                  const struct sl_event_text *text, const char **cells,
                                  struct sl_error *err)
{
    struct spelling *spelling = sl_arena_alloc(&batch->memory, sizeof *spelling);
    if (spelling == NULL) return sl_fail_memory(err);
    cells[SL_COLUMN_DATE] = spell_date(text->event.date, spelling->date);
    cells[SL_COLUMN_KNOWN] = is_same(text->event.date, text->event.known)
                                 ? cells[SL_COLUMN_DATE]
                                 : spell_date(text->event.known, spelling->known);
    spell_numbers(text, spelling, cells);
    spell_texts(exporter, &text->event, cells);
    enum sl_status status = spell_extra(exporter, batch, text->event.extra, cells, err);
    for (size_t i = 0; i < exporter->count; i++) {
        if (cells[i] != NULL && cells[i][0] == '\0') cells[i] = NULL;
    }
    return status;
}

/* ---- batches ---- */

static void fetch_names(const struct sl_book *book, const struct batch *batch, size_t i, bool again)
{
    if (i >= batch->count) return;
    const struct sl_event *event = &batch->events[i].event;
    sl_book_fetch_name(book, event->issuer, again);
    sl_book_fetch_name(book, event->holder, again);
    if (event->counterparty != 0) sl_book_fetch_name(book, event->counterparty, again);
}

/* false after the last batch. */
static bool fill(void *context, size_t slot)
{
    struct exporter *exporter = context;
    struct batch *batch = &exporter->batches[slot];
    enum sl_status status = SL_OK, spelled = SL_OK;
    batch->count = 0;
    sl_arena_reset(&batch->memory);
    while (batch->count < exporter->batch_events && status == SL_OK) {
        status =
            sl_log_next(exporter->log, &batch->events[batch->count], &batch->memory, &batch->error);
        if (status == SL_OK) batch->count++;
    }
    for (size_t i = 0; i < batch->count && spelled == SL_OK; i++) {
        fetch_names(exporter->names, batch, i + EXPECT_FAR, false);
        fetch_names(exporter->names, batch, i + EXPECT_NEAR, true);
        spelled = spell_event(exporter, batch, &batch->events[i],
                              batch->cells + i * exporter->count, &batch->error);
        if (spelled != SL_OK) batch->count = i;
    }
    batch->status = spelled == SL_OK ? status : spelled;
    return batch->status == SL_OK;
}

static enum sl_status send(const struct exporter *exporter, const struct batch *batch,
                           struct sl_error *err)
{
    const struct sl_event_sink *sink = &exporter->sink;
    enum sl_status status = SL_OK;
    for (size_t i = 0; i < batch->count && status == SL_OK; i++)
        status = sink->row(sink->context, batch->cells + i * exporter->count, exporter->count, err);
    if (status != SL_OK || batch->status == SL_OK || batch->status == SL_NOTHING) return status;
    if (err != NULL) *err = batch->error;
    return batch->status;
}

/* Where names come from a book of their own, a thread spells ahead. */
static enum sl_status send_all(struct exporter *exporter, struct sl_error *err)
{
    struct sl_pipe pipe;
    enum sl_status status = SL_OK;
    bool over = false;
    const bool threaded = sl_log_is_apart(exporter->log) && sl_pipe_start(&pipe, fill, exporter);
    while (status == SL_OK && !over) {
        const size_t slot = threaded ? sl_pipe_wait(&pipe) : 0;
        if (!threaded) fill(exporter, slot);
        status = send(exporter, &exporter->batches[slot], err);
        over = exporter->batches[slot].status != SL_OK;
        if (threaded) sl_pipe_empty(&pipe);
    }
    if (threaded) sl_pipe_stop(&pipe);
    return status;
}

static bool make_batches(struct exporter *exporter)
{
    exporter->batch_events = BATCH_CELLS / exporter->count;
    if (exporter->batch_events < 1) exporter->batch_events = 1;
    for (size_t i = 0; i < SL_PIPE_SLOTS; i++) {
        struct batch *batch = &exporter->batches[i];
        batch->events = calloc(exporter->batch_events, sizeof *batch->events);
        batch->cells = calloc(exporter->batch_events * exporter->count, sizeof *batch->cells);
        if (batch->events == NULL || batch->cells == NULL) return false;
    }
    return true;
}

static void release_batches(struct exporter *exporter)
{
    for (size_t i = 0; i < SL_PIPE_SLOTS; i++) {
        free(exporter->batches[i].events);
        free(exporter->batches[i].cells);
        sl_arena_release(&exporter->batches[i].memory);
    }
}

/* The header, then every event. */
static enum sl_status export_log(struct exporter *exporter, struct sl_error *err)
{
    exporter->names = sl_log_names(exporter->log);
    exporter->extra = sl_log_extra_columns(exporter->log);
    while (exporter->extra[exporter->count - SL_COLUMN_COUNT] != NULL)
        exporter->count++;
    const char **cells = calloc(exporter->count, sizeof *cells);
    if (cells == NULL) return sl_fail_memory(err);
    for (size_t i = 0; i < exporter->count; i++)
        cells[i] = i < SL_COLUMN_COUNT ? sl_event_columns[i] : exporter->extra[i - SL_COLUMN_COUNT];
    enum sl_status status =
        exporter->sink.header(exporter->sink.context, cells, exporter->count, err);
    free(cells);
    if (status == SL_OK) status = make_batches(exporter) ? SL_OK : sl_fail_memory(err);
    if (status == SL_OK) status = send_all(exporter, err);
    release_batches(exporter);
    return status;
}

enum sl_status sl_export_events(struct sl_book *book, struct sl_event_sink sink,
                                struct sl_error *err)
{
    struct exporter exporter = {.sink = sink, .count = SL_COLUMN_COUNT};
    enum sl_status status = sl_book_read_begin(book, err);
    if (status != SL_OK) return status;
    status = sl_log_open(&exporter.log, book, err);
    if (status == SL_OK) status = export_log(&exporter, err);
    sl_log_close(exporter.log);
    sl_book_read_end(book);
    return status;
}
