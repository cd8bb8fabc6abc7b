/* Rounds on their way to rows: gathered issuer by issuer, without names. */
#ifndef QUERY_ROUND_ROWS_H
#define QUERY_ROUND_ROWS_H

#include "base/arena.h"
#include "query/round_investors.h"

struct sl_listed_round {
    struct sl_round_row row; /* names are blank */
    sl_entity issuer;
    const sl_entity *investors,
        *leads; /* each once, in order of arrival; leads are investors, too */
    size_t investor_count, lead_count;
};

/* All zero but for list.convert is empty. */
struct sl_round_rows {
    struct sl_round_list list; /* of one issuer; with `convert` amounts are in its currency */
    struct sl_listed_round *items;
    size_t count, capacity;
    struct sl_arena arena;
    struct sl_round_investors investors; /* scratch */
};

/* Adds the issuer's rounds, as `view` has them. */
enum sl_status sl_round_rows_add(struct sl_round_rows *rows, struct sl_play *play, sl_entity issuer,
                                 const struct sl_view *view, struct sl_error *err);
void sl_round_rows_release(struct sl_round_rows *rows);

#endif
