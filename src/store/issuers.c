/* Lists of entities: the issuers, all, funded, or those of one holder; and everyone. */
#include <stdlib.h>

#include "base/text_sort.h"
#include "store/ids.h"
#include "store/inside.h"

/* Adds the first column of a statement's rows, as the entities that they count as. */
static enum sl_status add_rows(struct sl_book *book, struct sl_ids *list,
                               struct sl_statement *statement, struct sl_error *err)
{
    enum sl_status status;
    while ((status = sl_statement_step(statement, err)) == SL_OK) {
        status = sl_ids_add(list, sl_merges_root(book, sl_statement_integer(statement, 0)), err);
        if (status != SL_OK) break;
    }
    return status == SL_NOTHING ? SL_OK : status;
}

/* Of one name: as they stand in the list. */
static int compare_places(const void *left, const void *right)
{
    const struct sl_text_item *a = left, *b = right;
    return (a->of > b->of) - (a->of < b->of);
}

enum sl_status sl_book_name_order(struct sl_book *book, const sl_entity *ids, size_t count,
                                  size_t *order, struct sl_error *err)
{
    struct sl_text_item *names = calloc(count + 1, sizeof *names);
    if (names == NULL) return sl_fail_memory(err);
    enum sl_status status = sl_book_expect_names(book, count, err);
    for (size_t i = 0; i < count && status == SL_OK; i++)
        names[i] = (struct sl_text_item){.text = sl_book_name(book, ids[i]), .of = &order[i]};
    if (status == SL_OK) sl_text_sort(names, count, compare_places);
    for (size_t i = 0; i < count && status == SL_OK; i++)
        order[i] = (size_t)((size_t *)names[i].of - order);
    free(names);
    return status;
}

static enum sl_status sort_by_name(struct sl_book *book, struct sl_ids *list, struct sl_error *err)
{
    size_t *order = calloc(list->count + 1, sizeof *order);
    sl_entity *sorted = calloc(list->count + 1, sizeof *sorted);
    enum sl_status status = order == NULL || sorted == NULL
                                ? sl_fail_memory(err)
                                : sl_book_name_order(book, list->items, list->count, order, err);
    if (status == SL_OK) {
        for (size_t i = 0; i < list->count; i++)
            sorted[i] = list->items[order[i]];
        free(list->items);
        list->items = sorted;
        sorted = NULL;
    }
    free(order);
    free(sorted);
    return status;
}

static enum sl_status list_ids(struct sl_book *book, struct sl_ids *list, const char *sql,
                               struct sl_error *err)
{
    struct sl_statement statement = {0};
    enum sl_status status = sl_merges_load(book, err);
    if (status == SL_OK) status = sl_statement_prepare(&statement, &book->database, sql, err);
    if (status == SL_OK) status = add_rows(book, list, &statement, err);
    sl_statement_release(&statement);
    sl_ids_make_unique(list->items, &list->count);
    return status;
}

static const char *const issuers_sql[] = {"SELECT entity FROM issuer",
                                          "SELECT entity FROM issuer WHERE funded"};

enum sl_status sl_book_issuers(struct sl_book *book, bool funded, bool by_name, sl_entity **out,
                               size_t *count, struct sl_error *err)
{
    struct sl_ids list = {0};
    enum sl_status status = list_ids(book, &list, issuers_sql[funded], err);
    if (status == SL_OK && by_name) status = sort_by_name(book, &list, err);
    return sl_ids_hand_over(&list, status, out, count, err);
}

bool sl_book_has_merges(const struct sl_book *book)
{
    return book->merge_count > 0;
}

enum sl_status sl_book_each_issuer(struct sl_book *book, bool funded,
                                   void (*each)(void *context, sl_entity issuer), void *context,
                                   struct sl_error *err)
{
    struct sl_statement statement = {0};
    enum sl_status status =
        sl_statement_prepare(&statement, &book->database, issuers_sql[funded], err);
    while (status == SL_OK && (status = sl_statement_step(&statement, err)) == SL_OK)
        each(context, sl_statement_integer(&statement, 0));
    sl_statement_release(&statement);
    return status == SL_NOTHING ? SL_OK : status;
}

enum sl_status sl_book_issuer_ids(struct sl_book *book, sl_entity *lowest, sl_entity *highest,
                                  struct sl_error *err)
{
    struct sl_statement statement = {0};
    enum sl_status status = sl_statement_prepare(
        &statement, &book->database,
        "SELECT (SELECT min(entity) FROM issuer), (SELECT max(entity) FROM issuer)", err);
    if (status == SL_OK) status = sl_statement_step(&statement, err);
    if (status == SL_OK) {
        *lowest = sl_statement_integer(&statement, 0);
        *highest = sl_statement_integer(&statement, 1);
    }
    sl_statement_release(&statement);
    return status;
}

/* Adds what the holders have, of whom there may be others between these. */
static enum sl_status add_held(struct sl_book *book, struct sl_ids *list, const sl_entity *holders,
                               size_t count, struct sl_error *err)
{
    struct sl_statement *statement = &book->issuers_of; /* kept: a network asks very often */
    size_t at = 0;
    enum sl_status status =
        sl_statement_prepare(statement, &book->database,
                             "SELECT holder, issuer FROM link WHERE holder BETWEEN ?1 AND ?2"
                             " ORDER BY holder",
                             err);
    if (status != SL_OK) return status;
    sl_statement_bind_integer(statement, 1, holders[0]);
    sl_statement_bind_integer(statement, 2, holders[count - 1]);
    while ((status = sl_statement_step(statement, err)) == SL_OK) {
        const sl_entity holder = sl_statement_integer(statement, 0);
        while (at < count && holders[at] < holder)
            at++;
        if (at == count || holders[at] != holder) continue;
        status = sl_ids_add(list, sl_merges_root(book, sl_statement_integer(statement, 1)), err);
        if (status != SL_OK) break;
    }
    sl_statement_reset(statement);
    return status == SL_NOTHING ? SL_OK : status;
}

enum sl_status sl_book_issuers_of(struct sl_book *book, const sl_entity *holders, size_t count,
                                  sl_entity **out, size_t *out_count, struct sl_error *err)
{
    enum { NEAR = 4 };
    struct sl_ids list = {0};
    sl_entity *ids = NULL;
    size_t found = 0;
    enum sl_status status = sl_merges_ids(book, holders, count, &ids, &found, err);
    for (size_t i = 0, run; i < found && status == SL_OK; i += run) {
        run = sl_ids_run(ids + i, found - i, NEAR);
        status = add_held(book, &list, ids + i, run, err);
    }
    free(ids);
    sl_ids_make_unique(list.items, &list.count);
    return sl_ids_hand_over(&list, status, out, out_count, err);
}

enum sl_status sl_book_each_entity(struct sl_book *book, sl_entity first, sl_entity end,
                                   enum sl_status (*each)(void *context, sl_entity entity,
                                                          const char *name, struct sl_error *err),
                                   void *context, struct sl_error *err)
{
    struct sl_statement statement = {0};
    enum sl_status status =
        sl_statement_prepare(&statement, &book->database,
                             "SELECT id, name FROM entity WHERE id >= ?1 AND id < ?2"
                             " AND same_as IS NULL ORDER BY id",
                             err);
    bool ended = false;
    if (status == SL_OK) {
        sl_statement_bind_integer(&statement, 1, first);
        sl_statement_bind_integer(&statement, 2, end);
    }
    while (status == SL_OK) {
        status = sl_statement_step(&statement, err);
        ended = status == SL_NOTHING;
        if (status != SL_OK) break;
        const char *name = sl_statement_text(&statement, 1);
        status = each(context, sl_statement_integer(&statement, 0), name == NULL ? "?" : name, err);
    }
    sl_statement_release(&statement);
    return ended ? SL_OK : status;
}
