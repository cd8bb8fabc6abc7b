/* Events changed in the file, as another program would that knows how packs are encoded. */
#ifndef TESTS_REPACK_H
#define TESTS_REPACK_H

#include "store_fixture.h"

#include "store/pack.h"

/* What becomes of a cell: a text, or (NULL) a number; with `blank` nothing. */
struct change {
    enum sl_cell_id cell;
    int64_t number;
    const char *text;
    bool blank;
};

/* Of the events whose stake reads so (NULL: of all), the cells; without changes the events go. */
struct repack {
    const char *stake;
    const struct change *changes;
    size_t count;
};

static inline void change_row(struct sl_row *row, const struct change *change)
{
    row->present |= UINT32_C(1) << change->cell;
    if (change->blank) row->present &= ~(UINT32_C(1) << change->cell);
    row->cell[change->cell].number = change->number;
    row->cell[change->cell].text = change->text;
    row->cell[change->cell].length = change->text == NULL ? 0 : strlen(change->text);
}

static inline bool is_meant(const struct repack *repack, const struct sl_row *row)
{
    const uint32_t stake = UINT32_C(1) << SL_CELL_STAKE;
    return repack->stake == NULL || ((row->present & stake) != 0 &&
                                     strcmp(row->cell[SL_CELL_STAKE].text, repack->stake) == 0);
}

static inline void repack_one(const struct repack *repack, const struct sl_pack_bytes *bytes,
                              struct sl_pack *pack)
{
    struct sl_row row;
    struct sl_pack_reader reader;
    struct sl_arena memory = {0};
    enum sl_status status;
    sl_pack_clear(pack);
    sl_pack_open(&reader, bytes);
    while ((status = sl_pack_next(&reader, &row, &memory)) == SL_OK) {
        const bool meant = is_meant(repack, &row);
        for (size_t i = 0; i < repack->count && meant; i++)
            change_row(&row, &repack->changes[i]);
        if (!meant || repack->count > 0) sl_pack_add(pack, &row);
    }
    assert_int_equal(status, SL_NOTHING);
    sl_arena_release(&memory);
}

static inline void bind_pack(sqlite3_stmt *write, const struct sl_pack *pack)
{
    sqlite3_bind_int64(write, 1, pack->issuer);
    sqlite3_bind_int64(write, 2, pack->day);
    sqlite3_bind_int64(write, 3, pack->seq);
    sqlite3_bind_blob(write, 4, pack->claims.data, (int)pack->claims.length, SQLITE_TRANSIENT);
    sqlite3_bind_blob(write, 5, pack->details.data, (int)pack->details.length, SQLITE_TRANSIENT);
}

static inline void repack_file(const char *path, const struct repack *repack)
{
    sqlite3 *raw = NULL;
    sqlite3_stmt *read = NULL, *write = NULL;
    struct sl_pack pack = {0};
    assert_int_equal(sqlite3_open(path, &raw), SQLITE_OK);
    assert_int_equal(sqlite3_exec(raw,
                                  "CREATE TEMP TABLE old AS SELECT * FROM pack;"
                                  "DELETE FROM pack",
                                  NULL, NULL, NULL),
                     SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(raw, "SELECT * FROM old", -1, &read, NULL), SQLITE_OK);
    assert_int_equal(
        sqlite3_prepare_v2(raw, "INSERT INTO pack VALUES (?, ?, ?, ?, ?)", -1, &write, NULL),
        SQLITE_OK);
    while (sqlite3_step(read) == SQLITE_ROW) {
        const struct sl_pack_bytes bytes = {
            .issuer = sqlite3_column_int64(read, 0),
            .day = sqlite3_column_int64(read, 1),
            .seq = sqlite3_column_int64(read, 2),
            .claims = sqlite3_column_blob(read, 3),
            .claims_length = (size_t)sqlite3_column_bytes(read, 3),
            .details = sqlite3_column_blob(read, 4),
            .details_length = (size_t)sqlite3_column_bytes(read, 4),
        };
        repack_one(repack, &bytes, &pack);
        if (pack.count == 0) continue;
        bind_pack(write, &pack);
        assert_int_equal(sqlite3_step(write), SQLITE_DONE);
        sqlite3_reset(write);
    }
    sqlite3_finalize(read);
    sqlite3_finalize(write);
    assert_int_equal(sqlite3_close(raw), SQLITE_OK);
    sl_pack_release(&pack);
}

#endif
