/* Statements that store several rows. */
#include "store/inserts.h"

#include "base/buffer.h"

static struct sl_insert_cell *next_cell(struct sl_inserts *inserts)
{
    return &inserts->cells[inserts->count++];
}

void sl_inserts_null(struct sl_inserts *inserts)
{
    *next_cell(inserts) = (struct sl_insert_cell){.form = SL_INSERT_NULL};
}

void sl_inserts_integer(struct sl_inserts *inserts, int64_t number)
{
    *next_cell(inserts) = (struct sl_insert_cell){.form = SL_INSERT_INTEGER, .number = number};
}

void sl_inserts_text(struct sl_inserts *inserts, const char *text, size_t length)
{
    *next_cell(inserts) =
        (struct sl_insert_cell){.form = SL_INSERT_TEXT, .text = text, .length = length};
}

static enum sl_status prepare(const struct sl_inserts *inserts, struct sl_statement *statement,
                              struct sl_error *err)
{
    if (statement->raw != NULL) return SL_OK;
    struct sl_buffer sql = {0};
    sl_buffer_printf(&sql, "%s VALUES (?", inserts->into);
    for (int i = 1; i < inserts->count; i++)
        sl_buffer_add_text(&sql, i % inserts->columns == 0 ? "),(?" : ",?");
    sl_buffer_printf(&sql, ") %s", inserts->behind);
    enum sl_status status = sql.failed
                                ? sl_fail_memory(err)
                                : sl_statement_prepare(statement, inserts->database, sql.data, err);
    sl_buffer_release(&sql);
    return status;
}

static void bind(struct sl_statement *statement, int parameter, const struct sl_insert_cell *cell)
{
    switch (cell->form) {
    case SL_INSERT_NULL: sl_statement_bind_null(statement, parameter); break;
    case SL_INSERT_INTEGER: sl_statement_bind_integer(statement, parameter, cell->number); break;
    case SL_INSERT_TEXT:
        sl_statement_bind_text(statement, parameter, cell->text, cell->length);
        break;
    }
}

static enum sl_status store(struct sl_inserts *inserts, struct sl_statement *statement,
                            struct sl_error *err)
{
    enum sl_status status = prepare(inserts, statement, err);
    for (int i = 0; i < inserts->count && status == SL_OK; i++)
        bind(statement, i + 1, &inserts->cells[i]);
    inserts->count = 0;
    return status == SL_OK ? sl_statement_run(statement, err) : status;
}

enum sl_status sl_inserts_end_row(struct sl_inserts *inserts, struct sl_error *err)
{
    if (inserts->count < SL_INSERTS_ROWS * inserts->columns) return SL_OK;
    return store(inserts, &inserts->statement, err);
}

enum sl_status sl_inserts_flush(struct sl_inserts *inserts, struct sl_error *err)
{
    struct sl_statement statement = {0}; /* of fewer rows */
    if (inserts->count == 0) return SL_OK;
    enum sl_status status = store(inserts, &statement, err);
    sl_statement_release(&statement);
    return status;
}

void sl_inserts_release(struct sl_inserts *inserts)
{
    sl_statement_release(&inserts->statement);
    inserts->count = 0;
}
