/* Funding rounds as rows, by date: threads gather them issuer by issuer, then they are named. */
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/error.h"
#include "query/columns.h"
#include "query/crew.h"
#include "query/round_rows.h"

#define ROUND(member, name, label, type, show) \
    COLUMN(struct sl_round_row, member, name, label, type, show)

static const struct sl_field round_fields[] = {
    ROUND(date, "date", "Date", DATE, ALWAYS),
    ROUND(issuer, "issuer", "Issuer", TEXT, ALWAYS),
    ROUND(round, "round", "Round", TEXT, PLAIN),
    ROUND(kind, "kind", "Kind", TEXT, PLAIN),
    ROUND(instrument, "instrument", "Instrument", TEXT, PLAIN),
    ROUND(amount, "amount", "Amount", MONEY, MONEY),
    ROUND(currency, "currency", NULL, TEXT, PLAIN),
    ROUND(investors, "investors", "Investors", TEXT, LONG),
    ROUND(leads, "leads", "Leads", TEXT, LONG),
    ROUND(pre_money, "pre_money", "Pre-money", MONEY, PLAIN),
    ROUND(post_money, "post_money", "Post-money", MONEY, PLAIN),
    ROUND(stake_sold_pct, "stake_sold_pct", "Sold %", PERCENT, PLAIN),
    ROUND(cumulative, "cumulative", "Cumulative", MONEY, PLAIN),
    ROUND(status, "status", "Status", TEXT, ALWAYS),
    ROUND(deal, "deal", "Deal", TEXT, PLAIN),
    ROUND(source, "source", "Source", TEXT, LONG),
};
const struct sl_row_type sl_round_row_type = ROW_TYPE("rounds", round_fields);

struct listing {
    struct sl_book *book;
    const struct sl_view *view;
    struct sl_convert *convert; /* NULL: amounts as they are stated */
    struct sl_round_rows gatherings[SL_CREW_MOST];
};

/* ---- gathering ---- */

static enum sl_status ask(void *context, void *gathering, struct sl_play *play, sl_entity issuer,
                          size_t place, struct sl_error *err)
{
    const struct listing *listing = context;
    (void)place;
    return sl_round_rows_add(gathering, play, issuer, listing->view, err);
}

/* Of one issuer, or (0) of all. */
static enum sl_status gather(struct listing *listing, sl_entity issuer, struct sl_error *err)
{
    const struct sl_crew crew = {.book = listing->book,
                                 .columns = SL_COLUMNS_POSITION,
                                 .alone = listing->convert != NULL, /* rates are in the book */
                                 .ask = ask,
                                 .context = listing,
                                 .gatherings = listing->gatherings,
                                 .gathering_size = sizeof listing->gatherings[0]};
    for (size_t i = 0; i < SL_CREW_MOST; i++)
        listing->gatherings[i].list.convert = listing->convert;
    return sl_crew_run_funded(&crew, issuer, err);
}

/* ---- names ---- */

static size_t count_rows(const struct listing *listing)
{
    size_t count = 0;
    for (size_t i = 0; i < SL_CREW_MOST; i++)
        count += listing->gatherings[i].count;
    return count;
}

static size_t add_ids(sl_entity *ids, const struct sl_listed_round *row)
{
    ids[0] = row->issuer;
    if (row->investor_count > 0) memcpy(ids + 1, row->investors, row->investor_count * sizeof *ids);
    return 1 + row->investor_count;
}

/* Leads are investors. */
static enum sl_status read_names(const struct listing *listing, struct sl_error *err)
{
    size_t most = 0, count = 0;
    for (size_t i = 0; i < SL_CREW_MOST; i++) {
        const struct sl_round_rows *gathering = &listing->gatherings[i];
        for (size_t j = 0; j < gathering->count; j++)
            most += 1 + gathering->items[j].investor_count;
    }
    sl_entity *ids = calloc(most + 1, sizeof *ids);
    if (ids == NULL) return sl_fail_memory(err);
    for (size_t i = 0; i < SL_CREW_MOST; i++) {
        const struct sl_round_rows *gathering = &listing->gatherings[i];
        for (size_t j = 0; j < gathering->count; j++)
            count += add_ids(ids + count, &gathering->items[j]);
    }
    enum sl_status status = sl_book_read_names(listing->book, ids, count, err);
    free(ids);
    return status;
}

static const char *join(struct sl_buffer *names, struct sl_book *book, const sl_entity *holders,
                        size_t count)
{
    sl_buffer_clear(names);
    for (size_t i = 0; i < count; i++) {
        if (i > 0) sl_buffer_add_text(names, "; ");
        sl_buffer_add_text(names, sl_book_name(book, holders[i]));
    }
    return names->data;
}

/* ---- sending ---- */

struct ordered {
    int64_t day, arrival;
    const struct sl_listed_round *round;
};

static int compare_ordered(const void *left, const void *right)
{
    const struct ordered *a = left, *b = right;
    if (a->day != b->day) return a->day < b->day ? -1 : 1;
    return (a->arrival > b->arrival) - (a->arrival < b->arrival);
}

static struct ordered *put_in_order(const struct listing *listing, size_t count)
{
    size_t at = 0;
    struct ordered *order = calloc(count + 1, sizeof *order);
    for (size_t i = 0; i < SL_CREW_MOST && order != NULL; i++) {
        const struct sl_round_rows *gathering = &listing->gatherings[i];
        for (size_t j = 0; j < gathering->count; j++) {
            const struct sl_listed_round *round = &gathering->items[j];
            order[at++] = (struct ordered){round->row.date.day, round->row.arrival, round};
        }
    }
    if (at > 1) qsort(order, at, sizeof *order, compare_ordered);
    return order;
}

static enum sl_status send(const struct listing *listing, struct sl_sink sink, struct sl_error *err)
{
    struct sl_book *book = listing->book;
    struct sl_buffer investors = {0}, leads = {0};
    const size_t count = count_rows(listing);
    struct ordered *order = put_in_order(listing, count);
    enum sl_status status = order == NULL ? sl_fail_memory(err) : read_names(listing, err);
    for (size_t i = 0; i < count && status == SL_OK; i++) {
        const struct sl_listed_round *round = order[i].round;
        struct sl_round_row row = round->row;
        row.currency = row.amount.currency;
        row.issuer = sl_book_name(book, round->issuer);
        row.investors = join(&investors, book, round->investors, round->investor_count);
        row.leads = join(&leads, book, round->leads, round->lead_count);
        const bool failed = investors.failed || leads.failed;
        status = failed ? sl_fail_memory(err) : sink.row(sink.context, &row, err);
    }
    sl_buffer_release(&investors);
    sl_buffer_release(&leads);
    free(order);
    return status;
}

static enum sl_status rounds(struct sl_book *book, const char *issuer, const struct sl_view *view,
                             struct sl_convert *convert, struct sl_sink sink, struct sl_error *err)
{
    struct listing listing = {.book = book, .view = view, .convert = convert};
    sl_entity of;
    enum sl_status status = sl_play_find(book, issuer, &of, err);
    if (status == SL_OK) status = gather(&listing, of, err);
    if (status == SL_OK && count_rows(&listing) == 0)
        status = sl_fail(err, SL_NOTHING, "no funding round of %s in that time",
                         issuer != NULL ? issuer : "anyone");
    if (status == SL_OK) status = send(&listing, sink, err);
    for (size_t i = 0; i < SL_CREW_MOST; i++)
        sl_round_rows_release(&listing.gatherings[i]);
    return status;
}

enum sl_status sl_rounds(struct sl_book *book, const char *issuer, const struct sl_view *view,
                         struct sl_sink sink, struct sl_error *err)
{
    return rounds(book, issuer, view, NULL, sink, err);
}

enum sl_status sl_rounds_in(struct sl_book *book, const char *issuer, const struct sl_view *view,
                            const struct sl_conversion *conversion, struct sl_sink sink,
                            struct sl_error *err)
{
    struct sl_convert convert = {0};
    enum sl_status status = sl_convert_begin(&convert, book, conversion, err);
    if (status == SL_OK) status = rounds(book, issuer, view, &convert, sink, err);
    sl_convert_end(&convert, status == SL_OK);
    return status;
}
