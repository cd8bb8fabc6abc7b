/* From a question to rows on the page: the options that questions share, and the walk. */
#ifndef CLI_ANSWER_H
#define CLI_ANSWER_H

#include <stdbool.h>

#include <stakeline/book.h>
#include <stakeline/output.h>
#include <stakeline/query.h>

#include "cli/command.h"

/* ---- which part of the log counts ---- */

struct view_options {
    struct sl_date from, to, known_by;
    int pro_forma; /* OPTION_CHOICE of pending_stages */
};

extern const char *const pending_stages[];

/* --from means the first day of its period, the others the last. */
struct sl_view view_of(const struct view_options *options);

#define FROM_OPTION(view)                                                            \
    {                                                                                \
        .name = "from", .kind = OPTION_DATE, .store = &(view).from, .value = "DATE", \
        .help = "leave out the rows before it; what they did still counts"           \
    }
#define TO_OPTION(view)                                                          \
    {                                                                            \
        .name = "to", .kind = OPTION_DATE, .store = &(view).to, .value = "DATE", \
        .help = "leave out what takes effect after it"                           \
    }
#define ON_OPTION(view, text)                                                                 \
    {                                                                                         \
        .name = "on", .kind = OPTION_DATE, .store = &(view).to, .value = "DATE", .help = text \
    }
#define KNOWN_BY_OPTION(view)                                                                \
    {                                                                                        \
        .name = "known-by", .kind = OPTION_DATE, .store = &(view).known_by, .value = "DATE", \
        .help = "as it was known then: leave out what was published later"                   \
    }
#define PRO_FORMA_OPTION(view)                                                                     \
    {                                                                                              \
        .name = "pro-forma", .kind = OPTION_CHOICE, .store = &(view).pro_forma, .value = "STATUS", \
        .choices = pending_stages, .alone = "rumoured",                                            \
        .help = "count pending deals too: rumoured, talks, announced or approved and further "     \
                "on; alone, all of them"                                                           \
    }

/* ---- how the rows are written ---- */

struct row_options {
    int format; /* OPTION_CHOICE of formats */
    const char *path;
    bool spreadsheet;
};

extern const char *const formats[];

#define ROW_OPTIONS(rows)                                                                      \
    {.name = "format",                                                                         \
     .kind = OPTION_CHOICE,                                                                    \
     .store = &(rows).format,                                                                  \
     .value = "FORMAT",                                                                        \
     .choices = formats,                                                                       \
     .help = "table (the default), csv, json, ndjson, md or (with -o) xlsx"},                                  \
        {.name = "output",                                                                     \
         .letter = 'o',                                                                        \
         .kind = OPTION_FILE,                                                                  \
         .store = &(rows).path,                                                                \
         .value = "FILE",                                                                      \
         .help = "write to FILE, whole or not at all"},                                        \
    {                                                                                          \
        .name = "spreadsheet", .kind = OPTION_FLAG, .store = &(rows).spreadsheet,              \
        .help = "csv: put an apostrophe before text that a spreadsheet would run as a formula" \
    }

/* ---- the walk ---- */

/* Opens the call's database. A missing one is SL_FAILED with advice, unless it may be created. */
enum sl_status open_book(struct sl_book **out, const struct call *call, enum sl_access access,
                         struct sl_error *err);

/* Asks one question of a book and has the rows written to the output. */
typedef enum sl_status question(const struct call *call, struct sl_book *book,
                                struct sl_output *output, struct sl_error *err);

/* Writes the answer in the format asked for. SL_NOTHING: a header, or an empty list. `type` is
 * NULL where the question begins the rows itself (the log, whose table is CSV). */
enum sl_status answer(const struct call *call, const struct row_options *options,
                      const struct sl_row_type *type, question *ask, struct sl_error *err);
/* The same for a question that is about no book: it gets NULL. */
enum sl_status answer_without_book(const struct call *call, const struct row_options *options,
                                   const struct sl_row_type *type, question *ask,
                                   struct sl_error *err);

#endif
