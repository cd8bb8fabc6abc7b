/* Deals through time: how far each got, when that was known, and who said so. */
#ifndef STAKELINE_DEALS_H
#define STAKELINE_DEALS_H

#include <stakeline/query.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The first report of a status that a deal came to. */
struct sl_deal_stage {
    const char *status, *source;
    struct sl_date known;
};

/* One event of a deal (one deal id, issuer, holder, class and part) as its latest version has it,
 * carried-over cells included. */
struct sl_deal_row {
    const char *deal, *kind, *issuer, *holder, *status;
    struct sl_date first_known, last_known, date;
    double stake_pct; /* the stated stake (the kind says what it is), else the level it leads to */
    struct sl_money amount;
    const char *currency;
    const char *history; /* "announced 2023-01-30 Cercle Finance → completed 2023-11-08 Reuters":
                            the known date and source of the first report of each status */
    const char *source;
    const char *days; /* from each status to the next, joined with "; " */
    const char *counterparty, *class_, *part;
    double stake_low_pct, stake_high_pct; /* of stake_pct */
    double stake_after_pct;
    int64_t reports; /* how many versions there are */
    int64_t arrival;
    const struct sl_deal_stage *stages; /* what `history` says in words */
    size_t stage_count;
};
SL_API extern const struct sl_row_type sl_deal_row_type;

/* Which deals are asked for; all zero but for the view: every one. */
struct sl_deal_filter {
    struct sl_view view;  /* `from` and `to` bound the date, `known_by` the versions */
    const char *statuses; /* "announced,approved"; NULL: any */
    const char *kinds;    /* "acquire,dispose"; NULL: any */
    bool open;            /* pending ones, the first known first */
    int stale;            /* over 0: pending ones whose date had passed this many days before */
    int32_t as_of;        /* this day */
};

/* The deals in which the entity is issuer, holder or counterparty (NULL: all), by date. SL_NOTHING
 * when there is none, SL_MISUSE for a word that is no status or kind. */
SL_API enum sl_status sl_deals(struct sl_book *book, const char *entity,
                               const struct sl_deal_filter *filter, struct sl_sink sink,
                               struct sl_error *err);

#ifdef __cplusplus
}
#endif

#endif
