/* The list of entities: their names, and how many events each is in. */
#include <stakeline/entity.h>

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/vector.h"
#include "store/inside.h"
#include "store/scan.h"

#define FIELD(member, heading, kind, as)                             \
    {                                                                \
        .name = #member, .label = heading, .type = kind, .show = as, \
        .offset = offsetof(struct sl_entity_row, member)             \
    }

static const struct sl_field fields[] = {
    FIELD(name, "Name", SL_TYPE_TEXT, SL_SHOW_ALWAYS),
    FIELD(aliases, "Also called", SL_TYPE_TEXT, SL_SHOW_LONG),
    FIELD(identifiers, "Identifiers", SL_TYPE_TEXT, SL_SHOW_LONG),
    FIELD(former_names, "Formerly", SL_TYPE_TEXT, SL_SHOW_LONG),
    FIELD(as_issuer, "As issuer", SL_TYPE_COUNT, SL_SHOW_ALWAYS),
    FIELD(as_holder, "As holder", SL_TYPE_COUNT, SL_SHOW_ALWAYS)};

const struct sl_row_type sl_entity_row_type = {
    .name = "entities", .fields = fields, .count = sizeof fields / sizeof fields[0]};

/* One entity of the list. */
struct listed {
    sl_entity entity;
    const char *name;
    struct sl_buffer aliases, identifiers, former;
    int64_t as_issuer, as_holder;
};

struct listing {
    struct sl_book *book;
    struct sl_arena names;
    struct listed **rows;
    size_t count, capacity;
    struct sl_id_map by_id; /* canonical entity -> struct listed */
};

static void release(struct listing *listing)
{
    for (size_t i = 0; i < listing->count; i++) {
        sl_buffer_release(&listing->rows[i]->aliases);
        sl_buffer_release(&listing->rows[i]->identifiers);
        sl_buffer_release(&listing->rows[i]->former);
    }
    free(listing->rows);
    sl_id_map_release(&listing->by_id);
    sl_arena_release(&listing->names);
}

static struct listed *find(const struct listing *listing, sl_entity entity)
{
    return sl_id_map_get(&listing->by_id, sl_merges_root(listing->book, entity));
}

static enum sl_status list_entity(struct listing *listing, sl_entity entity, const char *name,
                                  struct sl_error *err)
{
    struct listed *listed = sl_arena_alloc(&listing->names, sizeof *listed);
    if (listed == NULL) return sl_fail_memory(err);
    *listed = (struct listed){.entity = entity,
                              .name = sl_arena_copy(&listing->names, name, strlen(name))};
    if (listed->name == NULL ||
        !sl_vector_grow(&listing->rows, listing->count, &listing->capacity,
                        sizeof *listing->rows) ||
        !sl_id_map_put(&listing->by_id, entity, listed))
        return sl_fail_memory(err);
    listing->rows[listing->count++] = listed;
    return SL_OK;
}

/* `merged` entities are no rows of their own: their names are further names of their root. */
static enum sl_status list_all(struct listing *listing, struct sl_error *err)
{
    struct sl_statement statement = {0};
    enum sl_status status = sl_statement_prepare(
        &statement, &listing->book->database,
        "SELECT id, name FROM entity WHERE same_as IS NULL ORDER BY name, id", err);
    while (status == SL_OK && (status = sl_statement_step(&statement, err)) == SL_OK) {
        const char *name = sl_statement_text(&statement, 1);
        status = list_entity(listing, sl_statement_integer(&statement, 0),
                             name == NULL ? "?" : name, err);
    }
    sl_statement_release(&statement);
    return status == SL_NOTHING ? SL_OK : status;
}

static enum sl_status add_name(struct listing *listing, sl_entity entity, const char *text,
                               struct sl_error *err)
{
    struct listed *listed = find(listing, entity);
    if (listed == NULL || text == NULL) return SL_OK;
    const bool identifier = sl_name_is_identifier(text);
    if (!identifier && strcmp(text, listed->name) == 0) return SL_OK;
    struct sl_buffer *to = identifier ? &listed->identifiers : &listed->aliases;
    if (to->length > 0) sl_buffer_add_text(to, "; ");
    sl_buffer_add_text(to, text);
    return to->failed ? sl_fail_memory(err) : SL_OK;
}

/* The display name of a merged entity, unless it is an alias or identifier, too. */
#define MERGED_NAMES                                                                               \
    "SELECT id, name FROM entity e WHERE same_as IS NOT NULL AND NOT EXISTS (SELECT 1 FROM name a" \
    " WHERE a.entity = e.id AND a.kind <> 0 AND a.text = e.name)"

/* `entity` 0: of every entity. */
static enum sl_status add_names(struct listing *listing, const char *sql, sl_entity entity,
                                struct sl_error *err)
{
    struct sl_statement statement = {0};
    enum sl_status status = sl_statement_prepare(&statement, &listing->book->database, sql, err);
    if (status == SL_OK && entity != 0) sl_statement_bind_integer(&statement, 1, entity);
    while (status == SL_OK && (status = sl_statement_step(&statement, err)) == SL_OK) {
        status = add_name(listing, sl_statement_integer(&statement, 0),
                          sl_statement_text(&statement, 1), err);
    }
    sl_statement_release(&statement);
    return status == SL_NOTHING ? SL_OK : status;
}

/* `entity` 0: of every entity. */
static enum sl_status add_former(struct listing *listing, sl_entity entity, struct sl_error *err)
{
    struct sl_statement names = {0};
    enum sl_status status = sl_statement_prepare(
        &names, &listing->book->database,
        "SELECT entity, name, day, unit FROM former_name WHERE ?1 = 0 OR entity = ?1"
        " ORDER BY entity, number",
        err);
    if (status == SL_OK) sl_statement_bind_integer(&names, 1, entity);
    while (status == SL_OK && (status = sl_statement_step(&names, err)) == SL_OK) {
        struct listed *listed = find(listing, sl_statement_integer(&names, 0));
        const char *name = sl_statement_text(&names, 1);
        const struct sl_date until = {.day = (int32_t)sl_statement_integer(&names, 2),
                                      .unit = (uint8_t)sl_statement_integer(&names, 3)};
        char day[SL_DATE_SIZE];
        if (listed == NULL || name == NULL) continue;
        if (listed->former.length > 0) sl_buffer_add_text(&listed->former, "; ");
        sl_buffer_add_text(&listed->former, name);
        if (sl_date_format(until, day) > 0) sl_buffer_printf(&listed->former, " (until %s)", day);
        if (listed->former.failed) status = sl_fail_memory(err);
    }
    sl_statement_release(&names);
    return status == SL_NOTHING ? SL_OK : status;
}

/* ---- counting ---- */

static void count_event(const struct listing *listing, const struct sl_row *row)
{
    static const enum sl_cell_id cells[] = {SL_CELL_HOLDER, SL_CELL_COUNTERPARTY};
    struct listed *issuer = find(listing, row->cell[SL_CELL_ISSUER].number), *last = NULL;
    if (issuer != NULL) issuer->as_issuer++;
    for (size_t i = 0; i < sizeof cells / sizeof cells[0]; i++) {
        if (!(row->present & UINT32_C(1) << cells[i])) continue;
        struct listed *holder = find(listing, row->cell[cells[i]].number);
        if (holder != NULL && holder != last) holder->as_holder++;
        last = holder;
    }
}

static enum sl_status count_scanned(const struct listing *listing, struct sl_scan *scan,
                                    sl_entity issuer, struct sl_error *err)
{
    struct sl_row row;
    enum sl_status status = sl_scan_begin(scan, &listing->book->database, issuer, 0, err);
    while (status == SL_OK && (status = sl_scan_next(scan, &row, err)) == SL_OK)
        count_event(listing, &row);
    return status == SL_NOTHING ? SL_OK : status;
}

static enum sl_status count_all(const struct listing *listing, struct sl_error *err)
{
    struct sl_scan scan = {.scope = SL_SCAN_ALL};
    enum sl_status status = count_scanned(listing, &scan, 0, err);
    sl_scan_release(&scan);
    return status;
}

/* Counts the events of one issuer and what is merged into it, for the only row of the list. */
static enum sl_status count_issuer(struct listing *listing, sl_entity issuer, struct sl_error *err)
{
    sl_entity *ids = NULL;
    size_t count = 0;
    struct sl_scan scan = {.scope = SL_SCAN_ISSUER};
    enum sl_status status = sl_merges_group(listing->book, issuer, &ids, &count, err);
    for (size_t i = 0; i < count && status == SL_OK; i++)
        status = count_scanned(listing, &scan, ids[i], err);
    sl_scan_release(&scan);
    free(ids);
    return status;
}

/* Counts the events of one entity: its own, and those of the issuers that it is linked to. */
static enum sl_status count_one(struct listing *listing, sl_entity entity, struct sl_error *err)
{
    sl_entity *issuers = NULL;
    size_t count = 0;
    enum sl_status status = sl_book_issuers_of(listing->book, &entity, 1, &issuers, &count, err);
    if (status == SL_OK) status = count_issuer(listing, entity, err);
    for (size_t i = 0; i < count && status == SL_OK; i++) {
        if (issuers[i] != entity) status = count_issuer(listing, issuers[i], err);
    }
    free(issuers);
    return status;
}

/* ---- the answer ---- */

static enum sl_status collect_all(struct listing *listing, struct sl_error *err)
{
    enum sl_status status = list_all(listing, err);
    if (status == SL_OK) status = add_names(listing, MERGED_NAMES " ORDER BY name", 0, err);
    if (status == SL_OK)
        status = add_names(listing, "SELECT entity, text FROM name WHERE kind <> 0 ORDER BY key", 0,
                           err);
    if (status == SL_OK) status = add_former(listing, 0, err);
    return status == SL_OK ? count_all(listing, err) : status;
}

static enum sl_status collect_one(struct listing *listing, const char *name, struct sl_error *err)
{
    sl_entity entity, *ids = NULL;
    size_t count = 0;
    enum sl_status status = sl_book_find(listing->book, name, &entity, err);
    if (status == SL_OK)
        status = list_entity(listing, entity, sl_book_name(listing->book, entity), err);
    if (status == SL_OK) status = sl_merges_group(listing->book, entity, &ids, &count, err);
    for (size_t i = 1; i < count && status == SL_OK; i++)
        status = add_names(listing, MERGED_NAMES " AND id = ?1", ids[i], err);
    for (size_t i = 0; i < count && status == SL_OK; i++)
        status = add_names(listing,
                           "SELECT entity, text FROM name WHERE entity = ?1 AND kind <> 0"
                           " ORDER BY key",
                           ids[i], err);
    for (size_t i = 0; i < count && status == SL_OK; i++)
        status = add_former(listing, ids[i], err);
    if (status == SL_OK) status = count_one(listing, entity, err);
    free(ids);
    return status;
}

static enum sl_status give_rows(const struct listing *listing, struct sl_sink sink,
                                struct sl_error *err)
{
    if (listing->count == 0) return sl_fail(err, SL_NOTHING, "there is no entity yet");
    for (size_t i = 0; i < listing->count; i++) {
        const struct listed *listed = listing->rows[i];
        const struct sl_entity_row row = {.name = listed->name,
                                          .aliases = listed->aliases.data,
                                          .identifiers = listed->identifiers.data,
                                          .former_names = listed->former.data,
                                          .as_issuer = listed->as_issuer,
                                          .as_holder = listed->as_holder};
        enum sl_status status = sink.row(sink.context, &row, err);
        if (status != SL_OK) return status;
    }
    return SL_OK;
}

enum sl_status sl_entities(struct sl_book *book, const char *name, struct sl_sink sink,
                           struct sl_error *err)
{
    struct listing listing = {.book = book};
    enum sl_status status = sl_book_read_begin(book, err);
    if (status != SL_OK) return status;
    status = sl_merges_load(book, err);
    if (status == SL_OK)
        status = name == NULL ? collect_all(&listing, err) : collect_one(&listing, name, err);
    if (status == SL_OK) status = give_rows(&listing, sink, err);
    release(&listing);
    sl_book_read_end(book);
    return status;
}
