/* Events to rows of cells, and rows to bytes and back. */
#include "store/event_row.h"

#include <string.h>

/* The cells that hold text. */
#define BIT(id) (UINT32_C(1) << (id))
static const uint32_t text_cells =
    BIT(SL_CELL_CLASS) | BIT(SL_CELL_STAKE) | BIT(SL_CELL_STAKE_AFTER) | BIT(SL_CELL_VOTES) |
    BIT(SL_CELL_RATIO) | BIT(SL_CELL_CURRENCY) | BIT(SL_CELL_ROUND) | BIT(SL_CELL_INSTRUMENT) |
    BIT(SL_CELL_DEAL) | BIT(SL_CELL_PART) | BIT(SL_CELL_SOURCE) | BIT(SL_CELL_ROLE) |
    BIT(SL_CELL_URL) | BIT(SL_CELL_NOTE) | BIT(SL_CELL_EXTRA);
static const uint32_t own_cells = BIT(SL_CELL_SEQ) | BIT(SL_CELL_LINE);

_Static_assert(SL_CELL_COUNT <= 32, "a cell has a bit of its own");

enum { NUMBERS_SIZE = 10 * (SL_CELL_COUNT + 2) + 4 }; /* the most that a row's numbers take */

static void put_number(struct sl_row *row, enum sl_cell_id id, int64_t number)
{
    row->present |= BIT(id);
    row->cell[id].number = number;
}

static void put_text(struct sl_row *row, enum sl_cell_id id, const char *text)
{
    if (text == NULL || text[0] == '\0') return;
    row->present |= BIT(id);
    row->cell[id].text = text;
    row->cell[id].length = strlen(text);
}

static void put_money(struct sl_row *row, enum sl_cell_id id, const struct sl_money *money)
{
    if (money->currency[0] == '\0') return;
    put_number(row, id, money->minor);
    if (!(row->present & BIT(SL_CELL_CURRENCY))) put_text(row, SL_CELL_CURRENCY, money->currency);
}

void sl_row_from_event(struct sl_row *row, const struct sl_event_text *text)
{
    const struct sl_event *event = &text->event;
    row->present = 0;
    put_number(row, SL_CELL_ISSUER, event->issuer);
    put_number(row, SL_CELL_DAY, event->date.day);
    put_number(row, SL_CELL_SEQ, event->seq);
    put_number(row, SL_CELL_KIND, event->kind);
    put_number(row, SL_CELL_STATUS, event->stage);
    put_number(row, SL_CELL_UNIT, event->date.unit);
    put_number(row, SL_CELL_KNOWN, event->known.day);
    put_number(row, SL_CELL_KNOWN_UNIT, event->known.unit);
    if (event->holder != 0) put_number(row, SL_CELL_HOLDER, event->holder);
    if (event->counterparty != 0) put_number(row, SL_CELL_COUNTERPARTY, event->counterparty);
    put_text(row, SL_CELL_CLASS, event->class_);
    put_text(row, SL_CELL_STAKE, text->stake);
    put_text(row, SL_CELL_STAKE_AFTER, text->stake_after);
    put_text(row, SL_CELL_VOTES, text->votes);
    if (event->shares >= 0) put_number(row, SL_CELL_SHARES, event->shares);
    if (event->outstanding >= 0) put_number(row, SL_CELL_OUTSTANDING, event->outstanding);
    put_text(row, SL_CELL_RATIO, text->ratio);
    put_text(row, SL_CELL_CURRENCY, text->currency);
    put_money(row, SL_CELL_AMOUNT, &event->amount);
    put_money(row, SL_CELL_PRE_MONEY, &event->pre_money);
    put_money(row, SL_CELL_POST_MONEY, &event->post_money);
    put_money(row, SL_CELL_PRICE, &event->price);
    put_text(row, SL_CELL_ROUND, event->round);
    put_text(row, SL_CELL_INSTRUMENT, event->instrument);
    put_text(row, SL_CELL_DEAL, event->deal);
    put_text(row, SL_CELL_PART, event->part);
    put_text(row, SL_CELL_SOURCE, event->source);
    put_text(row, SL_CELL_ROLE, event->lead ? "lead" : NULL);
    put_text(row, SL_CELL_URL, event->url);
    put_text(row, SL_CELL_NOTE, event->note);
    put_text(row, SL_CELL_EXTRA, event->extra);
    if (event->line > 0) put_number(row, SL_CELL_LINE, event->line);
}

/* ---- bytes ---- */

/* Seven bits a byte, the lowest first; the sign in the lowest bit. */
static size_t write_number(unsigned char *out, int64_t number)
{
    uint64_t bits = ((uint64_t)number << 1) ^ (number < 0 ? UINT64_MAX : 0);
    size_t length = 0;
    while (bits >= 0x80) {
        out[length++] = (unsigned char)(bits | 0x80);
        bits >>= 7;
    }
    out[length++] = (unsigned char)bits;
    return length;
}

static const unsigned char *read_number(const unsigned char *at, int64_t *number)
{
    uint64_t bits = 0;
    for (int shift = 0;; shift += 7) {
        bits |= (uint64_t)(*at & 0x7f) << shift;
        if (*at++ < 0x80) break;
    }
    *number = (int64_t)(bits >> 1) ^ -(int64_t)(bits & 1);
    return at;
}

static unsigned next_cell(uint32_t *cells)
{
#if defined(__GNUC__)
    unsigned id = (unsigned)__builtin_ctz(*cells);
#else
    unsigned id = 0;
    while (!(*cells & BIT(id)))
        id++;
#endif
    *cells &= *cells - 1;
    return id;
}

/* What goes before the texts. */
static size_t encode_numbers(unsigned char *bytes, const struct sl_row *row, uint32_t cells)
{
    size_t length = write_number(bytes, row->cell[SL_CELL_SEQ].number);
    length += write_number(bytes + length,
                           row->present & BIT(SL_CELL_LINE) ? row->cell[SL_CELL_LINE].number : 0);
    for (int shift = 0; shift < 32; shift += 8)
        bytes[length++] = (unsigned char)(cells >> shift);
    for (uint32_t left = cells; left != 0;) {
        unsigned id = next_cell(&left);
        length += write_number(bytes + length, text_cells & BIT(id) ? (int64_t)row->cell[id].length
                                                                    : row->cell[id].number);
    }
    return length;
}

/* `ends`: how many NULs stand behind a text. */
static inline void encode(struct sl_buffer *out, const struct sl_row *row, size_t ends)
{
    const uint32_t cells = row->present & ~own_cells;
    size_t room = NUMBERS_SIZE;
    for (uint32_t left = cells & text_cells; left != 0;)
        room += row->cell[next_cell(&left)].length + ends;
    if (!sl_buffer_reserve(out, room)) return;
    char *at = out->data + out->length;
    at += encode_numbers((unsigned char *)at, row, cells);
    for (uint32_t left = cells & text_cells; left != 0;) {
        const unsigned id = next_cell(&left);
        const size_t length = row->cell[id].length;
        if (length > 0) memcpy(at, row->cell[id].text, length);
        memset(at + length, 0, ends);
        at += length + ends;
    }
    *at = '\0';
    out->length = (size_t)(at - out->data);
}

void sl_row_encode(struct sl_buffer *out, const struct sl_row *row)
{
    encode(out, row, 0);
}

void sl_row_encode_strings(struct sl_buffer *out, const struct sl_row *row)
{
    encode(out, row, 1);
}

bool sl_row_funds(const struct sl_row *row)
{
    const int64_t kind = row->cell[SL_CELL_KIND].number;
    return kind == SL_KIND_ROUND || kind == SL_KIND_DEBT || (row->present & BIT(SL_CELL_DEAL)) != 0;
}

void sl_row_leave_details(struct sl_row *row)
{
    row->present &= ~(BIT(SL_CELL_LINE) | BIT(SL_CELL_PRICE) | BIT(SL_CELL_URL) |
                      BIT(SL_CELL_NOTE) | BIT(SL_CELL_EXTRA));
}

const unsigned char *sl_row_value(const unsigned char *bytes)
{
    int64_t own;
    return read_number(read_number(bytes, &own), &own);
}

static inline void decode(struct sl_row *row, const unsigned char *bytes, size_t ends)
{
    int64_t line;
    const unsigned char *at = read_number(bytes, &row->cell[SL_CELL_SEQ].number);
    at = read_number(at, &line);
    const uint32_t cells =
        at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24;
    at += 4;
    row->present = cells | BIT(SL_CELL_SEQ);
    if (line > 0) put_number(row, SL_CELL_LINE, line);
    for (uint32_t left = cells; left != 0;)
        at = read_number(at, &row->cell[next_cell(&left)].number);
    for (uint32_t left = cells & text_cells; left != 0;) {
        unsigned id = next_cell(&left);
        row->cell[id].text = (const char *)at;
        row->cell[id].length = (size_t)row->cell[id].number;
        at += row->cell[id].length + ends;
    }
}

void sl_row_decode(struct sl_row *row, const unsigned char *bytes)
{
    decode(row, bytes, 0);
}

void sl_row_decode_strings(struct sl_row *row, const unsigned char *bytes)
{
    decode(row, bytes, 1);
}
