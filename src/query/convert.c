/* Conversion in whole numbers: an amount times one rate over another, with the powers of ten of
 * their decimals on the side where they belong. What could not be converted is counted, and told
 * once. */
#include "query/convert.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/vector.h"
#include "model/amount.h"
#include "model/number.h"

__extension__ typedef unsigned __int128 wide;

enum { OLD_DAYS = 14 };

enum gap_kind { GAP_NO_RATE, GAP_BEFORE_FIRST, GAP_OLD, GAP_LARGE };

struct sl_convert_gap {
    enum gap_kind kind;
    char of[4], missing[4]; /* the amounts' currency; the one whose rate it is about */
    int64_t count;
    int32_t day, rate_day; /* earliest amount and the first rate; or the oldest rate, and its use */
};

enum sl_status sl_convert_begin(struct sl_convert *convert, struct sl_book *book,
                                const struct sl_conversion *asked, struct sl_error *err)
{
    *convert = (struct sl_convert){.book = book, .asked = asked};
    const int scale = sl_currency_scale(asked->currency);
    if (scale < 0) {
        return sl_fail(err, SL_MISUSE,
                       "'%s' is no currency: expected the three letters of one, such as EUR",
                       asked->currency);
    }
    convert->scale = (uint8_t)scale;
    for (size_t i = 0; i < 3; i++) {
        const char c = asked->currency[i];
        convert->to[i] = c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
    }
    return SL_OK;
}

static enum sl_status note(struct sl_convert *convert, struct sl_convert_gap gap,
                           struct sl_error *err)
{
    for (size_t i = 0; i < convert->gap_count; i++) {
        struct sl_convert_gap *met = &convert->gaps[i];
        if (met->kind != gap.kind || strcmp(met->of, gap.of) != 0 ||
            strcmp(met->missing, gap.missing) != 0)
            continue;
        met->count++;
        const bool further = gap.kind == GAP_OLD ? gap.day - gap.rate_day > met->day - met->rate_day
                                                 : gap.day < met->day;
        if (further) {
            met->day = gap.day;
            met->rate_day = gap.rate_day;
        }
        return SL_OK;
    }
    if (!sl_vector_grow(&convert->gaps, convert->gap_count, &convert->gap_capacity,
                        sizeof *convert->gaps))
        return sl_fail_memory(err);
    gap.count = 1;
    convert->gaps[convert->gap_count++] = gap;
    return SL_OK;
}

/* The rate of one side; units 0 after a note when there is none. */
static enum sl_status look_up(struct sl_convert *convert, const char *of, const char *currency,
                              int32_t day, struct sl_rate *out, struct sl_error *err)
{
    struct sl_convert_gap gap = {.kind = GAP_OLD, .day = day};
    memcpy(gap.of, of, sizeof gap.of);
    memcpy(gap.missing, currency, sizeof gap.missing);
    *out = (struct sl_rate){.day = day, .units = 1};
    if (strcmp(currency, "EUR") == 0) return SL_OK;
    enum sl_status status = sl_book_rate(convert->book, currency, day, out, err);
    if (status == SL_OK && day - out->day > OLD_DAYS) {
        gap.rate_day = out->day;
        return note(convert, gap, err);
    }
    if (status != SL_NOTHING) return status;
    status = sl_book_rate_first(convert->book, currency, out, err);
    if (status != SL_OK && status != SL_NOTHING) return status;
    gap.kind = status == SL_OK ? GAP_BEFORE_FIRST : GAP_NO_RATE;
    gap.rate_day = out->day;
    out->units = 0;
    return note(convert, gap, err);
}

bool sl_convert_amount(int64_t *out, int64_t minor, int scale, const struct sl_rate *from,
                       const struct sl_rate *to, int to_scale)
{
    wide above, below = (wide)from->units;
    int power = from->decimals + to_scale - to->decimals - scale;
    if (__builtin_mul_overflow((wide)minor, (wide)to->units, &above)) return false;
    for (; power > 0; power--)
        if (__builtin_mul_overflow(above, (wide)10, &above)) return false;
    for (; power < 0; power++)
        if (__builtin_mul_overflow(below, (wide)10, &below)) return false;
    const wide whole = above / below, rest = above % below;
    const wide rounded = whole + (rest >= below - rest ? 1 : 0);
    if (rounded > (wide)INT64_MAX) return false;
    *out = (int64_t)rounded;
    return true;
}

enum sl_status sl_convert_money(struct sl_convert *convert, struct sl_money *money, int32_t day,
                                struct sl_error *err)
{
    if (money->currency[0] == '\0' || strcmp(money->currency, convert->to) == 0) return SL_OK;
    struct sl_rate from, to;
    struct sl_money out = {.scale = convert->scale};
    enum sl_status status = look_up(convert, money->currency, money->currency, day, &from, err);
    if (status == SL_OK) status = look_up(convert, money->currency, convert->to, day, &to, err);
    if (status != SL_OK) return status;
    if (from.units > 0 && to.units > 0) {
        if (sl_convert_amount(&out.minor, money->minor, money->scale, &from, &to, out.scale)) {
            memcpy(out.currency, convert->to, sizeof out.currency);
        } else {
            struct sl_convert_gap gap = {.kind = GAP_LARGE, .day = day};
            memcpy(gap.of, money->currency, sizeof gap.of);
            memcpy(gap.missing, convert->to, sizeof gap.missing);
            status = note(convert, gap, err);
        }
    }
    *money = out.currency[0] != '\0' ? out : (struct sl_money){0};
    return status;
}

static void word_gap(struct sl_buffer *out, const struct sl_convert_gap *gap)
{
    char day[SL_DATE_SIZE], rate_day[SL_DATE_SIZE];
    const bool one = gap->count == 1;
    sl_date_format((struct sl_date){.day = gap->day, .unit = SL_DATE_DAY}, day);
    sl_date_format((struct sl_date){.day = gap->rate_day, .unit = SL_DATE_DAY}, rate_day);
    sl_buffer_clear(out);
    sl_buffer_printf(out, "%" PRId64 " amount%s in %s", gap->count, one ? "" : "s", gap->of);
    switch (gap->kind) {
    case GAP_NO_RATE:
        sl_buffer_printf(out, " %s left blank: there is no rate of %s", one ? "is" : "are",
                         gap->missing);
        break;
    case GAP_BEFORE_FIRST:
        sl_buffer_printf(out, one ? " of %s is" : ", the earliest of %s, are", day);
        sl_buffer_printf(out, " left blank: the first rate of %s is of %s", gap->missing, rate_day);
        break;
    case GAP_OLD:
        sl_buffer_printf(out, one ? " of %s is" : ", one of %s, are", day);
        sl_buffer_printf(out, " converted at old rates: the last one of %s before that is of %s",
                         gap->missing, rate_day);
        break;
    case GAP_LARGE:
        sl_buffer_printf(out, " %s left blank: in %s %s more than can be counted",
                         one ? "is" : "are", gap->missing, one ? "it is" : "they are");
        break;
    }
}

void sl_convert_end(struct sl_convert *convert, bool tell)
{
    struct sl_buffer text = {0};
    for (size_t i = 0; i < convert->gap_count && tell; i++) {
        if (convert->asked->on_note == NULL) break;
        word_gap(&text, &convert->gaps[i]);
        convert->asked->on_note(convert->asked->context, text.failed ? "out of memory" : text.data);
    }
    sl_buffer_release(&text);
    free(convert->gaps);
    *convert = (struct sl_convert){0};
}
