/* Walking packs. */
#include "store/scan.h"

#include <string.h>

/* The bytes of the pack that a statement stands on. */
static struct sl_pack_bytes bytes_of(struct sl_statement *statement, bool details)
{
    struct sl_pack_bytes bytes = {.issuer = sl_statement_integer(statement, 0),
                                  .day = sl_statement_integer(statement, 1),
                                  .seq = sl_statement_integer(statement, 2)};
    bytes.claims = sl_statement_blob(statement, 3, &bytes.claims_length);
    if (!details) return bytes;
    bytes.details = sl_statement_blob(statement, 4, &bytes.details_length);
    if (bytes.details == NULL) bytes.details = "";
    return bytes;
}

enum sl_status sl_scan_begin(struct sl_scan *scan, struct sl_database *database, int64_t issuer,
                             int64_t day, struct sl_error *err)
{
    static const char *const sql[][2] = {
        [SL_SCAN_ALL] = {"SELECT issuer, day, seq, claims FROM %s ORDER BY issuer, day, seq",
                         "SELECT issuer, day, seq, claims, details FROM %s"
                         " ORDER BY issuer, day, seq"},
        [SL_SCAN_BACK] = {"SELECT issuer, day, seq, claims FROM %s"
                          " ORDER BY issuer DESC, day DESC, seq DESC",
                          "SELECT issuer, day, seq, claims, details FROM %s"
                          " ORDER BY issuer DESC, day DESC, seq DESC"},
        [SL_SCAN_ISSUER] = {"SELECT issuer, day, seq, claims FROM %s WHERE issuer = ?1"
                            " ORDER BY day, seq",
                            "SELECT issuer, day, seq, claims, details FROM %s WHERE issuer = ?1"
                            " ORDER BY day, seq"},
        [SL_SCAN_UP_TO] = {"SELECT issuer, day, seq, claims FROM %s"
                           " WHERE issuer = ?1 AND day <= ?2 ORDER BY day DESC, seq DESC",
                           "SELECT issuer, day, seq, claims, details FROM %s"
                           " WHERE issuer = ?1 AND day <= ?2 ORDER BY day DESC, seq DESC"},
    };
    sl_scan_reset(scan);
    sl_arena_reset(&scan->memory);
    enum sl_status status =
        sl_statement_prepare_on(&scan->statement, database, sl_pack_table(scan->funding),
                                sql[scan->scope][scan->details], err);
    if (status != SL_OK) return status;
    if (scan->scope >= SL_SCAN_ISSUER) sl_statement_bind_integer(&scan->statement, 1, issuer);
    if (scan->scope == SL_SCAN_UP_TO) sl_statement_bind_integer(&scan->statement, 2, day);
    return SL_OK;
}

enum sl_status sl_scan_pack(struct sl_scan *scan, struct sl_pack_key *key, struct sl_error *err)
{
    scan->in_pack = false;
    if (scan->in_memory) {
        if (scan->pack_count == 0) return SL_NOTHING;
        sl_pack_open(&scan->reader, scan->packs);
        scan->packs++;
        scan->pack_count--;
        scan->in_pack = true;
        return SL_OK;
    }
    enum sl_status status = sl_statement_step(&scan->statement, err);
    if (status != SL_OK) return status;
    struct sl_pack_bytes bytes = bytes_of(&scan->statement, scan->details);
    if (key != NULL)
        *key = (struct sl_pack_key){.issuer = bytes.issuer, .day = bytes.day, .seq = bytes.seq};
    if (scan->scope == SL_SCAN_ISSUER) {
        void *claims = sl_arena_alloc(&scan->memory, bytes.claims_length);
        if (claims == NULL) return sl_fail_memory(err);
        if (bytes.claims_length > 0) memcpy(claims, bytes.claims, bytes.claims_length);
        bytes.claims = claims;
    } else {
        sl_arena_reset(&scan->memory);
    }
    sl_pack_open(&scan->reader, &bytes);
    scan->in_pack = true;
    return SL_OK;
}

static enum sl_status fail(const struct sl_scan *scan, enum sl_status status, struct sl_error *err)
{
    if (status == SL_FAILED) return sl_fail_memory(err);
    return sl_fail(err, SL_FAILED, "%s: is damaged (events of entity %lld cannot be read)",
                   scan->statement.database->path, (long long)scan->reader.issuer);
}

enum sl_status sl_scan_row(struct sl_scan *scan, struct sl_row *row, struct sl_error *err)
{
    enum sl_status status = sl_pack_next(&scan->reader, row, &scan->memory);
    return status == SL_OK || status == SL_NOTHING ? status : fail(scan, status, err);
}

enum sl_status sl_scan_next(struct sl_scan *scan, struct sl_row *row, struct sl_error *err)
{
    for (;;) {
        enum sl_status status = SL_OK;
        if (!scan->in_pack) status = sl_scan_pack(scan, NULL, err);
        if (status != SL_OK) return status;
        status = sl_scan_row(scan, row, err);
        if (status != SL_NOTHING) return status;
        scan->in_pack = false;
    }
}

enum sl_status sl_scan_event(struct sl_scan *scan, const struct sl_pack_wish *wish,
                             struct sl_event *event, struct sl_error *err)
{
    for (;;) {
        enum sl_status status = SL_OK;
        if (!scan->in_pack) status = sl_scan_pack(scan, NULL, err);
        if (status != SL_OK) return status;
        status = sl_pack_next_event(&scan->reader, wish, event);
        if (status == SL_OK) return status;
        if (status != SL_NOTHING) return fail(scan, status, err);
        scan->in_pack = false;
    }
}

void sl_scan_begin_packs(struct sl_scan *scan, const struct sl_pack_bytes *packs, size_t count)
{
    sl_scan_reset(scan);
    sl_arena_reset(&scan->memory);
    scan->in_memory = true;
    scan->packs = packs;
    scan->pack_count = count;
}

void sl_scan_reset(struct sl_scan *scan)
{
    sl_statement_reset(&scan->statement);
    scan->in_memory = false;
    scan->in_pack = false;
}

void sl_scan_release(struct sl_scan *scan)
{
    sl_statement_release(&scan->statement);
    sl_arena_release(&scan->memory);
    scan->in_pack = false;
}
