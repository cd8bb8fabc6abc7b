/* Positions at one moment: the cap table of an issuer, the portfolio of a holder, the snapshot of
 * everything. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/vector.h"
#include "query/columns.h"
#include "query/play.h"

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

struct table {
    struct sl_position_row *rows;
    size_t count, capacity;
    struct sl_arena arena; /* texts that outlive an issuer's claims */
};

static void table_release(struct table *table)
{
    free(table->rows);
    sl_arena_release(&table->arena);
}

static enum sl_status add_row(struct table *table, struct sl_play *play, sl_entity issuer,
                              const struct sl_position *position, struct sl_error *err)
{
    if (!sl_vector_grow(&table->rows, table->count, &table->capacity, sizeof(*table->rows)))
        return sl_fail_memory(err);
    struct sl_position_row *row = &table->rows[table->count];
    struct sl_range stake = {0};
    bool known = sl_ledger_stake(&play->ledger, position, &stake);
    *row = (struct sl_position_row){
        .issuer = sl_book_name(play->book, issuer),
        .holder = sl_book_name(play->book, position->holder),
        .class_ = position->class_,
        .votes_pct = sl_play_votes(&play->ledger, position),
        .shares = sl_ledger_shares(&play->ledger, position),
        .since = position->since,
        .basis = known ? sl_basis_name(sl_ledger_basis(&play->ledger, position)) : NULL,
        .source = position->source,
    };
    sl_range_percents(known, stake, &row->stake_pct, &row->stake_low_pct, &row->stake_high_pct);
    if (!sl_arena_keep(&table->arena, &row->class_) || !sl_arena_keep(&table->arena, &row->source))
        return sl_fail_memory(err);
    table->count++;
    return SL_OK;
}

/* Adds the positions of one issuer that are not 0: one holder's, or (0) everyone's. */
static enum sl_status add_positions(struct table *table, struct sl_play *play, sl_entity issuer,
                                    sl_entity holder, struct sl_error *err)
{
    enum sl_status status = SL_OK;
    for (size_t i = 0; i < play->ledger.count && status == SL_OK; i++) {
        const struct sl_position *position = play->ledger.positions[i];
        if (holder != 0 && position->holder != holder) continue;
        if (!sl_position_is_nothing(position)) status = add_row(table, play, issuer, position, err);
    }
    return status;
}

/* Largest first as printed (rounding must not order equals), unknown ones last, then by name. */
static int compare_stakes(const struct sl_position_row *a, const struct sl_position_row *b)
{
    if (isnan(a->stake_pct) != isnan(b->stake_pct)) return isnan(a->stake_pct) ? 1 : -1;
    if (isnan(a->stake_pct)) return 0;
    double x = round(a->stake_pct * 1e6), y = round(b->stake_pct * 1e6);
    return (x < y) - (x > y);
}

static int compare_text(const char *a, const char *b)
{
    return strcmp(a == NULL ? "" : a, b == NULL ? "" : b);
}

static int compare_rows(const void *left, const void *right)
{
    const struct sl_position_row *a = left, *b = right;
    int order = compare_stakes(a, b);
    if (order == 0) order = compare_text(a->issuer, b->issuer);
    if (order == 0) order = compare_text(a->holder, b->holder);
    return order != 0 ? order : compare_text(a->class_, b->class_);
}

static enum sl_status send(struct table *table, struct sl_sink sink, struct sl_error *err)
{
    enum sl_status status = SL_OK;
    if (table->count > 1) qsort(table->rows, table->count, sizeof *table->rows, compare_rows);
    for (size_t i = 0; i < table->count && status == SL_OK; i++)
        status = sink.row(sink.context, &table->rows[i], err);
    return status;
}

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

enum sl_status sl_holders_at(struct sl_book *book, const char *issuer, const struct sl_view *view,
                             struct sl_sink sink, struct sl_error *err)
{
    struct sl_play play = {.book = book};
    struct table table = {0};
    sl_entity of;
    enum sl_status status = sl_book_find(book, issuer, &of, err);
    if (status == SL_OK) status = sl_play_issuer(&play, of, view, NULL, err);
    if (status == SL_OK) status = add_positions(&table, &play, of, 0, err);
    if (status == SL_OK) status = send(&table, sink, err);
    if (status == SL_OK) status = send_rest(&play, sl_book_name(book, of), sink, err);
    if (status == SL_OK && table.count == 0 && !(undisclosed(&play.ledger) > REST_MIN))
        status = sl_fail(err, SL_NOTHING, "nobody is known to hold any of %s then", issuer);
    table_release(&table);
    sl_play_release(&play);
    return status;
}

enum sl_status sl_holdings_at(struct sl_book *book, const char *holder, const struct sl_view *view,
                              struct sl_sink sink, struct sl_error *err)
{
    struct sl_play play = {.book = book};
    struct table table = {0};
    sl_entity *issuers = NULL;
    size_t count = 0;
    sl_entity of;
    enum sl_status status = sl_book_find(book, holder, &of, err);
    if (status == SL_OK) status = sl_book_issuers_of(book, of, &issuers, &count, err);
    for (size_t i = 0; i < count && status == SL_OK; i++) {
        status = sl_play_issuer(&play, issuers[i], view, NULL, err);
        if (status == SL_OK) status = add_positions(&table, &play, issuers[i], of, err);
    }
    if (status == SL_OK) status = send(&table, sink, err);
    if (status == SL_OK && table.count == 0)
        status = sl_fail(err, SL_NOTHING, "%s is not known to hold anything then", holder);
    free(issuers);
    table_release(&table);
    sl_play_release(&play);
    return status;
}

enum sl_status sl_snapshot_at(struct sl_book *book, const struct sl_view *view, struct sl_sink sink,
                              struct sl_error *err)
{
    struct sl_play play = {.book = book};
    struct table table = {0};
    sl_entity *issuers = NULL;
    size_t count = 0;
    bool any = false;
    enum sl_status status = sl_book_issuers(book, &issuers, &count, err);
    for (size_t i = 0; i < count && status == SL_OK; i++) {
        table.count = 0;
        sl_arena_reset(&table.arena);
        status = sl_play_issuer(&play, issuers[i], view, NULL, err);
        if (status == SL_OK) status = add_positions(&table, &play, issuers[i], 0, err);
        if (status == SL_OK) status = send(&table, sink, err);
        any = any || table.count > 0;
    }
    if (status == SL_OK && !any)
        status = sl_fail(err, SL_NOTHING, "nobody is known to hold anything then");
    free(issuers);
    table_release(&table);
    sl_play_release(&play);
    return status;
}
