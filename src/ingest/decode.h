/* The bytes of a file as UTF-8, whatever its encoding. */
#ifndef INGEST_DECODE_H
#define INGEST_DECODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

struct sl_decoder;

/* Is it UTF-8 (and so needs no decoder)? */
bool sl_encoding_is_utf8(const char *encoding);

/* Names as iconv knows them: UTF-16, windows-1252, …. SL_MISUSE for one that it does not. */
enum sl_status sl_decoder_new(struct sl_decoder **out, const char *encoding, struct sl_error *err);
void sl_decoder_free(struct sl_decoder *decoder); /* NULL is allowed */

/* As read(), but in UTF-8; 0 is the end. SL_INVALID for bytes that the encoding does not have;
 * SL_FAILED, with errno and no message, when reading fails. */
enum sl_status sl_decoder_read(struct sl_decoder *decoder, int fd, char *out, size_t size,
                               size_t *got, struct sl_error *err);

#endif
