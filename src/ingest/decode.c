/* iconv between a file and the row reader, a piece at a time; in its place a table for encodings in
 * which every byte is a character, which it was asked for once. */
#include "ingest/decode.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/eight.h"
#include "base/text.h"

enum { RAW_SIZE = 64 * 1024, SPELLED_MOST = 4 };

struct sl_decoder {
    iconv_t converter;
    bool bytes, ascii; /* is each byte a character? are those of ASCII themselves? */
    char spelled[256][SPELLED_MOST];
    unsigned char lengths[256]; /* 0: the encoding has no such byte */
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

/* Asks for each byte alone. false where one is not a whole character: it begins one, or changes
 * what the next ones mean. */
static bool ask_for_bytes(struct sl_decoder *decoder)
{
    decoder->ascii = true;
    for (int byte = 0; byte < 256; byte++) {
        char one = (char)byte, *from = &one, *to = decoder->spelled[byte];
        size_t from_left = 1, to_left = SPELLED_MOST;
        iconv(decoder->converter, NULL, NULL, NULL, NULL);
        const bool done = iconv(decoder->converter, &from, &from_left, &to, &to_left) != (size_t)-1;
        if (done ? to_left == SPELLED_MOST : errno != EILSEQ) return false;
        decoder->lengths[byte] = done ? (unsigned char)(SPELLED_MOST - to_left) : 0;
        if (byte < 0x80 && (decoder->lengths[byte] != 1 || decoder->spelled[byte][0] != (char)byte))
            decoder->ascii = false;
    }
    return true;
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
    decoder->bytes = ask_for_bytes(decoder);
    iconv(decoder->converter, NULL, NULL, NULL, NULL);
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

/* Spells bytes until the room or they end, or one is none of the encoding; how much that is. */
static size_t spell(struct sl_decoder *decoder, char *out, size_t size)
{
    size_t got = 0;
    while (decoder->at < decoder->end && size - got >= sizeof(uint64_t)) {
        const char *from = decoder->raw + decoder->at;
        if (decoder->ascii && decoder->end - decoder->at >= sizeof(uint64_t) &&
            (sl_eight_at(from) & SL_EIGHT_TOPS) == 0) {
            memcpy(out + got, from, sizeof(uint64_t));
            decoder->at += sizeof(uint64_t);
            got += sizeof(uint64_t);
            continue;
        }
        const unsigned char byte = (unsigned char)*from;
        if (decoder->lengths[byte] == 0) break;
        memcpy(out + got, decoder->spelled[byte], SPELLED_MOST);
        got += decoder->lengths[byte];
        decoder->at++;
    }
    return got;
}

/* Converts what there is of the piece; nothing where that is half a character, of which the rest
 * comes with the next. */
static enum sl_status convert(struct sl_decoder *decoder, char *out, size_t size, size_t *got,
                              struct sl_error *err)
{
    if (decoder->bytes && size >= sizeof(uint64_t)) {
        *got = spell(decoder, out, size);
        return *got == 0 ? not_in_encoding(decoder, err) : SL_OK;
    }
    char *from = decoder->raw + decoder->at, *to = out;
    size_t from_left = decoder->end - decoder->at, to_left = size;
    const bool done = iconv(decoder->converter, &from, &from_left, &to, &to_left) != (size_t)-1;
    const bool half = !done && errno == EINVAL && !decoder->ended;
    decoder->at = decoder->end - from_left;
    *got = size - to_left;
    if (!done && !half && *got == 0) return not_in_encoding(decoder, err);
    return SL_OK;
}

enum sl_status sl_decoder_read(struct sl_decoder *decoder, int fd, char *out, size_t size,
                               size_t *got, struct sl_error *err)
{
    *got = 0;
    bool more = decoder->at == decoder->end;
    while (*got == 0) {
        if (more && !decoder->ended && refill(decoder, fd) != SL_OK) return SL_FAILED;
        if (decoder->at == decoder->end) return SL_OK;
        const enum sl_status status = convert(decoder, out, size, got, err);
        if (status != SL_OK) return status;
        more = true;
    }
    return SL_OK;
}
