/* The names of the x_ columns in the log. */
#ifndef STORE_EXTRA_NAMES_H
#define STORE_EXTRA_NAMES_H

#include "base/arena.h"
#include "base/buffer.h"
#include "store/name_table.h"
#include "store/statement.h"

/* All zero is one that was not begun. */
struct sl_extra_names {
    struct sl_statement keys;
    struct sl_name_table met;
    struct sl_arena memory;
    struct sl_buffer joined, last;
    size_t count;
    const char **sorted; /* after the end: NULL-terminated */
};

enum sl_status sl_extra_names_begin(struct sl_extra_names *names, struct sl_database *database,
                                    struct sl_error *err);
/* Adds the names in an event's object of x_ columns. */
enum sl_status sl_extra_names_add(struct sl_extra_names *names, const char *object, size_t length,
                                  struct sl_error *err);
/* Adds those that another has met; false when memory is out. */
bool sl_extra_names_join(struct sl_extra_names *names, const struct sl_extra_names *other);
enum sl_status sl_extra_names_end(struct sl_extra_names *names, struct sl_error *err);
void sl_extra_names_release(struct sl_extra_names *names);

#endif
