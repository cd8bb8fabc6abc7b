/* The state of a map that is applied to rows, shared by the two files that apply it: map_row.c
 * makes an event's cells, map_parts.c divides them among several holders. */
#ifndef INGEST_MAP_WALK_H
#define INGEST_MAP_WALK_H

#include "ingest/map.h"
#include "store/name_table.h"

struct sl_date_cache {
    char text[32], iso[SL_DATE_SIZE];
};

/* What a deal's first row said on its headline, and where it stands; without a file it stands
 * nowhere, as the row was rejected. */
struct sl_map_headline {
    uint64_t hash;
    const char *file;
    int64_t line;
};

struct sl_map_walk {
    struct sl_map *map;
    struct sl_problems *problems;
    struct sl_row *row;
    struct sl_row_cell *cells, *handed; /* of the event; of the row that is handed out */
    struct sl_buffer *built;            /* a cell's text, where it is not the file's own */
    struct sl_arena made;               /* of the row: texts that [values] made */
    struct sl_date_cache dates[2];
    char empty[1];

    size_t event; /* that comes next */
    const struct sl_map_event *current;
    size_t part, part_count; /* of the current event's holders: next, and how many */
    struct sl_row_cell *parts;
    size_t part_capacity;
    struct sl_buffer part_text;
    bool split, made_any;
    struct sl_map_values *holder_values; /* NULL: there are none */

    struct sl_name_table deals; /* to indices of headlines, plus one */
    struct sl_arena deal_memory;
    struct sl_map_headline *headlines;
    size_t headline_count, headline_capacity;
    size_t *claims; /* the headlines that come with the row at hand */
    size_t claim_count, claim_capacity;
};

/* Plans what the event that was made is handed out as: itself, or a headline and its holders. */
enum sl_status sl_map_plan_parts(struct sl_map_walk *walk, struct sl_error *err);
bool sl_map_has_next_part(const struct sl_map_walk *walk);
/* Puts the next part into walk->handed. */
void sl_map_hand_part(struct sl_map_walk *walk);
/* Makes of the cell what [values] says. false when memory is out. */
bool sl_map_translate(struct sl_map_walk *walk, struct sl_map_values *values,
                      struct sl_row_cell *cell);

#endif
