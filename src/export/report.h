/* One report: what is asked of the book, kept until the page is written. */
#ifndef EXPORT_REPORT_H
#define EXPORT_REPORT_H

#include <stakeline/chart.h>
#include <stakeline/claims.h>
#include <stakeline/report.h>

#include "export/html_table.h"
#include "export/name_table.h"
#include "export/svg.h"

/* The pages of a folder: which name has which file. */
struct sl_report_site {
    struct sl_names names; /* display names */
    const char **files;    /* one a name */
    struct sl_arena memory;
};

enum sl_report_chart {
    SL_REPORT_STAKES,
    SL_REPORT_OWNERSHIP,
    SL_REPORT_PORTFOLIO,
    SL_REPORT_ROUNDS,
    SL_REPORT_DEALS,
    SL_REPORT_THRESHOLDS,
    SL_REPORT_NETWORK,
    SL_REPORT_CONTROL,
    SL_REPORT_CHARTS
};

enum { SL_REPORT_SOURCES = 2000 }; /* that have a place on the page */

/* The tables of a page. */
enum sl_report_table {
    SL_TABLE_HOLDERS,
    SL_TABLE_OWNERS,       /* through others */
    SL_TABLE_OWNER_CHAINS, /* how */
    SL_TABLE_CONTROL,
    SL_TABLE_HOLDINGS,
    SL_TABLE_OWNED, /* through others */
    SL_TABLE_TIMELINE,
    SL_TABLE_OWN_TIMELINE, /* as a holder */
    SL_TABLE_ROUNDS,
    SL_TABLE_DEALS,
    SL_TABLE_CROSSINGS,
    SL_TABLE_FINDINGS,
    SL_REPORT_TABLES
};

/* Someone and a number, for a sentence. */
struct sl_report_share {
    const char *name;
    double percent, votes; /* NaN: not known */
};

struct sl_report_shares {
    struct sl_report_share *items;
    size_t count, capacity;
};

/* What moved one holder's stake: an event, or several that moved the capital alone. */
struct sl_report_move {
    struct sl_date date, last; /* of the first and the last event */
    const char *holder, *class_, *kind;
    int64_t arrival; /* of the first event */
    double from, to; /* `from` is NaN where it was not known */
    size_t order;
};

struct sl_report_moves {
    struct sl_report_move *items;
    size_t count, capacity;
    struct sl_names holders; /* with their class */
    size_t *last;            /* move of each of these; SL_NO_MOVE: none */
    size_t last_count, last_capacity;
};

#define SL_NO_MOVE SIZE_MAX

struct sl_report {
    struct sl_book *book;
    const struct sl_report_options *options;
    const struct sl_report_site *site; /* NULL: a page on its own */
    struct sl_view view;
    const char *entity; /* display name */
    struct sl_arena memory;
    struct sl_html_links links;

    struct sl_entity_words {
        const char *aliases, *identifiers, *former;
    } words;
    struct sl_html_table tables[SL_REPORT_TABLES];
    struct sl_claim_row *claims;
    size_t claim_count, claim_capacity;
    struct sl_names sources; /* their texts as shown, in the order of the claims */

    struct sl_report_shares holders, owners, holdings, controllers, controlled;
    double undisclosed; /* NaN: nothing is known of a rest */
    size_t deals, pending, rounds, open_rounds;
    struct sl_buffer raised; /* "USD 12,000,000 in 1 round" */
    int64_t errors, warnings, infos;
    struct sl_report_moves moves;
    int32_t *days; /* on which the cap table changed, rising */
    size_t day_count, day_capacity;

    struct sl_buffer charts[SL_REPORT_CHARTS]; /* SVG as gnuplot wrote it; empty: none */
    const char *chart_trouble;                 /* why there are none; NULL: no trouble */
    struct sl_svg_colours colours;
    int chart_count;

    struct sl_buffer nav, body;
};

/* report_facts.c, report_claims.c: asks the book everything. */
enum sl_status sl_report_collect(struct sl_report *report, struct sl_error *err);
enum sl_status sl_report_collect_claims(struct sl_report *report, struct sl_error *err);

/* report_charts.c: draws what there is to draw, in one run of gnuplot. Where that is missing or
 * fails, chart_trouble says so. */
enum sl_status sl_report_draw(struct sl_report *report, struct sl_error *err);
void sl_report_add_chart(struct sl_report *report, enum sl_report_chart chart);

/* report_moves.c: a step of the timeline that led to a known stake, and the largest of them told.
 */
enum sl_status sl_report_take_move(struct sl_report *report, const struct sl_timeline_row *row,
                                   struct sl_error *err);
void sl_report_tell_moves(struct sl_report *report);
void sl_report_moves_release(struct sl_report_moves *moves);

/* The sections, each to report->body with its entry in report->nav. */
void sl_report_summary(struct sl_report *report); /* report_summary.c */
enum sl_status sl_report_owners(struct sl_report *report,
                                struct sl_error *err); /* report_owners.c */
void sl_report_holdings(struct sl_report *report);
void sl_report_story(struct sl_report *report); /* report_claims.c */
void sl_report_sources(struct sl_report *report);
void sl_report_rest(struct sl_report *report); /* report_rest.c */

/* Begins a section (and ends the one before). */
void sl_report_section(struct sl_report *report, const char *id, const char *title);
void sl_report_paragraph(struct sl_report *report, const char *text);
/* Adds a table that has rows; false, and nothing, for one that has none. */
bool sl_report_add_table(struct sl_report *report, enum sl_report_table table, const char *caption,
                         bool newest);
/* Adds a name, as a link where it has a page. */
void sl_report_name(struct sl_report *report, const char *name);
/* Adds "43.4 %", "an unknown part". */
void sl_report_percent(struct sl_buffer *out, double percent);

/* report_all.c: the file of an entity's page, "nissan-1a2b3c4d.html", in `out`. */
enum { SL_REPORT_FILE_SIZE = 64 };
enum sl_status sl_report_file_name(char out[SL_REPORT_FILE_SIZE], const char *name,
                                   struct sl_error *err);

/* report.c: the whole page, or what stands around the content of one. */
enum sl_status sl_report_page(struct sl_buffer *out, struct sl_book *book, const char *entity,
                              const struct sl_report_options *options,
                              const struct sl_report_site *site, struct sl_error *err);
void sl_report_begin_page(struct sl_buffer *out, const char *title,
                          const struct sl_svg_colours *colours);
void sl_report_end_page(struct sl_buffer *out);
/* Is this the beginning of a page that a report wrote? */
extern const char sl_report_mark[];

#endif
