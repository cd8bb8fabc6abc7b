/* Handing work to gnuplot: text that cannot be read as anything else, and one run of it. */
#ifndef EXPORT_GNUPLOT_H
#define EXPORT_GNUPLOT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/error.h"

enum sl_picture { SL_PICTURE_SVG, SL_PICTURE_PNG, SL_PICTURE_PDF };

/* Adds the text as a gnuplot string literal that means exactly the cleaned text in a picture of
 * this kind, wherever a string may stand: in a command or as a field of a datablock. Every text
 * from outside goes through here, and only through here. */
void sl_gnuplot_add_text(struct sl_buffer *out, const char *text, enum sl_picture picture);

/* The same for a picture of any kind, as an expression for commands (not for data) of a script that
 * has set AMP, LT and GT to what those signs are in its picture, and LTR to what says that a text
 * is written from the left. */
void sl_gnuplot_add_name(struct sl_buffer *out, const char *text);

/* Runs gnuplot on the script, which draws to its standard output, and replaces `out` by the
 * picture. SL_FAILED when gnuplot is missing, fails, complains, takes over `limit_ms` (0: ten
 * seconds) or gives less than a whole picture. `program` NULL: gnuplot. */
enum sl_status sl_gnuplot_run(struct sl_buffer *out, const struct sl_buffer *script,
                              enum sl_picture picture, const char *program, int limit_ms,
                              struct sl_error *err);

/* Begins and ends as a file of its kind does? */
bool sl_picture_is_whole(const struct sl_buffer *file, enum sl_picture picture);

#endif
