/* Totals of funding rounds, by period, issuer, investor, label or currency. */
#include <stdlib.h>

#include "base/error.h"
#include "query/crew.h"
#include "query/round_send.h"

struct totals {
    struct sl_book *book;
    const struct sl_view *view;
    enum sl_round_group by;
    struct sl_sums sums;
    struct sl_convert *convert; /* NULL: amounts as they are stated */
};

/* What a thread gathers. */
struct gathering {
    struct sl_round_parts parts; /* of one issuer */
    struct sl_sums_hand sums;
};

/* ---- gathering ---- */

static enum sl_status ask(void *context, void *gathering, struct sl_play *play, sl_entity issuer,
                          size_t place, struct sl_error *err)
{
    const struct totals *totals = context;
    struct gathering *to = gathering;
    (void)place;
    return sl_round_parts_add(&to->parts, play, issuer, totals->view, err);
}

/* What is in hand yet is added, too. */
static enum sl_status end(struct gathering *gatherings, enum sl_status status, struct sl_error *err)
{
    for (size_t i = 0; i < SL_CREW_MOST; i++) {
        sl_round_parts_release(&gatherings[i].parts);
        if (status == SL_OK && !sl_sums_hand_over(&gatherings[i].sums))
            status = sl_fail_memory(err);
    }
    return status;
}

/* Of one issuer, or (0) of all. */
static enum sl_status gather(struct totals *totals, sl_entity issuer, struct sl_error *err)
{
    struct gathering *gatherings = calloc(SL_CREW_MOST, sizeof *gatherings);
    if (gatherings == NULL) return sl_fail_memory(err);
    const struct sl_crew crew = {.book = totals->book,
                                 .columns = SL_COLUMNS_FUNDING,
                                 .alone = totals->convert != NULL, /* rates are in the book */
                                 .ask = ask,
                                 .context = totals,
                                 .gatherings = gatherings,
                                 .gathering_size = sizeof gatherings[0]};
    for (size_t i = 0; i < SL_CREW_MOST; i++) {
        gatherings[i].sums.sums = &totals->sums;
        gatherings[i].parts =
            (struct sl_round_parts){.by = totals->by,
                                    .list = {.convert = totals->convert, .alone = true},
                                    .to = &gatherings[i].sums};
    }
    const enum sl_status status = end(gatherings, sl_crew_run_funded(&crew, issuer, err), err);
    free(gatherings);
    return status;
}

/* ---- sending ---- */

static enum sl_status send(struct totals *totals, struct sl_parts parts, struct sl_error *err)
{
    struct sl_sum_order order = {0};
    enum sl_status status = sl_sum_order_make(&order, &totals->sums, totals->book, totals->by, err);
    if (status == SL_OK) status = sl_sum_order_send(&order, parts, err);
    sl_sum_order_release(&order);
    return status;
}

static enum sl_status round_totals(struct sl_book *book, const char *issuer, enum sl_round_group by,
                                   const struct sl_view *view, struct sl_convert *convert,
                                   struct sl_parts parts, struct sl_error *err)
{
    struct totals totals = {.book = book, .view = view, .by = by, .convert = convert};
    sl_entity of;
    sl_sums_init(&totals.sums, by == SL_ROUNDS_BY_ROUND);
    enum sl_status status = sl_play_find(book, issuer, &of, err);
    if (status == SL_OK) status = gather(&totals, of, err);
    if (status == SL_OK) status = send(&totals, parts, err);
    if (status == SL_OK && sl_sums_count(&totals.sums) == 0)
        status = sl_fail(err, SL_NOTHING, "no completed round of %s in that time",
                         issuer != NULL ? issuer : "anyone");
    sl_sums_release(&totals.sums);
    return status;
}

enum sl_status sl_round_totals_in_parts(struct sl_book *book, const char *issuer,
                                        enum sl_round_group by, const struct sl_view *view,
                                        struct sl_parts parts, struct sl_error *err)
{
    return round_totals(book, issuer, by, view, NULL, parts, err);
}

enum sl_status sl_round_totals(struct sl_book *book, const char *issuer, enum sl_round_group by,
                               const struct sl_view *view, struct sl_sink sink,
                               struct sl_error *err)
{
    return round_totals(book, issuer, by, view, NULL, (struct sl_parts){.sink = sink}, err);
}

enum sl_status sl_round_totals_in(struct sl_book *book, const char *issuer, enum sl_round_group by,
                                  const struct sl_view *view,
                                  const struct sl_conversion *conversion, struct sl_sink sink,
                                  struct sl_error *err)
{
    struct sl_convert convert = {0};
    const struct sl_parts parts = {.sink = sink};
    enum sl_status status = sl_convert_begin(&convert, book, conversion, err);
    if (status == SL_OK) status = round_totals(book, issuer, by, view, &convert, parts, err);
    sl_convert_end(&convert, status == SL_OK);
    return status;
}
