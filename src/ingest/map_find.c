/* Where maps are looked for, and which of them knows a file by its header. */
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/text.h"
#include "base/vector.h"
#include "ingest/map.h"
#include "ingest/map_read.h"

/* The names of the maps in the folders, each with its path, sorted by name. */
struct found {
    struct sl_arena memory;
    struct found_map {
        const char *name, *path;
    } * items;
    size_t count, capacity;
};

static void found_release(struct found *found)
{
    free(found->items);
    sl_arena_release(&found->memory);
}

static bool is_found(const struct found *found, const char *name)
{
    for (size_t i = 0; i < found->count; i++) {
        if (strcmp(found->items[i].name, name) == 0) return true;
    }
    return false;
}

static enum sl_status add_found(struct found *found, const char *folder, const char *file,
                                struct sl_error *err)
{
    size_t length = strlen(file), folder_length = strlen(folder);
    if (length < 5 || file[0] == '.' || strcmp(file + length - 4, ".ini") != 0) return SL_OK;
    char *name = sl_arena_copy(&found->memory, file, length - 4);
    char *path = sl_arena_alloc(&found->memory, folder_length + length + 2);
    if (name == NULL || path == NULL) return sl_fail_memory(err);
    if (is_found(found, name)) return SL_OK;
    snprintf(path, folder_length + length + 2, "%s/%s", folder, file);
    if (!sl_vector_grow(&found->items, found->count, &found->capacity, sizeof *found->items))
        return sl_fail_memory(err);
    found->items[found->count++] = (struct found_map){name, path};
    return SL_OK;
}

static int by_name(const void *a, const void *b)
{
    const struct found_map *left = a, *right = b;
    return strcmp(left->name, right->name);
}

static enum sl_status find_all(struct found *found, const char *const *folders,
                               struct sl_error *err)
{
    enum sl_status status = SL_OK;
    for (; folders != NULL && *folders != NULL && status == SL_OK; folders++) {
        DIR *folder = opendir(*folders);
        const struct dirent *entry;
        if (folder == NULL) continue; /* a folder that is not there has no maps */
        while (status == SL_OK && (entry = readdir(folder)) != NULL)
            status = add_found(found, *folders, entry->d_name, err);
        closedir(folder);
    }
    if (found->count > 0) qsort(found->items, found->count, sizeof *found->items, by_name);
    return status;
}

static enum sl_status no_map(const struct found *found, const char *name, struct sl_error *err)
{
    const char *nearest = NULL;
    size_t least = SIZE_MAX;
    for (size_t i = 0; i < found->count; i++) {
        size_t distance = sl_text_distance(name, found->items[i].name, 64);
        if (distance >= least) continue;
        least = distance;
        nearest = found->items[i].name;
    }
    if (nearest == NULL) return sl_fail(err, SL_MISUSE, "no map is called '%s'", name);
    return sl_fail(err, SL_MISUSE, "no map is called '%s'; the nearest is '%s'", name, nearest);
}

enum sl_status sl_map_open(struct sl_map **out, const char *name, const char *const *folders,
                           struct sl_error *err)
{
    struct found found = {0};
    size_t length = strlen(name);
    if (strchr(name, '/') != NULL || (length > 4 && strcmp(name + length - 4, ".ini") == 0))
        return sl_map_open_path(out, name, err);
    enum sl_status status = find_all(&found, folders, err);
    if (status == SL_OK) {
        status = SL_NOTHING;
        for (size_t i = 0; i < found.count && status == SL_NOTHING; i++) {
            if (sl_text_same(found.items[i].name, name))
                status = sl_map_open_path(out, found.items[i].path, err);
        }
        if (status == SL_NOTHING) status = no_map(&found, name, err);
    }
    found_release(&found);
    return status;
}

/* ---- the list ---- */

static const struct sl_field fields[] = {
    {"map", "Map", SL_TYPE_TEXT, SL_SHOW_ALWAYS, offsetof(struct sl_map_row, map)},
    {"about", "About", SL_TYPE_TEXT, SL_SHOW_WRAP, offsetof(struct sl_map_row, about)},
    {"recognises", "Recognises", SL_TYPE_TEXT, SL_SHOW_NEVER,
     offsetof(struct sl_map_row, recognises)},
    {"file", "File", SL_TYPE_TEXT, SL_SHOW_NEVER, offsetof(struct sl_map_row, file)},
    {"problem", "Problem", SL_TYPE_TEXT, SL_SHOW_WRAP, offsetof(struct sl_map_row, problem)},
};
const struct sl_row_type sl_map_row_type = {"maps", fields, sizeof fields / sizeof fields[0]};

/* The columns, as in "a; b | c". */
static void add_recognised(struct sl_buffer *out, const struct sl_map_lists *lists)
{
    for (size_t i = 0; i < lists->count; i++) {
        for (size_t k = 0; k < lists->items[i].count; k++)
            sl_buffer_printf(out, "%s%s",
                             k > 0   ? " | "
                             : i > 0 ? "; "
                                     : "",
                             lists->items[i].items[k]);
    }
}

static enum sl_status hand_map(const struct found_map *found, struct sl_sink sink,
                               struct sl_error *err)
{
    struct sl_map *map = NULL;
    struct sl_error why = {0};
    struct sl_buffer names = {0};
    struct sl_map_row row = {.map = found->name, .file = found->path};
    enum sl_status status = sl_map_open_path(&map, found->path, &why);
    if (status == SL_OK) {
        row.about = map->about;
        add_recognised(&names, &map->recognise);
        row.recognises = names.data;
    } else {
        row.problem = why.message;
    }
    status = names.failed ? sl_fail_memory(err) : sink.row(sink.context, &row, err);
    sl_buffer_release(&names);
    sl_map_close(map);
    return status;
}

enum sl_status sl_maps(const char *const *folders, struct sl_sink sink, struct sl_error *err)
{
    struct found found = {0};
    enum sl_status status = find_all(&found, folders, err);
    if (status == SL_OK && found.count == 0) status = sl_fail(err, SL_NOTHING, "there are no maps");
    for (size_t i = 0; i < found.count && status == SL_OK; i++)
        status = hand_map(&found.items[i], sink, err);
    found_release(&found);
    return status;
}

/* ---- recognising ---- */

/* Reads the file's first row as the options say. SL_NOTHING: there is none, or it cannot be read.
 */
static enum sl_status has_header(const char *path, const struct sl_row_options *options,
                                 bool (*wanted)(const void *context, const struct sl_row *header),
                                 const void *context)
{
    struct sl_row_reader *reader = NULL;
    struct sl_row row;
    enum sl_status status = sl_row_reader_open(&reader, path, options, NULL);
    if (status == SL_OK) status = sl_row_reader_next(reader, &row, NULL);
    bool has = status == SL_OK && wanted(context, &row);
    sl_row_reader_close(reader);
    return has ? SL_OK : SL_NOTHING;
}

static bool is_ours(const void *context, const struct sl_row *header)
{
    static const enum sl_column required[] = {SL_COLUMN_DATE, SL_COLUMN_KIND, SL_COLUMN_ISSUER};
    (void)context;
    for (size_t i = 0; i < sizeof required / sizeof required[0]; i++) {
        bool found = false;
        for (size_t k = 0; k < header->count && !found; k++)
            found = sl_text_same(header->cells[k].text, sl_event_columns[required[i]]);
        if (!found) return false;
    }
    return true;
}

static bool map_knows(const void *context, const struct sl_row *header)
{
    return sl_map_knows(context, header);
}

/* The map that knows the file best: by most columns. Maps that cannot be read are passed over,
 * `maps` says why. */
static enum sl_status recognise_file(struct sl_map **out, const struct found *found,
                                     const char *path, struct sl_error *err)
{
    struct sl_map *best = NULL;
    const char *rival = NULL;
    enum sl_status status = SL_OK;
    for (size_t i = 0; i < found->count; i++) {
        struct sl_map *map = NULL;
        if (sl_map_open_path(&map, found->items[i].path, NULL) != SL_OK) continue;
        size_t best_count = best == NULL ? 0 : best->recognise.count;
        if (map->recognise.count < best_count || map->recognise.count == 0 ||
            has_header(path, &map->file, map_knows, map) != SL_OK) {
            sl_map_close(map);
            continue;
        }
        rival = map->recognise.count == best_count ? found->items[i].name : NULL;
        if (rival != NULL) {
            sl_map_close(map);
            continue;
        }
        sl_map_close(best);
        best = map;
    }
    if (best == NULL) return SL_NOTHING;
    if (rival != NULL) {
        status = sl_fail(err, SL_MISUSE, "%s: the maps %s and %s both know this header: name one",
                         path, best->name, rival);
        sl_map_close(best);
        return status;
    }
    *out = best;
    return SL_OK;
}

/* A pipe's rows are gone once they are read. */
static bool can_be_read_twice(const char *path)
{
    struct stat info;
    return strcmp(path, "-") != 0 && stat(path, &info) == 0 && S_ISREG(info.st_mode);
}

enum sl_status sl_map_recognise(struct sl_map **out, const char *const *paths, size_t count,
                                const char *const *folders, struct sl_error *err)
{
    struct found found = {0};
    struct sl_map *map = NULL, *other = NULL;
    enum sl_status status = SL_NOTHING;
    bool ours = false;
    for (size_t i = 0; i < count; i++) {
        if (!can_be_read_twice(paths[i])) return SL_NOTHING;
    }
    for (size_t i = 0; i < count; i++) {
        if (has_header(paths[i], NULL, is_ours, NULL) == SL_OK) {
            ours = true;
            continue;
        }
        if (found.count == 0) status = find_all(&found, folders, err);
        if (status == SL_FAILED) goto done;
        other = NULL;
        status = recognise_file(&other, &found, paths[i], err);
        if (status != SL_OK && status != SL_NOTHING) goto done;
        if (other == NULL) continue;
        if (ours || (map != NULL && strcmp(map->name, other->name) != 0)) {
            status = sl_fail(err, SL_MISUSE,
                             "%s is for the map %s, another file is not: import "
                             "them apart",
                             paths[i], other->name);
            sl_map_close(other);
            goto done;
        }
        if (map == NULL)
            map = other;
        else
            sl_map_close(other);
    }
    status = map == NULL ? SL_NOTHING : SL_OK;
    if (map != NULL && ours)
        status = sl_fail(err, SL_MISUSE,
                         "one file is for the map %s, another is in our own columns: "
                         "import them apart",
                         map->name);
done:
    if (status == SL_OK)
        *out = map;
    else
        sl_map_close(map);
    found_release(&found);
    return status;
}
