/* Encoding and decoding packs. What most events state takes one byte each: the day and the order of
 * arrival as they differ from the event before, texts that came before as their number. */
#include "store/pack.h"

#include <string.h>

#include "model/number.h"

/* The cells of the claims, in the order of the bits that say which of them are there: the commonest
 * first, so that they fit one byte. */
static const unsigned char claim_cells[] = {
    SL_CELL_SOURCE,       SL_CELL_HOLDER,      SL_CELL_STAKE, SL_CELL_AMOUNT, SL_CELL_CURRENCY,
    SL_CELL_ROUND,        SL_CELL_INSTRUMENT,  SL_CELL_DEAL,  SL_CELL_SHARES, SL_CELL_STAKE_AFTER,
    SL_CELL_COUNTERPARTY, SL_CELL_OUTSTANDING, SL_CELL_CLASS, SL_CELL_VOTES,  SL_CELL_PRE_MONEY,
    SL_CELL_POST_MONEY,   SL_CELL_PART,        SL_CELL_ROLE,  SL_CELL_RATIO};
enum { CLAIM_CELLS = sizeof claim_cells };

static const unsigned char detail_texts[SL_PACK_DETAIL_TEXTS] = {SL_CELL_URL, SL_CELL_NOTE,
                                                                 SL_CELL_EXTRA};
enum { DETAIL_LINE = 1, DETAIL_PRICE = 2, DETAIL_TEXT = 4, DETAIL_ALL = 31 };

/* The first byte of an event: its kind, and whether it is plain: completed on its day, known then.
 */
enum { KIND_BITS = 4, KIND_OTHER = 15, PLAIN = 1 << KIND_BITS, HEAD_ALL = PLAIN | KIND_OTHER };

enum { DECIMALS_BITS = 4, DECIMALS_MAX = 15 };

#define BIT(id) (UINT32_C(1) << (id))
static const uint32_t stake_cells =
    BIT(SL_CELL_STAKE) | BIT(SL_CELL_STAKE_AFTER) | BIT(SL_CELL_VOTES);
static const uint32_t number_cells = BIT(SL_CELL_HOLDER) | BIT(SL_CELL_COUNTERPARTY) |
                                     BIT(SL_CELL_SHARES) | BIT(SL_CELL_OUTSTANDING) |
                                     BIT(SL_CELL_AMOUNT) | BIT(SL_CELL_PRE_MONEY) |
                                     BIT(SL_CELL_POST_MONEY);

/* ---- numbers ---- */

enum { NUMBER_SIZE = 10 };

static void add_number(struct sl_buffer *out, uint64_t number)
{
    unsigned char bytes[NUMBER_SIZE];
    size_t length = 0;
    while (number >= 0x80) {
        bytes[length++] = (unsigned char)(number | 0x80);
        number >>= 7;
    }
    bytes[length++] = (unsigned char)number;
    sl_buffer_add(out, bytes, length);
}

static uint64_t folded(int64_t number)
{
    return ((uint64_t)number << 1) ^ (number < 0 ? UINT64_MAX : 0);
}

static int64_t unfolded(uint64_t bits)
{
    return (int64_t)((bits >> 1) ^ (UINT64_C(0) - (bits & 1)));
}

/* Differences wrap: what a damaged pack makes of them is refused where it is no day. */
static int64_t minus(int64_t a, int64_t b)
{
    return (int64_t)((uint64_t)a - (uint64_t)b);
}

static int64_t plus(int64_t a, int64_t b)
{
    return (int64_t)((uint64_t)a + (uint64_t)b);
}

static bool read_long_number(const unsigned char **at, const unsigned char *end, uint64_t *out)
{
    uint64_t number = 0;
    for (int shift = 0; *at < end && shift < 64; shift += 7) {
        const unsigned char byte = *(*at)++;
        number |= (uint64_t)(byte & 0x7f) << shift;
        if (byte < 0x80) {
            *out = number;
            return true;
        }
    }
    return false;
}

static inline bool read_number(const unsigned char **at, const unsigned char *end, uint64_t *out)
{
    if (*at < end && **at < 0x80) {
        *out = *(*at)++;
        return true;
    }
    return read_long_number(at, end, out);
}

static bool read_folded(const unsigned char **at, const unsigned char *end, int64_t *out)
{
    uint64_t bits;
    if (!read_number(at, end, &bits)) return false;
    *out = unfolded(bits);
    return true;
}

/* ---- stakes ---- */

/* Is the spelling one number, and none other spells it ("43.40", not "043.4")? */
static bool is_number(const char *text, size_t length, uint64_t *digits, int *decimals)
{
    size_t point = length;
    *digits = 0;
    if (length == 0 || length > 18) return false;
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '.' && point == length && i > 0) {
            point = i;
        } else if (text[i] >= '0' && text[i] <= '9') {
            *digits = *digits * 10 + (uint64_t)(text[i] - '0');
        } else {
            return false;
        }
    }
    if (point == length - 1 || (text[0] == '0' && point > 1)) return false;
    *decimals = point == length ? 0 : (int)(length - 1 - point);
    return *decimals <= DECIMALS_MAX && *digits < UINT64_C(1) << 58;
}

static void add_stake(struct sl_buffer *out, const char *text, size_t length)
{
    uint64_t digits;
    int decimals;
    if (is_number(text, length, &digits, &decimals)) {
        add_number(out, (digits << DECIMALS_BITS | (unsigned)decimals) << 1 | 1);
    } else {
        add_number(out, (uint64_t)length << 1);
        sl_buffer_add(out, text, length);
        sl_buffer_add_byte(out, '\0');
    }
}

/* ---- encoding ---- */

void sl_pack_clear(struct sl_pack *pack)
{
    sl_buffer_clear(&pack->claims);
    sl_buffer_clear(&pack->details);
    for (size_t i = 0; i < SL_PACK_DETAIL_TEXTS; i++)
        sl_buffer_clear(&pack->texts[i]);
    pack->count = pack->word_count = 0;
}

void sl_pack_release(struct sl_pack *pack)
{
    sl_buffer_release(&pack->claims);
    sl_buffer_release(&pack->details);
    for (size_t i = 0; i < SL_PACK_DETAIL_TEXTS; i++)
        sl_buffer_release(&pack->texts[i]);
}

/* The number of an equal text before, or a copy. */
static void add_text(struct sl_pack *pack, const char *text, size_t length)
{
    struct sl_buffer *out = &pack->claims;
    for (size_t i = 0; i < pack->word_count; i++) {
        const struct sl_pack_word *word = &pack->words[i];
        if (word->length != length || memcmp(out->data + word->offset, text, length) != 0) continue;
        add_number(out, (uint64_t)i << 1 | 1);
        return;
    }
    add_number(out, (uint64_t)length << 1);
    if (length <= SL_PACK_WORD_LENGTH && pack->word_count < SL_PACK_WORDS && !out->failed)
        pack->words[pack->word_count++] =
            (struct sl_pack_word){.offset = out->length, .length = length};
    sl_buffer_add(out, text, length);
    sl_buffer_add_byte(out, '\0');
}

static bool is_plain(const struct sl_row *row)
{
    return row->cell[SL_CELL_STATUS].number == SL_STAGE_COMPLETED &&
           row->cell[SL_CELL_UNIT].number == SL_DATE_DAY &&
           row->cell[SL_CELL_KNOWN_UNIT].number == SL_DATE_DAY &&
           row->cell[SL_CELL_KNOWN].number == row->cell[SL_CELL_DAY].number;
}

static void add_claim(struct sl_pack *pack, const struct sl_row *row)
{
    struct sl_buffer *out = &pack->claims;
    const int64_t kind = row->cell[SL_CELL_KIND].number, day = row->cell[SL_CELL_DAY].number;
    const bool other = kind < 0 || kind >= KIND_OTHER, plain = is_plain(row);
    uint32_t mask = 0;
    sl_buffer_add_byte(out, (char)((other ? KIND_OTHER : kind) | (plain ? PLAIN : 0)));
    if (other) add_number(out, folded(kind));
    add_number(out, (uint64_t)minus(day, pack->last_day));
    add_number(out, folded(minus(row->cell[SL_CELL_SEQ].number, pack->last_seq)));
    if (!plain) {
        add_number(out, folded(row->cell[SL_CELL_STATUS].number));
        add_number(out, folded(row->cell[SL_CELL_UNIT].number));
        add_number(out, folded(minus(row->cell[SL_CELL_KNOWN].number, day)));
        add_number(out, folded(row->cell[SL_CELL_KNOWN_UNIT].number));
    }
    for (unsigned i = 0; i < CLAIM_CELLS; i++) {
        if (row->present & BIT(claim_cells[i])) mask |= BIT(i);
    }
    add_number(out, mask);
    for (unsigned i = 0; i < CLAIM_CELLS; i++) {
        const unsigned id = claim_cells[i];
        if (!(mask & BIT(i))) continue;
        if (number_cells & BIT(id)) {
            add_number(out, folded(row->cell[id].number));
        } else if (stake_cells & BIT(id)) {
            add_stake(out, row->cell[id].text, row->cell[id].length);
        } else {
            add_text(pack, row->cell[id].text, row->cell[id].length);
        }
    }
}

/* How much of it the last one of its column begins with, and the rest. */
static void add_detail_text(struct sl_pack *pack, unsigned column, const char *text, size_t length)
{
    struct sl_buffer *last = &pack->texts[column];
    size_t same = 0;
    while (same < last->length && same < length && last->data[same] == text[same])
        same++;
    add_number(&pack->details, same);
    add_number(&pack->details, length - same);
    sl_buffer_add(&pack->details, text + same, length - same);
    sl_buffer_clear(last);
    sl_buffer_add(last, text, length);
    if (last->failed) pack->details.failed = true;
}

static void add_detail(struct sl_pack *pack, const struct sl_row *row)
{
    struct sl_buffer *out = &pack->details;
    unsigned mask = 0;
    if (row->present & BIT(SL_CELL_LINE)) mask |= DETAIL_LINE;
    if (row->present & BIT(SL_CELL_PRICE)) mask |= DETAIL_PRICE;
    for (unsigned i = 0; i < SL_PACK_DETAIL_TEXTS; i++) {
        if (row->present & BIT(detail_texts[i])) mask |= (unsigned)DETAIL_TEXT << i;
    }
    sl_buffer_add_byte(out, (char)mask);
    if (mask & DETAIL_LINE) {
        /* lines and arrivals run alike */
        int64_t line = minus(row->cell[SL_CELL_LINE].number, row->cell[SL_CELL_SEQ].number);
        add_number(out, folded(minus(line, pack->last_line)));
        pack->last_line = line;
    }
    if (mask & DETAIL_PRICE) add_number(out, folded(row->cell[SL_CELL_PRICE].number));
    for (unsigned i = 0; i < SL_PACK_DETAIL_TEXTS; i++) {
        if (mask & (unsigned)DETAIL_TEXT << i)
            add_detail_text(pack, i, row->cell[detail_texts[i]].text,
                            row->cell[detail_texts[i]].length);
    }
}

void sl_pack_add(struct sl_pack *pack, const struct sl_row *row)
{
    if (pack->count == 0) {
        pack->issuer = row->cell[SL_CELL_ISSUER].number;
        pack->day = pack->last_day = row->cell[SL_CELL_DAY].number;
        pack->seq = pack->last_seq = row->cell[SL_CELL_SEQ].number;
        pack->last_line = 0;
    }
    add_claim(pack, row);
    add_detail(pack, row);
    pack->last_day = row->cell[SL_CELL_DAY].number;
    pack->last_seq = row->cell[SL_CELL_SEQ].number;
    pack->count++;
}

/* ---- decoding ---- */

void sl_pack_open(struct sl_pack_reader *reader, const struct sl_pack_bytes *bytes)
{
    reader->at = bytes->claims;
    reader->end = reader->at == NULL ? NULL : reader->at + bytes->claims_length;
    reader->detail = bytes->details;
    reader->details_end = bytes->details == NULL ? NULL : reader->detail + bytes->details_length;
    reader->issuer = bytes->issuer;
    reader->day = bytes->day;
    reader->seq = bytes->seq;
    reader->line = 0;
    reader->word_count = 0;
    for (size_t i = 0; i < SL_PACK_DETAIL_TEXTS; i++)
        reader->texts[i] = (struct sl_pack_word){.text = ""};
}

static inline void put_number(struct sl_row *row, unsigned id, int64_t number)
{
    row->present |= BIT(id);
    row->cell[id].number = number;
    row->cell[id].text = NULL;
}

static inline void put_text(struct sl_row *row, unsigned id, const char *text, size_t length)
{
    row->present |= BIT(id);
    row->cell[id].text = text;
    row->cell[id].length = length;
}

/* `length` bytes and the NUL behind them. */
static const char *take_literal(struct sl_pack_reader *reader, uint64_t length)
{
    const char *text = (const char *)reader->at;
    if (length >= (uint64_t)(reader->end - reader->at) || text[length] != '\0') return NULL;
    reader->at += length + 1;
    return text;
}

static bool read_text(struct sl_pack_reader *reader, struct sl_row *row, unsigned id)
{
    uint64_t head;
    if (!read_number(&reader->at, reader->end, &head)) return false;
    if (head & 1) {
        if (head >> 1 >= reader->word_count) return false;
        const struct sl_pack_word *word = &reader->words[head >> 1];
        put_text(row, id, word->text, word->length);
        return true;
    }
    const size_t length = (size_t)(head >> 1);
    const char *text = take_literal(reader, length);
    if (text == NULL) return false;
    if (length <= SL_PACK_WORD_LENGTH && reader->word_count < SL_PACK_WORDS)
        reader->words[reader->word_count++] = (struct sl_pack_word){.text = text, .length = length};
    put_text(row, id, text, length);
    return true;
}

static bool read_stake(struct sl_pack_reader *reader, struct sl_row *row, unsigned id)
{
    uint64_t head;
    if (!read_number(&reader->at, reader->end, &head)) return false;
    if (head & 1) {
        put_number(row, id, (int64_t)(head >> 1));
        return true;
    }
    const char *text = take_literal(reader, head >> 1);
    if (text != NULL) put_text(row, id, text, (size_t)(head >> 1));
    return text != NULL;
}

static bool read_dates(struct sl_pack_reader *reader, struct sl_row *row, bool plain)
{
    int64_t status = SL_STAGE_COMPLETED, unit = SL_DATE_DAY, known = 0, known_unit = SL_DATE_DAY;
    if (!plain && (!read_folded(&reader->at, reader->end, &status) ||
                   !read_folded(&reader->at, reader->end, &unit) ||
                   !read_folded(&reader->at, reader->end, &known) ||
                   !read_folded(&reader->at, reader->end, &known_unit)))
        return false;
    put_number(row, SL_CELL_STATUS, status);
    put_number(row, SL_CELL_UNIT, unit);
    put_number(row, SL_CELL_KNOWN, plus(reader->day, known));
    put_number(row, SL_CELL_KNOWN_UNIT, known_unit);
    return true;
}

static unsigned lowest_bit(uint64_t bits)
{
#if defined(__GNUC__)
    return (unsigned)__builtin_ctzll(bits);
#else
    unsigned bit = 0;
    while (!(bits >> bit & 1))
        bit++;
    return bit;
#endif
}

static bool read_claim(struct sl_pack_reader *reader, struct sl_row *row)
{
    const unsigned char head = *reader->at++;
    uint64_t day, mask;
    int64_t kind = head & KIND_OTHER, seq;
    if (head > HEAD_ALL) return false;
    if (kind == KIND_OTHER && !read_folded(&reader->at, reader->end, &kind)) return false;
    if (!read_number(&reader->at, reader->end, &day) ||
        !read_folded(&reader->at, reader->end, &seq))
        return false;
    reader->day = plus(reader->day, (int64_t)day);
    reader->seq = plus(reader->seq, seq);
    put_number(row, SL_CELL_ISSUER, reader->issuer);
    put_number(row, SL_CELL_DAY, reader->day);
    put_number(row, SL_CELL_SEQ, reader->seq);
    put_number(row, SL_CELL_KIND, kind);
    if (!read_dates(reader, row, (head & PLAIN) != 0)) return false;
    if (!read_number(&reader->at, reader->end, &mask) || mask >> CLAIM_CELLS != 0) return false;
    for (; mask != 0; mask &= mask - 1) {
        const unsigned id = claim_cells[lowest_bit(mask)];
        bool good;
        if (number_cells & BIT(id)) {
            int64_t number = 0;
            good = read_folded(&reader->at, reader->end, &number);
            put_number(row, id, number);
        } else if (stake_cells & BIT(id)) {
            good = read_stake(reader, row, id);
        } else {
            good = read_text(reader, row, id);
        }
        if (!good) return false;
    }
    return true;
}

static enum sl_status read_detail_text(struct sl_pack_reader *reader, struct sl_row *row,
                                       unsigned column, struct sl_arena *memory)
{
    struct sl_pack_word *last = &reader->texts[column];
    uint64_t same, more;
    if (!read_number(&reader->detail, reader->details_end, &same) ||
        !read_number(&reader->detail, reader->details_end, &more) || same > last->length ||
        more > (uint64_t)(reader->details_end - reader->detail))
        return SL_INVALID;
    char *text = sl_arena_alloc(memory, (size_t)(same + more) + 1);
    if (text == NULL) return SL_FAILED;
    memcpy(text, last->text, (size_t)same);
    memcpy(text + same, reader->detail, (size_t)more);
    text[same + more] = '\0';
    reader->detail += more;
    *last = (struct sl_pack_word){.text = text, .length = (size_t)(same + more)};
    put_text(row, detail_texts[column], last->text, last->length);
    return SL_OK;
}

static enum sl_status read_detail(struct sl_pack_reader *reader, struct sl_row *row,
                                  struct sl_arena *memory)
{
    int64_t number;
    enum sl_status status = SL_OK;
    if (reader->detail == reader->details_end) return SL_INVALID;
    const unsigned mask = *reader->detail++;
    if (mask > DETAIL_ALL) return SL_INVALID;
    if (mask & DETAIL_LINE) {
        if (!read_folded(&reader->detail, reader->details_end, &number)) return SL_INVALID;
        reader->line = plus(reader->line, number);
        put_number(row, SL_CELL_LINE, plus(reader->line, reader->seq));
    }
    if (mask & DETAIL_PRICE) {
        if (!read_folded(&reader->detail, reader->details_end, &number)) return SL_INVALID;
        put_number(row, SL_CELL_PRICE, number);
    }
    for (unsigned i = 0; i < SL_PACK_DETAIL_TEXTS && status == SL_OK; i++) {
        if (mask & (unsigned)DETAIL_TEXT << i) status = read_detail_text(reader, row, i, memory);
    }
    return status;
}

/* Spells the stakes that are numbers. */
static bool spell_stakes(struct sl_row *row, struct sl_arena *memory)
{
    for (uint64_t left = row->present & stake_cells; left != 0; left &= left - 1) {
        const unsigned id = lowest_bit(left);
        uint64_t digits;
        int decimals;
        if (!sl_row_stake_number(row, id, &digits, &decimals)) continue;
        char *text = sl_arena_alloc(memory, 24 + DECIMALS_MAX + 1);
        if (text == NULL) return false;
        put_text(row, id, text, sl_number_write(text, digits, decimals, true));
    }
    return true;
}

bool sl_row_stake_number(const struct sl_row *row, unsigned id, uint64_t *digits, int *decimals)
{
    if (row->cell[id].text != NULL) return false;
    const uint64_t number = (uint64_t)row->cell[id].number;
    *digits = number >> DECIMALS_BITS;
    *decimals = (int)(number & DECIMALS_MAX);
    return true;
}

enum sl_status sl_pack_next(struct sl_pack_reader *reader, struct sl_row *row,
                            struct sl_arena *memory)
{
    row->present = 0;
    if (reader->at == reader->end) {
        const bool whole = reader->detail == reader->details_end;
        return whole ? SL_NOTHING : SL_INVALID;
    }
    if (!read_claim(reader, row)) return SL_INVALID;
    if (reader->details_end == NULL) return SL_OK;
    enum sl_status status = read_detail(reader, row, memory);
    if (status == SL_OK && !spell_stakes(row, memory)) status = SL_FAILED;
    return status;
}
