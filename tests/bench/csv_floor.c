/* The floor of reading: libcsv over a file, with callbacks that do nothing. */
#include <csv.h>
#include <stdio.h>

static void cell(void *text, size_t length, void *context)
{
    (void)text, (void)length, (void)context;
}

static void row(int end, void *context)
{
    (void)end;
    ++*(size_t *)context;
}

int main(int count, char **arguments)
{
    static char piece[1 << 18];
    struct csv_parser parser;
    size_t rows = 0, got;
    FILE *file = count == 2 ? fopen(arguments[1], "rb") : NULL;
    if (file == NULL || csv_init(&parser, 0) != 0) {
        fputs("usage: bench-csv FILE\n", stderr);
        return 2;
    }
    while ((got = fread(piece, 1, sizeof piece, file)) > 0)
        if (csv_parse(&parser, piece, got, cell, row, &rows) != got) return 1;
    csv_fini(&parser, cell, row, &rows);
    csv_free(&parser);
    fclose(file);
    return printf("%zu\n", rows - 1) < 0;
}
