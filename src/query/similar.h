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

/* Hands on every pair; of several names with the same words, each with the one before it. `letters`
 * false leaves out SL_SIMILAR_LETTER. Takes about the time of reading and sorting the names. */
enum sl_status sl_similar_names(struct sl_book *book, bool letters, sl_similar_sink *each,
                                void *context, struct sl_error *err);

#endif
