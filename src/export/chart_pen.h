/* A line of the series drawn as points: the tracks that gnuplot joins up. */
#ifndef EXPORT_CHART_PEN_H
#define EXPORT_CHART_PEN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buffer.h"
#include "export/series.h"

/* Rows "day, per cent, date"; a blank line lifts the pen. A stake that is 0 or unknown has none. */
enum sl_track {
    SL_TRACK_LINE,    /* the stake, as traded */
    SL_TRACK_SOFT,    /* upright where only the capital moved; the middle of a range; and past the
                         last date that the log tells of */
    SL_TRACK_PENDING, /* deals that are not completed */
    SL_TRACK_BAND,    /* "day, low, high, date": a range */
    SL_TRACK_END,     /* where pending deals would lead */
    SL_TRACKS
};

/* The part of the plane that is drawn, and how fine it can be seen. */
struct sl_canvas {
    int32_t from, to;  /* the axis */
    int32_t until;     /* the log tells nothing of later days */
    double top;        /* per cent at the upper edge */
    double wide, high; /* pixels */
    int32_t stub;      /* days that the level after a pending deal is drawn for */
};

struct sl_pen {
    struct sl_buffer tracks[SL_TRACKS];
};

/* Can a difference of so many per cent be seen: as the height of a band, as an upright? */
bool sl_canvas_shows_band(const struct sl_canvas *canvas, double difference);
bool sl_canvas_shows_upright(const struct sl_canvas *canvas, double difference);

/* Draws the line; steps too close to be told apart are drawn as their extent. */
enum sl_status sl_pen_draw(struct sl_pen *pen, const struct sl_line *line,
                           const struct sl_canvas *canvas, struct sl_error *err);
void sl_pen_release(struct sl_pen *pen);

/* The steps of a line that make a picture of this width: all of them, or where more than four fall
 * on one pixel the first, the least, the largest and the last of those. Frees nothing; the caller
 * frees *out. */
enum sl_status sl_steps_thin(struct sl_level **out, size_t *count, const struct sl_line *line,
                             const struct sl_canvas *canvas, struct sl_error *err);

#endif
