/* Every position there is at one moment, issuer by issuer. They are asked for in the order in which
 * they are stored, and sent in that of names. */
#include <stdlib.h>

#include "base/error.h"
#include "base/pipe.h"
#include "query/crew.h"
#include "query/position_table.h"

enum { PAGE_ROWS = 256 };

/* Where the positions of an issuer were gathered. */
struct place {
    const struct sl_position_table *table;
    size_t first, count;
};

/* Pages are made on a thread of their own, ahead of the caller, who sends them. */
struct page {
    struct sl_position_page rows;
    enum sl_status status; /* of what follows: SL_NOTHING at the end */
    struct sl_error error;
};

struct snapshot {
    struct sl_book *book;
    const struct sl_view *view;
    sl_entity *issuers; /* by id, as `places` */
    struct place *places;
    size_t *order; /* of names */
    size_t count;
    struct sl_position_table tables[SL_CREW_MOST];
    struct page pages[SL_PIPE_SLOTS];
    size_t next; /* in the order, to be put on a page */
};

/* ---- asking ---- */

static enum sl_status ask(void *context, void *gathering, struct sl_play *play, sl_entity issuer,
                          size_t place, struct sl_error *err)
{
    const struct snapshot *snapshot = context;
    struct sl_position_table *table = gathering;
    const size_t first = table->count;
    enum sl_status status = sl_play_issuer(play, issuer, snapshot->view, NULL, err);
    if (status == SL_OK) status = sl_position_table_add(table, play, issuer, 0, err);
    snapshot->places[place] = (struct place){table, first, table->count - first};
    return status;
}

static enum sl_status put_in_order(void *context, struct sl_error *err)
{
    const struct snapshot *snapshot = context;
    return sl_book_name_order(snapshot->book, snapshot->issuers, snapshot->count, snapshot->order,
                              err);
}

static enum sl_status ask_all(struct snapshot *snapshot, struct sl_error *err)
{
    const struct sl_crew crew = {.book = snapshot->book,
                                 .columns = SL_COLUMNS_POSITION,
                                 .ask = ask,
                                 .first = put_in_order,
                                 .context = snapshot,
                                 .gatherings = snapshot->tables,
                                 .gathering_size = sizeof snapshot->tables[0]};
    enum sl_status status =
        sl_book_issuers(snapshot->book, false, false, &snapshot->issuers, &snapshot->count, err);
    if (status != SL_OK) return status;
    snapshot->places = calloc(snapshot->count + 1, sizeof *snapshot->places);
    snapshot->order = calloc(snapshot->count + 1, sizeof *snapshot->order);
    if (snapshot->places == NULL || snapshot->order == NULL) return sl_fail_memory(err);
    return sl_crew_run(&crew, snapshot->issuers, snapshot->count, err);
}

/* ---- sending ---- */

/* false after the last page. */
static bool fill(void *context, size_t slot)
{
    struct snapshot *snapshot = context;
    struct page *page = &snapshot->pages[slot];
    page->status = SL_OK;
    sl_position_page_clear(&page->rows);
    while (page->rows.count < PAGE_ROWS && page->status == SL_OK) {
        if (snapshot->next == snapshot->count) {
            page->status = SL_NOTHING;
            break;
        }
        const struct place *place = &snapshot->places[snapshot->order[snapshot->next++]];
        page->status = sl_position_page_add(&page->rows, place->table->rows + place->first,
                                            place->count, snapshot->book, &page->error);
    }
    return page->status == SL_OK;
}

static enum sl_status send_page(const struct page *page, struct sl_sink sink, bool *over,
                                struct sl_error *err)
{
    enum sl_status status = sl_position_page_send(&page->rows, sink, err);
    *over = page->status != SL_OK;
    if (status != SL_OK || page->status == SL_OK || page->status == SL_NOTHING) return status;
    if (err != NULL) *err = page->error;
    return page->status;
}

static enum sl_status send_all(struct snapshot *snapshot, size_t rows, struct sl_sink sink,
                               struct sl_error *err)
{
    struct sl_pipe pipe;
    enum sl_status status = SL_OK;
    bool over = false;
    const bool threaded = rows > SL_PIPE_SLOTS * PAGE_ROWS && sl_thread_room() > 1 &&
                          sl_pipe_start(&pipe, fill, snapshot);
    while (status == SL_OK && !over) {
        const size_t slot = threaded ? sl_pipe_wait(&pipe) : 0;
        if (!threaded) fill(snapshot, slot);
        status = send_page(&snapshot->pages[slot], sink, &over, err);
        if (threaded) sl_pipe_empty(&pipe);
    }
    if (threaded) sl_pipe_stop(&pipe);
    return status;
}

static void release(struct snapshot *snapshot)
{
    for (size_t i = 0; i < SL_CREW_MOST; i++)
        sl_position_table_release(&snapshot->tables[i]);
    for (size_t i = 0; i < SL_PIPE_SLOTS; i++)
        sl_position_page_release(&snapshot->pages[i].rows);
    free(snapshot->issuers);
    free(snapshot->places);
    free(snapshot->order);
    free(snapshot);
}

enum sl_status sl_snapshot_at(struct sl_book *book, const struct sl_view *view, struct sl_sink sink,
                              struct sl_error *err)
{
    struct snapshot *snapshot = calloc(1, sizeof *snapshot);
    if (snapshot == NULL) return sl_fail_memory(err);
    *snapshot = (struct snapshot){.book = book, .view = view};
    enum sl_status status = ask_all(snapshot, err);
    size_t rows = 0;
    for (size_t i = 0; i < SL_CREW_MOST; i++)
        rows += snapshot->tables[i].count;
    if (status == SL_OK && rows == 0)
        status = sl_fail(err, SL_NOTHING, "nobody is known to hold anything then");
    if (status == SL_OK) status = send_all(snapshot, rows, sink, err);
    release(snapshot);
    return status;
}
