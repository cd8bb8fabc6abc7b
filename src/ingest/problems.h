/* What is wrong with the input: worded, counted and handed on. */
#ifndef INGEST_PROBLEMS_H
#define INGEST_PROBLEMS_H

#include <stdbool.h>

#include <stakeline/import.h>

#include "base/buffer.h"
#include "base/error.h"

/* At the second a file that is imported whole or not at all need not be read further. */
enum { SL_PROBLEMS_SHOWN = 50, SL_PROBLEMS_MAX = 100000 };

struct sl_problems {
    const struct sl_import_options *options; /* of which on_problem and context are used */
    const char *file;
    int64_t line;
    int64_t count; /* of all of them, the unshown ones too */
    bool failed;   /* there was no memory for the words of one */
    bool keep;     /* the messages of the current row, joined, are wanted: */
    struct sl_buffer kept;
};

/* A problem of the current line. `column` may be NULL. */
void sl_problem_add(struct sl_problems *problems, const char *column, const char *format, ...)
    SL_PRINTF(3, 4);

/* A bad cell: "TEXT": EXPECTED, with the text cut; an expectation that begins with the quoted text
 * already, as those of the model do, stands as it is. */
void sl_problem_cell(struct sl_problems *problems, const char *column, const char *text,
                     const char *expected);

#endif
