/* Rows of answers: one C struct a kind of row, described by a table of its members, so that every
 * output format walks every row in the same way. */
#ifndef STAKELINE_ROW_H
#define STAKELINE_ROW_H

#include <stddef.h>
#include <stdint.h>

#include <stakeline/date.h>
#include <stakeline/money.h>
#include <stakeline/status.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The C type of a member, and what stands for "blank" in it. */
enum sl_type {
    SL_TYPE_TEXT,    /* const char *: NULL or "" */
    SL_TYPE_DATE,    /* struct sl_date: unit SL_DATE_NONE */
    SL_TYPE_PERCENT, /* double, per cent or points: NaN */
    SL_TYPE_COUNT,   /* int64_t: SL_NO_COUNT */
    SL_TYPE_MONEY,   /* struct sl_money: currency "" */
    SL_TYPE_NUMBER   /* double: NaN */
};

#define SL_NO_COUNT INT64_MIN

/* How a table for people treats a column; CSV and JSON ignore it. */
enum sl_show {
    SL_SHOW_PLAIN = 0, /* as it is; left out when blank in every row */
    SL_SHOW_ALWAYS,    /* a column even when blank in every row */
    SL_SHOW_NEVER,     /* only in CSV and JSON (or in --wide tables) */
    SL_SHOW_CHANGE,    /* a signed number */
    SL_SHOW_RANGE,     /* a middle whose low and high are the next two columns: "42–44 %" */
    SL_SHOW_MONEY,     /* an amount whose currency is the next column: "USD 12,000,000" */
    SL_SHOW_FLAG,      /* flags: the row is marked where one is set */
    SL_SHOW_LONG,      /* free text, cut first when the table is too wide */
    SL_SHOW_WRAP       /* sentences: they go on in further lines when the table is too wide */
};

struct sl_field {
    const char *name;  /* the column's name in CSV and JSON */
    const char *label; /* its heading in a table; NULL: the name */
    enum sl_type type;
    enum sl_show show;
    size_t offset; /* of the member in the row's struct */
};

struct sl_row_type {
    const char *name; /* what the rows are: "timeline" */
    const struct sl_field *fields;
    size_t count;
};

/* Receives rows; the row and all that it points to are borrowed for the call. A status other than
 * SL_OK ends the query, which returns it. */
struct sl_sink {
    enum sl_status (*row)(void *context, const void *row, struct sl_error *err);
    void *context;
};

/* A sink that can receive rows on several threads at once, in parts. */
struct sl_parts {
    struct sl_sink sink;
    /* Makes a part: a sink of its own, which keeps its rows until they are sent. Any thread may
     * give it rows, while no other does. NULL: rows must come one by one, to `sink`. */
    enum sl_status (*open)(void *context, struct sl_sink *part, struct sl_error *err);
    /* Puts the rows of a part behind all that were sent before, and empties it. This and `open`,
     * which get the context of `sink`, are called by one thread alone. */
    enum sl_status (*send)(void *context, const struct sl_sink *part, struct sl_error *err);
    void (*close)(struct sl_sink *part); /* with all that it keeps */
};

#ifdef __cplusplus
}
#endif

#endif
