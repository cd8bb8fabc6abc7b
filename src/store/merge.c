/* Merged entities. Each points at the one it was merged into, so that a merge can be taken back
 * as it was made; an entity counts as the end of its chain. Events keep the ids they came with. */
#include <stakeline/entity.h>

#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "store/ids.h"
#include "store/import_state.h"
#include "store/inside.h"

static int by_entity(const void *a, const void *b)
{
    const struct sl_merge *x = a, *y = b;
    return (x->entity > y->entity) - (x->entity < y->entity);
}

static int by_root(const void *a, const void *b)
{
    const struct sl_merge *x = a, *y = b;
    return x->root != y->root ? (x->root > y->root) - (x->root < y->root) : by_entity(a, b);
}

/* The place of an entity among the merged ones, or NULL. */
static struct sl_merge *find(const struct sl_book *book, sl_entity entity)
{
    const struct sl_merge wanted = {.entity = entity};
    if (book->merge_count == 0) return NULL;
    return bsearch(&wanted, book->merges, book->merge_count, sizeof *book->merges, by_entity);
}

/* Walks every chain to its end. Longer than there are merges, it runs in a circle. */
static enum sl_status resolve_chains(struct sl_book *book, struct sl_error *err)
{
    for (size_t i = 0; i < book->merge_count; i++) {
        size_t steps = 0;
        const struct sl_merge *next;
        while ((next = find(book, book->merges[i].root)) != NULL) {
            book->merges[i].root = next->root;
            if (++steps > book->merge_count) {
                return sl_fail(err, SL_FAILED, "%s: is damaged (merges run in a circle)",
                               book->database.path);
            }
        }
    }
    return SL_OK;
}

static enum sl_status put_in_order(struct sl_book *book, struct sl_error *err)
{
    const size_t count = book->merge_count;
    if (count == 0) return SL_OK;
    qsort(book->merges, count, sizeof *book->merges, by_entity);
    enum sl_status status = resolve_chains(book, err);
    if (status != SL_OK) return status;
    book->by_root = malloc(count * sizeof *book->by_root);
    if (book->by_root == NULL) return sl_fail_memory(err);
    memcpy(book->by_root, book->merges, count * sizeof *book->by_root);
    qsort(book->by_root, count, sizeof *book->by_root, by_root);
    return SL_OK;
}

enum sl_status sl_merges_load(struct sl_book *book, struct sl_error *err)
{
    if (book->merges_known) return SL_OK;
    size_t capacity = 0;
    struct sl_statement statement = {0};
    enum sl_status status =
        sl_statement_prepare(&statement, &book->database,
                             "SELECT id, same_as FROM entity WHERE same_as IS NOT NULL", err);
    while (status == SL_OK && (status = sl_statement_step(&statement, err)) == SL_OK) {
        if (!sl_vector_grow(&book->merges, book->merge_count, &capacity, sizeof *book->merges)) {
            status = sl_fail_memory(err);
            break;
        }
        book->merges[book->merge_count++] =
            (struct sl_merge){.entity = sl_statement_integer(&statement, 0),
                              .root = sl_statement_integer(&statement, 1)};
    }
    sl_statement_release(&statement);
    if (status == SL_NOTHING) status = put_in_order(book, err);
    if (status == SL_OK)
        book->merges_known = true;
    else
        sl_merges_forget(book);
    return status;
}

void sl_merges_forget(struct sl_book *book)
{
    free(book->merges);
    free(book->by_root);
    book->merges = book->by_root = NULL;
    book->merge_count = 0;
    book->merges_known = false;
}

sl_entity sl_merges_root(const struct sl_book *book, sl_entity entity)
{
    const struct sl_merge *merge = find(book, entity);
    return merge == NULL ? entity : merge->root;
}

sl_entity sl_import_root(const struct sl_import *import, sl_entity entity)
{
    return sl_merges_root(import->book, entity);
}

/* The first of the merges into `root`, in the order of roots. */
static size_t first_into(const struct sl_book *book, sl_entity root)
{
    size_t from = 0, to = book->merge_count;
    while (from < to) {
        const size_t middle = from + (to - from) / 2;
        if (book->by_root[middle].root < root)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

/* Appends what counts as `root`, itself first. */
static enum sl_status add_group(const struct sl_book *book, sl_entity root, struct sl_ids *list,
                                struct sl_error *err)
{
    enum sl_status status = sl_ids_add(list, root, err);
    for (size_t i = first_into(book, root);
         i < book->merge_count && book->by_root[i].root == root && status == SL_OK; i++)
        status = sl_ids_add(list, book->by_root[i].entity, err);
    return status;
}

enum sl_status sl_merges_group(const struct sl_book *book, sl_entity root, sl_entity **out,
                               size_t *count, struct sl_error *err)
{
    struct sl_ids list = {0};
    return sl_ids_hand_over(&list, add_group(book, root, &list, err), out, count, err);
}

enum sl_status sl_merges_ids(struct sl_book *book, const sl_entity *entities, size_t count,
                             sl_entity **out, size_t *out_count, struct sl_error *err)
{
    struct sl_ids list = {0};
    enum sl_status status = sl_merges_load(book, err);
    for (size_t i = 0; i < count && status == SL_OK; i++)
        status = add_group(book, sl_merges_root(book, entities[i]), &list, err);
    sl_ids_make_unique(list.items, &list.count);
    return sl_ids_hand_over(&list, status, out, out_count, err);
}
/* same_as of 0 takes a merge back. */
static enum sl_status point(struct sl_book *book, sl_entity entity, sl_entity same_as,
                            struct sl_error *err)
{
    struct sl_statement statement = {0};
    enum sl_status status =
        sl_statement_prepare(&statement, &book->database,
                             "UPDATE entity SET same_as = nullif(?2, 0) WHERE id = ?1", err);
    if (status == SL_OK) {
        sl_statement_bind_integer(&statement, 1, entity);
        sl_statement_bind_integer(&statement, 2, same_as);
        status = sl_statement_run(&statement, err);
    }
    sl_statement_release(&statement);
    sl_book_forget(book);
    return status;
}

enum sl_status sl_entity_merge(struct sl_book *book, const char *name, const char *other,
                               struct sl_error *err)
{
    sl_entity into, from;
    enum sl_status status = sl_book_write_begin(book, err);
    if (status != SL_OK) return status;
    status = sl_book_find(book, name, &into, err);
    if (status == SL_OK) status = sl_book_find(book, other, &from, err);
    if (status == SL_OK && into != from) status = point(book, from, into, err);
    return sl_book_write_end(book, status, err);
}

enum sl_status sl_entity_unmerge(struct sl_book *book, const char *other, struct sl_error *err)
{
    sl_entity entity;
    enum sl_status status = sl_book_write_begin(book, err);
    if (status != SL_OK) return status;
    status = sl_book_find_own(book, other, &entity, err);
    if (status == SL_OK) status = sl_merges_load(book, err);
    if (status == SL_OK && sl_merges_root(book, entity) == entity) {
        status = sl_fail(err, SL_NOTHING, "'%s' is not merged into another entity", other);
    }
    if (status == SL_OK) status = point(book, entity, 0, err);
    return sl_book_write_end(book, status, err);
}
