/* What the rounds of issuers add to the totals: one part a round, or a round and investor. */
#ifndef QUERY_ROUND_PARTS_H
#define QUERY_ROUND_PARTS_H

#include "query/round_investors.h"

struct sl_round_part {
    int64_t key;       /* the group where it is an entity, a period or a currency */
    const char *group; /* else its text, as long as the events'; NULL: by its key */
    struct sl_money amount;
    bool uncountable; /* the amounts of investor `key` in one round are too much together */
};

/* All zero but for `by` and `list` is empty. */
struct sl_round_parts {
    enum sl_round_group by;
    struct sl_round_list list; /* with `convert` the amounts are in its currency */
    struct sl_round_part *items;
    size_t count, capacity;
    struct sl_round_investors investors; /* of the round at hand */
    struct sl_currency_sums sums;        /* of one of them */
};

/* Adds the parts of an issuer's rounds that count, as `view` has them. */
enum sl_status sl_round_parts_add(struct sl_round_parts *parts, struct sl_play *play,
                                  sl_entity issuer, const struct sl_view *view,
                                  struct sl_error *err);
void sl_round_parts_release(struct sl_round_parts *parts);

/* The group of a key that is no entity's: a period, or a currency. */
void sl_round_key_spell(enum sl_round_group by, int64_t key, char text[SL_DATE_SIZE]);

#endif
