/* Reads the ratio of a split: new shares for old ones. */
#include <string.h>

#include "base/error.h"
#include "model/amount.h"
#include "model/number.h"

static enum sl_status not_a_ratio(const char *text, struct sl_error *err)
{
    return sl_fail(err, SL_INVALID,
                   "\"%s\" is not a ratio: expected new:old, such as 2, 2:1, 1:10, 3/2 or 1.5",
                   sl_excerpt(text).text);
}

static bool scale_up(uint64_t *value, int power)
{
    if (power > 19 || *value > UINT64_MAX / sl_power_of_ten(power)) return false;
    *value *= sl_power_of_ten(power);
    return true;
}

/* a/b with decimals on either side, as whole numbers in lowest terms. */
static bool lowest_terms(struct sl_ratio *out, struct sl_number a, struct sl_number b)
{
    uint64_t common = sl_gcd(a.digits, b.digits);
    a.digits /= common;
    b.digits /= common;
    if (!scale_up(&a.digits, b.decimals) || !scale_up(&b.digits, a.decimals)) return false;
    common = sl_gcd(a.digits, b.digits);
    a.digits /= common;
    b.digits /= common;
    if (a.digits > (uint64_t)INT64_MAX || b.digits > (uint64_t)INT64_MAX) return false;
    out->new_ = (int64_t)a.digits;
    out->old_ = (int64_t)b.digits;
    return true;
}

enum sl_status sl_ratio_parse(struct sl_ratio *out, const char *text, char canonical[SL_RATIO_SIZE],
                              struct sl_error *err)
{
    static const char *const between[] = {":", "/", "-for-", "for"};
    struct sl_ratio ratio = {0, 0};
    if (sl_not_stated(text)) {
        *out = ratio;
        if (canonical != NULL) canonical[0] = '\0';
        return SL_OK;
    }
    struct sl_number a, b = {.digits = 1};
    const char *at = sl_skip_blanks(text);
    if (sl_number_read(&a, &at, false) != SL_NUMBER_OK) return not_a_ratio(text, err);
    at = sl_skip_blanks(at);
    if (*at != '\0') {
        if (sl_take_one(&at, between, sizeof between / sizeof *between) < 0 ||
            sl_number_read(&b, &at, false) != SL_NUMBER_OK || !sl_at_end(at))
            return not_a_ratio(text, err);
    }
    if (a.digits == 0 || b.digits == 0)
        return sl_fail(err, SL_INVALID, "\"%s\": expected a ratio with both sides over 0",
                       sl_excerpt(text).text);
    if (!lowest_terms(&ratio, a, b))
        return sl_fail(err, SL_INVALID, "\"%s\": expected a ratio of numbers with fewer digits",
                       sl_excerpt(text).text);
    *out = ratio;
    if (canonical != NULL) {
        size_t length = sl_number_write(canonical, (uint64_t)ratio.new_, 0, true);
        canonical[length++] = ':';
        sl_number_write(canonical + length, (uint64_t)ratio.old_, 0, true);
    }
    return SL_OK;
}
