/* Cells of a row, and what they say. */
#include <string.h>

#include "limit.h"

/* A quoted cell; leaves *at behind its closing quote. */
static struct cell quoted(char **at, char *end)
{
    char *start = ++*at, *to = start;
    while (*at < end) {
        if (**at == '"') {
            if (*at + 1 >= end || (*at)[1] != '"') break;
            ++*at;
        }
        *to++ = *(*at)++;
    }
    if (*at >= end) limit_fail("a quote is not closed");
    ++*at;
    return (struct cell){start, (uint32_t)(to - start)};
}

bool limit_row(char **at, char *end, struct cell cells[COLUMNS])
{
    char *p = *at;
    if (p >= end) return false;
    for (int i = 0; i < COLUMNS; i++) {
        if (*p == '"') {
            cells[i] = quoted(&p, end);
        } else {
            const char *start = p;
            while (p < end && *p != ',' && *p != '\n')
                p++;
            cells[i] = (struct cell){start, (uint32_t)(p - start)};
        }
        if (p >= end || *p++ != (i + 1 < COLUMNS ? ',' : '\n'))
            limit_fail("a row does not have %d cells", COLUMNS);
    }
    *at = p;
    return true;
}

static bool digits(const char *text, size_t count, int *out)
{
    *out = 0;
    for (size_t i = 0; i < count; i++) {
        if (text[i] < '0' || text[i] > '9') return false;
        *out = *out * 10 + (text[i] - '0');
    }
    return true;
}

bool limit_day(const char *text, size_t length, int64_t *out)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int year, month, day;
    if (length != 10 || text[4] != '-' || text[7] != '-' || !digits(text, 4, &year) ||
        !digits(text + 5, 2, &month) || !digits(text + 8, 2, &day) || month < 1 || month > 12 ||
        day < 1)
        return false;
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    if (day > days[month - 1] + (month == 2 && leap)) return false;
    const int y = year - (month <= 2), m = month <= 2 ? month + 9 : month - 3;
    *out = 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 1 - 719468;
    return true;
}

static uint32_t hash(struct cell name)
{
    uint64_t sum = 0xcbf29ce484222325u;
    for (uint32_t i = 0; i < name.length; i++)
        sum = (sum ^ (unsigned char)name.text[i]) * 0x100000001b3u;
    return (uint32_t)(sum ^ (sum >> 32));
}

static uint32_t *slot_of(const struct names *names, struct cell name)
{
    uint32_t at = hash(name) & (names->size - 1);
    while (names->table[at] != 0) {
        const struct cell *other = &names->items[names->table[at] - 1];
        if (other->length == name.length && memcmp(other->text, name.text, name.length) == 0) break;
        at = (at + 1) & (names->size - 1);
    }
    return &names->table[at];
}

static void grow(struct names *names)
{
    names->size = names->size == 0 ? 1024 : names->size * 2;
    names->table = limit_room(names->table, names->size * sizeof *names->table);
    memset(names->table, 0, names->size * sizeof *names->table);
    names->items = limit_room(names->items, names->size / 2 * sizeof *names->items);
    for (uint32_t i = 0; i < names->count; i++)
        *slot_of(names, names->items[i]) = i + 1;
}

uint32_t limit_name(struct names *names, struct cell name)
{
    if (name.length == 0) return 0;
    if (names->count * 2 >= names->size) grow(names);
    uint32_t *slot = slot_of(names, name);
    if (*slot == 0) {
        names->items[names->count++] = name;
        *slot = names->count;
    }
    return *slot;
}
