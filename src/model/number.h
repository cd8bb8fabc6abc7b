/* Decimal numbers and words as people write them in a cell: what dates, stakes and amounts share.
 * ASCII digits only, nothing is ever rounded, no locale has a say. */
#ifndef MODEL_NUMBER_H
#define MODEL_NUMBER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* digits / 10^decimals. No trailing zero after the point is kept in `digits`; `written` counts
 * the decimals that were written, those zeros included. */
struct sl_number {
    uint64_t digits;
    int decimals;
    int written;
};

enum sl_number_fault {
    SL_NUMBER_OK = 0,
    SL_NUMBER_NONE,   /* no number here */
    SL_NUMBER_GROUPS, /* commas that are neither western nor Indian grouping */
    SL_NUMBER_LONG    /* more digits than 64 bits hold */
};

/* Reads an unsigned number at *at ("12", "12.50", ".5"; with `groups` also "12,000", "1,70,000")
 * and moves *at behind it; on a fault *at stays. Without `groups` a comma ends the number. */
enum sl_number_fault sl_number_read(struct sl_number *out, const char **at, bool groups);

/* Writes digits / 10^decimals without trailing zeros, or with all of its decimals where `exact`.
 * `out` takes 24 + decimals bytes. Returns the length. */
size_t sl_number_write(char *out, uint64_t digits, int decimals, bool exact);

/* 10^power for 0..19. */
uint64_t sl_power_of_ten(int power);

uint64_t sl_gcd(uint64_t a, uint64_t b);

/* Behind the blanks at `at`: spaces, tabs and the no-break and thin spaces of copied text. */
const char *sl_skip_blanks(const char *at);

/* Nothing but blanks left? */
bool sl_at_end(const char *at);

/* Is `token` at *at, ASCII case ignored? Then moves *at behind it and the blanks that follow. A
 * space in `token` matches one or more blanks; a token that ends in a letter ends a word. */
bool sl_take(const char **at, const char *token);

/* The index of the first of `tokens` that sl_take takes, or -1. */
int sl_take_one(const char **at, const char *const *tokens, size_t count);

/* Blank, or one of the words for "not stated": undisclosed, unknown, n/a, - and the like. */
bool sl_not_stated(const char *text);

/* A sign at `at`: -, +, U+2212 or an en dash. */
bool sl_has_sign(const char *at);

/* The beginning of a cell, as UTF-8 and short enough to stand in a message. */
struct sl_excerpt {
    char text[72];
};
struct sl_excerpt sl_excerpt(const char *text);

#endif
