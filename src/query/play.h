/* What every question has in hand: a cursor that turns from issuer to issuer, that issuer's
 * claims, and its ledger. */
#ifndef QUERY_PLAY_H
#define QUERY_PLAY_H

#include "query/replay.h"

/* All zero is empty; only one issuer is in memory at a time. */
struct sl_play {
    struct sl_book *book;
    struct sl_cursor *cursor;
    const struct sl_packs *packs; /* where events are, NULL: in the file */
    struct sl_claims claims;
    struct sl_ledger ledger;
};

/* Puts the cursor before the issuer's events, filled as a cursor's are; of one play always alike.
 */
enum sl_status sl_play_turn(struct sl_play *play, sl_entity issuer, enum sl_columns columns,
                            struct sl_error *err);
/* Reads the issuer's claims, filled as a cursor's events are; of one play always alike. */
enum sl_status sl_play_claims(struct sl_play *play, sl_entity issuer, enum sl_columns columns,
                              const struct sl_view *view, struct sl_error *err);
/* Reads the issuer's claims and replays them. `sink` NULL: only the end is asked for. */
enum sl_status sl_play_issuer(struct sl_play *play, sl_entity issuer, const struct sl_view *view,
                              const struct sl_step_sink *sink, struct sl_error *err);
void sl_play_release(struct sl_play *play);

/* The entity of a user's name; SL_NOTHING, with the nearest name, when there is none. NULL gives
 * entity 0. */
enum sl_status sl_play_find(struct sl_book *book, const char *name, sl_entity *out,
                            struct sl_error *err);

/* Per cents of a range of parts; NaN where `known` is false. */
void sl_range_percents(bool known, struct sl_range range, double *middle, double *low,
                       double *high);
/* What orders rows by a per cent: the largest first, NaN last. Of two that are printed alike it is
 * the same. */
double sl_percent_rank(double percents);
int sl_compare_percents(double a, double b); /* by it */
/* The votes: as stated, else the stake. NaN when neither is known. */
double sl_play_votes(const struct sl_ledger *ledger, const struct sl_position *position);

#endif
