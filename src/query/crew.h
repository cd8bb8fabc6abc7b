/* A question to many issuers, asked by several threads, answered in order. */
#ifndef QUERY_CREW_H
#define QUERY_CREW_H

#include "query/play.h"

enum { SL_CREW_BATCHES = 8 };

struct sl_crew {
    struct sl_book *book;
    const struct sl_packs *packs; /* of every issuer; NULL: they are read batch by batch */
    enum sl_columns columns;      /* that `ask` reads */
    bool alone;                   /* `ask` may be called by the caller's thread alone */
    /* Adds what one issuer says to the answer of its batch. On any thread: the book, but for what
     * `play` reads of it, is the caller's. */
    enum sl_status (*ask)(void *context, void *answer, struct sl_play *play, sl_entity issuer,
                          struct sl_error *err);
    /* Takes the answer of a batch and leaves it empty, on the caller's thread, in order. */
    enum sl_status (*take)(void *context, void *answer, struct sl_error *err);
    void *context;
    void *answers; /* SL_CREW_BATCHES of them */
    size_t answer_size;
};

/* Asks each issuer. The first failure in their order ends it. */
enum sl_status sl_crew_run(const struct sl_crew *crew, const sl_entity *issuers, size_t count,
                           struct sl_error *err);

#endif
