/* Whose rows a round has. */
#ifndef QUERY_ROUND_INVESTORS_H
#define QUERY_ROUND_INVESTORS_H

#include "query/rounds.h"

struct sl_round_investor {
    sl_entity holder;
    size_t row,
        first; /* places in the round: of this row of the investor's, and of the first one */
};

/* All zero is empty. */
struct sl_round_investors {
    struct sl_round_investor *items;
    size_t count, capacity;
};

/* Lists the rows that have a holder (`leads`: those of leads alone): those of one together, in the
 * order in which the holders are first met. */
enum sl_status sl_round_investors_list(struct sl_round_investors *investors,
                                       const struct sl_round *round, bool leads,
                                       struct sl_error *err);
/* Where the rows of the investor end that begin there. */
size_t sl_round_investors_end(const struct sl_round_investors *investors, size_t first);
void sl_round_investors_release(struct sl_round_investors *investors);

#endif
