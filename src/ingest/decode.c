/* iconv between a file and the row reader, a piece at a time. */
#include "ingest/decode.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"

enum { RAW_SIZE = 64 * 1024 };

struct sl_decoder {
    iconv_t converter;
    bool ended;
    char encoding[32];
    char raw[RAW_SIZE];
    size_t at, end;
};

bool sl_encoding_is_utf8(const char *encoding)
{
    return encoding == NULL || sl_text_same(encoding, "utf-8") || sl_text_same(encoding, "utf8") ||
           sl_text_same(encoding, "ascii") || sl_text_same(encoding, "us-ascii");
}

enum sl_status sl_decoder_new(struct sl_decoder **out, const char *encoding, struct sl_error *err)
{
    struct sl_decoder *decoder = calloc(1, sizeof *decoder);
    if (decoder == NULL) return sl_fail_memory(err);
    size_t length = strlen(encoding);
    /* iconv takes "" for the locale's, and what follows a stroke for how to get round bad bytes */
    const bool fits =
        length > 0 && length < sizeof decoder->encoding && strchr(encoding, '/') == NULL;
    decoder->converter = fits ? iconv_open("UTF-8", encoding) : (iconv_t)-1;
    if (decoder->converter == (iconv_t)-1) {
        free(decoder);
        return sl_fail(err, SL_MISUSE,
                       "the encoding '%s' is not known: expected one as in utf-8, utf-16, "
                       "windows-1252, iso-8859-1",
                       encoding);
    }
    memcpy(decoder->encoding, encoding, length + 1);
    *out = decoder;
    return SL_OK;
}

void sl_decoder_free(struct sl_decoder *decoder)
{
    if (decoder == NULL) return;
    iconv_close(decoder->converter);
    free(decoder);
}

/* Moves what is left to the front and reads on behind it. */
static enum sl_status refill(struct sl_decoder *decoder, int fd)
{
    memmove(decoder->raw, decoder->raw + decoder->at, decoder->end - decoder->at);
    decoder->end -= decoder->at;
    decoder->at = 0;
    ssize_t got;
    do {
        got = read(fd, decoder->raw + decoder->end, RAW_SIZE - decoder->end);
    } while (got < 0 && errno == EINTR);
    if (got < 0) return SL_FAILED;
    decoder->end += (size_t)got;
    decoder->ended = got == 0;
    return SL_OK;
}

static enum sl_status not_in_encoding(const struct sl_decoder *decoder, struct sl_error *err)
{
    return sl_fail(err, SL_INVALID, "expected text in %s, found the byte 0x%02X", decoder->encoding,
                   (unsigned)(unsigned char)decoder->raw[decoder->at]);
}

enum sl_status sl_decoder_read(struct sl_decoder *decoder, int fd, char *out, size_t size,
                               size_t *got, struct sl_error *err)
{
    *got = 0;
    bool more = decoder->at == decoder->end;
    while (*got == 0) {
        if (more && !decoder->ended && refill(decoder, fd) != SL_OK) return SL_FAILED;
        if (decoder->at == decoder->end) return SL_OK;
        char *from = decoder->raw + decoder->at, *to = out;
        size_t from_left = decoder->end - decoder->at, to_left = size;
        const bool done = iconv(decoder->converter, &from, &from_left, &to, &to_left) != (size_t)-1;
        /* half a character at the end of the piece: the rest comes with the next */
        const bool half = errno == EINVAL && !decoder->ended;
        decoder->at = decoder->end - from_left;
        *got = size - to_left;
        if (!done && !half && *got == 0) return not_in_encoding(decoder, err);
        more = true;
    }
    return SL_OK;
}
