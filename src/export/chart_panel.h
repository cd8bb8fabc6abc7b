/* The rounds of one currency, drawn as bars with their names, their amounts and their sums. */
#ifndef EXPORT_CHART_PANEL_H
#define EXPORT_CHART_PANEL_H

#include <stdbool.h>
#include <stddef.h>

#include "export/chart_label.h"
#include "export/chart_page.h"
#include "export/round_bars.h"

enum sl_round_kind { SL_EQUITY, SL_DEBT, SL_ROUND_KINDS };

enum {
    SL_PITCH_FLAT = 76, /* pixels from bar to bar that let names lie flat, */
    SL_PITCH_UP = 15,   /* and stand upright; below it only the years are named */
    SL_NAME_UP = 136,   /* pixels of an upright name, at least, */
    SL_NAME_UP_MAX = 250,
    SL_NAME_LINES = 3, /* of a flat one, at most */
    SL_PANEL_LINE = 16
};

/* How the bars are named, by what there is room for. */
enum sl_naming { SL_NAMES_FLAT, SL_NAMES_UP, SL_NAMES_YEARS };

/* One currency's rounds. */
struct sl_panel {
    const struct sl_round_bar **bars;
    size_t count;
    const char *currency; /* "": no amount is known */
    double x_low, x_high, pitch;
    enum sl_naming naming;
    size_t name_lines;     /* of flat names */
    double name_up;        /* pixels of upright ones, with their dates */
    double high, high_sum; /* the largest amount and sum */
    double top;            /* upper end of the value axis */
    bool apart;            /* the sums have a box of their own */
    size_t completed[SL_ROUND_KINDS];
    double total[SL_ROUND_KINDS];
    struct sl_buffer values[SL_ROUND_KINDS];
    struct sl_end_label labels[SL_ROUND_KINDS];
    size_t label_count;
};

enum sl_round_kind sl_round_kind_of(const struct sl_round_bar *bar);

/* The pixel of an amount on the value axis of the page's box. */
double sl_panel_y(const struct sl_page *page, const struct sl_panel *panel, double amount);

/* Names below the bars and amounts above them, as far as there is room. */
void sl_panel_label(struct sl_page *page, const struct sl_panel *panel);

/* The data and the plot command, of the sums, of the bars or of both; `number` tells the panel's
 * blocks from those of the others. */
void sl_panel_plot(struct sl_page *page, const struct sl_panel *panel, size_t number, bool sums,
                   bool bars);

#endif
