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

/* A row on its way into order. */
struct ranked {
    double rank;
    const struct sl_position_row *row;
};

struct table {
    struct sl_position_row *rows;
    size_t count, capacity;
    struct ranked *ranked;
    size_t ranked_capacity;
    struct sl_arena arena; /* texts that outlive an issuer's claims */
};

static void table_release(struct table *table)
{
    free(table->rows);
    free(table->ranked);
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

enum { EXPECT_FAR = 16, EXPECT_NEAR = 8 };

static void expect_names(const struct sl_play *play, size_t i)
{
    const struct sl_ledger *ledger = &play->ledger;
    if (i + EXPECT_FAR < ledger->count)
        sl_book_fetch_name(play->book, ledger->positions[i + EXPECT_FAR]->holder, false);
    if (i + EXPECT_NEAR < ledger->count)
        sl_book_fetch_name(play->book, ledger->positions[i + EXPECT_NEAR]->holder, true);
}

/* Adds the positions of one issuer that are not 0: one holder's, or (0) everyone's. */
static enum sl_status add_positions(struct table *table, struct sl_play *play, sl_entity issuer,
                                    sl_entity holder, struct sl_error *err)
{
    enum sl_status status = SL_OK;
    for (size_t i = 0; i < play->ledger.count && status == SL_OK; i++) {
        const struct sl_position *position = play->ledger.positions[i];
        expect_names(play, i);
        if (holder != 0 && position->holder != holder) continue;
        if (!sl_position_is_nothing(position)) status = add_row(table, play, issuer, position, err);
    }
    return status;
}

/* Largest first as printed (rounding must not order equals), unknown ones last. */
static double rank_of(const struct sl_position_row *row)
{
    return isnan(row->stake_pct) ? INFINITY : -round(row->stake_pct * 1e6);
}

static int compare_text(const char *a, const char *b)
{
    return strcmp(a == NULL ? "" : a, b == NULL ? "" : b);
}

/* Then by name. */
static int compare_ranked(const void *left, const void *right)
{
    const struct ranked *x = left, *y = right;
    if (x->rank != y->rank) return x->rank < y->rank ? -1 : 1;
    const struct sl_position_row *a = x->row, *b = y->row;
    int order = compare_text(a->issuer, b->issuer);
    if (order == 0) order = compare_text(a->holder, b->holder);
    return order != 0 ? order : compare_text(a->class_, b->class_);
}

static enum sl_status send(struct table *table, struct sl_sink sink, struct sl_error *err)
{
    enum sl_status status = SL_OK;
    while (table->ranked_capacity < table->count) {
        if (!sl_vector_grow(&table->ranked, table->ranked_capacity, &table->ranked_capacity,
                            sizeof *table->ranked))
            return sl_fail_memory(err);
    }
    for (size_t i = 0; i < table->count; i++)
        table->ranked[i] = (struct ranked){rank_of(&table->rows[i]), &table->rows[i]};
    if (table->count > 1) qsort(table->ranked, table->count, sizeof *table->ranked, compare_ranked);
    for (size_t i = 0; i < table->count && status == SL_OK; i++)
        status = sink.row(sink.context, table->ranked[i].row, err);
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
    if (status == SL_OK) status = sl_book_preload(book, err);
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
    sl_book_unload(book);
    return status;
}
