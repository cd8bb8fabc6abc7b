/* Text on its way to standard output, in large pieces. */
#ifndef BENCH_SHEET_H
#define BENCH_SHEET_H

#include <stddef.h>
#include <stdint.h>

enum { SHEET_SIZE = 1 << 20, SHEET_ROOM = 4096 };

struct sheet {
    size_t used;
    char text[SHEET_SIZE + SHEET_ROOM];
};

void sheet_put(struct sheet *sheet, const char *text);
void sheet_char(struct sheet *sheet, char c);
void sheet_number(struct sheet *sheet, uint64_t number);
/* A number of hundredths, with its two decimals. */
void sheet_hundredths(struct sheet *sheet, uint32_t hundredths);
/* Days since 2000-01-01, as an ISO date. */
void sheet_day(struct sheet *sheet, uint32_t day);
/* Ends a row; exits with a message when standard output fails. */
void sheet_row(struct sheet *sheet);
void sheet_flush(struct sheet *sheet);

#endif
