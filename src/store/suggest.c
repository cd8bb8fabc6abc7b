/* "Did you mean …?": the nearest of a bounded number of names, however big the book. */
#include <string.h>

#include "base/text.h"
#include "model/legal_form.h"
#include "store/inside.h"

enum { ROWS_MAX = 20000, SHORT_NAME = 3, TOO_FAR = 1000 };

/* The best name so far; a lower score is nearer. */
struct nearest {
    const char *key; /* what was asked for */
    size_t score;
    sl_entity entity;
    char text[SL_NAME_MAX + 1]; /* "": the entity's own name */
};

/* The length of the key without the legal forms at its end. */
static size_t plain_length(const char *key)
{
    size_t length = strlen(key);
    for (;;) {
        size_t end = length, start;
        while (end > 0 && strchr(".,)", key[end - 1]) != NULL)
            end--;
        for (start = end; start > 0 && key[start - 1] != ' '; start--)
            continue;
        if (start == 0 || !sl_is_legal_form(key + start, end - start)) return length;
        length = start - 1;
        while (length > 0 && (key[length - 1] == ' ' || key[length - 1] == ','))
            length--;
    }
}

/* How far a name with a legal form is off that was asked for without it; more than `most`: far. */
static size_t plain_distance(const char *asked, const char *key, size_t most)
{
    char plain[SL_NAME_MAX + 1];
    const size_t length = plain_length(key);
    if (key[length] == '\0' || length == 0 || length > SL_NAME_MAX) return most + 1;
    sqlite3_snprintf(sizeof plain, plain, "%.*s", (int)length, key);
    return sl_text_distance(asked, plain, most);
}

/* How far a key is off: a few typing errors, or one name within the other. */
static size_t score_of(const char *asked, const char *key, size_t most)
{
    size_t asked_length = strlen(asked), length = strlen(key);
    size_t score = sl_text_distance(asked, key, most);
    if (score > most) score = TOO_FAR;
    if (score <= 1) return score;
    const size_t plain = plain_distance(asked, key, most);
    if (plain <= most && plain + 1 < score) score = plain + 1;
    if (asked_length >= SHORT_NAME && length >= SHORT_NAME) {
        bool starts = strncmp(asked, key, asked_length < length ? asked_length : length) == 0;
        if (starts && score > 2) return 2;
        if (!starts && score > 3 && (strstr(key, asked) != NULL || strstr(asked, key) != NULL))
            return 3;
    }
    return score;
}

/* Looks at the names of a range of keys, or of all from a key on, up to ROWS_MAX. */
static enum sl_status look(struct sl_book *book, const char *from, const char *to,
                           struct nearest *nearest, struct sl_error *err)
{
    struct sl_statement statement = {0};
    const size_t length = strlen(nearest->key);
    const size_t most = length < 6 ? 2 : length / 3;
    enum sl_status status =
        sl_statement_prepare(&statement, &book->database,
                             "SELECT key, text, entity FROM name"
                             " WHERE key >= ?1 AND (?2 IS NULL OR key < ?2) LIMIT ?3",
                             err);
    if (status != SL_OK) return status;
    sl_statement_bind_text(&statement, 1, from, strlen(from));
    if (to != NULL) sl_statement_bind_text(&statement, 2, to, strlen(to));
    sl_statement_bind_integer(&statement, 3, ROWS_MAX);
    while ((status = sl_statement_step(&statement, err)) == SL_OK) {
        const char *key = sl_statement_text(&statement, 0);
        size_t score = key == NULL ? TOO_FAR : score_of(nearest->key, key, most);
        if (score >= nearest->score) continue;
        const char *text = sl_statement_text(&statement, 1);
        nearest->score = score;
        nearest->entity = sl_statement_integer(&statement, 2);
        sqlite3_snprintf(sizeof nearest->text, nearest->text, "%s", text == NULL ? "" : text);
    }
    sl_statement_release(&statement);
    return status == SL_NOTHING ? SL_OK : status;
}

/* The keys that begin like this one, for `length` bytes. */
static enum sl_status look_near(struct sl_book *book, size_t length, struct nearest *nearest,
                                struct sl_error *err)
{
    char from[SL_NAME_MAX + 8], to[SL_NAME_MAX + 16];
    if (length > SL_NAME_MAX) length = SL_NAME_MAX;
    sqlite3_snprintf(sizeof from, from, "%.*s", (int)length, nearest->key);
    sqlite3_snprintf(sizeof to, to, "%s\xf4\x8f\xbf\xbf", from);
    return look(book, from, to, nearest, err);
}

enum sl_status sl_book_suggest(struct sl_book *book, const char *name, const char *key,
                               struct sl_error *err)
{
    struct nearest nearest = {.key = key, .score = TOO_FAR};
    const size_t length = strlen(key);
    enum sl_status status = look_near(book, length, &nearest, err);
    for (size_t shorter = length; status == SL_OK && nearest.score > 1 && shorter > 0; shorter /= 2)
        status = look_near(book, shorter, &nearest, err);
    if (status == SL_OK && nearest.score > 1) status = look(book, "", NULL, &nearest, err);
    if (status != SL_OK) return status;
    if (nearest.score == TOO_FAR) return sl_fail(err, SL_NOTHING, "no entity is called '%s'", name);
    return sl_fail(err, SL_NOTHING, "no entity is called '%s'; did you mean '%s'?", name,
                   nearest.text[0] != '\0' ? nearest.text : sl_book_name(book, nearest.entity));
}
