/* Reports: everything about one entity on one self-contained HTML page, or a page for each. */
#ifndef STAKELINE_REPORT_H
#define STAKELINE_REPORT_H

#include <stakeline/query.h>

#ifdef __cplusplus
extern "C" {
#endif

struct sl_report_options {
    struct sl_view view;
    const char *dates; /* cap tables on these days as well, "2010,2023-11-07"; NULL: on those on
                          which it changed */
    int32_t today;     /* what is completed or known later is among the findings */
    bool no_charts;
    /* Told what the pages lack, as when gnuplot is missing, a sentence each; NULL allowed. */
    void (*on_note)(void *context, const char *message);
    void *context;
};

/* Writes the page, whole or not at all ("-" or NULL: standard output). It needs no network and no
 * script to be read; charts are drawn by gnuplot and left out, with a note, where that is missing.
 * SL_NOTHING when no entity has the name, SL_MISUSE when `dates` are none. */
SL_API enum sl_status sl_report_write(struct sl_book *book, const char *entity,
                                      const struct sl_report_options *options, const char *path,
                                      struct sl_error *err);

/* Writes a page for every entity, linked with each other, and index.html, which lists them, into a
 * folder that is made where it is missing. File names stay the same as long as the names do. A file
 * of one of these names that is no such page is an error, found before anything is written.
 * `*pages` (NULL allowed) is how many were written. */
SL_API enum sl_status sl_report_write_all(struct sl_book *book,
                                          const struct sl_report_options *options,
                                          const char *folder, int64_t *pages, struct sl_error *err);

#ifdef __cplusplus
}
#endif

#endif
