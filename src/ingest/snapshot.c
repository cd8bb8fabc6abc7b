/* Snapshots -> changes. The positions of an import are gathered, sorted by date, and each date's
 * are compared with what was known before it. */
#include "ingest/snapshot.h"

#include <inttypes.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/expect.h"
#include "base/vector.h"
#include "ingest/snapshot_past.h"
#include "store/event_bytes.h"

/* A position of a snapshot. */
struct item {
    int32_t day;
    uint32_t file;
    size_t order;
    const char *bytes; /* the event */
    uint64_t hash;     /* of its position */
    struct sl_known *known;
};

/* So many items ahead is memory that they need fetched, and what that points to. */
enum { EXPECT_FAR = 16, EXPECT_NEAR = 8 };

struct sl_snapshots {
    struct sl_book *book;
    struct sl_import *import;
    const struct sl_map *map;
    struct sl_knowns knowns;
    struct item *items;
    size_t count, capacity;
    bool out_of_order;     /* are their days? */
    struct sl_arena bytes; /* of the items */
    struct sl_buffer one;
    const char **files;
    size_t file_count, file_capacity;
    const char *current; /* the file that the store was told last */
    char *extra;         /* of an inferred event */
    int64_t stamp;
};

enum sl_status sl_snapshots_new(struct sl_snapshots **out, struct sl_book *book,
                                struct sl_import *import, const struct sl_map *map,
                                struct sl_error *err)
{
    struct sl_snapshots *snapshots = calloc(1, sizeof *snapshots);
    if (snapshots == NULL) return sl_fail_memory(err);
    snapshots->book = book;
    snapshots->import = import;
    snapshots->map = map;
    snapshots->knowns.map = map;
    snapshots->knowns.import = import;
    json_t *extra =
        json_pack("{s:s,s:s}", SL_INFERRED_COLUMN, "absent", SL_SNAPSHOT_COLUMN, map->name);
    if (extra != NULL) snapshots->extra = json_dumps(extra, JSON_COMPACT | JSON_SORT_KEYS);
    json_decref(extra);
    if (snapshots->extra == NULL) {
        sl_snapshots_free(snapshots);
        return sl_fail_memory(err);
    }
    *out = snapshots;
    return SL_OK;
}

void sl_snapshots_free(struct sl_snapshots *snapshots)
{
    if (snapshots == NULL) return;
    sl_knowns_release(&snapshots->knowns);
    sl_arena_release(&snapshots->bytes);
    sl_buffer_release(&snapshots->one);
    free(snapshots->items);
    free(snapshots->files);
    free(snapshots->extra);
    free(snapshots);
}

enum sl_status sl_snapshots_file(struct sl_snapshots *snapshots, const char *path,
                                 struct sl_error *err)
{
    const char *kept = sl_arena_copy(&snapshots->knowns.memory, path, strlen(path));
    if (kept == NULL || !sl_vector_grow(&snapshots->files, snapshots->file_count,
                                        &snapshots->file_capacity, sizeof *snapshots->files))
        return sl_fail_memory(err);
    snapshots->files[snapshots->file_count++] = kept;
    return SL_OK;
}

enum sl_status sl_snapshots_check(const struct sl_event_text *event, struct sl_problems *problems,
                                  enum sl_status *worst)
{
    const char *wrong = NULL;
    if (event->event.kind != SL_KIND_HOLDING)
        wrong = "a snapshot lists positions: expected events of kind holding";
    else if (event->event.holder == 0)
        wrong = "a snapshot lists positions: expected a holder";
    if (wrong == NULL) return SL_OK;
    sl_problem_add(problems, NULL, "%s", wrong);
    *worst = SL_INVALID;
    return SL_OK;
}

enum sl_status sl_snapshots_add(struct sl_snapshots *snapshots, const struct sl_event_text *event,
                                struct sl_error *err)
{
    struct sl_buffer *one = &snapshots->one;
    const int32_t day = event->event.date.day;
    sl_buffer_clear(one);
    sl_event_to_bytes(one, event);
    const char *bytes =
        one->failed ? NULL : sl_arena_copy(&snapshots->bytes, one->data, one->length);
    if (bytes == NULL || !sl_vector_grow(&snapshots->items, snapshots->count, &snapshots->capacity,
                                         sizeof *snapshots->items))
        return sl_fail_memory(err);
    if (snapshots->count > 0 && day < snapshots->items[snapshots->count - 1].day)
        snapshots->out_of_order = true;
    snapshots->items[snapshots->count] =
        (struct item){.day = day,
                      .file = (uint32_t)snapshots->file_count - 1,
                      .order = snapshots->count,
                      .bytes = bytes,
                      .hash = sl_knowns_hash(&snapshots->knowns, &event->event)};
    snapshots->count++;
    return SL_OK;
}

/* ---- handing over ---- */

static int by_date(const void *a, const void *b)
{
    const struct item *left = a, *right = b;
    if (left->day != right->day) return left->day < right->day ? -1 : 1;
    return left->order < right->order ? -1 : 1;
}

static enum sl_status tell_file(struct sl_snapshots *snapshots, size_t number, struct sl_error *err)
{
    const char *file = snapshots->files[number];
    if (snapshots->current == file) return SL_OK;
    if (snapshots->current != NULL && strcmp(snapshots->current, file) == 0) return SL_OK;
    snapshots->current = file;
    return sl_import_file(snapshots->import, file, err);
}

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash == NULL ? path : slash + 1;
}

/* Does the source count this position in shares? Then 0 shares is what it is down to. */
static bool is_in_shares(const char *level)
{
    return level[0] == ' ' && strncmp(level, "  -1 ", 5) != 0;
}

/* The position is no longer in the snapshot that `like` is of, an event of the file. */
static enum sl_status infer(struct sl_snapshots *snapshots, const struct sl_known *known,
                            const struct sl_event_text *like, size_t number, struct sl_error *err)
{
    struct sl_event_text text = {.fiscal_month = like->fiscal_month};
    struct sl_event *event = &text.event;
    char note[256];
    const char *file = base_name(snapshots->files[number]);
    *event = (struct sl_event){.date = like->event.date,
                               .known = like->event.known,
                               .kind = SL_KIND_HOLDING,
                               .stage = SL_STAGE_COMPLETED,
                               .issuer = known->issuer,
                               .holder = known->holder,
                               .class_ = known->class_,
                               .shares = SL_NO_SHARES,
                               .outstanding = SL_NO_SHARES,
                               .source = file,
                               .note = note,
                               .extra = snapshots->extra};
    snprintf(note, sizeof note, "inferred: absent from %.200s", file);
    if (strcmp(snapshots->map->threshold, "0") == 0 && is_in_shares(known->level)) {
        event->shares = 0;
    } else {
        enum sl_status status =
            sl_stake_parse(&event->stake, snapshots->map->threshold, text.stake, err);
        if (status != SL_OK) return status;
    }
    enum sl_status status = tell_file(snapshots, number, err);
    return status == SL_OK ? sl_import_event(snapshots->import, &text, err) : status;
}

/* A date's rows: [from, to) of the items. First the levels that each position has in them. */
static enum sl_status look(struct sl_snapshots *snapshots, size_t from, size_t to,
                           struct sl_error *err)
{
    struct sl_knowns *knowns = &snapshots->knowns;
    struct sl_event_text text;
    snapshots->stamp++;
    for (size_t i = from; i < to; i++) {
        struct item *item = &snapshots->items[i];
        if (i + EXPECT_FAR < to) sl_knowns_expect(knowns, item[EXPECT_FAR].hash, false);
        if (i + EXPECT_NEAR < to) sl_knowns_expect(knowns, item[EXPECT_NEAR].hash, true);
        sl_event_from_bytes(&text, item->bytes);
        const char *level = sl_known_level(&knowns->memory, &text);
        item->known = sl_knowns_find(knowns, &text.event, item->hash);
        if (level == NULL || item->known == NULL) return sl_fail_memory(err);
        struct sl_known *known = item->known;
        bool again = known->stamp == snapshots->stamp;
        if (known->scope->stamp != snapshots->stamp) known->scope->first_row = i;
        known->seen = sl_known_join(&knowns->memory, again ? known->seen : NULL, level);
        known->stamp = known->scope->stamp = snapshots->stamp;
        if (known->seen == NULL) return sl_fail_memory(err);
    }
    return SL_OK;
}

static enum sl_status too_old(const struct sl_snapshots *snapshots, const struct item *item,
                              const struct sl_event *event, struct sl_problems *problems)
{
    char date[SL_DATE_SIZE], latest[SL_DATE_SIZE];
    sl_date_format(event->date, date);
    sl_date_format((struct sl_date){item->known->scope->latest, SL_DATE_DAY}, latest);
    problems->file = snapshots->files[item->file];
    problems->line = event->line;
    sl_problem_add(problems, NULL,
                   "the snapshot of %s would change what the book has through the map %s up to %s: "
                   "undo the later imports, and import the files together",
                   date, snapshots->map->name, latest);
    return SL_INVALID;
}

static bool is_present(const struct sl_known *known)
{
    return known->level != NULL && known->level[0] != '\0';
}

/* Positions of the scope that the date no longer has. */
static enum sl_status infer_scope(struct sl_snapshots *snapshots, struct sl_scope *scope,
                                  const struct item *like, struct sl_problems *problems,
                                  struct sl_import_result *result, struct sl_error *err)
{
    const int32_t day = like->day;
    struct sl_event_text text;
    sl_event_from_bytes(&text, like->bytes);
    for (struct sl_known *known = scope->first; known != NULL; known = known->next) {
        if (!sl_known_reach(&snapshots->knowns, known, day)) return sl_fail_memory(err);
        if (known->stamp == snapshots->stamp || !is_present(known)) continue;
        if (day < scope->latest) return too_old(snapshots, like, &text.event, problems);
        enum sl_status status = infer(snapshots, known, &text, like->file, err);
        if (status != SL_OK) return status;
        known->level = "";
        known->day = day;
        known->import = 0;
        result->inferred++;
    }
    return SL_OK;
}

static enum sl_status store_item(struct sl_snapshots *snapshots, const struct item *item,
                                 struct sl_problems *problems, struct sl_error *err)
{
    struct sl_event_text text;
    sl_event_from_bytes(&text, item->bytes);
    if (item->day < item->known->scope->latest)
        return too_old(snapshots, item, &text.event, problems);
    enum sl_status status = tell_file(snapshots, item->file, err);
    return status == SL_OK ? sl_import_event(snapshots->import, &text, err) : status;
}

static void expect_levels(const struct item *item, size_t left)
{
    if (left > EXPECT_FAR) sl_expect(item[EXPECT_FAR].known);
    if (left <= EXPECT_NEAR) return;
    sl_expect(item[EXPECT_NEAR].known->level);
    sl_expect(item[EXPECT_NEAR].known->seen);
}

static enum sl_status compare(struct sl_snapshots *snapshots, size_t from, size_t to,
                              struct sl_problems *problems, struct sl_import_result *result,
                              struct sl_error *err)
{
    enum sl_status status = look(snapshots, from, to, err);
    struct sl_knowns *knowns = &snapshots->knowns;
    for (size_t i = 0; i < knowns->scope_capacity && status == SL_OK; i++) {
        struct sl_scope *scope = knowns->scopes[i];
        if (scope != NULL && scope->stamp == snapshots->stamp)
            status = infer_scope(snapshots, scope, &snapshots->items[scope->first_row], problems,
                                 result, err);
    }
    for (size_t i = from; i < to && status == SL_OK; i++) {
        const struct item *item = &snapshots->items[i];
        const struct sl_known *known = item->known;
        expect_levels(item, to - i);
        if (known->level != NULL && strcmp(known->level, known->seen) == 0)
            result->unchanged++;
        else
            status = store_item(snapshots, item, problems, err);
    }
    for (size_t i = from; i < to && status == SL_OK; i++) {
        struct sl_known *known = snapshots->items[i].known;
        if (i + EXPECT_FAR < to) sl_expect(snapshots->items[i + EXPECT_FAR].known);
        known->level = known->seen;
        known->day = snapshots->items[i].day;
        known->import = 0;
    }
    return status;
}

/* A file that changed nothing is one of the import's, too. */
static enum sl_status tell_silent_files(struct sl_snapshots *snapshots, struct sl_error *err)
{
    enum sl_status status = SL_OK;
    for (size_t i = 0; i < snapshots->file_count && status == SL_OK && snapshots->count == 0; i++)
        status = tell_file(snapshots, i, err);
    return status;
}

enum sl_status sl_snapshots_store(struct sl_snapshots *snapshots, struct sl_problems *problems,
                                  struct sl_import_result *result, struct sl_error *err)
{
    enum sl_status status = sl_knowns_load(&snapshots->knowns, snapshots->book, err);
    if (snapshots->out_of_order)
        qsort(snapshots->items, snapshots->count, sizeof *snapshots->items, by_date);
    for (size_t from = 0, to; from < snapshots->count && status == SL_OK; from = to) {
        const int32_t day = snapshots->items[from].day;
        for (to = from + 1; to < snapshots->count && snapshots->items[to].day == day; to++)
            continue;
        for (size_t i = from; i < to && status == SL_OK; i++)
            status = tell_file(snapshots, snapshots->items[i].file, err);
        if (status == SL_OK) status = compare(snapshots, from, to, problems, result, err);
    }
    return status == SL_OK ? tell_silent_files(snapshots, err) : status;
}
