/* The claims themselves: what the log says about an entity, in its own order, with who said it. */
#ifndef STAKELINE_CLAIMS_H
#define STAKELINE_CLAIMS_H

#include <stakeline/query.h>

#ifdef __cplusplus
extern "C" {
#endif

/* One event as it stands in the log, whether it counts or was overtaken by a later report. */
struct sl_claim_row {
    struct sl_date date, known;
    const char *kind, *status, *issuer, *holder, *counterparty;
    const char *what; /* what it states, in words: "Renault sells 28.4 % to French trust" */
    const char *deal, *note, *source, *url;
    const char *file; /* that brought it, and the line there (SL_NO_COUNT where not known) */
    int64_t line, arrival;
};
SL_API extern const struct sl_row_type sl_claim_row_type;

/* Every claim in which the entity is issuer, holder or counterparty, that takes effect by view->to
 * and was known by view->known_by, by date and arrival. SL_NOTHING when no entity has the name
 * (with the nearest in the message), or there is none. */
SL_API enum sl_status sl_claims_about(struct sl_book *book, const char *entity,
                                      const struct sl_view *view, struct sl_sink sink,
                                      struct sl_error *err);

#ifdef __cplusplus
}
#endif

#endif
