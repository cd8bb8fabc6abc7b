/* What a file that no map knows looks like: its encoding, its delimiter, the row that is its
 * header, and how its dates and numbers are written. Guesses, for a person to look over. */
#ifndef INGEST_MAP_GUESS_H
#define INGEST_MAP_GUESS_H

#include "ingest/row_reader.h"

enum { SL_GUESS_FORMATS = 10 };

struct sl_layout {
    const char *encoding; /* NULL: UTF-8 */
    unsigned char delimiter;
    int skip; /* lines above the header */
};

/* SL_FAILED when the file cannot be read. */
enum sl_status sl_guess_layout(struct sl_layout *out, const char *path, struct sl_error *err);

/* Formats of dates, of which the cells that are shown to it leave some. */
struct sl_format_guess {
    bool ruled_out[SL_GUESS_FORMATS], timed;
    size_t seen; /* cells that are no date by themselves */
};
extern const char *const sl_guess_formats[SL_GUESS_FORMATS];
void sl_guess_date(struct sl_format_guess *guess, const char *text);

/* How numbers are written. */
struct sl_number_guess {
    bool decimal_comma, decimal_point; /* a mark that can only come before decimals */
    bool points;                       /* between groups, where the decimal mark is a comma */
    bool minus, parentheses, bare;     /* `bare`: digits and marks alone */
    bool above_one;                    /* one is larger than 1 */
    size_t seen;
};
void sl_guess_number(struct sl_number_guess *guess, const char *text);

#endif
