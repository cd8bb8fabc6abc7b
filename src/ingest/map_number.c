/* Numbers as files have them, made into what the model's parsers take. What is ambiguous is left as
 * it is for them to refuse, or refused here. */
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "ingest/map.h"
#include "model/number.h"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Nothing in it that could need a change, where a point is the decimal mark. */
static bool is_plain(const struct sl_map *map, const char *text, size_t length, bool stake)
{
    const bool groups =
        !stake && !map->grouping_none && (map->grouping == 0 || map->grouping == ',');
    for (size_t i = 0; i < length; i++) {
        if (!is_digit(text[i]) && text[i] != '.' && !(groups && text[i] == ',')) return false;
    }
    return true;
}

/* What a spreadsheet or a data frame writes for nothing, beside the words of the model. */
static bool is_nothing(const char *text)
{
    static const char *const words[] = {
        "nil", "nan",  "none", "null", "na", "n.a.",         "n.d.",
        "--",  "nill", "#n/a", "tbd",  "?",  "confidential", "undisclosed amount"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (sl_text_same(text, words[i])) return true;
    }
    return sl_not_stated(text);
}

/* Adds the text with every blank a space, and none at its ends. */
static void add_spaced(struct sl_buffer *out, const char *text)
{
    const char *c = sl_skip_blanks(text);
    while (*c != '\0') {
        const char *behind = sl_skip_blanks(c);
        if (behind == c) {
            sl_buffer_add_byte(out, *c++);
            continue;
        }
        if (*behind != '\0') sl_buffer_add_byte(out, ' ');
        c = behind;
    }
}

static void drop_front(struct sl_buffer *text, size_t count)
{
    memmove(text->data, text->data + count, text->length - count + 1);
    text->length -= count;
    while (text->data[0] == ' ')
        memmove(text->data, text->data + 1, text->length--);
}

static void drop_back(struct sl_buffer *text, size_t count)
{
    text->length -= count;
    while (text->length > 0 && text->data[text->length - 1] == ' ')
        text->length--;
    text->data[text->length] = '\0';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Brackets around a number, before which a currency may stand: $(1,234). */
static void take_brackets(struct sl_buffer *text, struct sl_number_said *said)
{
    char *open = strchr(text->data, '(');
    if (open == NULL || text->length < 3 || text->data[text->length - 1] != ')' ||
        strcspn(text->data, "0123456789") < (size_t)(open - text->data))
        return;
    drop_back(text, 1);
    memmove(open, open + 1, strlen(open));
    text->length--;
    said->negative = true;
}

/* Words that make a number a rough one. */
static void take_words(struct sl_buffer *text, struct sl_number_said *said)
{
    static const struct {
        const char *word;
        const char *remark;
    } words[] = {{"approximately ", "about"}, {"approx. ", "about"},
                 {"approx ", "about"},        {"about ", "about"},
                 {"around ", "about"},        {"roughly ", "about"},
                 {"nearly ", "about"},        {"circa ", "about"},
                 {"ca. ", "about"},           {"~", "about"},
                 {"\u2248", "about"},         {"more than ", "at least"},
                 {"at least ", "at least"},   {"over ", "at least"},
                 {">", "at least"},           {"\u2265", "at least"}};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        const char *at = text->data;
        if (!sl_take(&at, words[i].word)) continue;
        drop_front(text, (size_t)(at - text->data));
        said->remark = words[i].remark;
        return;
    }
}

/* What stands behind a number: "/-" as behind rupees, and "+". */
static void take_back(struct sl_buffer *text, struct sl_number_said *said)
{
    size_t length = text->length;
    if (length > 2 && text->data[length - 2] == '/' &&
        (text->data[length - 1] == '-' || text->data[length - 1] == '=') &&
        is_digit(text->data[length - 3]))
        drop_back(text, 2);
    length = text->length;
    if (length > 1 && text->data[length - 1] == '+' &&
        (is_digit(text->data[length - 2]) || is_letter(text->data[length - 2]) ||
         text->data[length - 2] == '%')) {
        drop_back(text, 1);
        said->at_least = true;
    }
}

/* A sign at the front, before the number's first digit, or behind its last. */
static void take_sign(struct sl_buffer *text, struct sl_number_said *said)
{
    static const struct {
        const char *sign;
        bool negative;
    } signs[] = {{"-", true}, {"\u2212", true}, {"\u2013", true}, {"+", false}};
    const size_t digit = strcspn(text->data, "0123456789");
    for (size_t i = 0; i < sizeof signs / sizeof signs[0] && text->data[digit] != '\0'; i++) {
        const size_t length = strlen(signs[i].sign);
        char *at = text->data;
        if (strncmp(at, signs[i].sign, length) != 0)
            at = digit >= length ? text->data + digit - length : at;
        if (strncmp(at, signs[i].sign, length) != 0) continue;
        memmove(at, at + length, strlen(at + length) + 1);
        text->length -= length;
        drop_front(text, 0);
        said->negative = signs[i].negative;
        return;
    }
    if (text->length > 1 && text->data[text->length - 1] == '-' &&
        is_digit(text->data[text->length - 2])) {
        drop_back(text, 1);
        said->negative = true;
    }
}

/* What stands around a number. Of a stake the model itself knows rough words. */
static void take_signs(const struct sl_map *map, struct sl_buffer *text, bool stake,
                       struct sl_number_said *said)
{
    if (map->parentheses) take_brackets(text, said);
    take_back(text, said);
    if (!stake) take_words(text, said);
    if (said->at_least) said->remark = "at least";
    if (map->reverse) take_sign(text, said);
}

/* "US $" is written "US$" by those who read it. */
static void join_dollar(struct sl_buffer *text)
{
    char *found = strstr(text->data, "US $");
    if (found == NULL) return;
    memmove(found + 2, found + 3, strlen(found + 3) + 1);
    text->length--;
}

/* The number in the text: from its first digit (or the mark before it) on. */
static void find_number(const struct sl_map *map, const struct sl_buffer *text, size_t *start,
                        size_t *end)
{
    const char *c = text->data;
    size_t i = 0;
    while (c[i] != '\0' && !is_digit(c[i]))
        i++;
    *start = i;
    if (i > 0 && c[i - 1] == (map->decimal == ',' ? ',' : '.')) --*start;
    while (is_digit(c[i]) ||
           ((c[i] == '.' || c[i] == ',' || c[i] == '\'' || c[i] == ' ') && is_digit(c[i + 1])))
        i++;
    *end = i;
}

/* Its end, once the marks are those of the model. */
static void find_point_number(const struct sl_buffer *text, size_t start, size_t *end)
{
    *end = start + strspn(text->data + start, "0123456789.,");
}

/* Three digits behind a mark, and no more: no blank between two numbers. */
static bool is_group(const char *mark)
{
    return is_digit(mark[1]) && is_digit(mark[2]) && is_digit(mark[3]) && !is_digit(mark[4]);
}

/* Makes the marks of the number those of the model: commas between groups, a point before the
 * decimals. */
static const char *use_marks(const struct sl_map *map, struct sl_buffer *text, size_t start,
                             size_t end, bool stake)
{
    size_t points = 0, commas = 0;
    for (size_t i = start; i < end; i++) {
        points += text->data[i] == '.';
        commas += text->data[i] == ',';
    }
    /* a stake has no groups: whichever mark is there comes before the decimals */
    if (stake && points + commas == 1 && map->grouping == 0) {
        for (size_t i = start; i < end; i++) {
            if (text->data[i] == ',' && map->decimal == ',') text->data[i] = '.';
        }
        return NULL;
    }
    if (map->grouping_none && (map->decimal == ',' ? points : commas) > 0)
        return "expected a number without marks between groups of digits, as the map says";
    if (map->decimal == ',' && points > 0 && map->grouping == 0)
        return "is ambiguous: the map says that ',' comes before the decimals; 'grouping = .' in "
               "[numbers] would say what '.' is";
    if (commas > 1 && map->decimal == ',') return "expected one ',' before the decimals";
    for (size_t i = start; i < end; i++) {
        char *c = &text->data[i];
        if (*c == map->decimal)
            *c = '.';
        else if (!is_digit(*c) && map->grouping != 0 && *c == map->grouping)
            *c = ',';
        else if ((*c == ' ' || *c == '\'') && map->grouping == 0 && !map->grouping_none &&
                 is_group(c))
            *c = ',';
        else if (!is_digit(*c) && !(*c == ',' && map->grouping == 0))
            return "expected the marks between digits that the map names in [numbers]";
    }
    return NULL;
}

/* Moves the point of the number by `shift` places to the right; a negative shift, to the left. */
static const char *move_point(struct sl_buffer *text, size_t start, size_t end, int shift)
{
    char digits[128];
    size_t count = 0, zeros = 0;
    int decimals = -shift;
    bool point = false;
    for (size_t i = start; i < end; i++) {
        char c = text->data[i];
        if (c == '.') point = true;
        if (!is_digit(c)) continue;
        if (count == sizeof digits) return "expected a shorter number";
        digits[count++] = c;
        decimals += point;
    }
    struct sl_buffer out = {0};
    size_t whole = decimals >= (int)count ? 0 : count - (size_t)(decimals > 0 ? decimals : 0);
    if (decimals > (int)count) zeros = (size_t)decimals - count;
    size_t first = 0;
    while (first + 1 < whole && digits[first] == '0')
        first++;
    sl_buffer_add(&out, text->data, start);
    if (whole == 0) sl_buffer_add_byte(&out, '0');
    sl_buffer_add(&out, digits + first, whole - first);
    for (; decimals < 0; decimals++)
        sl_buffer_add_byte(&out, '0');
    if (count > whole) sl_buffer_add_byte(&out, '.');
    for (; zeros > 0; zeros--)
        sl_buffer_add_byte(&out, '0');
    sl_buffer_add(&out, digits + whole, count - whole);
    sl_buffer_add_text(&out, text->data + end);
    sl_buffer_release(text);
    *text = out;
    return NULL;
}

/* 1e+06, as data frames write numbers: takes the exponent out, and says what it was. */
static bool take_exponent(struct sl_buffer *text, size_t end, int *exponent)
{
    const char *c = text->data + end;
    int power = 0;
    if (*c != 'e' && *c != 'E') return false;
    bool negative = *++c == '-';
    if (*c == '-' || *c == '+') c++;
    if (!is_digit(*c)) return false;
    for (; is_digit(*c) && power < 100; c++)
        power = power * 10 + (*c - '0');
    if (*c != '\0' && *c != ' ' && *c != '%') return false;
    if (power > 40) return false;
    size_t behind = (size_t)(c - text->data);
    memmove(text->data + end, c, text->length - behind + 1);
    text->length -= behind - end;
    *exponent = negative ? -power : power;
    return true;
}

/* A fraction of 1 without a sign for per cent or a word: 0.125 is 12.5. */
static const char *use_fraction(struct sl_buffer *text, size_t start, size_t end)
{
    if (strpbrk(text->data, "%/") != NULL || strstr(text->data, "per") != NULL) return NULL;
    if (text->data[start] != '0' && text->data[start] != '.') {
        if (text->data[start] != '1' || strspn(text->data + start + 1, ".0") != end - start - 1)
            return "expected a fraction of 1, as the map says";
    }
    return move_point(text, start, end, 2);
}

const char *sl_map_number(const struct sl_map *map, const struct sl_map_rule *rule,
                          const char *text, size_t length, struct sl_buffer *out,
                          struct sl_number_said *said)
{
    const bool stake = sl_cell_class(rule->column.column) == SL_CLASS_STAKE;
    int shift = map->shifts[rule->column.column], exponent = 0;
    sl_buffer_clear(out);
    if (map->decimal == '.' && shift == 0 && !(stake && map->fraction) &&
        is_plain(map, text, length, stake)) {
        sl_buffer_add(out, text, length);
        return NULL;
    }
    add_spaced(out, text);
    if (out->failed || out->length == 0) return NULL;
    if (is_nothing(out->data)) {
        sl_buffer_clear(out);
        sl_buffer_add(out, "", 0);
        return NULL;
    }
    take_signs(map, out, stake, said);
    join_dollar(out);
    size_t start, end;
    find_number(map, out, &start, &end);
    if (start >= end) return NULL; /* no number: the model says what it expects */
    const char *wrong = use_marks(map, out, start, end, stake);
    if (wrong == NULL && take_exponent(out, end, &exponent)) shift += exponent;
    if (wrong == NULL && shift != 0) wrong = move_point(out, start, end, shift);
    if (wrong == NULL && stake && map->fraction) {
        find_point_number(out, start, &end);
        wrong = use_fraction(out, start, end);
    }
    if (wrong == NULL && stake && said->at_least) {
        struct sl_buffer more = {0};
        sl_buffer_printf(&more, ">%s", out->data);
        sl_buffer_release(out);
        *out = more;
    }
    return wrong;
}
