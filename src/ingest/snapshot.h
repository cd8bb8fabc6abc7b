/* Files that list everything there is on a date: what changed from one to the next becomes events,
 * and what is gone is inferred. */
#ifndef INGEST_SNAPSHOT_H
#define INGEST_SNAPSHOT_H

#include "ingest/map.h"
#include "model/event.h"
#include "store/book.h"

/* The x_ columns of the events: the map that they came through; that the source does not say it. */
#define SL_SNAPSHOT_COLUMN "x_snapshot"
#define SL_INFERRED_COLUMN "x_inferred"

struct sl_snapshots;

/* `import` is under way in the book. */
enum sl_status sl_snapshots_new(struct sl_snapshots **out, struct sl_book *book,
                                struct sl_import *import, const struct sl_map *map,
                                struct sl_error *err);
void sl_snapshots_free(struct sl_snapshots *snapshots); /* NULL is allowed */

/* The positions that follow are of this file. */
enum sl_status sl_snapshots_file(struct sl_snapshots *snapshots, const char *path,
                                 struct sl_error *err);
/* Can the event be a position of a snapshot? Else *worst becomes SL_INVALID, and that is said. */
enum sl_status sl_snapshots_check(const struct sl_event_text *event, struct sl_problems *problems,
                                  enum sl_status *worst);
/* Keeps a copy of it. */
enum sl_status sl_snapshots_add(struct sl_snapshots *snapshots, const struct sl_event_text *event,
                                struct sl_error *err);
/* Hands over what changed, date by date, starting from what the book has of this map, and counts
 * result->unchanged and ->inferred. SL_INVALID, said as a problem, when a snapshot is older than
 * what the book has and would change it. */
enum sl_status sl_snapshots_store(struct sl_snapshots *snapshots, struct sl_problems *problems,
                                  struct sl_import_result *result, struct sl_error *err);

#endif
