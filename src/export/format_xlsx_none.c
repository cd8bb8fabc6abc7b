/* In place of format_xlsx.c in a program that leaves spreadsheets to another one. */
#include "export/format.h"

static enum sl_status begin(struct sl_writer *writer, struct sl_error *err)
{
    (void)writer;
    return sl_fail(err, SL_FAILED, "spreadsheets are written by another program");
}

static enum sl_status row(struct sl_writer *writer, const struct sl_span *cells,
                          struct sl_error *err)
{
    (void)cells;
    return begin(writer, err);
}

static enum sl_status end(struct sl_writer *writer, struct sl_error *err)
{
    return begin(writer, err);
}

const struct sl_format_type sl_format_xlsx = {.begin = begin, .row = row, .end = end};
