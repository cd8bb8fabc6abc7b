/* The list of the imports made. */
#include <stakeline/import.h>

#include <string.h>

#include "base/buffer.h"
#include "store/inside.h"

#define FIELD(member, heading, kind, as)                             \
    {                                                                \
        .name = #member, .label = heading, .type = kind, .show = as, \
        .offset = offsetof(struct sl_import_row, member)             \
    }

static const struct sl_field fields[] = {
    FIELD(import, "Import", SL_TYPE_COUNT, SL_SHOW_ALWAYS),
    FIELD(at, "At", SL_TYPE_TEXT, SL_SHOW_ALWAYS),
    FIELD(file, "File", SL_TYPE_TEXT, SL_SHOW_LONG),
    FIELD(map, "Map", SL_TYPE_TEXT, SL_SHOW_PLAIN),
    FIELD(events, "Events", SL_TYPE_COUNT, SL_SHOW_ALWAYS),
    FIELD(duplicates, "Duplicates", SL_TYPE_COUNT, SL_SHOW_ALWAYS),
    FIELD(rejected, "Rejected", SL_TYPE_COUNT, SL_SHOW_ALWAYS)};

const struct sl_row_type sl_import_row_type = {
    .name = "imports", .fields = fields, .count = sizeof fields / sizeof fields[0]};

static enum sl_status join_files(struct sl_statement *files, int64_t import,
                                 struct sl_buffer *joined, struct sl_error *err)
{
    enum sl_status status;
    sl_buffer_clear(joined);
    sl_statement_bind_integer(files, 1, import);
    while ((status = sl_statement_step(files, err)) == SL_OK) {
        const char *path = sl_statement_text(files, 0);
        if (joined->length > 0) sl_buffer_add_text(joined, "; ");
        sl_buffer_add_text(joined, path == NULL ? "" : path);
    }
    if (status == SL_NOTHING) status = joined->failed ? sl_fail_memory(err) : SL_OK;
    return status;
}

static enum sl_status give_row(struct sl_statement *imports, const char *files, struct sl_sink sink,
                               struct sl_error *err)
{
    const struct sl_import_row row = {.import = sl_statement_integer(imports, 0),
                                      .at = sl_statement_text(imports, 1),
                                      .file = files,
                                      .map = sl_statement_text(imports, 2),
                                      .events = sl_statement_integer(imports, 3),
                                      .duplicates = sl_statement_integer(imports, 4),
                                      .rejected = sl_statement_integer(imports, 5)};
    return sink.row(sink.context, &row, err);
}

enum sl_status sl_imports(struct sl_book *book, struct sl_sink sink, struct sl_error *err)
{
    struct sl_statement imports = {0}, files = {0};
    struct sl_buffer joined = {0};
    bool any = false;
    enum sl_status status = sl_book_read_begin(book, err);
    if (status != SL_OK) return status;
    status = sl_statement_prepare(
        &imports, &book->database,
        "SELECT id, at, map, events, duplicates, rejected FROM import ORDER BY id", err);
    if (status == SL_OK)
        status = sl_statement_prepare(
            &files, &book->database,
            "SELECT path FROM import_file WHERE import = ?1 ORDER BY number", err);
    if (status != SL_OK) goto done;
    while ((status = sl_statement_step(&imports, err)) == SL_OK) {
        any = true;
        status = join_files(&files, sl_statement_integer(&imports, 0), &joined, err);
        if (status == SL_OK) status = give_row(&imports, joined.data, sink, err);
        if (status != SL_OK) goto done;
    }
    if (status == SL_NOTHING)
        status = any ? SL_OK : sl_fail(err, SL_NOTHING, "nothing was imported yet");
done:
    sl_statement_release(&imports);
    sl_statement_release(&files);
    sl_buffer_release(&joined);
    sl_book_read_end(book);
    return status;
}
