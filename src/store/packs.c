/* Packs in memory. */
#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "store/ids.h"
#include "store/inside.h"
#include "store/scan.h"

struct sl_packs {
    struct sl_pack_bytes *items; /* by issuer, day, seq */
    size_t count, capacity;
    struct sl_arena memory;
};

enum sl_status sl_packs_open(struct sl_packs **out, struct sl_error *err)
{
    *out = calloc(1, sizeof **out);
    return *out == NULL ? sl_fail_memory(err) : SL_OK;
}

void sl_packs_close(struct sl_packs *packs)
{
    if (packs == NULL) return;
    free(packs->items);
    sl_arena_release(&packs->memory);
    free(packs);
}

static enum sl_status keep_pack(struct sl_packs *packs, struct sl_statement *statement,
                                struct sl_error *err)
{
    struct sl_pack_bytes bytes = {.issuer = sl_statement_integer(statement, 0),
                                  .day = sl_statement_integer(statement, 1),
                                  .seq = sl_statement_integer(statement, 2)};
    const void *claims = sl_statement_blob(statement, 3, &bytes.claims_length);
    bytes.claims = sl_arena_copy(&packs->memory, claims, bytes.claims_length);
    if (bytes.claims == NULL ||
        !sl_vector_grow(&packs->items, packs->count, &packs->capacity, sizeof *packs->items))
        return sl_fail_memory(err);
    packs->items[packs->count++] = bytes;
    return SL_OK;
}

static enum sl_status read_range(struct sl_packs *packs, struct sl_statement *statement,
                                 sl_entity first, sl_entity last, struct sl_error *err)
{
    enum sl_status status = SL_OK;
    sl_statement_bind_integer(statement, 1, first);
    sl_statement_bind_integer(statement, 2, last);
    while (status == SL_OK && (status = sl_statement_step(statement, err)) == SL_OK)
        status = keep_pack(packs, statement, err);
    sl_statement_reset(statement);
    return status == SL_NOTHING ? SL_OK : status;
}

static enum sl_status read_ids(struct sl_packs *packs, struct sl_statement *statement,
                               const sl_entity *ids, size_t count, sl_entity near,
                               struct sl_error *err)
{
    enum sl_status status = SL_OK;
    for (size_t i = 0, run; i < count && status == SL_OK; i += run) {
        run = sl_ids_run(ids + i, count - i, near);
        status = read_range(packs, statement, ids[i], ids[i + run - 1], err);
    }
    return status;
}

enum sl_status sl_packs_read(struct sl_packs *packs, struct sl_book *book, enum sl_columns columns,
                             const sl_entity *issuers, size_t count, bool all, struct sl_error *err)
{
    enum { NEAR = 4, NEAR_OF_ALL = 32 };
    const bool funding = columns == SL_COLUMNS_FUNDING;
    struct sl_statement *some = funding ? &book->fundings_of : &book->packs_of;
    sl_entity *ids = NULL; /* merged ones included */
    size_t found = 0;
    packs->count = 0;
    sl_arena_reset(&packs->memory);
    enum sl_status status = sl_statement_prepare_on(some, &book->database, sl_pack_table(funding),
                                                    "SELECT issuer, day, seq, claims FROM %s"
                                                    " WHERE issuer BETWEEN ?1 AND ?2"
                                                    " ORDER BY issuer, day, seq",
                                                    err);
    if (status == SL_OK) status = sl_merges_ids(book, issuers, count, &ids, &found, err);
    if (status == SL_OK) status = read_ids(packs, some, ids, found, all ? NEAR_OF_ALL : NEAR, err);
    free(ids);
    return status;
}

/* ---- finding ---- */

/* The first pack of an issuer from this on. */
static size_t search(const struct sl_packs *packs, sl_entity issuer)
{
    size_t from = 0, to = packs->count;
    while (from < to) {
        const size_t middle = from + (to - from) / 2;
        if (packs->items[middle].issuer < issuer)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

size_t sl_packs_find(const struct sl_packs *packs, sl_entity issuer,
                     const struct sl_pack_bytes **out)
{
    const size_t first = search(packs, issuer);
    size_t end = first;
    while (end < packs->count && packs->items[end].issuer == issuer)
        end++;
    *out = packs->items == NULL ? NULL : packs->items + first;
    return end - first;
}
