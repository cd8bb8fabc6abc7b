/* What the files of the store share: the opened book, and what it keeps in memory. */
#ifndef STORE_INSIDE_H
#define STORE_INSIDE_H

#include <stdbool.h>

#include "base/arena.h"
#include "store/book.h"
#include "store/id_map.h"
#include "store/id_names.h"
#include "store/statement.h"

/* A merged entity and the one that it counts as: the end of its chain. */
struct sl_merge {
    sl_entity entity, root;
};

struct sl_book {
    struct sl_database database;
    enum sl_access access;
    bool made;                /* by this opening: the file was not there before */
    unsigned made_version;    /* of its content then */
    int readers;              /* nested sl_book_read_begin */
    struct sl_import *import; /* the one under way, or NULL */

    struct sl_merge *merges;  /* sorted by entity; normally none */
    struct sl_merge *by_root; /* the same, sorted by root, then entity */
    size_t merge_count;
    bool merges_known;
    unsigned version; /* of the file's content when merges and names were read */

    struct sl_id_names names; /* display names, as far as they were read */
    struct sl_arena name_memory;
    bool many_names; /* are going to be asked for: they are read block by block */
    struct sl_statement name_of, names_of, find_key, find_rate, issuers_of, packs_of, fundings_of;
    struct sl_error trouble; /* why a name could not be read; status SL_OK: all could */
};

/* A name that SQLite takes for a file, whatever it begins with, in an allocation of the caller's;
 * NULL when memory is out. */
char *sl_book_file_name(const char *path);

/* Refuses what is no regular file, or has other than such beside it; makes an empty one, its
 * owner's only, where that is asked. `name` is sl_book_file_name's. */
enum sl_status sl_book_prepare_file(const char *path, const char *name, enum sl_access access,
                                    bool *made, struct sl_error *err);

/* Begins a transaction that writes, waiting for other writers. SL_MISUSE inside another one. */
enum sl_status sl_book_write_begin(struct sl_book *book, struct sl_error *err);
/* Commits when `status` is SL_OK, else rolls back; returns the status of the whole. */
enum sl_status sl_book_write_end(struct sl_book *book, enum sl_status status, struct sl_error *err);

/* Forgets names and merges when the file has changed since they were read. */
void sl_book_refresh(struct sl_book *book);
/* Forgets them in any case. Names handed out live on. */
void sl_book_forget(struct sl_book *book);

/* ---- backup.c ---- */

/* Copies the whole of a database to a file, as it is at one moment. */
enum sl_status sl_database_backup(sqlite3 *source, const char *path, bool replace,
                                  struct sl_error *err);

/* ---- upgrade.c ---- */

/* Brings a book of an older version up to date, where it still is one: a copy beside it, then one
 * transaction. The database is open for writing. */
enum sl_status sl_book_upgrade(struct sl_database *database, const char *name,
                               struct sl_error *err);

/* ---- merge.c ---- */

/* Reads the merges where they are not known. */
enum sl_status sl_merges_load(struct sl_book *book, struct sl_error *err);
/* The entity that an id counts as; the merges must have been loaded. */
sl_entity sl_merges_root(const struct sl_book *book, sl_entity entity);
/* The ids that count as `root`, itself first, in an allocation of the caller's. */
enum sl_status sl_merges_group(const struct sl_book *book, sl_entity root, sl_entity **out,
                               size_t *count, struct sl_error *err);
/* All ids that count as one of the entities, each once and in order, in an allocation of the
 * caller's. Loads the merges. */
enum sl_status sl_merges_ids(struct sl_book *book, const sl_entity *entities, size_t count,
                             sl_entity **out, size_t *out_count, struct sl_error *err);
void sl_merges_forget(struct sl_book *book);

/* ---- entity.c ---- */

/* The entity that a key (sl_name_key) stands for, before merges. SL_NOTHING without a message when
 * there is none. */
enum sl_status sl_book_find_key(struct sl_book *book, const char *key, size_t length,
                                sl_entity *out, struct sl_error *err);
/* The entity that a user's name means, before merges. SL_NOTHING as sl_book_find. */
enum sl_status sl_book_find_own(struct sl_book *book, const char *name, sl_entity *out,
                                struct sl_error *err);

/* Keeps the name of an entity that is there, in memory that lives as long as the book, if it is one
 * that can be shown; else *name is NULL. */
enum sl_status sl_book_keep_name(struct sl_book *book, struct sl_arena *memory, sl_entity entity,
                                 const char *text, size_t length, char **name,
                                 struct sl_error *err);

/* The same of a row of `id, name`, unless the name is known or of a merged entity. */
enum sl_status sl_book_keep_name_of(struct sl_book *book, struct sl_arena *memory,
                                    struct sl_statement *statement, struct sl_error *err);

/* ---- packs.c ---- */

struct sl_pack_bytes;

/* The packs of an issuer (one id alone), of which there are as many as it returns. */
size_t sl_packs_find(const struct sl_packs *packs, sl_entity issuer,
                     const struct sl_pack_bytes **out);

/* ---- suggest.c ---- */

/* "no entity is called 'X'; did you mean 'Y'?": SL_NOTHING, or SL_FAILED. */
enum sl_status sl_book_suggest(struct sl_book *book, const char *name, const char *key,
                               struct sl_error *err);

/* As sl_book_name, for a name that something is decided by or that is stored: no "?" stands for one
 * that cannot be read. */
enum sl_status sl_book_read_name(struct sl_book *book, sl_entity entity, const char **name,
                                 struct sl_error *err);

/* Gives the entity another name; SL_MISUSE as sl_entity_alias. */
enum sl_status sl_book_add_alias(struct sl_book *book, sl_entity entity, const char *alias,
                                 struct sl_error *err);

/* ---- the kinds of names ---- */

enum sl_name_kind { SL_NAME_DISPLAY, SL_NAME_ALIAS, SL_NAME_IDENTIFIER };

/* Is the text an identifier (lei:…, isin:…, ticker:…, cik:…, permalink:…)? */
bool sl_name_is_identifier(const char *text);

/* The next number of 'seq', 'entity', 'import', and its storing. */
enum sl_status sl_counter_read(struct sl_book *book, const char *of, int64_t *next,
                               struct sl_error *err);
enum sl_status sl_counter_write(struct sl_book *book, const char *of, int64_t next,
                                struct sl_error *err);

/* ---- the seal of the exchange rates ---- */

/* Within a transaction: the seal as it is, what a rate that is stored (in place of another) makes
 * of it, and its storing. */
enum sl_status sl_rates_seal_begin(struct sl_book *book, int64_t *seal, struct sl_error *err);
void sl_rates_seal_change(int64_t *seal, const struct sl_rate *old, const struct sl_rate *new);
enum sl_status sl_rates_seal_end(struct sl_book *book, int64_t seal, struct sl_error *err);
/* Are the rates others than those that were stored? And how many cannot be? */
enum sl_status sl_rates_seal_verify(struct sl_book *book, bool *changed, int64_t *impossible,
                                    struct sl_error *err);

#endif
