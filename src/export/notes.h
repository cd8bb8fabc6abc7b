/* Events that a chart may mark: each in words, with how much it tells, of which the most telling
 * ones get numbers in the order of their days. Knows no gnuplot and no page. */
#ifndef EXPORT_NOTES_H
#define EXPORT_NOTES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <stakeline/query.h>

#include "base/arena.h"
#include "base/buffer.h"

struct sl_note {
    int32_t day;
    double weight;
    int64_t arrival;  /* of its event */
    const char *who;  /* whose line it belongs to; cleaned; NULL: nobody's */
    const char *text; /* "2023-11-08 Renault sells 28.4 % to French trust"; cleaned */
};

/* All zero is none yet. */
struct sl_notes {
    struct sl_arena arena;
    struct sl_note
        *items; /* as they came; once chosen, the numbered ones by day: item i is i + 1 */
    size_t count, capacity;
    size_t left_out; /* events that could not be numbered */
};

void sl_notes_release(struct sl_notes *notes);

/* A row of a timeline: what it did to a stake, or that there was a pact. Dilutions and claims that
 * are no news are none. `by_issuer`: the lines are those of issuers. False when memory is out. */
bool sl_notes_timeline(struct sl_notes *notes, const struct sl_timeline_row *row, bool by_issuer);
bool sl_notes_round(struct sl_notes *notes, const struct sl_round_row *row);
bool sl_notes_add(struct sl_notes *notes, struct sl_note note);

/* Keeps those from `from` to `to`, the `most` that tell most. */
void sl_notes_choose(struct sl_notes *notes, int32_t from, int32_t to, size_t most);

#endif
