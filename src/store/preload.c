/* All packs in memory, for questions that go from issuer to issuer in another order than the table:
 * one reading in the table's order costs a fraction of looking for each. */
#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "store/inside.h"
#include "store/scan.h"

enum { PRELOAD_MOST = 512 * 1024 * 1024, ISSUERS_MOST = 1 << 28 };

struct sl_preload {
    struct sl_pack_bytes *packs; /* in the table's order */
    size_t count, capacity, bytes;
    uint32_t *first; /* by issuer: its first pack; one more than there are issuers */
    size_t issuers;
    struct sl_arena memory;
};

static void release(struct sl_preload *preload)
{
    if (preload == NULL) return;
    free(preload->packs);
    free(preload->first);
    sl_arena_release(&preload->memory);
    free(preload);
}

void sl_book_unload(struct sl_book *book)
{
    release(book->preload);
    book->preload = NULL;
}

static enum sl_status keep_pack(struct sl_preload *preload, struct sl_statement *statement,
                                struct sl_error *err)
{
    struct sl_pack_bytes bytes = {.issuer = sl_statement_integer(statement, 0),
                                  .day = sl_statement_integer(statement, 1),
                                  .seq = sl_statement_integer(statement, 2)};
    const void *claims = sl_statement_blob(statement, 3, &bytes.claims_length);
    bytes.claims = sl_arena_copy(&preload->memory, claims, bytes.claims_length);
    if (bytes.claims == NULL || !sl_vector_grow(&preload->packs, preload->count, &preload->capacity,
                                                sizeof *preload->packs))
        return sl_fail_memory(err);
    preload->packs[preload->count++] = bytes;
    preload->bytes += bytes.claims_length + sizeof bytes;
    return SL_OK;
}

/* Where the packs of each issuer begin, by its id; `first` stays NULL where ids are out of all
 * proportion. */
static bool index_packs(struct sl_preload *preload)
{
    const int64_t last = preload->count == 0 ? 0 : preload->packs[preload->count - 1].issuer;
    if (preload->count == 0 || preload->packs[0].issuer < 0 || last > ISSUERS_MOST) return true;
    preload->first = malloc(((size_t)last + 2) * sizeof *preload->first);
    if (preload->first == NULL) return false;
    preload->issuers = (size_t)last + 1;
    size_t next = 0;
    for (size_t issuer = 0; issuer <= preload->issuers; issuer++) {
        while (next < preload->count && (size_t)preload->packs[next].issuer < issuer)
            next++;
        preload->first[issuer] = (uint32_t)next;
    }
    return true;
}

enum sl_status sl_book_preload(struct sl_book *book, struct sl_error *err)
{
    struct sl_statement packs = {0};
    struct sl_preload *preload = calloc(1, sizeof *preload);
    if (preload == NULL) return sl_fail_memory(err);
    sl_book_unload(book);
    enum sl_status status = sl_statement_prepare(
        &packs, &book->database,
        "SELECT issuer, day, seq, claims FROM pack ORDER BY issuer, day, seq", err);
    while (status == SL_OK && preload->bytes < PRELOAD_MOST &&
           (status = sl_statement_step(&packs, err)) == SL_OK)
        status = keep_pack(preload, &packs, err);
    sl_statement_release(&packs);
    if (status == SL_NOTHING) status = index_packs(preload) ? SL_NOTHING : sl_fail_memory(err);
    if (status == SL_NOTHING) {
        book->preload = preload;
        return SL_OK;
    }
    release(preload); /* failed, or more than PRELOAD_MOST */
    return status;
}

enum sl_status sl_preload_find(const struct sl_book *book, sl_entity issuer,
                               const struct sl_pack_bytes **out, size_t *count)
{
    const struct sl_preload *preload = book->preload;
    if (preload == NULL || preload->first == NULL) return SL_NOTHING;
    const bool any = issuer >= 0 && (size_t)issuer < preload->issuers;
    const size_t first = any ? preload->first[issuer] : 0;
    *out = preload->packs + first;
    *count = any ? preload->first[issuer + 1] - first : 0;
    return SL_OK;
}
