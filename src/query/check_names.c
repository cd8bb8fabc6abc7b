/* Names that look like one entity: those that case, accents, punctuation and legal forms make
 * different, and long ones that are one letter apart. Sorted keys keep it to about the time it
 * takes to read the names. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "base/vector.h"
#include "query/check.h"

enum {
    LONG_NAME = 10,      /* letters from which one of them may differ */
    LONG_WORD = 4,       /* letters of the word in which it does */
    NEIGHBOURS_MOST = 50 /* names compared with each one that shares half of it */
};

struct name {
    sl_entity entity;
    const char *text, *key; /* as displayed; what spellings have in common */
};

struct names {
    struct sl_check *check;
    struct name *items;
    size_t count, capacity;
    struct sl_arena memory;
    struct sl_buffer key;
};

/* ---- keys ---- */

static bool is_legal_form(const char *word, size_t length)
{
    static const char *const forms[] = {
        "inc",     "incorporated", "ltd",  "limited", "llc", "llp",       "lp",     "plc",
        "corp",    "corporation",  "co",   "company", "pvt", "private",   "pte",    "pty",
        "gmbh",    "ag",           "kg",   "kgaa",    "se",  "sa",        "sas",    "sasu",
        "sarl",    "snc",          "scop", "spa",     "srl", "sl",        "nv",     "bv",
        "ab",      "asa",          "oyj",  "oy",      "kk",  "kabushiki", "kaisha", "sca",
        "societe", "anonyme",      "jsc",  "pjsc",    "ooo"};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        if (strlen(forms[i]) == length && memcmp(forms[i], word, length) == 0) return true;
    }
    return false;
}

/* Cuts legal forms off the end, but not all there is. */
static void cut_legal_forms(struct sl_buffer *key)
{
    for (;;) {
        size_t at = key->length;
        while (at > 0 && key->data[at - 1] != ' ')
            at--;
        if (at == 0 || !is_legal_form(key->data + at, key->length - at)) return;
        key->length = at - 1;
        key->data[key->length] = '\0';
    }
}

static enum sl_status take_name(void *context, sl_entity entity, const char *text,
                                struct sl_error *err)
{
    struct names *names = context;
    enum sl_status status = sl_name_skeleton(&names->key, text, strlen(text), err);
    if (status != SL_OK || names->key.length == 0) return status;
    cut_legal_forms(&names->key);
    if (!sl_vector_grow(&names->items, names->count, &names->capacity, sizeof *names->items))
        return sl_fail_memory(err);
    struct name *name = &names->items[names->count++];
    *name = (struct name){.entity = entity, .text = text, .key = names->key.data};
    bool kept =
        sl_arena_keep(&names->memory, &name->text) && sl_arena_keep(&names->memory, &name->key);
    return kept ? SL_OK : sl_fail_memory(err);
}

/* ---- findings ---- */

static int compare_entities(const void *left, const void *right)
{
    const sl_entity *a = left, *b = right;
    return (*a > *b) - (*a < *b);
}

static bool is_met(const struct sl_check *check, sl_entity entity)
{
    if (check->only == 0) return true;
    return check->met_count > 0 && bsearch(&entity, check->met, check->met_count,
                                           sizeof *check->met, compare_entities) != NULL;
}

static enum sl_status report(struct names *names, const struct name *a, const struct name *b,
                             enum sl_severity severity, struct sl_error *err)
{
    struct sl_check *check = names->check;
    if (!is_met(check, a->entity) && !is_met(check, b->entity)) return SL_OK;
    if (b->entity < a->entity) {
        const struct name *first = b;
        b = a;
        a = first;
    }
    sl_buffer_printf(&check->text, "'%s' and '%s' look like one entity", a->text, b->text);
    if (severity == SL_SEVERITY_INFO) sl_buffer_add_text(&check->text, ": one letter differs");
    return sl_check_add(check, SL_CHECK_SIMILAR_NAMES, severity, NULL, a->entity, 0, err);
}

static int compare_names(const void *left, const void *right)
{
    const struct name *a = left, *b = right;
    int order = strcmp(a->key, b->key);
    return order != 0 ? order : (a->entity > b->entity) - (a->entity < b->entity);
}

/* Those with one key stand together; the first of them speaks for the others from then on. */
static enum sl_status find_same(struct names *names, struct sl_error *err)
{
    enum sl_status status = SL_OK;
    size_t kept = 0;
    for (size_t i = 0; i < names->count && status == SL_OK; i++) {
        if (kept > 0 && strcmp(names->items[kept - 1].key, names->items[i].key) == 0)
            status =
                report(names, &names->items[kept - 1], &names->items[i], SL_SEVERITY_WARNING, err);
        else
            names->items[kept++] = names->items[i];
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
        enum sl_status status = report(names, a, b, SL_SEVERITY_INFO, err);
        if (status != SL_OK) return status;
    }
    return SL_OK;
}

static enum sl_status find_near(struct names *names, struct sl_error *err)
{
    if (!sl_check_wants(names->check, SL_CHECK_SIMILAR_NAMES, SL_SEVERITY_INFO)) return SL_OK;
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

enum sl_status sl_check_names(struct sl_check *check, struct sl_error *err)
{
    struct names names = {.check = check};
    if (!sl_check_wants(check, SL_CHECK_SIMILAR_NAMES, SL_SEVERITY_WARNING)) return SL_OK;
    if (check->met_count > 1)
        qsort(check->met, check->met_count, sizeof *check->met, compare_entities);
    enum sl_status status = sl_book_each_entity(check->book, take_name, &names, err);
    if (status == SL_OK && names.count > 1)
        qsort(names.items, names.count, sizeof *names.items, compare_names);
    if (status == SL_OK) status = find_same(&names, err);
    if (status == SL_OK) status = find_near(&names, err);
    free(names.items);
    sl_arena_release(&names.memory);
    sl_buffer_release(&names.key);
    return status;
}
