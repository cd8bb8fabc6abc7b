/* The event: one dated claim. What a row of the CSV means once its cells are read. */
#ifndef MODEL_EVENT_H
#define MODEL_EVENT_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include <stakeline/date.h>
#include <stakeline/money.h>
#include <stakeline/query.h>

#include "model/amount.h"
#include "model/stake.h"

enum sl_kind {
    SL_KIND_HOLDING = 1,
    SL_KIND_ACQUIRE,
    SL_KIND_DISPOSE,
    SL_KIND_ISSUE,
    SL_KIND_CANCEL,
    SL_KIND_SPLIT,
    SL_KIND_OUTSTANDING,
    SL_KIND_FOUND,
    SL_KIND_ROUND,
    SL_KIND_DEBT,
    SL_KIND_IPO,
    SL_KIND_MERGER,
    SL_KIND_PACT,
    SL_KIND_NOTE,
    SL_KIND_LAST = SL_KIND_NOTE
};

/* The word of the CSV for a kind, a stage (DESIGN section 2). */
const char *sl_kind_name(enum sl_kind kind);
const char *sl_stage_name(enum sl_stage stage);
/* From the word, ASCII case ignored; 0 (a kind) or -1 (a stage) when there is none. */
int sl_kind_from(const char *word);
int sl_stage_from(const char *word);
/* Do `stake`, `stake_after` and `shares` mean something on it? (holding, acquire, dispose, issue,
 * cancel, round) */
bool sl_kind_moves_positions(enum sl_kind kind);

/* An entity of a book; 0 is none. */
typedef int64_t sl_entity;

/* Strings are NULL when not stated, and live as long as whoever handed the event out says.
 * Names are entity ids; spelling is the store's business. */
struct sl_event {
    int64_t seq;  /* order of arrival in the book */
    int64_t line; /* of its file; 0 when not known */
    struct sl_date date, known;
    enum sl_kind kind;
    enum sl_stage stage;
    sl_entity issuer, holder, counterparty;
    const char *class_;
    struct sl_stake stake, stake_after, votes;
    int64_t shares, outstanding; /* SL_NO_SHARES: not stated */
    struct sl_ratio ratio;
    struct sl_money amount, pre_money, post_money, price; /* each with its own currency, so that a
                     version can carry one over from another; in the log they share the row's */
    bool lead;
    const char *round, *instrument, *deal, *part;
    const char *source, *url, *note;
    const char *extra; /* the x_ columns as a JSON object of strings, keys sorted */
};

/* Texts of events: what is not stated (NULL) comes first, and is like nothing else. */
static inline int sl_cell_compare(const char *a, const char *b)
{
    if (a == NULL || b == NULL) return (a != NULL) - (b != NULL);
    return a == b ? 0 : strcmp(a, b);
}

static inline bool sl_cell_same(const char *a, const char *b)
{
    return sl_cell_compare(a, b) == 0;
}

/* The same event with the canonical spellings of the cells that a struct does not keep: what
 * ingest hands to the store, and the store to an export. */
struct sl_event_text {
    struct sl_event event;
    char stake[SL_STAKE_SIZE], stake_after[SL_STAKE_SIZE], votes[SL_STAKE_SIZE]; /* "": none */
    char ratio[SL_RATIO_SIZE];
    char currency[4]; /* of the row, even when no amount is stated */
    int fiscal_month; /* month a fiscal date starts in, of `date` and `known` alike */
};

#endif
