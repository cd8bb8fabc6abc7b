/* What a holder has of an issuer in all, of the capital and of the votes, its classes added. It is
 * as of the last look at each class: positions are looked at after the steps that move them. */
#ifndef QUERY_WHOLE_H
#define QUERY_WHOLE_H

#include "query/ledger.h"
#include "query/lines.h"

enum sl_measure { SL_CAPITAL, SL_VOTES, SL_MEASURES };

/* All zero is nothing; lives in an arena. */
struct sl_whole {
    struct sl_part *parts;
};

/* Looks at one position of the holder's after a step of the ledger. `news` tells what is known of
 * it that was not before. False when memory is out. */
bool sl_whole_look(struct sl_whole *whole, struct sl_arena *arena, const struct sl_ledger *ledger,
                   const struct sl_position *position, bool news[SL_MEASURES]);

/* False where a part of it is not known. */
bool sl_whole_sum(const struct sl_whole *whole, enum sl_measure measure, struct sl_standing *sum);

#endif
