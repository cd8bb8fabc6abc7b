/* Charts: gnuplot scripts with their data inside, and the pictures that gnuplot draws from them. */
#ifndef STAKELINE_CHART_H
#define STAKELINE_CHART_H

#include <stakeline/changes.h>
#include <stakeline/query.h>
#include <stakeline/rates.h>

#ifdef __cplusplus
extern "C" {
#endif

enum sl_chart_kind {
    SL_CHART_STAKES,     /* a step line a holder of one issuer */
    SL_CHART_OWNERSHIP,  /* one issuer's capital, stacked to 100 % */
    SL_CHART_ROUNDS,     /* one issuer's rounds, a bar each, with the cumulative line */
    SL_CHART_PORTFOLIO,  /* a step line for each issuer that one holder has a stake in */
    SL_CHART_DEALS,      /* an entity's deals, a lane each from the first report to the end */
    SL_CHART_CHANGES,    /* points that the holders of an issuer won and lost from `from` to `to` */
    SL_CHART_THRESHOLDS, /* stakes in an issuer and the lines of a rule, each crossing marked */
    SL_CHART_COMPARE,    /* a step line for the stake that one holder has in each of some issuers */
    SL_CHART_FUNDING,    /* what an issuer (entity NULL: every one) raised in each year */
    SL_CHART_NETWORK,    /* who holds whom around an entity */
    SL_CHART_CONTROL     /* who controls an entity, from the ultimate owners down */
};

/* Looks: for white pages, for black ones, and for printers without colours. */
enum sl_theme { SL_THEME_LIGHT, SL_THEME_DARK, SL_THEME_PRINT };

struct sl_chart_options {
    struct sl_view view; /* `from` and `to` bound the time axis as well */
    int width, height;   /* pixels of SVG and PNG (PDF: at 96 a inch); 0: 960 by 600, or less
                            height where a few rows need no more */
    int top;             /* draw this many holders and add up the rest as "others"; 0: 8 */
    int depth; /* of SL_CHART_NETWORK, the steps away from the entity (0: 2); of SL_CHART_CONTROL,
                  those to owners without control (0: 3) */
    bool quarters, by_kind; /* of SL_CHART_FUNDING: periods, and parts of a bar: equity and debt,
                               not the labels of rounds */
    const struct sl_conversion *conversion; /* its amounts in one currency; NULL: as stated */
    const char *holder;                     /* of SL_CHART_COMPARE */
    const char *const *others;              /* and the issuers beside the entity */
    size_t other_count;
    enum sl_regime regime; /* of SL_CHART_THRESHOLDS, unless */
    const char *lines;     /* names them: "5,10,1/3" */
    const char *title;     /* NULL: made from the entity's name */
    bool annotate;         /* number the events that tell most, and say below what they are */
    enum sl_theme theme;
    const char *style_file; /* gnuplot commands that take the theme's place, from this file: they
                               are run as they stand; NULL: none */
    /* Told what the picture lacks, a sentence each; NULL allowed. */
    void (*on_note)(void *context, const char *message);
    void *context;
};

/* Draws what the entity is asked about into `path`, whose ending decides: .gp writes the script,
 * .svg, .png and .pdf run gnuplot on it. The file is put in place whole or not at all. SL_NOTHING
 * when there is nothing to draw, SL_FAILED when gnuplot is missing or fails. `options` may be
 * NULL. */
SL_API enum sl_status sl_chart_write(struct sl_book *book, enum sl_chart_kind kind,
                                     const char *entity, const struct sl_chart_options *options,
                                     const char *path, struct sl_error *err);

#ifdef __cplusplus
}
#endif

#endif
