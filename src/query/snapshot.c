/* Every position there is at one moment, issuer by issuer. They are asked for in the order in which
 * they are stored, and sent in that of names. */
#include <stdlib.h>

#include "base/error.h"
#include "base/expect.h"
#include "base/ring.h"
#include "query/positions.h"

enum { PAGE_ISSUERS = 128 };

/* Positions of some issuers on their way out. */
struct page {
    struct sl_position_page rows;
    struct sl_sink part; /* where there are parts: then the rows are there */
    enum sl_status status;
    struct sl_error error;
};

struct snapshot {
    struct sl_book *book;
    const struct sl_view *view;
    struct sl_crew_list issuers; /* by id */
    size_t *order;               /* of names */
    size_t count;
    bool named; /* every name was read */
    struct sl_positions positions;
    struct sl_parts parts;
    struct page pages[SL_RING_SLOTS];
};

/* ---- asking ---- */

static enum sl_status put_in_order(void *context, struct sl_error *err)
{
    struct snapshot *snapshot = context;
    struct sl_book *book = snapshot->book;
    snapshot->order = calloc(snapshot->issuers.count + 1, sizeof *snapshot->order);
    if (snapshot->order == NULL) return sl_fail_memory(err);
    enum sl_status status =
        sl_book_names_are_many(book, snapshot->issuers.count, &snapshot->named, err);
    if (status == SL_OK && snapshot->named) status = sl_book_read_every_name(book, err);
    if (status != SL_OK) return status;
    return sl_book_name_order(book, snapshot->issuers.issuers, snapshot->issuers.count,
                              snapshot->order, err);
}

static enum sl_status ask_all(struct snapshot *snapshot, struct sl_error *err)
{
    const struct sl_position_wish wish = {
        .book = snapshot->book, .view = snapshot->view, .first = put_in_order, .context = snapshot};
    return sl_positions_read_all(&snapshot->positions, &wish, &snapshot->issuers, err);
}

/* ---- sending ---- */

/* What rows are made of lies scattered in the order of names: it is fetched ahead, step by step. */
enum { EXPECT_TEXTS = 4, EXPECT_NAMES = 8, EXPECT_ROWS = 16, EXPECT_PLACES = 32, ROWS_MOST = 64 };

static const struct sl_position_place *place_of(const struct snapshot *snapshot, size_t number)
{
    static const struct sl_position_place none = {0};
    return number < snapshot->issuers.count ? &snapshot->positions.places[snapshot->order[number]]
                                            : &none;
}

static void expect_texts(const struct snapshot *snapshot, size_t number, bool again)
{
    const struct sl_position_place *place = place_of(snapshot, number);
    for (size_t i = 0; i < place->count && i < ROWS_MOST; i++) {
        const struct sl_held *row = &place->table->rows[place->first + i];
        if (i == 0) sl_book_fetch_name(snapshot->book, row->issuer, again);
        sl_book_fetch_name(snapshot->book, row->holder, again);
        if (again) sl_expect(row->source);
    }
}

/* So far ahead of the issuer of this number. */
static void expect_rows(const struct snapshot *snapshot, size_t number)
{
    const struct sl_position_place *place = place_of(snapshot, number + EXPECT_ROWS);
    sl_expect(place_of(snapshot, number + EXPECT_PLACES));
    for (size_t i = 0; i < place->count && i < ROWS_MOST; i++)
        sl_expect(&place->table->rows[place->first + i]);
    expect_texts(snapshot, number + EXPECT_NAMES, false);
    expect_texts(snapshot, number + EXPECT_TEXTS, true);
}

static void make_page(void *context, size_t number, size_t slot)
{
    struct snapshot *snapshot = context;
    struct page *page = &snapshot->pages[slot];
    const size_t first = number * PAGE_ISSUERS, rest = snapshot->issuers.count - first;
    const size_t end = first + (rest < PAGE_ISSUERS ? rest : PAGE_ISSUERS);
    page->status = SL_OK;
    page->rows.unnamed = 0;
    for (size_t i = first; i < end && page->status == SL_OK; i++) {
        const struct sl_position_place *place = place_of(snapshot, i);
        expect_rows(snapshot, i);
        if (place->count == 0) continue;
        page->status = sl_position_page_add(&page->rows, place->table->rows + place->first,
                                            place->count, snapshot->book, &page->error);
        if (page->part.row != NULL && page->status == SL_OK)
            page->status = sl_position_page_send(&page->rows, page->part, &page->error);
    }
}

static enum sl_status take_page(void *context, size_t slot, struct sl_error *err)
{
    struct snapshot *snapshot = context;
    struct page *page = &snapshot->pages[slot];
    if (page->status != SL_OK) {
        if (err != NULL) *err = page->error;
        return page->status;
    }
    /* which tells the book what is wrong with it */
    if (page->rows.unnamed != 0) sl_book_name(snapshot->book, page->rows.unnamed);
    if (page->part.row == NULL)
        return sl_position_page_send(&page->rows, snapshot->parts.sink, err);
    return snapshot->parts.send(snapshot->parts.sink.context, &page->part, err);
}

static enum sl_status send_all(struct snapshot *snapshot, struct sl_error *err)
{
    const struct sl_ring ring = {.make = make_page, .take = take_page, .context = snapshot};
    const struct sl_parts *parts = &snapshot->parts;
    enum sl_status status = SL_OK;
    if (!snapshot->named)
        status = sl_positions_read_names(&snapshot->positions, snapshot->book, err);
    for (size_t i = 0; i < SL_RING_SLOTS && parts->open != NULL && status == SL_OK; i++)
        status = parts->open(parts->sink.context, &snapshot->pages[i].part, err);
    if (status != SL_OK) return status;
    return sl_ring_run(&ring, (snapshot->issuers.count + PAGE_ISSUERS - 1) / PAGE_ISSUERS, err);
}

static void release(struct snapshot *snapshot)
{
    sl_positions_release(&snapshot->positions);
    for (size_t i = 0; i < SL_RING_SLOTS; i++) {
        sl_position_page_release(&snapshot->pages[i].rows);
        if (snapshot->pages[i].part.row != NULL) snapshot->parts.close(&snapshot->pages[i].part);
    }
    free(snapshot->issuers.issuers);
    free(snapshot->order);
    free(snapshot);
}

enum sl_status sl_snapshot_in_parts(struct sl_book *book, const struct sl_view *view,
                                    struct sl_parts parts, struct sl_error *err)
{
    struct snapshot *snapshot = calloc(1, sizeof *snapshot);
    if (snapshot == NULL) return sl_fail_memory(err);
    *snapshot = (struct snapshot){.book = book, .view = view, .parts = parts};
    enum sl_status status = ask_all(snapshot, err);
    if (status == SL_OK && sl_positions_count(&snapshot->positions) == 0)
        status = sl_fail(err, SL_NOTHING, "nobody is known to hold anything then");
    if (status == SL_OK) status = send_all(snapshot, err);
    release(snapshot);
    return status;
}

enum sl_status sl_snapshot_at(struct sl_book *book, const struct sl_view *view, struct sl_sink sink,
                              struct sl_error *err)
{
    return sl_snapshot_in_parts(book, view, (struct sl_parts){.sink = sink}, err);
}
