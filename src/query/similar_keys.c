/* What of a name is compared, and when two names are one letter apart. */
#include "query/similar_keys.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/sort.h"
#include "base/text.h"
#include "model/legal_form.h"

enum {
    LONG_NAME = 10, /* letters from which one of them may differ */
    LONG_WORD = 4,  /* letters of the word in which it does */
    WORDS_MOST = 64 /* words that are sorted */
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

/* The words of the key, sorted; those of a very long name stay as they are. */
static void sort_words(struct sl_similar_keys *keys)
{
    char *words[WORDS_MOST];
    size_t count = 0;
    sl_buffer_clear(&keys->copy);
    sl_buffer_add(&keys->copy, keys->key.data, keys->key.length);
    for (char *word = keys->copy.data; word != NULL && count < WORDS_MOST;) {
        words[count++] = word;
        word = strchr(word, ' ');
        if (word != NULL) *word++ = '\0';
    }
    sl_buffer_clear(&keys->words);
    if (count == WORDS_MOST) {
        sl_buffer_add(&keys->words, keys->key.data, keys->key.length);
        return;
    }
    if (count > 1) sl_sort_few(words, count, sizeof *words, compare_words);
    for (size_t i = 0; i < count; i++) {
        if (i > 0) sl_buffer_add_byte(&keys->words, ' ');
        sl_buffer_add_text(&keys->words, words[i]);
    }
}

enum sl_status sl_similar_keys_make(struct sl_similar_keys *keys, const char *text,
                                    struct sl_error *err)
{
    enum sl_status status = sl_name_skeleton(&keys->key, text, strlen(text), err);
    sl_buffer_clear(&keys->letters);
    sl_buffer_clear(&keys->words);
    if (status != SL_OK || keys->key.length == 0) return status;
    cut_and(&keys->key);
    sl_buffer_add(&keys->letters, keys->key.data, keys->key.length);
    cut_legal_forms(&keys->key);
    cut_japanese_form(&keys->key);
    sort_words(keys);
    const bool failed = keys->letters.failed || keys->copy.failed || keys->words.failed;
    return failed ? sl_fail_memory(err) : SL_OK;
}

void sl_similar_keys_release(struct sl_similar_keys *keys)
{
    sl_buffer_release(&keys->letters);
    sl_buffer_release(&keys->key);
    sl_buffer_release(&keys->words);
    sl_buffer_release(&keys->copy);
}

/* ---- halves ---- */

uint64_t sl_similar_hash(uint64_t hash, const char *bytes, size_t length)
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
        if (*c >= '0' && *c <= '9') hash = sl_similar_hash(hash, c, 1);
    }
    return hash;
}

size_t sl_similar_halves(const char *key, size_t length, uint64_t out[SL_SIMILAR_HALVES])
{
    size_t count = 0;
    if (length < LONG_NAME) return 0;
    const uint64_t digits = hash_digits(key);
    for (size_t whole = length; whole + 1 >= length; whole--) {
        const size_t half = whole / 2;
        if (whole < length && half == length / 2) break;
        out[count++] = sl_similar_hash(digits, key, half);
        out[count++] = ~sl_similar_hash(digits, key + length - half, half);
    }
    return count;
}

/* ---- one letter apart ---- */

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

/* Is the byte inside a character? */
static bool is_inside(char byte)
{
    return ((unsigned char)byte & 0xc0) == 0x80;
}

static size_t count_characters(const char *text, size_t length)
{
    size_t count = 0;
    for (size_t i = 0; i < length; i++)
        count += !is_inside(text[i]);
    return count;
}

/* Are these two characters those two, swapped? */
static bool are_swapped(const char *a, const char *b, size_t length)
{
    size_t first = 1;
    while (first < length && is_inside(a[first]))
        first++;
    const size_t second = length - first;
    return memcmp(a, b + second, first) == 0 && memcmp(a + first, b, second) == 0;
}

/* One character put in, left out, or another; or two neighbours swapped: between what both texts,
 * which part `at` a byte, begin with and what they end with. */
static bool is_one_edit(const char *a, size_t a_length, const char *b, size_t b_length, size_t at)
{
    const size_t most = (a_length < b_length ? a_length : b_length) - at;
    size_t same = 0;
    while (same < most && a[a_length - 1 - same] == b[b_length - 1 - same])
        same++;
    while (same > 0 && is_inside(a[a_length - same]))
        same--;
    while (at > 0 && (is_inside(a[at]) || is_inside(b[at])))
        at--;
    const size_t a_rest = a_length - same - at, b_rest = b_length - same - at;
    const size_t a_count = count_characters(a + at, a_rest);
    const size_t b_count = count_characters(b + at, b_rest);
    if (a_count <= 1 && b_count <= 1) return true;
    return a_count == 2 && b_count == 2 && a_rest == b_rest && are_swapped(a + at, b + at, a_rest);
}

bool sl_similar_by_a_letter(const char *a, size_t a_length, const char *b, size_t b_length)
{
    size_t at = 0;
    if ((a_length > b_length ? a_length - b_length : b_length - a_length) > 4) return false;
    while (a[at] != '\0' && a[at] == b[at])
        at++;
    if (a[at] == b[at]) return false;
    if (a[at] == ' ' || b[at] == ' ' || (a[at] >= '0' && a[at] <= '9')) return false;
    if (word_length(a, at) < LONG_WORD || word_length(b, at) < LONG_WORD) return false;
    return is_one_edit(a, a_length, b, b_length, at);
}
