/* The log back, in the order of arrival, and its x_ columns. */
#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "store/event_row.h"
#include "store/inside.h"

static sl_entity root_or_none(const struct sl_book *book, sl_entity entity)
{
    return entity == 0 ? 0 : sl_merges_root(book, entity);
}

enum sl_status sl_book_log(struct sl_book *book,
                           enum sl_status (*each)(void *context, const struct sl_event_text *event,
                                                  struct sl_error *err),
                           void *context, struct sl_error *err)
{
    struct sl_event_text text;
    struct sl_statement statement = {0};
    enum sl_status status = sl_merges_load(book, err);
    if (status == SL_OK)
        status = sl_statement_prepare(&statement, &book->database,
                                      "SELECT " SL_CELLS_ALL " FROM event ORDER BY seq", err);
    while (status == SL_OK && (status = sl_statement_step(&statement, err)) == SL_OK) {
        struct sl_event *event = &text.event;
        status = sl_event_read(event, &statement, true, err);
        if (status != SL_OK) break;
        event->issuer = sl_merges_root(book, event->issuer);
        event->holder = root_or_none(book, event->holder);
        event->counterparty = root_or_none(book, event->counterparty);
        sl_event_text_read(&text, &statement);
        status = each(context, &text, err);
        if (status == SL_NOTHING) break; /* the callback's, and not the end of the rows */
    }
    bool ended = status == SL_NOTHING && sqlite3_stmt_busy(statement.raw) == 0;
    sl_statement_release(&statement);
    return ended ? SL_OK : status;
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

enum sl_status sl_book_extra_columns(struct sl_book *book, char ***out, struct sl_error *err)
{
    struct sl_buffer names = {0};
    struct sl_statement statement = {0};
    size_t count = 0;
    enum sl_status status = sl_statement_prepare(
        &statement, &book->database,
        "SELECT DISTINCT j.key FROM (SELECT DISTINCT extra FROM event WHERE extra IS NOT NULL) e,"
        " json_each(e.extra) j ORDER BY 1",
        err);
    while (status == SL_OK && (status = sl_statement_step(&statement, err)) == SL_OK) {
        const char *name = sl_statement_text(&statement, 0);
        if (name == NULL) continue;
        sl_buffer_add(&names, name, strlen(name) + 1);
        count++;
    }
    sl_statement_release(&statement);
    if (status == SL_NOTHING) status = pack(&names, count, out, err);
    sl_buffer_release(&names);
    return status;
}
