/* The embedded schema: making a book's tables, and telling whether a file has them. */
#ifndef STORE_SCHEMA_H
#define STORE_SCHEMA_H

#include "store/statement.h"

/* Makes the tables in an empty database, inside the caller's transaction. */
enum sl_status sl_schema_make(struct sl_database *database, struct sl_error *err);

/* SL_OK: a book. SL_NOTHING: an empty database, without message. SL_FAILED: another file, another
 * version, other tables; with the reason. */
enum sl_status sl_schema_check(struct sl_database *database, struct sl_error *err);

#endif
