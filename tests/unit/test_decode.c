/* Encodings, read through rooms of any size. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "ingest/decode.h"

enum { LONGEST = 256 };

#define BYTES(literal) literal, sizeof literal - 1

/* What the bytes are in UTF-8, read `room` bytes at a time. */
static void decode(const char *encoding, const char *bytes, size_t length, size_t room,
                   char out[LONGEST])
{
    struct sl_decoder *decoder;
    struct sl_error err;
    int ends[2];
    size_t count = 0, got;
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(write(ends[1], bytes, length), length);
    close(ends[1]);
    assert_int_equal(sl_decoder_new(&decoder, encoding, &err), SL_OK);
    do {
        assert_true(count + room < LONGEST);
        assert_int_equal(sl_decoder_read(decoder, ends[0], out + count, room, &got, &err), SL_OK);
        assert_true(got <= room);
        count += got;
    } while (got > 0);
    out[count] = '\0';
    sl_decoder_free(decoder);
    close(ends[0]);
}

static void any_room_holds_what_fits_and_the_rest_follows(void **state)
{
    (void)state;
    static const struct {
        const char *encoding, *bytes;
        size_t length;
        const char *text;
    } rows[] = {
        {"windows-1251", BYTES("\xcf\xf0\xe8 of ASCII, eight and more \xcf\xf0\xe8"),
         "\u041f\u0440\u0438 of ASCII, eight and more \u041f\u0440\u0438"},
        {"utf-16le", BYTES("a\0b\0,\0\x1f\x04\x40\x04\xac\x20\n\0"), "ab,\u041f\u0440\u20ac\n"},
        /* the letters are others than those of ASCII; some of them take two bytes */
        {"IBM037", BYTES("\x81\x6b\x82\xc1\xc2\xc3\xc4\xc5\xc6\xc7\x25"), "a,bABCDEFG\n"},
        {"ISO646-DE", BYTES("Gr}~e, [pfel und \\l, @ 12"),
         "Gr\u00fc\u00dfe, \u00c4pfel und \u00d6l, \u00a7 12"},
    };
    char text[LONGEST];
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        for (size_t room = 4; room < 40; room++) {
            decode(rows[i].encoding, rows[i].bytes, rows[i].length, room, text);
            assert_string_equal(text, rows[i].text);
        }
    }
}

int main(void)
{
    const struct CMUnitTest facts[] = {
        cmocka_unit_test(any_room_holds_what_fits_and_the_rest_follows),
    };
    return cmocka_run_group_tests(facts, NULL, NULL);
}
