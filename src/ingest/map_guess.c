/* Guesses from the first bytes and rows of a file. */
#include "ingest/map_guess.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "ingest/decode.h"
#include "ingest/map.h"

enum { LOOKED_AT = 64 * 1024, SKIP_MOST = 30 };

/* ---- the encoding ---- */

/* Can all of the file's beginning be read in the encoding? */
static bool decodes(const char *path, const char *encoding)
{
    char text[4096];
    size_t got = 0, all = 0;
    struct sl_decoder *decoder = NULL;
    enum sl_status status = sl_decoder_new(&decoder, encoding, NULL);
    int file = open(path, O_RDONLY | O_CLOEXEC);
    do {
        if (status == SL_OK && file >= 0)
            status = sl_decoder_read(decoder, file, text, sizeof text, &got, NULL);
        all += got;
    } while (status == SL_OK && got > 0 && all < LOOKED_AT);
    if (file >= 0) close(file);
    sl_decoder_free(decoder);
    return status == SL_OK && file >= 0;
}

/* Without the last character, of which a part may be missing. */
static bool is_utf8(const char *text, size_t length, bool whole)
{
    for (size_t cut = 0; cut < 4 && cut <= length && (cut == 0 || !whole); cut++) {
        if (sl_text_is_utf8(text, length - cut)) return true;
    }
    return false;
}

/* `encoding`: NULL for UTF-8. */
static enum sl_status guess_encoding(const char **encoding, const char *path, struct sl_error *err)
{
    char *text = malloc(LOOKED_AT);
    int file = open(path, O_RDONLY | O_CLOEXEC);
    ssize_t length = -1;
    do {
        if (text != NULL && file >= 0) length = read(file, text, LOOKED_AT);
    } while (length < 0 && errno == EINTR && file >= 0 && text != NULL);
    const int why = errno;
    if (file >= 0) close(file);
    *encoding = NULL;
    if (length < 0) {
        free(text);
        return sl_fail(err, SL_FAILED, "cannot read %s: %s", path, strerror(why));
    }
    size_t nuls[2] = {0};
    for (ssize_t i = 0; i < length; i++)
        nuls[i % 2] += text[i] == '\0';
    const bool marked =
        length >= 2 && (memcmp(text, "\xff\xfe", 2) == 0 || memcmp(text, "\xfe\xff", 2) == 0);
    if (marked)
        *encoding = "utf-16";
    else if (nuls[0] + nuls[1] > (size_t)length / 8)
        *encoding = nuls[0] > nuls[1] ? "utf-16be" : "utf-16le";
    else if (!is_utf8(text, (size_t)length, length < LOOKED_AT))
        *encoding = decodes(path, "windows-1252") ? "windows-1252"
                    : decodes(path, "cp932")      ? "cp932"
                                                  : "iso-8859-1";
    free(text);
    return SL_OK;
}

/* ---- the header ---- */

/* Cells that may be the names of columns. */
static size_t count_names(const struct sl_row *row)
{
    size_t count = 0;
    for (size_t i = 0; i < row->count; i++) {
        const char first = row->cells[i].text[0];
        count += first != '\0' && (first < '0' || first > '9') && first != '$' && first != '-';
    }
    return count;
}

/* The names in the row behind so many lines; SL_NOTHING where the file ends before it. */
static enum sl_status names_behind(const char *path, const struct sl_layout *layout, size_t *names,
                                   struct sl_error *err)
{
    struct sl_row_reader *reader = NULL;
    struct sl_row row;
    const struct sl_row_options options = {
        .encoding = layout->encoding, .delimiter = layout->delimiter, .skip = layout->skip};
    *names = 0;
    enum sl_status status = sl_row_reader_open(&reader, path, &options, err);
    if (status == SL_OK) status = sl_row_reader_next(reader, &row, err);
    if (status == SL_OK) *names = count_names(&row);
    sl_row_reader_close(reader);
    return status;
}

/* The header is the first row with about as many names as any has. */
enum sl_status sl_guess_layout(struct sl_layout *out, const char *path, struct sl_error *err)
{
    static const unsigned char delimiters[] = {',', ';', '\t', '|'};
    size_t most = 0;
    *out = (struct sl_layout){.delimiter = ','};
    enum sl_status status = guess_encoding(&out->encoding, path, err);
    for (size_t i = 0; i < sizeof delimiters && status == SL_OK; i++) {
        size_t names[SKIP_MOST] = {0}, largest = 0;
        struct sl_layout layout = {.encoding = out->encoding, .delimiter = delimiters[i]};
        for (; layout.skip < SKIP_MOST; layout.skip++) {
            size_t *here = &names[layout.skip];
            const enum sl_status behind = names_behind(path, &layout, here, err);
            if (behind == SL_FAILED) return behind;
            if (behind == SL_NOTHING) break;
            if (*here > largest) largest = *here;
        }
        if (largest <= most) continue;
        most = largest;
        *out = layout;
        for (out->skip = 0; names[out->skip] * 4 < largest * 3; out->skip++)
            continue;
    }
    return status;
}

/* ---- dates and numbers ---- */

const char *const sl_guess_formats[SL_GUESS_FORMATS] = {
    "%d/%m/%Y", "%m/%d/%Y", "%d-%m-%Y", "%m-%d-%Y", "%d.%m.%Y",
    "%d-%b-%Y", "%d/%m/%y", "%m/%d/%y", "%Y/%m/%d", "%Y%m%d"};

void sl_guess_date(struct sl_format_guess *guess, const char *text)
{
    struct sl_date date;
    char day[64];
    text = sl_map_without_time(text, day, sizeof day);
    guess->timed |= text == day;
    if (text[0] == '\0' || sl_date_parse(&date, text, NULL, NULL) == SL_OK) return;
    guess->seen++;
    for (size_t i = 0; i < SL_GUESS_FORMATS; i++) {
        const struct sl_date_rules rules = {.format = sl_guess_formats[i]};
        if (sl_date_parse(&date, text, &rules, NULL) != SL_OK) guess->ruled_out[i] = true;
    }
}

void sl_guess_number(struct sl_number_guess *guess, const char *text)
{
    static const char digits[] = "0123456789", number[] = "0123456789.,";
    const size_t front = strcspn(text, digits);
    const char *start = text + front, *end = start + strspn(start, number);
    if (*start == '\0') return;
    while (end[-1] == '.' || end[-1] == ',')
        end--;
    const char *mark = end - 1;
    while (mark > start && *mark != '.' && *mark != ',')
        mark--;
    const bool decimals = mark > start && end - mark != 4;
    guess->seen++;
    guess->decimal_comma |= decimals && *mark == ',';
    guess->decimal_point |= decimals && *mark == '.';
    guess->points |=
        memchr(start, '.', (size_t)(mark - start)) != NULL || (!decimals && *mark == '.');
    guess->minus |= front > 0 && text[front - 1] == '-';
    guess->parentheses |= text[0] == '(';
    guess->bare |= strspn(text, "0123456789., -") == strlen(text);
    const size_t whole = strspn(start, digits);
    guess->above_one |= strspn(start, "0") < whole && !(whole == 1 && *start == '1');
}
