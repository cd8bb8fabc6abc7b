/* Reads stakes. The many spellings become one canonical spelling, and only that is given a value,
 * so that what was imported and what is read back from the book cannot differ. */
#include "model/stake.h"

#include <string.h>

#include "base/error.h"
#include "model/number.h"

enum { DECIMALS_MAX = 15, FRACTION_DIGITS_MAX = 12 };

__extension__ typedef unsigned __int128 wide;

/* digits / 10^decimals, correctly rounded. Beyond 2^53 (where a double does not hold `digits`) the
 * quotient is made with at least 67 bits and a sticky last one, and rounded once. */
static double quotient(uint64_t digits, int decimals)
{
    const uint64_t exact = UINT64_C(1) << 53;
    uint64_t divisor = sl_power_of_ten(decimals);
    if (digits <= exact) return (double)digits / (double)divisor;
    wide shifted = (wide)digits << 64;
    wide result = shifted / divisor;
    if (result * divisor != shifted) result |= 1;
    return (double)result / 18446744073709551616.0; /* 2^64 */
}

/* ---- canonical spellings ---- */

static const char *read_decimal(const char *at, uint64_t *digits, int *decimals)
{
    const char *start = at;
    uint64_t value = 0;
    for (; *at >= '0' && *at <= '9'; at++)
        value = value * 10 + (uint64_t)(*at - '0');
    if (at == start) return NULL;
    *decimals = 0;
    if (*at == '.') {
        const char *point = at++;
        for (; *at >= '0' && *at <= '9'; at++)
            value = value * 10 + (uint64_t)(*at - '0');
        if (at - point - 1 > DECIMALS_MAX) return NULL;
        *decimals = (int)(at - point - 1);
    }
    *digits = value;
    return at;
}

/* A unit of the last digit each way, cut to 0..100. */
static bool set_around(struct sl_stake *out, uint64_t digits, int decimals)
{
    uint64_t whole = 100 * sl_power_of_ten(decimals);
    if (digits > whole) return false;
    out->low = digits > 0 ? quotient(digits - 1, decimals) : 0;
    out->high = digits < whole ? quotient(digits + 1, decimals) : 100;
    return true;
}

bool sl_stake_read(struct sl_stake *out, const char *canonical)
{
    struct sl_stake stake = {0};
    uint64_t digits, other;
    int decimals;
    char sign = *canonical;
    if (sign == '\0') {
        *out = stake;
        return true;
    }
    const char *at = canonical + (sign == '~' || sign == '<' || sign == '>');
    at = read_decimal(at, &digits, &decimals);
    if (at == NULL) return false;
    stake.form = SL_STAKE_RANGE;
    if (sign == '~') {
        if (!set_around(&stake, digits, decimals)) return false;
    } else if (sign == '>') {
        stake.low = quotient(digits, decimals);
        stake.high = 100;
    } else if (sign == '<') {
        stake.high = quotient(digits, decimals);
    } else if (*at == '\0') {
        stake.form = SL_STAKE_EXACT;
        stake.low = stake.high = quotient(digits, decimals);
        stake.half = quotient(5, decimals + 1);
    } else if (*at == '-') {
        stake.low = quotient(digits, decimals);
        at = read_decimal(at + 1, &digits, &decimals);
        if (at == NULL) return false;
        stake.high = quotient(digits, decimals);
    } else if (*at == '/') {
        at = read_decimal(at + 1, &other, &decimals);
        if (at == NULL || other == 0) return false;
        stake.form = SL_STAKE_FRACTION;
        stake.low = stake.high =
            100 * (double)digits / (double)other; /* both small: one rounding */
    }
    if (*at != '\0' || stake.low > stake.high || stake.high > 100) return false;
    *out = stake;
    return true;
}

bool sl_stake_exact(struct sl_stake *out, uint64_t digits, int decimals)
{
    if (decimals < 0 || decimals > DECIMALS_MAX || digits > 100 * sl_power_of_ten(decimals))
        return false;
    out->form = SL_STAKE_EXACT;
    out->low = out->high = quotient(digits, decimals);
    out->half = quotient(5, decimals + 1);
    return true;
}

/* ---- what people write ---- */

static const char *const about_words[] = {
    "~",      "≈",      "∼",      "approximately", "approx.", "approx", "roughly", "about",
    "around", "nearly", "almost", "circa",         "ca.",     "ca",     "c."};
static const char *const over_words[] = {
    ">=", "≥", ">", "more than", "at least", "over", "above", "not less than", "no less than"};
static const char *const under_words[] = {
    "<=",    "≤",     "<",       "less than",     "up to",
    "under", "below", "at most", "not more than", "no more than"};
static const char *const per_cent_words[] = {"%", "percent", "per cent", "pct"};
static const char *const range_words[] = {"..", "-", "–", "—", "to"};

#define TAKE(at, words) (sl_take_one(at, words, sizeof(words) / sizeof *(words)) >= 0)

static enum sl_status not_a_stake(const char *text, struct sl_error *err)
{
    return sl_fail(
        err, SL_INVALID,
        "\"%s\" is not a stake: expected a per cent such as 43.4, ~43%%, 25-50%%, >50%%, "
        "<5%%, or a fraction such as 1/3",
        sl_excerpt(text).text);
}

static enum sl_status signed_stake(const char *text, struct sl_error *err)
{
    return sl_fail(err, SL_INVALID,
                   "\"%s\": expected a stake without a sign: the kind says the direction",
                   sl_excerpt(text).text);
}

/* A number in 0..100, and its per cent sign. */
static enum sl_status take_per_cent(struct sl_number *out, const char **at, const char *text,
                                    struct sl_error *err)
{
    const char *c = *at;
    if (sl_has_sign(c)) return signed_stake(text, err);
    enum sl_number_fault fault = sl_number_read(out, &c, false);
    if (fault == SL_NUMBER_NONE) return not_a_stake(text, err);
    if (fault == SL_NUMBER_OK && *c == ',')
        return sl_fail(err, SL_INVALID, "\"%s\": expected a decimal point, as in 43.4, not a comma",
                       sl_excerpt(text).text);
    if (fault == SL_NUMBER_OK && out->written > DECIMALS_MAX)
        return sl_fail(err, SL_INVALID, "\"%s\": expected at most %d decimals",
                       sl_excerpt(text).text, DECIMALS_MAX);
    if (fault != SL_NUMBER_OK || out->digits > 100 * sl_power_of_ten(out->decimals))
        return sl_fail(err, SL_INVALID, "\"%s\": expected a per cent in 0 to 100",
                       sl_excerpt(text).text);
    c = sl_skip_blanks(c);
    (void)TAKE(&c, per_cent_words);
    *at = c;
    return SL_OK;
}

/* The number with the decimals that were written where they count as precision. */
static size_t spell(char *out, const struct sl_number *number, bool precision)
{
    if (!precision) return sl_number_write(out, number->digits, number->decimals, false);
    uint64_t digits = number->digits * sl_power_of_ten(number->written - number->decimals);
    return sl_number_write(out, digits, number->written, true);
}

static bool looks_like_fraction(const char *at)
{
    while (*at >= '0' && *at <= '9')
        at++;
    return *sl_skip_blanks(at) == '/';
}

static enum sl_status take_fraction(char spelling[SL_STAKE_SIZE], const char *text,
                                    struct sl_error *err)
{
    struct sl_number above, below;
    const uint64_t most = sl_power_of_ten(FRACTION_DIGITS_MAX) - 1;
    const char *at = sl_skip_blanks(text);
    if (sl_number_read(&above, &at, false) != SL_NUMBER_OK) return not_a_stake(text, err);
    at = sl_skip_blanks(sl_skip_blanks(at) + 1); /* behind the stroke */
    if (sl_number_read(&below, &at, false) != SL_NUMBER_OK || !sl_at_end(at) || below.written > 0)
        return not_a_stake(text, err);
    if (below.digits == 0 || above.digits > below.digits)
        return sl_fail(err, SL_INVALID, "\"%s\": expected a fraction in 0 to 1",
                       sl_excerpt(text).text);
    uint64_t common = sl_gcd(above.digits, below.digits);
    above.digits /= common;
    below.digits /= common;
    if (below.digits > most)
        return sl_fail(err, SL_INVALID, "\"%s\": expected at most %d digits a side",
                       sl_excerpt(text).text, FRACTION_DIGITS_MAX);
    size_t length = sl_number_write(spelling, above.digits, 0, true);
    spelling[length++] = '/';
    sl_number_write(spelling + length, below.digits, 0, true);
    return SL_OK;
}

static enum sl_status take_range(char spelling[SL_STAKE_SIZE], const struct sl_number *low,
                                 const char *at, const char *text, struct sl_error *err)
{
    struct sl_number high;
    enum sl_status status = take_per_cent(&high, &at, text, err);
    if (status != SL_OK) return status;
    if (*at != '\0') return not_a_stake(text, err);
    size_t length = spell(spelling, low, false);
    spelling[length++] = '-';
    spell(spelling + length, &high, false);
    return SL_OK;
}

static enum sl_status canonical_spelling(char spelling[SL_STAKE_SIZE], const char *text,
                                         struct sl_error *err)
{
    struct sl_number number;
    const char *at = sl_skip_blanks(text);
    char sign = '\0';
    if (*at < '0' || *at > '9') {
        if (TAKE(&at, about_words))
            sign = '~';
        else if (TAKE(&at, over_words))
            sign = '>';
        else if (TAKE(&at, under_words))
            sign = '<';
    }
    if (sign == '\0' && looks_like_fraction(at)) return take_fraction(spelling, text, err);
    enum sl_status status = take_per_cent(&number, &at, text, err);
    if (status != SL_OK) return status;
    if (*at != '\0') {
        if (sign != '\0' || !TAKE(&at, range_words)) return not_a_stake(text, err);
        return take_range(spelling, &number, at, text, err);
    }
    if (sign != '\0') *spelling++ = sign;
    spell(spelling, &number, sign == '\0' || sign == '~');
    return SL_OK;
}

enum sl_status sl_stake_parse(struct sl_stake *out, const char *text, char canonical[SL_STAKE_SIZE],
                              struct sl_error *err)
{
    char spelling[SL_STAKE_SIZE] = "";
    if (!sl_not_stated(text)) {
        enum sl_status status = canonical_spelling(spelling, text, err);
        if (status != SL_OK) return status;
    }
    struct sl_stake stake;
    if (!sl_stake_read(&stake, spelling))
        return sl_fail(err, SL_INVALID, "\"%s\": expected a range from the smaller to the larger",
                       sl_excerpt(text).text);
    *out = stake;
    if (canonical != NULL) memcpy(canonical, spelling, sizeof spelling);
    return SL_OK;
}
