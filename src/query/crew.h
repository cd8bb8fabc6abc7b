/* A question to many issuers, asked by several threads: each gathers what it hears by itself. */
#ifndef QUERY_CREW_H
#define QUERY_CREW_H

#include "query/play.h"

enum { SL_CREW_MOST = 4 };

struct sl_crew {
    struct sl_book *book;
    enum sl_columns columns; /* that `ask` reads: those of positions, or of funding */
    bool alone;              /* the caller's thread alone asks, in the order of the issuers */
    /* Adds what the issuer at `place` of their list says to the gathering of its thread. On any
     * thread: the book, but for what `play` reads of it, is the caller's. */
    enum sl_status (*ask)(void *context, void *gathering, struct sl_play *play, sl_entity issuer,
                          size_t place, struct sl_error *err);
    /* Told, before anyone asks, how many places there are at most; NULL: it need not be. */
    enum sl_status (*expect)(void *context, size_t most, struct sl_error *err);
    /* What the caller's thread does before it asks, too; NULL: nothing. */
    enum sl_status (*first)(void *context, struct sl_error *err);
    void *context;
    void *gatherings; /* SL_CREW_MOST of them, of which some stay as they are */
    size_t gathering_size;
};

/* Asks each issuer, of which there are `count`: fastest in the order of their ids. The first
 * failure in their order ends it. */
enum sl_status sl_crew_run(const struct sl_crew *crew, const sl_entity *issuers, size_t count,
                           struct sl_error *err);

/* The issuers that were asked, in an allocation of the caller's. */
struct sl_crew_list {
    sl_entity *issuers;
    size_t count;
};
/* The same of all issuers, or of those that have rounds or debts: they are listed while others ask
 * already, and the list is whole before `first`. By id; where the caller's thread asks alone, in
 * the order of names. */
enum sl_status sl_crew_run_all(const struct sl_crew *crew, bool funded, struct sl_crew_list *list,
                               struct sl_error *err);
/* Of one issuer, or (0) of all that have rounds or debts. */
enum sl_status sl_crew_run_funded(const struct sl_crew *crew, sl_entity issuer,
                                  struct sl_error *err);

#endif
