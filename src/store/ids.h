/* Arrays of entities in order. */
#ifndef STORE_IDS_H
#define STORE_IDS_H

#include <stddef.h>

#include "base/error.h"
#include "model/event.h"

/* For qsort and bsearch. */
int sl_ids_compare(const void *a, const void *b);
/* Sorts them and drops the doubles. */
void sl_ids_make_unique(sl_entity *ids, size_t *count);
/* How many of the first ids, which are sorted, are at most `near` from one to the next: where
 * reading all between them costs less than finding each. At least 1. */
size_t sl_ids_run(const sl_entity *ids, size_t count, sl_entity near);

/* A list that grows. All zero is empty. */
struct sl_ids {
    sl_entity *items;
    size_t count, capacity;
};
enum sl_status sl_ids_add(struct sl_ids *list, sl_entity id, struct sl_error *err);
/* Passes the items to the caller, never NULL, where `status` is SL_OK; else frees them. Returns the
 * status of the whole. */
enum sl_status sl_ids_hand_over(struct sl_ids *list, enum sl_status status, sl_entity **out,
                                size_t *count, struct sl_error *err);

#endif
