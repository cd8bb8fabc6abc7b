/* Aliases and identifiers in bulk. */
#ifndef STAKELINE_ALIASES_H
#define STAKELINE_ALIASES_H

#include <stakeline/entity.h>
#include <stakeline/import.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Reads a CSV file with the columns name and alias ("-" is standard input) and gives every entity
 * its other names and identifiers, all or none; what it has already is no error. Of the options
 * only on_problem and its context are used; they may be NULL. `*count` is the number of rows (NULL
 * allowed). SL_INVALID when anything is wrong. */
SL_API enum sl_status sl_aliases_import(struct sl_book *book, const char *path,
                                        const struct sl_import_options *options, int64_t *count,
                                        struct sl_error *err);

#ifdef __cplusplus
}
#endif

#endif
