/* Names that look like one entity: those that case, accents, punctuation, legal forms and the order
 * of words make different, and long ones that are one letter apart. Sorted keys keep it to about
 * the time it takes to read the names. */
#include "query/similar.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/text_sort.h"
#include "query/similar_keys.h"
#include "query/similar_read.h"

enum { NEIGHBOURS_MOST = 50 /* names compared with each one that shares half of it */ };

struct names {
    struct sl_similar_list list;
    const struct sl_similar_wish *wish;
    sl_similar_sink *each;
    void *context;
};

/* ---- the same words ---- */

static enum sl_status report(struct names *names, const struct sl_similar_name *a,
                             const struct sl_similar_name *b, enum sl_similarity differs,
                             struct sl_error *err)
{
    const bool swap = b->entity < a->entity;
    const struct sl_similar_name *first = swap ? b : a, *second = swap ? a : b;
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
    const struct sl_similar_name *a = one->of, *b = other->of;
    int order = strcmp(a->key, b->key);
    if (order == 0) order = strcmp(a->letters, b->letters);
    return order != 0 ? order : (a->entity > b->entity) - (a->entity < b->entity);
}

/* Sorts them by words; those with the same words by what they differ in. */
static enum sl_status sort_names(struct names *names, struct sl_error *err)
{
    const size_t count = names->list.count;
    struct sl_text_item *items = calloc(count + 1, sizeof *items);
    struct sl_similar_name *sorted = malloc((count + 1) * sizeof *sorted);
    enum sl_status status = items == NULL || sorted == NULL ? sl_fail_memory(err) : SL_OK;
    if (status == SL_OK) {
        for (size_t i = 0; i < count; i++)
            items[i] = (struct sl_text_item){.text = names->list.items[i].words,
                                             .of = &names->list.items[i]};
        sl_text_sort(items, count, compare_names);
        for (size_t i = 0; i < count; i++)
            sorted[i] = *(const struct sl_similar_name *)items[i].of;
        free(names->list.items);
        names->list.items = sorted;
        names->list.capacity = count + 1;
        sorted = NULL;
    }
    free(items);
    free(sorted);
    return status;
}

static enum sl_similarity difference(const struct sl_similar_name *a,
                                     const struct sl_similar_name *b)
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
    struct sl_similar_name before = {0};
    for (size_t i = 0; i < names->list.count && status == SL_OK; i++) {
        const struct sl_similar_name name = names->list.items[i];
        const bool same = i > 0 && strcmp(before.words, name.words) == 0;
        if (same) status = report(names, &before, &name, difference(&before, &name), err);
        if (!same || strcmp(before.key, name.key) != 0) names->list.items[kept++] = name;
        before = name;
    }
    names->list.count = kept;
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
static bool met_before(const struct sl_similar_name *a, const struct sl_similar_name *b,
                       uint64_t hash)
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
    const struct sl_similar_name *a = &names->list.items[halves[i].name];
    for (size_t j = i + 1; j < count && j <= i + NEIGHBOURS_MOST; j++) {
        if (halves[j].hash != halves[i].hash) break;
        const struct sl_similar_name *b = &names->list.items[halves[j].name];
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
    if (names->list.count > UINT32_MAX / SL_SIMILAR_HALVES) return SL_OK;
    struct half *halves = calloc(names->list.count * SL_SIMILAR_HALVES + 1, sizeof *halves);
    if (halves == NULL) return sl_fail_memory(err);
    size_t count = 0;
    for (size_t i = 0; i < names->list.count; i++) {
        uint64_t of_name[SL_SIMILAR_HALVES];
        const size_t more =
            sl_similar_halves(names->list.items[i].key, names->list.items[i].key_length, of_name);
        for (size_t j = 0; j < more; j++) {
            if (sl_similar_is_wanted(&names->list, of_name[j]))
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
    enum sl_status status = sl_similar_read(&names.list, book, wish, err);
    if (status == SL_OK) status = sort_names(&names, err);
    if (status == SL_OK) status = find_same(&names, err);
    if (status == SL_OK) status = find_near(&names, err);
    sl_similar_list_release(&names.list);
    return status;
}
