/* The log back, in the order of arrival, and its x_ columns. */
#include <stdlib.h>
#include <string.h>

#include "store/import_state.h"
#include "store/scan.h"

static sl_entity root_or_none(const struct sl_book *book, sl_entity entity)
{
    return entity == 0 ? 0 : sl_merges_root(book, entity);
}

/* Sorts all events by their order of arrival. */
static enum sl_status sort_events(struct sl_book *book, struct sl_sorter *sorter,
                                  struct sl_error *err)
{
    struct sl_row row;
    struct sl_buffer encoded = {0};
    struct sl_scan scan = {.scope = SL_SCAN_ALL, .details = true};
    enum sl_status status = sl_scan_begin(&scan, &book->database, 0, 0, err);
    while (status == SL_OK && (status = sl_scan_next(&scan, &row, err)) == SL_OK) {
        sl_buffer_clear(&encoded);
        sl_row_encode(&encoded, &row);
        status = encoded.failed ? sl_fail_memory(err)
                                : sl_sorter_add(sorter, (uint64_t)row.cell[SL_CELL_SEQ].number,
                                                encoded.data, encoded.length, err);
    }
    sl_scan_release(&scan);
    sl_buffer_release(&encoded);
    return status == SL_NOTHING ? sl_sorter_sort(sorter, err) : status;
}

static enum sl_status read_event(struct sl_book *book, const struct sl_record *record,
                                 struct sl_event_text *text, struct sl_arena *memory,
                                 struct sl_error *err)
{
    struct sl_row row;
    struct sl_event *event = &text->event;
    sl_row_decode(&row, record->bytes);
    sl_arena_reset(memory);
    if (!sl_row_end_texts(&row, memory)) return sl_fail_memory(err);
    if (!sl_event_from_row(event, &row)) {
        return sl_fail(err, SL_FAILED, "%s: is damaged (event %lld cannot be read)",
                       book->database.path, (long long)event->seq);
    }
    sl_event_text_from_row(text, &row);
    event->issuer = sl_merges_root(book, event->issuer);
    event->holder = root_or_none(book, event->holder);
    event->counterparty = root_or_none(book, event->counterparty);
    return SL_OK;
}

enum { EVERYONE = 1 << 30 }; /* more names than there are */
enum { AHEAD = 4 }; /* events read before they are handed out: their names are fetched meanwhile */

struct ahead {
    struct sl_event_text text;
    struct sl_arena memory;
};

static void fetch_names(const struct sl_book *book, const struct sl_event *event, bool again)
{
    sl_book_fetch_name(book, event->issuer, again);
    sl_book_fetch_name(book, event->holder, again);
    if (event->counterparty != 0) sl_book_fetch_name(book, event->counterparty, again);
}

/* Hands out what a sorter has, some events behind its reading. */
static enum sl_status hand_out(
    struct sl_book *book, struct sl_sorter *sorter, struct ahead events[AHEAD],
    enum sl_status (*each)(void *context, const struct sl_event_text *event, struct sl_error *err),
    void *context, struct sl_error *err)
{
    struct sl_record record;
    size_t read = 0, sent = 0;
    enum sl_status status = SL_OK;
    while (status == SL_OK) {
        struct ahead *next = &events[read % AHEAD];
        enum sl_status found = sl_sorter_next(sorter, &record, err);
        if (found == SL_OK) found = read_event(book, &record, &next->text, &next->memory, err);
        if (found == SL_OK) {
            fetch_names(book, &next->text.event, false);
            if (read > 0) fetch_names(book, &events[(read - 1) % AHEAD].text.event, true);
            read++;
        } else if (found != SL_NOTHING) {
            return found;
        }
        if (sent == read) return SL_OK;
        if (found == SL_OK && read - sent < AHEAD) continue;
        status = each(context, &events[sent++ % AHEAD].text, err);
    }
    return status;
}

enum sl_status sl_book_log(struct sl_book *book,
                           enum sl_status (*each)(void *context, const struct sl_event_text *event,
                                                  struct sl_error *err),
                           void *context, struct sl_error *err)
{
    struct ahead events[AHEAD] = {{.memory = {0}}};
    struct sl_sorter *sorter = NULL;
    enum sl_status status = sl_merges_load(book, err);
    if (status == SL_OK) status = sl_book_expect_names(book, EVERYONE, err);
    if (status == SL_OK)
        status = sl_sorter_new(&sorter, book->database.path, SL_EVENT_RUN_BYTES, err);
    if (status == SL_OK) status = sort_events(book, sorter, err);
    if (status == SL_OK) status = hand_out(book, sorter, events, each, context, err);
    sl_sorter_free(sorter);
    for (size_t i = 0; i < AHEAD; i++)
        sl_arena_release(&events[i].memory);
    return status;
}

/* ---- the x_ columns ---- */

/* Both the pointers and the names are in one allocation: `names` is NUL-separated. */
static enum sl_status pack(struct sl_buffer *names, size_t count, char ***out, struct sl_error *err)
{
    char **packed = malloc((count + 1) * sizeof *packed + names->length);
    if (packed == NULL || names->failed) {
        free(packed);
        return sl_fail_memory(err);
    }
    char *at = (char *)(packed + count + 1);
    if (names->length > 0) memcpy(at, names->data, names->length);
    for (size_t i = 0; i < count; i++) {
        packed[i] = at;
        at += strlen(at) + 1;
    }
    packed[count] = NULL;
    *out = packed;
    return SL_OK;
}

/* The names in one object of x_ columns that are not among those met. */
static enum sl_status add_names(struct sl_buffer *names, size_t *count, struct sl_name_table *met,
                                struct sl_arena *memory, struct sl_statement *keys,
                                struct sl_error *err)
{
    enum sl_status status;
    while ((status = sl_statement_step(keys, err)) == SL_OK) {
        const char *name = sl_statement_text(keys, 0);
        if (name == NULL || sl_name_table_get(met, name, strlen(name)) != 0) continue;
        const char *kept = sl_arena_copy(memory, name, strlen(name));
        if (kept == NULL || !sl_name_table_add(met, kept, strlen(kept), 1)) {
            status = sl_fail_memory(err);
            break;
        }
        sl_buffer_add(names, kept, strlen(kept) + 1);
        ++*count;
    }
    sl_statement_reset(keys);
    return status == SL_NOTHING ? SL_OK : status;
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

enum sl_status sl_book_extra_columns(struct sl_book *book, char ***out, struct sl_error *err)
{
    struct sl_row row;
    struct sl_buffer names = {0};
    struct sl_name_table met = {0};
    struct sl_arena memory = {0};
    struct sl_statement keys = {0};
    struct sl_scan scan = {.scope = SL_SCAN_ALL, .details = true};
    size_t count = 0;
    enum sl_status status =
        sl_statement_prepare(&keys, &book->database, "SELECT key FROM json_each(?1)", err);
    if (status == SL_OK) status = sl_scan_begin(&scan, &book->database, 0, 0, err);
    while (status == SL_OK && (status = sl_scan_next(&scan, &row, err)) == SL_OK) {
        if (!(row.present & UINT32_C(1) << SL_CELL_EXTRA)) continue;
        sl_statement_bind_text(&keys, 1, row.cell[SL_CELL_EXTRA].text,
                               row.cell[SL_CELL_EXTRA].length);
        status = add_names(&names, &count, &met, &memory, &keys, err);
    }
    if (status == SL_NOTHING) status = pack(&names, count, out, err);
    if (status == SL_OK && count > 1) qsort(*out, count, sizeof **out, by_text);
    sl_scan_release(&scan);
    sl_statement_release(&keys);
    sl_buffer_release(&names);
    sl_name_table_release(&met);
    sl_arena_release(&memory);
    return status;
}
