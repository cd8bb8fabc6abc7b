/* Lines as rules name them. What counts as crossing one is told in docs/THRESHOLDS.md. */
#include "query/lines.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "model/stake.h"
#include "query/words.h"

static void add(struct sl_lines *lines, double line)
{
    lines->at[lines->count++] = line;
}

static void add_whole(struct sl_lines *lines, int first)
{
    for (int line = first; line <= 100; line++)
        add(lines, line);
}

static void take_regime(struct sl_lines *lines, enum sl_regime regime)
{
    static const double eu[] = {5, 10, 15, 20, 25, 30, 50, 75};
    static const double amf[] = {5, 10, 15, 20, 25, 30, 100.0 / 3, 50, 200.0 / 3, 90, 95};
    switch (regime) {
    case SL_REGIME_EU:
        for (size_t i = 0; i < sizeof eu / sizeof *eu; i++)
            add(lines, eu[i]);
        break;
    case SL_REGIME_SEC:
        add(lines, 5);
        lines->exceed = true;
        break;
    case SL_REGIME_DTR5: add_whole(lines, 3); break;
    case SL_REGIME_AMF:
        for (size_t i = 0; i < sizeof amf / sizeof *amf; i++)
            add(lines, amf[i]);
        lines->exceed = lines->fall_below = true;
        break;
    case SL_REGIME_SEBI:
        add(lines, 5);
        add(lines, 25);
        lines->step = 2;
        lines->exceed_step = true;
        break;
    case SL_REGIME_JAPAN:
        add(lines, 5);
        lines->exceed = true;
        lines->step = 1;
        break;
    case SL_REGIME_HK: add_whole(lines, 5); break;
    }
}

static int compare_lines(const void *left, const void *right)
{
    const double *a = left, *b = right;
    return (*a > *b) - (*a < *b);
}

static enum sl_status take_word(struct sl_lines *lines, const char *word, size_t length,
                                struct sl_error *err)
{
    char text[SL_STAKE_SIZE] = "";
    struct sl_stake stake = {0};
    if (length < sizeof text) memcpy(text, word, length);
    if (sl_stake_parse(&stake, text, NULL, NULL) != SL_OK || stake.low != stake.high ||
        !(stake.low > 0))
        return sl_fail(err, SL_MISUSE, "'%.*s' is no line: a per cent over 0 was expected, or 1/3",
                       length < 80 ? (int)length : 80, word);
    if (lines->count == SL_LINES_MAX)
        return sl_fail(err, SL_MISUSE, "more than %d lines", SL_LINES_MAX);
    add(lines, stake.low);
    return SL_OK;
}

enum sl_status sl_lines_read(struct sl_lines *lines, const char *list, enum sl_regime regime,
                             struct sl_error *err)
{
    size_t length, kept = 0;
    *lines = (struct sl_lines){0};
    if (list == NULL) take_regime(lines, regime);
    for (const char *word; (word = sl_words_next(&list, &length)) != NULL;) {
        enum sl_status status = take_word(lines, word, length, err);
        if (status != SL_OK) return status;
    }
    qsort(lines->at, lines->count, sizeof *lines->at, compare_lines);
    for (size_t i = 0; i < lines->count; i++) {
        if (kept == 0 || lines->at[i] - lines->at[kept - 1] > SL_LINES_SAME)
            lines->at[kept++] = lines->at[i];
    }
    lines->count = kept;
    return SL_OK;
}

enum sl_side sl_side_of(struct sl_standing stake, double line, bool exceed)
{
    const double least = line - SL_LINES_SAME, most = line + SL_LINES_SAME;
    if (!exceed) {
        if (stake.low >= least) return SL_SIDE_ABOVE;
        return stake.high >= least ? SL_SIDE_AROUND : SL_SIDE_BELOW;
    }
    if (stake.low > most) return SL_SIDE_ABOVE;
    return stake.high > (stake.rough ? least : most) ? SL_SIDE_AROUND : SL_SIDE_BELOW;
}

enum sl_side sl_lines_side(const struct sl_lines *lines, struct sl_standing stake, double line,
                           bool up)
{
    if (up || !lines->fall_below) return sl_side_of(stake, line, lines->exceed);
    const struct sl_standing mirrored = {-stake.high, -stake.low, stake.rough};
    switch (sl_side_of(mirrored, -line, true)) {
    case SL_SIDE_ABOVE: return SL_SIDE_BELOW;
    case SL_SIDE_BELOW: return SL_SIDE_ABOVE;
    default: return SL_SIDE_AROUND;
    }
}
