/* Amounts in another currency, by the rates of the book. */
#ifndef QUERY_CONVERT_H
#define QUERY_CONVERT_H

#include <stakeline/rates.h>

#include "base/buffer.h"
#include "store/book.h"

struct sl_convert_gap;

/* All zero, but for what sl_convert_begin fills. */
struct sl_convert {
    struct sl_book *book;
    const struct sl_conversion *asked;
    char to[4];
    uint8_t scale;               /* of its minor unit */
    struct sl_convert_gap *gaps; /* what is to be told at the end */
    size_t gap_count, gap_capacity;
};

/* SL_MISUSE when the currency is none. */
enum sl_status sl_convert_begin(struct sl_convert *convert, struct sl_book *book,
                                const struct sl_conversion *asked, struct sl_error *err);

/* Turns an amount of that day into the currency asked for; what has no rate becomes blank, and
 * blank stays blank. */
enum sl_status sl_convert_money(struct sl_convert *convert, struct sl_money *money, int32_t day,
                                struct sl_error *err);

/* Tells the notes, unless the question failed, and releases all. */
void sl_convert_end(struct sl_convert *convert, bool tell);

/* amount in minor units of a scale, at `from` and `to` units of each currency for one euro; rounded
 * half up. false when it is more than can be counted. */
bool sl_convert_amount(int64_t *out, int64_t minor, int scale, const struct sl_rate *from,
                       const struct sl_rate *to, int to_scale);

#endif
