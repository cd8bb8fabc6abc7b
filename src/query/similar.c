/* Names that look like one entity: those that case, accents, punctuation, legal forms and the order
 * of words make different, and long ones that are one letter apart. Sorted keys keep it to about
 * the time it takes to read the names. */
#include "query/similar.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/text_sort.h"
#include "base/vector.h"
#include "query/similar_keys.h"
#include "store/ids.h"

enum { NEIGHBOURS_MOST = 50 /* names compared with each one that shares half of it */ };

struct name {
    sl_entity entity;
    const char *text, *letters; /* as displayed; its letters and digits */
    const char *key, *words;    /* without legal forms; its words sorted */
    size_t key_length;
    bool asked; /* pairs with it are wanted */
};

/* Hashes of what names have that pairs are wanted of. */
struct wanted {
    uint64_t *slots; /* open addressing; 0: free */
    size_t slot_count;
};

struct names {
    struct name *items;
    size_t count, capacity;
    const struct sl_similar_wish *wish;
    struct wanted wanted; /* of wish->among */
    sl_similar_sink *each;
    void *context;
    struct sl_arena memory;
    struct sl_similar_keys keys; /* of the name at hand */
};

/* ---- the names that are compared ---- */

static uint64_t *slot_of(const struct wanted *wanted, uint64_t hash)
{
    size_t at = (size_t)hash & (wanted->slot_count - 1);
    while (wanted->slots[at] != 0 && wanted->slots[at] != hash)
        at = (at + 1) & (wanted->slot_count - 1);
    return &wanted->slots[at];
}

enum { HASHES = SL_SIMILAR_HALVES + 1 };

/* Names that could be a pair share one of these. */
static size_t hashes_of(const struct sl_similar_keys *keys, uint64_t out[HASHES])
{
    const size_t count = sl_similar_halves(keys->key.data, keys->key.length, out);
    out[count] = sl_similar_hash(0, keys->words.data, keys->words.length);
    return count + 1;
}

static enum sl_status want(struct names *names, struct sl_book *book, sl_entity entity,
                           struct sl_error *err)
{
    uint64_t hashes[HASHES];
    enum sl_status status = sl_similar_keys_make(&names->keys, sl_book_name(book, entity), err);
    if (status != SL_OK || names->keys.words.length == 0) return status;
    const size_t count = hashes_of(&names->keys, hashes);
    for (size_t i = 0; i < count; i++)
        *slot_of(&names->wanted, hashes[i]) = hashes[i];
    return SL_OK;
}

static enum sl_status want_all(struct names *names, struct sl_book *book, struct sl_error *err)
{
    const struct sl_similar_wish *wish = names->wish;
    enum sl_status status = SL_OK;
    size_t size = 16;
    while (size < wish->count * HASHES * 2)
        size *= 2;
    names->wanted.slots = calloc(size, sizeof *names->wanted.slots);
    if (names->wanted.slots == NULL) return sl_fail_memory(err);
    names->wanted.slot_count = size;
    for (size_t i = 0; i < wish->count && status == SL_OK; i++)
        status = want(names, book, wish->among[i], err);
    return status;
}

static bool is_wanted(const struct names *names, uint64_t hash)
{
    return names->wish->among == NULL || *slot_of(&names->wanted, hash) != 0;
}

/* Could the name at hand be one of a pair that is wanted? */
static bool may_be_paired(const struct names *names)
{
    uint64_t hashes[HASHES];
    if (names->wish->among == NULL) return true;
    const size_t count = hashes_of(&names->keys, hashes);
    for (size_t i = 0; i < count; i++) {
        if (is_wanted(names, hashes[i])) return true;
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
    struct names *names = context;
    const struct sl_similar_keys *keys = &names->keys;
    enum sl_status status = sl_similar_keys_make(&names->keys, text, err);
    if (status != SL_OK || keys->words.length == 0 || !may_be_paired(names)) return status;
    if (!sl_vector_grow(&names->items, names->count, &names->capacity, sizeof *names->items))
        return sl_fail_memory(err);
    struct name name = {.entity = entity,
                        .text = text,
                        .letters = keys->letters.data,
                        .key = keys->key.data,
                        .words = keys->words.data,
                        .key_length = keys->key.length,
                        .asked = is_among(names->wish, entity)};
    names->items[names->count++] = name;
    struct name *kept = &names->items[names->count - 1];
    const bool done = sl_arena_keep(&names->memory, &kept->text) &&
                      sl_arena_keep(&names->memory, &kept->letters) &&
                      sl_arena_keep(&names->memory, &kept->key) &&
                      sl_arena_keep(&names->memory, &kept->words);
    return done ? SL_OK : sl_fail_memory(err);
}

/* ---- the same words ---- */

static enum sl_status report(struct names *names, const struct name *a, const struct name *b,
                             enum sl_similarity differs, struct sl_error *err)
{
    const bool swap = b->entity < a->entity;
    const struct name *first = swap ? b : a, *second = swap ? a : b;
    if (!a->asked && !b->asked) return SL_OK;
    const struct sl_similar pair = {.entity = first->entity,
                                    .other = second->entity,
                                    .name = first->text,
                                    .other_name = second->text,
                                    .differs = differs};
    return names->each(names->context, &pair, err);
}

/* Of the same words. */
static int compare_names(const void *left, const void *right)
{
    const struct sl_text_item *one = left, *other = right;
    const struct name *a = one->of, *b = other->of;
    int order = strcmp(a->key, b->key);
    if (order == 0) order = strcmp(a->letters, b->letters);
    return order != 0 ? order : (a->entity > b->entity) - (a->entity < b->entity);
}

/* Sorts them by words; those with the same words by what they differ in. */
static enum sl_status sort_names(struct names *names, struct sl_error *err)
{
    const size_t count = names->count;
    struct sl_text_item *items = calloc(count + 1, sizeof *items);
    struct name *sorted = malloc((count + 1) * sizeof *sorted);
    enum sl_status status = items == NULL || sorted == NULL ? sl_fail_memory(err) : SL_OK;
    if (status == SL_OK) {
        for (size_t i = 0; i < count; i++)
            items[i] = (struct sl_text_item){.text = names->items[i].words, .of = &names->items[i]};
        sl_text_sort(items, count, compare_names);
        for (size_t i = 0; i < count; i++)
            sorted[i] = *(const struct name *)items[i].of;
        free(names->items);
        names->items = sorted;
        names->capacity = count + 1;
        sorted = NULL;
    }
    free(items);
    free(sorted);
    return status;
}

static enum sl_similarity difference(const struct name *a, const struct name *b)
{
    if (strcmp(a->letters, b->letters) == 0) return SL_SIMILAR_SPELLING;
    return strcmp(a->key, b->key) == 0 ? SL_SIMILAR_FORM : SL_SIMILAR_ORDER;
}

/* Those with the same words stand together; of those in the same order, the first speaks for the
 * others from then on. */
static enum sl_status find_same(struct names *names, struct sl_error *err)
{
    enum sl_status status = SL_OK;
    size_t kept = 0;
    struct name before = {0};
    for (size_t i = 0; i < names->count && status == SL_OK; i++) {
        const struct name name = names->items[i];
        const bool same = i > 0 && strcmp(before.words, name.words) == 0;
        if (same) status = report(names, &before, &name, difference(&before, &name), err);
        if (!same || strcmp(before.key, name.key) != 0) names->items[kept++] = name;
        before = name;
    }
    names->count = kept;
    return status;
}

/* ---- one letter apart ---- */

struct half {
    uint64_t hash;
    uint32_t name;
};

static int compare_halves(const void *left, const void *right)
{
    const struct half *a = left, *b = right;
    if (a->hash != b->hash) return a->hash < b->hash ? -1 : 1;
    return (a->name > b->name) - (a->name < b->name);
}

/* A pair that shares more than one of its halves is found once: by the first. */
static bool met_before(const struct name *a, const struct name *b, uint64_t hash)
{
    uint64_t of_a[SL_SIMILAR_HALVES], of_b[SL_SIMILAR_HALVES];
    const size_t count_a = sl_similar_halves(a->key, a->key_length, of_a);
    const size_t count_b = sl_similar_halves(b->key, b->key_length, of_b);
    for (size_t i = 0; i < count_a; i++) {
        for (size_t j = 0; j < count_b; j++) {
            if (of_a[i] == of_b[j] && of_a[i] < hash) return true;
        }
    }
    return false;
}

static enum sl_status compare_with_next(struct names *names, const struct half *halves, size_t i,
                                        size_t count, struct sl_error *err)
{
    const struct name *a = &names->items[halves[i].name];
    for (size_t j = i + 1; j < count && j <= i + NEIGHBOURS_MOST; j++) {
        if (halves[j].hash != halves[i].hash) break;
        const struct name *b = &names->items[halves[j].name];
        if (halves[j].name == halves[i].name || (!a->asked && !b->asked) ||
            !sl_similar_by_a_letter(a->key, a->key_length, b->key, b->key_length))
            continue;
        if (met_before(a, b, halves[i].hash)) continue;
        enum sl_status status = report(names, a, b, SL_SIMILAR_LETTER, err);
        if (status != SL_OK) return status;
    }
    return SL_OK;
}

static enum sl_status find_near(struct names *names, struct sl_error *err)
{
    if (!names->wish->letters) return SL_OK;
    if (names->count > UINT32_MAX / SL_SIMILAR_HALVES) return SL_OK;
    struct half *halves = calloc(names->count * SL_SIMILAR_HALVES + 1, sizeof *halves);
    if (halves == NULL) return sl_fail_memory(err);
    size_t count = 0;
    for (size_t i = 0; i < names->count; i++) {
        uint64_t of_name[SL_SIMILAR_HALVES];
        const size_t more =
            sl_similar_halves(names->items[i].key, names->items[i].key_length, of_name);
        for (size_t j = 0; j < more; j++) {
            if (is_wanted(names, of_name[j]))
                halves[count++] = (struct half){of_name[j], (uint32_t)i};
        }
    }
    qsort(halves, count, sizeof *halves, compare_halves);
    enum sl_status status = SL_OK;
    for (size_t i = 0; i < count && status == SL_OK; i++)
        status = compare_with_next(names, halves, i, count, err);
    free(halves);
    return status;
}

enum sl_status sl_similar_names(struct sl_book *book, const struct sl_similar_wish *wish,
                                sl_similar_sink *each, void *context, struct sl_error *err)
{
    struct names names = {.wish = wish, .each = each, .context = context};
    enum sl_status status = wish->among == NULL ? SL_OK : want_all(&names, book, err);
    if (status == SL_OK) status = sl_book_each_entity(book, take_name, &names, err);
    if (status == SL_OK) status = sort_names(&names, err);
    if (status == SL_OK) status = find_same(&names, err);
    if (status == SL_OK) status = find_near(&names, err);
    free(names.items);
    free(names.wanted.slots);
    sl_arena_release(&names.memory);
    sl_similar_keys_release(&names.keys);
    return status;
}
