/* What the events need of the other tables. */
#include "store/verify_beside.h"

#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "store/ids.h"
#include "store/import_state.h"

static enum sl_status list_entities(struct sl_verify_beside *beside, struct sl_error *err)
{
    struct sl_statement ids = {0};
    enum sl_status status =
        sl_statement_prepare(&ids, beside->database, "SELECT id FROM entity ORDER BY id", err);
    while (status == SL_OK && (status = sl_statement_step(&ids, err)) == SL_OK) {
        if (!sl_vector_grow(&beside->entities, beside->entity_count, &beside->entity_capacity,
                            sizeof *beside->entities)) {
            status = sl_fail_memory(err);
            break;
        }
        beside->entities[beside->entity_count++] = sl_statement_integer(&ids, 0);
    }
    sl_statement_release(&ids);
    return status == SL_NOTHING ? SL_OK : status;
}

enum sl_status sl_verify_beside_begin(struct sl_verify_beside *beside, struct sl_database *database,
                                      struct sl_error *err)
{
    beside->database = database;
    enum sl_status status = list_entities(beside, err);
    if (status == SL_OK)
        status = sl_sorter_new(&beside->needed, database->path, SL_LINK_RUN_BYTES, err);
    if (status == SL_OK)
        status = sl_statement_prepare(&beside->listed, database,
                                      "SELECT funded FROM issuer WHERE entity = ?1", err);
    beside->fundings = (struct sl_scan){.scope = SL_SCAN_ALL, .details = true, .funding = true};
    if (status == SL_OK) status = sl_scan_begin(&beside->fundings, database, 0, 0, err);
    return status;
}

static bool is_there(const struct sl_verify_beside *beside, sl_entity entity)
{
    return beside->entity_count > 0 && bsearch(&entity, beside->entities, beside->entity_count,
                                               sizeof entity, sl_ids_compare) != NULL;
}

static enum sl_status begin_issuer(struct sl_verify_beside *beside, sl_entity issuer,
                                   struct sl_error *err)
{
    beside->issuer = issuer;
    beside->is_reported = false;
    sl_statement_bind_integer(&beside->listed, 1, issuer);
    enum sl_status status = sl_statement_step(&beside->listed, err);
    beside->is_listed = status == SL_OK;
    beside->is_funded = status == SL_OK && sl_statement_integer(&beside->listed, 0) == 1;
    sl_statement_reset(&beside->listed);
    return status == SL_NOTHING ? SL_OK : status;
}

/* A number that is no entity's is counted as missing, and needs no link. */
static enum sl_status need_link(struct sl_verify_beside *beside, sl_entity holder, bool *there,
                                struct sl_error *err)
{
    if (!is_there(beside, holder)) *there = false;
    if (holder < 1 || holder > SL_ENTITY_MAX || beside->issuer < 1 ||
        beside->issuer > SL_ENTITY_MAX)
        return SL_OK;
    return sl_sorter_add(beside->needed, (uint64_t)holder << 32 | (uint64_t)beside->issuer, "", 0,
                         err);
}

static enum sl_status encode(struct sl_buffer *out, const struct sl_row *row, struct sl_error *err)
{
    sl_buffer_clear(out);
    sl_row_encode(out, row);
    return out->failed ? sl_fail_memory(err) : SL_OK;
}

/* Is an event that funds the next of those stored as such? */
static enum sl_status compare_funding(struct sl_verify_beside *beside, const struct sl_row *row,
                                      struct sl_error *err)
{
    struct sl_row claims = *row, stored;
    sl_row_leave_details(&claims);
    enum sl_status status = encode(&beside->wanted, &claims, err);
    if (status == SL_OK) status = sl_scan_next(&beside->fundings, &stored, err);
    beside->is_misfunded = status == SL_NOTHING;
    if (status != SL_OK) return status == SL_NOTHING ? SL_OK : status;
    status = encode(&beside->found, &stored, err);
    beside->is_misfunded =
        beside->wanted.length != beside->found.length ||
        memcmp(beside->wanted.data, beside->found.data, beside->found.length) != 0;
    return status;
}

/* Are there more of them than events? */
static enum sl_status end_fundings(struct sl_verify_beside *beside, struct sl_error *err)
{
    struct sl_row stored;
    if (beside->is_misfunded) return SL_OK;
    enum sl_status status = sl_scan_next(&beside->fundings, &stored, err);
    beside->is_misfunded = status == SL_OK;
    return status == SL_NOTHING ? SL_OK : status;
}

enum sl_status sl_verify_event(struct sl_verify_beside *beside, const struct sl_row *row,
                               struct sl_error *err)
{
    static const enum sl_cell_id holders[] = {SL_CELL_HOLDER, SL_CELL_COUNTERPARTY};
    const sl_entity issuer = row->cell[SL_CELL_ISSUER].number;
    const int64_t kind = row->cell[SL_CELL_KIND].number;
    enum sl_status status = SL_OK;
    if (beside->issuer != issuer) status = begin_issuer(beside, issuer, err);
    bool there = is_there(beside, issuer);
    for (size_t i = 0; i < sizeof holders / sizeof holders[0] && status == SL_OK; i++) {
        if (row->present & UINT32_C(1) << holders[i])
            status = need_link(beside, row->cell[holders[i]].number, &there, err);
    }
    if (status == SL_OK && !beside->is_misfunded && sl_row_funds(row))
        status = compare_funding(beside, row, err);
    const bool funds = kind == SL_KIND_ROUND || kind == SL_KIND_DEBT;
    if (!there) beside->nameless++;
    if (!beside->is_reported && (!beside->is_listed || (funds && !beside->is_funded))) {
        beside->is_reported = true;
        beside->unlisted++;
    }
    return status;
}

/* To the next link of the table; the key of none is above all. */
static enum sl_status next_link(struct sl_verify_beside *beside, uint64_t *key,
                                struct sl_error *err)
{
    enum sl_status status = sl_statement_step(&beside->links, err);
    *key = UINT64_MAX;
    if (status == SL_OK)
        *key = (uint64_t)sl_statement_integer(&beside->links, 0) << 32 |
               (uint64_t)sl_statement_integer(&beside->links, 1);
    return status == SL_NOTHING ? SL_OK : status;
}

enum sl_status sl_verify_beside_end(struct sl_verify_beside *beside, struct sl_error *err)
{
    struct sl_record record;
    uint64_t link = 0, last = 0;
    if (beside->needed == NULL) return SL_OK; /* it was never begun */
    enum sl_status status =
        sl_statement_prepare(&beside->links, beside->database,
                             "SELECT holder, issuer FROM link WHERE holder BETWEEN 1 AND 4294967295"
                             " AND issuer BETWEEN 1 AND 4294967295 ORDER BY holder, issuer",
                             err);
    if (status == SL_OK) status = sl_sorter_sort(beside->needed, err);
    if (status == SL_OK) status = next_link(beside, &link, err);
    while (status == SL_OK && (status = sl_sorter_next(beside->needed, &record, err)) == SL_OK) {
        if (record.key == last) continue;
        last = record.key;
        while (status == SL_OK && link < record.key)
            status = next_link(beside, &link, err);
        if (link != record.key) beside->unlinked++;
    }
    return status == SL_NOTHING ? end_fundings(beside, err) : status;
}

void sl_verify_beside_release(struct sl_verify_beside *beside)
{
    sl_statement_release(&beside->listed);
    sl_statement_release(&beside->links);
    sl_sorter_free(beside->needed);
    sl_scan_release(&beside->fundings);
    sl_buffer_release(&beside->wanted);
    sl_buffer_release(&beside->found);
    free(beside->entities);
}
