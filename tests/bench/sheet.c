#include "sheet.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void sheet_char(struct sheet *sheet, char c)
{
    sheet->text[sheet->used++] = c;
}

void sheet_put(struct sheet *sheet, const char *text)
{
    const size_t length = strlen(text);
    memcpy(sheet->text + sheet->used, text, length);
    sheet->used += length;
}

void sheet_number(struct sheet *sheet, uint64_t number)
{
    char digits[20];
    size_t count = 0;
    do
        digits[count++] = (char)('0' + number % 10);
    while ((number /= 10) > 0);
    while (count > 0)
        sheet_char(sheet, digits[--count]);
}

static void put_two(struct sheet *sheet, uint32_t number)
{
    sheet_char(sheet, (char)('0' + number / 10));
    sheet_char(sheet, (char)('0' + number % 10));
}

void sheet_hundredths(struct sheet *sheet, uint32_t hundredths)
{
    sheet_number(sheet, hundredths / 100);
    sheet_char(sheet, '.');
    put_two(sheet, hundredths % 100);
}

void sheet_day(struct sheet *sheet, uint32_t day)
{
    /* Years that start on 1 March, so that a leap day is a year's last. */
    const uint32_t days = day + 730425; /* since 0000-03-01 */
    const uint32_t era = days / 146097, in_era = days % 146097;
    const uint32_t year = (in_era - in_era / 1460 + in_era / 36524 - in_era / 146096) / 365;
    const uint32_t in_year = in_era - (365 * year + year / 4 - year / 100);
    const uint32_t month = (5 * in_year + 2) / 153;
    sheet_number(sheet, era * 400 + year + (month >= 10));
    sheet_char(sheet, '-');
    put_two(sheet, month < 10 ? month + 3 : month - 9);
    sheet_char(sheet, '-');
    put_two(sheet, in_year - (153 * month + 2) / 5 + 1);
}

void sheet_flush(struct sheet *sheet)
{
    if (fwrite(sheet->text, 1, sheet->used, stdout) != sheet->used || fflush(stdout) != 0) {
        perror("writing standard output");
        exit(1);
    }
    sheet->used = 0;
}

void sheet_row(struct sheet *sheet)
{
    sheet_char(sheet, '\n');
    if (sheet->used >= SHEET_SIZE) sheet_flush(sheet);
}
