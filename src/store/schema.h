/* The embedded schema: making a book's tables, and telling whether a file has them. */
#ifndef STORE_SCHEMA_H
#define STORE_SCHEMA_H

#include <stdbool.h>

#include "store/statement.h"

/* Makes the tables in an empty database, inside the caller's transaction. */
enum sl_status sl_schema_make(struct sl_database *database, struct sl_error *err);

/* What of an event the table of version 1 had, in the order of enum sl_cell_id. */
#define SL_SCHEMA_1_EVENTS                                                                         \
    "SELECT issuer, day, seq, kind, status, unit, known, known_unit, holder, counterparty, class," \
    " stake, stake_after, votes, shares, outstanding, ratio, amount, currency, pre_money,"         \
    " post_money, round, instrument, deal, part, source, role, price, url, note, extra, line"      \
    " FROM event ORDER BY issuer, day, seq"

/* SL_OK: a book. SL_NOTHING: an empty database, without message. SL_FAILED: another file, another
 * version, other tables; with the reason. `*old`: the version of an older book, all of it as it
 * should be, else 0; where `old` is NULL such a book is refused. */
enum sl_status sl_schema_check(struct sl_database *database, int64_t *old, struct sl_error *err);
/* Puts the tables of this version in place of those of an older one: first makes the new ones, and,
 * when they were filled, drops the old ones and says which version it is. */
enum sl_status sl_schema_begin_upgrade(struct sl_database *database, int64_t version,
                                       struct sl_error *err);
enum sl_status sl_schema_end_upgrade(struct sl_database *database, int64_t version,
                                     struct sl_error *err);

#endif
