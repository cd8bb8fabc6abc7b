/* Deals on their way to rows. */
#ifndef QUERY_DEAL_ROWS_H
#define QUERY_DEAL_ROWS_H

#include <stakeline/deals.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "model/event.h"
#include "store/book.h"

/* The versions of one event, the latest last. */
struct sl_versions {
    const struct sl_event *const *items;
    size_t count;
};

/* All zero but for `book` is empty. */
struct sl_deal_rows {
    struct sl_book *book; /* which has the names */
    struct sl_deal_row *items;
    size_t count, capacity;
    struct sl_arena arena;
    struct sl_buffer text; /* scratch */
};

/* Adds a row: what the latest version says, and which statuses it went through. */
enum sl_status sl_deal_rows_add(struct sl_deal_rows *rows, const struct sl_versions *versions,
                                struct sl_error *err);
void sl_deal_rows_release(struct sl_deal_rows *rows);

#endif
