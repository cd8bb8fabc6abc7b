/* Lists that a user writes in one word: "announced,approved". */
#ifndef QUERY_WORDS_H
#define QUERY_WORDS_H

#include <stddef.h>

/* Where the next word of the list begins, its length in *length, *list moved behind it; NULL at the
 * end. A word between two commas may be empty. */
static inline const char *sl_words_next(const char **list, size_t *length)
{
    const char *word = *list;
    if (word == NULL) return NULL;
    *length = 0;
    while (word[*length] != '\0' && word[*length] != ',')
        ++*length;
    *list = word[*length] == ',' ? word + *length + 1 : NULL;
    return word;
}

#endif
