/* A map in memory: rules that say what stands in each column of an event. It is read and checked
 * once (map_read.c), tied to the header of each file (map_bind.c), and then applied row by row
 * (map_row.c) without being looked at as text again. */
#ifndef INGEST_MAP_H
#define INGEST_MAP_H

#include <regex.h>
#include <stdbool.h>

#include <stakeline/map.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "ingest/columns.h"
#include "ingest/problems.h"
#include "ingest/row_reader.h"

enum {
    SL_MAP_FORMATS_MAX = 16,
    SL_MAP_EVENTS_MAX = 16,
    SL_MAP_TERMS_MAX = 16,
    SL_MAP_SPLITS_MAX = 16,
    SL_MAP_NAMES_MAX = 4
};

#define SL_MAP_NO_COLUMN SIZE_MAX

/* ---- what a rule is made of ---- */

enum sl_piece_kind {
    SL_PIECE_TEXT,
    SL_PIECE_CELL,
    SL_PIECE_FILE, /* the file's name, or the part of it that the pattern's first group takes */
    SL_PIECE_TOP,  /* likewise, of the first line above the header that the pattern fits */
    SL_PIECE_OPEN, /* of a part that is left out when a cell in it is blank */
    SL_PIECE_CLOSE
};

struct sl_map_piece {
    enum sl_piece_kind kind;
    const char *text; /* of TEXT; the column's name of CELL; what stands in the braces of others */
    regex_t *pattern;
    size_t column;     /* CELL: in the file that is bound */
    const char *value; /* FILE, TOP: likewise */
};

/* One of a rule's alternatives. */
struct sl_map_choice {
    struct sl_map_piece *pieces;
    size_t count;
    bool usable;   /* the bound file has all of its columns */
    bool constant; /* it is the same text for every file and row */
};

struct sl_map_value {
    const char *from; /* NULL: the pattern decides; "*": anything else */
    regex_t *pattern;
    const char *to; /* "": blank */
    size_t to_length;
    bool has_groups; /* `to` takes parts of the text: \1 is the first group of the pattern */
};

struct sl_map_values {
    struct sl_header_column column;
    struct sl_map_value *items;
    size_t count, capacity;
    int line;
    struct sl_buffer last; /* the text looked up last, as files repeat themselves */
    const struct sl_map_value *last_found;
};

/* What stands in one column of an event: the first alternative that is not blank. */
struct sl_map_rule {
    struct sl_header_column column;
    struct sl_map_choice *choices;
    size_t count;
    int line; /* in the map's file */
    struct sl_map_values *values;
    const char *title; /* for messages: the first column that the bound file has, or its own */
};

struct sl_map_term {
    const char *name;
    size_t column; /* in the bound file */
    const char **wanted;
    size_t count;
    regex_t *pattern;
    bool negated;
};

/* Terms that all hold. */
struct sl_map_condition {
    struct sl_map_term terms[SL_MAP_TERMS_MAX];
    size_t count;
    int line;
};

struct sl_map_rules {
    struct sl_map_rule *items;
    size_t count, capacity;
};

struct sl_map_event {
    struct sl_map_rules own;          /* on top of the common ones */
    struct sl_map_condition when;     /* count 0: always */
    const struct sl_map_rule **rules; /* a rule or NULL for each column of the map's header */
    const char *titles[SL_COLUMN_COUNT];
    int number, line;
};

enum sl_snapshot { SL_SNAPSHOT_NONE, SL_SNAPSHOT_ISSUER, SL_SNAPSHOT_HOLDER, SL_SNAPSHOT_FILE };

struct sl_map_conditions {
    struct sl_map_condition *items;
    size_t count, capacity;
};

struct sl_map_names {
    const char **items;
    size_t count, capacity;
};

struct sl_map_lists {
    struct sl_map_names *items;
    size_t count, capacity;
};

struct sl_map {
    struct sl_arena memory;
    const char *name, *path, *about;

    struct sl_row_options file;
    bool no_header;
    struct sl_map_names columns; /* where the file has no header */

    const char *formats[SL_MAP_FORMATS_MAX];
    size_t format_count;
    int fiscal_month;
    bool drop_time;

    char decimal, grouping; /* grouping 0: the default, commas where the decimal mark is a point */
    bool grouping_none, parentheses, fraction, reverse, whole_shares;
    char currency[4];
    int shifts[SL_COLUMN_COUNT]; /* numbers of the column are in units of ten to this power */
    bool clean_escapes, clean_entities, clean_invisible, clean_quotes;

    struct sl_map_rules common;
    struct sl_map_event *events[SL_MAP_EVENTS_MAX];
    size_t event_count;
    struct sl_map_values **values;
    size_t values_count, values_capacity;

    enum sl_column split; /* SL_COLUMN_COUNT: none */
    const char *separators[SL_MAP_SPLITS_MAX];
    size_t separator_count;
    bool whole[SL_COLUMN_COUNT];       /* columns of the whole deal: on the headline */
    bool once_a_deal, headline_of_one; /* a row with one holder has a headline, too */

    struct sl_map_conditions keep, drop;
    const char *rates_date; /* the file is of exchange rates, and this its column of dates */
    enum sl_snapshot snapshot;
    const char *threshold;         /* "<5", or "0" */
    struct sl_map_lists recognise; /* of each, one of the columns */

    struct sl_header header; /* the columns of the events that it makes */
    size_t place[SL_COLUMN_COUNT];
    regex_t **patterns; /* to be freed */
    size_t pattern_count, pattern_capacity;

    /* the bound file */
    const char *file_name, *top; /* `top`: the lines above its header */
    struct sl_arena bound;
    const char **file_columns;
    size_t file_column_count;
    size_t name_columns[SL_MAP_NAMES_MAX]; /* of the file, whose cells are names as they stand */
    size_t name_column_count;
};

/* ---- map_text.c: the small languages inside a map ---- */

/* Each returns NULL, or what is wrong (in `why`). */
struct sl_map_why {
    char text[160];
    bool no_memory; /* the map is not to blame */
};
bool sl_map_parse_rule(struct sl_map *map, struct sl_map_rule *rule, const char *text,
                       struct sl_map_why *why);
bool sl_map_parse_condition(struct sl_map *map, struct sl_map_condition *out, const char *text,
                            struct sl_map_why *why);
/* "a" "b" or a, b: `quoted` wants the former. */
bool sl_map_parse_list(struct sl_map *map, struct sl_map_names *out, const char *text, bool quoted,
                       struct sl_map_why *why);
/* a, b | c: lists of alternatives. */
bool sl_map_parse_lists(struct sl_map *map, struct sl_map_lists *out, const char *text,
                        struct sl_map_why *why);
bool sl_map_pattern(struct sl_map *map, regex_t **out, const char *text, size_t length,
                    struct sl_map_why *why);
bool sl_map_no_memory(struct sl_map_why *why);
bool sl_map_wrong(struct sl_map_why *why, const char *format, ...) SL_PRINTF(2, 3);
/* The text without the blanks at its ends, and without double quotes around it. */
char *sl_map_unquote(struct sl_map *map, const char *text);

/* ---- map_bind.c ---- */

/* Ties the map to a file: finds its columns in the header row (NULL: the map names them). The
 * reader has read the header, and no row where there is none. SL_INVALID after handing on each
 * column that is missing or there twice. */
enum sl_status sl_map_bind(struct sl_map *map, const char *path, struct sl_row_reader *reader,
                           const struct sl_row *header, struct sl_problems *problems,
                           struct sl_error *err);
/* Does the header row have all the columns by which the map is recognised? */
bool sl_map_knows(const struct sl_map *map, const struct sl_row *header);
/* Are the two the same column name? Case and the number of blanks do not matter. */
bool sl_map_same_name(const char *a, const char *b);

/* ---- map_row.c ---- */

struct sl_map_walk;

/* Applies a bound map to rows. Frees with sl_map_walk_free. */
enum sl_status sl_map_walk_new(struct sl_map_walk **out, struct sl_map *map,
                               struct sl_problems *problems, struct sl_error *err);
void sl_map_walk_free(struct sl_map_walk *walk);
/* Takes a row, also again. SL_NOTHING: a condition of the map drops it. */
enum sl_status sl_map_walk_row(struct sl_map_walk *walk, struct sl_row *row, struct sl_error *err);
/* The next event of the row: its cells in the order of map->header, and for messages the source's
 * name of each event column. SL_NOTHING at the end; SL_INVALID after handing on what is wrong. */
enum sl_status sl_map_walk_next(struct sl_map_walk *walk, struct sl_row *out,
                                const char *const **titles, struct sl_error *err);
/* The row is left out: what it said of its deal does not count. */
void sl_map_walk_reject(struct sl_map_walk *walk);
/* For `map try`: the event that was handed out last (NULL: a headline's). */
const struct sl_map_event *sl_map_walk_event(const struct sl_map_walk *walk);

/* ---- map_cell.c, map_number.c, map_date.c ---- */

enum sl_cell_class { SL_CLASS_TEXT, SL_CLASS_DATE, SL_CLASS_STAKE, SL_CLASS_COUNT, SL_CLASS_MONEY };
enum sl_cell_class sl_cell_class(enum sl_column column);

struct sl_number_said {
    bool negative, at_least;
    const char *remark; /* "at least", "about"; NULL: it is meant as it is written */
};
/* A number as the model's parsers take it, into `out`, or "" for not stated. NULL, or what was
 * expected. */
const char *sl_map_number(const struct sl_map *map, const struct sl_map_rule *rule,
                          const char *text, size_t length, struct sl_buffer *out,
                          struct sl_number_said *said);
/* A date in ISO form. SL_INVALID with a message that says what would fit. */
enum sl_status sl_map_date(const struct sl_map *map, const char *text, char out[SL_DATE_SIZE],
                           struct sl_error *err);
/* The text up to a time of day (in `out`), or all of it. */
const char *sl_map_without_time(const char *text, char *out, size_t size);
/* Takes the junk out of a cell, in place. */
bool sl_map_clean(const struct sl_map *map, struct sl_row_cell *cell);

/* ---- rates.c ---- */

/* sl_map_try for a map of exchange rates. */
enum sl_status sl_rates_try(struct sl_map *map, const char *path, int64_t rows, struct sl_sink sink,
                            struct sl_error *err);

#endif
