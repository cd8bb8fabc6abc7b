/* What the rounds of issuers add to the totals: one part a round, or a round and investor. */
#ifndef QUERY_ROUND_PARTS_H
#define QUERY_ROUND_PARTS_H

#include "query/round_investors.h"
#include "query/round_sums.h"

/* All zero but for `by`, `list` and `to` is empty. */
struct sl_round_parts {
    enum sl_round_group by;
    struct sl_round_list list; /* with `convert` the amounts are in its currency */
    struct sl_sums_hand *to;
    struct sl_round_investors investors; /* of the round at hand */
    struct sl_currency_sums sums;        /* of one of them */
};

/* Adds the issuer's rounds that count, as `view` has them, to the sums. */
enum sl_status sl_round_parts_add(struct sl_round_parts *parts, struct sl_play *play,
                                  sl_entity issuer, const struct sl_view *view,
                                  struct sl_error *err);
void sl_round_parts_release(struct sl_round_parts *parts);

/* The group of a key that is no entity's: a period, or a currency. */
void sl_round_key_spell(enum sl_round_group by, int64_t key, char text[SL_DATE_SIZE]);

#endif
