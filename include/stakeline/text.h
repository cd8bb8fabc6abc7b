/* Text from outside, for programs that talk to people: shown safely, and guessed at. */
#ifndef STAKELINE_TEXT_H
#define STAKELINE_TEXT_H

#include <stddef.h>

#include <stakeline/status.h>

#ifdef __cplusplus
extern "C" {
#endif

/* A copy, to be freed, in which controls, bidi controls, line ends and invalid bytes are written
 * as \u{1B}: safe in a terminal and on one line. NULL when memory is out. */
SL_API char *sl_text_visible(const char *text);

/* Edit distance (insert, delete, replace, swap of neighbours) between two words, ASCII case
 * ignored, counted in code points; `most` + 1 when it is more than `most`. */
SL_API size_t sl_text_distance(const char *a, const char *b, size_t most);

#ifdef __cplusplus
}
#endif

#endif
