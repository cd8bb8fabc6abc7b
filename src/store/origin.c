/* Where an event came from: the import and the file whose ranges of arrival hold it. */
#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "store/inside.h"

struct origin {
    int64_t first_seq, import;
    const char *path;
    bool mapped;
};

struct sl_origins {
    struct origin *items; /* by first_seq */
    size_t count, capacity;
    struct sl_arena paths;
};

static enum sl_status add(struct sl_origins *origins, struct sl_statement *files,
                          struct sl_error *err)
{
    if (!sl_vector_grow(&origins->items, origins->count, &origins->capacity,
                        sizeof *origins->items))
        return sl_fail_memory(err);
    struct origin *origin = &origins->items[origins->count++];
    *origin = (struct origin){.import = sl_statement_integer(files, 0),
                              .first_seq = sl_statement_integer(files, 1),
                              .path = sl_statement_text(files, 2),
                              .mapped = sl_statement_integer(files, 3) != 0};
    return sl_arena_keep(&origins->paths, &origin->path) ? SL_OK : sl_fail_memory(err);
}

enum sl_status sl_origins_open(struct sl_origins **out, struct sl_book *book, struct sl_error *err)
{
    struct sl_statement files = {0};
    struct sl_origins *origins = calloc(1, sizeof *origins);
    if (origins == NULL) return sl_fail_memory(err);
    enum sl_status status = sl_statement_prepare(
        &files, &book->database,
        "SELECT f.import, f.first_seq, f.path, i.map IS NOT NULL FROM import_file f "
        "JOIN import i ON i.id = f.import ORDER BY f.first_seq, f.import, f.number",
        err);
    while (status == SL_OK && (status = sl_statement_step(&files, err)) == SL_OK)
        status = add(origins, &files, err);
    sl_statement_release(&files);
    if (status == SL_NOTHING) {
        *out = origins;
        return SL_OK;
    }
    sl_origins_close(origins);
    return status;
}

void sl_origins_close(struct sl_origins *origins)
{
    if (origins == NULL) return;
    free(origins->items);
    sl_arena_release(&origins->paths);
    free(origins);
}

static const struct origin *find(const struct sl_origins *origins, int64_t seq)
{
    size_t low = 0, high = origins->count; /* the first that begins behind it */
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (origins->items[middle].first_seq <= seq)
            low = middle + 1;
        else
            high = middle;
    }
    return low == 0 ? NULL : &origins->items[low - 1];
}

const char *sl_origins_file(const struct sl_origins *origins, int64_t seq, int64_t *import)
{
    const struct origin *origin = find(origins, seq);
    if (import != NULL) *import = origin == NULL ? 0 : origin->import;
    return origin == NULL ? NULL : origin->path;
}

bool sl_origins_mapped(const struct sl_origins *origins, int64_t seq)
{
    const struct origin *origin = find(origins, seq);
    return origin != NULL && origin->mapped;
}
