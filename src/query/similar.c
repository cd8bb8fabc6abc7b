/* Names that look like one entity: those that case, accents, punctuation, legal forms and the order
 * of words make different, and long ones that are one letter apart. Sorted keys keep it to about
 * the time it takes to read the names. */
#include "query/similar.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"
#include "base/vector.h"
#include "model/legal_form.h"

enum {
    LONG_NAME = 10,       /* letters from which one of them may differ */
    LONG_WORD = 4,        /* letters of the word in which it does */
    NEIGHBOURS_MOST = 50, /* names compared with each one that shares half of it */
    WORDS_MOST = 64       /* words that are sorted */
};

struct name {
    sl_entity entity;
    const char *text, *letters; /* as displayed; its letters and digits */
    const char *key, *words;    /* without legal forms; its words sorted */
};

struct names {
    struct name *items;
    size_t count, capacity;
    bool near; /* are names one letter apart wanted? */
    sl_similar_sink *each;
    void *context;
    struct sl_arena memory;
    struct sl_buffer key, words;
};

/* ---- keys ---- */

/* Japanese writes it before or behind the name, without a space. */
static void cut_japanese_form(struct sl_buffer *key)
{
    static const char *const forms[] = {"株式会社", "有限会社", "合同会社", "株 ", " 株"};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        const size_t length = strlen(forms[i]);
        if (key->length <= length) continue;
        if (memcmp(key->data, forms[i], length) == 0) {
            memmove(key->data, key->data + length, key->length - length + 1);
            key->length -= length;
        } else if (memcmp(key->data + key->length - length, forms[i], length) == 0) {
            key->length -= length;
            key->data[key->length] = '\0';
        }
    }
    while (key->length > 1 && key->data[key->length - 1] == ' ')
        key->data[--key->length] = '\0';
    if (key->length > 1 && key->data[0] == ' ') memmove(key->data, key->data + 1, key->length--);
}

/* Cuts legal forms off the end, but not all there is. */
static void cut_legal_forms(struct sl_buffer *key)
{
    for (;;) {
        size_t at = key->length;
        while (at > 0 && key->data[at - 1] != ' ')
            at--;
        if (at == 0 || !sl_is_legal_form(key->data + at, key->length - at)) return;
        key->length = at - 1;
        key->data[key->length] = '\0';
    }
}

/* "and" between words, which others write as "&". */
static void cut_and(struct sl_buffer *key)
{
    static const char word[] = " and ";
    for (char *at = key->data; (at = strstr(at, word)) != NULL;) {
        const char *behind = at + strlen(word) - 1;
        memmove(at, behind, strlen(behind) + 1);
        key->length -= strlen(word) - 1;
    }
}

static int compare_words(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* The words of `key`, sorted, into names->words; those of a very long name stay as they are. */
static enum sl_status sort_words(struct names *names, struct sl_error *err)
{
    char *words[WORDS_MOST];
    size_t count = 0;
    char *copy = sl_arena_copy(&names->memory, names->key.data, names->key.length);
    if (copy == NULL) return sl_fail_memory(err);
    for (char *word = copy; word != NULL && count < WORDS_MOST;) {
        words[count++] = word;
        word = strchr(word, ' ');
        if (word != NULL) *word++ = '\0';
    }
    sl_buffer_clear(&names->words);
    if (count == WORDS_MOST) {
        sl_buffer_add(&names->words, names->key.data, names->key.length);
    } else {
        if (count > 1) qsort(words, count, sizeof *words, compare_words);
        for (size_t i = 0; i < count; i++) {
            if (i > 0) sl_buffer_add_byte(&names->words, ' ');
            sl_buffer_add_text(&names->words, words[i]);
        }
    }
    return names->words.failed ? sl_fail_memory(err) : SL_OK;
}

static enum sl_status take_name(void *context, sl_entity entity, const char *text,
                                struct sl_error *err)
{
    struct names *names = context;
    enum sl_status status = sl_name_skeleton(&names->key, text, strlen(text), err);
    if (status != SL_OK || names->key.length == 0) return status;
    if (!sl_vector_grow(&names->items, names->count, &names->capacity, sizeof *names->items))
        return sl_fail_memory(err);
    cut_and(&names->key);
    struct name name = {.entity = entity, .text = text, .letters = names->key.data};
    bool kept =
        sl_arena_keep(&names->memory, &name.text) && sl_arena_keep(&names->memory, &name.letters);
    cut_legal_forms(&names->key);
    cut_japanese_form(&names->key);
    name.key = names->key.data;
    status = sort_words(names, err);
    if (status != SL_OK) return status;
    name.words = names->words.data;
    kept = kept && sl_arena_keep(&names->memory, &name.key) &&
           sl_arena_keep(&names->memory, &name.words);
    names->items[names->count++] = name;
    return kept ? SL_OK : sl_fail_memory(err);
}

/* ---- the same words ---- */

static enum sl_status report(struct names *names, const struct name *a, const struct name *b,
                             enum sl_similarity differs, struct sl_error *err)
{
    const bool swap = b->entity < a->entity;
    const struct name *first = swap ? b : a, *second = swap ? a : b;
    const struct sl_similar pair = {.entity = first->entity,
                                    .other = second->entity,
                                    .name = first->text,
                                    .other_name = second->text,
                                    .differs = differs};
    return names->each(names->context, &pair, err);
}

static int compare_names(const void *left, const void *right)
{
    const struct name *a = left, *b = right;
    int order = strcmp(a->words, b->words);
    if (order == 0) order = strcmp(a->key, b->key);
    if (order == 0) order = strcmp(a->letters, b->letters);
    return order != 0 ? order : (a->entity > b->entity) - (a->entity < b->entity);
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

/* A half of a name's key: two that are one letter apart share one of them. */
struct half {
    uint64_t hash;
    uint32_t name;
};

static uint64_t hash_bytes(uint64_t hash, const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)bytes[i]) * UINT64_C(0x100000001b3);
    return hash ^ hash >> 29;
}

/* Digits must agree, so they tell halves apart, too: "Fund 12" is not "Fund 13". */
static uint64_t hash_digits(const char *key)
{
    uint64_t hash = UINT64_C(0xcbf29ce484222325);
    for (const char *c = key; *c != '\0'; c++) {
        if (*c >= '0' && *c <= '9') hash = hash_bytes(hash, c, 1);
    }
    return hash;
}

/* Halves of the length that a name with one letter less would have are among them. */
static size_t halves_of(const struct name *name, uint32_t number, struct half out[4])
{
    size_t length = strlen(name->key), count = 0;
    if (length < LONG_NAME) return 0;
    uint64_t digits = hash_digits(name->key);
    for (size_t whole = length; whole + 1 >= length; whole--) {
        size_t half = whole / 2;
        if (whole < length && half == length / 2) break;
        out[count++] = (struct half){hash_bytes(digits, name->key, half), number};
        out[count++] = (struct half){~hash_bytes(digits, name->key + length - half, half), number};
    }
    return count;
}

static int compare_halves(const void *left, const void *right)
{
    const struct half *a = left, *b = right;
    if (a->hash != b->hash) return a->hash < b->hash ? -1 : 1;
    return (a->name > b->name) - (a->name < b->name);
}

static bool is_letter(char c)
{
    return c != ' ' && c != '\0' && !(c >= '0' && c <= '9');
}

/* The bytes of the word around a place, in which the two names part. */
static size_t word_length(const char *key, size_t at)
{
    size_t start = at, end = at;
    while (start > 0 && is_letter(key[start - 1]))
        start--;
    while (is_letter(key[end]))
        end++;
    return end - start;
}

/* One letter put in, left out, or another; or two neighbours swapped: inside a long word. */
static bool one_letter_apart(const char *a, const char *b)
{
    size_t at = 0;
    size_t long_a = strlen(a), long_b = strlen(b);
    if ((long_a > long_b ? long_a - long_b : long_b - long_a) > 4) return false;
    while (a[at] != '\0' && a[at] == b[at])
        at++;
    if (a[at] == ' ' || b[at] == ' ' || (a[at] >= '0' && a[at] <= '9')) return false;
    if (word_length(a, at) < LONG_WORD || word_length(b, at) < LONG_WORD) return false;
    return sl_text_distance(a, b, 1) == 1;
}

/* A pair that shares more than one of its halves is found once: by the first. */
static bool met_before(const struct name *a, const struct name *b, uint64_t hash)
{
    struct half of_a[4], of_b[4];
    size_t count_a = halves_of(a, 0, of_a), count_b = halves_of(b, 0, of_b);
    for (size_t i = 0; i < count_a; i++) {
        for (size_t j = 0; j < count_b; j++) {
            if (of_a[i].hash == of_b[j].hash && of_a[i].hash < hash) return true;
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
        if (halves[j].name == halves[i].name || !one_letter_apart(a->key, b->key)) continue;
        if (met_before(a, b, halves[i].hash)) continue;
        enum sl_status status = report(names, a, b, SL_SIMILAR_LETTER, err);
        if (status != SL_OK) return status;
    }
    return SL_OK;
}

static enum sl_status find_near(struct names *names, struct sl_error *err)
{
    if (!names->near) return SL_OK;
    if (names->count > UINT32_MAX / 4) return SL_OK;
    struct half *halves = calloc(names->count * 4 + 1, sizeof *halves);
    if (halves == NULL) return sl_fail_memory(err);
    size_t count = 0;
    for (size_t i = 0; i < names->count; i++)
        count += halves_of(&names->items[i], (uint32_t)i, halves + count);
    qsort(halves, count, sizeof *halves, compare_halves);
    enum sl_status status = SL_OK;
    for (size_t i = 0; i < count && status == SL_OK; i++)
        status = compare_with_next(names, halves, i, count, err);
    free(halves);
    return status;
}

enum sl_status sl_similar_names(struct sl_book *book, bool letters, sl_similar_sink *each,
                                void *context, struct sl_error *err)
{
    struct names names = {.near = letters, .each = each, .context = context};
    enum sl_status status = sl_book_each_entity(book, take_name, &names, err);
    if (status == SL_OK && names.count > 1)
        qsort(names.items, names.count, sizeof *names.items, compare_names);
    if (status == SL_OK) status = find_same(&names, err);
    if (status == SL_OK) status = find_near(&names, err);
    free(names.items);
    sl_arena_release(&names.memory);
    sl_buffer_release(&names.key);
    sl_buffer_release(&names.words);
    return status;
}
