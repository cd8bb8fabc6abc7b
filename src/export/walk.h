/* From rows to cells: the one walk over a row's members that all formats share. */
#ifndef EXPORT_WALK_H
#define EXPORT_WALK_H

#include "base/arena.h"
#include "base/buffer.h"
#include "export/format.h"

/* The columns of one kind of rows, and the cells of the latest one. All zero is empty. */
struct sl_walk {
    const struct sl_row_type *type; /* NULL: rows of text cells */
    struct sl_column *columns;
    size_t *fields; /* the (first) member that each column shows */
    struct sl_span *spans;
    size_t count;
    char *numbers;          /* printed numbers of the latest row */
    struct sl_arena memory; /* of all the above */
    struct sl_buffer text;  /* cells of the latest row that are no row's own text */
    bool for_people;
};

/* Plans the columns of rows of this type: every member in its order, or, `for_people`, as enum
 * sl_show says, those with flags last. */
enum sl_status sl_walk_init(struct sl_walk *walk, const struct sl_row_type *type, bool for_people,
                            struct sl_error *err);
/* The same for rows that are text already; the names are copied. */
enum sl_status sl_walk_init_text(struct sl_walk *walk, const char *const *names, size_t count,
                                 bool for_people, struct sl_error *err);
/* The same columns once more; text names are borrowed. */
enum sl_status sl_walk_init_like(struct sl_walk *walk, const struct sl_walk *other,
                                 struct sl_error *err);
/* Fills `spans`, which borrow from the row and live until the next call. */
enum sl_status sl_walk_fill(struct sl_walk *walk, const void *row, struct sl_error *err);
enum sl_status sl_walk_fill_text(struct sl_walk *walk, const char *const *texts,
                                 struct sl_error *err);
void sl_walk_release(struct sl_walk *walk);

/* present.c: which columns people see, and what stands in them. The columns' arrays have room for
 * every member of the type. */
void sl_present_columns(struct sl_walk *walk);
void sl_present_cell(struct sl_buffer *out, const struct sl_row_type *type, size_t field,
                     const void *row);

#endif
