/* Taking an import back: its events, and the links, issuers and names that nothing else needs. */
#include <stakeline/import.h>

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/vector.h"
#include "model/event.h"
#include "store/inside.h"
#include "store/pack_store.h"

/* A holder or counterparty of an undone event, and its issuer. Holder 0: the issuer alone. */
struct pair {
    sl_entity issuer, holder;
};

/* The packs of a table that have events of the import, in its order. */
struct packs {
    struct sl_pack_key *keys;
    size_t count, capacity;
};

struct undo {
    struct sl_book *book;
    int64_t first_seq, end_seq;
    struct pair *pairs; /* sorted, each once */
    size_t count, capacity;
    struct packs log, funding;
    struct sl_event_store store;
    struct sl_scan left;
    struct sl_statement unlink, drop_issuer, unfund, unused, drop_name, drop_entity;
};

static int by_pair(const void *a, const void *b)
{
    const struct pair *x = a, *y = b;
    if (x->issuer != y->issuer) return x->issuer < y->issuer ? -1 : 1;
    return (x->holder > y->holder) - (x->holder < y->holder);
}

static int by_holder(const void *a, const void *b)
{
    const struct pair *x = a, *y = b;
    return (x->holder > y->holder) - (x->holder < y->holder);
}

/* Sorts the pairs from `first` on and drops the doubles. */
static void make_unique(struct undo *undo, size_t first)
{
    size_t kept = first;
    if (undo->count - first > 1)
        qsort(undo->pairs + first, undo->count - first, sizeof *undo->pairs, by_pair);
    for (size_t i = first; i < undo->count; i++) {
        if (kept == first || by_pair(&undo->pairs[i], &undo->pairs[kept - 1]) != 0)
            undo->pairs[kept++] = undo->pairs[i];
    }
    undo->count = kept;
}

static enum sl_status add_pair(struct undo *undo, sl_entity issuer, sl_entity holder,
                               struct sl_error *err)
{
    if (!sl_vector_grow(&undo->pairs, undo->count, &undo->capacity, sizeof *undo->pairs))
        return sl_fail_memory(err);
    undo->pairs[undo->count++] = (struct pair){.issuer = issuer, .holder = holder};
    return SL_OK;
}

static const enum sl_cell_id holder_cells[] = {SL_CELL_HOLDER, SL_CELL_COUNTERPARTY};
enum { HOLDER_CELLS = sizeof holder_cells / sizeof holder_cells[0] };

/* 0: none. */
static sl_entity holder_of(const struct sl_row *row, size_t i)
{
    return row->present & UINT32_C(1) << holder_cells[i] ? row->cell[holder_cells[i]].number : 0;
}

/* Who an event of the import is about; `first` is the first pair of the issuer. */
static enum sl_status add_event(struct undo *undo, const struct sl_row *row, size_t *first,
                                struct sl_error *err)
{
    enum sl_status status = SL_OK;
    const sl_entity issuer = row->cell[SL_CELL_ISSUER].number;
    if (undo->count == *first || undo->pairs[undo->count - 1].issuer != issuer) {
        make_unique(undo, *first);
        *first = undo->count;
        status = add_pair(undo, issuer, 0, err);
    }
    for (size_t i = 0; i < HOLDER_CELLS && status == SL_OK; i++) {
        const sl_entity holder = holder_of(row, i);
        if (holder != 0) status = add_pair(undo, issuer, holder, err);
    }
    return status;
}

static enum sl_status add_pack(struct packs *packs, const struct sl_pack_key *key,
                               struct sl_error *err)
{
    if (!sl_vector_grow(&packs->keys, packs->count, &packs->capacity, sizeof *packs->keys))
        return sl_fail_memory(err);
    packs->keys[packs->count++] = *key;
    return SL_OK;
}

/* The events of the pack that a scan stands on that are the import's: whether there are any, and,
 * of the log, who they are about. */
static enum sl_status read_pack(struct undo *undo, struct sl_scan *scan, size_t *first, bool *any,
                                struct sl_error *err)
{
    struct sl_row row;
    enum sl_status status = SL_OK;
    *any = false;
    while (status == SL_OK && (status = sl_scan_row(scan, &row, err)) == SL_OK) {
        const int64_t seq = row.cell[SL_CELL_SEQ].number;
        if (seq < undo->first_seq || seq >= undo->end_seq) continue;
        *any = true;
        if (!scan->funding) status = add_event(undo, &row, first, err);
    }
    return status == SL_NOTHING ? SL_OK : status;
}

static enum sl_status collect_packs(struct undo *undo, bool funding, struct sl_error *err)
{
    size_t first = undo->count;
    bool any;
    struct sl_pack_key key;
    struct packs *packs = funding ? &undo->funding : &undo->log;
    struct sl_scan scan = {.scope = SL_SCAN_ALL, .funding = funding};
    enum sl_status status = sl_scan_begin(&scan, &undo->book->database, 0, 0, err);
    while (status == SL_OK && (status = sl_scan_pack(&scan, &key, err)) == SL_OK) {
        status = read_pack(undo, &scan, &first, &any, err);
        if (status == SL_OK && any) status = add_pack(packs, &key, err);
    }
    sl_scan_release(&scan);
    make_unique(undo, first);
    return status == SL_NOTHING ? SL_OK : status;
}

/* Who the events of the import are about, issuer by issuer, and the packs that have them. */
static enum sl_status collect(struct undo *undo, struct sl_error *err)
{
    enum sl_status status = collect_packs(undo, true, err);
    return status == SL_OK ? collect_packs(undo, false, err) : status;
}

static enum sl_status run_with(struct undo *undo, struct sl_statement *statement, const char *sql,
                               int64_t first, int64_t second, struct sl_error *err)
{
    enum sl_status status = sl_statement_prepare(statement, &undo->book->database, sql, err);
    if (status != SL_OK) return status;
    sl_statement_bind_integer(statement, 1, first);
    if (sqlite3_bind_parameter_count(statement->raw) > 1)
        sl_statement_bind_integer(statement, 2, second);
    return sl_statement_run(statement, err);
}

/* Takes the pairs of one issuer that its remaining events have out of pairs[0..count), by making
 * their holder negative; tells whether there are any events, and any that fund it. */
static enum sl_status strike_remaining(struct undo *undo, struct pair *pairs, size_t count,
                                       bool *any, bool *funded, struct sl_error *err)
{
    struct sl_row row;
    bool *kept = calloc(count, sizeof *kept);
    if (kept == NULL) return sl_fail_memory(err);
    undo->left.scope = SL_SCAN_ISSUER;
    enum sl_status status =
        sl_scan_begin(&undo->left, &undo->book->database, pairs[0].issuer, 0, err);
    while (status == SL_OK && (status = sl_scan_next(&undo->left, &row, err)) == SL_OK) {
        const int64_t kind = row.cell[SL_CELL_KIND].number;
        *any = true;
        *funded |= kind == SL_KIND_ROUND || kind == SL_KIND_DEBT;
        for (size_t i = 0; i < HOLDER_CELLS; i++) {
            const struct pair wanted = {.issuer = pairs[0].issuer, .holder = holder_of(&row, i)};
            struct pair *found = bsearch(&wanted, pairs, count, sizeof *pairs, by_pair);
            if (found != NULL && wanted.holder != 0) kept[found - pairs] = true;
        }
    }
    for (size_t i = 0; i < count; i++) {
        if (kept[i]) pairs[i].holder = -pairs[i].holder;
    }
    free(kept);
    return status == SL_NOTHING ? SL_OK : status;
}

/* Links and the issuer's own row, after its events went. */
static enum sl_status tidy_issuer(struct undo *undo, struct pair *pairs, size_t count,
                                  struct sl_error *err)
{
    bool any = false, funded = false;
    const sl_entity issuer = pairs[0].issuer;
    enum sl_status status = strike_remaining(undo, pairs, count, &any, &funded, err);
    for (size_t i = 0; i < count && status == SL_OK; i++) {
        if (pairs[i].holder > 0)
            status =
                run_with(undo, &undo->unlink, "DELETE FROM link WHERE holder = ?1 AND issuer = ?2",
                         pairs[i].holder, issuer, err);
    }
    if (status == SL_OK && !any)
        status = run_with(undo, &undo->drop_issuer, "DELETE FROM issuer WHERE entity = ?1", issuer,
                          0, err);
    if (status == SL_OK && any && !funded)
        status = run_with(undo, &undo->unfund, "UPDATE issuer SET funded = 0 WHERE entity = ?1",
                          issuer, 0, err);
    return status;
}

/* ---- names ---- */

static enum sl_status drop_named(struct undo *undo, sl_entity entity, const char *name,
                                 struct sl_error *err)
{
    struct sl_buffer key = {0};
    enum sl_status status = sl_name_key(&key, name, strlen(name), err);
    if (status == SL_OK)
        status = sl_statement_prepare(&undo->drop_name, &undo->book->database,
                                      "DELETE FROM name WHERE key = ?1 AND entity = ?2", err);
    if (status == SL_OK) {
        sl_statement_bind_text(&undo->drop_name, 1, key.data, key.length);
        sl_statement_bind_integer(&undo->drop_name, 2, entity);
        status = sl_statement_run(&undo->drop_name, err);
    }
    sl_buffer_release(&key);
    if (status == SL_INVALID)
        return sl_fail(err, SL_FAILED, "%s: is damaged (the name of entity %lld)",
                       undo->book->database.path, (long long)entity);
    if (status != SL_OK) return status;
    return run_with(undo, &undo->drop_entity, "DELETE FROM entity WHERE id = ?1", entity, 0, err);
}

/* Drops an entity that no event has, that was given no other name, and that no merge is about. */
static enum sl_status drop_unused(struct undo *undo, sl_entity entity, struct sl_error *err)
{
    struct sl_statement *unused = &undo->unused;
    enum sl_status status =
        sl_statement_prepare(unused, &undo->book->database,
                             "SELECT name FROM entity e WHERE id = ?1 AND same_as IS NULL"
                             " AND NOT EXISTS (SELECT 1 FROM entity m WHERE m.same_as = ?1)"
                             " AND NOT EXISTS (SELECT 1 FROM issuer WHERE entity = ?1)"
                             " AND NOT EXISTS (SELECT 1 FROM link WHERE holder = ?1)"
                             " AND NOT EXISTS (SELECT 1 FROM name a"
                             " WHERE a.entity = ?1 AND a.kind <> 0 AND a.text <> e.name)",
                             err);
    if (status != SL_OK) return status;
    sl_statement_bind_integer(unused, 1, entity);
    status = sl_statement_step(unused, err);
    if (status == SL_NOTHING) return SL_OK;
    const char *name = status == SL_OK ? sl_statement_text(unused, 0) : NULL;
    if (name != NULL) status = drop_named(undo, entity, name, err);
    sl_statement_reset(unused);
    return status;
}

static enum sl_status drop_entities(struct undo *undo, struct sl_error *err)
{
    enum sl_status status = SL_OK;
    for (size_t i = 0; i < undo->count; i++) { /* issuers and holders as one list */
        struct pair *pair = &undo->pairs[i];
        pair->holder = pair->holder == 0 ? pair->issuer : llabs(pair->holder);
    }
    if (undo->count > 1) qsort(undo->pairs, undo->count, sizeof *undo->pairs, by_holder);
    for (size_t i = 0; i < undo->count && status == SL_OK; i++) {
        if (i == 0 || undo->pairs[i].holder != undo->pairs[i - 1].holder)
            status = drop_unused(undo, undo->pairs[i].holder, err);
    }
    return status;
}

/* ---- the import ---- */

static enum sl_status find_import(struct undo *undo, int64_t import, int64_t *events,
                                  struct sl_error *err)
{
    struct sl_statement find = {0};
    enum sl_status status =
        sl_statement_prepare(&find, &undo->book->database,
                             "SELECT first_seq, end_seq, events FROM import WHERE id = ?1", err);
    if (status == SL_OK) {
        sl_statement_bind_integer(&find, 1, import);
        status = sl_statement_step(&find, err);
        if (status == SL_NOTHING)
            sl_fail(err, SL_NOTHING, "there is no import #%lld", (long long)import);
    }
    if (status == SL_OK) {
        undo->first_seq = sl_statement_integer(&find, 0);
        undo->end_seq = sl_statement_integer(&find, 1);
        *events = sl_statement_integer(&find, 2);
    }
    sl_statement_release(&find);
    return status;
}

static enum sl_status drop_packs(const struct undo *undo, struct sl_pack_store *store,
                                 const struct packs *packs, struct sl_error *err)
{
    enum sl_status status = SL_OK;
    for (size_t i = 0; i < packs->count && status == SL_OK; i++)
        status = sl_pack_store_drop(store, &packs->keys[i], undo->first_seq, undo->end_seq, err);
    return status;
}

static enum sl_status drop_events(struct undo *undo, struct sl_error *err)
{
    sl_event_store_begin(&undo->store, &undo->book->database);
    enum sl_status status = drop_packs(undo, &undo->store.log, &undo->log, err);
    if (status == SL_OK) status = drop_packs(undo, &undo->store.funding, &undo->funding, err);
    for (size_t i = 0; i < undo->count && status == SL_OK;) {
        size_t end = i + 1;
        while (end < undo->count && undo->pairs[end].issuer == undo->pairs[i].issuer)
            end++;
        status = tidy_issuer(undo, undo->pairs + i, end - i, err);
        i = end;
    }
    return status;
}

static enum sl_status drop_import(struct undo *undo, int64_t import, struct sl_error *err)
{
    struct sl_statement files = {0}, row = {0};
    enum sl_status status =
        run_with(undo, &files, "DELETE FROM import_file WHERE import = ?1", import, 0, err);
    if (status == SL_OK)
        status = run_with(undo, &row, "DELETE FROM import WHERE id = ?1", import, 0, err);
    sl_statement_release(&files);
    sl_statement_release(&row);
    return status;
}

enum sl_status sl_undo(struct sl_book *book, int64_t import, int64_t *events, struct sl_error *err)
{
    struct undo undo = {.book = book};
    int64_t count = 0;
    enum sl_status status = sl_book_write_begin(book, err);
    if (status != SL_OK) return status;
    status = find_import(&undo, import, &count, err);
    if (status == SL_OK) status = collect(&undo, err);
    if (status == SL_OK) status = drop_events(&undo, err);
    if (status == SL_OK) status = drop_entities(&undo, err);
    if (status == SL_OK) status = drop_import(&undo, import, err);
    struct sl_statement *const statements[] = {&undo.unlink, &undo.drop_issuer, &undo.unfund,
                                               &undo.unused, &undo.drop_name,   &undo.drop_entity};
    for (size_t i = 0; i < sizeof statements / sizeof statements[0]; i++)
        sl_statement_release(statements[i]);
    sl_scan_release(&undo.left);
    sl_event_store_release(&undo.store);
    free(undo.log.keys);
    free(undo.funding.keys);
    free(undo.pairs);
    status = sl_book_write_end(book, status, err);
    sl_book_forget(book);
    if (status == SL_OK && events != NULL) *events = count;
    return status;
}
