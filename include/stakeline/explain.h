/* How a number came to be: the events behind one holder's stake, with the arithmetic in words. */
#ifndef STAKELINE_EXPLAIN_H
#define STAKELINE_EXPLAIN_H

#include <stakeline/query.h>

#ifdef __cplusplus
extern "C" {
#endif

/* A row for each event that moved the holder's position or the capital, and for each that might
 * have, but was not counted; by date and arrival. The numbers are those after the event, and blank
 * where it was not counted. */
struct sl_explain_row {
    struct sl_date date;
    const char *kind, *holder; /* of the event */
    const char *what;          /* what it did, and what that makes of the stake */
    double capital;            /* in shares where shares_per_unit is known, else in units */
    double shares_per_unit;
    double units;     /* of the holder, all classes: the middle of the range */
    double stake_pct; /* likewise */
    const char *flag; /* those of the timeline; or why it was not counted: superseded, pending,
                         cancelled, later, not known yet */
    const char *source, *file;
    int64_t line; /* SL_NO_COUNT where not known */
};
SL_API extern const struct sl_row_type sl_explain_row_type;

/* SL_NOTHING when no entity has a name (with the nearest in the message), or no event is about the
 * two. */
SL_API enum sl_status sl_explain(struct sl_book *book, const char *issuer, const char *holder,
                                 const struct sl_view *view, struct sl_sink sink,
                                 struct sl_error *err);

#ifdef __cplusplus
}
#endif

#endif
