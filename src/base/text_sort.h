/* Sorting many texts. */
#ifndef BASE_TEXT_SORT_H
#define BASE_TEXT_SORT_H

#include <stddef.h>
#include <stdint.h>

#include "base/sort.h"

/* A text on its way into order, and what it belongs to. */
struct sl_text_item {
    const char *text;
    void *of;
    uint64_t eight; /* of its bytes, those that were compared: once sorted, of one text the same */
};

/* Sorts by text (bytes), and those of one text by the comparison of items; of many, a part by
 * another thread. The comparison may be asked on both. */
void sl_text_sort(struct sl_text_item *items, size_t count, sl_comparison *compare);

#endif
