/* Decoding packs to rows of cells. */
#include <string.h>

#include "model/number.h"
#include "store/pack_bytes.h"

/* ---- what packs are made of ---- */

bool sl_pack_read_long(const unsigned char **at, const unsigned char *end, uint64_t *out)
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

bool sl_pack_read_literal(struct sl_pack_reader *reader, uint64_t length, struct sl_pack_text *out)
{
    const char *text = (const char *)reader->at;
    if (length >= (uint64_t)(reader->end - reader->at) || text[length] != '\0') return false;
    *out = (struct sl_pack_text){text, (size_t)length};
    reader->at += length + 1;
    return true;
}

bool sl_pack_read_text(struct sl_pack_reader *reader, struct sl_pack_text *out)
{
    uint64_t head;
    if (!read_number(&reader->at, reader->end, &head)) return false;
    if (head & 1) {
        if (head >> 1 >= reader->word_count) return false;
        const struct sl_pack_word *word = &reader->words[head >> 1];
        *out = (struct sl_pack_text){word->text, word->length};
        return true;
    }
    if (!sl_pack_read_literal(reader, head >> 1, out)) return false;
    if (out->length <= SL_PACK_WORD_LENGTH && reader->word_count < SL_PACK_WORDS)
        reader->words[reader->word_count++] =
            (struct sl_pack_word){.text = out->text, .length = out->length};
    return true;
}

static bool read_dates(struct sl_pack_reader *reader, struct sl_pack_head *head, bool plain)
{
    head->status = SL_STAGE_COMPLETED;
    head->unit = head->known_unit = SL_DATE_DAY;
    head->known = 0;
    if (!plain && (!read_folded(&reader->at, reader->end, &head->status) ||
                   !read_folded(&reader->at, reader->end, &head->unit) ||
                   !read_folded(&reader->at, reader->end, &head->known) ||
                   !read_folded(&reader->at, reader->end, &head->known_unit)))
        return false;
    head->known = plus(reader->day, head->known);
    return true;
}

bool sl_pack_read_head(struct sl_pack_reader *reader, struct sl_pack_head *head)
{
    const unsigned char first = *reader->at++;
    uint64_t day, cells;
    int64_t seq;
    head->kind = first & KIND_OTHER;
    if (first > HEAD_ALL) return false;
    if (head->kind == KIND_OTHER && !read_folded(&reader->at, reader->end, &head->kind))
        return false;
    if (!read_number(&reader->at, reader->end, &day) ||
        !read_folded(&reader->at, reader->end, &seq))
        return false;
    head->day = reader->day = plus(reader->day, (int64_t)day);
    head->seq = reader->seq = plus(reader->seq, seq);
    if (!read_dates(reader, head, (first & PLAIN) != 0)) return false;
    if (!read_number(&reader->at, reader->end, &cells) || cells >> CLAIM_CELLS != 0) return false;
    head->cells = (uint32_t)cells;
    return true;
}

/* ---- rows ---- */

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

static void put_head(struct sl_row *row, int64_t issuer, const struct sl_pack_head *head)
{
    row->present = 0;
    put_number(row, SL_CELL_ISSUER, issuer);
    put_number(row, SL_CELL_DAY, head->day);
    put_number(row, SL_CELL_SEQ, head->seq);
    put_number(row, SL_CELL_KIND, head->kind);
    put_number(row, SL_CELL_STATUS, head->status);
    put_number(row, SL_CELL_UNIT, head->unit);
    put_number(row, SL_CELL_KNOWN, head->known);
    put_number(row, SL_CELL_KNOWN_UNIT, head->known_unit);
}

static bool read_stake(struct sl_pack_reader *reader, struct sl_row *row, unsigned id)
{
    uint64_t head;
    struct sl_pack_text text;
    if (!read_number(&reader->at, reader->end, &head)) return false;
    if (head & 1) {
        put_number(row, id, (int64_t)(head >> 1));
        return true;
    }
    if (!sl_pack_read_literal(reader, head >> 1, &text)) return false;
    put_text(row, id, text.text, text.length);
    return true;
}

static bool read_cell(struct sl_pack_reader *reader, struct sl_row *row, unsigned id)
{
    int64_t number;
    struct sl_pack_text text;
    if (STAKE_CELLS & BIT(id)) return read_stake(reader, row, id);
    if (NUMBER_CELLS & BIT(id)) {
        if (!read_folded(&reader->at, reader->end, &number)) return false;
        put_number(row, id, number);
    } else {
        if (!sl_pack_read_text(reader, &text)) return false;
        put_text(row, id, text.text, text.length);
    }
    return true;
}

static bool read_claim(struct sl_pack_reader *reader, struct sl_row *row)
{
    struct sl_pack_head head;
    if (!sl_pack_read_head(reader, &head)) return false;
    put_head(row, reader->issuer, &head);
    for (uint32_t left = head.cells; left != 0; left &= left - 1) {
        if (!read_cell(reader, row, claim_cells[lowest_bit(left)])) return false;
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
    for (uint32_t left = row->present & STAKE_CELLS; left != 0; left &= left - 1) {
        const unsigned id = lowest_bit(left);
        if (row->cell[id].text != NULL) continue;
        const uint64_t number = (uint64_t)row->cell[id].number;
        const uint64_t digits = number >> DECIMALS_BITS;
        const int decimals = (int)(number & DECIMALS_MAX);
        char *text = sl_arena_alloc(memory, 24 + DECIMALS_MAX + 1);
        if (text == NULL) return false;
        put_text(row, id, text, sl_number_write(text, digits, decimals, true));
    }
    return true;
}

enum sl_status sl_pack_next(struct sl_pack_reader *reader, struct sl_row *row,
                            struct sl_arena *memory)
{
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
