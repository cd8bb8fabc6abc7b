/* Names to entities and back. */
#include <stakeline/entity.h>

#include <stdlib.h>
#include <string.h>

#include "base/expect.h"
#include "base/sixteen.h"
#include "base/text.h"
#include "store/inside.h"

/* In ASCII, whatever the locale. */
static bool starts_with(const char *text, const char *prefix)
{
    for (; *prefix != '\0'; text++, prefix++) {
        const char c = *text >= 'A' && *text <= 'Z' ? (char)(*text - 'A' + 'a') : *text;
        if (c != *prefix) return false;
    }
    return true;
}

bool sl_name_is_identifier(const char *text)
{
    static const char *const prefixes[] = {"lei:", "isin:", "ticker:", "cik:", "permalink:"};
    for (size_t i = 0; i < sizeof prefixes / sizeof prefixes[0]; i++) {
        if (starts_with(text, prefixes[i])) return text[strlen(prefixes[i])] != '\0';
    }
    return false;
}

enum sl_status sl_book_find_key(struct sl_book *book, const char *key, size_t length,
                                sl_entity *out, struct sl_error *err)
{
    struct sl_statement *find = &book->find_key;
    enum sl_status status =
        sl_statement_prepare(find, &book->database, "SELECT entity FROM name WHERE key = ?1", err);
    if (status != SL_OK) return status;
    sl_statement_bind_text(find, 1, key, length);
    status = sl_statement_step(find, err);
    if (status == SL_OK) *out = sl_statement_integer(find, 0);
    sl_statement_reset(find);
    return status;
}

enum sl_status sl_book_find_own(struct sl_book *book, const char *name, sl_entity *out,
                                struct sl_error *err)
{
    struct sl_buffer key = {0};
    struct sl_error reason;
    enum sl_status status = sl_name_key(&key, name, strlen(name), &reason);
    if (status == SL_INVALID) { /* a name that cannot be: not an error of the data here */
        status = sl_fail(err, SL_NOTHING, "no entity has such a name: %s", reason.message);
    } else if (status != SL_OK) {
        status = sl_fail(err, status, "%s", reason.message);
    } else {
        status = sl_book_find_key(book, key.data, key.length, out, err);
        if (status == SL_NOTHING) status = sl_book_suggest(book, name, key.data, err);
    }
    sl_buffer_release(&key);
    return status;
}

enum sl_status sl_book_find(struct sl_book *book, const char *name, sl_entity *out,
                            struct sl_error *err)
{
    sl_entity own;
    enum sl_status status = sl_book_find_own(book, name, &own, err);
    if (status != SL_OK) return status;
    sl_book_refresh(book);
    status = sl_merges_load(book, err);
    if (status == SL_OK) *out = sl_merges_root(book, own);
    return status;
}

/* Are all bytes pictures or spaces of ASCII? As most names' are; too few to look at so: false. */
static bool is_ascii(const char *name, size_t length)
{
    static const char none[] = "\x7f\x7f";
    if (length < 8) return false;
    const uint64_t last = sl_eight_at(name + length - 8);
    if (length <= 16) return !sl_sixteen_odd(sl_eight_at(name), last, none);
    for (size_t i = 0; i + 16 < length; i += 16) {
        if (sl_sixteen_odd(sl_eight_at(name + i), sl_eight_at(name + i + 8), none)) return false;
    }
    return !sl_sixteen_odd(sl_eight_at(name + length - 16), last, none);
}

/* A name by another program may be anything: controls would reach terminals and files. */
static bool is_plain(const char *name, size_t length)
{
    if (is_ascii(name, length)) return true;
    for (size_t i = 0; i < length; i++) {
        const unsigned char byte = (unsigned char)name[i];
        const unsigned char next = (unsigned char)name[i + 1];
        if (byte < 0x20 || byte == 0x7f || (byte == 0xc2 && next < 0xa0)) return false;
    }
    return sl_text_is_utf8(name, length);
}

enum sl_status sl_book_keep_name(struct sl_book *book, struct sl_arena *memory, sl_entity entity,
                                 const char *text, size_t length, char **name, struct sl_error *err)
{
    *name = NULL;
    if (!is_plain(text, length)) return SL_OK;
    *name = sl_arena_copy(memory, text, length);
    const bool kept =
        *name != NULL && sl_id_names_set(&book->names, entity, *name, book->many_names);
    return kept ? SL_OK : sl_fail_memory(err);
}

enum sl_status sl_book_keep_name_of(struct sl_book *book, struct sl_arena *memory,
                                    struct sl_statement *statement, struct sl_error *err)
{
    char *name;
    const sl_entity id = sl_statement_integer(statement, 0);
    const char *text = sl_statement_text(statement, 1);
    const size_t length = (size_t)sqlite3_column_bytes(statement->raw, 1);
    if (text == NULL || sl_merges_root(book, id) != id) return SL_OK;
    if (sl_id_names_get(&book->names, id) != NULL) return SL_OK;
    return sl_book_keep_name(book, memory, id, text, length, &name, err);
}

/* Reads the names of the block that the entity is in. */
static enum sl_status read_block(struct sl_book *book, sl_entity entity, struct sl_error *err)
{
    struct sl_statement *names = &book->names_of;
    const sl_entity first = entity - entity % SL_ID_NAMES_BLOCK;
    enum sl_status status = sl_merges_load(book, err);
    if (status == SL_OK)
        status = sl_statement_prepare(
            names, &book->database, "SELECT id, name FROM entity WHERE id >= ?1 AND id < ?2", err);
    if (status != SL_OK) return status;
    sl_statement_bind_integer(names, 1, first);
    sl_statement_bind_integer(names, 2, first + SL_ID_NAMES_BLOCK);
    while (status == SL_OK && (status = sl_statement_step(names, err)) == SL_OK)
        status = sl_book_keep_name_of(book, &book->name_memory, names, err);
    sl_statement_reset(names);
    return status == SL_NOTHING ? SL_OK : status;
}

static enum sl_status read_name(struct sl_book *book, sl_entity entity, char **name,
                                struct sl_error *err)
{
    struct sl_statement *name_of = &book->name_of;
    enum sl_status status = sl_merges_load(book, err);
    if (status == SL_OK)
        status = sl_statement_prepare(name_of, &book->database,
                                      "SELECT name FROM entity WHERE id = ?1", err);
    if (status != SL_OK) return status;
    sl_statement_bind_integer(name_of, 1, sl_merges_root(book, entity));
    status = sl_statement_step(name_of, err);
    if (status == SL_OK) {
        const char *text = sl_statement_text(name_of, 0);
        const size_t length = (size_t)sqlite3_column_bytes(name_of->raw, 0);
        if (text == NULL) {
            status = sl_fail_memory(err);
        } else {
            status = sl_book_keep_name(book, &book->name_memory, entity, text, length, name, err);
            if (status == SL_OK && *name == NULL)
                status = sl_fail(err, SL_FAILED, "%s: is damaged (the name of entity %lld)",
                                 book->database.path, (long long)entity);
        }
    } else if (status == SL_NOTHING) {
        status = sl_fail(err, SL_FAILED, "%s: is damaged (entity %lld has no name)",
                         book->database.path, (long long)entity);
    }
    sl_statement_reset(name_of);
    return status;
}

enum sl_status sl_book_trouble(const struct sl_book *book, struct sl_error *err)
{
    if (book->trouble.status != SL_OK && err != NULL) *err = book->trouble;
    return book->trouble.status;
}

enum sl_status sl_book_read_name(struct sl_book *book, sl_entity entity, const char **out,
                                 struct sl_error *err)
{
    char *name = sl_id_names_get(&book->names, entity);
    enum sl_status status = SL_OK;
    if (name == NULL && book->many_names && entity > 0) {
        status = read_block(book, entity, err);
        name = sl_id_names_get(&book->names, entity);
    }
    if (status == SL_OK && name == NULL) status = read_name(book, entity, &name, err);
    if (status == SL_OK) *out = name;
    return status;
}

const char *sl_book_name(struct sl_book *book, sl_entity entity)
{
    const char *name = "?";
    struct sl_error why = {0};
    if (sl_book_read_name(book, entity, &name, &why) != SL_OK && book->trouble.status == SL_OK)
        book->trouble = why;
    return name;
}

const char *sl_book_known_name(const struct sl_book *book, sl_entity entity)
{
    return sl_id_names_get(&book->names, entity);
}

void sl_book_fetch_name(const struct sl_book *book, sl_entity entity, bool again)
{
    char **place = sl_id_names_find(&book->names, entity);
    if (place != NULL) sl_expect(again ? (const void *)*place : (const void *)place);
}

enum sl_status sl_counter_read(struct sl_book *book, const char *of, int64_t *next,
                               struct sl_error *err)
{
    struct sl_statement statement = {0};
    enum sl_status status = sl_statement_prepare(&statement, &book->database,
                                                 "SELECT next FROM counter WHERE of = ?1", err);
    if (status == SL_OK) {
        sl_statement_bind_text(&statement, 1, of, strlen(of));
        status = sl_statement_step(&statement, err);
    }
    if (status == SL_OK) *next = sl_statement_integer(&statement, 0);
    sl_statement_release(&statement);
    if (status == SL_NOTHING || (status == SL_OK && (*next < 1 || *next > INT64_MAX / 4))) {
        status = sl_fail(err, SL_FAILED, "%s: is damaged (counter '%s')", book->database.path, of);
    }
    return status;
}

enum sl_status sl_counter_write(struct sl_book *book, const char *of, int64_t next,
                                struct sl_error *err)
{
    struct sl_statement statement = {0};
    enum sl_status status = sl_statement_prepare(&statement, &book->database,
                                                 "UPDATE counter SET next = ?2 WHERE of = ?1", err);
    if (status == SL_OK) {
        sl_statement_bind_text(&statement, 1, of, strlen(of));
        sl_statement_bind_integer(&statement, 2, next);
        status = sl_statement_run(&statement, err);
    }
    sl_statement_release(&statement);
    return status;
}

static enum sl_status insert_alias(struct sl_book *book, sl_entity entity,
                                   const struct sl_buffer *key, const struct sl_buffer *text,
                                   struct sl_error *err)
{
    struct sl_statement statement = {0};
    enum sl_status status = sl_statement_prepare(
        &statement, &book->database,
        "INSERT INTO name (key, entity, kind, text) VALUES (?1, ?2, ?3, ?4)", err);
    if (status == SL_OK) {
        const bool identifier = sl_name_is_identifier(text->data);
        sl_statement_bind_text(&statement, 1, key->data, key->length);
        sl_statement_bind_integer(&statement, 2, entity);
        sl_statement_bind_integer(&statement, 3, identifier ? SL_NAME_IDENTIFIER : SL_NAME_ALIAS);
        sl_statement_bind_text(&statement, 4, text->data, text->length);
        status = sl_statement_run(&statement, err);
    }
    sl_statement_release(&statement);
    return status;
}

/* An entity met by an identifier only is displayed by its first real name from now on. */
static enum sl_status rename_identified(struct sl_book *book, sl_entity entity,
                                        const struct sl_buffer *text, struct sl_error *err)
{
    struct sl_statement statement = {0};
    const char *name = NULL;
    enum sl_status status = sl_book_read_name(book, entity, &name, err);
    if (status != SL_OK || !sl_name_is_identifier(name) || sl_name_is_identifier(text->data))
        return status;
    status = sl_statement_prepare(&statement, &book->database,
                                  "UPDATE entity SET name = ?2 WHERE id = ?1", err);
    if (status == SL_OK) {
        sl_statement_bind_integer(&statement, 1, entity);
        sl_statement_bind_text(&statement, 2, text->data, text->length);
        status = sl_statement_run(&statement, err);
    }
    sl_statement_release(&statement);
    sl_book_forget(book);
    return status;
}

enum sl_status sl_book_add_alias(struct sl_book *book, sl_entity entity, const char *alias,
                                 struct sl_error *err)
{
    struct sl_buffer text = {0}, key = {0};
    sl_entity taken;
    enum sl_status status = sl_name_normal(&text, alias, strlen(alias), err);
    if (status == SL_OK) status = sl_name_key(&key, alias, strlen(alias), err);
    if (status == SL_INVALID) status = sl_fail(err, SL_MISUSE, "%s", err ? err->message : "");
    if (status != SL_OK) goto done;
    status = sl_book_find_key(book, key.data, key.length, &taken, err);
    if (status == SL_OK && sl_merges_root(book, taken) != entity) {
        status = sl_fail(err, SL_MISUSE,
                         "'%s' is the name of another entity, '%s'; merge the two if they are one",
                         text.data, sl_book_name(book, taken));
    } else if (status == SL_NOTHING) {
        status = insert_alias(book, entity, &key, &text, err);
        if (status == SL_OK) status = rename_identified(book, entity, &text, err);
    }
done:
    sl_buffer_release(&text);
    sl_buffer_release(&key);
    return status;
}

enum sl_status sl_entity_alias(struct sl_book *book, const char *name, const char *alias,
                               struct sl_error *err)
{
    sl_entity entity;
    enum sl_status status = sl_book_write_begin(book, err);
    if (status != SL_OK) return status;
    status = sl_book_find(book, name, &entity, err);
    if (status == SL_OK) status = sl_book_add_alias(book, entity, alias, err);
    return sl_book_write_end(book, status, err);
}

enum sl_status sl_entity_aliases(struct sl_book *book, const struct sl_alias *aliases, size_t count,
                                 void (*on_problem)(void *context, size_t number,
                                                    const char *message),
                                 void *context, struct sl_error *err)
{
    bool bad = false;
    enum sl_status status = sl_book_write_begin(book, err);
    if (status != SL_OK) return status;
    for (size_t i = 0; i < count && status != SL_FAILED; i++) {
        struct sl_error why;
        sl_entity entity;
        status = sl_book_find(book, aliases[i].name, &entity, &why);
        if (status == SL_OK) status = sl_book_add_alias(book, entity, aliases[i].alias, &why);
        if (status == SL_FAILED) sl_fail(err, status, "%s", why.message);
        if (status == SL_OK || status == SL_FAILED) continue;
        bad = true;
        if (on_problem != NULL) on_problem(context, i, why.message);
    }
    if (bad && status != SL_FAILED)
        status = sl_fail(err, SL_INVALID, "some of the names cannot be given");
    status = sl_book_write_end(book, status, err);
    if (status != SL_OK) sl_book_forget(book);
    return status;
}
