/* The words of an explanation. */
#ifndef QUERY_EXPLAIN_H
#define QUERY_EXPLAIN_H

#include "query/play.h"
#include "query/say.h"

struct sl_telling {
    struct sl_book *book;
    sl_entity holder; /* whose stake is explained */
    int64_t worth;    /* of the event at hand, see struct sl_effect */
    struct sl_buffer text;
};

/* What the event states: "Renault sells 28.4 % to French trust". */
void sl_tell_event(struct sl_telling *telling, const struct sl_event *event);
/* What the step made of the capital: "; 4,009,715,112 of 4,220,715,112 shares are left". Nothing
 * where it did not move. */
void sl_tell_capital(struct sl_telling *telling, const struct sl_ledger *ledger,
                     const struct sl_event *event);
/* What it made of the position, which is the holder's: "; Renault's 633,107,267 shares are 15.79
 * %". */
void sl_tell_position(struct sl_telling *telling, const struct sl_ledger *ledger,
                      const struct sl_position *position, enum sl_kind kind, unsigned flags);
/* Why an event was not counted. */
void sl_tell_fate(struct sl_telling *telling, const struct sl_dropped *dropped,
                  const struct sl_view *view);

#endif
