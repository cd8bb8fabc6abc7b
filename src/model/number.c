/* Reads decimal numbers and words from a cell. Decides what a digit, a blank, a group of digits
 * and "not stated" are; what a number may mean is left to the callers. */
#include "model/number.h"

#include <string.h>

#include "base/text.h"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

uint64_t sl_power_of_ten(int power)
{
    static const uint64_t powers[] = {UINT64_C(1),
                                      UINT64_C(10),
                                      UINT64_C(100),
                                      UINT64_C(1000),
                                      UINT64_C(10000),
                                      UINT64_C(100000),
                                      UINT64_C(1000000),
                                      UINT64_C(10000000),
                                      UINT64_C(100000000),
                                      UINT64_C(1000000000),
                                      UINT64_C(10000000000),
                                      UINT64_C(100000000000),
                                      UINT64_C(1000000000000),
                                      UINT64_C(10000000000000),
                                      UINT64_C(100000000000000),
                                      UINT64_C(1000000000000000),
                                      UINT64_C(10000000000000000),
                                      UINT64_C(100000000000000000),
                                      UINT64_C(1000000000000000000),
                                      UINT64_C(10000000000000000000)};
    return powers[power];
}

uint64_t sl_gcd(uint64_t a, uint64_t b)
{
    while (b != 0) {
        uint64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

/* value * 10^zeros + digit, or false where 64 bits do not hold it. */
static bool push_digit(uint64_t *value, int zeros, char digit)
{
    if (*value == 0) zeros = 0;
    if (zeros > 19 || *value > UINT64_MAX / sl_power_of_ten(zeros)) return false;
    uint64_t shifted = *value * sl_power_of_ten(zeros);
    uint64_t unit = (uint64_t)(digit - '0');
    if (shifted > UINT64_MAX - unit) return false;
    *value = shifted + unit;
    return true;
}

/* Western: 1 to 3 digits, then threes. Indian: 1 or 2 digits, twos, and a last three. A first
 * group of zeros would be a decimal comma in disguise ("0,170"). */
static bool groups_are_sound(const char *at, const char *end)
{
    int first = 0, length = 0, count = 0;
    bool twos = true, threes = true, zeros = true;
    for (const char *c = at;; c++) {
        if (c < end && *c != ',') {
            if (count == 0 && *c != '0') zeros = false;
            length++;
            continue;
        }
        bool last = c == end;
        if (count == 0) {
            first = length;
        } else {
            if (length != 3) threes = false;
            if (length != (last ? 3 : 2)) twos = false;
        }
        if (last) break;
        count++;
        length = 0;
    }
    if (zeros) return false;
    return (threes && first <= 3) || (twos && first <= 2);
}

static enum sl_number_fault read_whole(uint64_t *digits, const char **at, bool groups)
{
    const char *start = *at, *c = start;
    bool grouped = false;
    for (; is_digit(*c) || (groups && *c == ','); c++) {
        if (*c == ',')
            grouped = true;
        else if (!push_digit(digits, 1, *c))
            return SL_NUMBER_LONG;
    }
    if (grouped && !groups_are_sound(start, c)) return SL_NUMBER_GROUPS;
    *at = c;
    return SL_NUMBER_OK;
}

enum sl_number_fault sl_number_read(struct sl_number *out, const char **at, bool groups)
{
    struct sl_number number = {0};
    const char *c = *at;
    if (!is_digit(*c) && !(*c == '.' && is_digit(c[1]))) return SL_NUMBER_NONE;
    enum sl_number_fault fault = read_whole(&number.digits, &c, groups);
    if (fault != SL_NUMBER_OK) return fault;
    if (*c == '.' && is_digit(c[1])) {
        for (c++; is_digit(*c); c++) {
            number.written++;
            if (*c == '0') continue; /* counted by the next digit that is not */
            if (!push_digit(&number.digits, number.written - number.decimals, *c))
                return SL_NUMBER_LONG;
            number.decimals = number.written;
        }
        if (groups && *c == ',') return SL_NUMBER_GROUPS;
    }
    *out = number;
    *at = c;
    return SL_NUMBER_OK;
}

size_t sl_number_write(char *out, uint64_t digits, int decimals, bool exact)
{
    char backwards[48];
    size_t count = 0, length = 0;
    while (!exact && decimals > 0 && digits % 10 == 0) {
        digits /= 10;
        decimals--;
    }
    for (int place = 0; digits > 0 || place <= decimals; place++) {
        if (place == decimals && decimals > 0) backwards[count++] = '.';
        backwards[count++] = (char)('0' + digits % 10);
        digits /= 10;
    }
    while (count > 0)
        out[length++] = backwards[--count];
    out[length] = '\0';
    return length;
}

static size_t blank_length(const char *at)
{
    if (*at == ' ' || *at == '\t') return 1;
    if (strncmp(at, "\xc2\xa0", 2) == 0) return 2; /* U+00A0 */
    if (strncmp(at, "\xe2\x80", 2) == 0 &&
        (at[2] == '\x87' || at[2] == '\x89' || at[2] == '\xaf')) /* U+2007, U+2009, U+202F */
        return 3;
    return 0;
}

const char *sl_skip_blanks(const char *at)
{
    size_t length;
    while ((length = blank_length(at)) > 0)
        at += length;
    return at;
}

bool sl_at_end(const char *at)
{
    return *sl_skip_blanks(at) == '\0';
}

bool sl_take(const char **at, const char *token)
{
    const char *c = *at;
    char last = '\0';
    for (; *token != '\0'; token++) {
        last = *token;
        if (last == ' ') {
            if (blank_length(c) == 0) return false;
            c = sl_skip_blanks(c);
        } else if (lower(*c) == lower(last)) {
            c++;
        } else {
            return false;
        }
    }
    if (is_letter(last) && is_letter(*c)) return false;
    *at = sl_skip_blanks(c);
    return true;
}

int sl_take_one(const char **at, const char *const *tokens, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (sl_take(at, tokens[i])) return (int)i;
    }
    return -1;
}

bool sl_not_stated(const char *text)
{
    static const char *const words[] = {"undisclosed", "unknown", "n/a", "not disclosed",
                                        "not stated",  "-",       "–",   "—"};
    const char *at = sl_skip_blanks(text);
    if (is_digit(*at)) return false;
    if (*at == '\0') return true;
    return sl_take_one(&at, words, sizeof words / sizeof *words) >= 0 && *at == '\0';
}

bool sl_has_sign(const char *at)
{
    return *at == '-' || *at == '+' || strncmp(at, "−", 3) == 0 || strncmp(at, "–", 3) == 0;
}

struct sl_excerpt sl_excerpt(const char *text)
{
    enum { MOST = 60 };
    struct sl_excerpt excerpt;
    size_t length = 0;
    while (length <= MOST && text[length] != '\0')
        length++;
    bool cut = length > MOST;
    if (cut) {
        length = MOST;
        while (length > 0 && ((unsigned char)text[length] & 0xc0) == 0x80)
            length--;
    }
    memcpy(excerpt.text, text, length);
    if (!sl_text_is_utf8(text, length)) {
        for (size_t i = 0; i < length; i++) {
            if ((unsigned char)text[i] >= 0x80) excerpt.text[i] = '?';
        }
    }
    memcpy(excerpt.text + length, cut ? "…" : "", cut ? sizeof "…" : 1);
    return excerpt;
}
