/* A diagram of boxes and arrows, laid out in rows: who holds stands above what is held. Those who
 * hold each other in a circle share a few rows. Arrows run upright and level, through the gaps
 * between the rows, never through a box; labels stand on them where nothing else does. The same
 * boxes and arrows always come to stand in the same places. */
#ifndef EXPORT_DIAGRAM_H
#define EXPORT_DIAGRAM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <stakeline/status.h>

struct sl_box {
    double wide, high; /* what its text takes; it may come out wider */
    double beside;     /* room kept free at one of its sides, */
    bool beside_left;  /* out: that */
    double x, y;       /* out: its middle */
    uint32_t row;      /* out: from the top */
    double column;     /* out: where in its row it would like to be, 0 to 1 */
};

struct sl_spot {
    double x, y;
};

/* Boxes given earlier stand further left where nothing else decides. No arrow leads from a box to
 * itself. */
struct sl_arrow {
    uint32_t from, to;
    double weight;                 /* 0 to 1: heavy ones rather lead down */
    bool yields;                   /* leads up where it would close a circle */
    double label_wide, label_high; /* of the label on an upright run, */
    double flat_wide, flat_high;   /* and between two boxes of a row */
    struct sl_spot label;          /* out: its middle */
    bool mutual;                   /* out: another leads back */
    bool flat;                     /* out: straight to the neighbour in its row */
    size_t first, count;           /* out: its corners, from the holder's box to the other's */
};

struct sl_diagram {
    struct sl_box *boxes;
    size_t box_count;
    struct sl_arrow *arrows;
    size_t arrow_count;
    uint32_t focus; /* the box that the rows are counted from */
    double room;    /* pixels from left to right */
    double row_gap; /* more room between rows than arrows need */
    /* out */
    struct sl_spot *corners;
    size_t corner_count, corner_capacity;
    double wide, high; /* what it takes, from 0 on */
    uint32_t row_count;
    bool overfull; /* row `full_row` takes more than the room: nothing was placed */
    uint32_t full_row;
};

enum { SL_ARROW_HEAD = 11 }; /* pixels */

/* Frees nothing that the caller gave; pass to sl_diagram_release in any case. */
enum sl_status sl_diagram_lay(struct sl_diagram *diagram, struct sl_error *err);
void sl_diagram_release(struct sl_diagram *diagram);

#endif
