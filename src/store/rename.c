/* Another display name for an entity. The log is not touched: the old name goes on meaning it. */
#include <stakeline/entity.h>

#include <string.h>

#include "base/text.h"
#include "store/inside.h"

struct renaming {
    struct sl_book *book;
    sl_entity entity;
    struct sl_buffer old, old_key, text, key;
    struct sl_date on;
};

/* Runs a statement with the entity as ?1, a text as ?2 and another as ?3, where it has those. */
static enum sl_status run(struct renaming *renaming, const char *sql, const struct sl_buffer *text,
                          const struct sl_buffer *other, struct sl_error *err)
{
    struct sl_statement statement = {0};
    enum sl_status status = sl_statement_prepare(&statement, &renaming->book->database, sql, err);
    if (status == SL_OK) {
        sl_statement_bind_integer(&statement, 1, renaming->entity);
        if (text != NULL) sl_statement_bind_text(&statement, 2, text->data, text->length);
        if (other != NULL) sl_statement_bind_text(&statement, 3, other->data, other->length);
        status = sl_statement_run(&statement, err);
    }
    sl_statement_release(&statement);
    return status;
}

static enum sl_status display(struct renaming *renaming, struct sl_error *err)
{
    enum sl_status status =
        run(renaming, "UPDATE entity SET name = ?2 WHERE id = ?1", &renaming->text, NULL, err);
    sl_book_forget(renaming->book);
    return status;
}

static enum sl_status put_date(struct renaming *renaming, const char *sql, struct sl_error *err)
{
    struct sl_statement statement = {0};
    enum sl_status status = sl_statement_prepare(&statement, &renaming->book->database, sql, err);
    if (status == SL_OK) {
        sl_statement_bind_integer(&statement, 1, renaming->entity);
        if (renaming->on.unit != SL_DATE_NONE) {
            sl_statement_bind_integer(&statement, 2, renaming->on.day);
            sl_statement_bind_integer(&statement, 3, renaming->on.unit);
        }
        status = sl_statement_run(&statement, err);
    }
    if (status == SL_OK && sqlite3_changes(renaming->book->database.raw) == 0) {
        status = sl_fail(err, SL_MISUSE, "'%s' had no other name that it could be called so since",
                         renaming->text.data);
    }
    sl_statement_release(&statement);
    return status;
}

/* The name that it has, in another spelling or since another date. */
static enum sl_status respell(struct renaming *renaming, struct sl_error *err)
{
    enum sl_status status = display(renaming, err);
    if (status != SL_OK || renaming->on.unit == SL_DATE_NONE) return status;
    return put_date(renaming,
                    "UPDATE former_name SET day = ?2, unit = ?3 WHERE entity = ?1 AND number ="
                    " (SELECT max(number) FROM former_name WHERE entity = ?1)",
                    err);
}

/* A name that a merged entity has is shown by merging the other way round. */
static enum sl_status check_free(struct renaming *renaming, struct sl_error *err)
{
    sl_entity taken;
    enum sl_status status =
        sl_book_find_key(renaming->book, renaming->key.data, renaming->key.length, &taken, err);
    if (status == SL_NOTHING) return SL_OK;
    if (status != SL_OK || taken == renaming->entity) return status;
    if (sl_merges_root(renaming->book, taken) != renaming->entity) return SL_OK; /* told by alias */
    return sl_fail(err, SL_MISUSE,
                   "'%s' was an entity of its own that is merged into '%s': unmerge it, and merge "
                   "the two the other way round",
                   renaming->text.data, renaming->old.data);
}

static enum sl_status rename_entity(struct renaming *renaming, struct sl_error *err)
{
    enum sl_status status = check_free(renaming, err);
    if (status == SL_OK)
        status = sl_book_add_alias(renaming->book, renaming->entity, renaming->text.data, err);
    if (status == SL_OK)
        status = run(renaming,
                     "UPDATE name SET kind = 1, text = ?2 WHERE key = ?3 AND entity = ?1"
                     " AND kind = 0",
                     &renaming->old, &renaming->old_key, err);
    if (status == SL_OK)
        status = run(renaming,
                     "INSERT INTO former_name (entity, number, name) SELECT ?1,"
                     " coalesce(max(number), 0) + 1, ?2 FROM former_name WHERE entity = ?1",
                     &renaming->old, NULL, err);
    return status == SL_OK ? respell(renaming, err) : status;
}

static enum sl_status rename_found(struct renaming *renaming, const char *new_name,
                                   struct sl_error *err)
{
    const char *name = NULL;
    enum sl_status status = sl_book_read_name(renaming->book, renaming->entity, &name, err);
    if (status != SL_OK) return status;
    sl_buffer_add_text(&renaming->old, name);
    if (renaming->old.failed) return sl_fail_memory(err);
    status = sl_name_normal(&renaming->text, new_name, strlen(new_name), err);
    if (status == SL_OK) status = sl_name_key(&renaming->key, new_name, strlen(new_name), err);
    if (status == SL_INVALID) status = sl_fail(err, SL_MISUSE, "%s", err ? err->message : "");
    if (status == SL_OK)
        status = sl_name_key(&renaming->old_key, renaming->old.data, renaming->old.length, err);
    if (status != SL_OK) return status;
    if (sl_name_is_identifier(renaming->text.data))
        return sl_fail(err, SL_MISUSE, "'%s' is an identifier, not a name", renaming->text.data);
    const bool same = renaming->key.length == renaming->old_key.length &&
                      memcmp(renaming->key.data, renaming->old_key.data, renaming->key.length) == 0;
    return same ? respell(renaming, err) : rename_entity(renaming, err);
}

enum sl_status sl_entity_rename(struct sl_book *book, const char *name, const char *new_name,
                                struct sl_date on, struct sl_error *err)
{
    struct renaming renaming = {.book = book, .on = on};
    enum sl_status status = sl_book_write_begin(book, err);
    if (status != SL_OK) return status;
    status = sl_book_find(book, name, &renaming.entity, err);
    if (status == SL_OK) status = rename_found(&renaming, new_name, err);
    sl_buffer_release(&renaming.old);
    sl_buffer_release(&renaming.old_key);
    sl_buffer_release(&renaming.text);
    sl_buffer_release(&renaming.key);
    status = sl_book_write_end(book, status, err);
    if (status != SL_OK) sl_book_forget(book);
    return status;
}
