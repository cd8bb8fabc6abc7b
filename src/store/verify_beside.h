/* Do the tables beside the events (entities, issuers, links, fundings) have what the events need?
 */
#ifndef STORE_VERIFY_BESIDE_H
#define STORE_VERIFY_BESIDE_H

#include "model/event.h"
#include "store/scan.h"
#include "store/sorter.h"
#include "store/statement.h"

/* All zero is one that was not begun. */
struct sl_verify_beside {
    struct sl_database *database;
    sl_entity *entities; /* all there are, sorted */
    size_t entity_count, entity_capacity;
    struct sl_statement listed; /* of issuers */
    struct sl_statement links;
    struct sl_sorter *needed; /* links that the events need: holder, issuer */
    sl_entity issuer;         /* of the event before */
    bool is_listed, is_funded, is_reported;
    int64_t nameless, unlisted, unlinked;
    struct sl_scan fundings;
    struct sl_buffer wanted, found; /* encoded: an event that funds, and the one that is stored */
    bool is_misfunded;              /* from some event on they are not those of the log */
};

enum sl_status sl_verify_beside_begin(struct sl_verify_beside *beside, struct sl_database *database,
                                      struct sl_error *err);
/* Events come in the table's order. */
enum sl_status sl_verify_event(struct sl_verify_beside *beside, const struct sl_row *row,
                               struct sl_error *err);
/* Then the counts of what is missing are there. */
enum sl_status sl_verify_beside_end(struct sl_verify_beside *beside, struct sl_error *err);
void sl_verify_beside_release(struct sl_verify_beside *beside);

#endif
