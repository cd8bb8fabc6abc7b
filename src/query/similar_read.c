/* Reading names, on two threads where they are many. */
#include "query/similar_read.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/thread.h"
#include "base/vector.h"
#include "query/similar_keys.h"
#include "store/ids.h"

enum { HASHES = SL_SIMILAR_HALVES + 1 };

/* ---- what is wanted ---- */

static uint64_t *slot_of(const struct sl_similar_wanted *wanted, uint64_t hash)
{
    size_t at = (size_t)hash & (wanted->slot_count - 1);
    while (wanted->slots[at] != 0 && wanted->slots[at] != hash)
        at = (at + 1) & (wanted->slot_count - 1);
    return &wanted->slots[at];
}

static bool is_wanted(const struct sl_similar_wanted *wanted, uint64_t hash)
{
    return wanted->slots == NULL || *slot_of(wanted, hash) != 0;
}

bool sl_similar_is_wanted(const struct sl_similar_list *list, uint64_t hash)
{
    return is_wanted(&list->wanted, hash);
}

/* Names that could be a pair share one of these. */
static size_t hashes_of(const struct sl_similar_keys *keys, uint64_t out[HASHES])
{
    const size_t count = sl_similar_halves(keys->key.data, keys->key.length, out);
    out[count] = sl_similar_hash(0, keys->words.data, keys->words.length);
    return count + 1;
}

static enum sl_status want(struct sl_similar_wanted *wanted, struct sl_similar_keys *keys,
                           const char *name, struct sl_error *err)
{
    uint64_t hashes[HASHES];
    enum sl_status status = sl_similar_keys_make(keys, name, err);
    if (status != SL_OK || keys->words.length == 0) return status;
    const size_t count = hashes_of(keys, hashes);
    for (size_t i = 0; i < count; i++)
        *slot_of(wanted, hashes[i]) = hashes[i];
    return SL_OK;
}

static enum sl_status want_all(struct sl_similar_wanted *wanted, struct sl_book *book,
                               const struct sl_similar_wish *wish, struct sl_error *err)
{
    struct sl_similar_keys keys = {0};
    enum sl_status status = SL_OK;
    if (wish->among == NULL) return SL_OK;
    size_t size = 16;
    while (size < wish->count * HASHES * 2)
        size *= 2;
    wanted->slots = calloc(size, sizeof *wanted->slots);
    if (wanted->slots == NULL) return sl_fail_memory(err);
    wanted->slot_count = size;
    for (size_t i = 0; i < wish->count && status == SL_OK; i++)
        status = want(wanted, &keys, sl_book_name(book, wish->among[i]), err);
    sl_similar_keys_release(&keys);
    return status;
}

/* ---- reading ---- */

/* Reads the names of some ids. */
struct reading {
    struct sl_book *book;
    const struct sl_similar_wish *wish;
    struct sl_similar_list list;
    struct sl_similar_keys keys; /* of the name at hand */
    sl_entity first, end;
    enum sl_status status;
    struct sl_error error;
};

/* Could the name at hand be one of a pair that is wanted? */
static bool may_be_paired(const struct reading *reading)
{
    uint64_t hashes[HASHES];
    const struct sl_similar_wanted *wanted = &reading->list.wanted;
    if (wanted->slots == NULL) return true;
    const size_t count = hashes_of(&reading->keys, hashes);
    for (size_t i = 0; i < count; i++) {
        if (is_wanted(wanted, hashes[i])) return true;
    }
    return false;
}

static bool is_among(const struct sl_similar_wish *wish, sl_entity entity)
{
    if (wish->among == NULL) return true;
    return wish->count > 0 &&
           bsearch(&entity, wish->among, wish->count, sizeof entity, sl_ids_compare) != NULL;
}

static enum sl_status take_name(void *context, sl_entity entity, const char *text,
                                struct sl_error *err)
{
    struct reading *reading = context;
    struct sl_similar_list *list = &reading->list;
    const struct sl_similar_keys *keys = &reading->keys;
    enum sl_status status = sl_similar_keys_make(&reading->keys, text, err);
    if (status != SL_OK || keys->words.length == 0 || !may_be_paired(reading)) return status;
    if (!sl_vector_grow(&list->items, list->count, &list->capacity, sizeof *list->items))
        return sl_fail_memory(err);
    struct sl_similar_name *name = &list->items[list->count++];
    *name = (struct sl_similar_name){.entity = entity,
                                     .text = text,
                                     .letters = keys->letters.data,
                                     .key = keys->key.data,
                                     .words = keys->words.data,
                                     .key_length = keys->key.length,
                                     .asked = is_among(reading->wish, entity)};
    const bool done =
        sl_arena_keep(&list->memory, &name->text) && sl_arena_keep(&list->memory, &name->letters) &&
        sl_arena_keep(&list->memory, &name->key) && sl_arena_keep(&list->memory, &name->words);
    return done ? SL_OK : sl_fail_memory(err);
}

static void *read_names(void *context)
{
    struct reading *reading = context;
    reading->status = sl_book_each_entity(reading->book, reading->first, reading->end, take_name,
                                          reading, &reading->error);
    sl_similar_keys_release(&reading->keys);
    return NULL;
}

/* Appends what another has read. */
static bool append(struct sl_similar_list *list, struct sl_similar_list *more)
{
    struct sl_similar_name *items =
        realloc(list->items, (list->count + more->count + 1) * sizeof *items);
    if (items == NULL) return false;
    if (more->count > 0) memcpy(items + list->count, more->items, more->count * sizeof *items);
    list->items = items;
    list->count += more->count;
    list->capacity = list->count + 1;
    sl_arena_adopt(&list->memory, &more->memory);
    return true;
}

/* The first half of the ids, and, by another thread if one is worth it and can be had, the second.
 */
static enum sl_status read_halves(struct reading halves[2], struct sl_error *err)
{
    enum { WORTH_IT = 10000 };
    struct sl_book *beside = NULL;
    pthread_t thread;
    const bool can = halves[1].first >= WORTH_IT && sl_thread_room() > 1 &&
                     sl_book_beside(&beside, halves[0].book) == SL_OK;
    if (can) halves[1].book = beside;
    const bool started = can && sl_thread_start(&thread, read_names, &halves[1]);
    read_names(&halves[0]);
    if (started)
        pthread_join(thread, NULL);
    else
        read_names(&halves[1]);
    sl_book_close(beside);
    const struct reading *failed = halves[0].status != SL_OK ? &halves[0] : &halves[1];
    if (failed->status != SL_OK && err != NULL) *err = failed->error;
    return failed->status;
}

enum sl_status sl_similar_read(struct sl_similar_list *out, struct sl_book *book,
                               const struct sl_similar_wish *wish, struct sl_error *err)
{
    sl_entity last = 0;
    *out = (struct sl_similar_list){0};
    enum sl_status status = want_all(&out->wanted, book, wish, err);
    if (status == SL_OK) status = sl_book_last_entity(book, &last, err);
    if (status != SL_OK) return status;
    const struct reading all = {
        .book = book, .wish = wish, .list.wanted = out->wanted, .end = INT64_MAX};
    struct reading halves[2] = {all, all};
    halves[0].end = halves[1].first = last / 2;
    status = read_halves(halves, err);
    *out = halves[0].list;
    if (status == SL_OK && !append(out, &halves[1].list)) status = sl_fail_memory(err);
    free(halves[1].list.items);
    sl_arena_release(&halves[1].list.memory);
    return status;
}

void sl_similar_list_release(struct sl_similar_list *list)
{
    free(list->items);
    free(list->wanted.slots);
    sl_arena_release(&list->memory);
    *list = (struct sl_similar_list){0};
}
