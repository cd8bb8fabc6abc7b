/* How packs are encoded, for the files that write and read them; schema.sql says it in words. */
#ifndef STORE_PACK_BYTES_H
#define STORE_PACK_BYTES_H

#include "store/pack.h"

/* The cells of the claims, in the order of the bits that say which of them are there: the commonest
 * first, so that they fit one byte. */
enum { CLAIM_DEAL = 7, CLAIM_CELLS = 19 };
static const unsigned char claim_cells[CLAIM_CELLS] = {
    SL_CELL_SOURCE,   SL_CELL_HOLDER,      SL_CELL_STAKE,        SL_CELL_AMOUNT,
    SL_CELL_CURRENCY, SL_CELL_ROUND,       SL_CELL_INSTRUMENT,   [CLAIM_DEAL] = SL_CELL_DEAL,
    SL_CELL_SHARES,   SL_CELL_STAKE_AFTER, SL_CELL_COUNTERPARTY, SL_CELL_OUTSTANDING,
    SL_CELL_CLASS,    SL_CELL_VOTES,       SL_CELL_PRE_MONEY,    SL_CELL_POST_MONEY,
    SL_CELL_PART,     SL_CELL_ROLE,        SL_CELL_RATIO};

static const unsigned char detail_texts[SL_PACK_DETAIL_TEXTS] = {SL_CELL_URL, SL_CELL_NOTE,
                                                                 SL_CELL_EXTRA};
enum { DETAIL_LINE = 1, DETAIL_PRICE = 2, DETAIL_TEXT = 4, DETAIL_ALL = 31 };

/* The first byte of an event: its kind, and whether it is plain: completed on its day, known then.
 */
enum { KIND_BITS = 4, KIND_OTHER = 15, PLAIN = 1 << KIND_BITS, HEAD_ALL = PLAIN | KIND_OTHER };

enum { DECIMALS_BITS = 4, DECIMALS_MAX = 15 };

#define BIT(id) (UINT32_C(1) << (id))
enum {
    STAKE_CELLS = BIT(SL_CELL_STAKE) | BIT(SL_CELL_STAKE_AFTER) | BIT(SL_CELL_VOTES),
    NUMBER_CELLS = BIT(SL_CELL_HOLDER) | BIT(SL_CELL_COUNTERPARTY) | BIT(SL_CELL_SHARES) |
                   BIT(SL_CELL_OUTSTANDING) | BIT(SL_CELL_AMOUNT) | BIT(SL_CELL_PRE_MONEY) |
                   BIT(SL_CELL_POST_MONEY)
};

/* Differences wrap: what a damaged pack makes of them is refused where it is no day. */
static inline int64_t minus(int64_t a, int64_t b)
{
    return (int64_t)((uint64_t)a - (uint64_t)b);
}

static inline int64_t plus(int64_t a, int64_t b)
{
    return (int64_t)((uint64_t)a + (uint64_t)b);
}

/* ---- reading ---- */

/* A text of the claims; its bytes end in a NUL. */
struct sl_pack_text {
    const char *text;
    size_t length;
};

/* What every event has, and which cells follow, by their bits. */
struct sl_pack_head {
    int64_t kind, day, seq, status, unit, known, known_unit;
    uint32_t cells;
};

/* All of these: false when the bytes are no pack. */
bool sl_pack_read_long(const unsigned char **at, const unsigned char *end, uint64_t *out);
bool sl_pack_read_head(struct sl_pack_reader *reader, struct sl_pack_head *head);
bool sl_pack_read_text(struct sl_pack_reader *reader, struct sl_pack_text *out);
/* `length` bytes and the NUL behind them. */
bool sl_pack_read_literal(struct sl_pack_reader *reader, uint64_t length, struct sl_pack_text *out);

static inline bool read_number(const unsigned char **at, const unsigned char *end, uint64_t *out)
{
    if (*at < end && **at < 0x80) {
        *out = *(*at)++;
        return true;
    }
    return sl_pack_read_long(at, end, out);
}

static inline bool read_folded(const unsigned char **at, const unsigned char *end, int64_t *out)
{
    uint64_t bits;
    if (!read_number(at, end, &bits)) return false;
    *out = (int64_t)((bits >> 1) ^ (UINT64_C(0) - (bits & 1)));
    return true;
}

static inline unsigned lowest_bit(uint32_t bits)
{
#if defined(__GNUC__)
    return (unsigned)__builtin_ctz(bits);
#else
    unsigned bit = 0;
    while (!(bits >> bit & 1))
        bit++;
    return bit;
#endif
}

#endif
