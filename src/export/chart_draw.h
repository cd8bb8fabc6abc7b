/* The charts: each writes one whole script to the page, from rows that were collected for it. */
#ifndef EXPORT_CHART_DRAW_H
#define EXPORT_CHART_DRAW_H

#include <stakeline/chart.h>

#include "export/chart_around.h"
#include "export/chart_changes.h"
#include "export/chart_crossings.h"
#include "export/chart_page.h"
#include "export/deal_lanes.h"
#include "export/fund_totals.h"
#include "export/round_bars.h"
#include "export/series.h"

/* Asks the book what the chart shows, and draws it. */
enum sl_status sl_draw_kind(struct sl_page *page, struct sl_book *book, enum sl_chart_kind kind,
                            const char *entity, const struct sl_chart_options *options,
                            struct sl_error *err);

/* `options` are complete: a size, no NULL but the title. SL_NOTHING: nothing to draw. */
enum sl_status sl_draw_stakes(struct sl_page *page, struct sl_series *series,
                              const struct sl_chart_options *options, struct sl_error *err);
/* The same with the lines of a rule and who crossed them; NULL: none. */
enum sl_status sl_draw_thresholds(struct sl_page *page, struct sl_series *series,
                                  const struct sl_crossings *crossings,
                                  const struct sl_chart_options *options, struct sl_error *err);
enum sl_status sl_draw_ownership(struct sl_page *page, struct sl_series *series,
                                 const struct sl_chart_options *options, struct sl_error *err);

enum sl_status sl_draw_rounds(struct sl_page *page, struct sl_round_bars *list,
                              const struct sl_chart_options *options, struct sl_error *err);
enum sl_status sl_draw_deals(struct sl_page *page, const struct sl_lanes *lanes,
                             const struct sl_chart_options *options, struct sl_error *err);
enum sl_status sl_draw_changes(struct sl_page *page, const struct sl_falls *falls,
                               const struct sl_chart_options *options, struct sl_error *err);
enum sl_status sl_draw_funding(struct sl_page *page, struct sl_funds *funds,
                               const struct sl_chart_options *options, struct sl_error *err);
/* What the charts of a network and of control show, with the depth and number of the options. */
enum sl_status sl_ask_network(struct sl_around *out, struct sl_book *book, const char *entity,
                              const struct sl_chart_options *options, struct sl_error *err);
enum sl_status sl_ask_control(struct sl_around *out, struct sl_book *book, const char *entity,
                              const struct sl_chart_options *options, struct sl_error *err);
/* The chart of either; see chart_around.h. */
enum sl_status sl_draw_around(struct sl_page *page, const struct sl_around *around,
                              const struct sl_around_kind *kind,
                              const struct sl_chart_options *options, struct sl_error *err);

/* Adds the script that draws a chart as SVG to gnuplot's standard output. */
enum sl_status sl_chart_script(struct sl_buffer *out, struct sl_book *book, enum sl_chart_kind kind,
                               const char *entity, const struct sl_chart_options *options,
                               struct sl_error *err);

#endif
