/* What the rest of stakeline knows of the store: names to ids, events in, ordered events out.
 * Nothing here says SQLite; another engine can stand behind it. */
#ifndef STORE_BOOK_H
#define STORE_BOOK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <stakeline/book.h>
#include <stakeline/import.h>

#include "base/arena.h"
#include "model/event.h"

/* The book once more, for the questions of another thread, between sl_book_read_begin and
 * sl_book_read_end: it sees what the book sees, and is closed by sl_book_close. SL_NOTHING, without
 * a message, where that cannot be had. */
enum sl_status sl_book_beside(struct sl_book **out, const struct sl_book *book);

/* ---- names ---- */

/* The entity that a user's name means (merged entities: the one they are merged into).
 * SL_NOTHING, with the nearest known name in the message, when there is none. */
enum sl_status sl_book_find(struct sl_book *book, const char *name, sl_entity *out,
                            struct sl_error *err);

/* The display name; lives until the book is closed. Never NULL (an id without a name: "?").
 * Each name is read once and kept. */
const char *sl_book_name(struct sl_book *book, sl_entity entity);

/* The same of a name that was read: NULL for any other. Several threads may ask at once. */
const char *sl_book_known_name(const struct sl_book *book, sl_entity entity);

/* So many names are going to be asked for: where that is a good part of all, the names of others
 * are read along with each. */
enum sl_status sl_book_expect_names(struct sl_book *book, size_t count, struct sl_error *err);

/* Reads the names of these entities in one pass, where they are a good part of all. */
enum sl_status sl_book_read_names(struct sl_book *book, const sl_entity *ids, size_t count,
                                  struct sl_error *err);

/* Are so many names a good part of all? */
enum sl_status sl_book_names_are_many(struct sl_book *book, size_t count, bool *many,
                                      struct sl_error *err);
/* Reads the names of all entities. */
enum sl_status sl_book_read_every_name(struct sl_book *book, struct sl_error *err);

/* The places of these entities in the array, in the order of their display names (bytes). */
enum sl_status sl_book_name_order(struct sl_book *book, const sl_entity *ids, size_t count,
                                  size_t *order, struct sl_error *err);

/* A name that was read at once will soon be asked for: a hint that saves the wait for memory.
 * Twice, some time apart. */
void sl_book_fetch_name(const struct sl_book *book, sl_entity entity, bool again);

/* The highest id that an entity has. */
enum sl_status sl_book_last_entity(struct sl_book *book, sl_entity *last, struct sl_error *err);
/* Every entity from `first` up to `end` that is not merged into another, by id, with its display
 * name; `each` borrows the name for the call. */
enum sl_status sl_book_each_entity(struct sl_book *book, sl_entity first, sl_entity end,
                                   enum sl_status (*each)(void *context, sl_entity entity,
                                                          const char *name, struct sl_error *err),
                                   void *context, struct sl_error *err);

/* ---- events out ---- */

/* Which members of an event a cursor fills; the others are blank. */
enum sl_columns {
    SL_COLUMNS_POSITION, /* all but line, price, url, note, extra: what positions need */
    SL_COLUMNS_FUNDING,  /* the same, of the events that rounds are made of: those of kind round or
                            debt, and those with a deal, which may be versions of such */
    SL_COLUMNS_ALL
};

struct sl_cursor;

/* The events of one issuer (0: none yet) in the order of (day, arrival), merged entities included.
 * Every entity id that is handed out is that of the entity it is merged into. */
enum sl_status sl_cursor_open(struct sl_cursor **out, struct sl_book *book, sl_entity issuer,
                              enum sl_columns columns, struct sl_error *err);
/* Turns an open cursor to another issuer: cheap, for questions about many. */
enum sl_status sl_cursor_seek(struct sl_cursor *cursor, sl_entity issuer, struct sl_error *err);
/* What need not be handed out until the cursor is turned: events that became known after
 * `known_by`, and those without a deal that take effect after `to` or were cancelled. false: some
 * of them may be, as by a cursor of SL_COLUMNS_ALL, which hands out everything. */
bool sl_cursor_limit(struct sl_cursor *cursor, int32_t known_by, int32_t to);
/* SL_OK and the next event, whose strings live until the cursor is turned or closed; SL_NOTHING at
 * the end. */
enum sl_status sl_cursor_next(struct sl_cursor *cursor, struct sl_event *out, struct sl_error *err);
void sl_cursor_close(struct sl_cursor *cursor); /* NULL is allowed */

/* What positions need of many issuers' events, read at once, some 30 bytes an event; cursors take
 * it from there without a look at the file, also those of other threads. */
struct sl_packs;
enum sl_status sl_packs_open(struct sl_packs **out, struct sl_error *err);
/* Reads these issuers in place of those before, for cursors of these columns. `all`: few others lie
 * between them. */
enum sl_status sl_packs_read(struct sl_packs *packs, struct sl_book *book, enum sl_columns columns,
                             const sl_entity *issuers, size_t count, bool all,
                             struct sl_error *err);
void sl_packs_close(struct sl_packs *packs); /* NULL is allowed */

/* Reads what cursors of several threads share, before there are any. */
enum sl_status sl_cursors_prepare(struct sl_book *book, struct sl_error *err);
/* From its next seek on the cursor (not of SL_COLUMNS_ALL) takes events from there, or, for NULL,
 * from the file. Their strings then live as long as the packs. */
void sl_cursor_from(struct sl_cursor *cursor, const struct sl_packs *packs);

/* The issuers with any event, or with one of kind round or debt (`funded`), each once, merged ones
 * left out, as an array of ids to be freed by the caller: sorted by display name (bytes), or by id,
 * which needs no names. */
enum sl_status sl_book_issuers(struct sl_book *book, bool funded, bool by_name, sl_entity **out,
                               size_t *count, struct sl_error *err);
/* The lowest and the highest id of the issuers; 0: there is none. */
enum sl_status sl_book_issuer_ids(struct sl_book *book, sl_entity *lowest, sl_entity *highest,
                                  struct sl_error *err);
/* Hands out the issuers, or the funded ones, by id, as they are read: those of a book in which
 * nothing was merged, as sl_cursors_prepare has found out. */
bool sl_book_has_merges(const struct sl_book *book);
enum sl_status sl_book_each_issuer(struct sl_book *book, bool funded,
                                   void (*each)(void *context, sl_entity issuer), void *context,
                                   struct sl_error *err);
/* Those in which one of the holders is holder or counterparty of an event (it may name a few in
 * which none is any longer), each once, by id. */
enum sl_status sl_book_issuers_of(struct sl_book *book, const sl_entity *holders, size_t count,
                                  sl_entity **out, size_t *out_count, struct sl_error *err);

/* ---- where events came from ---- */

/* The files of all imports, for looking up those of events. */
struct sl_origins;
enum sl_status sl_origins_open(struct sl_origins **out, struct sl_book *book, struct sl_error *err);
void sl_origins_close(struct sl_origins *origins); /* NULL is allowed */
/* The path, as it was given, of the file that brought the event with this order of arrival, and its
 * import (`import` may be NULL); NULL and 0 where there is none. Lives as long as the origins. */
const char *sl_origins_file(const struct sl_origins *origins, int64_t seq, int64_t *import);
/* Was that file read through a map? */
bool sl_origins_mapped(const struct sl_origins *origins, int64_t seq);

/* ---- exchange rates ---- */

enum { SL_RATE_DECIMALS_MAX = 12 };

/* One euro is units / 10^decimals of the currency; units over 0. */
struct sl_rate {
    char currency[4];
    int32_t day;
    int64_t units;
    int decimals;
};

struct sl_rates_result;

/* The last rate on or before the day, and the first of all. SL_NOTHING, without a message, when
 * there is none. */
enum sl_status sl_book_rate(struct sl_book *book, const char *currency, int32_t day,
                            struct sl_rate *out, struct sl_error *err);
enum sl_status sl_book_rate_first(struct sl_book *book, const char *currency, struct sl_rate *out,
                                  struct sl_error *err);
/* Stores them all, in place of others of the same day, and counts what they were. */
enum sl_status sl_book_store_rates(struct sl_book *book, const struct sl_rate *rates, size_t count,
                                   struct sl_rates_result *result, struct sl_error *err);

/* ---- events in ---- */

struct sl_import;

/* Begins an import: one transaction, which no other writer can enter. Pass *out to sl_import_end.
 * The map's name may be NULL. */
enum sl_status sl_import_begin(struct sl_import **out, struct sl_book *book, const char *map,
                               struct sl_error *err);
/* The events that follow come from this file. */
enum sl_status sl_import_file(struct sl_import *import, const char *path, struct sl_error *err);
/* The entity of a cell's name, made where it is new. Fast for spellings met before in this import.
 * SL_INVALID, with the reason, for a name that is refused (see base/text.h). */
enum sl_status sl_import_name(struct sl_import *import, const char *name, size_t length,
                              sl_entity *out, struct sl_error *err);
/* A name will soon be asked for: a hint that saves the wait for memory. Twice, some time apart. */
void sl_import_expect(const struct sl_import *import, const char *name, size_t length, bool again);
/* The entity that one of sl_import_name counts as. */
sl_entity sl_import_root(const struct sl_import *import, sl_entity entity);
/* Hands over one event (everything is copied; event.seq is ignored). Events are kept in sorted runs
 * of bounded memory and stored by sl_import_commit. */
enum sl_status sl_import_event(struct sl_import *import, const struct sl_event_text *event,
                               struct sl_error *err);
/* Stores the events that are new (the k-th copy rule of DESIGN section 4, file by file; with
 * `copies` every one is new) and fills result->import, ->events, ->duplicates. `rejected` is only
 * recorded. With `dry_run`, or when no event is new, nothing is stored. */
enum sl_status sl_import_commit(struct sl_import *import, bool dry_run, bool copies,
                                int64_t rejected, struct sl_import_result *result,
                                struct sl_error *err);
/* Rolls back what was not committed. Frees; NULL is allowed. */
void sl_import_end(struct sl_import *import);

/* ---- the log back, for export ---- */

struct sl_log;

/* Reads all events and puts them into the order of arrival; beyond a few megabytes in a temporary
 * file. */
enum sl_status sl_log_open(struct sl_log **out, struct sl_book *book, struct sl_error *err);
/* The names of all x_ columns in it, sorted and NULL-terminated; live as long as the log. */
const char *const *sl_log_extra_columns(const struct sl_log *log);
/* An event that was taken, to be read. */
struct sl_taken {
    const void *bytes;
    size_t length;
};
/* Takes the next event, and keeps it in `memory`; SL_NOTHING at the end, and ever after. */
enum sl_status sl_log_take(struct sl_log *log, struct sl_arena *memory, struct sl_taken *taken,
                           struct sl_error *err);
/* Its strings are in what was taken. */
enum sl_status sl_log_read(const struct sl_log *log, const struct sl_taken *taken,
                           struct sl_event_text *out, struct sl_error *err);
/* The name of an issuer, holder or counterparty, as sl_book_name, and its hint. */
const char *sl_log_name(struct sl_log *log, sl_entity entity);
void sl_log_fetch_name(const struct sl_log *log, sl_entity entity, bool again);
/* May several threads read what was taken, and names, at once? */
bool sl_log_is_shared(const struct sl_log *log);
void sl_log_close(struct sl_log *log); /* NULL is allowed */

#endif
