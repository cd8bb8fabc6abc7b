/* Dates in the order that the map declares; one that contradicts it says what would fit. */
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "ingest/map.h"
#include "model/calendar.h"
#include "model/number.h"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* The format with %d and %m changed for one another; false when it has not both. */
static bool swap_format(const char *format, char *out, size_t size)
{
    size_t length = strlen(format);
    if (length >= size || strstr(format, "%d") == NULL || strstr(format, "%m") == NULL)
        return false;
    memcpy(out, format, length + 1);
    for (char *c = out; *c != '\0'; c++) {
        if (*c != '%') continue;
        c++;
        if (*c == 'd' || *c == 'm') *c = *c == 'd' ? 'm' : 'd';
        if (*c == '\0') break;
    }
    return true;
}

const char *sl_map_without_time(const char *text, char *out, size_t size)
{
    const char *colon = strchr(text, ':');
    if (colon == NULL || colon - text < 8) return text;
    const char *end = colon;
    while (end > text && is_digit(end[-1]))
        end--;
    if (end == text || (end[-1] != ' ' && end[-1] != 'T')) return text;
    size_t length = (size_t)(end - 1 - text);
    while (length > 0 && (text[length - 1] == ' ' || text[length - 1] == ','))
        length--;
    if (length >= size) return text;
    memcpy(out, text, length);
    out[length] = '\0';
    return out;
}

/* Why none of the map's formats reads the text; `why` is what the last said. */
static enum sl_status no_format_fits(const struct sl_map *map, const char *text,
                                     const struct sl_error *why, struct sl_error *err)
{
    char list[160] = "", swapped[64];
    for (size_t i = 0; i < map->format_count; i++) {
        size_t used = strlen(list);
        snprintf(list + used, sizeof list - used, "%s%s", i == 0 ? "" : ", ", map->formats[i]);
    }
    for (size_t i = 0; i < map->format_count; i++) {
        struct sl_date date;
        if (!swap_format(map->formats[i], swapped, sizeof swapped)) continue;
        const struct sl_date_rules rules = {.fiscal_month = map->fiscal_month, .format = swapped};
        if (sl_date_parse(&date, text, &rules, NULL) == SL_OK)
            return sl_fail(err, SL_INVALID,
                           "\"%s\" does not fit %s, the order that the map declares; it would fit "
                           "%s",
                           sl_excerpt(text).text, list, swapped);
    }
    for (size_t i = 0; i < map->format_count; i++) {
        struct sl_date date;
        const struct sl_date_rules rules = {.fiscal_month = map->fiscal_month,
                                            .format = map->formats[i]};
        if (sl_date_has_form(text, &rules)) return sl_date_parse(&date, text, &rules, err);
    }
    if (map->format_count == 0) return sl_fail(err, SL_INVALID, "%s", why->message);
    return sl_fail(err, SL_INVALID, "\"%s\" does not fit %s, as the map declares dates",
                   sl_excerpt(text).text, list);
}

enum sl_status sl_map_date(const struct sl_map *map, const char *text, char out[SL_DATE_SIZE],
                           struct sl_error *err)
{
    char shorter[64];
    struct sl_date date;
    struct sl_error why = {0};
    struct sl_date_rules rules = {.fiscal_month = map->fiscal_month};
    if (map->drop_time) text = sl_map_without_time(text, shorter, sizeof shorter);
    size_t tries = map->format_count > 0 ? map->format_count : 1;
    for (size_t i = 0; i < tries; i++) {
        rules.format = map->format_count > 0 ? map->formats[i] : NULL;
        if (sl_date_parse(&date, text, &rules, &why) != SL_OK) continue;
        sl_date_format_exact(date, out);
        return SL_OK;
    }
    if (!map->drop_time && sl_map_without_time(text, shorter, sizeof shorter) != text)
        return sl_fail(err, SL_INVALID,
                       "\"%s\" has a time of day: 'time = ignore' in [dates] passes over it",
                       sl_excerpt(text).text);
    return no_format_fits(map, text, &why, err);
}
