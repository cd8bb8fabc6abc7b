/* What the log says that cannot be right, or cannot be true together. */
#ifndef STAKELINE_CHECK_H
#define STAKELINE_CHECK_H

#include <stakeline/query.h>

#ifdef __cplusplus
extern "C" {
#endif

enum sl_severity {
    SL_SEVERITY_INFO,    /* something is missing */
    SL_SEVERITY_WARNING, /* does not fit, but could be true with something that is not in the log */
    SL_SEVERITY_ERROR    /* cannot be true */
};

/* Rows of `check`, issuer by issuer, by date and arrival; what is not about one issuer follows. The
 * message names everyone concerned, and further events with their file and line. */
struct sl_check_row {
    const char *severity, *code;
    struct sl_date date;
    const char *issuer, *holder, *message;
    const char *source, *file; /* of the event; blank where there is no single one */
    int64_t line;              /* of the file; SL_NO_COUNT where not known */
};
SL_API extern const struct sl_row_type sl_check_row_type;

/* The kinds of findings. */
struct sl_check_code {
    const char *name;
    enum sl_severity severity; /* the gravest that it comes with */
    const char *about;         /* what is wrong, in one line */
};
SL_API extern const struct sl_check_code sl_check_codes[];
SL_API extern const size_t sl_check_code_count;

struct sl_check_options {
    struct sl_view view;    /* `from` leaves out findings of an earlier date */
    int32_t today;          /* what is completed or known later is from the future */
    enum sl_severity least; /* leave out what is less grave */
    const char *codes;      /* only these, joined with commas; NULL: all */
};

/* How many findings were handed to the sink, by enum sl_severity. */
struct sl_check_counts {
    int64_t of[SL_SEVERITY_ERROR + 1];
};

/* Checks the claims about one issuer (NULL: the whole log). SL_NOTHING, with a message that counts
 * them, when there are errors among the findings, or no entity has the name; SL_MISUSE when a code
 * is none. `counts` may be NULL. */
SL_API enum sl_status sl_check(struct sl_book *book, const char *issuer,
                               const struct sl_check_options *options, struct sl_sink sink,
                               struct sl_check_counts *counts, struct sl_error *err);

#ifdef __cplusplus
}
#endif

#endif
