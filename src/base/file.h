/* Files written whole or not at all. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

struct sl_file;

/* Opens a temporary file beside `path` that takes its place when closed with `keep`; a NULL path
 * or "-" is standard output, written directly. A path that is a device or a pipe (/dev/full, a
 * FIFO) is written directly, too. */
enum sl_status sl_file_create(struct sl_file **out, const char *path, struct sl_error *err);

/* Adds bytes, buffered. After a failure every further call fails with the same message. */
enum sl_status sl_file_write(struct sl_file *file, const void *bytes, size_t length,
                             struct sl_error *err);

/* The name of the temporary file, for a writer that wants a file and no stream, and closes it
 * before sl_file_close; NULL where there is none. With `fresh`, closing fails rather than replace a
 * file that is there by then. */
const char *sl_file_temporary(struct sl_file *file, bool fresh);

/* Sends what is buffered on its way. */
enum sl_status sl_file_flush(struct sl_file *file, struct sl_error *err);

/* Flush, fsync, close, rename over `path`, fsync of the directory, each checked; the mode of a
 * file that it replaces is kept. With `keep` false, or after any failure, the temporary file is
 * removed and the target is as it was. Frees the file in any case; NULL is allowed. */
enum sl_status sl_file_close(struct sl_file *file, bool keep, struct sl_error *err);

#endif
