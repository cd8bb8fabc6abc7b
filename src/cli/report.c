/* stakeline report */
#include <stakeline/report.h>

#include <time.h>

#include "cli/answer.h"
#include "cli/message.h"

static struct view_options view;
static const char *path, *dates;
static struct sl_date today;
static bool all, no_charts;

static const struct option options[] = {
    {.name = "output",
     .letter = 'o',
     .kind = OPTION_FILE,
     .store = &path,
     .value = "FILE",
     .help = "the page, whole or not at all; with --all, the folder"},
    {.name = "all",
     .kind = OPTION_FLAG,
     .store = &all,
     .help = "a page for every entity, and an "
             "index.html that lists them, in a folder"},
    ON_OPTION(view, "as it stood at the end of that day; default: after the whole log"),
    KNOWN_BY_OPTION(view),
    PRO_FORMA_OPTION(view),
    {.name = "at",
     .kind = OPTION_TEXT,
     .store = &dates,
     .value = "DATE[,DATE]",
     .help = "cap tables on these days; default: on those on which it changed"},
    {.name = "no-charts", .kind = OPTION_FLAG, .store = &no_charts, .help = "tables and text only"},
    {.name = "today",
     .kind = OPTION_DATE,
     .store = &today,
     .value = "DATE",
     .help = "what is completed or known after it is a finding; default: today, in UTC"},
    {0},
};

static const char *const examples[] = {
    "stakeline report Nissan -o nissan.html",
    "stakeline report Nissan --known-by 2023-06-01 --pro-forma -o nissan-2023.html",
    "stakeline report --all -o reports",
    NULL,
};

static void take_note(void *context, const char *message)
{
    (void)context;
    complain("report: without charts: %s", message);
}

static enum sl_status write_report(const struct call *call, struct sl_book *book,
                                   struct sl_error *err)
{
    const struct sl_report_options made = {
        .view = view_of(&view),
        .dates = dates,
        .today = today.unit != SL_DATE_NONE ? sl_date_last_day(today)
                                            : (int32_t)(time(NULL) / (24 * 60 * 60)),
        .no_charts = no_charts,
        .on_note = take_note,
    };
    int64_t pages = 0;
    if (!all) return sl_report_write(book, call->operands[0], &made, path, err);
    enum sl_status status = sl_report_write_all(book, &made, path, &pages, err);
    if (status == SL_OK) say("wrote %lld pages and index.html", (long long)pages);
    return status;
}

static enum sl_status run(const struct call *call, struct sl_error *err)
{
    struct sl_book *book = NULL;
    if (path == NULL) return misuse(call->command, "-o %s is missing", all ? "FOLDER" : "FILE");
    if (all && call->count > 0) return misuse(call->command, "an entity, or --all");
    if (!all && call->count == 0) return misuse(call->command, "which entity? (or --all)");
    enum sl_status status = open_book(&book, call, SL_ACCESS_READ, err);
    if (status != SL_OK) return status;
    status = sl_book_read_begin(book, err);
    if (status == SL_OK) {
        status = write_report(call, book, err);
        sl_book_read_end(book);
    }
    sl_book_close(book);
    return status;
}

const struct command report_command = {
    .name = "report",
    .operands = "ENTITY -o FILE | --all -o FOLDER",
    .summary = "tell everything about one entity on one web page",
    .about =
        "The page stands on its own: it needs no network, and no script to be read; a little "
        "script in it sorts and filters the tables and slides through the cap tables. Charts "
        "are drawn by gnuplot; where that is missing they are left out, with a note.\n"
        "--all replaces the pages of an earlier run, and nothing else: where a file of another "
        "kind has the name of a page, nothing is written.",
    .options = options,
    .examples = examples,
    .run = run,
    .most = 1,
};
