/* Questions: every answer is computed from the log, on two clocks. */
#ifndef STAKELINE_QUERY_H
#define STAKELINE_QUERY_H

#include <stdbool.h>

#include <stakeline/book.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Statuses in the order of DESIGN section 2; SL_STAGE_COMPLETED is the default of an event. */
enum sl_stage {
    SL_STAGE_RUMOURED,
    SL_STAGE_TALKS,
    SL_STAGE_ANNOUNCED,
    SL_STAGE_APPROVED,
    SL_STAGE_COMPLETED,
    SL_STAGE_CANCELLED
};

/* Which part of the log counts, as days. SL_VIEW_ALL is the whole of it. */
struct sl_view {
    int32_t from;            /* rows of an earlier effective day are not shown (they still count) */
    int32_t to;              /* events of a later effective day do not count ("on") */
    int32_t known_by;        /* claims published later do not count */
    enum sl_stage pro_forma; /* pending events of at least this stage count; COMPLETED: none do */
};
#define SL_VIEW_ALL                                                   \
    (struct sl_view)                                                  \
    {                                                                 \
        .from = SL_DAY_MIN, .to = SL_DAY_MAX, .known_by = SL_DAY_MAX, \
        .pro_forma = SL_STAGE_COMPLETED                               \
    }

/* Flags of a timeline row, as text joined with ";" in this order. */
enum sl_flag {
    SL_FLAG_PENDING = 1 << 0,
    SL_FLAG_CONFIRMED = 1 << 1,
    SL_FLAG_MISMATCH = 1 << 2,
    SL_FLAG_OVERSOLD = 1 << 3,
    SL_FLAG_UNRESOLVED = 1 << 4
};

/* All per cents are of the issuer's capital (or votes); NaN where unknown. */
struct sl_timeline_row {
    struct sl_date date, known;
    const char *issuer, *holder, *class_, *kind, *status;
    double change_pct, stake_pct, stake_low_pct, stake_high_pct, votes_pct;
    int64_t shares;
    struct sl_money amount;
    const char *currency, *basis, *flag, *deal, *source;
    unsigned flags;  /* the flags of `flag`, enum sl_flag */
    int64_t arrival; /* order of arrival of its event: ties of date are broken by it */
};
SL_API extern const struct sl_row_type sl_timeline_row_type;

/* The stake history in one issuer, or of one holder in every issuer; either name may be NULL, not
 * both; with both, that holder's rows in that issuer. `dilution` false leaves the dilution rows
 * out. SL_NOTHING when no entity has the name (with the nearest in the message) or no row. */
SL_API enum sl_status sl_timeline(struct sl_book *book, const char *issuer, const char *holder,
                                  const struct sl_view *view, bool dilution, struct sl_sink sink,
                                  struct sl_error *err);

/* A position that is not 0. `issuer` is set by every question; the cap table does not print it. */
struct sl_position_row {
    const char *issuer, *holder, *class_;
    double stake_pct, stake_low_pct, stake_high_pct, votes_pct;
    int64_t shares;
    struct sl_date since;
    const char *basis, *source;
};
SL_API extern const struct sl_row_type sl_holders_row_type;  /* the columns of `holders` */
SL_API extern const struct sl_row_type sl_holdings_row_type; /* issuer first */
SL_API extern const struct sl_row_type sl_snapshot_row_type; /* issuer, holder, … */

/* The cap table at the end of view->to, largest stake first, with the (undisclosed) rest last. */
SL_API enum sl_status sl_holders_at(struct sl_book *book, const char *issuer,
                                    const struct sl_view *view, struct sl_sink sink,
                                    struct sl_error *err);
/* The portfolio of one holder. */
SL_API enum sl_status sl_holdings_at(struct sl_book *book, const char *holder,
                                     const struct sl_view *view, struct sl_sink sink,
                                     struct sl_error *err);
/* Every position there is, by the issuer's name. */
SL_API enum sl_status sl_snapshot_at(struct sl_book *book, const struct sl_view *view,
                                     struct sl_sink sink, struct sl_error *err);
/* The same rows in the same order, given by as many threads as there is use for. */
SL_API enum sl_status sl_snapshot_in_parts(struct sl_book *book, const struct sl_view *view,
                                           struct sl_parts parts, struct sl_error *err);

struct sl_round_row {
    struct sl_date date;
    const char *issuer, *round, *kind, *instrument;
    struct sl_money amount;
    const char *currency;
    const char *investors, *leads; /* joined with "; " */
    struct sl_money pre_money, post_money;
    double stake_sold_pct;
    struct sl_money cumulative;
    const char *status, *deal, *source;
    int64_t arrival;
};
SL_API extern const struct sl_row_type sl_round_row_type;

/* The funding rounds of an issuer (NULL: of all), by date. */
SL_API enum sl_status sl_rounds(struct sl_book *book, const char *issuer,
                                const struct sl_view *view, struct sl_sink sink,
                                struct sl_error *err);

enum sl_round_group {
    SL_ROUNDS_BY_YEAR,
    SL_ROUNDS_BY_QUARTER,
    SL_ROUNDS_BY_MONTH,
    SL_ROUNDS_BY_ISSUER,
    SL_ROUNDS_BY_INVESTOR,
    SL_ROUNDS_BY_ROUND,
    SL_ROUNDS_BY_CURRENCY
};

struct sl_round_total_row {
    const char *group;
    int64_t rounds;
    struct sl_money amount; /* blank where the currency's rounds state none */
    const char *currency;
};
SL_API extern const struct sl_row_type sl_round_total_row_type;

/* Totals of the completed rounds (and of the pending ones that view->pro_forma counts), a row for
 * each group and currency. By investor: what each is stated to have put in. */
SL_API enum sl_status sl_round_totals(struct sl_book *book, const char *issuer,
                                      enum sl_round_group by, const struct sl_view *view,
                                      struct sl_sink sink, struct sl_error *err);
/* The same rows in the same order, given by as many threads as there is use for. */
SL_API enum sl_status sl_round_totals_in_parts(struct sl_book *book, const char *issuer,
                                               enum sl_round_group by, const struct sl_view *view,
                                               struct sl_parts parts, struct sl_error *err);

#ifdef __cplusplus
}
#endif

#endif
