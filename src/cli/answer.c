/* Opens the book and the output, lets the question write its rows, and closes both. What a table
 * may take of the terminal is decided here. */
#include "cli/answer.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "cli/message.h"
#include "cli/spreadsheet.h"

const char *const pending_stages[] = {"rumoured", "talks", "announced", "approved", NULL};
const char *const formats[] = {"table", "csv", "json", "ndjson", "md", "xlsx", NULL};

struct sl_view view_of(const struct view_options *options)
{
    struct sl_view view = SL_VIEW_ALL;
    if (options->from.unit != SL_DATE_NONE) view.from = options->from.day;
    if (options->to.unit != SL_DATE_NONE) view.to = sl_date_last_day(options->to);
    if (options->known_by.unit != SL_DATE_NONE) view.known_by = sl_date_last_day(options->known_by);
    if (options->pro_forma > 0)
        view.pro_forma = (enum sl_stage)(SL_STAGE_RUMOURED + options->pro_forma - 1);
    return view;
}

static int terminal_width(void)
{
    struct winsize size = {0};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
    const char *text = getenv("COLUMNS");
    char *end;
    long columns = text == NULL ? 0 : strtol(text, &end, 10);
    return columns > 0 && columns <= 10000 && *end == '\0' ? (int)columns : 80;
}

static bool colour_wanted(void)
{
    const char *none = getenv("NO_COLOR"), *term = getenv("TERM");
    return (none == NULL || *none == '\0') && term != NULL && strcmp(term, "dumb") != 0;
}

static enum sl_status open_output(struct sl_output **out, const struct row_options *options,
                                  struct sl_error *err)
{
    bool on_page = options->path == NULL || strcmp(options->path, "-") == 0;
    bool terminal = on_page && isatty(STDOUT_FILENO) == 1;
    const struct sl_output_options made = {
        .format = options->format == 0 ? SL_FORMAT_TABLE : (enum sl_format)(options->format - 1),
        .width = terminal ? terminal_width() : 0,
        .colour = terminal && colour_wanted(),
        .spreadsheet = options->spreadsheet,
    };
    return sl_output_open(out, options->path, &made, err);
}

enum sl_status open_book(struct sl_book **out, const struct call *call, enum sl_access access,
                         struct sl_error *err)
{
    if (access != SL_ACCESS_CREATE && call->db[0] != '\0' &&
        faccessat(AT_FDCWD, call->db, F_OK, 0) != 0 && errno == ENOENT) {
        return fail(err, SL_FAILED, "%s: no such database; 'stakeline import FILE' makes one",
                    call->db);
    }
    return sl_book_open(out, call->db, access, err);
}

/* What was written is kept when the question was answered, "nothing" included. */
static enum sl_status finish(struct sl_output *output, enum sl_status status, struct sl_error *err)
{
    bool answered = status == SL_OK || status == SL_NOTHING;
    struct sl_error late = {0};
    enum sl_status ended = answered ? sl_output_end(output, &late) : SL_OK;
    enum sl_status closed =
        sl_output_close(output, answered && ended == SL_OK, ended == SL_OK ? &late : NULL);
    if (!answered || (ended == SL_OK && closed == SL_OK)) return status;
    *err = late;
    return ended != SL_OK ? ended : closed;
}

static enum sl_status check_options(const struct call *call, const struct row_options *options,
                                    const struct sl_row_type *type, struct sl_error *err)
{
    bool csv = options->format == 0 ? type == NULL : options->format - 1 == SL_FORMAT_CSV;
    if (options->spreadsheet && !csv)
        return misuse(call->command, "--spreadsheet goes with --format csv");
    bool page = options->path == NULL || strcmp(options->path, "-") == 0;
    if (options->format - 1 != SL_FORMAT_XLSX) return SL_OK;
    if (page) return misuse(call->command, "--format xlsx needs -o FILE");
    return go_where_spreadsheets_are(call, err);
}

static enum sl_status write_answer(const struct call *call, const struct row_options *options,
                                   const struct sl_row_type *type, question *ask,
                                   struct sl_book *book, struct sl_error *err)
{
    struct sl_output *output = NULL;
    enum sl_status status = open_output(&output, options, err);
    if (status != SL_OK) return status;
    if (type != NULL) status = sl_output_begin(output, type, err);
    if (status == SL_OK) status = ask(call, book, output, err);
    if (book != NULL && sl_book_trouble(book, err) != SL_OK) status = SL_FAILED;
    return finish(output, status, err);
}

enum sl_status answer_without_book(const struct call *call, const struct row_options *options,
                                   const struct sl_row_type *type, question *ask,
                                   struct sl_error *err)
{
    enum sl_status status = check_options(call, options, type, err);
    return status == SL_OK ? write_answer(call, options, type, ask, NULL, err) : status;
}

enum sl_status answer(const struct call *call, const struct row_options *options,
                      const struct sl_row_type *type, question *ask, struct sl_error *err)
{
    struct sl_book *book = NULL;
    enum sl_status status = check_options(call, options, type, err);
    if (status == SL_OK) status = open_book(&book, call, SL_ACCESS_READ, err);
    if (status != SL_OK) return status;
    status = sl_book_read_begin(book, err);
    if (status == SL_OK) {
        status = write_answer(call, options, type, ask, book, err);
        sl_book_read_end(book);
    }
    sl_book_close(book);
    return status;
}
