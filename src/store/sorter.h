/* Sorts records of any number in bounded memory: sorted runs, spilled to a temporary file, merged
 * on the way out. Stable: records of one key come out in the order in which they went in. */
#ifndef STORE_SORTER_H
#define STORE_SORTER_H

#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

struct sl_sorter;

/* `beside`: the temporary file is made in the folder of this file and has no name. `run_bytes`
 * (less than 1 GiB): memory for records before they are spilled. */
enum sl_status sl_sorter_new(struct sl_sorter **out, const char *beside, size_t run_bytes,
                             struct sl_error *err);
void sl_sorter_free(struct sl_sorter *sorter);

enum sl_status sl_sorter_add(struct sl_sorter *sorter, uint64_t key, const void *bytes,
                             size_t length, struct sl_error *err);
/* Ends the adding. */
enum sl_status sl_sorter_sort(struct sl_sorter *sorter, struct sl_error *err);

struct sl_record {
    uint64_t key;
    const unsigned char *bytes; /* live until the next call */
    size_t length;
};
/* The next record; SL_NOTHING at the end. */
enum sl_status sl_sorter_next(struct sl_sorter *sorter, struct sl_record *out,
                              struct sl_error *err);

#endif
