/* Writing down the columns of a row's struct: COLUMN(struct sl_x, member, "name", "Label", …). */
#ifndef QUERY_COLUMNS_H
#define QUERY_COLUMNS_H

#include <stddef.h>

#include <stakeline/row.h>

#define COLUMN(row, member, name, label, type, show)                       \
    {                                                                      \
        name, label, SL_TYPE_##type, SL_SHOW_##show, offsetof(row, member) \
    }
#define ROW_TYPE(name, fields)                           \
    {                                                    \
        name, fields, sizeof(fields) / sizeof(*(fields)) \
    }

#endif
