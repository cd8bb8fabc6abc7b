/* The claims of one issuer that count: its events read from the store, the versions of a deal
 * reduced to the one that stands (DESIGN section 3, "Reports of one deal"). */
#ifndef QUERY_CLAIMS_H
#define QUERY_CLAIMS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "model/event.h"
#include "store/book.h"

struct sl_claim {
    struct sl_event event; /* what it leaves blank is carried over from its earlier versions */
    bool pending;          /* neither completed nor cancelled */
    bool counts;           /* moves positions: completed, or pending and asked for */
    double sold;           /* part of the capital that its group bought, on the first round row of
                              the group; NaN elsewhere (set by replay) */
    bool superseded;       /* by a later version of its deal: while claims are settled */
    const struct sl_event *next; /* that version, where dropped ones are kept */
};

/* An event that the claims left out, and why. */
enum sl_fate {
    SL_FATE_SUPERSEDED, /* by a later version of its deal */
    SL_FATE_CANCELLED,
    SL_FATE_LATER,  /* takes effect after the date */
    SL_FATE_UNKNOWN /* was not known by then */
};
struct sl_dropped {
    struct sl_event event;
    enum sl_fate fate;
    const struct sl_event *next; /* of a SUPERSEDED one: the version that took its place */
};

/* In the order of (effective day, arrival). Strings live as long as the cursor stands there. */
struct sl_claims {
    struct sl_claim *items;
    size_t count, capacity;
    size_t *dealt; /* of those as they were read, the ones with a deal */
    size_t dealt_count, dealt_capacity;
    struct sl_arena arena;
    bool keep_dropped; /* set by whoever asks what does not count, before reading */
    struct sl_dropped *dropped;
    size_t dropped_count, dropped_capacity;
};

/* Replaces the claims by those of the issuer that the cursor stands before. `view` decides by its
 * known_by, to and pro_forma; cancelled events are left out. */
enum sl_status sl_claims_read(struct sl_claims *claims, struct sl_cursor *cursor,
                              const struct sl_view *view, struct sl_error *err);
/* The first half of it: every event of the issuer, as it stands in the log. */
enum sl_status sl_claims_load(struct sl_claims *claims, struct sl_cursor *cursor,
                              struct sl_error *err);
/* The second half: reduces the events in `items`, all of one issuer and in order, to the
 * claims that count. */
enum sl_status sl_claims_settle(struct sl_claims *claims, const struct sl_view *view,
                                struct sl_error *err);
/* Reads the issuer's claims and lists every version of its deals' events that was known by that
 * day, cancelled ones included: those of one event (one deal, holder, class and part) stand
 * together, the latest last, each with what it carries over from the one before. *out lives until
 * the next read. */
enum sl_status sl_claims_read_versions(struct sl_claims *claims, struct sl_cursor *cursor,
                                       int32_t known_by, const struct sl_event ***out,
                                       size_t *count, struct sl_error *err);
/* Are these two events with a deal, of one issuer, versions of one event? */
bool sl_claims_same_event(const struct sl_event *a, const struct sl_event *b);
void sl_claims_release(struct sl_claims *claims);

#endif
