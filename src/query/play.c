/* One issuer at a time: read, settle versions, replay. */
#include "query/play.h"

#include <math.h>

enum sl_status sl_play_turn(struct sl_play *play, sl_entity issuer, enum sl_columns columns,
                            struct sl_error *err)
{
    enum sl_status status = SL_OK;
    if (play->cursor == NULL) status = sl_cursor_open(&play->cursor, play->book, 0, columns, err);
    if (status == SL_OK) sl_cursor_from(play->cursor, play->packs);
    return status == SL_OK ? sl_cursor_seek(play->cursor, issuer, err) : status;
}

enum sl_status sl_play_claims(struct sl_play *play, sl_entity issuer, enum sl_columns columns,
                              const struct sl_view *view, struct sl_error *err)
{
    enum sl_status status = sl_play_turn(play, issuer, columns, err);
    return status == SL_OK ? sl_claims_read(&play->claims, play->cursor, view, err) : status;
}

enum sl_status sl_play_issuer(struct sl_play *play, sl_entity issuer, const struct sl_view *view,
                              const struct sl_step_sink *sink, struct sl_error *err)
{
    enum sl_status status = sl_play_claims(play, issuer, SL_COLUMNS_POSITION, view, err);
    if (status != SL_OK) return status;
    sl_ledger_reset(&play->ledger);
    return sl_replay(&play->ledger, &play->claims, sink, err);
}

void sl_play_release(struct sl_play *play)
{
    sl_cursor_close(play->cursor);
    sl_claims_release(&play->claims);
    sl_ledger_release(&play->ledger);
    *play = (struct sl_play){0};
}

enum sl_status sl_play_find(struct sl_book *book, const char *name, sl_entity *out,
                            struct sl_error *err)
{
    *out = 0;
    return name == NULL ? SL_OK : sl_book_find(book, name, out, err);
}

void sl_range_percents(bool known, struct sl_range range, double *middle, double *low, double *high)
{
    *low = known ? range.low * 100 : NAN;
    *high = known ? range.high * 100 : NAN;
    *middle = (*low + *high) / 2;
}

double sl_percent_rank(double percents)
{
    return isnan(percents) ? INFINITY : -round(percents * 1e6);
}

int sl_compare_percents(double a, double b)
{
    const double x = sl_percent_rank(a), y = sl_percent_rank(b);
    return (x > y) - (x < y);
}

double sl_play_votes(const struct sl_ledger *ledger, const struct sl_position *position)
{
    struct sl_range stake;
    if (position->has_votes) return (position->votes.low + position->votes.high) / 2 * 100;
    if (!sl_ledger_stake(ledger, position, &stake)) return NAN;
    return (stake.low + stake.high) / 2 * 100;
}
