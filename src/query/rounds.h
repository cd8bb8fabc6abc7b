/* The funding rounds of one issuer, made of its round and debt claims (DESIGN section 3,
 * "Rounds"). */
#ifndef QUERY_ROUNDS_H
#define QUERY_ROUNDS_H

#include "query/convert.h"
#include "query/currency_sums.h"
#include "query/play.h"

struct sl_round {
    const struct sl_event *first; /* the earliest row: its date, kind, deal, and arrival */
    const struct sl_claim **rows; /* in order */
    size_t count;
    enum sl_stage stage;        /* completed if any row is, else the furthest */
    bool counts;                /* completed, or pending and asked for */
    struct sl_money amount;     /* blank: undisclosed, or in several currencies */
    char currency[4];           /* that it is stated in; "": none, or several */
    struct sl_money cumulative; /* of the list, up to this one */
    double sold;                /* part of the capital; NaN: not sized */
};

struct sl_round_list {
    struct sl_convert *convert; /* NULL: amounts as they are stated */
    bool alone; /* each is asked for by itself: not in which order they are, what they add up to, or
                   what they sold, which only a replay says */
    struct sl_round *items;
    size_t count, capacity;
    struct sl_currency_sums sums; /* of the round at hand */
};

/* Lists the issuer's rounds by date (`alone`: in no order); they live until the next issuer or the
 * list's release. */
enum sl_status sl_round_list_read(struct sl_round_list *list, struct sl_play *play,
                                  sl_entity issuer, const struct sl_view *view,
                                  struct sl_error *err);
/* Only says which claims make a round, of issuers whose claims were read: `first`, `rows` and
 * `count` are filled, in no order. */
enum sl_status sl_round_list_group(struct sl_round_list *list, struct sl_claims *claims,
                                   struct sl_error *err);
void sl_round_list_release(struct sl_round_list *list);

#endif
