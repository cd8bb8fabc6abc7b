/* Where there are many rows, each page of them is made by whoever is free. */
#include "query/round_send.h"

#include <string.h>

#include "base/error.h"
#include "base/expect.h"
#include "base/ring.h"
#include "query/columns.h"

#define TOTAL(member, name, label, type, show) \
    COLUMN(struct sl_round_total_row, member, name, label, type, show)

static const struct sl_field total_fields[] = {
    TOTAL(group, "group", "Group", TEXT, ALWAYS),
    TOTAL(rounds, "rounds", "Rounds", COUNT, ALWAYS),
    TOTAL(amount, "amount", "Amount", MONEY, MONEY),
    TOTAL(currency, "currency", NULL, TEXT, PLAIN),
};
const struct sl_row_type sl_round_total_row_type = ROW_TYPE("round totals", total_fields);

enum { PAGE_ROWS = 512, AHEAD = 16 };

struct page {
    size_t number;
    struct sl_sink part; /* where there are parts: then the rows are there, up to the first that
                            fails */
    enum sl_status status;
    struct sl_error error;
};

struct sending {
    const struct sl_sum_order *order;
    struct sl_parts parts;
    struct page pages[SL_RING_SLOTS];
};

static enum sl_status send_sum(const struct sl_text_item *item, struct sl_sink sink,
                               struct sl_error *err)
{
    const struct sl_sum *sum = item->of;
    struct sl_round_total_row row = {.group = item->text,
                                     .rounds = sum->rounds,
                                     .amount = {.minor = sum->minor, .scale = sum->scale},
                                     .currency = sum->currency};
    memcpy(row.amount.currency, sum->currency, sizeof row.amount.currency);
    if (sum->uncountable)
        return sl_fail(err, SL_INVALID,
                       "the rounds of '%s' in %s add up to more than can be counted", item->text,
                       sum->currency);
    return sink.row(sink.context, &row, err);
}

static enum sl_status send_page(const struct sl_sum_order *order, size_t number,
                                struct sl_sink sink, struct sl_error *err)
{
    const size_t first = number * PAGE_ROWS, rest = order->count - first;
    const size_t end = first + (rest < PAGE_ROWS ? rest : PAGE_ROWS);
    enum sl_status status = SL_OK;
    for (size_t i = first; i < end && status == SL_OK; i++) {
        if (i + AHEAD < end) {
            sl_expect(order->items[i + AHEAD].of);
            sl_expect(order->items[i + AHEAD].text);
        }
        status = send_sum(&order->items[i], sink, err);
    }
    return status;
}

static void make_page(void *context, size_t number, size_t slot)
{
    struct sending *sending = context;
    struct page *page = &sending->pages[slot];
    page->number = number;
    page->status = SL_OK;
    if (page->part.row != NULL)
        page->status = send_page(sending->order, number, page->part, &page->error);
}

static enum sl_status take_page(void *context, size_t slot, struct sl_error *err)
{
    const struct sending *sending = context;
    const struct page *page = &sending->pages[slot];
    const struct sl_sink sink = sending->parts.sink;
    if (page->part.row == NULL) return send_page(sending->order, page->number, sink, err);
    enum sl_status status = sending->parts.send(sink.context, &page->part, err);
    if (status != SL_OK || page->status == SL_OK) return status;
    if (err != NULL) *err = page->error;
    return page->status;
}

enum sl_status sl_sum_order_send(const struct sl_sum_order *order, struct sl_parts parts,
                                 struct sl_error *err)
{
    struct sending sending = {.order = order, .parts = parts};
    const struct sl_ring ring = {
        .make = make_page, .take = take_page, .context = &sending, .alone = parts.open == NULL};
    const bool apart = parts.open != NULL && order->count > PAGE_ROWS;
    enum sl_status status = SL_OK;
    for (size_t i = 0; i < SL_RING_SLOTS && apart && status == SL_OK; i++)
        status = parts.open(parts.sink.context, &sending.pages[i].part, err);
    if (status == SL_OK)
        status = sl_ring_run(&ring, (order->count + PAGE_ROWS - 1) / PAGE_ROWS, err);
    for (size_t i = 0; i < SL_RING_SLOTS; i++) {
        if (sending.pages[i].part.row != NULL) parts.close(&sending.pages[i].part);
    }
    return status;
}
