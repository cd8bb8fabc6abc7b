/* Arrays of entities in order. */
#ifndef STORE_IDS_H
#define STORE_IDS_H

#include <stddef.h>

#include "model/event.h"

/* For qsort and bsearch. */
int sl_ids_compare(const void *a, const void *b);
/* Sorts them and drops the doubles. */
void sl_ids_make_unique(sl_entity *ids, size_t *count);

#endif
