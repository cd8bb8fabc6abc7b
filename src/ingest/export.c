/* The log back as the event CSV: every value in the spelling that the import reads back as the same
 * value. Quoting is the output layer's business. */
#include <stakeline/import.h>

#include <jansson.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/ring.h"
#include "ingest/columns.h"
#include "model/event.h"
#include "model/number.h"
#include "store/book.h"

/* Events are read so far ahead of the one that is spelled, and their names fetched on the way: the
 * place of a name first, then what stands there. */
enum {
    COUNT_SIZE = 24,
    PAGE_EVENTS = 128,
    PAGE_BYTES = 64 * 1024,
    AHEAD = 12,
    AHEAD_NAME = 6,
    WINDOW = 16
};

/* What the cells of one event point to. */
struct spelling {
    char date[SL_DATE_SIZE], known[SL_DATE_SIZE];
    char shares[COUNT_SIZE], outstanding[COUNT_SIZE];
    char amount[SL_MONEY_SIZE], pre_money[SL_MONEY_SIZE], post_money[SL_MONEY_SIZE];
    char price[SL_MONEY_SIZE];
};

/* Events that are spelled together. */
struct page {
    struct sl_taken taken[PAGE_EVENTS]; /* out of the log */
    size_t count;
    struct sl_arena memory; /* of those, and of x_ cells */
    /* of as many events as the window: all, or, where there are parts, the latest few */
    struct sl_event_text *events;
    struct spelling *spellings;
    const char **cells;
    struct sl_event_sink part; /* where there are parts: then the rows are there */
    enum sl_status status;     /* of what follows them; SL_NOTHING: they are the last */
    struct sl_error error;
};

struct exporter {
    struct sl_log *log;
    struct sl_event_parts parts;
    const char *const *extra; /* names of the x_ columns */
    size_t count;             /* of all columns */
    size_t window;
    bool ended; /* all was sent */
    struct page pages[SL_RING_SLOTS];
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
    sl_number_write(out, (uint64_t)count, 0, true);
    return out;
}

static const char *spell_money(const struct sl_money *money, char out[SL_MONEY_SIZE])
{
    sl_money_format(money, out);
    return out;
}

static const char *entity_name(const struct exporter *exporter, sl_entity entity)
{
    return entity == 0 ? NULL : sl_log_name(exporter->log, entity);
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
static enum sl_status spell_extra(const struct exporter *exporter, struct page *page,
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
        if (!sl_arena_keep(&page->memory, &cells[i])) status = sl_fail_memory(err);
    }
    json_decref(object);
    return status;
}

static const char **cells_of(const struct exporter *exporter, const struct page *page, size_t i)
{
    return page->cells + i % exporter->window * exporter->count;
}

static enum sl_status spell_event(const struct exporter *exporter, struct page *page, size_t i)
{
    const struct sl_event_text *text = &page->events[i % exporter->window];
    struct spelling *spelling = &page->spellings[i % exporter->window];
    const char **cells = cells_of(exporter, page, i);
    cells[SL_COLUMN_DATE] = spell_date(text->event.date, spelling->date);
    cells[SL_COLUMN_KNOWN] = is_same(text->event.date, text->event.known)
                                 ? cells[SL_COLUMN_DATE]
                                 : spell_date(text->event.known, spelling->known);
    spell_numbers(text, spelling, cells);
    spell_texts(exporter, &text->event, cells);
    enum sl_status status = spell_extra(exporter, page, text->event.extra, cells, &page->error);
    for (size_t c = 0; c < exporter->count; c++) {
        if (cells[c] != NULL && cells[c][0] == '\0') cells[c] = NULL;
    }
    return status;
}

/* ---- pages ---- */

static void claim_page(void *context, size_t number, size_t slot)
{
    struct exporter *exporter = context;
    struct page *page = &exporter->pages[slot];
    (void)number;
    page->count = 0;
    page->status = SL_OK;
    sl_arena_reset(&page->memory);
    for (size_t bytes = 0; page->count < PAGE_EVENTS && bytes < PAGE_BYTES; page->count++) {
        struct sl_taken *taken = &page->taken[page->count];
        page->status = sl_log_take(exporter->log, &page->memory, taken, &page->error);
        if (page->status != SL_OK) break;
        bytes += taken->length;
    }
}

/* Ends the page before an event that something is wrong with. */
static void cut_page(struct page *page, size_t count, enum sl_status status)
{
    page->count = count;
    page->status = status;
}

static void fetch_names(const struct exporter *exporter, const struct page *page, size_t i,
                        bool again)
{
    const struct sl_event *event = &page->events[i % exporter->window].event;
    sl_log_fetch_name(exporter->log, event->issuer, again);
    sl_log_fetch_name(exporter->log, event->holder, again);
    if (event->counterparty != 0) sl_log_fetch_name(exporter->log, event->counterparty, again);
}

/* Reads an event ahead of the one that is spelled. */
static void read_event(const struct exporter *exporter, struct page *page, size_t i)
{
    if (i >= page->count) return;
    enum sl_status status = sl_log_read(exporter->log, &page->taken[i],
                                        &page->events[i % exporter->window], &page->error);
    if (status == SL_OK)
        fetch_names(exporter, page, i, false);
    else
        cut_page(page, i, status);
}

static void make_page(void *context, size_t number, size_t slot)
{
    const struct exporter *exporter = context;
    struct page *page = &((struct exporter *)context)->pages[slot];
    const struct sl_event_sink *part = &page->part;
    (void)number;
    for (size_t i = 0; i < AHEAD; i++)
        read_event(exporter, page, i);
    for (size_t i = 0; i < page->count; i++) {
        read_event(exporter, page, i + AHEAD);
        if (i + AHEAD_NAME < page->count) fetch_names(exporter, page, i + AHEAD_NAME, true);
        enum sl_status status = spell_event(exporter, page, i);
        if (status == SL_OK && part->row != NULL)
            status = part->row(part->context, cells_of(exporter, page, i), exporter->count,
                               &page->error);
        if (status != SL_OK) cut_page(page, i, status);
    }
}

static enum sl_status send_rows(const struct exporter *exporter, const struct page *page,
                                struct sl_error *err)
{
    const struct sl_event_sink *sink = &exporter->parts.sink;
    enum sl_status status = SL_OK;
    for (size_t i = 0; i < page->count && status == SL_OK; i++)
        status = sink->row(sink->context, cells_of(exporter, page, i), exporter->count, err);
    return status;
}

/* The last page ends the ring with SL_NOTHING, and is remembered: a sink may end it so, too. */
static enum sl_status take_page(void *context, size_t slot, struct sl_error *err)
{
    struct exporter *exporter = context;
    const struct sl_event_parts *parts = &exporter->parts;
    const struct page *page = &exporter->pages[slot];
    enum sl_status status = page->part.row == NULL
                                ? send_rows(exporter, page, err)
                                : parts->send(parts->sink.context, &page->part, err);
    if (status != SL_OK || page->status == SL_OK) return status;
    exporter->ended = page->status == SL_NOTHING;
    if (!exporter->ended && err != NULL) *err = page->error;
    return page->status;
}

static enum sl_status open_pages(struct exporter *exporter, struct sl_error *err)
{
    const struct sl_event_parts *parts = &exporter->parts;
    enum sl_status status = SL_OK;
    const size_t window = parts->open == NULL ? PAGE_EVENTS : WINDOW;
    exporter->window = window;
    for (size_t i = 0; i < SL_RING_SLOTS && status == SL_OK; i++) {
        struct page *page = &exporter->pages[i];
        page->events = calloc(window, sizeof *page->events);
        page->spellings = calloc(window, sizeof *page->spellings);
        page->cells = calloc(window * exporter->count, sizeof *page->cells);
        if (page->events == NULL || page->spellings == NULL || page->cells == NULL)
            return sl_fail_memory(err);
        if (parts->open != NULL) status = parts->open(parts->sink.context, &page->part, err);
    }
    return status;
}

static void close_pages(struct exporter *exporter)
{
    for (size_t i = 0; i < SL_RING_SLOTS; i++) {
        struct page *page = &exporter->pages[i];
        if (page->part.row != NULL) exporter->parts.close(&page->part);
        free(page->events);
        free(page->spellings);
        free(page->cells);
        sl_arena_release(&page->memory);
    }
}

/* ---- all ---- */

static enum sl_status send_header(struct exporter *exporter, struct sl_error *err)
{
    const struct sl_event_sink *sink = &exporter->parts.sink;
    exporter->extra = sl_log_extra_columns(exporter->log);
    while (exporter->extra[exporter->count - SL_COLUMN_COUNT] != NULL)
        exporter->count++;
    const char **names = calloc(exporter->count, sizeof *names);
    if (names == NULL) return sl_fail_memory(err);
    for (size_t i = 0; i < exporter->count; i++)
        names[i] = i < SL_COLUMN_COUNT ? sl_event_columns[i] : exporter->extra[i - SL_COLUMN_COUNT];
    enum sl_status status = sink->header(sink->context, names, exporter->count, err);
    free(names);
    return status;
}

static enum sl_status export_log(struct exporter *exporter, struct sl_error *err)
{
    const struct sl_ring ring = {.claim = claim_page,
                                 .make = make_page,
                                 .take = take_page,
                                 .context = exporter,
                                 .alone = !sl_log_is_shared(exporter->log)};
    enum sl_status status = send_header(exporter, err);
    if (status == SL_OK) status = open_pages(exporter, err);
    if (status == SL_OK) status = sl_ring_run(&ring, SIZE_MAX, err);
    if (exporter->ended) status = SL_OK;
    close_pages(exporter);
    return status;
}

enum sl_status sl_export_events_in_parts(struct sl_book *book, struct sl_event_parts parts,
                                         struct sl_error *err)
{
    struct exporter *exporter = calloc(1, sizeof *exporter);
    if (exporter == NULL) return sl_fail_memory(err);
    exporter->parts = parts;
    exporter->count = SL_COLUMN_COUNT;
    enum sl_status status = sl_book_read_begin(book, err);
    if (status == SL_OK) {
        status = sl_log_open(&exporter->log, book, err);
        if (status == SL_OK) status = export_log(exporter, err);
        sl_log_close(exporter->log);
        sl_book_read_end(book);
    }
    free(exporter);
    return status;
}

enum sl_status sl_export_events(struct sl_book *book, struct sl_event_sink sink,
                                struct sl_error *err)
{
    return sl_export_events_in_parts(book, (struct sl_event_parts){.sink = sink}, err);
}
