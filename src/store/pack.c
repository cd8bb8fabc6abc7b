/* Encoding packs. What most events state takes one byte each: the day and the order of arrival as
 * they differ from the event before, texts that came before as their number. */
#include <string.h>

#include "store/pack_bytes.h"

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
        if (NUMBER_CELLS & BIT(id)) {
            add_number(out, folded(row->cell[id].number));
        } else if (STAKE_CELLS & BIT(id)) {
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
