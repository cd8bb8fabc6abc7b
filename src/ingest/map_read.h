/* The reading of a map's file into struct sl_map. */
#ifndef INGEST_MAP_READ_H
#define INGEST_MAP_READ_H

#include "ingest/decode.h"
#include "ingest/map.h"

/* Fills a map that has its path. SL_INVALID names file, line and reason. */
enum sl_status sl_map_read(struct sl_map *map, struct sl_error *err);

/* map_open.c: reads, checks and lays out the map in this file. */
enum sl_status sl_map_open_path(struct sl_map **out, const char *path, struct sl_error *err);

/* The line that is being read. */
struct sl_map_line {
    struct sl_map *map;
    int number;
};

/* Each takes a key and its value, where it is one of theirs (*known); false: `why`. */

/* map_keys.c: settings. */
bool sl_map_set_key(const struct sl_map_line *at, const char *section, const char *name,
                    const char *value, bool *known, struct sl_map_why *why);
bool sl_map_key_may_repeat(const char *section, const char *name);
/* Always false, with the nearest in `why`. */
bool sl_map_unknown_key(const char *section, const char *name, struct sl_map_why *why);
bool sl_map_read_number(const char *value, int least, int most, int *out, struct sl_map_why *why);

/* map_sections.c: sections whose keys are columns of an event, or values. */
bool sl_map_set_column(const struct sl_map_line *at, const char *section, const char *name,
                       const char *value, bool *known, struct sl_map_why *why);
/* The column of a name; SL_COLUMN_COUNT, with the nearest in `why`, when there is none. */
enum sl_column sl_map_find_column(const char *name, struct sl_map_why *why);

#endif
