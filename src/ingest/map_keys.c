/* The keys of a map's file that are settings: one setter each, in a table. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/vector.h"
#include "ingest/map_read.h"
#include "model/amount.h"
#include "model/stake.h"

typedef bool setter(const struct sl_map_line *at, const char *value, struct sl_map_why *why);

static bool one_of(const char *value, const char *const *words, int *out, struct sl_map_why *why)
{
    char list[120] = "";
    for (int i = 0; words[i] != NULL; i++) {
        if (sl_text_same(value, words[i])) {
            *out = i;
            return true;
        }
        size_t used = strlen(list);
        snprintf(list + used, sizeof list - used, "%s%s",
                 i == 0                 ? ""
                 : words[i + 1] == NULL ? " or "
                                        : ", ",
                 words[i]);
    }
    return sl_map_wrong(why, "expected %s, found '%.40s'", list, value);
}

bool sl_map_read_number(const char *value, int least, int most, int *out, struct sl_map_why *why)
{
    char *end;
    errno = 0;
    long number = strtol(value, &end, 10);
    if (errno != 0 || end == value || *end != '\0' || number < least || number > most)
        return sl_map_wrong(why, "expected a number from %d to %d, found '%.40s'", least, most,
                            value);
    *out = (int)number;
    return true;
}

static bool read_byte(const char *value, unsigned char *out, struct sl_map_why *why)
{
    static const char *const words[] = {"comma", "semicolon", "tab", "pipe", "space", NULL};
    static const char bytes[] = ",;\t| ";
    for (int i = 0; words[i] != NULL; i++) {
        if (sl_text_same(value, words[i])) {
            *out = (unsigned char)bytes[i];
            return true;
        }
    }
    if (strlen(value) != 1 || (unsigned char)value[0] >= 0x80 || (unsigned char)value[0] < ' ')
        return sl_map_wrong(why, "expected comma, semicolon, tab, pipe or one character");
    *out = (unsigned char)value[0];
    return true;
}

static bool set_delimiter(const struct sl_map_line *at, const char *value, struct sl_map_why *why)
{
    return read_byte(value, &at->map->file.delimiter, why);
}

static bool set_quote(const struct sl_map_line *at, const char *value, struct sl_map_why *why)
{
    at->map->file.no_quote = sl_text_same(value, "none");
    if (value[0] == '\0') value = "\""; /* quote = """ */
    return at->map->file.no_quote || read_byte(value, &at->map->file.quote, why);
}

static bool set_encoding(const struct sl_map_line *at, const char *value, struct sl_map_why *why)
{
    struct sl_error err;
    struct sl_decoder *decoder = NULL;
    struct sl_map *map = at->map;
    map->file.encoding = sl_map_unquote(map, value);
    if (map->file.encoding == NULL) return sl_map_no_memory(why);
    if (sl_encoding_is_utf8(value)) return true;
    if (sl_decoder_new(&decoder, value, &err) != SL_OK) return sl_map_wrong(why, "%s", err.message);
    sl_decoder_free(decoder);
    return true;
}

static const char *const yes_no[] = {"no", "yes", NULL};

static bool set_header(const struct sl_map_line *at, const char *value, struct sl_map_why *why)
{
    int yes = 1;
    if (!one_of(value, yes_no, &yes, why)) return false;
    at->map->no_header = !yes;
    return true;
}

static bool set_columns(const struct sl_map_line *at, const char *value, struct sl_map_why *why)
{
    at->map->no_header = true;
    return sl_map_parse_list(at->map, &at->map->columns, value, false, why);
}

static bool set_skip(const struct sl_map_line *at, const char *value, struct sl_map_why *why)
{
    return sl_map_read_number(value, 0, 1000, &at->map->file.skip, why);
}

static bool set_skip_to(const struct sl_map_line *at, const char *value, struct sl_map_why *why)
{
    if (value[0] == '\0')
        return sl_map_wrong(why, "expected the name of the header's first column");
    at->map->file.skip_to = value;
    return true;
}

static bool set_comment(const struct sl_map_line *at, const char *value, struct sl_map_why *why)
{
    return read_byte(value, &at->map->file.comment, why);
}

static bool set_short_rows(const struct sl_map_line *at, const char *value, struct sl_map_why *why)
{
    static const char *const words[] = {"refuse", "fill", NULL};
    int fill = 0;
    if (!one_of(value, words, &fill, why)) return false;
    at->map->file.fill = fill;
    return true;
}

static bool set_clean(const struct sl_map_line *at, const char *value, struct sl_map_why *why)
{
    static const char *const words[] = {"escapes", "invisible", "quotes", "entities", NULL};
    struct sl_map_names names = {0};
    if (!sl_map_parse_list(at->map, &names, value, false, why)) return false;
    for (size_t i = 0; i < names.count; i++) {
        int which = 0;
        if (!one_of(names.items[i], words, &which, why)) return false;
        at->map->clean_escapes |= which == 0;
        at->map->clean_invisible |= which == 1;
        at->map->clean_quotes |= which == 2;
        at->map->clean_entities |= which == 3;
    }
    return true;
}

static bool set_formats(const struct sl_map_line *at, const char *value, struct sl_map_why *why)
{
    struct sl_map *map = at->map;
    struct sl_map_names names = {0};
    if (!sl_map_parse_list(map, &names, value, false, why)) return false;
    if (names.count > SL_MAP_FORMATS_MAX)
        return sl_map_wrong(why, "expected at most %d formats", SL_MAP_FORMATS_MAX);
    for (size_t i = 0; i < names.count; i++) {
        struct sl_date date;
        struct sl_error err;
        const struct sl_date_rules rules = {.format = names.items[i]};
        if (sl_date_parse(&date, "2000", &rules, &err) == SL_MISUSE)
            return sl_map_wrong(why, "%s", err.message);
        map->formats[map->format_count++] = names.items[i];
    }
    return true;
}

static bool set_fiscal(const struct sl_map_line *at, const char *value, struct sl_map_why *why)
{
    return sl_map_read_number(value, 1, 12, &at->map->fiscal_month, why);
}

static bool set_time(const struct sl_map_line *at, const char *value, struct sl_map_why *why)
{
    static const char *const words[] = {"refuse", "ignore", NULL};
    int ignore = 0;
    if (!one_of(value, words, &ignore, why)) return false;
    at->map->drop_time = ignore;
    return true;
}

static bool set_decimal(const struct sl_map_line *at, const char *value, struct sl_map_why *why)
{
    if (strcmp(value, ",") != 0 && strcmp(value, ".") != 0 && !sl_text_same(value, "comma") &&
        !sl_text_same(value, "point"))
        return sl_map_wrong(why, "expected '.' or ','");
    at->map->decimal = value[0] == ',' || sl_text_same(value, "comma") ? ',' : '.';
    return true;
}

static bool set_grouping(const struct sl_map_line *at, const char *value, struct sl_map_why *why)
{
    static const char *const words[] = {".",     ",",      "'",          "space", "point",
                                        "comma", "indian", "apostrophe", "none",  NULL};
    static const char bytes[] = ".,' .,,'";
    int which = 0;
    if (!one_of(value, words, &which, why)) return false;
    at->map->grouping_none = which == 8;
    at->map->grouping = which == 8 ? 0 : bytes[which];
    return true;
}

static bool set_parentheses(const struct sl_map_line *at, const char *value, struct sl_map_why *why)
{
    static const char *const words[] = {"refuse", "negative", NULL};
    int negative = 0;
    if (!one_of(value, words, &negative, why)) return false;
    at->map->parentheses = negative;
    return true;
}

static bool set_negative(const struct sl_map_line *at, const char *value, struct sl_map_why *why)
{
    static const char *const words[] = {"refuse", "reverse", NULL};
    int reverse = 0;
    if (!one_of(value, words, &reverse, why)) return false;
    at->map->reverse = reverse;
    return true;
}

static bool set_part_shares(const struct sl_map_line *at, const char *value, struct sl_map_why *why)
{
    static const char *const words[] = {"refuse", "drop", NULL};
    int drop = 0;
    if (!one_of(value, words, &drop, why)) return false;
    at->map->whole_shares = drop;
    return true;
}

static bool set_bare_stake(const struct sl_map_line *at, const char *value, struct sl_map_why *why)
{
    static const char *const words[] = {"percent", "fraction", NULL};
    int fraction = 0;
    if (!one_of(value, words, &fraction, why)) return false;
    at->map->fraction = fraction;
    return true;
}

static bool set_currency(const struct sl_map_line *at, const char *value, struct sl_map_why *why)
{
    if (strlen(value) != 3 || sl_currency_scale(value) < 0)
        return sl_map_wrong(why, "expected an ISO 4217 currency code, as in USD");
    for (size_t i = 0; i < 3; i++) {
        char c = value[i];
        at->map->currency[i] = c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
    }
    return true;
}

static bool set_headline(const struct sl_map_line *at, const char *value, struct sl_map_why *why)
{
    struct sl_map *map = at->map;
    struct sl_map_names names = {0};
    if (!sl_map_parse_list(map, &names, value, false, why)) return false;
    memset(map->whole, 0, sizeof map->whole);
    for (size_t i = 0; i < names.count; i++) {
        enum sl_column column = sl_map_find_column(names.items[i], why);
        if (column == SL_COLUMN_COUNT) return false;
        if (column <= SL_COLUMN_COUNTERPARTY || column == SL_COLUMN_DEAL)
            return sl_map_wrong(why, "%s is of every row, not of the headline alone",
                                names.items[i]);
        map->whole[column] = true;
    }
    return true;
}

static bool set_per(const struct sl_map_line *at, const char *value, struct sl_map_why *why)
{
    static const char *const words[] = {"row", "deal", NULL};
    int deal = 0;
    if (!one_of(value, words, &deal, why)) return false;
    at->map->once_a_deal = deal;
    return true;
}

static bool set_one_holder(const struct sl_map_line *at, const char *value, struct sl_map_why *why)
{
    static const char *const words[] = {"holder", "headline", NULL};
    int headline = 0;
    if (!one_of(value, words, &headline, why)) return false;
    at->map->headline_of_one = headline;
    return true;
}

static bool set_condition(const struct sl_map_line *at, struct sl_map_conditions *conditions,
                          const char *value, struct sl_map_why *why)
{
    if (!sl_vector_grow(&conditions->items, conditions->count, &conditions->capacity,
                        sizeof *conditions->items))
        return sl_map_no_memory(why);
    struct sl_map_condition *condition = &conditions->items[conditions->count++];
    *condition = (struct sl_map_condition){.line = at->number};
    return sl_map_parse_condition(at->map, condition, value, why);
}

static bool set_keep(const struct sl_map_line *at, const char *value, struct sl_map_why *why)
{
    return set_condition(at, &at->map->keep, value, why);
}

static bool set_drop(const struct sl_map_line *at, const char *value, struct sl_map_why *why)
{
    return set_condition(at, &at->map->drop, value, why);
}

static bool set_snapshot_by(const struct sl_map_line *at, const char *value, struct sl_map_why *why)
{
    static const char *const words[] = {"issuer", "holder", "file", NULL};
    int which = 0;
    if (!one_of(value, words, &which, why)) return false;
    at->map->snapshot = (enum sl_snapshot)(SL_SNAPSHOT_ISSUER + which);
    return true;
}

static bool set_threshold(const struct sl_map_line *at, const char *value, struct sl_map_why *why)
{
    char text[SL_STAKE_SIZE + 1], canonical[SL_STAKE_SIZE];
    struct sl_stake stake;
    struct sl_error err;
    snprintf(text, sizeof text, "<%.60s", value);
    if (value[0] < '0' || value[0] > '9' || sl_stake_parse(&stake, text, canonical, &err) != SL_OK)
        return sl_map_wrong(why, "expected a per cent, as in 5, found '%.40s'", value);
    at->map->threshold = sl_map_unquote(at->map, canonical);
    return at->map->threshold != NULL || sl_map_no_memory(why);
}

static bool set_rates_date(const struct sl_map_line *at, const char *value, struct sl_map_why *why)
{
    if (value[0] == '\0') return sl_map_wrong(why, "expected the name of the column of dates");
    at->map->rates_date = value;
    return true;
}

static bool set_recognise(const struct sl_map_line *at, const char *value, struct sl_map_why *why)
{
    struct sl_map *map = at->map;
    return sl_map_parse_lists(map, &map->recognise, value, why);
}

static const struct key {
    const char *section, *name;
    setter *set;
    bool many; /* may be given several times */
} keys[] = {
    {"file", "delimiter", set_delimiter, false},
    {"file", "quote", set_quote, false},
    {"file", "encoding", set_encoding, false},
    {"file", "header", set_header, false},
    {"file", "columns", set_columns, true},
    {"file", "skip", set_skip, false},
    {"file", "skip-to", set_skip_to, false},
    {"file", "comment", set_comment, false},
    {"file", "short-rows", set_short_rows, false},
    {"file", "clean", set_clean, false},
    {"dates", "formats", set_formats, false},
    {"dates", "fiscal-year-start", set_fiscal, false},
    {"dates", "time", set_time, false},
    {"numbers", "decimal", set_decimal, false},
    {"numbers", "grouping", set_grouping, false},
    {"numbers", "parentheses", set_parentheses, false},
    {"numbers", "negative", set_negative, false},
    {"numbers", "bare-stake", set_bare_stake, false},
    {"numbers", "parts-of-shares", set_part_shares, false},
    {"numbers", "currency", set_currency, false},
    {"headline", "columns", set_headline, false},
    {"headline", "per", set_per, false},
    {"headline", "one-holder", set_one_holder, false},
    {"rows", "keep", set_keep, true},
    {"rows", "drop", set_drop, true},
    {"snapshot", "by", set_snapshot_by, false},
    {"snapshot", "threshold", set_threshold, false},
    {"rates", "date", set_rates_date, false},
    {"recognise", "header", set_recognise, true},
};
enum { KEY_COUNT = sizeof keys / sizeof keys[0] };

bool sl_map_key_may_repeat(const char *section, const char *name)
{
    for (size_t i = 0; i < KEY_COUNT; i++) {
        if (sl_text_same(section, keys[i].section) && sl_text_same(name, keys[i].name))
            return keys[i].many;
    }
    return false;
}

bool sl_map_unknown_key(const char *section, const char *name, struct sl_map_why *why)
{
    const char *nearest = NULL;
    size_t least = SIZE_MAX;
    for (size_t i = 0; i < KEY_COUNT; i++) {
        if (!sl_text_same(keys[i].section, section)) continue;
        size_t distance = sl_text_distance(name, keys[i].name, 64);
        if (distance >= least) continue;
        least = distance;
        nearest = keys[i].name;
    }
    if (nearest != NULL)
        return sl_map_wrong(why, "[%.30s] has no key '%.40s' (the nearest is '%s')", section, name,
                            nearest);
    static const char *const sections[] = {"file",    "dates",    "numbers",   "columns",
                                           "values.", "split",    "headline",  "rows",
                                           "event.1", "snapshot", "recognise", "rates"};
    for (size_t i = 0; i < sizeof sections / sizeof sections[0]; i++) {
        size_t distance = sl_text_distance(section, sections[i], 64);
        if (distance >= least) continue;
        least = distance;
        nearest = sections[i];
    }
    if (section[0] == '\0') return sl_map_wrong(why, "expected a [section] before the first key");
    return sl_map_wrong(why, "there is no section [%.40s] (the nearest is [%s])", section, nearest);
}

bool sl_map_set_key(const struct sl_map_line *at, const char *section, const char *name,
                    const char *value, bool *known, struct sl_map_why *why)
{
    for (size_t i = 0; i < KEY_COUNT; i++) {
        if (!sl_text_same(section, keys[i].section) || !sl_text_same(name, keys[i].name)) continue;
        *known = true;
        char *plain = keys[i].many || keys[i].set == set_formats || keys[i].set == set_headline
                          ? sl_arena_copy(&at->map->memory, value, strlen(value))
                          : sl_map_unquote(at->map, value);
        if (plain == NULL) return sl_map_no_memory(why);
        return keys[i].set(at, plain, why);
    }
    return true;
}
