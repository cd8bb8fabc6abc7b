/* Positions at one moment: the cap table of an issuer, the portfolio of a holder. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "query/columns.h"
#include "query/position_table.h"

#define POSITION(member, name, label, type, show) \
    COLUMN(struct sl_position_row, member, name, label, type, show)
#define POSITION_COLUMNS                                                  \
    POSITION(class_, "class", "Class", TEXT, PLAIN),                      \
        POSITION(stake_pct, "stake_pct", "Stake", PERCENT, RANGE),        \
        POSITION(stake_low_pct, "stake_low_pct", NULL, PERCENT, PLAIN),   \
        POSITION(stake_high_pct, "stake_high_pct", NULL, PERCENT, PLAIN), \
        POSITION(votes_pct, "votes_pct", "Votes", PERCENT, PLAIN),        \
        POSITION(shares, "shares", "Shares", COUNT, PLAIN),               \
        POSITION(since, "since", "Since", DATE, PLAIN),                   \
        POSITION(basis, "basis", "Basis", TEXT, PLAIN),                   \
        POSITION(source, "source", "Source", TEXT, LONG)

static const struct sl_field holders_fields[] = {
    POSITION(holder, "holder", "Holder", TEXT, ALWAYS),
    POSITION_COLUMNS,
};
static const struct sl_field holdings_fields[] = {
    POSITION(issuer, "issuer", "Issuer", TEXT, ALWAYS),
    POSITION(holder, "holder", "Holder", TEXT, NEVER), /* the one who was asked about */
    POSITION_COLUMNS,
};
static const struct sl_field snapshot_fields[] = {
    POSITION(issuer, "issuer", "Issuer", TEXT, ALWAYS),
    POSITION(holder, "holder", "Holder", TEXT, ALWAYS),
    POSITION_COLUMNS,
};
const struct sl_row_type sl_holders_row_type = ROW_TYPE("holders", holders_fields);
const struct sl_row_type sl_holdings_row_type = ROW_TYPE("holdings", holdings_fields);
const struct sl_row_type sl_snapshot_row_type = ROW_TYPE("snapshot", snapshot_fields);

/* What the known positions leave is not printed when it is at most this many per cent. */
static const double REST_MIN = 0.000001;

/* What the known positions leave of the capital, in per cent; 0 where the capital is not known. */
static double undisclosed(const struct sl_ledger *ledger)
{
    double sum = 0;
    if (!ledger->capital.set || !(ledger->capital.units > 0)) return 0;
    for (size_t i = 0; i < ledger->count; i++) {
        struct sl_range stake;
        if (sl_ledger_stake(ledger, ledger->positions[i], &stake))
            sum += (stake.low + stake.high) / 2;
    }
    return 100 * (1 - sum);
}

static enum sl_status send_rest(struct sl_play *play, const char *issuer, struct sl_sink sink,
                                struct sl_error *err)
{
    double rest = undisclosed(&play->ledger);
    struct sl_position_row row = {.issuer = issuer,
                                  .holder = "(undisclosed)",
                                  .stake_pct = rest,
                                  .stake_low_pct = rest,
                                  .stake_high_pct = rest,
                                  .votes_pct = NAN,
                                  .shares = SL_NO_COUNT};
    return rest > REST_MIN ? sink.row(sink.context, &row, err) : SL_OK;
}

static enum sl_status send(const struct sl_position_table *table, struct sl_book *book,
                           struct sl_sink sink, struct sl_error *err)
{
    struct sl_position_page page = {0};
    enum sl_status status = sl_position_table_read_names(table, book, err);
    if (status == SL_OK) status = sl_position_page_add(&page, table->rows, table->count, book, err);
    if (status == SL_OK) status = sl_position_page_send(&page, sink, err);
    sl_position_page_release(&page);
    return status;
}

enum sl_status sl_holders_at(struct sl_book *book, const char *issuer, const struct sl_view *view,
                             struct sl_sink sink, struct sl_error *err)
{
    struct sl_play play = {.book = book};
    struct sl_position_table table = {0};
    sl_entity of;
    enum sl_status status = sl_book_find(book, issuer, &of, err);
    if (status == SL_OK) status = sl_play_issuer(&play, of, view, NULL, err);
    if (status == SL_OK) status = sl_position_table_add(&table, &play, of, 0, err);
    if (status == SL_OK) status = send(&table, book, sink, err);
    if (status == SL_OK) status = send_rest(&play, sl_book_name(book, of), sink, err);
    if (status == SL_OK && table.count == 0 && !(undisclosed(&play.ledger) > REST_MIN))
        status = sl_fail(err, SL_NOTHING, "nobody is known to hold any of %s then", issuer);
    sl_position_table_release(&table);
    sl_play_release(&play);
    return status;
}

enum sl_status sl_holdings_at(struct sl_book *book, const char *holder, const struct sl_view *view,
                              struct sl_sink sink, struct sl_error *err)
{
    struct sl_play play = {.book = book};
    struct sl_position_table table = {0};
    sl_entity *issuers = NULL;
    size_t count = 0;
    sl_entity of;
    enum sl_status status = sl_book_find(book, holder, &of, err);
    if (status == SL_OK) status = sl_book_issuers_of(book, &of, 1, &issuers, &count, err);
    for (size_t i = 0; i < count && status == SL_OK; i++) {
        status = sl_play_issuer(&play, issuers[i], view, NULL, err);
        if (status == SL_OK) status = sl_position_table_add(&table, &play, issuers[i], of, err);
    }
    if (status == SL_OK) status = send(&table, book, sink, err);
    if (status == SL_OK && table.count == 0)
        status = sl_fail(err, SL_NOTHING, "%s is not known to hold anything then", holder);
    free(issuers);
    sl_position_table_release(&table);
    sl_play_release(&play);
    return status;
}
