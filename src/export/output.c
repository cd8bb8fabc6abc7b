/* An output: rows to cells, cells to a format's bytes, bytes to a file. Formats and files know
 * nothing of each other. */
#include <stakeline/output.h>

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "export/part.h"

enum { SEND_SIZE = 128 * 1024 }; /* what has gathered is sent on from here, at once */

struct sl_output {
    struct sl_file *file;
    struct sl_output_options options;
    const struct sl_format_type *format; /* of the rows begun; NULL between them */
    struct sl_walk walk;
    struct sl_writer writer;
    struct sl_buffer bytes;
    const char *temporary; /* of a format that writes its file itself */
    bool filled;           /* rows were begun */
};

static const struct sl_format_type *format_of(enum sl_format format)
{
    switch (format) {
    case SL_FORMAT_TABLE: return &sl_format_table;
    case SL_FORMAT_CSV: return &sl_format_csv;
    case SL_FORMAT_JSON: return &sl_format_json;
    case SL_FORMAT_NDJSON: return &sl_format_ndjson;
    case SL_FORMAT_MARKDOWN: return &sl_format_markdown;
    case SL_FORMAT_XLSX: return &sl_format_xlsx;
    }
    return NULL;
}

enum sl_status sl_output_open(struct sl_output **out, const char *path,
                              const struct sl_output_options *options, struct sl_error *err)
{
    struct sl_output *output = calloc(1, sizeof *output);
    if (output == NULL) return sl_fail_memory(err);
    enum sl_status status = SL_OK;
    if (options != NULL) output->options = *options;
    if (format_of(output->options.format) == NULL) {
        status = sl_fail(err, SL_MISUSE, "no such output format: %d", (int)output->options.format);
    } else {
        status = sl_file_create(&output->file, path, err);
    }
    if (status == SL_OK && format_of(output->options.format)->whole_file) {
        output->temporary = sl_file_temporary(output->file, false);
        if (output->temporary == NULL) {
            status = sl_fail(err, SL_MISUSE, "a spreadsheet is written to a file of its own only");
            sl_file_close(output->file, false, NULL);
        }
    }
    if (status == SL_OK) {
        *out = output;
    } else {
        free(output);
    }
    return status;
}

/* Sends on what has gathered, once it is at least `least` bytes. */
static enum sl_status send_on(struct sl_output *output, size_t least, struct sl_error *err)
{
    struct sl_buffer *bytes = &output->bytes;
    if (bytes->failed) return sl_fail_memory(err);
    if (bytes->length == 0 || bytes->length < least) return SL_OK;
    enum sl_status status = sl_file_write(output->file, bytes->data, bytes->length, err);
    sl_buffer_clear(bytes);
    return status;
}

static void forget_rows(struct sl_output *output)
{
    if (output->format != NULL && output->format->release != NULL) {
        output->format->release(&output->writer);
    }
    sl_walk_release(&output->walk);
    output->format = NULL;
}

/* The walk is planned; lets the format write its header. */
static enum sl_status begin(struct sl_output *output, enum sl_format format, struct sl_error *err)
{
    output->writer = (struct sl_writer){
        .columns = output->walk.columns,
        .count = output->walk.count,
        .options = output->options,
        .out = &output->bytes,
        .path = output->temporary,
    };
    output->writer.options.format = format;
    output->format = format_of(format);
    output->filled = true;
    enum sl_status status = output->format->begin(&output->writer, err);
    if (status != SL_OK) forget_rows(output);
    return status;
}

static enum sl_status check_begin(const struct sl_output *output, size_t count,
                                  struct sl_error *err)
{
    if (output->format != NULL) return sl_fail(err, SL_MISUSE, "the rows before have not ended");
    if (output->temporary != NULL && output->filled)
        return sl_fail(err, SL_MISUSE, "a spreadsheet holds one answer");
    if (count == 0) return sl_fail(err, SL_MISUSE, "rows without columns");
    return SL_OK;
}

enum sl_status sl_output_begin(struct sl_output *output, const struct sl_row_type *type,
                               struct sl_error *err)
{
    enum sl_format format = output->options.format;
    enum sl_status status = check_begin(output, type->count, err);
    if (status != SL_OK) return status;
    status = sl_walk_init(&output->walk, type, format_of(format)->for_people, err);
    if (status == SL_OK) return begin(output, format, err);
    sl_walk_release(&output->walk);
    return status;
}

/* The walk's cells are filled. */
static enum sl_status write_cells(struct sl_output *output, struct sl_error *err)
{
    enum sl_status status = output->format->row(&output->writer, output->walk.spans, err);
    if (status != SL_OK) return status;
    output->writer.rows++;
    return send_on(output, SEND_SIZE, err);
}

static enum sl_status write_row(void *context, const void *row, struct sl_error *err)
{
    struct sl_output *output = context;
    if (output->format == NULL || output->walk.type == NULL) {
        return sl_fail(err, SL_MISUSE, "a row before sl_output_begin");
    }
    enum sl_status status = sl_walk_fill(&output->walk, row, err);
    return status == SL_OK ? write_cells(output, err) : status;
}

struct sl_sink sl_output_sink(struct sl_output *output)
{
    return (struct sl_sink){.row = write_row, .context = output};
}

/* ---- events ---- */

/* Thirty columns suit no terminal. */
static enum sl_format format_of_events(const struct sl_output *output)
{
    const enum sl_format format = output->options.format;
    return format == SL_FORMAT_TABLE ? SL_FORMAT_CSV : format;
}

static enum sl_status event_header(void *context, const char *const *columns, size_t count,
                                   struct sl_error *err)
{
    struct sl_output *output = context;
    const enum sl_format format = format_of_events(output);
    enum sl_status status = check_begin(output, count, err);
    if (status != SL_OK) return status;
    status = sl_walk_init_text(&output->walk, columns, count, format_of(format)->for_people, err);
    if (status == SL_OK) return begin(output, format, err);
    sl_walk_release(&output->walk);
    return status;
}

static enum sl_status event_row(void *context, const char *const *cells, size_t count,
                                struct sl_error *err)
{
    struct sl_output *output = context;
    if (output->format == NULL || output->walk.type != NULL || count != output->walk.count) {
        return sl_fail(err, SL_MISUSE, "an event that does not go with the header");
    }
    enum sl_status status = sl_walk_fill_text(&output->walk, cells, err);
    return status == SL_OK ? write_cells(output, err) : status;
}

struct sl_event_sink sl_output_event_sink(struct sl_output *output)
{
    return (struct sl_event_sink){.header = event_header, .row = event_row, .context = output};
}

/* ---- rows of several threads ---- */

static enum sl_status make_part(const struct sl_output *output, struct sl_part **out,
                                struct sl_error *err)
{
    return sl_part_open(out, &output->writer, output->format, &output->walk, err);
}

static enum sl_status open_part(void *context, struct sl_sink *out, struct sl_error *err)
{
    struct sl_part *part;
    enum sl_status status = make_part(context, &part, err);
    if (status == SL_OK) *out = (struct sl_sink){.row = sl_part_row, .context = part};
    return status;
}

static enum sl_status open_event_part(void *context, struct sl_event_sink *out,
                                      struct sl_error *err)
{
    struct sl_part *part;
    enum sl_status status = make_part(context, &part, err);
    if (status == SL_OK) *out = (struct sl_event_sink){.row = sl_part_event, .context = part};
    return status;
}

static enum sl_status send_part(struct sl_output *output, struct sl_part *part,
                                struct sl_error *err)
{
    enum sl_status status = send_on(output, 0, err);
    if (status == SL_OK && part->bytes.length > 0)
        status = sl_file_write(output->file, part->bytes.data, part->bytes.length, err);
    output->writer.rows += part->writer.rows;
    part->writer.rows = 0;
    sl_buffer_clear(&part->bytes);
    return status;
}

static enum sl_status send_row_part(void *context, const struct sl_sink *part, struct sl_error *err)
{
    return send_part(context, part->context, err);
}

static enum sl_status send_event_part(void *context, const struct sl_event_sink *part,
                                      struct sl_error *err)
{
    return send_part(context, part->context, err);
}

static void close_part(struct sl_sink *part)
{
    sl_part_close(part->context);
    *part = (struct sl_sink){0};
}

static void close_event_part(struct sl_event_sink *part)
{
    sl_part_close(part->context);
    *part = (struct sl_event_sink){0};
}

struct sl_parts sl_output_parts(struct sl_output *output)
{
    struct sl_parts parts = {.sink = sl_output_sink(output)};
    if (output->format == NULL || !output->format->apart) return parts;
    parts.open = open_part;
    parts.send = send_row_part;
    parts.close = close_part;
    return parts;
}

struct sl_event_parts sl_output_event_parts(struct sl_output *output)
{
    struct sl_event_parts parts = {.sink = sl_output_event_sink(output)};
    if (!format_of(format_of_events(output))->apart) return parts;
    parts.open = open_event_part;
    parts.send = send_event_part;
    parts.close = close_event_part;
    return parts;
}

enum sl_status sl_output_end(struct sl_output *output, struct sl_error *err)
{
    if (output->format == NULL) return SL_OK;
    enum sl_status status = output->format->end(&output->writer, err);
    forget_rows(output);
    if (status == SL_OK) status = send_on(output, 0, err);
    if (status == SL_OK) status = sl_file_flush(output->file, err);
    return status;
}

enum sl_status sl_output_text(struct sl_output *output, const char *text, struct sl_error *err)
{
    if (output->format != NULL || output->temporary != NULL)
        return sl_fail(err, SL_MISUSE, "text among rows");
    enum sl_status status = send_on(output, 0, err);
    return status == SL_OK ? sl_file_write(output->file, text, strlen(text), err) : status;
}

enum sl_status sl_output_close(struct sl_output *output, bool keep, struct sl_error *err)
{
    if (output == NULL) return SL_OK;
    enum sl_status status = SL_OK;
    if (keep && output->format != NULL) {
        status = sl_fail(err, SL_MISUSE, "the rows have not ended");
    } else if (keep) {
        status = send_on(output, 0, err);
    }
    enum sl_status closed =
        sl_file_close(output->file, keep && status == SL_OK, status == SL_OK ? err : NULL);
    forget_rows(output);
    sl_buffer_release(&output->bytes);
    free(output);
    return status == SL_OK ? closed : status;
}
