/* Who moved between two dates, and which lines were crossed when. */
#ifndef STAKELINE_CHANGES_H
#define STAKELINE_CHANGES_H

#include <stakeline/query.h>

#ifdef __cplusplus
extern "C" {
#endif

/* A position whose stake is not the same on two dates; unknown stakes are NaN, and so is a change
 * from or to one. */
struct sl_change_row {
    const char *issuer, *holder;
    double from_pct, to_pct, change_pp;
    const char *reason; /* entered, left, traded, diluted (it only moved because the capital did) or
                           restated (by a statement of its level) */
    const char *class_;
};
SL_API extern const struct sl_row_type sl_change_row_type;        /* the columns of `diff` */
SL_API extern const struct sl_row_type sl_holder_change_row_type; /* issuer first */

/* The cap table at the end of the day view->to against that at the end of the day view->from, the
 * largest change first, with the (undisclosed) rest last: changes add up to 0. Or that of one
 * holder in every issuer; either name may be NULL, not both; with both, that holder in that issuer,
 * without the rest. SL_NOTHING when nobody moved, SL_MISUSE when `from` is after `to`. */
SL_API enum sl_status sl_changes(struct sl_book *book, const char *issuer, const char *holder,
                                 const struct sl_view *view, struct sl_sink sink,
                                 struct sl_error *err);

/* A holder's stake (all classes together) getting over a line, or under it. */
struct sl_crossing_row {
    struct sl_date date;
    const char *holder;
    const char *direction; /* up, down */
    double threshold_pct, from_pct, to_pct;
    const char *source;
    const char *of;        /* capital, votes or (both measured, and crossed alike) both */
    const char *certainty; /* possible: the stake before or after is a range around the line, or is
                              not known; else NULL */
    const char *cause;     /* own, counterparty, dilution (the capital moved), takeover (somebody
                              has it all) or stated (a level, whatever led to it) */
    const char *kind, *status, *deal; /* of the event */
};
SL_API extern const struct sl_row_type sl_crossing_row_type;

/* Lines that rules name; docs/THRESHOLDS.md says what each counts. */
enum sl_regime {
    SL_REGIME_EU,    /* 5, 10, 15, 20, 25, 30, 50, 75 */
    SL_REGIME_SEC,   /* more than 5 */
    SL_REGIME_DTR5,  /* 3 and each whole per cent above */
    SL_REGIME_AMF,   /* more than 5, 10, 15, 20, 25, 30, 1/3, 50, 2/3, 90, 95, of either */
    SL_REGIME_SEBI,  /* 5; each change of more than 2 points since the last crossing; 25 */
    SL_REGIME_JAPAN, /* more than 5; each change of 1 point since the last crossing */
    SL_REGIME_HK     /* 5 and each whole per cent above */
};

struct sl_crossing_options {
    struct sl_view view;
    enum sl_regime regime; /* where `lines` is NULL */
    const char *lines;     /* "5,10,1/3": over 0, up to 100 */
    bool votes;            /* of the votes alone; else of the capital (SL_REGIME_AMF: of both) */
};

/* Every crossing in one issuer, in the order of the events. SL_NOTHING when there is none,
 * SL_MISUSE when `lines` are not per cents. */
SL_API enum sl_status sl_crossings(struct sl_book *book, const char *issuer,
                                   const struct sl_crossing_options *options, struct sl_sink sink,
                                   struct sl_error *err);

#ifdef __cplusplus
}
#endif

#endif
