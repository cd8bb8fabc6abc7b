/* Names that look like one entity. */
#ifndef QUERY_SIMILAR_H
#define QUERY_SIMILAR_H

#include <stdbool.h>

#include "store/book.h"

/* What two names differ in, from the least on. */
enum sl_similarity {
    SL_SIMILAR_SPELLING, /* case, accents, punctuation */
    SL_SIMILAR_FORM,     /* a legal form: Ltd, Private Limited, SA, 株式会社 */
    SL_SIMILAR_ORDER,    /* the order of their words */
    SL_SIMILAR_LETTER    /* one letter of a long name, or two neighbours swapped */
};

/* `entity` is the older one. Names are as they are displayed, and borrowed for the call. */
struct sl_similar {
    sl_entity entity, other;
    const char *name, *other_name;
    enum sl_similarity differs;
};

typedef enum sl_status sl_similar_sink(void *context, const struct sl_similar *pair,
                                       struct sl_error *err);

/* Which pairs are asked for. */
struct sl_similar_wish {
    bool letters;           /* those of SL_SIMILAR_LETTER, too */
    const sl_entity *among; /* only pairs with one of these, which are sorted; NULL: all */
    size_t count;
};

/* Hands on the pairs; of several names with the same words, each with the one before it. Takes
 * about the time of reading the names, and of sorting those that may be in a pair. */
enum sl_status sl_similar_names(struct sl_book *book, const struct sl_similar_wish *wish,
                                sl_similar_sink *each, void *context, struct sl_error *err);

#endif
